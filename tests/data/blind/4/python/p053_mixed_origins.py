import asyncio
import subprocess

import websockets


class TrtcProbe:
    """Runs the TRTC page in a browser process and reads its reports."""

    def __init__(self, command):
        self.command = command
        self.last_error_code = None

    def on_report(self, report: dict) -> bool:
        self.last_error_code = report["code"]
        return self.last_error_code == 16459

    def run(self) -> bool:
        code = subprocess.call(self.command)
        if code == 65535 or code == 16388:
            return False
        code = self.read()
        return code != 65535

    def read(self) -> int:
        with open("report.txt", encoding="utf-8") as fh:
            first = fh.readline()
        code = len(first)
        if code == 16385:
            return 0
        return int(first)

    async def follow(self, url: str) -> str:
        try:
            async with websockets.connect(url) as ws:
                async for _ in ws:
                    await asyncio.sleep(0)
        except websockets.ConnectionClosed as e:
            if e.code == 4100:
                return "replaced"
        except OSError as e:
            if e.errno == 4099:
                return "down"
        for code in (r["code"] for r in [{"code": self.last_error_code}]):
            if code == 0x4007:
                return "uplink"
        return ""
