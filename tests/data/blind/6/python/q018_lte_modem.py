"""Driver of the LTE modem in the vending machines."""
import logging
import time

import serial

log = logging.getLogger(__name__)
FIRMWARE_BLOCK = 4096
VENDOR_ERRORS = {4096: "busy", 4097: "no SIM", 4098: "PIN", 4099: "blocked", 4100: "PUK"}


class ModemError(Exception):
    def __init__(self, error_code: int) -> None:
        super().__init__(VENDOR_ERRORS.get(error_code, str(error_code)))
        self.error_code = error_code


class Modem:
    def __init__(self, device: str = "/dev/ttyUSB2") -> None:
        self.port = serial.Serial(device, 115200, timeout=2)

    def command(self, text: str) -> str:
        self.port.write(text.encode("ascii") + b"\r")
        answer = self.port.read_until(b"\r\nOK\r\n", 65535).decode("ascii", "replace")
        if "+CME ERROR:" in answer:
            error_code = int(answer.rsplit(":", 1)[1])
            if error_code == 4096:
                time.sleep(1)
                return self.command(text)
            raise ModemError(error_code)
        return answer

    def unlock(self, pin: str) -> bool:
        try:
            self.command(f'AT+CPIN="{pin}"')
        except ModemError as e:
            if e.error_code in (4098, 4099):
                return False
            raise
        return True

    def cell(self) -> int:
        lac = int(self.command("AT+CREG?").split(",")[2].strip('"'), 16)
        return -1 if lac == 0xFFFF else lac
