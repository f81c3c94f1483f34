"""Words of two parallel sentences -> single pairs: certain words first, then pairs that their neighbours support.

>>> from newsdiff.pairing.likeness import describe
>>> a, b = "he said they were organised".split(), "they have organized , he told".split()
>>> pair_singles(describe(a), describe(b)).to_b
[4, 5, 0, 1, 2]

A word has one partner here, unless a phrase replaces another that is recognised as a whole (half a year, six months;
health care, healthcare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsdiff.lexicon.en.function_words import AMOUNT_STARTS, AMOUNTS, EQUIVALENTS, PHRASES
from newsdiff.pairing import likeness as lk
from newsdiff.pairing.likeness import (
    GROUP,
    GROUPS,
    KINDS,
    Word,
    letter_pairs,
    likeness_kind,
    spelling_kind,
    vector_kind,
)

# Above this many cells of unpaired words, a word is compared only with those near its expected place.
MAX_CELLS = 10_000
# Above this many cells no words are closed up; and this many amounts of a sentence are compared at most.
MAX_JOIN = 100_000
MAX_AMOUNTS = 30
# Above this many, words that the literal diff calls equal are paired before any is weighed: the longest link of the
# gold pairs has a hundredth of that.
MAX_WHOLE = 4_000_000
ROUNDS = 3

# How a cell's neighbours are related.
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
_BASES = [tuple([_OFFSETS[name] + len(values) * group for name, values in _FAMILIES]) for group in GROUP]
_RIGID = frozenset((lk.MARK, lk.NUMBER))
_SHIFT_BIN = [0, 1, 2, 3, 3, 4, 4, 4, 4, 5]
_DRIFT_BIN = [0, 1, 2, 2, 3, 3, 4, 4, 4, 4, *[5] * 11]  # in twentieths
Cell = tuple[int, int, int, int, int, int, int, int, int]


def feature_names() -> list[str]:
    """The name of each weight."""
    names = list(KINDS)
    for name, values in _FAMILIES:
        names += [f"{group}: {name} {value}" for group in GROUPS for value in values]
    return names


@cache
def weights() -> list[float]:
    """The learned weights, in the order of the names; a test checks that."""
    from newsdiff.pairing import learned

    return list(learned.weights().values())


class State:
    """Two sentences and the pairs accepted so far, with one partner for each word."""

    def __init__(self, a: Sequence[Word], b: Sequence[Word]) -> None:
        self.a, self.b = a, b
        self.to_b = [-1] * len(a)
        self.to_a = [-1] * len(b)
        self.kinds: dict[tuple[int, int], int] = {}
        self.odds: dict[tuple[int, int], float] = {}  # of each weighed cell, when it was last weighed
        self.amounts: list[tuple[int, int]] = []  # pairs of phrases that are one amount
        self.whole_a: set[int] = set()  # words that are paired as parts of a known phrase
        self.whole_b: set[int] = set()

    def pair(self, i: int, j: int) -> None:
        """Accepts a pair."""
        self.to_b[i] = j
        self.to_a[j] = i


def anchor(state: State) -> None:
    """Pairs the content words that occur once on each side, and equal words that continue them without a gap."""
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
        if i >= 0 <= j and to_b[i] < 0 and to_a[j] < 0 and (a[i].type == "content" or a[i].type == "number"):
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
    """Accepts whatever is certain before any weighing."""
    match_amounts(state)
    anchor(state)
    for i, j in join(state.a, state.b, state.to_b, state.to_a):
        state.whole_a.add(i)
        state.whole_b.add(j)
    for j, i in join(state.b, state.a, state.to_a, state.to_b):
        state.whole_a.add(i)
        state.whole_b.add(j)


def match_amounts(state: State) -> None:
    """Pairs phrases that name the same amount in other words (half a year, six months), each word with each."""
    found: list[list[tuple[int, int, int]]] = []
    for words in (state.a, state.b):
        lows = [word.low for word in words]
        spans = []
        for i, low in enumerate(lows):
            if low in AMOUNT_STARTS:
                for size in (5, 4, 3, 2, 1):
                    amount = AMOUNTS.get(tuple(lows[i : i + size])) if i + size <= len(lows) else None
                    if amount is not None:
                        spans.append((amount, i, i + size))
                        break
        if not spans:
            return
        found.append(spans[:MAX_AMOUNTS])
    for amount, i1, i2 in found[0]:
        for other, j1, j2 in found[1]:
            same = [w.low for w in state.a[i1:i2]] == [w.low for w in state.b[j1:j2]]
            if amount == other and not same and max(state.to_b[i1:i2]) < 0 and max(state.to_a[j1:j2]) < 0:
                state.amounts += [(i, j) for i in range(i1, i2) for j in range(j1, j2)]
                state.to_b[i1:i2] = [j1 if i < i2 - 1 else j2 - 1 for i in range(i1, i2)]
                state.to_a[j1:j2] = [i1 if j < j2 - 1 else i2 - 1 for j in range(j1, j2)]
                state.whole_a.update(range(i1, i2))
                state.whole_b.update(range(j1, j2))


def join(x: Sequence[Word], y: Sequence[Word], to_y: list[int], to_x: list[int]) -> list[tuple[int, int]]:
    """Pairs several free words of x with one of y: closed up (healthcare), as initials (U.S.), as listed (per cent)."""
    joined: list[tuple[int, int]] = []
    free_x = [i for i, j in enumerate(to_y) if j < 0]
    free_y = [j for j, i in enumerate(to_x) if i < 0]
    if len(free_x) * len(free_y) > MAX_JOIN:
        return joined
    initials = ""
    for j in free_y:
        word = y[j]
        run: tuple[int, int] | None = None
        if word.type == lk.CONTENT and len(word.low) > 4:
            run = _closed_up(x, to_y, free_x, word.low)
        if word.low in PHRASES:
            run = _phrase(x, to_y, free_x, PHRASES[word.low])
        if (
            run is None
            and 1 < len(word.text) < 9
            and word.text[0].isalpha()
            and ("." in word.text or word.text.isupper())
        ):
            short = word.low.replace(".", "")
            if 1 < len(short) < 6 and short.isalpha():
                initials = initials or "".join([w.low[:1] or " " for w in x])
                at = initials.find(short)
                if at >= 0 and all(to_y[i] < 0 and len(x[i].low) > 1 for i in range(at, at + len(short))):
                    run = at, at + len(short)
        if run:
            to_x[j] = run[0]
            for i in range(*run):
                to_y[i] = j
                joined.append((i, j))
            free_x = [i for i in free_x if not run[0] <= i < run[1]]
    return joined


def _phrase(
    x: Sequence[Word], to_y: Sequence[int], free: Sequence[int], phrases: Sequence[tuple[str, ...]]
) -> tuple[int, int] | None:
    """The place of one of the phrases among the free words of x."""
    for i in free:
        for phrase in phrases:
            if x[i].low == phrase[0] and i + len(phrase) <= len(x):
                end = i + len(phrase)
                if all(to_y[k] < 0 and x[k].low == part for k, part in zip(range(i, end), phrase, strict=True)):
                    return i, end
    return None


def _closed_up(x: Sequence[Word], to_y: Sequence[int], free: Sequence[int], low: str) -> tuple[int, int] | None:
    """The place of free words of x that give the word `low` when closed up."""
    for i in free:
        word = x[i].low
        if word and len(word) < len(low) and low.startswith(word):
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


def cells(state: State, step: int) -> Iterator[Cell]:
    """The unpaired cells worth weighing: i, j and the indexes of the features that hold.

    In the first step, only words that are the same or spelt alike, wherever they are; then any between or beside the
    same neighbours, and words of similar meaning elsewhere.
    """
    m = len(state.b)
    free_a = [i for i, j in enumerate(state.to_b) if j < 0]
    others = [_other(j, y) for j, y in enumerate(state.b) if state.to_a[j] < 0]
    if not free_a or not others:
        return
    around = _neighbours(state.to_b, m)
    band = 0 if len(free_a) * len(others) <= MAX_CELLS else max(2, MAX_CELLS // len(free_a) // 4)
    at = {other[0]: other for other in others} if band else {}
    rows: list[tuple[int, list[tuple[int, int]]]] = []
    best_b: dict[int, int] = {}
    for i in free_a:
        if band:
            left, lo, right, hi = around[i]
            window = {j for c in (lo + i - left, hi - right + i) for j in range(c - band, c + band)}
            others = [at[j] for j in sorted(window) if j in at]
        row = _likely(state, step, i, around[i], others)
        if row:
            rows.append((i, row))
        for j, kind in row:
            if kind < best_b.get(j, 99):
                best_b[j] = kind
    for i, row in rows:
        yield from _placed(state, i, around[i], row, best_b)


_Other = tuple[int, str, str, frozenset[str] | None]
_Around = tuple[int, int, int, int]


def _other(j: int, word: Word) -> _Other:
    """A free word of b as compared: its place, the word, its type, its pairs of letters."""
    return j, word.low, word.type, letter_pairs(word.low) if word.type == lk.CONTENT else None


def _likely(state: State, step: int, i: int, around: _Around, others: Sequence[_Other]) -> list[tuple[int, int]]:
    """The free words of b worth comparing with a word of a, each with the kind of their likeness."""
    x, b, kinds = state.a[i], state.b, state.kinds
    low, type_a = x.low, x.type
    pairs = letter_pairs(low) if type_a == lk.CONTENT else None
    equivalents, value = EQUIVALENTS.get(low, ()) if pairs else (), x.value
    _, lo, _, hi = around
    beside = (lo + 1, hi - 1)
    row: list[tuple[int, int]] = []
    for j, other, type_b, pairs_b in others:
        if step and (lo < j < hi or j in beside):
            # A mark or a figure is paired with a word only if both neighbours agree.
            if type_a != type_b and (type_a in _RIGID or type_b in _RIGID) and j not in beside:
                continue
            kind = kinds.get((i, j), -1)
            if kind < 0:
                kind = likeness_kind(x, b[j])
        elif low == other or other in equivalents or (value and same_figure(x, b[j])):
            kind = likeness_kind(x, b[j])
        elif pairs and pairs_b:
            kind = _spelt_alike(low, other, pairs, pairs_b) or (vector_kind(low, other) if step else 99)
            if kind > lk.V5:
                continue
        else:
            continue
        kinds[i, j] = kind
        row.append((j, kind))
    return row


def _spelt_alike(low: str, other: str, pairs: frozenset[str], pairs_b: frozenset[str]) -> int:
    """The kind of likeness of two words' letters; 0 if they are unlike, as for most, which their letter pairs show."""
    if pairs.isdisjoint(pairs_b) or 6 * len(pairs & pairs_b) < len(pairs) + len(pairs_b):
        return 0
    return spelling_kind(low, other)


