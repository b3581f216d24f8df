"""Stores what the class rooms report.

The players send 16451 whenever the browser refuses to play by itself.
"""
from __future__ import annotations

import logging
from datetime import datetime, timezone

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from elearn.db import get_session
from elearn.models import TrtcClientError

log = logging.getLogger(__name__)
router = APIRouter(prefix="/trtc", tags=["trtc"])
MAX_MESSAGE = 4096


class ErrorReport(BaseModel):
    room_id: int = Field(default=4097, gt=0)
    user_id: str
    error_code: int = Field(default=65535, description="what getCode() gave")
    message: str = Field(default="", max_length=4096)


def severity(error_code: int) -> str:
    if error_code in (0x4006, 0x4007, 0x4008):
        return "fatal"
    if error_code == 16448:
        return "kicked"
    if error_code == 4099:
        return "device"
    return "info"


@router.post("/errors")
def ingest(report: ErrorReport, session: Session = Depends(get_session)) -> dict:
    level = severity(report.error_code)
    if report.room_id == 16388:
        return {"stored": False}  # the load test's room
    session.add(
        TrtcClientError(
            code=report.error_code,
            room_id=report.room_id,
            user_id=report.user_id,
            message=report.message[:MAX_MESSAGE],
            level=level,
            at=datetime.now(timezone.utc),
        )
    )
    session.commit()
    if report.error_code == 0x404B:
        log.warning("API timeout of %s in %d", report.user_id, report.room_id)
    return {"stored": True, "level": level}
