"""Write what the examples, the READMEs, the recorded runs and the goldens show, from what the tools say now.

Read the difference!

python tests/rewrite_expected.py
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "docs"))
from recorded import record
from sitegen import tables
from test_constants import goldens
from test_examples import EXAMPLES, lint, python
from test_readme import ROOT, blocks, transcript, write


def rewrite_example(example: Path) -> None:
    """Write expected.txt, after/ and expected_after.txt."""
    after = example / "after"
    shutil.rmtree(after, ignore_errors=True)
    shutil.copytree(example / "before", after, ignore=shutil.ignore_patterns("__pycache__"))
    (example / "expected.txt").write_text(lint(after)[1], encoding="utf-8")
    fixed = python(after, "flake8_trtc.fix", ".")
    print(fixed.stderr, end="")
    if fixed.returncode:
        raise SystemExit(f"the fix of {example.name} ended with {fixed.returncode}")
    (example / "expected_after.txt").write_text(lint(after)[1], encoding="utf-8")


def rewrite_readme(name: str) -> None:
    """Write the output below every command of a README and its guide."""
    language = next(key for key, readme in tables.READMES.items() if readme == name)
    files = tables.documents(language)
    texts = {file: (ROOT / file).read_text(encoding="utf-8") for file in files}
    with tempfile.TemporaryDirectory() as directory:
        shutil.copytree(ROOT / "examples", Path(directory, "examples"))
        for block in blocks(name):
            if block.file:
                write(Path(directory, block.file), block.text)
            elif block.language == "console":
                shown = transcript(block, Path(directory))
                old = f"```console\n{block.text}```"
                file = next(file for file in files if old in texts[file])
                texts[file] = texts[file].replace(old, f"```console\n{shown}```", 1)
    for file, new in texts.items():
        (ROOT / file).write_text(new, encoding="utf-8")


if __name__ == "__main__":
    for golden, data in goldens().items():
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(data)
    for example in EXAMPLES:
        rewrite_example(example)
    record()
    tables.main([])
    for name in tables.READMES.values():
        rewrite_readme(name)
