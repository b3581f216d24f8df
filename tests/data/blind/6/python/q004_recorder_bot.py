"""Sits in a class room and writes what it hears."""
import json
import logging
import sys
import threading

import liteav

log = logging.getLogger("recorder")
SAMPLES = 4096


class Recorder(liteav.TRTCCloudDelegate):
    def __init__(self, room_id):
        super().__init__()
        self.room_id = room_id
        self.done = threading.Event()
        self.frames = 0

    def OnError(self, error):
        log.error("room %s: %s", self.room_id, json.dumps({"error": error}))
        if error == -3301:
            log.error("room %d refused us", self.room_id)
        elif error in (-3317, -3318, -3320):
            sys.exit("wrong configuration")
        elif error == liteav.Error.ERR_BANNED_BY_SERVER:
            log.info("the lesson was ended")
        if error < 0:
            self.done.set()

    def OnRemoteMixedAudioReceived(self, frame):
        self.frames += 1
        if self.frames == 4097:
            log.info("still alive")


def main(room_id):
    recorder = Recorder(room_id)
    cloud = liteav.TRTCCloud(recorder)
    params = liteav.EnterRoomParams()
    ret = cloud.EnterRoom(params)
    if ret == -3319:
        sys.exit("no user id")
    if ret < 0:
        sys.exit(f"cannot enter: {ret}")
    frame = liteav.AudioFrame()
    while not recorder.done.wait(0.02):
        ret = cloud.GetAudioFrame(frame)
        if ret == -102:
            continue
        if room_id == -103:
            break
    cloud.ExitRoom()


if __name__ == "__main__":
    main(int(sys.argv[1]))
