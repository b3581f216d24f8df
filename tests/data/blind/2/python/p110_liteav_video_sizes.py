import liteav

WIDTH, HEIGHT = 4096, 2160


class Sink(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        print("error", int(error), str(error))
        if error == liteav.Error.ERR_BANNED_BY_SERVER:
            raise SystemExit(1)

    def OnRemotePixelFrameReceived(self, user_id, stream_type, frame):
        if frame.width == 4096 and frame.pts % 5000 == 0:
            print(user_id, len(frame.data))


cloud = liteav.TRTCCloud(Sink())
params = liteav.EnterRoomParams()
params.room.room_id = 16388
params.room.sdk_app_id = 1400000123
ret = cloud.EnterRoom(params)
if ret < 0:
    raise SystemExit(ret)
