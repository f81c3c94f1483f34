"""Which figure of one side of a link stands for which of the other, and which of them have no counterpart.

Equal values find each other first, wherever in the link they stand; then conversions and roundings; then figures that
stand in each other's place, by the words around them, the word pairs and the diff. What is left is dropped or added
only if it went alone: with the words about it still there.

It does not look beyond the link, but for one question: whether a figure without counterpart stands next door.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdiff.edits.passage import Passage
from newsdiff.figures.atoms import split_atoms
from newsdiff.figures.calendar import When, scan_dates
from newsdiff.figures.quantities import Figure, read_numbers, starters
from newsdiff.figures.units import unit_names
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
# A link with more pairs of figures than this is a table: only figures of about the same place in the row are compared.
MOST_CELLS = 2500
WINDOW = 8

_FUNCTION = frozenset(
    "a an the of in on at to for by with from and or but as that this these those it its he she they we i his her "
    "their who which was were is are be been has had have there than then also just only even about around some over "
    "more nearly almost least up under said says old aged age years year total all each per both s".split()
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
        key = token.key
        if key.isalpha():
            if (low := key.lower()) in words:
                found.append(low)
        elif len(key) > 1 or key not in _PLAIN_MARKS:
            low = key.lower()
            if low in words or not _DIGITS.isdisjoint(low):
                found.append(low)
            elif "-" in low:
                found.extend([part for part in low.split("-") if part in words])
    return found


_PLAIN_MARKS = frozenset(".,\"'-:;()!?")
_DIGITS = frozenset("0123456789") | frozenset(
    [chr(base + n) for base in (0x660, 0x6F0, 0x966, 0xFF10) for n in range(10)]
)


@lru_cache(maxsize=1)
def trigger_words() -> frozenset[str]:
    """Every word that a figure or date may have."""
    one_word = [name for name in unit_names() if " " not in name and name not in ("in", "per", "s", "t")]
    return (
        starters() - {"a", "an"}
        | frozenset(one_word)
        | frozenset(
            [*en.MAGNITUDES, *en.MONTHS, *en.WEEKDAYS, *en.DECADES, *en.CLOCK_WORDS, *en.MERIDIEMS, *en.RELATIVE_DAYS]
        )
        | frozenset(
            ("last", "next", "this", "thirds", "quarters", "fifths", "tenths", "bc", "b.c.", "ad", "a.d.", "past")
        )
    )


def _read_side(article: Article, members: Sequence[int], raw: Sequence[list[str]]) -> tuple[list[Item], list[Item]]:
    """The dates and the numbers of one side of a link, in its order; a sentence without raw figures is not read."""
    dates: list[Item] = []
    numbers: list[Item] = []
    base = 0
    for member, words in zip(members, raw, strict=True):
        sentence = article.sentences[member]
        count = len(sentence.tokens)
        if words:
            reading = read_sentence(sentence.text)
            starts = [t.start for t in sentence.tokens]
            for items, found in ((dates, reading.dates), (numbers, reading.numbers)):
                for what in found:
                    start, end = what.start + sentence.start, what.end + sentence.start
                    stop = what.stop + sentence.start if isinstance(what, Figure) else end
                    lo = max(bisect_right(starts, start) - 1, 0)
                    hi = max(bisect_left(starts, end), lo + 1)
                    items.append(Item(what, start, end, stop, base + lo, base + hi, base, base + count))
        base += count
    return dates, numbers


def read_figures(passage: Passage) -> tuple[list[Item], list[Item], list[Item], list[Item]]:
    """The dates of A and of B, the numbers of A and of B, also where the sides have the same."""
    story, link = passage.story, passage.link
    (dates_a, numbers_a), (dates_b, numbers_b) = [
        _read_side(article, members, [raw_figures(article.sentences[n].tokens) for n in members])
        for article, members in ((story.a, link.a), (story.b, link.b))
    ]
    return dates_a, dates_b, numbers_a, numbers_b


class Study(NamedTuple):
    """What is known of the figures of a link, worked out once for dates and numbers."""

    dates_a: list[Item]
    dates_b: list[Item]
    numbers_a: list[Item]
    numbers_b: list[Item]
    around: Surroundings


def study(passage: Passage) -> Study | None:
    """The figures of both sides of a link; None where they are the same to the letter, or there are none."""
    known = passage.story.studies
    if passage.index not in known:
        known[passage.index] = _study(passage)
    found = known[passage.index]
    return found if isinstance(found, Study) else None


def _study(passage: Passage) -> Study | None:
    story, link = passage.story, passage.link
    raw_a = [raw_figures(story.a.sentences[n].tokens) for n in link.a]
    raw_b = [raw_figures(story.b.sentences[n].tokens) for n in link.b]
    if [word for raw in raw_a for word in raw] == [word for raw in raw_b for word in raw]:
        return None
    dates_a, numbers_a = _read_side(story.a, link.a, raw_a)
    dates_b, numbers_b = _read_side(story.b, link.b, raw_b)
    if not (dates_a or dates_b or numbers_a or numbers_b):
        return None
    return Study(dates_a, dates_b, numbers_a, numbers_b, Surroundings(passage))


class Surroundings:
    """What the words around two figures have in common, for one link."""

    def __init__(self, passage: Passage) -> None:
        self.low_a = [t.key.lower() if t.word else "" for t in passage.a]
        self.low_b = [t.key.lower() if t.word else "" for t in passage.b]
        self.next_words: dict[tuple[str, int, int], list[int]] = {}
        self.to_b: dict[int, set[int]] = {}
        self.to_a: dict[int, set[int]] = {}
        for i, j in passage.pairs:
            self.to_b.setdefault(i, set()).add(j)
            self.to_a.setdefault(j, set()).add(i)
        self.block_a: dict[int, int] = {}
        self.block_b: dict[int, int] = {}
        self.sizes = [max(op.a2 - op.a1, op.b2 - op.b1) for op in passage.opcodes]
        for n, op in enumerate(passage.opcodes):
            if op.op == "replace":
                self.block_a.update(dict.fromkeys(range(op.a1, op.a2), n))
                self.block_b.update(dict.fromkeys(range(op.b1, op.b2), n))

    def score(self, x: Item, y: Item) -> float:
        """How much speaks for two figures standing in the same place."""
        total = 0.0
        if any([j in self.to_b.get(i, ()) for i in range(x.lo, x.hi) for j in range(y.lo, y.hi)]):
            total += 1.5
        if self.share_block(x, y):
            total += 1.0
        total += self._beside(x.hi, y.hi, 1, 1.5)
        total += self._beside(x.lo - 1, y.lo - 1, -1, 1.0)
        place_a = (x.lo + x.hi) / (2 * len(self.low_a))
        place_b = (y.lo + y.hi) / (2 * len(self.low_b))
        return total - 0.3 * abs(place_a - place_b)

    def share_block(self, x: Item, y: Item, most: int = 10**6) -> bool:
        """Whether the literal diff has put one in the place of the other, in a replacement of `most` tokens a side."""
        blocks = {self.block_a[i] for i in range(x.lo, x.hi) if i in self.block_a}
        blocks = {n for n in blocks if self.sizes[n] <= most}
        return bool(blocks) and any([self.block_b.get(j) in blocks for j in range(y.lo, y.hi)])

    def _beside(self, i: int, j: int, step: int, worth: float) -> float:
        """What the next words on one hand are worth: the same or paired, content words more than function words."""
        mine, theirs = self._next_words("a", i, step), self._next_words("b", j, step)
        if not mine or not theirs:
            return worth / 3 if not mine and not theirs else 0.0
        best = 0.0
        for n, i2 in enumerate(mine):
            for m, j2 in enumerate(theirs):
                if (
                    self.low_a[i2] == self.low_b[j2]
                    or _stem(self.low_a[i2]) == _stem(self.low_b[j2])
                    or j2 in self.to_b.get(i2, ())
                ):
                    near = worth if n == m == 0 else 0.6 * worth
                    best = max(best, near * (0.5 if self.low_a[i2] in _FUNCTION else 1.0))
        return best

    def _next_words(self, side: str, at: int, step: int) -> list[int]:
        """The next two words from a place on, in one direction, at most three tokens away."""
        key = (side, at, step)
        if key not in self.next_words:
            low = self.low_a if side == "a" else self.low_b
            places = range(at, min(at + 3, len(low))) if step > 0 else range(at, max(at - 3, -1), -1)
            self.next_words[key] = [k for k in places if low[k]][:2]
        return self.next_words[key]

    def noun(self, side: str, x: Item) -> str:
        """The word that a figure counts: the one right behind it, where it is no function word."""
        low = self.low_a if side == "a" else self.low_b
        word = low[x.hi] if x.hi < x.last else ""
        return "" if word in _FUNCTION else _stem(word)

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
            return min([abs(i - j) for i in left for j in right]) <= GAP
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


def _stem(word: str) -> str:
    """A word without its plural ending, enough to see that the same is counted."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def match_items(
    a: Sequence[Item], b: Sequence[Item], around: Surroundings, rank: Callable[[Item, Item], tuple[int, float]]
) -> list[Match]:
    """Counterparts, best first: rank 3 is an equal value, 2 an equal worth, 1 a comparable one, 0 nothing."""
    if len(a) == len(b) and all([rank(x, y)[0] == 3 for x, y in zip(a, b, strict=True)]) and _distinct(a):
        return [Match(n, n, 3, EQUAL) for n in range(len(a))]
    candidates: list[Match] = []
    crowded = len(a) * len(b) > MOST_CELLS
    for i, x in enumerate(a):
        for j in range(max(0, i - WINDOW), min(len(b), i + WINDOW + 1)) if crowded else range(len(b)):
            y = b[j]
            level, extra = rank(x, y)
            if level:
                context = around.score(x, y) + extra
                worth = EQUAL if level == 3 else ALIKE if level == 2 else 0.0
                candidates.append(Match(i, j, level, worth + context))
    candidates.sort(key=lambda m: (-m.score, -m.rank, abs(m.a - m.b), m.a, m.b))
    used_a: set[int] = set()
    used_b: set[int] = set()
    matches: list[Match] = []
    for match in candidates:
        if match.a not in used_a and match.b not in used_b and (match.rank > 1 or match.score >= CHANGED):
            used_a.add(match.a)
            used_b.add(match.b)
            matches.append(match)
    left = [m for m in candidates if m.a not in used_a and m.b not in used_b and m.score >= ALONE]
    rivals_a, rivals_b = Counter([m.a for m in left]), Counter([m.b for m in left])
    matches.extend([m for m in left if rivals_a[m.a] == rivals_b[m.b] == 1])
    matches = _uncross(matches, a, b, around)
    matches.sort(key=lambda m: (m.a, m.b))
    return matches


