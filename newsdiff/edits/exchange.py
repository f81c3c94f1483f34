"""Exchanges: two figures, dates, names or words in each other's place, while nothing else has moved.

>>> from newsdiff import compare
>>> for e in compare("Prices rose to 6.1 percent from 5.8.", "Prices rose to 5.8 percent from 6.1.").edits:
...     print(e.kind, e.detail, e.a.text, "~", e.b.text)
number changed value 6.1 percent ~ 5.8 percent
number changed value 5.8 ~ 6.1

Each of the two is on both sides, so every other finder takes it for moved. The words between them distinguish an
exchange from a moved clause: they are the same, one by one. "Kull sued Tamm" and "Tamm was sued by Kull" have
other words between their names, and so have "14 killed, dozens hurt" and "dozens hurt, 14 killed". Members of a list
may change places, and so may both ends of something that works both ways (met, is, near). It does not see an exchange
in a sentence that was also rewritten, or one of more than two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.edits import dates, numbers
from newsdiff.edits.counterparts import Placed, place_facts
from newsdiff.edits.cues import cued, same_stem
from newsdiff.edits.passage import Finding, Passage
from newsdiff.facts.cues import is_content
from newsdiff.facts.names import Name, read_names
from newsdiff.figures.calendar import When
from newsdiff.figures.quantities import Figure
from newsdiff.lexicon.en.polarity import JOINERS, MUTUAL, TWO_WAY
from newsdiff.lexicon.en.verbs import BE
from newsdiff.lexicon.wordnet import readings
from newsdiff.model import EditKind, Token

# If more words than this have moved, the sentence was rewritten, and nothing is in its old place.
MANY = 8
# The same if this many words are on one side only.
FRESH = 8
# This many tokens in a row that the literal diff only deletes or inserts are a clause.
CLAUSE = 5
# Pieces between the two: of words, of names and figures.
REACH, FAR = 14, 30
# Words between a figure and what it counts: 14 people were killed.
COUNTED = 4
_UNSEEN = frozenset("a an the have has had mr mrs ms dr mr. mrs. ms. dr.".split()) | {'"'}
_WORDS = frozenset(("word", "name"))


Item = Placed[When] | Placed[Figure]
Items = tuple[Sequence[Item], Sequence[Item]]  # the dates, then the numbers of a side


class Piece(NamedTuple):
    """A word, a name, a figure or a date as one: tokens lo to hi, end excluded."""

    kind: str  # "word", "name", "number", "date" or "" for marks and grammar words
    key: object
    lo: int
    hi: int
    item: Item | None = None


class Exchange(NamedTuple):
    """Units p1 and p2 of A, q1 and q2 of B, each two in the order of their side."""

    p1: int
    p2: int
    q1: int
    q2: int


def find(passage: Passage) -> Iterator[Finding]:
    """Both places of every exchange in a link."""
    moved = _moved(passage)
    if not moved or not passage.story.english:
        return
    figures = list(zip(dates.dates_of(passage), numbers.figures_of(passage), strict=True))
    changed = _keys_of(figures[0]) != _keys_of(figures[1])
    a, b = _sides(passage, figures if changed else [((), ()), ((), ())])
    found = list(_exchanges(passage.a, a, b, moved))
    if found and not changed:  # the same figures in the same order: the words about them may have swapped places
        a, b = _sides(passage, figures)
        found = list(_exchanges(passage.a, a, b, moved))
    if not found and changed:  # May 2024 and 2023: figures of two dates that differ in kind
        a, b = _digits(passage.a, figures[0]), _digits(passage.b, figures[1])
        found = list(_exchanges(passage.a, a, b, moved))
    in_turn = any(t.key == "respectively" for t in passage.b)
    if in_turn and len(found) > 1:
        return
    for x in found:
        if not _is_symmetric(a, b, x, in_turn):
            yield from _findings(passage, a, b, x)


def _moved(passage: Passage) -> frozenset[str]:
    """The words that the literal diff both deletes and inserts, unless there are too few or too many of them."""
    keys = cued(passage).keys
    here: set[str] = set()
    there: set[str] = set()
    for o in passage.opcodes:
        # A clause that came or went as a whole says nothing about the rest.
        if o.op == "replace" or (o.op != "equal" and o.a2 - o.a1 + o.b2 - o.b1 <= CLAUSE):
            here.update(keys[0][o.a1 : o.a2])
            there.update(keys[1][o.b1 : o.b2])
    both = here & there
    # Out of three reordered words, the diff can keep one.
    if len(both) < 2 or len(here) + len(there) - 2 * len(both) > FRESH:
        return frozenset()
    both = {key for key in both if key[0].isdigit() or is_content(key)}
    return frozenset(both) if len(both) <= MANY else frozenset()


def _sides(passage: Passage, items: Sequence[Items]) -> tuple[list[Piece], ...]:
    """Both sides as pieces, with their dates and numbers."""
    names = [place_facts(passage, side, read_names, whole=True) for side in (0, 1)]
    return tuple(_pieces(tokens, names[n], items[n]) for n, tokens in enumerate(passage.sides))


def _keys_of(items: Items) -> list[list[object]]:
    return [[_key(item.fact) for item in kind] for kind in items]


def _key(fact: Figure | When) -> object:
    """A key that two figures or dates share if they say the same."""
    if isinstance(fact, When):
        return fact.fields
    return fact.notation if fact.form == "vague" else (fact.value, fact.other)


def _pieces(tokens: Sequence[Token], names: Sequence[Placed[Name]], items: Items) -> list[Piece]:
    """A side as pieces, without articles, titles, quotation marks and the auxiliaries of tense."""
    at = {item.lo: item for kind in items for item in kind}
    named = {name.lo: name for name in names}
    pieces: list[Piece] = []
    n = 0
    while n < len(tokens):
        item = at.get(n)
        low = tokens[n].key.lower()
        if item is not None:
            pieces.append(
                Piece("number" if isinstance(item.fact, Figure) else "date", _key(item.fact), n, item.hi, item)
            )
            n = item.hi
            continue
        name = named.get(n)
        if name is not None:
            pieces.append(Piece("name", name.fact.words, n, name.hi))
            n = name.hi
            continue
        if low not in _UNSEEN:
            pieces.append(Piece("word" if is_content(low) and low[0].isalpha() else "", low, n, n + 1))
        n += 1
    return pieces


def _digits(tokens: Sequence[Token], items: Items) -> list[Piece]:
    """A side as single words; every figure by itself, with the date or number that it is part of."""
    of = {n: item for kind in items for item in kind for n in range(item.lo, item.hi)}
    return [
        Piece("digits" if t.key[0].isdigit() and n in of else "", t.key.lower(), n, n + 1, of.get(n))
        for n, t in enumerate(tokens)
        if t.key.lower() not in _UNSEEN
    ]


def _exchanges(
    tokens: Sequence[Token], a: Sequence[Piece], b: Sequence[Piece], moved: frozenset[str]
) -> Iterator[Exchange]:
    """Two pieces in each other's place, with the same pieces between them."""
    places: dict[object, list[int]] = {}
    for q, piece in enumerate(b):
        if piece.kind:
            places.setdefault((piece.kind, piece.key), []).append(q)
    there = [places.get((piece.kind, piece.key), ())[:MANY] if piece.kind else () for piece in a]
    hot = [bool(there[n]) and not moved.isdisjoint(_keys(tokens, piece)) for n, piece in enumerate(a)]
    done: set[int] = set()
    for p1, x in enumerate(a):
        if not there[p1] or p1 in done:
            continue
        for p2 in range(p1 + 2, min(len(a), p1 + 2 + (REACH if x.kind == "word" else FAR))):
            if not there[p2] or not (hot[p1] or hot[p2]) or p2 in done:
                continue
            y = a[p2]
            if y.key == x.key or (x.kind != y.kind and not {x.kind, y.kind} <= _WORDS):
                continue
            starts = [q for q in there[p2] if q + p2 - p1 in there[p1] and _turned(a, b, p1, p2, q)]
            if starts:
                done.update((p1, p2))
                yield Exchange(p1, p2, starts[0], starts[0] + p2 - p1)
                break


