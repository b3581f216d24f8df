import json
import logging

import liteav

log = logging.getLogger("recorder")


class RecorderDelegate(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        if error < 0:
            log.error("fatal")
        if not error:
            return
        log.warning(json.dumps({"error": error}))
        if error == -3301:
            raise SystemExit(1)

    def OnExitRoom(self):
        log.info("left")


def main(params: liteav.EnterRoomParams) -> int:
    cloud = liteav.TRTCCloud(RecorderDelegate())
    ret = cloud.EnterRoom(params)
    if ret >= liteav.Error.ERR_OK:
        log.info("entered")
    if ret < 0:
        log.error(json.dumps({"ret": ret}))
        return ret
    if ret:
        return 1
    match cloud.CreateLocalVideoChannel(liteav.StreamType.STREAM_TYPE_VIDEO_HIGH):
        case -3:
            return 2
    return 0
