"""English words that say how far somebody is from an office, and a charge from a verdict.

The lists are in status.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list
from newsdiff.lexicon.phrases import phrase_table

_LIST = read_list("status")

BEFORE_LATE = _LIST.words("BEFORE_LATE")
OFFICES = _LIST.entries("OFFICES")
STAGES = _LIST.entries("STAGES")
CRIMES = _LIST.entries("CRIMES")
BEFORE_OFFICE = _LIST.words("BEFORE_OFFICE")
BEHIND_OFFICE = _LIST.words("BEHIND_OFFICE")
VERSIONS = _LIST.entries("VERSIONS")
STATUSES = phrase_table({**OFFICES, **STAGES, **CRIMES, **VERSIONS})
# Only classes of one list answer each other.
LADDERS = {name: n for n, classes in enumerate((OFFICES, STAGES, CRIMES, VERSIONS)) for name in classes}
