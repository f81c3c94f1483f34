"""Negations: a claim that one version makes and the other denies.

>>> from newsdiff import compare
>>> for e in compare("The guard had not fired. He denied it.", "The guard had fired. He admitted it.").edits:
...     print(e.kind, e.a.text, "~", e.b.text)
negation had not fired ~ had fired
negation denied ~ admitted

A word that denies is matched with one on the other side that denies the same words; what is left is a reversal only if
the denied word stands on the other side and nothing there denies it in other words. Two reversals in one clause undo
each other (denied / did not admit). It does not catch a claim denied by quite other words (did not disclose / kept
secret), a "not" that went with its whole clause, nor reversals without a negation, which `wording` reports
(rose/fell).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from newsdiff.edits.claims import View, are_opposite, is_content, is_number, is_turned, same_stem, view
from newsdiff.edits.passage import Finding, Passage
from newsdiff.edits.spellings import is_regional
from newsdiff.lexicon.en.polarity import NEGATORS, NOT_AFTER, NOT_DONE, SOFT, is_prefixed
from newsdiff.lexicon.en.verbs import AUXILIARIES

# Denying words so far apart on one side are about different claims.
NEAR = 10
DUE = 6  # words before a verb that say that it is to come
MANY = 4  # words of one ending that are looked at for a prefix
_STILL = frozenset("still remains remain remained yet has have had is are".split())
_UNTIL = frozenset(("until", "till", "before"))
# What says that a thing is still to be done: has to be signed, awaits signature.
_DUE = frozenset("must need needs needed await awaits awaited awaiting pending owe owes owed due".split())
_NO_VERB = frozenset(("without", "no"))
_TRIGGERS = NEGATORS | NOT_DONE


class Cue(NamedTuple):
    """A word that denies, and the words that it denies, the nearest first."""

    at: int
    scope: tuple[int, ...]


def find(passage: Passage) -> Iterator[Finding]:
    """Every claim of a link whose polarity was reversed."""
    if not passage.story.english:
        return
    v = view(passage)
    cues = ([*_cues(v, 0)], [*_cues(v, 1)])
    left = _unmatched(v, cues)
    answered = tuple([{c.at for c in cues[side]} - {c.at for c in left[side]} for side in (0, 1)])
    flips = [
        f for f in _opposites(v)
        if not _undone(f, left) and f.a[0] not in answered[0] and f.b[0] not in answered[1]
    ]  # fmt: skip
    done = ({f.a[0] for f in flips}, {f.b[0] for f in flips})
    for at, flip in _struck(passage, v, answered):
        if not any([at[side] == place for side in (0, 1) for place in done[side]]):
            done[flip.side].add(at[flip.side])
            flips.append(flip)
    for side in (0, 1):
        for cue in left[side]:
            if cue.at not in done[side]:
                flips += [_Flip(side, *f) for f in _flip(v, side, cue, cues[1 - side], answered[1 - side])]
    for flip in flips:
        if not any([flip is not other and _near(flip, other) for other in flips]):
            yield Finding("negation", "", v.span(0, *flip.a), v.span(1, *flip.b), flip.confidence)


class _Flip(NamedTuple):
    """One reversal: which side denies, the tokens that show it on both sides, where both sides' claims stand."""

    side: int
    a: tuple[int, int]
    b: tuple[int, int]
    confidence: float


def _undone(flip: _Flip, left: tuple[list[Cue], list[Cue]]) -> bool:
    """Whether an unanswered denial beside a pair of opposites turns it back: not able / unable."""
    return any(
        [
            -2 < at[0] - c.at <= 5 and c.at != at[0]
            for at, cues in zip((flip.a, flip.b), left, strict=True)
            for c in cues
        ]
    )


def _near(x: _Flip, y: _Flip) -> bool:
    """Whether two reversals are of one clause."""
    return max(x.a[0], y.a[0]) - min(x.a[1], y.a[1]) < 5 and max(x.b[0], y.b[0]) - min(x.b[1], y.b[1]) < 5


def _cues(v: View, side: int) -> Iterator[Cue]:
    """The denying words of a side, without those of phrases that deny nothing."""
    keys = v.keys[side]
    for n, key in enumerate(keys):
        after = keys[n + 1] if n + 1 < len(keys) else "."
        if key == "yet" and after == "to" and n and keys[n - 1] in AUXILIARIES:
            yield Cue(n, tuple(v.content_after(side, n, 3)))
        if key not in _TRIGGERS:
            continue
        if key in NOT_DONE and after != "to":
            continue
        if not after[0].isalnum() and after != '"':
            continue  # "No," he said; or not.
        if after in NOT_AFTER.get(key, ()) or (key == "no" and is_number(after)):
            continue
        if key == "not" and n and keys[n - 1] in ("or", "if", "why", "but", "and", ","):
            continue
        if (
            key == "not"
            and after == "even"
            and (is_number(keys[n + 2]) or keys[n + 2] == "half" if n + 2 < len(keys) else True)
        ):
            continue
        # None of whom was hurt: the clause begins behind the word that denies.
        late = n + 2 if key in ("none", "neither") and keys[n + 1 : n + 3] in (["of", "whom"], ["of", "which"]) else n
        scope = v.content_after(side, late, 3)
        if scope:
            yield Cue(n, tuple(scope))


