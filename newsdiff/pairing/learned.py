"""The learned weights of word pairs: weights.json, which tools/learn_pairing.py writes with its own scores.

>>> weights()["same word: place between neighbours"] > weights()["same word: place far"]
True

A tree is a leaf (a number) or a fork: the number of a feature, a threshold, the tree for values up to it, and the tree
for values above. The log-odds of a cell are the sum of all trees.
"""

from __future__ import annotations

import json
import os  # pathlib would cost 3 ms to import
from collections.abc import Sequence
from functools import cache
from typing import Any

# A cell this far from the threshold after this many trees skips the rest. In the 1,514 sentence pairs of Edinburgh++
# and MTReference no such cell comes back (from 1.0, one of 25,660 pairs does).
EARLY, FAR = 15, 1.2


@cache
def _table() -> dict[str, Any]:
    with open(os.path.join(os.path.dirname(__file__), "weights.json"), encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    return table


def weights() -> dict[str, float]:
    """The weights of the first weighing, by the names of their features."""
    pair: dict[str, float] = _table()["pair"]
    return pair


def reaches(row: Sequence[float], least: float) -> bool:
    """Whether the log-odds of a cell with these features are `least` or more."""
    odds = 0.0
    for n, tree in enumerate(_table()["trees"]):
        while type(tree) is list:
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        odds += tree
        if n == EARLY and abs(odds - least) > FAR:
            break
    return odds >= least
