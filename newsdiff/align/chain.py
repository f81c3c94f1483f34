"""How likely pairs are if the articles keep their order: sentences between two certain pairs belong together.

A pair hidden Markov model (Durbin et al. 1998, ch. 4) runs over both articles at once: the next pair takes a new
sentence of each, or one more of B for the same of A (a split), or one more of A for the same of B (a merge), or a
sentence of one side is skipped. How often each happens is estimated from the two articles themselves
(Baum-Welch, kept near `USUAL`), because some translations into plain language make four sentences of one, while others
leave out half. Long sentences are split more readily than short ones.

It is meant for languages in which words alone say little. In English news, where paragraphs move, it gained nothing on
the gold pairs (links .955 with and without), so it is not used there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from newsdiff.align.model import log_odds, probability

# Shares of the steps after a pair and after a skipped sentence: both new, more of B, more of A, skip in A, skip in B.
USUAL = ((0.45, 0.3, 0.05, 0.1, 0.1), (0.4, 0.0, 0.0, 0.3, 0.3))
ROUNDS, KEEP = 3, 20.0  # rounds of estimation; this many imaginary steps keep the shares near USUAL
PRIOR = 0.1  # that a candidate is a pair: the odds of a cell are what its own probability adds to this
NO_CANDIDATE = 0.1  # the odds of other cells
LEAST, MOST = 0.05, 400.0  # limits for the odds of one cell: none decides alone
SPLIT_AT = 1.5  # times the other side's mean length: at that length a sentence is split as often as `USUAL` says
# The weight given to the order if the most certain pairs keep it: `HEARD` if little overlaps (UNCLEAR), none if much
# does (CLEAR). The overlap is .3 in texts and their plain-language versions, .35 to .5 in machine paraphrases of news.
HEARD, UNCLEAR, CLEAR = 0.9, 0.3, 0.55
WORTH = 0.01  # lower probabilities are left out
NEAREST = 1e-4  # the closest to 0 and 1 that a probability by likeness or by order may count as
FAINT, UNKNOWN = 0.03, 0.02  # a pair that only the order suggests has this likelihood by its words


def order_probabilities(
    p: Mapping[tuple[int, int], float], lengths_a: Sequence[int], lengths_b: Sequence[int]
) -> list[dict[int, float]]:
    """For each sentence of A, its partners in B if the order is kept, each with its probability.

    `p` has the pairs' probabilities by themselves; lengths are in words. Probabilities below WORTH are left out.
    """
    odds = [[NO_CANDIDATE] * len(lengths_b) for _ in lengths_a]
    for (i, j), q in p.items():
        q = min(max(q, NEAREST), 1 - NEAREST)
        odds[i][j] = min(max(q / (1 - q) * (1 - PRIOR) / PRIOR, LEAST), MOST)
    ready_a, ready_b = _readiness(lengths_a, lengths_b), _readiness(lengths_b, lengths_a)
    steps: Sequence[Sequence[float]] = USUAL
    for _ in range(ROUNDS - 1):
        _, counts = _sweep(odds, steps, ready_a, ready_b)
        steps = [
            [(count + KEEP * usual) / (fsum(row) + KEEP) for count, usual in zip(row, start, strict=True)]
            for row, start in zip(counts, USUAL, strict=True)
        ]
    return _sweep(odds, steps, ready_a, ready_b)[0]


def trust_in_order(p: Mapping[tuple[int, int], float], order: Sequence[Mapping[int, float]], level: float) -> float:
    """The weight to give to the order, 0 to `HEARD`: less if the most certain pairs break it, or words are enough.

    `level` is how closely the two articles follow each other (feature `level`).
    """
    sure = [(q, order[i].get(j, 0.0)) for (i, j), q in p.items() if q > 0.5]
    kept = fsum([q * in_order for q, in_order in sure]) / (fsum([q for q, _ in sure]) + 1)
    return HEARD * kept * min(1.0, max(0.0, (CLEAR - level) / (CLEAR - UNCLEAR)))


def blend(
    p: Mapping[tuple[int, int], float], order: Sequence[Mapping[int, float]], trust: float
) -> dict[tuple[int, int], float]:
    """The probabilities by likeness and by order together: the mean of their log-odds, weighted by the trust."""
    found = {}
    for i, row in enumerate(order):
        for j, q in row.items():
            if q >= FAINT and (i, j) not in p:
                found[i, j] = UNKNOWN
    found |= p
    for (i, j), q in found.items():
        in_order = order[i].get(j, 0.0)
        found[i, j] = probability((1 - trust) * log_odds(q, NEAREST) + trust * log_odds(in_order, NEAREST))
    return found


def _readiness(own: Sequence[int], other: Sequence[int]) -> list[float]:
    """How much more readily than usual each sentence is split, by its length in sentences of the other side."""
    mean = max(1.0, fsum(other) / len(other))
    return [min(3.0, max(0.2, length / mean / SPLIT_AT)) for length in own]


def _sweep(
    odds: Sequence[Sequence[float]],
    steps: Sequence[Sequence[float]],
    ready_a: Sequence[float],
    ready_b: Sequence[float],
) -> tuple[list[dict[int, float]], list[list[float]]]:
    """The cells' probabilities, and the expected number of each step, by forward and backward sums.

    Row 0 and column 0 come before the first sentences. Each row is scaled to a sum of one. The quotients below undo
    that, because only values in one row, or between the same two rows, are compared.
    """
    (new, more_b, more_a, skip_a, skip_b), (new_, _, _, skip_a_, skip_b_) = steps
    n, m = len(odds), len(odds[0])
    nothing = [0.0] * (m + 1)
    fresh, split, merge, left, passed = [nothing[:] for _ in range(5)]
    left[0] = 1.0
    for j in range(1, m + 1):
        passed[j] = (left[j - 1] + passed[j - 1]) * skip_b_
    forward = [_scaled([fresh, split, merge, left, passed])]
    for row, ready in zip(odds, ready_a, strict=True):
        f0, f1, f2, f3, f4 = forward[-1]
        paired, skipped = (
            [fsum(fs) for fs in zip(f0, f1, f2, strict=True)],
            [x + y for x, y in zip(f3, f4, strict=True)],
        )
        fresh, split, merge, passed = [nothing[:] for _ in range(4)]
        left = [x * skip_a + y * skip_a_ for x, y in zip(paired, skipped, strict=True)]
        more = more_b * ready
        for j in range(1, m + 1):
            k = j - 1
            e = row[k]
            fresh[j] = e * (paired[k] * new + skipped[k] * new_)
            merge[j] = e * more_a * ready_b[k] * (f0[j] + f2[j])
            split[j] = e * more * (fresh[k] + split[k])
            passed[j] = (fresh[k] + split[k] + merge[k]) * skip_b + (left[k] + passed[k]) * skip_b_
        forward.append(_scaled([fresh, split, merge, left, passed]))
    found: list[dict[int, float]] = []
    counts = [[0.0] * 5, [0.0] * 5]
    under: list[list[float]] = []  # the row below, for the next sentence: after a pair of each kind, a skip
    for i in range(n, -1, -1):
        f0, f1, f2, f3, f4 = forward[i]
        b0, b1, b2, b3 = states = [nothing[:] for _ in range(4)]
        row = odds[i - 1] if i else nothing
        more = more_b * ready_a[i - 1] if i else 0.0
        down, down_ = [0.0] * 5, [0.0] * 5  # expected steps to the next sentence of A, after a pair and after a skip
        along, along_ = [0.0] * 5, [0.0] * 5  # and those that stay at this one
        for j in range(m, -1, -1):
            to_new = to_merge = to_left = to_split = to_passed = 0.0
            if i < n:
                to_left = under[3][j]
                if j < m:
                    to_new = odds[i][j] * under[0][j + 1]
                if j:
                    to_merge = odds[i][j - 1] * more_a * ready_b[j - 1] * under[2][j]
            if j < m:
                to_passed = b3[j + 1]
                if i:
                    to_split = row[j] * more * b1[j + 1]
            if i == n and j == m:
                b0[j] = b1[j] = b2[j] = b3[j] = 1.0
                continue
            base = new * to_new + skip_a * to_left + skip_b * to_passed
            b0[j] = base + to_split + to_merge
            b1[j] = base + to_split
            b2[j] = base + to_merge
            b3[j] = new_ * to_new + skip_a_ * to_left + skip_b_ * to_passed
            paired_, skipped_ = f0[j] + f1[j] + f2[j], f3[j] + f4[j]
            down[0] += paired_ * new * to_new
            down[2] += (f0[j] + f2[j]) * to_merge
            down[3] += paired_ * skip_a * to_left
            down_[0] += skipped_ * new_ * to_new
            down_[3] += skipped_ * skip_a_ * to_left
            along[1] += (f0[j] + f1[j]) * to_split
            along[4] += paired_ * skip_b * to_passed
            along_[4] += skipped_ * skip_b_ * to_passed
        here = fsum([x * u + y * v + z * w for x, u, y, v, z, w in zip(f0, b0, f2, b2, f3, b3, strict=True)]) or 1.0
        through = fsum(down) + fsum(down_) or 1.0
        counts = [
            [c + x / through + y / here for c, x, y in zip(count, one, two, strict=True)]
            for count, one, two in zip(counts, (down, down_), (along, along_), strict=True)
        ]
        if i:
            likely = {}
            for j in range(1, m + 1):
                q = (f0[j] * b0[j] + f1[j] * b1[j] + f2[j] * b2[j]) / here
                if q >= WORTH:
                    likely[j - 1] = q
            found.append(likely)
        under = _scaled(states)
    return found[::-1], counts


def _scaled(states: Sequence[Sequence[float]]) -> list[list[float]]:
    """A row's states, all divided by their sum."""
    scale = 1 / (fsum(map(fsum, states)) or 1.0)
    return [[x * scale for x in state] for state in states]