def _unmatched(v: View, cues: tuple[list[Cue], list[Cue]]) -> tuple[list[Cue], list[Cue]]:
    """The cues that no cue of the other side answers."""
    a, b = list(cues[0]), list(cues[1])
    for test in (_same_scope, _same_word, _same_place, _same_region):
        for x in list(a):
            best = next((y for y in b if test(v, x, y)), None)
            if best is not None:
                a.remove(x)
                b.remove(best)
    return a, b


def _same_scope(v: View, x: Cue, y: Cue) -> bool:
    """Whether both deny the same word."""
    return y.scope[0] in v.counterparts(0, x.scope[0])


def _same_word(v: View, x: Cue, y: Cue) -> bool:
    """Whether both are one word in about one place."""
    return v.keys[0][x.at] == v.keys[1][y.at] and _same_place(v, x, y)


def _same_place(v: View, x: Cue, y: Cue) -> bool:
    """Whether both stand in each other's place, or deny words of each other's scope."""
    if not any([m in y.scope for n in x.scope for m in v.counterparts(0, n)]):
        return y.at in v.counterparts(0, x.at) and not _elsewhere(v, 0, x, y) and not _elsewhere(v, 1, y, x)
    return True


def _elsewhere(v: View, side: int, x: Cue, y: Cue) -> bool:
    """Whether the word that x denies stands on the other side, far from y."""
    return any([abs(m - y.at) > NEAR for m in v.counterparts(side, x.scope[0])])


def _same_region(v: View, x: Cue, y: Cue) -> bool:
    """Whether a word about x has its counterpart about y."""
    around = [n for n in range(x.at - 4, x.at + 6) if 0 <= n < len(v.keys[0]) and is_content(v.keys[0][n])]
    return any([abs(m - y.at) <= 6 for n in around for m in v.counterparts(0, n)])


def _flip(
    v: View, side: int, cue: Cue, others: list[Cue], answered: Set[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], float]]:
    """The reversal that an unanswered cue is, if the other side says the same without denying it."""
    other = 1 - side
    keys, there = v.keys[side], v.keys[other]
    key = keys[cue.at]
    kept = v.kept(side, cue.scope)
    if not kept or (kept[0][0] != cue.scope[0] and (key not in ("no", "neither") or kept[0][0] not in cue.scope[:2])):
        return
    if key == "no" and keys[cue.at + 1] == "one" and not AUXILIARIES.issuperset(keys[cue.at + 2 : kept[0][0]]):
        return
    if keys[cue.scope[0]] in SOFT and kept[0][0] != cue.scope[0]:
        return  # no shortage of food
    if _only_from_then(keys, there, kept[0][0]):
        return
    if len(kept) * 2 < len(cue.scope):
        return
    head, target = kept[0]
    if there[target].endswith("less") and not keys[head].endswith("less"):
        return  # no children, childless
    if any([_reaches(v, other, c, target) for c in others]):
        return
    if key == "without":
        if not {"with", "after", "having"} & set(there[max(0, target - 3) : target]):
            return
        lo, hi = _back(there, target, ("with", "after", "having"), 3), target
    else:
        lo, hi = target, target
        determiner = key == "no" or (key == "neither" and keys[cue.at + 1] not in ("of",))
        while (
            lo and hi - lo < 4 and (there[lo - 1] in (("a", "an", "the", "any", "some") if determiner else AUXILIARIES))
        ):
            lo -= 1
    if _denied_otherwise(v, other, target, lo, answered) or (_is_due(v, other, target) and not _is_due(v, side, head)):
        return
    first = cue.at
    if key in ("not", "never", "yet") or key in NOT_DONE:
        while first and cue.at - first < 3 and keys[first - 1] in AUXILIARIES:
            first -= 1
    same = same_stem(keys[head], there[target])
    last, end = head, hi
    if keys[head] != there[target] and is_regional(keys[head], there[target]):
        last, end = max(first, head - 1), max(lo, hi - 1)
        if end == hi or last < cue.at:
            last, end = cue.at, hi
    here, yonder = (first, last), (lo, end)
    confidence = 0.9 if same else 0.6
    yield (here, yonder, confidence) if side == 0 else (yonder, here, confidence)


def _reaches(v: View, side: int, cue: Cue, target: int) -> bool:
    """Whether a denial covers a word, for all that stands between: no river enters or leaves."""
    keys, clauses = v.keys[side], v.clauses(side)
    between = keys[cue.at + 1 : target]
    return (
        cue.at < target <= cue.at + NEAR
        and clauses[cue.at] == clauses[target]
        and not any([k in AUXILIARIES and k not in ("be", "been", "have", "being", "having") for k in between])
        and ("or" in between or "nor" in between or "and" in between)
    )


def _back(keys: list[str], n: int, words: tuple[str, ...], reach: int) -> int:
    """The nearest place before n, within reach, where one of the words stands."""
    return next((k for k in range(n - 1, max(-1, n - 1 - reach), -1) if keys[k] in words), n)


