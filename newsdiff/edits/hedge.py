"""Hedges: certainty dropped, added, or turned into fact; how near a figure is said to be.

>>> from newsdiff import compare
>>> a = "He allegedly took about 40 files. The toll may rise."
>>> for e in compare(a, "He took 40 files. The toll will rise.").edits:
...     print(e.kind, e.a.text, "~", e.b.text if e.b else None)
hedge allegedly ~ None
hedge about ~ None
hedge may ~ will

Hedges of one class stand for each other (about/some, reportedly/allegedly, may/could); almost and more than do not.
What is hedged must stand on the other side: a hedge in a clause that went as a whole is the clause's. It does not catch
a hedge that became a source or a clause of its own (reportedly / it is feared that), nor "can", "should", "would".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from newsdiff.edits.claims import View, is_content, is_number, view
from newsdiff.edits.passage import Finding, Passage
from newsdiff.lexicon.en.hedges import (
    ABLE,
    AFTER_FIGURE,
    BOUNDING,
    CLOSING,
    EVIDENTIAL,
    FIGURE_CLASSES,
    FREE,
    HINTS,
    MODALS,
    PHRASES,
    PROOFS,
    SAID,
    SOFT,
    SURE,
    UNSURE,
)
from newsdiff.lexicon.en.polarity import NEGATORS, NOT_DONE, is_prefixed
from newsdiff.lexicon.en.verbs import AUXILIARIES

# A hedge of the same class so many words away hedges the same claim.
NEAR = 10
_TIMES = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century"
    " weekend season seasons".split()
)
_LASTING = frozenset(
    "for just well of lasted took take takes last lasting after spent slightly little now is was".split()
)
_TALK = frozenset(
    "speak spoke spoken talk talked talks talking asked ask know knew information concern concerned doubts heard"
    " questions concerns complain complained worried told book film story learn learned think".split()
)
_MONEY = frozenset("$€£¥₹")
_PARTS = frozenset(
    "half third quarter dozen dozens hundred hundreds thousand thousands million millions billion billions score"
    " scores fifth tenth double twice triple all every decade century".split()
)
_VAGUE = frozenset("dozens hundreds thousands millions scores several many few couple tens".split())
_LEAVE = frozenset("leave leaves left leaving keep keeps kept".split())
_OPENING = CLOSING | {"open"}
_SCARCE = frozenset("hardly barely scarcely virtually practically little few".split())
_FACT = frozenset("will is are was were has have had".split())
_BE = frozenset("be been have being not also still already now even".split())


class Hedge(NamedTuple):
    """A hedge: its tokens, the last one included, its class and what it hedges."""

    lo: int
    hi: int
    kind: str
    scope: tuple[int, ...]


def find(passage: Passage) -> Iterator[Finding]:
    """Every hedge of a link that was dropped, added or changed."""
    if not passage.story.english:
        return
    v = view(passage)
    if v.keys[0] == v.keys[1]:
        return
    sides = (_hedges(v, 0), _hedges(v, 1))
    if sides[0] or sides[1]:
        left = _unmatched(v, *sides)
        yield from _changed(v, left)
        for side in (0, 1):
            for hedge in left[side]:
                found = (
                    _modal(v, side, hedge, sides[1 - side])
                    if hedge.kind == "modal"
                    else _plain(v, side, hedge, sides[1 - side])
                )
                if found:
                    yield found
    for n, partners in v.paired[0].items():
        x, y = v.keys[0][n], v.keys[1][partners[0]]
        hinted = (x in HINTS and y in PROOFS) or (y in HINTS and x in PROOFS)
        if hinted or (x in UNSURE and y in SURE) or (y in UNSURE and x in SURE):
            yield Finding("hedge", "", v.span(0, n, n), v.span(1, partners[0], partners[0]), 0.7)


def _hedges(v: View, side: int) -> list[Hedge]:
    """The hedges of a side, in order."""
    keys = v.keys[side]
    found: list[Hedge] = []
    n = 0
    while n < len(keys):
        key = keys[n]
        hedge = None
        if key in MODALS:
            hedge = _modal_at(v, side, n)
        elif key in PHRASES:
            hedge = next((h for h in _phrases_at(v, side, n) if h), None)
        if hedge:
            found.append(hedge)
            n = hedge.hi + 1
        else:
            n += 1
    return found


def _modal_at(v: View, side: int, n: int) -> Hedge | None:
    """May, might or could with its verb."""
    keys = v.keys[side]
    token = v.tokens[side][n]
    after = keys[n + 1] if n + 1 < len(keys) else "."
    if (keys[n] == "may" and (token.key == "May" and (not token.initial or not after.isalpha()))) or after[0].isdigit():
        return None
    scope = v.content_after(side, n, 2, 6)
    return Hedge(n, n, "modal", tuple(scope)) if scope else None


def _phrases_at(v: View, side: int, n: int) -> Iterator[Hedge]:
    """The readings of the words at n as a hedge, the longest first."""
    keys = v.keys[side]
    for words, kind in PHRASES[keys[n]]:
        hi = n + len(words) - 1
        if tuple(keys[n : hi + 1]) != words:
            continue
        if kind == "sure":
            if words[-1] in ("to", "of") and words[0] == "said" and keys[n - 1 : n] and keys[n - 1] not in AUXILIARIES:
                continue
            if len(words) == 1 and keys[n - 1 : n] and keys[n - 1] in ("as", "not", "if", "more", "un") and n:
                continue  # as possible, as likely, if possible
            after = v.content_after(side, hi, 2) or [*range(hi + 1, min(hi + 3, len(keys)))]
            before = v.content_before(side, n, 2)
            if after or before:
                yield Hedge(n, hi, kind, (*after, *before))
        elif " ".join(words) in AFTER_FIGURE:
            at = next((k for k in range(n - 1, max(-1, n - 4), -1) if _is_figure(keys, k)), None)
            if at is not None:
                yield Hedge(n, hi, kind, (at,))
        else:
            if words[0] == "as" and n and keys[n - 1] in ("twice", "half", "times", "just", "not", "thrice"):
                continue
            at = next((k for k in range(hi + 1, min(len(keys), hi + 4)) if _is_figure(keys, k)), None)
            if at is not None and all(
                [k in ("a", "an", "the", *_MONEY, "us", "around", "about") for k in keys[hi + 1 : at]]
            ):
                compares = kind in ("over", "under") and "the" in keys[hi + 1 : at]  # more than the 40 of last year
                if not compares and not _is_preposition(keys, n, hi, at, words):
                    yield Hedge(n, hi, kind, (at,))
            elif words[0] in FREE and len(words) == 1 and keys[hi + 1 : hi + 2] != ["as"]:
                after = v.content_after(side, hi, 2, 4)
                if after:
                    yield Hedge(n, hi, kind, (*after,))


def _is_figure(keys: list[str], n: int) -> bool:
    """Whether a figure stands or begins here."""
    key = keys[n]
    if key == "one":
        return "in" in keys[n + 1 : n + 3] or keys[n + 1 : n + 2] == ["out"]  # one in ten, one adult in five
    return is_number(key) or key in _PARTS or (key[0] in _MONEY and key[-1:].isdigit())


def _is_preposition(keys: list[str], n: int, hi: int, at: int, words: tuple[str, ...]) -> bool:
    """Whether what looks like an approximator says where or when: over two days, spoke about two men, by around."""
    if words == ("over",) or words == ("within",) or words == ("under",) or words == ("past",) or words == ("beyond",):
        near = keys[at : at + 3]  # over a decade, over 10 years
        if any([key in _TIMES for key in near]) or (keys[at][:2] in ("19", "20") and len(keys[at]) == 4):
            return not n or keys[n - 1] not in _LASTING
    if words in (("about",), ("over",), ("above",), ("below",), ("around",), ("past",), ("beyond",), ("under",)):
        return bool(n) and keys[n - 1] in _TALK
    return False


def _unmatched(v: View, a: list[Hedge], b: list[Hedge]) -> tuple[list[Hedge], list[Hedge]]:
    """The hedges that no hedge of their class on the other side answers."""
    left_a, left_b = list(a), list(b)
    for test in (_same, _together):
        for x in list(left_a):
            y = next((y for y in left_b if _class(x) == _class(y) and test(v, x, y)), None)
            if y is not None:
                left_a.remove(x)
                left_b.remove(y)
    return left_a, left_b


def _class(hedge: Hedge) -> str:
    return "sure" if hedge.kind == "modal" else hedge.kind


def _same(v: View, x: Hedge, y: Hedge) -> bool:
    """Whether both hedge the same word."""
    return any([m in y.scope for n in x.scope for m in v.counterparts(0, n)])


def _together(v: View, x: Hedge, y: Hedge) -> bool:
    """Whether both stand about the same words."""
    around = [n for n in range(x.lo - 5, x.hi + 7) if 0 <= n < len(v.keys[0]) and is_content(v.keys[0][n])]
    return any([abs(m - y.lo) <= 5 for n in around for m in v.counterparts(0, n)])


def _changed(v: View, left: tuple[list[Hedge], list[Hedge]]) -> Iterator[Finding]:
    """Approximators of one figure that say different things: almost 40 / more than 40."""
    for x in list(left[0]):
        if x.kind not in FIGURE_CLASSES:
            continue
        for y in list(left[1]):
            if y.kind in FIGURE_CLASSES and _same(v, x, y):
                left[0].remove(x)
                left[1].remove(y)
                if frozenset((x.kind, y.kind)) not in _ALIKE:
                    yield Finding("hedge", "", v.span(0, x.lo, x.hi), v.span(1, y.lo, y.hi), 0.85)
                break


# Classes whose parting needs a copy chief: more than 40 / at least 40.
_ALIKE = frozenset((frozenset(("over", "least")), frozenset(("under", "nearly")), frozenset(("about", "nearly"))))


def _plain(v: View, side: int, hedge: Hedge, others: list[Hedge]) -> Finding | None:
    """The hedge as dropped or added, if what it hedges is still there and is not hedged otherwise."""
    other = 1 - side
    keys = v.keys[other]
    if hedge.kind in FIGURE_CLASSES:
        at = hedge.scope[0]
        targets = v.counterparts(side, at)
        if _is_figure(v.keys[side], at):
            targets = [m for m in targets if _is_figure(keys, m)]
            if not targets or keys[targets[0]] in _VAGUE:
                return None
        else:
            targets = [m for _, m in v.kept(side, hedge.scope)]
            if not targets or (hedge.kind == "nearly" and _scarcely(v, other, targets)):
                return None
        target = targets[0]
        if any([target in h.scope and h.kind in FIGURE_CLASSES for h in others]):
            return None
        own = v.keys[side][max(0, hedge.lo - 4) : hedge.lo]
        if any([key in BOUNDING and key not in own for key in keys[max(0, target - 4) : target]]):
            return None
        return _one_sided(v, side, hedge, 0.9)
    if any([is_prefixed(v.keys[side][hedge.lo], keys[m]) for m in v.counterparts(side, hedge.lo)]):
        return None  # possible / impossible is for the negations
    kept = v.kept(side, hedge.scope)
    phrase = hedge.hi > hedge.lo and v.keys[side][hedge.hi] == "to"
    # With an infinitive after it, it is the verb that has to be there still.
    if not kept or (len(kept) * 2 < len(hedge.scope) and not (phrase and kept[0][0] == hedge.scope[0] > hedge.hi)):
        return None
    near = [m for _, m in kept]
    if any(
        [
            h.kind in ("sure", "modal") and min([abs(h.lo - m) for m in near]) <= NEAR
            for h in others
            if _new(v, other, h)
        ]
    ):
        return None
    if phrase and _said_otherwise(v, other, hedge, near, others):
        return None
    said = (
        SAID
        if v.keys[side][hedge.lo] in EVIDENTIAL or not SAID.isdisjoint(v.keys[side][hedge.lo : hedge.hi + 1])
        else frozenset()
    )
    if _softened(v, other, near, [n for n, _ in kept], hedge, said):
        return None
    if phrase:
        return _turned(v, side, hedge, kept)
    return _one_sided(v, side, hedge, 0.9)


def _said_otherwise(v: View, side: int, hedge: Hedge, near: list[int], others: list[Hedge]) -> bool:
    """Whether a hedge's own word is there in another phrase: is expected to rule, a ruling is expected."""
    mine = {key for key in v.keys[1 - side][hedge.lo : hedge.hi + 1] if is_content(key)}
    keys = v.keys[side]
    places = range(max(0, min(near) - NEAR), min(len(keys), max(near) + NEAR))
    return any([keys[n] in mine and not any([h.lo <= n <= h.hi for h in others]) for n in places])


