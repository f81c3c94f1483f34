"""English words that carry grammar, by class; number words; and small sets of words that can replace each other.

The lists are in function_words.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.en.figures import CARDINALS, ORDINALS
from newsdiff.lexicon.en.verbs import AUXILIARIES, DO
from newsdiff.lexicon.lists import read_list

_LIST = read_list("function_words")

ALSO_LETTERS = _LIST.words("ALSO_LETTERS")
CLASSES: dict[str, str] = {
    **{word: name for name, words in _LIST.entries("CLASSES").items() for word in words.split()},
    **dict.fromkeys((AUXILIARIES | DO) - {"to", "ought"}, "aux"),
}

# A word of number -> its figure. "One" is a pronoun more often.
NUMBERS: dict[str, str] = {
    **{word: str(n) for table in (CARDINALS, ORDINALS) for word, n in table.items() if word != "one"},
    **{
        f"{tens}-{word}": str(ten + n)
        for tens, ten in CARDINALS.items()
        if ten > 19
        for table in (CARDINALS, ORDINALS)
        for word, n in table.items()
        if 0 < n < 10
    },
    **_LIST.entries("OTHER_NUMBERS"),
}

EQUIVALENTS: dict[str, frozenset[str]] = {}
for _group in _LIST.lines("EQUIVALENTS"):
    _words = _group.split()
    for _word in _words:
        EQUIVALENTS[_word] = EQUIVALENTS.get(_word, frozenset()) | frozenset(_words) - {_word}

PHRASES = {word: tuple(tuple(p.split()) for p in text.split("|")) for word, text in _LIST.entries("PHRASES").items()}
AMOUNTS = {tuple(text.split()): n for n, line in enumerate(_LIST.lines("AMOUNTS")) for text in line.split("|")}
AMOUNT_STARTS = frozenset([words[0] for words in AMOUNTS])
