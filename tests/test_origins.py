"""Where a value comes from: both languages side by side."""

from __future__ import annotations

import pytest
from marked import found, unmarked
from tree_sitter import Node

from flake8_trtc.catalog.sdks import BY_KEY as SDKS
from flake8_trtc.catalog.things import BY_KEY
from flake8_trtc.languages.javascript.grammar import parse_script
from flake8_trtc.languages.javascript.origins import ScriptOrigins
from flake8_trtc.languages.python.grammar import parse_python
from flake8_trtc.languages.python.origins import PythonOrigins
from flake8_trtc.model import Origin


def in_script(code: str) -> str:
    """The origin of what is in USE(…): "code v4", "other a size", "unknown"."""
    utf8 = code.encode()
    root = parse_script(utf8, "ts").root_node
    assert not root.has_error, code
    return said(ScriptOrigins(root, utf8).of(used(root, utf8, b")/*")))


def used(root: Node, utf8: bytes, end: bytes) -> Node:
    """What is in USE(…), up to an end that is marked, or the first parenthesis."""
    at = utf8.index(b"USE(") + 4
    node = root.descendant_for_byte_range(at, utf8.index(end if end in utf8 else b")", at))
    assert node is not None
    return node


def said(origin: Origin) -> str:
    return f"{origin.kind} {origin.source}".strip()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const n = e.getCode(); USE(n)", "code"),
        ("function f() { let n; n = e.getCode(); return () => USE(n) }", "code"),
        ("this.lastCode = e.getCode(); function f() { USE(this.lastCode)/**/ }", "code"),
        ("client.on('error', ({ code_: n }) => { USE(n) })", "code"),
        ("const { code_: n = 0 } = e; USE(n)", "code"),
        ("const n = ok ? e.getCode() : 0; USE(n)", "code"),
        ("const n = Number(e.getCode() as any) || 0; USE(n)", "code"),
        ("function codeOf(x) { return x.getCode() } USE(codeOf(e))/**/", "code"),
        ("const codeOf = (x) => x.code_; const n = codeOf(e); USE(n)", "code"),
        ("for (const n of errors.map((e) => e.getCode())) USE(n)", "code"),
        ("function show(n) { USE(n) } show(e.getCode()); show(x.getCode())", "code"),
        ("export function show(n) { USE(n) } show(e.getCode())", "unknown"),
        ("function show(n) { USE(n) } run(show); show(e.getCode())", "unknown"),
        (
            "let n = e.getCode(); n = sock.send(data); USE(n)",
            "other a number of bytes that were sent or read",
        ),
        ("let n = e.getCode(); if (x) { n = sock.send(data) } USE(n)", "unknown"),
        ("let n = e.getCode(); if (x) { n = g() } USE(n)", "code"),
        (
            "let n = 0; if (x) n = sock.send(d); USE(n)",
            "other a number of bytes that were sent or read",
        ),
        ("let n; while (x) { USE(n); n = e.getCode() }", "code"),
        ("socket.onclose = (e) => { USE(e.code) }", "other a socket's close code"),
        (
            "socket.addEventListener('close', ({ code }) => USE(code))",
            "other a socket's close code",
        ),
        (
            "ws.on('close', handle); function handle(code) { USE(code) }",
            "other a socket's close code",
        ),
        ("child.on('exit', (code) => USE(code))", "other the status of a process"),
        ("for (let i = 0; i < 9; i++) USE(i)", "other a number that counts"),
        (
            "let result = 0xffff; for (const b of x) result = (result >>> 8) ^ b; USE(result)",
            "other a number that is computed",
        ),
        ("const c = s.charCodeAt(0); USE(c)", "other a character"),
        (
            "import axios from 'axios'; axios.get(u).catch((e) => USE(e.code))",
            "other the status of an HTTP request",
        ),
        ("import axios from 'axios'; const r = await axios.get(u); USE(r.data.code)", "unknown"),
        (
            "import mysql from 'mysql2'; db = mysql.createConnection(); mysql.query(q, (err, rows) => USE(err.errno))",
            "other a database's error",
        ),
        (
            "import { createServer } from 'node:http'; createServer(f).on('error', (e) => USE(e.errno))",
            "other the status of an HTTP request",
        ),
        (
            "import AgoraRTC from 'agora-rtc-sdk'; const c = AgoraRTC.createClient(); c.on('error', (e) => USE(e.getCode())/**/)",
            "other Agora",
        ),
        (
            "import TRTC from 'trtc-sdk-v5'; const t = TRTC.create(); t.on(TRTC.EVENT.ERROR, (e) => USE(e.code))",
            "code v5",
        ),
        (
            "import TRTC from 'trtc-sdk-v5'; const t = TRTC.create(); try { await t.enterRoom() } catch ({ code: n }) { USE(n) }",
            "code v5",
        ),
        (
            "import TRTC from 'trtc-js-sdk'; const c = TRTC.createClient(); c.join().catch((e) => USE(e.getCode())/**/)",
            "code v4",
        ),
        ("const [n, setN] = useState(0); setN(e.getCode()); USE(n)", "code"),
        ("const n = ref(0); n.value = e.getCode(); USE(n.value)", "code"),
        ("const state = { code: 0 }; state.code = e.getCode(); USE(state.code)", "code"),
        ("class A { get code() { return this.e.getCode() } f() { USE(this.code) } }", "code"),
        ("class A { f(n) { USE(n) } g() { this.f(e.getCode()) } }", "code"),
        ("const errorCode = parseLine(line); USE(errorCode)", "unknown"),
        ("let a = b; let b = a; USE(a)", "unknown"),
        ("const [a, n] = [1, e.getCode()]; USE(n)", "code"),
        ("const { n } = { n: e.getCode() }; USE(n)", "code"),
        (
            "export default { data() { return { n: 0 } }, methods: { a(e) { this.n = e.getCode() }, b() { USE(this.n) } } }",
            "code",
        ),
    ],
)
def test_script(code: str, expected: str) -> None:
    assert in_script(code) == expected


