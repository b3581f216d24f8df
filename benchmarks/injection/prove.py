"""Whether a fix broke a file: asks Python's compiler, Node, the syntax tree and the tokens."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import textwrap
from collections.abc import Iterator
from functools import cache
from string import Template

from tree_sitter import Node

from flake8_trtc.error_code import ErrorCode
from flake8_trtc.languages.javascript.grammar import parse_script, whole_number
from flake8_trtc.model import Dialect

_BINDING = re.compile(r"(?:Trtc)?ErrorCode")
_ADDED = frozenset("{}[]")
"""What a fix puts around a statement or a key, besides the constants and their declaration."""

_JINJA = re.compile(r"\{[%#].*?[%#]\}")
_NODE = r"""
const vm = require('vm');
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const { text, module } = JSON.parse(line);
  let said = '';
  try {
    if (module) new vm.SourceTextModule(text);
    else vm.compileFunction(text, [], { parsingContext: undefined });
  } catch (error) { said = String(error); }
  process.stdout.write(JSON.stringify(said) + '\n');
});
"""


class _Filling(str):
    """A value that every way to fill in a text takes: by key, by index, as text."""

    __slots__ = ()

    def __getitem__(self, _key: object) -> str:
        return "1"


def python_broken(old: str, new: str) -> str | None:
    """What is wrong with a module after its fix, the scripts in its `page_N.evaluate` included."""
    try:
        compile(new, "new", "exec", dont_inherit=True)
    except SyntaxError as error:
        return f"it does not compile: {error}"
    before, after = ast.parse(old), ast.parse(new)
    scripts = zip(_taken_scripts(before), _taken_scripts(after), strict=True)
    for old_script, new_script in scripts:
        broken = script_broken(old_script, new_script, "js", module=False)
        if broken is not None:
            return f"in a string: {broken}"
    after = _Folded().visit(after)
    imports = [node for node in after.body if _is_import(node)]
    if len(imports) > 1:
        return "it imports the constants twice"
    after.body = [node for node in after.body if not _is_import(node)]
    return None if ast.dump(before) == ast.dump(after) else "its tree is another one"


def script_broken(old: str, new: str, dialect: Dialect, *, module: bool) -> str | None:
    """What is wrong with a script after its fix. Node is asked what it made of the old one, too."""
    if dialect == "js":
        said = _node(new, module=module)
        if said and not _node(old, module=module):
            return f"Node: {said}"
    elif parse_script(new.encode(), dialect).root_node.has_error:
        return "it does not parse"
    rest = iter(_tokens(old, dialect))
    expected = next(rest, None)
    depth: list[str] = []
    for token in _tokens(new, dialect):
        if token == expected:
            expected = next(rest, None)
        elif token in {"{", "["}:
            depth.append(token)
        elif not (token in _ADDED and depth and depth.pop() + str(token) in {"{}", "[]"}):
            return f"{token!r} stands where {expected!r} was"
    return None if expected is None and not depth else f"{expected!r} is gone"


def _taken_scripts(tree: ast.AST) -> Iterator[str]:
    """The scripts of a module, as the program would run them; nothing is left in their place."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "evaluate"
            and re.fullmatch(r"page_\d+", ast.unparse(node.func.value))
        ):
            code = compile(ast.fix_missing_locations(ast.Expression(node.args[0])), "", "eval")
            filling = {"x": _Filling("1"), "w": 4, "textwrap": textwrap, "Template": Template}
            text = eval(code, filling)  # one of KINDS with one of our own statements in it
            node.args.clear()
            text = text.decode() if isinstance(text, bytes) else text
            if "{%" in text:
                text = _JINJA.sub("", text).replace("{{ x }}", "1")
            yield text


class _Folded(ast.NodeTransformer):
    """Puts the numbers back for the constants."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and _BINDING.fullmatch(node.value.id):
            return ast.Constant(int(ErrorCode[node.attr]))
        return self.generic_visit(node)


def _is_import(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "flake8_trtc"


Token = str | int


def _tokens(text: str, dialect: Dialect) -> list[Token]:
    """The tokens of a script: its constants as numbers, what declares them left out."""
    leaves = list(_leaves(parse_script(text.encode(), dialect).root_node))
    tokens: list[Token] = []
    at = 0
    while at < len(leaves):
        text_at = _text(leaves[at])
        following = [*map(_text, leaves[at + 1 : at + 3]), "", ""]
        if text_at == "const" and _BINDING.fullmatch(following[0]) and following[1] == "=":
            at = _after(leaves, at, ";")
        elif text_at == "class" and _BINDING.fullmatch(following[0]):  # in TypeScript
            at = _after(leaves, at, "}")
        elif _BINDING.fullmatch(text_at) and following[0] == ".":
            tokens.append(int(ErrorCode[following[1]]))
            at += 3
        else:
            number = whole_number(leaves[at])
            tokens.append(text_at if number is None else number)
            at += 1
    return tokens


def _after(leaves: list[Node], at: int, last: str) -> int:
    """The index behind the first token that is `last`."""
    return next(i for i in range(at, len(leaves)) if _text(leaves[i]) == last) + 1


def _leaves(root: Node) -> Iterator[Node]:
    pending = [root]
    while pending:
        node = pending.pop()
        if node.child_count == 0 and node.start_byte != node.end_byte:
            yield node
        pending += reversed(_parts(node))


def _parts(node: Node) -> list[Node]:
    """The children of a node; of an arrow's block that the fix has made, the value it returns."""
    named, around = node.named_children, node.parent
    if around is None or around.type != "arrow_function" or len(named) != 2:
        return node.children
    declares = re.match(r"(?:const|class) (\w+)", _text(named[0]))
    if declares is None or not _BINDING.fullmatch(declares[1]):
        return node.children
    return named[1].named_children


def _text(node: Node) -> str:
    return (node.text or b"").decode()


@cache
def _process() -> subprocess.Popen[str]:
    """One Node for all the scripts of this process."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not installed; it is what checks the scripts")
    return subprocess.Popen(
        [node, "--experimental-vm-modules", "--no-warnings", "-e", _NODE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _node(text: str, *, module: bool) -> str:
    """What Node has against a script; "" for nothing."""
    process = _process()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"text": text, "module": module}) + "\n")
    process.stdin.flush()
    said: str = json.loads(process.stdout.readline())
    return said