def _scarcely(v: View, side: int, places: list[int]) -> bool:
    """Whether hardly any stands there for almost no."""
    keys = v.keys[side]
    near = range(max(0, min(places) - 4), min(len(keys), max(places) + 1))
    return any(
        [keys[n] in _SCARCE and keys[n] not in [v.keys[1 - side][m] for m in v.counterparts(side, n)] for n in near]
    )


def _one_sided(v: View, side: int, hedge: Hedge, confidence: float) -> Finding:
    span = v.span(side, hedge.lo, hedge.hi)
    return Finding("hedge", "", span if side == 0 else None, None if side == 0 else span, confidence)


def _new(v: View, side: int, hedge: Hedge) -> bool:
    """Whether a hedge has no equal on the other side."""
    return not any([v.keys[1 - side][m] == v.keys[side][hedge.lo] for m in v.counterparts(side, hedge.lo)])


def _softened(v: View, side: int, near: list[int], mine: list[int], hedge: Hedge, more: Set[str] = frozenset()) -> bool:
    """Whether the words about the claim have something new that makes it uncertain, and that stands for nothing."""
    own = range(hedge.lo, hedge.hi + 1)
    return _soft_words(v, side, near, SOFT | more) > _soft_words(v, 1 - side, mine, SOFT, own)


