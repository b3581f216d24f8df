"""The pages and where they report to."""

from __future__ import annotations

from flake8_trtc import ErrorCode
from flask import Flask, jsonify, render_template, render_template_string, request
from flask.typing import ResponseReturnValue

from call_page.advice import advice
from call_page.pages import CHECK, sound_page


def create_app() -> Flask:
    """Make the application."""
    app = Flask(__name__)

    @app.get("/")
    def check() -> str:
        return render_template_string(CHECK)

    @app.get("/sound")
    def sound() -> str:
        return sound_page(request.args.get("user", "guest"))

    @app.get("/rooms/<int:room>")
    def room(room: int) -> str:
        return render_template("room.html", room=room, user=request.args.get("user", "guest"))

    @app.post("/reports")
    def report() -> ResponseReturnValue:
        code = (request.get_json(silent=True) or {}).get("code", ErrorCode.UNKNOWN)
        if not isinstance(code, int):
            return jsonify(error="code must be a number"), 422
        app.logger.warning("TRTC error 0x%04x", code)
        return jsonify(code=code, advice=advice(code))

    return app
