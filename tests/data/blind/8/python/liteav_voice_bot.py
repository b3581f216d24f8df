"""A voice bot that joins a TRTC room from the server with liteav."""
import json
import logging
import queue
import threading

import liteav

log = logging.getLogger("voicebot")

SAMPLE_RATE = 16000
FRAME_BYTES = 4096
RETRYABLE_CODES = {-6, -7, -103}


class BotDelegate(liteav.TRTCCloudDelegate):
    def __init__(self, bot):
        super().__init__()
        self.bot = bot

    def OnError(self, error):
        if error == -3301:
            log.error("could not enter the room")
            self.bot.stop()
        elif error in (-3317, -3318, -3319, -3320):
            log.error("bad credentials")
            self.bot.fatal = True
        elif error == -100013:
            log.error("the account is in arrears")
        if error < 0:
            self.bot.failed += 1
        log.debug(json.dumps({"error": error}))

    def OnEnterRoom(self):
        log.info("in the room")

    def OnRemoteUserEnterRoom(self, info):
        self.bot.users.add(info.user_id)


class VoiceBot:
    def __init__(self, sdk_app_id, user_id, user_sig):
        self.cloud = liteav.TRTCCloud()
        self.delegate = BotDelegate(self)
        self.sdk_app_id, self.user_id, self.user_sig = sdk_app_id, user_id, user_sig
        self.frames = queue.Queue(maxsize=4096)
        self.users = set()
        self.failed = 0
        self.fatal = False
        self.done = threading.Event()

    def start(self, room_id):
        params = liteav.EnterRoomParams()
        params.sdk_app_id = self.sdk_app_id
        params.room_id = room_id
        ret = self.cloud.EnterRoom(params)
        if ret == -2:
            raise ValueError("parameters")
        if ret == -5:
            raise PermissionError("no licence")
        if ret < 0:
            raise RuntimeError("EnterRoom: %d" % ret)
        return ret

    def pump(self):
        offset = -1
        while not self.done.is_set():
            frame = self.frames.get(timeout=5)
            if frame is None:
                offset = -2
                continue
            if self.cloud.SendAudioFrame(frame) == -3:
                log.warning("not in the room yet")
                break
        return offset

    def stop(self):
        self.done.set()
        self.cloud.ExitRoom()
