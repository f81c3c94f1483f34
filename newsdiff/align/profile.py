"""The parts of a sentence that are compared: weighted units (words, names, numbers), n-grams, a vector of its meaning.

>>> from newsdiff.text.words import tokenize
>>> [unit.keys for unit in units_of(tokenize("Some 1,150 fire-fighters of Yevgeny's were organised."))]
[('some',), ('#1150',), ('firefight', 'fire', 'fighter'), ('of',), ('yevgeni', '~ivgn'), ('were',), ('organis',)]

A unit has one or more keys: a hyphenated word also has its parts, a name the consonants that survive transliteration, a
number its value. Only the stemmer, the number words and the vectors know English; words that they do not know are still
compared by their letters.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from math import dist, fsum, hypot, log
from operator import sub
from typing import NamedTuple, TypeAlias

from newsdiff.align.twins import Group
from newsdiff.lexicon import vectors
from newsdiff.model import Token
from newsdiff.text.normalize import strip_marks
from newsdiff.text.stems import stem

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11
NEAR = 1 << 8  # sentences kept unfolded, ten kilobytes each: those around the current place

_NUMBER_WORDS = {
    word: f"#{value}"
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
    if value != 1  # "one" is mostly a pronoun
} | {f"{word}ty": f"#{n}0" for n, word in enumerate("thir for fif six seven eigh nine".split(), 3)}
_LETTER_FOLDS = str.maketrans({"y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "z": "s", "x": "s"})


class Unit(NamedTuple):
    """A word of a sentence: the keys that may match it, and what it is."""

    keys: tuple[str, ...]
    word: str  # lower case, for the vectors
    name: bool
    number: bool


Meaning: TypeAlias = tuple[Sequence[Sequence[float]], Sequence[Sequence[float]]]
# A word with a vector: its weight, and the signs of its vector.
Content: TypeAlias = tuple[float, int]
KNOWN = 0.7  # English articles have vectors for nine words in ten, German ones for four in ten
FEW = 2  # sentences; this many imaginary ones without a direction are averaged in with all the real ones
BEGINNING = 5  # letters that words with one stem share, if the language is unknown
SLIGHT = 0.2  # the weight of a word that says little: "the" weighs .05, "said" .2, a rare word 4
LEAST_WEIGHT = 0.4  # as a share of the greatest possible weight: function words are below


class Profile(NamedTuple):
    """A sentence as the aligner sees it. A unit is named by its first key; `keys` has the others too."""

    weight: dict[str, float]  # for each first key; a repeated word counts twice
    mass: float  # the sum of the weights
    keys: frozenset[str]
    several: tuple[tuple[str, ...], ...]  # the keys of units that have more than one
    numbers: frozenset[str]
    names: frozenset[str]  # first keys of the names
    letters: str  # its words run together, for texts whose words are not known: see `unfold`
    gram_mass: float  # the sum of the weights of its grams
    vector: array[float] | None  # of unit length, minus what all sentences of both articles share
    length: int  # units
    text: tuple[str, ...]  # the keys of its tokens
    content: dict[str, Content]  # the words whose meaning is compared, by their first key
    order: tuple[str, ...]  # the first keys of its units, in their order
    open: bool = True  # whether it is still unlinked
    meaning: array[float] | None = None  # from the user's embedder, treated like `vector`


NOTHING = Profile({}, 0.0, frozenset(), (), frozenset(), frozenset(), "", 0.0, None, 0, (), {}, (), open=False)


def units_of(tokens: Sequence[Token]) -> tuple[Unit, ...]:
    """The units of a sentence without its punctuation; in scripts without spaces, pairs of neighbouring characters."""
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


@lru_cache(maxsize=KEPT)
def _unit(key: str, initial: bool) -> Unit:
    """The unit of one word."""
    low = key.lower()
    plain = low if low.isascii() else strip_marks(low)
    if not plain.isalpha() and any(map(str.isdecimal, plain)):
        return _figure(plain)
    if low in _NUMBER_WORDS:
        return Unit((_NUMBER_WORDS[low],), low, False, True)
    name = key[0].isupper() and not initial
    if "-" in plain:
        parts = [p for p in plain.split("-") if p]
        stems = [stem(p) for p in parts if len(p) > 1]
        return Unit((stem("".join(parts)), *dict.fromkeys(stems)), low, name, False)
    keys: tuple[str, ...] = (stem(plain),)
    if key[0].isupper() and len(plain) > 3:
        bones = skeleton(plain)
        if len(bones) > 3:
            keys += ("~" + bones,)
    return Unit(keys, low, name, False)


def _figure(plain: str) -> Unit:
    """A word with digits: the number, and any letters after it (10km, 14th, 10-kilometer)."""
    numbers: list[str] = []
    words: list[str] = []
    before = " "
    for n, char in enumerate(plain):
        if char.isdecimal():
            if before.isdecimal() or (before in ".,:/" and n > 1 and plain[n - 2].isdecimal()):
                numbers[-1] += char if before.isdecimal() else before + char
            else:
                numbers.append(char)
        elif char.isalpha():
            if before.isalpha():
                words[-1] += char
            else:
                words.append(char)
        before = char
    rest = [word for word in words if len(word) > 2]
    keys = [f"#{_without_separators(number)}" for number in numbers]
    keys += [stem(word) for word in rest]
    return Unit(tuple(dict.fromkeys(keys)), rest[0] if rest else plain, False, True)


def _without_separators(number: str) -> str:
    """The number without the commas before groups of three digits."""
    first, *groups = number.split(",")
    for group in groups:
        first += group if len(group) - len(group.lstrip("0123456789")) == 3 else "," + group
    return first


def skeleton(plain: str) -> str:
    """The part of a name that survives transliteration: the first sound and the consonants, similar ones as one."""
    text = plain.replace("kh", "h").replace("ck", "k").replace("ph", "f").replace("sch", "s").replace("sh", "s")
    text = text.replace("tch", "s").replace("ch", "s").replace("ts", "s").replace("zh", "s").replace("ye", "e")
    text = text.translate(_LETTER_FOLDS).replace("ks", "s")
    first = text[:1] if text[:1] not in "aeiou" else "i" if text[:1] in "ei" else "u" if text[:1] in "ou" else "a"
    bones = first
    for char in text[1:]:
        if char not in "aeiouh'" and char != bones[-1:]:
            bones += char
    return bones


class Case(NamedTuple):
    """Two articles as given to the model: the profiles of their sentences, and which are already linked.

    The profiles of the latter are `NOTHING` except for the length, so that they are never candidates.
    """

    a: list[Profile]
    b: list[Profile]
    settled: list[tuple[int, int]]  # pairs of sentences that have the same words
    english: bool  # whether most words have a vector
    semantic: bool  # whether an embedder gave the meaning
    grams: Mapping[str, float]  # the weights of all grams, if most words are unknown

    def is_open(self, i: int, j: int) -> bool:
        """Whether both sentences are still unlinked."""
        return self.a[i].open and self.b[j].open


def make_case(
    a: Sequence[Sequence[Token]],
    b: Sequence[Sequence[Token]],
    settled: Sequence[Group],
    meaning: Meaning | None = None,
) -> Case:
    """The profiles of the sentences of both articles; weights come from how rare a key is in both together.

    `meaning` has an embedder's vectors, which are centred and scaled like `Profile.vector`.
    """
    sides = [[(tokens, units_of(tokens)) for tokens in side] for side in (a, b)]
    every = [unit for side in sides for _, units in side for unit in units if not unit.number]
    english = sum([vectors.rank(unit.word) is not None for unit in every]) >= KNOWN * len(every)
    if not english:  # the language is unknown, and so are its endings
        sides = [[(tokens, tuple(map(_open_ended, units))) for tokens, units in side] for side in sides]
    counts: Counter[str] = Counter()
    for side in sides:
        for _, units in side:
            counts.update({unit.keys[0] for unit in units})
    total = len(a) + len(b) + 1
    rarity = {key: log(1 + total / n) for key, n in counts.items()}
    pairs = [(i, j) for left, right in settled for i in left for j in right]
    closed = ({i for i, _ in pairs}, {j for _, j in pairs})
    rows = [
        [
            (NOTHING._replace(length=len(units)), None) if n in linked else _row(tokens, units, rarity)
            for n, (tokens, units) in enumerate(side)
        ]
        for side, linked in zip(sides, closed, strict=True)
    ]
    mean = _mean([v for side in rows for _, v in side if v is not None])
    finished = [[profile._replace(vector=_centred(v, mean)) for profile, v in row] for row in rows]
    grams: dict[str, float] = {}
    if not english:
        letters = [[" ".join([unit.word for unit in units]) for _, units in side] for side in sides]
        grams = _weigh_grams(letters)
        finished = [
            [_with_grams(profile, text, grams) for profile, text in zip(side, texts, strict=True)]
            for side, texts in zip(finished, letters, strict=True)
        ]
    if meaning is not None:
        vectors_of = [[[float(x) for x in row] for row in side] for side in meaning]
        mean = _mean(vectors_of[0] + vectors_of[1])
        finished = [
            [profile._replace(meaning=_centred(v, mean)) for profile, v in zip(side, found, strict=True)]
            for side, found in zip(finished, vectors_of, strict=True)
        ]
    return Case(finished[0], finished[1], pairs, english, meaning is not None, grams)


def _weigh_grams(sides: Sequence[Sequence[str]]) -> dict[str, float]:
    """The weight of every gram: how rare it is in both articles."""
    counts: Counter[str] = Counter()
    for side in sides:
        for text in side:
            counts.update(_grams(text))
    total = sum(map(len, sides)) + 1
    return {gram: log(total / n) for gram, n in counts.items()}


def _with_grams(profile: Profile, text: str, grams: Mapping[str, float]) -> Profile:
    if not profile.open:
        return profile
    return profile._replace(letters=text, gram_mass=fsum(map(grams.__getitem__, _grams(text))))


def _grams(text: str) -> frozenset[str]:
    """All runs of four characters, which find a stem in a language whose endings are unknown."""
    return frozenset([text[n : n + 4] for n in range(len(text) - 3)] if len(text) > 3 else [text])


@lru_cache(maxsize=KEPT)
def _open_ended(unit: Unit) -> Unit:
    """A unit that is also matched by its first letters, whatever the ending."""
    plain = strip_marks(unit.word)
    if unit.number or len(plain) <= BEGINNING:
        return unit
    return unit._replace(keys=(*unit.keys, "^" + plain[:BEGINNING]))


@lru_cache(maxsize=KEPT)
def _meaning(word: str) -> tuple[float, int, int, int | None]:
    """A word's weight by frequency, 0 to 1; its vector, packed, times a whole number; that number; its signs.

    A hyphenated word without a vector gets the sum of its parts' vectors, and None as its signs.
    """
    place = vectors.rank(word)
    common = vectors.weight(place)
    share = int(255 * common + 0.5)
    if place is not None:
        packed, signs = vectors.packed_and_signs(place)
        return common, share * packed, share, signs
    places = [p for part in word.split("-") if (p := vectors.rank(part)) is not None] if "-" in word else []
    parts = [vectors.packed_and_signs(p)[0] for p in places]
    return common, share * sum(parts), share * len(parts), None


def _row(
    tokens: Sequence[Token], units: tuple[Unit, ...], rarity: dict[str, float]
) -> tuple[Profile, array[float] | None]:
    """A sentence's profile, with its vector still separate."""
    weight: dict[str, float] = {}
    content: dict[str, Content] = {}
    several = []
    numbers: list[str] = []
    names = []
    mass = 0.0
    total = times = 0
    for keys, word, name, number in units:
        first = keys[0]
        own = rarity[first]
        if name:
            names.append(first)
        if number:
            numbers += [key for key in keys if key[0] == "#"]
        else:
            common, vector, share, signs = _meaning(word)
            own *= common
            if times < 2**23:  # so that no component of the sum overflows
                total += vector
                times += share
            if signs is not None and common >= LEAST_WEIGHT and first not in content:
                content[first] = (own, signs)
        mass += own
        weight[first] = weight[first] + own if first in weight else own
        if len(keys) > 1:
            several.append(keys)
    mean: array[float] | None = None
    if times:
        summed = vectors.unpack(total, times)
        norm = hypot(*summed) or 1.0
        mean = array("d", [x / norm for x in summed])
    profile = Profile(
        weight,
        mass,
        frozenset(weight).union(*several),
        tuple(several),
        frozenset(numbers),
        frozenset(names),
        "",
        0.0,
        None,
        len(units),
        tuple([token.key for token in tokens]),
        content,
        tuple([unit.keys[0] for unit in units]),
    )
    return profile, mean


