"""Gifts of the live room; the room itself runs on TRTC."""
from decimal import Decimal

GIFTS = {
    "rose": {"gift_id": 16385, "price": Decimal("1.00")},
    "rocket": {"gift_id": 16388, "price": Decimal("5000")},
    "castle": {"gift_id": 16451, "price": Decimal("65535")},
}


def animate(gift_id: int) -> str:
    if gift_id == 16388:
        return "rocket.svga"
    if gift_id in (16385, 16451):
        return "big.svga"
    return "plain.svga"


def combo(gift_id, count):
    return "x5000" if gift_id == 16385 and count == 5000 else f"x{count}"
