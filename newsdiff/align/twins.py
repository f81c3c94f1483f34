"""Sentences that both texts have word for word: linked at once, each at most once.

>>> yes, no = ("Yes", "."), ("No", ".")
>>> sorted(find_twins([yes, no, yes], [yes, yes, no, yes]).items())
[(0, 0), (1, 2), (2, 3)]

If a sentence occurs n times in A and m times in B, min(n, m) of them are linked. The surroundings decide which, as in
Heckel's method for lines (1978): first sentences that both texts have once, then those after and before them, and those
at the beginning and end of both; the rest keep their order and go where their neighbours went. Capitals and punctuation
distinguish twins only if there is a choice. No probability is involved: of 1,511 such pairs in the gold pairs and in
ArgRewrite, 1,506 are links, and none of them is part of a larger one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import accumulate

# Pairs of places of one repeated sentence, above which the nth goes to the nth: if a line occurs 300 times, finding out
# which one was dropped is not worth a second.
CHOICES = 40_000

TWIN = 0.997  # of 1,511 twins in the gold pairs and in ArgRewrite 1,506 are links; see also MOST
# The least share of common words for two sentences in the same place between twins: in the gold pairs and ArgRewrite,
# all 439 such pairs are links, and none is part of a larger one; at .5 it is 479 of 481.
MOST = 0.6
TRIES = 20  # sentences that begin alike; further ones are not tried
Keys = tuple[str, ...]
Group = tuple[tuple[int, ...], tuple[int, ...]]  # sentences of A and of B


def find_equal_groups(a: Sequence[Keys], b: Sequence[Keys]) -> list[Group]:
    """Twins, and runs of neighbours with the same words cut into other sentences; `a` and `b` are the sentences' keys.

    >>> find_equal_groups([("He", "left", "."), ("Why", "?")], [("He", "left", ":", "why", "?")])
    [((0, 1), (0,))]
    """
    twins = find_twins(a, b)
    groups: list[Group] = [((i,), (j,)) for i, j in twins.items()]
    if len(twins) < min(len(a), len(b)):
        taken = set(twins.values())
        open_a = [_letters(key) if i not in twins else () for i, key in enumerate(a)]
        open_b = [_letters(key) if j not in taken else () for j, key in enumerate(b)]
        groups += _recut(open_a, open_b)
    return groups


def find_near_twins(a: Sequence[Keys], b: Sequence[Keys], groups: Sequence[Group]) -> list[Group]:
    """Sentences with mostly the same words, in the same place between linked ones, as in a copy edit.

    >>> a, b = [("Hi",), ("He", "left", "early"), ("Why",)], [("Hi",), ("He", "left", "late"), ("Why",)]
    >>> find_near_twins(a, b, find_equal_groups(a, b))
    [((1,), (1,))]

    If both sides have equally many open sentences between two linked pairs, they are compared in order.
    """
    found: list[Group] = []
    taken = {j for _, right in groups for j in right}
    before = -1, -1
    for left, right in [*sorted(groups), ((len(a),), (len(b),))]:
        gap = left[0] - before[0] - 1
        if gap == right[0] - before[1] - 1:
            for step in range(1, gap + 1):
                i, j = before[0] + step, before[1] + step
                if j not in taken and _share_most(_letters(a[i]), _letters(b[j])):
                    found.append(((i,), (j,)))
        before = left[-1], right[-1]
    return found


def _share_most(a: Keys, b: Keys) -> bool:
    """Whether the other sentence has most words of the longer one."""
    return (Counter(a) & Counter(b)).total() >= MOST * max(len(a), len(b), 1)


def _letters(key: Keys) -> Keys:
    """The words of a sentence."""
    return tuple([part.lower() for part in key if part[0].isalnum()])


def _recut(a: Sequence[Keys], b: Sequence[Keys]) -> Iterator[Group]:
    """Runs of sentences with the same words but other ends; an empty key is a sentence with its twin elsewhere."""
    starts: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(b):
        if words:
            starts[words[0]].append(j)
    done: set[int] = set()
    i = 0
    while i < len(a):
        found = None
        for j in starts.get(a[i][0], ())[:TRIES] if a[i] else ():
            found = _common_run(a, b, i, j) if j not in done else None
            if found and done.isdisjoint(found[1]):
                yield found
                done.update(found[1])
                i = found[0][-1]
                break
        i += 1


def _common_run(a: Sequence[Keys], b: Sequence[Keys], i: int, j: int) -> Group | None:
    """The sentences from `i` and from `j` on, up to where both end after the same words."""
    first_a, first_b = i, j
    own, other = a[i], b[j]
    while True:
        size = min(len(own), len(other))
        if own[:size] != other[:size]:
            return None
        own, other = own[size:], other[size:]
        if not own:
            i += 1
        if not other:
            j += 1
        if not own and not other:
            return tuple(range(first_a, i)), tuple(range(first_b, j))
        if not own:
            own = a[i] if i < len(a) else ()
        else:
            other = b[j] if j < len(b) else ()
        if not own or not other:
            return None


def find_twins(a: Sequence[Keys], b: Sequence[Keys]) -> dict[int, int]:
    """For each sentence of A with a twin in B, the twin's number; `a` and `b` are the sentences' keys."""
    matching = _Matching(len(a), len(b))
    matching.link(a, b)
    if len(matching.there) < min(len(a), len(b)):
        matching.link([_words(key) for key in a], [_words(key) for key in b])
    return matching.there


def _words(key: Keys) -> Keys:
    """The words alone, whatever their capitals; for a sentence without words, its punctuation."""
    return _letters(key) or key


class _Matching:
    """A growing one-to-one matching of places in two sequences."""

    def __init__(self, len_a: int, len_b: int) -> None:
        self.ends = len_a, len_b
        self.there: dict[int, int] = {}  # A to B
        self.back: dict[int, int] = {}  # B to A

    def link(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> None:
        """Links all equal sentences: unique ones, those after them, those before them, the rest."""
        for own, other in self._free_places(a, b).values():
            if len(own) == len(other) == 1:
                self.there[own[0]], self.back[other[0]] = other[0], own[0]
        # Those after it come first: if a sentence was repeated right after itself, the second one is new.
        for i, j in [(-1, -1), *self.there.items()]:
            self._spread(a, b, i, j, 1)
        for i, j in [*self.there.items(), self.ends]:
            self._spread(a, b, i, j, -1)
        rest = self._free_places(a, b).values()
        near_a, near_b = _Surroundings(self.there, self.ends), _Surroundings(self.back, self.ends[::-1])
        for own, other in rest:
            if len(own) <= len(other):
                found = _choose(own, other, near_a, near_b)
            else:
                found = [(i, j) for j, i in _choose(other, own, near_b, near_a)]
            self.there.update(found)
            self.back.update([(j, i) for i, j in found])

    def _spread(self, a: Sequence[Hashable], b: Sequence[Hashable], i: int, j: int, step: int) -> None:
        """Links the sentences after a link (i, j), or before it, for as long as they are free and equal."""
        i, j = i + step, j + step
        while 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j] and i not in self.there and j not in self.back:
            self.there[i], self.back[j] = j, i
            i, j = i + step, j + step

    def _free_places(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> dict[Hashable, tuple[list[int], list[int]]]:
        """For each key that both sides still have, its free places in A and B."""
        found: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i, key in enumerate(a):
            if i not in self.there:
                found[key][0].append(i)
        for j, key in enumerate(b):
            if j not in self.back and key in found:
                found[key][1].append(j)
        return {key: sides for key, sides in found.items() if sides[1]}


class _Surroundings:
    """Where the links before and after a place point."""

    def __init__(self, partners: Mapping[int, int], ends: tuple[int, int]) -> None:
        self.links = [(-1, -1), *sorted(partners.items()), ends]

    def stray(self, place: int, at: int) -> int:
        """How far `at` is from where the nearest links point; the nearer link decides."""
        n = bisect_left(self.links, (place, -1))
        return min([abs(there + place - here - at) for here, there in self.links[n - 1 : n + 1]])


def _choose(
    few: Sequence[int], many: Sequence[int], near_few: _Surroundings, near_many: _Surroundings
) -> list[tuple[int, int]]:
    """Links the places of one repeated sentence without crossings, so that they stray least from their neighbours."""
    spare = len(many) - len(few)
    if not spare or len(few) * len(many) > CHOICES:
        return list(zip(few, many, strict=False))
    least = [0] * (spare + 1)  # the least stray up to here, by the number of places passed over
    choices = []
    for n, i in enumerate(few):
        costs = [near_few.stray(i, j) + near_many.stray(j, i) for j in many[n : n + spare + 1]]
        best = list(accumulate([(cost + old, d) for d, (cost, old) in enumerate(zip(costs, least, strict=True))], min))
        least = [cost for cost, _ in best]
        choices.append([d for _, d in best])
    found = []
    passed = spare
    for n in range(len(few) - 1, -1, -1):
        passed = choices[n][passed]
        found.append((few[n], many[n + passed]))
    return found[::-1]
