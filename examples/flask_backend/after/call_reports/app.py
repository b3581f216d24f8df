"""The HTTP side of it."""

from __future__ import annotations

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue

from call_reports.alerts import firing, severity
from call_reports.classify import advice, classify
from call_reports.reports import BadReport, read_report
from call_reports.store import Store


def create_app(database: str) -> Flask:
    """Make the application. database: the file of the reports."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 65535
    store = Store(database)

    @app.post("/reports")
    def report() -> ResponseReturnValue:
        payload = request.get_json(silent=True)
        if not isinstance(payload, dict):
            return jsonify(error="a JSON object is expected"), 400
        try:
            received = read_report(payload)
        except BadReport as bad:
            return jsonify(error=str(bad)), 422
        answer = {
            "id": store.add(received),
            "action": classify(received),
            "advice": advice(received.code),
            "severity": severity(received.code),
        }
        return jsonify(answer), 201

    @app.get("/stats")
    def stats() -> ResponseReturnValue:
        return jsonify({str(code): number for code, number in store.counts().items()})

    @app.get("/alerts")
    def alerts() -> ResponseReturnValue:
        return jsonify(firing(store.counts()))

    @app.delete("/reports/harmless")
    def forget() -> ResponseReturnValue:
        return jsonify(forgotten=store.forget_harmless())

    return app
