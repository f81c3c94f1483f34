"""The evidence for and against a pair of sentences, as numbers: the pair and its rivals, then its surroundings.

The two lists of names are the order of the features in the weights' files; tools/learn_alignment.py and the aligner
both read them here. Counts are capped at `MANY`, so that a table of figures does not outweigh everything else. These
were tried and dropped, since the scores on the gold pairs were the same without them: longer chains in order, gaps
between sure links,
quotation marks, names that the other sentence lacks, shares without names and numbers, how much of a row's or a
column's likeness a pair has (softmax).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from math import cos, fsum, log, pi
from typing import NamedTuple

from newsdiff.align.candidates import choose_candidates, rough_scores
from newsdiff.align.profile import Case, Content, Profile, Unfolded, cosine_of, shared, unfold
from newsdiff.lexicon.vectors import DIMENSIONS

PAIR_FEATURES = (
    "held_a", "held_b", "held", "soft_a", "soft_b", "residual", "vector", "grams_a", "grams_b", "rough",
    "lead_row", "lead_column", "numbers_shared", "numbers_apart", "names_shared", "place", "length_ratio", "length_min",
    "identical", "headline", "lead_soft_row", "lead_soft_column", "lead_vector_row", "lead_vector_column",
    "runs", "level", "level_vector", "level_soft", "level_length",
)  # fmt: skip
CONTEXT_FEATURES = (
    "p", "rival_row", "rival_column", "share", "before", "after", "paragraphs", "gain_a", "gain_b", "beside_a",
    "beside_b", "drift", *PAIR_FEATURES[:9], "numbers_apart", "names_shared", "length_ratio", "length_min", "headline",
    "identical", "lead_soft_row", "lead_soft_column", "runs", "level", "level_soft", "level_length",
)  # fmt: skip
# Features from the user's embedder, at the end of both lists. They are relative to its values for the other candidates
# in the same articles, so any embedder will do.
MEANING_FEATURES = ("meaning", "lead_meaning_row", "lead_meaning_column")
MANY = 20
# Added to a sentence's weight: a stray "the the" weighs .1, and is not contained in every sentence with a "the".
SLENDER = 0.5
_KEPT = [PAIR_FEATURES.index(name) for name in CONTEXT_FEATURES[12:]]
_HELD, _VECTOR, _SOFT_A, _SOFT_B = map(PAIR_FEATURES.index, ("held", "vector", "soft_a", "soft_b"))

# The cosine of two words, estimated from the share of equal signs; with more than 26 of 64 different, they are hardly
# alike. The exact cosine of the nearest word was no better on the gold pairs, and took 9 ms of a short pair's 70.
FAR = 26
_COSINES = [cos(pi * n / DIMENSIONS) if n <= FAR else 0.0 for n in range(DIMENSIONS + 1)]

Pairs = Mapping[tuple[int, int], float]
# Sums over sets are exactly rounded (math.fsum): the order of a set changes from run to run and must not matter.


class Top(NamedTuple):
    """The best and the second best of a sentence's values over its candidates, 0.0 if there are none."""

    best: float
    second: float


