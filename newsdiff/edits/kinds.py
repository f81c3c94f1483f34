"""The one table of kinds: the details of each, whether they touch the meaning, what the kind is about.

>>> verdict_of("number", "changed value"), verdict_of("spelling", "regional"), verdict_of("wording", "reworded")
('substantive', 'accidental', 'open')

Substantives touch the meaning, accidentals only the dress (W. W. Greg, 1950). An edit that can be shown neither to
touch the meaning nor to leave it alone is open. The command line, the gate's policy, the house lists, the JSON schema
and the tables in the docs read this table; a new kind is a row here, a reader in `facts/`, a case file and a heading in
docs/edits.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsdiff.model import Edit, EditKind, Verdict

# What an edit of the kind is about: single words, a passage that may hold edits of words, or a whole link.
Family = Literal["word", "passage", "link"]

_SAME_OR_NOT: Mapping[str, Verdict] = {
    "same value": "accidental",
    "changed value": "substantive",
    "dropped": "substantive",
    "added": "substantive",
}


class Kind(NamedTuple):
    """A kind of edit, the module of `edits` that finds it, and its details; "" means no detail.

    Each detail has the verdict that an edit has if its finder gives none.
    """

    name: EditKind
    family: Family
    finder: str
    details: Mapping[str, Verdict]


# The order is the order of claims: the first finder to claim a word keeps it.
KINDS: tuple[Kind, ...] = (
    Kind("date", "word", "dates", _SAME_OR_NOT),
    Kind("identifier", "word", "identifiers", {"": "substantive"}),
    Kind("number", "word", "numbers", _SAME_OR_NOT),
    Kind("entity", "word", "entity", {"": "substantive"}),
    Kind(
        "spelling",
        "word",
        "spellings",
        dict.fromkeys(("name", "regional", "hyphenation", "diacritic", "typo"), "accidental"),
    ),
    Kind("negation", "word", "negation", {"": "substantive"}),
    Kind("hedge", "word", "hedge", {"": "substantive"}),
    Kind(
        "quote",
        "passage",
        "quotes",
        {"altered": "substantive", "unquoted": "accidental", "dropped": "substantive", "added": "substantive"},
    ),
    Kind(
        "attribution",
        "passage",
        "attribution",
        dict.fromkeys(("dropped", "added", "changed", "anonymous"), "substantive"),
    ),
    Kind(
        "wording",
        "word",
        "wording",
        {
            "reversed": "substantive",
            "quantifier": "substantive",
            "connective": "substantive",
            "status": "substantive",
            "reworded": "open",
            "dropped": "open",
            "added": "open",
            "moved": "accidental",
            "punctuation": "accidental",
        },
    ),
    Kind("omission", "link", "structure", {"": "substantive"}),
    Kind("insertion", "link", "structure", {"": "accidental"}),
    Kind("transposition", "link", "structure", {"": "accidental"}),
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def verdict_of(kind: str, detail: str) -> Verdict:
    """The verdict of an edit whose finder gives none."""
    return BY_NAME[kind].details[detail]


def details_of(kind: str) -> tuple[str, ...]:
    """The details of a kind; () if it has none."""
    return tuple(detail for detail in BY_NAME[kind].details if detail)


VERDICTS: tuple[Verdict, ...] = ("substantive", "open", "accidental")


class Selector(NamedTuple):
    """Which edits are meant: by kind, detail and verdict, "*" for any."""

    kind: str = "*"
    detail: str = "*"
    verdict: str = "*"

    def takes(self, edit: Edit) -> bool:
        """Whether an edit is meant."""
        return self.selects(edit.kind, edit.detail, edit.verdict)

    def selects(self, kind: str, detail: str, verdict: Verdict) -> bool:
        """Whether an edit of this kind, detail and verdict is meant."""
        return self.kind in ("*", kind) and self.detail in ("*", detail) and self.verdict in ("*", verdict)


def list_selectors(word: str = "") -> list[str]:
    """The possible selectors: kinds, verdicts and "all"; or a kind's details, once the word includes its dot.

    >>> list_selectors()[-4:], list_selectors("quote.")
    (['all', 'substantive', 'open', 'accidental'], ['quote.altered', 'quote.unquoted', 'quote.dropped', 'quote.added'])
    """
    kind, dot, _ = word.lower().partition(".")
    if dot and kind in BY_NAME:
        return [f"{kind}.{detail.replace(' ', '-')}" for detail in details_of(kind)]
    return [*BY_NAME, "all", *VERDICTS]


class SelectorError(ValueError):
    """A selector that names no kind, detail or verdict; the message is one line."""


def parse_selector(word: str, touching: bool = False) -> Selector:
    """What a word selects: all, a verdict, a kind, or a kind and its detail. Raises SelectorError.

    With `touching`, a kind alone stands for its edits that touch the meaning; if none can, for all its edits.

    >>> parse_selector("number.same-value")
    Selector(kind='number', detail='same value', verdict='*')
    >>> parse_selector("number", touching=True), parse_selector("spelling", touching=True), parse_selector("open")
    (Selector(kind='number', detail='*', verdict='substantive'), Selector(kind='spelling', detail='*', verdict='*'), Selector(kind='*', detail='*', verdict='open'))
    """  # noqa: E501
    kind, dot, detail = word.strip().lower().partition(".")
    detail = detail.replace("-", " ")
    if not dot and kind == "all":
        return Selector()
    if not dot and kind in VERDICTS:
        return Selector(verdict=kind)
    if kind not in BY_NAME:
        raise SelectorError(f"unknown kind {word!r}; choose from {', '.join([*BY_NAME, 'all', *VERDICTS])}")
    if not dot:
        return Selector(kind, verdict="substantive" if touching and _touches(kind) else "*")
    if detail != "*" and detail not in details_of(kind):
        known = ", ".join([f"{kind}.{name.replace(' ', '-')}" for name in details_of(kind)]) or "none"
        raise SelectorError(f"unknown detail {word!r}; details of {kind}: {known}")
    return Selector(kind, detail)


def _touches(kind: str) -> bool:
    return "substantive" in BY_NAME[kind].details.values()