def in_python(code: str) -> str:
    """As in_script, for a module."""
    utf8 = code.encode()
    root = parse_python(utf8).root_node
    assert not root.has_error, code
    return said(PythonOrigins(root, utf8).of(used(root, utf8, b")#")))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("n = err.get_code()\nUSE(n)", "code"),
        ("def f():\n  n = err.get_code()\n  return lambda: USE(n)", "code"),
        (
            "class A:\n  def f(self):\n    self.status = err.get_code()\n  def g(self):\n    USE(self.status)",
            "code",
        ),
        ("n, m = 1, err.get_code()\nUSE(m)", "code"),
        ("(a, (n, *c)) = 1, (err.get_code(), 2)\nUSE(n)", "code"),
        ("n = err.get_code() if ok else 0\nUSE(n)", "code"),
        ("n = int(str(err.get_code())) or 0\nUSE(n)", "code"),
        ("def code_of(x):\n  return x.get_code()\nUSE(code_of(e))#", "code"),
        (
            "def error_codes():\n  for e in errors:\n    yield e.get_code()\nfor n in error_codes():\n  USE(n)",
            "code",
        ),
        ("for i, n in enumerate([e.get_code() for e in errors]):\n  USE(n)", "code"),
        (
            "for i, n in enumerate([e.get_code() for e in errors]):\n  USE(i)",
            "other a number that counts",
        ),
        ("def show(n):\n  USE(n)\nshow(e.get_code())\nshow(n=x.get_code())", "code"),
        ("def show(n):\n  USE(n)\nrun(show)\nshow(e.get_code())", "unknown"),
        ("def show(n):\n  USE(n)", "unknown"),
        (
            "class A:\n  def show(self, n):\n    USE(n)\n  def f(self):\n    self.show(e.get_code())",
            "code",
        ),
        (
            "n = err.get_code()\nn = sock.send(data)\nUSE(n)",
            "other a number of bytes that were sent or read",
        ),
        ("n = err.get_code()\nif x:\n  n = sock.send(data)\nUSE(n)", "unknown"),
        ("n = err.get_code()\nif x:\n  n = g()\nUSE(n)", "code"),
        ("if x:\n  n = len(y)\nelse:\n  n = err.get_code()\n  USE(n)", "code"),
        ("n = None\nwhile x:\n  USE(n)\n  n = err.get_code()", "code"),
        (
            "state = {'status': None}\ndef f():\n  state['status'] = err.get_code()\nUSE(state['status'])",
            "code",
        ),
        ("state = {'status': err.get_code()}\nUSE(state.get('status'))#", "code"),
        (
            "last = 0\ndef f():\n  global last\n  last = err.get_code()\ndef g():\n  USE(last)",
            "code",
        ),
        (
            "while (n := sock.recv_into(b)) > 0:\n  USE(n)",
            "other a number of bytes that were sent or read",
        ),
        ("USE(ord(c))#", "other a character"),
        (
            "try:\n  f()\nexcept OSError as e:\n  USE(e.errno)",
            "other an error of the operating system",
        ),
        (
            "import sqlite3\ntry:\n  f()\nexcept (sqlite3.Error, OSError) as e:\n  USE(e.args[0])",
            "other a database's error",
        ),
        (
            "import sqlite3\nc = sqlite3.connect()\nrow = c.execute(q).fetchone()\nUSE(row['errno'])",
            "unknown",
        ),
        ("try:\n  f()\nexcept Exception as e:\n  USE(e.code)", "unknown"),
        (
            "import requests\nUSE(requests.get(u).status_code)#",
            "other the status of an HTTP request",
        ),
        ("import requests\nUSE(requests.get(u).json()['code'])", "unknown"),
        (
            "import subprocess\np = subprocess.run(x)\nUSE(p.returncode)",
            "other the status of a process",
        ),
        (
            "class C(AsyncWebsocketConsumer):\n  async def disconnect(self, n):\n    USE(n)",
            "other a socket's close code",
        ),
        ("def on_close(ws, n, why):\n  USE(n)", "other a socket's close code"),
        ("App(u, on_close=lambda ws, n, why: USE(n))", "other a socket's close code"),
        ("App(u, on_error=lambda ws, n, why: USE(n))", "unknown"),
        ("App(u, on_close=f)\ndef f(ws, n, why):\n  USE(n)", "other a socket's close code"),
        ("def f(ws, n, why):\n  USE(n)\napp.on_close = f", "other a socket's close code"),
        ("app.on_close = lambda ws, n, why: USE(n)", "other a socket's close code"),
        ("App(u, **{'on_close': lambda ws, n: USE(n)})", "other a socket's close code"),
        ("App(u, **{'on_open': lambda ws, n: USE(n)})", "unknown"),
        ("def f(n):\n  USE(n)\napp.on_close = f\nsdk.on_error = f", "unknown"),
        (
            "class A:\n  def f(self, n):\n    USE(n)\n  def g(self):\n    App(on_close=self.f)",
            "other a socket's close code",
        ),
        (
            "import liteav\nclass D(liteav.TRTCCloudDelegate):\n  def OnError(self, n):\n    USE(n)",
            "code liteav",
        ),
        (
            "import liteav\ncloud = liteav.TRTCCloud()\nn = cloud.EnterRoom(p)\nUSE(n)",
            "code liteav",
        ),
        (
            "import liteav\nclass A:\n  def enter(self, p):\n"
            "    return liteav.TRTCCloud().EnterRoom(p)\n"
            "  def f(self, p):\n    n = self.enter(p)\n    USE(n)",
            "code liteav",
        ),
        ("import struct\n(n,) = struct.unpack('>H', d)\nUSE(n)", "other a field of binary data"),
        ("import zlib\nUSE(zlib.crc32(d))#", "other a number that is computed"),
        ("match err.get_code():\n  case n:\n    USE(n)", "code"),
        ("error_code = parse_line(line)\nUSE(error_code)", "unknown"),
        ("code = min(codes)\nUSE(code)", "unknown"),
        ("a = b\nb = a\nUSE(a)", "unknown"),
        ("report = json.loads(sock.recv(9))\nUSE(report['code'])", "unknown"),
    ],
)
def test_python(code: str, expected: str) -> None:
    assert in_python(code) == expected


