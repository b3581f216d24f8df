"""Mock factories, which test runners hoist above everything else of a file."""

from __future__ import annotations

from benchmarks.behaviour.case import Case, Maker

_BODIES = {
    "arrow": "() => ({\n  createClient: () => ({ join: () => Promise.reject({ getCode: () => CODE }) }),\n})",
    "one line": "() => ({ createClient: () => ({ join: () => Promise.reject({ getCode: () => CODE }) }) })",
    "block": "() => {\n  const error = { getCode: () => CODE };\n"
    "  return { createClient: () => ({ join: () => Promise.reject(error) }) };\n}",
    "function": "function () {\n  return {\n    createClient() {\n      return { join: () => "
    "Promise.reject({ getCode: () => CODE }) };\n    },\n  };\n}",
    "asking": "() => ({\n  createClient: () => ({ join: async () => {\n    const error = { getCode: () => CODE };\n"
    "    if (error.getCode() !== CODE) throw new Error('other');\n    throw error;\n  } }),\n})",
    "mocked": "() => ({\n  createClient: RUNNER.fn(() => ({ join: RUNNER.fn().mockRejectedValue({ getCode: () => CODE }) })),\n})",
}
_AFTER = """
test('the room', async () => {
  const found = await createClient().join().then(() => 'joined', (error) => error.getCode());
  expect(found).toBe(CODE);
  expect(found === OTHER).toBe(false);
});
"""


def jest(make: Maker) -> Case:
    """A test file of jest, in CommonJS as babel makes it."""
    shape, body = make.pick(*_BODIES.items())
    call = make.pick("jest.mock", "jest.mock", "jest.doMock", "jest.mock typed")
    made = f"{call.partition(' ')[0]}('trtc-js-sdk', {body}{_virtual(call)});"
    head = "const { createClient } = require('trtc-js-sdk');\n"
    if call == "jest.doMock":
        text = f"{made}\n{head}"
    elif make.chance(0.3):
        text = f"{head}\nconst mockError = {{ getCode: () => CODE }};\n{_by_name(call)}\n"
        shape, text = "a factory with a name", text
    else:
        text = f"{head}\n{made}\n"
    return _case(make, "jest", f"{call}, {shape}", text, "room.test.js")


def _virtual(call: str) -> str:
    return ", { virtual: true }"


def _by_name(call: str) -> str:
    inner = "{ createClient: () => ({ join: () => Promise.reject({ getCode: () => CODE }) }) }"
    return f"const mockFactory = () => ({inner});\njest.doMock('trtc-js-sdk', mockFactory, {{ virtual: true }});"


def vitest(make: Maker) -> Case:
    """A test file of vitest."""
    shape, body = make.pick(*_BODIES.items())
    call = make.pick("vi.mock", "vi.mock", "vi.hoisted", "vi.hoisted block")
    if call == "vi.mock":
        made = f"vi.mock('trtc-js-sdk', {body});"
    elif call == "vi.hoisted":
        made = (
            "const held = vi.hoisted(() => ({ error: { getCode: () => CODE } }));\n"
            "vi.mock('trtc-js-sdk', () => ({\n"
            "  createClient: () => ({ join: () => Promise.reject(held.error) }),\n}));"
        )
    else:
        made = (
            "const { error } = vi.hoisted(() => {\n  const codes = [CODE];\n"
            "  return { error: { getCode: () => codes[0] } };\n});\n"
            "vi.mock('trtc-js-sdk', () => ({ createClient: () => ({ join: () => Promise.reject(error) }) }));"
        )
    head = (
        "import { expect, test, vi } from 'vitest';\nimport { createClient } from 'trtc-js-sdk';\n"
    )
    return _case(make, "vitest", f"{call}, {shape}", f"{head}\n{made}\n", "room.test.mjs")


def _case(make: Maker, runner: str, shape: str, text: str, path: str) -> Case:
    code, other = make.code(), make.code()
    while other == code:
        other = make.code()
    name = {"jest": "jest", "vitest": "vi"}[runner]
    filled = (text + _AFTER).replace("CODE", code).replace("OTHER", other)
    filled = filled.replace("RUNNER", name)
    return make.case(f"mock factory, {runner}", shape, {path: filled}, path, runner)
