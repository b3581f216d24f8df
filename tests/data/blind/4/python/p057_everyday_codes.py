"""Codes that people type: gifts, rooms, areas, doors."""
from django.core.exceptions import ValidationError
from django.db import models


class GiftCard(models.Model):
    gift_code = models.IntegerField(default=16400)
    postal_code = models.CharField(max_length=10, default="16388")
    balance = models.IntegerField(default=4096)


def validate(join_code: int, zip_code: str, door_code: int) -> None:
    if join_code == 16388 or door_code == 16451:
        raise ValidationError("demo code")
    if zip_code in ("16385", "16391"):
        raise ValidationError("not delivered")


def discount(promo_code, giftCode, close_code) -> int:
    if giftCode in {16385, 16386}:
        return 10
    match promo_code:
        case 16448:
            return 20
        case 16449 | 16450:
            return 5
    return 1 if close_code == 4096 else 0


def area(phone: dict) -> str:
    if phone["area_code"] == 16392 or phone["country_code"] == 4100:
        return "test"
    return str(phone["dial_code"])
