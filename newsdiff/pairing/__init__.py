"""Which words of two sentences correspond: the layer above the literal diff.

>>> pair_words(["They", "were", "organised", "."], ["Organized", "they", "were", "."])
[(0, 1), (1, 2), (2, 0), (3, 3)]

Certain words come first (equal and occurring once, and their equal neighbours), then words alike in letters, number,
meaning or class, if their neighbours agree; then doubtful pairs are weighed again, and phrases are found. Both
weighings are learned (weights.json, by tools/learn_pairing.py). A pair means that two words have the same part in their
sentences, not the same meaning: "rose" is paired with "fell". Large rewordings are found only in part.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Token
from newsdiff.pairing.decoding import pair_singles
from newsdiff.pairing.likeness import describe
from newsdiff.pairing.revision import revise


def pair_tokens(a: Sequence[Token], b: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Index pairs of tokens, sorted; two paired phrases give all their i x j pairs."""
    return tuple(pair_words([token.key for token in a], [token.key for token in b]))


def pair_words(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of the words of two parallel sentences, sorted; two paired phrases give all their i x j pairs."""
    return sorted(revise(pair_singles(describe(a), describe(b))))
