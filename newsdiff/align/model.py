"""The learned part: which file of weights fits the language, and how features become log-odds.

weights_english.json, weights_other.json and weights_embedder.json are written by tools/learn_alignment.py and say when,
from which data and how well they were learned. Each has two logistic regressions, for a pair alone and for a pair in
its surroundings. The value of a feature depends on how closely the two articles follow each other: shared words say
much in a copy edit, and little in a retelling, where they may be a coincidence. So each feature also counts multiplied
by that level, and by how far the level falls short of `RETOLD` and of `STRANGE`; in the second round also by the
strength of the pair's rivals, since other things matter for a further member of a group, whose rivals are strong.

Boosted trees were tried first: cross-validated on the gold pairs they did worse (links .955 against .968, deep
paraphrase .70 against .82), because there are few such pairs to learn from, and they took more time.
"""

from __future__ import annotations

import json
import os  # pathlib would cost 3 ms to import
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, fsum, log
from operator import mul
from typing import Any, NamedTuple

from newsdiff.align.features import CONTEXT_FEATURES, MEANING_FEATURES, PAIR_FEATURES
from newsdiff.align.profile import Case

# The probability of a pair alone, below which its surroundings do not help: 3 right pairs in 1,400 are lower.
HOPELESS = 0.01
# The median of all sentences' best overlaps: .2 in the gold's retellings, .35 to .5 in machine paraphrases. Two stories
# on different subjects have .1 or less; the few sentences that such stories may share are in between.
RETOLD, STRANGE = 0.45, 0.2
_LEVEL, _LEVEL_AGAIN = PAIR_FEATURES.index("level"), CONTEXT_FEATURES.index("level")
_RIVALS = CONTEXT_FEATURES.index("rival_row"), CONTEXT_FEATURES.index("rival_column")


class Round(NamedTuple):
    """A regression at the level of two articles: weights of features, alone and times the strength of rivals."""

    intercept: float
    own: list[float]
    beside_row: list[float]  # times the best rival's probability in the row; empty in the first round
    beside_column: list[float]


class Learned(NamedTuple):
    """The learned parameters: both rounds, the threshold, the calibration."""

    rounds: tuple[Mapping[str, Sequence[float]], Mapping[str, Sequence[float]]]
    threshold: float
    wide: bool  # whether to take more candidates and use the articles' order, since words alone say less
    calibration: tuple[float, float]  # slope and intercept on the log-odds (Platt 1999)


def choose_model(case: Case) -> Learned:
    """The model for an embedder, if there is one; for English, if most words have a vector; else the other one."""
    table = _table("embedder" if case.semantic else "english" if case.english else "other")
    slope, intercept = table["calibration"]
    rounds = table["alone"], table["in context"]
    return Learned(rounds, table["threshold"], not case.english, (slope, intercept))


@cache
def _table(name: str) -> dict[str, Any]:
    """A file of weights; a test checks that its features are in the order of the lists."""
    with open(os.path.join(os.path.dirname(__file__), f"weights_{name}.json"), encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    return table


def at_level(weights: Mapping[str, Sequence[float]], level: float) -> Round:
    """A round's weights for two articles that follow each other as closely as `level` says."""
    rows = iter(weights.values())
    intercept = next(rows)[0]
    far, apart = max(0.0, RETOLD - level), max(0.0, STRANGE - level)
    own, beside_row, beside_column = [], [], []
    for plain, by_level, retold, strange, *rivals in rows:
        own.append(plain + by_level * level + retold * far + strange * apart)
        if rivals:
            beside_row.append(rivals[0])
            beside_column.append(rivals[1])
    return Round(intercept, own, beside_row, beside_column)


def level_of(pairs: Mapping[tuple[int, int], Sequence[float]]) -> float:
    """How closely the two articles follow each other, taken from any pair's features."""
    return next(iter(pairs.values()))[_LEVEL]


def pair_probabilities(
    learned: Learned, pairs: Mapping[tuple[int, int], Sequence[float]]
) -> dict[tuple[int, int], float]:
    """The probability of every pair by itself."""
    if not pairs:
        return {}
    intercept, own, _, _ = at_level(learned.rounds[0], level_of(pairs))
    return {pair: probability(intercept + fsum(map(mul, own, row))) for pair, row in pairs.items()}


def context_probabilities(
    learned: Learned, context: Mapping[tuple[int, int], Sequence[float]]
) -> dict[tuple[int, int], float]:
    """The probability of every pair in its surroundings."""
    if not context:
        return {}
    level = next(iter(context.values()))[_LEVEL_AGAIN]
    intercept, own, beside_row, beside_column = at_level(learned.rounds[1], level)
    at_row, at_column = _RIVALS
    found = {}
    for pair, row in context.items():
        odds = intercept + fsum(map(mul, own, row))
        if row[at_row]:
            odds += row[at_row] * fsum(map(mul, beside_row, row))
        if row[at_column]:
            odds += row[at_column] * fsum(map(mul, beside_column, row))
        found[pair] = probability(odds)
    return found


def columns(*, meaning: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the features of both rounds, with those of an embedder if `meaning`."""
    more = MEANING_FEATURES if meaning else ()
    return PAIR_FEATURES + more, CONTEXT_FEATURES + more


def log_odds(q: float, least: float) -> float:
    """The log-odds of a probability, which is kept at least `least` away from 0 and 1."""
    q = min(max(q, least), 1 - least)
    return log(q / (1 - q))


def probability(odds: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
