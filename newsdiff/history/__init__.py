"""All versions of one story: families of sentences, what happened in which version, who took from whom.

>>> import newsdiff
>>> story = newsdiff.history(["The pier is shut. 14 died.", "The pier is shut. 23 died.", "23 died."])
>>> ["".join(SIGNS[state] for state in family.states) for family in story.families]
['+=-', '+~=']

It uses the tools for a pair: `align` links the sentences of any two versions, `compare` names the edits.
"""

from newsdiff.history.model import (
    SIGNS,
    Event,
    Family,
    History,
    Pairs,
    Reading,
    Source,
    State,
    Survival,
    Version,
)
from newsdiff.history.tell import history

__all__ = [
    "SIGNS",
    "Event",
    "Family",
    "History",
    "Pairs",
    "Reading",
    "Source",
    "State",
    "Survival",
    "Version",
    "history",
]
