"""The learned part: which of the learned files fits the language, and probabilities.

learned_english.py, learned_other.py and learned_embedder.py are written by tools/learn_alignment.py and say when, from
what and how well. Their boosted trees are Python expressions: compiled once, with the package, they cost a fifth of
what trees in JSON did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from newsdiff.align.profile import Profile, mostly_known
from newsdiff.records import NamedTuple

# The probability of a pair alone, below which its surroundings do not help: that holds for 3 right pairs in 1,400.
HOPELESS = 0.01


class Learned(NamedTuple):
    """What is learned: the log-odds of a pair alone and in its surroundings, the threshold, the calibration."""

    pair_odds: Callable[[Sequence[float]], float]
    context_odds: Callable[[Sequence[float]], float]
    threshold: float
    wide: bool  # whether more candidates are wanted, since words alone tell less
    calibration: tuple[float, float]  # slope and intercept on the log-odds (Platt 1999)


def choose_model(a: Sequence[Profile], b: Sequence[Profile]) -> Learned:
    """The model for an embedder, where there is one; for English, where most words have a vector; else the other."""
    if a[0].meaning is not None:
        from newsdiff.align import learned_embedder as learned
    elif mostly_known([*a, *b]):
        from newsdiff.align import learned_english as learned  # type: ignore[no-redef]
    else:
        from newsdiff.align import learned_other as learned  # type: ignore[no-redef]
    return Learned(
        learned.pair_odds, learned.context_odds, learned.THRESHOLD, not mostly_known([*a, *b]), learned.CALIBRATION
    )


def probability(odds: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
