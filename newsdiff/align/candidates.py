"""Which sentences might belong together: an inverted index over rare keys, and vectors if the sides are short.

In short articles every pair has its lexical overlap and vector cosine; in long ones a sentence meets only those that
share one of its rarest keys, and those near its neighbours' partners.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newsdiff.align.profile import NEAR, SLIGHT, Case, Profile, cosine_of

BEST = 5  # candidates kept for each sentence and side; 8 gained nothing on the gold pairs
# The least score of a candidate, as a share of the best in its row or its column, whichever is lower: this leaves a
# third of the pairs, and loses 4 of the 766 right ones in the gold pairs.
LEAST = 0.3
RARE_KEYS = 12  # keys of a sentence that are looked up in a long article
COMMON = 40  # a key in more sentences of the other side than this is not looked up
WIDE_BEST, WIDE_LEAST = 8, 0.15
REACH = 5  # sentences this close to a leading partner are candidates too: one sentence may become ten
SHORT = 100_000  # pairs: with fewer, every key but the lightest is looked up
SMALL = 6_000  # pairs: with fewer, every pair's vectors are compared
SETTLED = (
    0.6  # of what two sentences could share; where each is the other's likest, vectors are asked only about sharers
)
REACHED = 8  # in a long article, vectors are compared this far from the diagonal through the most certain partner


def rough_scores(case: Case) -> list[dict[int, float]]:
    """For each sentence of A, its possible partners in B with a rough likeness (0 to about 2).

    The likeness is the geometric mean of the shares of each sentence's weight that the other has, plus half the cosine
    of their vectors if it was worked out.
    """
    a, b = case.a, case.b
    cells = sum([profile.open for profile in a]) * sum([profile.open for profile in b])
    where = _places(b)
    rows = []
    for profile in a:
        overlap = _overlap(profile, where, short=cells <= SHORT)
        rows.append({j: (s * s / (profile.mass * b[j].mass or 1.0)) ** 0.5 for j, s in overlap.items()})
    if cells <= SMALL:
        _add_everywhere(case, rows)
    else:
        _add_near(case, rows)
    return rows


_Places = Mapping[str, Sequence[tuple[int, float]]]


def _places(side: Sequence[Profile]) -> _Places:
    """For each key with a weight, the sentences that have it, with its weight there."""
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, other in enumerate(side):
        for key, weight in other.weight.items():
            if weight >= SLIGHT:
                where[key].append((j, weight))
        parts: dict[str, float] = {}  # the heaviest word that has a part: many may share one
        for keys in other.several:
            for key in keys[1:]:
                parts[key] = max(parts.get(key, 0.0), other.weight[keys[0]])
        for key, weight in parts.items():
            where[key].append((j, weight))
    return where


def _overlap(profile: Profile, where: _Places, *, short: bool) -> dict[int, float]:
    """The weight that a sentence shares with those of the other side; in long articles, only of its rarest keys."""
    overlap: dict[int, float] = defaultdict(float)
    units = profile.weight.items()
    others = {keys[0]: keys for keys in profile.several}
    for key, weight in units if short else sorted(units, key=lambda kw: -kw[1])[:RARE_KEYS]:
        places = where.get(key, ())
        if key in others:
            met: dict[int, float] = {}
            for k in others[key]:
                there = where.get(k, ())
                if short or len(there) <= COMMON:
                    for j, w in there:
                        if w > met.get(j, 0.0):
                            met[j] = w
            places = list(met.items())
        elif not short and len(places) > COMMON:
            continue
        for j, w in places:
            overlap[j] += weight if weight < w else w
    return overlap


def _point(profile: Profile) -> tuple[float, ...] | None:
    """The best vector for a sentence's meaning, as a point."""
    vector = profile.vector if profile.meaning is None else profile.meaning
    return None if vector is None else tuple(vector)


def _add_likeness(
    profile: Profile, row: dict[int, float], others: Sequence[tuple[int, Sequence[float] | None]]
) -> None:
    """Adds half the cosine with each of the others to the row; the whole cosine if it is from an embedder."""
    own = _point(profile)
    share = 0.5 if profile.meaning is None else 1.0
    if own is not None:
        for j, vector in others:
            if vector is not None:
                likeness = cosine_of(own, vector)
                if likeness > 0:
                    row[j] = row.get(j, 0.0) + share * likeness


