"""Where the strings of a Python module go: the calls that take them, and what fills them in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.tree import field, parent_of, position_in, text_of

EVALUATED = frozenset(
    "evaluate evaluate_handle evaluateHandle eval_on_selector eval_on_selector_all "
    "wait_for_function eval_js evaluate_js run_js runJavaScript evaluateJavaScript "
    "run_javascript js_eval evaljs".split()
)
_SECOND = frozenset({"eval_on_selector", "eval_on_selector_all"})
"""Calls whose second argument is the code."""
FUNCTION_BODIES = frozenset({"execute_script", "execute_async_script", "Javascript", "JavaScript"})
RUN = frozenset("add_init_script add_script_tag add_script exec_js execute_js".split())
PAGES = frozenset(
    "HTMLResponse HTML Markup mark_safe render_template_string html markdown_html components_html "
    "set_content setHtml from_string make_response Response HttpResponse write_html".split()
)
TEMPLATES = frozenset({"render_template_string", "from_string"})
_FILLING_METHODS = {
    "format": "format",
    "format_map": "format",
    "substitute": "template",
    "safe_substitute": "template",
}
_FILLING_FUNCTIONS = {"format_html": "format", "Template": "template"}
_KEEPING_METHODS = frozenset("strip lstrip rstrip replace encode".split())
_KEEPING_FUNCTIONS = frozenset("dedent cleandoc str".split())
"""Methods that give back the text that they get, but for blanks and names that are put in."""
_PASSED_ON = (
    frozenset({*_FILLING_METHODS, *_FILLING_FUNCTIONS, "inspect"})
    | _KEEPING_METHODS
    | _KEEPING_FUNCTIONS
)
_CODE_KEYWORDS = frozenset("script content code js js_code source data expression".split())
"""Names of parameters that take code."""
_FOLLOWED = frozenset(
    "binary_operator attribute argument_list assignment call parenthesized_expression await "
    "keyword_argument".split()
)
"""The nodes around a string that may say where it goes."""


class Use(NamedTuple):
    """Uses of a string: the calls it goes to, and how it is filled in.

    whole: each of the calls takes it as all of its code, or as its beginning.
    """

    calls: frozenset[str]
    style: str | None
    whole: bool = False

    def runs_in(self, calls: frozenset[str]) -> bool:
        """True if the string is run by some calls, and by nothing else that is seen."""
        return self.whole and bool(self.calls) and self.calls <= calls


def use_of(string: Node, utf8: bytes) -> Use:
    """Where a string goes, followed through `format`, `dedent` and one name."""
    style: str | None = None
    whole = True
    child, parent = string, parent_of(string)
    while parent is not None and parent.type in _FOLLOWED:
        if parent.type == "binary_operator":
            if text_of(field(parent, "operator")) != "%" or field(parent, "left") != child:
                break
            style = "percent"
        elif parent.type == "attribute":
            name = text_of(field(parent, "attribute"))
            style = _FILLING_METHODS.get(name, style)
            whole = whole and (name in _FILLING_METHODS or name in _KEEPING_METHODS)
        elif parent.type == "argument_list":
            name = last_name(field(parent_of(parent), "function"))
            first = position_in(parent, child) == 0
            if name not in _PASSED_ON:
                taken = position_in(parent, child) == 1 if name in _SECOND else first
                return Use(frozenset({name}), style, whole and (taken or _is_code(child)))
            style = _FILLING_FUNCTIONS.get(name, style) if first else style
            whole = whole and first and (name in _FILLING_FUNCTIONS or name in _KEEPING_FUNCTIONS)
        elif parent.type == "assignment":
            target = field(parent, "left")
            if target is None or target.type != "identifier":
                break
            named = _use_of_name(target.text or b"", utf8)
            return Use(named.calls, style or named.style, whole and named.whole)
        child, parent = parent, parent_of(parent)
    return Use(frozenset(), style)


def _is_code(argument: Node) -> bool:
    """True if an argument is given by the name of a parameter that takes code."""
    return argument.type == "keyword_argument" and (
        text_of(field(argument, "name")) in _CODE_KEYWORDS
    )


def _use_of_name(name: bytes, utf8: bytes) -> Use:
    """Uses of a name that a string is bound to."""
    return _uses(utf8).get(name, Use(frozenset(), None))


_GIVEN = regex(
    rb"\b(\w++)\((?=\s*+(?:\w++\s*+=\s*+)?(\w++)"
    rb"(\s*+(?:%%\s*+(?:[\w.]++|[({][^(){}]*+[)}])|(?:\.\s*+(?:%s)\([^()]*+\)\s*+)*+)\s*+[,)])?)"
    % "|".join((*_FILLING_METHODS, *_KEEPING_METHODS)).encode()
)
_FORMATTED = regex(rb"\b(\w++)\s*+\.\s*+format(?:_map)?\(")
_PERCENT = regex(rb"\b(\w++)\s*+%\s*+[\w({]")
_ASSIGNED = regex(rb"\b(\w++)\s*+=(?!=)")
_ANNOTATED = regex(rb"(?m)^[ \t]*+(\w++)[ \t]*+:[ \t]*+[\w.\[\]]++[ \t]*+=(?!=)")
_WORD = regex(rb"\w+")


@lru_cache(maxsize=2)
def _uses(utf8: bytes) -> dict[bytes, Use]:
    """Uses of each name that a module binds or gives to a function."""
    calls: dict[bytes, set[str]] = {}
    places = Counter(_ASSIGNED.findall(utf8)) + Counter(_ANNOTATED.findall(utf8))
    for match in _GIVEN.finditer(utf8):
        calls.setdefault(match[2], set()).add(match[1].decode("utf-8", "replace"))
        places[match[2]] += match[3] is not None  # with nothing put behind it
    styles = dict.fromkeys((match[1] for match in _PERCENT.finditer(utf8)), "percent")
    styles |= dict.fromkeys((match[1] for match in _FORMATTED.finditer(utf8)), "format")
    mentions = Counter(_WORD.findall(utf8))
    uses = {}
    for name, seen in places.items():
        given = frozenset(calls.get(name, ()))
        style = styles.get(name) or ("template" if "Template" in given else None)
        uses[name] = Use(given, style, mentions[name] == seen)
    return uses
