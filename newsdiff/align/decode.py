"""Pair probabilities -> groups: one decision over all pairs in a group, not a threshold for each pair.

Groups grow greedily from the most certain pair (correlation clustering): two groups are joined if the summed log-odds
of all the pairs between them favour it. A sentence that only one member of a group favours stays out if the others
oppose it more strongly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from math import fsum

from newsdiff.align.model import log_odds

# A pair that was not a candidate counts against a group, but weakly: members of a split are often unlike the whole.
ABSENT = -2.0
MOST = 6.0  # limit for the log-odds of one pair, either way
NEAREST = 1e-6  # the closest to 0 and 1 that a probability may count as


def form_groups(
    p: Mapping[tuple[int, int], float], threshold: float = 0.5
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Groups (members in A, members in B), both sides ascending, in the order of A."""
    least = log_odds(threshold, NEAREST)
    odds = {pair: max(-MOST, min(MOST, log_odds(q, NEAREST) - least)) for pair, q in p.items()}
    group_of_a: dict[int, int] = {}
    group_of_b: dict[int, int] = {}
    groups: dict[int, tuple[list[int], list[int]]] = {}
    numbers = count()
    for (i, j), odd in sorted(odds.items(), key=lambda item: (-item[1], item[0])):
        if odd <= 0:
            break
        g, h = group_of_a.get(i), group_of_b.get(j)
        if g is not None and g == h:
            continue
        left = groups[g] if g is not None else ([i], [])
        right = groups[h] if h is not None else ([], [j])
        gain = fsum([odds.get((x, y), ABSENT) for x in left[0] for y in right[1]])
        gain += fsum([odds.get((x, y), ABSENT) for x in right[0] for y in left[1]])
        if gain <= 0:
            continue
        number = next(numbers)
        joined = groups[number] = (left[0] + right[0], left[1] + right[1])
        for old in (g, h):
            if old is not None:
                del groups[old]
        for x in joined[0]:
            group_of_a[x] = number
        for y in joined[1]:
            group_of_b[y] = number
    return sorted([(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups.values()])


def group_score(p: Mapping[tuple[int, int], float], left: Sequence[int], right: Sequence[int]) -> float:
    """How certain a group's members are on average, each by its strongest evidence (not yet calibrated)."""
    best = [max([p.get((i, j), 0.0) for j in right]) for i in left]
    best += [max([p.get((i, j), 0.0) for i in left]) for j in right]
    return fsum(best) / len(best)