def candidate_features(case: Case, *, wide: bool) -> dict[tuple[int, int], array[float]]:
    """PAIR_FEATURES of every candidate pair."""
    a, b = case.a, case.b
    rows = rough_scores(case)
    candidates = choose_candidates(case, rows, wide=wide)
    top_row = [_top(list(row.values())) for row in rows]
    columns: list[list[float]] = [[] for _ in b]
    for row in rows:
        for j, score in row.items():
            columns[j].append(score)
    top_column = [_top(column) for column in columns]
    helds: list[list[float]] = [[] for _ in range(len(a) + len(b))]
    softs: list[list[float]] = [[] for _ in helds]
    cosines: list[list[float]] = [[] for _ in helds]
    found: dict[tuple[int, int], array[float]] = {}
    unfolded = unfold(a), unfold(b)
    for i, chosen in enumerate(candidates):
        s, row = a[i], rows[i]
        for j in chosen:
            t, rough = b[j], row.get(j, 0.0)
            own, other = unfolded[0](i), unfolded[1](j)
            likeness = (*_shares(s, t), *_closeness(s, t, own, other, case.grams))
            for n in (i, len(a) + j):
                helds[n].append(likeness[_HELD])
                softs[n].append(likeness[_SOFT_A] + likeness[_SOFT_B])
                cosines[n].append(likeness[_VECTOR])
            numbers = len(s.numbers & t.numbers)
            found[i, j] = array("d", likeness)
            found[i, j].extend((
                rough,
                _lead(rough, top_row[i]),
                _lead(rough, top_column[j]),
                min(MANY, numbers),
                min(MANY, min(len(s.numbers), len(t.numbers)) - numbers),
                min(MANY, len(s.names & t.keys) + len(t.names & s.keys)),
                abs(i / len(a) - j / len(b)),
                log((1 + s.mass) / (1 + t.mass)),
                min(MANY, s.length, t.length),
                float(s.text == t.text),
                float(i == j == 0 and _is_title(s) and _is_title(t)),
                len(own.runs & other.runs) / (1 + min(len(own.runs), len(other.runs))),
            ))  # fmt: skip
    top_soft, top_cosine = [_top(row) for row in softs], [_top(row) for row in cosines]
    # How closely the two articles follow each other: little overlap means less if there is little anywhere. Medians, of
    # the side where they are higher: neither two shared sentences among unrelated ones nor a brief of a long story
    # should decide for the rest.
    sides = slice(0, len(a)), slice(len(a), None)
    shut = [not s.open for s in (*a, *b)]
    level = [
        max([_median(_bests(sort[side], shut[side], full)) for side in sides])
        for sort, full in ((helds, 1.0), (cosines, 1.0), (softs, 2.0))
    ]
    level.append(log((1 + _mean_mass(a)) / (1 + _mean_mass(b))))
    for (i, j), features in found.items():
        soft, cosine, column = features[_SOFT_A] + features[_SOFT_B], features[_VECTOR], len(a) + j
        in_runs = features.pop()
        features.extend((
            _lead(soft, top_soft[i]),
            _lead(soft, top_soft[column]),
            _lead(cosine, top_cosine[i]),
            _lead(cosine, top_cosine[column]),
            in_runs,
            *level,
        ))  # fmt: skip
    if case.semantic:
        _add_meaning(a, b, found)
    return found


def _shares(s: Profile, t: Profile) -> tuple[float, ...]:
    """The share of each sentence found in the other, by words, then also by meaning; and the likeness of the rest."""
    if s.text == t.text:
        return 1.0, 1.0, 1.0, 1.0, 1.0, 0.0
    in_t, in_s = shared(s, t), shared(t, s)
    weight_s, weight_t = fsum(map(s.weight.__getitem__, in_t)), fsum(map(t.weight.__getitem__, in_s))
    held_a, held_b = weight_s / (s.mass + SLENDER), weight_t / (t.mass + SLENDER)
    return held_a, held_b, (held_a * held_b) ** 0.5, *_soft(s, t, in_t, in_s, weight_s, weight_t)


def _closeness(s: Profile, t: Profile, own: Unfolded, other: Unfolded, grams: Mapping[str, float]) -> tuple[float, ...]:
    """How close two sentences are as vectors, and how many of each one's letters the other has."""
    cosine = cosine_of(own.vector, other.vector) if own.vector and other.vector else 0.0
    common = fsum(map(grams.__getitem__, own.grams & other.grams)) if grams else 0.0
    return cosine, common / (s.gram_mass or 1.0), common / (t.gram_mass or 1.0)


def _bests(lines: Sequence[Sequence[float]], shut: Sequence[bool], full: float) -> list[float]:
    """The best value of each sentence, `full` if it is already linked."""
    return [full if linked else max(line, default=0.0) for line, linked in zip(lines, shut, strict=True)]


