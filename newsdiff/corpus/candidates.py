"""Which of a few hundred texts are versions of one another: the search in join.sql in plain Python, for small sets.

>>> wire = "Mayor Lorna Pettit of Port Ellery resigned over the Kessock quay."
>>> print(find_candidates([wire, "Rain fell in Duluth."], ["Port Ellery's Lorna Pettit quits over Kessock."]))
[Candidate(a=0, b=0, weight=24.86)]

Both weigh a shared word by how few articles have it, in thousandths, so that sums are exact on every machine and
engine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from math import log
from typing import NamedTuple

from newsdiff.corpus.features import features, text_key

# The archive counts as at least this large: an unusual word shared by two of three articles proves nothing.
SMALLEST = 1000
# All articles that have a word meet if they are at most one in so many, within these bounds. On 22,000 articles with 69
# hidden pairs, 50 lost none.
MOST_ARTICLES, FEWEST_ARTICLES, PER_WORD = 50, 12, 400
# Above that, up to one article in so many, each meets only the next two: this holds 300 versions of one story among
# 22,000 articles together, for a seventh more candidates.
PER_QUEUE = 40
# The weight of such a word is divided by this: neighbours on one subject share some, versions of one story all.
QUEUED = 2
# The shared weight, in thousandths, that makes a candidate: half of the lighter article's, within these bounds.
LEAST, ENOUGH = 9_000, 30_000


class Candidate(NamedTuple):
    """Two texts that may be versions of one story, as indexes; `weight` is None if they are equal."""

    a: int
    b: int
    weight: float | None


def word_weights(articles: int) -> tuple[list[int], int]:
    """The weights of a shared word in thousandths, by the number of articles with it; and up to how many all meet.

    The weight is the logarithm of how rare the word is (inverse document frequency, Spärck Jones 1972).
    """
    met = max(FEWEST_ARTICLES, min(MOST_ARTICLES, articles // PER_WORD))
    most = max(met, articles // PER_QUEUE)
    return [0, 0, *(round(1000 * log(max(articles, SMALLEST) / n)) for n in range(2, most + 1))], met


def find_candidates(texts: Sequence[str], others: Sequence[str] | None = None) -> list[Candidate]:
    """The pairs that may be versions of one story, among `texts` or between `texts` and `others`, heaviest first.

    Equal texts come before all others. The indexes count from 0 on either side; among `texts` alone, a < b.
    """
    everything = [*texts, *(others or ())]
    words = [features(text) for text in everything]
    weights, met = word_weights(len(everything))
    holders: dict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(words):
        for word in own:
            holders[word].append(n)
    mass: Counter[int] = Counter()
    shared: Counter[tuple[int, int]] = Counter()
    split = len(texts)
    for where in holders.values():
        if not 2 <= len(where) <= met:
            continue
        weight = weights[len(where)]
        for n in where:
            mass[n] += weight
        for pair in _pairs(where, None if others is None else split):
            shared[pair] += weight
    found: dict[tuple[int, int], float | None] = {
        pair: weight / 1000 for pair, weight in shared.items() if is_candidate(weight, mass[pair[0]], mass[pair[1]])
    }
    found.update(dict.fromkeys(_equal(everything, None if others is None else split)))
    offset = 0 if others is None else split
    ordered = sorted(found.items(), key=lambda item: (item[1] is not None, -(item[1] or 0), item[0]))
    return [Candidate(a, b - offset, weight) for (a, b), weight in ordered]


def is_candidate(weight: int, mass_a: int, mass_b: int) -> bool:
    """Whether two articles share enough weight; all weights are in thousandths."""
    return 2 * weight >= min(2 * ENOUGH, max(2 * LEAST, min(mass_a, mass_b)))


def _pairs(where: Sequence[int], split: int | None) -> Iterable[tuple[int, int]]:
    """The pairs of texts that have a word, or only those across the split; `where` is in order."""
    if split is None:
        return combinations(where, 2)
    return product([n for n in where if n < split], [n for n in where if n >= split])


def _equal(texts: Sequence[str], split: int | None) -> list[tuple[int, int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        if text.strip():
            groups[text_key(text)].append(n)
    return [pair for where in groups.values() for pair in _pairs(where, split)]
