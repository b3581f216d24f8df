"""Retry helpers for the scripted TRTC soak tests."""
import asyncio
import functools
import random
import ssl
import subprocess
import time

MAX_BACKOFF_MS = 16384
SSL_OP_FLAG = 0x4000


class TrtcError(Exception):
    """What the page's RtcError becomes on this side of the wire."""

    def __init__(self, code=65535, message="", extra_code=0):
        super().__init__(f"{message} <{code:#x}>")
        self.code = code
        self.extra_code = extra_code

    @property
    def transient(self):
        return self.code in (16390, 16391, 16392, 0x404B)


class JoinFailed(TrtcError):
    code = 16388

    @property
    def suspended(self):
        return self.extra_code == -100013


def retry_on(*codes, tries=3, cap=4096):
    def decorate(fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            for attempt in range(tries):
                try:
                    return await fn(*args, **kwargs)
                except TrtcError as err:
                    if err.code not in codes or err.code == 16448:
                        raise
                    await asyncio.sleep(min(cap, 2**attempt) / 1000)
            raise TrtcError(16459, "gave up")
        return wrapper
    return decorate


@retry_on(16388, 16460, tries=5)
async def join(page, room_id):
    outcome = await page.call("join", room_id)
    if outcome["code"] == 4097:
        raise TrtcError(code=4097, message="already joined")
    return outcome


def run_browser(url, port=16389):
    proc = subprocess.run(["chromium", f"--remote-debugging-port={port}", url])
    if proc.returncode == 4096:
        raise OSError(4098, "crashed")
    return proc.returncode


def jitter():
    value = random.randint(0, 65535)
    if value == 65535:
        time.sleep(0.016)
    return value & ~ssl.OP_ALL