def _turned(a: Sequence[Piece], b: Sequence[Piece], p1: int, p2: int, q1: int) -> bool:
    """Whether B has at q1 what A has at p1, with both ends exchanged."""
    q2 = q1 + p2 - p1
    if not all(_same(a[p1 + k], b[q1 + k]) for k in range(1, p2 - p1)):
        return False
    left = (p1 == 0 and q1 == 0) or (p1 > 0 and q1 > 0 and _same(a[p1 - 1], b[q1 - 1]))
    ends = p2 + 1 == len(a), q2 + 1 == len(b)
    right = all(ends) or (not any(ends) and _same(a[p2 + 1], b[q2 + 1]))
    return (left and right) if "word" in (a[p1].kind, a[p2].kind) else (left or right)


def _same(x: Piece, y: Piece) -> bool:
    """Whether two pieces say the same."""
    if x.key == y.key:
        return True
    return isinstance(x.key, str) and isinstance(y.key, str) and x.kind == y.kind == "word" and same_stem(x.key, y.key)


def _keys(tokens: Sequence[Token], piece: Piece) -> list[str]:
    return [t.key.lower() for t in tokens[piece.lo : piece.hi]]


def _is_symmetric(a: Sequence[Piece], b: Sequence[Piece], found: Exchange, in_turn: bool) -> bool:
    """Whether both orders say the same: members of a list, or both ends of something that works both ways."""
    x, between = a[found.p1], a[found.p1 + 1 : found.p2]
    keys = [piece.key for piece in between]
    if all(key in BE for key in keys) or keys == ["("]:
        return True
    if x.kind in _WORDS and len(keys) < 6 and any(key in MUTUAL for key in keys):
        return True
    if x.kind == "name" and any(piece.key in TWO_WAY for piece in a[max(0, found.p1 - COUNTED) : found.p2]):
        return True  # the road from Oslo to Bergen
    y = a[found.p2]
    if in_turn:
        return False
    joint = next((n for n, key in enumerate(keys) if key in JOINERS), None)
    if joint is None:
        return False
    listed = all(piece.key in JOINERS or piece.kind == x.kind for piece in between)
    if listed and (x.kind != "word" or _are_of_one_part([u.key for u in (x, *between, y) if u.key not in JOINERS])):
        return True
    last = joint
    while last + 1 < len(keys) and keys[last + 1] in JOINERS:
        last += 1
    # The same words follow both, and the same words come before both.
    head, tail = keys[:joint], between[last + 1 :]
    after = [piece.key for piece in a[found.p2 + 1 : found.p2 + 1 + len(head)]]
    before = [piece.key for piece in a[max(0, found.p1 - len(tail)) : found.p1]]
    return head == after and [u.key for u in tail] == before


