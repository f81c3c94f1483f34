"""The learned part: boosted trees and a calibration, read from weights.json and evaluated in plain Python.

weights.json is written by tools/learn_alignment.py and says when, from what and how well. A tree is a leaf value or
[column, threshold, left, right]; left where the feature is at most the threshold.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, TypeAlias

Tree: TypeAlias = Any  # float | list[column, threshold, Tree, Tree]; recursive, so it is not written out

_FILE = Path(__file__).parent / "weights.json"


@cache
def weights() -> dict[str, Any]:
    """The file as it stands."""
    read: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return read


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
