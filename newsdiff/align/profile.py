"""What is compared of a sentence: weighted units (words, names, numbers), character n-grams, a vector of its meaning.

>>> from newsdiff.words import tokenize
>>> [unit.keys for unit in units_of(tokenize("Some 1,150 fire-fighters of Yevgeny's were organised."))]
[('some',), ('#1150',), ('firefight', 'fire', 'fighter'), ('of',), ('yevgeni', '~ivgn'), ('were',), ('organis',)]

A unit has one key or several: a hyphenated word also its parts, a name also the consonants that survive
transliteration, a number its value. Nothing here knows English but the stemmer, the number words and the vectors;
what they do not know still has its letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from math import log, sqrt
from operator import mul
from typing import NamedTuple, TypeAlias

from newsdiff.lexicon import vectors
from newsdiff.model import Token
from newsdiff.normalize import strip_marks

_NUMBER_WORDS = {
    word: f"#{value}"
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
    if value != 1  # "one" is mostly a pronoun
} | {f"{word}ty": f"#{n}0" for n, word in enumerate("thir for fif six seven eigh nine".split(), 3)}
_DIGITS = re.compile(r"\d")
_SEPARATORS = re.compile(r"(?<=\d)[, ](?=\d{3}\b)")
_LETTER_FOLDS = str.maketrans({"y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "z": "s", "x": "s"})


class Unit(NamedTuple):
    """A word of a sentence: what it may be matched by, and what it is."""

    keys: tuple[str, ...]
    word: str  # lower case, for the vectors
    name: bool
    number: bool


# A word with a vector: its weight, the word, its keys, the signs of its vector, whether it is a name.
Content: TypeAlias = tuple[float, str, tuple[str, ...], int, bool]
FEW = 2  # sentences; so many count as much against the common direction as all that there are speak for it
LEAST_WEIGHT = 0.4  # as a share of the heaviest possible: below stand function words


class Profile(NamedTuple):
    """A sentence as the aligner sees it. `weights` are the units', in the same order; `mass` is their sum."""

    units: tuple[Unit, ...]
    weights: tuple[float, ...]
    mass: float
    keys: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]  # first keys of the names
    grams: frozenset[str]
    vector: tuple[float, ...] | None  # of unit length, less what all sentences of both articles share
    length: int  # units
    quoted: bool
    text: tuple[str, ...]  # the keys of its tokens
    content: tuple[Content, ...]  # the words whose meaning is compared


@cache
def _stem() -> Callable[[str], str]:
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    stem: Callable[[str], str] = stemmer.stemWord
    return stem


def units_of(tokens: Sequence[Token]) -> tuple[Unit, ...]:
    """The units of a sentence; marks are none, a run of characters without spaces makes one of every two neighbours."""
    units = []
    before: Token | None = None
    for token in tokens:
        if token.word and token.key != "'s":
            key = token.key
            if not key.isascii() and len(key) <= 2 and key[0] >= "\u2e80":
                adjacent = before is not None and before.end == token.start
                units.append(Unit((before.key + key,) if before and adjacent else (key,), key, False, False))
                before = token
                continue
            units.append(_unit(key, token.initial))
        before = None
    return tuple(units)


@cache
def _unit(key: str, initial: bool) -> Unit:
    """The unit of one word."""
    low = key.lower()
    plain = low if low.isascii() else strip_marks(low)
    if _DIGITS.search(plain):
        return _figure(plain)
    if low in _NUMBER_WORDS:
        return Unit((_NUMBER_WORDS[low],), low, False, True)
    name = key[0].isupper() and not initial
    stem = _stem()
    if "-" in plain:
        parts = [p for p in plain.split("-") if p]
        return Unit((stem("".join(parts)), *[stem(p) for p in parts if len(p) > 1]), low, name, False)
    keys: tuple[str, ...] = (stem(plain),)
    if key[0].isupper() and len(plain) > 3:
        bones = skeleton(plain)
        if len(bones) > 3:
            keys += ("~" + bones,)
    return Unit(keys, low, name, False)


def _figure(plain: str) -> Unit:
    """A word with digits in it: the number, and the letters behind it where it has some (10km, 14th, 10-kilometer)."""
    digits = re.findall(r"\d+(?:[.,:/]\d+)*", plain)
    keys = [f"#{_SEPARATORS.sub('', number)}" for number in digits]
    rest = re.findall(r"[^\W\d_]{3,}", plain)
    return Unit((*keys, *[_stem()(word) for word in rest]), rest[0] if rest else plain, False, True)


