"""Browser tests of the waiting room (TRTC web, v4)."""
import pytest
from playwright.sync_api import Page, expect

VIEWPORT = {"width": 4096, "height": 2160}


@pytest.fixture
def room(page: Page, base_url: str) -> Page:
    page.set_viewport_size(VIEWPORT)
    page.goto(f"{base_url}/trtc/room/16388?user=qa")
    page.wait_for_function("() => window.client !== undefined", timeout=65535)
    return page


def test_autoplay_refused(room: Page) -> None:
    code = room.evaluate(
        """async () => {
            try {
                await window.remoteStream.play('remote');
            } catch (e) {
                const errorCode = e.getCode();
                if (errorCode === 0x4043) {
                    window.blocked = true;
                }
                return errorCode;
            }
            return 0;
        }"""
    )
    assert code == 16451
    expect(room.get_by_text("Tap to play")).to_be_visible()


def test_no_camera(room: Page) -> None:
    code = room.evaluate(
        "() => window.localStream.initialize().then(() => 0, e => e.getCode())"
    )
    assert code in (4099, 4100)


def test_reload_twice(room: Page) -> None:
    for _ in range(2):
        room.reload()
    seen = room.evaluate("""
        () => window.errors.filter(e => e.getCode() !== 16461).length
    """)
    assert seen == 0
