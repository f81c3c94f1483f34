"""Negations: a claim that one version makes and the other denies.

>>> from newsdiff import compare
>>> for e in compare("The guard had not fired. He denied it.", "The guard had fired. He admitted it.").edits:
...     print(e.kind, e.a.text, "~", e.b.text)
negation had not fired ~ had fired
negation denied ~ admitted

A negative word is matched with one on the other side that denies the same; one left over is a reversal only if the
claim is still there and nothing denies it in other words. Two reversals in one clause cancel out (denied / did not
admit). It does not catch a claim denied in completely different words (did not disclose / kept secret), a "not" that
went with its whole clause, nor reversals without a negation, which `wording` reports (rose/fell).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.edits.counterparts import Relation
from newsdiff.edits.cues import (
    FAR,
    CuedLink,
    PlacedCue,
    cued,
    is_turned,
    match_cues,
    same_stem,
)
from newsdiff.edits.passage import Finding, Passage, a_first
from newsdiff.edits.relations import are_opposed
from newsdiff.facts.cues import content_after, content_before
from newsdiff.facts.polarity import POLARITY
from newsdiff.lexicon.en.polarity import (
    AFFIRMED,
    CUES_ALONE,
    DETERMINERS,
    DUE,
    NEGATORS,
    SAYING,
    SOFT,
    STILL,
    UNTIL,
    is_prefixed,
)
from newsdiff.lexicon.en.verbs import AUXILIARIES, NO_BREAK

BEFORE_DUE = 6  # words before a verb that show that it is still to come
MANY = 4  # words of one ending that are looked at for a prefix


class Flip(NamedTuple):
    """One reversal: the tokens that show it on both sides, end included."""

    a: tuple[int, int]
    b: tuple[int, int]
    confidence: float


def find(passage: Passage) -> Iterator[Finding]:
    """Every claim of a link whose polarity was reversed."""
    v = cued(passage)
    if not passage.story.english or v.keys[0] == v.keys[1]:
        return
    cues = v.cues(POLARITY)
    left = match_cues(v, cues, _relate)
    answered = [{c.lo for c in cues[side]} - {c.lo for c in left[side]} for side in (0, 1)]
    flips = [f for f in _opposites(v) if f.a[0] not in answered[0] and f.b[0] not in answered[1]]
    flips = [f for f in flips if not any(_undoes(f, side, c) for side in (0, 1) for c in left[side])]
    for x in left[0]:
        answer = next((y for y in left[1] if _relate(x, y) == Relation.OTHER and y.lo in v.counterparts(0, x.lo)), None)
        if answer:
            flips.append(Flip((x.lo, x.hi), (answer.lo, answer.hi), 0.9))
    for side in (0, 1):
        for cue in left[side]:
            told = any(cue.lo in (f.a, f.b)[side] for f in flips)
            if not told and not v.stands(side, cue) and not _is_undone(v, side, cue, left[side]):
                flips += _flip(v, side, cue, cues[1 - side], answered[1 - side])
    for flip in flips:
        if not any(flip is not other and _is_near(v, flip, other) for other in flips):
            yield Finding("negation", "", v.span(0, *flip.a), v.span(1, *flip.b), flip.confidence)


def _relate(x: PlacedCue, y: PlacedCue) -> Relation:
    """Any negative word can match any other."""
    return Relation.SAME if (x.value == "yes") == (y.value == "yes") else Relation.OTHER


def _undoes(flip: Flip, side: int, cue: PlacedCue) -> bool:
    """Whether an unmatched denial next to a pair of opposites cancels it: not able / unable."""
    at = (flip.a, flip.b)[side][0]
    return cue.lo != at and -2 < at - cue.lo <= 5


def _is_undone(v: CuedLink, side: int, cue: PlacedCue, left: Sequence[PlacedCue]) -> bool:
    """Whether a new denial depends on another one: this is not to say that they are not valid."""
    return any(c.lo < cue.lo <= c.lo + FAR and v.same_clause(side, c.lo, cue.lo) for c in left)


def _is_near(v: CuedLink, x: Flip, y: Flip) -> bool:
    """Whether two reversals are in one clause."""
    if not v.same_clause(0, x.a[1], y.a[1]):
        return False
    return max(x.a[0], y.a[0]) - min(x.a[1], y.a[1]) < 5 and max(x.b[0], y.b[0]) - min(x.b[1], y.b[1]) < 5


def _flip(v: CuedLink, side: int, cue: PlacedCue, others: Sequence[PlacedCue], answered: set[int]) -> Iterator[Flip]:
    """The reversal for an unmatched cue, if the other side says the same without denying it."""
    keys, there = v.keys[side], v.keys[1 - side]
    found = _claim(v, side, cue)
    if found is None:
        return
    head, target = found
    lo, hi = _affirmed(v, side, cue, target)
    if lo < 0 or any(target in c.heads[:1] or _reaches(v, 1 - side, c, target) for c in others):
        return
    if there[target].endswith("ing") and not keys[head].endswith("ing"):
        return  # never use it / using it
    if _is_denied_otherwise(v, side, cue, target, lo, answered):
        return
    first = cue.lo
    if cue.value != "denied" and keys[first] != "no":
        while first and cue.lo - first < 3 and keys[first - 1] in AUXILIARIES:
            first -= 1
    last = cue.hi if cue.value == "denied" else max(head, cue.hi)
    auxiliary = v.auxiliary(side, range(first, cue.hi + 1), lo, hi)
    if auxiliary >= 0:  # will not also help / will help
        last, lo, hi = cue.hi, auxiliary, auxiliary
    here, yonder = (first, last), (lo, hi)
    same = same_stem(keys[head], there[target])
    yield Flip(*a_first(side, here, yonder), 0.9 if same else 0.6)


def _claim(v: CuedLink, side: int, cue: PlacedCue) -> tuple[int, int] | None:
    """Where the denied word is on both sides, if the claim has stayed."""
    keys = v.keys[side]
    kept = v.kept(side, cue.heads)
    depth = 2 if keys[cue.lo] in ("no", "neither") else 1
    if not kept or kept[0][0] not in cue.heads[:depth] or (keys[cue.heads[0]] in SOFT and kept[0][0] != cue.heads[0]):
        return None
    return kept[0] if v.has_stayed(side, cue, *kept[0]) else None


def _affirmed(v: CuedLink, side: int, cue: PlacedCue, target: int) -> tuple[int, int]:
    """The replacement of a denial on the other side, with its auxiliaries or its article; -1 if there is none."""
    key, there = v.keys[side][cue.lo], v.keys[1 - side]
    if cue.value == "denied":
        said = [m for m in v.new(1 - side, target - FAR, target) if there[m] in SAYING]
        return (said[-1], said[-1]) if said else (-1, -1)
    if key == "without":
        lo = next((m for m in range(target - 1, max(-1, target - 4), -1) if there[m] in AFFIRMED), -1)
        return lo, target
    lo = target
    while lo and target - lo < 4 and there[lo - 1] in (DETERMINERS if key in ("no", "neither") else AUXILIARIES):
        lo -= 1
    return lo, target


def _reaches(v: CuedLink, side: int, cue: PlacedCue, target: int) -> bool:
    """Whether a denial covers a word, whatever is between them: no river enters or leaves."""
    between = v.keys[side][cue.hi + 1 : target]
    return (
        cue.lo < target <= cue.lo + FAR
        and v.same_clause(side, cue.lo, target)
        and any(key in ("or", "nor", "and") for key in between)
        and not any(key in AUXILIARIES - NO_BREAK for key in between)
    )


def _is_denied_otherwise(v: CuedLink, side: int, cue: PlacedCue, target: int, lo: int, answered: set[int]) -> bool:
    """Whether the claim that stayed is as good as denied: by other words, by its ending, as something still to come."""
    keys, there = v.keys[side], v.keys[1 - side]
    if there[target].endswith("less") and not keys[cue.heads[0]].endswith("less"):
        return True  # no children, childless
    behind = keys[cue.hi + 1 : cue.hi + 1 + FAR]
    if any(key in UNTIL and key not in there for key in behind):
        return True  # will not open before May, will open in May
    if _is_due(v, 1 - side, target) and not _is_due(v, side, cue.heads[0]):
        return True
    for m in v.new(1 - side, lo - FAR, target + FAR):
        if there[m] in SOFT:
            return True
        if _is_negator(there[m]) and m not in answered and v.same_clause(1 - side, m, target):
            return True
    before = [m for m in range(max(0, target - 4), target) if v.same_clause(1 - side, m, target)]
    return any(_is_negator(there[m]) and m not in answered for m in before)


def _is_negator(key: str) -> bool:
    return key in NEGATORS or key.endswith("n't")


def _is_due(v: CuedLink, side: int, target: int) -> bool:
    """Whether the words before a word show that it is still to come: still has to be signed, must still, awaits."""
    keys = v.keys[side]
    before = [keys[n] for n in range(max(0, target - BEFORE_DUE), target + 1) if v.same_clause(side, n, target)]
    return not DUE.isdisjoint(before) or ("to" in before and not STILL.isdisjoint(before))


def _opposites(v: CuedLink) -> Iterator[Flip]:
    """Paired words that deny each other without a not."""
    for n, partners in v.paired[0].items():
        x, m = v.keys[0][n], partners[0]
        y = v.keys[1][m]
        if x == y or len(partners) > 1 or len(v.paired[1][m]) > 1 or not x[0].isalpha():
            continue
        if not CUES_ALONE.isdisjoint((x, y)):
            continue
        if (is_prefixed(x, y) or are_opposed(x, y, "opposite")) and _in_frame(v, n, m) and not is_turned(v, n, m):
            yield Flip((n, n), (m, m), 0.9)
    by_ending: dict[str, list[int]] = {}
    for m, y in enumerate(v.keys[1]):
        if len(y) > 4 and not v.counterparts(1, m):
            by_ending.setdefault(y[-4:], []).append(m)
    for n, x in enumerate(v.keys[0]):
        if len(x) > 4 and by_ending and not v.counterparts(0, n):
            m = next((m for m in by_ending.get(x[-4:], ())[:MANY] if is_prefixed(x, v.keys[1][m])), -1)
            if m >= 0 and _in_frame(v, n, m):
                yield Flip((n, n), (m, m), 0.7)


def _in_frame(v: CuedLink, n: int, m: int) -> bool:
    """Whether the words around a pair of opposites are paired too, so that both are about one thing."""
    if v.keys[0][n] in NEGATORS or v.keys[1][m] in NEGATORS:
        after = content_after(v.keys[0], n, 2)
        return bool(after) and len(v.kept(0, after)) == len(after)
    around = [*content_after(v.keys[0], n, 2), *content_before(v.keys[0], n, 2)]
    return not around or any(abs(k - m) <= 8 for word in around for k in v.counterparts(0, word))
