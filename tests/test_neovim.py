"""Neovim with the language server: what it shows, and what its buffers are after an action."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsp_client import SERVER

from flake8_trtc.api import check_text, fix_text, load_options

NVIM = shutil.which("nvim")
needs_neovim = pytest.mark.skipif(NVIM is None, reason="Neovim is not installed")
SCRIPT = Path(__file__).parent / "editors" / "editor.lua"
PLAIN = load_options(isolated=True)
FILES = {
    "a.py": """\
import trtc

房 = '🎥'; x = code == 16388
if code == 0x4043: print('进房失败🎥', code == 16388)
""",
    "a.js": """\
import './page.js';

export const gone = (e) => '房🎥' && e.getCode() === 0x4004;
export const 静 = (e) => /* 🎥 */ e.getCode() === 16451 && trtc();
""",
    "a.ts": """\
import TRTC from 'trtc-js-sdk';

export function 处理(e: RtcError): boolean {
  const 房 = '🎥🎥'; if (e.getCode() === 0x4004) return true;
  switch (e.getCode()) { /* 错误🎥 */ case 0x4043: return false; }
  return false;
}
""",
    "a.vue": """\
<template>
  <p>错误🎥 {{ text }}</p>
</template>

<script>
import TRTC from 'trtc-js-sdk';

export default {
  methods: { 错(e) { const 房 = '🎥'; if (e.getCode() === 0x4043) this.静 = 16388 === e.getCode(); } },
};
</script>
""",
    "a.html": """\
<p>错误🎥</p>
<script>
const client = TRTC.createClient({});
client.on('error', (e) => { const 房 = '🎥'; if (e.getCode() === 16388) alert('房🎥', e.getCode() === 0x4043); });
</script>
""",
    "a.md": """\
# 房🎥

```js
client.on('error', (e) => { /* 房🎥 */ if (e.getCode() === 16388) trtc(); });
```
""",
    "crlf.py": "import trtc\r\n\r\n房 = '🎥'; x = code == 16388\r\nif code == 0x4043:\r\n    pass\r\n",
}  # fmt: skip
ALL = "Use constants for all TRTC codes in this file"


def neovim(root: Path, files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What Neovim saw while it did a job."""
    assert NVIM is not None
    seen = root / "seen.json"
    job = {"server": SERVER, "root": str(root), "files": files}
    environment = {**os.environ, "JOB": json.dumps(job), "SEEN": str(seen)}
    done = subprocess.run(
        [NVIM, "--headless", "--clean", "-n", "-c", f"luafile {SCRIPT}"],
        env={**environment, "XDG_STATE_HOME": str(root), "XDG_CACHE_HOME": str(root)},
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert seen.exists(), done.stderr.decode()
    made: list[dict[str, Any]] = json.loads(seen.read_text(encoding="utf-8"))
    return made


def written(root: Path) -> None:
    for name, text in FILES.items():
        (root / name).write_bytes(text.encode())


@needs_neovim
def test_findings_and_fix_all(tmp_path: Path) -> None:
    written(tmp_path)
    found = {
        name: check_text(str(tmp_path / name), text.encode(), PLAIN) for name, text in FILES.items()
    }
    step = {"title": ALL, "kind": "source.fixAll.trtc"}
    job = [
        {"path": str(tmp_path / name), "count": len(found[name]), "steps": [step]} for name in FILES
    ]
    for item in neovim(tmp_path, job):
        name = Path(item["path"]).name
        lines = FILES[name].encode().split(b"\n")
        shown = sorted((it["line"], it["from"], it["to"], it["code"]) for it in item["found"])
        assert len(shown) == len(found[name]) >= 1, name
        for (line, start, end, code), one in zip(shown, found[name], strict=True):
            text = lines[line - 1][start:end].decode()
            assert (line, text, code) == (
                one.line,
                one.text[one.column - 1 : one.end_column - 1],
                one.code,
            )
        assert {it["message"] for it in item["found"]} == {one.message for one in found[name]}
        assert item["done"] == [True], name
        outcome = fix_text(str(tmp_path / name), FILES[name].encode(), PLAIN)
        assert outcome.new is not None
        assert (tmp_path / name).read_bytes() == outcome.new, name


@needs_neovim
def test_a_quick_fix_and_a_comment(tmp_path: Path) -> None:
    written(tmp_path)
    names = ["a.py", "a.js", "a.vue", "crlf.py"]
    job: list[dict[str, Any]] = []
    wanted: dict[str, bytes | None] = {}
    for name in names:
        path, data = str(tmp_path / name), FILES[name].encode()
        second = check_text(path, data, PLAIN)[1]
        byte = len(second.text[: second.column - 1].encode())
        title = f"Use {second.fix} here"
        step = {"title": title, "kind": "quickfix", "line": second.line, "byte": byte}
        job.append({"path": path, "count": 2, "steps": [step]})
        wanted[name] = fix_text(path, data, PLAIN, at=(second.line, second.column)).new
    for item in neovim(tmp_path, job):
        name = Path(item["path"]).name
        assert item["done"] == [True]
        assert (tmp_path / name).read_bytes() == wanted[name], name
        assert (
            len(check_text(item["path"], wanted[name] or b"", PLAIN))
            == len(check_text(item["path"], FILES[name].encode(), PLAIN)) - 1
        )


@needs_neovim
def test_a_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(FILES["a.py"].encode())
    title = "Suppress TRT001 on this line with a comment"
    step = {"title": title, "kind": "quickfix", "line": 3, "byte": 26}
    neovim(tmp_path, [{"path": str(path), "count": 2, "steps": [step]}])
    silenced = FILES["a.py"].replace(
        "code == 16388\n", "code == 16388  # trtc: ignore[TRT001]\n", 1
    )
    assert path.read_text(encoding="utf-8") == silenced
