"""How alike two words are by themselves: the kind of likeness, from the same word to none.

>>> one, other = describe(["organised", "six", "the", "said"]), describe(["organized", "6", "a", "told"])
>>> [KINDS[likeness_kind(x, y)] for x, y in zip(one, other)]
['alike spelling', 'same value', 'function words of one class', 'same meaning']

English words are known by class (articles, auxiliaries, prepositions); in other scripts a short word in lower case
counts as a function word. The vectors know only English. It cannot tell a synonym from an antonym: "Latvia" and
"Lithuania" are as alike here as "said" and "told".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from newsdiff.lexicon.en.function_words import CLASSES, EQUIVALENTS, NUMBERS
from newsdiff.lexicon.vectors import likeness as vector_likeness
from newsdiff.lexicon.vectors import rank
from newsdiff.text.stems import stem

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11

# The kinds of likeness, the strongest evidence first.
KINDS = (
    "same word", "same number", "same article", "same function word", "same mark", "same stem", "same value",
    "same meaning", "alike spelling", "somewhat alike spelling", "rare and a little alike", "vectors .7", "vectors .6",
    "vectors .5", "vectors .4", "near function word", "vectors .3", "numbers", "vectors .2", "vectors .1", "unlike",
    "unknown", "both rare", "function words of one class", "function words", "function word and word",
    "number and word", "marks", "mark and word",
)  # fmt: skip
(
    SAME, SAME_NUMBER, SAME_ARTICLE, SAME_FUNCTION, SAME_MARK, SAME_STEM, SAME_VALUE, SAME_MEANING,
    ALIKE, SOMEWHAT, RARE_ALIKE, V7, V6, V5, V4, NEAR_FUNCTION, V3, TWO_NUMBERS, V2, V1, UNLIKE, UNKNOWN, BOTH_RARE,
    ONE_CLASS, FUNCTIONS, FUNCTION_WORD, NUMBER_WORD, MARKS, MARK_WORD,
) = range(len(KINDS))  # fmt: skip
# From here on, the likeness says less than the neighbours.
WEAK = NEAR_FUNCTION

# Kinds of likeness in groups of equal value; the weight of the position differs from group to group.
GROUPS = (
    "same word", "same article", "same function word", "same mark", "like word", "unlike word", "small word", "other",
)  # fmt: skip
_MEMBERS = (
    (SAME, SAME_NUMBER, SAME_STEM, SAME_VALUE, ALIKE), (SAME_ARTICLE,), (SAME_FUNCTION,), (SAME_MARK,),
    (SAME_MEANING, SOMEWHAT, RARE_ALIKE, V7, V6, V5, V4, NEAR_FUNCTION, TWO_NUMBERS, BOTH_RARE),
    (V3, V2, V1, UNLIKE, UNKNOWN), (ONE_CLASS, FUNCTIONS, MARKS), (FUNCTION_WORD, NUMBER_WORD, MARK_WORD),
)  # fmt: skip
GROUP = [next(n for n, members in enumerate(_MEMBERS) if kind in members) for kind in range(len(KINDS))]

# Word types beside the classes of function words ("aux", "preposition"), which are their own names.
MARK, NUMBER, CONTENT, SHORT = "mark", "number", "content", "short"
# Classes whose words have too little meaning for vectors.
GRAMMAR = frozenset(("article", "possessive", "aux", "to", "who", "not", SHORT))
_SAME_OF = {CONTENT: SAME, NUMBER: SAME_NUMBER, MARK: SAME_MARK, "article": SAME_ARTICLE}
RARE = 20_000  # rank in the frequency list beyond which a word is likely a name or a term
SPELT_ALIKE, SPELT_SOMEWHAT, SPELT_A_LITTLE = 0.7, 0.5, 0.3  # shares of common letter pairs (Dice)


class Word(NamedTuple):
    """A word as printed and in lower case, its type, and its value if it is a number."""

    text: str
    low: str
    type: str
    value: str


def describe(words: Sequence[str]) -> list[Word]:
    """The description of each word."""
    return [describe_word(word) for word in words]


@lru_cache(maxsize=KEPT)
def describe_word(text: str) -> Word:
    """The description of one word."""
    low = text.lower()
    kind = CLASSES.get(low)
    if kind is not None:
        return Word(text, low, kind, "")
    value = NUMBERS.get(low)
    if value is not None:
        return Word(text, low, NUMBER, value)
    if low.isalpha():
        short = 1 < len(low) < 4 and low == text and not low.isascii()
        return Word(text, low, SHORT if short else CONTENT, "")
    if not any(c.isalnum() for c in low):
        return Word(text, low, MARK, "")
    if any(c.isdigit() for c in low):
        return Word(text, low, NUMBER, _plain_number(low))
    return Word(text, low, CONTENT, "")


def _plain_number(low: str) -> str:
    """Digits without thousands separators and ordinal endings: '6th' is '6'."""
    text = low.replace(",", "")
    return text[:-2] if text[-2:] in ("st", "nd", "rd", "th") and text[:-2].isdigit() else text


@lru_cache(maxsize=KEPT)
def letter_pairs(low: str) -> frozenset[str]:
    """The pairs of neighbouring letters, with the word's ends; hyphens and apostrophes do not count."""
    bare = f"^{low.replace('-', '').replace(chr(39), '')}$"
    return frozenset([intern(bare[n : n + 2]) for n in range(len(bare) - 1)])  # one string for each pair


