"""The search for candidates as SQL, for DuckDB and for Spark: what join.sql reads, and how rare a word has to be."""

from __future__ import annotations

import os

from newsdiff.corpus.candidates import QUEUED, word_weights

with open(os.path.join(os.path.dirname(__file__), "join.sql"), encoding="utf-8") as _file:
    JOIN = _file.read()


def weight_rows(articles: int) -> dict[str, list[int]]:
    """The columns of the view `weights` in join.sql, for an archive of this many articles.

    `pairs` is 1 up to the number of articles at which all still meet, and 0 above, where each meets its neighbours.
    """
    weights, met = word_weights(articles)
    numbers = range(2, len(weights))
    return {
        "holders": list(numbers),
        "weight": [weights[n] if n <= met else weights[n] // QUEUED for n in numbers],
        "pairs": [int(n <= met) for n in numbers],
    }
