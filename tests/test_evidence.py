"""The ruling, case by case: origin, name, rarity and SDK."""

from __future__ import annotations

from itertools import product

import pytest

from flake8_trtc.detect.evidence import Rarity, level
from flake8_trtc.languages.names import Likeness
from flake8_trtc.model import Level, Origin

CODE, NEUTRAL, OTHER = Likeness.CODE, Likeness.NEUTRAL, Likeness.OTHER
N, P, L = Level.NOTHING, Level.POSSIBLE, Level.LIKELY
# Of an unknown origin: by rarity and use of the SDK, for names of codes, of any value, of others.
RULING: dict[tuple[Rarity, bool | None], tuple[Level, Level, Level]] = {
    (Rarity.RARE, True): (L, L, N),
    (Rarity.RARE, None): (L, P, N),
    (Rarity.RARE, False): (N, N, N),
    (Rarity.COMMON, True): (L, N, N),
    (Rarity.COMMON, None): (N, N, N),
    (Rarity.COMMON, False): (N, N, N),
    (Rarity.DETAIL, True): (L, N, N),
    (Rarity.DETAIL, None): (N, N, N),
    (Rarity.DETAIL, False): (N, N, N),
}


@pytest.mark.parametrize(("rarity", "uses"), list(product(Rarity, (True, None, False))))
def test_of_an_unknown_origin(rarity: Rarity, uses: bool | None) -> None:
    names = (CODE, NEUTRAL, OTHER)
    found = tuple(level(Origin(), name, rarity, uses=uses) for name in names)
    assert found == RULING[rarity, uses]


@pytest.mark.parametrize(("rarity", "uses"), list(product(Rarity, (True, None, False))))
def test_a_bare_name_needs_a_word_of_trtc(rarity: Rarity, uses: bool | None) -> None:
    found = level(Origin(), CODE, rarity, uses=uses, bare=True)
    plain = RULING[rarity, uses][0]
    assert found == (P if (rarity, uses) == (Rarity.RARE, None) else plain)


@pytest.mark.parametrize(
    ("name", "rarity", "uses", "bare"),
    list(product(Likeness, Rarity, (True, None, False), (True, False))),
)
def test_of_a_known_origin(name: Likeness, rarity: Rarity, uses: bool | None, bare: bool) -> None:
    assert level(Origin("code"), name, rarity, uses=uses, bare=bare) is Level.CERTAIN
    assert level(Origin("other"), name, rarity, uses=uses, bare=bare) is Level.NOTHING
