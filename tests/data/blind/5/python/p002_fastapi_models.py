from __future__ import annotations

from typing import Literal, Optional

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

router = APIRouter(prefix="/trtc")


class ClientError(BaseModel):
    user_id: str
    room_id: int = Field(default=16400, ge=1, le=4294967294)
    error_code: int = Field(default=65535, description="RtcError.getCode()")
    kind: Literal[16388, 16451] = 16451
    message: Optional[str] = None


class Reply(BaseModel):
    code: int = 16388
    retry_after: int = 4096


@router.get("/errors")
async def errors(code: int = Query(0x404B), limit: int = Query(4096)):
    return {"code": code, "limit": limit}


@router.post("/errors")
async def post_error(err: ClientError) -> Reply:
    if err.error_code == 16460:
        return Reply(code=16460, retry_after=5)
    if err.room_id > 16385:
        return Reply(retry_after=0)
    return Reply(code=err.error_code)