def _mean_mass(side: Sequence[Profile]) -> float:
    """The mean weight of the sentences not linked yet."""
    masses = [s.mass for s in side if s.open]
    return fsum(masses) / (len(masses) or 1)


def _is_title(profile: Profile) -> bool:
    """Whether a sentence ends without a full stop, as headlines do."""
    return profile.text[-1][-1:].isalnum() if profile.text else False


def _median(values: Sequence[float]) -> float:
    """The middle value; importing the statistics module would cost 8 ms."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _add_meaning(a: Sequence[Profile], b: Sequence[Profile], found: Mapping[tuple[int, int], array[float]]) -> None:
    """Adds MEANING_FEATURES to every pair's row: 0 is like any two candidates, 1 like most best ones."""
    cosines = {}
    lines: list[list[float]] = [[] for _ in range(len(a) + len(b))]
    for i, j in found:
        u, v = a[i].meaning, b[j].meaning
        cosines[i, j] = cosine = cosine_of(u, v) if u and v else 0.0
        lines[i].append(cosine)
        lines[len(a) + j].append(cosine)
    floor = fsum(cosines.values()) / (len(cosines) or 1)
    bests = [max(line) for line in lines if line]
    scale = 1 / (fsum(bests) / (len(bests) or 1) - floor + 0.05)
    tops = [_top([(cosine - floor) * scale for cosine in line]) for line in lines]
    for (i, j), features in found.items():
        value = (cosines[i, j] - floor) * scale
        features.extend((value, _lead(value, tops[i]), _lead(value, tops[len(a) + j])))


def _top(values: Sequence[float]) -> Top:
    """The best and the second best."""
    if len(values) < 2:
        return Top(max(0.0, *values, 0.0), 0.0)
    best, second = sorted(values)[-1:-3:-1]
    return Top(max(best, 0.0), max(second, 0.0))


def _lead(value: float, top: Top) -> float:
    """How far a value is ahead of the best of the others, negative if it is behind."""
    best, second = top
    return value - (second if value >= best else best)


def _soft(
    a: Profile, b: Profile, in_b: Set[str], in_a: Set[str], held_a: float, held_b: float
) -> tuple[float, float, float]:
    """The share of each sentence found in the other if similar meanings count too; the likeness of the rest without.

    `in_b` and `in_a` are the first keys of one that the other has, `held_a` and `held_b` their weights. A word that the
    other sentence lacks counts by its likeness, from the signs of their vectors, to the most similar word there that
    this sentence lacks.
    """
    gain_a = gain_b = 0.0
    rest_a = [a.content[key] for key in a.content.keys() - in_b]
    rest_b = [b.content[key] for key in b.content.keys() - in_a]
    if rest_a and rest_b:
        signs_b = [sign for _, sign in rest_b]
        rows = [[(sign ^ other).bit_count() for other in signs_b] for _, sign in rest_a]
        gain_a = _gains(rest_a, rows)
        gain_b = _gains(rest_b, zip(*rows, strict=True))
    rest = gain_a / (a.mass - held_a + 0.1) + gain_b / (b.mass - held_b + 0.1)
    return (held_a + gain_a) / (a.mass + SLENDER), (held_b + gain_b) / (b.mass + SLENDER), rest


def _gains(units: Sequence[Content], distances: Iterable[Sequence[int]]) -> float:
    """The summed weights of the words, each times its likeness to the nearest of the others."""
    return fsum([unit[0] * _COSINES[min(row)] for unit, row in zip(units, distances, strict=True)])


