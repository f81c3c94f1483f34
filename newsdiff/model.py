"""The nouns of a collation: spans, tokens, sentences, links, edits.

>>> Span("Kyiv", 10, 14).end
14

All of them are frozen. They are named tuples and not dataclasses because of the start-up bar: ten frozen
slotted dataclasses cost 8-11 ms of CPU at import, the same ten named tuples half a millisecond.

Offsets are code points of the decoded file, end excluded; `article.text[span.start:span.end] == span.text` always.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["a", "b"]
LinkKind: TypeAlias = Literal["same", "edited", "split", "merged", "regrouped", "omission", "insertion"]
Operation: TypeAlias = Literal["equal", "delete", "insert", "replace"]
# It touches the meaning; it was shown not to; neither was shown.
Verdict: TypeAlias = Literal["substantive", "accidental", "open"]

# The names in `edits.kinds.KINDS`; a test checks that they are the same.
EditKind: TypeAlias = Literal[
    "date", "identifier", "number", "entity", "spelling", "negation", "hedge", "quote", "attribution", "wording",
    "omission", "insertion", "transposition",
]  # fmt: skip

LINK_KINDS: tuple[LinkKind, ...] = ("same", "edited", "split", "merged", "regrouped", "omission", "insertion")


class Span(NamedTuple):
    """A piece of an article."""

    text: str
    start: int
    end: int


class Token(NamedTuple):
    """A word or a mark as printed (`text`), with the form that is compared (`key`)."""

    text: str
    start: int
    end: int
    key: str
    word: bool  # False for punctuation
    initial: bool  # a first word, whose capital may be explained by its position


class Sentence(NamedTuple):
    """A sentence with its tokens; `paragraph` counts from 0."""

    text: str
    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


class LeftOut(NamedTuple):
    """Parts of a file, of one kind, that were not read as copy: their number, and their length in total."""

    kind: str
    parts: int
    characters: int


class Article(NamedTuple):
    """A decoded text cut into sentences that cover everything but white space."""

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    extracted: bool = False  # the text was extracted from a document, and offsets refer to that text
    left_out: tuple[LeftOut, ...] = ()


class Link(NamedTuple):
    """Sentences that say the same thing: indexes into both articles, one side empty for an omission or insertion.

    `score` is the probability that the link is right, None for a one-sided link.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float | None = None


class Opcode(NamedTuple):
    """`a[a1:a2]` against `b[b1:b2]`, as in difflib, but in tokens."""

    op: Operation
    a1: int
    a2: int
    b1: int
    b2: int


class Difference(NamedTuple):
    """One step of a link's literal diff: the operation and the text on both sides, to the letter."""

    op: Operation
    a: str
    b: str


class Value(NamedTuple):
    """The value of a figure or date: an exact value as text ("1/3", "1200000000"), and its unit or ""."""

    value: str
    unit: str


class Edit(NamedTuple):
    """One change, named: where it is in both texts, and whether it touches the meaning.

    `at_a` and `at_b` are the edit's offsets, even on a side whose span is None. `link` indexes
    `Comparison.links`. `value_a` and `value_b` are the parsed figures of a number or date. `risk` is the probability
    that a careful desk would stop the edit: 1 or 0 if the verdict is not open.
    """

    kind: EditKind
    detail: str
    a: Span | None
    b: Span | None
    at_a: int
    at_b: int
    link: int
    verdict: Verdict
    confidence: float
    value_a: Value | None = None
    value_b: Value | None = None
    risk: float = 0.0

    @property
    def substantive(self) -> bool:
        """Whether it was shown to touch the meaning."""
        return self.verdict == "substantive"


class LinkedPassage(NamedTuple):
    """A link as shown: its kind, whether it moved, its literal diff and its paired words."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    kind: LinkKind
    moved: bool
    score: float | None
    diff: tuple[Difference, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def unchanged(self) -> bool:
        """Whether every word and mark is in its place, wherever the sentences were taken to end."""
        return bool(self.a and self.b) and not self.moved and all(step.op == "equal" for step in self.diff)


class House(NamedTuple):
    """A desk's own lists: forms that count as the same, names never to confuse, words to ignore, kinds switched off."""

    variants: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kinds_off: tuple[str, ...] = ()


class Counts(NamedTuple):
    """A number for each side."""

    a: int
    b: int


class Summary(NamedTuple):
    """A comparison in numbers, as in the JSON's `summary`.

    `links` counts the links of every kind, `edits` only the kinds that occur, by name. `moved` is the number of moved
    links, `substantive` and `open` the number of edits with that verdict, `kept` the share (0 to 1) of A's words in B.
    """

    sentences: Counts
    links: Mapping[LinkKind, int]
    moved: int
    kept: float
    related: bool
    edits: Mapping[EditKind, int]
    substantive: int
    open: int


class Comparison(NamedTuple):
    """Everything found out about two articles: every renderer reads it, and none adds to it."""

    a: Article
    b: Article
    links: tuple[LinkedPassage, ...]
    edits: tuple[Edit, ...]
    kept: float
    related: bool
    failed: tuple[str, ...] = ()  # internal errors, each of which cost the edits of one kind

    @property
    def differs(self) -> bool:
        """Whether anything differs: a word, a mark, or the place of a sentence."""
        return not all(link.unchanged for link in self.links)

    @property
    def summary(self) -> Summary:
        """The comparison in numbers, counted again at each call."""
        kinds = [link.kind for link in self.links]
        edits = [edit.kind for edit in self.edits]
        verdicts = [edit.verdict for edit in self.edits]
        return Summary(
            Counts(len(self.a.sentences), len(self.b.sentences)),
            {kind: kinds.count(kind) for kind in LINK_KINDS},
            sum([link.moved for link in self.links]),
            self.kept,
            self.related,
            {kind: edits.count(kind) for kind in sorted(set(edits))},
            verdicts.count("substantive"),
            verdicts.count("open"),
        )
