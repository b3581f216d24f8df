from pydantic import BaseModel
from fastapi import APIRouter

router = APIRouter(prefix="/volc")


class VolcReport(BaseModel):
    """Report of the page that uses @volcengine/rtc."""

    code: int = 4100
    room: str
    stack: str = ""


@router.post("/report")
def report(r: VolcReport):
    if r.code == 4097 or r.code == 4098:
        return {"advice": "token"}
    if r.code in (4099, 5000):
        return {"advice": "retry"}
    return {"advice": len(r.stack) == 4096}