def context_features(
    case: Case,
    pairs: Mapping[tuple[int, int], Sequence[float]],
    p: Pairs,
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
) -> dict[tuple[int, int], list[float]]:
    """CONTEXT_FEATURES of every pair in `p`, from the probabilities of all pairs, and from existing links.

    `paragraphs` are the paragraph numbers of the sentences of both sides, None if they are not known.
    """
    a, b = case.a, case.b
    every = dict(p) | dict.fromkeys(case.settled, 1.0)
    by_row: list[list[tuple[float, int]]] = [[] for _ in a]
    by_column: list[list[tuple[float, int]]] = [[] for _ in b]
    for (i, j), q in every.items():
        by_row[i].append((-q, j))
        by_column[j].append((-q, i))
    best_row = [_best_two(line) for line in by_row]
    best_column = [_best_two(line) for line in by_column]
    best = [(q, j) for q, j, _, _ in best_row]
    blocks: dict[tuple[int, int], float] = {}
    sizes: tuple[dict[int, int], dict[int, int]] = ({}, {})
    if paragraphs is not None:
        for side, numbers in zip(sizes, paragraphs, strict=True):
            for number in numbers:
                side[number] = side.get(number, 0) + 1
        for (i, j), q in every.items():
            block = (paragraphs[0][i], paragraphs[1][j])
            blocks[block] = blocks.get(block, 0.0) + q
    found: dict[tuple[int, int], list[float]] = {}
    for (i, j), q in p.items():
        own = pairs[i, j]
        q1, lead_a, q2, second = best_row[i]
        rival_row, lead_a = (q2, second) if lead_a == j else (q1, lead_a)
        q1, lead_b, q2, second = best_column[j]
        rival_column, lead_b = (q2, second) if lead_b == i else (q1, lead_b)
        around = 0.0
        if paragraphs is not None:
            m, n = paragraphs[0][i], paragraphs[1][j]
            others = min(sizes[0][m], sizes[1][n]) - 1
            around = (blocks[m, n] - q) / others if others > 0 else 0.0
        found[i, j] = [
            q,
            rival_row,
            rival_column,
            q / (q + rival_row + rival_column + 0.05),
            _support(every, i, j, -1),
            _support(every, i, j, 1),
            around,
            _gain(a[i], b[j], b[lead_a]) if rival_row > q else own[0],
            _gain(b[j], a[i], a[lead_b]) if rival_column > q else own[1],
            rival_row if lead_a >= 0 and abs(lead_a - j) == 1 else 0.0,
            rival_column if lead_b >= 0 and abs(lead_b - i) == 1 else 0.0,
            _drift(best, i, j),
            *[own[n] for n in _KEPT],
            *own[len(PAIR_FEATURES) :],
        ]
    return found


def _best_two(line: Sequence[tuple[float, int]]) -> tuple[float, int, float, int]:
    """The most certain partner and the next, each with its probability and number; 0.0 and -1 if there is none."""
    ordered = sorted(line)[:2]
    q, n = ordered[0] if ordered else (0.0, -1)
    r, m = ordered[1] if len(ordered) > 1 else (0.0, -1)
    return -q, n, -r, m


def _support(p: Pairs, i: int, j: int, step: int) -> float:
    """How certain it is that the neighbours on one side belong together, whatever is skipped in between."""
    get = p.get
    i1, i2, j1, j2 = i + step, i + 2 * step, j + step, j + 2 * step
    return max(
        get((i1, j1), 0.0),
        0.9 * get((i2, j1), 0.0),
        0.9 * get((i1, j2), 0.0),
        0.8 * get((i2, j2), 0.0),
        0.7 * get((i1, j), 0.0),
        0.7 * get((i, j1), 0.0),
    )


def _gain(a: Profile, b: Profile, lead: Profile) -> float:
    """The share of a's weight that b has but a's most certain partner lacks: what b would add to a group."""
    return fsum(map(a.weight.__getitem__, shared(a, b) - shared(a, lead))) / (a.mass or 1.0)


def _drift(best: Sequence[tuple[float, int]], i: int, j: int) -> float:
    """How far j is from where the nearest certain neighbours of i point, 0 to 10 sentences."""
    for distance in range(1, 5):
        points = [
            abs(j - best[k][1] + k - i) for k in (i - distance, i + distance) if 0 <= k < len(best) and best[k][0] > 0.5
        ]
        if points:
            return float(min(10, *points))
    return 10.0
