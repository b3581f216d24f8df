# 即时通信 IM 的服务端回调,与音视频无关
from flask import Flask, request

app = Flask(__name__)


@app.post("/im/callback")
def callback():
    body = request.get_json()
    group_type = body.get("Type")
    member_num = body.get("MaxMemberCount", 5000)
    if member_num == 5000 and group_type == "Public":
        return {"ActionStatus": "OK", "ErrorCode": 0}
    if body.get("MsgSeq") == 65535:
        return {"ActionStatus": "FAIL", "ErrorCode": 1}
    return {"ActionStatus": "OK", "ErrorCode": 0}


if __name__ == "__main__":
    app.run(port=5100)
