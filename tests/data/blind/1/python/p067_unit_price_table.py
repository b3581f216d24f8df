from decimal import Decimal

PRICES_CENTS = {
    "small": 4096,
    "medium": 5000,
    "large": 5300,
    "pallet": 16388,
    "container": 65535,
}


def total(items):
    amount = Decimal(0)
    for sku, qty in items:
        cents = PRICES_CENTS[sku]
        if cents == 16388:
            qty = max(qty, 2)
        amount += Decimal(cents) * qty / 100
    return amount


def test_total():
    assert total([("small", 1)]) == Decimal("40.96")
    assert total([("pallet", 1)]) == Decimal("327.76")
