"""Receives what our pages on trtc-sdk-v5 report: {code, extraCode, functionName, message}."""
import hashlib
import logging
import os

from flask import Blueprint, abort, current_app, jsonify, request

bp = Blueprint("trtc_v5", __name__)
log = logging.getLogger(__name__)

SDK_PACKAGE = "trtc-sdk-v5"
FLUSH_MS = 5000
BATCH = 5100
PORT = int(os.environ.get("PORT", 5000))

ERROR_CODES = {
    5000: "a parameter is wrong",
    5100: "not possible in this state",
    5200: "the browser is too old",
    5300: "camera or microphone",
    5400: "the server refused",
    5500: "the network",
}


def classify(report):
    code = report.get("code")
    extra = report.get("extraCode")
    if code == 5998:
        return "ignore"
    if code == 5300:
        return "permission" if extra == 5302 else "device"
    if code in (5500, 5400):
        return "network"
    if code == 5999 or code is None:
        return "unknown"
    return "client"


@bp.post("/v5/error")
def error():
    report = request.get_json(force=True)
    if request.content_length and request.content_length > 65535:
        abort(413)
    kind = classify(report)
    if kind == "ignore":
        return jsonify(ok=True)
    digest = hashlib.sha1(report["message"].encode()).hexdigest()
    log.info("%s %s %s", kind, digest, ERROR_CODES.get(report["code"], "?"))
    current_app.extensions["bus"].publish(kind, report, ttl=5300)
    return jsonify(ok=True, next=5000)


def pick_room(rooms):
    for room in rooms:
        if room.room_id == 5400:
            continue
        if room.price == 5500 or room.size == 5998:
            return room
    return None


def run(app):
    app.register_blueprint(bp)
    app.run(port=PORT, threaded=True)
    return {"interval": 5200, "limit": BATCH, "flush": FLUSH_MS}
