"""Substantives and accidentals (W. W. Greg, 1950): which edits touch the meaning, in one table.

>>> is_substantive("number", "changed value"), is_substantive("spelling", "regional")
(True, False)
"""

from __future__ import annotations

# Kind -> the details that are substantive; "*" is every detail. What is not named here is accidental.
SUBSTANTIVE: dict[str, frozenset[str]] = {
    "omission": frozenset("*"),
    "entity": frozenset("*"),
    "number": frozenset(("changed value", "dropped", "added")),
    "date": frozenset(("changed value", "dropped", "added")),
    "quote": frozenset(("altered", "dropped", "added")),
    "negation": frozenset("*"),
    "hedge": frozenset("*"),
    "attribution": frozenset("*"),
    "wording": frozenset(("reversed", "quantifier", "connective", "status")),
}


def is_substantive(kind: str, detail: str) -> bool:
    """Whether an edit of this kind and detail touches the meaning."""
    details = SUBSTANTIVE.get(kind, frozenset())
    return "*" in details or detail in details
