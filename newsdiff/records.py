"""`typing.NamedTuple` at a tenth of its price.

>>> class Place(NamedTuple):
...     name: str
...     start: int = 0
>>> Place("Kyiv"), Place("Kyiv", 4)._replace(name="Kiev")
(Place(name='Kyiv', start=0), Place(name='Kiev', start=4))

The original compiles the annotation of every field into a type, which nobody here asks for, and `namedtuple` compiles a
constructor for every class: .12 and .09 ms a class, where a run defines fifty classes and may cost some seventy
milliseconds. Here a constructor is a compiled one that takes as many values, with the names of its arguments changed.
Type checkers see the original. It does not check the names of fields, nor that defaults come last: they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter  # what namedtuple reads its fields with, in C where there is such a thing

    _new = tuple.__new__
    # By the number of fields.
    _CONSTRUCTORS: tuple[Callable[..., Any], ...] = (
        lambda cls: _new(cls, ()),
        lambda cls, a: _new(cls, (a,)),
        lambda cls, a, b: _new(cls, (a, b)),
        lambda cls, a, b, c: _new(cls, (a, b, c)),
        lambda cls, a, b, c, d: _new(cls, (a, b, c, d)),
        lambda cls, a, b, c, d, e: _new(cls, (a, b, c, d, e)),
        lambda cls, a, b, c, d, e, f: _new(cls, (a, b, c, d, e, f)),
        lambda cls, a, b, c, d, e, f, g: _new(cls, (a, b, c, d, e, f, g)),
        lambda cls, a, b, c, d, e, f, g, h: _new(cls, (a, b, c, d, e, f, g, h)),
        lambda cls, a, b, c, d, e, f, g, h, i: _new(cls, (a, b, c, d, e, f, g, h, i)),
        lambda cls, a, b, c, d, e, f, g, h, i, j: _new(cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k: _new(cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)
        ),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)
        ),
    )

    class _Record(tuple):
        """What all named tuples have in common."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> _Record:
            """A new one from its values in order."""
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> _Record:
            """A new one with other values in some fields."""
            made = _new(self.__class__, map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            """The values by field."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = [f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True)]
            return f"{self.__class__.__name__}({', '.join(shown)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            """What pickle and copy make another one of."""
            return tuple(self)

    class _Maker(type):
        """Makes a named tuple of what a class body says."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """The named tuple; for `NamedTuple` itself, which has no bases, the class that makes them."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            model = _CONSTRUCTORS[len(fields)]
            code = model.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
            constructor = FunctionType(code, model.__globals__, "__new__", tuple(defaults.values()))
            constructor.__qualname__ = f"{name}.__new__"
            for n, field in enumerate(fields):
                body[field] = _tuplegetter(n, f"Alias for field number {n}")
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "__new__": constructor,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Maker):
        """The base of a class of named tuples."""
