"""Which links have moved: the smallest set that would have to move to restore the order.

>>> sorted(moved_links([Link((0,), (2,)), Link((1,), (0,)), Link((2,), (1,))], [9, 5, 5]))
[0]
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Link


def moved_links(links: Sequence[Link], weights: Sequence[int]) -> frozenset[int]:
    """The indexes of the moved links: those outside the longest ordered chain, the heaviest if several are as long.

    `weights` are the lengths of A's sentences in tokens. The place of a link is that of its first sentence. The method
    is the heaviest longest increasing subsequence, by a Fenwick tree of prefix maxima: n log n.
    """
    order = sorted([(link.a[0], link.b[0], n) for n, link in enumerate(links) if link.a and link.b])
    rank = {b: k + 1 for k, b in enumerate(sorted([b for _, b, _ in order]))}
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(order) + 1)
    back: dict[int, int] = {}
    for _, b, n in order:
        k = rank[b] - 1
        top = (0, 0, -1)
        while k > 0:
            top = max(top, best[k], key=lambda t: t[:2])
            k -= k & -k
        back[n] = top[2]
        entry = (top[0] + 1, top[1] + sum([weights[i] for i in links[n].a]), n)
        k = rank[b]
        while k < len(best):
            if entry[:2] > best[k][:2]:
                best[k] = entry
            k += k & -k
    chain = max(best, key=lambda t: t[:2])[2]
    kept = set()
    while chain >= 0:
        kept.add(chain)
        chain = back[chain]
    return frozenset([n for _, _, n in order if n not in kept])