ROWS = {
    "close": "def onClose(self, clean, n):\n    USE(n)",
    "disconnect": "class C(JsonWebsocketConsumer):\n    def disconnect(self, n):\n        USE(n)",
    "exit": "try:\n    f()\nexcept SystemExit as e:\n    USE(e.code)",
    "rpc": "from xmlrpc.client import ServerProxy\nUSE(ServerProxy(u).report(1)['code'])#",
    "http": "import httpx\ntry:\n    f()\nexcept httpx.HTTPError as e:\n    USE(e.code)",
    "database": "try:\n    f()\nexcept OperationalError as e:\n    USE(e.args[0])",
    "system": "USE(ctypes.get_errno())#",
    "browser": "USE(navigator.permission())#",
    "count": "for n in range(9):\n    USE(n)",
    "size": "n = os.path.getsize(p)\nUSE(n)",
    "transfer": "USE(f.write(d))#",
    "data": "n = f.read(4)\nUSE(n)",
    "binary": "n = int.from_bytes(b, 'big')\nUSE(n)",
    "checksum": "n = a << 8 ^ b\nUSE(n)",
    "character": "USE(ord(c))#",
    "key": "def onKeyDown(event):\n    USE(event.code)",
    "random": "n = random.randint(1, 5)\nUSE(n)",
    "time": "n = time.time()\nUSE(n)",
    "handle": "n = sock.fileno()\nUSE(n)",
}


