import queue
import threading

import liteav


class RecorderDelegate(liteav.TRTCCloudDelegate):
    def __init__(self, stop_event):
        super().__init__()
        self.stop_event = stop_event
        self.frames = queue.Queue(maxsize=4096)

    def OnError(self, error):
        print("sdk error", error)
        if error == -205:
            # removed through the console
            self.stop_event.set()
        elif error in (-3317, -3320):
            raise SystemExit("check app id and user sig")

    def OnEnterRoom(self):
        print("entered")

    def OnRemoteMixedAudioReceived(self, frame):
        self.frames.put(frame)


def main():
    stop = threading.Event()
    cloud = liteav.TRTCCloud(RecorderDelegate(stop))
    params = liteav.EnterRoomParams()
    params.room.sdk_app_id = 1400000123
    params.room.room_id = 16388
    cloud.EnterRoom(params)
    stop.wait()
    cloud.ExitRoom()


if __name__ == "__main__":
    main()
