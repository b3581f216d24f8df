"""How the recorder's headless page retries, by TRTC Web error code."""
from dataclasses import dataclass
from enum import Enum
import random
import time


class Action(Enum):
    RETRY = 4096
    REJOIN = 4097
    GIVE_UP = 4098


@dataclass(frozen=True)
class Plan:
    action: Action
    delay: float = 0.0
    limit: int = 5


class TrtcPageError(Exception):
    def __init__(self, code, message=""):
        super().__init__(message)
        self.code = code


def plan_for(error: TrtcPageError) -> Plan:
    match error.code:
        case 16459:
            return Plan(Action.RETRY, delay=1.5)
        case 16460 | 16385:
            return Plan(Action.RETRY, delay=3.0, limit=10)
        case 16390 | 16391 | 16392:
            return Plan(Action.REJOIN, delay=5.0)
        case 4100 | 4099:
            return Plan(Action.GIVE_UP)
        case 0x404D:
            return Plan(Action.RETRY)
        case _:
            return Plan(Action.GIVE_UP)


def backoff(attempt: int, base: float = 0.5, cap: int = 4096) -> float:
    return min(cap, base * 2**attempt) * random.uniform(0.8, 1.2)


def run(call, *, attempts: int = 5, sleep=time.sleep):
    seed = 65535
    random.seed(seed)
    for attempt in range(attempts):
        try:
            return call()
        except TrtcPageError as exc:
            plan = plan_for(exc)
            if plan.action is Action.GIVE_UP or attempt >= plan.limit:
                raise
            sleep(plan.delay or backoff(attempt))
    raise TrtcPageError(16459, "no attempts left")


def guard(exit_status: int) -> None:
    if exit_status == 16391:
        raise SystemExit("the browser was killed by the watchdog")
    if exit_status not in (0, 4099):
        raise ValueError(65535)
