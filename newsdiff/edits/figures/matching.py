"""Which figure of one side of a link stands for which of the other, and which of them have no counterpart.

Equal values find each other first, wherever in the link they stand; then conversions and roundings; then figures that
stand in each other's place, by the words around them, the word pairs and the diff. What is left is dropped or added only
if it went alone: with the words about it still there.

It does not look beyond the link, but for one question: whether a figure without counterpart stands next door.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdiff.edits.figures.atoms import split_atoms
from newsdiff.edits.figures.calendar import When, scan_dates
from newsdiff.edits.figures.numerals import Figure, read_numbers, starters, unit_names
from newsdiff.edits.passage import Passage
from newsdiff.lexicon.en import figures as en
from newsdiff.model import Article, Token

# What a counterpart earns; a value that is only comparable needs the words around it (CHANGED).
EQUAL = 4.0
ALIKE = 3.0
CHANGED = 2.0
# Two comparable figures that are the only ones left need less, since the link already says that they belong together.
ALONE = 0.45
# How many words the two neighbours of a dropped figure may be apart on the other side.
GAP = 4
# A figure with no counterpart is looked for in so many sentences before and after.
NEARBY = 2

_FUNCTION = frozenset(
    "a an the of in on at to for by with from and or but as that this these those it its he she they we i his her their who which "
    "was were is are be been has had have there than then also just only even about around some over more nearly almost "
    "least up under said says old aged age years year total all each per both s in".split()
)


class Reading(NamedTuple):
    """The dates and numbers of one sentence, offsets from its start."""

    dates: tuple[When, ...]
    numbers: tuple[Figure, ...]


class Item(NamedTuple):
    """A figure or date in its place: offsets into the article, tokens of the side."""

    what: Figure | When
    start: int
    end: int
    stop: int
    lo: int
    hi: int
    first: int  # tokens of its sentence
    last: int


class Match(NamedTuple):
    """A figure of A and one of B, by index, with the rank of their likeness and the score."""

    a: int
    b: int
    rank: int
    score: float


@lru_cache(maxsize=1024)
def read_sentence(text: str) -> Reading:
    """The dates and numbers of a sentence; a date's figures are the date's."""
    atoms = split_atoms(text)
    dates = scan_dates(atoms)
    taken = frozenset([n for _, first, after in dates for n in range(first, after)])
    return Reading(
        tuple([when._replace(text=text[when.start : when.end]) for when, _, _ in dates]),
        tuple([f._replace(text=text[f.start : f.end]) for f in read_numbers(atoms, taken)]),
    )


def raw_figures(tokens: Sequence[Token]) -> list[str]:
    """What of a side a figure or date could be made of: two sides with the same list have nothing to find."""
    words = trigger_words()
    found = []
    for token in tokens:
        low = token.key.lower()
        if low in words or low[0].isdecimal():
            found.append(low)
        elif "-" in low:
            found.extend([part for part in low.split("-") if part in words or part[:1].isdecimal()])
        elif any([c.isdecimal() for c in low]):
            found.append(low)
    return found


@lru_cache(maxsize=1)
def trigger_words() -> frozenset[str]:
    """Every word that a figure or date may have."""
    one_word = [name for name in unit_names() if " " not in name and name not in ("in", "per", "s", "t")]
    return (
        starters() - {"a", "an"}
        | frozenset(one_word)
        | frozenset([*en.MAGNITUDES, *en.MONTHS, *en.WEEKDAYS, *en.DECADES, *en.CLOCK_WORDS, *en.MERIDIEMS, *en.RELATIVE_DAYS])
        | frozenset(("last", "next", "this", "thirds", "quarters", "fifths", "tenths", "bc", "b.c.", "ad", "a.d.", "past"))
    )


def read_side(article: Article, members: Sequence[int], tokens: Sequence[Token], dates: bool) -> list[Item]:
    """The figures (or the dates) of one side of a link, in its order."""
    items = []
    starts = [t.start for t in tokens]
    ordered = all([x <= y for x, y in zip(starts, starts[1:], strict=False)])
    base = 0
    for member in members:
        sentence = article.sentences[member]
        count = len(sentence.tokens)
        reading = read_sentence(sentence.text)
        own = starts[base : base + count] if not ordered or len(members) > 1 else starts
        for what in reading.dates if dates else reading.numbers:
            start, end = what.start + sentence.start, what.end + sentence.start
            stop = what.stop + sentence.start if isinstance(what, Figure) else end
            lo = max(bisect_right(own, start) - 1, 0)
            hi = max(bisect_left(own, end), lo + 1)
            items.append(Item(what, start, end, stop, base + lo, base + hi, base, base + count))
        base += count
    return items


class Surroundings:
    """What the words around two figures have in common, for one link."""

    def __init__(self, passage: Passage) -> None:
        self.a, self.b = passage.a, passage.b
        self.low_a = [t.key.lower() if t.word else "" for t in passage.a]
        self.low_b = [t.key.lower() if t.word else "" for t in passage.b]
        self.to_b: dict[int, set[int]] = {}
        self.to_a: dict[int, set[int]] = {}
        for i, j in passage.pairs:
            self.to_b.setdefault(i, set()).add(j)
            self.to_a.setdefault(j, set()).add(i)
        self.block_a: dict[int, int] = {}
        self.block_b: dict[int, int] = {}
        for n, op in enumerate(passage.opcodes):
            if op.op == "replace":
                self.block_a.update(dict.fromkeys(range(op.a1, op.a2), n))
                self.block_b.update(dict.fromkeys(range(op.b1, op.b2), n))

    def score(self, x: Item, y: Item) -> float:
        """How much speaks for two figures standing in the same place."""
        total = 0.0
        if any([j in self.to_b.get(i, ()) for i in range(x.lo, x.hi) for j in range(y.lo, y.hi)]):
            total += 1.5
        blocks = {self.block_a[i] for i in range(x.lo, x.hi) if i in self.block_a}
        if blocks and any([self.block_b.get(j) in blocks for j in range(y.lo, y.hi)]):
            total += 1.0
        total += self._beside(x.hi, y.hi, 1, 1.5)
        total += self._beside(x.lo - 1, y.lo - 1, -1, 1.0)
        place_a = (x.lo + x.hi) / (2 * len(self.a))
        place_b = (y.lo + y.hi) / (2 * len(self.b))
        return total - 0.3 * abs(place_a - place_b)

    def _beside(self, i: int, j: int, step: int, worth: float) -> float:
        """What the next words on one hand are worth: the same or paired, content words more than function words."""
        mine, theirs = _next_words(self.low_a, i, step), _next_words(self.low_b, j, step)
        if not mine or not theirs:
            return worth / 3 if not mine and not theirs else 0.0
        best = 0.0
        for n, i2 in enumerate(mine):
            for m, j2 in enumerate(theirs):
                if self.low_a[i2] == self.low_b[j2] or _stem(self.low_a[i2]) == _stem(self.low_b[j2]) or j2 in self.to_b.get(i2, ()):
                    near = worth if n == m == 0 else 0.6 * worth
                    best = max(best, near * (0.5 if self.low_a[i2] in _FUNCTION else 1.0))
        return best

    def went_alone(self, x: Item, side: str, adverbial: bool) -> bool:
        """Whether the figure has gone while the words about it are still there on the other side."""
        low, to = (self.low_a, self.to_b) if side == "a" else (self.low_b, self.to_a)
        lo, hi = x.lo, x.hi
        while lo > x.first and (not low[lo - 1] or (low[lo - 1] in _FUNCTION and lo - 1 not in to)):
            lo -= 1
        while hi < x.last and (not low[hi] or (low[hi] in _FUNCTION and hi not in to)):
            hi += 1
        left = to.get(lo - 1, set()) if lo > x.first else set()
        right = to.get(hi, set()) if hi < x.last else set()
        apposed = x.lo > 0 and x.hi < len(low) and not low[x.lo - 1] and not low[x.hi]
        if adverbial:
            return bool((left or lo == x.first) and (right or hi == x.last) and (left or right))
        if left and right:
            return min([abs(r - l) for l in left for r in right]) <= GAP
        if apposed and left:
            return True
        if hi == x.last and left:
            return True
        # The counted noun itself is still there.
        noun = low[hi] if hi == x.hi and hi < x.last else ""
        if not right or not noun or noun in _FUNCTION:
            return False
        other = self.low_b if side == "a" else self.low_a
        return bool(left) or any([_stem(other[r]) == _stem(noun) for r in right])


def _next_words(low: Sequence[str], at: int, step: int) -> list[int]:
    """The next two words from a place on, in one direction, at most three tokens away."""
    found: list[int] = []
    for n in range(3):
        k = at + n * step
        if not 0 <= k < len(low):
            break
        if low[k]:
            found.append(k)
            if len(found) == 2:
                break
    return found


def _stem(word: str) -> str:
    """A word without its plural ending, enough to see that the same is counted."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def match_items(
    a: Sequence[Item], b: Sequence[Item], around: Surroundings, rank: Callable[[Item, Item], tuple[int, float]]
) -> list[Match]:
    """Counterparts, best first: rank 3 is an equal value, 2 an equal worth, 1 a comparable one, 0 nothing."""
    candidates: list[Match] = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            level, extra = rank(x, y)
            if level:
                context = around.score(x, y) + extra
                worth = EQUAL if level == 3 else ALIKE if level == 2 else 0.0
                candidates.append(Match(i, j, level, worth + context))
    candidates.sort(key=lambda m: (-m.score, -m.rank, abs(m.a - m.b), m.a, m.b))
    used_a: set[int] = set()
    used_b: set[int] = set()
    matches: list[Match] = []
    for threshold in (CHANGED, ALONE):
        for match in candidates:
            if match.a in used_a or match.b in used_b or (match.rank == 1 and match.score < threshold):
                continue
            if match.rank == 1 and threshold == ALONE and not _only_pair(match, candidates, used_a, used_b):
                continue
            used_a.add(match.a)
            used_b.add(match.b)
            matches.append(match)
    matches.sort(key=lambda m: (m.a, m.b))
    return matches


def _only_pair(match: Match, candidates: Sequence[Match], used_a: set[int], used_b: set[int]) -> bool:
    """Whether neither of the two has another candidate left."""
    for other in candidates:
        if other is not match and (other.a == match.a) != (other.b == match.b):
            if other.a not in used_a and other.b not in used_b:
                return False
    return True


def stands_nearby(article: Article, members: Sequence[int], test: Callable[[Reading], bool]) -> bool:
    """Whether a sentence next to the link's own holds what is looked for."""
    if not members:
        return False
    lo, hi = max(0, min(members) - NEARBY), min(len(article.sentences), max(members) + NEARBY + 1)
    return any([test(read_sentence(article.sentences[n].text)) for n in range(lo, hi) if n not in members])


def sides(passage: Passage, dates: bool) -> tuple[list[Item], list[Item]]:
    """The figures (or dates) of both sides of a link."""
    story = passage.story
    return (
        read_side(story.a, passage.link.a, passage.a, dates),
        read_side(story.b, passage.link.b, passage.b, dates),
    )


def left_over(items: Sequence[Item], taken: set[int]) -> Iterator[Item]:
    """The items without counterpart."""
    return (item for n, item in enumerate(items) if n not in taken)