def _add_everywhere(case: Case, rows: Sequence[dict[int, float]]) -> None:
    """Adds vectors in a short article: for all sentences except those whose words alone show where they belong."""
    settled = _settled(rows)
    taken = set(settled.values())
    there = [(j, _point(other)) for j, other in enumerate(case.b) if other.open]
    rest = [(j, point) for j, point in there if j not in taken]
    for i, (profile, row) in enumerate(zip(case.a, rows, strict=True)):
        if profile.open:
            sharers = [place for place in there if place[0] in row and (i in settled or place[0] in taken)]
            _add_likeness(profile, row, sharers if i in settled else [*sharers, *rest])


def _settled(rows: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Sentences of A and B that are by far the most alike for each other, by their words alone."""
    lead: dict[int, tuple[float, int]] = {}
    for i, row in enumerate(rows):
        for j, score in row.items():
            if score > lead.get(j, (0.0, 0))[0]:
                lead[j] = (score, i)
    found = {}
    for i, row in enumerate(rows):
        if row:
            best = max(row, key=row.__getitem__)
            if row[best] >= SETTLED and lead[best][1] == i:
                found[i] = best
    return found


def _add_near(case: Case, rows: list[dict[int, float]]) -> None:
    """Adds vectors in a long article: for existing candidates, and around the partner of the sentence before."""
    b, linked = case.b, dict(case.settled)
    point = lru_cache(maxsize=NEAR)(lambda j: _point(b[j]))
    centre = 0
    for i, (profile, row) in enumerate(zip(case.a, rows, strict=True)):
        if not profile.open:
            centre = linked[i]
            continue
        best = max(row, key=lambda j: (row[j], -j), default=-1)
        sure = best >= 0 and row[best] > 0.5
        if sure:
            near: Sequence[int] = sorted(row, key=lambda j: (-row[j], j))[: 2 * BEST]
        else:
            middle = centre if i else 0
            near = sorted({*row, *range(max(0, middle - REACHED), min(len(b), middle + REACHED))})
        _add_likeness(profile, row, [(j, point(j)) for j in near if b[j].open])
        centre = best if sure else centre + 1


def choose_candidates(case: Case, rows: Sequence[dict[int, float]], *, wide: bool = False) -> list[list[int]]:
    """For each sentence of A, its candidates in B, ascending: its own best, and those that have it among theirs.

    The neighbours of links, and of pairs that lead both their row and their column, are candidates too, however unlike:
    short and deeply reworded sentences are recognised by their surroundings. `wide` is for texts in a language whose
    words are unknown.
    """
    len_b = len(case.b)
    most, least = (WIDE_BEST, WIDE_LEAST) if wide else (BEST, LEAST)
    chosen: list[set[int]] = [set(sorted(row, key=lambda j: (-row[j], j))[:most]) for row in rows]
    columns: list[list[tuple[float, int]]] = [[] for _ in range(len_b)]
    for i, row in enumerate(rows):
        for j, score in row.items():
            columns[j].append((-score, i))
    for j, column in enumerate(columns):
        column.sort()
        for _, i in column[:most]:
            chosen[i].add(j)
    leading = _leading(rows, columns)
    for i, best in (*case.settled, *leading):
        for di in (-1, 0, 1):
            for dj in (-1, 0, 1):
                if 0 <= i + di < len(rows) and 0 <= best + dj < len_b:
                    chosen[i + di].add(best + dj)
    beside = _beside(leading, len(rows), len_b, REACH if wide else 0)
    top_row = [max(row.values(), default=0.0) for row in rows]
    top_column = [-column[0][0] if column else 0.0 for column in columns]
    return [
        sorted(
            [
                j
                for j in {j for j in own if row.get(j, 0.0) >= least * min(top, top_column[j])} | near
                if case.is_open(i, j)
            ]
        )
        for i, (own, near, row, top) in enumerate(zip(chosen, beside, rows, top_row, strict=True))
    ]


def _leading(
    rows: Sequence[Mapping[int, float]], columns: Sequence[Sequence[tuple[float, int]]]
) -> list[tuple[int, int]]:
    """The pairs that lead both their row and their column."""
    found = []
    for i, row in enumerate(rows):
        best = min(row, key=lambda j: (-row[j], j), default=-1)
        if best >= 0 and columns[best][0][1] == i:
            found.append((i, best))
    return found


def _beside(leading: Sequence[tuple[int, int]], len_a: int, len_b: int, reach: int) -> list[set[int]]:
    """For each sentence of A, the neighbours of leading pairs in its row or column; headlines are partners."""
    beside: list[set[int]] = [set() for _ in range(len_a)]
    for i, best in leading if reach else ():
        for d in range(-reach, reach + 1):
            if 0 <= best + d < len_b:
                beside[i].add(best + d)
            if 0 <= i + d < len_a:
                beside[i + d].add(best)
    if len_a and len_b:
        beside[0].add(0)
    return beside
