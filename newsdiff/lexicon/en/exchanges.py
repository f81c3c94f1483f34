"""English grammar words that a copy editor exchanges freely, leaves out freely, and those that turn a claim.

Source: written for newsdiff (general English and the usage of copy desks), MIT like the rest.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("exchanges")


DROPPED = _LIST.words("DROPPED")
RELATIVES = _LIST.words("RELATIVES")
INDEFINITE = frozenset((word,) for word in _LIST.words("INDEFINITE"))

LIMITING = frozenset(_LIST.phrases("LIMITS"))


def _phrases() -> dict[tuple[str, ...], frozenset[int]]:
    """Phrase -> the lines on which it stands."""
    table: dict[tuple[str, ...], set[int]] = {}
    for n, line in enumerate(_LIST.lines("FREE")):
        for phrase in line.split("/"):
            table.setdefault(tuple(phrase.split()), set()).add(n)
    return {phrase: frozenset(lines) for phrase, lines in table.items()}


def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Word -> its lines, and on which side of the bars it stands there."""
    table: dict[str, set[tuple[int, int]]] = {}
    for n, line in enumerate(_LIST.lines("TURNS")):
        for m, side in enumerate(line.split("|")):
            for word in side.split():
                table.setdefault(word, set()).add((n, m))
    return {word: frozenset(places) for word, places in table.items()}


FREE = _phrases()
TURNS = _sides()

CONTRACTIONS = _LIST.entries("CONTRACTIONS")
ENDINGS = _LIST.entries("ENDINGS")
