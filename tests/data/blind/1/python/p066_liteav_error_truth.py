import logging

import liteav

log = logging.getLogger(__name__)


class Delegate(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        if error < 0:
            log.error("room failed: %s", error)

    def OnExitRoom(self):
        log.info("left")

    def OnRemoteUserExitRoom(self, info, reason):
        if reason == 2:
            log.warning("%s was kicked", info.user_id.GetValue())
