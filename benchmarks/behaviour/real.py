"""Cases run by the real thing where it is at hand: jest, vitest, Chromium."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.behaviour.case import OTHER
from benchmarks.behaviour.running import Version

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_CONFIG = """\
export default {
  resolve: { alias: { 'trtc-js-sdk': new URL('./sdk.mjs', import.meta.url).pathname } },
  test: { pool: 'threads', isolate: true, maxWorkers: 1 },
};
"""


def really(texts: Sequence[Version], packages: Path | None) -> dict[int, list[str]]:
    """What the real tools say of those of the texts that they can run; the keys are positions."""
    found: dict[int, list[str]] = {}
    for runner, run in _TOOLS.items():
        at = [number for number, text in enumerate(texts) if text.case.runner == runner]
        told = run([texts[number] for number in at], packages) if at else None
        if told is not None:
            found |= zip(at, told, strict=True)
    return found


def at_hand() -> str | None:
    """Chromium's command, where it is installed."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def _jest(texts: Sequence[Version], packages: Path | None) -> list[list[str]] | None:
    options = ["--runInBand", "--ci", "--silent", "--json", "--rootDir", "."]
    return _tested(texts, packages, ["jest/bin/jest.js", *options], "--outputFile")


def _vitest(texts: Sequence[Version], packages: Path | None) -> list[list[str]] | None:
    return _tested(texts, packages, ["vitest/vitest.mjs", "run", "--reporter=json"], "--outputFile")


def _tested(
    texts: Sequence[Version], packages: Path | None, command: list[str], output: str
) -> list[list[str]] | None:
    """What a test runner says of each file; None without it."""
    node = shutil.which("node")
    if packages is None or node is None:
        return None
    modules = packages / "node_modules"
    with tempfile.TemporaryDirectory() as directory:
        here = Path(directory).resolve()
        (here / "node_modules").symlink_to(modules.resolve())
        (here / "package.json").write_text("{}")
        (here / "vitest.config.mjs").write_text(_CONFIG)
        (here / "sdk.mjs").write_text("export const createClient = null;\n")
        for at, text in enumerate(texts):
            name = Path(text.case.main)
            (here / f"{at}.{name.name}").write_text(text.files[text.case.main])
        tool = [node, str(modules / command[0]), *command[1:], f"{output}={here / 'out.json'}"]
        done = subprocess.run(tool, cwd=here, capture_output=True, encoding="utf-8", check=False)
        if not (here / "out.json").is_file():
            raise RuntimeError(f"{command[0]} failed: {(done.stdout + done.stderr)[-2000:]}")
        results = json.loads((here / "out.json").read_text())["testResults"]
    told = {
        int(Path(result["name"]).name.partition(".")[0]): _verdict(result) for result in results
    }
    return [told.get(at, ["not run"]) for at in range(len(texts))]


def _verdict(result: dict[str, Any]) -> list[str]:
    tests = [f"{test['title']}: {test['status']}" for test in result["assertionResults"]]
    message = re.sub(r"\x1b\[[\d;]*m|\S*/\S*", "", result.get("message") or "")
    return [result["status"], *tests, *message.strip().splitlines()[:3]]


_BATCH = 60
_PRELUDE = """<script>
var seen = window.seen = [];
var lastTrtcError = { name: 'RtcError', getCode: () => CODE, getExtraCode: () => 0 };
window.error = window.lastError = lastTrtcError;
window.log = (...values) => { seen.push(values.map((item) => typeof item === 'object' ? String(item && Object.keys(item)) : String(item)).join(' ')); };
window.TRTC = { createClient: () => ({}) };
window.onerror = (message) => { seen.push('threw ' + message); };
</script>"""
_HOST = """<!DOCTYPE html><meta charset="utf-8"><pre id="out"></pre><script>
const pages = PAGES;
const told = [];
const frame = (page) => new Promise((done) => {
  const made = document.createElement('iframe');
  made.onload = () => setTimeout(() => {
    for (const item of made.contentDocument.querySelectorAll('[onclick]')) {
      item.error = made.contentWindow.lastTrtcError;
      item.click();
    }
    const found = [...made.contentWindow.seen];
    made.remove();
    done(found.join('\\n'));
  });
  made.srcdoc = page;
  document.body.append(made);
});
(async () => {
  for (const page of pages) told.push(await frame(page));
  document.getElementById('out').textContent = 'OUT' + JSON.stringify(told) + 'END';
})();
</script>"""


def _chromium(texts: Sequence[Version], packages: Path | None) -> list[list[str]] | None:
    """What pages without files of their own do in Chromium, for each code; None without it."""
    browser = at_hand()
    if browser is None:
        return None
    pages: list[str] = []
    counts = []
    for text in texts:
        page = _inlined(text)
        codes = [*text.case.codes[:2], OTHER]
        pages += (_PRELUDE.replace("CODE", str(code)) + page for code in codes)
        counts.append(len(codes))
    told = []
    for at in range(0, len(pages), _BATCH):
        told += _shown(browser, pages[at : at + _BATCH])
    found = iter(told)
    return [[next(found) for _ in range(count)] for count in counts]


def _inlined(text: Version) -> str:
    """A page with the scripts that it loads in it."""
    return re.sub(
        r'<script src="([^"]+)">',
        lambda match: f"<script>{text.files[match[1]]}",
        text.files[text.case.main],
    )


def _shown(browser: str, pages: Sequence[str]) -> list[str]:
    """What each page does, in frames of one page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
        host = Path(directory, "host.html")
        text = json.dumps(pages).replace("</", "<\\/").replace("<!--", "<\\!--")
        host.write_text(_HOST.replace("PAGES", text), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        options += ["--virtual-time-budget=600000", f"--user-data-dir={directory}/profile"]
        options += ["--host-resolver-rules=MAP * ~NOTFOUND", "--dump-dom", host.as_uri()]
        done = subprocess.run(
            [browser, *options], capture_output=True, encoding="utf-8", check=False, timeout=300
        )
    found = re.search(r"OUT(\[.*\])END</pre>", done.stdout, re.DOTALL)
    if found is None:
        raise RuntimeError(f"Chromium failed: {done.stderr[-2000:]}")
    told: list[str] = json.loads(html.unescape(found[1]))
    return told


_TOOLS: dict[str, Callable[[Sequence[Version], Path | None], list[list[str]] | None]] = {
    "jest": _jest,
    "vitest": _vitest,
    "page": _chromium,
}
