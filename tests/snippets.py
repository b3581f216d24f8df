"""Scripts that handle codes, for the tests that run them: before and after the fix, in Node.

Each is the body of a function of `e` (an error with getCode, getExtraCode and message) and `log`.
What it logs and returns is what it does. `client` and `stream` reject with `e` whatever is called.
"""

from __future__ import annotations

SNIPPETS = {
    "getter": "function f() { if (e.getCode() === 16388) log('a'); else log('b'); }\nf();\n",
    "hex": "function f() { return e.getCode() === 0x4043; }\nlog(f());\n",
    "upper case": "function f() { return e.getCode() === 0X404B; }\nlog(f());\n",
    "octal": "function f() { return e.getCode() === 0o40004; }\nlog(f());\n",
    "binary": "function f() { return e.getCode() === 0b100000000000100; }\nlog(f());\n",
    "separators": "function f() { return e.getCode() === 16_388; }\nlog(f());\n",
    "on the left": "function f() { return 0x4043 == e.getCode(); }\nlog(f());\n",
    "not equal": "function f() {\n  return e.getCode() !== 0x4043;\n}\nlog(f());\n",
    "optional": "function f() {\n  return e?.getCode?.() === 0x1001;\n}\nlog(f());\n",
    "one hop": (
        "function f() {\n  const errorCode = e.getCode();\n"
        "  if (errorCode === 0x1001) return 'a';\n  return errorCode === 4099 ? 'b' : 'c';\n}\n"
        "log(f());\n"
    ),
    "switch": (
        "function f() {\n  switch (e.getCode()) {\n    case 16388: // join\n      return 'join';\n"
        "    case 4099:\n    case 0x1002:\n      return 'device';\n    default:\n      return '';\n"
        "  }\n}\nlog(f());\n"
    ),
    "tight switch": "function f(){switch(e.getCode()){case 16388:return 1;case(4099):return 2}}log(f());\n",
    "includes": "function f() {\n  return [0x4001, 16388].includes(e.getCode());\n}\nlog(f());\n",
    "indexOf": "function f() {\n  return [16388, 4099].indexOf(e.getCode()) >= 0;\n}\nlog(f());\n",
    "set": "function f() {\n  return new Set([0x4004, 0x4005]).has(e.getCode());\n}\nlog(f());\n",
    "map": (
        "function f() {\n  const errors = new Map([[16388, 'join'], [0x4043, 'play']]);\n"
        "  return errors.get(e.getCode());\n}\nlog(f());\n"
    ),
    "table": (
        "function f() {\n  const ERRORS = {\n    0x4004: 'join',\n    16451: `play`,\n    other: 1,\n"
        "  };\n  return ERRORS[e.getCode()];\n}\nlog(f());\n"
    ),
    "table with computed keys": (
        "function f() {\n  const errorText = { [16388]: 'join', [0x4043]: 'play' };\n"
        "  return errorText[e.getCode()] || 'other';\n}\nlog(f());\n"
    ),
    "ternaries": (
        "function f() {\n  const code = e.getCode();\n"
        "  return code === 16388 ? 'a' : code === 0x4043 ? 'b' : 'c';\n}\nlog(f());\n"
    ),
    "logic": (
        "function f() {\n  const code = e.getCode();\n"
        "  return (code === 16388 || code === 0x4043) && !(code === 4099);\n}\nlog(f());\n"
    ),
    "arrow with a block": "const f = x => {\n  if (x.getCode() === 16388) { log('a'); }\n};\nf(e);\n",
    "arrow in a function": "function f() {\n  return [e].some(x => x.getCode() === 0x4043);\n}\nlog(f());\n",
    "async": (
        "async function f() {\n  try {\n    await client.join({ roomId: 1 });\n  } catch (error) {\n"
        "    if (error.getCode() === 0x4004) { log('join'); } else { log('other'); }\n  }\n}\nf();\n"
    ),
    "awaited code": "async function f() {\n  log((await e.getCode()) === 0x4004);\n}\nf();\n",
    "catch callback": (
        "client.join().catch(function (error) {\n  if (error.getCode() === 0x4004) log('join');\n});\n"
    ),
    "catch arrow": "stream.play('x').catch(error => {\n  if (error.getCode() === 0x4043) log('play');\n});\n",
    "event": "client.on('error', error => {\n  log(error.getCode() === 0x4040);\n});\n",
    "retry": (
        "let retries = 0;\nasync function join() {\n  try {\n    await client.join({});\n"
        "  } catch (error) {\n    const code = error.getCode();\n"
        "    if (code === 0x4004 && retries++ < 3) { log(retries); await join(); }\n"
        "    else if (code === 0x4008 || code === 16389) log('give up');\n  }\n}\njoin();\n"
    ),
    "initialize": (
        "stream.initialize().catch(error => {\n  switch (error.getCode()) {\n    case 0x1003:\n"
        "      log('device'); break;\n    case 4101: log('initialize'); break;\n  }\n});\n"
    ),
    "method": (
        "class Room {\n  failed(error) {\n    return error.getCode() === 16388;\n  }\n"
        "  static #private(error) { return error.getCode() === 0x4043; }\n"
        "  static ask(error) { return this.#private(error); }\n}\n"
        "log(new Room().failed(e), Room.ask(e));\n"
    ),
    "getter method": "const o = { get failed() { return e.getCode() === 16388; } };\nlog(o.failed);\n",
    "static block": "class A { static { log(e.getCode() === 16388); } }\n",
    "object method": "const o = {\n  on(x) {\n    return x.getCode() === 16388;\n  },\n};\nlog(o.on(e));\n",
    "generator": (
        "function* f() {\n  yield e.getCode() === 16388;\n  yield e.getCode() === 4099;\n}\n"
        "log([...f()]);\n"
    ),
    "nested functions": (
        "function outer() {\n  function a() { return e.getCode() === 16388; }\n"
        "  const b = function () {\n    return e.getCode() === 0x4043;\n  };\n"
        "  return [a(), b()];\n}\nlog(outer());\n"
    ),
    "two functions": (
        "function a() {\n  return e.getCode() === 16388;\n}\nfunction b() {\n"
        "  return e.getCode() === 16388;\n}\nlog(a(), b());\n"
    ),
    "called before": "log(f());\nfunction f() {\n  return e.getCode() === 16388;\n}\n",
    "strict": "function f() {\n  'use strict';\n  return e.getCode() === 16388;\n}\nlog(f());\n",
    "closure": "(function () {\n  'use strict';\n  var bad = e.getCode() === 16388;\n  log(bad);\n})();\n",
    "async closure": "(async () => {\n  log(e.getCode() === 0x4043);\n})();\n",
    "top if": "if (e.getCode() === 16388) {\n  log('a');\n} else {\n  log('b');\n}\n",
    "top if without braces": "if (e.getCode() === 16388) log('a')\nelse log('b')\n",
    "top expression": "log(e.getCode() === 16388)\nlog(e.getCode() === 0x4043);\n",
    "top switch": "switch (e.getCode()) { case 16388: log('a'); break; default: log('b'); }\n",
    "top loop": "for (const x of [e]) {\n  if (x.getCode() === 16388) log('a');\n}\n",
    "top try": "try { throw e; } catch (x) { log(x.getCode() === 16388); }\n",
    "var in a wrapped statement": "if (e.getCode() === 16388) { var found = 1; }\nlog(found);\n",
    "template in a wrapped statement": "if (e.getCode() === 16388) {\n  log(`a\n  b`);\n}\n",
    "template": "function f() {\n  return `bad: ${e.getCode() === 16388}`;\n}\nlog(f());\n",
    "default": "function f() {\n  const g = (code = 16388) => code;\n  return g() + g(1);\n}\nlog(f());\n",
    "entry": "function f() {\n  return { code: 16388, size: 4096 }.code === e.getCode();\n}\nlog(f());\n",
    "assignment": "function f() {\n  let errorCode;\n  errorCode = 0x4043;\n  return errorCode;\n}\nlog(f());\n",
    "return": "function f() {\n  const getCode = () => 16388;\n  return getCode() === e.getCode();\n}\nlog(f());\n",
    "name is taken": (
        "function f() {\n  const ErrorCode = 1;\n  return e.getCode() === 16388 ? ErrorCode : 2;\n}\n"
        "log(f());\n"
    ),
    "name is a parameter": (
        "function f(ErrorCode) {\n  return e.getCode() === 16388 ? ErrorCode : 2;\n}\nlog(f(7));\n"
    ),
    "own constants": (
        "function f() {\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "  return e.getCode() === 16388 || e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n}\nlog(f());\n"
    ),
    "own constants without it": (
        "function f() {\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "  const { JOIN_ROOM_FAILED } = ErrorCode;\n"
        "  return e.getCode() === 0x4043 || e.getCode() === JOIN_ROOM_FAILED;\n}\nlog(f());\n"
    ),
    "own constants under another name": (
        "function f() {\n  const codes = { JOIN_ROOM_FAILED: 0x4004, PLAY_NOT_ALLOWED: 0x4043 };\n"
        "  return e.getCode() === 16388 || e.getCode() === codes.PLAY_NOT_ALLOWED;\n}\nlog(f());\n"
    ),
    "comment first": "function f() { // the number\n  // is\n  return e.getCode() === 16388; // this\n}\nlog(f());\n",
    "tabs": "function f() {\n\tif (e.getCode() === 16388) {\n\t\tlog('a');\n\t}\n}\nf();\n",
    "Chinese": "function f() {\n  /* 错误🙂 */ return '房间' + (e.getCode() === 16388);\n}\nlog(f());\n",
    "many": (
        "function f() {\n  const code = e.getCode();\n"
        "  return code === 0x4003 || code === 0x4004 || code === 0x4005 || code === 0x4006 ||\n"
        "    code === 0x4007 || code === 0x4008;\n}\nlog(f());\n"
    ),
    "keyword beside it": "function f() { const x = e.getCode(); return 16388===x||16388 in[] }log(f());\n",
    "braces and percents": "function f() {\n  return e.getCode() === 16388 ? '{}%$ \\\\' : {}.x % 1;\n}\nlog(f());\n",
}
