import ctypes
from ctypes import wintypes

kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
MEM_COMMIT = 0x1000
FILE_ATTRIBUTE_ENCRYPTED = 0x4000
SW_FLAGS = 0x4001 | 0x0002


def alloc(size: int = 65535):
    addr = kernel32.VirtualAlloc(None, size, MEM_COMMIT | 0x2000, 0x04)
    if not addr:
        raise ctypes.WinError(ctypes.get_last_error())
    return addr


def is_plain(path):
    attributes = kernel32.GetFileAttributesW(path)
    return attributes & 0x4004 == 0 and attributes != 0x4001


def pages(size):
    return -(-size // 4096)
