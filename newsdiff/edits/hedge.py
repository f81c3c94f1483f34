"""Hedges: qualifiers dropped, added, or turned into fact; how exact a figure is; what may and what must be.

>>> from newsdiff import compare
>>> a = "He allegedly took about 40 files. The toll may rise."
>>> for e in compare(a, "He took 40 files. The toll will rise.").edits:
...     print(e.kind, e.a.text, "~", e.b.text if e.b else None)
hedge allegedly ~ None
hedge about ~ None
hedge may ~ will

Hedges of one class are interchangeable (about/some, reportedly/allegedly, may/could); almost and more than are not, nor
are may and must. The hedged words must have been kept: a hedge in a clause that went as a whole went with it. It does
not
catch a hedge that became a source or a clause of its own (reportedly / it is feared that), nor "can", "should", "would"
turned into fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from newsdiff.edits.counterparts import Relation
from newsdiff.edits.cues import FAR, KEPT, CuedLink, PlacedCue, cued, have_one_head, match_cues, same_stem, take_pairs
from newsdiff.edits.passage import Finding, Passage, a_first
from newsdiff.facts.cues import is_content
from newsdiff.facts.modality import MODALITY, is_figure
from newsdiff.lexicon.en.hedges import (
    ABLE,
    ALIKE,
    APPROXIMATORS,
    BE,
    BOUNDING,
    CLOSING,
    EVIDENTIAL,
    HINTS,
    LEAVE,
    PLACES,
    PROOFS,
    SAID,
    SCARCE,
    SOFT,
    SOFTENERS,
    SURE,
    UNSURE,
    VAGUE,
)
from newsdiff.lexicon.en.polarity import NEGATORS, NOT_DONE, is_prefixed
from newsdiff.lexicon.en.verbs import AUXILIARIES


def find(passage: Passage) -> Iterator[Finding]:
    """Every hedge of a link that was dropped, added or changed."""
    v = cued(passage)
    if not passage.story.english or v.keys[0] == v.keys[1]:
        return
    cues = v.cues(MODALITY) if v.is_touched(MODALITY) else ([], [])
    left = match_cues(v, cues, lambda x, y: _relate(v, x, y))
    for x, y in take_pairs(left, lambda x, y: _relate(v, x, y) == Relation.OTHER and have_one_head(v, x, y)):
        yield Finding("hedge", "", v.span(0, x.lo, x.hi), v.span(1, y.lo, y.hi), 0.85)
    for side in (0, 1):
        for hedge in left[side]:
            if v.stands(side, hedge):
                continue
            rivals = [h for h in left[1 - side] if h.value in ("sure", "may")]
            found = _dropped(v, side, hedge, cues[1 - side], rivals)
            if found:
                here, there = (
                    v.span(n, *span) if span else None for n, span in zip((side, 1 - side), found, strict=True)
                )
                yield Finding("hedge", "", *a_first(side, here, there), 0.85)
    for n, partners in v.paired[0].items():
        words = v.keys[0][n], v.keys[1][partners[0]]
        if any(_part(weak, firm, *words) for weak, firm in ((HINTS, PROOFS), (UNSURE, SURE))):
            yield Finding("hedge", "", v.span(0, n, n), v.span(1, partners[0], partners[0]), 0.7)


def _part(weak: Set[str], firm: Set[str], one: str, other: str) -> bool:
    """Whether one word shows or knows a thing and the other only hints at it or fears it."""
    return (one in weak and other in firm) or (other in weak and one in firm)


def _relate(v: CuedLink, x: PlacedCue, y: PlacedCue) -> Relation:
    """Whether two hedges say the same, or differ in meaning when exchanged."""
    values = frozenset((x.value, y.value))
    if len(values) == 1 or values in ALIKE or values <= SOFTENERS:
        return Relation.SAME
    if "must" in values:
        denied = v.keys[0][x.hi + 1 : x.hi + 2] == ["not"]  # must not / may not
        return (
            Relation.NONE
            if values & {"sure"} or values & APPROXIMATORS.keys()
            else Relation.SAME
            if denied
            else Relation.OTHER
        )
    return Relation.OTHER if values <= APPROXIMATORS.keys() else Relation.NONE


_Spans = tuple[tuple[int, int], tuple[int, int] | None]  # tokens of the hedge and of what replaces it


def _dropped(
    v: CuedLink, side: int, hedge: PlacedCue, others: Sequence[PlacedCue], rivals: Sequence[PlacedCue]
) -> _Spans | None:
    """The hedge and its replacement on the other side, if its claim has stayed and has no other hedge."""
    if hedge.value in APPROXIMATORS:
        return ((hedge.lo, hedge.hi), None) if _is_bare(v, side, hedge, others) else None
    if hedge.value not in ("sure", "may"):
        return None
    keys, there = v.keys[side], v.keys[1 - side]
    phrase = hedge.hi > hedge.lo and keys[hedge.hi] == "to"
    kept = _claim(v, side, hedge, phrase)
    if not kept:
        return None
    near = [m for _, m in kept]
    if any(kept[0][1] in h.heads and _relate(v, hedge, h) == Relation.SAME for h in others):
        return None  # said twice there, or here
    if any(min(abs(h.lo - m) for m in near) <= FAR for h in rivals):
        return None
    if _is_said_otherwise(v, side, hedge, near, others):
        return None
    more = ABLE if hedge.value == "may" else SAID if _is_evidential(keys, hedge) else frozenset()
    mine = [n for n, _ in kept]
    plain = [m for m in v.counterparts(side, hedge.lo) if there[m] == "would"]  # not a hedge in place of a "might"
    soft = [m for m in _soft(v, 1 - side, near, SOFT | more) if m not in plain]
    own = [n for n in _soft(v, side, mine, SOFT) if not hedge.lo <= n <= hedge.hi and v.same_clause(side, n, hedge.lo)]
    if len(soft) > len(own):
        return None
    verb = next(((n, m) for n, m in kept if n > hedge.hi), None)
    if hedge.value == "may":
        return _turned(v, side, hedge, verb) if verb else None
    return _turned(v, side, hedge, verb) if phrase and verb else ((hedge.lo, hedge.hi), None)


def _is_bare(v: CuedLink, side: int, hedge: PlacedCue, others: Sequence[PlacedCue]) -> bool:
    """Whether the figure of an approximator, or the word of a nearly, is there without one."""
    keys, there = v.keys[side], v.keys[1 - side]
    if is_figure(keys, hedge.heads[0]):
        targets = [m for m in v.counterparts(side, hedge.heads[0]) if is_figure(there, m)]
        if not targets or there[targets[0]] in VAGUE:
            return False
    else:
        targets = [m for _, m in v.kept(side, hedge.heads)]
        if not targets or any(there[m] in SCARCE for m in v.new(1 - side, targets[0] - 4, targets[0] + 1)):
            return False
    target = targets[0]
    own = keys[max(0, hedge.lo - 4) : hedge.lo]
    before = there[max(0, target - 4) : target]
    bounded = any((key in BOUNDING or key in PLACES) and key not in own for key in before)
    return not bounded and not any(target in h.heads and h.value in APPROXIMATORS for h in others)


def _claim(v: CuedLink, side: int, hedge: PlacedCue, phrase: bool) -> list[tuple[int, int]]:
    """The words that a hedge softens, on both sides; empty if the claim went with it."""
    keys = v.keys[side]
    if any(is_prefixed(keys[hedge.lo], v.keys[1 - side][m]) for m in v.counterparts(side, hedge.lo)):
        return []  # possible / impossible is for the negations
    kept = v.kept(side, hedge.heads)
    if hedge.value == "may":
        facts = {v.keys[1 - side][m] for m in v.counterparts(side, hedge.lo)}
        if keys[hedge.lo : hedge.lo + 2] == ["could", "not"] and "will" not in facts:
            return []  # could not find, was unable to find
        kept = [pair for pair in kept if pair[0] == hedge.heads[0]]
    elif hedge.lo == hedge.hi < hedge.heads[0] and (not kept or kept[0][0] != hedge.heads[0]):
        return []  # a single word belongs to what follows it
    # With an infinitive after it, it is the verb that has to be there still.
    elif len(kept) < KEPT * len(hedge.heads) and not (phrase and kept and kept[0][0] == hedge.heads[0] > hedge.hi):
        return []
    return kept if kept and v.has_stayed(side, hedge, *kept[0]) else []


def _is_evidential(keys: Sequence[str], hedge: PlacedCue) -> bool:
    """Whether a hedge implies that somebody says so, so that a named source may have replaced it."""
    return keys[hedge.lo] in EVIDENTIAL or not SAID.isdisjoint(keys[hedge.lo : hedge.hi + 1])


def _is_said_otherwise(
    v: CuedLink, side: int, hedge: PlacedCue, near: Sequence[int], others: Sequence[PlacedCue]
) -> bool:
    """Whether a hedge's own word is there in another phrase: is expected to rule, a ruling is expected."""
    mine = [key for key in v.keys[side][hedge.lo : hedge.hi + 1] if is_content(key)]
    there = v.keys[1 - side]
    places = range(max(0, min(near) - FAR), min(len(there), max(near) + FAR))
    said = [n for n in places if any(same_stem(there[n], key) for key in mine)]
    return any(not any(h.lo <= n <= h.hi for h in others) for n in said)


