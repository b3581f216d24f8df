"""Where a value of a script comes from: its names, members, functions and callbacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from tree_sitter import Node

from flake8_trtc.catalog.things import BY_EVENT, BY_GIVEN, BY_HANDLER, BY_OPERATOR
from flake8_trtc.languages.javascript import targets
from flake8_trtc.languages.javascript.annotations import annotated
from flake8_trtc.languages.javascript.bindings import Name, name_in
from flake8_trtc.languages.javascript.calls import HELD
from flake8_trtc.languages.javascript.grammar import parameters_of, plain_string
from flake8_trtc.languages.javascript.targets import (
    FIELDS,
    IMPORTED,
    access_at,
    assignment_of,
    inside,
    is_handler,
    is_relative,
    method_at,
    name_of_function,
    own_name,
    own_nodes,
    pattern_of,
    setter_of,
    source_of,
    whole_of,
)
from flake8_trtc.languages.javascript.values import FUNCTIONS, augmented, expression, module
from flake8_trtc.languages.origins import (
    Ask,
    Origins,
    Step,
    Wait,
    along,
    any_of,
    else_held,
    same,
    turned,
    walked,
)
from flake8_trtc.languages.reaching import Target, Variable
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    operands,
    parent_of,
    position_in,
    text_of,
    type_of,
)
from flake8_trtc.languages.values import (
    LITERAL,
    UNKNOWN,
    Value,
    element,
    error,
    first_given,
    heard,
    join,
    other,
)

_CLASSES = frozenset({"class_declaration", "class", "abstract_class_declaration"})
_BLOCKS = frozenset(
    "program statement_block switch_case switch_default if_statement else_clause for_statement "
    "for_in_statement while_statement do_statement catch_clause class_body".split()
)
_BRANCHING = frozenset({"if_statement", "switch_statement"})
_DECLARED = IMPORTED | frozenset(
    "function_declaration generator_function_declaration class_declaration function_signature "
    "abstract_class_declaration enum_declaration".split()
)
_EXPORTS = frozenset({"export_statement", "statement_block", "program"})
_LISTENS = frozenset("on once addEventListener addListener prependListener onEvent off".split())
_EACH = frozenset(
    "forEach map flatMap filter some every find findIndex findLast flatMap sort".split()
)
_MOST_NAMES = 4
"""How long the path of a member may be: `this.state.room.code`."""


class ScriptOrigins(Origins):
    """Answers for one script; root, text: the script's."""

    loops = frozenset("for_statement for_in_statement while_statement do_statement".split())
    owners = FUNCTIONS | {"program", "class_static_block"}

    def __init__(self, root: Node, text: bytes) -> None:
        super().__init__(root, text)
        self._variables: dict[tuple[Node, str], Variable] = {}

    # Names.

    def variable(self, name: Node) -> Variable | None:
        binding = self._name(text_of(name)).at(name)
        return None if binding is None else self.all_of(binding.scope, text_of(name))

    def all_of(self, scope: Node, name: str) -> Variable | None:
        if (scope, name) not in self._variables:
            for made in self._read(name):
                self._variables[made.scope, name] = made
        return self._variables.get((scope, name))

    def _name(self, name: str) -> Name:
        return name_in(self.root, self.text, name)

    def _read(self, written: str) -> Iterator[Variable]:
        """The variables of a name, one a scope."""
        name = self._name(written)
        found: dict[Node, list[Target]] = {}
        for binding in name.bindings:
            found.setdefault(binding.scope, []).append(self._target(binding.name))
        for binding, uses in name.uses_of.items():
            assigned = (use for use in uses if assignment_of(use) is not None)
            found[binding.scope] += [self._target(use) for use in assigned]
        for scope, bound in found.items():
            around = scope if scope.type in self.owners else enclosing(scope, self.owners)
            yield Variable(scope, written, around or self.root, bound)

    def _target(self, name: Node) -> Target:
        whole = whole_of(name)
        owner = enclosing(name, self.owners) or self.root
        if whole.type in _DECLARED:
            return Target(name, name.end_byte, None, None, owner, everywhere=True)
        if whole.type in FUNCTIONS or whole.type == "formal_parameters":
            function = whole if whole.type in FUNCTIONS else parent_of(whole) or self.root
            return Target(name, name.end_byte, function, None, function)
        if whole.type in {"for_in_statement", "catch_clause"}:
            end = (field(whole, "right") or name).end_byte
            return Target(name, end, whole, None, owner)
        block = enclosing(name, _BLOCKS)
        branch = enclosing(name, _BRANCHING | self.owners)
        branch = branch if type_of(branch) in _BRANCHING else None
        return Target(name, whole.end_byte, block, branch, owner)

    def mentions_of(self, node: Node) -> Sequence[Node]:
        if text_of(field(node, "property")) in HELD:  # of a ref
            node = field(node, "object") or node
        named = type_of(parent_of(node)) in {"pair", *FIELDS}  # of a component's data, too
        if named and field(parent_of(node), "value") != node:
            return self.in_class(self.class_of(node), text_of(node).lstrip("#"), access_at)
        member = field(node, "property") if type_of(field(node, "object")) == "this" else None
        if member is not None:
            return self.in_class(self.class_of(node), text_of(member).lstrip("#"), access_at)
        binding = self._name(text_of(node)).at(node) if node.type == "identifier" else None
        return () if binding is None else self._name(text_of(node)).uses_of.get(binding, ())

    def _uses_of(self, target: Node) -> list[Node]:
        """The uses of a name where it is declared."""
        known = self._name(text_of(target))
        binding = known.binding(target)
        return [] if binding is None else known.uses_of.get(binding, [])

    def function_at(self, target: Node) -> Node | None:
        return targets.function_at(target)

    def is_elsewhere(self, target: Node) -> bool:
        return not is_relative(source_of(target))

    # Members.

    def holder(self, node: Node | None) -> Ask | None:
        """The question what a member is that is read or assigned to; None for another's."""
        names: list[str] = []
        while node is not None and node.type in {"member_expression", "subscript_expression"}:
            key = field(node, "property")
            name = text_of(key) if key is not None else plain_string(field(node, "index"))
            if name is None or len(names) == _MOST_NAMES:
                return None
            names.append(name)
            node = field(node, "object")
            while type_of(node) in {"parenthesized_expression", "non_null_expression"}:
                node = next(iter(operands(node)), None) if node is not None else None
        if node is None or not names:
            return None
        return self._held_by(node, names)

    def _held_by(self, holder: Node, names: list[str]) -> Ask | None:
        binding = self._name(text_of(holder)).at(holder) if holder.type == "identifier" else None
        given = None if binding is None else field(parent_of(binding.name), "value")
        holder = given if type_of(given) == "this" and given is not None else holder  # self = this
        path = ".".join([text_of(holder), *reversed(names)])
        if holder.type == "this":
            return Ask("held", self.class_of(holder), path)
        if holder.type != "identifier":
            return None
        return Ask("held", self.root if binding is None else binding.scope, path)

    def member_given(self, mention: Node) -> tuple[Ask | None, Ask]:
        node = parent_of(mention) if mention.type == "string_fragment" else mention
        parent = parent_of(node)
        if node is None or parent is None:
            return None, Ask("bound", mention)
        holder, given = None, Ask("bound", node)
        if parent.type in {"member_expression", "subscript_expression"}:
            assigned = assignment_of(parent) is not None
            holder, given = (self.holder(parent) if assigned else None), Ask("bound", parent)
        elif parent.type in FIELDS or parent.type == "method_definition":
            holder = Ask("held", self.class_of(parent), f"this.{text_of(node)}")
            if parent.type == "method_definition":
                getter = any(child.type == "get" for child in parent.children)
                holder, given = holder if getter else None, Ask("returned", parent)
        elif parent.type == "pair" and field(parent, "key") == node:
            holder = self._entry(parent, text_of(node).strip("\"'"))
        return holder, given

    def _entry(self, pair: Node, key: str) -> Ask | None:
        """The member that a pair of a literal is, where a variable holds that."""
        around = parent_of(parent_of(pair))
        while type_of(around) in {"arguments", "call_expression", "as_expression"}:
            around = parent_of(around)
        name = field(around, "name") if type_of(around) == "variable_declarator" else None
        return self._held_by(name, [key]) if type_of(name) == "identifier" and name else None

    # Expressions and bindings.

    def expression(self, node: Node) -> Step:
        return expression(self, node)

    def bound(self, target: Node) -> Step:
        path, defaults, child, whole = pattern_of(target)
        kind = whole.type
        typed = annotated(child if kind == "formal_parameters" else whole, self._bound_at)
        if typed is not None:
            return along(typed, path)
        if kind in {"variable_declarator", *FIELDS, "pair"}:
            return self._taken(field(whole, "value"), path, defaults)
        if kind == "assignment_expression":
            return self._taken(field(whole, "right"), path, defaults)
        if kind == "augmented_assignment_expression":
            return augmented(whole)
        if kind == "update_expression":
            return other(BY_OPERATOR["++"])
        if kind == "for_in_statement":
            looped = any(child.type == "of" for child in whole.children)
            return self._taken(field(whole, "right"), path, defaults) if looped else UNKNOWN
        if kind == "formal_parameters" or kind in FUNCTIONS:
            return self._parameter_at(whole, child, path, defaults)
        if kind == "catch_clause":
            return walked(Ask("raised", whole), path, defaults)
        return module(source_of(target))

    def _bound_at(self, name: Node) -> Node | None:
        """Where a name is bound that stands somewhere."""
        binding = self._name(text_of(name)).at(name)
        return None if binding is None else binding.name

    def _parameter_at(
        self, whole: Node, child: Node, path: list[str], defaults: list[Node]
    ) -> Step:
        """The value of a parameter, or of a function by its own name."""
        if whole.type in FUNCTIONS:
            alone = field(whole, "parameter") == child
            return walked(Ask("parameter", whole), path, defaults) if alone else UNKNOWN
        function, at = parent_of(whole), position_in(whole, child)
        if function is None or at is None:
            return UNKNOWN
        default = field(child, "value")
        defaults = defaults if default is None else [*defaults, default]
        return walked(Ask("parameter", function, at=at), path, defaults)

    def _taken(self, value: Node | None, path: list[str], defaults: list[Node]) -> Step:
        """The part of a value that a pattern takes, by its path."""
        if value is None:
            return LITERAL
        if type_of(value) == "call_expression" and path == ["1"]:
            return UNKNOWN  # the setter of a state
        if path[:1] == ["0"] and text_of(field(value, "function")).endswith("useState"):
            setter = setter_of(value)
            return self._state(value, setter)
        while path and (inner := inside(value, path[0])) is not None:
            value, path = inner, path[1:]
        step = walked(Ask("value", value), path, defaults)
        names = [name for name in path if not name.isdigit()]
        if len(names) != len(path) or not names or value.type not in {"this", "identifier"}:
            return step
        held = self._held_by(value, names[::-1])
        return else_held(step, held)

    def _state(self, call: Node, setter: Node | None) -> Step:
        """The value of a state of React's: its beginning, and the arguments of its setter."""
        given = call_arguments(call)[:1]
        if setter is not None:
            for use in self._uses_of(setter):
                place = parent_of(use)
                if type_of(place) == "call_expression" and field(place, "function") == use:
                    given += call_arguments(place)[:1] if place is not None else []
        return any_of(given)

    # Functions.

    def returns(self, function: Node) -> Iterable[Node]:
        body = field(function, "body")
        if body is not None and body.type != "statement_block":
            yield body
            return
        for node in own_nodes(body):
            if node.type == "return_statement" and operands(node):
                yield operands(node)[0]

    def handled(self, function: Node, index: int) -> Value | None:
        return other(thing) if (thing := BY_HANDLER.get(own_name(function))) else None

    def passings(self, function: Node, index: int) -> list[Ask] | None:
        places = self._places(function)
        asks: list[Ask] = []
        for place in map(targets.with_this, places):
            parent = parent_of(place)
            if type_of(parent) == "arguments" or is_handler(place):
                asks.append(Ask("callback", place, at=index))
            elif type_of(parent) == "call_expression" and field(parent, "function") == place:
                given = call_arguments(parent) if parent is not None else []
                if any(part.type == "spread_element" for part in given[: index + 1]):
                    return None
                asks += [Ask("value", part) for part in given[index : index + 1]]
            elif assignment_of(place) is None:
                return None
        return asks

    def _places(self, function: Node) -> list[Node]:
        """Where a function is called or given away, as far as its name goes."""
        holder = parent_of(function)
        if function.type == "method_definition" or type_of(holder) in {"pair", *FIELDS}:
            return self._method_places(function, holder)
        named = name_of_function(function)
        if named is None:
            return [function]
        exported = type_of(enclosing(named, _EXPORTS)) == "export_statement"
        return [named] if exported else self._uses_of(named)

    def _method_places(self, function: Node, holder: Node | None) -> list[Node]:
        key = field(function, "name") if function.type == "method_definition" else None
        key = key or field(holder, "key") or field(holder, "name") or field(holder, "property")
        name = text_of(key).lstrip("#")
        return self.in_class(self.class_of(function), name, access_at)

    def class_of(self, node: Node) -> Node:
        """The class that `this` is of where a node stands, else the script."""
        return enclosing(node, _CLASSES) or self.root

    def methods_of(self, access: Node) -> list[Node]:
        """The methods that `this.name` means."""
        if type_of(field(access, "object")) != "this":
            return []
        return self.methods(access, text_of(field(access, "property")).lstrip("#"), method_at)

    def callback(self, place: Node, index: int) -> Step:
        if is_handler(place):
            name = text_of(field(field(parent_of(place), "left"), "property"))
            return other(BY_HANDLER.get(name))
        call = parent_of(parent_of(place))
        function, given = field(call, "function"), call_arguments(call) if call is not None else []
        if function is None or function.type != "member_expression":
            return turned(function, partial(first_given, index, self._count(place)))
        name, receiver = text_of(field(function, "property")), field(function, "object")
        if name in _LISTENS and plain_string(given[0]) in BY_EVENT:
            return other(BY_EVENT[plain_string(given[0]) or ""])
        if name == "then" and given[0] == place:
            return same(receiver) if index == 0 else UNKNOWN
        if name in {"catch", "then"}:
            return turned(receiver, error)
        event = plain_string(given[0]) if name in _LISTENS else None
        if event is not None:
            return turned(receiver, partial(heard, event, index, self._count(place)))
        if name in _EACH and given[0] == place:
            return turned(receiver, element) if index == 0 else UNKNOWN
        return turned(receiver, partial(first_given, index, self._count(place)))

    def _count(self, place: Node) -> int:
        """How many parameters a function has, where it is written or by its name."""
        functions = [place] if place.type in FUNCTIONS else []
        if place.type == "identifier":
            functions = self.functions_named(place)
        return max((len(parameters_of(function)) for function in functions), default=0)

    def raised(self, clause: Node) -> Step:
        body = field(parent_of(clause), "body")
        nodes = list(own_nodes(body, tries=False))
        thrown = [
            part for node in nodes if node.type == "throw_statement" for part in operands(node)
        ]
        awaited = [node for node in nodes if node.type == "await_expression"]
        calls = awaited or [node for node in nodes if node.type == "call_expression"]
        asks = tuple(Ask("value", node) for node in (*calls, *thrown))
        return Wait(asks, lambda values: join([error(value) for value in values]))

    def receiver(self, node: Node) -> Value:
        literal = parent_of(node) if node.type == "pair" else None
        arguments = parent_of(literal)
        if type_of(arguments) != "arguments" or text_of(field(node, "key")) != "code":
            return UNKNOWN
        call = parent_of(arguments)
        made = field(call, "function") or field(call, "constructor")
        return other(BY_GIVEN.get(text_of(field(made, "property") or made)))
