"""Bounds of a claim: a quantifier, a connective or a status word exchanged for another, dropped or added.

>>> from newsdiff import compare
>>> a = "All of the men left before noon. Only members may vote. The former mayor spoke."
>>> for e in compare(a, "Some of the men left after noon. Members may vote. The mayor spoke.").edits:
...     print(e.kind, e.detail, "|", e.a.text, "~", e.b.text if e.b else None)
wording quantifier | All ~ Some
wording connective | before ~ after
wording quantifier | Only ~ None
wording status | former ~ None

They are wording that touches the meaning. Words of one class correspond (all/every, until/till, acting/interim); those
of two classes are reported if one is in the other's place and belongs to the same word. Most of them can go without
much loss (all our users / our users); a status, an "only" or a "few" cannot. It looks at only one link, and not at
words in a rewritten context.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.edits.counterparts import Relation
from newsdiff.edits.cues import NEAR, CuedLink, PlacedCue, cued, is_turned, match_cues, same_stem, take_pairs
from newsdiff.edits.passage import Finding, Passage, a_first
from newsdiff.facts.cues import is_number
from newsdiff.facts.quantifiers import CONNECTIVE, QUANTIFIER
from newsdiff.facts.status import STATUS
from newsdiff.lexicon.en.quantifiers import LIMITING, LIMITS, SAME_AMOUNT, TURNS
from newsdiff.lexicon.en.status import LADDERS, OFFICES


def find(passage: Passage) -> Iterator[Finding]:
    """Every quantifier, connective and status word of a link that differs between its two sides."""
    v = cued(passage)
    if not passage.story.english or v.keys[0] == v.keys[1]:
        return
    for reader in (QUANTIFIER, CONNECTIVE, STATUS):
        if not v.is_touched(reader):
            continue
        cues = v.cues(reader)
        left = match_cues(v, cues, lambda x, y: _relate(v, x, y))
        for x, y in take_pairs(left, lambda x, y: _relate(v, x, y) == Relation.OTHER and _are_exchanged(v, x, y)):
            yield Finding("wording", x.kind, v.span(0, x.lo, x.hi), v.span(1, y.lo, y.hi), 0.85)
        for side in (0, 1):
            rivals = [c.value for c in left[1 - side]]
            for cue in left[side]:
                target = _missed(v, side, cue, cues[1 - side]) if cue.value not in rivals else -1
                if target >= 0:
                    whole = cue.heads[0] == cue.lo  # president-elect
                    spans = v.span(side, cue.lo, cue.hi), v.span(1 - side, target, target) if whole else None
                    yield Finding("wording", cue.kind, *a_first(side, *spans), 0.8)


def _relate(v: CuedLink, x: PlacedCue, y: PlacedCue) -> Relation:
    """Whether two words say the same, or differ in meaning when exchanged."""
    values = frozenset((x.value, y.value))
    if len(values) == 1 or values in SAME_AMOUNT:
        return Relation.SAME
    if x.kind == "connective":
        figures = all(is_number(v.keys[side][c.heads[0]]) for side, c in ((0, x), (1, y)))
        return Relation.OTHER if values in TURNS and (figures or values != {"by", "to"}) else Relation.NONE
    if x.kind == "quantifier":
        return Relation.NONE if "only" in values else Relation.OTHER
    return Relation.OTHER if LADDERS[x.value] == LADDERS[y.value] else Relation.NONE


def _are_exchanged(v: CuedLink, x: PlacedCue, y: PlacedCue) -> bool:
    """Whether two words belong to the same word; for a connective, to one that has not changed."""
    if x.kind != "connective":
        return any(m in y.heads for n in x.heads for m in v.counterparts(0, n))
    n, m = x.heads[0], y.heads[0]
    if m not in v.counterparts(0, n) or is_turned(v, x.lo, y.lo):
        return False  # without worrying, with the toolchain: another clause
    words = v.keys[0][n], v.keys[1][m]
    return same_stem(*words) or all(map(is_number, words))


def _missed(v: CuedLink, side: int, cue: PlacedCue, others: list[PlacedCue]) -> int:
    """Where the other side has the word that a lost one belonged to; -1 if it is no loss, or other words went too."""
    if not cue.heads:
        return -1
    keys, there = v.keys[side], v.keys[1 - side]
    head = cue.heads[0]
    limits = cue.value in LIMITS and keys[cue.lo] in LIMITING and not is_number(keys[head])
    if not (cue.value in OFFICES or limits) or v.stands(side, cue):
        return -1
    parts = keys[head].split("-")
    target = next((m for m in v.counterparts(side, head) if any(same_stem(there[m], part) for part in parts)), -1)
    if target < 0 or any(target in c.heads for c in others if c.value == cue.value):
        return -1
    about = v.about(side, cue)
    stayed = [n for n in about if any(abs(m - target) <= NEAR for m in v.counterparts(side, n))]
    return target if len(stayed) == len(about) else -1