@pytest.mark.parametrize("key", list(BY_KEY))
def test_every_row_of_the_table(key: str) -> None:
    assert in_python(ROWS[key]) == f"other {BY_KEY[key].name}"


def test_keys_of_things_are_no_sdks() -> None:
    assert not set(BY_KEY) & set(SDKS)


@pytest.mark.parametrize("hops", [15, 16, 17, 2000])
def test_sixteen_hops(hops: int) -> None:
    script = "const n0 = e.getCode();\n" + "".join(
        f"const n{i + 1} = n{i};\n" for i in range(hops - 1)
    )
    module = "n0 = e.get_code()\n" + "".join(f"n{i + 1} = n{i}\n" for i in range(hops - 1))
    expected = "code" if hops <= 16 else "unknown"
    assert in_script(f"{script}USE(n{hops - 1})") == expected
    assert in_python(f"{module}USE(n{hops - 1})") == expected


# In TRTC's surroundings, with values that are everywhere and names that say nothing, or code.
FOUND = {
    "an imported failure": "f(TrtcFailure(‹16452›, 'recover'), TrtcMeter(16452))\n",
    "member of self": (
        "class A:\n    def f(self, err):\n        self.status = err.get_code()\n"
        "    def g(self):\n        return self.status == ‹4099›\n"
    ),
    "generator": (
        "def error_codes(errors):\n    for e in errors:\n        yield e.get_code()\n"
        "for n in error_codes(x):\n    f(n == ‹4099›)\n"
    ),
    "closure": "def f(e):\n    n = e.get_code()\n    return lambda: n == ‹4099›\n",
    "conditional": "def f(e):\n    n = e.get_code() if e else 0\n    return n == ‹4099›\n",
    "unpacking": "def f(e):\n    n, text = e.get_code(), str(e)\n    return n == ‹4099›\n",
    "a code's own name": "def f(line):\n    error_code = parse_line(line)\n    return error_code == ‹16390›\n",
    "parameter": "def _f(n):\n    return n == ‹4099›\n_f(e.get_code())\n",
}
SILENT = {
    "some bits of a checksum": "code = zlib.crc32(x) & 0xFFFF\nf(code == 65535)\n",
    "an event of socket.io's": "@sio.event\ndef disconnect(code):\n    f(code == 4097)\n",
    "a listener of it": "@sio.on('disconnect')\ndef gone(code):\n    f(code == 4097)\n",
    "an annotated exception": "def f(e: WebSocketDisconnect):\n    return e.code == 4100\n",
    "rebound": "def f(e):\n    n = e.get_code()\n    n = sock.send(d)\n    return n == 4099\n",
    "errno": "try:\n    f()\nexcept OSError as e:\n    code = e.errno\n    g(code == 4099)\n",
    "process": "import subprocess\ncode = subprocess.run(x).returncode\nf(code == 4099)\n",
    "close": "async def f(self):\n    await self.socket.close(code=4100)\n",
    "a client's handler": "App(on_close=lambda ws, code, why: code == 4100)\n",
    "another handler": "App(on_error=lambda ws, code, why: code == ‹4100›)\n",
    "length": "code = len(x)\nf(code == 16388)\n",
    "remote": "import xmlrpc.client\nanswer = xmlrpc.client.ServerProxy(u).f()\nf(answer['code'] == 16388)\n",
    "index": "for code, x in enumerate(xs):\n    f(code == 16388)\n",
}
FOUND_IN_SCRIPTS = {
    "an imported failure": "f(new TrtcFailure(‹16452›, 'recover'), new TrtcMeter(16452));\n",
    "this by another name": (
        "function W() {}\nW.prototype.watch = function () { var self = this; "
        "client.on('error', function (e) { self.problem = e.getCode(); }); };\n"
        "W.prototype.show = function () { const that = this; "
        "return this.problem === ‹65535› || that.problem === ‹4099› || other.problem === 4099; };\n"
    ),
    "member of this": (
        "class A { f(e) { this.lastCode = e.getCode(); } g() { return this.lastCode === ‹4099›; } }\n"
    ),
    "destructured": "client.on('error', ({ code_: n }) => f(n === ‹4099›));\n",
    "function": "const codeOf = (e) => e.getCode();\nif (codeOf(e) === ‹4099›) f();\n",
    "conditional": "const n = e ? e.getCode() : 0;\nif (n === ‹4099›) f();\n",
    "outer function": "function f(e) { const n = e.getCode(); return () => n === ‹4099›; }\n",
    "without a name": "if ((e ? e.getCode() : 0) === ‹4099›) f();\n",
}
SILENT_IN_SCRIPTS = {
    "some bits of a checksum": "const code = crc16(x) & 0xffff; if (code === 16388) f();\n",
    "disconnect": "socket.on('disconnect', (why, { code }) => code === 4100 && f());\n",
    "rebound": "let n = e.getCode(); n = sock.send(d); if (n === 4099) f();\n",
    "onclose": "socket.onclose = (e) => { if (e.code === 4099) f(); };\n",
    "listener": "socket.addEventListener('close', ({ code }) => code === 4100 && f());\n",
    "on": "function gone(code) { return code === 4099; }\nws.on('close', gone);\n",
    "exit": "child.on('exit', (code) => { if (code === 4096) f(); });\n",
    "event": "f(new CloseEvent('close', { code: 4099 }));\n",
    "character": "const code = s.charCodeAt(0); if (code === 0x4004) f();\n",
    "server": (
        "import { createServer } from 'node:http';\n"
        "const server = createServer(f); server.on('error', (e) => e.errno === 4097 || e.code === 16388);\n"
    ),
    "wallet": "ethereum.request(x).catch((e) => { if (e.code === 4100) f(); });\n",
    "checksum": "let code = 0xffff; for (const b of x) code = (code >>> 8) ^ b; f(code === 0xffff);\n",
}


