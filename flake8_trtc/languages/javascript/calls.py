"""Calls of scripts and their arguments: the tables of the shapes, by the last name called.

Nothing here says what a value is: only what it is given to, and so what its name is.
"""

from __future__ import annotations

from typing import Final

from flake8_trtc.model import Place


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALL: Final = frozenset(range(64))
_FIRST: Final = frozenset({0})

CARRYING: dict[str, frozenset[int]] = {
    **dict.fromkeys(
        "ref shallowRef customRef useState useRef useSignal signal createSignal writable readable "
        "atom BehaviorSubject observable box input model defineModel computed useMemo useCallback "
        "useComputed createMemo fn createContext makeVar useReducer toRef state default prefault "
        "catch constant Prop Column Input Not Equal".split(),
        _FIRST,
    ),
    "$state": _FIRST,
}
"""Functions that declare, or make, a value from an argument: which of its arguments that is."""
COLLECTIONS: dict[str, frozenset[int]] = {
    **dict.fromkeys(
        "Set Map WeakMap Array freeze seal from entries fromEntries keys values reactive "
        "shallowReactive readonly cloneDeep clone sampled sample shuffle uniq".split(),
        _FIRST,
    ),
    **dict.fromkeys(_set("assign merge defaults extend of constantFrom union zip"), ALL),
}
"""Functions that give back a collection of one's elements: which of its arguments those are."""
KEYED = _set("Map WeakMap fromEntries")
"""Those whose rows begin with a key."""
GROUPED = _set("groupBy keyBy countBy indexBy")
"""Functions that make a table with what they are told of each element as keys."""
STATES = _set("useState createSignal useLocalStorage useStorage useSessionStorage useReducer")
"""Functions that give back a value and its setter."""
DECLARED = _set(
    "option positional defineProperty useCookie defineModel Prop Column Input atom withDefault"
)
"""Functions that are given an object that declares a value, `{ default: 16388 }`."""

NAMED: dict[str, int] = {
    "setItem": 0, "append": 0, "useLocalStorage": 0, "useStorage": 0, "useSessionStorage": 0,
    "useCookie": 0, "provide": 0, "inject": 0, "commit": 0, "option": 0, "positional": 0,
    "default": 0, "defineModel": 0, "setParam": 0, "useState": 0,
    "setTag": 0, "setExtra": 0, "setAttribute": 0, "set": 0, "$set": 1, "defineProperty": 1,
    "propertyVal": 1, "setIn": 1,
}  # fmt: skip
"""Which argument says what a value is that is given behind it, if that is a text."""

LOOKUPS = _set("get has set delete add push unshift hasOwnProperty hasOwn propertyIsEnumerable")
"""Methods of a collection that take one code, or several."""
LISTED = _set("includes indexOf lastIndexOf")
"""Those that look for one."""
LISTING = LISTED | _set("push unshift")
"""Methods of a list, whose elements are no keys."""
ASKING = LISTING | _set("get has set add delete hasOwnProperty")
"""Methods of a table that say what it is asked for, or what is put into it."""
SELECTS = _set("useSelector useAppSelector useStoreState computed useMemo useComputed select")
"""Functions that give back what a function that they are given does."""
QUERIES = _set(
    "where andWhere orWhere whereNot orWhereNot whereIn andWhereIn orWhereIn whereNotIn having"
)
"""Methods of a query that compare a column with a value, or look for it in some."""
LIBRARIES = _set("Object Reflect _ R lodash $ jQuery")
ASKED = LISTED | _set("hasOwn has get call contains inArray")
"""Functions of theirs that look for one argument in the other: `Object.hasOwn(ERRORS, 16388)`."""
TAKING = _set("concat union intersection difference symmetricDifference isDisjointFrom push")
"""Methods that take a collection, and are of another one."""
ELEMENTWISE = _set(
    "some every find findIndex findLast findLastIndex filter forEach map flatMap each reject reduce"
)
"""Methods that call a function with each element."""

GIVEN_BACK = _set(
    "mockReturnValue mockReturnValueOnce mockResolvedValue mockResolvedValueOnce mockRejectedValue "
    "mockRejectedValueOnce mockImplementation mockImplementationOnce returns resolves rejects "
    "callsFake thenReturn thenResolve thenReject andReturn returnValue value"
)
"""Methods of a fake that say what it gives."""
FAKES = _set("onCall onFirstCall onSecondCall withArgs mockName and")
"""Members between a fake and its result."""
ANONYMOUS = _set("fn stub mock fake createStub createSpy")
"""Calls that make a fake without a name."""
FAKE_OF = _set("mocked when")
"""Calls that are given the function that they fake."""

HELD = _set("value current")
"""What a Vue or React ref holds goes by the ref's name: `errorCode.value`."""
EVALUATES = _set(
    "evaluate evaluateHandle execute executeScript executeAsyncScript executeJavaScript "
    "waitForFunction poll eval $eval"
)
"""Calls that run a function, or a text, and give back its result."""
KEY_READ: dict[str, int] = {
    "get": 0, "getItem": 0, "its": 0, "invoke": 0, "property": 0, "spyOn": 1, "stub": 1,
    "props": 0, "getProp": 0, "prop": 0,
}  # fmt: skip
"""Which argument is the key that a function reads, or fakes."""
CHAINED = _set("its invoke property props getProp prop")
"""Those that are called on a chain of a test, which says nothing of what the key is read from."""

EQUAL = _set("toBe toEqual toStrictEqual equal eql equals strictEqual eq")
"""Methods of what a test is about that compare it with one value."""
ONE_OF = _set("oneOf toBeOneOf")
HOLD = _set("toContain toContainEqual include includes contain contains")
MEMBERS = _set("members toEqual toStrictEqual equal eql equals deepEqual deepStrictEqual have")
PROPERTY = _set("toHaveProperty property nested propertyVal deepPropertyVal")
"""Methods of what a test is about: a member of it is one value."""
CALLED_WITH = _set(
    "toHaveBeenCalledWith toHaveBeenLastCalledWith toHaveBeenNthCalledWith toBeCalledWith "
    "calledWith calledOnceWith calledWithExactly calledOnceWithExactly"
)
ASSERTED = _set(
    "equal strictEqual notEqual notStrictEqual deepEqual deepStrictEqual is isEqual eq same"
)
"""Functions that compare their first two arguments."""
SUBJECTS = _set("expect assert poll soft")
"""Functions that say what a test is about."""

RELATIONS: dict[str, Place | None] = {
    **dict.fromkeys(("$in", "$nin", "$all", "in", "notIn", "Op.in", "Op.notIn"), Place.MEMBERSHIP),
    **dict.fromkeys(
        ("$eq", "$ne", "$not", "equals", "not", "Op.eq", "Op.ne", "Op.not", "Op.is"),
        Place.COMPARISON,
    ),
    **dict.fromkeys(("value", "default", "defaultValue", "get", "initialValue", "$each"), None),
}
"""Keys that only say how a value relates to the key around them."""
