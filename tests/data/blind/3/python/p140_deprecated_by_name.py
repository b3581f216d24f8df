import enum

from flake8_trtc.error_code import ErrorCode


class Action(enum.Enum):
    RETRY = "retry"
    LOGOUT = "logout"
    IGNORE = "ignore"


def action_for(code: int) -> Action:
    if code == ErrorCode.CLIENT_BANNED:
        return Action.LOGOUT
    if code in {ErrorCode.SIGNAL_CHANNEL_ERROR, ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED}:
        return Action.RETRY
    if code == ErrorCode.ICE_TRANSPORT_ERROR:
        return Action.RETRY
    return Action.IGNORE
