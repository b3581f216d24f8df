import asyncio
import logging

import websockets

log = logging.getLogger("gateway")
FATAL_CLOSE_CODES = {4096, 4099, 4100}


async def run(url):
    while True:
        try:
            async with websockets.connect(url, max_queue=4096) as ws:
                async for message in ws:
                    log.debug("got %d bytes", len(message))
        except websockets.ConnectionClosed as exc:
            if exc.code == 4099:
                log.error("banned")
                return
            if exc.code in FATAL_CLOSE_CODES:
                raise
        await asyncio.sleep(5)


asyncio.run(run("wss://example.org:5000/gateway"))
