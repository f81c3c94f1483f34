"""The one table of kinds: what each may say, whether it touches the meaning, what it is about.

>>> verdict_of("number", "changed value"), verdict_of("spelling", "regional"), verdict_of("wording", "reworded")
('substantive', 'accidental', 'open')

Substantives touch the meaning and accidentals the dress (W. W. Greg, 1950). What is neither shown to touch it nor
shown to leave it is open. The command line, the gate's policy, the house's lists, the JSON schema and the tables of the
docs read this table; a new kind is a row here, a reader in `facts/`, a case file and a heading in docs/edits.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsdiff.model import Verdict

# What an edit of the kind is about: single words, a passage that may hold edits of words, or a whole link.
Family = Literal["word", "passage", "link"]

_SAME_OR_NOT: Mapping[str, Verdict] = {
    "same value": "accidental",
    "changed value": "substantive",
    "dropped": "substantive",
    "added": "substantive",
}


class Kind(NamedTuple):
    """A kind of edit: its details, each with the verdict that it has if its finder gives none; "" is no detail."""

    name: str
    family: Family
    details: Mapping[str, Verdict]


KINDS: tuple[Kind, ...] = (
    Kind("spelling", "word", dict.fromkeys(("name", "regional", "hyphenation", "diacritic", "typo"), "accidental")),
    Kind("entity", "word", {"": "substantive"}),
    Kind("number", "word", _SAME_OR_NOT),
    Kind("date", "word", _SAME_OR_NOT),
    Kind(
        "quote",
        "passage",
        {"altered": "substantive", "unquoted": "accidental", "dropped": "substantive", "added": "substantive"},
    ),
    Kind("negation", "word", {"": "substantive"}),
    Kind("hedge", "word", {"": "substantive"}),
    Kind("attribution", "passage", dict.fromkeys(("dropped", "added", "changed", "anonymous"), "substantive")),
    Kind(
        "wording",
        "word",
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
    Kind("omission", "link", {"": "substantive"}),
    Kind("insertion", "link", {"": "accidental"}),
    Kind("transposition", "link", {"": "accidental"}),
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def verdict_of(kind: str, detail: str) -> Verdict:
    """The verdict of an edit whose finder gives none."""
    return BY_NAME[kind].details[detail]


def details_of(kind: str) -> tuple[str, ...]:
    """What a kind may say more closely; () where it has nothing to say."""
    return tuple(detail for detail in BY_NAME[kind].details if detail)
