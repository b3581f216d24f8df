import zlib


def checksum16(data: bytes) -> int:
    code = zlib.crc32(data) & 0xFFFF
    return code


def fletcher16(data: bytes) -> int:
    lo = hi = 0
    for byte in data:
        lo = (lo + byte) % 255
        hi = (hi + lo) % 255
    return (hi << 8 | lo) & 65535


def self_test():
    assert checksum16(b"") == 0
    assert fletcher16(b"abcde") == 0xC8F0
    blocks = [bytes(4096), bytes(16385), bytes(65535)]
    assert len({fletcher16(b) for b in blocks}) >= 1
    assert len(blocks[1]) == 16385
