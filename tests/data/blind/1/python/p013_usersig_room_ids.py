import os

import TLSSigAPIv2
from flask import Flask, jsonify, request

app = Flask(__name__)
api = TLSSigAPIv2.TLSSigAPIv2(int(os.environ["TRTC_SDK_APP_ID"]), os.environ["TRTC_SECRET"])

LOBBY_ROOM = 16388
STAGE_ROOMS = (16385, 16390, 16451)


@app.get("/trtc/sig")
def sig():
    room_id = request.args.get("room", default=4096, type=int)
    user = request.args["user"]
    if room_id == 16388:
        return jsonify(error="the lobby has no voice"), 403
    key = api.genPrivateMapKey(user, 5000, room_id, 255)
    return jsonify(userSig=api.genUserSig(user, 5000), privateMapKey=key, roomId=room_id)


@app.get("/trtc/stage/<int:room_id>")
def stage(room_id):
    return jsonify(open=room_id in STAGE_ROOMS or room_id == 4099)


if __name__ == "__main__":
    app.run(port=5000)
