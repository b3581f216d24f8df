from liteav import AudioFrame, TRTCCloud, TRTCCloudDelegate
import wave


class Silent(TRTCCloudDelegate):
    pass


def pull(cloud: TRTCCloud, path: str, seconds: int):
    frame = AudioFrame()
    got = 0
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(48000)
        while got < seconds * 96000:
            n = cloud.GetAudioFrame(frame)
            if n == -102:
                continue
            if n == -103:
                raise ConnectionError("network is gone")
            out.writeframes(frame.data)
            got += n


if __name__ == "__main__":
    pull(TRTCCloud(Silent()), "out.wav", 30)
