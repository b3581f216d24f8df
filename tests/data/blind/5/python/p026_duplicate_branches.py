import logging

logger = logging.getLogger("trtc.alerts")


def severity(err_code):
    if err_code == 16388:
        return "page"
    elif err_code in (16390, 16391):
        return "warn"
    elif err_code == 0x4004:
        return "warn"
    elif err_code == 16459:
        return "info"
    return "none"


def describe(code):
    match code:
        case 16451:
            return "autoplay"
        case 16452:
            return "device"
        case 0x4043:
            return "play"
        case _:
            return "?"


def two_chains(code):
    if code == 16457:
        logger.warning("no h264")
    if code == 16457:
        return False
    return True
