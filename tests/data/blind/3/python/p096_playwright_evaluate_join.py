import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def room_page(page: Page, base_url):
    page.goto(f"{base_url}/room/42")
    page.wait_for_function("() => window.TRTC !== undefined")
    return page


def test_wrong_usersig_is_shown(room_page: Page):
    shown = room_page.evaluate(
        """async () => {
            const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId: 'u1', userSig: 'broken' });
            try {
                await client.join({ roomId: 8888 });
                return 'joined';
            } catch (error) {
                if (error.getCode() === 0x4001 || error.getCode() === 0x4004) {
                    return 'refused';
                }
                return String(error);
            }
        }"""
    )
    assert shown == "refused"
    expect(room_page.locator(".toast")).to_be_visible(timeout=5000)
