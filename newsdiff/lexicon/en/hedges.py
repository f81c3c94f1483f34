"""English hedges and modals: words and phrases that say how sure a claim or how near a figure is, by class.

The lists are in hedges.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list
from newsdiff.lexicon.phrases import phrase_table

_LIST = read_list("hedges")

APPROXIMATORS = _LIST.entries("APPROXIMATORS")
MODALS = _LIST.entries("MODALS")
FREE = _LIST.words("FREE")
MODALITIES = phrase_table({**APPROXIMATORS, **_LIST.entries("CERTAINTY"), **MODALS})
AFTER_FIGURE = frozenset(_LIST.lines("AFTER_FIGURE"))
BEFORE_FIGURE = _LIST.words("BEFORE_FIGURE")
NOT_HEDGED = _LIST.words("NOT_HEDGED")
MONEY = _LIST.words("MONEY")
PARTS = _LIST.words("PARTS")
VAGUE = _LIST.words("VAGUE")
# Approximators that may also say where; True for those that may also say when, False for those that say what about.
PLACES = {**dict.fromkeys(_LIST.words("WHERE_OR_WHEN"), True), **dict.fromkeys(_LIST.words("WHERE_OR_WHAT"), False)}
TIMES = _LIST.words("TIMES")
LASTING = _LIST.words("LASTING")
TALK = _LIST.words("TALK")
SOFT = _LIST.words("SOFT")
CLOSING = _LIST.words("CLOSING")
BOUNDING = _LIST.words("BOUNDING")
ABLE = _LIST.words("ABLE")
HINTS = _LIST.words("HINTS")
PROOFS = _LIST.words("PROOFS")
UNSURE = _LIST.words("UNSURE")
SURE = _LIST.words("SURE")
EVIDENTIAL = _LIST.words("EVIDENTIAL")
SAID = _LIST.words("SAID")
ALIKE = frozenset(frozenset(line.split()) for line in _LIST.lines("ALIKE"))
SOFTENERS = _LIST.words("SOFTENERS")
BE = _LIST.words("BE")
SCARCE = _LIST.words("SCARCE")
LEAVE = _LIST.words("LEAVE")