class Unfolded(NamedTuple):
    """Further data for comparing two sentences, too large to keep for each sentence of a long article."""

    vector: tuple[float, ...] | None
    grams: frozenset[str]
    runs: frozenset[tuple[str, str]]  # first keys of neighbours, at least one of which weighs something


def unfold(side: Sequence[Profile]) -> Callable[[int], Unfolded]:
    """Unfolds a side's sentences by number, and remembers the last few, since neighbours come next."""

    @lru_cache(maxsize=NEAR)
    def unfolded(n: int) -> Unfolded:
        profile, weight = side[n], side[n].weight
        return Unfolded(
            None if profile.vector is None else tuple(profile.vector),
            _grams(profile.letters) if profile.letters else frozenset(),
            frozenset([(x, y) for x, y in pairwise(profile.order) if weight[x] > SLIGHT or weight[y] > SLIGHT]),
        )

    return unfolded


def shared(a: Profile, b: Profile) -> Set[str]:
    """The first keys of a's units of which b has any key."""
    found = a.weight.keys() & b.keys
    more = [keys[0] for keys in a.several if keys[0] not in found and not b.keys.isdisjoint(keys)]
    return found.union(more) if more else found


def cosine_of(u: Sequence[float], v: Sequence[float]) -> float:
    """The cosine of two vectors of unit length.

    By the law of cosines, since a distance is computed in C, at a third of the cost of a sum of products.
    """
    return 1 - dist(u, v) ** 2 / 2


def _mean(found: Sequence[Sequence[float]]) -> list[float]:
    """The mean, drawn towards zero if the vectors are few: two sentences have little in common to leave out."""
    share = 1 / (len(found) + FEW)
    return [fsum(column) * share for column in zip(*found, strict=True)] if found else []


def _centred(vector: Sequence[float] | None, mean: Sequence[float]) -> array[float] | None:
    """The vector minus the mean, scaled to unit length."""
    if vector is None:
        return None
    moved = list(map(sub, vector, mean))
    norm = hypot(*moved)
    return array("d", [x / norm for x in moved]) if norm > 1e-6 else None
