"""The parts of a history: versions, families of sentences, events, sources. All are frozen.

Versions, sentences and families count from 0; `v1`, `v2` … in tables and words count from 1, as a reader does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from newsdiff.model import Article, Comparison, Edit, EditKind, Verdict

# What became of a family in a version, compared with the version before (for reprints, with the first one).
State: TypeAlias = Literal["same", "edited", "new", "gone", "absent"]
SIGNS: Mapping[State, str] = {"same": "=", "edited": "~", "new": "+", "gone": "-", "absent": "."}


class Version(NamedTuple):
    """One version of the story.

    `before` is the version it is compared with: the one before it, or for reprints the first; None for the first.
    `twin` is the first version with exactly the same text, if there is one. `time` and `note` are the caller's: a date
    in ISO 8601, the subject of a commit.
    """

    name: str
    time: str
    note: str
    article: Article
    before: int | None
    twin: int | None


class Family(NamedTuple):
    """Sentences that say the same thing, one group for each version.

    `members[v]` are the indexes of its sentences in version v, in order; () if there are none, two or more if it was
    split. `states[v]` says what became of it there. `changed[v]` is the last version up to v, along `Version.before`,
    in which its text changed or came in; None if it is absent. `score` is the lowest probability of the links that hold
    it together, 1.0 for a single sentence.
    """

    members: tuple[tuple[int, ...], ...]
    states: tuple[State, ...]
    changed: tuple[int | None, ...]
    score: float

    @property
    def first(self) -> int:
        """The version in which it first occurs."""
        return next(v for v, members in enumerate(self.members) if members)


class Event(NamedTuple):
    """Something that happened in a version: an edit, or a sentence that came, went or came back.

    `kind`, `detail` and `verdict` are those of edits (docs/edits.md); a sentence that comes is an insertion, one that
    goes an omission. `text` says it in words, without the version. `before` and `after` are the readings, "" if there
    is none. `undone` is the later version that undid it, `undoes` the earlier one whose change it undoes.
    `edit` is the edit itself, of `pairs[versions[version].before, version]`; None for whole sentences.
    """

    version: int
    family: int
    kind: EditKind
    detail: str
    verdict: Verdict
    text: str
    before: str
    after: str
    undone: int | None
    undoes: int | None
    edit: Edit | None


class Reading(NamedTuple):
    """Words of a version in place of the first version's, as evidence for its source.

    `before` are the first version's words, `after` the version's own; one of them is "" if words came or went; `whole`
    if a whole sentence was left out or added. `family` is the sentence. `weight` is its value as evidence, from 0 (any
    desk would do the same) to 1.
    """

    family: int
    before: str
    after: str
    whole: bool
    weight: float


class Source(NamedTuple):
    """Where a version took its text from, as far as shared readings show.

    `source` is the version it was taken from; None for the first version, and if the evidence does not decide: then
    `candidates` are the versions that it may come from. `shared` are the readings that it shares with its source
    against the first version, starting with those that no third version has. `text` is the evidence in words.
    """

    version: int
    source: int | None
    candidates: tuple[int, ...]
    shared: tuple[Reading, ...]
    text: str


class Survival(NamedTuple):
    """A quotation, figure or name of any version, and the versions that have it: True, False for each."""

    kind: Literal["quotation", "figure", "name"]
    text: str
    speaker: str
    present: tuple[bool, ...]


class Pairs(Mapping[tuple[int, int], Comparison]):
    """The comparisons of any two versions, each made on first use and then kept.

    `pairs[i, j]` compares version i (its A) with version j (its B); both orders are allowed, and iteration gives those
    with i < j. Versions with the same texts share one comparison, under their own names.
    """

    def __init__(self, count: int, make: Callable[[int, int], Comparison]) -> None:
        self._count = count
        self._make = make
        self._made: dict[tuple[int, int], Comparison] = {}

    def __getitem__(self, pair: tuple[int, int]) -> Comparison:
        i, j = pair
        if not (0 <= i < self._count and 0 <= j < self._count):
            raise KeyError(pair)
        if pair not in self._made:
            self._made[pair] = self._make(i, j)
        return self._made[pair]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((i, j) for i in range(self._count) for j in range(i + 1, self._count))

    def made(self) -> list[Comparison]:
        """The comparisons made so far."""
        return list(self._made.values())

    def __len__(self) -> int:
        return self._count * (self._count - 1) // 2


class History(NamedTuple):
    """Everything found out about the versions of one story: every renderer reads it, and none adds to it.

    `families` cover every sentence of every version exactly once, in reading order. `events` are in the order of
    versions and families. `sources` has one entry for each version. `reprints` means that the versions after the first
    have no order. `failed` are internal errors, as in `Comparison.failed`.
    """

    versions: tuple[Version, ...]
    families: tuple[Family, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    survivals: tuple[Survival, ...]
    pairs: Pairs
    reprints: bool
    failed: tuple[str, ...]


def text_of(article: Article, members: Sequence[int]) -> str:
    """The sentences of a family in one version, from the first to the last of each run of neighbours."""
    runs: list[list[int]] = []
    for member in members:
        if runs and member == runs[-1][1] + 1:
            runs[-1][1] = member
        else:
            runs.append([member, member])
    sentences = article.sentences
    return " … ".join([article.text[sentences[lo].start : sentences[hi].end] for lo, hi in runs])
