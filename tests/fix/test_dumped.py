"""Numbers of modules to which a member of an enum is no number stay numbers, but for the compared."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome

from flake8_trtc.messages import refusals

HEAD = "import trtc\nimport yaml\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "yaml.safe_dump({'error_code': 16388})\n",
        "yaml.dump([{'error_code': 16388}], stream)\n",
        "yaml.dump(dict(error_code=16388))\n",
        "report = {'error_code': 16388}\nyaml.safe_dump(report)\n",
        "def report(e):\n    return {'error_code': 16388} if e else {}\nyaml.safe_dump(report(e))\n",
        "report = {}\nreport['error_code'] = 16388\nyaml.safe_dump_all([report])\n",
        "ruamel.yaml.YAML().dump({'error_code': 16388}, out)\n",
        "report = {'error_code': 16388}\nyaml.safe_dump(other)\n",
        "yaml.safe_dump(text(error_code=16388))\n",
        "def report(e):\n    return {'error_code': 16388}\nyaml.safe_dump(other(e))\n",
        "def put(error_code=16388):\n    return yaml.safe_dump({'code': error_code})\n",
        "@dataclass\nclass TrtcError:\n    code: int = 16388\nprint(yaml.safe_dump(asdict(TrtcError())))\n",
        "codes = {}\ncodes['error_code'][16388] = 1\nyaml.safe_dump(codes)\n",
    ],
)
def test_what_is_dumped_stays(text: str) -> None:
    result = outcome(f"{HEAD}{text}".encode())
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [refusals.DUMPED(name="PyYAML")]


@pytest.mark.parametrize(
    "text",
    [
        "yaml.safe_dump({'failed': error_code == 16388})\n",
        "json.dump({'error_code': 16388}, out)\n",
        "failed = error_code == 16388\nyaml.safe_dump(failed)\n",
        "if error_code in (16388, 1): yaml.safe_dump(x)\n",
        "match error_code:\n    case 16388: yaml.safe_dump(x)\n",
        "yaml.safe_dump(ERROR_TEXTS[16388])\n",
        "report = {'error_code': 16388}\nyaml.safe_load(report)\n",
    ],
)
def test_what_is_not_dumped_is_fixed(text: str) -> None:
    new = fixed(f"{HEAD}{text}".encode()).decode()
    assert new.endswith(text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PyYAML", "from yaml import safe_dump\nsafe_dump({'error_code': 16388})\n"),
        ("PyYAML", "from ruamel.yaml import (\n    dump as put,\n)\nput([{'error_code': 16388}])\n"),
        ("marshal", "import marshal\nmarshal.dumps({'error_code': 16388})\n"),
        ("marshal", "from marshal import dump\nreport = {'error_code': 16388}\ndump(report, out)\n"),
        ("marshal", "import marshal\ndef put(x, y=1):\n    return marshal.dumps(x)\nput({'error_code': 16388})\n"),
        ("PyYAML", "import yaml\nclass A:\n    def put(self, x: dict):\n        yaml.dump(x)\nA().put({'error_code': 16388})\n"),
        ("marshal", "import marshal\ndef put(x):\n    return marshal.dumps(y)\nput({'error_code': 16388})\n"),
        ("toml", "import toml\ndef f(code=16388):\n    return toml.dumps({'code': code})\n"),
        ("jsonpickle", "import jsonpickle\njsonpickle.encode({'error_code': 16388})\n"),
        ("msgpack", "import msgpack\nmsgpack.packb({'error_code': 16388}, strict_types=True)\n"),
        ("MySQL", "import pymysql\ndef f(code=16388):\n    cursor.execute('select %s', (code,))\n"),
        ("xmlrpc", "import xmlrpc.client\nxmlrpc.client.dumps(({'error_code': 16388},))\n"),
        ("xmlrpc", "from xmlrpc import client\nitem = {'error_code': 16388}\nclient.dumps((item,))\n"),
        ("xmlrpc", "from xmlrpc.client import dumps\ndumps((dict(error_code=16388),))\n"),
        ("xmlrpc", "import xmlrpc.client\ns = xmlrpc.client.ServerProxy(u)\ns.put({'error_code': 16388})\n"),
        ("xmlrpc", "from xmlrpc.client import ServerProxy\nwith ServerProxy(u) as s:\n    s.a.put(error_code=16388)\n"),
    ],
)  # fmt: skip
def test_what_fails_on_members_gets_the_number(name: str, text: str) -> None:
    result = outcome(f"import trtc\n{text}".encode())
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == [
        f"{name} writes no member of an enum as a number; give it int(...) of the constant"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "import marshal, json\njson.dumps({'error_code': 16388})\n",
        "from json import dumps\nimport xmlrpc.client\ndumps({'error_code': 16388})\n",
        "import xmlrpc.client\nother.put({'error_code': 16388})\n",
    ],
)
def test_other_dumpers_beside_them(text: str) -> None:
    new = fixed(f"import trtc\n{text}".encode()).decode()
    assert "{'error_code': ErrorCode.JOIN_ROOM_FAILED}" in new


@pytest.mark.parametrize(
    "text",
    [
        "def f(code=16388):\n    if type(code) is not int: raise TypeError\n",
        "def f(code=16388):\n    return ENCODERS[type(code)](code)\n",
        "def plain(o):\n    if isinstance(o, enum.Enum): return o.name\nplain({'error_code': 16388})\n",
        "def plain(o):\n    if isinstance(o, (str, IntEnum)): return 1\nplain({'error_code': 16388})\n",
    ],
)
def test_where_exact_types_are_asked_for(text: str) -> None:
    result = outcome(f"import trtc\n{text}if error_code == 16451: pass\n".encode())
    assert [str(item.reason) for item in result.refusals] == [
        "this module asks for exact types, and a member of an enum is no plain int; "
        "write int(...) of the constant"
    ]
    assert result.new is not None
    assert result.new.endswith(b"if error_code == ErrorCode.PLAY_NOT_ALLOWED: pass\n")
