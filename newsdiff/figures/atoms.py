"""Text -> atoms: runs of digits, runs of letters, single marks. Finer than tokens, since "£41.6m" is four things.

>>> [a.low for a in split_atoms("The £41.6m, 10-km run at 5 p.m.")]
['the', '£', '41.6', 'm', ',', '10', '-', 'km', 'run', 'at', '5', 'p.m.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsdiff.text.normalize import INVISIBLE, fold

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
# The apostrophe stands alone, because a set of that many marks with one beyond Latin-1 takes .2 ms to compile.
_ATOM = r"\d+(?:[.,:']\d+|\u2019\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S"


class Atom(NamedTuple):
    """A run of digits or letters or a mark; `glued` when nothing stands between it and the atom before."""

    text: str
    low: str
    start: int
    end: int
    glued: bool
    digit: bool


_new = tuple.__new__  # half the price of Atom(...), and a text has hundreds


@cache
def _pattern(plain: bool) -> re.Pattern[str]:
    # The second alphabet costs more to compile, and most texts have no invisible characters.
    return re.compile(_ATOM if plain else rf"[\d{INVISIBLE}]*\d(?:[.,:'\u2019]\d+)*|(?:[^\W\d_]\.){{2,}}|[^\W\d_]+|\S")


def split_atoms(text: str) -> list[Atom]:
    """The atoms of a text."""
    atoms: list[Atom] = []
    last = -1
    ascii_text = text.isascii()
    for match in _pattern(ascii_text or not any(c in text for c in INVISIBLE)).finditer(text):
        start, end = match.span()
        piece = text[start:end]
        low = (piece if ascii_text or piece.isascii() else fold(piece)).lower()
        if low:
            if low.count(",") > 1 and low[0].isdecimal() and not _is_grouped(low):
                atoms.extend(_split_list(piece, start, start == last))
            else:
                atoms.append(_new(Atom, (piece, low, start, end, start == last, low[0].isdecimal())))
        last = end
    return atoms


def _is_grouped(low: str) -> bool:
    """Whether the commas group thousands (or lakhs): 1,150,000 and 11,50,000, not 22,24,26."""
    _, *groups = low.partition(".")[0].split(",")
    return len(groups[-1]) == 3 and all([len(g) in (2, 3) for g in groups])


def _split_list(piece: str, start: int, glued: bool) -> Iterator[Atom]:
    """The members of a list without spaces, and its commas."""
    for match in re.finditer(r"[^,]+|,", piece):
        at, end = start + match.start(), start + match.end()
        yield Atom(match.group(), match.group(), at, end, glued, match.group()[0].isdecimal())
        glued = match.group() != ","  # a member of a list is not behind a decimal comma
