"""Which leftover words of two sides may be one word spelt otherwise: candidates with their detail and confidence.

Every test is a fold or a likeness that has its own module; what stands here is what may be compared with what (single
words, two or three that were joined), and what the place and both articles say for or against a name.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from math import exp, log
from typing import NamedTuple

from newsdiff.edits.passage import Passage
from newsdiff.lexicon.en.function_words import CLASSES, NUMBERS
from newsdiff.lexicon.en.places import GROUPS, TITLES
from newsdiff.model import Token
from newsdiff.spelling import names
from newsdiff.spelling.regional import fold_regional, is_regional_fold
from newsdiff.spelling.tables import rank, read_lines, read_pairs
from newsdiff.spelling.typos import is_typo
from newsdiff.text.normalize import strip_marks

# What a name loses or gains by its surroundings, in log-odds; set by hand and checked on gold pairs.
EXCLUSIVE = 1.5  # neither article has the other's form
BOTH_HERE = -3.5  # an article has both forms: two people
BESIDE = 1.2  # an equal word stands beside both
NAMED_BESIDE = 1.8  # an equal name or title does
PAIRED = 0.8  # the word pairing put them together
KNOWN = -2.5  # both are known words and not a letter's breadth apart
BOTH_KNOWN = -0.8  # both are known words, however near
ROMANIZED = 1.5  # one key in two romanizations of Chinese or Korean
APART = -2.5  # times the distance of their places in the two sides, 0 to 1

# A capitalised word of six letters that is more frequent, and far from first names in meaning, is a common word.
FREQUENT = 2_500
_OF_PEOPLES = ("ese", "ish", "an", "ans", "ch")

_SUFFIXES = frozenset(
    (
        "'s a al an ans d ean ed en er ers es ese ess esses eva i ian ians ic ie in ing ish ism ist ists"
        " man men n ns ova s y"
    ).split()
)
_CONTRACTED = ("n't", "'ll", "'re", "'ve", "'d", "'m")
# Beyond this cost a letter two forms share little but chance; most forms of one name in Wikidata stay far below.
_FAR = 0.3
_NEAR = 0.16  # for two words against one
_CLOSE = 0.1  # in other languages
# A first word among so many of the most frequent is taken for a common word, unless its capital is seen elsewhere too.
COMMON = 30_000
_COMPASS = frozenset("north south east west mid anti non co pre post pro re ex multi semi sub inter vice".split())
_PARTICLES = frozenset("bin ibn ben abu al el de del della di da der den van von ter ten la le".split())
# Compounds with a word of grammar that are in every style book.
_WITH_PARTICLE = frozenset("online underway offshore onshore uptodate onsite offline percent".split())
# A part that so many words exceed in frequency makes a capitalised compound a name.
_RARE_PART = 8_000
# Words that are no part of a compound: a joined pair with one of these is grammar (into, anyone), not spelling.
_NO_PART = (frozenset(CLASSES) | frozenset(NUMBERS)) - {"well"}


class Unit(NamedTuple):
    """A word of one side, or two or three neighbours taken as one: tokens lo to hi."""

    lo: int
    hi: int
    text: str  # keys, joined by a space
    bare: str  # lower case, no marks
    close: str  # and no hyphens, apostrophes and spaces
    name: bool  # has a capital that is not owed to its place alone, as far as one can see
    place: float  # 0 to 1: where in its side


def candidates(
    passage: Passage, left_a: Sequence[int], left_b: Sequence[int]
) -> Iterator[tuple[Unit, Unit, str, float]]:
    """Pairs of units that may be one word, with detail and confidence. A unit may stand in several."""
    capitals = passage.story.capitals
    singles_a = singles(passage.a, left_a, capitals)
    singles_b = singles(passage.b, left_b, capitals)
    done_a: set[int] = set()
    done_b: set[int] = set()
    for pair in _folded(passage, singles_a, singles_b):
        done_a.update(range(pair[0].lo, pair[0].hi))
        done_b.update(range(pair[1].lo, pair[1].hi))
        yield pair
    rest_a = [u for u in singles_a if u.lo not in done_a and len(u.close) > 1]
    rest_b = [u for u in singles_b if u.lo not in done_b and len(u.close) > 1]
    if rest_a and rest_b:
        typos = list(_typos(passage, rest_a, rest_b)) if passage.story.english else []
        yield from typos
        yield from _facts(passage, rest_a, rest_b)
        misspelt = {(unit.lo, other.lo) for unit, other, _, _ in typos}
        names_a, names_b = ([u for u in rest if u.name] for rest in (rest_a, rest_b))
        if names_a and names_b:
            for pair in _names(passage, names_a, names_b):
                if (pair[0].lo, pair[1].lo) not in misspelt:
                    yield pair


def singles(tokens: Sequence[Token], left: Sequence[int], capitals: AbstractSet[str]) -> list[Unit]:
    """The leftover words as units."""
    total = max(1, len(tokens) - 1)
    return [_unit(tokens, n, n + 1, total, capitals) for n in left]


def _joins(tokens: Sequence[Token], alone: Sequence[Unit]) -> dict[str, list[tuple[int, int]]]:
    """What two or three leftover neighbours spell when closed up -> where they stand."""
    joins: dict[str, list[tuple[int, int]]] = {}
    for k, unit in enumerate(alone):
        close, at = unit.close, unit.lo
        for other in alone[k + 1 : k + 3]:
            if other.lo != at + 1 or tokens[other.lo].initial:
                break
            close, at = close + other.close, other.lo
            joins.setdefault(close, []).append((unit.lo, other.hi))
    return joins


def _unit(tokens: Sequence[Token], lo: int, hi: int, total: int, capitals: AbstractSet[str]) -> Unit:
    keys = [t.key for t in tokens[lo:hi]]
    text = keys[0] if hi - lo == 1 else " ".join(keys)
    low = text.lower()
    bare = low if low.isascii() else strip_marks(low) if all([c < "܀" or "Ḁ" <= c < "℀" for c in low]) else low
    close = bare if bare.isalpha() else bare.replace("-", "").replace("'", "").replace(" ", "").replace(".", "")
    name = any([_is_name(tokens, n, capitals) for n in range(lo, hi)])
    return Unit(lo, hi, text, bare, close, name, lo / total)


def _is_name(tokens: Sequence[Token], n: int, capitals: AbstractSet[str]) -> bool:
    """A capital at the head of one of its parts (el-Gazzar), which a common word does not owe to its place alone."""
    token = tokens[n]
    key = token.key
    if not key[0].isupper():
        return ("-" in key or "'" in key) and any([part[:1].isupper() for part in key.replace("'", "-").split("-")])
    low = key.lower()
    if low in CLASSES:
        return False
    if (
        not token.initial
        or key in capitals
        or (n + 1 < len(tokens) and (tokens[n + 1].key[:1].isupper() or tokens[n + 1].key in _PARTICLES))
    ):
        return True
    return _last(rank(low)) > COMMON


def _folded(
    passage: Passage, singles_a: Sequence[Unit], singles_b: Sequence[Unit]
) -> Iterator[tuple[Unit, Unit, str, float]]:
    """Pairs that a fold makes equal."""
    capitals = passage.story.capitals
    by_close_a: dict[str, list[Unit]] = {}
    by_close_b: dict[str, list[Unit]] = {}
    for alone, by_close in ((singles_a, by_close_a), (singles_b, by_close_b)):
        for unit in alone:
            by_close.setdefault(unit.close, []).append(unit)
    joins_a, joins_b = _joins(passage.a, singles_a), _joins(passage.b, singles_b)
    for joins, others, mine, tokens in (
        (joins_a, (by_close_b, joins_b), by_close_a, passage.a),
        (joins_b, (by_close_a, joins_a), by_close_b, passage.b),
    ):
        for close, places in joins.items():
            if close in others[0] or close in others[1]:
                made = [_unit(tokens, lo, hi, max(1, len(tokens) - 1), capitals) for lo, hi in places]
                mine.setdefault(close, []).extend(made)
    open_a = []
    matched_b = set()
    for close, mine_a in by_close_a.items():
        for unit in mine_a:
            met = False
            for other in by_close_b.get(close, ()):
                detail = _dress(passage, unit, other)
                if detail:
                    yield unit, other, detail, 0.97
                    met = True
                    matched_b.add(other.lo)
            if not met and unit.hi - unit.lo == 1:
                open_a.append(unit)
    if not passage.story.english:
        return
    by_region: dict[str, list[Unit]] = {}
    for other in singles_b:
        if other.lo not in matched_b and len(other.bare) > 1 and other.bare not in CLASSES:
            by_region.setdefault(fold_regional(other.bare), []).append(other)
    for unit in open_a:
        if len(unit.bare) > 1 and unit.bare not in CLASSES:
            for other in by_region.get(fold_regional(unit.bare), ()):
                if is_regional_fold(unit.bare, other.bare):
                    yield unit, other, "regional", 0.97


def _dress(passage: Passage, a: Unit, b: Unit) -> str:
    """The detail of two units that are equal without marks, hyphens and spaces; "" where they are no variant."""
    single = a.hi - a.lo == 1 == b.hi - b.lo
    if a.text.lower() == b.text.lower() or not a.close or a.close.isdigit():
        return ""
    if a.bare == b.bare:
        return "diacritic" if passage.story.english or _is_plain_twin(a.text, b.text) else ""
    parts = [p for u in (a, b) for p in u.bare.replace("-", " ").split()]
    if a.close == "percent":
        return "regional"
    if any(
        [
            not p.replace("'", "").isalpha()
            or (p in _NO_PART and not single and a.close not in _WITH_PARTICLE)
            or p in NUMBERS
            for p in parts
        ]
    ):
        names_too = a.name and b.name and all([p.replace("'", "").replace(".", "").isalpha() for p in parts])
        return "name" if names_too and len(a.close) > 4 else ""
    if "'" in a.text or "'" in b.text:
        if a.text.endswith(_CONTRACTED) or b.text.endswith(_CONTRACTED) or not (a.name and b.name):
            return ""
        return "name"
    if (
        a.name
        and b.name
        and not any([p in _COMPASS for p in parts])
        and _is_joined_name(passage, a.close, f"{a.text} {b.text}".replace("-", " ").split())
    ):
        return "name"
    if a.name != b.name and a.bare.replace("-", "") == b.bare.replace("-", "") and "." in a.text + b.text:
        return ""
    return "hyphenation"


def _is_plain_twin(a: str, b: str) -> bool:
    """Whether two words of a language that is not English part in a mark that makes no other word or form of them.

    Not in short words (ou/où), in a last letter (modifie/modifié), by an umlaut (Apfel/Äpfel).
    """
    low_a, low_b = a.lower(), b.lower()
    if len(low_a) != len(low_b):
        return False
    apart = [n for n, (x, y) in enumerate(zip(low_a, low_b, strict=True)) if x != y]
    umlaut = any([low_a[n] in "äöü" or low_b[n] in "äöü" for n in apart])
    if a[0].isupper() and b[0].isupper() and not umlaut:
        return True
    return not umlaut and (
        (len(a) > 3 and (apart[-1] < len(a) - 2 or (apart[-1] == len(a) - 2 and a[-1] not in "se")))
        or all([low_a[n] + low_b[n] in "ёеё" for n in apart])
    )


def _is_joined_name(passage: Passage, close: str, parts: Sequence[str]) -> bool:
    """Whether capitalised parts make a name (Abu Sir) and no compound in a headline (Fire Fighters)."""
    low = [p.lower() for p in parts if p.lower() != close]
    if any([_last(rank(p)) > _RARE_PART for p in low if p not in _PARTICLES]):
        return True
    closed_up = any([p.lower() == close for p in parts])
    if not closed_up or rank(close) is not None:
        return False  # Secretary General, Fire Fighters
    counts = passage.story.counts_a, passage.story.counts_b
    capitals = [p.lower() for p in parts if p[:1].isupper()]
    return not any([p in count for p in capitals for count in counts])


def _last(place: int | None) -> int:
    """A rank to compare by: what no vocabulary has comes last."""
    return 1 << 20 if place is None else place


def _typos(passage: Passage, rest_a: Sequence[Unit], rest_b: Sequence[Unit]) -> Iterator[tuple[Unit, Unit, str, float]]:
    """Pairs of which one is a slip of the hand."""
    by_head: dict[str, list[Unit]] = {}
    for other in rest_b:
        if len(other.bare) > 3 and other.bare.isalpha():
            by_head.setdefault(other.bare[0], []).append(other)
            if other.bare[1] != other.bare[0]:
                by_head.setdefault(other.bare[1], []).append(other)
    for unit in rest_a:
        if len(unit.bare) > 3 and unit.bare.isalpha():
            for other in by_head.get(unit.bare[0], ()):
                if abs(len(unit.bare) - len(other.bare)) < 3 and is_typo(unit.bare, other.bare):
                    if unit.name and other.name and not _common(passage, unit, other):
                        continue
                    sure = 0.98 if unit.bare in _calendar() or other.bare in _calendar() else 0.9
                    yield unit, other, "typo", sure - 0.3 * abs(unit.place - other.place)


def _common(passage: Passage, a: Unit, b: Unit) -> bool:
    """Whether the known one of two capitalised words is a common word or a people's name, and no man's or place's."""
    if a.bare in _calendar() or b.bare in _calendar():
        return True
    low = {a.bare, b.bare}
    counts = passage.story.counts_a, passage.story.counts_b
    if any([word in count for word in low for count in counts]):
        return True
    known = min(low, key=lambda word: (_last(rank(word)), word))
    if known in GROUPS and known.endswith(_OF_PEOPLES) and not known.endswith(("stan", "jan")):
        return True
    if len(known) < 6:  # Kohl is no slip for kohl
        return False
    return known in TITLES or (_last(rank(known)) < FREQUENT and not names.is_like_name(known))


