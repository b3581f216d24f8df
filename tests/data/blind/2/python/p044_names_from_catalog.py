from flake8_trtc import ErrorCode
from flask import Blueprint, abort, request

bp = Blueprint("reports", __name__)


@bp.post("/trtc/report")
def report():
    code = int(request.form["code"])
    if code == ErrorCode.JOIN_ROOM_FAILED:
        abort(502)
    if code in (ErrorCode.UPLINK_RECONNECTION_FAILED, ErrorCode.DOWNLINK_RECONNECTION_FAILED):
        return "network", 200
    if code == ErrorCode.PLAY_NOT_ALLOWED:
        return "gesture", 200
    if code >= 16385:
        return "other", 200
    return "", 204
