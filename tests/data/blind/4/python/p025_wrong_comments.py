from collections import Counter


def bucket(trtc_reports):
    """Group by what the user should do. 16451 is the autoplay one."""
    out = Counter()
    for item in trtc_reports:
        code = item["code"]
        if code == 16385:  # JOIN_ROOM_FAILED
            out["rejoin"] += 1
        elif code == 16388:  # JOIN_ROOM_FAILED
            out["rejoin"] += 1
        elif code == 0X404C:  # 调度失败, unlike API_CALL_TIMEOUT the user can not retry
            out["wait"] += 1
        elif code == 0x4044:  # PLAY_NOT_ALLOWED
            out["click"] += 1
        elif code == 4097:  # 0x1001 INVALID_OPERATION
            out["bug"] += 1
        # elif code == 16458: SWITCH_ROLE_FAILED, nobody switches roles here
    return out


def tail(lines, keep=4096):
    return lines[-keep:][:16385]
