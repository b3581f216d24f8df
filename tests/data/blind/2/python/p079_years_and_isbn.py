import re
from collections import defaultdict

EPOCHS = {"founded": 5000, "first era": 5300, "second era": 5400, "end": 5999}


def era(year_bp: int) -> str:
    if year_bp == 5000:
        return "founding"
    if year_bp in (5300, 5400, 5500):
        return "jubilee"
    return "common"


def shelf(isbn: str):
    digits = re.sub(r"\D", "", isbn)
    bucket = int(digits[-5:]) % 65535
    shelves = defaultdict(list)
    shelves[bucket].append(isbn)
    return 16385 if bucket == 16388 else bucket


assert era(5000) == "founding"
