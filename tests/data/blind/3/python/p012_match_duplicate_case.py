from trtc_report.model import Event


def route(event: Event) -> str:
    match event.code:
        case 16385 | 16390:
            return "signalling"
        case 16388:
            return "join"
        case 16391 | 16392:
            return "media"
        case 16390:
            return "network"
        case _ if event.room_id == 16385:
            return "canary"
        case _:
            return "misc"
