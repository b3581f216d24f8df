"""Named tuples without `typing`, whose import is a tenth of a run that finds nothing.

A type checker sees `typing.NamedTuple` itself. Modules that a clean run imports take it from here;
a test lists them.
"""

from __future__ import annotations

__all__ = ["NamedTuple"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class _Meta(type):
        def __new__(meta, name, bases, body):
            if not bases:
                return super().__new__(meta, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key in body.keys() - {*fields, "__module__", "__qualname__"}:
                setattr(made, key, body[key])
            return made

    class NamedTuple(metaclass=_Meta):
        """As `typing.NamedTuple`."""
