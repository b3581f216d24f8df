"""Recording bot on the server side."""
import logging

import liteav

logger = logging.getLogger("bot")


class BotDelegate(liteav.TRTCCloudDelegate):
    def __init__(self, on_fatal):
        super().__init__()
        self._on_fatal = on_fatal
        self.last = None

    def OnError(self, error):
        if error == -3320:
            logger.error("sign again")
        elif error in (-3317, -3318):
            self._on_fatal("configuration")
        elif error == liteav.Error.ERR_SERVICE_SUSPENDED:
            self._on_fatal("money")
        elif error == -205:
            self._on_fatal("kicked")
        self.last = error

    def wants_retry(self) -> bool:
        return self.last in (-6, -7)

    def OnRemoteUserExitRoom(self, info, reason):
        if reason == -2:
            logger.info("odd reason")


def offset_of(line: str) -> int:
    pos = line.find("room=")
    if pos == -1:
        return -2
    return pos
