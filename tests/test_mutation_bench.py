"""What the mutation bench takes for mistakes, and that its lists speak of what is there."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.mutation.mutants import mutants  # noqa: E402

BENCH = ROOT / "benchmarks" / "mutation"
TEXT = '''"""Doc."""
import os
LIMIT = 1


class Box:
    """Doc."""

    size: int = 2

    def add(self, n: int = 3) -> "str":
        if n < 4 and not self.full:
            raise ValueError(f"{n + 1}")
        return max(n, "five") - 6
'''
MISTAKES = [
    (9, "size: int = 2", "size: int = 3"),
    (11, 'def add(self, n: int = 3) -> "str":', 'def add(self, n: int = 4) -> "str":'),
    (12, "if n < 4 and not self.full:", "if not (n < 4 and not self.full):"),
    (12, "if n < 4 and not self.full:", "if n <= 4 and not self.full:"),
    (12, "if n < 4 and not self.full:", "if n < 5 and not self.full:"),
    (12, "if n < 4 and not self.full:", "if n < 4 or not self.full:"),
    (12, "if n < 4 and not self.full:", "if n < 4 and self.full:"),
    (13, 'raise ValueError(f"{n + 1}")', "pass"),
    (14, 'return max(n, "five") - 6', "return None"),
    (14, 'return max(n, "five") - 6', 'return min(n, "five") - 6'),
    (14, 'return max(n, "five") - 6', 'return max(n, "XXfive") - 6'),
    (14, 'return max(n, "five") - 6', 'return max(n, "five") + 6'),
    (14, 'return max(n, "five") - 6', 'return max(n, "five") - 7'),
]


def test_mistakes() -> None:
    made = mutants(TEXT, "Box")
    assert sorted((mutant.line, mutant.old, mutant.new) for mutant in made) == sorted(MISTAKES)
    for mutant in made:
        lines = zip(TEXT.splitlines(), mutant.text.splitlines(), strict=True)
        changed = [(old.strip(), new.strip()) for old, new in lines if old != new]
        assert changed == [(mutant.old, mutant.new)]
    assert {(mutant.line, mutant.new) for mutant in mutants(TEXT)} == {
        (3, "LIMIT = 2"),
        *((line, new) for line, _, new in MISTAKES),
    }


def test_a_class_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"^there is no class Bag$"):
        mutants(TEXT, "Bag")


def test_lists_speak_of_what_is_there() -> None:
    targets = tomllib.loads((BENCH / "targets.toml").read_text("utf-8"))["target"]
    judged = tomllib.loads((BENCH / "judged.toml").read_text("utf-8"))["mutant"]
    assert targets
    made = set()
    for target in targets:
        assert all((ROOT / "tests" / name).is_file() for name in target["tests"])
        text = (ROOT / "flake8_trtc" / target["module"]).read_text("utf-8")
        found = mutants(text, target.get("within"))
        assert found
        made |= {(target["module"], mutant.old, mutant.new) for mutant in found}
    assert [item for item in judged if not item["judgement"]] == []
    assert {(item["module"], item["old"], item["new"]) for item in judged} - made == set()
