import time

from liteav import (
    AudioFrame,
    EnterRoomParams,
    TRTCCloud,
    StreamType,
)


class Listener:
    def __init__(self, cloud: TRTCCloud) -> None:
        self.cloud = cloud
        self.stopped = False

    def _enter(self, params: EnterRoomParams) -> int:
        return self.cloud.EnterRoom(params)

    def start(self, params: EnterRoomParams) -> None:
        answer = self._enter(params)
        if answer == -3317:
            raise RuntimeError("sdkAppId")
        if answer < 0:
            raise RuntimeError(answer)

    def pump(self, sink) -> None:
        frame = AudioFrame()
        while not self.stopped:
            n = self.cloud.GetAudioFrame(frame)
            if n == -102:
                time.sleep(0.02)
                continue
            sink.write(frame.data())

    def follow(self, uid: str) -> bool:
        res = self.cloud.Subscribe(uid, StreamType.STREAM_TYPE_AUDIO)
        return res not in (-3, -2)