def _rare(low: str) -> bool:
    place = rank(low)
    return place is None or place > RARE


def likeness_kind(x: Word, y: Word) -> int:
    """The index in KINDS of two words' likeness."""
    u, v, s, t = x.low, y.low, x.type, y.type
    if u == v:
        return _SAME_OF.get(s, SAME_FUNCTION)
    if u in EQUIVALENTS and v in EQUIVALENTS[u]:
        return SAME_MEANING
    if s == t:
        if s == CONTENT:
            return spelling_kind(u, v) or vector_kind(u, v)
        if s == NUMBER:
            return SAME_VALUE if x.value == y.value else TWO_NUMBERS
        return MARKS if s == MARK else ONE_CLASS
    if s == MARK or t == MARK:
        return MARK_WORD
    if s == NUMBER or t == NUMBER:
        return NUMBER_WORD
    if s not in GRAMMAR and t not in GRAMMAR and vector_likeness(u, v) >= 0.5:
        return NEAR_FUNCTION
    return FUNCTION_WORD if s == CONTENT or t == CONTENT else FUNCTIONS


@lru_cache(maxsize=KEPT)
def spelling_kind(u: str, v: str) -> int:
    """How the letters of two different content words (in lower case) are alike; 0 if they are not."""
    p, q = letter_pairs(u), letter_pairs(v)
    common = 2 * len(p & q) / (len(p) + len(q))
    if common >= SPELT_ALIKE:
        return SAME_STEM if stem(u) == stem(v) else ALIKE
    if u[0] == v[0]:
        if stem(u) == stem(v):
            return SAME_STEM
        if (u[-1] == "." or v[-1] == ".") and (u.startswith(v[:-1]) or v.startswith(u[:-1])):  # Feb., February
            return ALIKE
    return SOMEWHAT if common >= SPELT_SOMEWHAT else 0


@lru_cache(maxsize=KEPT)
def vector_kind(u: str, v: str) -> int:
    """The kind of likeness of two content words' vectors."""
    near = vector_likeness(u, v)
    if near >= 0.5:
        return V7 if near >= 0.7 else V6 if near >= 0.6 else V5
    p, q = letter_pairs(u), letter_pairs(v)
    if 2 * len(p & q) / (len(p) + len(q)) >= SPELT_A_LITTLE and (_rare(u) or _rare(v)):
        return RARE_ALIKE
    if near >= 0.3:
        return V4 if near >= 0.4 else V3
    if near == 0.0:
        return BOTH_RARE if _rare(u) and _rare(v) else UNKNOWN
    return V2 if near >= 0.2 else V1 if near >= 0.1 else UNLIKE