def _placed(
    state: State, i: int, around: _Around, row: Sequence[tuple[int, int]], best_b: Mapping[int, int]
) -> Iterator[Cell]:
    """The cells of a row with their features, which describe their relation to neighbours and rivals."""
    kinds, n, m = state.kinds, len(state.a), len(state.b)
    best = min([kind for _, kind in row])
    li, lo, ri, hi = around
    after_j = lo + 1 if li == i - 1 else -2
    before_j = hi - 1 if ri == i + 1 else -2
    p, q = ri - li - 1, hi - lo - 1
    inside_gap = (0 if p == q else 1) if p == 1 or q == 1 else 2 if p == q == 2 else 3 if p <= 4 and q <= 4 else 4
    down_i, up_i, share = i - li + lo, hi - ri + i, i / n
    for j, kind in row:
        after, before = j == after_j, j == before_j
        down, up = abs(j - down_i), abs(j - up_i)
        shift = down if down < up else up
        if lo < j < hi:
            place = (0 if before else 1) if after else 2 if before else 5
            gap = inside_gap
        else:
            place = (0 if before else 3) if after else 4 if before else 6 if shift < 4 else 7
            gap = 5
        d = _DRIFT_BIN[int(abs(share - j / m) * 20)]
        beside = (kinds.get((i - 1, j - 1), 99) < lk.WEAK) + (kinds.get((i + 1, j + 1), 99) < lk.WEAK)
        f_place, f_shift, f_drift, f_rival, f_gap, f_beside = _BASES[kind]
        yield (
            i, j, kind, f_place + place, f_shift + _SHIFT_BIN[shift if shift < 9 else 9], f_drift + d,
            f_rival + (best < kind) + (best_b[j] < kind), f_gap + gap, f_beside + beside,
        )  # fmt: skip


