"""Archives: which articles are versions of one another, and how they differ.

>>> from newsdiff.corpus import features
>>> len(features("Mayor Lorna Pettit of Port Ellery resigned."))
3

`features` are the rare words of a text, `JOIN` is the SQL that finds the pairs of articles that share enough of them
(one text for DuckDB and for Spark), `compare_batches` compares the pairs of Arrow record batches.
"""

from __future__ import annotations

from newsdiff.corpus.features import features as features

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.corpus.batches import compare_batches as compare_batches
    from newsdiff.corpus.join import JOIN as JOIN

__all__ = ["JOIN", "compare_batches", "features"]


if not TYPE_CHECKING:  # the search needs no more than `features`, and comparing is heavy to import

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        home = {"JOIN": "join", "compare_batches": "batches"}.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{home}"), name)
