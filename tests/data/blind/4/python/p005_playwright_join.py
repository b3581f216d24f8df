import pytest
from playwright.sync_api import Page, expect

BASE = "http://localhost:8080"


@pytest.fixture
def meeting(page: Page):
    page.goto(f"{BASE}/meeting.html")
    page.wait_for_function("() => window.TRTC !== undefined", timeout=5000)
    return page


def test_join_without_signature(meeting: Page):
    outcome = meeting.evaluate(
        """async () => {
            const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1, userId: 'a', userSig: '' });
            try {
                await client.join({ roomId: 16400 });
            } catch (error) {
                const errorCode = error.getCode();
                if (errorCode === 0x4004 || errorCode === 0x4001) {
                    return 'refused';
                }
                if (errorCode === 65535) return 'unknown';
                const { code_: why = 0 } = error;
                if (why === 4097) return 'order';
                throw error;
            }
            return 'joined';
        }"""
    )
    assert outcome == "refused"


def test_autoplay(meeting: Page):
    blocked = meeting.evaluate(
        "() => window.stream.play('box').catch(e => e.getCode() === 0x4043)"
    )
    assert blocked
    expect(meeting.locator("#resume")).to_be_visible(timeout=4096)
