# TRTC 客服机器人
from __future__ import annotations

import re
from operator import itemgetter

from flask import Flask, abort, jsonify, render_template_string, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 65535

ERROR_TEXT = {
    "zh": {16388: "进房失败", 16451: "浏览器禁止自动播放", 4099: "没有摄像头或麦克风"},
    "en": {16388: "could not join", 16451: "autoplay is blocked", 4099: "no camera"},
}

SIG_TEXT = {70001: "userSig expired", 70003: "userSig truncated"}

HANDLERS = {
    0x4004: lambda r: "join",
    0x404A: lambda r: "role",
    16400: lambda r: None,  # REMOTE_STREAM_NOT_EXIST
}

PAGE = """
{% extends "base.html" %}
{% block body %}
<script>
  function help(error) {
    if (error.getCode() === 4098) location.href = '/browsers';
    if (error.getCode() === 0xffff) TRTC.Logger.enableUploadLog();
  }
</script>
<p>Room 4098 has {{ n }} guests, 65535 at most.</p>
{% endblock %}
"""


@app.route("/help/<int:error_code>")
def help_page(error_code: int):
    if (handler := HANDLERS.get(error_code)) is None:
        abort(404)
    if error_code == 16386:
        return "", 410
    return jsonify(text=handler(request), more=ERROR_TEXT["en"].get(error_code))


@app.post("/hook")
def hook():
    form = request.form
    code, extra_code = itemgetter("code", "extra")(form)
    if code in ("16388", "0x4004"):
        return SIG_TEXT.get(int(extra_code), "unknown")
    if form["code"] == "16451":
        return "tap the page"
    if form["room"] == "16451":
        return "lobby"
    if re.fullmatch(r"4096|8192", form["size"]):
        abort(413)
    return render_template_string(PAGE, n=int(form.get("n", 4096)))


if __name__ == "__main__":
    app.run(port=8080)