def _distinct(items: Sequence[Item]) -> bool:
    """Whether no two figures of a side have one value, so that equal values leave no choice."""
    values = [item.what.ratio if isinstance(item.what, Figure) else item.what.fields for item in items]
    return len(set(values)) == len(values)


def _uncross(matches: Sequence[Match], a: Sequence[Item], b: Sequence[Item], around: Surroundings) -> list[Match]:
    """The matches, with two figures that have changed places told from two that have moved with their nouns.

    "Two men and three women" for "three men and two women": each value is still there, at the other's noun.
    """
    found = list(matches)
    for m, first in enumerate(found if len(found) <= WINDOW * WINDOW else ()):
        for n in range(m + 1, len(found)):
            second = found[n]
            if first.rank != 3 or second.rank != 3 or (first.a < second.a) == (first.b < second.b):
                continue
            noun_a, noun_b = around.noun("a", a[first.a]), around.noun("b", b[first.b])
            if not noun_a or not noun_b or noun_a == noun_b:
                continue
            if around.noun("a", a[second.a]) == noun_b and around.noun("b", b[second.b]) == noun_a:
                found[m] = Match(first.a, second.b, 1, CHANGED)
                found[n] = Match(second.a, first.b, 1, CHANGED)
                break
    return found


def stands_nearby(article: Article, members: Sequence[int], test: Callable[[Reading], bool]) -> bool:
    """Whether a sentence next to the link's own holds what is looked for."""
    if not members:
        return False
    lo, hi = max(0, min(members) - NEARBY), min(len(article.sentences), max(members) + NEARBY + 1)
    return any([test(read_sentence(article.sentences[n].text)) for n in range(lo, hi) if n not in members])
