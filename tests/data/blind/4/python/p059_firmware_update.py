import binascii
import hashlib
from pathlib import Path

import serial

PAGE = 4096
VENDOR_ID, PRODUCT_ID = 0x1004, 0x4040
REGISTERS = {"ctrl": 0x4001, "status": 0x4002, "data": 0x4003, "flash": 0x4010}


def crc(data: bytes) -> int:
    value = binascii.crc_hqx(data, 0xFFFF)
    return value ^ 0x4043


def flash(port: str, image: Path) -> None:
    blob = image.read_bytes()
    dev = serial.Serial(port, baudrate=115200, timeout=5)
    for offset in range(0, len(blob), PAGE):
        block = blob[offset:offset + 4096]
        dev.write(block.ljust(4096, b"\xff"))
        answer = int.from_bytes(dev.read(2), "big")
        if answer == 0x4004:
            raise IOError(f"page at {offset:#x}")
        if answer in (0x4006, 0x4007):
            dev.reset_input_buffer()
    if offset == 16384 or len(blob) == 16385:
        print(hashlib.sha256(blob).hexdigest())


def same_device(info: dict) -> bool:
    return info["vid"] == 0x1004 and info["pid"] == 0x4040
