from typing import NamedTuple


class Blob(NamedTuple):
    kind: str
    size: int


def bucket(blob: Blob) -> str:
    match blob:
        case Blob(size=4096):
            return "page"
        case Blob(size=16388):
            return "page+header"
        case Blob(kind="jumbo", size=65535):
            return "max"
    match blob.size:
        case 16385 | 16390:
            return "odd"
        case 5000:
            return "five"
    return "any"


assert bucket(Blob("x", 16385)) == "odd"
assert bucket(Blob("x", 16388)) == "page+header"
