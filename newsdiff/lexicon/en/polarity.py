"""English words that deny, and words that say the opposite of each other. The lists are in polarity.txt."""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list
from newsdiff.lexicon.phrases import phrase_table

_LIST = read_list("polarity")

NEGATORS = _LIST.words("NEGATORS")
NOT_DONE = _LIST.words("NOT_DONE")
DENYING = phrase_table(_LIST.entries("DENIALS"))
NOT_AFTER = _LIST.classes("NOT_AFTER")
NOT_BEHIND = _LIST.words("NOT_BEHIND")
QUANTIFIED = _LIST.words("QUANTIFIED")
AFFIRMED = _LIST.words("AFFIRMED")
CUES_ALONE = _LIST.words("CUES_ALONE")
DETERMINERS = _LIST.words("DETERMINERS")
SAYING = _LIST.words("SAYING")
UNTIL = _LIST.words("UNTIL")
DUE = _LIST.words("DUE")
STILL = _LIST.words("STILL")
SOFT = NOT_DONE | _LIST.words("SOFT")
TURNING = NEGATORS | NOT_DONE | _LIST.words("TURNERS")
JOINERS = _LIST.words("JOINERS")
MUTUAL = _LIST.words("MUTUAL")
TWO_WAY = _LIST.words("TWO_WAY")
_PREFIXES = _LIST.words("PREFIXES")


def opposite_sides(kind: str) -> dict[str, tuple[int, ...]]:
    """Word -> the groups of one kind, "opposite" or "reversal", that it is of: n on the left side, -n on the right.

    Two words are opposed where one is of n and the other of -n.
    """
    sides: dict[str, tuple[int, ...]] = {}
    for n, group in enumerate(_LIST.lines("OPPOSITES" if kind == "opposite" else "REVERSALS"), 1):
        left, _, right = group.partition("/")
        for word in left.split():
            sides[word] = (*sides.get(word, ()), n)
        for word in right.split():
            sides[word] = (*sides.get(word, ()), -n)
    return sides


_NO_PREFIX = _LIST.words("NO_PREFIX")


def is_prefixed(x: str, y: str) -> bool:
    """Whether one word is the other with a prefix that negates: unrealistic/realistic."""
    long, short = (x, y) if len(x) > len(y) else (y, x)
    head = long[: len(long) - len(short)]
    return len(short) > 3 and head in _PREFIXES and long.endswith(short) and short not in _NO_PREFIX
