"""Calls of Python and their arguments: the tables of the shapes, by the last name called.

Nothing here says what a value is: only what it is given to, and so what its name is.
"""

from __future__ import annotations

from typing import Final

from flake8_trtc.model import Place


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALL: Final = frozenset(range(64))
_FIRST: Final = frozenset({0})

COLLECTIONS: dict[str, frozenset[int]] = {
    **dict.fromkeys(
        "set frozenset tuple list dict sorted deque OrderedDict Counter MappingProxyType array "
        "frozendict fromkeys reversed iter cycle choice choices sample Iterator sampled_from "
        " FuzzyChoice Series Index Map enumerate next".split(),
        _FIRST,
    ),
    "defaultdict": frozenset({1}),
    **dict.fromkeys(("zip", "product", "chain", "ChainMap"), ALL),
}
"""Functions that give back a collection of one's elements: which of its arguments those are."""
SHIFTED = {"enumerate": 1}
"""Where in each row what it was given is."""
ROWS = _set("zip product zip_longest")
"""Functions that make rows, each with one of each argument."""

CARRYING: dict[str, frozenset[int]] = {
    **dict.fromkeys(
        "Field Query Path Body Form Header Cookie Option Argument LazyFunction LazyAttribute Int "
        "Integer Value just Just IntVar approx coalesce property staticmethod "
        "cached_property".split(),
        _FIRST,
    ),
    "next": frozenset({1}),
    "one_of": ALL,
}
"""Functions that declare, or make, a value from an argument: which of its arguments that is."""
CARRIED = _set(
    "default server_default load_default dump_default missing initial value fallback const choices "
    "return_value side_effect default_factory argvalues examples example elements params factory "
    "new"
)
"""Keywords that say nothing of a value but that it is what the call declares, or gives back."""

NAMED: dict[str, int | None] = {
    "add_argument": None, "option": None, "argument": None, "Option": None,
    "ContextVar": 0, "Column": 0, "config": 0, "getenv": 0, "env": 0, "patch": 0, "object": 1,
    "setattr": 1, "setitem": 1, "setenv": 0,
    **dict.fromkeys("bindparam sadd sismember srem set rpush lpush put add_field".split(), 0),
    "hset": 1,
    **dict.fromkeys("set_tag set_extra set_attribute set_property".split(), 0),
    **dict.fromkeys("DEFINE_integer DEFINE_enum DEFINE_multi_integer define".split(), 0),
}  # fmt: skip
"""Which argument says what a value is that is given by a keyword, or right behind it.

None: the last text that is an option of a command line, or the longest.
"""
INFERRING = _set("option argument define env")
"""Those that take the type of an option from its default, where it has no `type`."""

KEYED = {"get": 0, "pop": 0, "setdefault": 0, "getattr": 1}
"""Which argument is the key of a value that is given behind it."""

METHODS: dict[str, int] = {
    **dict.fromkeys(
        "add append appendleft remove discard index count __contains__ get pop setdefault "
        "has contains fillna".split(),
        0,
    ),
    "insert": 1,
}
"""Methods of a collection that take one code, and which argument that is."""
LISTING = _set("append appendleft extend index count")
"""Methods of a list, whose elements are no keys."""
ASKING = LISTING | _set("get pop setdefault add discard update __contains__ __getitem__")
"""Methods of a table that say what it is asked for, or what is put into it."""
TAKING = _set(
    "isdisjoint issubset issuperset intersection union difference symmetric_difference update "
    "extend extendleft intersection_update difference_update symmetric_difference_update map "
    "replace replace_strict recode add_all"
)
"""Methods that take a collection, and are of another one, or of a column."""
SEARCHES = _set("in_ not_in notin_ isin is_in any_ __contains__")
"""Methods of a column that look for it in a collection."""
RELATED = _set("isdisjoint issubset issuperset intersection difference symmetric_difference")

FAKED = _set("return_value side_effect")
"""Members of a fake that say what it gives, and go by the name of what is faked."""
GIVEN_BACK = _set("thenReturn then_return and_return returns thenAnswer")
"""Methods of what a faked call is said to give."""
CALLED_WITH = _set(
    "assert_called_with assert_called_once_with assert_any_call assert_awaited_with "
    "assert_awaited_once_with"
)
MATCHERS = _set(
    "equal_to is_ is_not not_ has_item has_items is_in any_of equal eq contain have_item approx"
)
"""Methods whose argument is compared with the subject of a test."""
EXPECTED = _set(
    "is_equal_to is_not_equal_to to_equal to_be not_to_equal should_equal to_eq is_in "
    "is_not_in contains does_not_contain contains_only equals"
)
"""Methods of what a test is about, `assert_that(code)`."""
SUBJECTS = _set("assert_that expect that assertThat expects")
"""Functions that say what a test is about: of two arguments the first, compared with the second."""

EVALUATES = _set(
    "evaluate execute_script execute_async_script evaluate_handle wait_for_function "
    "eval_on_selector eval_on_selector_all runJavaScript evaljs eval_js"
)
"""Calls that run a script and give back its result."""

RELATIONS: dict[str, Place | None] = {
    **dict.fromkeys(("$in", "$nin", "$all", "in", "notIn", "not_in"), Place.MEMBERSHIP),
    **dict.fromkeys(("$eq", "$ne", "$not", "equals", "not"), Place.COMPARISON),
    **dict.fromkeys(("value", "default", "$each"), None),
}
"""Keys that only say how a value relates to the key around them."""
