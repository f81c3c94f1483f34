"""English words that a full stop does not always end a sentence after, by what may follow them.

The lists are in abbreviations.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("abbreviations")

TITLES = _LIST.words("TITLES")
COUNTERS = _LIST.words("COUNTERS")
MONTHS = _LIST.words("MONTHS")
STREETS = _LIST.words("STREETS")
DOUBTFUL = _LIST.words("DOUBTFUL")
LATIN = _LIST.words("LATIN")
STARTERS = _LIST.words("STARTERS")
WEEKDAYS = _LIST.words("WEEKDAYS")
AFTER_HOUR = WEEKDAYS | _LIST.words("ZONES")
SPEECH = _LIST.words("SPEECH")
AFTER_SPEECH = _LIST.words("AFTER_SPEECH")
