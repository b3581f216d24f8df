"""Plans the fix of one script: what each number becomes, and where its constants come from.

v4 of the SDK has no ErrorCode at run time. The constants are, in this order, those that the script
has already, those that the configuration names, or an object declared in the narrowest place that
serves every use. Scripts of one page share their top level, so there a declaration stands in a
function or a block of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from operator import itemgetter

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.generations import DECLARED, values
from flake8_trtc.config.options import JsConstants
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.javascript import declaration as place
from flake8_trtc.fix.javascript.imports import added_import
from flake8_trtc.fix.javascript.modules import Modules
from flake8_trtc.fix.javascript.reach import Reach
from flake8_trtc.fix.javascript.scope import is_value, is_wrapped, narrowest, rooms
from flake8_trtc.fix.javascript.sdk import SdkNames
from flake8_trtc.fix.javascript.tree import (
    constants_at_top,
    is_bound_again,
    is_common,
    is_esm,
    is_key,
    needs_width,
    suits_a_literal,
    unfit,
)
from flake8_trtc.fix.javascript.uses import Use, has_member, uses_in, without
from flake8_trtc.fix.javascript.worlds import Worlds
from flake8_trtc.fix.layout import layout_of
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.bindings import Name, holds, name_in
from flake8_trtc.languages.javascript.constants import Constants, is_private, usable_constants
from flake8_trtc.languages.templates import COMMAND
from flake8_trtc.languages.tree import COMMENTS, Finder, field, parent_of, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Codes, Fix

_OF_SDK: frozenset[Codes] = frozenset({"v5", "v5-moved"})


class Plan(NamedTuple):
    """The plan for a script: edits, the fixes they make, the others with their reasons."""

    edits: tuple[Edit, ...]
    done: tuple[Fix, ...]
    refused: tuple[tuple[Fix, Message], ...]


_UNKNOWN = Modules()


def plan(
    script: Text,
    fixes: Sequence[Fix],
    *,
    constants: JsConstants | None = None,
    newline: str = "\n",
    earlier: Sequence[Text] = (),
    beside: Callable[[bytes], bool] = lambda _word: False,
    modules: Modules = _UNKNOWN,
    also: Sequence[str] = (),
    template: int | None = None,
    taken: Collection[str] = (),
) -> Plan:
    """Plan the fixes of one script.

    fixes: with spans into the script; constants: the project's own, by its configuration; newline:
    what ends a line that is added, " " where nothing can; earlier: the scripts that the page runs
    before, whose top level it shares; beside: whether other code of the file has a word; modules:
    those that it can import; also: the constants that one after it needs; template: the offset from
    which it is a component's template; taken: names that mean something else there.
    """
    planner = _Planner(script, constants, newline, beside, modules, also, template, taken)
    return planner.plan(fixes, earlier)


class _Planner:
    def __init__(
        self,
        script: Text,
        own: JsConstants | None,
        newline: str,
        beside: Callable[[bytes], bool],
        modules: Modules,
        also: Sequence[str],
        template: int | None,
        taken: Collection[str],
    ) -> None:
        role = script.role
        self._text = script.utf8
        self._dialect = script.dialect
        self._role = role
        self._own = own
        self._beside = beside
        self._modules = modules
        self._also = also
        self._template = len(script.utf8) if template is None else template
        self._newline = newline
        self._codes: Codes = "v4"  # whose constants are planned
        self._layout = layout_of(script)
        self._wraps = script.host != "string" and newline != " " and b"\n" in script.utf8
        self._root = script.tree.root_node
        self._esm = is_esm(self._root)
        # A page's script is no CommonJS, whatever it mentions.
        alone = role in {"module", "setup", "function", "file", "evaluated", "value"}
        self._common = alone and not self._esm and is_common(self._root)
        spoken = self._esm and role in {"script", "file", "evaluated", "value"}
        self._modular = role in {"module", "setup", "function"} or spoken or self._common
        circle = modules.circle if script.parent is None else _UNKNOWN.circle
        self._worlds = Worlds(self._root, self._text, role, circle)
        self._branches = script.branches
        self._reach = Reach(self._root, self._text, self._worlds, self._branches, modules)
        self._script = script
        # Where a name now means constants that were there, and their scope.
        self._meant: dict[str, list[tuple[int, Node]]] = {}
        self._sorted: dict[str, list[tuple[int, Node]]] = {}  # the same, by where they stand
        self._globals = {*taken}  # with names that now mean an earlier script's constants
        self._edits: list[Edit] = []
        self._done: list[Fix] = []
        self._refused: list[tuple[Fix, Message]] = []

    def plan(self, fixes: Sequence[Fix], earlier: Sequence[Text]) -> Plan:
        uses = []
        find = Finder(self._root).at
        for fix in sorted(fixes):
            node = find(*fix.span)
            reason = unfit(node, fix, self._script)
            if reason is not None:
                self._refused.append((fix, reason))
            else:
                uses.append(Use(fix, node))
        uses = self._of_sdk(uses, earlier)
        for self._codes in DECLARED:
            own = [use for use in uses if use.fix.codes == self._codes]
            self._declare(self._configured(self._page(self._known(own), earlier)))
        return Plan(tuple(sorted(self._edits)), tuple(sorted(self._done)), tuple(self._refused))

    def _name(self, name: str) -> Name:
        return name_in(self._root, self._text, name)

    def _refuse(self, uses: Sequence[Use], reason: Message) -> None:
        self._refused += ((use.fix, reason) for use in uses)

    def _write(self, uses: Sequence[Use], name: str) -> None:
        """Put `name.CONSTANT` where the uses are, or the right member where a wrong one is."""
        for use in uses:
            new = f"{name}.{use.fix.constant}".encode()
            if not use.fix.qualified:
                new = use.fix.constant.encode()
            elif is_key(use.node):
                new = b"[" + new + b"]"
            self._edits.append(Edit(use.node.start_byte, use.node.end_byte, new))
            self._done.append(use.fix)

    def _of_sdk(self, uses: list[Use], earlier: Sequence[Text]) -> list[Use]:
        """Take the SDK's own constants for the uses that are v5's; the others."""
        sdk = SdkNames(self._script, self._worlds, self._reach, earlier, self._template)
        for use in (use for use in uses if use.fix.codes in _OF_SDK):
            name = sdk.expression(use.node) if use.fix.qualified else ""
            if isinstance(name, Message):
                self._refuse([use], name)
            else:
                self._write([use], name)
        self._refuse([use for use in uses if use.fix.codes == "liteav"], refusals.LITEAV_SCRIPT())
        return [use for use in uses if use.fix.codes not in {*_OF_SDK, "liteav"}]

    def _known(self, uses: list[Use]) -> list[Use]:
        """Take the constants that the script has; the uses that it has none for.

        A member that is put right is one of theirs, too: they may lack it.
        """
        left = dict.fromkeys(uses)
        starts = [use.node.start_byte for use in uses]
        for known in usable_constants(self._root, self._text, self._own) if uses else ():
            if known.table is not None and (
                uses_in(known.table, uses, starts) or COMMAND in (known.table.text or b"")
            ):
                continue  # it is rewritten itself, or a template leaves out some of it
            known = self._proved(known)
            if not self._are_of(known):
                continue
            own = known.name in DECLARED[self._codes] or known.fixed
            seen = [
                use
                for use in uses_in(known.binding.scope, uses, starts)
                if use in left and (own or has_member(known, use)) and self._serves(known, use)
            ]
            has = [use for use in seen if has_member(known, use)]
            lacks = {use.fix.constant for use in seen} - {use.fix.constant for use in has}
            if lacks and own and known.table is not None and self._takes_more(known):
                members = sorted(lacks, key=[*values(self._codes)].index)
                self._edits.append(place.added(known.table, self._text, members, self._newline))
                has = seen
            self._write(has, known.name)
            meant = self._meant.setdefault(known.name, [])
            meant += ((use.node.start_byte, known.binding.scope) for use in has)
            for use in has:
                del left[use]
        self._write([use for use in left if not use.fix.qualified], "")
        return [use for use in left if use.fix.qualified]

    def _proved(self, known: Constants) -> Constants:
        """Constants with the members that they are proved to have.

        The project's own, by its configuration, have them all where they can't be seen.
        """
        if known.module is None:
            return known
        members = self._modules.constants(*known.module)
        unseen = None if known.own else frozenset[str]()
        return known._replace(members=unseen if members is None else members)

    def _are_of(self, known: Constants) -> bool:
        """True if constants are those that are planned; of unseen ones only v4's are configured."""
        if known.members is None:
            return self._codes == "v4"
        return not known.members or not known.members.isdisjoint(values(self._codes))

    def _takes_more(self, known: Constants) -> bool:
        """True if members can be added to constants, and nothing but the fix sees them."""
        if type_of(known.table) == "enum_body" or (known.table and known.table.has_error):
            return False
        if known.binding.scope == self._root and self._beside(known.name.encode()):
            return False
        return is_private(known, self._root, self._text)

    def _serves(self, known: Constants, use: Use) -> bool:
        """True if a name means constants where a use is, and they are there when it runs."""
        node = use.node
        if not use.fix.qualified:
            name = self._name(known.name)
            looked_up = field(parent_of(node), "object")
            return name.stands_at(looked_up) and name.at(node) == known.binding
        if known.fixed and self._dialect != "js" and not suits_a_literal(node):
            return False
        return self._reach.has(known, node)

    def _page(self, uses: list[Use], earlier: Sequence[Text]) -> list[Use]:
        """Take the constants that an earlier script of the page has declared at its top."""
        left = uses
        for script in reversed(earlier) if uses else ():
            for known in constants_at_top(script):
                if is_bound_again(script, known.name):
                    continue
                has = [
                    use
                    for use in left
                    if has_member(known, use)
                    and self._name(known.name).at(use.node) is None
                    and self._reach.sees_page(use.node)
                    and (self._dialect == "js" or suits_a_literal(use.node) or not known.fixed)
                ]
                self._write(has, known.name)
                self._globals |= {known.name for _ in has}
                left = without(left, has)
        return left

    def _configured(self, uses: list[Use]) -> list[Use]:
        """Take the constants that the configuration names; the uses that can't."""
        own = self._own if self._codes == "v4" else None
        if self._role == "expression":
            self._refuse(uses, refusals.TEMPLATE())
            return []
        if own is None or not uses:
            return uses
        if own.specifier is None:
            first = self._name(own.name.partition(".")[0])
            for use in uses:
                bound = first.at(use.node)
                if bound is None or bound.scope == self._root:
                    self._write([use], own.name)
                else:
                    self._refuse([use], refusals.SHADOWED(name=own.name))
            return []
        here = [use for use in uses if self._reach.sees_imports(use.node)]
        modular = self._esm or self._common or self._role in {"module", "setup"}
        if not here or not modular or self._role == "sealed":
            return uses
        barred = self._modules.barred(own.specifier)
        if barred is not None:
            self._refuse(here, barred)
            return without(uses, here)
        has = self._modules.constants(own.specifier, own.name)
        lack = [use for use in here if has is not None and use.fix.constant not in has]
        for use in lack:
            member = f"{own.name}.{use.fix.constant}".removeprefix("default.")
            self._refuse([use], refusals.LACKS(module=own.specifier, name=member))
        uses, here = without(uses, lack), without(here, lack)
        if not here:
            return uses
        names = ("ErrorCode" if own.name == "default" else own.name, DECLARED["v4"][1])
        for name, served in self._free(names, self._root, here):
            what = (self._root, self._text, own, name, self._newline, self._layout)
            edit = added_import(*what, esm=not self._common, limit=served[0].node.start_byte)
            self._edits.append(edit)
            self._write(served, name)
        return without(uses, here)

    def _free(
        self, names: Sequence[str], scope: Node, uses: list[Use]
    ) -> Iterator[tuple[str, list[Use]]]:
        """Names that can be declared in a scope, each with the uses in it that it serves.

        One for all, or the one for the most of them before the other. The rest is refused.
        """
        left = uses
        while left:
            found: dict[str, list[Use]] = {}
            for name in names:
                taken = name in self._globals or any(
                    bound == scope or holds(bound, scope) for bound in self._meant_in(scope, name)
                )
                own = self._name(name)
                if not taken and own.is_free(scope):
                    found[name] = [use for use in left if not own.is_hidden(scope, use.node)]
            name = max(found, key=lambda item: len(found[item]), default=names[0])
            served = found.get(name, [])
            if not served:
                self._refuse(left, refusals.TAKEN(name=names[0], alias=names[1]))
                return
            yield name, served
            left = without(left, served)

    def _meant_in(self, scope: Node, name: str) -> Iterator[Node]:
        """The scopes of the constants that a name now means somewhere in a scope."""
        meant = self._meant.get(name, [])
        if name not in self._sorted or len(self._sorted[name]) != len(meant):
            self._sorted[name] = sorted(meant, key=itemgetter(0))
        meant = self._sorted[name]
        first = bisect_left(meant, scope.start_byte, key=itemgetter(0))
        last = bisect_left(meant, scope.end_byte, key=itemgetter(0))
        return (bound for _, bound in meant[first:last])

    def _declare(self, uses: list[Use]) -> None:
        """Declare what the uses need, once for each place that serves them."""
        nodes = [use.node for use in uses]
        where = rooms(nodes, self._role, self._worlds, modular=self._modular)
        places: dict[int, tuple[Node, list[Use]]] = {}
        for use, found in zip(uses, where, strict=True):
            if isinstance(found, Message):
                self._refused.append((use.fix, found))
                continue
            places.setdefault(found.id, (found, []))[1].append(use)
        for scope, inside in places.values():
            nodes = [use.node for use in inside]
            block = narrowest(scope, nodes, self._worlds)
            for name, served in self._free(DECLARED[self._codes], block, inside):
                edits = self._declaration(block, name, served)
                if self._stays(edits, block, [use.node for use in served]):
                    self._edits += edits
                    self._write(served, name)
                else:
                    self._refuse(served, refusals.BRANCH())

    def _stays(self, edits: Sequence[Edit], scope: Node, uses: Sequence[Node]) -> bool:
        """True if a template has what declares constants once wherever it has a use of them."""
        start = 0 if scope == self._root else scope.start_byte
        opened = {self._branches.at(edit.start) for edit in edits if edit.new.strip()}
        once = len(opened) == 1 and not self._branches.repeats(edits[0].start, start)
        return once and all(self._branches.covers(edits[0].start, use.start_byte) for use in uses)

    def _declaration(self, scope: Node, name: str, uses: list[Use]) -> Sequence[Edit]:
        """The edits that declare what uses need in a scope."""
        shared = [name for name in self._also if name in values(self._codes)]
        shared = shared if scope == self._root else []
        members = sorted(
            {*(use.fix.constant for use in uses), *shared}, key=[*values(self._codes)].index
        )
        nodes = [use.node for use in uses]
        first, newline = scope, self._newline
        margin = place.margin_at(self._text, self._root.named_children[0].start_byte)
        if scope != self._root:
            if scope.type == "statement_block":
                first = next(n for n in scope.named_children if n.type not in COMMENTS)
                newline = " " if first.start_point.row == scope.start_point.row else newline
            margin = place.margin_at(self._text, first.start_byte)
            if is_wrapped(scope) and self._wraps:
                margin = self._layout.further_in(margin)
            if is_value(scope) and newline != " ":
                margin = place.inner_margin(scope, self._text, self._layout)
        frozen = self._name("Object").at(nodes[0]) is None and not needs_width(self._text, nodes)
        style = place.Style(self._dialect, margin, newline, frozen, bool(shared), self._layout)
        line = place.declared(name, members, nodes, style)
        at = place.At(
            self._root, self._text, self._newline, self._layout, self._branches, self._wraps
        )
        return at.put(scope, line, nodes[0].start_byte)
