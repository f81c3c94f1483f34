"""The learned part: boosted trees and a calibration, read from weights.json and evaluated in plain Python.

weights.json is written by tools/learn_alignment.py and says when, from what and how well. A tree is a leaf value or
[column, threshold, left, right]; left where the feature is at most the threshold.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from math import exp
from typing import Any, TypeAlias

from newsdiff.align.profile import Profile
from newsdiff.lexicon import vectors

Tree: TypeAlias = Any  # float | list[column, threshold, Tree, Tree]; recursive, so it is not written out

FILE = os.path.join(os.path.dirname(__file__), "weights.json")


@cache
def weights() -> dict[str, Any]:
    """The file as it stands."""
    with open(FILE, encoding="utf-8") as file:
        read: dict[str, Any] = json.load(file)
    return read


# English articles have vectors for nine words in ten, German ones for four in ten.
KNOWN = 0.7


def choose_model(a: Sequence[Profile], b: Sequence[Profile]) -> dict[str, Any]:
    """The model for the language at hand: `english` where most words have a vector, `other` learned without any."""
    words = [unit.word for profile in (*a, *b) for unit in profile.units if not unit.number]
    known = sum([vectors.rank(word) is not None for word in words])
    chosen: dict[str, Any] = weights()["models"]["english" if known >= KNOWN * len(words) else "other"]
    return chosen


def log_odds(trees: Sequence[Tree], row: Sequence[float]) -> float:
    """The sum of the leaves that the row falls into."""
    total = 0.0
    for tree in trees:
        while tree.__class__ is list:
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        total += tree
    return total


def probability(odds: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
