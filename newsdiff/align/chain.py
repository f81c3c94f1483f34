"""How likely pairs are if the articles keep their order: what is between two sure pairs belongs between.

A pair hidden Markov model (Durbin et al. 1998, ch. 4) runs over both articles at once: the next pair takes a new
sentence of each, or one more of B for the same of A (a split), or one more of A for the same of B (a merge), or a
sentence of one side is skipped. How often each happens is estimated from the two articles themselves
(Baum-Welch, kept near `USUAL`), for some translations into plain language make four sentences of one and others
leave out half. Long sentences are split more readily than short ones.

It is for languages in which words alone tell little. In English news, where paragraphs are moved, it gained nothing
on the gold pairs (links .955 with and without), and is not run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from newsdiff.align.model import probability

# Shares of the steps after a pair and after a skipped sentence: both new, more of B, more of A, skip in A, skip in B.
USUAL = ((0.45, 0.3, 0.05, 0.1, 0.1), (0.4, 0.0, 0.0, 0.3, 0.3))
ROUNDS, KEEP = 3, 20.0  # of estimating; as many imagined steps hold the shares near USUAL
PRIOR = 0.1  # of a candidate being a pair: the odds of a cell are what its own probability adds to this
NO_CANDIDATE = 0.1  # the odds of other cells
LEAST, MOST = 0.05, 400.0  # odds of one cell, either way: none decides alone
CELLS = 60_000  # above, only a band about the diagonal is looked at
NARROWEST = 60  # cells to either side
SPLIT_AT = 1.5  # times the other side's mean length: there a sentence is as ready to be split as `USUAL` says


# How much the order is heard where the surest pairs keep it: as `HEARD` says where little overlaps (UNCLEAR), not at
# all where much does (CLEAR): .3 in texts and their plain-language versions, .35 to .5 in machine paraphrases of news.
HEARD, UNCLEAR, CLEAR = 0.9, 0.3, 0.55
FAINT, UNKNOWN = 0.03, 0.02  # what the order alone speaks for is a pair of that likelihood by its words


def order_probabilities(
    p: Mapping[tuple[int, int], float], lengths_a: Sequence[int], lengths_b: Sequence[int]
) -> list[dict[int, float]]:
    """For each sentence of A the sentences of B that it belongs to if the order is kept, each with its probability.

    `p` are the pairs' probabilities by themselves, lengths are in words. Below 1 % nothing is given.
    """
    n, m = len(lengths_a), len(lengths_b)
    windows = _windows(n, m)
    odds = [[NO_CANDIDATE] * (hi - lo) for lo, hi in windows]
    for (i, j), q in p.items():
        lo, hi = windows[i]
        if lo <= j < hi:
            q = min(max(q, 1e-4), 1 - 1e-4)
            odds[i][j - lo] = min(max(q / (1 - q) * (1 - PRIOR) / PRIOR, LEAST), MOST)
    ready_a, ready_b = _readiness(lengths_a, lengths_b), _readiness(lengths_b, lengths_a)
    steps: Sequence[Sequence[float]] = USUAL
    for _ in range(ROUNDS - 1):
        _, counts = _sweep(odds, windows, m, steps, ready_a, ready_b)
        steps = [
            [(count + KEEP * usual) / (sum(row) + KEEP) for count, usual in zip(row, start, strict=True)]
            for row, start in zip(counts, USUAL, strict=True)
        ]
    return _sweep(odds, windows, m, steps, ready_a, ready_b)[0]


def trust_in_order(p: Mapping[tuple[int, int], float], order: Sequence[Mapping[int, float]], level: float) -> float:
    """How much the order should be heard, 0 to `HEARD`: less if the surest pairs break it, or words tell enough.

    `level` is the mean overlap of the best pairs (feature `level`).
    """
    sure = [(q, order[i].get(j, 0.0)) for (i, j), q in p.items() if q > 0.5]
    kept = sum([q * in_order for q, in_order in sure]) / (sum([q for q, _ in sure]) + 1)
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
        found[i, j] = probability((1 - trust) * _log_odds(q) + trust * _log_odds(order[i].get(j, 0.0)))
    return found


def _log_odds(q: float) -> float:
    q = min(max(q, 1e-4), 1 - 1e-4)
    return log(q / (1 - q))


def _windows(n: int, m: int) -> list[tuple[int, int]]:
    """For each sentence of A which of B are looked at: from and up to."""
    half = m if n * m <= CELLS else max(NARROWEST, CELLS // n // 2)
    return [(max(0, i * m // n - half), min(m, i * m // n + half + 1)) for i in range(n)]


def _readiness(own: Sequence[int], other: Sequence[int]) -> list[float]:
    """How much more readily than usual each sentence is split, by its length in the other side's sentences."""
    mean = max(1.0, sum(other) / len(other))
    return [min(3.0, max(0.2, length / mean / SPLIT_AT)) for length in own]


