"""What speaks for and against a pair of sentences, as numbers: first the pair and its rivals, then its surroundings.

The two lists of names are the order of the columns in weights.json; tools/learn_alignment.py and the aligner both read
them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from operator import mul

from newsdiff.align.profile import Content, Profile
from newsdiff.lexicon.vectors import likeness

PAIR_FEATURES = (
    "held_a", "held_b", "held", "grams", "vector", "lead_row", "lead_column", "numbers_shared", "numbers_apart",
    "names_shared", "names_apart_a", "names_apart_b", "place", "length_ratio", "length_min", "quoted",
    "identical", "rough", "soft_a", "soft_b", "residual", "plain_a", "plain_b", "headline", "level",
    "level_vector", "level_soft", "level_length",
)  # fmt: skip
CONTEXT_FEATURES = (
    "p", "held_a", "held_b", "held", "vector", "rival_row", "rival_column", "before", "after", "between",
    "paragraphs", "gain_a", "gain_b", "beside_a", "beside_b", "length_min", "numbers_apart", "names_shared",
    "drift", "rank_row", "rank_column", "share", "level", "soft_a", "soft_b", "residual", "level_soft", "plain_a",
    "plain_b", "headline", "length_ratio", "next_a", "next_b", "both_a", "both_b", "level_length",
)  # fmt: skip

FAR = 26  # of 64 signs: two words that differ in more are hardly alike (cosine about .3)

Pairs = Mapping[tuple[int, int], float]


def held(a: Profile, b: Profile) -> float:
    """The share of a's weight that b holds."""
    keys = b.keys
    return sum([w for u, w in zip(a.units, a.weights, strict=True) if not keys.isdisjoint(u.keys)]) / (a.mass or 1.0)


def pair_features(
    a: Sequence[Profile], b: Sequence[Profile], rows: Sequence[Mapping[int, float]], candidates: Sequence[Sequence[int]]
) -> dict[tuple[int, int], list[float]]:
    """PAIR_FEATURES of every candidate pair."""
    top_row = [_top_two(row.values()) for row in rows]
    columns: list[list[float]] = [[] for _ in b]
    for row in rows:
        for j, score in row.items():
            columns[j].append(score)
    top_column = [_top_two(column) for column in columns]
    best_held = [0.0] * (len(a) + len(b))
    best_vector = [0.0] * (len(a) + len(b))
    best_soft = [0.0] * (len(a) + len(b))
    found: dict[tuple[int, int], list[float]] = {}
    for i, chosen in enumerate(candidates):
        s = a[i]
        for j in chosen:
            t = b[j]
            held_a, held_b = held(s, t), held(t, s)
            rough = rows[i].get(j, 0.0)
            shared_numbers = len(s.numbers & t.numbers)
            shared_names = len(s.names & t.keys) + len(t.names & s.keys)
            common = len(s.grams & t.grams)
            found[i, j] = [
                held_a,
                held_b,
                (held_a * held_b) ** 0.5,
                common / (len(s.grams) * len(t.grams)) ** 0.5,
                sum(map(mul, s.vector, t.vector)) if s.vector is not None and t.vector is not None else 0.0,
                rough - (top_row[i][1] if rough >= top_row[i][0] else top_row[i][0]),
                rough - (top_column[j][1] if rough >= top_column[j][0] else top_column[j][0]),
                shared_numbers,
                min(len(s.numbers), len(t.numbers)) - shared_numbers,
                shared_names,
                len([name for name in s.names if name not in t.keys]),
                len([name for name in t.names if name not in s.keys]),
                abs(i / len(a) - j / len(b)),
                log((1 + s.mass) / (1 + t.mass)),
                min(s.length, t.length),
                float(s.quoted) - 0.5 * float(t.quoted) if s.quoted != t.quoted else 0.0,
                float(s.text == t.text),
                rough,
                *soft_held(s, t),
                float(i == j == 0),
            ]
            for n in (i, len(a) + j):
                best_held[n] = max(best_held[n], found[i, j][2])
                best_vector[n] = max(best_vector[n], found[i, j][4])
                best_soft[n] = max(best_soft[n], found[i, j][18] + found[i, j][19])
    # How closely the two articles follow each other at all: little overlap means less where there is little anywhere.
    level = [sum(best) / (len(best) or 1) for best in (best_held, best_vector, best_soft)]
    level.append(log((1 + sum([s.mass for s in a]) / len(a)) / (1 + sum([t.mass for t in b]) / len(b))))
    for features in found.values():
        features += level
    return found


