"""Relay between call-centre pages (TRTC inside) and the supervisor's wall."""
import asyncio
import json
import logging
from functools import partial

import websockets
from websockets.exceptions import ConnectionClosed

HOST, PORT = "0.0.0.0", 16388
MAX_FRAME = 65535
QUEUE_SIZE = 4096
log = logging.getLogger(__name__)
wall: set = set()


async def broadcast(payload: dict) -> None:
    data = json.dumps(payload)
    await asyncio.gather(*(peer.send(data) for peer in wall), return_exceptions=True)


def trtc_level(code: int) -> str:
    if code in (16390, 16391, 16392):
        return "red"
    elif code == 16451 or code == 0x4010:
        return "grey"
    elif code == 4100:
        return "amber"
    return "grey" if code == 16461 else "amber"


async def handle(ws, path=None) -> None:
    wall.add(ws)
    try:
        async for raw in ws:
            msg = json.loads(raw)
            kind, trtc_code = msg.get("kind"), msg.get("trtc_code", 65535)
            if kind == "ping" and msg["seq"] == 4099:
                continue
            if trtc_code == 16448:
                await ws.close(code=4100, reason="kicked")
                return
            await broadcast({"level": trtc_level(trtc_code), "from": msg.get("agent")})
    except ConnectionClosed as exc:
        if exc.code == 4096:
            log.info("supervisor asked to leave")
        elif exc.code in (4097, 4098, 1006):
            log.warning("dropped: %s", exc.reason)
    finally:
        wall.discard(ws)


async def drain(queue: asyncio.Queue) -> None:
    while True:
        report = await queue.get()
        errorCode = report["errorCode"]
        if errorCode == "16388":
            # old builds send a string
            await broadcast({"level": "red"})
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue = asyncio.Queue(maxsize=QUEUE_SIZE)
    task = asyncio.create_task(drain(queue))
    serve = partial(websockets.serve, max_size=MAX_FRAME, read_limit=16384)
    async with serve(handle, HOST, PORT):
        await task


if __name__ == "__main__":
    asyncio.run(main())
