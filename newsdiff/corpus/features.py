"""The rare words of a text, as numbers: two versions of one story share them, two stories of the same day do not.

>>> features("Mayor Lorna Pettit resigned.") == features("LORNA PETTIT, the mayor, has resigned!")
True
>>> features("The mayor of the city said on Monday that it was time to go.")
[]

Names, figures and unusual words survive the heaviest rewriting, so no word order and no n-grams are kept. How rare a
word has to be depends on the archive and is decided in join.sql; the words left out here are common in any archive.
Links, addresses and tags are left out too, since they come from a site's template more often than from a story.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

from newsdiff.lexicon.vectors import rank
from newsdiff.text.normalize import fold, strip_marks
from newsdiff.text.shadow import PAD, shadow

# The most frequent words of English, left out. They are in more than 50 of 20,000 articles, so the join would drop them
# there; in an archive of sixty articles, only this shows that "police" is not a rare word.
COMMON = 3000
_KEPT = 1 << 18  # words whose numbers are remembered: 30 MB
_memory: dict[str, int] = {}


@cache
def _word() -> re.Pattern[str]:
    # Pairs of characters in scripts without spaces, otherwise words, including the commas and stops inside figures.
    wide = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
    return re.compile(rf"(?=([{wide}]{{2}}))|[^\W_{wide}]+(?:[.,](?=\d)[^\W_{wide}]+)*")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<[^<>]{0,1000}>|\b(?:https?://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def features(text: str) -> list[int]:
    """The uncommon words of a text as integers from 0 to 2**63 - 1: sorted, each once.

    The same word has the same number on every machine and in every run (BLAKE2b of its folded form: no case, no
    diacritics). Common words are known only for English; in other languages all words are given.
    """
    numbers: set[int] = set()
    add = numbers.add
    for word in set(_words(text)):
        number = _memory.get(word)
        if number is None:
            number = _number(word)
        if number:
            add(number)
    return sorted(numbers)


def text_key(text: str) -> int:
    """A number that two texts share if they differ only in white space, quotation marks, dashes and the like."""
    folded = " ".join(fold(shadow(text)).replace(PAD, "").split())
    return _hash(folded)


def _words(text: str) -> list[str]:
    text = shadow(text).replace(PAD, "")
    if "<" in text or "://" in text or "www." in text or "@" in text:
        text = _markup().sub(" ", text)
    text = strip_marks(fold(text)).lower()
    if text.isascii():
        return re.findall(r"[a-z0-9]+(?:[.,](?=\d)[a-z0-9]+)*", text)
    return [found[1] or found[0] for found in _word().finditer(text)]


def _number(word: str) -> int:
    """The number of a word, 0 if it is common or too short to mean anything."""
    place = rank(word)
    common = len(word) < 2 or (place is not None and place < COMMON) or (word.isdigit() and len(word) < 3)
    if len(_memory) >= _KEPT:
        _memory.clear()
    number = _memory[word] = 0 if common else _hash(word)
    return number


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1
