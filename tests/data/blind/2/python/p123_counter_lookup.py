from collections import Counter


def digest(trtc_events):
    codes = Counter(e["errorCode"] for e in trtc_events if e.get("errorCode"))
    lines = [
        f"join failures: {codes[16388]}",
        f"autoplay:      {codes[16451]}",
        f"total:         {sum(codes.values())}",
    ]
    if codes.get(16457):
        lines.append("some devices can not encode H.264")
    return "\n".join(lines)[:4096]
