"""What is found, and exactly where; and what must stay silent, tested as hard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from marked import found, unmarked

from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.model import Level
from flake8_trtc.source import Source

# In TRTC's surroundings: `import trtc` goes before each.
FOUND = {
    "equal": "if err.get_code() == ‹16388›: pass\n",
    "not equal": "if err.get_code() != ‹16388›: pass\n",
    "number on the left": "if ‹16388› == err.get_code(): pass\n",
    "chained comparison": "ok = first_code == ‹16388› == code\n",
    "hex": "if code == ‹0x4043›: pass\n",
    "upper-case hex": "if code == ‹0X404B›: pass\n",
    "padded hex": "if code == ‹0x00004004›: pass\n",
    "octal": "if code == ‹0o40004›: pass\n",
    "binary": "if code == ‹0b100000000000100›: pass\n",
    "underscores": "if code == ‹16_388› or code == ‹0x_4005›: pass\n",
    "common value": "if code == ‹4099›: pass\n",
    "unknown": "if code == ‹0xFFFF›: pass\n",
    "attribute": "if err.code == ‹16388›: pass\n",
    "attribute with an underscore": "if err.code_ == ‹16388›: pass\n",
    "camel case": "if errorCode == ‹16388› or self.errCode == ‹16389›: pass\n",
    "subscript": 'if report["code"] == ‹16388›: pass\n',
    "nested subscript": 'if report["error"]["code"] == ‹16388›: pass\n',
    "subscript by a constant": "if row[Column.CODE] == ‹16388› or errors[0] == ‹16388›: pass\n",
    "get": 'if report.get("errorCode") == ‹16388›: pass\n',
    "get with default": 'x = report.get("code", ‹16388›)\n',
    "getattr": 'if getattr(err, "code", None) == ‹16388›: pass\n',
    "getattr default": 'x = getattr(err, "code", ‹65535›)\n',
    "int()": 'if int(report["code"]) == ‹16388›: pass\n',
    "await": "async def f(err):\n    return await err.get_code() == ‹16388›\n",
    "walrus": "if (n := err.get_code()) == ‹16388›: pass\n",
    "parentheses": "if (code) == (‹16388›): pass\n",
    "or default": "if (code or 0) == ‹16388›: pass\n",
    "one hop": "def f(err):\n    n = err.get_code()\n    return n == ‹4099›\n",
    "one hop of a key": 'def f(r):\n    n = r["code"]\n    return n == ‹4099›\n',
    "one hop past another function's": (
        "def f(e):\n    n = e.get_code()\n    def g(x):\n        n = len(x)\n    return n == ‹4099›\n"
    ),
    "bare": "banned = lambda c: c == ‹16449›\nx = any(v == ‹16388› for v in codes)\n",
    "any value": "if n == ‹16388› or self.c == ‹16388›: pass\nx = ‹16388›\n",
    "column": 'x = df["error_code"].eq(‹16388›)\ny = df.code.ne(‹4099›)\n',
    "operator": "x = operator.eq(code, ‹16388›)\n",
    "function of errors": "show_error(‹16388›)\nassert error_text(‹0x4043›) == 'play'\n",
    "tuple": "if code in (‹16388›, ‹4099›): pass\n",
    "list": "if code not in [‹16388›]: pass\n",
    "set": "if code in {‹16388›, 1}: pass\n",
    "frozenset": "if code in frozenset({‹16388›}): pass\n",
    "set of a list": "if code in set([‹16388›]): pass\n",
    "number in codes": "if ‹16388› in err.codes: pass\n",
    "literal table asked": 'x = {‹16388›: "join"}.get(code)\ny = {‹4099›: 1}[code]\n',
    "literal table searched": "if code in {‹16388›: 1}: pass\n",
    "index of": "x = [‹16388›, ‹16451›].index(code)\n",
    "tuple against tuple": 'if (kind, code) == ("error", ‹16388›): pass\n',
    "codes against codes": "assert [‹16388›, ‹16451›] == first + rest\n",
    "case": "match code:\n    case ‹16388›: pass\n",
    "case alternatives": "match code:\n    case ‹16388› | ‹0x4043› | 7: pass\n",
    "case as": "match code:\n    case (‹16388› | 7) as n: pass\n",
    "case guard": "match err.get_code():\n    case ‹4099› if again: pass\n",
    "case mapping": 'match report:\n    case {"code": ‹16388›}: pass\n',
    "case class": "match err:\n    case RtcError(code=‹16388›): pass\n",
    "case class by position": "match err:\n    case RtcError(‹16388›): pass\n",
    "case sequence": 'match kind, code:\n    case "a", ‹16388›: pass\n    case ("b", ‹16389›): pass\n',
    "table": 'ERROR_TEXT = {‹16388›: "join", ‹4099›: "device", 7: "x"}\n',
    "table of any name": 'ADVICE = {‹16388›: "join", ‹16451›: "play"}\n',
    "table of pairs": 'ERRORS = [(‹16388›, "join"), (‹16451›, "play")]\n',
    "table of tables": 'ERRORS = {"en": {‹16388›: "join", ‹4099›: 1}, "zh": {‹16388›: 2}}\n',
    "list of tables": 'ERRORS = [{‹16388›: "join", ‹TRT001,TRT205:0x4004›: 1}, {‹16388›: 2}]\n',
    "table by more than the code": 'ERRORS = {(‹16388›, "en"): 1, (‹16388›, "zh"): 2}\n',
    "table by number": "ERROR_CODES = {1: ‹16388›, 2: ‹16451›}\n",
    "dict of pairs": 'ERRORS = dict([(‹16388›, "join")])\n',
    "collection": "RETRYABLE_CODES = (‹16388›, ‹4099›)\n",
    "collection of any name": "RETRY = frozenset({‹16388›, ‹16451›})\n",
    "collection as keyword": "Policy(retry_codes=[‹16388›])\n",
    "collection as argument": "set_retry_codes([‹16388›])\n",
    "collection extended": "error_codes += [‹16388›]\n",
    "get on a table": "x = ERROR_TEXT.get(‹16388›)\n",
    "index on a table": "x = ERROR_TEXT[‹16388›]\n",
    "loop": "for code in (‹16388›, ‹16389›): pass\n",
    "loop over pairs": 'for code, text in ((‹16388›, "join"), (‹16389›, "offer")): pass\n',
    "comprehension": "x = [code for code in (‹16388›,)]\n",
    "keyword": "report(code=‹16388›, size=4096)\n",
    "dict()": "x = dict(code=‹16388›, level=4096)\n",
    "default": "def f(code=‹4099›, size=4096): pass\n",
    "typed default": "def f(*, error_code: int = ‹16388›): pass\n",
    "lambda default": "f = lambda code=‹16388›: code\n",
    "entry": 'x = {"code": ‹16388›, "size": 4096}\n',
    "entry of a table of codes": 'CODES = {"join": ‹16388›, "play": ‹16451›}\n',
    "assignment": "error_code = ‹16388›\n",
    "annotated assignment": "error_code: int = ‹16388›\n",
    "attribute assignment": "self.code = ‹16388›\n",
    "key assignment": 'report["code"] = ‹16388›\n',
    "tuple assignment": 'kind, code = "join", ‹16388›\n',
    "chained assignment": "last = code = ‹16388›\n",
    "conditional value": "code = ‹16388› if x else 0\n",
    "or value": "code = x or ‹65535›\n",
    "walrus value": "f(code := ‹16388›)\n",
    "return": "def get_code(self):\n    return ‹16388›\n",
    "error class": 'raise RtcError(‹16388›, "join failed")\n',
    "error class of the project": "raise JoinError(‹0x4004›)\n",
    "error class keyword": 'raise JoinError("no", code=‹4099›)\n',
    "error class constructor": (
        "class JoinError(Exception):\n    def __init__(self):\n        super().__init__(‹16388›)\n"
    ),
    "conversion": "x = ErrorCode(‹16388›)\n",
    "assertEqual": "self.assertEqual(err.get_code(), ‹16388›)\n",
    "assertIn": "self.assertIn(code, (‹16388›, ‹4099›))\n",
    "assertEqual of collections": "self.assertEqual(codes, [‹16388›])\n",
    "parametrize": '@pytest.mark.parametrize("code", [‹16388›, ‹4099›])\ndef test(code): pass\n',
    "parametrize pairs": (
        '@pytest.mark.parametrize("code, text", [(‹16388›, "a"), (‹4099›, "b")])\n'
        "def test(code, text): pass\n"
    ),
    "parametrize param": (
        '@pytest.mark.parametrize("code", [pytest.param(‹16388›, id="a")])\ndef test(code): pass\n'
    ),
    "bound to something else in a branch": (
        "n = err.get_code()\nif again:\n    n = count(rows)\nok = n == ‹4099›\n"
    ),
    "f-string": 'x = f"{code == ‹16388›}"\n',
    "f-string nested": "x = f\"{'a' if code == ‹16388› else f'{code == ‹4099›}'}\"\n",
    "glued to a keyword": "x = 1 if code==‹16388›else 0\n",
    "after Chinese": 's = "错误码"; ok = code == ‹16388›  # 进房失败\n',
    "after emoji": 's = "🙂🙂"; ok = code == ‹16388›\n',
    "in a format hole after Chinese": 'x = f"错误🙂{code == ‹16388›}"\n',
    "continuation": "ok = code == \\\n    ‹16388›\n",
    "multi-line": "ok = code in (\n    ‹16388›,  # join\n    ‹16451›,\n)\n",
    "decorator": "@on(code=‹16388›)\ndef f(): pass\n",
    "class body": "class Policy:\n    code = ‹16388›\n    retry_codes = {‹16388›}\n",
    "error subject": "if err == ‹16388›: pass\n",
    "role constant": "DEFAULT_ERROR_CODE = ‹16388›\n",
    "string": 'if code == ‹TRT002:"16388"›: pass\n',
    "string hex": "if report[\"code\"] == ‹TRT002:'0x1003'›: pass\n",
    "string key": 'ERRORS = {‹TRT002:"16388"›: "join"}\n',
    "string member": 'if str(code) in (‹TRT002:"16388"›,): pass\n',
    "string tidied": 'if code.strip() == ‹TRT002:"16388"›: pass\n',
    "detail": "if err.get_extra_code() == ‹TRT004:-100013›: pass\n",
    "account detail": "if code == ‹TRT004:70001›: pass\n",
    "common detail": "if err.extra_code == ‹TRT004:-8› or err.extraCode == ‹TRT004:5001›: pass\n",
    "detail table": "ERROR_TEXT = {‹TRT004:-100013›: 1, ‹TRT004:70001›: 2}\n",
    "detail case": "match extra_code:\n    case ‹TRT004:-100013›: pass\n",
    "no longer thrown": "if code == ‹TRT001,TRT102:16386›: pass\n",
    "no longer thrown, too": "if code == ‹TRT001,TRT102:0x4003›: pass\n",
    "deprecated": "if code == ‹TRT001,TRT101:16448›: pass\n",
    "retired by name": "from flake8_trtc import ErrorCode\nif code == ErrorCode.‹TRT102:SIGNAL_CHANNEL_ERROR›: pass\n",
    "retired by alias": "from flake8_trtc import ErrorCode as EC\nx = {EC.‹TRT101:CLIENT_BANNED›: 1}\n",
    "retired by module": "import flake8_trtc as t\nprint(t.ErrorCode.‹TRT102:ICE_TRANSPORT_ERROR›)\n",
    "retired by another's name": "if err.get_code() == codes.‹TRT101:CLIENT_BANNED›: pass\n",
    "retired by a bare name": "if err.get_code() == ‹TRT102:ICE_TRANSPORT_ERROR›: pass\n",
    "retired by a name that is defined": (
        "ICE_TRANSPORT_ERROR = 0x4003\nif code == ‹TRT102:ICE_TRANSPORT_ERROR›: pass\n"
    ),
    "retired by the name of a class": (
        "class Codes(IntEnum):\n    CLIENT_BANNED = 16448\n    MINE = 1\n"
        "if code in (Codes.‹TRT101:CLIENT_BANNED›, m.Codes.‹TRT101,TRT205:CLIENT_BANNED›): pass\n"
        "if code in (Events.CLIENT_BANNED, CLIENT_BANNED): pass\n"
    ),
    "unknown member": "from flake8_trtc import ErrorCode\nprint(ErrorCode.‹TRT201:JOIN_ROOM_FAILD›)\n",
    "retired in a case": (
        "from flake8_trtc import ErrorCode as EC\n"
        "match code:\n    case EC.‹TRT101:CLIENT_BANNED› | EC.‹TRT201:NOPE›: pass\n"
    ),
    "retired in a dotted case": (
        "import flake8_trtc\n"
        "match code:\n    case flake8_trtc.ErrorCode.‹TRT101:CLIENT_BANNED›: pass\n"
    ),
    "retired in another's case": (
        "match err.get_code():\n    case codes.‹TRT101:CLIENT_BANNED›: pass\n"
    ),
    "twice by name in a match": (
        "from flake8_trtc import ErrorCode as EC\n"
        "match code:\n    case EC.UNKNOWN: pass\n    case EC.‹TRT205:UNKNOWN›: pass\n"
    ),
    "unknown member by key": 'from flake8_trtc import ErrorCode\nx = ErrorCode[‹TRT201:"NOPE"›]\n',
    "unknown member by two keys": (
        'from flake8_trtc import ErrorCode\nx = ErrorCode[‹TRT201:"NOPE"›, 1]\n'
    ),
    "unknown member by getattr": (
        'from flake8_trtc import ErrorCode\nx = getattr(ErrorCode, ‹TRT201:"NOPE"›)\n'
    ),
    "historical misspelling": "from flake8_trtc import ErrorCode\nx = ErrorCode.‹TRT201:UNKOWN›\n",
    "name and value": "JOIN_ROOM_FAILED = ‹TRT202:16389›\n",
    "prefixed name and value": "ERR_PLAY_NOT_ALLOWED = ‹TRT202:0x4044›\n",
    "name and value in an enum": "class Codes(IntEnum):\n    join_room_failed = ‹TRT202:16389›\n",
    "name and value in a dict": 'X = {"JOIN_ROOM_FAILED": ‹TRT202:16389›}\n',
    "comment": "if code == ‹TRT001,TRT203:4096›:  # 0x1001 INVALID_OPERATION\n    pass\n",
    "comment on a member": (
        "from flake8_trtc import ErrorCode\n"
        "if code == ErrorCode.‹TRT203:JOIN_ROOM_FAILED›:  # CREATE_OFFER_FAILED\n    pass\n"
    ),
    "twice in a chain": "if code == ‹16388›: pass\nelif code == ‹TRT001,TRT205:0x4004›: pass\n",
    "twice through or": (
        "if code == ‹16388› or x: pass\nelif (code == 1 or code == ‹TRT001,TRT205:0x4004›): pass\n"
    ),
    "twice through in": (
        "if code in (‹16388›, ‹16389›): pass\nelif code == ‹TRT001,TRT205:16389›: pass\n"
    ),
    "twice in a match": (
        "match code:\n    case ‹16388›: pass\n    case 1 | ‹TRT001,TRT205:0x4004›: pass\n"
    ),
    "twice in a table": 'ERRORS = {‹16388›: "a", ‹TRT001,TRT205:0x4004›: "b"}\n',
    "twice in a set": "ok = code in {‹16388›, ‹TRT001,TRT205:0x4004›}\n",
    "strings are the same as they are spelled": (
        "ok = code in {‹TRT002:'16388'›, ‹TRT002:'0x4004'›, ‹TRT002,TRT205:\"16388\"›, ‹16388›}\n"
    ),
    "twice by name": (
        "from flake8_trtc import ErrorCode\n"
        "if code == ErrorCode.JOIN_ROOM_FAILED: pass\n"
        "elif code == ‹TRT001,TRT205:16388›: pass\n"
    ),
}

# Also in TRTC's surroundings: the same numbers, doing something else.
SILENT = {
    "sizes": "data = sock.recv(4096)\nbuffer = bytearray(65535)\nsize = 16388\n",
    "size compared": "if size == 4096 or len(data) == 65535 or n_bytes != 16388: pass\n",
    "ordering": "if code > 16388 or 16385 <= code <= 16461: pass\n",
    "arithmetic": "x = code + 16388 - 4096 * 4099\n",
    "bits": "x = code & 0xFFFF | 0x4004 ^ 4096\ny = code << 16388\n",
    "augmented": "code += 16388\n",
    "inverted": "if code == ~16388: pass\n",
    "negative": "if code == -16388: pass\n",
    "slices": "x = data[16388:16451]\ny = data[:4096]\n",
    "index": "x = data[16388]\ny = table[4096]\n",
    "columns": "x = codes[[16388]]\n",
    "by a variable": "if row[i] == 16388 or row.get(key) == 16388: pass\n",
    "ranges": "for code in range(16385, 16393): pass\n",
    "float": "if code == 16388.0 or code == 16388.5: pass\n",
    "part of a number": "if code == 163880 or code == 1_16388 or code == 0x14004: pass\n",
    "part of a name": "if code == x16388: pass\n",
    "Literal": "from typing import Literal\nCode = Literal[16388, 4099]\n",
    "annotation": "code: Literal[16388]\ndef f(code: Literal[16388]) -> Literal[4099]: pass\n",
    "docstring": 'def f():\n    """If code == 16388, join again."""\n',
    "comment": "# if code == 16388: pass\n",
    "prose": 'print("code == 16388 is JOIN_ROOM_FAILED, see 16451")\n',
    "string outside a comparison": 'x = "16388"\nf("4099")\nerror_code = "16388"\n',
    "version": '__version__ = "16388"\nversion_info = (16388, 4096)\n',
    "argument": "handle(16388)\nmath.sqrt(4096)\nos.chmod(path, 4096)\n",
    "argument of any function": "log.error('code', 16388)\njoin_room(16388)\nset_error_timeout(4096)\n",
    "collection as argument": "set_sizes([16388])\n(lambda x: x)([16388])\n",
    "method of a number": "x = (16388).to_bytes(2)\n",
    "method that looks nothing up": (
        "x = [16388, 16451].copy()\ny = [16388].count\nz = [16388].index()\n"
    ),
    "base class": "class A(16388, size=4096): pass\n",
    "sizes asserted": "self.assertEqual(sizes, set([16388]))\n",
    "too many in a row": (
        '@pytest.mark.parametrize("kind, code", [(1, 2, 16388)])\ndef test(kind, code): pass\n'
    ),
    "bare, common": "f = lambda c: c == 4099\n",
    "a room": "if room_id == 16388 or self.room == 16388: pass\n",
    "unpacked": "kind, code = 16388\nkind, code = 1, 2, 16388\n",
    "loop over no codes": (
        "for code in 16388: pass\n"
        "for kind, code in [(1, 2, 16388)]: pass\n"
        "for kind, code in {16388}: pass\n"
    ),
    "tuple against a shorter one": "if (1, 2, 16388) == (kind, code): pass\n",
    "case of another class": "match err:\n    case Point(16388): pass\n",
    "case of something else": (
        'match code:\n    case ("a", ("b", 16388)): pass\n    case ["a", [16388]]: pass\n'
        "    case {16388: text}: pass\n    case {kind.code: 16388}: pass\n"
        "    case (1, 16388): pass\n    case 16388 + 2j: pass\n"
    ),
    "broken comparison": "if code == $ 16388: pass\n",
    "exit": "sys.exit(16388)\nraise SystemExit(16388)\n",
    "sleep": "time.sleep(4096)\n",
    "character": "if unicode_code == 16388 or char.code == 16388 or ord(c) == 16388: pass\n",
    "key": "if key_code == 16388 or event.keyCode == 4099: pass\n",
    "country": "if country_code == 16388 or country.code == 4097: pass\n",
    "http": "if response.status_code == 4096: pass\n",
    "bound to something else": "def f(c):\n    code = ord(c)\n    return code == 16388\n",
    "bound to something else since": (
        "def f(err, rows):\n    n = err.get_code()\n    n = rows.size\n    return n == 4096\n"
        "def g(err, rows):\n    n = err.get_code()\n    n = count(rows)\n    return n == 4096\n"
        "def h(err):\n    if err:\n        n = err.get_code()\n    n = 0\n    return n == 4096\n"
    ),
    "opcode": "if opcode == 0x1001 or op_code == 4096: pass\n",
    "port": "if port == 4096 or port in (4097, 16388): pass\n",
    "identifier": "if room_id == 16388 or user.id == 4099: pass\n",
    "timestamps": "assert elapsed == 4096\nTIMEOUT = 65535\n",
    "table of sizes": "SIZES = {4096: 'a', 65535: 'b'}\nsizes = [4096, 65535]\n",
    "mixed table": "T = {1: 'a', 2: 'b', 3: 'c', 16388: 'd', 5: 'e'}\n",
    "common detail": "if code == -8 or code == 5001: pass\n",
    "detail as a size": "x = 70001\nif count == -100013: pass\n",
    "own constant": "JOIN_ROOM_FAILED = 16388\nERR_PLAY_NOT_ALLOWED = 0x4043\n",
    "own enum": "class Codes(IntEnum):\n    JOIN_ROOM_FAILED = 16388\n    UNKNOWN = 65535\n",
    "own short name": "JOIN_FAILED = 16388\n",
    "other's value under our name": "JOIN_ROOM_FAILED = 20001\nUNKNOWN = -1\nNOT_SUPPORTED = 50\n",
    "generic name, common value": "SERVER_TIMEOUT = 4096\n",
    "member": "from flake8_trtc import ErrorCode\nif code == ErrorCode.JOIN_ROOM_FAILED: pass\n",
    "enum's own attributes": (
        "from flake8_trtc import ErrorCode\n"
        "print(ErrorCode.__members__, ErrorCode.from_bytes, ErrorCode(x).name)\n"
    ),
    "another ErrorCode": "from myapp import ErrorCode\nprint(ErrorCode.NOPE)\n",
    "right comment": "from flake8_trtc import ErrorCode\nif code == ErrorCode.UNKNOWN:  # UNKNOWN\n    pass\n",
    "comment naming all of a line": (
        "from flake8_trtc import ErrorCode as E\n"
        "x = code in (E.JOIN_ROOM_FAILED, E.UNKNOWN)  # JOIN_ROOM_FAILED\n"
    ),
    "guarded twice": (
        "from flake8_trtc import ErrorCode as E\n"
        "if code == E.UNKNOWN and again: pass\nelif code == E.UNKNOWN: pass\n"
    ),
    "guarded case twice": (
        "from flake8_trtc import ErrorCode as E\n"
        "match code:\n    case E.UNKNOWN if again: pass\n    case E.UNKNOWN: pass\n"
    ),
    "different subjects": (
        "from flake8_trtc import ErrorCode as E\n"
        "if a.code == E.UNKNOWN: pass\nelif b.code == E.UNKNOWN: pass\n"
    ),
    "separate ifs": (
        "from flake8_trtc import ErrorCode as E\n"
        "if code == E.UNKNOWN: pass\nif code == E.UNKNOWN: pass\n"
    ),
    "json": "x = '{\"code\": 16388}'\n",
    "regular expression": 'x = re.compile(r"code=(16388|4099)")\n',
    "bytes": 'if magic == b"16388": pass\n',
    "definition of a retired name": "SIGNAL_CHANNEL_ERROR = 16386\n",
    "import of a retired name": "from codes import CLIENT_BANNED\n",
    "event of a retired name": (
        "class RtcEvent(str, Enum):\n    CLIENT_BANNED = 'client-banned'\n"
        "if event == RtcEvent.CLIENT_BANNED or code == RtcEvent.CLIENT_BANNED: pass\n"
        "match event.code:\n    case RtcEvent.CLIENT_BANNED: pass\n"
        "ADVICE = {RtcEvent.CLIENT_BANNED: 1, events.ICE_TRANSPORT_ERROR: 2}\n"
    ),
    "bare event of a retired name": (
        "CLIENT_BANNED = 'client-banned'\nif code == CLIENT_BANNED: pass\n"
        "def f(SIGNAL_CHANNEL_ERROR): return code in (SIGNAL_CHANNEL_ERROR, 1)\n"
    ),
    "a class with other numbers of the names": (
        "class State(IntEnum):\n    CLIENT_BANNED = 3\nif code == State.CLIENT_BANNED: pass\n"
    ),
    "a retired name bound": (
        "def f(CLIENT_BANNED=1): pass\nCLIENT_BANNED: int = f(CLIENT_BANNED=1)\n"
        "for CLIENT_BANNED in (1, 2): pass\n(CLIENT_BANNED, a) = x\n"
    ),
}

# With nothing around that speaks of TRTC.
ALONE_FOUND = {
    "rare, compared": "def f(code):\n    if code == ‹16388›:\n        return 1\n",
    "rare, getter": "if err.get_code() == ‹0x4043›: pass\n",
    "rare, searched": "if error_code in (‹16388›, ‹16451›): pass\n",
    "rare, case": "match err.code:\n    case ‹16451›: pass\n",
    "common in rare company": "if code == ‹16388›: pass\nelif code == ‹4099›: pass\n",
    "rare, assigned": "error_code = ‹16388›\n",
    "string named like an error's code": (
        'if error_code == ‹TRT002:"16388"›: pass\n'
        'if err.get_code() in {‹TRT002:"16390"›, ‹TRT002:"0x4004"›}: pass\n'
    ),
    "another catalog name": "log(JOIN_ROOM_FAILED)\nif code == ‹4099›: pass\n",
    "name and value": "JOIN_ROOM_FAILED = ‹TRT202:16389›\n",
}
ALONE_SILENT = {
    "common": "if code == 4096 or error_code == 0x1001 or err.code in (4097, 65535): pass\n",
    "common getter": "if err.get_code() == 4099: pass\n",
    "rare, not a code": "if size == 16388 or x == 16388 or err == 16388 or event.code == 16388: pass\n",
    "table of codes": 'ERROR_TEXT = {16388: "join", 16451: "play", 4099: "device"}\n',
    "calls that several have": "client.join()\nif err.getCode() == 4099: pass\n",
    "rare, assigned": "f(code=16388)\ndef g(code=16388): return 16388\n",
    "rare, entry": 'x = {"code": 16388}\n',
    "rare, argument": "raise ParseError(16388)\nshow_error(16388)\n",
    "timeframes": (
        'TIMEFRAMES = {16385: "H1", 16386: "H2", 16387: "H3", 16388: "H4", 16392: "H8"}\n'
        "if timeframe == 16388: pass\n"
    ),
    "timeframes named like codes": (
        'import MetaTrader5 as mt5\nCODES = {16385: "H1", 16388: "H4"}\nif code == 16388: pass\n'
    ),
    "IKE": (
        'NOTIFY = {16384: "INITIAL_CONTACT", 16385: "SET_WINDOW_SIZE", 16388: "NAT_DETECTION"}\n'
        "class IKEv2:\n    def f(self, code):\n        return code == 16388\n"
    ),
    "table with others": "ERROR_CODES = {16384: 1, 16385: 2, 16386: 3, 16393: 4, 16394: 5, 16395: 6}\n",
    "one code": 'ERRORS = {16388: "x"}\n',
    "cassandra": "if error_code == 0x1001: raise Overloaded\n",
    "string": 'if code == "16388" or zip_code == "16388" or error_code == "4099": pass\n',
    "detail": "if code == 70001 or extra_code == -100013: pass\n",
    "retired name": "if status == CLIENT_BANNED or code == CLIENT_BANNED: pass\n",
    "generic names": "UNKNOWN = 65535\nINVALID_PARAMETER = 4097\n",
    "lookalikes": "import fastrtc\nKDSETRTCDEC = 1\nif code == 4099: raise WebRTCError\n",
}
VARIANTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "BOM": lambda text: "\ufeff" + text,
    "Chinese before": lambda text: "# 错误码 🙂\nx = '处理'\n" + text,
    "no final newline": lambda text: text.rstrip("\n"),
    "in a function": lambda text: "def outer():\n" + _indented(text, "    "),
    "tabs": lambda text: "def outer():\n" + _indented(text, "\t"),
}


def _indented(text: str, indent: str) -> str:
    return "".join(indent + line for line in text.splitlines(keepends=True))


def _check(text: str, variant: str) -> None:
    marked = VARIANTS[variant](text)
    plain, _ = unmarked(marked)
    _, expected = unmarked(marked.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    assert found(plain) == expected


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("case", FOUND)
def test_found_in_trtc_code(case: str, variant: str) -> None:
    text = FOUND[case]
    assert "‹" in text
    _check("import trtc\n" + text, variant)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("case", SILENT)
def test_silent_in_trtc_code(case: str, variant: str) -> None:
    text = SILENT[case]
    assert "‹" not in text
    _check("import trtc\n" + text, variant)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("case", ALONE_FOUND)
def test_found_without_trtc(case: str, variant: str) -> None:
    assert "‹" in ALONE_FOUND[case]
    _check(ALONE_FOUND[case], variant)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("case", ALONE_SILENT)
def test_silent_without_trtc(case: str, variant: str) -> None:
    assert "‹" not in ALONE_SILENT[case]
    _check(ALONE_SILENT[case], variant)


@pytest.mark.parametrize(
    ("text", "path", "level", "reasons"),
    [
        (
            "import trtc\nx = code == 16388\n",
            "app.py",
            Level.LIKELY,
            ("the file says trtc", "its subject is named like a code"),
        ),
        (
            "x = 1\ndef f(code):\n    trtc()\n    return code == 4099\n",
            "app.py",
            Level.LIKELY,
            ("the code around it says trtc", "its subject is named like a code"),
        ),
        (
            "x = 1\ndef f(code):\n    JOIN_ROOM_FAILED\n    return code == 4099\n",
            "app.py",
            Level.LIKELY,
            ("the code around it says JOIN_ROOM_FAILED", "its subject is named like a code"),
        ),
        (
            "x = code == 16388\n",
            "trtc_app.py",
            Level.LIKELY,
            ("the file's name speaks of TRTC", "its subject is named like a code"),
        ),
        (
            "import trtc\nx = error == 16388\n",
            "app.py",
            Level.LIKELY,
            ("the file says trtc", "its subject is named like a code"),
        ),
        (
            "import trtc\nx == 16388\n",
            "app.py",
            Level.LIKELY,
            ("the file says trtc", "a place for codes"),
        ),
        (
            "import trtc\nx = err.get_code() == 4099\n",
            "app.py",
            Level.CERTAIN,
            ("the file says trtc", "its subject is named like a code"),
        ),
        ("x = code == 16388\n", "app.py", Level.LIKELY, ("its subject is named like a code",)),
        (
            "import flake8_trtc\nx = flake8_trtc.ErrorCode.JOIN_ROM\n",
            "app.py",
            Level.CERTAIN,
            ("flake8_trtc.ErrorCode is TRTC's",),
        ),
    ],
)
def test_why(text: str, path: str, level: Level, reasons: tuple[str, ...]) -> None:
    finding = scan(Source.from_bytes(path, text.encode()), Options())[0]
    assert finding.verdict[:2] == (level, reasons)


def test_why_with_others_in_the_file() -> None:
    text = b"x = code == 16388 or code == 4099\n"
    found = scan(Source.from_bytes("app.py", text), Options())
    rare, common = (item for item in found if item.code == "TRT001")
    named = "its subject is named like a code"
    assert rare.verdict[:2] == (Level.LIKELY, (named,))
    assert common.verdict[:2] == (Level.LIKELY, ("a rare code is used in this file", named))


def test_why_where_the_configuration_says_so() -> None:
    source = Source.from_bytes("app.py", b"x = code == 16388\n")
    finding = scan(source, Options(assume=("app.py",)))[0]
    assert finding.verdict.reasons == (
        "trtc-assume names this file",
        "its subject is named like a code",
    )


WRITTEN = {
    "an import": "from flake8_trtc import ErrorCode\nfailure = 16388\nif code == 4099: pass\n",
    "a constant": (
        "from flake8_trtc import ErrorCode\n"
        "if code == ErrorCode.JOIN_ROOM_FAILED: failure = 65535\nelif code == ‹4099›: failure = 16388\n"
    ),
    "a common constant": (
        "from flake8_trtc import ErrorCode\nif code == ErrorCode.DEVICE_NOT_FOUND: pass\n"
        "elif code == 4096: pass\n"
    ),
    "another name": "from flake8_trtc import ErrorCode as TrtcErrorCode\nif code == 4099: pass\n",
    "a module of the project": "from shop.trtc import TrtcCodes\nif code == 4099: pass\n",
    "as text": "from flake8_trtc import ErrorCode\nif code == '16388': pass\n",
    "a declaration in a string that is filled": (
        "code[16388](x)\n"
        'y = """{} const ErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }});""".format(z)\n'
    ),
    "said by hand": "import trtc\nfrom flake8_trtc import ErrorCode\nif code == ‹4099›: pass\n",
    "named by hand": "# JOIN_ROOM_FAILED\ndef f(): failure = ‹16388›\n",
}
WRITTEN_SCRIPTS = {
    "a declaration": (
        "function f(e) {\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "  let failure = 4096;\n"
        "  return e.getCode() === ErrorCode.JOIN_ROOM_FAILED || e.getCode() === ‹65535› ? 65535 : failure;\n}\n"
    ),
    "a declaration in TypeScript": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\nlet failure = 16388;\n"
    ),
    "a class": "class ErrorCode { static readonly JOIN_ROOM_FAILED = 0x4004; }\nlet failure = 16388;\n",
    "another name": "const TrtcErrorCode = {\n  UNKNOWN: 0xffff,\n};\nlet code = 4099;\n",
    "a module of the project": "import { TrtcCodes } from './trtc/codes.js';\nlet code = 4099;\n",
    "a table of the project's": "const Codes = { JOIN_ROOM_FAILED: 0x4004 };\nlet failure = ‹16388›;\n",
}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        *((text, "app.py") for text in WRITTEN.values()),
        *((text, "app.ts") for text in WRITTEN_SCRIPTS.values()),
    ],
)
def test_what_the_fix_writes_is_no_evidence(text: str, path: str) -> None:
    """But where a rare code was, its constant speaks for a common one as the code did."""
    plain, expected = unmarked(text)
    options = Options(
        error_code=("shop.trtc", "TrtcCodes"),
        js_error_code=JsConstants("TrtcCodes", "./trtc/codes.js"),
    )
    assert found(plain, path, options) == expected


def test_a_rare_code_that_is_certain_speaks_for_a_common_one() -> None:
    text = (
        "function f(e) { return e.getCode() === ‹16388› || e.getCode() === ‹4099›; }\n"
        "function g(e) { return e.getCode() === 4099; }\n"
    )
    plain, expected = unmarked(text)
    assert found(plain, "app.js") == expected


def test_a_number_too_long_to_count() -> None:
    """Python counts no more than 4,300 digits, and refuses the file; we do not fall over it."""
    long = "9" * 5000
    text, expected = unmarked(
        f"import trtc\nERRORS = {{‹16388›: 'join', {long}: 'x'}}\nx = code in (‹16388›, '{long}')\n"
    )
    assert found(text) == expected


def test_many_comments() -> None:
    """Comments that say nothing are not parsed where they are many; the others still count."""
    many = "    # code == 16388 错误\n\n" * 60
    text, expected = unmarked(
        f"import trtc\ndef f(code):\n{many}    # trtc: ignore-next-line\n    if code == 16388: pass\n"
        f"{many}    # language=js\n    s = 'e.code === ‹0x4043›'\n{many}    return code == ‹16389›\n"
    )
    assert found(text) == expected
    assert found(text.replace("\n", "\r\n")) == expected
