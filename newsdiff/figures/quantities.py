"""Quantities in running text: numerals with their sign, currency, unit, rate and approximator.

>>> from newsdiff.figures.atoms import split_atoms
>>> atoms = split_atoms("A $1.2bn, 10-kilometre line for two thousand and five people a day")
>>> [(f.notation, f.value, f.unit, f.rate) for f in read_numbers(atoms)]
[('1.2 bn|$', 1200000000, 'dollar', ''), ('10|kilometer', 10, 'kilometer', ''), ('two thousand five|', 2005, '', 'day')]

Some ambiguity remains: a pound may be money or a weight, and "m" without a currency is taken for meters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.figures.atoms import Atom
from newsdiff.figures.numerals import Numeral, read_numeral
from newsdiff.figures.units import Number, dimension, exact, plain, unit_names
from newsdiff.lexicon.en import figures as en

# The longest unit or currency name, in atoms: "kilometers per hour", "New Zealand dollars".
_LONGEST = 4
# "75 USD million": a magnitude after the currency, if there is none before it.
_SMALL = 1000
# Words between a figure and its rate: 20 scheduled flights a day.
_COUNTED = 2


class Figure(NamedTuple):
    """A quantity as printed.

    `text[start:end]` is the numeral with its unit word; up to `stop` without it, the shortest string that shows it; up
    to `rate_end` with the rate. `notation` is its folded form: two with the same value and notation read the same.
    """

    text: str
    start: int
    end: int
    value: Number  # exact, counted in `unit`: "100%" is 100
    unit: str
    stop: int
    notation: str
    form: str  # cardinal, ordinal, part, multiple, vague, score, age, time, interval (every 50 years)
    weak: bool  # a word that is a figure only beside another ("first", "a week", "double")
    approx: str  # "~", "<" or ">" where an approximator is next to it
    other: Number | None = None  # the second number of a score or a tight range
    rate: str = ""  # "day" of a hundred a day
    rate_end: int = 0
    cut: int = 0  # the place of the dash of a tight range in its text


class _Unit(NamedTuple):
    name: str
    mark: str
    money: bool
    after: int
    glued: bool


@cache
def starters() -> frozenset[str]:
    """The words with which a quantity can begin, besides digits."""
    tables = (en.VULGAR, en.DECADES, en.VAGUE, en.MULTIPLES, en.ORDINALS, en.ORDINAL_MAGNITUDES, en.CARDINALS)
    return en.FIGURE_STARTERS.union(en.ARTICLE_MAGNITUDES, *tables)


def read_numbers(atoms: Sequence[Atom], taken: frozenset[int] = frozenset()) -> list[Figure]:
    """The quantities of a text, in order; `taken` are the atoms of dates."""
    found: list[Figure] = []
    first = starters()
    at = _behind_label(atoms)
    while atoms[at].low:
        atom = atoms[at]
        figure = None
        if (atom.digit or atom.low in first) and at not in taken and not atom.opaque:
            figure, after = _figure(atoms, at, taken, found[-1].end if found else 0)
        if figure is not None:
            found.append(figure)
            at = after
        else:
            at += 1
    return _share_units(atoms, [end for figure in _join_parts(atoms, found) for end in _ends(figure)])


def _behind_label(atoms: Sequence[Atom]) -> int:
    """The atom after the label of a list item that begins a text (1., 2), (3), [4]), 0 if there is none."""
    k = 0
    while atoms[k].low in ("*", "-", ">", "#", "|"):
        k += 1
    opened = atoms[k].low in ("(", "[")
    label, mark = atoms[k + opened], atoms[k + opened + 1]
    number = label.low.isdecimal() and len(label.low) <= 3
    closes = mark.low in (")", "]") if opened else mark.low in (".", ")")
    behind = atoms[k + opened + 2]
    if not (number and closes and mark.glued) or behind.glued:
        return 0
    return k + opened + 2 if behind.low else 0


class _Measured(NamedTuple):
    """A numeral with its unit: the atom after it, its end, and its `stop`, which leaves out an optional unit."""

    value: Number
    notation: str
    name: str
    mark: str
    after: int
    stop: int
    end: int


def _figure(atoms: Sequence[Atom], at: int, taken: frozenset[int], floor: int) -> tuple[Figure | None, int]:
    """The figure that begins at an atom, with a preceding sign or currency."""
    begin = at
    sign = _SIGNS.get(atoms[at].low, "")
    at += bool(sign)
    bare = atoms[at].digit or not atoms[at - 1].low.isalpha()
    currency = _currency_before(atoms, at, bool(sign), floor) if bare else None
    numeral = read_numeral(atoms, at, currency is not None, bool(sign)) if atoms[at].low else None
    if numeral is None or (atoms[numeral.after].glued and atoms[at].digit and _is_code_tail(atoms, numeral.after)):
        return None, begin + 1
    first = min(begin, currency.after) if currency else begin - (numeral.notation[0] == ".")
    sign, first = _sign_before(atoms, first, sign, floor)
    if currency and not sign and atoms[at - 1].low == "-" and currency.after < at - 1:
        sign = "-"  # $-300
    found = _measured(atoms, numeral, currency, taken)
    if found.name in ("", "C", "F", "degree") and _reads(atoms, found.after, "below", "zero"):
        sign, found = "-", _below_zero(atoms, found, taken, numeral.form)
    rate, rate_after = _rate(atoms, found.after, numeral.form, bool(found.name))
    name = found.name or ("year" if numeral.form == "age" else "")
    counts_nothing = _serial(atoms, at, numeral.after) or (not name and _names(atoms, first - 1, found.after))
    weak = numeral.weak or found.notation == "one" or counts_nothing
    figure = Figure(
        "",
        atoms[first].start,
        found.end,
        plain(-found.value if sign == "-" else found.value),
        name,
        found.stop,
        f"{sign}{found.notation}|{found.mark}",
        "interval" if atoms[first - 1].low == "every" else numeral.form,
        weak and not rate,
        _approximator(atoms, first - 1, found.after),
        numeral.other,
        rate,
        atoms[rate_after - 1].end if rate else found.end,
        atoms[at].end - atoms[first].start if numeral.other is not None and atoms[at].low.isdecimal() else 0,
    )
    return figure, found.after


_SIGNS = {"minus": "-", "negative": "-", "±": "±"}


def _measured(atoms: Sequence[Atom], numeral: Numeral, currency: _Unit | None, taken: frozenset[int]) -> _Measured:
    """A numeral with its currency or the unit after it, and the magnitude that may follow: 5 dollars million."""
    unit = currency or _Unit("", "", False, 0, False)
    value, notation, after = numeral.value, numeral.notation, numeral.after
    stop = end = atoms[after - 1].end
    named = None if numeral.form in ("ordinal", "time") else _unit_after(atoms, after, taken, numeral.form)
    if named and currency:
        if named.money:  # $5 USD, 5 million US dollars
            unit, after = unit._replace(name=named.name if named.name.endswith(unit.name) else unit.name), named.after
            stop = end = atoms[after - 1].end
    elif named and numeral.form != "multiple" and not (named.name == "times" and value == 1):
        unit, after = named, named.after
        size = en.MAGNITUDES.get(atoms[after].low, 1) if named.money and value < _SMALL else 1
        if size > 1:
            value, notation, after = value * size, f"{notation} {atoms[after].low}", after + 1
        end = atoms[after - 1].end
        if named.money or named.glued or named.mark != named.name or named.name in _ATTACHED:
            stop = end
    name = unit.name
    if numeral.form == "multiple":
        name = "times" if value >= 1 else ""
    elif numeral.form == "time":
        name = "second"
    return _Measured(value, notation, name, unit.mark, after, stop, end)


def _below_zero(atoms: Sequence[Atom], found: _Measured, taken: frozenset[int], form: str) -> _Measured:
    """A temperature with the words that make it negative, and the scale after them."""
    name, mark, after = found.name, found.mark, found.after + 2
    scale = _unit_after(atoms, after, taken, form)
    if scale and scale.name in ("C", "F"):
        name, mark, after = scale.name, scale.mark, scale.after
    end = atoms[after - 1].end
    return found._replace(name=name, mark=mark, after=after, stop=end, end=end)


def _reads(atoms: Sequence[Atom], at: int, *words: str) -> bool:
    """Whether these words begin at an atom."""
    return all(atoms[at + n].low == word for n, word in enumerate(words))


def _is_code_tail(atoms: Sequence[Atom], k: int) -> bool:
    """Whether capitals that are not a unit are attached to the digits: 18B2, 737MAX."""
    letters = atoms[k].text
    return letters.isalpha() and letters.isupper() and len(letters) > 1 and letters.lower() not in unit_names()


_ATTACHED = frozenset(("percent", "C", "F", "percentage point"))


def _serial(atoms: Sequence[Atom], at: int, after: int) -> bool:
    """Whether the digits are part of a number that is not a count: a telephone or case number (01-1806), 24/7, 9/11."""
    low = atoms[at].low
    if len(low) > 1 and low[0] == "0" and low.isdecimal():
        return True
    stroke = atoms[after]
    if stroke.low == "/" and stroke.glued and atoms[after + 1].digit and atoms[after + 1].glued:
        return True
    lead = atoms[at - 1]
    return atoms[at].glued and lead.low in ("-", "/") and lead.glued and low.isdecimal() and atoms[at - 2].digit


def _names(atoms: Sequence[Atom], before: int, after: int) -> bool:
    """Whether a bare numeral is part of a name: Formula One, Route 66, Article 5, Apollo 11."""
    if before < 1 or not atoms[before].text[:1].isupper() or atoms[before].low in en.MONTHS:
        return False
    if atoms[before + 1].text[:1].isupper():
        return True
    return not atoms[after].text[:1].islower() or atoms[after].low in en.PART_AFTER


def _currency_before(atoms: Sequence[Atom], at: int, signed: bool, floor: int) -> _Unit | None:
    """The currency whose sign or code precedes the numeral; its `after` is its first atom.

    Anything before the offset `floor` belongs to the figure before.
    """
    names = unit_names()
    k = at - 1 - signed
    if k < 0:
        return None
    if atoms[k].low == "-" and atoms[k].glued and k and atoms[k + 1].glued:
        k -= 1
    letters = atoms[k].low
    if letters in en.CURRENCY_LETTERS and atoms[at].glued and not atoms[k].glued and atoms[k].text[0].isupper():
        behind = atoms[at + 1]
        if behind.low in en.MAGNITUDES or (behind.low in en.GLUED_MAGNITUDES and behind.glued):
            return _Unit(en.CURRENCY_LETTERS[letters], letters, True, k, True)
    for width in (3, 2, 1):
        run = atoms[max(0, k - width + 1) : k + 1]
        joined = "".join([a.low for a in run])
        named = names.get(joined)
        if len(run) < width or run[0].start < floor or not named or not named[2]:
            continue
        if joined.isalpha() and (
            len(joined) == 1 or not (run[0].text.isupper() or joined in en.CURRENCY_CODES or atoms[at].glued)
        ):
            continue
        loose = width == 1 or (width == 2 and letters == "$" and run[0].low != "a") or joined == "rs."
        if loose or (letters == "$" and all(a.glued for a in run[1:])):
            return _Unit(named[0], joined, True, k - width + 1, True)
    return None


def _sign_before(atoms: Sequence[Atom], first: int, sign: str, floor: int) -> tuple[str, int]:
    """The sign before the figure, a minus or a ±, and its first atom."""
    words = [atoms[k].low if k >= 0 else "" for k in range(first - 3, first + 1)]
    if words[1:] == ["plus", "or", "minus"] or words[:3] == ["plus", "or", "minus"]:
        return "±", first - (2 if words[3] == "minus" else 3)
    if sign or first < 1:
        return sign, first
    lead = atoms[first - 1]
    if lead.low in ("±", "minus", "negative") and lead.start >= floor:
        return "±" if lead.low == "±" else "-", first - 1
    if lead.low == "-" and atoms[first].glued:
        free = first == 1 or (not lead.glued and atoms[first - 2].low != "-" and not atoms[first - 2].digit)
        if free or (lead.glued and atoms[first - 2].low in ("(", "[", '"', "'")):
            return "-", first - 1
    return "", first


def _unit_after(atoms: Sequence[Atom], at: int, taken: frozenset[int], form: str) -> _Unit | None:
    """The longest unit or currency after a numeral."""
    names = unit_names()
    hyphen = atoms[at].low == "-" and atoms[at].glued
    if hyphen:
        at += 1
        if not atoms[at].glued:
            return None
    closed = atoms[at].glued and not hyphen
    joined = ""
    best: _Unit | None = None
    k = at
    for n in range(_LONGEST):
        k += bool(n) and atoms[k].low == "-" and atoms[k].glued
        low = atoms[k].low
        if not low or k in taken:
            break
        joined = f"{joined} {low}" if joined else low
        named = names.get(joined) or (names.get(low.removesuffix(".")) if n == 0 else None)
        k += 1
        if named and _is_unit(atoms, k - 1, joined, closed, hyphen, form):
            best = _Unit(*named, k, closed)
    return best


def _is_unit(atoms: Sequence[Atom], k: int, word: str, closed: bool, hyphen: bool, form: str) -> bool:
    """Whether a possible unit is one here, after this figure; `k` is its last atom."""
    if word in ("c", "f"):
        if not atoms[k].text.isupper() or hyphen:
            return False
        return is_temperature(atoms, k) if word == "f" and closed else not atoms[k + 1].text[:1].isupper()
    if word == "s" and closed and len(atoms[k - 1].low) > 2 and "." not in atoms[k - 1].low:
        return False  # 15 737s are planes
    if word in en.GLUED_ONLY:
        # 10 m high, 10 m: a space before it is usual in print, but "10 in 20" and "10 s" are not
        return closed or hyphen or (word in en.SPACED and atoms[k].text.islower() and not atoms[k + 1].digit)
    if word == "second":
        return form == "cardinal" and hyphen
    if word in en.DOUBTFUL_UNITS:
        return word in ("won", "dong") and _is_sum(atoms[k - 1])
    if word in ("'", '"'):
        return False
    if word == "$" and not closed:
        return not (atoms[k + 1].glued and atoms[k + 1].digit)  # the next figure's: 1 $10 bill
    return word not in ("odd", "per")


def is_temperature(atoms: Sequence[Atom], k: int) -> bool:
    """Whether the F at atom k, attached to digits, means Fahrenheit and is not part of a name (18F is hiring)."""
    if "." in atoms[k - 1].low or atoms[k - 2].low in ("-", "minus"):
        return True
    about = any(a.low in en.TEMPERATURE_WORDS for a in atoms)
    return about or any(a.text == "C" and a.glued and atoms[n - 1].digit for n, a in enumerate(atoms))


def _is_sum(atom: Atom) -> bool:
    """Whether the numeral before `won` is a sum: a magnitude, or at least three digits."""
    low = atom.low
    return low in en.MAGNITUDES or (low[:1].isdecimal() and len(low) >= 3) or low in en.GLUED_MAGNITUDES


def _rate(atoms: Sequence[Atom], at: int, form: str, unit: bool) -> tuple[str, int]:
    """The rate of a figure (a day, per head, monthly), and the atom after it."""
    if form in ("ordinal", "score", "time"):
        return "", at
    stuff = unit and atoms[at].low == "of"  # 3 kilos of fish a day
    for k in range(at + stuff, at + 1 + stuff + _COUNTED):
        low, behind = atoms[k].low, atoms[k + 1]
        if low in en.RATE_ADVERBS and (unit or form == "multiple" or k > at):
            return en.RATE_ADVERBS[low], k + 1
        per = en.RATE_UNITS.get(behind.low)
        if low in en.RATE_WORDS and per and not (low == "/" and not behind.glued):
            if atoms[k + 2].low in en.NO_RATE_AFTER or (low != "per" and len(behind.low) < 3 and low != "/"):
                return "", at
            if low in ("each", "every") or low == "/" or low == "per" or per in en.TIMES or unit:
                return per, k + 2
            return "", at
        if not low.isalpha() or low in en.RATE_STOPS or atoms[k].digit:
            return "", at
    return "", at


def _approximator(atoms: Sequence[Atom], before: int, after: int) -> str:
    """The approximator beside a figure, as "~", "<", ">" or nothing."""
    k = before - (before >= 0 and atoms[before].low in en.DETERMINERS)
    for width in (3, 2, 1):
        words = " ".join([a.low for a in atoms[max(0, k - width + 1) : k + 1]])
        if k + 1 >= width and words in en.APPROXIMATORS:
            return en.APPROXIMATORS[words]
    tail = [a.low for a in atoms[after : after + 3]]
    for words in (" ".join(tail[:2]), " ".join(tail[1:])):
        if words in ("or so", "or more", "or less", "or fewer"):
            return en.APPROXIMATORS[words]
    if tail[0] == "-" and tail[1] in ("odd", "plus"):
        return "~"
    return ">" if tail[0] == "+" else ""


def _whole(last: Figure, figure: Figure, between: Sequence[str]) -> Number | None:
    """The value of two figures that are one quantity: 5 feet 2 inches, 19 hours, 42 minutes, 3 dollars and 45 cents."""
    if (last.form, figure.form) != ("cardinal", "cardinal") or last.weak or figure.value < 0:
        return None
    if (figure.weak and not figure.notation[:1].isdecimal()) or last.rate:
        return None
    joint = " ".join(between)
    name, size = en.SMALLER.get(last.unit, ("", 1))
    if name and joint in ("", "and", ",", ", and") and not (last.unit == "year" and joint in (",", "")):
        bare = not figure.unit and last.unit == "foot" and not joint
        if (figure.unit == name or bare) and figure.value < size and "+" not in last.notation:
            return last.value + figure.value * exact(1, size)
        if last.unit == "hour" and figure.unit == "second":
            return last.value + figure.value * exact(1, 3600)
    if last.unit in en.SMALL_CHANGE and joint in ("", "and"):
        bare = not figure.unit and not joint and figure.value.denominator == 1 and 10 <= figure.value < 100
        if figure.unit == en.SMALL_CHANGE[last.unit] or bare:
            return last.value + figure.value * exact(1, 100)
    return None


def _join_parts(atoms: Sequence[Atom], found: list[Figure]) -> list[Figure]:
    """The figures, with feet and inches, dollars and cents, and halves after a unit joined into one."""
    joined: list[Figure] = []
    spots = {a.start: n for n, a in enumerate(atoms)}
    ends = {a.end: n for n, a in enumerate(atoms)}
    for figure in found:
        if joined:
            last = joined[-1]
            between = [a.low for a in atoms[ends[last.end] + 1 : spots[figure.start]]]
            whole = _whole(last, figure, between)
            if whole is not None:
                notation = f"{last.notation}+{figure.notation}"
                joined[-1] = last._replace(
                    end=figure.end,
                    stop=figure.end,
                    value=plain(whole),
                    notation=notation,
                    rate=figure.rate,
                    rate_end=figure.rate_end,
                )
                continue
        joined.append(figure)
    for n, figure in enumerate(joined):
        k = ends[figure.end] + 1
        if figure.unit and [a.low for a in atoms[k : k + 3]] == ["and", "a", "half"]:
            end = atoms[k + 2].end
            notation = figure.notation + " and a half"
            joined[n] = figure._replace(
                end=end, stop=end, rate_end=end, value=plain(figure.value + exact(1, 2)), notation=notation, weak=False
            )
    return [figure for n, figure in enumerate(joined) if not n or figure.start >= joined[n - 1].end]


def _ends(figure: Figure) -> tuple[Figure, ...]:
    """Both ends of a range with a unit as figures of their own (10-12 km); a score is one (6-4, 10-12)."""
    if figure.other is None or not figure.cut or not figure.unit or figure.other <= figure.value:
        return (figure,)
    numeral, _, mark = figure.notation.partition("|")
    low, _, high = numeral.partition("-")
    last = high.partition(" ")[2]
    low = f"{low} {last}" if last else low
    cut = figure.start + figure.cut
    first = figure._replace(end=cut, stop=cut, rate_end=cut, notation=f"{low}|", form="cardinal", other=None, cut=0)
    second = figure._replace(
        start=cut + 1, value=figure.other, notation=f"{high}|{mark}", form="cardinal", other=None, cut=0, approx=""
    )
    return first, second


def _share_units(atoms: Sequence[Atom], found: list[Figure]) -> list[Figure]:
    """The figures, with a unit lent from one end to the other: 10 to 12 km, $5 to 10, 6.1 percent from 5.8."""
    starts = {a.start: n for n, a in enumerate(atoms)}
    ends = {a.end: n for n, a in enumerate(atoms)}
    for n in range(1, len(found)):
        x, y = found[n - 1], found[n]
        if bool(x.unit) == bool(y.unit) or x.form != "cardinal" or y.form != "cardinal" or x.start not in starts:
            continue
        between = atoms[ends.get(x.end, -2) + 1 : starts.get(y.start, 0)]
        if len(between) != 1 or between[0].low not in en.RANGE_JOINTS or x.weak:
            continue
        behind = atoms[ends[y.end] + 1].low
        first = starts[x.start]
        if between[0].low == "and" and atoms[first - 1].low != "between" and dimension(y.unit) != "share":
            continue
        if not x.unit and between[0].low != "from" and dimension(y.unit) not in ("", "months", "time"):
            if atoms[starts[y.start]].digit:  # not "5 or $6"
                found[n - 1] = x._replace(unit=y.unit)
        elif x.unit and not y.weak and (not behind.isalpha() or behind in en.PART_AFTER):
            found[n] = y._replace(unit=x.unit)
    return found
