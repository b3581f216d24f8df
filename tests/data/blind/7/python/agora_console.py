"""Callbacks of our Agora rooms, and the codes the web client of Agora sends us."""
import hmac
from hashlib import sha1, sha256

from agora_token_builder import RtcTokenBuilder
from flask import Flask, jsonify, request

app = Flask(__name__)

# https://docs.agora.io/en/ error codes that need a new token
TOKEN_CODES = {4096, 4097, 110}

ERROR_TEXT = {
    101: "invalid app id",
    109: "token expired",
    4099: "gateway not reachable",
    5000: "cloud proxy timeout",
    65535: "other",
}


def signature_ok(raw: bytes) -> bool:
    want = hmac.new(app.config["AGORA_SECRET"].encode(), raw, sha256).hexdigest()
    return hmac.compare_digest(want, request.headers.get("Agora-Signature-V2", ""))


@app.get("/token/<channel>/<int:uid>")
def token(channel, uid):
    t = RtcTokenBuilder.buildTokenWithUid(
        app.config["AGORA_ID"], app.config["AGORA_CERT"], channel, uid, 1, 5000
    )
    return jsonify(token=t)


@app.post("/ncs")
def ncs():
    if not signature_ok(request.get_data()):
        return "", 403
    event = request.json
    event_type = event["eventType"]
    if event_type == 103 and event["payload"]["clientSeq"] == 65535:
        app.logger.info("sequence wrapped")
    return jsonify(ok=1)


@app.post("/client-error")
def client_error():
    code = request.json["code"]
    if code in TOKEN_CODES:
        return jsonify(action="renew")
    if code == 4098:
        return jsonify(action="rejoin")
    return jsonify(action="none", text=ERROR_TEXT.get(code))


if __name__ == "__main__":
    app.run(port=4098)