def _sweep(
    odds: Sequence[Sequence[float]],
    windows: Sequence[tuple[int, int]],
    m: int,
    steps: Sequence[Sequence[float]],
    ready_a: Sequence[float],
    ready_b: Sequence[float],
) -> tuple[list[dict[int, float]], list[list[float]]]:
    """Forward and backward sums: the cells' probabilities, and how often each step is expected.

    Row 0 and column 0 stand before the first sentences. Each row is scaled to a sum of one, which the quotients
    below undo, because all that is compared lies in one row.
    """
    (new, more_b, more_a, skip_a, skip_b), (new_, _, _, skip_a_, skip_b_) = steps
    n = len(odds)
    width = m + 1
    zeros = [0.0] * width
    forward: list[tuple[list[float], list[float], list[float], list[float], list[float]]] = []
    for i in range(n + 1):
        fresh, split, merge, left, passed = [zeros[:] for _ in range(5)]
        lo, hi = windows[i - 1] if i else (0, width - 1)
        row = odds[i - 1] if i else ()
        if i:
            f0, f1, f2, f3, f4 = forward[-1]
            own = more_b * ready_a[i - 1]
            for j in range(lo, hi + 1):
                left[j] = (f0[j] + f1[j] + f2[j]) * skip_a + (f3[j] + f4[j]) * skip_a_
            for j in range(lo + 1, hi + 1):
                k = j - 1
                e = row[k - lo]
                fresh[j] = e * ((f0[k] + f1[k] + f2[k]) * new + (f3[k] + f4[k]) * new_)
                merge[j] = e * more_a * ready_b[k] * (f0[j] + f2[j])
                split[j] = e * own * (fresh[k] + split[k])
                passed[j] = (fresh[k] + split[k] + merge[k]) * skip_b + (left[k] + passed[k]) * skip_b_
        else:
            left[0] = 1.0
            for j in range(1, hi + 1):
                passed[j] = (left[j - 1] + passed[j - 1]) * skip_b_
        scale = 1 / ((sum(fresh) + sum(split) + sum(merge) + sum(left) + sum(passed)) or 1.0)
        forward.append(tuple([[x * scale for x in state] for state in (fresh, split, merge, left, passed)]))  # type: ignore[arg-type]
    found: list[dict[int, float]] = [{} for _ in range(n)]
    counts = [[0.0] * 5, [0.0] * 5]
    below: list[list[float]] = []
    for i in range(n, -1, -1):
        lo, hi = windows[i - 1] if i else (0, width - 1)
        row = odds[i - 1] if i else ()
        under = odds[i] if i < n else ()
        lo_under, hi_under = windows[i] if i < n else (0, 0)
        own = more_b * ready_a[i - 1] if i else 0.0
        states = [zeros[:] for _ in range(4)]  # what follows a skipped sentence is the same on either side
        b0, b1, b2, b3 = states
        f0, f1, f2, f3, f4 = forward[i]
        cross = [0.0] * 5
        cross_ = [0.0] * 5
        inside, inside_ = [0.0, 0.0], 0.0
        for j in range(hi, lo - 1, -1):
            to_new = to_more_a = to_left = 0.0
            if i < n:
                if lo_under <= j < hi_under:
                    to_new = under[j - lo_under] * below[0][j + 1]
                if lo_under < j <= hi_under:
                    to_more_a = under[j - 1 - lo_under] * more_a * ready_b[j - 1] * below[2][j]
                to_left = below[3][j]
            to_split = row[j - lo] * own * b1[j + 1] if i and lo <= j < hi else 0.0
            to_passed = b3[j + 1] if j < hi else 0.0
            if i == n and j == m:
                b0[j] = b1[j] = b2[j] = b3[j] = 1.0
            else:
                base = new * to_new + skip_a * to_left + skip_b * to_passed
                b0[j] = base + to_split + to_more_a
                b1[j] = base + to_split
                b2[j] = base + to_more_a
                b3[j] = new_ * to_new + skip_a_ * to_left + skip_b_ * to_passed
            paired, skipped = f0[j] + f1[j] + f2[j], f3[j] + f4[j]
            cross[0] += paired * new * to_new
            cross[2] += (f0[j] + f2[j]) * to_more_a
            cross[3] += paired * skip_a * to_left
            cross_[0] += skipped * new_ * to_new
            cross_[3] += skipped * skip_a_ * to_left
            inside[0] += (f0[j] + f1[j]) * to_split
            inside[1] += paired * skip_b * to_passed
            inside_ += skipped * skip_b_ * to_passed
        total = sum([f0[j] * b0[j] + f2[j] * b2[j] + f3[j] * b3[j] for j in range(lo, hi + 1)]) or 1.0
        for k in (0, 2, 3):
            through = sum(cross) + sum(cross_) or 1.0
            counts[0][k] += cross[k] / through
            counts[1][k] += cross_[k] / through
        counts[0][1] += inside[0] / total
        counts[0][4] += inside[1] / total
        counts[1][4] += inside_ / total
        if i:
            for j in range(lo + 1, hi + 1):
                q = (f0[j] * b0[j] + f1[j] * b1[j] + f2[j] * b2[j]) / total
                if q >= 0.01:
                    found[i - 1][j - 1] = q
        scale = 1 / ((sum(b0) + sum(b1) + sum(b2) + sum(b3)) or 1.0)
        below = [[x * scale for x in state] for state in states]
    return found, counts
