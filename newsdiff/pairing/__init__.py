"""Which word of one sentence stands for which of the other.

>>> pair_words(["They", "were", "organised", "."], ["organized", "."])
[(2, 0), (3, 1)]
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Token
from newsdiff.pairing.decoding import decode
from newsdiff.pairing.likeness import describe


def pair_tokens(a: Sequence[Token], b: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Index pairs of tokens, sorted; a phrase that stands for a phrase gives all its i x j pairs."""
    return tuple(pair_words([token.key for token in a], [token.key for token in b]))


def pair_words(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of the words of two parallel sentences, sorted."""
    return decode(describe(a), describe(b))
