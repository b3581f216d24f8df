"""Tables by what they are asked for, or filled with, where their own names do not say it."""

from __future__ import annotations

import pytest
from marked import found, unmarked

# In TRTC's surroundings: `import trtc` goes before each.
PYTHON = {
    "comprehension": "d = {e.code: e for e in errors}\nf(d.get(‹4097›), d[‹16388›])\ntotals = {e.code: 0 for e in errors}\ntotals[‹4097›] += 1\nsizes = {p.size: p for p in packets}\nsizes[4097]\n",
    "Counter of codes": "counts = Counter(err.get_code() for err in errors)\nprint(counts[‹16388›], counts[‹4096›])\ncounts[‹16388›] += 1\nif counts.get(‹65535›, 0) > 5: pass\n",
    "Counter of sizes": "counts = Counter(len(x) for x in errors)\nprint(counts[16388], counts[4096])\n",
    "Counter by update": "by = Counter()\nby.update(r.error_code for r in rows)\nprint(by[‹16388›])\nof = Counter()\nof.update(r.size for r in rows)\nprint(of[16388])\n",
    "defaultdict": "seen = defaultdict(int)\nfor e in errors:\n    seen[e.error_code] += 1\nassert seen[‹16388›] == 2\nseen[‹4097›] += 1\n",
    "counted by hand": 'tally = {}\nfor report in reports:\n    tally[report["code"]] = tally.get(report["code"], 0) + 1\nprint(tally[‹16388›], tally[‹4097›])\n',
    "counts of a plain code": "counts = {}\nfor code in codes:\n    counts[code] = counts.get(code, 0) + 1\ncounts[‹4097›]\n",
    "rooms of a plain code": "rooms = {}\nfor code in names:\n    rooms[code] = 1\nrooms[4097]\n",
    "counts of two things": "stats[e.code] = 1\nstats[room_id] = 2\nstats[sock.recv(2)]\nstats[4096]\nstats = {}\n",
    "filled with sizes": "sizes = Counter()\nfor p in packets:\n    sizes[p.size] += 1\nprint(sizes[4096], sizes[16388])\n",
    "of a port": "ports = defaultdict(list)\nports[sock.port].append(1)\nports[4096].append(2)\n",
    "filled at the places": 'ALIAS = {}\nALIAS[‹16388›] = "join"\nALIAS[‹4099›] = "init"\ndef alias(error): return ALIAS.get(error.get_code(), ALIAS[‹65535›])\n',
    "setdefault": '_names = dict()\n_names.setdefault(‹16388›, "x")\ndef name_for(error_code): return _names[error_code]\n',
    "of self": "class Stats:\n    def __init__(self): self.counts = defaultdict(int)\n    def add(self, error): self.counts[error.code] += 1\n    def joins(self): return self.counts[‹16388›] + self.counts.get(‹4096›, 0)\n    def rooms(self): return self.sizes[4096]\n",
    "of a class": 'class Stats:\n    NAMES = {‹16388›: "join", ‹4096›: "param"}\n    def of(self, error): return self.NAMES[error.code]\n',
    "looped over": "for code, n in stats.items(): print(code, n)\nstats[‹16388›] = 1\nstats = {}\nfor room, n in rooms.items(): print(room, n)\nrooms[16388] = 1\nrooms = {}\n",
    "a set": "seen = set()\nfor e in errors: seen.add(e.code)\nassert ‹16388› in seen and ‹4097› not in seen\n",
    "a set of others": "rooms = set()\nrooms.add(room.code)\nassert 4096 in rooms\n",
    "a list has positions": "rows = []\nfor e in errors: rows.append(e.error_code)\nrows[4096]\n",
    "asserted": "seen = []\nseen.append(e.get_code())\nself.assertIn(‹4097›, seen)\nsizes = []\nsizes.append(len(x))\nself.assertIn(4097, sizes)\n",
    "choices": 'ERROR_CODE_CHOICES = ((‹4097›, "Invalid"), (‹65535›, "unknown"))\nSTATUS_CHOICES = [(4096, "a"), (65535, "b")]\n',
}  # fmt: skip
SCRIPT = {
    "grouped": "const a = _.groupBy(errors, 'code');\na[‹4097›];\nconst b = _.countBy(errors, (e) => e.code);\nb[‹4097›];\nconst c = Object.groupBy(errors, ({ code }) => code);\nc[‹4097›];\nconst d = _.keyBy(rooms, 'id');\nd[4097];\n",
    "mapped": "const m = Object.fromEntries(errors.map((e) => [e.code, e]));\nm[‹4097›];\nconst mm = new Map(errors.map((e) => [e.code, e]));\nmm.get(‹4097›);\nconst sizes = new Map(ps.map((p) => [p.size, p]));\nsizes.get(4097);\n",
    "counted": "const counts = {};\nfor (const e of errors) counts[e.getCode()] = (counts[e.getCode()] || 0) + 1;\nconsole.log(counts[‹16388›], counts[‹4096›]);\ncounts[‹16388›] += 1;\ncounts[‹4099›]++;\n",
    "counted sizes": "const counts = {};\nfor (const p of packets) counts[p.length] = 1;\nconsole.log(counts[16388], counts[4096]);\n",
    "Map filled": "const seen = new Map();\nerrors.forEach((e) => seen.set(e.errorCode, 1));\nexpect(seen.get(‹16388›)).toBe(2);\nconst rooms = new Map();\nrooms.set(room.id, 1);\nrooms.get(16388);\n",
    "Map of rows": "const levels = new Map([[‹16388›, 'fatal'], [‹4099›, 'warn']]);\nlevels.has(err.getCode());\n",
    "Map of volumes": "const levels = new Map([[4096, 'loud'], [65535, 'most']]);\nlevels.get(volume);\nlevels.get(4096);\n",
    "Map set at the places": "const ALIAS = new Map();\nALIAS.set(‹16388›, 'join-failed');\nALIAS.set(‹4099›, 'init');\nfunction alias(error) { return ALIAS.get(error.getCode()); }\n",
    "Set filled": "const known = new Set();\nknown.add(err.getCode());\nif (known.has(‹16451›)) f();\n",
    "inArray": "if ($.inArray(‹16388›, CODES) !== -1) f();\nif ($.inArray(code, [‹16388›, ‹4099›]) > -1) f();\nif (jQuery.inArray(error.getCode(), [‹16388›, ‹4099›]) > -1) f();\nif ($.inArray(port, [4096, 4099]) > -1) f();\nif ($.inArray(4096, ports) > -1) f();\n",
    "libraries": "if (_.includes([‹16388›, ‹4099›], error.getCode())) f();\nif (_.contains(CODES, ‹4099›)) f();\nif (R.includes(‹4099›, codes)) f();\nif (R.includes(4099, sizes)) f();\n",
    "of a ref": "const counts = ref({});\ncounts.value[e.getCode()] += 1;\nshow(counts.value[‹4099›]);\n",
    "of this": "class A {\n  levels = new Map();\n  f(e) { return this.levels.get(e.getCode()) ?? this.levels.get(‹65535›); }\n  g(e) { this.counts[e.getCode()] += 1; return this.counts[‹65535›]; }\n  h(e) { return this.sizes[65535]; }\n}\n",
    "taken apart": "const tallies = {};\ntallies[e.getCode()] = 1;\nconst { ‹16388›: joins, ‹4097›: x } = tallies;\nif (‹16388› in tallies) f();\n",
    "looped over": "const m = {};\nfor (const errorCode in m) f(errorCode);\nm[‹16388›] = 1;\nconst t = new Map();\nfor (const [code, n] of t) f(code, n);\nt.get(‹4096›);\nconst u = new Map();\nfor (const [room, n] of u) f(room, n);\nu.get(4096);\n",
    "an array has positions": "const rows = [];\nrows.push(e.getCode());\nrows[4096];\n",
}  # fmt: skip


@pytest.mark.parametrize("case", PYTHON)
def test_python(case: str) -> None:
    text, expected = unmarked("import trtc\n" + PYTHON[case])
    assert found(text) == expected


@pytest.mark.parametrize("case", SCRIPT)
def test_script(case: str) -> None:
    text, expected = unmarked("// trtc\n" + SCRIPT[case])
    assert found(text, "app.js") == expected


def test_without_trtc_only_rare_codes_of_errors_are_known() -> None:
    text, expected = unmarked("seen = {}\nseen[e.error_code] = 1\nseen[‹16388›]\n")
    assert found(text) == expected
    assert found("seen = {}\nseen[e.error_code] = 1\nseen[4096]\n") == []


def test_members_of_choices_are_definitions() -> None:
    text = 'class TrtcError(models.IntegerChoices):\n    JOIN_FAILED = 16388, "a"\n    BIG = 4096, "b"\n'
    assert found(text) == []
