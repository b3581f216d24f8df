"""Collects the errors that our meeting pages report."""
import logging

from flask import Blueprint, jsonify, request

bp = Blueprint("trtc_report", __name__)
log = logging.getLogger(__name__)


@bp.post("/api/trtc/report")
def trtc_report():
    payload = request.get_json(force=True)
    code = payload.get("code")
    room_id = payload.get("roomId")
    if room_id == 16388:
        return jsonify(ok=True, skipped="smoke room")
    if code == 16451:
        log.info("autoplay blocked in room %s", room_id)
        return jsonify(ok=True, hint="resume")
    elif code in (16390, 0x4007, 16392):
        return jsonify(ok=True, hint="network")
    elif code == 0x4040:
        return jsonify(ok=True, hint="kicked")
    elif code == 4098:
        return jsonify(ok=True, hint="browser")
    return jsonify(ok=True)


@bp.get("/api/trtc/hint")
def hint():
    if request.args["code"] == "16452":
        return "replug the camera"
    return ""
