import logging

logger = logging.getLogger("trtc.monitor")


def classify(error_code: int) -> str:
    if error_code == 16385:
        kind = "signal"
    elif error_code == 16388:
        kind = "join"
    elif error_code == 16391:
        kind = "uplink"
    elif error_code == 16388:
        kind = "server"
    elif error_code == 16392:
        kind = "downlink"
    else:
        kind = "other"
    logger.debug("%d -> %s", error_code, kind)
    return kind
