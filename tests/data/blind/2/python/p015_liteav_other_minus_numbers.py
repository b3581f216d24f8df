import os
import signal
import subprocess

import liteav


class Quiet(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        os.kill(os.getpid(), signal.SIGTERM)


def transcode(path):
    proc = subprocess.Popen(["ffmpeg", "-i", path, path + ".mp3"])
    proc.wait(timeout=5000)
    if proc.returncode == -6:
        return "aborted"
    if proc.returncode in (-2, -7):
        return "killed"
    return "ok"


def extension(path: str):
    idx = path.rfind(".")
    return path[idx:] if idx != -1 else path[-4:]


def gain_db(level):
    return {0: -3, 1: -6, 2: -102}.get(level, -5)
