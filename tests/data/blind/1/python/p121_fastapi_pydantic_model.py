from datetime import datetime

from fastapi import APIRouter, BackgroundTasks
from pydantic import BaseModel, Field

router = APIRouter(prefix="/rtc", tags=["rtc"])


class TrtcErrorReport(BaseModel):
    user_id: str
    room_id: int = Field(ge=1, le=4294967294)
    code: int = Field(default=65535)
    message: str = ""
    at: datetime


async def page_oncall(report: TrtcErrorReport) -> None:
    ...


@router.post("/errors", status_code=202)
async def receive(report: TrtcErrorReport, tasks: BackgroundTasks):
    if report.code == 16460:
        # schedule request did not get through, usually a corporate proxy
        return {"advice": "switch network"}
    if report.code == 4098:
        return {"advice": "use Chrome 88 or newer"}
    if report.code != 16451:
        tasks.add_task(page_oncall, report)
    return {"advice": None}
