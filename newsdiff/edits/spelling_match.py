"""Which leftover words of two sides may be one word spelt differently: candidates with their detail and confidence.

Every test is a fold or a likeness that has its own module; this one decides which forms to compare (single words, or
two or three joined), and weighs the evidence of the place and of both articles for or against a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from newsdiff.edits.passage import Passage
from newsdiff.facts.names import PARTICLES, groups, titles
from newsdiff.lexicon.en.function_words import CLASSES, NUMBERS
from newsdiff.lexicon.vectors import rank
from newsdiff.model import Token
from newsdiff.spelling import names
from newsdiff.spelling.regional import fold_regional, is_regional_fold
from newsdiff.spelling.typos import is_typo
from newsdiff.text.normalize import strip_marks

# A capitalised word of six letters that is more frequent is a common word.
FREQUENT = 2_500
_OF_PEOPLES = ("ese", "ish", "an", "ans", "ch")

_CONTRACTED = ("n't", "'ll", "'re", "'ve", "'d", "'m")
# A first word among this many of the most frequent counts as a common word, unless it also has a capital elsewhere.
COMMON = 30_000
_COMPASS = frozenset("north south east west mid anti non co pre post pro re ex multi semi sub inter vice".split())
# Compounds with a grammar word that are in every style book.
_WITH_PARTICLE = frozenset("online underway offshore onshore uptodate onsite offline percent".split())
# A part with a rank beyond this makes a capitalised compound a name.
_RARE_PART = 8_000
# Words that are not parts of compounds: a joined pair with one of these is grammar (into, anyone), not spelling.
_NO_PART = (frozenset(CLASSES) | frozenset(NUMBERS)) - {"well"}


class Form(NamedTuple):
    """A word of one side, or two or three neighbours taken as one: tokens lo to hi."""

    lo: int
    hi: int
    text: str  # keys, joined by a space
    bare: str  # lower case, no marks
    close: str  # and no hyphens, apostrophes and spaces
    name: bool  # has a capital that is not explained by its position, as far as one can see
    place: float  # 0 to 1: where in its side


def candidates(
    passage: Passage, left_a: Sequence[int], left_b: Sequence[int]
) -> Iterator[tuple[Form, Form, str, float]]:
    """Pairs of units that may be one word, with detail and confidence. A unit may be in several."""
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
        if passage.story.english:
            yield from _typos(passage, rest_a, rest_b)
        yield from _facts(passage, rest_a, rest_b)


def singles(tokens: Sequence[Token], left: Sequence[int], capitals: AbstractSet[str]) -> list[Form]:
    """The leftover words as units."""
    total = max(1, len(tokens) - 1)
    return [_unit(tokens, n, n + 1, total, capitals) for n in left]


def _joins(tokens: Sequence[Token], alone: Sequence[Form]) -> dict[str, list[tuple[int, int]]]:
    """The closed-up spelling of two or three leftover neighbours -> their places."""
    joins: dict[str, list[tuple[int, int]]] = {}
    for k, unit in enumerate(alone):
        close, at = unit.close, unit.lo
        for other in alone[k + 1 : k + 3]:
            if other.lo != at + 1 or tokens[other.lo].initial:
                break
            close, at = close + other.close, other.lo
            joins.setdefault(close, []).append((unit.lo, other.hi))
    return joins


def _unit(tokens: Sequence[Token], lo: int, hi: int, total: int, capitals: AbstractSet[str]) -> Form:
    keys = [t.key for t in tokens[lo:hi]]
    text = keys[0] if hi - lo == 1 else " ".join(keys)
    low = text.lower()
    bare = low if low.isascii() else strip_marks(low) if all(c < "܀" or "Ḁ" <= c < "℀" for c in low) else low
    close = bare if bare.isascii() and bare.isalpha() else names.plain(bare)
    name = any(_is_name(tokens, n, capitals) for n in range(lo, hi))
    return Form(lo, hi, text, bare, close, name, lo / total)


def _is_name(tokens: Sequence[Token], n: int, capitals: AbstractSet[str]) -> bool:
    """Whether a word, or a part of it (el-Gazzar), has a capital that sentence position does not explain."""
    token = tokens[n]
    key = token.key
    if not key[0].isupper():
        return ("-" in key or "'" in key) and any(part[:1].isupper() for part in key.replace("'", "-").split("-"))
    low = key.lower()
    if low in CLASSES:
        return False
    if (
        not token.initial
        or key in capitals
        or (n + 1 < len(tokens) and (tokens[n + 1].key[:1].isupper() or tokens[n + 1].key in PARTICLES))
    ):
        return True
    return _last(rank(low)) > COMMON


def _folded(
    passage: Passage, singles_a: Sequence[Form], singles_b: Sequence[Form]
) -> Iterator[tuple[Form, Form, str, float]]:
    """Pairs that a fold makes equal."""
    by_close_a, by_close_b = _by_close(passage, singles_a, singles_b)
    open_a = []
    matched_b = set()
    for close, units in by_close_a.items():
        for unit in units:
            pairs = [(other, _dress(passage, unit, other)) for other in by_close_b.get(close, ())]
            met = [other for other, detail in pairs if detail]
            matched_b.update([other.lo for other in met])
            yield from [(unit, other, detail, 0.97) for other, detail in pairs if detail]
            if not met and unit.hi - unit.lo == 1:
                open_a.append(unit)
    if passage.story.english:
        yield from _regional(open_a, [unit for unit in singles_b if unit.lo not in matched_b])


def _by_close(passage: Passage, *singles: Sequence[Form]) -> list[dict[str, list[Form]]]:
    """For both sides, spelling without marks and hyphens -> units, also joined ones if the other side has them."""
    joins = [_joins(tokens, alone) for tokens, alone in zip(passage.sides, singles, strict=True)]
    found: list[dict[str, list[Form]]] = [{}, {}]
    for alone, by_close in zip(singles, found, strict=True):
        for unit in alone:
            by_close.setdefault(unit.close, []).append(unit)
    for side, tokens in enumerate(passage.sides):
        for close, places in joins[side].items():
            if close in found[1 - side] or close in joins[1 - side]:
                made = [_unit(tokens, lo, hi, max(1, len(tokens) - 1), passage.story.capitals) for lo, hi in places]
                found[side].setdefault(close, []).extend(made)
    return found


def _regional(rest_a: Sequence[Form], rest_b: Sequence[Form]) -> Iterator[tuple[Form, Form, str, float]]:
    """Pairs that are two countries' spellings of one word."""
    by_region: dict[str, list[Form]] = {}
    for other in rest_b:
        if len(other.bare) > 1 and other.bare not in CLASSES:
            by_region.setdefault(fold_regional(other.bare), []).append(other)
    for unit in rest_a:
        if len(unit.bare) > 1 and unit.bare not in CLASSES:
            for other in by_region.get(fold_regional(unit.bare), ()):
                if is_regional_fold(unit.bare, other.bare):
                    yield unit, other, "regional", 0.97


