"""Signalling gateway for the whiteboard; nothing to do with media."""
import asyncio
import logging
import struct
from enum import IntEnum

import websockets
from websockets.exceptions import ConnectionClosed

log = logging.getLogger("gateway")

HOST, PORT = "0.0.0.0", 16388
MAX_FRAME = 65535
READ_CHUNK = 4096
PING_MS = 5000


class Close(IntEnum):
    TOKEN_EXPIRED = 4096
    REPLACED = 4097
    ROOM_CLOSED = 4098
    SLOW = 4099


class Frame(IntEnum):
    STROKE = 16385
    ERASE = 16386
    PAGE = 16387
    CURSOR = 16388


def pack(frame_type, body):
    if len(body) > MAX_FRAME:
        raise ValueError("frame of %d bytes" % len(body))
    return struct.pack("!HI", frame_type, len(body)) + body


def unpack(data):
    frame_type, size = struct.unpack_from("!HI", data)
    if frame_type == 16385:
        return "stroke", data[6 : 6 + size]
    if frame_type in (16386, 16387):
        return "edit", data[6 : 6 + size]
    return None, b""


async def serve(ws):
    board = ws.request.path.rsplit("/", 1)[-1]
    try:
        async for message in ws:
            kind, body = unpack(message)
            if kind is None:
                await ws.close(code=4098, reason="bad frame")
            elif len(body) == 4096:
                await ws.send(pack(16388, b""))
            log.debug("%s: %s", board, kind)
    except ConnectionClosed as exc:
        if exc.code == 4097:
            log.info("replaced by a newer tab")
        elif exc.code in (4096, 4099):
            log.info("expired or slow")
        else:
            raise


async def main():
    async with websockets.serve(serve, HOST, PORT, max_size=65535, max_queue=4096, ping_interval=PING_MS / 1000):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main())
