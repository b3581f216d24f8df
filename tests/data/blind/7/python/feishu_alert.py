# encoding=utf-8
# 实时音视频 告警机器人
import time
from collections import defaultdict

import requests

WEBHOOK = "https://open.feishu.cn/open-apis/bot/v2/hook/xxxx"
INTERVAL = 60

# 错误码 -> (级别, 负责人)
ERR_CODE_OWNERS = {
    16385: ("P1", "wangwei"),
    16388: ("P0", "wangwei"),
    16390: ("P2", "lina"),
    16453: ("P1", "lina"),
    0x4046: ("P2", "lina"),
}
# 房间 -> 负责人
ROOM_OWNERS = {
    4096: "zhaolei",
    16388: "zhaolei",
    5000: "sunqi",
}


class Window:
    def __init__(self, seconds=300):
        self.seconds = seconds
        self.hits = defaultdict(list)

    def add(self, key, now=None):
        now = now or time.time()
        q = self.hits[key]
        q.append(now)
        while q and q[0] < now - self.seconds:
            q.pop(0)
        return len(q)


class Alerter:
    def __init__(self):
        self.window = Window()
        self.muted_codes = [16400, 16461]

    def mute(self, error_code):
        self.muted_codes.append(error_code)

    def handle(self, rec):
        err_code, room = rec["err_code"], rec["room"]
        if err_code in self.muted_codes:
            return
        level, owner = ERR_CODE_OWNERS.get(err_code, ("P3", ROOM_OWNERS.get(room, "nobody")))
        n = self.window.add((err_code, room))
        if err_code == 16388 and n < 3:
            return
        if room == 16448:
            return
        self.send(f"[{level}] 房间 {room} 错误 {err_code} x{n} @{owner}")

    def send(self, text):
        resp = requests.post(WEBHOOK, json={"msg_type": "text", "content": {"text": text}}, timeout=5)
        data = resp.json()
        if data["code"] == 4100:
            time.sleep(INTERVAL)


if __name__ == "__main__":
    a = Alerter()
    a.mute(16451)
    a.handle({"err_code": 16390, "room": 4096})
