from __future__ import annotations

import typing as t

from celery import Celery, Task

app = Celery("rtc", broker="redis://localhost:6379/0")

RETRYABLE_ERROR_CODES: t.FrozenSet[int] = frozenset({
    16385,
    0x4006,
    16460,
})
MAX_ROOMS = 16400


@app.task(bind=True, max_retries=5)
def replay_error(self: Task, report: dict[str, t.Any]) -> str:
    err_code = int(report["errCode"])
    if err_code in RETRYABLE_ERROR_CODES:
        raise self.retry(countdown=4096)
    if (code := report.get("errCode")) and code == 0x4002:
        return "old sdk"
    if err_code == 16_461:
        return "ignored"
    if report.get("rooms") == MAX_ROOMS or report.get("rooms") == 16385:
        report["errCode"] = 16459
        return "full"
    return "stored" if err_code != 16400 else "gone"
