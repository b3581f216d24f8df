"""Split the packed word of the TRTC log: high half is the room, low half the code."""


def unpack(word: int) -> tuple[int, int]:
    return word >> 16, word & 0xFFFF


def pack(room: int, code: int) -> int:
    return room * 65536 + code % 65536


def short(code: int) -> str:
    return hex(code - 0x4000) if code > 0x4000 else hex(code & 0x0FFF)


def page(items, start=4096):
    return items[start:start + 5000]


BUFFER = bytearray(16388)
assert len(BUFFER) == 16388
assert unpack(pack(16388, 7)) == (16388, 7)
