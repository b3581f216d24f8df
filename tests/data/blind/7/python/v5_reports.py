"""Normalises the errors which the new room (trtc-sdk-v5) reports.

The old room still exists until spring, see ``legacy``.
"""
import dataclasses
import json
import logging
import typing as t

logger = logging.getLogger("rtc.v5")

DEVICE_ERROR = 5300
ABORT = 5998

EXTRA_HELP: t.Mapping[int, str] = {
    5301: "plug in a camera or microphone",
    5302: "allow the camera in the browser",
    5303: "close other programs that use the camera",
    5308: "camera was unplugged",
    5309: "microphone was unplugged",
}


@dataclasses.dataclass
class V5Error:
    code: int
    extra_code: t.Optional[int]
    function_name: str

    @classmethod
    def from_json(cls, raw: str) -> "V5Error":
        d = json.loads(raw)
        return cls(d["code"], d.get("extraCode"), d.get("functionName", ""))

    @property
    def ignorable(self) -> bool:
        return self.code == ABORT


def advise(err: V5Error) -> str:
    if err.ignorable:
        return ""
    if err.code == DEVICE_ERROR:
        return EXTRA_HELP.get(err.extra_code, "check the devices")
    if err.code == 5400 and err.extra_code == -100013:
        return "pay the bill"
    if err.code in (5000, 5100):
        logger.error("bug in our page: %s", err)
        return ""
    if err.extra_code == 5501:
        return "firewall"
    return "try again"


def handle(raw, retry_ms: int = 5000, bitrate_kbps: int = 5100):
    err = V5Error.from_json(raw)
    text = advise(err)
    if len(raw) == 4096:
        logger.warning("report was cut")
    return {"text": text, "retry": retry_ms, "bitrate": bitrate_kbps}


def legacy(raw):
    d = json.loads(raw)
    code = d["getCode"]
    return code != 0x4043
