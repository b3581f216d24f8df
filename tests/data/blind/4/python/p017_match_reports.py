from dataclasses import dataclass


@dataclass
class Report:
    sdk: str
    code: int
    room: int = 0


def route(event, report: Report) -> str:
    match report.code:
        case 16388:
            return "join"
        case 16390 | 16391 | 0x4008:
            return "net"
        case code if code == 16459:
            return "timeout"
    match event:
        case {"sdk": "trtc", "code": 16451}:
            return "autoplay"
        case {"sdk": "trtc", "room": 16451}:
            return "room"
        case Report(code=16452):
            return "device"
        case Report(room=16385):
            return "lobby"
    match len(event):
        case 16388:
            return "long"
        case _:
            return ""
