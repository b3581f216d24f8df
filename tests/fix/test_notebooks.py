"""Notebooks: cell magics stay first, cells are fixed one by one, sources keep their shape."""

from __future__ import annotations

import json

import pytest
from fixing import fixed, outcome

from flake8_trtc.config.options import Options

PATH = "/somewhere/calls.ipynb"
IMPORT = "from flake8_trtc import ErrorCode\n"


def notebook(*sources: str | list[str], indent: int | None = 1) -> bytes:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": it}
        for it in sources
    ]
    metadata = {"language_info": {"name": "python"}, "trtc": 1}
    written = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(written, indent=indent, ensure_ascii=False).encode()


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


USE = "error_code = call()\nprint(error_code == {})\n"
OLD, NEW = USE.format("0x4004"), USE.format("ErrorCode.JOIN_ROOM_FAILED")


@pytest.mark.parametrize(
    "head",
    [
        "%%time\n",
        "%%timeit -n 3\n",
        "%%capture out\n",
        "\n%%python3\n",
        "%%time\n%matplotlib inline\n",
        "%%prun -l 4\nimport os\n",
    ],
)
@pytest.mark.parametrize("indent", [1, 4, None])
def test_a_magic_stays_first(head: str, indent: int | None) -> None:
    magic = head[: head.index("\n", 1) + 1]
    rest = head.removeprefix(magic)
    body = f"{rest}\n{IMPORT}" if rest.startswith("import") else f"{IMPORT}\n{rest}"
    expected = notebook(lines(magic + body + NEW), indent=indent)
    assert fixed(notebook(lines(head + OLD), indent=indent), PATH) == expected


@pytest.mark.parametrize("indent", [1, 2, None])
def test_one_line_becomes_several(indent: int | None) -> None:
    old = "print(error_code == 0x4004)"
    new = [IMPORT, "\n", "print(error_code == ErrorCode.JOIN_ROOM_FAILED)"]
    assert fixed(notebook([old], indent=indent), PATH) == notebook(new, indent=indent)
    assert fixed(notebook(old, indent=indent), PATH) == notebook("".join(new), indent=indent)


@pytest.mark.parametrize(
    ("broken", "line"),
    [("error_code = = 0x4004\n", 1), ("x = (\nerror_code == 0x4004\n", 1)],
)
def test_a_cell_that_does_not_parse(broken: str, line: int) -> None:
    data = notebook("# TRTC\n", lines(broken), lines(OLD), "%%time\n" + OLD)
    result = outcome(data, PATH)
    assert result.error is None
    assert len(result.fixed) == 2
    assert result.new == notebook(
        "# TRTC\n", lines(broken), lines(f"{IMPORT}\n{NEW}"), f"%%time\n{IMPORT}\n{NEW}"
    )
    (refused,) = result.refusals
    assert refused.reason.startswith("cell 2: does not parse as Python 3.")
    assert refused.reason.endswith(f"(line {line})")


def test_lines_for_the_shell() -> None:
    head = "!pip install \\\n  trtc \\\n  x\nfiles = !ls\n%time pass\nx?\n"
    data = notebook(lines(head + OLD))
    assert fixed(data, PATH) == notebook(lines(f"{IMPORT}\n{head}{NEW}"))


def test_a_fence_that_does_not_parse() -> None:
    fence = "```python\n{}```\n"
    broken = fence.format("error_code = = 0x4004  # TRTC\n")
    result = outcome((broken + "\n" + fence.format(OLD)).encode(), "/somewhere/a.md", Options())
    assert result.new == (broken + "\n" + fence.format(f"{IMPORT}\n{NEW}")).encode()
    (refused,) = result.refusals
    assert refused.reason.startswith("does not parse as Python 3.")


def test_of_two_sources_of_a_cell_the_last_counts() -> None:
    """As for JSON itself, even where both are the same."""
    first = '"source": "error_code == 0x4004  # TRTC\\n",\n   '
    old = '"source": "error_code == 0x4004  # TRTC\\n"'
    text = f'{{"cells": [{{"cell_type": "code", {first}{old}}}], "metadata": {{}}}}'
    new = old.replace('"error_code', '"from flake8_trtc import ErrorCode\\n\\nerror_code')
    new = new.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    assert fixed(text.encode(), PATH).decode() == text.replace(f"{first}{old}", f"{first}{new}")
