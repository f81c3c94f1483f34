"""Which cues of a link are counterparts, and whether the claims that they negate, soften or limit are still there.

Cues are facts of one side (`facts/cues.py`); here the two sides are matched. A word's counterpart is its partner in the
word pairing, else the equal word in the literal diff.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from newsdiff.edits.counterparts import Relation
from newsdiff.edits.passage import Passage
from newsdiff.edits.relations import are_opposed
from newsdiff.facts.cues import Reader, begins_clause, content_after, content_before, phrase_words
from newsdiff.lexicon.en.polarity import TURNING, is_prefixed
from newsdiff.lexicon.en.verbs import AUXILIARIES, BASES
from newsdiff.lexicon.vectors import likeness
from newsdiff.text.stems import stem as plain_stem

# How alike two words without a common stem must be, as vectors, to count as one claim.
SYNONYMS = 0.55
# A negating word this close to a verb may negate it.
TURN = 6
# Words before and after a cue that belong to its claim, and how far from its place their counterparts may be.
BEFORE, BEHIND, NEAR = 4, 6, 6
# The share of the words around a cue that must be kept, or its claim has gone; more if its word is only a synonym.
KEPT, KEPT_IN_OTHER_WORDS = 0.5, 0.6
# A cue this many words away is about another claim.
FAR = 10


class PlacedCue(NamedTuple):
    """A cue in a link: its tokens, end included, its class, and the tokens that it belongs to."""

    lo: int
    hi: int
    kind: str
    value: str
    heads: tuple[int, ...]


class CuedLink:
    """A link as claims: lower-case keys, counterparts, cues. Side 0 is A, side 1 is B."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.sides
        self.keys = passage.low
        self.equal = passage.equal
        self.paired = passage.paired
        self.counterparts = passage.counterparts
        self._cues: dict[tuple[str, int], list[PlacedCue]] = {}

    def same_clause(self, side: int, n: int, m: int) -> bool:
        """Whether no clause ends between two words of a side."""
        return self.clauses[side][n] == self.clauses[side][m]

    @cached_property
    def _changed(self) -> tuple[list[str], list[str]]:
        """The words of both sides that the literal diff does not call equal."""
        a, b = (
            [key for n, key in enumerate(keys) if n not in equal]
            for keys, equal in zip(self.keys, self.equal, strict=True)
        )
        return a, b

    @cached_property
    def _words(self) -> tuple[set[str], set[str]]:
        return set(self.keys[0]), set(self.keys[1])

    @cached_property
    def _places(self) -> tuple[dict[int, int], dict[int, int]]:
        """The tokens of both sides by where they begin."""
        a, b = ({token.start: n for n, token in enumerate(tokens)} for tokens in self.tokens)
        return a, b

    @cached_property
    def clauses(self) -> tuple[list[int], list[int]]:
        """The number of each token's clause."""
        a, b = ([*accumulate(int(begins_clause(keys, n)) for n in range(len(keys)))] for keys in self.keys)
        return a, b

    def kept(self, side: int, words: Sequence[int]) -> list[tuple[int, int]]:
        """The words that the other side also has, unchanged, inflected or as a near synonym; with counterparts."""
        out = []
        for n in words:
            for m in self.counterparts(side, n):
                if means_same(self.keys[side][n], self.keys[1 - side][m]):
                    out.append((n, m))
                    break
        return out

    def new(self, side: int, lo: int, hi: int) -> list[int]:
        """The words of a side from lo to hi, end excluded, without any form of them on the other side."""
        keys, there = self.keys[side], self.keys[1 - side]
        places = range(max(0, lo), min(len(keys), hi))
        return [n for n in places if not any(same_stem(there[m], keys[n]) for m in self.counterparts(side, n))]

    def auxiliary(self, side: int, words: Sequence[int], lo: int, hi: int) -> int:
        """The other side's auxiliary that is paired with one of the words, near lo to hi but outside; -1 if none."""
        there = self.keys[1 - side]
        places = [m for n in words for m in self.counterparts(side, n) if there[m] in AUXILIARIES]
        return next((m for m in places if not lo <= m <= hi and abs(m - lo) < FAR), -1)

    def about(self, side: int, cue: PlacedCue) -> list[int]:
        """The content words of a cue's claim."""
        keys = self.keys[side]
        return [*content_before(keys, cue.lo, 3, BEFORE), *content_after(keys, cue.hi, 4, BEHIND)]

    def stands(self, side: int, cue: PlacedCue) -> bool:
        """Whether the literal diff has the words of a cue on the other side too, as a cue or not."""
        return all(n in self.equal[side] for n in range(cue.lo, cue.hi + 1))

    def has_stayed(self, side: int, cue: PlacedCue, head: int, target: int) -> bool:
        """Whether the claim of a cue is on the other side, where one of its words is at `target`."""
        about = self.about(side, cue)
        stayed = [n for n in about if any(abs(m - target) <= FAR for m in self.counterparts(side, n))]
        same = same_stem(self.keys[side][head], self.keys[1 - side][target])
        return len(stayed) >= (KEPT if same else KEPT_IN_OTHER_WORDS) * len(about)

    def span(self, side: int, lo: int, hi: int) -> tuple[int, int]:
        """Offsets of tokens lo to hi, end included."""
        return self.tokens[side][lo].start, self.tokens[side][hi].end

    def cues(self, *readers: Reader) -> tuple[list[PlacedCue], list[PlacedCue]]:
        """The cues of both sides that the readers find."""
        a, b = ([cue for reader in readers for cue in self._read(side, reader)] for side in (0, 1))
        return a, b

    def is_touched(self, reader: Reader) -> bool:
        """Whether a word of the reader's phrases is among those that the literal diff does not call equal."""
        words = phrase_words(reader)
        return not all(words.isdisjoint(reader.folded(changed)) for changed in self._changed)

    def _read(self, side: int, reader: Reader) -> list[PlacedCue]:
        known = self._cues.get((reader.kind, side))
        if known is None:
            known = self._cues[reader.kind, side] = list(self._placed(side, reader))
        return known

    def _placed(self, side: int, reader: Reader) -> Iterator[PlacedCue]:
        story, link = self.passage.story, self.passage.link
        if reader.table.keys().isdisjoint(reader.folded([*self._words[side]])):
            return
        article, members = ((story.a, link.a), (story.b, link.b))[side]
        at = self._places[side]
        base = 0
        for member in members:
            sentence = article.sentences[member]
            low = self.keys[side][base : base + len(sentence.tokens)]
            base += len(low)
            for cue in reader.read_sentence(article, sentence, low):
                lo = hi = at[cue.start]
                while self.tokens[side][hi].end < cue.end:
                    hi += 1
                yield PlacedCue(lo, hi, cue.kind, cue.value, tuple(at[head.start] for head in cue.heads))


