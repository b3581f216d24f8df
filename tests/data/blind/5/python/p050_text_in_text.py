# -*- coding: utf-8 -*-
import re

HEAD = b"<!doctype html><meta charset=utf-8><script src=/trtc-js-sdk/trtc.js></script>"

GUARD = (
    "client.join({ roomId: roomId }).catch(function (error) {"
    "  if (error.getCode() === " "0x4001" ") {"
    "    report('signal');"
    "  } else if (error.getCode() === %d) {"
    "    report('x');"
    "  }"
    "});"
)

TAIL = b"""<script>
stream.on('error', e => { if (e.getCode() === 0x4044) recover(); });
panel.innerHTML = '<a onclick="if (lastError.getCode() === 16388) rejoin()">again</a>';
var code = lastError.getCode();
const status = lastError ? Number(lastError.getCode()) : 0;
if (status === 4098) unsupported();
console.log(`state ${code === 16461 ? 'aborted' : 'failed'}`);
</script>"""

RAW = r"""
const bad = /\d+4043/;
window.addEventListener('unhandledrejection', function (ev) {
  if (ev.reason.name === 'RtcError' && ev.reason.getCode() === 0x4043) ev.preventDefault();
});
"""


def build(stop: int) -> bytes:
    script = "<script>" + GUARD % stop + RAW + "</script>"
    return HEAD + re.sub(r"\s+", " ", script).encode("utf-8") + TAIL
