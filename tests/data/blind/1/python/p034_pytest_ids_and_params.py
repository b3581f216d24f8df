import pytest
from pytest import param

from trtc_bridge import severity

pytestmark = pytest.mark.timeout(5000)


@pytest.mark.parametrize(
    ("error_code", "level"),
    [
        param(16388, "error", id="join"),
        param(16390, "error", id="signal"),
        param(16451, "info", id="autoplay"),
    ],
)
def test_severity(error_code, level):
    assert severity(error_code) == level


@pytest.mark.parametrize("code", [16400, 16461])
def test_silent(code):
    assert severity(code) is None


@pytest.fixture(params=[1, 16388, 65535])
def room_id(request):
    return request.param


def test_rooms(room_id):
    assert severity(0, room_id=room_id) is None
