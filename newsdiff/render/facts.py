"""The facts of an article as a table or as JSON.

>>> from newsdiff.compare import facts
>>> print(render_table(facts("Ana Ruiz said 30 homes were not hit.")), end="")
kind      reading        value      where
sources   Ana Ruiz said  Ana Ruiz   1
names     Ana Ruiz       ana ruiz   1
figures   30             30         1
polarity  not            not (hit)  1
"""

from __future__ import annotations

import json
from bisect import bisect_right
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from newsdiff.facts import READERS, Facts
from newsdiff.model import Span
from newsdiff.render.excerpt import shorten
from newsdiff.render.visible import make_visible

if TYPE_CHECKING:
    from newsdiff.facts.cues import Cue
    from newsdiff.facts.names import Name
    from newsdiff.facts.sources import Source
    from newsdiff.figures.quantities import Figure

VERSION = 1
# Columns of the table besides reading and value, and the least that those two get.
_REST, _LEAST = 25, 18


def render_table(facts: Facts, width: int = 100) -> str:
    """A line for each fact, in the order of the text: its kind, its words, its value, the number of its sentence.

    Readings and values are cut to fit `width` columns, if that is at least 60.
    """
    longest = max(_LEAST, (width - _REST) // 2)
    rows = [("kind", "reading", "value", "where")]
    for kind, fact in facts.in_order:
        reading = shorten(make_visible(fact.text), longest)
        value = shorten(make_visible(_say_value(kind, fact, facts.article.text)), longest)
        rows.append((kind, reading, value, str(_sentence(facts, fact) + 1)))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip() + "\n"
        for row in rows
    )


def render_json(facts: Facts, indent: bool = False) -> str:
    """The facts in one JSON object, a list for each kind, with every field of each fact; exact values are text."""
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


def _say_name(name: Name) -> str:
    return " ".join([*name.title.split(), *name.words])


def _say_figure(figure: Figure) -> str:
    """The number, a unit and a rate: ">12", "18.5 percent", "2 to 3 week", "50 mile/hour"."""
    between = "-" if figure.form == "score" else " to "
    number = between.join(_say_number(part) for part in (figure.value, figure.other) if part is not None)
    return f"{figure.approx}{number} {figure.unit}".rstrip() + (f"/{figure.rate}" if figure.rate else "")


def _say_number(number: int | Fraction) -> str:
    """A number as digits if they terminate, otherwise as a fraction."""
    exact = Fraction(number)
    rest = exact.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return f"{Decimal(exact.numerator) / exact.denominator:f}" if rest == 1 else str(exact)


def _say_source(source: Source | None, text: str) -> str:
    """The source as the article words it; the pronoun if there is only a verb of saying."""
    if source is None:
        return ""
    who = source.pronoun or text[slice(*source.source)]
    return f"{who} (anonymous)".lstrip() if source.anonymous or source.nameless else who


def _say_cue(cue: Cue) -> str:
    """The class of a word, and in brackets the words it belongs to."""
    return f"{cue.value} ({', '.join(head.text for head in cue.heads)})" if cue.heads else cue.value


def _say_value(kind: str, fact: Any, text: str) -> str:
    """The table's value for a fact."""
    match kind:
        case "names":
            return _say_name(fact)
        case "figures":
            return _say_figure(fact)
        case "dates":
            return str(fact.value)
        case "quotations":
            return _say_source(fact.speaker, text)
        case "sources":
            return _say_source(fact, text)
        case "identifiers":
            return f"{fact.form} {fact.key}"
        case _:  # words that negate, soften, limit or qualify a claim
            return _say_cue(fact)


def _plain(value: Any) -> Any:
    """A value as JSON writes it."""
    if isinstance(value, Span):
        return value._asdict()
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(part) for name, part in _fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Fraction) else value
