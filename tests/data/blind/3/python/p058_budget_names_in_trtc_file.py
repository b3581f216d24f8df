from dataclasses import dataclass

TRTC_PORT = 16388
TRTC_UDP_RANGE = (16385, 16461)


@dataclass(frozen=True)
class TrtcSettings:
    sdk_app_id: int
    error_budget: int = 5000
    media_port: int = 16390
    join_timeout_ms: int = 5300
    max_message: int = 4096
    room_capacity: int = 65535

    def over_budget(self, errors: int) -> bool:
        return errors > self.error_budget

    def is_default_port(self) -> bool:
        return self.media_port == 16390 or self.media_port == TRTC_PORT


def test_defaults():
    s = TrtcSettings(1400000000)
    assert s.join_timeout_ms == 5300
    assert s.media_port == 16390
