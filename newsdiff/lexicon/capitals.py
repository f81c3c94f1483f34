"""Which words are common and which are names, to distinguish a sentence's first capital from a name.

>>> bits_of("warsaw") & COMMON, bits_of("police") & COMMON, bits_of("rose") & COMMON, bits_of("rose") & NAME
(0, 1, 1, 2)

capitals.bin is made by tools/build_capitals.py from WordNet and the US census: four bits for each word of vectors.bin,
in its order. A word outside that table has no bits; with a capital in English text, it is a name more often than not.
"""

from __future__ import annotations

import os
from functools import cache

from newsdiff.lexicon.vectors import rank

COMMON, NAME, MALE, FEMALE = 1, 2, 4, 8


@cache
def _table() -> bytes:
    # pathlib would cost 3 ms to import
    with open(os.path.join(os.path.dirname(__file__), "capitals.bin"), "rb") as file:
        return file.read()


def bits_of(word: str) -> int:
    """The bits COMMON, NAME, MALE, FEMALE of a word in lower case; 0 for an unknown one."""
    place = rank(word)
    return 0 if place is None else _table()[place // 2] >> 4 * (place % 2) & 15


def is_common(word: str) -> bool:
    """Whether a word in lower case is a dictionary word, whatever else it may be."""
    return bool(bits_of(word) & COMMON)
