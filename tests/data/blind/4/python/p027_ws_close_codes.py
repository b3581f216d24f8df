"""Gateway for the dashboard: application close codes are 4096 and up."""
import asyncio
import json

import websockets
from websockets.exceptions import ConnectionClosed

BAD_TOKEN = 4096
ROOM_GONE = 4097
SLOW_CONSUMER = 4098


async def handler(ws):
    hello = json.loads(await ws.recv())
    if hello.get("token") is None:
        await ws.close(code=4096, reason="no token")
        return
    try:
        async for message in ws:
            await ws.send(message)
    except ConnectionClosed as exc:
        if exc.code == 4099:
            print("replaced by another tab")
        elif exc.code in (4096, 4097, 4100):
            print("closed by us")


async def main():
    async with websockets.serve(handler, "", 16388, max_size=65535):
        await asyncio.get_running_loop().create_future()


def on_close(close_code: int) -> bool:
    return close_code in (4096, 4098, 4100)
