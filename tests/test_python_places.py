"""Places of Python: each spelling with a look-alike beside it that must stay silent."""

from __future__ import annotations

import ast

import pytest
from marked import found, unmarked

from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

# In TRTC's surroundings: `import trtc` goes before each.
PLACES = {
    # by the parameter of a function or class of the file's own
    "given to own functions": "def mute(who, error_code, wait=0): pass\nmute(16388, ‹4097›, 4099)\nasync def later(code: int): pass\nlater(‹4097›)\ndef f():\n    def inner(code): pass\n    inner(‹4097›)\nmute(*all, 4097)\nunknown(1, 4097)\ndef resize(width): pass\nresize(4097)\n",
    "given to own methods": "class A:\n    def mute(self, error_code): pass\n    def close(self, code): pass\n    def size(self, n): pass\n    @classmethod\n    def of(cls): return cls(1, ‹4097›)\n    def __init__(self, room, code=0): pass\n    def go(self):\n        self.mute(‹4097›)\n        self.close(4097)\n        self.size(4097)\nA(4099, ‹4097›)\na.mute(‹16388›)\nmute(4097)\n",
    "given to several": "class A:\n    def put(self, code): pass\n    def say(self, code): pass\nclass B:\n    def put(self, width): pass\n    def say(self, code, width): pass\nx.put(4097)\ny.say(‹4097›, 4099)\n",
    "given to the rest": "def has(e, *codes): return e.code in codes\nhas(e, ‹4097›, ‹16388›)\ndef wide(*sizes): pass\nwide(4097, 16388)\ndef alone(a, /, code, *, error_code=0): pass\nalone(4099, ‹4097›)\n",
    "collections given to own functions": "def mute(codes, rooms): pass\nmute([‹4097›, ‹16388›], [4099, 4097])\n",
    "given to own classes": "@dataclass\nclass Policy:\n    error_code: int\n    wait: int\nP = (Policy(‹4097›, 4099), Policy(‹16388›, 5000))\nclass Size(NamedTuple):\n    width: int\nSize(4097)\n",
    "asked for a getter's": "TIMEOUTS = {‹16388›, ‹4099›}\nPORTS = (16388, 4099)\nSIZES = [16388, 4099]\nif e.get_code() in TIMEOUTS or e.port in PORTS or code in SIZES: pass\n",
    "a reply's own code": 'if resp.json()["code"] == 4097: pass\nif response.data["code"] == 4097 or res.code == 4097: pass\nif reply.json()["code"] == ‹16388›: pass\nif report.data["code"] == ‹4097›: pass\n',
    "bases": 'class E(Exception):\n    def __init__(self, message, error_code=None): pass\nclass F(E):\n    def __init__(self, width): super().__init__("x", ‹4097›)\nclass G(Exception):\n    def __init__(self): super().__init__(‹16388›)\nclass H(E):\n    def __init__(self, code): super().__init__(4097)\n',
    "instead, bound": 'x = {"a": code or ‹65535›}\ny = [code or ‹65535›]\nz = (error_code or ‹4096›) == 3\nw = [size or 65535]\n',
    # what sets a code, by its own name or by a text
    "setters": 'set_error_code(‹4097›)\nset_code(‹16388›)\nset_width(4097)\nset_room_code(4097)\nscope.set_tag("code", ‹4097›)\nscope.set_tag("size", 4097)\n',
    "codes by name": 'CODES_BY_NAME = {"join": ‹16388›, "param": ‹4097›}\nPORTS_BY_NAME = {"a": 16388, "b": 4097}\n',
    "and": "if (e and e.code) == ‹4097›: pass\nif (e and e.size) == 4097: pass\n",
    # errors of the file's own, whatever they are called
    "own errors": 'class RoomFault(Exception): pass\nclass Gone(RoomFault): pass\ndef f():\n    raise RoomFault(‹16388›)\ndef g(): raise Gone(‹16388›, "x")\nmock.side_effect = RoomFault(‹16388›)\nerrors = [RoomFault(‹16388›), Gone(‹16390›)]\n',
    "own parameters": 'class Denied(RuntimeError):\n    def __init__(self, who, code): self.code = code\nclass Width(ValueError):\n    def __init__(self, width): pass\ndef f():\n    raise Denied("me", ‹4097›)\ndef g(): raise Denied(who, ‹16388›)\ndef h(): raise Width(16388)\n',
    "own fields": '@dataclass\nclass Lost(Exception):\n    reason: str\n    code: int = 0\ndef f(): raise Lost("x", ‹4099›)\n',
    "raised": "def f(): raise Imported(‹16388›)\ndef g(): raise ValueError(16388)\ndef h(): raise KeyError(16388) from None\nclass Point:\n    def __init__(self, x): pass\nPoint(16388)\n",
    # what stands where a code does not
    "instead": 'show(code or ‹65535›)\nx = f"{error.code or ‹65535›}"\nlog(error_code if error_code else ‹4096›)\nshow(size or 65535)\nbuf = sock.recv(size or 65535)\nn = n or 4096\n',
    # defaults in declaring calls
    "Field": "class R(BaseModel):\n    code: int = Field(‹65535›)\n    error_code: int = Field(default=‹16388›, ge=1)\n    size: int = Field(4096)\n    port: int = Field(default=16388)\n    n: int = Field(ge=4096)\n",
    "Field annotated": "class R(BaseModel):\n    code: Annotated[int, Field(default=‹4099›)]\n    size: Annotated[int, Field(default=4096)]\n",
    "Query": "def f(code: int = Query(‹4099›), error_code: int = Query(default=‹16388›), page: int = Query(4096), room: int = Query(default=16388)): pass\n",
    "Body Form Header": "def f(code=Body(‹4099›), err_code: int = Form(‹4099›), errcode=Header(default=‹4099›), n=Path(4096)): pass\n",
    "Column": "class R(Base):\n    code = Column(Integer, default=‹65535›)\n    error_code = db.Column(db.Integer, nullable=False, default=‹65535›)\n    size = Column(Integer, default=65535)\n",
    "Column named": 't = Table("r", m, Column("code", Integer, default=‹4099›), Column("size", Integer, default=4096))\n',
    "mapped_column": "class R(Base):\n    code: Mapped[int] = mapped_column(default=‹65535›)\n    size: Mapped[int] = mapped_column(default=65535)\n",
    "IntegerField": "class R(Model):\n    code = models.IntegerField(default=‹65535›, db_index=True)\n    code2 = 1\n    size = models.IntegerField(default=65535)\n",
    "IntegerField choices": 'class R(Model):\n    code = models.IntegerField(choices=[(‹16388›, "join"), (‹4099›, "dev")])\n    port = models.IntegerField(choices=[(16388, "join"), (4099, "dev")])\n',
    "marshmallow": "class R(Schema):\n    code = fields.Int(load_default=‹65535›)\n    err_code = fields.Integer(missing=‹65535›)\n    count = fields.Int(load_default=65535)\n",
    "ContextVar": 'last_code = ContextVar("last_code", default=‹4099›)\nlast_size = ContextVar("last_size", default=4096)\n',
    "ContextVar str": 'x = ContextVar("error_code", default=‹4099›)\ny = ContextVar("port", default=4099)\n',
    "add_argument": 'p.add_argument("--code", type=int, default=‹4099›)\np.add_argument("-c", "--error-code", default=‹16388›)\np.add_argument("--port", type=int, default=4099)\np.add_argument("room", default=16388)\n',
    "add_argument dest": 'p.add_argument("-c", dest="code", default=‹4099›)\np.add_argument("-c", dest="size", default=4099)\n',
    "add_argument choices": 'p.add_argument("--code", type=int, choices=[‹16388›, ‹4099›])\np.add_argument("--size", type=int, choices=[16388, 4096])\n',
    "add_argument const": 'p.add_argument("--code", nargs="?", const=‹4099›, default=‹65535›)\n',
    "click.option": '@click.option("--code", default=‹4099›, type=int)\n@click.option("-e", "--error-code", "err", default=‹16388›)\n@click.option("--port", default=4099)\ndef main(code, err, port): pass\n',
    "typer": 'def main(code: int = typer.Option(‹4099›, "--code"), err_code: int = typer.Argument(‹4099›), port: int = typer.Option(4099)): pass\n',
    "dataclass field": "@dataclass\nclass R:\n    code: int = field(default=‹4099›)\n    codes: set = field(default_factory=lambda: {‹16388›, ‹4099›})\n    size: int = field(default=4099)\n    sizes: set = field(default_factory=lambda: {16388, 4099})\n",
    "attrs": "class R:\n    code = attr.ib(default=‹4099›)\n    error_code: int = attrs.field(default=‹16388›, kw_only=True)\n    width = attr.ib(default=4099)\n",
    "absl": 'flags.DEFINE_integer("error_code", ‹4099›, "code")\nflags.DEFINE_integer("port", 4099, "code")\n',
    "next default": "code = next(iter(found), ‹4099›)\nsize = next(iter(found), 4099)\n",
    "IntVar": "self.code = tk.IntVar(value=‹4099›)\nself.width = tk.IntVar(value=4099)\n",
    "getenv": 'x = config("TRTC_ERROR_CODE", default=‹4099›, cast=int)\ny = config("PORT", default=4099, cast=int)\n',
    "factory": "class RFactory(Factory):\n    code = factory.Iterator([‹16388›, ‹4099›])\n    error_code = factory.LazyFunction(lambda: ‹4099›)\n    port = factory.Iterator([16388, 4099])\n    n = factory.LazyFunction(lambda: 4099)\n",
    "traitlets": "class A(HasTraits):\n    code = Int(‹4099›)\n    port = Int(4099)\n",
    # fakes
    "Mock": "err.get_code = Mock(return_value=‹4099›)\nerr.get_size = Mock(return_value=4099)\nerr.get_room = Mock(return_value=16388)\n",
    "MagicMock nested": "err = MagicMock(get_code=MagicMock(return_value=‹4099›))\nerr = MagicMock(get_size=MagicMock(return_value=4099))\n",
    "return_value": "err.get_code.return_value = ‹4099›\nerr.get_size.return_value = 4099\nerr.get_room.return_value = 16388\n",
    "mock_get_code": "mock_get_code.return_value = ‹4099›\nmock_get_port.return_value = 4099\n",
    "dotted keys": 'err = Mock(**{"get_code.return_value": ‹4099›})\nerr = Mock(**{"size.return_value": 4099, "room.return_value": 16388})\nerr.configure_mock(**{"get_code.return_value": ‹16388›})\n',
    "patch.object": 'with patch.object(RtcError, "get_code", return_value=‹4099›): pass\nwith patch.object(Room, "size", return_value=4099): pass\n',
    "patch.object value": 'with patch.object(report, "code", ‹4099›): pass\nwith patch.object(report, "port", 4099): pass\n',
    "patch": '@patch("app.errors.RtcError.get_code", return_value=‹4099›)\n@patch("app.last_code", ‹4099›)\n@patch("app.port", 4099)\n@patch("app.get_port", return_value=4099)\ndef test(a): pass\n',
    "mocker": 'mocker.patch("app.get_code", return_value=‹4099›)\nmocker.patch.object(E, "get_code", return_value=‹16388›)\nmocker.patch("app.get_port", return_value=4099)\n',
    "PropertyMock": 'type(err).code = PropertyMock(return_value=‹4099›)\ntype(err).size = PropertyMock(return_value=4099)\nwith patch.object(E, "code", new_callable=PropertyMock, return_value=‹4099›): pass\n',
    "monkeypatch": 'monkeypatch.setattr(err, "get_code", lambda: ‹4099›)\nmonkeypatch.setattr(err, "code", ‹4099›)\nmonkeypatch.setattr("app.err.get_code", lambda self: ‹4099›)\nmonkeypatch.setattr(err, "get_port", lambda: 4099)\nmonkeypatch.setattr("app.port", 4099)\n',
    "setitem": 'monkeypatch.setitem(report, "code", ‹4099›)\nmonkeypatch.setitem(conf, "port", 4099)\n',
    "side_effect": "err.get_code.side_effect = [‹16388›, ‹4099›]\nerr.get_code = Mock(side_effect=[‹4099›, ‹16388›])\nerr.get_port = Mock(side_effect=[4099, 16388])\n",
    "lambda": "err.get_code = lambda: ‹4099›\nerr.get_port = lambda: 4099\nget_code = lambda e: ‹4099›\n",
    "SimpleNamespace": "err = SimpleNamespace(code=‹4099›)\nerr = SimpleNamespace(get_code=lambda: ‹4099›, get_port=lambda: 4099, size=4099)\n",
    "type()": 'err = type("E", (), {"get_code": lambda self: ‹4099›, "code": ‹4099›, "size": 4099})()\n',
    "mockito": "when(err).get_code().thenReturn(‹4099›)\nwhen(room).get_port().thenReturn(4099)\n",
    "flexmock": 'flexmock(err).should_receive("get_code").and_return(‹4099›)\nflexmock(err).should_receive("get_port").and_return(4099)\n',
    # collections
    "methods": "codes.add(‹16388›)\ncodes.append(‹4099›)\nerror_codes.remove(‹16388›)\ncodes.discard(‹4099›)\nretry_codes.insert(0, ‹4099›)\nx = codes.index(‹16388›)\ny = codes.count(‹4099›)\nsizes.add(16388)\nports.append(4099)\nlines.count(16388)\n",
    "extend": "codes.extend([‹16388›, ‹4099›])\ncodes.update({‹4099›})\nsizes.extend([16388, 4099])\n",
    "isdisjoint": "if codes.isdisjoint({‹16388›, ‹4099›}): pass\nif {‹4099›, ‹16388›}.isdisjoint(codes): pass\nif sizes.isdisjoint({16388, 4099}): pass\nif {16388, 4099}.isdisjoint(sizes): pass\n",
    "issubset": "x = {‹16388›}.issubset(codes)\ny = codes.issuperset({‹4099›})\nz = codes.intersection([‹16388›])\nw = codes.difference((‹4099›,))\nv = {16388}.issubset(ports)\n",
    "algebra": "x = codes & {‹16388›, ‹4099›}\ny = {‹16388›, ‹4099›} & codes\nz = set(codes) - {‹4099›}\nw = {‹4099›} <= codes\nv = codes >= {‹16388›}\nu = codes ^ {‹4099›}\nt = sizes & {16388, 4099}\ns = {4099} <= ports\n",
    "algebra bound": "RETRY_CODES = BASE | {‹16388›, ‹4099›}\nSIZES = BASE | {16388, 4099}\nALL_CODES = [‹4099›] + other\nmore_codes = (*first, ‹4099›)\nPORTS = [4099] + other\n",
    "algebra in": "if code in BASE | {‹4099›}: pass\nif code in (*BASE, ‹4099›): pass\nif port in BASE | {4099}: pass\n",
    "contains": "x = operator.contains({‹16388›, ‹4099›}, code)\ny = operator.contains({4099}, port)\n",
    "any": "x = any(code == c for c in (‹16388›, ‹4099›))\ny = any(port == c for c in (16388, 4099))\n",
    "any of codes": "x = any(c == ‹4099› for c in codes)\ny = [c for c in error_codes if c != ‹65535›]\nz = any(c == 4099 for c in ports)\n",
    "filter": "x = list(filter(lambda c: c == ‹4099›, codes))\ny = list(filter(lambda c: c == 4099, ports))\n",
    "for of codes": "for c in codes:\n    if c == ‹4099›: pass\nfor c in ports:\n    if c == 4099: pass\n",
    "loop enumerate": "for i, code in enumerate([‹16388›, ‹4099›]): pass\nfor code, text in zip((‹16388›, ‹4099›), texts): pass\nfor code, lang in product((‹16388›, ‹4099›), langs): pass\nfor i, port in enumerate([16388, 4099]): pass\nfor port, text in zip((16388, 4099), texts): pass\n",
    "loop items": 'for code, text in {‹16388›: "join", ‹4099›: "dev"}.items(): pass\nfor port, text in {16388: "join", 4099: "dev"}.items(): pass\n',
    "choice": "code = random.choice([‹16388›, ‹4099›])\nport = random.choice([16388, 4099])\nself.error_code = next(cycle((‹16388›, ‹4099›)))\n",
    "map of column": 'x = df["code"].map({‹16388›: "join", ‹4099›: "dev"})\ny = df["code"].replace({‹4099›: "dev"})\nz = df["port"].map({16388: "join", 4099: "dev"})\n',
    "isin": 'x = df[df["code"].isin([‹16388›, ‹4099›])]\ny = df[df["port"].isin([16388, 4099])]\n',
    "between fillna": 'x = df["code"].fillna(‹65535›)\ny = df["port"].fillna(65535)\n',
    # evaluate
    "evaluate": 'if page.evaluate("() => lastError.getCode()") == ‹4099›: pass\nif driver.execute_script("return window.err.getCode();") == ‹16388›: pass\nif page.evaluate("window.innerWidth") == 4096: pass\nif driver.execute_script("return document.title.length") == 16388: pass\n',
    "evaluate field": 'assert page.evaluate("window.lastErrorCode") == ‹4099›\nassert driver.execute_script("return e.code_") == ‹4099›\nassert await page.evaluate("() => { return err.getCode() }") == ‹4099›\nassert page.evaluate("window.port") == 4099\n',
    "evaluate bound": 'def test(page):\n    result = page.evaluate("() => err.getCode()")\n    assert result == ‹4099›\n    width = page.evaluate("() => size.width")\n    assert width == 4096\n',
    "wait_for_function": 'h = page.wait_for_function("() => window.err.getCode()")\nassert h.json_value() == ‹4099›\n',
    # tables
    "nested": 'I18N = {"errors": {‹4099›: "dev"}, "sizes": {4099: "x"}}\n',
    "nested codes": 'CONFIG = {"retry": {"codes": [‹16388›, ‹4099›]}, "port": {"list": [4099]}}\n',
    "nested lists": 'ERRORS = {"retry": [‹16388›, ‹4099›], "fatal": [‹16451›]}\nPORTS = {"a": [16388, 4099]}\n',
    "tuple keys": 'ERRORS = {("en", ‹16388›): 1, ("zh", ‹4099›): 2}\nPORTS = {("en", 16388): 1}\n',
    "tuple lookup": 'x = ERRORS[‹16388›, "en"]\ny = ERROR_TEXT[("zh", ‹4099›)]\nz = ERRORS.get((‹4099›, "en"))\nw = SIZES[16388, "en"]\n',
    "tuple in": 'if (code, lang) in {(‹4099›, "en")}: pass\nif (port, lang) in {(4099, "en")}: pass\n',
    "MappingProxyType": 'ERRORS = MappingProxyType({‹16388›: "join", ‹4099›: "dev"})\nSIZES = MappingProxyType({16388: "join"})\n',
    "dict zip": "ERRORS = dict(zip((‹16388›, ‹4099›), texts))\nPORTS = dict(zip((16388, 4099), texts))\nERRORS = dict(zip(names, [‹16388›, ‹4099›]))\n",
    "fromkeys": "ERRORS = dict.fromkeys([‹16388›, ‹4099›], 0)\nPORTS = dict.fromkeys([16388, 4099], 0)\n",
    "ChainMap": 'ERRORS = ChainMap({‹16388›: "join", ‹4099›: 1}, BASE)\nERRORS = ChainMap(BASE, {‹4099›: 1})\nPORTS = ChainMap({4099: 1}, BASE)\n',
    "update": 'ERRORS.update({‹4099›: "dev"})\nERROR_TEXT.setdefault(‹4099›, "dev")\nPORTS.update({4099: "dev"})\n',
    "merge": 'ERRORS = BASE | {‹4099›: "dev"}\nERRORS = {**BASE, ‹4099›: "dev"}\nPORTS = BASE | {4099: 1}\nERRORS |= {‹4099›: "dev"}\n',
    "defaultdict": 'ERRORS = defaultdict(str, {‹16388›: "join", ‹4099›: 1})\nPORTS = defaultdict(str, {4099: 1})\n',
    "comprehension table": 'ERRORS = {code: text for code, text in [(‹16388›, "join"), (‹4099›, "dev")]}\n',
    "returned table": 'def error_texts():\n    return {‹16388›: "join", ‹4099›: "dev"}\ndef sizes():\n    return {16388: 1, 4099: 2}\n',
    "table attr": 'class A:\n    def __init__(self):\n        self.errors = {‹4099›: "dev"}\n        self.sizes = {4099: 1}\n',
    "del": "del ERRORS[‹4099›]\ndel SIZES[4099]\n",
    "match key": "match ERRORS:\n    case {‹16388›: text}: pass\nmatch sizes:\n    case {16388: text}: pass\n",
    # mongo
    "mongo": 'x = c.find({"code": {"$in": [‹16388›, ‹4099›]}, "room": {"$gt": 4096}})\ny = c.find({"error_code": {"$eq": ‹4099›}})\nz = c.find({"code": {"$ne": ‹65535›}})\nw = c.find({"code": {"$nin": [‹4099›]}})\nv = c.find({"port": {"$in": [4099]}, "size": {"$eq": 4096}})\nu = c.find({"code": {"$gte": 16385, "$lt": 16393}})\n',
    "mongo nested": 'x = c.find({"$or": [{"code": ‹4099›}, {"code": {"$not": {"$eq": ‹4099›}}}]})\ny = c.find({"$or": [{"port": 4099}]})\n',
    "mongo expr": 'x = {"$cond": [{"$eq": ["$code", ‹4099›]}, 1, 0]}\ny = {"$cond": [{"$eq": ["$port", 4099]}, 1, 0]}\nz = {"$in": ["$code", [‹16388›, ‹4099›]]}\nw = {"$eq": ["$room", 16388]}\n',
    "mongo dotted": 'x = c.find({"error.code": ‹4099›, "room.port": 4099})\n',
    "elastic": 'x = {"term": {"code": {"value": ‹4099›}}}\ny = {"terms": {"code": [‹16388›, ‹4099›]}}\nz = {"terms": {"port": [4099]}}\nw = {"term": {"port": {"value": 4099}}}\n',
    # bytes, strings
    "bytes": 'if code == ‹TRT002:b"16388"›: pass\nif r.get("error_code") == ‹TRT002:b"16388"›: pass\nif code in (‹TRT002:b"16388"›,): pass\nif magic == b"16388": pass\n',
    "bytes key": 'ERRORS = {‹TRT002:b"16388"›: "join"}\nSIZES = {b"16388": "join"}\n',
    "raw": "if code == ‹TRT002:r'16388'› or code == ‹TRT002:u'16389'›: pass\n",
    "formatted": 'if f"{code:#x}" == ‹TRT002:"0x4004"›: pass\nif f"{err.get_code()}" == ‹TRT002:"16388"›: pass\nif f"{size:#x}" == "0x4004": pass\n',
    "formatted more": 'if f"0x{code:04x}" == ‹TRT002:"0x4004"›: pass\nif "%#x" % code == ‹TRT002:"0x4004"›: pass\nif "{:#x}".format(code) == ‹TRT002:"0x4004"›: pass\nif format(code, "#x") == ‹TRT002:"0x4004"›: pass\nif "%#x" % size == "0x4004": pass\n',
    "hex": 'if hex(code) == ‹TRT002:"0x4004"›: pass\nif hex(err.get_code()) in {‹TRT002:"0x4004"›}: pass\nx = {‹TRT002:"0x4004"›: "join"}[hex(code)]\n',
    # assertions
    "unittest": "self.assertNotEqual(code, ‹4099›)\nself.assertEquals(‹4099›, code)\nself.assertIs(code, ‹4099›)\nself.assertEqual(port, 4099)\nself.assertNotIn(code, [‹4099›])\nself.assertIn(‹4099›, codes)\nself.assertIn(4099, ports)\n",
    "unittest collections": "self.assertListEqual(codes, [‹16388›, ‹4099›])\nself.assertSetEqual({‹4099›}, codes)\nself.assertCountEqual(codes, (‹4099›,))\nself.assertTupleEqual(error_codes, (‹4099›,))\nself.assertDictEqual(errors, {‹4099›: 1})\nself.assertListEqual(ports, [16388, 4099])\n",
    "msg": 'self.assertEqual(code, ‹4099›, "x")\n',
    "hamcrest": "assert_that(code, equal_to(‹4099›))\nassert_that(code, is_(‹4099›))\nassert_that(codes, has_item(‹4099›))\nassert_that(err, has_properties(code=‹4099›))\nassert_that(port, equal_to(4099))\n",
    "assertpy": "assert_that(code).is_equal_to(‹4099›)\nassert_that(code).is_not_equal_to(‹4099›)\nassert_that(code).is_in(‹16388›, ‹4099›)\nassert_that(port).is_equal_to(4099)\nassert_that(codes).contains(‹4099›)\n",
    "expects": "expect(code).to(equal(‹4099›))\nexpect(code).to_equal(‹4099›)\nexpect(port).to(equal(4099))\n",
    "nose": "eq_(code, ‹4099›)\nassert_equal(code, ‹4099›)\neq_(port, 4099)\n",
    "called with": "show_error.assert_called_with(‹16388›)\nshow_error.assert_called_once_with(4099)\non_error_code.assert_any_call(‹16388›)\nm.assert_called_with(code=‹4099›)\njoin_room.assert_called_with(16388)\nset_port.assert_called_once_with(4099)\n",
    "approx": "assert code == pytest.approx(‹4099›)\nassert size == pytest.approx(4099)\n",
    "parametrize tuple": '@pytest.mark.parametrize(("code", "text"), [(‹16388›, "a"), (‹4099›, "b")])\ndef test(code, text): pass\n@pytest.mark.parametrize(["port", "text"], [(16388, "a"), (4099, "b")])\ndef test(port, text): pass\n',
    "parametrize param": '@pytest.mark.parametrize(("text", "code"), [pytest.param("a", ‹16388›, id="a"), pytest.param("b", ‹4099›, marks=pytest.mark.slow)])\ndef test(code, text): pass\n@pytest.mark.parametrize(("text", "port"), [pytest.param("a", 16388)])\ndef test(port, text): pass\n',
    "parametrize keywords": '@pytest.mark.parametrize(argnames="code", argvalues=[‹16388›, ‹4099›])\ndef test(code): pass\n@pytest.mark.parametrize("code", argvalues=[‹4099›])\ndef test(code): pass\n@pytest.mark.parametrize(argnames="port", argvalues=[16388])\ndef test(code): pass\n@pytest.mark.parametrize(argvalues=[(‹4099›, 1)], argnames=("code", "x"))\ndef test(code): pass\n',
    "parametrize one of tuple": '@pytest.mark.parametrize(("code",), [(‹16388›,), (‹4099›,)])\ndef test(code): pass\n',
    "parametrize items": '@pytest.mark.parametrize(("code", "text"), {‹16388›: "a", ‹4099›: "b"}.items())\ndef test(code, text): pass\n@pytest.mark.parametrize(("code", "text"), zip((‹16388›, ‹4099›), texts))\ndef test(code, text): pass\n',
    "parametrize wrapped": '@pytest.mark.parametrize("code", sorted({‹16388›, ‹4099›}))\ndef test(code): pass\n@pytest.mark.parametrize("code", (‹4099›,), ids=hex)\ndef test(code): pass\n',
    "metafunc": 'def pytest_generate_tests(metafunc):\n    metafunc.parametrize("code", [‹16388›, ‹4099›])\n    metafunc.parametrize("port", [16388, 4099])\n',
    "fixture params": "@pytest.fixture(params=[‹16388›, ‹4099›])\ndef error_code(request): return request.param\n@pytest.fixture(params=[16388, 4099])\ndef port(request): return request.param\n",
    "parameterized": '@parameterized.expand([(‹16388›, "a"), (‹4099›, "b")])\ndef test(self, code, text): pass\n@parameterized.expand([(16388, "a"), (4099, "b")])\ndef test(self, port, text): pass\n',
    "ddt": "@data(‹16388›, ‹4099›)\ndef test(self, code): pass\n@data(16388, 4099)\ndef test(self, port): pass\n",
    "sampled_from": "@given(st.sampled_from([‹16388›, ‹4099›]))\ndef test(code): pass\n@given(code=st.sampled_from([‹16388›, ‹4099›]), port=st.sampled_from([16388, 4099]))\ndef test(code, port): pass\n@given(st.sampled_from([16388, 4099]))\ndef test(port): pass\n",
    "strategies": "codes = st.sampled_from([‹16388›, ‹4099›])\nerror_code = st.just(‹4099›) | st.sampled_from((‹16388›,))\nports = st.sampled_from([16388, 4099])\n@given(st.text(), st.just(‹4099›))\ndef test(text, code): pass\n",
    "example": "@example(‹4099›)\n@example(code=‹4099›)\n@given(st.integers())\ndef test(code): pass\n@example(4099)\n@given(st.integers())\ndef test(port): pass\n",
    "subTest": "for code in (‹16388›, ‹4099›):\n    with self.subTest(code=code): pass\n",
    "sql": 'x = select(R).where(R.code == ‹4099›)\ny = R.code.in_([‹4099›])\nz = session.query(R).filter_by(code=‹4099›)\nw = Q(code=‹4099›) | Q(error_code__in=[‹4099›])\nv = case({‹16388›: "join", ‹4099›: 1}, value=R.code)\nu = R.port.in_([4099])\n',
    "wtforms": 'code = IntegerField("Code", default=‹4099›)\nport = IntegerField("Port", default=4099)\n',
    "pandas query": "x = df.loc[df.code == ‹4099›]\n",
    "property": "class E:\n    code = property(lambda self: ‹4099›)\n    size = property(lambda self: 4099)\n",
    "yield": "@pytest.fixture\ndef error_code():\n    yield ‹4099›\n@pytest.fixture\ndef port():\n    yield 4099\n",
    "contains, more": "x = operator.contains(RETRY_CODES, ‹4099›)\ny = RETRY_CODES.__contains__(‹4099›)\nz = operator.contains(ports, 4099)\n",
    "Counter": "x = Counter(codes)[‹4099›]\ny = Counter(ports)[4099]\n",
    "pandas": 'x = df["code"].value_counts().get(‹4099›, 0)\ny = df["code"].astype(int) == ‹4099›\nz = df["port"].astype(int) == 4099\nw = df["code"].astype(str) == ‹TRT002:"16388"›\nv = df["code"].fillna(0).eq(‹4099›)\n',
    "numpy": "x = np.isin(codes, [‹16388›, ‹4099›])\ny = np.equal(codes, ‹4099›)\nz = np.isin(ports, [16388, 4099])\n",
    "polars": 'x = pl.col("code").cast(pl.Int64) == ‹4099›\ny = pl.when(pl.col("code") == ‹4099›)\nz = pl.col("port").cast(int) == 4099\n',
    "bindparam": 'x = bindparam("code", value=‹4099›)\ny = bindparam("port", value=4099)\n',
    "redis": 'r.sadd("error_codes", ‹16388›)\nr.sismember("codes", ‹4099›)\nr.hset(key, "code", ‹4099›)\nr.set("last_code", ‹4099›)\nr.set("port", 4099)\nr.sadd("ports", 4099)\nr.hset(key, "size", 4099)\n',
    "strategies, more": '@given(code=st.one_of(st.just(‹16388›), st.just(‹4099›)))\ndef t(code): pass\n@given(data=st.fixed_dictionaries({"code": st.just(‹4099›), "port": st.just(4099)}))\ndef u(data): pass\n@given(code=st.integers(16385, 16392))\ndef v(code): pass\n',
    "comprehension": "assert [e.code for e in errors] == [‹4099›]\nassert {e.port for e in rooms} == {4099}\nassert sorted(codes) == [‹16388›, ‹16451›]\nassert [x.get_code() for x in xs] == [‹4099›]\n",
    "patch new": 'with patch("app.RtcError.get_code", new=lambda self: ‹4099›): pass\nwith patch.multiple(E, get_code=Mock(return_value=‹4099›)): pass\nwith patch("app.get_port", new=lambda self: 4099): pass\n',
    "side effect lambda": "err.get_code.side_effect = lambda: ‹4099›\nerr.get_port.side_effect = lambda: 4099\n",
    "autospec": 'err = create_autospec(RtcError, instance=True, **{"get_code.return_value": ‹4099›})\n',
    "django": "x = When(code=‹16388›, then=Value(1))\ny = R.objects.filter(Q(code=‹4099›) | Q(port=4099))\n",
    "example, more": 'class R(BaseModel):\n    code: int = Field(..., example=‹16388›, description="x")\n    port: int = Field(..., example=16388)\n',
    "key paths": 'if _.get(r, "error.code") == ‹4099›: pass\nif glom(r, "error.code") == ‹4099›: pass\n',
    "deep": 'REPORTS = [{"error": {"code": ‹4099›, "size": 4096}, "room": 65535}]\n',
    "starmap": 'for code, text in sorted({‹16388›: "a", ‹4099›: "b"}.items()): pass\n',
    "tuple of tuples": 'CASES = ((‹16388›, "a"), (‹4099›, "b"))\n',
    "frozenset join": "RETRY_CODES = frozenset((‹16388›, ‹4099›)) | BASE\nPORTS = frozenset((16388, 4099)) | BASE\n",
    "chain": "for code in itertools.chain([‹16388›], others): pass\nfor port in itertools.chain([16388], others): pass\n",
    "ternary table": 'text = {‹4099›: "dev"}[code] if code else ""\n',
    "walrus in": "if (code := err.get_code()) in {‹4099›, ‹16388›}: pass\n",
    "match tuple": "match code, kind:\n    case ‹4099›, _: pass\n",
    "next gen": "x = next((c for c in codes if c == ‹4099›), None)\n",
    "all": "assert all(c in (‹16388›, ‹4099›) for c in codes)\nassert all(c in (16388, 4099) for c in ports)\n",
    "not any": "if not any(c in codes for c in (‹16388›, ‹4099›)): pass\nif not any(c in ports for c in (16388, 4099)): pass\n",
    "groupby": "x = {code: n for code, n in counts.items() if code == ‹4099›}\n",
    "kwargs dict": 'kw = dict(code=‹4099›, size=4099)\nkw.update(code=‹4099›)\nkw.setdefault("code", ‹4099›)\n',
    "dataclasses.replace": "x = replace(report, code=‹4099›, port=4099)\nx = report._replace(error_code=‹4099›)\n",
    "sum": "n = sum(1 for e in errors if e.code == ‹4099›)\nm = sum(c == ‹4099› for c in codes)\n",
    "index of list": "x = codes[0] == ‹4099›\ny = ports[0] == 4099\n",
    "lambda key": "HANDLERS = {‹4099›: lambda: 1, ‹16388›: lambda: 2}\n",
    "aiohttp": 'data = aiohttp.FormData(); data.add_field("code", ‹4099›)\ndata.add_field("port", 4099)\n',
    "loop unpack": "for (code, _), text in ROWS:\n    if code == ‹4099›: pass\n",
    "parser group": 'g = parser.add_mutually_exclusive_group()\ng.add_argument("--trtc-code", dest="code", default=‹4099›)\ng.add_argument("--retry-codes", nargs="*", default=[‹16388›, ‹4099›])\ng.add_argument("--sizes", nargs="*", default=[16388, 4099])\n',
    "settings": "class Settings(BaseSettings):\n    default_error_code: int = Field(‹65535›, env='CODE')\n    retry_codes: tuple[int, ...] = (‹16388›, ‹4099›)\n    ports: list[int] = Field(default=[16388, 4099])\n    codes: list[int] = Field(default=[‹16388›, ‹4099›])\n",
    "sqlmodel": "class R(SQLModel, table=True):\n    code: int = Field(default=‹65535›, index=True)\n    id: int | None = Field(default=65535, primary_key=True)\n",
    "peewee": "class R(Model):\n    code = IntegerField(default=‹65535›)\n    size = IntegerField(default=65535)\n",
    "strawberry": "@strawberry.input\nclass R:\n    code: int = strawberry.field(default=‹4099›)\n",
    "ninja": "def report(request, code: int = Query(‹65535›), size: int = Query(65535)): pass\n",
    "fastapi annotated": "async def f(code: Annotated[int, Query(ge=0)] = ‹4099›, size: Annotated[int, Query(ge=0)] = 4099): pass\n",
    "mock spec": "e = Mock(spec=RtcError, code=‹4099›)\ne = Mock(spec=RtcError)\ne.code = ‹4099›\ne.configure_mock(code=‹16388›, size=4099)\n",
    "async mock": "client.last_code = AsyncMock(return_value=‹4099›)\nclient.evaluate = AsyncMock(return_value=4099)\n",
    "evaluate mock": "page.evaluate.return_value = 4099\npage.evaluate = Mock(return_value=16388)\n",
    "mock chain": 'client.return_value.get_code.return_value = ‹4099›\nclient.return_value.get_size.return_value = 4099\nclient.get.return_value.json.return_value = {"code": ‹4099›, "size": 4099}\n',
    "doubles": 'allow(err).get_code.and_return(‹4099›)\nexpect(err).to_receive("x")\n',
    "responses": 'responses.add(responses.POST, url, json={"code": ‹4099›, "room": 65535})\nrequests_mock.post(url, json={"code": ‹16388›})\nhttpx_mock.add_response(json={"error": {"code": ‹4099›}})\n',
    "freeze": "RETRYABLE: Final = frozenset({‹16388›, ‹4099›})\nLIMITS: Final = frozenset({16384, 4096, 65535})\n",
    "issubset expr": "ok = {e.code for e in errors} <= {‹16388›, ‹4099›}\nok = {e.code for e in errors}.issubset({‹16388›, ‹4099›})\nok = not {r.port for r in rooms} & {16388, 4099}\n",
    "set diff": "left = set(report.codes) - {‹4099›}\nassert set(codes) == {‹16388›, ‹4099›}\nassert set(sizes) == {16388, 4099}\n",
    "dict get tuple": 'x = {(‹4099›, "zh"): "a"}.get((code, lang))\n',
    "defaultdict update": "COUNTS = defaultdict(int)\nCOUNTS[err.get_code()] += 1\nerror_counts[4099] = 0\n",
    "mongo agg": 'p = [{"$match": {"code": {"$in": [‹16388›, ‹4099›]}}}, {"$group": {"_id": "$code"}}, {"$match": {"n": {"$gt": 4096}}}]\nq = {"$switch": {"branches": [{"case": {"$eq": ["$code", ‹16388›]}, "then": "join"}]}}\nr = {"$cond": {"if": {"$in": ["$code", [‹16388›, ‹4099›]]}, "then": 1, "else": 0}}\n',
    "mongo update": 'c.update_one({"code": ‹4099›}, {"$set": {"code": ‹16388›, "size": 4099}, "$addToSet": {"codes": ‹4099›, "sizes": 4099}})\nc.update_one({}, {"$push": {"codes": {"$each": [‹16388›, ‹4099›]}}})\n',
    "motor": 'n = await c.count_documents({"code": {"$exists": True, "$ne": ‹65535›}})\n',
    "assertions": "self.assertNotEqual(‹4099›, err.get_code())\nself.assertEqual(err.get_code(), ‹4099›, msg='x')\nself.assertGreater(code, 4099)\nself.assertAlmostEqual(size, 4099)\nassert_that(err.get_code(), is_(equal_to(‹4099›)))\nassert_that(err, has_property('code', ‹4099›))\nassert_that(code, is_in([‹16388›, ‹4099›]))\nassert_that(code, any_of(‹16388›, ‹4099›))\n",
    "snapshot": "assert report.model_dump() == {'code': ‹4099›, 'size': 4099}\nassert json.loads(body) == {'code': ‹4099›}\nassert vars(err)['code'] == ‹4099›\nassert asdict(r) | {'code': ‹4099›}\n",
    "exc info": "with pytest.raises(RtcError) as info: pass\nassert info.value.code == ‹4099›\nassert info.value.args == (16388, 'x')\nassert info.value.size == 4099\n",
    "table driven": "for name, code, want in [('a', ‹16388›, 1), ('b', ‹4099›, 2)]: pass\nfor name, size, want in [('a', 16388, 1), ('b', 4099, 2)]: pass\n",
    "param dicts": "@pytest.mark.parametrize('case', [{'code': ‹4099›, 'size': 4099}, dict(code=‹16388›, port=16388)])\ndef t(case): pass\n",
    "param ids": "@pytest.mark.parametrize('code', [‹16388›, ‹4099›], ids=['join', 'dev'])\n@pytest.mark.parametrize('size', [16388, 4099])\ndef t(code, size): pass\n",
    "param stacked": "@pytest.mark.parametrize('lang', ['zh'])\n@pytest.mark.parametrize('code,text', ((‹16388›, 'a'),))\ndef t(code, text, lang): pass\n",
    "param const": "CASES = [(‹16388›, 'join'), (‹4099›, 'dev')]\n@pytest.mark.parametrize('code,text', CASES)\ndef t(code, text): pass\n",
    "bytes in": "if body.get(b'code') == ‹TRT002:b'16388'›: pass\nif line.startswith(b'16388'): pass\nif chunk in (b'4096', b'16388'): pass\n",
    "hex fmt": "if '0x%x' % code == ‹TRT002:'0x4004'›: pass\nif hex(int(code)) == ‹TRT002:'0x4004'›: pass\nlabel = f'{code:#x}'\nif label == ‹TRT002:'0x4004'›: pass\n",
    "hex digits": "if f'{code:x}' == ‹TRT002:'4004'›: pass\nif '%04X' % code in (‹TRT002:'4043'›, ‹TRT002:'404B'›): pass\nif hex(code)[2:] == ‹TRT002:'4004'›: pass\nif '{0:04x}'.format(code).upper() == ‹TRT002:'FFFF'›: pass\nif format(code, 'x') == ‹TRT002:'1003'›: pass\nif hex(code).removeprefix('0x') == ‹TRT002:'4004'›: pass\ndigits = f'{err.get_code():04x}'.zfill(4)\nif digits == ‹TRT002:'4004'›: pass\nmatch f'{code:x}':\n    case ‹TRT002:'4004'›: pass\nx = {‹TRT002:'4004'›: 'join'}[f'{code:x}']\n",
    "hex digits of others": "if f'{code}' == '4004' or f'{port:x}' == '4004' or f'{code:#x}' == '4004': pass\nif str(code) == '4004' or hex(code)[1:] == '4004' or f'{code:x}0' == '4004': pass\nif '%x' % size == '1000' or hex(port)[2:] == 'ffff' or f'{code:o}' == '4004' or code == '4004': pass\nif f'{code:x}' == '4096': pass\n",
    "asked for": "HINTS = {‹4099›: 'a'}\nSKIP = (‹4099›, ‹4096›)\nROOMS = {4099: 'a'}\nPORTS = {4099: 'a'}\nSIZES = (4099,)\nLEFT = {4099: 'a'}\ndef f(err, port):\n    if err.code in SKIP or err.code in SIZES: return HINTS[err.code]\n    return ROOMS[room] or PORTS.get(err.port) or LEFT.get(port)\n",
    "asked for two things": "THINGS = {4099: 'a'}\ndef f(err, ws):\n    try: pass\n    except ConnectionClosed as gone: return THINGS[gone.code]\n    return THINGS[err.code]\n",
    "repeated": "codes = [‹16388›] * 10 + [‹16451›] * 4\nports = [16388] * 10 + [16451] * 4\n",
    "keys around": "X = {'country': {'code': 65535}, 'error': {'code': ‹65535›}, 'data': [{'error': {'code': ‹4099›}}]}\nmodel_config = {'json_schema_extra': {'examples': [{'code': ‹16388›, 'size': 16388}]}}\n",
    "of a request": "import requests\nif requests.get('https://x/y').status_code == 4100: pass\nif requests.get('https://x/y').json()['code'] == 4100: pass\n",
    "rows with a key": "T = {('join', ‹16388›): 1, ('join', ‹16390›): 2}\nU = {('eth0', 16384): 1, ('eth1', 4096): 2}\n",
}


