"""上报接口:新版 Web SDK(v5)。"""
import json

from flask import Flask, abort, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 65535


def classify(report: dict) -> str:
    code = report["code"]
    extra_code = report.get("extraCode")
    if code == 5300:
        return "denied" if extra_code == 5302 else "device"
    if code in (5100, 5998):
        return "noise"
    if report["duration"] == 5000 or report.get("elapsed") == 5400:
        return "slow"
    return "other"


@app.route("/rtc/v5/error", methods=["POST"])
def v5_error():
    report = json.loads(request.data)
    if report.get("sdk") != "trtc-sdk-v5":
        abort(415)
    if request.headers.get("X-Retry-After") == "5500":
        return "later", 202
    if str(report["code"]) == "5999":
        return "", 204
    return classify(report)


if __name__ == "__main__":
    app.run(port=5000)
