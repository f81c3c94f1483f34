"""Facts of both sides of a link, matched: the one comparison shared by all kinds.

>>> from newsdiff.compare import compare
>>> c = compare("Two men and three women left.", "Three men and two women left.")
>>> [(e.kind, e.a.text, e.b.text) for e in c.edits]
[('number', 'Two', 'Three'), ('number', 'three', 'two')]

A fact is what one article says (`newsdiff.facts`). A kind says how two of its facts relate; everything else is the
same for every kind. Facts that say the same are matched first, wherever in the link they are; then facts that can
replace each other in the same place, judged by the words around them, the word pairing and the literal diff. A fact
left over was dropped (or added) only if it went alone: the words around it are still there. Two facts in each other's
place were exchanged. The sides are 0 and 1, and neither is preferred.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from newsdiff.edits.passage import Passage, Reader, a_first
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Article
from newsdiff.text.stems import stem

# The score of a counterpart; facts that merely could be counterparts need as much from the words around them.
# Measured on the numbers and dates of the gold pairs.
WORTH = {3: 4.0, 2: 3.0, 1: 0.0}
CHANGED = 2.0
# The only two left in a link need less, since the link already says that they belong together.
ALONE = 0.45
# How many words apart the neighbours of a dropped fact may be on the other side.
GAP = 4
# A fact without a counterpart is looked for in this many sentences before and after.
NEARBY = 2
# With more pairs of facts than this, a link is a table: only facts at about the same place in the row are compared.
MOST_CELLS = 2500
WINDOW = 8


class Relation(IntEnum):
    """How two facts of a kind relate."""

    NONE = 0  # they cannot be counterparts
    OTHER = 1  # they can, and say something else
    ALIKE = 2  # they say the same in another way
    SAME = 3


class Fact(Protocol):
    """The members of every fact."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


F = TypeVar("F", bound=Fact)


class Placed(NamedTuple, Generic[F]):
    """A fact in its link: tokens lo to hi of its side, end excluded."""

    fact: F
    lo: int
    hi: int


class Answer(NamedTuple, Generic[F]):
    """Two facts that correspond; None for a side without a counterpart that kept the words around it."""

    a: Placed[F] | None
    b: Placed[F] | None
    relation: Relation
    score: float

    @property
    def alone(self) -> tuple[int, Placed[F]] | None:
        """The fact that has no counterpart, with its side."""
        if self.b is None:
            return (0, self.a) if self.a else None
        return (1, self.b) if self.a is None else None


Relate = Callable[[F, F], tuple[Relation, float]]


def place_facts(passage: Passage, side: int, reader: Reader[F], whole: bool = False) -> list[Placed[F]]:
    """The facts that a reader finds in the link's sentences, in order; `whole` if it needs the whole article."""
    story = passage.story
    placed: list[Placed[F]] = []
    base = 0
    for member, starts in zip(passage.members[side], passage.starts[side], strict=True):
        facts = (
            _within(story.articles[side], member, story.read(side, reader))
            if whole
            else story.read_sentence(side, member, reader)
        )
        for fact in facts:
            first = max(bisect_right(starts, fact.start) - 1, 0)
            last = max(bisect_left(starts, fact.end), first + 1)
            placed.append(Placed(fact, base + first, base + last))
        base += len(starts)
    return placed


def _start(fact: Fact) -> int:
    return fact.start


def answer_facts(
    passage: Passage, a: Sequence[Placed[F]], b: Sequence[Placed[F]], relate: Relate[F]
) -> list[Answer[F]]:
    """The facts that correspond, then those dropped or added alone, in the order of A, then of B."""
    sides = (a, b)
    matches = _match(passage, a, b, relate)
    used = ({m[0] for m in matches}, {m[1] for m in matches})
    answers = [Answer(a[i], b[j], relation, score) for i, j, relation, score in matches]
    for side in (0, 1):
        rest = [x for n, x in enumerate(sides[1 - side]) if n not in used[1 - side]]
        for n, x in enumerate(sides[side]):
            if n in used[side] or any(_could_answer(passage, relate, side, x, y) for y in rest):
                continue
            if went_alone(passage, side, x):
                answers.append(Answer(*a_first(side, x, None), Relation.NONE, 0.0))
    return answers


def _could_answer(passage: Passage, relate: Relate[F], side: int, x: Placed[F], y: Placed[F]) -> bool:
    """Whether two facts without a counterpart could have been each other's if there had been no rival."""
    a, b = a_first(side, x, y)
    relation, extra = relate(a.fact, b.fact)
    return bool(relation) and WORTH[relation] + extra + place_score(passage, a, b) >= ALONE


