from __future__ import annotations

import hashlib
from datetime import datetime
from enum import Enum
from typing import Optional

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

router = APIRouter(prefix="/v1/rtc", tags=["rtc"])


class Severity(str, Enum):
    INFO = "info"
    WARN = "warn"
    PAGE = "page"


class TrtcErrorReport(BaseModel):
    user_id: str
    room_id: int = Field(gt=0, lt=4294967295)
    error_code: int = Field(default=65535, description="RtcError.getCode()")
    extra_code: Optional[int] = None
    message: str = Field("", max_length=4096)
    bitrate: int = Field(default=5000, ge=0)
    ts: datetime


def classify(report: TrtcErrorReport) -> Severity:
    match report.error_code:
        case 16451:
            return Severity.INFO
        case 4097 | 4098:
            return Severity.WARN
        case 16388 if report.extra_code == -100013:
            return Severity.PAGE
        case 16388 if report.extra_code in (70001, 70003, 70013):
            return Severity.WARN
        case 16460:
            return Severity.PAGE
        case _:
            return Severity.INFO


def shard_of(user_id: str, shards: int = 4096) -> int:
    digest = hashlib.blake2b(user_id.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % shards


async def get_sink():
    from .sinks import default_sink

    return default_sink


@router.post("/errors", status_code=202)
async def post_error(report: TrtcErrorReport, sink=Depends(get_sink)):
    severity = classify(report)
    try:
        await sink.put(shard_of(report.user_id), severity.value, report.model_dump())
    except TimeoutError as exc:
        raise HTTPException(status_code=503, detail="sink is slow") from exc
    return {"severity": severity}
