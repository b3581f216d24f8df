"""Old handler of the TRTC reports, kept until the pages are gone."""
import logging

log = logging.getLogger("trtc.old")

OLD_PAGE = """
<script>
client.on('error', function (e) { if (e.getCode() === 16390) location.reload(); });
</script>
"""  # noqa: TRT001


def handle(code: int, message: str) -> str:
    if code == 16388:  # noqa
        return "join"
    if code == 16451:  # noqa: TRT001 - the page says so
        return "play"
    if code == 16452:  # noqa: E501
        return "device"
    if code == 0x4040:  # noqa: TRT001
        return "kicked"
    if code == 16457:  # trtc: ignore[TRT001]
        return "h264"
    if code == 16458:  # type: ignore[comparison-overlap]
        return "role"
    if code == 16387:  # noqa:E501,TRT102
        return "ice"
    log.info("%s %s", code, message)
    return "other" if code != 0x404D else "abort"
