"""Runs scripts in Node: what each of them does for each of the codes."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping

import pytest

from flake8_trtc.catalog.codes import CONSTANTS

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed")
CODES = (*CONSTANTS, 0, 1)
"""Every code, and two that are none."""

_HARNESS = r"""
const { programs, codes } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
async function outcome(run, code) {
  const seen = [];
  const e = { getCode: () => code, getExtraCode: () => 0, code, message: 'm', name: 'RtcError' };
  const fails = new Proxy({}, {
    get: (_, key) => key === 'then' ? undefined
      : key === 'on' ? (event, f) => f(e) : () => Promise.reject(e),
  });
  try {
    seen.push(['returned', await run(e, (...x) => seen.push(x), fails, fails)]);
  } catch (error) {
    seen.push(['threw', error === e ? 'e' : String(error)]);
  }
  for (let i = 0; i < 20; i++) await null;
  return JSON.stringify(seen);
}
(async () => {
  const result = {};
  for (const [name, text] of Object.entries(programs)) {
    try {
      const run = new Function('e', 'log', 'client', 'stream', text);
      result[name] = [];
      for (const code of codes) result[name].push(await outcome(run, code));
    } catch (error) {
      result[name] = [String(error)];
    }
  }
  process.stdout.write(JSON.stringify(result));
})();
"""


def outcomes(programs: Mapping[str, str], codes: Iterable[int] = CODES) -> dict[str, list[str]]:
    """What each program does for each code, or the one error that keeps it from running."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", _HARNESS],
        input=json.dumps({"programs": dict(programs), "codes": list(codes)}),
        capture_output=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    result: dict[str, list[str]] = json.loads(done.stdout)
    assert len(result) == len(programs)
    return result
