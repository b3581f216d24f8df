from typing import Iterable, Mapping


def had_autoplay_block(trtc_errors: Iterable[Mapping]) -> bool:
    return any(err["code"] == 16451 for err in trtc_errors)


def only_network(trtc_errors):
    return all(e.get("code") in {16385, 16390, 16391, 16392} for e in trtc_errors)


def without_aborts(trtc_errors):
    return list(filter(lambda e: e["code"] != 16461, trtc_errors))


def first_device_problem(trtc_errors):
    return next((e for e in trtc_errors if e["code"] in (4099, 4100, 16452)), None)
