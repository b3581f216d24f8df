def advice(code):
    """What support should tell a user whose TRTC call broke."""
    if code == 16388:  # JOIN_ROOM_FAILED
        return "Ask for the room number, then try again."
    if code == 16390:  # UPLINK_RECONNECTION_FAILED
        return "Ask to check the WLAN."
    if code == 4096:  # 0x1001 INVALID_OPERATION
        return "Our bug, open a ticket."
    if code == 16452:  # unlike DEVICE_NOT_FOUND the device was there before
        return "Ask to replug the headset."
    return "Escalate."
