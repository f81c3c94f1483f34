"""Word vectors and word frequency ranks from one packed table, read in place.

>>> likeness("blaze", "fire") > 0.5 > likeness("blaze", "parliament")
True
>>> rank("the"), rank("qwxzk") is None
(0, True)

vectors.bin is made by tools/build_vectors.py (GloVe, PDDL 1.0, and single words by all-MiniLM-L6-v2, Apache-2.0,
under a learned linear map): English, lower case, 52,000 words in the order of frequency, 64 signed bytes each. The file
is mapped, not loaded. A hash slot has 15 bits of check and the rank, so about one unknown word in 30,000 is taken for
another. Names and words of other languages are not in the table and have no vector.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Sequence
from functools import cache, lru_cache
from math import dist, hypot
from sys import byteorder
from zlib import crc32  # binascii has it too, but the stemmer has loaded zlib already

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11

# pathlib would cost 3 ms to import
_FILE = os.path.join(os.path.dirname(__file__), "vectors.bin")
_HEAD = 16
DIMENSIONS = 64
SCALE = 240  # a component of 1.0 as a byte; larger values are capped at 127
_UNIT = SCALE * SCALE
_UNSIGNED = bytes([(n + 128) % 256 for n in range(256)])
_SIGN_BITS = int.from_bytes(b"\x80" * DIMENSIONS, "little")


@cache
def _table() -> tuple[memoryview, int, int]:
    """The mapped file, its number of slots, and where the vectors begin."""
    with open(_FILE, "rb") as file:
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    slots = int.from_bytes(view[12:16], "little")
    return view, slots, _HEAD + 4 * slots


@lru_cache(maxsize=KEPT)
def rank(word: str) -> int | None:
    """How many words are more frequent than this one (lower case), None if it is not among the 52,000."""
    view, slots, _ = _table()
    code = crc32(word.encode("utf-8", "surrogatepass"))
    check = code >> 17 & 0x7FFF
    slot = code % slots
    while True:
        at = _HEAD + 4 * slot
        entry = int.from_bytes(view[at : at + 4], "little")
        if entry == 0xFFFFFFFF:
            return None
        if entry >> 16 == check:
            return entry & 0xFFFF
        slot = slot + 1 if slot + 1 < slots else 0


def vector(word: str) -> Sequence[int] | None:
    """The word's vector: 64 integers, of length about SCALE; None for an unknown word."""
    place = rank(word)
    if place is None:
        return None
    view, _, start = _table()
    at = start + DIMENSIONS * place
    return view[at : at + DIMENSIONS].cast("b").tolist()


def packed_and_signs(place: int) -> tuple[int, int]:
    """Two views of the vector of the word with this rank, each one integer.

    In the packed view, a weighted sum of words takes one operation for each word (see `unpack`): each component, plus
    128 so that none is negative, has four bytes. Each sign has one byte: the fewer differ, the more alike two words
    are.
    """
    view, _, start = _table()
    at = start + DIMENSIONS * place
    own = bytes(view[at : at + DIMENSIONS])
    lanes = bytearray(4 * DIMENSIONS)
    lanes[::4] = own.translate(_UNSIGNED)
    return int.from_bytes(lanes, "little"), int.from_bytes(own, "little") & _SIGN_BITS


def unpack(total: int, weights: int) -> list[int]:
    """The components of a sum of packed vectors with whole weights that add up to `weights` (< 2**24)."""
    offset = 128 * weights
    return [x - offset for x in memoryview(total.to_bytes(4 * DIMENSIONS, byteorder)).cast("I").tolist()]


@lru_cache(maxsize=KEPT)
def _point(word: str) -> tuple[tuple[int, ...], float] | None:
    """The word's vector as a tuple for `math.dist`, and the square of its length."""
    found = vector(word)
    return None if found is None else (tuple(found), hypot(*found) ** 2)


@lru_cache(maxsize=KEPT)
def likeness(u: str, v: str) -> float:
    """The cosine of two words in lower case, -1 to 1; 0.0 if one of them is unknown.

    By the law of cosines, since a distance is computed in C, at a fifth of the cost of a sum of products. The
    components are integers, so rounding gives that sum exactly.
    """
    x, y = _point(u), _point(v)
    if x is None or y is None:
        return 0.0
    return round((x[1] + y[1] - dist(x[0], y[0]) ** 2) / 2) / _UNIT


def weight(place: int | None) -> float:
    """The smooth inverse frequency (Arora et al. 2017) of a word with this rank, 0 to 1; unknown words are rare."""
    return 1.0 if place is None else 1e-3 / (1e-3 + 1 / (11 * (place + 2.7)))
