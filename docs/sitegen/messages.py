"""The page of messages: every sentence that a user reads, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from string import Formatter

from flake8_trtc import messages
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.messages import failures, findings, options, refusals, suppressions, usage
from flake8_trtc.messages.message import Sentence, listed
from sitegen import words
from sitegen.model import Page

_SUMMARY = Sentence("the room could not be entered", "进入房间失败")()
SAID: dict[str, object] = {
    "actual": "ErrorCode.SERVER_TIMEOUT",
    "alias": "TrtcErrorCode",
    "by": "user",
    "close": "JOIN_ROOM_FAILED",
    "code": "TRT102",
    "codes": 3,
    "column": 9,
    "columns": listed(["file", "source"]),
    "command": "flake8-trtc constants --lang mjs -o src/trtc-codes.js",
    "constant": "ErrorCode.JOIN_ROOM_FAILED",
    "encoding": "gbk",
    "entry": "src/room.js TRT001 16388",
    "error": "invalid syntax",
    "event": "KICKED_OUT",
    "expected": 16388,
    "extra": 5302,
    "families": "TRT4",
    "family": "TRT9",
    "fetch": options.SHALLOW(),
    "files": "setup.cfg",
    "first": "TRT000",
    "fixed": 5,
    "format": "sarif",
    "given": findings.ERROR(code="SERVER_ERROR"),
    "hint": options.DID_YOU_MEAN(near="--output-format"),
    "item": "TRT5",
    "kind": "RecursionError",
    "known": "TRT4, TRT9",
    "label": "JOIN_ROOM_FAILED",
    "lang": "py",
    "language": "fr",
    "last": "TRT905",
    "limit": 1000000,
    "line": 7,
    "missing": "汉",
    "module": "./trtc-codes.js",
    "most": 1000000,
    "n": 3,
    "name": "ErrorCode",
    "names": listed(["py", "js"]),
    "near": "JOIN_ROOM_FAILED",
    "note": findings.BROUGHT(event="KICKED_OUT"),
    "number": 4,
    "offset": 120,
    "one": "4.10.2",
    "option": "--diff",
    "other": "4.8.6",
    "owner": "ErrorCode",
    "parent": "JOIN_ROOM_FAILED",
    "path": "src/room.js",
    "phrases": "v4.6.0",
    "place": "setup.cfg",
    "problem": suppressions.NOTHING(),
    "program": "flake8-trtc check",
    "python": "python3",
    "query": "JOIN",
    "reason": failures.NUL(),
    "reasons": failures.TOO_DEEP(),
    "remedy": findings.REMOVE(),
    "revision": "main",
    "rule": "TRT001",
    "said": "trtc",
    "sdk": "4.6.1",
    "seconds": 30.0,
    "sent": "0x4043",
    "size": 2000000,
    "source": "package.json",
    "subject": "error.code",
    "suffixes": listed([".py", ".js"]),
    "summary": _SUMMARY,
    "text": "16388",
    "table": "tool.flake8-trtc",
    "title": "JOIN_ROOM_FAILED",
    "total": 40,
    "value": 16388,
    "version": "4.14.0",
    "wanted": listed(["string", "binary"]),
    "what": "ErrorCode.CLIENT_BANNED",
    "word": "lint",
    "words": "--format",
}
"""What the names in the sentences stand for on the page."""
_LINE: dict[str, object] = {"line": "import TRTC from 'trtc-sdk-v5'", "name": "TRTC"}
SAID_OF: dict[str, dict[str, object]] = {
    "constants.NOT_PYTHON": {"name": "class"},
    "constants.NOT_JAVASCRIPT": {"name": "new"},
    "constants.STALE": {"path": "src/trtc-codes.js"},
    "editor.USE": {"name": "ErrorCode.JOIN_ROOM_FAILED"},
    "editor.OPEN": {"what": "ErrorCode.JOIN_ROOM_FAILED"},
    "editor.NOT_FIXED": {"reason": refusals.TYPE()},
    "editor.CONFIGURATION": {"reason": options.NOT_UTF8()},
    "editor.UNCHECKED": {"name": "room.js"},
    "explain.DETAIL": {"value": -100013},
    "explain.ACCOUNT": {"value": 70001, "parent": "SIGNAL_CHANNEL_SETUP_FAILED"},
    "explain.CAPTURE_ERROR": {"name": "NotReadableError", "parent": "INITIALIZE_FAILED"},
    "explain.EXTRA": {"name": "CAMERA_IN_USE", "value": 5302, "parent": "DEVICE_ERROR"},
    "explain.INTERNAL": {"name": "SIGNAL_CHANNEL_SETUP_FAILED", "value": 16385},
    "explain.NAME_OF": {
        "name": "ERR_CAMERA_START_FAIL",
        "value": -1301,
        "sdk": "TRTC Electron SDK",
    },
    "explain.BROWSER": {"name": "NotReadableError"},
    "explain.UNKNOWN": {"program": "flake8-trtc explain"},
    "failures.UNKNOWN_ENCODING": {"name": "utf-9"},
    "failures.OLD_CONTENT": {"name": "room.js.old", "reason": failures.READ_ONLY()},
    "failures.OUTSIDE": {"program": "flake8-trtc constants"},
    "failures.OF_BASELINE": {"path": "trtc.json", "reason": failures.READ_ONLY()},
    "failures.NOT_THIS_PYTHON": {"version": "3.11"},
    "findings.NO_GETTER": {"text": "error.getCode()", "name": "getCode"},
    "findings.OTHER_NAME": {"text": "error.name"},
    "findings.NAMED": {"name": "ErrorCode.JOIN_ROOM_FAILED"},
    "findings.ERROR": {"code": "DEVICE_ERROR"},
    "findings.AND": {"note": Sentence("from 5.9 with resume()", "5.9 起提供 resume()")()},
    "logs.NO_MOMENT": {"text": "today"},
    "logs.NO_EXPRESSION": {"text": "user=(", "error": "missing )"},
    "logs.NO_VERSION": {"text": "new"},
    "logs.NOT_A_PICTURE": {"name": "outage.pdf"},
    "options.ERROR": {"reason": options.NO_BASELINE()},
    "options.UNKNOWN": {
        "name": "trtc-langage",
        "hint": options.DID_YOU_MEAN(near="trtc-language"),
    },
    "options.TWICE": {"name": "trtc-allow"},
    "options.NOT_A_LIST": {"name": "select", "value": 1},
    "options.NOT_A_FLAG": {"name": "disable-noqa", "value": 2},
    "options.NOT_A_STRING": {"name": "trtc-language", "value": 1},
    "options.NOT_A_STRING_BUT_A_VERSION": {"name": "trtc-sdk-version", "value": 4.15},
    "options.NO_RULE": {
        "name": "select",
        "code": "TRT9001",
        "hint": options.THE_RULES(first="TRT000", last="TRT905"),
    },
    "options.NOT_FLAKE8_S": {"name": "select", "code": "TRT1001"},
    "options.NOT_LOADED": {"value": "TRT4"},
    "options.NO_RULE_TO_IGNORE": {"code": "TRT7"},
    "options.NOT_A_VERSION": {"value": "new"},
    "options.NOT_MODULE_NAME": {"value": "myapp"},
    "options.NOT_JAVASCRIPT": {"value": "./trtc-codes"},
    "options.NO_PYTHON_NAME": {"value": "myapp.class:ErrorCode", "name": "class"},
    "options.NO_JAVASCRIPT_NAME": {"value": "./codes.js#new", "name": "new"},
    "options.NOT_A_GLOBAL": {"value": "trtc-codes.js"},
    "options.NO_MODULE": {"value": "#ErrorCode"},
    "options.NOT_A_CODE": {"item": "JOIN"},
    "options.NOT_A_CODE_BUT_CLOSE": {"item": "JOIN_ROM_FAILED"},
    "options.UNREADABLE": {"path": "setup.cfg", "reason": options.NOT_UTF8()},
    "options.NOT_A_TABLE": {"name": "flake8-trtc"},
    "options.OTHER_TABLE": {"name": "tool.flake8_trtc", "right": "tool.flake8-trtc"},
    "options.NO_TABLE": {"path": "pyproject.toml"},
    "options.NO_OWN_TABLE": {"path": "pyproject.toml"},
    "options.ON_LINE": {"reason": options.NOT_A_PAIR()},
    "options.FIXES_ALL": {"program": "flake8-trtc fix"},
    "options.KNOWN": {"names": listed(["trtc-allow", "trtc-assume"])},
    "options.SINCE": {"problem": options.NO_WORK_TREE()},
    "options.SINCE_SAID": {"problem": options.GIT_FAILED(command="diff"), "said": "fatal"},
    "options.GIT_FAILED": {"command": "diff"},
    "reasons.LOADED": {"names": "TRTC Web SDK v4"},
    "refusals.BROKEN_CELL": {"reason": refusals.BROKEN()},
    "refusals.DUMPED": {"name": "PyYAML"},
    "refusals.SDK_UNBOUND": _LINE,
    "refusals.SDK_TYPED": _LINE,
    "refusals.SDK_SHADOWED": _LINE,
    "refusals.SDK_APART": _LINE,
    "refusals.SDK_MOCKED": _LINE,
    "refusals.V5_CONFIGURED": {"module": "myapp.trtc"},
    "refusals.LACKS": {"name": "JOIN_ROOM_FAILED"},
    "run.WROTE_ENTRIES": {"path": "trtc.json"},
    "run.NOT_LISTED": {"path": "trtc.json"},
    "run.DROPPED_ENTRIES": {"path": "trtc.json"},
    "run.STALE_ENTRY": {"path": "trtc.json"},
    "run.PRUNES": {"path": "trtc.json"},
    "run.FIXABLE": {"program": "flake8-trtc fix"},
    "run.REFUSED": {"reasons": refusals.TYPE()},
    "run.REFUSED_FOR": {"reason": refusals.TYPE()},
    "run.NOT_FIXED": {"reason": refusals.TYPE()},
    "run.NOTE": {"text": refusals.USELESS_COMMENT(rule="TRT001")},
    "run.WROTE": {"path": "src/trtc-codes.js"},
    "run.WOULD_WRITE": {"path": "src/trtc-codes.js"},
    "run.SKIPPED": {"reason": failures.IGNORED()},
    "run.UNWRITTEN": {"reason": failures.UNREADABLE()},
    "suppressions.MISSPELT": {"what": "ignor", "hint": "ignore"},
    "suppressions.BARE": {"hint": "ignore[TRT001]"},
    "suppressions.UNKNOWN": {"what": "TRT777"},
    "suppressions.NOTHING_OF": {"what": "TRT102"},
    "usage.ARGUMENT": {"name": "--color", "reason": usage.ONE()},
    "usage.UNKNOWN_COMMAND": {
        "program": "flake8-trtc",
        "hint": options.DID_YOU_MEAN(near="check"),
    },
    "usage.MEANT": {"line": "flake8-trtc check a.py"},
    "usage.HAS": {"program": "flake8-trtc fix"},
    "usage.NO_NUMBER": {"text": "'0'"},
    "usage.REQUIRED": {"names": "PATH"},
    "usage.MAYBE": {"value": "'pyy'", "near": "'py'"},
    "usage.CHOICE": {"value": "'red'", "names": listed(["auto", "always", "never"])},
    "usage.NOT_WITH": {"other": "-q/--quiet"},
    "usage.NO_VALUE": {"value": "'yes'"},
    "settings.NOT": {"place": "tox.ini:8", "others": "setup.cfg:3"},
    "settings.ON": {"codes": "TRT000, TRT001"},
    "settings.OFF": {"codes": "TRT901, TRT902"},
    "settings.LEFT_OUT": {"names": ".git, node_modules", "vendored": "vendor"},
    "commands.SAYS_MORE": {"program": "flake8-trtc"},
    "commands.OF_PROGRAM": {"program": "flake8-trtc"},
    "TRT002": {"text": "'16388'", "name": "JOIN_ROOM_FAILED"},
    "TRT004": {"text": "-100013", "name": "JOIN_ROOM_FAILED"},
    "TRT101": {"version": "4.14.0"},
    "TRT102": {"what": "ErrorCode.SIGNAL_CHANNEL_ERROR", "version": "4.6.5"},
    "TRT103": {"what": "ErrorCode.DEVICE_NOT_FOUND", "version": "4.6.2"},
    "TRT104": {"what": "ErrorCode.SERVER_TIMEOUT", "version": "4.10.2", "sdk": "4.15.22"},
    "TRT105": {"reason": findings.ERROR_EVENT()},
    "TRT201": {"name": "JOIN_ROM_FAILED", "hint": findings.CLOSE(close="JOIN_ROOM_FAILED")},
    "TRT202": {"text": "16389", "actual": "CREATE_OFFER_FAILED"},
    "TRT203": {"other": "INVALID_OPERATION", "what": "4096 (ErrorCode.INVALID_PARAMETER)"},
    "TRT204": {"what": "16388", "reason": findings.NO_CODE()},
    "TRT205": {"what": "16388 (ErrorCode.JOIN_ROOM_FAILED)"},
    "TRT206": {"text": "error", "reason": findings.NO_ORDER()},
    "TRT401": {"what": "ErrorCode.JOIN_ROOM_FAILED"},
    "TRT901": {"name": "JOIN_ROOM_FAILED"},
    "TRT902": {"text": "JavaScript"},
    "TRT903": {"name": "JOIN_ROOM_FAILED"},
    "TRT905": {
        "text": "5302",
        "name": "CAMERA_IN_USE",
        "parent": "DEVICE_ERROR",
        "summary": Sentence("the device is in use", "设备被占用")(),
    },
}
"""What they stand for in a sentence of its own, by module and name."""


def sentences() -> Iterator[tuple[str, str, Sentence]]:
    """The module, the name and the sentence, of each that there is."""
    for found in pkgutil.iter_modules(messages.__path__):
        module = importlib.import_module(f"{messages.__name__}.{found.name}")
        for name, value in vars(module).items():
            yield from ((found.name, path, row) for path, row in _rows(name, value))
    for rule in RULES.values():
        yield "", rule.code, Sentence(rule.message.en, rule.message.zh)


def _rows(name: str, value: object) -> Iterator[tuple[str, Sentence]]:
    """The sentences of one name in a module, and those of a table by their keys."""
    todo = [(name, value)]
    while todo:
        path, item = todo.pop()
        if isinstance(item, Sentence):
            yield path, item
        elif isinstance(item, dict) and not name.startswith("_"):
            todo += reversed([(f"{path} {key}", inner) for key, inner in item.items()])


def page(language: str) -> Page:
    """The page, the same in both languages but for its own words."""
    parts = [f"# {words.MESSAGES.of(language)}\n", words.ALL_MESSAGES.of(language) + "\n"]
    found: dict[str, list[list[str]]] = {}
    for module, name, sentence in sentences():
        key = f"{module}.{name}".removeprefix(".")
        cells = [_shown(text) for text in said(key, sentence)]
        found.setdefault(module, []).append([f"`{name}`", *cells])
    for module, rows in found.items():
        title = module or words.RULES.of(language)
        parts += [f"## {title}\n", words.table(["", "English", "中文"], rows)]
    return Page("commands/messages.md", words.MESSAGES.of(language), "\n".join(parts))


def said(key: str, sentence: Sentence) -> tuple[str, str]:
    """A sentence with an example of what it says, in English and in Chinese.

    key: its module and name; raises KeyError where there is no example of a name in it.
    """
    values = SAID | SAID_OF.get(key, {})
    names = {name for _, name, _, _ in Formatter().parse(sentence.en + sentence.one) if name}
    message = sentence(**{name: values[name] for name in names})
    return str(message), message.of("zh")


def _shown(text: str) -> str:
    return words.escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ")
