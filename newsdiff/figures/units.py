"""When two quantities have the same value: equal, converted within rounding, or covered by an approximator.

>>> same_worth(85, "kilometer per hour", 53, "mile per hour")
True
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from newsdiff.lexicon.en.figures import CURRENCIES, SMALL_CHANGE, UNITS

if TYPE_CHECKING:
    from fractions import Fraction

Number: TypeAlias = "int | Fraction"

# A conversion may be off by the rounding of both sides, but not by more than this share.
CONVERTED = 0.06
# If one side is 1 or 2, its rounding may be a quarter of it: one mile, 2 kilometers.
SMALL_CONVERTED = 0.25
# Two thirds are 66 percent to some papers and 67 to others.
ROUNDED_SHARE = 0.007
# Temperatures are rounded twice, to whole degrees of either scale.
_DEGREES = 1.7
_FINEST = 10**6
_DAY = 86400
# What an approximator covers: "about" both ways, "more than" and "nearly" one way.
ABOUT = 0.12
BEYOND = 0.25


@cache
def unit_names() -> dict[str, tuple[str, str, bool]]:
    """Name or abbreviation -> (unit, notation, whether it is money)."""
    names: dict[str, tuple[str, str, bool]] = {}
    for unit, (_, _, _, words, signs) in UNITS.items():
        usual = (unit, unit, False)  # one notation for all its spellings: kilometer, kilometres
        for word in words.split("|") if words else ():
            names[word] = names[word + "s"] = usual
        for sign in signs.split("|") if signs else ():
            names[sign] = (unit, sign, False)
    names["metric ton"] = names["metric tons"] = ("tonne", "metric ton", False)
    for unit, (words, signs) in CURRENCIES.items():
        money = (unit, unit, True)
        for word in words.split("|"):
            names.setdefault(word, money)
            names.setdefault(word + "s", money)
        for sign in signs.split("|") if signs else ():
            names.setdefault(sign, (unit, sign, True))
    return names


def exact(above: int, below: int = 1) -> Number:
    """An exact quotient, as a whole number if it is one."""
    if not above % below:
        return above // below
    from fractions import Fraction  # 3 ms: only texts with fractions pay for it

    return Fraction(above, below)


def plain(value: Number) -> Number:
    """A value, as a whole number if it is one."""
    return value.numerator if value.denominator == 1 else value


def dimension(unit: str) -> str:
    """The dimension of a unit: "money" for a currency, "" without a unit."""
    if unit in UNITS:
        return UNITS[unit][0]
    return "money" if unit in CURRENCIES else ""


def alike(unit_x: str, unit_y: str) -> bool:
    """Whether two units measure the same thing; a pound may be money or a weight."""
    x, y = dimension(unit_x), dimension(unit_y)
    return (
        x == y or ("pound" in (unit_x, unit_y) and {x, y} == {"money", "mass"}) or {x, y} <= {"degree", "temperature"}
    )


def rounding_step(value: Number) -> Number:
    """Half a unit of the last digit that counts: 30 -> 5 but 37 -> 1/2, 1.4 -> 1/20."""
    size = 1
    if value.denominator == 1:
        while value and not value % (size * 10):
            size *= 10
        return exact(size, 2)
    while (value * size).denominator > 1 and size < _FINEST:
        size *= 10
    return exact(1, 2 * size) if size < _FINEST else 0


def in_base(value: Number, unit: str) -> Number:
    """The quantity in the base unit of its dimension."""
    if unit == "F":
        return (value - 32) * exact(5, 9)
    _, above, below, _, _ = UNITS[unit]
    return value * exact(above, below)


def same_worth(x: Number, unit_x: str, y: Number, unit_y: str) -> bool:
    """Whether two quantities in different units are the same, converted and rounded."""
    if unit_x == "pound" and dimension(unit_y) == "mass":
        unit_x = "pound weight"
    if unit_y == "pound" and dimension(unit_x) == "mass":
        unit_y = "pound weight"
    unit_x, unit_y = _scales(x, unit_x, y, unit_y)
    share_x, share_y = _share(x, unit_x), _share(y, unit_y)
    if share_x is not None and share_y is not None and unit_x != unit_y:
        return abs(float(share_x - share_y)) <= min(ROUNDED_SHARE, 0.03 * float(share_x) + 0.0001)
    if SMALL_CHANGE.get(unit_x) == unit_y or SMALL_CHANGE.get(unit_y) == unit_x:
        return x * 100 == y if unit_x in SMALL_CHANGE else x == y * 100
    if unit_x not in UNITS or unit_y not in UNITS:
        return False
    dim_x, dim_y = UNITS[unit_x][0], UNITS[unit_y][0]
    if {dim_x, dim_y} == {"time", "months"}:
        return _same_span(x, unit_x, y, unit_y)
    if dim_x != dim_y:
        return False
    base_x, base_y = in_base(x, unit_x), in_base(y, unit_y)
    if base_x == base_y or dim_x in ("time", "months"):
        return base_x == base_y
    off = abs(float(base_x - base_y))
    slack = float(rounding_step(x) * _factor(unit_x)) + float(rounding_step(y) * _factor(unit_y))
    if dim_x == "temperature":
        rise_x, rise_y = float(x * _factor(unit_x)), float(y * _factor(unit_y))
        # A difference of degrees, 1.8C is 3.2F, or a temperature.
        return (unit_x != unit_y and abs(rise_x - rise_y) <= 0.5) or off <= min(slack, _DEGREES)
    small = (
        SMALL_CONVERTED if min(abs(float(x)), abs(float(y))) <= 2 and x.denominator == y.denominator == 1 else CONVERTED
    )
    return off <= slack * 1.0001 and off <= small * max(abs(float(base_x)), abs(float(base_y)))


def _scales(x: Number, unit_x: str, y: Number, unit_y: str) -> tuple[str, str]:
    """Both units, if one is a scale and the other names none: minus 52, beside 62 below zero Fahrenheit."""
    other = {"C": "F", "F": "C"}
    if unit_x in other and (unit_y == "degree" or (not unit_y and y < 0)):
        return unit_x, other[unit_x]
    if unit_y in other and (unit_x == "degree" or (not unit_x and x < 0)):
        return other[unit_y], unit_y
    return unit_x, unit_y


def _factor(unit: str) -> Number:
    _, above, below, _, _ = UNITS[unit]
    return exact(above, below)


def _share(value: Number, unit: str) -> Number | None:
    """A percentage or a plain fraction as a share of one."""
    if unit == "percent":
        return value * exact(1, 100)
    return value if not unit and 0 < value < 1 else None


# Days and weeks against months and years, as a reader takes them: 12 months 52 weeks, 30 days a month, 365 a year.
_MONTH_DAYS = ((1, 30), (1, 31), (3, 90), (6, 180), (12, 365), (12, 364), (24, 730), (2, 60), (36, 1095))


def _same_span(x: Number, unit_x: str, y: Number, unit_y: str) -> bool:
    if UNITS[unit_x][0] == "months":
        x, unit_x, y, unit_y = y, unit_y, x, unit_x
    return (in_base(y, unit_y), in_base(x, unit_x) * exact(1, _DAY)) in _MONTH_DAYS


def covers(approx: str, x: Number, y: Number) -> bool:
    """Whether "about x", "more than x" or "nearly x" may mean y."""
    if not x or not y:
        return False
    rise = float(y / x) - 1
    if approx == "~":
        return abs(rise) <= ABOUT
    if approx == ">":
        return 0 <= rise <= BEYOND
    return approx == "<" and -ABOUT <= rise <= 0
