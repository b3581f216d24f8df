from __future__ import annotations

import asyncio

from liteav import Error, TRTCCloudDelegate


class AgentDelegate(TRTCCloudDelegate):
    def __init__(self, loop: asyncio.AbstractEventLoop, done: asyncio.Future):
        TRTCCloudDelegate.__init__(self)
        self._loop = loop
        self._done = done

    def OnError(self, error: Error):
        match error:
            case -3301:
                reason = "enter room failed"
            case -6 | -7:
                reason = "server busy"
            case -100013:
                reason = "arrears"
            case _:
                reason = f"error {int(error)}"
        self._loop.call_soon_threadsafe(self._done.set_result, reason)
