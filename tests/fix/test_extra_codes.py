"""v5's extra codes get names: declared in scripts, imported in Python."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome

from flake8_trtc.config.options import Options

TRT9 = Options(extend_select=("TRT9",))
SDK = "import TRTC from 'trtc-sdk-v5';\n"
DENIED = "DEVICE_NOT_ALLOWED_ERROR: 5302"


CASES = {
    "a.js": (
        SDK + "\n"
        "export const isDenied = (error) => error.code === 5300 && error.extraCode === 5302;\n",
        SDK + f"\nconst TrtcExtraCode = Object.freeze({{ {DENIED} }});\n\n"
        "export const isDenied = (error) => error.code === TRTC.ERROR_CODE.DEVICE_ERROR "
        "&& error.extraCode === TrtcExtraCode.DEVICE_NOT_ALLOWED_ERROR;\n",
    ),
    "negative.js": (
        SDK + "\nexport const isUnpaid = (error) => error.extraCode === -100013;\n",
        SDK + "\nconst TrtcExtraCode = Object.freeze({ ACCOUNT_NO_MONEY: -100013 });\n\n"
        "export const isUnpaid = (error) => error.extraCode === TrtcExtraCode.ACCOUNT_NO_MONEY;\n",
    ),
    "again.js": (
        SDK + f"\nconst TrtcExtraCode = Object.freeze({{ {DENIED} }});\n\n"
        "export const isLost = ({ extraCode }) => extraCode === 5303;\n",
        SDK
        + f"\nconst TrtcExtraCode = Object.freeze({{ {DENIED}, DEVICE_NOT_READABLE_ERROR: 5303 }});\n\n"
        "export const isLost = ({ extraCode }) => "
        "extraCode === TrtcExtraCode.DEVICE_NOT_READABLE_ERROR;\n",
    ),
    "theirs.js": (
        SDK + f"\nconst Denied = {{ {DENIED} }};\n\n"
        "export const isDenied = ({ extraCode }) => extraCode === 5302;\n",
        SDK + f"\nconst Denied = {{ {DENIED} }};\n\n"
        "export const isDenied = ({ extraCode }) => extraCode === Denied.DEVICE_NOT_ALLOWED_ERROR;\n",
    ),
    "taken.js": (
        SDK + "import TrtcExtraCode from './own';\n\n"
        "export const isDenied = ({ extraCode }) => extraCode === 5302;\n",
        SDK + "import TrtcExtraCode from './own';\n\n"
        f"const TrtcV5ExtraCode = Object.freeze({{ {DENIED} }});\n\n"
        "export const isDenied = ({ extraCode }) => "
        "extraCode === TrtcV5ExtraCode.DEVICE_NOT_ALLOWED_ERROR;\n",
    ),
    "list.ts": (
        SDK + "\nexport function isDevice(extraCode: number): boolean {\n"
        "  return [5302, 5303].includes(extraCode);\n}\n",
        SDK + "\nclass TrtcExtraCode {\n  static readonly DEVICE_NOT_ALLOWED_ERROR = 5302;\n"
        "  static readonly DEVICE_NOT_READABLE_ERROR = 5303;\n}\n\n"
        "export function isDevice(extraCode: number): boolean {\n"
        "  return [TrtcExtraCode.DEVICE_NOT_ALLOWED_ERROR, TrtcExtraCode.DEVICE_NOT_READABLE_ERROR]"
        ".includes(extraCode);\n}\n",
    ),
    "both.js": (
        SDK + "import V4 from 'trtc-js-sdk';\n\n"
        "V4.createClient({}).join().catch((e) => e.getCode() === 16388 && retry());\n"
        "TRTC.create().enterRoom({}).catch((e) => e.extraCode === 5302 && ask());\n",
        SDK + "import V4 from 'trtc-js-sdk';\n\n"
        f"const TrtcExtraCode = Object.freeze({{ {DENIED} }});\n\n"
        "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\n"
        "V4.createClient({}).join().catch((e) => e.getCode() === ErrorCode.JOIN_ROOM_FAILED && retry());\n"
        "TRTC.create().enterRoom({}).catch((e) => "
        "e.extraCode === TrtcExtraCode.DEVICE_NOT_ALLOWED_ERROR && ask());\n",
    ),
    "a.vue": (
        "<script setup>\n" + SDK + "defineProps({ error: Object });\n</script>\n"
        '<template><p v-if="error.extraCode === 5302">x</p></template>\n',
        "<script setup>\n" + SDK + f"\nconst TrtcExtraCode = Object.freeze({{ {DENIED} }});\n\n"
        "defineProps({ error: Object });\n</script>\n"
        '<template><p v-if="error.extraCode === TrtcExtraCode.DEVICE_NOT_ALLOWED_ERROR">x</p></template>\n',
    ),
    "/somewhere/report.py": (
        'SDK = "trtc-sdk-v5"\n\n\ndef advice(error_code, extra_code):\n'
        "    return error_code == 5300 and extra_code in (5302, -100013)\n",
        "from flake8_trtc import v5\n\n"
        'SDK = "trtc-sdk-v5"\n\n\ndef advice(error_code, extra_code):\n'
        "    return error_code == v5.ErrorCode.DEVICE_ERROR and extra_code in "
        "(v5.ExtraCode.DEVICE_NOT_ALLOWED_ERROR, v5.ExtraCode.ACCOUNT_NO_MONEY)\n",
    ),
}


@pytest.mark.parametrize("path", CASES)
def test_names_of_extra_codes(path: str) -> None:
    old, new = CASES[path]
    assert fixed(old.encode(), path, TRT9).decode() == new


@pytest.mark.parametrize("path", CASES)
def test_only_when_asked_for(path: str) -> None:
    new = outcome(CASES[path][0].encode(), path).new or b""
    assert b"ExtraCode." not in new


def test_a_number_that_a_keyword_touches() -> None:
    old = SDK + "switch (error.extraCode) { case-100013: pay(); }\n"
    found = outcome(old.encode(), "a.js", TRT9)
    assert [str(item.reason) for item in found.refusals] == ["the code around it does not parse"]
    assert found.new is None
