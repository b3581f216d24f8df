import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("room_id", [4096, 16388, 65535])
def test_room_number_in_title(page: Page, room_id):
    page.goto(f"http://localhost:5000/trtc/{room_id}")
    assert str(room_id) in page.title()


def test_state(page: Page):
    page.goto("http://localhost:5000/trtc/16390")
    state = page.evaluate(
        """async () => {
            const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId: 'u', userSig: 's' });
            const stream = TRTC.createStream({ audio: true, video: true });
            stream.setVideoProfile({ width: 1280, height: 720, frameRate: 15, bitrate: 5000 });
            await client.join({ roomId: 16390 });
            return { roomId: 16390, members: client.getRemoteMutedState().length };
        }"""
    )
    assert state["roomId"] == 16390
    page.wait_for_timeout(5000)
