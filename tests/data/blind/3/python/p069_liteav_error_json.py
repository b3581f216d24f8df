import json
import liteav
import redis

r = redis.Redis(port=5000)


class Publisher(liteav.TRTCCloudDelegate):
    """Forward every event of the room to redis."""

    def OnError(self, error: liteav.Error) -> None:
        r.publish("trtc-events", json.dumps({"type": "error", "value": error}))

    def OnEnterRoom(self) -> None:
        r.publish("trtc-events", json.dumps({"type": "entered"}))

    def OnMissCustomCmdMsg(self, user_id, cmd_id, error_code, missed):
        r.publish("trtc-events", json.dumps({"type": "miss", "user": user_id, "code": error_code, "n": missed}))
