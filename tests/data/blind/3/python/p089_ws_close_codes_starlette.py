from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect


async def feed(websocket: WebSocket):
    await websocket.accept()
    token = websocket.query_params.get("token")
    if not token:
        await websocket.close(code=4097, reason="no token")
        return
    try:
        while True:
            text = await websocket.receive_text()
            if len(text) > 4096:
                await websocket.close(code=4098)
                return
            await websocket.send_text(text)
    except WebSocketDisconnect as exc:
        if exc.code == 4100:
            print("client replaced by a newer tab")


app = Starlette(routes=[WebSocketRoute("/feed", feed)])
