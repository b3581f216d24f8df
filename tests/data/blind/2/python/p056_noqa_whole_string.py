from pathlib import Path

# one comment silences the whole string
PAGE = """
<script src="https://web.sdk.qcloud.com/trtc/webrtc/download/webrtc_latest.js"></script>
<script>
  client.on('error', e => {
    if (e.getCode() === 16391) { location.reload(); }
    if (e.getCode() === 16392) { location.reload(); }
  });
</script>
"""  # noqa: TRT001


def write(directory: Path) -> Path:
    target = directory / "kiosk.html"
    target.write_text(PAGE)
    return target