def _top_two(scores: Iterable[float]) -> tuple[float, float]:
    """The best and the second best, 0.0 where there are none."""
    best = second = 0.0
    for score in scores:
        if score > best:
            best, second = score, best
        elif score > second:
            second = score
    return best, second


def context_features(
    a: Sequence[Profile],
    b: Sequence[Profile],
    pairs: Mapping[tuple[int, int], Sequence[float]],
    p: Pairs,
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
) -> dict[tuple[int, int], list[float]]:
    """CONTEXT_FEATURES of every candidate pair, from the probabilities `p` of all of them.

    `paragraphs` are the paragraph numbers of the sentences of both sides, None where they are not known.
    """
    by_row: list[list[tuple[float, int]]] = [[] for _ in a]
    by_column: list[list[tuple[float, int]]] = [[] for _ in b]
    for (i, j), q in p.items():
        by_row[i].append((q, j))
        by_column[j].append((q, i))
    for line in (*by_row, *by_column):
        line.sort(key=lambda qj: (-qj[0], qj[1]))
    best_row = [row[0] if row else (0.0, -1) for row in by_row]
    best_column = [column[0] if column else (0.0, -1) for column in by_column]
    blocks: dict[tuple[int, int], float] = {}
    sizes: tuple[dict[int, int], dict[int, int]] = ({}, {})
    if paragraphs is not None:
        for side, numbers in zip(sizes, paragraphs, strict=True):
            for number in numbers:
                side[number] = side.get(number, 0) + 1
        for (i, j), q in p.items():
            block = (paragraphs[0][i], paragraphs[1][j])
            blocks[block] = blocks.get(block, 0.0) + q
    found: dict[tuple[int, int], list[float]] = {}
    for (i, j), own in pairs.items():
        q = p[i, j]
        rivals_row = [(r, k) for r, k in by_row[i] if k != j]
        rivals_column = [(r, k) for r, k in by_column[j] if k != i]
        rival_row = rivals_row[0] if rivals_row else (0.0, -1)
        rival_column = rivals_column[0] if rivals_column else (0.0, -1)
        before = _support(p, best_row, best_column, i, j, -1)
        after = _support(p, best_row, best_column, i, j, 1)
        between = 0.0
        if 0 < i < len(a) - 1:
            (q1, j1), (q2, j2) = best_row[i - 1], best_row[i + 1]
            if j1 < j < j2 <= j1 + 4:
                between = min(q1, q2)
        around = 0.0
        if paragraphs is not None:
            m, n = paragraphs[0][i], paragraphs[1][j]
            others = min(sizes[0][m], sizes[1][n]) - 1
            around = (blocks[m, n] - q) / others if others > 0 else 0.0
        lead_a, lead_b = rival_row[1], rival_column[1]
        found[i, j] = [
            q,
            own[0],
            own[1],
            own[2],
            own[4],
            rival_row[0],
            rival_column[0],
            before,
            after,
            between,
            around,
            _gain(a[i], b[j], b[lead_a] if lead_a >= 0 and rival_row[0] > q else None),
            _gain(b[j], a[i], a[lead_b] if lead_b >= 0 and rival_column[0] > q else None),
            rival_row[0] if lead_a >= 0 and abs(lead_a - j) == 1 else 0.0,
            rival_column[0] if lead_b >= 0 and abs(lead_b - i) == 1 else 0.0,
            own[14],
            own[8],
            own[9],
            _drift(best_row, i, j),
            len([1 for r, k in rivals_row if r > q]),
            len([1 for r, k in rivals_column if r > q]),
            q / (q + rival_row[0] + rival_column[0] + 0.05),
            own[24],
            own[18],
            own[19],
            own[20],
            own[26],
            own[21],
            own[22],
            own[23],
            own[13],
            max(p.get((i, j - 1), 0.0), p.get((i, j + 1), 0.0)),
            max(p.get((i - 1, j), 0.0), p.get((i + 1, j), 0.0)),
            min(p.get((i, j - 1), 0.0), p.get((i, j + 1), 0.0)),
            min(p.get((i - 1, j), 0.0), p.get((i + 1, j), 0.0)),
            own[27],
        ]
    return found


