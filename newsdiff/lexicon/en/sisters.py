"""English words of the news that exclude each other, and some that are the same, where WordNet does not say so.

The lists are in sisters.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("sisters")

# Word -> its lines and its place there; different places of one line exclude each other.
SISTERS = _LIST.places("SISTERS", None, "/")
# Word -> the lines on which it is; words of one line say the same.
SAME = {word: frozenset(n for n, _ in places) for word, places in _LIST.places("SAME", None, "/").items()}
