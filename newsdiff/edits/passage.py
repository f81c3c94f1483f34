"""The input and output of a finder.

A finder is a generator `find(passage) -> Iterator[Finding]`. A `Passage` is one two-sided link with its diff and its
word pairs; `passage.story` holds both articles, for questions that need the whole text (is the other name in
this article too?). A `Finding` names character offsets; `compare.py` settles who may claim which characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias, TypeVar

from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Article, EditKind, LinkedPassage, Opcode, Span, Token, Value, Verdict
from newsdiff.text.sentences.languages import guess_language

F = TypeVar("F")
T = TypeVar("T")
Reader: TypeAlias = Callable[[Article], Sequence[F]]  # of the facts of a kind
# English news has .35 to .45 of grammar words, German and French under .1; one sentence full of names may have as few,
# and a headline none.
ENGLISH_SHARE = 0.15
SENTENCE, SENTENCE_SHARE = 50, 0.08
HEADLINE = 16


class Story:
    """Both articles with counts over the whole of each, computed on first use. Sides are 0 (A) and 1 (B)."""

    def __init__(self, a: Article, b: Article, lang: str = "en") -> None:
        self.a = a
        self.b = b
        self.lang = guess_language(a.text, lang)
        self.passages: tuple[Passage, ...] = ()  # all of them, for a look at neighbouring links; set by find_edits
        self.failed: dict[str, str] = {}  # finders that failed, and the first error of each
        self.articles = (a, b)
        self._known: dict[Hashable, Any] = {}

    def once(self, make: Callable[..., T], *args: Hashable) -> T:
        """The result of `make` for this story and the arguments; computed on first use."""
        key = (make, args)
        if key not in self._known:
            self._known[key] = make(self, *args)
        found: T = self._known[key]
        return found

    def forget(self) -> None:
        """Drops the passages and all results, which point back here, so that a finished story is freed at once."""
        self.passages = ()
        self._known.clear()

    def read(self, side: int, reader: Reader[F]) -> Sequence[F]:
        """The facts that a reader finds in an article, read once."""
        return self.once(_read, side, reader)

    def read_sentence(self, side: int, n: int, reader: Reader[F]) -> Sequence[F]:
        """The facts that a reader without need of context finds in a sentence: in a copy edit, few are ever read."""
        return self.once(_read_sentence, side, n, reader)

    @cached_property
    def counts_a(self) -> Counter[str]:
        """How often each key occurs in A."""
        return Counter([t.key for s in self.a.sentences for t in s.tokens])

    @cached_property
    def counts_b(self) -> Counter[str]:
        """How often each key occurs in B."""
        return Counter([t.key for s in self.b.sentences for t in s.tokens])

    @cached_property
    def english(self) -> bool:
        """Whether the articles read as English: at least 15 words in 100 are its grammar words."""
        if self.lang != "en":
            return False
        words = grammar = 0
        for counts in (self.counts_a, self.counts_b):
            for key, n in counts.items():
                if key[0].isalpha():
                    words += n
                    if key.lower() in CLASSES:
                        grammar += n
        share = SENTENCE_SHARE if words < SENTENCE else ENGLISH_SHARE
        return words < HEADLINE or grammar >= share * words

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The keys that occur in either article with a capital not explained by sentence position."""
        sentences = (*self.a.sentences, *self.b.sentences)
        return frozenset([t.key for s in sentences for t in s.tokens if not t.initial and t.key[:1].isupper()])


def _read(story: Story, side: int, reader: Reader[F]) -> Sequence[F]:
    return reader(story.articles[side])


def _read_sentence(story: Story, side: int, n: int, reader: Reader[F]) -> Sequence[F]:
    article = story.articles[side]
    return reader(article._replace(sentences=article.sentences[n : n + 1]))


