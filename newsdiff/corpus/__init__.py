"""Archives: which articles are versions of one another, and how they differ.

>>> from newsdiff.corpus import features
>>> len(features("Mayor Lorna Pettit of Port Ellery resigned."))
3

`features` gives the rare words of a text, `JOIN` is the SQL that finds the pairs of articles that share enough of them
(the same text for DuckDB and Spark), `compare_batches` compares the pairs in Arrow record batches. docs/engines.md
shows how they fit together.
"""

from __future__ import annotations

from newsdiff.corpus.features import features as features
from newsdiff.corpus.features import text_key as text_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.corpus.batches import compare_batches as compare_batches
    from newsdiff.corpus.find import word_batches as word_batches
    from newsdiff.corpus.join import JOIN as JOIN
    from newsdiff.corpus.join import weight_rows as weight_rows

_HOMES = {"JOIN": "join", "compare_batches": "batches", "weight_rows": "join", "word_batches": "find"}
__all__ = ["JOIN", "compare_batches", "features", "text_key", "weight_rows", "word_batches"]


if not TYPE_CHECKING:  # the search needs only `features`, and comparing is slow to import

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{home}"), name)
