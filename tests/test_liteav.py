"""TRT206: members of liteav's enumeration, used as the numbers that they are not."""

from __future__ import annotations

import pytest
from marked import found, messages, unmarked

from flake8_trtc.config.options import Options

HEAD = "import json\nimport liteav\nfrom liteav import ERR_OK, Error\n"
DELEGATE = HEAD + "class Delegate(liteav.TRTCCloudDelegate):\n"

CASES = {
    "order": (
        "    def OnError(self, error):\n        code = error\n"
        "        if ‹error› < 0 or 0 >= ‹code› or -10 < ‹error› < 0: pass\n"
        "        while ‹error› <= ‹liteav.Error.ERR_OK› == 0: pass\n"
    ),
    "truth": (
        "    def OnError(self, error):\n"
        "        if ‹error›: pass\n        elif not ‹error›: pass\n"
        "        while (‹error› and 1): pass\n"
        "        x = 1 if ‹error› else ‹error› or 0\n"
        "        assert ‹error›, 'no'\n        bool(‹error›)\n"
        "        return [one for one in x if ‹error›]\n"
    ),
    "json": (
        "    def OnError(self, error):\n"
        "        json.dumps(‹error›)\n        json.dump({'a': [1, ‹error›], 'b': (‹error›,)}, file)\n"
        "        json.dumps(error, default=int)\n        json.dumps({'a': int(error)}, indent=2)\n"
        "        pickle.dumps(error)\n        dumps(error)\n        logger.info('%s', error)\n"
    ),
    "what is right": (
        "    def OnError(self, error):\n"
        "        if error == 0 or error != -1 or error in (0, -205) or error is None: pass\n"
        "        if int(error) < 0 or error.value < 0 or error.name or not error.value: pass\n"
        "        return {0: 'ok'}.get(error) or CODES[error] or str(error) < 'a'\n"
    ),
    "what a method of the file is given": (
        "    def OnError(self, error):\n        self.log(error)\n"
        "    def log(self, code):\n        return ‹code› < 0\n"
    ),
    "what else comes": (
        "    def OnEnterRoom(self, result):\n        return result < 0 or not result\n"
        "    def OnWarning(self, error, message):\n        return error < 0\n"
        "    def OnError(self, error, message=''):\n        return not message\n"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_parameter_of_on_error(case: str) -> None:
    text, expected = unmarked(DELEGATE + CASES[case].replace("‹", "‹TRT206:"))
    assert [item for item in found(text) if item[2] == "TRT206"] == expected


OTHERS = {
    "members by their name": (
        "if ‹Error.ERR_OK› < 0 or ‹liteav.ERR_FAILED› > 0 or ‹liteav.Error.ERR_OK›: pass\n"
        "if ‹liteav.Error(-1)› < 0 or ‹Error(-1)› < 0 or not ‹ERR_OK›: pass\n"
        "if Error or liteav.Error or liteav: pass\n"
    ),
    "numbers": (
        "def enter(cloud, params):\n    ret = cloud.EnterRoom(params)\n"
        "    if ret < 0 or not ret: return json.dumps(ret)\n"
    ),
    "no delegate of liteav's": (
        "class Other:\n    def OnError(self, error):\n        return error < 0\n"
        "class Third(Base):\n    def OnError(self, error):\n        return error < 0\n"
    ),
}


@pytest.mark.parametrize("case", OTHERS)
def test_elsewhere(case: str) -> None:
    text, expected = unmarked(HEAD + OTHERS[case].replace("‹", "‹TRT206:"))
    assert [item for item in found(text) if item[2] == "TRT206"] == expected


def test_dumps_that_is_imported_from_json() -> None:
    text, expected = unmarked(
        DELEGATE.replace("import json", "from json import dumps, loads")
        + "    def OnError(self, error):\n        return dumps(‹TRT206:error›)\n"
    )
    assert found(text) == expected


def test_other_sdks_have_an_on_error_too() -> None:
    assert (
        found("class D(rtc.Delegate):\n    def OnError(self, error):\n        if error < 0: pass\n")
        == []
    )


def test_messages() -> None:
    text = DELEGATE + (
        "    def OnError(self, error):\n"
        "        if error < 0: pass\n        if error: pass\n        json.dumps(error)\n"
    )
    member = "TRT206 error is a member of liteav.Error, which"
    assert messages(text) == [
        f"6:12: {member} has no order, so this is a TypeError; compare it by == with another, or "
        "int() of it",
        f"7:12: {member} is always true, ERR_OK too; compare it by == with liteav.Error.ERR_OK",
        f"8:20: {member} JSON can't hold, so this is a TypeError; write int() of it",
    ]
    assert messages(text, options=Options(language="zh"))[1] == (
        "7:12: TRT206 error 是 liteav.Error 的成员，始终为真，ERR_OK 也不例外；"
        "请用 == 与 liteav.Error.ERR_OK 比较"
    )


def test_what_a_delegate_gets_besides_codes() -> None:
    text, expected = unmarked(
        "import liteav\nclass D(liteav.TRTCCloudDelegate):\n"
        "    def OnError(self, error): return error == ‹-3320›\n"
        "    def OnMissCustomCmdMsg(self, user, cmd, code, missed): return code == ‹-2› or cmd == -2\n"
        "    def OnRemoteUserExitRoom(self, info, reason): return reason == -2\n"
    )
    assert found(text) == expected
