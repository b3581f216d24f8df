import liteav


class D(liteav.TRTCCloudDelegate):
    def __init__(self, metrics):
        super().__init__()
        self.metrics = metrics

    def OnError(self, err):
        if not err:
            return
        self.metrics.incr("rtc.error", tags={"code": int(err)})
        if err == -3319:
            self.metrics.incr("rtc.bad_user")

    def OnConnectionStateChanged(self, old_state, new_state):
        self.metrics.gauge("rtc.state", int(new_state))