def _dress(passage: Passage, a: Form, b: Form) -> str:
    """The detail of two units that are equal without marks, hyphens and spaces; "" if they are not variants."""
    single = a.hi - a.lo == 1 == b.hi - b.lo
    if a.text.lower() == b.text.lower() or not a.close or a.close.isdigit():
        return ""
    if a.bare == b.bare:
        return "diacritic" if passage.story.english or _is_plain_twin(a.text, b.text) else ""
    if not (a.bare + b.bare).isascii():
        return "name" if a.name and b.name else ""  # Œuvre, Oeuvre
    parts = [p for u in (a, b) for p in u.bare.replace("-", " ").split()]
    if a.close == "percent":
        return "regional"
    if any(
        not p.replace("'", "").isalpha()
        or (p in _NO_PART and not single and a.close not in _WITH_PARTICLE)
        or p in NUMBERS
        for p in parts
    ):
        names_too = a.name and b.name and all(p.replace("'", "").replace(".", "").isalpha() for p in parts)
        return "name" if names_too and len(a.close) > 4 else ""
    if "'" in a.text or "'" in b.text:
        if a.text.endswith(_CONTRACTED) or b.text.endswith(_CONTRACTED) or not (a.name and b.name):
            return ""
        return "name"
    if (
        a.name
        and b.name
        and not any(p in _COMPASS for p in parts)
        and _is_joined_name(passage, a.close, f"{a.text} {b.text}".replace("-", " ").split())
    ):
        return "name"
    return "hyphenation"


def _is_plain_twin(a: str, b: str) -> bool:
    """Whether two words of a language that is not English part in a mark that makes no other word or form of them.

    Not in short words (ou/où), in a last letter (modifie/modifié), by an umlaut (Apfel/Äpfel).
    """
    low_a, low_b = a.lower(), b.lower()
    if len(low_a) != len(low_b):
        return False
    apart = [n for n, (x, y) in enumerate(zip(low_a, low_b, strict=True)) if x != y]
    umlaut = any(low_a[n] in "äöü" or low_b[n] in "äöü" for n in apart)
    if a[0].isupper() and b[0].isupper() and not umlaut:
        return True
    return not umlaut and (
        (len(a) > 3 and (apart[-1] < len(a) - 2 or (apart[-1] == len(a) - 2 and a[-1] not in "se")))
        or all(low_a[n] + low_b[n] in "ёеё" for n in apart)
    )


