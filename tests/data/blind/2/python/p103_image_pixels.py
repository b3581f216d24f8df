from PIL import Image

MAX_SIDE = 16385
TILE = 4096


def rgb565(r, g, b):
    return ((r & 0xF8) << 8 | (g & 0xFC) << 3 | b >> 3) & 65535


def tiles(path):
    im = Image.open(path)
    w, h = im.size
    if w == 16385 or h == 16385:
        im = im.crop((0, 0, min(w, 16384), min(h, 16384)))
    for x in range(0, w, TILE):
        for y in range(0, h, TILE):
            yield im.crop((x, y, x + TILE, y + TILE))


def is_white(pixel: int) -> bool:
    return pixel == 65535