def match_cues(
    v: CuedLink,
    cues: tuple[Sequence[PlacedCue], Sequence[PlacedCue]],
    relate: Callable[[PlacedCue, PlacedCue], Relation],
) -> tuple[list[PlacedCue], list[PlacedCue]]:
    """The cues of both sides that have no counterpart saying the same."""
    left = list(cues[0]), list(cues[1])
    for test in (_are_equal, have_one_head, _same_place, _same_claim):
        list(take_pairs(left, lambda x, y, test=test: relate(x, y) == Relation.SAME and test(v, x, y)))  # type: ignore[misc]
    return left


def take_pairs(
    left: tuple[list[PlacedCue], list[PlacedCue]], test: Callable[[PlacedCue, PlacedCue], bool]
) -> Iterator[tuple[PlacedCue, PlacedCue]]:
    """Pairs of cues of both sides that pass a test, each cue in one pair; they are removed from `left`."""
    for x in list(left[0]):
        y = next((y for y in left[1] if test(x, y)), None)
        if y:
            left[0].remove(x)
            left[1].remove(y)
            yield x, y


def _are_equal(v: CuedLink, x: PlacedCue, y: PlacedCue) -> bool:
    """Whether the literal diff calls both the same words."""
    return v.equal[0].get(x.lo) == y.lo and v.equal[0].get(x.hi) == y.hi


def have_one_head(v: CuedLink, x: PlacedCue, y: PlacedCue) -> bool:
    """Whether both belong to the same word first."""
    return bool(x.heads and y.heads) and y.heads[0] in v.counterparts(0, x.heads[0])


def _same_place(v: CuedLink, x: PlacedCue, y: PlacedCue) -> bool:
    """Whether both are in each other's place and their words are not elsewhere."""
    if y.lo not in v.counterparts(0, x.lo):
        return False
    away = [
        abs(m - other.lo) > FAR
        for side, cue, other in ((0, x, y), (1, y, x))
        for m in (v.counterparts(side, cue.heads[0]) if cue.heads else ())
    ]
    return not any(away)


def _same_claim(v: CuedLink, x: PlacedCue, y: PlacedCue) -> bool:
    """Whether both are near the same words, in one clause."""
    there = [m for n in (*x.heads, *v.about(0, x)) for m in v.counterparts(0, n)]
    return any(m in y.heads or abs(m - y.lo) <= NEAR for m in there if v.same_clause(1, m, y.lo))


def cued(passage: Passage) -> CuedLink:
    """A link with its cues, built on first use."""
    return passage.once(CuedLink)


def is_turned(v: CuedLink, n: int, m: int) -> bool:
    """Whether one of two opposites has a negating word that the other lacks: won all but one, lost only one."""
    sides = []
    for side, at in ((0, n), (1, m)):
        keys = v.keys[side]
        near = range(max(0, at - TURN), min(len(keys), at + TURN + 1))
        sides.append(sorted(keys[k] for k in near if keys[k] in TURNING and k != at and v.same_clause(side, k, at)))
    return sides[0] != sides[1]


def stem(word: str) -> str:
    """A lower-case word without its inflection: helps, helped, helping -> help; fell -> fall."""
    return BASES.get(word) or plain_stem(word)


def same_stem(x: str, y: str) -> bool:
    """Whether two lower-case words are forms of one."""
    return x == y or stem(x) == stem(y)


def means_same(x: str, y: str) -> bool:
    """Whether two lower-case words mean about the same: one stem, or similar in meaning but not opposites."""
    if same_stem(x, y):
        return True
    if is_prefixed(x, y) or are_opposed(x, y, "opposite", "reversal"):
        return False
    bare = [word[:-4] if word.endswith("less") and len(word) > 6 else word for word in (x, y)]
    near = max(likeness(x, y), likeness(*bare) if bare[0] != bare[1] else 0.0)  # no danger, harmless
    return near >= SYNONYMS