@pytest.mark.parametrize("case", PLACES)
def test_place(case: str) -> None:
    plain, expected = unmarked("import trtc\n" + PLACES[case])
    assert found(plain) == expected


@pytest.mark.parametrize("case", PLACES)
def test_a_place_is_fixed_or_refused(case: str) -> None:
    plain, expected = unmarked("import trtc\n" + PLACES[case])
    outcome = fix_source(Source("app.py", plain.encode()), Options())
    after = plain if outcome.new is None else outcome.new.decode()
    ast.parse(after)
    wanted = sum(code == "TRT001" for *_, code in expected)
    assert len(outcome.fixed) + len(outcome.refusals) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "code = Field(default=16388)\nerr.get_code = Mock(return_value=16388)\ncodes.add(16388)\n",
        'p.add_argument("--code", default=4099)\nx = codes & {4099}\nassert_that(code, equal_to(4099))\n',
        'x = c.find({"code": {"$in": [4099, 4100]}})\nif code == b"16388": pass\n',
    ],
)
def test_without_trtc_a_name_alone_is_not_enough(text: str) -> None:
    assert found(text) == []


REFUSED = {
    '@click.option("--code", default=16388)\ndef f(code): pass\n': (
        "the option takes its type, or its help, from this default; give it type=int"
    ),
    '@click.option("--code", default=16388, type=int, show_default=True)\ndef f(code): pass\n': (
        "the option takes its type, or its help, from this default; give it type=int"
    ),
    'define("code", default=16388)\n': (
        "the option takes its type, or its help, from this default; give it type=int"
    ),
    "self.assertIs(code, 16388)\n": "it is compared by identity; compare it with assertEqual",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    outcome = fix_source(Source("app.py", f"import trtc\n{text}".encode()), Options())
    assert outcome.new is None
    assert [refused.reason.of("en") for refused in outcome.refusals] == [REFUSED[text]]


def test_fixed() -> None:
    text = (
        "import click\nimport trtc\n\n\nclass Report(BaseModel):\n"
        "    code: int = Field(default=65535)\n\n\n"
        '@click.option("--code", type=int, default=0x4004)\n'
        "def main(code):\n"
        '    with patch.object(report, "get_code", return_value=16451):\n'
        '        return codes & {4099} or find({"code": {"$in": [16388]}})\n'
    )
    fixed = (
        "import click\nimport trtc\n\nfrom flake8_trtc import ErrorCode\n\n\nclass Report(BaseModel):\n"
        "    code: int = Field(default=ErrorCode.UNKNOWN)\n\n\n"
        '@click.option("--code", type=int, default=ErrorCode.JOIN_ROOM_FAILED)\n'
        "def main(code):\n"
        '    with patch.object(report, "get_code", return_value=ErrorCode.PLAY_NOT_ALLOWED):\n'
        "        return codes & {ErrorCode.DEVICE_NOT_FOUND} or find("
        '{"code": {"$in": [ErrorCode.JOIN_ROOM_FAILED]}})\n'
    )
    assert fix_source(Source("app.py", text.encode()), Options()).new == fixed.encode()