@cache
def _calendar() -> frozenset[str]:
    """Capitalised words that are no names."""
    return frozenset(
        "january february march april june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday".split()
    )


def _facts(passage: Passage, rest_a: Sequence[Unit], rest_b: Sequence[Unit]) -> Iterator[tuple[Unit, Unit, str, float]]:
    """Pairs of names that the list of facts gives to one place or person."""
    known_a = _fact_units(passage.a, rest_a, passage.story.capitals)
    known_b = _fact_units(passage.b, rest_b, passage.story.capitals) if known_a else ()
    for unit in known_a:
        for other in known_b:
            if unit.close != other.close and names.known_as(unit.close, other.close):
                yield unit, other, "name", 0.99


def _names(
    passage: Passage, names_a: Sequence[Unit], names_b: Sequence[Unit]
) -> Iterator[tuple[Unit, Unit, str, float]]:
    """Pairs of names that may be one name, by their letters, their surroundings and both articles."""
    paired = set(passage.pairs)
    capitals = passage.story.capitals
    runs_a, runs_b = _runs(passage.a, names_a, capitals), _runs(passage.b, names_b, capitals)
    for unit in (*names_a, *runs_a):
        for other in (*names_b, *runs_b) if unit.hi - unit.lo == 1 else names_b:
            odds = _likeness(passage, unit, other)
            if odds is not None:
                odds += _surroundings(passage, unit, other, paired)
                yield unit, other, "name", min(0.97, 1 / (1 + exp(-odds)))