def _support(
    p: Pairs, best_row: Sequence[tuple[float, int]], best_column: Sequence[tuple[float, int]], i: int, j: int, step: int
) -> float:
    """How surely the neighbours on one side belong together, whatever is skipped between."""
    return max(
        p.get((i + step, j + step), 0.0),
        0.9 * p.get((i + 2 * step, j + step), 0.0),
        0.9 * p.get((i + step, j + 2 * step), 0.0),
        0.8 * p.get((i + 2 * step, j + 2 * step), 0.0),
        0.7 * p.get((i + step, j), 0.0),
        0.7 * p.get((i, j + step), 0.0),
    )


def _gain(a: Profile, b: Profile, lead: Profile | None) -> float:
    """The share of a's weight that b holds and a's surest partner does not: what b would add to a group."""
    if lead is None:
        return held(a, b)
    keys, taken = b.keys, lead.keys
    return sum(
        [w for u, w in zip(a.units, a.weights, strict=True) if taken.isdisjoint(u.keys) and not keys.isdisjoint(u.keys)]
    ) / (a.mass or 1.0)


def _drift(best_row: Sequence[tuple[float, int]], i: int, j: int) -> float:
    """How far j lies from where the nearest sure neighbours of i point, 0 to 10 sentences."""
    for distance in range(1, 5):
        points = [
            best_row[k][1] - (k - i)
            for k in (i - distance, i + distance)
            if 0 <= k < len(best_row) and best_row[k][0] > 0.5
        ]
        if points:
            return float(min(10, *[abs(j - point) for point in points], 10))
    return 10.0


def soft_held(a: Profile, b: Profile) -> tuple[float, float, float, float, float]:
    """How much of each sentence the other holds when likeness of meaning counts too.

    The shares of a's and of b's weight; how like what is left without likeness is; and the shares of a's and b's
    weight once names and numbers are left out, which lookalikes share without telling of the same event.

    A word that the other sentence does not have counts by its likeness to the likest of the words there that this
    sentence does not have. Which that is, is told by the signs of the vectors; only its cosine is worked out.
    """
    rest_a = [unit for unit in a.content if b.keys.isdisjoint(unit[2])]
    rest_b = [unit for unit in b.content if a.keys.isdisjoint(unit[2])]
    held_a, plain_a, total_a = _literal(a, b)
    held_b, plain_b, total_b = _literal(b, a)
    gain_a = gain_b = 0.0
    if rest_a and rest_b:
        signs_b = [unit[3] for unit in rest_b]
        rows = [[(sign ^ other).bit_count() for other in signs_b] for _, _, _, sign, _ in rest_a]
        for unit, row in zip(rest_a, rows, strict=True):
            gain = _nearest(unit, rest_b, row)
            gain_a += gain
            if not unit[4]:
                plain_a += gain
        for unit, column in zip(rest_b, zip(*rows, strict=True), strict=True):
            gain = _nearest(unit, rest_a, column)
            gain_b += gain
            if not unit[4]:
                plain_b += gain
    rest = gain_a / (a.mass - held_a + 0.1) + gain_b / (b.mass - held_b + 0.1)
    return (
        (held_a + gain_a) / (a.mass or 1.0),
        (held_b + gain_b) / (b.mass or 1.0),
        rest,
        plain_a / (total_a or 1.0),
        plain_b / (total_b or 1.0),
    )


def _literal(a: Profile, b: Profile) -> tuple[float, float, float]:
    """The weight of a that b holds; of that, what is neither name nor number; and all of a's that is neither."""
    keys = b.keys
    every = plain = total = 0.0
    for unit, weight in zip(a.units, a.weights, strict=True):
        met = not keys.isdisjoint(unit.keys)
        if met:
            every += weight
        if not (unit.name or unit.number):
            total += weight
            if met:
                plain += weight
    return every, plain, total


def _nearest(unit: Content, others: Sequence[Content], distances: Sequence[int]) -> float:
    """A word's weight times its likeness to the nearest of the others."""
    least = min(distances)
    if least > FAR:
        return 0.0
    cosine = likeness(unit[1], others[distances.index(least)][1])
    return unit[0] * cosine if cosine > 0 else 0.0
