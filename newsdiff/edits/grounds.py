"""What a rewording has for it: a ground to call it harmless, a ground to call it a change of meaning, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Token, Verdict


class Ground(NamedTuple):
    """A verdict, the reason for it, and the probability that a careful desk would stop the edit."""

    verdict: Verdict
    reason: str
    risk: float


def weigh(a: Sequence[Token], b: Sequence[Token], lo_a: int, hi_a: int, lo_b: int, hi_b: int) -> Ground:
    """The ground of a stretch of A in the place of one of B; one of them may be empty."""
    words = [t.key.lower() for t in (*a[lo_a:hi_a], *b[lo_b:hi_b]) if t.word]
    if all(word in CLASSES for word in words):
        return Ground("accidental", "grammar", 0.0)
    return Ground("open", "", 0.3)
