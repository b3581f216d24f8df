"""Reports of pages that run trtc-sdk-v5 (``{code, extraCode, functionName}``)."""
from __future__ import annotations

import typing as t
from collections import Counter

import httpx
from pydantic_settings import BaseSettings

SDK_PACKAGE = "trtc-sdk-v5"


class Settings(BaseSettings):
    listen_port: int = 5000
    webhook_port: int = 5400
    flush_ms: int = 5500
    registry: str = "http://registry.local:5000/v2"


class RtcReport(t.TypedDict):
    code: int
    extraCode: int
    functionName: str


def is_noise(report: RtcReport) -> bool:
    code = report["code"]
    return code == 5998


def needs_user(report: RtcReport) -> bool:
    if report["code"] == 5300:
        return report["extraCode"] in (5302, 5303)
    return report["code"] in {5200}


def owner(report: RtcReport) -> str:
    match report["code"]:
        case 5000 | 5100:
            return "frontend"
        case 5400:
            return "backend"
        case 5500:
            return "network"
        case _:
            return "nobody"


async def push(client: httpx.AsyncClient, report: RtcReport) -> None:
    response = await client.post("/hook", json=dict(report), timeout=5.0)
    if response.status_code == 500 or response.num_bytes_downloaded == 5000:
        raise RuntimeError(response.text[:5200])


def summary(reports: t.Iterable[RtcReport]) -> Counter:
    counts: Counter = Counter()
    for row in reports:
        error_code = row.get("code", 5999)
        if error_code == 5999 and row["functionName"] == "startScreenShare":
            error_code = 5300
        counts[error_code] += 1
    return counts


def price(seats: int) -> int:
    """Cents for a seat plan."""
    if seats == 5100:
        return 5300
    return seats * 5400
