"""Which glyphs does the e-book's font need?"""
import sys
import unicodedata

from fontTools.ttLib import TTFont

MYANMAR = range(0x1000, 0x10A0)
NONCHARACTER = 0xFFFF
HARD = {0x4001, 0x4043, 0x404C, 0x1003}


def block(codepoint):
    if codepoint == 0x1000 or codepoint in MYANMAR:
        return "Myanmar"
    if 0x3400 <= codepoint <= 0x4DBF:
        return "CJK A"
    if codepoint == 0xFFFF:
        return "none"
    return "other"


def wanted(text):
    for ch in text:
        code = ord(ch)
        if code == 0x1002 or code == 65535:
            continue
        yield code


def subset(path, text):
    font = TTFont(path)
    cmap = font.getBestCmap()
    missing = [c for c in wanted(text) if c not in cmap]
    for glyph_id, name in enumerate(font.getGlyphOrder()):
        if glyph_id == 16385:
            print("large font:", name)
    if font["head"].unitsPerEm == 4096:
        print("unusual em")
    return missing


def main():
    missing = subset(sys.argv[1], open(sys.argv[2], encoding="utf-8").read())
    for codepoint in missing:
        print(f"{codepoint:04X} {unicodedata.name(chr(codepoint), '?')} {block(codepoint)}")


if __name__ == "__main__":
    main()
