"""The value of a script's name where a number stands, and whether it is there when that runs."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.fix.javascript.modules import Modules
from flake8_trtc.fix.javascript.moments import Moments
from flake8_trtc.fix.javascript.tree import has_run, is_esm
from flake8_trtc.fix.javascript.worlds import Worlds
from flake8_trtc.languages.javascript.bindings import holds, name_in
from flake8_trtc.languages.javascript.constants import Constants
from flake8_trtc.languages.templates import Branches
from flake8_trtc.messages import refusals


class Reach:
    """Answers for one script.

    root, text, branches: its own; worlds: where its parts run; modules: those that it can import.
    """

    def __init__(
        self, root: Node, text: bytes, worlds: Worlds, branches: Branches, modules: Modules
    ) -> None:
        self._root = root
        self._text = text
        self._worlds = worlds
        self._branches = branches
        self._modules = modules
        self._moments = Moments(root, text)

    def has(self, known: Constants, node: Node) -> bool:
        """True if a name means constants where a node is, and they are there when it runs."""
        name = name_in(self._root, self._text, known.name)
        if name.at(node) != known.binding or not has_run(known, node):
            return False
        if not self._branches.covers(known.binding.name.start_byte, node.start_byte):
            return False
        module = known.module if known.is_import else None
        if (
            module is not None
            and self._moments.is_loading(node)
            and self._modules.barred(module[0])
        ):
            return False  # the script may be loaded in the middle of that module
        apart = self._worlds.apart(node)
        if apart is None or (apart.reason == refusals.MACRO() and known.is_import):
            return True
        circle = self._worlds.circle if apart.reason == refusals.CIRCLE() else None
        if circle is not None and known.binding.scope == self._root:
            early = known.end <= circle and known.binding.name.start_byte < circle
            return early and (known.end == 0 or not is_esm(self._root))
        return holds(apart.node, known.binding.scope) or apart.node == known.binding.scope

    def sees_page(self, node: Node) -> bool:
        """True if what another script of the page declares is there when a node runs."""
        apart = self._worlds.apart(node)
        return apart is None or apart.beside

    def sees_imports(self, node: Node) -> bool:
        """True if what the script imports is there when a node runs."""
        apart = self._worlds.apart(node)
        return apart is None or apart.reason == refusals.MACRO()
