"""Which module a file is: its dotted name, read from its path and the packages around it."""

from __future__ import annotations

import os


class ModuleName:
    """A file's place among the modules.

    name: the dotted name (`shop.views`; `shop` for `shop/__init__.py`), counted from the outermost
    directory in a row that has an `__init__.py`; package: what a relative import starts from, ""
    for a module of its own; directory: the one that it is in; root: the directory that holds the
    outermost package.
    """

    __slots__ = ("directory", "name", "package", "parts", "root")

    def __init__(self, path: str) -> None:
        self.directory, base = os.path.split(os.path.abspath(path))
        stem = base.partition(".")[0]
        packages: list[str] = []
        self.root = self.directory
        while is_package(self.root):
            self.root, name = os.path.split(self.root)
            packages.insert(0, name)
        self.package = ".".join(packages)
        own = packages if stem == "__init__" else [*packages, stem]
        self.name = ".".join(own)
        above = [part for part in self.root.split(os.sep) if part]
        self.parts = (*above, *own)

    def is_module(self, module: str) -> bool:
        """True if the file is the module of that dotted name, as far as its path can tell.

        Directories without an `__init__.py` may be packages too, so a longer name is looked for in
        the whole path.
        """
        wanted = tuple(module.split("."))
        if self.name == module:
            return True
        return len(wanted) > 1 and self.parts[-len(wanted) :] == wanted

    def resolve(self, module: str | None, level: int) -> str | None:
        """The absolute name of what `from {level dots}{module} import` names; None if unknown."""
        if not level:
            return module
        packages = self.package.split(".") if self.package else []
        if level > len(packages):
            return None
        base = packages[: len(packages) - level + 1]
        return ".".join([*base, module] if module else base)

    def holds(self, module: str) -> bool:
        """True if a module is first-party: found beside the file's outermost package, or in it."""
        top = module.partition(".")[0]
        if top == self.name.partition(".")[0]:
            return True
        path = os.path.join(self.root, top)
        return os.path.isfile(path + ".py") or is_package(path)


def is_package(directory: str) -> bool:
    """True if a directory says that it is one."""
    return any(
        os.path.isfile(os.path.join(directory, name)) for name in ("__init__.py", "__init__.pyi")
    )
