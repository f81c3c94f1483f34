"""The learned part: which of the learned files fits the language, and from features to log-odds.

weights_english.json, weights_other.json and weights_embedder.json are written by tools/learn_alignment.py and say when,
from which data and how well they were learned. Each holds two logistic regressions, of a pair alone and of a pair in
its surroundings. What a feature is worth depends on how closely the two articles follow each other: shared words say
much in a copy edit, and little in a retelling, where they may be a coincidence. So each feature also counts times that
level, and times what the level lacks of `RETOLD` and of `STRANGE`; in the second round also times the strength of the
pair's rivals, since for a further member of a group, whose rivals are strong, other things count.

Boosted trees were tried first: cross-validated on the gold pairs they did worse (links .955 against .968, deep
paraphrase .70 against .82), because there are few such pairs to learn from, and they cost more.
"""

from __future__ import annotations

import json
import os  # pathlib would cost 3 ms to import
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from operator import mul
from typing import Any, NamedTuple

from newsdiff.align.features import CONTEXT_FEATURES, MEANING_FEATURES, PAIR_FEATURES
from newsdiff.align.profile import Case

# The probability of a pair alone, below which its surroundings do not help: that holds for 3 right pairs in 1,400.
HOPELESS = 0.01
# The middle one of all sentences' best overlaps: .2 in the gold's retellings, .35 to .5 in machine paraphrases.
# Two stories on two subjects have .1 or less; the few sentences that such stories may share are in between.
RETOLD, STRANGE = 0.45, 0.2
_LEVEL, _LEVEL_AGAIN = PAIR_FEATURES.index("level"), CONTEXT_FEATURES.index("level")
_RIVALS = CONTEXT_FEATURES.index("rival_row"), CONTEXT_FEATURES.index("rival_column")


class Round(NamedTuple):
    """One regression at the level of two articles: weights of features, alone and times the strength of the rivals."""

    intercept: float
    own: list[float]
    beside_row: list[float]  # times the best rival's probability in the row; empty in the first round
    beside_column: list[float]


class Learned(NamedTuple):
    """What is learned: both rounds, the threshold, the calibration."""

    rounds: tuple[Mapping[str, Sequence[float]], Mapping[str, Sequence[float]]]
    threshold: float
    wide: bool  # whether more candidates are wanted and the articles' order is asked, since words alone tell less
    calibration: tuple[float, float]  # slope and intercept on the log-odds (Platt 1999)


def choose_model(case: Case) -> Learned:
    """The model for an embedder, where there is one; for English, where most words have a vector; else the other."""
    table = _table("embedder" if case.semantic else "english" if case.english else "other")
    slope, intercept = table["calibration"]
    rounds = table["alone"], table["in context"]
    return Learned(rounds, table["threshold"], not case.english, (slope, intercept))


@cache
def _table(name: str) -> dict[str, Any]:
    """A file of weights; a test makes sure that its features are in the order of the lists."""
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
    """How closely the two articles follow each other, which every pair's features tell."""
    return next(iter(pairs.values()))[_LEVEL]


def pair_probabilities(
    learned: Learned, pairs: Mapping[tuple[int, int], Sequence[float]]
) -> dict[tuple[int, int], float]:
    """The probability of every pair by itself."""
    if not pairs:
        return {}
    intercept, own, _, _ = at_level(learned.rounds[0], level_of(pairs))
    return {pair: probability(intercept + sum(map(mul, own, row))) for pair, row in pairs.items()}


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
        odds = intercept + sum(map(mul, own, row))
        if row[at_row]:
            odds += row[at_row] * sum(map(mul, beside_row, row))
        if row[at_column]:
            odds += row[at_column] * sum(map(mul, beside_column, row))
        found[pair] = probability(odds)
    return found


def columns(*, meaning: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the features of both rounds, with those of an embedder if `meaning`."""
    more = MEANING_FEATURES if meaning else ()
    return PAIR_FEATURES + more, CONTEXT_FEATURES + more


def log_odds(q: float, least: float) -> float:
    """The logarithm of the odds of a probability, which is taken for no nearer to 0 or 1 than `least`."""
    q = min(max(q, least), 1 - least)
    return log(q / (1 - q))


def probability(odds: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