_Match = tuple[int, int, Relation, float]


def _match(passage: Passage, a: Sequence[Placed[F]], b: Sequence[Placed[F]], relate: Relate[F]) -> list[_Match]:
    """Indexes of counterparts, ascending in A; the best are chosen first, and each fact is in one match at most."""
    stayed = list(_stayed(passage, a, b, relate))
    here, there = {m[0] for m in stayed}, {m[1] for m in stayed}
    candidates: list[_Match] = []
    crowded = len(a) * len(b) > MOST_CELLS
    for i, x in enumerate(a):
        if i in here:
            continue
        for j in range(max(0, i - WINDOW), min(len(b), i + WINDOW + 1)) if crowded else range(len(b)):
            if j in there:
                continue
            relation, extra = relate(x.fact, b[j].fact)
            if relation:
                candidates.append((i, j, relation, WORTH[relation] + extra + place_score(passage, x, b[j])))
    candidates.sort(key=lambda m: (-m[3], -m[2], abs(m[0] - m[1]), m[0], m[1]))
    matches = stayed + _choose(candidates, lambda m: m[2] > Relation.OTHER or m[3] >= CHANGED)
    used = ({m[0] for m in matches}, {m[1] for m in matches})
    left = [m for m in candidates if m[0] not in used[0] and m[1] not in used[1] and m[3] >= ALONE]
    rivals = Counter(m[0] for m in left), Counter(m[1] for m in left)
    matches += [m for m in left if rivals[0][m[0]] == rivals[1][m[1]] == 1]
    return sorted(_exchange(passage, matches, a, b))


def _stayed(passage: Passage, a: Sequence[Placed[F]], b: Sequence[Placed[F]], relate: Relate[F]) -> Iterator[_Match]:
    """Facts that the literal diff calls equal and that say the same; no others could match better."""
    at = {(y.lo, y.hi): j for j, y in enumerate(b)}
    equal = passage.equal[0]
    for i, x in enumerate(a):
        j = at.get((equal.get(x.lo, -1), equal.get(x.hi - 1, -2) + 1))
        if j is not None and relate(x.fact, b[j].fact)[0] is Relation.SAME:
            yield i, j, Relation.SAME, WORTH[Relation.SAME]


def _choose(candidates: Sequence[_Match], is_good: Callable[[_Match], bool]) -> list[_Match]:
    """The good candidates, in order, each fact in one of them at most."""
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for match in candidates:
        if match[0] not in used[0] and match[1] not in used[1] and is_good(match):
            used[0].add(match[0])
            used[1].add(match[1])
            chosen.append(match)
    return chosen


def _exchange(
    passage: Passage, matches: Sequence[_Match], a: Sequence[Placed[F]], b: Sequence[Placed[F]]
) -> list[_Match]:
    """The matches; two facts that swapped places are distinguished from two that moved with their words.

    "Two men and three women" for "three men and two women": each is still there, at the other's word.
    """
    found = list(matches)
    for m, first in enumerate(found if len(found) <= WINDOW * WINDOW else ()):
        for n in range(m + 1, len(found)):
            second = found[n]
            if not (first[2] == second[2] == Relation.SAME and (first[0] < second[0]) != (first[1] < second[1])):
                continue
            at = _belongs(passage, 0, a[first[0]]), _belongs(passage, 0, a[second[0]])
            to = _belongs(passage, 1, b[first[1]]), _belongs(passage, 1, b[second[1]])
            if at[0] and at[1] and at[0] != at[1] and at == (to[1], to[0]):
                found[m] = (first[0], second[1], Relation.OTHER, CHANGED)
                found[n] = (second[0], first[1], Relation.OTHER, CHANGED)
                break
    return found


def _belongs(passage: Passage, side: int, x: Placed[F]) -> str:
    """The word that a fact describes: the one right after it, if it is a content word."""
    low = passage.low[side]
    word = low[x.hi] if x.hi < len(low) else ""
    return stem(word) if word[:1].isalpha() and word not in CLASSES else ""


def place_score(passage: Passage, x: Placed[F], y: Placed[F]) -> float:
    """The evidence that two facts are in the same place, at most 5."""
    pairs = passage.paired[0]
    score = 1.5 if any(j in pairs.get(i, ()) for i in range(x.lo, x.hi) for j in range(y.lo, y.hi)) else 0.0
    score += 1.0 if share_block(passage, x, y) else 0.0
    score += _beside(passage, x.hi, y.hi, 1, 1.5)
    score += _beside(passage, x.lo - 1, y.lo - 1, -1, 1.0)
    place_a = (x.lo + x.hi) / (2 * len(passage.a))
    place_b = (y.lo + y.hi) / (2 * len(passage.b))
    return score - 0.3 * abs(place_a - place_b)


