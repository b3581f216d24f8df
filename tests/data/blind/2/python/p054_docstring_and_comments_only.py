def handle(report):
    """Route one TRTC report.

    16388 goes to the back-end team, 16451 is dropped and 16390..16392 are
    sampled. ``code === 0x4043`` in the page is the same as 16451 here.

    >>> handle({"name": "JOIN_ROOM_FAILED"})
    'backend'
    """
    # if report["code"] == 16388:
    #     return "backend"
    name = report["name"]
    if name == "JOIN_ROOM_FAILED":
        return "backend"
    if name == "PLAY_NOT_ALLOWED":  # 16451
        return None
    return "sample"