def _are_of_one_part(words: Sequence[object]) -> bool:
    """Whether words may all be nouns, all adjectives and so on: tea, coffee and milk."""
    parts = [{part for _, part, _ in readings(word)} for word in words if isinstance(word, str)]
    return bool(parts) and bool(set.intersection(*parts))


def _findings(passage: Passage, a: Sequence[Piece], b: Sequence[Piece], found: Exchange) -> Iterator[Finding]:
    """The edits at both places, of the kind that was exchanged."""
    x1, x2, y1, y2 = a[found.p1], a[found.p2], b[found.q1], b[found.q2]
    for x, y in ((x1, y1), (x2, y2)):
        if x.item and y.item:
            yield _figure(x.item, y.item)
        else:
            name = x.kind == y.kind == "name"
            span_a = passage.a[x.lo].start, passage.a[x.hi - 1].end
            span_b = passage.b[y.lo].start, passage.b[y.hi - 1].end
            yield Finding("entity" if name else "wording", "" if name else "reversed", span_a, span_b, 0.85)


def _figure(x: Item, y: Item) -> Finding:
    """One figure in the place of another; a date if both are dates."""
    kind: EditKind = "date" if isinstance(x.fact, When) and isinstance(y.fact, When) else "number"
    return numbers.changed_value(kind, 0, _reported(x.fact), _reported(y.fact), 0.85)


def _reported(fact: Figure | When) -> numbers.Reported:
    if isinstance(fact, When):
        return (fact.start, fact.end), dates.value_of(fact)
    return (fact.start, fact.stop), numbers.value_of(fact)