def share_block(passage: Passage, x: Placed[F], y: Placed[F], most: int = 10**6) -> bool:
    """Whether the literal diff replaces one with the other, with at most `most` tokens on each side."""
    blocks = {passage.blocks[0][i] for i in range(x.lo, x.hi) if i in passage.blocks[0]}
    there = {passage.blocks[1][j] for j in range(y.lo, y.hi) if j in passage.blocks[1]}
    return any(max(o.a2 - o.a1, o.b2 - o.b1) <= most for o in (passage.opcodes[n] for n in blocks & there))


def _beside(passage: Passage, i: int, j: int, step: int, worth: float) -> float:
    """The evidence of the next words on one hand: the same or paired; content words count more than grammar words."""
    mine, theirs = _next_words(passage, 0, i, step), _next_words(passage, 1, j, step)
    if not mine or not theirs:
        return worth / 3 if not mine and not theirs else 0.0
    best = 0.0
    low_a, low_b = passage.low
    for n, i2 in enumerate(mine):
        for m, j2 in enumerate(theirs):
            if stem(low_a[i2]) == stem(low_b[j2]) or j2 in passage.paired[0].get(i2, ()):
                near = worth if n == m == 0 else 0.6 * worth
                best = max(best, near * (0.5 if low_a[i2] in CLASSES else 1.0))
    return best


def _next_words(passage: Passage, side: int, at: int, step: int) -> list[int]:
    """The next two words from a place on, in one direction, at most three tokens away."""
    tokens = passage.sides[side]
    places = range(at, min(at + 3, len(tokens))) if step > 0 else range(at, max(at - 3, -1), -1)
    return [k for k in places if tokens[k].word][:2]


def went_alone(passage: Passage, side: int, x: Placed[F]) -> bool:
    """Whether a fact has gone while the words around it are still in place on the other side."""
    lo, hi = x.lo, x.hi
    first, last = _sentence(passage, side, x)
    tokens, low = passage.sides[side], passage.low[side]
    while lo > first and not _stays(passage, side, lo - 1):
        lo -= 1
    while hi < last and not _stays(passage, side, hi):
        hi += 1
    left = passage.counterparts(side, lo - 1) if lo > first else []
    right = passage.counterparts(side, hi) if hi < last else []
    if left and right:
        return min(abs(i - j) for i in left for j in right) <= GAP
    if left:
        apposed = x.hi < len(tokens) and x.lo > 0 and not tokens[x.lo - 1].word and not tokens[x.hi].word
        return hi == last or apposed
    # The word that it describes is still there.
    return bool(right) and hi == x.hi and low[hi] not in CLASSES and (lo == first or bool(left))


def _stays(passage: Passage, side: int, n: int) -> bool:
    """Whether a token marks a place: a content word, or any word that has a counterpart."""
    if not passage.sides[side][n].word:
        return False
    return passage.low[side][n] not in CLASSES or bool(passage.counterparts(side, n))


def _sentence(passage: Passage, side: int, x: Placed[F]) -> tuple[int, int]:
    """The tokens of a fact's sentence."""
    base = 0
    for starts in passage.starts[side]:
        if x.lo < base + len(starts):
            return base, base + len(starts)
        base += len(starts)
    raise ValueError("a fact outside of its link")


def stands_nearby(passage: Passage, side: int, reader: Reader[F], test: Callable[[F], bool]) -> bool:
    """Whether a sentence next to the link on a side, but not in it, has a fact like this."""
    near = _near(passage.story.articles[side], passage.members[side])
    return any(test(fact) for n in near for fact in passage.story.read_sentence(side, n, reader))


def _near(article: Article, members: Sequence[int]) -> Iterator[int]:
    for n in range(max(0, min(members) - NEARBY), min(len(article.sentences), max(members) + NEARBY + 1)):
        if n not in members:
            yield n


def _within(article: Article, n: int, facts: Sequence[F]) -> Sequence[F]:
    """The facts in one sentence, from an article's facts in order."""
    sentence = article.sentences[n]
    return facts[bisect_left(facts, sentence.start, key=_start) : bisect_left(facts, sentence.end, key=_start)]