def skeleton(plain: str) -> str:
    """What of a name survives another transliteration: the first sound and the consonants, likely twins folded."""
    text = plain.replace("kh", "h").replace("ck", "k").replace("ph", "f").replace("sch", "s").replace("sh", "s")
    text = text.replace("tch", "s").replace("ch", "s").replace("ts", "s").replace("zh", "s").replace("ye", "e")
    text = text.translate(_LETTER_FOLDS).replace("ks", "s")
    first = text[:1] if text[:1] not in "aeiou" else "i" if text[:1] in "ei" else "u" if text[:1] in "ou" else "a"
    bones = first
    for char in text[1:]:
        if char not in "aeiouh'" and char != bones[-1:]:
            bones += char
    return bones


def make_profiles(a: Sequence[Sequence[Token]], b: Sequence[Sequence[Token]]) -> tuple[list[Profile], list[Profile]]:
    """The profiles of the sentences of both articles; weights come from how rare a key is in both together."""
    sides = [[(tokens, units_of(tokens)) for tokens in side] for side in (a, b)]
    counts: Counter[str] = Counter()
    for side in sides:
        for _, units in side:
            counts.update({unit.keys[0] for unit in units})
    total = len(a) + len(b) + 1
    weight = {key: log(1 + total / n) for key, n in counts.items()}
    rows = [[_row(tokens, units, weight) for tokens, units in side] for side in sides]
    mean = _mean([v for side in rows for _, v in side if v is not None])
    return (
        [profile._replace(vector=_centred(v, mean)) for profile, v in rows[0]],
        [profile._replace(vector=_centred(v, mean)) for profile, v in rows[1]],
    )


def _row(
    tokens: Sequence[Token], units: tuple[Unit, ...], weight: dict[str, float]
) -> tuple[Profile, list[float] | None]:
    """A sentence's profile, its vector still apart."""
    common = [vectors.weight(vectors.rank(unit.word)) if not unit.number else 1.0 for unit in units]
    weights = tuple([weight[unit.keys[0]] * c for unit, c in zip(units, common, strict=True)])
    found = []
    content: list[Content] = []
    for unit, c in zip(units, common, strict=True):
        vector = None if unit.number else vectors.vector(unit.word)
        if vector is None and "-" in unit.word:
            for part in unit.word.split("-"):
                vector = vectors.vector(part)
                if vector is not None:
                    found.append([c * x for x in vector])
        elif vector is not None:
            if c >= LEAST_WEIGHT:
                content.append(
                    (weight[unit.keys[0]] * c, unit.word, unit.keys, vectors.signs(unit.word) or 0, unit.name)
                )
            found.append([c * x for x in vector])
    mean = [sum(column) for column in zip(*found, strict=True)] if found else None
    if mean is not None:
        norm = sqrt(sum(map(mul, mean, mean))) or 1.0
        mean = [x / norm for x in mean]
    text = " ".join([unit.word for unit in units])
    profile = Profile(
        units,
        weights,
        sum(weights),
        frozenset([key for unit in units for key in unit.keys]),
        frozenset([key for unit in units if unit.number for key in unit.keys if key[0] == "#"]),
        frozenset([unit.keys[0] for unit in units if unit.name]),
        frozenset([text[n : n + 4] for n in range(len(text) - 3)] if len(text) > 3 else [text]),
        None,
        len(units),
        any([token.key == '"' for token in tokens]),
        tuple([token.key for token in tokens]),
        tuple(content),
    )
    return profile, mean


def _mean(found: Sequence[Sequence[float]]) -> list[float]:
    """The mean, drawn towards nothing where the vectors are few: two sentences have little in common to leave out."""
    share = 1 / (len(found) + FEW)
    return [sum(column) * share for column in zip(*found, strict=True)] if found else []


def _centred(vector: Sequence[float] | None, mean: Sequence[float]) -> tuple[float, ...] | None:
    """The vector less the mean, of unit length."""
    if vector is None:
        return None
    moved = [x - m for x, m in zip(vector, mean, strict=True)]
    norm = sqrt(sum(map(mul, moved, moved)))
    return tuple([x / norm for x in moved]) if norm > 1e-6 else None
