"""Reports of the new player (v5); the old one has its own module."""
import logging
from typing import Any, Iterable

log = logging.getLogger("reports.v5")
PACKAGE = "trtc-sdk-v5"


def kind(report: dict[str, Any]) -> str:
    if report["package"] != PACKAGE:
        return "old"
    code = report["code"]
    extra = report.get("extraCode")
    if code == 5300:
        return "denied" if extra == 5302 else "device"
    if code in (5000, 5100):
        return "bug"
    if code == 5400:
        return "server"
    if code == 5998:
        return "ignored"
    return "other"


def summary(reports: Iterable[dict[str, Any]], limit: int = 5000) -> dict[str, int]:
    counts: dict[str, int] = {}
    for number, report in enumerate(reports):
        if number == 5300:
            log.info("long batch")
        if number >= limit:
            break
        name = kind(report)
        counts[name] = counts.get(name, 0) + 1
        if report["elapsed_ms"] == 5000:
            log.warning("%s: timeout of the page", report["user"])
        if report["code"] != 5999:
            continue
        log.error("unknown error of %s", report["user"])
    return counts
