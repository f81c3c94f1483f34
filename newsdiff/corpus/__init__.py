"""Archives: which articles are versions of one another, and how they differ.

>>> from newsdiff.corpus import features
>>> len(features("Mayor Lorna Pettit of Port Ellery resigned."))
3

`features` are the rare words of a text.
"""

from __future__ import annotations

from newsdiff.corpus.features import features as features

__all__ = ["features"]
