"""Spelling: the same word or name, spelt differently; the detail is the name of the fold that makes both equal.

>>> from newsdiff import compare
>>> a = "The organisers of the harbour festival thanked the mayor of Kiev, Sergei Gritsenko, for his help. It rained."
>>> b = "The organizers of the harbor festival thanked the mayor of Kyiv, Serhii Hrytsenko, for his help. It rained."
>>> edits = compare(a, b).edits
>>> for e in edits:
...     print(e.kind, e.detail, e.a.text, "~", e.b.text)
spelling regional organisers ~ organizers
spelling regional harbour ~ harbor
spelling name Kiev ~ Kyiv
spelling name Sergei Gritsenko ~ Serhii Hrytsenko

The tests are, in order: without marks (diacritic), without hyphens and spaces (hyphenation), written the American way
(regional), a list of facts and a learned likeness of letters (name), a slip of the fingers (typo). It does not catch
real words in place of others (than/then), nicknames and translated names, and it leaves alone words that may be two
things: a name whose other form is in the same article, inflections, derivations (Finnish/Finland), figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isqrt

from newsdiff.edits.passage import Finding, Passage
from newsdiff.edits.spelling_match import Form, candidates
from newsdiff.lexicon.en.function_words import NUMBERS
from newsdiff.model import Token

# Below this a likeness is not reported; chosen on gold pairs for precision.
MIN_CONFIDENCE = 0.5
# Every leftover word is compared with every other. No sentence of news leaves a hundred on each side; what does (a list
# without periods) is searched piece by piece.
MAX_CELLS = 10_000
PIECE_CELLS = 900


def find(passage: Passage) -> Iterator[Finding]:
    """Every respelt word and name of a link, each occurrence once, names that are together as one."""
    left_a, left_b = leftovers(passage)
    if not left_a or not left_b:
        return
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    chosen: list[tuple[Form, Form, str, float]] = []
    pieces = _pieces(left_a, left_b)
    found = [c for part_a, part_b in pieces for c in candidates(passage, part_a, part_b) if c[3] >= MIN_CONFIDENCE]
    # The most certain first; among equals, the one whose place corresponds best.
    found.sort(key=lambda c: (-round(c[3], 2), abs(c[0].place - c[1].place), c[0].lo, c[1].lo))
    for unit_a, unit_b, detail, confidence in found:
        here, there = range(unit_a.lo, unit_a.hi), range(unit_b.lo, unit_b.hi)
        if taken_a.isdisjoint(here) and taken_b.isdisjoint(there):
            taken_a.update(here)
            taken_b.update(there)
            chosen.append((unit_a, unit_b, detail, confidence))
    for lo_a, hi_a, lo_b, hi_b, detail, confidence in _join_names(passage, chosen):
        first_a, first_b = passage.a[lo_a], passage.b[lo_b]
        skip_a, skip_b = _head(first_a), _head(first_b)
        if (skip_a and detail != "regional") and first_a.key[:skip_a] != first_b.key[:skip_b]:
            skip_a = skip_b = 0
        span_a = first_a.start + skip_a, passage.a[hi_a - 1].end
        span_b = first_b.start + skip_b, passage.b[hi_b - 1].end
        yield Finding("spelling", detail, span_a, span_b, round(confidence, 2))


def leftovers(passage: Passage) -> tuple[list[int], list[int]]:
    """The words of both sides without an equal anywhere on the other side."""
    a, b = passage.a, passage.b
    left_a = [i for o in passage.opcodes if o.op != "equal" for i in range(o.a1, o.a2) if a[i].word]
    left_b = [j for o in passage.opcodes if o.op != "equal" for j in range(o.b1, o.b2) if b[j].word]
    keys_a, keys_b = [a[i].key.lower() for i in left_a], [b[j].key.lower() for j in left_b]
    if set(keys_a).isdisjoint(keys_b):
        return left_a, left_b
    moved = Counter(keys_a) & Counter(keys_b)
    return _without(a, left_a, moved.copy()), _without(b, left_b, moved)


def _pieces(left_a: Sequence[int], left_b: Sequence[int]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Both lists, whole or, if they are long, in pieces that correspond by place."""
    len_a, len_b = len(left_a), len(left_b)
    count = 1 if len_a * len_b <= MAX_CELLS else min(len_a, len_b, isqrt(len_a * len_b // PIECE_CELLS) + 1)
    for n in range(count):
        lo_a, hi_a, lo_b, hi_b = [at * size // count for size in (len_a, len_b) for at in (n, n + 1)]
        yield left_a[lo_a:hi_a], left_b[lo_b:hi_b]


def _without(tokens: Sequence[Token], left: Sequence[int], moved: Counter[str]) -> list[int]:
    """`left` without as many occurrences of each key as `moved` counts."""
    out = []
    for n in left:
        key = tokens[n].key.lower()
        if moved[key] > 0:
            moved[key] -= 1
        else:
            out.append(n)
    return out


def _head(token: Token) -> int:
    """How many letters at the head are not part of the variant: the figure of 10-metre, the article of l'Œuvre."""
    text = token.text
    if text[1:2] in ("'", "\u2019") and text[0].islower():
        return 2
    head, hyphen, _ = text.partition("-")
    return len(head) + 1 if hyphen and (head[0].isdigit() or head.lower() in NUMBERS) else 0


def _join_names(
    passage: Passage, chosen: Sequence[tuple[Form, Form, str, float]]
) -> Iterator[tuple[int, int, int, int, str, float]]:
    """The chosen pairs in order, where names that are together on both sides are one: first name and surname."""
    a, b = passage.a, passage.b
    run: tuple[int, int, int, int, str, float] | None = None
    for unit_a, unit_b, detail, confidence in sorted(chosen, key=lambda c: (c[0].lo, c[1].lo)):
        here = (unit_a.lo, unit_a.hi, unit_b.lo, unit_b.hi, detail, confidence)
        joins = detail in ("name", "diacritic") and unit_a.name and unit_b.name
        if run and joins and run[4] in ("name", "diacritic"):
            gap_a, gap_b = a[run[1] : unit_a.lo], b[run[3] : unit_b.lo]
            if (
                unit_a.lo >= run[1]
                and unit_b.lo >= run[3]
                and [t.key for t in gap_a] == [t.key for t in gap_b]
                and len(gap_a) < 2
                and all(t.word and t.key[0].isupper() for t in gap_a)
                and not (a[unit_a.lo].initial or b[unit_b.lo].initial)
            ):
                detail = run[4] if run[4] == detail else "name"
                run = (run[0], unit_a.hi, run[2], unit_b.hi, detail, min(run[5], confidence))
                continue
        if run:
            yield run
        run = here if joins else None
        if not joins:
            yield here
    if run:
        yield run
