"""Text -> atoms: runs of digits, runs of letters, single marks. Finer than tokens, since "£41.6m" is four things.

>>> [a.low for a in split_atoms("The £41.6m, 10-km run at 5 p.m.")]
['the', '£', '41.6', 'm', ',', '10', '-', 'km', 'run', 'at', '5', 'p.m.']
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsdiff.normalize import INVISIBLE, fold

_ATOM = r"\d+(?:[.,:'\u2019]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S"
_GAP = re.compile(r"\s+")


class Atom(NamedTuple):
    """A run of digits or letters or a mark; `glued` when nothing stands between it and the atom before."""

    text: str
    low: str
    start: int
    end: int
    glued: bool
    digit: bool


@cache
def _pattern(plain: bool) -> re.Pattern[str]:
    # The second alphabet costs more to compile, and most texts have no invisible characters.
    return re.compile(_ATOM if plain else rf"[\d{INVISIBLE}]*\d(?:[.,:'\u2019]\d+)*|(?:[^\W\d_]\.){{2,}}|[^\W\d_]+|\S")


def split_atoms(text: str) -> list[Atom]:
    """The atoms of a text."""
    atoms = []
    last = 0
    ascii_text = text.isascii()
    for match in _pattern(ascii_text or not any(c in text for c in INVISIBLE)).finditer(text):
        start, end = match.span()
        piece = text[start:end]
        low = (piece if ascii_text else fold(piece)).lower()
        if low:
            atoms.append(Atom(piece, low, start, end, start == last, low[0].isdecimal()))
        last = end
    return atoms
