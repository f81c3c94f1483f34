"""`typing.NamedTuple` at a third of its price.

>>> class Place(NamedTuple):
...     name: str
...     start: int = 0
>>> Place("Kyiv"), Place("Kyiv", 4)._replace(name="Kiev")
(Place(name='Kyiv', start=0), Place(name='Kiev', start=4))

The original compiles the annotation of every field into a type, which nobody here asks for: 0.12 ms a class and 0.04
without, where a run defines forty classes and may cost some sixty milliseconds. Type checkers see the original.
"""

from __future__ import annotations

from collections import namedtuple
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    _MADE_BY_NAMEDTUPLE = frozenset(("__module__", "__qualname__"))

    class _Maker(type):
        """Makes a named tuple of what a class body says."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """The named tuple; for `NamedTuple` itself, which has no bases, the class that makes them."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key not in _MADE_BY_NAMEDTUPLE:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of a class of named tuples."""
