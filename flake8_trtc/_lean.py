"""Named tuples and patterns that cost a run only what it uses of them.

Importing `typing` is a tenth of a run that finds nothing; compiling the patterns that one finding
does not ask for is an eighth of a run with one. A type checker sees `typing.NamedTuple` and
`re.compile` themselves. Modules that a clean run imports take their named tuples from here (a test
lists them), and all modules the patterns that are theirs.
"""

from __future__ import annotations

__all__ = ["NamedTuple", "regex"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import compile as regex
    from typing import NamedTuple
else:
    import re
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

    class regex:
        """As `re.compile`, but compiled where something is first asked of it.

        A match knows the compiled pattern as `re`, not this one.
        """

        def __init__(self, pattern, flags=0):
            self._given = pattern, flags

        def __getattr__(self, name):
            if name == "_compiled":
                value = re.compile(*self._given)
            else:
                value = getattr(self._compiled, name)
            vars(self)[name] = value  # found there the next time
            return value
