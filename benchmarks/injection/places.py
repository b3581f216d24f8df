"""What is injected: statements that hold codes, by place; in a place of FORBIDDEN none is a code.

`@` stands for a number, `~` for a decimal one, `§` for a number of the statement, so that no two
names clash. A statement can stand wherever a statement can.
"""

from __future__ import annotations

PYTHON = {
    "comparison": (
        "if error_code§ == @: pass",
        "if @ != err§.code: pass",
        "ok§ = [1 for report in y§ if report['errorCode'] == @ or int(report.get('code')) == @]",
        "assert err§.get_code() == @, 'no'",
        "f§ = lambda error_code: error_code == @",
        "s§ = f'{error_code§ == @} {{}}'",
        "self§.assertEqual(err§.get_code(), @)",
        "code§ = err§.get_code()\nif (code§) == \\\n    @: pass",
    ),
    "membership": (
        "if error_code§ in (@, 1, @): pass",
        "if err§.code not in {@}: pass",
        "ok§ = error_code§ in frozenset([@, @])",
        "at§ = [@, @].index(error_code§)",
    ),
    "case": (
        "match err§.code:\n    case @ | 7: pass\n    case @ if x§: pass",
        'match report§:\n    case {"code": @}: pass',
        'match kind§, error_code§:\n    case "a", @: pass',
    ),
    "key": (
        'ERROR_TEXT_§ = {@: "a", 7: "b"}',
        "text§ = {@: 1}.get(error_code§)",
        'ERRORS_§ = dict([(@, "a"), (7, "b")])',
    ),
    "element": (
        "RETRYABLE_CODES_§ = (@, @)",
        "error_codes§ = frozenset({@})",
        "for error_code§ in (@, 3): pass",
        "retry§(error_codes=[@])",
    ),
    "lookup": ("text§ = error_text§.get(@)", "text§ = ERROR_TEXT[@]"),
    "assignment": (
        "error_code§ = @",
        "err§.code = @",
        'report§["code"] = @',
        "error_code§: int = x§ or @",
        'kind§, error_code§ = "a", @',
        "error_code§ = @ if x§ else 0",
    ),
    "keyword": ("report§(code=@, size=4096)", "raise§(RtcError, code=@)"),
    "default": (
        "def f§(error_code=@, size=4096): pass",
        'x§ = report§.get("code", @)',
        "x§ = getattr(err§, 'code', @)",
    ),
    "entry": ('x§ = {"code": @, "size": 4096}', "x§ = dict(errorCode=@)"),
    "return": ("def get_error_code§():\n    return @",),
    "argument": ('if x§: raise RtcError(@, "a")', "if x§: raise JoinError(@)"),
}
PYTHON_FORBIDDEN = {
    "ordering": ("if error_code§ > @ or @ <= err§.code < @: pass",),
    "arithmetic": ("x§ = error_code§ + @ - @ * 2", "error_code§ += @", "x§ = code§ == -@"),
    "bits": ("x§ = error_code§ & @ | @ ^ 1", "x§ = error_code§ << ~"),
    "slice": ("x§ = data§[@:@]", "x§ = data§[:@]"),
    "index": ("x§ = data§[@]",),
    "range": ("for error_code§ in range(@, @): pass",),
    "size": (
        "data§ = sock§.recv(@); buffer§ = bytearray(@)",
        "size§ = @",
        "if len(data§) == @ or size§ != @: pass",
        "SIZES_§ = {@: 'a', @: 'b', 7: 'c', 8: 'd'}",
    ),
    "Literal[]": ("Code§ = Literal[@, @]", "error_code§: Literal[@]"),
    "annotation": ("def f§(code: Literal[@] = x§) -> Literal[@]: pass",),
    "docstring": ('def f§():\n    """If code == @, join again."""',),
    "comment": ("# if code == @: join()", "x§ = 1  # code == @"),
    "version": ('__version__ = "@"', "version_info§ = (@, @)"),
    "JSON data": ('x§ = \'{"code": @, "error_code": @}\'',),
    "prose": ('log§("code == @ means trouble, so does @")',),
    "SQL, shell": ('x§ = "SELECT * FROM t WHERE code = @"', "x§ = 'curl -d code=@ localhost'"),
    "regular expression": ('x§ = re.compile(r"code=(@|@)")',),
    "plain argument": ("handle§(@)", "time.sleep(@)"),
    "another code": (
        "if key_code§ == @ or event§.keyCode == @: pass",
        "if country_code§ == @ or char§.code == @: pass",
        "if response§.status_code == @ or port§ == @: pass",
        "code§ = ord(x§)\nif code§ == @: pass",
    ),
    "float": ("if error_code§ == ~.0 or error_code§ == ~.5: pass",),
    "bytes": ("if magic§ == b'@': pass",),
}
SCRIPT = {
    "comparison": (
        "if (error§.getCode() === @) { f(); }",
        "if (@ !== errorCode§) {}",
        "const ok§ = errorCode§ == @ ? 1 : 2;",
        "expect(err§.getCode()).toBe(@);",
        "if (err§?.getCode?.() === @ || err§.code === @) {}",
        "const s§ = `${errorCode§ === @}`;",
        "const n§ = err§.getCode();\nif (n§ === @) {}",
    ),
    "membership": (
        "if ([@, @].includes(errorCode§)) {}",
        "if (new Set([@, @]).has(errorCode§)) {}",
        "if ([@].indexOf(err§.getCode()) >= 0) {}",
    ),
    "case": ("switch (err§.getCode()) { case @: case 7: break; default: f(); }",),
    "key": (
        "const ERRORS§ = { @: 'join', [@]: 'x' };",
        "const errorMap§ = new Map([[@, 'join']]);",
        "const text§ = { @: 1 }[errorCode§];",
    ),
    "element": ("const RETRY_CODES§ = [@, @];", "const errorCodes§ = new Set([@]);"),
    "lookup": ("errorText§.get(@);", "f(errorText§[@]);"),
    "assignment": ("let errorCode§ = @;", "report§.errorCode = @;", "let errorCode§ = x§ || @;"),
    "entry": ("report§({ code: @, size: 4096 });",),
    "default": ("function f§(errorCode = @, size = 4096) {}",),
    "return": ("function getErrorCode§() { return @; }", "const errorCode§ = () => @;"),
    "argument": ("if (x§) throw new RtcError(@, 'join');",),
}
SCRIPT_FORBIDDEN = {
    "ordering": ("if (errorCode§ > @ || errorCode§ <= @) {}",),
    "arithmetic": ("const x§ = errorCode§ + @ - @;", "const x§ = code§ === -@;"),
    "bits": ("const x§ = errorCode§ & @ | @;",),
    "slice": ("data§.slice(@, @);",),
    "index": ("f(data§[@]);",),
    "size": ("const size§ = @; new ArrayBuffer(@);", "if (data§.length === @) {}"),
    "comment": ("// if (code === @) {}", "/* e.getCode() === @ */"),
    "version": ("const version§ = '@';",),
    "JSON data": ('const j§ = \'{"code": @, "errorCode": @}\';',),
    "prose": ("const s§ = 'if (code === @) {}', t§ = `code === @`;",),
    "regular expression": ("const r§ = /code === @/;",),
    "plain argument": ("setTimeout(f§, @); handle§(@);",),
    "another code": (
        "if (event§.keyCode === @ || s§.charCodeAt(0) === @) {}",
        "if (response§.statusCode === @ || country§.code === @) {}",
        "const c§ = s§.charCodeAt(0); if (c§ === @) {}",
    ),
    "float": ("if (errorCode§ === ~.5) {}",),
}
TYPES_FORBIDDEN = {
    "annotation": ("type Code§ = @ | @;", "let code§: @ | @ | undefined;"),
}
"""In TypeScript alone."""
