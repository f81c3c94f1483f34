"""The facts of an article as a table or as JSON.

>>> from newsdiff.compare import facts
>>> print(render_table(facts("Ana Ruiz said 30 homes were not hit.")), end="")
kind      reading        value                    where
sources   Ana Ruiz said  names ana ruiz           1
names     Ana Ruiz       words ana, ruiz          1
figures   30             value 30, form cardinal  1
polarity  not            value not, heads hit     1
"""

from __future__ import annotations

import json
from bisect import bisect_right
from fractions import Fraction
from typing import Any

from newsdiff.facts import READERS, Facts
from newsdiff.model import Span
from newsdiff.render.view import shorten
from newsdiff.render.visible import make_visible

VERSION = 1
# Fields that say where or how and not what; JSON has them all.
_ASIDE = frozenset(("text", "start", "end", "stop", "rate_end", "first", "kind", "notation", "outer", "weak", "cut"))
# Columns of the table besides reading and value, and what these two have at least.
_REST, _LEAST = 25, 18


def render_table(facts: Facts, width: int = 100) -> str:
    """A line a fact, in the order of the text: its kind, what it reads, its value, the number of its sentence.

    Readings and values are cut to fit `width` columns, if there are 60 at least.
    """
    longest = max(_LEAST, (width - _REST) // 2)
    rows = [("kind", "reading", "value", "where")]
    for kind, fact in facts.in_order:
        reading = shorten(make_visible(fact.text), longest)
        said = [f"{name} {_say(value)}" for name, value in _fields(fact) if _say(value) and name not in _ASIDE]
        rows.append((kind, reading, shorten(make_visible(", ".join(said)), longest), str(_sentence(facts, fact) + 1)))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip() + "\n"
        for row in rows
    )


def render_json(facts: Facts, indent: bool = False) -> str:
    """The facts in one object, a list for each kind; every field of a fact is there, exact values as text."""
    whole = {
        "version": VERSION,
        "name": facts.article.name,
        **{
            kind: [
                {**{name: _plain(value) for name, value in _fields(fact)}, "sentence": _sentence(facts, fact)}
                for fact in getattr(facts, kind)
            ]
            for kind in READERS
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2 if indent else None)


def _fields(fact: Any) -> list[tuple[str, Any]]:
    return list(fact._asdict().items())


def _sentence(facts: Facts, fact: Any) -> int:
    """The index of the sentence in which a fact begins."""
    return max(bisect_right(facts.article.sentences, fact.start, key=lambda s: s.start) - 1, 0)


def _say(value: Any) -> str:
    """A value for people, "" for one that says nothing."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return str(value.text) if hasattr(value, "text") else ""
    if isinstance(value, tuple):
        return ", ".join(said for said in map(_say, value) if said) if not _is_place(value) else ""
    return str(value)


def _is_place(value: tuple[Any, ...]) -> bool:
    return bool(value) and all(isinstance(part, int) or (isinstance(part, tuple) and _is_place(part)) for part in value)


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Span):
        return value._asdict()
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(part) for name, part in _fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Fraction) else value