def _soft_words(v: View, side: int, near: list[int], words: Set[str], own: Sequence[int] = ()) -> int:
    """How many such words stand about these places without their equals on the other side."""
    keys, there = v.keys[side], v.keys[1 - side]
    lo, hi = max(0, min(near) - NEAR), min(len(keys), max(near) + NEAR)
    new = [
        n
        for n in range(lo, hi)
        if (keys[n] in words or (keys[n] in _OPENING and _leaves_open(keys, n))) and n not in own
    ]
    return len([n for n in new if not any([there[m] == keys[n] for m in v.counterparts(side, n)])])


def _leaves_open(keys: Sequence[str], n: int) -> bool:
    """Whether a word is of a phrase that leaves a thing possible: cannot be ruled out, left open."""
    if keys[n] in CLOSING:
        return any([key in NEGATORS or key in NOT_DONE for key in keys[max(0, n - 4) : n]])
    return keys[n] == "open" and any([key in _LEAVE for key in keys[max(0, n - 4) : n]])


def _turned(v: View, side: int, hedge: Hedge, kept: list[tuple[int, int]]) -> Finding | None:
    """The edit of is expected to begin / will begin: the hedge with its auxiliary, and what stands there instead."""
    keys, there = v.keys[side], v.keys[1 - side]
    lo, hi = hedge.lo, hedge.hi
    while lo and hedge.lo - lo < 2 and keys[lo - 1] in AUXILIARIES:
        lo -= 1
    verb = next(((n, m) for n, m in kept if n > hi), None)
    if verb is None:
        return _one_sided(v, side, hedge._replace(lo=lo), 0.7)
    while hi + 1 < verb[0] and keys[hi + 1] in _BE:
        hi += 1
    first = verb[1]
    while first and verb[1] - first < 4 and there[first - 1] in AUXILIARIES:
        first -= 1
    if first < verb[1]:
        here, yonder = v.span(side, lo, hi), v.span(1 - side, first, verb[1] - 1)
        return Finding("hedge", "", here, yonder, 0.8) if side == 0 else Finding("hedge", "", yonder, here, 0.8)
    return _one_sided(v, side, hedge._replace(lo=lo), 0.8)


