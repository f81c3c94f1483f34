"""Quantities in running text: numerals with their sign, currency, unit and approximator.

>>> from newsdiff.figures.atoms import split_atoms
>>> atoms = split_atoms("A $1.2bn, 10-kilometre line for two thousand and five")
>>> [(f.notation, f.value, f.unit) for f in read_numbers(atoms)]
[('1.2 bn|$', 1200000000, 'dollar'), ('10|kilometer', 10, 'kilometer'), ('two thousand five|', 2005, '')]

An ounce of ambiguity stays: a pound may be money or a weight, and "m" without a currency is taken for meters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.figures.atoms import DASHES, Atom
from newsdiff.figures.numerals import Numeral, read_numeral
from newsdiff.figures.units import ONE, Ratio, add, multiply, unit_names
from newsdiff.lexicon.en import figures as en

if TYPE_CHECKING:
    from fractions import Fraction

# The longest unit or currency name, in atoms: "kilometers per hour", "New Zealand dollars".
_LONGEST = 4
# "75 USD million": a magnitude behind the currency, where there is none before it.
_SMALL = 1000


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


@cache
def starters() -> frozenset[str]:
    """The words that a figure may begin with, besides digits."""
    return frozenset(
        [
            *en.CARDINALS,
            *en.ORDINALS,
            *en.ORDINAL_MAGNITUDES,
            *en.PARTS,
            *en.VULGAR,
            *en.MULTIPLES,
            *en.VAGUE,
            *en.DECADES,
        ]
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
    numeral = read_numeral(atoms, at, bool(currency), bool(sign))
    if numeral is None:
        return None, begin
    start = atoms[begin].start
    if currency and currency_start < start:
        if not sign and atoms[at - 1].low in DASHES and currency_start < atoms[at - 1].start:
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
                if money and after < len(atoms) and atoms[after].low in en.MAGNITUDES and ratio[0] < _SMALL * ratio[1]:
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
    weak = weak or notation == "one" or _serial(atoms, at) or (not unit and _names(atoms, before, after))
    approx = _approximator(atoms, before, after, taken)
    second = None
    if form == "score":
        second = _score_second(atoms, numeral)
    text = ""
    spelling = f"{sign}{notation}|{mark}"
    return Figure(text, start, end, ratio, unit, stop, spelling, form, weak, approx, second), after


def _serial(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the digits are a part of a number that counts nothing: a telephone's, a case's (01-1806)."""
    low = atoms[at].low
    if len(low) > 1 and low[0] == "0" and low.isdecimal():
        return True
    chained = at > 1 and atoms[at].glued and atoms[at - 1].low in DASHES and atoms[at - 1].glued
    return chained and atoms[at].digit and atoms[at - 2].digit


def _names(atoms: Sequence[Atom], before: int, after: int) -> bool:
    """Whether a bare numeral is part of a name: Formula One, Route 66, Article 5, Apollo 11."""
    if before < 1 or not atoms[before].text[:1].isupper() or atoms[before].low in en.MONTHS:
        return False
    if after >= len(atoms) or atoms[before + 1].text[:1].isupper():
        return True
    return not atoms[after].text[:1].islower() or atoms[after].low in en.PART_AFTER


def _score_second(atoms: Sequence[Atom], numeral: Numeral) -> Ratio:
    last = atoms[numeral.after - 1].low.rpartition(":")[2]
    return (int(last), 1) if last.isdecimal() else ONE


def _currency_before(atoms: Sequence[Atom], at: int, sign: str, floor: int) -> tuple[str, int, str]:
    """The currency whose sign or code stands before the numeral: (unit, where it starts, its notation).

    Nothing before the offset `floor` counts: it is the figure before's.
    """
    names = unit_names()
    k = at - 1 - bool(sign and at and atoms[at - 1].low in ("minus", "negative", "±"))
    if k < 0:
        return "", 0, ""
    if atoms[k].low in DASHES and atoms[k].glued and k and k + 1 < len(atoms) and atoms[k + 1].glued:
        k -= 1
    letters = atoms[k].low
    if letters in en.CURRENCY_LETTERS and atoms[at].glued and not atoms[k].glued and atoms[k].text[0].isupper():
        after = atoms[at + 1].low if at + 1 < len(atoms) else ""
        if after in en.MAGNITUDES or (after in en.GLUED_MAGNITUDES and atoms[at + 1].glued):
            return en.CURRENCY_LETTERS[letters], atoms[k].start, letters
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
            if word and not (run[0].text.isupper() or joined in en.CURRENCY_CODES or atoms[at].glued):
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
    if (low in DASHES or low == "\u2212") and atoms[before].end == start:
        free = before == 0 or (not atoms[before].glued and atoms[before - 1].low not in DASHES)
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
    hyphen = atoms[at].low in DASHES and atoms[at].glued
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
        if k < len(atoms) and n and atoms[k].low in DASHES and atoms[k].glued:
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
        letter = joined in ("c", "f") and atoms[k].text.isupper() and not hyphen and _lonely(atoms, k)
        if joined in en.GLUED_ONLY and not closed and not letter:
            continue
        if joined in ("c", "f") and not atoms[k].text.isupper():
            continue
        if joined == "second" and form != "cardinal":
            continue
        if unit in ("second",) and joined == "second" and not hyphen:
            continue
        if joined in (
            "real",
            "sol",
            "try",
            "mad",
            "won",
            "dong",
            "sen",
            "crown",
            "crowns",
            "colon",
            "pen",
            "sh",
            "r",
        ) and not (joined in ("won", "dong") and _money_context(atoms, at - 1)):
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


_SMALLER = {
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "foot": ("inch", 12),
    "stone": ("pound", 14),
    "year": ("month", 12),
    "pound weight": ("ounce", 16),
}
_SMALL_CHANGE = {"dollar": "cent", "euro": "cent", "pound": "penny", "US dollar": "cent"}


def _whole(last: Figure, figure: Figure, between: Sequence[str]) -> Ratio | None:
    """The value of two figures that are one quantity: 5 feet 2 inches, 19 hours, 42 minutes, 3 dollars and 45 cents."""
    if last.form != "cardinal" or figure.form != "cardinal" or last.weak or figure.ratio[0] < 0:
        return None
    if figure.weak and not figure.notation[:1].isdecimal():
        return None
    joint = list(between)
    if last.unit in _SMALLER and joint in ([], ["and"], [","], [",", "and"]):
        name, size = _SMALLER[last.unit]
        if last.unit == "year" and joint in ([","], []):
            return None
        if figure.unit == name and "+" in last.notation:
            return None
        bare = not figure.unit and last.unit == "foot" and not joint
        if (figure.unit == name or bare) and figure.ratio[0] < size * figure.ratio[1]:
            return add(last.ratio, multiply(figure.ratio, (1, size)))
        if last.unit == "hour" and figure.unit == "second":
            return add(last.ratio, multiply(figure.ratio, (1, 3600)))
    if (
        last.unit in _SMALL_CHANGE
        and joint in ([], ["and"])
        and (
            figure.unit == _SMALL_CHANGE[last.unit]
            or (not figure.unit and not joint and figure.ratio[1] == 1 and 10 <= figure.ratio[0] < 100)
        )
    ):
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
            joined[n] = figure._replace(
                end=end, stop=end, ratio=ratio, notation=figure.notation + " and a half", weak=False
            )
    return [f for n, f in enumerate(joined) if not (n and f.start < joined[n - 1].end)]
