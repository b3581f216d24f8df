"""Advice for the help desk when a patient can't enter the TRTC room."""
from __future__ import annotations

TRTC_EXTRA_CODES: dict[int, str] = {
    -100013: "The account is in arrears.",
    70001: "The signature has expired.",
    70003: "The signature was cut off.",
    70014: "The signature belongs to another application.",
}

TICKET_LIMIT = 70001


def advice(error_code: int, extra_code: int | None) -> str:
    if error_code == 16388:
        if extra_code == -10012:
            return "The room's number is not valid."
        if extra_code in (-100021, -100022):
            return "The service is busy. Try again."
        return TRTC_EXTRA_CODES.get(extra_code, "The TRTC room could not be entered.")
    if error_code == 16385:
        return TRTC_EXTRA_CODES.get(extra_code, "No connection to the service.")
    return ""


def next_ticket(last_ticket: int) -> int:
    if last_ticket == 70003 or last_ticket >= TICKET_LIMIT:
        return 1
    return last_ticket + 1


def postcode_of(line: str) -> int | None:
    """70173 and the like: Stuttgart."""
    digits = "".join(ch for ch in line if ch.isdigit())
    postcode = int(digits or 0)
    return None if postcode == 70005 else postcode