def _denied_otherwise(v: View, side: int, target: int, lo: int, answered: Set[int]) -> bool:
    """Whether the clause about a word has something new that may deny it in other words."""
    keys, clauses = v.keys[side], v.clauses(side)
    for n in range(max(0, lo - NEAR), min(len(keys), target + NEAR)):
        key = keys[n]
        if (key in SOFT or key in NEGATORS) and n not in answered and abs(clauses[n] - clauses[target]) < 2:
            partners = v.counterparts(side, n)
            if not any([same_stem(key, v.keys[1 - side][m]) for m in partners]):
                return True
    return False


def _only_from_then(keys: Sequence[str], there: Sequence[str], n: int) -> bool:
    """Whether a denial ends at a time that the other side may begin at: will not open before May, will open in May."""
    return any([key in _UNTIL and key not in there for key in keys[n : n + NEAR]])


def _is_due(v: View, side: int, target: int) -> bool:
    """Whether the words before a word say that it has still to come: still has to be signed, must still, awaits."""
    keys, clauses = v.keys[side], v.clauses(side)
    before = [keys[n] for n in range(max(0, target - DUE), target + 1) if clauses[n] == clauses[target]]
    return not _DUE.isdisjoint(before) or ("to" in before and not _STILL.isdisjoint(before))


def _struck(passage: Passage, v: View, answered: Sequence[Set[int]]) -> Iterator[tuple[tuple[int, int], _Flip]]:
    """A bare not, never or no that the literal diff has struck out or put in between words that stayed."""
    for n, o in enumerate(passage.opcodes):
        side = 0 if o.op == "delete" else 1
        lo, hi = (o.a1, o.a2) if side == 0 else (o.b1, o.b2)
        if o.op not in ("delete", "insert") or hi - lo != 1 or v.keys[side][lo] not in ("not", "never", "no"):
            continue
        if lo in answered[side]:
            continue
        keys = v.keys[side]
        after = keys[lo + 1] if lo + 1 < len(keys) else "."
        around = [p for p in passage.opcodes[max(0, n - 1) : n + 2] if p.op == "equal"]
        if len(around) < 2 or not lo or keys[lo - 1] in ("or", "if", "why", "but", ",") or not after[0].isalnum():
            continue
        if after in ("only", "just", "merely", "simply", "yet"):
            continue
        if keys[lo] == "no" and (after in NOT_AFTER["no"] or is_number(after)):
            continue
        follow = v.content_after(side, lo, 1)
        if follow and follow[0] not in v.equal[side]:
            continue
        other = 1 - side
        if _only_from_then(keys, v.keys[other], lo):
            continue
        place = o.b1 if side == 0 else o.a1  # of the word that follows on the other side
        if _denied_otherwise(v, other, place, place, answered[other]):
            continue
        first = lo - 1 if keys[lo] != "no" and keys[lo - 1] in AUXILIARIES else lo
        here, yonder = (first, lo + 1), (place - (lo - first), place)
        flip = _Flip(side, here, yonder, 0.9) if side == 0 else _Flip(side, yonder, here, 0.9)
        yield (lo, -1) if side == 0 else (-1, lo), flip


def _opposites(v: View) -> Iterator[_Flip]:
    """Paired words that deny each other without a not."""
    for n, partners in v.paired[0].items():
        x = v.keys[0][n]
        if len(partners) > 1 or not x[0].isalpha():
            continue
        m = partners[0]
        y = v.keys[1][m]
        if x == y or len(v.paired[1][m]) > 1 or x[0].isupper():
            continue
        if (x in _TRIGGERS) != (y in _TRIGGERS) and (x in _NO_VERB or y in _NO_VERB):
            continue  # seen as cues
        if are_opposite(x, y) and _in_frame(v, n, m) and not is_turned(v, n, m):
            yield _Flip(2, (n, n), (m, m), 0.9)
    by_ending: dict[str, list[int]] = {}
    for m, y in enumerate(v.keys[1]):
        if len(y) > 4 and not v.counterparts(1, m):
            by_ending.setdefault(y[-4:], []).append(m)
    for n, x in enumerate(v.keys[0]):
        if len(x) > 4 and by_ending and not v.counterparts(0, n):
            m = next((m for m in by_ending.get(x[-4:], ())[:MANY] if is_prefixed(x, v.keys[1][m])), -1)
            if m >= 0 and _in_frame(v, n, m):
                yield _Flip(2, (n, n), (m, m), 0.7)


def _in_frame(v: View, n: int, m: int) -> bool:
    """Whether the words about a pair of opposites are paired too, so that both are about one thing."""
    if v.keys[0][n] in NEGATORS or v.keys[1][m] in NEGATORS:
        after = v.content_after(0, n, 2)
        return bool(after) and len(v.kept(0, after)) == len(after)
    around = [*v.content_after(0, n, 2), *v.content_before(0, n, 2)]
    return not around or any([abs(k - m) <= 8 for word in around for k in v.counterparts(0, word)])
