"""Which words of two sentences correspond: the layer above the literal diff.

>>> pair_words(["They", "were", "organised", "."], ["Organized", "they", "were", "."])
[(0, 1), (1, 2), (2, 0), (3, 3)]

Certain words first (equal and occurring once, and their equal neighbours), then words alike in letters, number, meaning
or class, as far as their neighbours agree; then doubtful pairs are weighed once more, and phrases are found.
Both weighings are learned (weights.json, by tools/learn_pairing.py). A pair says that two words have the same part in
their sentences, not that they mean the same: "rose" is paired with "fell". Large rewordings are found only in part.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Token
from newsdiff.pairing.decoding import pair_singles
from newsdiff.pairing.likeness import describe
from newsdiff.pairing.revision import revise


def pair_tokens(a: Sequence[Token], b: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Index pairs of tokens, sorted; a phrase paired with a phrase gives all its i x j pairs."""
    return tuple(pair_words([token.key for token in a], [token.key for token in b]))


def pair_words(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of the words of two parallel sentences, sorted; a phrase gives all its i x j pairs."""
    return sorted(revise(pair_singles(describe(a), describe(b))))