@pytest.mark.parametrize("case", [*FOUND.values(), *SILENT.values()], ids=[*FOUND, *SILENT])
def test_findings(case: str) -> None:
    plain, expected = unmarked("import trtc\n" + case)
    assert found(plain, "app.py") == expected


@pytest.mark.parametrize(
    "case",
    [*FOUND_IN_SCRIPTS.values(), *SILENT_IN_SCRIPTS.values()],
    ids=[*FOUND_IN_SCRIPTS, *SILENT_IN_SCRIPTS],
)
def test_findings_in_scripts(case: str) -> None:
    plain, expected = unmarked("import TRTC from 'trtc-js-sdk';\n" + case)
    assert found(plain, "app.js") == expected


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        ("client.next_error_code()", "client.next_error_code()", False),
        ("(code := next(codes)['code'])", "(code := next(codes)['code'])", False),
        ("await read_code()", "await read_code()", False),
        ("err.get_code()", "err.get_code()", True),
        ("int(report['code'])", "int(report['code'])", True),
        ("report.get('code')", "report.get('code')", True),
    ],
)
def test_only_a_value_is_handled_twice(first: str, second: str, twice: bool) -> None:
    text = f"import trtc\nasync def f():\n    if {first} == 16388: pass\n    elif {second} == 16388: pass\n"
    assert ("TRT205" in {code for _, _, code in found(text, "app.py")}) is twice


@pytest.mark.parametrize(
    ("subject", "twice"),
    [
        ("queue.nextErrorCode()", False),
        ("(await readCode())", False),
        ("e.getCode()", True),
        ("Number(report.code)", True),
        ("params.get('code')", True),
    ],
)
def test_only_a_value_is_handled_twice_in_scripts(subject: str, twice: bool) -> None:
    text = (
        "import TRTC from 'trtc-js-sdk';\n"
        f"if ({subject} === 16388) f();\nelse if ({subject} === 16388) g();\n"
    )
    assert ("TRT205" in {code for _, _, code in found(text, "app.js")}) is twice
