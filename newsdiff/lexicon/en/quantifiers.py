"""English words that say of how many a claim holds, and grammar words that turn it.

The lists are in quantifiers.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list
from newsdiff.lexicon.phrases import phrase_table

_LIST = read_list("quantifiers")

QUANTIFIERS = _LIST.entries("QUANTIFIERS")
PHRASED = _LIST.classes("PHRASED")
SAME_AMOUNT = frozenset(frozenset(line.split("/")) for line in _LIST.lines("SAME_AMOUNT"))
LIMITS = _LIST.words("LIMITS")
LIMITING = _LIST.words("LIMITING")
CONNECTIVES = _LIST.entries("CONNECTIVES")
TURNS = frozenset(frozenset(line.split("~")) for line in _LIST.lines("TURNS"))
QUANTITIES = phrase_table(QUANTIFIERS)
JOINTS = phrase_table(CONNECTIVES)
