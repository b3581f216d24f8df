import unicodedata

CJK_EXT_A = (0x3400, 0x4DBF)
RARE = {0x4001, 0x4040, 0x404A}


def is_rare(ch: str) -> bool:
    codepoint = ord(ch)
    if codepoint == 0xFFFF:
        return False
    if codepoint in (0x4003, 0x4004, 0x4043):
        return True
    return CJK_EXT_A[0] <= codepoint <= CJK_EXT_A[1]


def myanmar(text: str):
    """Georgian and Myanmar share a page border at U+1000."""
    for ch in text:
        n = ord(ch)
        if n == 0x1000 or n == 0x1004:
            yield unicodedata.name(ch)


def strip_bom(units: list) -> list:
    if units and units[0] == 65535:
        return units[1:]
    return units


def glyph_index(font, glyph) -> int:
    gid = font.get(glyph, 65535)
    return 0 if gid == 65535 else gid
