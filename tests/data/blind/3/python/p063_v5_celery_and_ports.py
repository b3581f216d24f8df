import os

from celery import Celery

app = Celery("rtc", broker=f"redis://localhost:{os.getenv('REDIS_PORT', 5400)}/0")
app.conf.update(worker_max_memory_per_child=65535, result_expires=5000)

FIELDS = ("code", "extraCode", "functionName", "message")


@app.task(soft_time_limit=5200)
def store_trtc_report(report):
    row = {k: report.get(k) for k in FIELDS}
    if row["code"] == 5998:
        return "aborted"
    if row["code"] in (5100, 5000):
        return bug_report(row)
    return "stored"


def bug_report(row):
    if row["extraCode"] == 5104:
        return "called twice"
    return "bug in the page"
