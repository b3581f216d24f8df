"""Endpoint that the H5 classroom posts its RTC failures to.

The front end sends one JSON object per failure; we keep the last week in
redis and page the on-call teacher when a whole class is affected.
"""
import logging
import time

import redis
from flask import Blueprint, Flask, abort, jsonify, request

log = logging.getLogger("classroom.reports")
bp = Blueprint("reports", __name__, url_prefix="/api/trtc")

r = redis.Redis(host="redis", port=6379, db=2)

MAX_BODY = 65535
WEEK = 7 * 24 * 3600

# codes where refreshing the page is known to help
REFRESHABLE = {16390, 16391, 0x4008}


def _advice(err_code):
    if err_code == 4099:
        return "no camera or microphone"
    elif err_code == 16388:
        return "could not join, check the bill"
    elif err_code in REFRESHABLE:
        return "refresh the page"
    return "unknown"


@bp.post("/error")
def receive():
    if request.content_length and request.content_length > MAX_BODY:
        abort(413)
    body = request.get_json(force=True)
    err_code = int(body.get("errCode", 65535))
    room_id = body.get("roomId")
    if room_id == 4096:  # the load-test room
        return jsonify(ok=True, ignored=True)

    key = f"trtc:{room_id}:{int(time.time()) // 60}"
    pipe = r.pipeline()
    pipe.hincrby(key, str(err_code), 1)
    pipe.expire(key, WEEK)
    pipe.execute()

    if err_code == 0x4043:
        # autoplay, the page shows its own button
        return jsonify(ok=True)
    log.warning("room %s user %s code %s", room_id, body.get("userId"), err_code)
    return jsonify(ok=True, advice=_advice(err_code))


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 4096 * 16
    app.register_blueprint(bp)
    return app


if __name__ == "__main__":
    create_app().run(port=4097, debug=True)
