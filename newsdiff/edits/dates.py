"""Dates: days, months, years, decades, quarters, weekdays and times that were rewritten, changed, dropped or added.

A relative date cannot be compared with an absolute one without knowing today's date, so such a pair is skipped; so is a
year added to a day or dropped from it. Holidays and seasons are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsdiff.edits import numbers
from newsdiff.edits.counterparts import (
    Answer,
    Placed,
    Relation,
    answer_facts,
    place_facts,
    place_score,
    share_block,
    stands_nearby,
)
from newsdiff.edits.passage import Finding, Passage, a_first, lone
from newsdiff.facts.abroad import dates_reader
from newsdiff.facts.dates import read_dates
from newsdiff.facts.reading import trigger_words
from newsdiff.figures.calendar import When, comparable, same_time
from newsdiff.figures.quantities import Figure
from newsdiff.model import Value

# The least score of the surroundings if a date and a plain number are in each other's place.
PLACED = 2.0
TIGHT = 4  # tokens on either side of the replacement
# Evidence for a change besides the words around it: dates of one form; against it: "this year" is a casual phrase.
SAME_MAKE, WEAK = 0.7, -2.0


def dates_of(passage: Passage) -> tuple[list[Placed[When]], list[Placed[When]]]:
    """The dates of both sides of a link."""
    story = passage.story
    reader = read_dates if story.english else dates_reader(story.lang)
    return place_facts(passage, 0, reader), place_facts(passage, 1, reader)


def find(passage: Passage) -> Iterator[Finding]:
    """Every date of a link that is written differently, changed, dropped or added."""
    if not numbers.is_touched(passage):
        return
    sides = dates_of(passage)
    answers = answer_facts(passage, *sides, relate)
    for answer in answers:
        if answer.a and answer.b:
            yield from _matched(answer.a.fact, answer.b.fact, answer.relation, answer.score)
    used = ({id(x.a) for x in answers if x.b}, {id(x.b) for x in answers if x.a})
    if len(used[0]) < len(sides[0]) or len(used[1]) < len(sides[1]):
        yield from _misread(passage, sides, used)
    if passage.story.english:  # in other languages only the plainest dates are read
        for answer in answers:
            yield from _alone(passage, answer, sides, used)


def relate(f: When, g: When) -> tuple[Relation, float]:
    """How two dates compare, and the evidence for a change besides the words around them."""
    if f.form == g.form and same_time(f, g):
        return Relation.SAME, 0.0
    if not comparable(f, g):
        return Relation.NONE, 0.0
    extra = SAME_MAKE if f.form != "calendar" or [k for k, _ in f.fields] == [k for k, _ in g.fields] else 0.0
    return Relation.OTHER, extra + WEAK * (f.weak or g.weak)


def value_of(when: When) -> Value:
    """The value of a date, as reported."""
    return Value(when.value, when.form)


def _matched(f: When, g: When, relation: Relation, score: float) -> Iterator[Finding]:
    spans, values = ((f.start, f.end), (g.start, g.end)), (value_of(f), value_of(g))
    if relation == Relation.OTHER:
        confidence = 0.95 if score >= 3 else 0.8 if score >= 2 else 0.6
        yield Finding("date", "changed value", *spans, confidence, *values)
    elif _rewritten(f, g):
        yield Finding("date", "same value", *spans, 1.0, *values)


def _rewritten(f: When, g: When) -> bool:
    """Whether two dates of one value are written differently."""
    x, y = f.notation.split("|"), g.notation.split("|")
    if f.form == "relative":
        return False
    if len(x) == 3 and len(y) == 3 and ("d" in dict(f.fields)) != ("d" in dict(g.fields)):
        return x[1] != y[1]
    return x != y or (dict(f.fields).get("zone") != dict(g.fields).get("zone") and value_of(f) != value_of(g))


def _misread(
    passage: Passage, sides: tuple[list[Placed[When]], list[Placed[When]]], used: tuple[set[int], set[int]]
) -> Iterator[Finding]:
    """A date replaced by a number that is not a date: 1388 became 6388, the second quarter the fifth."""
    figures = numbers.figures_of(passage)
    for side in (0, 1):
        for x in sides[side]:
            for y in figures[1 - side]:
                if id(x) in used[side] or not _replaces(x.fact, y.fact) or not _is_in_place(passage, side, x, y):
                    continue
                used[side].add(id(x))
                here = (x.fact.start, x.fact.end), value_of(x.fact)
                there = (y.fact.start, y.fact.stop), numbers.value_of(y.fact)
                yield numbers.changed_value("date", side, here, there, 0.8)


def _is_in_place(passage: Passage, side: int, x: Placed[Any], y: Placed[Any]) -> bool:
    a, b = a_first(side, x, y)
    return share_block(passage, a, b, TIGHT) and place_score(passage, a, b) >= PLACED


def _replaces(when: When, number: Figure) -> bool:
    """Whether a number may be a date with a slip in it: one in digits, or an ordinal before a quarter."""
    return not when.weak and (number.text[:1].isdecimal() or number.form == "ordinal")


# What has no counterpart ----------------------------------------------------------------------------------------------


def _alone(
    passage: Passage, answer: Answer[When], sides: Sequence[Sequence[Placed[When]]], used: Sequence[set[int]]
) -> Iterator[Finding]:
    """The edit of a date that was dropped or added alone."""
    if not answer.alone:
        return
    side, x = answer.alone
    when = x.fact
    free = [o.fact for o in sides[1 - side] if id(o) not in used[1 - side]]
    if id(x) in used[side] or when.weak or any(o.weak or o.form == when.form for o in free):
        return
    if not _is_told(when, passage, 1 - side):
        yield lone("date", side, (when.start, when.end), 0.75, value_of(when))


def _is_told(when: When, passage: Passage, side: int) -> bool:
    """Whether a side gives a date in another way: as a bare number, misspelt, in the next sentence."""
    low = passage.low[side]
    said = [str(v) for k, v in when.fields if k in ("y", "d", "H") and isinstance(v, int) and v > 9]
    if any(n in w for n in said for w in low if w[:1].isdecimal()):
        return True
    name = when.text.lower()
    if name.isalpha() and any(w == name or _misspells(w, name) for w in low):
        return True
    return stands_nearby(passage, side, read_dates, lambda o: o.form == when.form and same_time(o, when))


def _misspells(word: str, name: str) -> bool:
    """Whether a word is a month or weekday misspelt: Febuary, Wensday."""
    alike = word[:3] == name[:3] or (word[:1] == name[:1] and word[-3:] == name[-3:])
    return alike and len(word) > 4 and abs(len(word) - len(name)) <= 2 and word not in trigger_words()