def _modal(v: View, side: int, hedge: Hedge, others: list[Hedge]) -> Finding | None:
    """The edit of may rise / will rise, could reach / reached: a possibility turned into fact, or a fact into one."""
    keys, there = v.keys[side], v.keys[1 - side]
    facts = [there[m] for m in v.counterparts(side, hedge.lo)]
    if keys[hedge.lo : hedge.lo + 2] == ["could", "not"] and "will" not in facts:
        return None  # could not find, was unable to find
    kept = v.kept(side, hedge.scope[:1])
    if not kept and not _FACT.isdisjoint(facts):  # may have been lit / has been laid
        kept = [(n, m) for n in hedge.scope[:1] for m in v.counterparts(side, n)[:1]]
    if not kept:
        return None
    verb, target = kept[0]
    if there[target] in MODALS:
        return None
    if any([abs(h.lo - target) <= NEAR for h in others if h.kind in ("sure", "modal") and _new(v, 1 - side, h)]):
        return None
    if _softened(v, 1 - side, [target], [verb], hedge, ABLE):
        return None
    first = target
    while first and target - first < 4 and there[first - 1] in AUXILIARIES | {"not"}:
        first -= 1
    hi = hedge.hi
    while hi + 1 < verb and keys[hi + 1] in _BE:
        hi += 1
    end = target - 1
    if first == target or keys[verb] != there[target]:
        hi, end = verb, target
    while hi > hedge.lo and end > first and keys[hi] == there[end]:
        hi, end = hi - 1, end - 1
    here, yonder = v.span(side, hedge.lo, hi), v.span(1 - side, first, end)
    return Finding("hedge", "", here, yonder, 0.85) if side == 0 else Finding("hedge", "", yonder, here, 0.85)
