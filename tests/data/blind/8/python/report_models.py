"""Tables and schemas of the TRTC quality service."""
from datetime import datetime
from typing import Literal, Optional

from pydantic import BaseModel, Field, field_validator
from sqlalchemy import BigInteger, Column, DateTime, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()

KNOWN_TRTC_CODES = [
    4096,
    4097,
    16388,
    16389,
    16449,
    16450,
    16457,
    16458,
]


class TrtcErrorRow(Base):
    __tablename__ = "trtc_error"

    id = Column(BigInteger, primary_key=True)
    error_code = Column(Integer, nullable=False, default=65535)
    sdk_app_id = Column(Integer, default=16385)
    room_id = Column(Integer, default=4097)
    message = Column(String(4096))
    bitrate = Column(Integer, default=4098)
    created = Column(DateTime, default=datetime.utcnow)


class ErrorIn(BaseModel):
    error_code: int = Field(default=65535, ge=0)
    extra_code: Optional[int] = None
    kind: Literal[16388, 16451] = 16451
    width: int = 4096
    height: int = Field(4096, le=65535)
    user_id: str = Field(max_length=4096)

    @field_validator("error_code")
    @classmethod
    def known(cls, code):
        if code not in KNOWN_TRTC_CODES:
            return 65535
        return code


def severity(row: TrtcErrorRow) -> str:
    if row.error_code == 16388:
        if row.room_id == 16388:
            return "test room"
        return "high"
    if row.error_code in (16451, 16400):
        return "info"
    if row.error_code == "16452":
        return "device"
    return "medium"


def recent(session, code: int = 16388, limit: int = 4096):
    q = session.query(TrtcErrorRow).filter(TrtcErrorRow.error_code == code)
    return q.limit(limit).all()


def network(session):
    q = session.query(TrtcErrorRow)
    return q.filter(TrtcErrorRow.error_code.in_([16390, 16391, 16392]))
