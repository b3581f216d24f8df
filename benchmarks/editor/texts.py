"""What is typed into: files of so many lines, with so many candidates among them."""

from __future__ import annotations

from collections.abc import Iterator

LINES = 1000


def python(candidates: int, lines: int = LINES) -> str:
    """A module with functions, a comparison with a code in some of them."""
    return "\n".join(_python(candidates, lines)) + "\n"


def _python(candidates: int, lines: int) -> Iterator[str]:
    yield '"""Reports of clients: 客户端上报。"""'
    yield ""
    for number in range(lines // 10):
        yield f"def report_{number}(report: dict[str, int]) -> str:"
        yield f'    """Sort report {number}."""'
        yield '    error_code = report["error_code"]'
        code = 16388 if number < candidates else 200
        yield f"    if error_code == {code}:"
        yield f'        return f"client {{report}}: {number}"'
        yield "    total = sum(report.values())"
        yield f"    if total > {number}:"
        yield '        return "many"'
        yield '    return "none"'
        yield ""


def vue(candidates: int, lines: int = LINES) -> str:
    """A component with a template, methods and a style."""
    return "\n".join(_vue(candidates, lines)) + "\n"


def _vue(candidates: int, lines: int) -> Iterator[str]:
    yield "<template>"
    for number in range(lines // 10):
        yield f'  <p v-if="items[{number}]">第 {number} 项 {{{{ items[{number}].name }}}}</p>'
    yield "</template>"
    yield ""
    yield "<script>"
    yield (
        "import { client } from './client';"
        if not candidates
        else "import TRTC from 'trtc-js-sdk';"
    )
    yield "export default {"
    yield "  methods: {"
    for number in range(lines // 10):
        code = "0x4004" if number < candidates else "200"
        yield f"    handle{number}(e) {{"
        yield f"      const text = `项 ${{this.items.length}} {number}`;"
        yield f"      if (e.getCode() === {code}) {{"
        yield "        this.leave(text);"
        yield "        return true;"
        yield "      }"
        yield "      return false;"
        yield "    },"
    yield "  },"
    yield "};"
    yield "</script>"
    yield "<style scoped>"
    for number in range(lines // 10):
        yield f".item:nth-child({number}) {{ width: {number}px; }}"
    yield "</style>"
