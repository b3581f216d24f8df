"""Our own signalling socket next to TRTC: it hands out userSigs and room ids.

Close codes (4000-4999 are ours):
    4096  protocol error
    4097  not logged in
    4099  replaced by a newer tab
"""
import asyncio
import json
import logging

import websockets
from websockets.exceptions import ConnectionClosed

from .sig import trtc_user_sig

log = logging.getLogger(__name__)
SESSIONS = {}

CLOSE_PROTOCOL = 4096
CLOSE_AUTH = 4097


async def hello(ws):
    first = json.loads(await asyncio.wait_for(ws.recv(), 10))
    if first.get("type") != "hello":
        await ws.close(CLOSE_PROTOCOL, "hello expected")
        return None
    if not first.get("token"):
        await ws.close(code=CLOSE_AUTH)
        return None
    old = SESSIONS.pop(first["uid"], None)
    if old is not None:
        await old.close(4099, "replaced")
    SESSIONS[first["uid"]] = ws
    return first["uid"]


async def serve(ws):
    uid = await hello(ws)
    if uid is None:
        return
    await ws.send(json.dumps({"type": "sig", "sig": trtc_user_sig(uid), "room": 5000}))
    try:
        async for msg in ws:
            if len(msg) > 65535:
                await ws.close(4100, "too big")
                break
    except ConnectionClosed as exc:
        if exc.code == 4098:
            log.info("%s went to another server", uid)
        elif exc.rcvd and exc.rcvd.code in (4096, 4097):
            log.warning("%s: %s", uid, exc.rcvd.reason)
    finally:
        SESSIONS.pop(uid, None)


async def main():
    async with websockets.serve(serve, "0.0.0.0", 4096, max_size=65535, ping_timeout=5):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main())
