from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.trtc import sign

router = APIRouter()


@router.websocket("/signal")
async def signal(websocket: WebSocket):
    await websocket.accept()
    try:
        while True:
            msg = await websocket.receive_json()
            if msg["type"] == "sig":
                await websocket.send_json({"userSig": sign(msg["userId"], expire=5000)})
    except WebSocketDisconnect as exc:
        close_code = exc.code
        if close_code == 4099:
            print("tab replaced")
        elif close_code in (4096, 4100):
            print("logged out")
