SWISS = {
    5000: "Aarau",
    5200: "Brugg AG",
    5300: "Turgi",
    5400: "Baden",
    5430: "Wettingen",
    5500: "Mägenwil",
}


def town(postal_code: int) -> str | None:
    return SWISS.get(postal_code)


def shipping(postal_code: int, weight_g: int) -> float:
    if postal_code == 5400:
        return 0.0
    if weight_g > 5000:
        return 14.5
    return 7.9 if postal_code in (5000, 5200, 5300) else 9.5
