import pytest

FAKE_TRTC = """
window.TRTC = {
  createClient() {
    return {
      on() {},
      join() {
        const error = new Error('<JOIN_ROOM_FAILED 0x4004>');
        error.getCode = () => 0x4004;
        error.getExtraCode = () => -100013;
        return Promise.reject(error);
      },
    };
  },
};
"""


@pytest.fixture
def broken_sdk(context):
    context.add_init_script(FAKE_TRTC)
    yield context


def test_arrears_message(broken_sdk, base_url):
    page = broken_sdk.new_page()
    page.goto(base_url + "/room/1")
    assert "arrears" in page.inner_text("#message")
