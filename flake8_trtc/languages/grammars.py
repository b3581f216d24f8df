"""tree-sitter's grammars, loaded from their packages."""

from __future__ import annotations

from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec

from tree_sitter import Language


def grammar(package: str, function: str = "language") -> Language:
    """The grammar that a function of a package's gives. Raises ImportError.

    The package itself is not imported: it would import importlib.resources for queries that
    nobody asks it for, which takes as long as to parse 100 KB.
    """
    spec = find_spec(package)
    inner = f"{package}._binding"
    binding = PathFinder.find_spec(inner, spec.submodule_search_locations) if spec else None
    if binding is None or binding.loader is None:  # a package that is made in another way
        module = import_module(package)
    else:
        module = module_from_spec(binding)
        binding.loader.exec_module(module)
    return Language(getattr(module, function)())
