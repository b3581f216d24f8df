def is_trtc_web_code(code: int) -> bool:
    return 4096 <= code <= 4100 or 16385 <= code <= 16461 or code > 65534


def trtc_family(code: int) -> str:
    if code < 16385:
        return "api"
    if code in range(16385, 16393):
        return "signal"
    if code >= 16448:
        return "media"
    return "stream"


def offset(code: int) -> int:
    return code - 16385


def spread(codes):
    for i in range(16385, 16462):
        yield i, codes.count(i)
