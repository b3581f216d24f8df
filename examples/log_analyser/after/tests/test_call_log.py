"""What the analyser says about the sample log."""

from pathlib import Path

import pytest
from call_log import Event, TrtcError, kind_of, main, read_events, report
from flake8_trtc import ErrorCode

SAMPLE = Path(__file__).parent.parent / "sample.log"
REPORT = """\
9 failed calls in 3 rooms
  other    4
  network  3
  service  1
  device   1
  0x4004   2
  0x4007   2
  0x1003   1
  0x4043   1
  0x404b   1
  0xffff   1
  0x4010   1
alice: the account is overdue
dave: check camera and microphone
小明: 没有点击页面，自动播放被拦截
frank: a firewall may be in the way
"""


def test_report(capsys):
    assert main([str(SAMPLE)]) == 1
    assert capsys.readouterr().out == REPORT


def test_only_fatal(capsys):
    assert main([str(SAMPLE), "--only-fatal", "--fail-on", "0x4006"]) == 0
    assert "  0x4007   2\n" in capsys.readouterr().out


def test_codes_of_the_sample():
    codes = [event.error.get_code() for event in read_events(SAMPLE.read_text(encoding="utf-8"))]
    assert codes == [ErrorCode.JOIN_ROOM_FAILED, ErrorCode.JOIN_ROOM_FAILED, ErrorCode.DEVICE_NOT_FOUND, ErrorCode.PLAY_NOT_ALLOWED, ErrorCode.UPLINK_RECONNECTION_FAILED, ErrorCode.UPLINK_RECONNECTION_FAILED, ErrorCode.API_CALL_TIMEOUT, ErrorCode.UNKNOWN, ErrorCode.REMOTE_STREAM_NOT_EXIST]


@pytest.mark.parametrize(
    ("code", "kind"),
    [(ErrorCode.DEVICE_NOT_FOUND, "device"), (ErrorCode.ICE_TRANSPORT_ERROR, "network"), (ErrorCode.STOP_MIX_TRANSCODE_FAILED, "service"), (ErrorCode.CLIENT_BANNED, "other"), (1, "other")],
)
def test_kind(code, kind):
    assert kind_of(TrtcError(code)) == kind


def test_a_code_is_printed_in_hexadecimal():
    events = [Event("2024-05-06 10:00:00", 1, "ivan", TrtcError(code=ErrorCode.SUBSCRIPTION_TIMEOUT))]
    assert list(report(events))[2] == "  0x4042   1"
    assert str(TrtcError(ErrorCode.SUBSCRIPTION_TIMEOUT)) == "0x4042"