class Passage:
    """A link with sentences on both sides, as a finder sees it; side 0 is A, side 1 is B.

    `a` and `b` are the tokens of both sides, sentence after sentence; `opcodes` is the literal diff and `pairs` says
    which word of `a` corresponds to which of `b` (including equal words, m:n for phrases), both as indexes into them.
    """

    def __init__(
        self,
        story: Story,
        index: int,
        link: LinkedPassage,
        a: tuple[Token, ...],
        b: tuple[Token, ...],
        opcodes: tuple[Opcode, ...],
        pairs: tuple[tuple[int, int], ...],
    ) -> None:
        self.story = story
        self.index = index  # of the link in Comparison.links
        self.link = link
        self.a = a
        self.b = b
        self.opcodes = opcodes
        self.pairs = pairs
        self.sides = (a, b)
        self.members = (link.a, link.b)  # indexes of the sentences of both sides

    def once(self, make: Callable[[Passage], T]) -> T:
        """The result of `make` for this passage, computed on first use."""
        made: dict[Callable[[Passage], Any], Any] = self.__dict__.setdefault("made", {})
        if make not in made:
            made[make] = make(self)
        found: T = made[make]
        return found

    def forget(self) -> None:
        """Drops all results, ten times the size of the passage itself. They are computed again if needed."""
        for name in self.__dict__.keys() - _GIVEN:
            del self.__dict__[name]

    @cached_property
    def low(self) -> tuple[list[str], list[str]]:
        """The lower-case keys of both sides."""
        return [t.key.lower() for t in self.a], [t.key.lower() for t in self.b]

    @cached_property
    def starts(self) -> tuple[list[list[int]], list[list[int]]]:
        """Where the tokens of each sentence of both sides begin, as offsets of the article."""
        a, b = (
            [[t.start for t in article.sentences[member].tokens] for member in members]
            for article, members in zip(self.story.articles, self.members, strict=True)
        )
        return a, b

    @cached_property
    def equal(self) -> tuple[dict[int, int], dict[int, int]]:
        """The tokens that the literal diff calls equal: token of one side -> token of the other, both ways."""
        to_b = {o.a1 + n: o.b1 + n for o in self.opcodes if o.op == "equal" for n in range(o.a2 - o.a1)}
        return to_b, {j: i for i, j in to_b.items()}

    @cached_property
    def paired(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """The tokens that the word pairing puts together: token of one side -> tokens of the other, both ways."""
        to_b: dict[int, list[int]] = {}
        to_a: dict[int, list[int]] = {}
        for i, j in self.pairs:
            to_b.setdefault(i, []).append(j)
            to_a.setdefault(j, []).append(i)
        return to_b, to_a

    def counterparts(self, side: int, n: int) -> list[int]:
        """The counterparts of word `n` of a side on the other side; empty if there are none."""
        found = self.paired[side].get(n)
        if found:
            return found
        equal = self.equal[side].get(n)
        return [] if equal is None else [equal]

    @cached_property
    def blocks(self) -> tuple[dict[int, int], dict[int, int]]:
        """For both sides, the replacement of the literal diff that a token is in, as an index into the opcodes."""
        here, there = {}, {}
        for n, o in enumerate(self.opcodes):
            if o.op == "replace":
                here.update(dict.fromkeys(range(o.a1, o.a2), n))
                there.update(dict.fromkeys(range(o.b1, o.b2), n))
        return here, there

    def span(self, side: int, lo: int, hi: int) -> tuple[int, int]:
        """Offsets of tokens lo to hi of a side, end excluded."""
        return self.sides[side][lo].start, self.sides[side][hi - 1].end


_GIVEN = frozenset(("story", "index", "link", "a", "b", "opcodes", "pairs", "sides", "members"))


class Finding(NamedTuple):
    """One change found: (start, end) offsets into the articles, None for a side that has nothing.

    `verdict` overrides the table of kinds; `risk` belongs to an open finding.
    """

    kind: EditKind
    detail: str
    a: tuple[int, int] | None
    b: tuple[int, int] | None
    confidence: float = 1.0
    value_a: Value | None = None
    value_b: Value | None = None
    verdict: Verdict | None = None
    risk: float = 0.0


def a_first(side: int, here: T, there: T) -> tuple[T, T]:
    """The values of one side and the other, in the order of the sides."""
    return (there, here) if side else (here, there)


def lone(kind: EditKind, side: int, span: tuple[int, int], confidence: float, value: Value | None = None) -> Finding:
    """The finding for something on one side only: dropped from A or added in B."""
    detail = "added" if side else "dropped"
    return Finding(kind, detail, *a_first(side, span, None), confidence, *a_first(side, value, None))


def side_text(article: Article, members: Sequence[int]) -> str:
    """The sentences `members` of an article to the letter, with the white space between neighbours."""
    return side_of(article, members)[0]


def side_of(article: Article, members: Sequence[int]) -> tuple[str, list[int]]:
    """The sentences `members` to the letter, and where in that text each of their tokens begins, its length last.

    Anything before a sentence's first token (a zero-width character, say) goes with that token. Sentences are separated
    by the white space that follows the first of them in the article.
    """
    text = ""
    starts: list[int] = []
    for n, member in enumerate(members):
        sentence = article.sentences[member]
        shift = len(text) - sentence.start
        starts.append(len(text))
        starts += [token.start + shift for token in sentence.tokens[1:]]
        stop = sentence.end if n + 1 == len(members) else gap_end(article.text, sentence.end)
        text += article.text[sentence.start : stop]
    starts.append(len(text))
    return text, starts


def gap_end(text: str, at: int) -> int:
    """The end of the white space that begins at `at`."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def cut(article: Article, span: tuple[int, int] | None) -> Span | None:
    """The span of an article with its text."""
    return None if span is None else Span(article.text[span[0] : span[1]], span[0], span[1])
