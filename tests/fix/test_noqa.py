"""What a noqa comment silences for flake8 is what the fix leaves alone, on generated placements."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

from fixing import outcome

_FILES = 200
_COMMENTS = (
    "# noqa",
    "#noqa",
    "# NoQA",
    "# noqa: TRT001",
    "# noqa:TRT001,E501",
    "# noqa: E501 TRT001",
    "# noqa: E501,TRT",
    "# noqa : TRT0",
    "# noqa: E501",
    "# noqa:",
    "# noqa TRT002",
    "# type: ignore # noqa: TRT001",
    "# noqa: trt001",
    "# nothing",
    "",
)
_SHAPES = (
    "x = code == 16388  {0}\n",
    "x = (  {0}\n    code  {1}\n    == 16388  {2}\n)  {0}\n",
    'x = """\n  {0}\n"""; y = code == 16388\n',
    'x = f"""{{code == 16388}}\n  {0}\n"""  {1}\n',
    "if code == 16388:  {0}\n    x = code == 16389  {1}\n",
    "x = code \\\n    == 16388  {0}\n",
    "'{0}'; x = code == 16388\n",
    "def f():\n    '''  {0}\n    '''\n    return code == 16388  {1}\n",
    "x = [\n    code == 16388,  {0}\n    code == 16389,  {1}\n]\n",
    "{0}\nx = code == 16388\n",
    "x = 1; \\\ny = code == 16388\nz = 3 {0}\n",
    "x = 1; \\\nz = 3 {0}\n",
    "y = code == 16388; \\\nz = 3 {0}\n",
    "y = code == 16388; z = '''\n''' {0}\n",
    "y = code == 16388; \\\n\n{0}\n",
)


def test_as_flake8(tmp_path: Path) -> None:
    draw = random.Random(20241123)
    texts = {}
    for index in range(_FILES):
        shapes = draw.choices(_SHAPES, k=draw.randint(1, 3))
        text = "".join(shape.format(*draw.choices(_COMMENTS, k=3)) for shape in shapes)
        if draw.random() < 0.05:
            text += draw.choice(["# flake8: noqa\n", "# flake8: noqa: TRT001\n"])
        if draw.random() < 0.2:
            text = text.rstrip("\n")
        newline = draw.choice(["\n", "\r\n"])
        texts[f"f{index:03}.py"] = text.replace("\n", newline).encode()
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    configuration = "[flake8]\nselect = TRT001\n"
    if not entry_points(group="flake8.extension", name="TRT"):  # a checkout, not an installation
        configuration += (
            "[flake8:local-plugins]\nextension =\n    TRT = flake8_trtc.plugin:Plugin\n"
        )
    (tmp_path / ".flake8").write_text(configuration)
    done = subprocess.run(
        [sys.executable, "-m", "flake8", "-j1", "."], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert " E9" not in done.stdout
    reported = re.findall(r"^\./(f\d+\.py):(\d+):(\d+): TRT001 ", done.stdout, re.MULTILINE)
    assert len(reported) > _FILES / 2
    fixed = [
        (name, str(finding.line), str(finding.column))
        for name, data in texts.items()
        for finding in outcome(data, str(tmp_path / name)).fixed
    ]
    assert sorted(set(reported)) == sorted(set(fixed))