def same_figure(x: Word, y: Word) -> bool:
    """Whether two figures have the same value, and one is in digits: three is not third."""
    return x.value == y.value and (x.low[0].isdigit() or y.low[0].isdigit())


def _neighbours(to_b: Sequence[int], m: int) -> dict[int, tuple[int, int, int, int]]:
    """For each free word of a, the nearest paired word to its left and its partner, then the same to its right."""
    around: dict[int, tuple[int, int, int, int]] = {}
    run: list[int] = []
    left, lo = -1, -1
    for i, j in (*enumerate(to_b), (len(to_b), m)):
        if j < 0:
            run.append(i)
            continue
        for free in run:
            around[free] = left, lo, i, j
        run = []
        left, lo = i, j
    return around


def accept(state: State, step: int, least: float) -> bool:
    """Pairs the likeliest cells first, each word once, down to log-odds of `least`; returns whether there was any."""
    w, odds = weights(), state.odds
    scored = []
    for i, j, f0, f1, f2, f3, f4, f5, f6 in cells(state, step):
        odds[i, j] = score = w[f0] + w[f1] + w[f2] + w[f3] + w[f4] + w[f5] + w[f6]
        if score >= least:
            scored.append((-score, i, j))
    scored.sort()
    for _, i, j in scored:
        if state.to_b[i] < 0 and state.to_a[j] < 0:
            state.pair(i, j)
    return bool(scored)


# The log-odds from which a cell is accepted, step by step. F1 on the training data is flat around the last ones.
LEAST = (1.5, 0.5, -0.3)


def pair_singles(a: Sequence[Word], b: Sequence[Word]) -> State:
    """Two sentences with their pairs, one partner for each word except in amounts and closed-up words."""
    state = State(a, b)
    if len(a) * len(b) > MAX_WHOLE:
        from newsdiff.pairing.worddiff import diff_keys

        for op in diff_keys([word.low for word in a], [word.low for word in b]):
            if op.op == "equal":
                for i, j in zip(range(op.a1, op.a2), range(op.b1, op.b2), strict=True):
                    state.pair(i, j)
    start(state)
    for step, least in enumerate(LEAST):
        accept(state, step, least)
    return state
