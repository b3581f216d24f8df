"""Frozen wire numbers of the TRTC report protocol, kept as numbers on purpose."""


def to_level(code: int) -> int:
    if code == 16388:  # noqa: TRT001
        return 40
    if code == 16451:  # noqa
        return 10
    if code in (16390, 16391, 16392):  # noqa: TRT001,E501
        return 30
    if code == 4099:  # trtc: ignore[TRT001]
        return 20
    return 0


LEVEL_BY_CODE = {
    16385: 30,  # noqa: TRT001
    16459: 20,  # noqa: TRT001
}
