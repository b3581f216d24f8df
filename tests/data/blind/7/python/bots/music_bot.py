"""A bot that plays music into a TRTC room (server side, PyPI liteav)."""
import logging
import threading
import time

import liteav

log = logging.getLogger("bot")

FRAME_MS = 20
SAMPLE_RATE = 48000


class BotDelegate(liteav.TRTCCloudDelegate):
    def __init__(self):
        super().__init__()
        self.entered = threading.Event()
        self.dead = threading.Event()
        self.last_error = None

    def OnError(self, error):
        self.last_error = error
        if error == -3301:
            log.error("enter room failed")
            self.dead.set()
        elif error in (-3317, -3320):
            log.error("bad credentials: %s", error)
            self.dead.set()
        elif error == -102:
            time.sleep(FRAME_MS / 1000)
        else:
            log.warning("liteav error %r", error)

    def OnEnterRoom(self):
        self.entered.set()

    def OnExitRoom(self, reason):
        if reason != 0:
            log.info("left, reason %d", reason)
        self.dead.set()


class MusicBot:
    def __init__(self, params, frames):
        self.delegate = BotDelegate()
        self.cloud = liteav.TRTCCloud.Create(self.delegate)
        self.params = params
        self.frames = frames
        self.index = 0

    def start(self):
        ret = self.cloud.EnterRoom(self.params)
        if ret == -2:
            raise ValueError("room parameters")
        if ret != 0:
            raise RuntimeError(f"EnterRoom returned {ret}")
        if not self.delegate.entered.wait(timeout=10):
            raise TimeoutError

    def pump(self):
        while not self.delegate.dead.is_set():
            frame = self.frames[self.index % len(self.frames)]
            rc = self.cloud.SendAudioFrame(frame)
            if rc == 0:
                self.index += 1
            elif rc == -3:
                log.debug("not in the room yet")
            time.sleep(FRAME_MS / 1000)

    def tail(self):
        return self.frames[-1], self.frames[-3]
