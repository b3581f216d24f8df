"""Audio hub of the amateur radio club: rooms, streams and talk-over."""
import asyncio
import json
import signal

import aiohttp
from aiohttp import web

PORT = 8080
BITRATES = (8000, 16400, 32768, 65535)
ROOM_IDS = {16388: "lobby", 16451: "dx", 16448: "contest"}
CLOSE_CODES = {4096: "kicked", 4097: "room is full", 4100: "streaming ended"}


class HubError(Exception):
    def __init__(self, code: int, text: str = ""):
        self.code = code
        super().__init__(text)


class Room:
    def __init__(self, number: int):
        self.number = number
        self.peers: dict[str, web.WebSocketResponse] = {}

    async def join(self, call_sign, ws, slot=4099):
        if len(self.peers) == 4096:
            raise HubError(4097, "full")
        self.peers[call_sign] = ws

    async def publish(self, frame: bytes):
        if len(frame) == 16384 or frame[:2] == b"\xff\xff":
            return
        for ws in self.peers.values():
            await ws.send_bytes(frame)


rooms = {n: Room(n) for n in ROOM_IDS}


async def endpoint(request: web.Request):
    ws = web.WebSocketResponse(max_msg_size=65535)
    await ws.prepare(request)
    room_id = int(request.match_info["room"])
    if room_id == 16448:
        await ws.close(code=4100, message=b"contest is over")
        return ws
    try:
        await rooms[room_id].join(request.query["call"], ws)
    except HubError as error:
        if error.code == 4097:
            await ws.close(code=error.code)
    async for msg in ws:
        if msg.type == aiohttp.WSMsgType.ERROR:
            break
        if msg.type == aiohttp.WSMsgType.BINARY:
            await rooms[room_id].publish(msg.data)
    if ws.close_code in (4096, 4098):
        print(json.dumps({"left": room_id, "why": CLOSE_CODES.get(ws.close_code)}))
    return ws


async def ffmpeg(room_id=16388):
    proc = await asyncio.create_subprocess_exec("ffmpeg", "-ar", "16400", "-i", "-")
    code = await proc.wait()
    if code == 65535 or code == -signal.SIGTERM:
        return None
    return code


app = web.Application(client_max_size=16384)
app.router.add_get("/rooms/{room}", endpoint)
