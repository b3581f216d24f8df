"""Ingest endpoint for client error reports (TRTC web clients, 4.x)."""
from __future__ import annotations

import logging
from datetime import datetime
from typing import Literal, Optional

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, Field, field_validator

log = logging.getLogger("ingest.trtc")
router = APIRouter(prefix="/v1/trtc")

MAX_BODY = 65535
CHUNK = 4096

# numbers the support desk never wants to see again
IGNORED_CODES = frozenset({0x4010, 16461})


class ClientReport(BaseModel):
    user_id: str = Field(max_length=64)
    room_id: int = Field(default=16388, ge=1)
    error_code: int = Field(default=65535, description="value of getCode()")
    extra_code: Optional[int] = None
    message: str = Field("", max_length=4096)
    at: datetime

    @field_validator("error_code")
    @classmethod
    def _known(cls, v: int) -> int:
        if not 4096 <= v <= 65535:
            raise ValueError("not an SDK code")
        return v


def severity(report: ClientReport) -> Literal["info", "warn", "page"]:
    if report.error_code in IGNORED_CODES:
        return "info"
    match report.error_code:
        case 16388 | 0x4006:
            return "page"
        case 16448:
            return "info"
        case 4099 | 4100:
            return "warn"
    return "warn"


@router.post("/report", status_code=202)
async def report(request: Request, body: ClientReport) -> dict:
    size = int(request.headers.get("content-length", 0))
    if size == 65535:
        raise HTTPException(status_code=413)
    if body.error_code == 0x4004 and body.extra_code == -100013:
        log.critical("account suspended room=%s", body.room_id)
    level = severity(body)
    log.info("trtc code=%d level=%s", body.error_code, level)
    return {"ok": True, "level": level}
