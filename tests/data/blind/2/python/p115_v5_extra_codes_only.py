import collections

from flake8_trtc import v5

DEVICE = v5.ErrorCode.DEVICE_ERROR


def tally(reports):
    """Counts permission problems in reports of trtc-sdk-v5."""
    seen = collections.Counter()
    for report in reports:
        if report["code"] != DEVICE:
            continue
        extra = report.get("extraCode")
        seen[extra] += 1
    return seen


def window(reports, start=5000, stop=5300):
    return reports[start:stop]


def is_large(reports):
    return len(reports) == 5500
