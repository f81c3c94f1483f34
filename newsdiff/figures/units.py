"""When two quantities are worth the same: equal, converted within rounding, or covered by an approximator.

>>> same_worth((85, 1), "kilometer per hour", (53, 1), "mile per hour")
True

Ratios are pairs (numerator, denominator) in lowest terms: `fractions` would cost 3 ms to import.
"""

from __future__ import annotations

from functools import cache
from math import gcd
from typing import TypeAlias

from newsdiff.lexicon.en.figures import CURRENCIES, UNITS

Ratio: TypeAlias = tuple[int, int]

ONE: Ratio = (1, 1)

# A conversion may be off by the rounding of both sides, but not by more than this share.
CONVERTED = 0.06
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


def reduce_ratio(ratio: Ratio) -> Ratio:
    """The ratio in lowest terms, denominator positive."""
    common = gcd(*ratio) or 1
    return (ratio[0] // common, ratio[1] // common)


def add(x: Ratio, y: Ratio) -> Ratio:
    """The sum of two ratios."""
    return reduce_ratio((x[0] * y[1] + y[0] * x[1], x[1] * y[1]))


def multiply(x: Ratio, y: Ratio) -> Ratio:
    """The product of two ratios."""
    return reduce_ratio((x[0] * y[0], x[1] * y[1]))


def dimension(unit: str) -> str:
    """What a unit measures; a currency is its own dimension, no unit none."""
    if unit in UNITS:
        return UNITS[unit][0]
    return "money" if unit in CURRENCIES else ""


def alike(unit_x: str, unit_y: str) -> bool:
    """Whether two units measure the same, where a pound may be money or a weight."""
    x, y = dimension(unit_x), dimension(unit_y)
    return (
        x == y or ("pound" in (unit_x, unit_y) and {x, y} == {"money", "mass"}) or {x, y} <= {"degree", "temperature"}
    )


def ratio_text(ratio: Ratio) -> str:
    """The exact value as text: "3", "1/3", "-374/10" never, "-187/5" instead."""
    return str(ratio[0]) if ratio[1] == 1 else f"{ratio[0]}/{ratio[1]}"


def rounding_step(ratio: Ratio) -> Ratio:
    """Half a unit of the last digit that counts: 30 -> 5 but 37 -> 1/2, 1.4 -> 1/20."""
    above, below = abs(ratio[0]), ratio[1]
    if below == 1:
        size = 1
        while above and above % (size * 10) == 0:
            size *= 10
        return (size, 2)
    places = 1
    while (ratio[0] * places) % below and places < 10**6:
        places *= 10
    return (1, 2 * places) if places < 10**6 else (0, 1)


def in_base(ratio: Ratio, unit: str) -> Ratio:
    """The quantity in the base unit of its dimension."""
    if unit == "F":
        return multiply(add(ratio, (-32, 1)), (5, 9))
    _, above, below, _, _ = UNITS[unit]
    return multiply(ratio, (above, below))


def same_worth(x: Ratio, unit_x: str, y: Ratio, unit_y: str) -> bool:
    """Whether two quantities of different units are the same one, converted and rounded."""
    if unit_x == "pound" and dimension(unit_y) == "mass":
        unit_x = "pound weight"
    if unit_y == "pound" and dimension(unit_x) == "mass":
        unit_y = "pound weight"
    if {unit_x, unit_y} & {"C", "F"} and {unit_x, unit_y} & {"", "degree"}:
        # "minus 52" beside "62 below zero Fahrenheit": the scale that is not named is the other one.
        other = "F" if "C" in (unit_x, unit_y) else "C"
        if unit_x in ("C", "F") and (unit_y or y[0] < 0):
            unit_y = other
        elif unit_y in ("C", "F") and (unit_x or x[0] < 0):
            unit_x = other
    share_x, share_y = _share(x, unit_x), _share(y, unit_y)
    if share_x is not None and share_y is not None and unit_x != unit_y:
        near = abs(share_x[0] * share_y[1] - share_y[0] * share_x[1]) / (share_x[1] * share_y[1])
        exact = 0.005 * (unit_x == "percent") + 0.005 * (unit_y == "percent")
        return near <= min(exact, 0.03 * share_x[0] / share_x[1] + 0.0001)
    if unit_x not in UNITS or unit_y not in UNITS:
        return False
    dim_x, dim_y = UNITS[unit_x][0], UNITS[unit_y][0]
    if {dim_x, dim_y} == {"time", "months"}:
        return _same_span(x, unit_x, y, unit_y)
    if dim_x != dim_y:
        return False
    base_x, base_y = in_base(x, unit_x), in_base(y, unit_y)
    if base_x == base_y:
        return True
    if dim_x in ("time", "months"):
        return False
    if dim_x == "temperature" and abs(x[0] * 9 * y[1] - y[0] * 5 * x[1]) * 2 <= 9 * x[1] * y[1] and unit_x == "C":
        return True  # a difference of degrees: 1.8C is 3.2F
    if dim_x == "temperature" and unit_y == "C" and abs(y[0] * 9 * x[1] - x[0] * 5 * y[1]) * 2 <= 9 * x[1] * y[1]:
        return True
    off = abs(base_x[0] / base_x[1] - base_y[0] / base_y[1])
    slack = sum([_slack(r, u) for r, u in ((x, unit_x), (y, unit_y))])
    largest = max(abs(base_x[0] / base_x[1]), abs(base_y[0] / base_y[1]))
    if dim_x == "temperature":
        return off <= slack and off <= 1.7
    small = 0.25 if min(abs(x[0]), abs(y[0])) <= 2 and x[1] == y[1] == 1 else CONVERTED
    return off <= slack * 1.0001 and off <= small * largest


def _slack(ratio: Ratio, unit: str) -> float:
    step = rounding_step(ratio)
    _, above, below, _, _ = UNITS[unit]
    return step[0] / step[1] * above / below


def _share(ratio: Ratio, unit: str) -> Ratio | None:
    """A percentage or a plain fraction as a share of one."""
    if unit == "percent":
        return multiply(ratio, (1, 100))
    if not unit and 0 < ratio[0] < ratio[1]:
        return ratio
    return None


# Days and weeks against months and years, as a reader takes them: 12 months 52 weeks, 30 days a month, 365 a year.
_MONTH_DAYS = ((1, 30), (1, 31), (3, 90), (6, 180), (12, 365), (12, 364), (24, 730), (2, 60), (36, 1095))


def _same_span(x: Ratio, unit_x: str, y: Ratio, unit_y: str) -> bool:
    if UNITS[unit_x][0] == "months":
        x, unit_x, y, unit_y = y, unit_y, x, unit_x
    days = multiply(in_base(x, unit_x), (1, 86400))
    months = in_base(y, unit_y)
    return days[1] == 1 and months[1] == 1 and (months[0], days[0]) in _MONTH_DAYS


def covers(approx: str, x: Ratio, y: Ratio) -> bool:
    """Whether "about x", "more than x" or "nearly x" may stand for y."""
    if not x[0] or not y[0]:
        return False
    rise = (y[0] * x[1]) / (x[0] * y[1]) - 1
    if approx == "~":
        return abs(rise) <= ABOUT
    if approx == ">":
        return 0 <= rise <= BEYOND
    return approx == "<" and -ABOUT <= rise <= 0
