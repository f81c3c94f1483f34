"""Quantities in running text: numerals in figures or words, with magnitude, currency and unit.

>>> [(f.text, f.value, f.unit) for f in read_numbers(split_atoms("A $1.2bn, 10-kilometre line for two thousand and five"))]
[('$1.2bn', 1200000000, 'dollar'), ('10-kilometre', 10, 'kilometer'), ('two thousand and five', 2005, '')]

It does not read powers ("10^6"), Roman numerals, and numbers said digit by digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.edits.figures.atoms import Atom, split_atoms
from newsdiff.edits.figures.units import Ratio, add, multiply, reduce_ratio
from newsdiff.lexicon.en import figures as en

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["Figure", "read_numbers", "split_atoms"]

ONE: Ratio = (1, 1)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2212")
_SUFFIXES = frozenset(("st", "nd", "rd", "th", "d"))
_BIG = 1000
_AFTER_NOUN = frozenset(("people", "men", "women", "children", "police", "staff"))
# "5 million": the longest unit or currency name in atoms.
_LONGEST = 4
# Digits beyond this are a serial number and would only cost time.
_MOST_DIGITS = 30
_MOST_GROUPS = 6
# No quantity in a text is larger; without a bound "million million million ..." would make numbers of any size.
_LARGEST = 10**36


class Figure(NamedTuple):
    """A quantity as it stands in a text.

    `text[start:end]` is the numeral with its unit word, up to `stop` without it: the shortest string that shows it.
    `notation` is how it is written, folded: two figures of one value and one notation read the same.
    """

    text: str
    start: int
    end: int
    ratio: Ratio
    unit: str
    stop: int
    notation: str
    form: str  # cardinal, ordinal, part, multiple, vague, score, age
    weak: bool  # a word that is a figure only beside another ("first", "a week", "double")
    approx: str  # "~", "<" or ">" where an approximator stands by it
    other: Ratio | None = None  # the second number of a score or a tight range

    @property
    def value(self) -> int | Fraction:
        """The exact value, counted in `unit`: "100%" is 100."""
        if self.ratio[1] == 1:
            return self.ratio[0]
        from fractions import Fraction  # 3 ms: only who asks for a broken value pays for it

        return Fraction(*self.ratio)


class _Numeral(NamedTuple):
    """What `_numeral` found: the value, the atom after it, the notation."""

    ratio: Ratio
    after: int
    notation: str
    form: str = "cardinal"
    weak: bool = False


@cache
def unit_names() -> dict[str, tuple[str, str, bool]]:
    """Name or abbreviation -> (unit, notation, whether it is money)."""
    names: dict[str, tuple[str, str, bool]] = {}
    for unit, (_, _, _, words, signs) in en.UNITS.items():
        for n, word in enumerate(words.split("|")):
            mark = unit if n == 0 or word[:-1] == words.split("|")[0][:-1] or len(word) < 4 or word[0] == unit[0] else word
            if word:
                names[word] = names[word + "s"] = (unit, mark, False)
        for sign in signs.split("|"):
            if sign:
                names[sign] = (unit, sign, False)
    names["metric ton"] = names["metric tons"] = ("tonne", "metric ton", False)
    for unit, (words, signs) in en.CURRENCIES.items():
        for word in words.split("|"):
            names.setdefault(word, (unit, unit, True))
            names.setdefault(word + "s", (unit, unit, True))
        for sign in signs.split("|"):
            if sign:
                names.setdefault(sign, (unit, sign, True))
    return names


@cache
def starters() -> frozenset[str]:
    """The words that a figure may begin with, besides digits."""
    return frozenset(
        [*en.CARDINALS, *en.ORDINALS, *en.ORDINAL_MAGNITUDES, *en.PARTS, *en.VULGAR, *en.MULTIPLES, *en.VAGUE]
        + ["a", "an", "hundred", "thousand", "million", "billion", "dozen", "tens", "minus", "negative", "±"]
    )


@cache
def _behind_article() -> frozenset[str]:
    """What makes a figure of the article before it: a week, a third, a hundred."""
    return frozenset([*en.ORDINALS, *en.ORDINAL_MAGNITUDES, *en.PARTS, *en.ARTICLE_UNITS, *en.CARDINALS]) | frozenset(
        ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore")
    )


def read_numbers(atoms: Sequence[Atom], taken: frozenset[int] = frozenset()) -> list[Figure]:
    """The quantities of a text, in order; `taken` are the atoms that a date has."""
    found: list[Figure] = []
    first, behind_article = starters(), _behind_article()
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if not (atom.digit or atom.low in first) or at in taken:
            at += 1
            continue
        if atom.low in ("a", "an") and not (at + 1 < len(atoms) and atoms[at + 1].low in behind_article):
            at += 1
            continue
        figure, after = _figure(atoms, at, taken, found[-1].end if found else 0)
        if figure is None:
            at += 1
        else:
            found.append(figure)
            at = after
    return _join_parts(atoms, found)


def _figure(atoms: Sequence[Atom], at: int, taken: frozenset[int], floor: int) -> tuple[Figure | None, int]:
    """The figure that begins at an atom, with what stands before it as its sign or currency."""
    begin = at
    sign = ""
    low = atoms[at].low
    if low in ("minus", "negative", "±"):
        sign = "±" if low == "±" else "-"
        at += 1
        if at >= len(atoms):
            return None, begin
        if low == "minus" and [a.low for a in atoms[max(0, begin - 2) : begin]] == ["plus", "or"]:
            sign, begin = "±", begin - 2
    before = begin - 1
    currency, currency_start, currency_mark = "", 0, ""
    if at and (not atoms[at - 1].low.isalpha() or atoms[at].digit):
        currency, currency_start, currency_mark = _currency_before(atoms, at, sign, floor)
    numeral = _numeral(atoms, at, bool(currency), bool(sign))
    if numeral is None:
        return None, begin
    start = atoms[begin].start
    if currency and currency_start < start:
        if not sign and atoms[at - 1].low in _DASHES and currency_start < atoms[at - 1].start:
            sign = "-"
        start = currency_start
        while before >= 0 and atoms[before].end > start:
            before -= 1
    if not sign and before >= 0:
        sign, start, before = _sign_before(atoms, before, start)
    ratio, after, notation, form, weak = numeral
    stop = end = atoms[after - 1].end
    unit, mark = currency, currency_mark
    if form not in ("ordinal", "score") or (form == "score" and not currency):
        named = _unit_after(atoms, after, taken, form)
        if named is not None:
            name, name_mark, money, name_after, glued = named
            if currency:
                if money:  # $5 USD, 5 million US dollars
                    unit, after = name, name_after
                    stop = end = atoms[after - 1].end
                elif name == "percent":
                    pass
            elif not (form == "multiple" or (name == "times" and ratio == ONE)):
                unit, mark, after = name, name_mark, name_after
                if money and after < len(atoms) and atoms[after].low in en.MAGNITUDES and ratio[0] < _BIG * ratio[1]:
                    ratio = multiply(ratio, (en.MAGNITUDES[atoms[after].low], 1))
                    notation += " " + atoms[after].low
                    after += 1
                end = atoms[after - 1].end
                if money or glued or name in ("percent", "C", "F", "percentage point") or name_mark != name:
                    stop = end
    if form == "multiple":
        unit = "times" if ratio[0] > 1 else ""
    if unit in ("", "C", "F", "degree") and [a.low for a in atoms[after : after + 2]] == ["below", "zero"]:
        sign, after = "-", after + 2
        if (late := _unit_after(atoms, after, taken, form)) and late[0] in ("C", "F"):
            unit, mark, after = late[0], late[1], late[3]
        stop = end = atoms[after - 1].end
    if sign == "-":
        ratio = (-ratio[0], ratio[1])
    if form == "age" and not unit:
        unit = "year"
    approx = _approximator(atoms, before, after, taken)
    second = None
    if form == "score":
        second = _score_second(atoms, numeral)
    text = ""
    spelling = f"{sign}{notation}|{mark}"
    return Figure(text, start, end, ratio, unit, stop, spelling, form, weak, approx, second), after


def _score_second(atoms: Sequence[Atom], numeral: _Numeral) -> Ratio:
    last = atoms[numeral.after - 1]
    return (int(last.low), 1) if last.low.isdecimal() else ONE


def _currency_before(atoms: Sequence[Atom], at: int, sign: str, floor: int) -> tuple[str, int, str]:
    """The currency whose sign or code stands before the numeral: (unit, where it starts, its notation).

    Nothing before the offset `floor` counts: it is the figure before's.
    """
    names = unit_names()
    k = at - 1 - bool(sign and at and atoms[at - 1].low in ("minus", "negative", "±"))
    if k < 0:
        return "", 0, ""
    if atoms[k].low in _DASHES and atoms[k].glued and k and k + 1 < len(atoms) and atoms[k + 1].glued:
        k -= 1
    for width in (3, 2, 1):
        if k - width + 1 < 0:
            continue
        run = atoms[k - width + 1 : k + 1]
        if run[0].start < floor:
            continue
        joined = "".join([a.low for a in run])
        named = names.get(joined)
        if named and named[2] and (width == 1 or run[-1].low == "$"):
            word = joined.isalpha()
            if word and not (run[0].text.isupper() or joined in ("rs", "rp", "sfr")):
                continue
            if len(joined) == 1 and word:
                continue
            if joined == "rs." or width == 1 or all(a.glued for a in run[1:]):
                return named[0], run[0].start, joined
    if k >= 1 and atoms[k].low == "." and atoms[k - 1].low == "rs":
        return "rupee", atoms[k - 1].start, "rs"
    return "", 0, ""


def _sign_before(atoms: Sequence[Atom], before: int, start: int) -> tuple[str, int, int]:
    """A minus or a ± that stands before the figure: (sign, where it starts, the atom before it)."""
    low = atoms[before].low
    if low == "±":
        return "±", atoms[before].start, before - 1
    if low == "minus" and before >= 2 and atoms[before - 1].low == "or" and atoms[before - 2].low == "plus":
        return "±", atoms[before - 2].start, before - 3
    if low in ("minus", "negative"):
        return "-", atoms[before].start, before - 1
    if (low in _DASHES or low == "\u2212") and atoms[before].end == start:
        free = before == 0 or (not atoms[before].glued and atoms[before - 1].low not in _DASHES)
        if free and (before == 0 or not atoms[before - 1].digit):
            return "-", atoms[before].start, before - 1
    return "", start, before


def _unit_after(
    atoms: Sequence[Atom], at: int, taken: frozenset[int], form: str
) -> tuple[str, str, bool, int, bool] | None:
    """The unit or currency behind a numeral: (unit, notation, money, the atom after it, whether it is attached)."""
    names = unit_names()
    if at >= len(atoms):
        return None
    hyphen = atoms[at].low in _DASHES and atoms[at].glued
    if hyphen:
        at += 1
        if at >= len(atoms) or not atoms[at].glued:
            return None
    elif atoms[at].low in ("'", "’"):
        return None
    closed = atoms[at].glued and not hyphen
    joined = ""
    best: tuple[str, str, bool, int, bool] | None = None
    skipped = 0
    for n in range(_LONGEST):
        k = at + n + skipped
        if k < len(atoms) and n and atoms[k].low in _DASHES and atoms[k].glued:
            skipped += 1
            k += 1
        if k >= len(atoms) or k in taken:
            break
        low = atoms[k].low
        joined = f"{joined} {low}" if joined else low
        named = names.get(joined)
        if named is None and low.endswith(".") and n == 0:
            named = names.get(low[:-1])
        if named is None:
            continue
        unit, mark, money = named
        if joined in en.GLUED_ONLY and not closed:
            if not (joined in ("c", "f") and atoms[k].text.isupper() and not hyphen and _lonely(atoms, k)):
                continue
        if joined in ("c", "f") and not atoms[k].text.isupper():
            continue
        if joined == "second" and form != "cardinal":
            continue
        if unit in ("second",) and joined == "second" and not hyphen:
            continue
        if joined in ("real", "sol", "won", "dong", "sen", "crown", "crowns", "colon", "pen", "sh", "r") and not (
            joined in ("won", "dong") and _money_context(atoms, at - 1)
        ):
            continue
        if joined in ("odd", "per"):
            continue
        if joined == "$" and not closed and k + 1 < len(atoms) and atoms[k + 1].glued and atoms[k + 1].digit:
            continue  # the next figure's: 1 $10 bill
        best = (unit, mark, money, k + 1, closed)
    return best


def _lonely(atoms: Sequence[Atom], k: int) -> bool:
    """Whether a single letter is no initial: "5 C" at the end or before a small word."""
    return k + 1 >= len(atoms) or not atoms[k + 1].text[:1].isupper()


def _money_context(atoms: Sequence[Atom], k: int) -> bool:
    """Whether the numeral before `won` is a sum: a magnitude, or at least four digits."""
    low = atoms[k].low
    return low in en.MAGNITUDES or (low[:1].isdecimal() and len(low) >= 3) or low in en.GLUED_MAGNITUDES


def _approximator(atoms: Sequence[Atom], before: int, after: int, taken: frozenset[int]) -> str:
    """The approximator beside a figure, as "~", "<", ">" or nothing."""
    k = before
    if k >= 0 and atoms[k].low in ("a", "an", "the", "its", "their"):
        k -= 1
    for width in (3, 2, 1):
        if k - width + 1 >= 0:
            words = " ".join([a.low for a in atoms[k - width + 1 : k + 1]])
            if words in en.APPROXIMATORS:
                return en.APPROXIMATORS[words]
    tail = [a.low for a in atoms[after : after + 3]]
    if tail[:2] in (["or", "so"], ["or", "more"], ["or", "less"]):
        return en.APPROXIMATORS[" ".join(tail[:2])]
    if tail[1:3] in (["or", "so"], ["or", "more"], ["or", "less"]):
        return en.APPROXIMATORS[" ".join(tail[1:3])]
    if tail[:2] == ["-", "odd"] or tail[:2] == ["-", "plus"]:
        return "~"
    if tail[:1] == ["+"]:
        return ">"
    return ""


# --- numerals


def _numeral(atoms: Sequence[Atom], at: int, money: bool, signed: bool) -> _Numeral | None:
    """The numeral at an atom: digits or words, with its magnitude."""
    low = atoms[at].low
    if atoms[at].digit:
        return _digits(atoms, at, money)
    if low in en.VULGAR:
        return _scaled(atoms, _Numeral(en.VULGAR[low], at + 1, low, "part"), money)
    if low in en.VAGUE or low == "tens":
        return _vague(atoms, at)
    if low in en.MULTIPLES:
        if low == "double" and at + 1 < len(atoms) and atoms[at + 1].low in _DASHES:
            return None
        return _Numeral(en.MULTIPLES[low], at + 1, low, "multiple", True)
    words = _compound(atoms, at, 0, at, "") if signed and low == "one" else _words(atoms, at)
    if words is not None:
        tail = atoms[words.after : words.after + 2]
        if len(tail) == 2 and tail[0].low in _DASHES and tail[0].glued and tail[1].low == "fold":
            return _Numeral(words.ratio, words.after + 2, words.notation, "multiple", True)
        if words.form == "cardinal" and tail and not (at and atoms[at - 1].low in _DASHES and atoms[at].glued):
            return _over(atoms, words.after, words.ratio, words.notation) or _odds(atoms, words)
    return words


def _digits(atoms: Sequence[Atom], at: int, money: bool) -> _Numeral | None:
    """A numeral in figures."""
    atom = atoms[at]
    if at and atom.glued and not money:
        lead = atoms[at - 1]
        if lead.low[-1:].isalpha() and lead.low not in ("age", "aged"):
            return None  # A320, G7
        if lead.low in _DASHES and lead.glued and at > 1 and atoms[at - 2].text[-1:].isalpha() and atoms[at - 2].text[:1].isupper():
            return None  # COVID-19, F-16, Boeing-737
        if lead.low in ("_", "@", "=", "&", "\\"):
            return None
    ratio = _read_digits(atom.low)
    if ratio is None:
        return None
    after = at + 1
    notation = atom.low
    if at and atoms[at - 1].low == "." and atom.glued and not atoms[at - 1].glued and atom.low.isdecimal():
        ratio = (int(atom.low), 10 ** len(atom.low))
        notation = "." + atom.low
        return _scaled(atoms, _Numeral(reduce_ratio(ratio), after, notation), money)
    if atom.low.isdecimal():
        # 40 000: groups of three behind single spaces
        groups = after
        if len(atom.low) <= 3 and not atom.low.startswith("0"):
            while (
                groups < min(len(atoms), after + _MOST_GROUPS)
                and len(atoms[groups].low) == 3
                and atoms[groups].low.isdecimal()
                and atoms[groups].start == atoms[groups - 1].end + 1
            ):
                groups += 1
        if groups > after and not (groups < len(atoms) and atoms[groups].digit):
            notation = " ".join([a.low for a in atoms[at:groups]])
            ratio = (int(notation.replace(" ", "")), 1)
            after = groups
        tail = [a.low for a in atoms[after : after + 4]]
        glue = [a.glued for a in atoms[after : after + 4]]
        if tail[:1] and tail[0] in ("st", "nd", "rd", "th") and glue[0]:
            return _Numeral(ratio, after + 1, notation + "th", "ordinal")
        if tail[:1] and tail[0] in en.VULGAR:
            part = en.VULGAR[tail[0]]
            return _scaled(atoms, _Numeral(add(ratio, part), after + 1, notation + tail[0]), money)
        if len(tail) > 1 and tail[0] == "/" and glue[0] and glue[1] and tail[1].isdecimal() and _is_part(atom.low, tail[1]):
            part = reduce_ratio((int(atom.low), int(tail[1])))
            return _scaled(atoms, _Numeral(part, after + 2, f"{notation}/{tail[1]}", "part"), money)
        if len(tail) > 2 and tail[1] == "/" and tail[0].isdecimal() and glue[1] and glue[2] and _is_part(tail[0], tail[2]):
            part = reduce_ratio((int(tail[0]), int(tail[2])))
            return _scaled(atoms, _Numeral(add(ratio, part), after + 3, f"{notation} {tail[0]}/{tail[2]}"), money)
        if len(tail) > 1 and tail[0] in _DASHES and glue[0] and glue[1] and tail[1].isdecimal() and not money:
            follow = atoms[after + 2] if after + 2 < len(atoms) else None
            chained = follow is not None and follow.low in _DASHES and follow.glued and atoms[after + 3 : after + 4] and atoms[after + 3].digit
            if at and atom.glued and atoms[at - 1].low in _DASHES | {"/"}:
                chained = True
            if not chained and max(len(atom.low), len(tail[1])) < 4 and not (follow is not None and follow.glued and (follow.low.isalpha() or follow.low == "%")):
                return _Numeral(ratio, after + 2, f"{notation}-{tail[1]}", "score")
    power = _power(atoms, after, ratio, notation)
    if power is not None:
        return power
    over = _over(atoms, after, ratio, notation)
    return over or _odds(atoms, _scaled(atoms, _Numeral(ratio, after, notation), money))


def _power(atoms: Sequence[Atom], k: int, ratio: Ratio, notation: str) -> _Numeral | None:
    """1.1^23, 12.32e+14, 6.23x10^-4: the exponent is bounded, since the value is exact."""
    if k >= len(atoms) or not atoms[k].glued or atoms[k].low not in ("^", "e", "x", "×"):
        return None
    mark = atoms[k].low
    k += 1
    base: Ratio = (10, 1)
    if mark in ("x", "×"):
        if k + 1 >= len(atoms) or atoms[k + 1].low != "^" or not atoms[k].low.isdecimal():
            return None
        base = (int(atoms[k].low[:9]), 1)
        k += 2
    minus = k < len(atoms) and atoms[k].low in _DASHES
    k += k < len(atoms) and (minus or atoms[k].low == "+")
    if k >= len(atoms) or not atoms[k].low.isdecimal() or not atoms[k].glued or int(atoms[k].low[:9]) > 100:
        return None
    exponent = int(atoms[k].low)
    base = ratio if mark == "^" else base
    value = (base[0] ** exponent, base[1] ** exponent)
    if minus:
        value = (value[1], value[0])
    if not value[1]:
        return None
    value = reduce_ratio(value) if mark == "^" else multiply(ratio, value)
    return _Numeral(value, k + 1, f"{notation}{mark}{'-' if minus else ''}{exponent}")


def _over(atoms: Sequence[Atom], k: int, ratio: Ratio, notation: str) -> _Numeral | None:
    """One over three, where nothing is counted: the end of a phrase must follow."""
    if k + 1 >= len(atoms) or atoms[k].low != "over" or not (atoms[k + 1].low.isdecimal() or atoms[k + 1].low in en.CARDINALS):
        return None
    if len(atoms[k + 1].low) > _MOST_DIGITS:
        return None
    if atoms[k + 1].low.isdecimal():
        below: _Numeral | None = _Numeral((int(atoms[k + 1].low), 1), k + 2, atoms[k + 1].low)
    else:
        below = _compound(atoms, k + 1, 0, k + 1, "")
    if below is None or below.ratio[1] != 1 or below.ratio[0] < 2 or (below.after < len(atoms) and atoms[below.after].low[:1].isalnum()):
        return None
    return _Numeral(reduce_ratio((ratio[0], ratio[1] * below.ratio[0])), below.after, f"{notation} over {below.notation}", "part")


def _is_part(above: str, below: str) -> bool:
    """Whether 1/4 is a fraction, and not a date or a name like 9/11 or 24/7."""
    return len(above) <= 3 and len(below) <= 3 and 0 < int(above) < int(below) and (int(below) in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))


def _read_digits(low: str) -> Ratio | None:
    """The value of figures with their separators, as an English text would have them; None where they are no number."""
    if len(low) > _MOST_DIGITS:
        return None
    if low.isdecimal():
        return (int(low), 1)
    if ":" in low:
        return None
    low = low.replace("'", ",").replace("\u2019", ",")
    whole, comma, rest = low.partition(",")
    if comma:
        head, *groups = low.split(",")
        last, dot, decimals = groups[-1].partition(".")
        if all(len(g) == 3 for g in groups[:-1]) and len(last) == 3 and "." not in decimals:
            digits = head + "".join(groups[:-1]) + last
            return _decimal(digits, decimals) if digits.isdecimal() else None
        if all(len(g) in (2, 3) for g in groups[:-1]) and len(last) == 3 and not dot:  # 1,00,000
            return (int(head + "".join(groups)), 1)
        if len(groups) == 1 and "." not in rest:  # 1,3
            parts = whole.split(".")
            if len(parts) == 1 or all(len(p) == 3 for p in parts[1:]):
                return _decimal("".join(parts), rest)
        return (int(head.replace(".", "")), 1) if head.isdecimal() else None
    parts = low.split(".")
    if len(parts) == 2:
        return _decimal(parts[0], parts[1])
    if all(len(p) == 3 for p in parts[1:]):
        return (int("".join(parts)), 1)
    return None


def _decimal(whole: str, decimals: str) -> Ratio:
    return reduce_ratio((int(whole + decimals), 10 ** len(decimals)))


def _scaled(atoms: Sequence[Atom], numeral: _Numeral, money: bool) -> _Numeral:
    """The numeral with the magnitude behind it: 3.1 million, £41.6m, 3 million and a half."""
    ratio, after, notation, form, weak = numeral
    start = after
    while after < len(atoms):
        atom = atoms[after]
        k = after
        if atom.low in _DASHES and atom.glued and after + 1 < len(atoms) and atoms[after + 1].glued:
            k += 1
            atom = atoms[k]
        low = atom.low
        size = en.MAGNITUDES.get(low)
        glued = atom.glued and k == after
        if size is None and after == start and len(low) == 1 and not glued and k == after and atom.text in ("k", "M"):
            if k + 1 >= len(atoms) or not atoms[k + 1].low[:1].isalnum():
                size = 1000 if low == "k" else 10**6
        if size is None and glued and after == start and len(low) == 1:
            if atom.text in en.GLUED_CAPITALS and not (atom.text == "M" and not money and _is_length(atoms, k)):
                size = en.GLUED_CAPITALS[atom.text]
            elif low in ("k", "b") or (low in en.GLUED_MAGNITUDES and (money or _counts(atoms, k))):
                size = en.GLUED_MAGNITUDES[low]
        if size is None or atom.text == "CR" or ratio[0] > _LARGEST:
            break
        ratio = multiply(ratio, (size, 1))
        notation += " " + _MARKS.get(low, low)
        after = k + 1
        form = "cardinal"
    if after > start and [a.low for a in atoms[after : after + 3]] == ["and", "a", "half"]:
        size = ratio[0] // max(1, numeral.ratio[0]) if numeral.ratio[1] == 1 and numeral.ratio[0] else 0
        if size:
            ratio = add(ratio, (size, 2))
            after += 3
            notation += " and a half"
    elif after == start and form == "cardinal" and [a.low for a in atoms[after : after + 3]] == ["and", "a", "half"]:
        ratio, after, notation = add(ratio, (1, 2)), after + 3, notation + " and a half"
    elif after > start and after < len(atoms) and atoms[after].digit and ratio[1] == 1 and numeral.ratio[1] == 1:
        # 4 thousand 3 hundred and 21
        more = _digits(atoms, after, money)
        if more is not None and more.after > after + 1 and more.form == "cardinal" and more.ratio[0] < ratio[0] // numeral.ratio[0]:
            ratio, after, notation = add(ratio, more.ratio), more.after, f"{notation} {more.notation}"
    elif after > start and atoms[after - 1].low == "hundred" and after + 1 < len(atoms) and atoms[after].low == "and":
        more = None
        if atoms[after + 1].low.isdecimal() and len(atoms[after + 1].low) <= 2:
            more = _Numeral((int(atoms[after + 1].low), 1), after + 2, atoms[after + 1].low)
        elif atoms[after + 1].low in en.CARDINALS:
            more = _compound(atoms, after + 1, 0, after + 1, "")
        if more is not None and more.ratio[1] == 1 and 0 < more.ratio[0] < 100:
            ratio, after, notation = add(ratio, more.ratio), more.after, f"{notation} {more.notation}"
    return _Numeral(ratio, after, notation, form, weak)


_MARKS = {"dozens": "dozen", "lakhs": "lakh", "crores": "crore", "mln": "mn", "bln": "bn", "millions": "million", "billions": "billion"}


def _is_length(atoms: Sequence[Atom], k: int) -> bool:
    """Whether 100M may be meters: nothing counted follows."""
    return not _counts(atoms, k)


def _counts(atoms: Sequence[Atom], k: int) -> bool:
    """Whether behind the atom k stands what millions are counted of: a currency or a plural in small letters."""
    if k + 1 >= len(atoms) or atoms[k + 1].glued:
        return False
    low = atoms[k + 1].low
    named = unit_names().get(low)
    if named:
        return named[2] or named[0] not in ("meter", "foot") and low not in en.GLUED_ONLY
    return low in _AFTER_NOUN or (len(low) > 3 and low.endswith("s") and not low.endswith("ss") and low not in ("this", "his", "was", "has", "across", "versus"))


def _words(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """A numeral in words: twenty-one, a hundred and five, half a million, two thirds, fourteenth."""
    low = atoms[at].low
    follow = [a.low for a in atoms[at + 1 : at + 4]]
    if low in ("a", "an"):
        if not follow:
            return None
        if follow[0] in en.PARTS or follow[0] in en.ORDINALS or follow[0] in en.ORDINAL_MAGNITUDES:
            return _article_part(atoms, at)
        if follow[0] in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"):
            return _compound(atoms, at, 1, at + 1, "a")
        if follow[0] in ("half",):
            return None
        kind = en.ARTICLE_UNITS.get(follow[0])
        if kind == "time":
            before = atoms[at - 1].low if at else ""
            if before and not (before in en.SPAN_BEFORE or before.endswith("ed") or follow[1:2] and follow[1] in en.SPAN_AFTER):
                return None  # a rate: twice a week, 500 barrels a day
        return _Numeral(ONE, at + 1, "a", "cardinal", True) if kind else None
    if low in ("half", "quarter") or (low in en.PARTS and low not in en.ORDINALS):
        return _half(atoms, at)
    if low in ("hundred", "thousand", "million", "billion", "dozen"):
        if at and atoms[at - 1].low in ("a", "an"):
            return None
        return _compound(atoms, at, 1, at, "")
    if low in en.ORDINALS or low in en.ORDINAL_MAGNITUDES:
        return _ordinal(atoms, at)
    if low in en.CARDINALS:
        if low == "one" and _is_pronoun(atoms, at):
            return None
        return _compound(atoms, at, 0, at, "")
    return None


def _is_pronoun(atoms: Sequence[Atom], at: int) -> bool:
    """Whether "one" counts nothing: no one, one of the, one another, this one."""
    follow = atoms[at + 1].low if at + 1 < len(atoms) else "."
    if follow in ("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh", "third", "fifth", "half", "quarter"):
        return False
    if follow in ("in", "out") and at + 2 < len(atoms) and (atoms[at + 2].digit or atoms[at + 2].low in en.CARDINALS or atoms[at + 2].low == "of"):
        return False
    before = atoms[at - 1].low if at else ""
    return before in en.ONE_BEFORE or follow in en.ONE_AFTER or not follow[:1].isalpha() and follow not in _DASHES


def _compound(atoms: Sequence[Atom], at: int, current: int, k: int, article: str) -> _Numeral | None:
    """A cardinal in words from atom k on; `current` is what an article has put there."""
    total = 0
    start = k
    last = 10**15 if not article else 100
    words = [article] if article else []
    bare = not article
    ended = k
    while k < len(atoms):
        low = atoms[k].low
        if low in _DASHES and atoms[k].glued and k > start and k + 1 < len(atoms) and atoms[k + 1].low in en.CARDINALS:
            if current % 100 < 20 or en.CARDINALS[atoms[k + 1].low] > 9:
                break
            k += 1
            continue
        if low in ("and", "&") and k > start and k + 1 < len(atoms) and _continues(atoms, k, total, current, start):
            k += 1
            continue
        if low in en.CARDINALS:
            value = en.CARDINALS[low]
            tens = current % 100
            fits = (
                k == start
                or (tens == 0 and current > 0 and value > 0)
                or (20 <= tens and tens % 10 == 0 and 0 < value < 10)
                or (current == 0 and total > 0)
            )
            if not fits:
                break
            current += value
            bare = False
        elif low in en.MAGNITUDES and low not in ("mil", "cr") and total < _LARGEST:
            size = en.MAGNITUDES[low]
            if current == 0 and not bare and total == 0:
                break
            if size == 100:
                if current >= 100 or (current == 0 and total):
                    break
                current = max(current, 1) * 100
            elif size == 12:
                total, current = total + max(current, 1) * 12, 0
                words.append(low.rstrip("s"))
                ended = k = k + 1
                break
            else:
                if current == 0 and total:
                    total *= size
                else:
                    total, current = total + max(current, 1) * size if size < last else (total + max(current, 1)) * size, 0
                last = size
            bare = False
        else:
            break
        words.append(low)
        k += 1
        ended = k
    if ended == start:
        return None
    value = total + current
    if atoms[ended - 1].low in ("hundred", "thousand", "million", "billion") and start == at and bare is False and len(words) == 1 and not article:
        before = atoms[at - 1].low if at else ""
        if before in ("of", "per", "the") and ended < len(atoms) and atoms[ended].low not in ("people",):
            return None
    numeral = _Numeral((value, 1), ended, " ".join(words))
    return _tail(atoms, at, numeral)


def _continues(atoms: Sequence[Atom], k: int, total: int, current: int, start: int) -> bool:
    """Whether "and" goes on with the numeral: two hundred and five, two thousand and fifteen."""
    if not (current and current % 100 == 0) and not (total and not current):
        return False
    if start and any([a.low == "between" for a in atoms[max(0, start - 2) : start]]):
        return False
    if atoms[k + 1].low not in en.CARDINALS or en.CARDINALS[atoms[k + 1].low] == 0:
        return False
    n = k + 2
    if atoms[k + 1].low in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine") and n < len(atoms):
        if atoms[n].low == "hundred" and current:
            return False
        if atoms[n].low in en.PARTS or (atoms[n].low.endswith("s") and (atoms[n].low[:-1] in en.ORDINALS or atoms[n].low[:-1] in en.PARTS)):
            return False
    return True


def _tail(atoms: Sequence[Atom], at: int, numeral: _Numeral) -> _Numeral:
    """What may follow a cardinal in words: point five, and a half, thirds, th."""
    ratio, after, notation, _, _ = numeral
    tail = [a.low for a in atoms[after : after + 4]]
    if not tail:
        return numeral
    if tail[0] == "point" and len(tail) > 1 and tail[1] in en.CARDINALS:
        digits = ""
        k = after + 1
        while k < len(atoms) and atoms[k].low in en.CARDINALS:
            more = _compound(atoms, k, 0, k, "")
            if more is None or more.ratio[1] != 1:
                break
            digits += str(more.ratio[0])
            k = more.after
        if digits:
            fraction = (int(digits), 10 ** len(digits))
            return _scaled(atoms, _Numeral(add(ratio, fraction), k, f"{notation} point {digits}"), False)
    if tail[0] == "and":
        part = _part(atoms, after + 1) if len(tail) > 1 else None
        if part is not None:
            size = ONE
            words = notation.split()
            if words[-1] in en.MAGNITUDES and words[-1] != "hundred":
                size = (en.MAGNITUDES[words[-1]], 1)
                if part.after < len(atoms) and atoms[part.after].low in en.MAGNITUDES:
                    size = (en.MAGNITUDES[atoms[part.after].low], 1)
                    part = part._replace(after=part.after + 1)
            return _scaled(
                atoms, _Numeral(add(ratio, multiply(part.ratio, size)), part.after, f"{notation} and {part.notation}"), False
            )
    k = after + (tail[0] in _DASHES and len(tail) > 1)
    word = atoms[k].low if k < len(atoms) else ""
    plural = word.endswith("s") and word != "s"
    below = en.PARTS.get(word) or en.PARTS.get(word[:-1] if plural else word)
    ordinal = en.ORDINALS.get(word[:-1] if plural else word) or en.ORDINAL_MAGNITUDES.get(word[:-1] if plural else word)
    below = below or ordinal
    if word in ("second", "seconds"):
        below = ordinal = None if plural or ratio[0] % 10 or ratio[0] == 0 else 2
    if below and word not in ("half", "halves") or (below and ratio == ONE and word == "half") or word == "halves":
        value = ratio[0]
        if not plural and word in en.ORDINAL_MAGNITUDES and ratio != ONE:
            return _Numeral((value * en.ORDINAL_MAGNITUDES[word], 1), k + 1, f"{notation} {word}", "ordinal")
        if value >= 20 and value % 10 == 0 and not plural and ordinal and ordinal < 10:
            return _Numeral((value + ordinal, 1), k + 1, f"{notation} {word}", "ordinal")  # twenty-first
        if value >= 100 and not plural and ordinal and value % 100 == 0:
            return _Numeral((value + ordinal, 1), k + 1, f"{notation} {word}", "ordinal")
        if value >= 20 and value % 10 == 0 and plural and ordinal and ordinal < 10 and word[:-1] not in ("third", "fourth") and value > 100:
            return numeral
        if (plural or ratio == ONE) and below and 1 < below and value < below * 10**9:
            share = reduce_ratio((value, below))
            done = _Numeral(share, k + 1, f"{notation} {word}", "part")
            follow = [a.low for a in atoms[k + 1 : k + 4]]
            if follow[:1] and follow[0] in en.MAGNITUDES:
                return _scaled(atoms, done, False)
            if follow[:2] in (["of", "a"], ["of", "an"]) and len(follow) > 2 and (follow[2] in en.MAGNITUDES or _duration(follow[2])):
                part_of = done._replace(after=k + 3)
                return _scaled(atoms, part_of, False)
            return done
    return numeral


def _duration(word: str) -> bool:
    named = unit_names().get(word)
    return bool(named) and named is not None and word not in en.GLUED_ONLY and named[0] not in ("second", "percent")


def _part(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """A fraction in words behind "and": a half, three quarters, two thirds."""
    if at + 1 >= len(atoms):
        return None
    low = atoms[at].low
    above = 1 if low in ("a", "an") else en.CARDINALS.get(low, 0)
    word = atoms[at + 1].low
    single = word[:-1] if word.endswith("s") else word
    below = en.PARTS.get(word) or en.PARTS.get(single) or en.ORDINALS.get(single, 0)
    if single == "second":
        below = 0
    if above and below > 1 and above < below and (word.endswith("s") or above == 1):
        return _Numeral((above, below), at + 2, f"{low} {word}", "part")
    return None


def _article_part(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """A half, a third, a quarter of a century; before a noun "a third" is an ordinal."""
    k = at + 1
    word = atoms[k].low
    hyphen = k + 1 < len(atoms) and atoms[k + 1].low in _DASHES and atoms[k + 1].glued
    if hyphen:
        second = atoms[k + 2].low if k + 2 < len(atoms) else ""
        if en.CARDINALS.get(word, 0) >= 20 and second in en.ORDINALS:
            return _Numeral((1, en.CARDINALS[word] + en.ORDINALS[second]), k + 3, f"a {word} {second}", "part")
        return None
    below = en.PARTS.get(word) or en.ORDINALS.get(word) or en.ORDINAL_MAGNITUDES.get(word)
    if not below or word == "first":
        return None
    follow = [a.low for a in atoms[k + 1 : k + 4]]
    if word == "second" or (follow and follow[0].isalpha() and follow[0] not in en.PART_AFTER):
        if word in ("half", "quarter"):
            return None
        return _Numeral((below, 1), k + 1, word, "ordinal", below <= 3)
    if word == "quarter" and follow[:1] in (["earlier"], ["later"], ["ago"]):
        return None
    part: Ratio = (1, below)
    if follow[:2] in (["of", "a"], ["of", "an"]) and len(follow) > 2 and (follow[2] in en.MAGNITUDES or _duration(follow[2])):
        return _scaled(atoms, _Numeral(part, k + 3, f"a {word} of a", "part"), False)
    return _scaled(atoms, _Numeral(part, k + 1, f"a {word}", "part"), False)


def _half(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """Half, half a million, half an hour, half-century, quarter million, three quarters."""
    low = atoms[at].low
    follow = [a.low for a in atoms[at + 1 : at + 5]]
    before = atoms[at - 1].low if at else ""
    below = en.PARTS[low]
    hyphen = follow[:1] and follow[0] in _DASHES and atoms[at + 1].glued
    if low == "half":
        if follow[:1] in (["a"], ["an"]) and len(follow) > 1 and (follow[1] in en.MAGNITUDES or _duration(follow[1])):
            return _scaled(atoms, _Numeral((1, 2), at + 2, "half a", "part"), False)
        if hyphen and len(follow) > 1 and (follow[1] in en.MAGNITUDES or _duration(follow[1])):
            return _scaled(atoms, _Numeral((1, 2), at + 1, "half", "part"), False)
        if follow[:1] and follow[0] in en.MAGNITUDES:
            return _scaled(atoms, _Numeral((1, 2), at + 1, "half", "part"), False)
        if hyphen or before in en.ORDINALS or (at and atoms[at - 1].low in _DASHES and atoms[at].glued):
            return None
        if before in ("second", "first", "2nd", "1st", "other", "better") or follow[:2] == ["past", "time"]:
            return None
        if follow[:1] == ["past"]:
            return None
        return _Numeral((1, 2), at + 1, "half", "part", before not in ("than", "about", "nearly", "almost", "over", "by", "only", "just", "roughly") and follow[:1] != ["of"])
    if low == "quarter" and follow[:1] and follow[0] in ("million", "billion", "century", "hour", "mile"):
        if before in ("three",):
            return None
        return _scaled(atoms, _Numeral((1, below), at + 1, "quarter", "part"), False)
    return None


def _ordinal(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """An ordinal in words. The first three are weak: first is an adverb, second a time, third a part."""
    low = atoms[at].low
    value = en.ORDINALS.get(low) or en.ORDINAL_MAGNITUDES[low]
    k = at + 1
    before = atoms[at - 1].low if at else ""
    if low == "second" and (before in ("a", "per", "every", "split", "each") or en.CARDINALS.get(before)):
        return None
    if before in ("at", "for", "from") and low == "first":
        return None
    return _Numeral((value, 1), k, low, "ordinal", value <= 3)


def _odds(atoms: Sequence[Atom], numeral: _Numeral) -> _Numeral:
    """One in 20, three out of four: a share as odds."""
    ratio, after, notation, form, weak = numeral
    tail = [a.low for a in atoms[after : after + 3]]
    if form != "cardinal" or ratio[1] != 1 or not 0 < ratio[0] < 100:
        return numeral
    k = after + 1 if tail[:1] == ["in"] else after + 2 if tail[:2] == ["out", "of"] else after + 1 if tail[:2] == ["over", "x"] else 0
    if not k or k >= len(atoms):
        return numeral
    below = 0
    if atoms[k].digit and len(atoms[k].low) < 12 and atoms[k].low.replace(",", "").isdecimal():
        below = int(atoms[k].low.replace(",", ""))
        if tail[0] == "in" and 1000 < below <= 2100 and "," not in atoms[k].low:
            return numeral
        stop = k + 1
    elif atoms[k].low in en.CARDINALS or (atoms[k].low in ("a", "hundred", "thousand")):
        more = _compound(atoms, k, 0, k, "") if atoms[k].low in en.CARDINALS else _words(atoms, k)
        below, stop = (more.ratio[0], more.after) if more is not None and more.ratio[1] == 1 else (0, k)
    else:
        return numeral
    if below <= ratio[0]:
        return numeral
    if tail[0] == "in":  # "two in six boxes" counts boxes; odds are round
        follow = atoms[stop].low if stop < len(atoms) else ""
        named = unit_names().get(follow)
        if below not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 10**6) or (
            named and _duration(follow)
        ):
            return numeral
    return _Numeral(reduce_ratio((ratio[0], below)), stop, f"{notation} in {below}", "part")


def _vague(atoms: Sequence[Atom], at: int) -> _Numeral | None:
    """Dozens, hundreds of thousands, tens of millions: the least that they stand for."""
    low = atoms[at].low
    follow = [a.low for a in atoms[at + 1 : at + 3]]
    if follow[:1] == ["of"] and len(follow) > 1 and follow[1] in ("thousands", "millions", "billions", "hundreds"):
        least = 10 if low == "tens" else en.VAGUE[low][0] // 2
        return _Numeral((2 * least * (en.VAGUE[follow[1]][0] // 2), 1), at + 3, f"{low} of {follow[1]}", "vague")
    if low == "tens":
        return None
    if low == "scores" and (follow[:1] != ["of"] and not (at == 0)):
        return None
    return _Numeral((en.VAGUE[low][0], 1), at + 1, low, "vague")


_SMALLER = {"hour": ("minute", 60), "minute": ("second", 60), "foot": ("inch", 12), "stone": ("pound", 14), "year": ("month", 12),
            "pound weight": ("ounce", 16)}  # fmt: skip
_SMALL_CHANGE = {"dollar": "cent", "euro": "cent", "pound": "penny", "US dollar": "cent"}


def _whole(last: Figure, figure: Figure, between: Sequence[str]) -> Ratio | None:
    """The value of two figures that are one quantity: 5 feet 2 inches, 19 hours, 42 minutes, 13 dollars and 45 cents."""
    if last.form != "cardinal" or figure.form != "cardinal" or last.weak or figure.weak or figure.ratio[0] < 0:
        return None
    joint = list(between)
    if last.unit in _SMALLER and joint in ([], ["and"], [","], [",", "and"]):
        name, size = _SMALLER[last.unit]
        if last.unit == "year" and joint in ([","], []):
            return None
        if figure.unit == name and "+" in last.notation:
            return None
        if figure.unit == name or (not figure.unit and last.unit == "foot" and not joint):
            if figure.ratio[0] < size * figure.ratio[1]:
                return add(last.ratio, multiply(figure.ratio, (1, size)))
        if last.unit == "hour" and figure.unit == "second":
            return add(last.ratio, multiply(figure.ratio, (1, 3600)))
    if last.unit in _SMALL_CHANGE and joint in ([], ["and"]):
        if figure.unit == _SMALL_CHANGE[last.unit] or (not figure.unit and not joint and figure.ratio[1] == 1 and 10 <= figure.ratio[0] < 100):
            return add(last.ratio, multiply(figure.ratio, (1, 100)))
    return None


def _join_parts(atoms: Sequence[Atom], found: list[Figure]) -> list[Figure]:
    """Feet and inches, dollars and cents, halves behind a unit, and conversions in brackets, made one."""
    joined: list[Figure] = []
    spots = {a.start: n for n, a in enumerate(atoms)}
    ends = {a.end: n for n, a in enumerate(atoms)}
    for figure in found:
        last = joined[-1] if joined else None
        if last is not None:
            lo, hi = ends.get(last.end, -1) + 1, spots.get(figure.start, -1)
            between = [a.low for a in atoms[lo:hi]] if 0 <= lo <= hi else ["?"]
            whole = _whole(last, figure, between)
            if whole is not None:
                notation = f"{last.notation}+{figure.notation}"
                joined[-1] = last._replace(end=figure.end, stop=figure.end, ratio=whole, notation=notation)
                continue
        joined.append(figure)
    for n, figure in enumerate(joined):
        k = ends.get(figure.end, -1) + 1
        if k and figure.unit and [a.low for a in atoms[k : k + 3]] == ["and", "a", "half"]:
            end = atoms[k + 2].end
            ratio = add(figure.ratio, (1, 2))
            joined[n] = figure._replace(end=end, stop=end, ratio=ratio, notation=figure.notation + " and a half", weak=False)
    return [f for n, f in enumerate(joined) if not (n and f.start < joined[n - 1].end)]
