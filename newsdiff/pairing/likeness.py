"""How alike two words are, taken by themselves: the kind of likeness, from "the same word" down to "nothing speaks for it".

>>> one, other = describe(["organised", "six", "the", "Latvia"]), describe(["organized", "6", "a", "vote"])
>>> [KINDS[likeness_kind(x, y)] for x, y in zip(one, other)]
['alike spelling', 'same value', 'function words of one class', 'nothing']

English words are known by class (articles, auxiliaries, prepositions); of other languages a short word in small
letters counts as a function word. It does not tell a synonym from an antonym: "rose" and "fell" are alike here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.lexicon.en.function_words import CLASSES, EQUIVALENTS, NUMBERS

try:
    from newsdiff.lexicon.vectors import likeness as vector_likeness
    from newsdiff.lexicon.vectors import rank as word_rank
except ImportError:  # pragma: no cover

    def vector_likeness(u: str, v: str) -> float:
        """Nothing known."""
        return 0.0

    def word_rank(word: str) -> int | None:
        """Nothing known."""
        return None


# What two words can be to each other, the strongest evidence first.
KINDS = (
    "same word", "same number", "same article", "same function word", "same mark", "same stem", "same value", "same meaning",
    "alike spelling", "somewhat alike spelling", "rare and a little alike", "vectors .75", "vectors .65", "vectors .55",
    "vectors .45", "vectors .35", "numbers", "nothing", "both rare", "function words of one class", "function words",
    "function word and word", "number and word", "marks", "mark and word",
)  # fmt: skip
(
    SAME, SAME_NUMBER, SAME_ARTICLE, SAME_FUNCTION, SAME_MARK, SAME_STEM, SAME_VALUE, SAME_MEANING,
    ALIKE, SOMEWHAT, RARE_ALIKE, V75, V65, V55, V45, V35, NUMBERS_KIND, NOTHING, BOTH_RARE, ONE_CLASS, FUNCTIONS,
    FUNCTION_WORD, NUMBER_WORD, MARKS, MARK_WORD,
) = range(len(KINDS))  # fmt: skip

# Kinds of likeness by what they are worth; the weight of the place differs from group to group.
GROUPS = ("same word", "same article", "same function word", "same mark", "like word", "unlike word", "small word", "other")
_GROUP_OF = {
    SAME: 0, SAME_NUMBER: 0, SAME_ARTICLE: 1, SAME_FUNCTION: 2, SAME_MARK: 3, SAME_STEM: 0, SAME_VALUE: 0, SAME_MEANING: 4,
    ALIKE: 0, SOMEWHAT: 4, RARE_ALIKE: 4, V75: 4, V65: 4, V55: 4, V45: 4, V35: 5, NUMBERS_KIND: 4, NOTHING: 5, BOTH_RARE: 4,
    ONE_CLASS: 6, FUNCTIONS: 6, FUNCTION_WORD: 7, NUMBER_WORD: 7, MARKS: 6, MARK_WORD: 7,
}  # fmt: skip
GROUP = [_GROUP_OF[n] for n in range(len(KINDS))]

# Word types. A class of function words is its own name ("aux", "prep"), so that two of one class can be told.
MARK, NUMBER, CONTENT = "mark", "number", "content"
RARE = 20_000  # rank in the frequency list beyond which a word is likely a name or a term


class Word(NamedTuple):
    """A word with what its likeness to others is judged by."""

    text: str
    low: str
    type: str
    function: bool
    stem: str
    value: str
    grams: frozenset[str]
    rare: bool


@cache
def _stemmer() -> object:
    import Stemmer

    return Stemmer.Stemmer("english")


@cache
def describe_word(text: str) -> Word:
    """What is known of one word."""
    low = text.lower()
    kind = CLASSES.get(low)
    value = NUMBERS.get(low, "")
    stem = ""
    grams: frozenset[str] = frozenset()
    rare = False
    if kind is not None:
        pass
    elif not (low.isalnum() or any([c.isalnum() for c in low])):
        kind = MARK
    elif value:
        kind = NUMBER
    elif any([c.isdigit() for c in low]):
        kind = NUMBER
        value = _plain_number(low)
    elif len(low) <= 3 and low == text and not low.isascii() and len(low) > 1:
        kind = "short"
    else:
        kind = CONTENT
    if kind == CONTENT:
        stem = _stemmer().stemWord(low)  # type: ignore[attr-defined]
        bare = "^" + low.replace("-", "").replace("'", "") + "$"
        grams = frozenset([bare[n : n + 2] for n in range(len(bare) - 1)])
        rank = word_rank(low)
        rare = rank is None or rank > RARE
    return Word(text, low, kind, kind not in (MARK, NUMBER, CONTENT), stem, value, grams, rare)


def _plain_number(low: str) -> str:
    """Digits without thousands separators, ordinal endings and the like: '6th' is '6'."""
    text = low.replace(",", "")
    for ending in ("st", "nd", "rd", "th"):
        if text.endswith(ending) and text[:-2].isdigit():
            return text[:-2]
    return text


def describe(words: Sequence[str]) -> list[Word]:
    """What is known of each word."""
    return [describe_word(word) for word in words]


def likeness_kind(x: Word, y: Word) -> int:
    """The index in KINDS of what two words are to each other."""
    s, t = x.type, y.type
    if s == CONTENT:
        if t == CONTENT:
            return _content_kind(x, y)
        if t == NUMBER:
            return ALIKE if x.low == y.low else NUMBER_WORD
        if t == MARK:
            return MARK_WORD
        return SAME_MEANING if y.low in EQUIVALENTS.get(x.low, ()) else FUNCTION_WORD
    if s == t:
        if s == MARK:
            return SAME_MARK if x.low == y.low else MARKS
        if s == NUMBER:
            return SAME_NUMBER if x.low == y.low else SAME_VALUE if x.value == y.value else NUMBERS_KIND
        if x.low == y.low:
            return SAME_ARTICLE if s == "article" else SAME_FUNCTION
        return SAME_MEANING if y.low in EQUIVALENTS.get(x.low, ()) else ONE_CLASS
    if s == MARK or t == MARK:
        return SAME_MEANING if y.low in EQUIVALENTS.get(x.low, ()) else MARK_WORD
    if s == NUMBER or t == NUMBER:
        return NUMBER_WORD
    if y.low in EQUIVALENTS.get(x.low, ()):
        return SAME_MEANING
    return FUNCTION_WORD if t == CONTENT else FUNCTIONS


def _content_kind(x: Word, y: Word) -> int:
    """What two content words are to each other."""
    u, v = x.low, y.low
    if u == v:
        return SAME
    if x.stem == y.stem:
        return SAME_STEM
    if v in EQUIVALENTS.get(u, ()):
        return SAME_MEANING
    gx, gy = x.grams, y.grams
    dice = 2 * len(gx & gy) / (len(gx) + len(gy))
    if dice >= 0.7:
        return ALIKE
    if u[0] == v[0] and (u[-1] == "." or v[-1] == ".") and (u.startswith(v[:-1]) or v.startswith(u[:-1])):
        return ALIKE
    if dice >= 0.5:
        return SOMEWHAT
    near = vector_likeness(u, v)
    if near >= 0.75:
        return V75
    if near >= 0.65:
        return V65
    if near >= 0.55:
        return V55
    if dice >= 0.3 and (x.rare or y.rare):
        return RARE_ALIKE
    if near >= 0.45:
        return V45
    if near >= 0.35:
        return V35
    return BOTH_RARE if x.rare and y.rare else NOTHING
