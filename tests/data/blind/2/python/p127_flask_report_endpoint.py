from flask import Blueprint, request, jsonify, current_app

bp = Blueprint("client_report", __name__, url_prefix="/api/v1/report")


@bp.post("/trtc")
def trtc_report():
    data = request.get_json(force=True)
    code = data.get("code")
    user = data.get("userId", "-")
    room = data.get("roomId", 0)

    if code == 16388:
        current_app.logger.error("join failed user=%s room=%s", user, room)
        return jsonify(action="rejoin", delay=5000)
    elif code in (16390, 16391, 16392):
        return jsonify(action="check_network")
    elif code == 16451:
        return jsonify(action="show_play_button")

    current_app.logger.info("report %s from %s", code, user)
    return jsonify(action="none")


if __name__ == "__main__":
    from flask import Flask

    app = Flask(__name__)
    app.register_blueprint(bp)
    app.run(host="0.0.0.0", port=5000)
