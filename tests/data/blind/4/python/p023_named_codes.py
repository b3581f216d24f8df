"""Route reports by name (flake8-trtc wrote most of these)."""
from flake8_trtc import ErrorCode as EC
from flake8_trtc import ErrorCode

from billing.errors import ErrorCode as BillingCode

NETWORK = {
    EC.SIGNAL_CHANNEL_RECONNECTION_FAILED,
    EC.UPLINK_RECONNECTION_FAILED,
    EC.DOWNLINK_RECONECTION_FAILED,
}


def team(code: int) -> str:
    if code in NETWORK:
        return "network"
    if code == EC.CLIENT_BANNED:
        return "moderation"
    if code == ErrorCode.SIGNAL_CHANNEL_ERROR:
        return "legacy"
    if code == ErrorCode.PLAY_NOT_ALOWED:
        return "frontend"
    if code == BillingCode.CLIENT_BANNED:
        return "billing"
    if code == BillingCode.JOIN_ROOM_FAILD:
        return "billing"
    return "unknown" if code != 16460 else "network"
