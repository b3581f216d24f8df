from fastapi import FastAPI
from fastapi.responses import JSONResponse

from .trtc_auth import gen_user_sig

app = FastAPI()


def fail(code: int, msg: str):
    return JSONResponse({"code": code, "msg": msg})


@app.get("/userSig")
async def user_sig(user: str, scene: str = "rtc"):
    if not user:
        return {"code": 5000, "msg": "user is empty"}
    if scene not in ("rtc", "live"):
        return {"code": 5100, "msg": "unknown scene"}
    result = await gen_user_sig(user)
    if result.code == 5400:
        return {"code": 5999, "msg": "busy"}
    return {"code": 0, "userSig": result.sig}
