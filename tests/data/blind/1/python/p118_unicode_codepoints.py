import unicodedata

GEORGIAN_AND_MYANMAR = range(4096, 4352)
NAMES = {0x4001: "CJK extension A", 0x4E00: "one", 0xFFFF: "noncharacter", 0x1000: "MYANMAR LETTER KA"}


def describe(char: str) -> str:
    point = ord(char)
    if point == 0x1000 or point == 0x1001:
        return "Burmese"
    if point == 0xFFFF:
        return "not a character"
    if 0x3400 <= point <= 0x4DBF:
        return "rare Han"
    return unicodedata.name(char, "?")


assert describe("\u1000") == "Burmese"
assert ord("\u4004") == 16388
print([chr(c) for c in (4096, 4097, 16385, 16388)])
