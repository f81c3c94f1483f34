"""Single pairs -> the pairs of two sentences: doubtful ones are weighed again, together with their surroundings.

>>> from newsdiff.pairing.decoding import pair_singles
>>> from newsdiff.pairing.likeness import describe
>>> a, b = describe("it came instead of rain".split()), describe("it came rather than rain".split())
>>> sorted(revise(pair_singles(a, b)))
[(0, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (4, 4)]

Here a word may have several partners ("was started" / "erupted"), and an equal *the* or comma alone among other words
may lose its partner. Boosted trees (weights.json) decide cell by cell, not phrase by phrase, so if a long phrase
replaces a long phrase, only part of it is found. A second such round, which saw the probabilities of
the first, gained nothing; nor did the nearest name before a pronoun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import inf

from newsdiff.lexicon.vectors import likeness as vector_likeness
from newsdiff.lexicon.vectors import rank
from newsdiff.pairing import likeness as lk
from newsdiff.pairing.decoding import State
from newsdiff.pairing.idioms import idiom_cells
from newsdiff.pairing.likeness import Word, letter_pairs, likeness_kind

# Log-odds of the first weighing. Above SURE a pair is kept, below HOPELESS none is made: on the training data the trees
# would hardly ever decide otherwise.
SURE, HOPELESS = 2.2, -2.0
LEAST = -0.1  # log-odds from which a cell is a pair; F1 on the training data is flat from -.2 to 0
LEAST_FIGURE = -1.0  # the same for a figure with a partner: without one, it would be reported as dropped or added

FEATURES = (
    "kind", "odds", "paired", "type_a", "type_b", "capitals", "state_a", "state_b", "kind_other_a", "kind_other_b",
    "in_gap", "shift", "free_a", "free_b", "kind_right", "kind_below", "kind_before", "kind_after", "from_other_a",
    "from_other_b", "lead_row", "lead_column", "next_a", "next_b", "rank_a", "rank_b", "settled", "vectors", "letters",
    "idiom",
)  # fmt: skip
_KIND, _PAIRED, _CAPITALS, _IN_GAP = map(FEATURES.index, ("kind", "paired", "capitals", "in_gap"))
_FIGURES = (lk.TWO_NUMBERS, lk.NUMBER_WORD)
FREE, DOUBTFUL, SETTLED = 0, 1, 2
_TYPES = (
    lk.CONTENT, lk.NUMBER, lk.MARK, "article", "possessive", "this", "pronoun", "who", "aux", "not", "to",
    "preposition", "conjunction", "subordinator", "adverb", lk.SHORT,
)  # fmt: skip
_TYPE = {name: n for n, name in enumerate(_TYPES)}
_SMALL = frozenset((lk.SAME_ARTICLE, lk.SAME_FUNCTION, lk.SAME_MARK))
# Besides the kinds of likeness: a word has no partner; a cell's neighbour is a corner of the table, outside it, a cell
# of two free words, or another that is not a pair.
_NO_PARTNER, _CORNER, _OUTSIDE, _BOTH_FREE, _NO_PAIR = 40, 41, 42, 43, 44
_UNKNOWN_RANK = 60_000
_NOT_WEIGHED = -9.0
Row = tuple[float, ...]


def revise(state: State) -> set[tuple[int, int]]:
    """The pairs, after a second look at them and at doubtful cells."""
    pairs = {(i, j) for i, j in enumerate(state.to_b) if j >= 0}
    pairs.update([(i, j) for j, i in enumerate(state.to_a) if i >= 0])
    pairs.update(state.amounts)
    found = list(doubtful_cells(state))
    if found:
        from newsdiff.pairing.learned import reaches

        for i, j, row in found:
            if reaches(row, least_odds(row)):
                pairs.add((i, j))
            else:
                pairs.discard((i, j))
    return pairs


def least_odds(row: Row) -> float:
    """The log-odds from which a cell with these features is a pair.

    Two names with different spellings are one only if each is in the other's place: *Lomashvili* is not *Tbilisi*, rare
    as both are. Neither rule changes F1 on the training data.
    """
    kind, paired, capitals, in_gap = row[_KIND], row[_PAIRED], row[_CAPITALS], row[_IN_GAP]
    if capitals == 3 and kind > lk.SOMEWHAT and not in_gap:
        return inf
    return LEAST_FIGURE if paired and kind in _FIGURES else LEAST


def doubtful_cells(state: State) -> Iterator[tuple[int, int, Row]]:
    """The cells worth a second look, in their order: i, j and the features."""
    a, b, to_b, to_a, odds, kinds = state.a, state.b, state.to_b, state.to_a, state.odds, state.kinds
    n, m = len(a), len(b)
    state_a, state_b = _standing(state)
    if 2 * (n + m) == sum(state_a) + sum(state_b):
        return
    found = {
        cell for cell, v in odds.items() if v > HOPELESS and (state_a[cell[0]] < SETTLED or state_b[cell[1]] < SETTLED)
    }
    found.update([(i, j) for i, j in enumerate(to_b) if state_a[i] == DOUBTFUL])
    found.update([(i, j) for j, i in enumerate(to_a) if state_b[j] == DOUBTFUL])
    idioms = idiom_cells(_unsettled(a, state_a), _unsettled(b, state_b))
    found.update(idioms)
    if not found:
        return
    best_row, best_column = [_NOT_WEIGHED] * n, [_NOT_WEIGHED] * m
    for (i, j), v in odds.items():
        if v > best_row[i]:
            best_row[i] = v
        if v > best_column[j]:
            best_column[j] = v
    settled_a = [i for i, standing in enumerate(state_a) if standing == SETTLED]
    settled_b = [j for j, standing in enumerate(state_b) if standing == SETTLED]
    settled = (len(settled_a) + len(settled_b)) / (n + m)
    # How many words before each one have no partner: a gap may be as long as the text.
    free_a, free_b = ([*accumulate([to < 0 for to in side], initial=0)] for side in (to_b, to_a))

    def likeness(i: int, j: int) -> int:
        kind = kinds.get((i, j), -1)
        if kind < 0:
            kind = kinds[i, j] = likeness_kind(a[i], b[j])
        return kind

    def beside(x: int, y: int) -> int:
        if not (0 <= x < n and 0 <= y < m):
            return _CORNER if (x == -1 or x == n) and (y == -1 or y == m) else _OUTSIDE
        p, q = to_b[x], to_a[y]
        if p == y or q == x:
            return likeness(x, y)
        return _BOTH_FREE if p < 0 and q < 0 else _NO_PAIR

    for i, j in sorted(found):
        other_b, other_a = to_b[i], to_a[j]
        paired = other_b == j or other_a == i
        v = odds.get((i, j), _NOT_WEIGHED)
        if paired and v > SURE:
            continue
        kind = likeness(i, j)
        left, low, right, high = _gap(i, settled_a, to_b, m)
        _, low_b, right_b, high_b = _gap(j, settled_b, to_a, n)
        one, two = a[i], b[j]
        u, w = one.low, two.low
        p, q = letter_pairs(u), letter_pairs(w)
        yield i, j, (
            kind, v, paired, _TYPE[one.type], _TYPE[two.type], _capital(i, one) + 2 * _capital(j, two),
            state_a[i], state_b[j],
            likeness(i, other_b) if other_b >= 0 else _NO_PARTNER,
            likeness(other_a, j) if other_a >= 0 else _NO_PARTNER,
            (low < j < high) + 2 * (low_b < i < high_b),
            right - i - high + j if state_a[i] < SETTLED else high_b - i - right_b + j,
            free_a[right] - free_a[left + 1], free_b[high] - free_b[min(low + 1, high)] if high > low else -1,
            beside(i, j + 1), beside(i + 1, j), beside(i - 1, j - 1), beside(i + 1, j + 1),
            max(-9, min(9, j - other_b)) if other_b >= 0 else -20,
            max(-9, min(9, i - other_a)) if other_a >= 0 else -20,
            v - best_row[i], v - best_column[j], _TYPE[a[i + 1].type] if i + 1 < n else -1,
            _TYPE[b[j + 1].type] if j + 1 < m else -1,
            rank(u) or _UNKNOWN_RANK, rank(w) or _UNKNOWN_RANK, settled, vector_likeness(u, w),
            2 * len(p & q) / (len(p) + len(q)), idioms.get((i, j), 0),
        )  # fmt: skip


def _standing(state: State) -> tuple[list[int], list[int]]:
    """For each word, whether it is free, doubtful, or settled: paired with one that is the same or spelt alike.

    An equal function word or mark is settled only if the pair before or after it supports it.
    """
    a, b, to_b, to_a, kinds = state.a, state.b, state.to_b, state.to_a, state.kinds
    state_a, state_b = [FREE] * len(a), [FREE] * len(b)
    whole_a, whole_b = state.whole_a, state.whole_b
    alike = {}
    for i, j in enumerate(to_b):
        if j >= 0:
            kind = kinds.get((i, j), -1)
            if kind < 0:
                kind = kinds[i, j] = likeness_kind(a[i], b[j])
            alike[i] = kind if kind <= lk.ALIKE else 99
    for i, kind in alike.items():
        j = to_b[i]
        if i in whole_a:
            state_a[i] = SETTLED
        elif kind > lk.ALIKE or (
            (kind in _SMALL or (kind == lk.SAME_MEANING and a[i].type != lk.CONTENT))
            and not (i > 0 and to_b[i - 1] == j - 1 and alike.get(i - 1, 99) < 99)
            and not (i + 1 < len(a) and to_b[i + 1] == j + 1 and alike[i + 1] < 99)
        ):
            state_a[i] = DOUBTFUL
        else:
            state_a[i] = SETTLED
    for j, i in enumerate(to_a):
        if i >= 0:
            state_b[j] = SETTLED if j in whole_b else state_a[i]
    return state_a, state_b


def _unsettled(words: Sequence[Word], standing: Sequence[int]) -> list[str]:
    """The words in lower case, with the settled ones blanked out."""
    return [word.low if standing[n] < SETTLED else "" for n, word in enumerate(words)]


def _gap(i: int, settled: Sequence[int], to_y: Sequence[int], end: int) -> tuple[int, int, int, int]:
    """The nearest settled word before a word with its partner, then the same after it."""
    at = bisect_left(settled, i)
    left = settled[at - 1] if at else -1
    if at < len(settled) and settled[at] == i:
        at += 1
    right = settled[at] if at < len(settled) else len(to_y)
    return left, to_y[left] if left >= 0 else -1, right, to_y[right] if right < len(to_y) else end


def _capital(place: int, word: Word) -> bool:
    """Whether a word has a capital that sentence position does not explain."""
    return place > 0 and word.type == lk.CONTENT and word.text[0].isupper()
