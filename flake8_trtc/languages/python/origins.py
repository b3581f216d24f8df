"""Where a value of a Python module comes from: its names, members, functions and callbacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from tree_sitter import Node

from flake8_trtc.catalog.things import (
    BY_CALL,
    BY_EVENT,
    BY_EXCEPTION,
    BY_GIVEN,
    BY_HANDLER,
    BY_OPERATOR,
    of_handler,
)
from flake8_trtc.languages.origins import Ask, Origins, Step, Wait, or_else, same, turned
from flake8_trtc.languages.python.annotations import annotated, parameter
from flake8_trtc.languages.python.functions import (
    SELVES,
    access_at,
    given_to,
    handles,
    inside,
    is_property,
    method_at,
    own_nodes,
    parameter_name,
)
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.names import (
    COMPREHENSIONS,
    FUNCTIONS,
    OWNERS,
    PARAMETERS,
    Name,
    bound_by,
    is_from_elsewhere,
)
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.python.values import expression, imported
from flake8_trtc.languages.reaching import Target, Variable
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.languages.values import (
    LITERAL,
    UNKNOWN,
    Value,
    element,
    entry,
    error,
    from_delegate,
    join,
    other,
    passed,
)

_BLOCKS = frozenset("block module lambda except_clause case_clause".split()) | COMPREHENSIONS
_BRANCHING = frozenset({"if_statement", "match_statement"})
_CLASSES = frozenset({"class_definition"})
_DECLARED = frozenset(
    "function_definition class_definition import_statement import_from_statement".split()
)
_LISTENS = frozenset("on once add_listener subscribe event".split())
_MOST_NAMES = 4
"""How long the path of a member may be: `self.state.room.code`."""


class PythonOrigins(Origins):
    """Answers for one module; root, text: the module's."""

    loops = frozenset({"for_statement", "while_statement"})
    owners = OWNERS

    def __init__(self, root: Node, text: bytes) -> None:
        super().__init__(root, text)
        self._names: dict[str, Name] = {}
        self._variables: dict[tuple[Node, str], Variable] = {}

    # Names.

    def _name(self, name: str) -> Name:
        if name not in self._names:
            self._names[name] = Name(self.root, self.text, name)
        return self._names[name]

    def variable(self, name: Node) -> Variable | None:
        return self.meant(name, text_of(name))

    def meant(self, node: Node, name: str) -> Variable | None:
        """The variable that a name means where a node stands."""
        scope = self._name(name).scope_at(node)
        return None if scope is None else self.all_of(scope, name)

    def all_of(self, scope: Node, name: str) -> Variable | None:
        found = self._variables.get((scope, name))
        nodes = self._name(name).targets.get(scope)
        if found is None and nodes is not None:
            owner = scope if scope.type in OWNERS else enclosing(scope, OWNERS) or self.root
            targets = [self._target(node) for node in nodes]
            found = self._variables[scope, name] = Variable(scope, name, owner, targets)
        return found

    def _target(self, name: Node) -> Target:
        bound, owner = bound_by(name), enclosing(name, OWNERS) or self.root
        whole = name if bound is None else bound.whole
        if whole.type in _DECLARED:
            return Target(name, name.end_byte, None, None, owner, everywhere=True)
        if whole.type in PARAMETERS:
            function = parent_of(whole) or self.root
            return Target(name, name.end_byte, function, None, function)
        if whole.type in {"for_statement", "for_in_clause"}:
            around = whole if whole.type == "for_statement" else parent_of(whole)
            return Target(name, name.end_byte, around, None, owner)
        block = enclosing(name, _BLOCKS)
        branch = enclosing(name, _BRANCHING | OWNERS)
        branch = branch if type_of(branch) in _BRANCHING else None
        end = name.end_byte if whole.type in {"as_pattern", "case_clause"} else whole.end_byte
        return Target(name, end, block, branch, owner)

    def mentions_of(self, node: Node) -> Sequence[Node]:
        owned = node.type == "attribute" and text_of(field(node, "object")) in SELVES
        if not owned and node.type != "identifier":
            return ()
        name = text_of(field(node, "attribute") or node)
        scope = None if owned else self._name(name).scope_at(node)
        if owned or type_of(scope) == "class_definition":
            return self.in_class(self.class_of(node), name, access_at)
        return self._name(name).uses_in(scope)

    def function_at(self, target: Node) -> Node | None:
        bound = bound_by(target)
        whole = bound.whole if bound is not None else None
        value = field(whole, "right") if type_of(whole) == "assignment" else whole
        return value if value is not None and value.type in FUNCTIONS else None

    def is_elsewhere(self, target: Node) -> bool:
        return is_from_elsewhere(target)

    # Members.

    def holder(self, node: Node | None) -> Ask | None:
        """The question what a member is that is read or assigned to; None for another's."""
        names: list[str] = []
        while node is not None and node.type in {"attribute", "subscript"}:
            plain = node.type == "attribute"
            key = field(node, "attribute" if plain else "subscript")
            name = text_of(key) if plain else plain_string(key)
            if name is None or len(names) == _MOST_NAMES:
                return None
            names.append(name)
            node = field(node, "object" if plain else "value")
        return self._held_by(node, names) if node is not None and names else None

    def holder_of(self, node: Node | None, key: str) -> Ask | None:
        """The question what is under a key of an expression."""
        if node is None or node.type == "identifier":
            return None if node is None else self._held_by(node, [key])
        around = self.holder(node)
        return None if around is None else around._replace(name=f"{around.name}.{key}")

    def _held_by(self, holder: Node, names: list[str]) -> Ask | None:
        if holder.type != "identifier":
            return None
        written = text_of(holder)
        if written in SELVES:
            path = ".".join(["self", *reversed(names)])
            return Ask("held", self.class_of(holder), path)
        scope = self._name(written).scope_at(holder)
        return Ask("held", scope or self.root, ".".join([written, *reversed(names)]))

    def member_given(self, mention: Node) -> tuple[Ask | None, Ask]:
        node = parent_of(mention) if mention.type == "string_content" else mention
        parent = parent_of(node)
        if node is None or parent is None:
            return None, Ask("bound", mention)
        holder, given = None, Ask("bound", node)
        if parent.type in {"attribute", "subscript"}:
            assigned = bound_by(parent) is not None
            holder, given = (self.holder(parent) if assigned else None), Ask("bound", parent)
        elif parent.type == "pair" and field(parent, "key") == node:
            holder, given = self._entry(parent, node), Ask("value", field(parent, "value") or node)
        elif type_of(node) == "identifier":
            holder, given = self._class_member(node, parent)
        return holder, given

    def _class_member(self, name: Node, parent: Node) -> tuple[Ask | None, Ask]:
        """The values that a class itself gives a member: by an assignment, or a property."""
        around = enclosing(parent, OWNERS)
        if around is None or around.type != "class_definition":
            return None, Ask("bound", name)
        holder = Ask("held", around, f"self.{text_of(name)}")
        if parent.type == "function_definition":
            named = field(parent, "name") == name and is_property(parent)
            return holder if named else None, Ask("returned", parent)
        assigned = parent.type == "assignment" and bound_by(name) is not None
        return holder if assigned else None, Ask("bound", name)

    def _entry(self, pair: Node, key: Node) -> Ask | None:
        """The member that an entry of a dictionary is, where a variable holds that."""
        around, name = parent_of(parent_of(pair)), plain_string(key)
        while type_of(around) in {"argument_list", "call"}:
            around = parent_of(around)
        left = field(around, "left") if type_of(around) == "assignment" else None
        return None if name is None or left is None else self.holder_of(left, name)

    # Expressions and bindings.

    def expression(self, node: Node) -> Step:
        return expression(self, node)

    def bound(self, target: Node) -> Step:
        bound = bound_by(target)
        if bound is None:
            return UNKNOWN
        whole, path = bound.whole, bound.path
        if whole.type == "assignment" and field(whole, "type") is not None:
            declared = annotated(whole, self.meant)
            return or_else(declared, self._taken(field(whole, "right"), path))
        if whole.type in {"assignment", "named_expression"}:
            return self._taken(field(whole, "right") or field(whole, "value"), path)
        if whole.type == "augmented_assignment":
            return other(BY_OPERATOR.get(text_of(field(whole, "operator"))))
        if whole.type in {"for_statement", "for_in_clause"}:
            return self._taken(field(whole, "right"), path, looped=True)
        if whole.type in PARAMETERS:
            return parameter(bound, self.meant)
        if whole.type == "as_pattern":
            caught = type_of(parent_of(whole)) == "except_clause"
            value = next(iter(operands(whole)), None)
            return Wait((Ask("raised", whole),)) if caught else self._taken(value, path)
        if whole.type == "case_clause":
            match = parent_of(parent_of(whole))
            return self._taken(field(match, "subject"), path)
        return imported(target) or UNKNOWN

    def _taken(self, value: Node | None, path: Sequence[str], *, looped: bool = False) -> Step:
        """The part of a value that a pattern takes; looped: out of each of its elements."""
        if value is None:
            return LITERAL
        if looped and type_of(value) == "call" and path:
            name, arguments = text_of(field(value, "function")), call_arguments(value)
            if name == "enumerate" and path[0] == "0":
                return other(BY_CALL["enumerate"])
            if name == "enumerate" and arguments:
                return turned(arguments[0], element)
            if name == "zip" and path[0].isdigit() and int(path[0]) < len(arguments):
                return turned(arguments[int(path[0])], element)
        while path and not looped and (inner := inside(value, path[0])) is not None:
            value, path = inner, path[1:]
        keyed = any(not part.isdigit() for part in path)
        return turned(value, entry if keyed else element) if path or looped else same(value)

    # Functions.

    def returns(self, function: Node) -> Iterable[Node]:
        body = field(function, "body")
        if function.type == "lambda":
            yield from () if body is None else (body,)
            return
        for node in own_nodes(body):
            if node.type in {"return_statement", "yield"} and operands(node):
                yield operands(node)[0]

    def handled(self, function: Node, index: int) -> Step | None:
        around = enclosing(function, OWNERS)
        listed = field(around, "superclasses") if type_of(around) == "class_definition" else None
        bases = operands(listed) if listed is not None else []
        name = text_of(field(function, "name"))
        thing = of_handler(name, frozenset(map(last_name, bases)))
        if thing is not None:
            return other(thing)
        if name.startswith("On") and bases:  # of a delegate of liteav's
            return Wait(
                tuple(Ask("value", base) for base in bases), partial(from_delegate, name, index)
            )
        return self._listened(function)

    def _listened(self, function: Node) -> Value | None:
        """The argument of a function that a decorator makes the handler of an event."""
        decorated = parent_of(function)
        if decorated is None or decorated.type != "decorated_definition":
            return None
        for part in operands(decorated):
            call = next(iter(operands(part)), None) if part.type == "decorator" else None
            if type_of(call) == "attribute" and last_name(call) == "event":  # @sio.event
                return other(BY_EVENT.get(text_of(field(function, "name"))))
            arguments = call_arguments(call) if type_of(call) == "call" and call is not None else []
            event = plain_string(arguments[0]) if arguments else None
            if event in BY_EVENT and last_name(field(call, "function")) in _LISTENS:
                return other(BY_EVENT[event or ""])
        return None

    def passings(self, function: Node, index: int) -> list[Ask] | None:
        method = type_of(enclosing(function, OWNERS)) == "class_definition"
        places = self._places(function, method=method)
        decorated = type_of(parent_of(function)) == "decorated_definition"
        if decorated and not method:
            return None
        listed = field(function, "parameters")
        parameters = operands(listed) if listed is not None else []
        bound = method and text_of(parameters[0]) in SELVES
        name = parameter_name(parameters[index])
        asks: list[Ask] = []
        for place in places:
            parent = parent_of(place)
            if type_of(parent) in {"argument_list", "keyword_argument"} or handles(place):
                asks.append(Ask("callback", place, at=index))
            elif type_of(parent) == "call" and parent is not None:
                given = given_to(parent, index - bound, name)
                if given is None:
                    return None
                asks += [Ask("value", part) for part in given]
            else:
                return None
        return asks

    def _places(self, function: Node, *, method: bool) -> list[Node]:
        """Where a function is called or given away, as far as its name goes."""
        named = field(function, "name")
        holder = parent_of(function)
        if named is None and type_of(holder) == "assignment":
            named = field(holder, "left")
        if named is None or named.type != "identifier":
            return [function]
        if method:
            return self.in_class(self.class_of(function), text_of(named), access_at)
        return self._name(text_of(named)).uses_of(named)

    def class_of(self, node: Node) -> Node:
        return enclosing(node, _CLASSES) or self.root

    def methods_of(self, access: Node) -> list[Node]:
        """The methods that `self.name` means."""
        if text_of(field(access, "object")) not in SELVES:
            return []
        return self.methods(access, text_of(field(access, "attribute")), method_at)

    def callback(self, place: Node, index: int) -> Step:
        thing = BY_HANDLER.get(handles(place))
        if thing is not None:
            return other(thing)
        if type_of(parent_of(place)) in {"assignment", "pair"}:
            return UNKNOWN
        keyword = type_of(parent_of(place)) == "keyword_argument"
        listed = parent_of(parent_of(place)) if keyword else parent_of(place)
        call = parent_of(listed)
        function, given = field(call, "function"), call_arguments(call) if call is not None else []
        name = last_name(function)
        if name in {"map", "filter", "sorted", "max", "min"} and index == 0:
            value = given[1] if name in {"map", "filter"} and len(given) > 1 else given[0]
            return turned(value, element)
        if name in _LISTENS and given and plain_string(given[0]) in BY_EVENT:
            return other(BY_EVENT[plain_string(given[0]) or ""])
        return turned(field(function, "object") or function, passed)

    def raised(self, clause: Node) -> Step:
        types = next(iter(operands(clause)), None)
        listed = operands(types) if types is not None and types.type == "tuple" else [types]
        asks = tuple(Ask("value", node) for node in listed if node is not None)
        named = [self._exception(node) for node in listed if node is not None]
        return Wait(asks, partial(_caught, named))

    def _exception(self, name: Node) -> Value:
        """The value of an exception class, by its name."""
        own = name.type == "identifier" and self.is_own(name)
        return UNKNOWN if own else other(BY_EXCEPTION.get(last_name(name)))

    def receiver(self, node: Node) -> Value:
        call = parent_of(parent_of(node)) if node.type == "keyword_argument" else None
        if call is None or text_of(field(node, "name")) != "code":
            return UNKNOWN
        return other(BY_GIVEN.get(last_name(field(call, "function"))))


def _caught(named: Sequence[Value], values: Sequence[Value]) -> Value:
    """The value that is caught: by the names of the classes, else by where they come from."""
    pairs = zip(named, values, strict=True)
    return join([name if name.kind != "unknown" else error(value) for name, value in pairs])