def _is_joined_name(passage: Passage, close: str, parts: Sequence[str]) -> bool:
    """Whether capitalised parts make a name (Abu Sir) and no compound in a headline (Fire Fighters)."""
    low = [p.lower() for p in parts if p.lower() != close]
    if any(_last(rank(p)) > _RARE_PART for p in low if p not in PARTICLES):
        return True
    closed_up = any(p.lower() == close for p in parts)
    if not closed_up or rank(close) is not None:
        return False  # Secretary General, Fire Fighters
    counts = passage.story.counts_a, passage.story.counts_b
    capitals = [p.lower() for p in parts if p[:1].isupper()]
    return not any(p in count for p in capitals for count in counts)


def _last(place: int | None) -> int:
    """A rank to compare by: what no vocabulary has comes last."""
    return 1 << 20 if place is None else place


def _typos(passage: Passage, rest_a: Sequence[Form], rest_b: Sequence[Form]) -> Iterator[tuple[Form, Form, str, float]]:
    """Pairs in which one word is a typing slip."""
    by_head: dict[str, list[Form]] = {}
    for other in rest_b:
        if len(other.bare) > 3 and other.bare.isalpha():
            by_head.setdefault(other.bare[0], []).append(other)
            if other.bare[1] != other.bare[0]:
                by_head.setdefault(other.bare[1], []).append(other)
    for unit in rest_a:
        if len(unit.bare) > 3 and unit.bare.isalpha():
            for other in by_head.get(unit.bare[0], ()):
                if abs(len(unit.bare) - len(other.bare)) < 3 and is_typo(unit.bare, other.bare):
                    if unit.name and other.name and not _common(unit, other):
                        continue
                    sure = 0.98 if unit.bare in _calendar() or other.bare in _calendar() else 0.9
                    yield unit, other, "typo", sure - 0.3 * abs(unit.place - other.place)


def _common(a: Form, b: Form) -> bool:
    """Whether the known one of two capitalised words is a common word or a people's name, and no man's or place's."""
    low = {a.bare, b.bare}
    known = min(low, key=lambda word: (_last(rank(word)), word))
    if known in groups() and known.endswith(_OF_PEOPLES) and not known.endswith(("stan", "jan")):
        return True
    if len(known) < 6:  # Kohl is not a slip for kohl
        return False
    return known in titles() or _last(rank(known)) < FREQUENT


@cache
def _calendar() -> frozenset[str]:
    """Capitalised words that are not names."""
    return frozenset(
        "january february march april june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday".split()
    )


def _facts(passage: Passage, rest_a: Sequence[Form], rest_b: Sequence[Form]) -> Iterator[tuple[Form, Form, str, float]]:
    """Pairs of names that the list of facts gives to one place or person."""
    known_a = _fact_units(passage.a, rest_a, passage.story.capitals)
    known_b = _fact_units(passage.b, rest_b, passage.story.capitals) if known_a else ()
    for unit in known_a:
        for other in known_b:
            if unit.close != other.close and names.known_as(unit.close, other.close):
                yield unit, other, "name", 0.99


def _fact_units(tokens: Sequence[Token], singles: Sequence[Form], capitals: AbstractSet[str]) -> list[Form]:
    """The leftover names, alone and with their neighbours, that the list of facts knows."""
    total = max(1, len(tokens) - 1)
    out = {}
    for unit in singles:
        if not (unit.name or unit.text[0].isupper()):
            continue
        for lo in range(max(0, unit.lo - 3), unit.lo + 1):
            for hi in range(unit.hi, min(len(tokens), lo + 4) + 1):
                if all(tokens[n].word for n in range(lo, hi)):
                    close = "".join([names.plain(tokens[n].key) for n in range(lo, hi)])
                    if names.is_fact(close):
                        made = _unit(tokens, lo, hi, total, capitals)
                        out[lo, hi] = made._replace(close=close, name=True)
    longest: list[Form] = []
    for (lo, hi), unit in sorted(out.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if not any(u.lo <= lo and hi <= u.hi for u in longest):
            longest.append(unit)
    return sorted(longest)
