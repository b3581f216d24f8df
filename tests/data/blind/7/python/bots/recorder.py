import argparse
import os
import sys
import wave

from liteav import Error, TRTCCloud, TRTCCloudDelegate, TRTCParams

EXIT_OK = 0
EXIT_ARREARS = 3

FATAL = {-100013, -205, Error.ERR_INVALID_LICENSE}


class Rec(TRTCCloudDelegate):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.stop = False
        self.status = EXIT_OK
        self.out = wave.open(path, "wb")
        self.out.setnchannels(1)
        self.out.setsampwidth(2)
        self.out.setframerate(48000)

    def OnError(self, error):
        if error in FATAL:
            self.stop = True
            self.status = EXIT_ARREARS if error == -100013 else 1
        print("error", int(error), file=sys.stderr)

    def OnRemoteAudioReceived(self, user_id, frame):
        self.out.writeframes(frame.data)


def pick(cloud, rec, user):
    status = cloud.Subscribe(user)
    tries = 0
    while status == -103 and tries < 5:
        status = cloud.Subscribe(user)
        tries += 1
    return status


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("room", type=int)
    ap.add_argument("--user", default="teacher")
    ap.add_argument("--gain-db", type=int, default=-6)
    ap.add_argument("--nice", type=int, default=-5)
    ns = ap.parse_args()
    os.nice(ns.nice)

    params = TRTCParams()
    params.room_id = ns.room
    rec = Rec(f"{ns.room}.wav")
    cloud = TRTCCloud.Create(rec)
    code = cloud.EnterRoom(params)
    match code:
        case 0:
            pass
        case -4 | -5:
            sys.exit("this machine cannot run the SDK")
        case other:
            sys.exit(f"EnterRoom: {other}")

    if pick(cloud, rec, ns.user) < 0:
        print("nobody to record")
    fd = os.open("rec.lock", os.O_CREAT | os.O_RDWR)
    if fd == -1:
        return EXIT_OK
    os.close(fd)
    return rec.status


if __name__ == "__main__":
    sys.exit(main())
