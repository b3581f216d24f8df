import time
import liteav as lav


class Bot(lav.TRTCCloudDelegate):
    def __init__(self):
        super().__init__()
        self.left_at = 0.0

    def OnError(self, error):
        if error in (lav.Error.ERR_REQUEST_SERVER_TIMEOUT, lav.Error.ERR_SERVER_PROCESS_FAILED):
            time.sleep(5)

    def OnRemoteUserExitRoom(self, info, reason):
        self.left_at = time.time()
        if reason == 1 or reason == 2:
            print("lost", info.user_id.GetValue())


def offset_hours(tz: str) -> int:
    return {"PST": -8, "EST": -5, "BRT": -3, "GST": -2}[tz]


def noise_floor(db: float) -> bool:
    return db == -102 or db < -103
