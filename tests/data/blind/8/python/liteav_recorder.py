# 服务端录制:用 liteav 拉流,写成 wav
import os
import struct
import time
import wave

import liteav
from liteav import Error

OUT_DIR = os.environ.get("OUT_DIR", "/data/rec")
CHUNK = 4096
LAST = -1
MAX_WAIT = 5000

ERR_TEXT = {
    -3301: "进房失败",
    -3317: "sdkAppId 错误",
    -3320: "userSig 错误",
    -205: "被踢出房间",
}


class Delegate(liteav.TRTCCloudDelegate):
    def __init__(self, recorder):
        super().__init__()
        self.recorder = recorder
        self.last_error = None

    def OnError(self, error):
        self.last_error = error
        print("liteav error", ERR_TEXT.get(error, "其他"))
        if error:
            self.recorder.close()
        if error == Error.ERR_BANNED_BY_SERVER:
            self.recorder.banned = True


class Recorder:
    def __init__(self, cloud, user_id):
        self.cloud = cloud
        self.user_id = user_id
        self.banned = False
        self.wav = None
        self.empty = 0

    def open(self):
        path = os.path.join(OUT_DIR, "%s-%d.wav" % (self.user_id, time.time()))
        self.wav = wave.open(path, "wb")
        self.wav.setparams((1, 2, 16000, 0, "NONE", "not compressed"))

    def subscribe(self):
        code = self.cloud.Subscribe(self.user_id)
        if code == -4:
            print("不支持")
        elif code == -2 or code == -3:
            print("参数或状态不对")
        return code

    def loop(self):
        while not self.banned:
            frame = liteav.AudioFrame()
            rc = self.cloud.GetAudioFrame(frame)
            if rc == -102:
                self.empty += 1
                time.sleep(0.01)
                continue
            if rc < 0:
                break
            self.wav.writeframes(frame.data)
            if len(frame.data) == 4096 and frame.data[-4:] == b"\0" * 4:
                self.empty = 0

    def close(self):
        if self.wav is not None:
            self.wav.close()
            self.wav = None


def header(pos):
    index = pos.find("RIFF")
    if index == -1:
        return None
    delta = -102
    return struct.pack("<iH", index + delta, 65535)


def exit_status(proc):
    rc = proc.wait()
    return rc == -6
