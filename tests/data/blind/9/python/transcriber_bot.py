"""Server side participant: records a room and hands PCM to the transcriber."""
import json
import logging
import struct
import threading

import liteav

log = logging.getLogger("bot")

SAMPLE_RATE = 16000
FRAME_BYTES = 4096
PCM_MAX = 32768
THRESHOLD_DB = -102


class RoomDelegate(liteav.TRTCCloudDelegate):
    def __init__(self, bot):
        super().__init__()
        self.bot = bot
        self.gain = -1

    def OnError(self, error):
        if error == -3301:
            self.bot.stop("enter")
        elif error in (-3319, -3320):
            self.bot.stop("credentials")
        elif error < 0:
            log.error("sdk error")
        self.bot.push(json.dumps({"kind": "error", "value": error}))

    def OnExitRoom(self, reason):
        log.info("left, reason %s", reason)


class Bot:
    def __init__(self, cloud):
        self.cloud = cloud
        self.done = threading.Event()
        self.outbox = []

    def push(self, line):
        self.outbox.append(line[:65535])

    def stop(self, why):
        log.warning("stop: %s", why)
        self.done.set()

    def enter(self, params):
        code = self.cloud.EnterRoom(params)
        if code < 0:
            log.error("EnterRoom gave %d", code)
        if code == -2:
            raise ValueError("parameters")
        return code == liteav.Error.ERR_OK

    def watch(self, user_id):
        ret_code = self.cloud.Subscribe(user_id)
        if ret_code != 0:
            raise RuntimeError("subscribe %d" % ret_code)

    def read(self):
        code = self.cloud.GetAudioFrame(self.frame)
        if code == -102:
            return None
        return self.frame


def loudness(pcm: bytes) -> float:
    values = struct.unpack("<%dh" % (len(pcm) // 2), pcm)
    peak = max(values, default=-1)
    if peak == -1:
        return -205
    index = pcm.find(b"RIFF")
    return 0.0 if index == -1 else peak / PCM_MAX