def _runs(tokens: Sequence[Token], singles: Sequence[Unit], capitals: AbstractSet[str]) -> list[Unit]:
    """Two neighbouring names as one: Tung Hsing, Abu Sir."""
    total = max(1, len(tokens) - 1)
    return [
        _unit(tokens, u.lo, v.hi, total, capitals)
        for u, v in itertools.pairwise(singles)
        if v.lo == u.hi and not tokens[v.lo].initial
    ]


def _fact_units(tokens: Sequence[Token], singles: Sequence[Unit], capitals: AbstractSet[str]) -> list[Unit]:
    """The leftover names, alone and with their neighbours, that the list of facts knows."""
    total = max(1, len(tokens) - 1)
    out = {}
    for unit in singles:
        if not (unit.name or unit.text[0].isupper()):
            continue
        for lo in range(max(0, unit.lo - 3), unit.lo + 1):
            for hi in range(unit.hi, min(len(tokens), lo + 4) + 1):
                if all([tokens[n].word for n in range(lo, hi)]):
                    close = "".join([names.plain(tokens[n].key) for n in range(lo, hi)])
                    if names.is_fact(close):
                        made = _unit(tokens, lo, hi, total, capitals)
                        out[lo, hi] = made._replace(close=close, name=True)
    longest: list[Unit] = []
    for (lo, hi), unit in sorted(out.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if not any([u.lo <= lo and hi <= u.hi for u in longest]):
            longest.append(unit)
    return sorted(longest)


def _likeness(passage: Passage, a: Unit, b: Unit) -> float | None:
    """The log-odds of the letters alone; None where no letters could say yes."""
    x, y = a.close, b.close
    if x == y or names.known_as(x, y) or len(x) < 2 or len(y) < 2 or not x.isalpha() or not y.isalpha():
        return None
    short, long = sorted((x, y), key=len)
    if len(long) > 2 * len(short) + 1 or len(set(short) & set(long)) * 2 < len(set(short)):
        return None
    if long.startswith(short) and (long[len(short) :] in _SUFFIXES or len(long) - len(short) > 2):
        return None
    if (long.endswith(short) and len(long) - len(short) > 1) or _is_ending(x, y):
        return None
    if {x, x.removesuffix("s")} & _apart() and {y, y.removesuffix("s")} & _apart():
        return None
    if a.text.isupper() and b.text.isupper() and len(long) < 6:
        return None
    cost = names.distance(x, y)
    joined = a.hi - a.lo > 1 or b.hi - b.lo > 1
    if cost > (_FAR if passage.story.english and not joined else _NEAR if passage.story.english else _CLOSE):
        return None
    if not passage.story.english and (len(short) < 5 or x[-2:] != y[-2:]):
        return None  # without a vocabulary nothing tells a name from a noun or an inflection
    same = names.same_name(x, y)
    if same < 0.06:
        return None
    odds = log(same / (1 - same))
    if cost > _CLOSE and max(_last(rank(x)), _last(rank(y))) < COMMON and not names.is_romanized(x, y):
        odds += KNOWN
    elif max(_last(rank(x)), _last(rank(y))) < COMMON:
        odds += BOTH_KNOWN
    if names.is_romanized(x, y) and x[1:] != y[1:]:
        odds += ROMANIZED
    return odds


def _is_ending(x: str, y: str) -> bool:
    """Whether two forms part only in an ending that makes another word of a stem: Serbia/Serbian, Kozlov/Kozlova."""
    n = 0
    for c, d in zip(x, y, strict=False):
        if c != d:
            break
        n += 1
    return n > 3 and frozenset((x[n:], y[n:])) in _ENDINGS


_ENDINGS = frozenset(
    [
        frozenset(pair)
        for pair in read_pairs(
            """
            ia/ian ian/y an/ia ia/ish skaya/sky ska/skyi aya/y a/i ish/land a/an an/o an/um e/ian ed/ing
            ed/s ing/s ies/y e/ion e/ing er/ing a/ian chenko/chuk enko/uk man/men ly/s ce/t ia/y
            """
        )
    ]
)


@cache
def _apart() -> frozenset[str]:
    """Names of countries, peoples and regions, which are never forms of each other."""
    return frozenset([word.lower() for line in read_lines("spelling_apart.txt") for word in line.split()])


def _surroundings(passage: Passage, a: Unit, b: Unit, paired: set[tuple[int, int]]) -> float:
    """What the place and both articles add to the log-odds of a name."""
    counts_a, counts_b = passage.story.counts_a, passage.story.counts_b
    key_a, key_b = passage.a[a.lo].key, passage.b[b.lo].key
    odds = 0.0
    if a.hi - a.lo == 1 == b.hi - b.lo:
        if counts_a[key_b] or counts_b[key_a]:
            odds += BOTH_HERE
        else:
            odds += EXCLUSIVE
        if (a.lo, b.lo) in paired:
            odds += PAIRED
    beside = [
        (passage.a[i].key, passage.b[j].key)
        for i, j in ((a.lo - 1, b.lo - 1), (a.hi, b.hi))
        if 0 <= i < len(passage.a) and 0 <= j < len(passage.b) and passage.a[i].word
    ]
    if any([x == y and x[0].isupper() for x, y in beside]):
        odds += NAMED_BESIDE
    elif any([x == y for x, y in beside]):
        odds += BESIDE
    return odds + APART * abs(a.place - b.place)
