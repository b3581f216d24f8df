from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager

import aioredis
import uvicorn
from fastapi import APIRouter, FastAPI, HTTPException, WebSocket, WebSocketDisconnect

router = APIRouter(prefix="/trtc")
QUEUE = asyncio.Queue(maxsize=65535)

hints = {
    "16451": "ask for a click, then resume()",
    "16452": "check the cable of the camera",
    "16457": "use another browser",
}


@router.get("/hint/{code}")
async def hint(code: str):
    if code == "16388":
        return {"hint": "see the extra code"}
    if code not in hints:
        raise HTTPException(404)
    return {"hint": hints[code]}


@router.post("/error")
async def error(body: dict):
    code, extra = body["code"], body.get("extraCode")
    if code == 16388 and extra == -100013:
        await notify_finance()
    if code == 16388 and body.get("extraCode") == -100006:
        return {"retry": False}
    await QUEUE.put((code, extra))
    return {"retry": code in (16459, 16460)}


@router.websocket("/ws")
async def ws(sock: WebSocket):
    await sock.accept()
    try:
        while True:
            msg = await sock.receive_json()
            if msg["type"] == 4097:
                await sock.close(code=4097)
                return
            if len(msg) > 4096:
                await sock.close(4098)
    except WebSocketDisconnect as exc:
        if exc.code == 4100:
            print("replaced by another tab")


async def notify_finance():
    reader, writer = await asyncio.open_connection("billing", 16388)
    writer.write(b"arrears\n")
    data = await reader.read(4096)
    writer.close()
    return data


@asynccontextmanager
async def lifespan(app):
    app.state.redis = await aioredis.from_url(os.environ["REDIS"], max_connections=4096)
    yield


app = FastAPI(lifespan=lifespan)
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, port=16451, timeout_keep_alive=5000, limit_concurrency=4099)
