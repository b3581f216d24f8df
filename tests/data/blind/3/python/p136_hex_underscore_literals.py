def decode(word: int) -> tuple[int, int]:
    return word >> 16, word & 0xFFFF


def trtc_error_kind(error_code: int) -> str:
    if error_code == 0X404A:
        return "role"
    if error_code == 16_457:
        return "codec"
    if error_code == 0b100000001000111:
        return "mix-start"
    if error_code == 0o40110:
        return "mix-stop"
    return "other"
