"""English grammar words that a copy editor freely exchanges or leaves out, and those that reverse a claim.

The lists are in exchanges.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("exchanges")

DROPPED = _LIST.words("DROPPED")
RELATIVES = _LIST.words("RELATIVES")
INDEFINITE = frozenset((word,) for word in _LIST.words("INDEFINITE"))
LIMITING = frozenset(_LIST.phrases("LIMITS"))

# Phrase -> the lines on which it is; phrases of one line say the same.
FREE = {
    tuple(phrase.split()): frozenset(n for n, _ in places) for phrase, places in _LIST.places("FREE", "\n", "/").items()
}
# Word -> its lines and its place there; different places of one line exclude each other.
TURNS = _LIST.places("TURNS", "|", None)
CONTRACTIONS = _LIST.entries("CONTRACTIONS")
ENDINGS = _LIST.entries("ENDINGS")
