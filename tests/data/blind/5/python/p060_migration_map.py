"""v4 pages and v5 pages report to the same queue while we migrate."""
import json
from collections import defaultdict

V4_PAGE = """
<script src="https://unpkg.com/trtc-js-sdk@4.15.22/trtc.js"></script>
<script>
  const client = TRTC.createClient(cfg);
  client.join(opts).catch(e => post({ v: 4, code: e.getCode(), denied: e.getCode() === 4097 }));
</script>
"""

V5_PAGE = """
<script src="https://unpkg.com/trtc-sdk-v5@5.11.1/trtc.js"></script>
<script>
  const trtc = TRTC.create();
  trtc.enterRoom(opts).catch(e => post({ v: 5, code: e.code, lost: e.code === 5500 }));
  trtc.startLocalAudio().catch(e => { if (e.code === 16451) resume(); });
</script>
"""


WATCH = "client.on('error', function (e) {{ if (e.getCode() === 16392) rejoin({room}); }});"


def watch(room: int) -> str:
    return WATCH.format(room=room)


def group(lines):
    out = defaultdict(list)
    for line in lines:
        report = json.loads(line)
        error_code = int(report["code"])
        if report["v"] == 4 and error_code in (16388, 4096):
            out["join"].append(report)
        elif report["v"] == 5 and report.get("ms") == 5400:
            out["slow"].append(report)
        elif error_code == 16450 or report["ms"] == 65535:
            out["timeout"].append(report)
    return out
