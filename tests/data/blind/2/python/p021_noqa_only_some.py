TRTC_MAX_ROOM = 4294967294


def severity(code, extra=None):  # noqa: D103
    if code == 16388:  # noqa: TRT001
        return 1
    if code == 16390:  # noqa: E501
        return 1
    if code == 16451:  # noqa
        return 3
    if code == 16452:
        return 2
    if code == 16459:  # trtc: ignore[TRT001]
        return 2
    return 3 if code == 16461 else 0
