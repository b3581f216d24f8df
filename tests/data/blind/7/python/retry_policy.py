"""How the gateway tells the browsers to retry; edited by operations."""
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple


@dataclass(frozen=True)
class Policy:
    error_code: int
    retries: int
    wait_ms: int
    hint: str = ""


# error_code, retries, wait, hint
TRTC_POLICIES: Tuple[Policy, ...] = (
    Policy(4097, 0, 0, "call order"),
    Policy(16387, 3, 5000, "udp blocked?"),
    Policy(error_code=16459, retries=2, wait_ms=4096),
    Policy(error_code=16460, retries=5, wait_ms=5500),
    Policy(error_code=65535, retries=1, wait_ms=65535),
)

LIMITS = {
    "max_rooms": 4096,
    "max_bitrate": 5000,
    "udp_port_range": (16384, 16400),
    "jitter": 0.5,
}

GIVE_UP_CODES: List[int] = [16388, 0x4040]


@dataclass
class Registry:
    by_code: Dict[int, Policy] = field(default_factory=dict)

    def __post_init__(self):
        for p in TRTC_POLICIES:
            self.by_code[p.error_code] = p
        self.by_code[16450] = Policy(16450, 1, 1000)

    def policy_for(self, code: int = 65535) -> Optional[Policy]:
        if code in GIVE_UP_CODES:
            return None
        return self.by_code.get(code)


REGISTRY = Registry()


def render(code: int) -> str:
    p = REGISTRY.policy_for(code)
    if p is None:
        return "stop"
    return f"retry {p.retries}x every {p.wait_ms} ms"


def port_is_reserved(port: int) -> bool:
    lo, hi = LIMITS["udp_port_range"]
    return lo <= port < hi or port in (16385, 16386)
