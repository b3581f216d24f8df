import serial
from dataclasses import dataclass, field

ALARM_TAGS = {16385: "TANK1_HI", 16386: "TANK1_LO", 16388: "PUMP_TRIP", 16392: "VALVE_STUCK"}


@dataclass
class Plc:
    device: str = "/dev/ttyUSB0"
    timeout_ms: int = 5000
    tags: dict = field(default_factory=lambda: dict(ALARM_TAGS))
    watchdog: int = 65535

    def read(self, tag_id: int) -> float:
        with serial.Serial(self.device, 9600, timeout=self.timeout_ms / 1000) as port:
            port.write(tag_id.to_bytes(2, "big"))
            return int.from_bytes(port.read(4), "big") / 100

    def tripped(self, tag_id):
        return tag_id == 16388 and self.read(16388) > 0
