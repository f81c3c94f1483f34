"""Words of two parallel sentences -> pairs: sure words first, then what their neighbours speak for, then phrases.

>>> from newsdiff.pairing.likeness import describe
>>> decode(describe("he said they were organised".split()), describe("they have organized , he told".split()))
[(0, 4), (1, 5), (2, 0), (3, 1), (4, 2)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsdiff.pairing import likeness as lk
from newsdiff.pairing.likeness import GROUP, GROUPS, KINDS, Word, likeness_kind
from newsdiff.pairing.phrases import cross_cells, cross_names, grow_cells, grow_names

# Above so many cells of unpaired words a word is compared with those near its expected place only.
MAX_CELLS = 3_000
ROUNDS = 3

# How the neighbours stand to each other.
PLACES = (
    "between neighbours", "after neighbour, in gap", "before neighbour, in gap", "after neighbour", "before neighbour",
    "in gap", "near", "far",
)  # fmt: skip
SHIFTS = ("0", "1", "2", "3-4", "5-8", "9+")
DRIFTS = (".05", ".1", ".2", ".3", ".5", "1")
RIVALS = ("best for both", "best for one", "best for none")
SIDES = ("none", "one", "both")
GAPS = ("1x1", "1xn", "2x2", "small", "large", "out")

_OFFSETS: dict[str, int] = {}
_at = len(KINDS)
_FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("place", PLACES), ("shift", SHIFTS), ("drift", DRIFTS), ("rival", RIVALS), ("gap", GAPS), ("alike beside", SIDES),
)  # fmt: skip
for _name, _values in _FAMILIES:
    _OFFSETS[_name] = _at
    _at += len(_values) * len(GROUPS)
SIZE = _at
_PLACE, _SHIFT, _DRIFT, _RIVAL, _GAP, _BESIDE = _OFFSETS.values()
_SHIFT_BIN = [0, 1, 2, 3, 3, 4, 4, 4, 4, 5]
Cell = tuple[int, int, int, int, int, int, int, int, int]


def feature_names() -> list[str]:
    """What each weight is for."""
    names = list(KINDS)
    for name, values in _FAMILIES:
        names += [f"{group}: {name} {value}" for group in GROUPS for value in values]
    return names


class Weights(NamedTuple):
    """The learned weights of the three steps, each in the order of its names."""

    pair: list[float]
    grow: list[float]
    cross: list[float]


@cache
def weights() -> Weights:
    """The learned weights."""
    import json

    tables = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    pick = lambda step, names: [float(tables[step].get(name, 0.0)) for name in names]  # noqa: E731
    return Weights(pick("pair", feature_names()), pick("grow", grow_names()), pick("cross", cross_names()))


class State:
    """Two sentences and the pairs accepted so far, one partner a word."""

    def __init__(self, a: Sequence[Word], b: Sequence[Word]) -> None:
        self.a, self.b = a, b
        self.to_b = [-1] * len(a)
        self.to_a = [-1] * len(b)
        self.kinds: dict[tuple[int, int], int] = {}

    def pair(self, i: int, j: int) -> None:
        """Accept a pair."""
        self.to_b[i] = j
        self.to_a[j] = i


def anchor(state: State) -> None:
    """Pair the content words that stand once on each side, and the equal words that continue them without a gap."""
    a, b, to_b, to_a = state.a, state.b, state.to_b, state.to_a
    places: dict[str, int] = {}
    for j, word in enumerate(b):
        places[word.low] = -1 if word.low in places else j
    seen: dict[str, int] = {}
    for i, word in enumerate(a):
        seen[word.low] = -1 if word.low in seen else i
    found = []
    for low, i in seen.items():
        j = places.get(low, -1)
        if i >= 0 <= j and (a[i].type == "content" or a[i].type == "number"):
            state.pair(i, j)
            found.append((i, j))
    for i, j in found:
        for step in (-1, 1):
            x, y = i + step, j + step
            while 0 <= x < len(a) and 0 <= y < len(b) and to_b[x] < 0 and to_a[y] < 0 and a[x].low == b[y].low:
                state.pair(x, y)
                x += step
                y += step


def start(state: State) -> None:
    """What is sure before any weighing."""
    anchor(state)
    join(state.a, state.b, state.to_b, state.to_a)
    join(state.b, state.a, state.to_a, state.to_b)


def join(x: Sequence[Word], y: Sequence[Word], to_y: list[int], to_x: list[int]) -> None:
    """Pair several free words of x with one of y that closes them up ("health care", "healthcare") or shortens them."""
    free_x = [i for i, j in enumerate(to_y) if j < 0]
    if len(free_x) < 2:
        return
    initials = ""
    for j, word in enumerate(y):
        if to_x[j] >= 0:
            continue
        run: tuple[int, int] | None = None
        if word.type == lk.CONTENT and len(word.low) > 4:
            run = _closed_up(x, to_y, free_x, word.low)
        if run is None and 1 < len(word.text) < 9 and word.text[0].isalpha() and ("." in word.text or word.text.isupper()):
            short = word.low.replace(".", "")
            if 1 < len(short) < 6 and short.isalpha():
                initials = initials or "".join([w.low[:1] or " " for w in x])
                at = initials.find(short)
                if at >= 0 and all([to_y[i] < 0 and len(x[i].low) > 1 for i in range(at, at + len(short))]):
                    run = at, at + len(short)
        if run:
            to_x[j] = run[0]
            for i in range(*run):
                to_y[i] = j
            free_x = [i for i in free_x if not run[0] <= i < run[1]]


def _closed_up(x: Sequence[Word], to_y: Sequence[int], free: Sequence[int], low: str) -> tuple[int, int] | None:
    """Where the free words of x stand that give the word `low` when closed up."""
    for i in free:
        word = x[i].low
        if word[0] == low[0] and len(word) < len(low) and low.startswith(word):
            rest = low[len(word) :].lstrip("-")
            k = i + 1
            while rest and k < len(x) and k < i + 4 and to_y[k] < 0:
                part = x[k].low
                if rest.startswith(part):
                    rest = rest[len(part) :].lstrip("-")
                elif part != "-":
                    break
                k += 1
            if not rest:
                return i, k
    return None


def cells(state: State) -> Iterator[Cell]:
    """The unpaired cells worth a thought: i, j and the indexes of the features that hold."""
    a, b, to_b, to_a, kinds = state.a, state.b, state.to_b, state.to_a, state.kinds
    n, m = len(a), len(b)
    left_i, left_j, right_i, right_j = _neighbours(to_b, m)
    free_a = [i for i in range(n) if to_b[i] < 0]
    free_b = [j for j in range(m) if to_a[j] < 0]
    if not free_a or not free_b:
        return
    band = m if len(free_a) * len(free_b) <= MAX_CELLS else max(2, MAX_CELLS // len(free_a))
    wanted: list[tuple[int, int, int]] = []
    best_a: dict[int, int] = {}
    best_b: dict[int, int] = {}
    for i in free_a:
        x = a[i]
        lo, hi = left_j[i], right_j[i]
        near_lo, near_hi = lo + i - left_i[i], hi - right_i[i] + i
        for j in free_b:
            if band < m and abs(j - near_lo) > band and abs(j - near_hi) > band:
                continue
            kind = kinds.get((i, j), -1)
            if kind < 0:
                kind = kinds[i, j] = likeness_kind(x, b[j])
            if kind >= lk.V35 and not (lo < j < hi or j == lo + 1 or j == hi - 1):
                continue
            wanted.append((i, j, kind))
            if kind < best_a.get(i, 99):
                best_a[i] = kind
            if kind < best_b.get(j, 99):
                best_b[j] = kind
    for i, j, kind in wanted:
        group = GROUP[kind]
        lo, hi = left_j[i], right_j[i]
        after = j == lo + 1 and left_i[i] == i - 1
        before = j == hi - 1 and right_i[i] == i + 1
        inside = lo < j < hi
        down, up = abs(j - lo - i + left_i[i]), abs(hi - j - right_i[i] + i)
        shift = down if down < up else up
        if after and before:
            place = 0
        elif inside:
            place = 1 if after else 2 if before else 5
        elif after or before:
            place = 3 if after else 4
        else:
            place = 6 if shift < 4 else 7
        if inside:
            p, q = right_i[i] - left_i[i] - 1, hi - lo - 1
            if p == 1 or q == 1:
                gap = 0 if p == q else 1
            elif p == 2 and q == 2:
                gap = 2
            else:
                gap = 3 if p <= 4 and q <= 4 else 4
        else:
            gap = 5
        drift = abs(i / n - j / m)
        d = 0 if drift < 0.05 else 1 if drift < 0.1 else 2 if drift < 0.2 else 3 if drift < 0.3 else 4 if drift < 0.5 else 5
        rival = (best_a[i] < kind) + (best_b[j] < kind)
        beside = (kinds.get((i - 1, j - 1), 99) < lk.V45) + (kinds.get((i + 1, j + 1), 99) < lk.V45)
        yield (
            i, j, kind, _PLACE + 8 * group + place, _SHIFT + 6 * group + _SHIFT_BIN[shift if shift < 9 else 9],
            _DRIFT + 6 * group + d, _RIVAL + 3 * group + rival, _GAP + 6 * group + gap,
            _BESIDE + 3 * group + beside,
        )  # fmt: skip


def _neighbours(to_b: Sequence[int], m: int) -> tuple[list[int], list[int], list[int], list[int]]:
    """For each word of a: the nearest paired word to its left and its partner, then the same to its right."""
    left_i, left_j, right_i, right_j = [], [], [], []
    i0, j0 = -1, -1
    for i, j in enumerate(to_b):
        left_i.append(i0)
        left_j.append(j0)
        if j >= 0:
            i0, j0 = i, j
    i0, j0 = len(to_b), m
    for i in range(len(to_b) - 1, -1, -1):
        right_i.append(i0)
        right_j.append(j0)
        if to_b[i] >= 0:
            i0, j0 = i, to_b[i]
    return left_i, left_j, right_i[::-1], right_j[::-1]


def accept(state: State, least: float) -> bool:
    """Pair the likeliest cells first, each word once, down to the log odds `least`; whether there was any."""
    w = weights().pair
    scored = []
    for i, j, f0, f1, f2, f3, f4, f5, f6 in cells(state):
        score = w[f0] + w[f1] + w[f2] + w[f3] + w[f4] + w[f5] + w[f6]
        if score >= least:
            scored.append((-score, i, j))
    scored.sort()
    for _, i, j in scored:
        if state.to_b[i] < 0 and state.to_a[j] < 0:
            state.pair(i, j)
    return bool(scored)


LEAST = (1.5, 0.5, -0.3)
LEAST_GROW = 0.0
LEAST_CROSS = 0.0
STEPS = 3


def decode(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """Sorted pairs of two sentences."""
    state = State(a, b)
    start(state)
    for least in LEAST:
        accept(state, least)
    pairs = {(i, j) for i, j in enumerate(state.to_b) if j >= 0}
    pairs.update([(i, j) for j, i in enumerate(state.to_a) if i >= 0])
    for i, j in grow(a, b, state.to_b, state.to_a):
        pairs.add((i, j))
    for j, i in grow(b, a, state.to_a, state.to_b):
        pairs.add((i, j))
    w = weights().cross
    for i, j, k, m, features in cross_cells(a, b, state.to_b):
        if sum([w[f] for f in features]) >= LEAST_CROSS:
            pairs.add((i, m))
            pairs.add((k, j))
    return sorted(pairs)


def grow(x: Sequence[Word], y: Sequence[Word], to_y: Sequence[int], to_x: Sequence[int]) -> list[tuple[int, int]]:
    """The free words of x that join a pair beside them: (word of x, partner in y)."""
    w = weights().grow
    joined: dict[int, int] = {}
    for step in range(STEPS):
        new: dict[int, tuple[float, int]] = {}
        for i, j, *features in grow_cells(x, y, to_y, to_x, joined, step):
            score = sum([w[f] for f in features])
            if score >= LEAST_GROW and (i not in new or score > new[i][0]):
                new[i] = (score, j)
        if not new:
            break
        joined.update({i: j for i, (_, j) in new.items()})
    return list(joined.items())
