"""English words of the news that exclude each other, and some that are the same, where WordNet does not say so.

Source: written for newsdiff (the usage of news agencies), MIT like the rest. Base forms, one class a line; words joined
by a stroke mean the same there.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("sisters")


def _places(section: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Word -> its lines, and its place there; words joined by a stroke have one place."""
    table: dict[str, set[tuple[int, int]]] = {}
    for n, line in enumerate(_LIST.lines(section)):
        for m, words in enumerate(line.split()):
            for word in words.split("/"):
                table.setdefault(word, set()).add((n, m))
    return {word: frozenset(places) for word, places in table.items()}


SISTERS = _places("SISTERS")
SAME = {word: frozenset([n for n, _ in places]) for word, places in _places("SAME").items()}
