"""Dates: days, months, years, decades, quarters, weekdays and times that were rewritten, changed, dropped or added.

>>> [(w.text, w.value) for w in parse_dates("At 5 p.m. on Feb. 24, in the second quarter of the '90s")]
[('5 p.m.', 'T17:00'), ('Feb. 24', 'XXXX-02-24'), ('second quarter', 'XXXX-Q2'), ("'90s", 'XX9X')]

A relative date against an absolute one says nothing without a today, so it is let pass; so is a year that was put to a
day or taken from it. Feasts and seasons are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.edits.matching import (
    Item,
    Reading,
    Study,
    Surroundings,
    match_items,
    stands_nearby,
    study,
    trigger_words,
)
from newsdiff.edits.numbers import value_of as figure_value
from newsdiff.edits.passage import Finding, Passage
from newsdiff.figures.atoms import split_atoms
from newsdiff.figures.calendar import When, comparable, read_dates, same_time
from newsdiff.figures.quantities import Figure
from newsdiff.model import Value

# What the words around must earn where a date and a plain number stand in each other's place.
PLACED = 2.0
TIGHT = 4  # tokens on either side of the replacement


def parse_dates(text: str) -> list[When]:
    """The dates and times of a text with their offsets and values; no today is needed."""
    return [when._replace(text=text[when.start : when.end]) for when in read_dates(split_atoms(text))]


def find(passage: Passage) -> Iterator[Finding]:
    """Every date of a link that is written otherwise, changed, dropped or added."""
    known = study(passage)
    if known is None:
        return
    a, b, around = known.dates_a, known.dates_b, known.around
    matches = match_items(a, b, around, _rank)
    used_a, used_b = {m.a for m in matches}, {m.b for m in matches}
    for match in matches:
        x, y = a[match.a], b[match.b]
        span_a, span_b = (x.start, x.end), (y.start, y.end)
        if match.rank == 1:
            confidence = 0.95 if match.score >= 3 else 0.8 if match.score >= 2 else 0.6
            yield Finding("date", "changed value", span_a, span_b, confidence, value_of(x), value_of(y))
        elif match.rank == 3 and _rewritten(_when(x), _when(y)):
            yield Finding("date", "same value", span_a, span_b, 1.0, value_of(x), value_of(y))
    if len(used_a) < len(a) or len(used_b) < len(b):
        yield from _misread(known, used_a, used_b)
    if not passage.story.english:
        return  # whose months and weekdays are not read
    for n, item in enumerate(a):
        if n not in used_a and _dropped(item, "a", passage, around, b, used_b):
            yield Finding("date", "dropped", (item.start, item.end), None, 0.75, value_of(item))
    for n, item in enumerate(b):
        if n not in used_b and _dropped(item, "b", passage, around, a, used_a):
            yield Finding("date", "added", None, (item.start, item.end), 0.75, None, value_of(item))


def _misread(known: Study, used_a: set[int], used_b: set[int]) -> Iterator[Finding]:
    """A date in whose very place a number stands that is none: 1388 became 6388, the second quarter the fifth."""
    a, b, numbers_a, numbers_b, around = known
    for n, x in enumerate(a):
        for y in numbers_b:
            if n not in used_a and _replaces(x, y) and around.share_block(x, y, TIGHT) and around.score(x, y) >= PLACED:
                used_a.add(n)
                spans = (x.start, x.end), (y.start, y.stop)
                yield Finding("date", "changed value", *spans, 0.8, value_of(x), figure_value(y))
    for n, y in enumerate(b):
        for x in numbers_a:
            if n not in used_b and _replaces(y, x) and around.share_block(x, y, TIGHT) and around.score(x, y) >= PLACED:
                used_b.add(n)
                spans = (x.start, x.stop), (y.start, y.end)
                yield Finding("date", "changed value", *spans, 0.8, figure_value(x), value_of(y))


def _replaces(date: Item, number: Item) -> bool:
    """Whether a number could be a date with a slip in it: one in figures, or an ordinal before a quarter."""
    when, text = _when(date), number.what.text
    return not when.weak and (
        text[:1].isdecimal() or (isinstance(number.what, Figure) and number.what.form == "ordinal")
    )


def value_of(item: Item) -> Value:
    """What a date stands for, as it is reported."""
    when = _when(item)
    return Value(when.value, when.form)


def _when(item: Item) -> When:
    assert isinstance(item.what, When)  # noqa: S101 - the sides of this kind hold nothing else
    return item.what


def _rank(x: Item, y: Item) -> tuple[int, float]:
    """How two dates compare: 3 the same, 1 comparable."""
    f, g = _when(x), _when(y)
    if f.form == g.form and same_time(f, g):
        return 3, 0.0
    if not comparable(f, g):
        return 0, 0.0
    extra = 0.7 if f.form != "calendar" or [k for k, _ in f.fields] == [k for k, _ in g.fields] else 0.0
    if f.weak or g.weak:
        extra -= 1.0
    return 1, extra


def _rewritten(f: When, g: When) -> bool:
    """Whether two dates of one value are written otherwise."""
    x, y = f.notation.split("|"), g.notation.split("|")
    if f.form == "relative":
        return False
    if len(x) == 3 and len(y) == 3 and ("d" in dict(f.fields)) != ("d" in dict(g.fields)):
        return x[1] != y[1]
    return x != y


def _misspells(word: str, name: str) -> bool:
    """Whether a word is a month or weekday misspelt: Febuary, Wensday."""
    alike = word[:3] == name[:3] or (word[:1] == name[:1] and word[-3:] == name[-3:])
    return alike and len(word) > 4 and abs(len(word) - len(name)) <= 2 and word not in trigger_words()


def _dropped(item: Item, side: str, passage: Passage, around: Surroundings, others: list[Item], used: set[int]) -> bool:
    """Whether a date without counterpart was dropped (or added) alone."""
    when = _when(item)
    if when.weak:
        return False
    if any([_when(o).weak or _when(o).form == when.form for n, o in enumerate(others) if n not in used]):
        return False  # "Tuesday" for "yesterday"
    if any([_when(o).form == when.form and same_time(_when(o), when) for o in others]):
        return False
    if any([("y2", value) in _when(o).fields for k, value in when.fields if k == "y" for o in others]):
        return False  # the end of a range: 2015-19
    numbers = [str(v) for k, v in when.fields if k in ("y", "d", "H") and isinstance(v, int) and v > 9]
    low = around.low_b if side == "a" else around.low_a
    if any([n in w for n in numbers for w in low if w[:1].isdecimal()]):
        return False
    name = when.text.lower()
    if name.isalpha() and any([_misspells(w, name) for w in low]):
        return False
    if not around.went_alone(item, side, adverbial=True):
        return False
    there, members = (passage.story.b, passage.link.b) if side == "a" else (passage.story.a, passage.link.a)

    def says(reading: Reading) -> bool:
        return any([o.form == when.form and same_time(o, when) for o in reading.dates])

    return not stands_nearby(there, members, says)