def _soft(v: CuedLink, side: int, near: Sequence[int], words: Set[str]) -> list[int]:
    """The words about these places that make a claim uncertain and have no equal on the other side."""
    keys = v.keys[side]
    places = v.new(side, min(near) - FAR, max(near) + FAR)
    return [n for n in places if (keys[n] in words or _leaves_open(keys, n))]


def _leaves_open(keys: Sequence[str], n: int) -> bool:
    """Whether a word is part of a phrase that leaves something possible: cannot be ruled out, left open."""
    before = keys[max(0, n - 4) : n]
    if keys[n] in CLOSING:
        return any(key in NEGATORS or key in NOT_DONE for key in before)
    return keys[n] == "open" and any(key in LEAVE for key in before)


def _turned(v: CuedLink, side: int, hedge: PlacedCue, verb: tuple[int, int]) -> _Spans | None:
    """May rise / will rise, could reach / reached, is expected to begin / will begin: both with their auxiliaries."""
    keys, there = v.keys[side], v.keys[1 - side]
    modal = hedge.value == "may"
    lo, hi, first = hedge.lo, hedge.hi, verb[1]
    while not modal and lo and hedge.lo - lo < 2 and keys[lo - 1] in AUXILIARIES:
        lo -= 1
    while hi + 1 < verb[0] and keys[hi + 1] in BE:
        hi += 1
    while first and verb[1] - first < 4 and (there[first - 1] in AUXILIARIES or (modal and there[first - 1] == "not")):
        first -= 1
    end = verb[1] - 1
    auxiliary = v.auxiliary(side, range(hedge.lo, hedge.hi + 1), first, verb[1])
    if auxiliary >= 0:  # may also make / will make
        return (hedge.lo, hedge.hi), (auxiliary, auxiliary)
    if not modal:
        return ((lo, hi), (first, end) if first <= end else None)
    if first > end or keys[verb[0]] != there[verb[1]]:
        hi, end = verb
    while hi > lo and end > first and keys[hi] == there[end]:
        hi, end = hi - 1, end - 1
    return (lo, hi), (first, end)
