"""Dates and times in running text: days, months, years, decades, quarters, weekdays, hours, yesterday.

>>> from newsdiff.figures.atoms import split_atoms
>>> [(w.form, w.value) for w in read_dates(split_atoms("On Tuesday, Feb. 24th, 2022 at 5:40 p.m. and in the 1990s"))]
[('weekday', 'W2'), ('calendar', '2022-02-24'), ('clock', 'T17:40'), ('calendar', '199X')]

It knows no today: "yesterday" is a day before an unknown one. It does not read feasts and seasons, nor what only a
timetable would show ("the 8.15" without a word of time before it).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from newsdiff.figures.atoms import DASHES, Atom
from newsdiff.figures.units import unit_names
from newsdiff.lexicon.en import figures as en

Fields: TypeAlias = tuple[tuple[str, int | str], ...]

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_ERAS = {"bc": "BC", "b.c.": "BC", "bce": "BC", "b.c.e.": "BC", "ad": "AD", "a.d.": "AD", "ce": "AD", "c.e.": "AD"}
_HOUR_WORDS = {k: v for k, v in en.CARDINALS.items() if 1 <= v <= 12}
# A bare four-digit number is a year inside these bounds; outside them only with a sign of time before it.
_YEARS = (1900, 2099)
_OLD_YEARS = (1000, 2200)


class When(NamedTuple):
    """A date or time as it stands in a text.

    `fields` are what it says: y(ear), m(onth), d(ay), w(eekday), H(our), M(inute), Q(uarter), D(ecade), era,
    rel(ative), and y2 and d2 where a range ends. `notation` is how it is written, folded. `weak`: not reported alone.
    """

    text: str
    start: int
    end: int
    fields: Fields
    form: str  # calendar, weekday, clock, relative
    notation: str
    weak: bool = False

    @property
    def value(self) -> str:
        """The value as text, after ISO 8601 with X for what is not said: XXXX-02-24, W2, T17:00, 199X, XXXX-Q2."""
        f = dict(self.fields)
        if "w" in f:
            return f"W{f['w']}"
        if "H" in f:
            return f"T{f['H']:02}:{f.get('M', 0):02}"
        if "rel" in f:
            return str(f["rel"])
        if "D" in f:
            return f"{int(f['D']) // 10}X" if int(f["D"]) > 99 else f"XX{int(f['D']) // 10}X"
        year = str(f.get("y", "XXXX"))
        if f.get("era") == "BC":
            year = f"-{year}"
        if "y2" in f:
            return f"{year}/{f['y2']}"
        if "Q" in f:
            return f"{year}-Q{f['Q']}"
        if "m" not in f:
            return year
        day = f"-{f['d']:02}" if "d" in f else ""
        last = f"/{f['d2']:02}" if "d2" in f else ""
        return f"{year}-{f['m']:02}{day}{last}"


def read_dates(atoms: Sequence[Atom]) -> list[When]:
    """The dates of a text, in order."""
    return [when for when, _, _ in scan_dates(atoms)]


def scan_dates(atoms: Sequence[Atom]) -> list[tuple[When, int, int]]:
    """The dates of a text with the atoms that they take: (date, first atom, atom after)."""
    found: list[tuple[When, int, int]] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        low = atom.low
        got: tuple[When, int, int] | None = None
        if atom.digit:
            got = _from_digits(atoms, at)
        elif low in en.MONTHS:
            got = _from_month(atoms, at)
        elif low in en.WEEKDAYS:
            got = _weekday(atoms, at)
        elif low in _WORDS:
            got = _from_word(atoms, at)
        if got is not None and got[1] >= (found[-1][2] if found else 0):
            found.append(got)
            at = max(got[2], at + 1)
        else:
            at += 1
    return found


_WORDS = frozenset(
    [
        *en.CLOCK_WORDS,
        *en.RELATIVE_DAYS,
        *en.RELATIVE_STEPS,
        *en.DECADES,
        "half",
        "quarter",
        "first",
        "second",
        "third",
        "fourth",
    ]
    + ["q", "ad", "a.d.", *_HOUR_WORDS]
)


def _make(
    atoms: Sequence[Atom],
    first: int,
    after: int,
    fields: dict[str, int | str],
    form: str,
    notation: str,
    weak: bool = False,
) -> tuple[When, int, int]:
    when = When("", atoms[first].start, atoms[after - 1].end, tuple(sorted(fields.items())), form, notation, weak)
    return when, first, after


def _low(atoms: Sequence[Atom], at: int) -> str:
    return atoms[at].low if 0 <= at < len(atoms) else ""


def _glued(atoms: Sequence[Atom], at: int) -> bool:
    return at < len(atoms) and atoms[at].glued


def _year_at(atoms: Sequence[Atom], at: int) -> int:
    """The atom behind a year that may follow a day or month, from an optional comma on; 0 where there is none."""
    k = at
    if _low(atoms, k) in (",", "of", "'", "’") and k + 1 < len(atoms):
        k += 1
    if (
        k < len(atoms)
        and len(atoms[k].low) == 4
        and atoms[k].low.isdecimal()
        and _OLD_YEARS[0] <= int(atoms[k].low) <= _OLD_YEARS[1]
    ):
        return k + 1
    return 0


def _day_before(atoms: Sequence[Atom], at: int) -> tuple[int, dict[str, int | str], str] | None:
    """A day of the month that ends before the atom `at`: 24, 24th of, the 3rd, 3-5. First atom, fields, notation."""
    k = at - 1
    if _low(atoms, k) == "of":
        k -= 1
    suffix = ""
    if _low(atoms, k) in _SUFFIXES and atoms[k].glued:
        suffix = "th"
        k -= 1
    if k >= 0 and atoms[k].low in en.ORDINALS and en.ORDINALS[atoms[k].low] <= 31 and _low(atoms, at - 1) == "of":
        return k, {"d": en.ORDINALS[atoms[k].low]}, "word"
    if k < 0 or not atoms[k].low.isdecimal() or len(atoms[k].low) > 2 or not 1 <= int(atoms[k].low) <= 31:
        return None
    if _low(atoms, at - 1) == "of" and not suffix:
        return None
    day = int(atoms[k].low)
    joint = _low(atoms, k - 1)
    if (
        k >= 2
        and (joint in DASHES or joint in ("to", "and"))
        and atoms[k - 2].low.isdecimal()
        and len(atoms[k - 2].low) <= 2
    ):
        before = int(atoms[k - 2].low)
        if 1 <= before < day and not (k >= 3 and atoms[k - 2].glued):
            return k - 2, {"d": before, "d2": day}, suffix
    if k and atoms[k].glued and _low(atoms, k - 1) not in ("(",):
        return None
    return k, {"d": day}, suffix


def _day_after(atoms: Sequence[Atom], at: int) -> tuple[int, dict[str, int | str], str] | None:
    """A day of the month that begins at an atom: the atom behind it, fields, notation."""
    k = at + (_low(atoms, at) == "the")
    if k >= len(atoms):
        return None
    low = atoms[k].low
    if not (low.isdecimal() and len(low) <= 2 and 1 <= int(low) <= 31):
        return None
    day = int(low)
    after = k + 1
    suffix = ""
    if _low(atoms, after) in _SUFFIXES and atoms[after].glued:
        suffix, after = "th", after + 1
    elif after < len(atoms) and (
        atoms[after].low in ("%", ":") or (atoms[after].glued and atoms[after].low[:1].isalpha())
    ):
        return None
    joint = _low(atoms, after)
    if (joint in DASHES or joint in ("to", "and", "through")) and after + 1 < len(atoms):
        last = atoms[after + 1].low
        tail = _low(atoms, after + 2)
        if (
            last.isdecimal()
            and len(last) <= 2
            and day < int(last) <= 31
            and tail not in en.MONTHS
            and tail not in ("people", "%", "percent")
        ) and (joint in DASHES or joint == "through" or not tail[:1].isalpha()):
            return after + 2, {"d": day, "d2": int(last)}, suffix
    return after, {"d": day}, suffix


def _from_month(atoms: Sequence[Atom], at: int) -> tuple[When, int, int] | None:
    """A date around a month's name."""
    atom = atoms[at]
    month = en.MONTHS[atom.low]
    if not atom.text[:1].isupper() or (at + 1 < len(atoms) and atoms[at + 1].glued and atoms[at + 1].low.isdecimal()):
        return None
    dot = at + 1 < len(atoms) and atoms[at + 1].low == "." and atoms[at + 1].glued and len(atom.low) <= 4
    behind = at + 1 + dot
    name = _MONTH_NAMES[month] if atom.low == _MONTH_NAMES[month] else atom.low[:3]
    fields: dict[str, int | str] = {"m": month}
    before = _day_before(atoms, at)
    if before is not None:
        first, more, suffix = before
        fields.update(more)
        after = at + 1
        year = _year_at(atoms, behind)
        if year:
            fields["y"] = int(atoms[year - 1].low)
            after = year
        if _low(atoms, first - 1) == "the" and suffix:
            pass
        return _make(atoms, first, after, fields, "calendar", f"dm|{name}|{suffix}")
    behind_day = _day_after(atoms, behind)
    if behind_day is not None:
        after, more, suffix = behind_day
        fields.update(more)
        year = _year_at(atoms, after)
        if year and not (_low(atoms, after) != "," and _low(atoms, year)[:1].isalpha() and "y" in fields):
            fields["y"] = int(atoms[year - 1].low)
            after = year
        return _make(atoms, at, after, fields, "calendar", f"md|{name}|{suffix}")
    year = _year_at(atoms, behind)
    if year and _low(atoms, behind) != "'":
        fields["y"] = int(atoms[year - 1].low)
        return _make(atoms, at, year, fields, "calendar", f"m|{name}|")
    ahead = _low(atoms, at - 1)
    if atom.low in en.DOUBTFUL_MONTHS and atom.low == _MONTH_NAMES[month]:
        nearby = _low(atoms, at + 1)
        if ahead not in en.TIME_PREPOSITIONS and not (
            ahead in DASHES and _low(atoms, at - 2) in ("mid", "early", "late")
        ):
            return None
        if (
            atom.low == "may"
            and ahead in ("it", "that", "he", "they", "but", "and", "to", "as", "or", "is", "was", "than", "for")
            and nearby not in (",", ".", "and", "to", "last", "this", "next")
            and not any([a.low in en.MONTHS for a in atoms[max(0, at - 4) : at]])
        ):
            return None
        if (
            behind < len(atoms)
            and atoms[behind].text[:1].isupper()
            and nearby.isalpha()
            and nearby not in en.WEEKDAYS
            and nearby not in en.MONTHS
        ):
            return None
    elif (len(atom.low) <= 4 and atom.low != "july") and (
        ahead not in en.TIME_PREPOSITIONS or (not dot and atom.low in en.DOUBTFUL_MONTHS)
    ):
        return None
    return _make(atoms, at, at + 1, fields, "calendar", f"m|{name}|")


_MONTH_NAMES = {
    number: name for name, number in reversed(en.MONTHS.items()) if len(name) > 4 or name in ("may", "june", "july")
}


def _weekday(atoms: Sequence[Atom], at: int) -> tuple[When, int, int] | None:
    """A weekday, with the part of the day behind it."""
    atom = atoms[at]
    if not atom.text[:1].isupper() or _low(atoms, at - 1) in en.FEAST_WORDS or _low(atoms, at + 1) in en.PAPER_WORDS:
        return None
    dot = _low(atoms, at + 1) == "." and _glued(atoms, at + 1)
    behind = at + 1 + dot
    if (
        atom.low in en.DOUBTFUL_WEEKDAYS
        and not dot
        and not (_low(atoms, behind) == "," or _low(atoms, behind) in en.MONTHS)
    ):
        return None
    if (
        atom.low in ("sun", "sat", "wed", "mon")
        and dot
        and behind < len(atoms)
        and atoms[behind].low not in en.MONTHS
        and not atoms[behind].digit
    ):
        return None
    fields: dict[str, int | str] = {"w": en.WEEKDAYS[atom.low]}
    if _low(atoms, behind) in en.DAY_PARTS:
        fields["part"] = {"evening": "night"}.get(atoms[behind].low, atoms[behind].low)
    short = "short" if len(atom.low) < 6 else ""
    after = at + 1 + (dot if short else 0)
    return _make(atoms, at, after, fields, "weekday", short)


def _from_digits(atoms: Sequence[Atom], at: int) -> tuple[When, int, int] | None:
    """A date or time that begins with figures."""
    atom = atoms[at]
    low = atom.low
    if (
        at
        and atom.glued
        and atoms[at - 1].low not in ("(", "[", '"', "'", "’", "‘", "“", *DASHES, "/", "q", "ad", "~", "c")
    ):
        return None
    if ":" in low:
        return _clock(atoms, at)
    behind = _low(atoms, at + 1)
    glued = _glued(atoms, at + 1)
    if "." in low or "," in low:
        parts = low.split(".")
        if (
            len(parts) == 3
            and all(p.isdecimal() for p in parts)
            and len(parts[2]) in (2, 4)
            and 1 <= int(parts[1]) <= 12
            and 1 <= int(parts[0]) <= 31
        ):
            year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
            return _make(atoms, at, at + 1, {"d": int(parts[0]), "m": int(parts[1]), "y": year}, "calendar", "num")
        return _clock(atoms, at)
    if not low.isdecimal() or len(low) > 4:
        return None
    value = int(low)
    if _low(atoms, at - 1) == "q" and atom.glued and 1 <= value <= 4 and len(low) == 1:
        return _make(atoms, at - 1, at + 1, {"Q": value}, "calendar", "q")
    # 2024-02-24, 24/02/2024
    if (
        behind in ("-", "/", "\u2010", "\u2011")
        and glued
        and _low(atoms, at + 3) == behind
        and _glued(atoms, at + 2)
        and _glued(atoms, at + 3)
        and _glued(atoms, at + 4)
    ):
        x, y, z = low, _low(atoms, at + 2), _low(atoms, at + 4)
        if y.isdecimal() and z.isdecimal() and len(y) <= 2 and len(z) <= 4:
            if len(x) == 4 and 1 <= int(y) <= 12 and 1 <= int(z) <= 31:
                return _make(atoms, at, at + 5, {"y": int(x), "m": int(y), "d": int(z)}, "calendar", "iso")
            if (
                len(z) in (2, 4)
                and 1 <= int(x) <= 31
                and 1 <= int(y) <= 31
                and min(int(x), int(y)) <= 12
                and len(x) <= 2
            ):
                year = int(z) + (2000 if len(z) == 2 else 0)
                day, month = (int(y), int(x)) if int(y) > 12 else (int(x), int(y))
                fields: dict[str, int | str] = {"y": year, "m": month, "d": day}
                if int(x) <= 12 and int(y) <= 12 and x != y:
                    fields["amb"] = 1
                return _make(atoms, at, at + 5, fields, "calendar", "num")
    if behind == "s" or (behind in ("'", "’") and _low(atoms, at + 2) == "s" and _glued(atoms, at + 2) and glued):
        after = at + 2 if behind == "s" else at + 3
        if glued or len(low) == 4:
            got = _decade(atoms, at, after, value)
            if got is not None:
                return got
            if len(low) == 2 and value % 10 == 0:
                return None
    clock = _clock(atoms, at)
    if clock is not None:
        return clock
    if _low(atoms, at + 1) in _SUFFIXES and glued and _low(atoms, at + 2) == "quarter" and 1 <= value <= 4:
        return _make(atoms, at, at + 3, {"Q": value}, "calendar", "2nd")
    if _low(atoms, at + 1) in _SUFFIXES and glued and _low(atoms, at + 2) == "of" and _low(atoms, at + 3) in en.MONTHS:
        return _from_month(atoms, at + 3)
    if len(low) <= 2 and 1 <= value <= 31:
        k = at + 1
        if _low(atoms, k) in _SUFFIXES and _glued(atoms, k):
            k += 1
        if _low(atoms, k) in en.MONTHS and not _glued(atoms, k) and atoms[k].text[:1].isupper():
            return _from_month(atoms, k)
        if (
            (_low(atoms, k) in DASHES or _low(atoms, k) in ("to", "and"))
            and _low(atoms, k + 2) in en.MONTHS
            and atoms[k + 2].text[:1].isupper()
        ):
            got = _from_month(atoms, k + 2)
            if got is not None and got[1] <= at:
                return got
    return _year(atoms, at, value)


def _decade(atoms: Sequence[Atom], at: int, after: int, value: int) -> tuple[When, int, int] | None:
    """The 1990s, the '90s."""
    low = atoms[at].low
    if len(low) == 4 and value % 10 == 0 and _OLD_YEARS[0] <= value <= _OLD_YEARS[1]:
        return _make(atoms, at, after, {"D": value}, "calendar", "1990s")
    if len(low) == 2 and value % 10 == 0:
        ahead = _low(atoms, at - 1)
        if ahead in ("'", "’", "‘") and atoms[at].glued:
            return _make(atoms, at - 1, after, {"D": value}, "calendar", "90s")
        if ahead in ("the", "mid", "early", "late") or (ahead in DASHES and _low(atoms, at - 2) in ("mid",)):
            return _make(atoms, at, after, {"D": value}, "calendar", "90s")
    return None


def _year(atoms: Sequence[Atom], at: int, value: int) -> tuple[When, int, int] | None:
    """A bare year, or a range of years, or years with an era."""
    low = atoms[at].low
    behind = _low(atoms, at + 1)
    ahead = _low(atoms, at - 1)
    k = at + 1
    last: int | None = None
    joint = behind
    if (
        (joint in DASHES or joint in ("to", "and", "-"))
        and at + 2 < len(atoms)
        and len(atoms[at + 2].low) <= 4
        and atoms[at + 2].low.isdecimal()
    ):
        k, last = at + 3, int(atoms[at + 2].low)
    era = _ERAS.get(_low(atoms, k), "")
    own = _ERAS.get(behind, "")
    if own:
        fields: dict[str, int | str] = {"y": value, "era": own}
        after = at + 2
        more = _low(atoms, at + 2)
        if (
            more in ("and", "to", *DASHES)
            and at + 4 < len(atoms)
            and len(atoms[at + 3].low) <= 4
            and atoms[at + 3].low.isdecimal()
            and _low(atoms, at + 4) in _ERAS
        ):
            fields["y2"] = int(atoms[at + 3].low)
            after = at + 5
        return _make(atoms, at, after, fields, "calendar", _squeeze(atoms, at, after))
    if era and last is not None:
        fields = {"y": value, "y2": last, "era": era}
        return _make(atoms, at, k + 1, fields, "calendar", _squeeze(atoms, at, k + 1))
    if ahead in ("ad", "a.d.") and atoms[at - 1].text.isupper():
        fields = {"y": value, "era": "AD"}
        after = at + 1
        if last is not None:
            fields["y2"] = last
            after = k
        return _make(atoms, at - 1, after, fields, "calendar", _squeeze(atoms, at - 1, after))
    if len(low) != 4 or not _OLD_YEARS[0] <= value <= _OLD_YEARS[1]:
        return None
    modern = _YEARS[0] <= value <= _YEARS[1]
    counted = _counted(atoms, at + 1)
    if counted and not (
        modern and not behind.startswith(tuple(DASHES)) and (ahead in en.YEAR_DETERMINERS or ahead in en.MONTHS)
    ):
        return None
    if (
        ahead in ("$", "£", "€", "¥", "#", "/", "no", "nos")
        or behind in ("%", "/")
        or (behind in DASHES and _glued(atoms, at + 1) and last is None)
    ) and not (behind in DASHES and modern):
        return None
    if not modern:
        old = (
            ahead in en.YEAR_PREPOSITIONS
            or ahead in ("(",)
            or (ahead in ("from", "of", "between", "and", "to") and not _counted(atoms, at + 1))
        )
        if not old or (value % 100 == 0 and ahead in ("of", "from", "to", "and", "by")):
            return None
        if ahead in ("of", "to", "and") and not _near_year(atoms, at):
            return None
    elif (
        value % 1000 == 0
        and ahead not in en.YEAR_PREPOSITIONS
        and ahead not in ("of", "from", "the", "to", "between", "(")
    ):
        return None
    if (
        modern
        and behind[:1].isalpha()
        and behind in ("people", "men", "women", "children", "workers", "more", "fewer", "other")
    ):
        return None
    if last is not None and joint in DASHES and _glued(atoms, at + 1) and _glued(atoms, at + 2):
        end = _low(atoms, at + 2)
        if len(end) == 4 and last > value:
            return _make(atoms, at, at + 3, {"y": value, "y2": last}, "calendar", "range4")
        if (len(end) == 2 and last == (value + 1) % 100) or (len(end) == 2 and last > value % 100):
            return _make(atoms, at, at + 3, {"y": value, "y2": value // 100 * 100 + last}, "calendar", "range2")
    return _make(atoms, at, at + 1, {"y": value}, "calendar", "y")


def _near_year(atoms: Sequence[Atom], at: int) -> bool:
    return any([len(a.low) == 4 and a.low.isdecimal() and a is not atoms[at] for a in atoms[max(0, at - 3) : at + 4]])


def _counted(atoms: Sequence[Atom], k: int) -> bool:
    """Whether behind four digits stands what may be counted: a unit, a plural in small letters."""
    if k >= len(atoms):
        return False
    low = atoms[k].low
    if low in DASHES and _glued(atoms, k) and k + 1 < len(atoms):
        low = atoms[k + 1].low
        return low in unit_names() and low not in en.GLUED_ONLY
    if low in en.MAGNITUDES:
        return True
    if low in unit_names() and low not in en.GLUED_ONLY:
        return low not in ("in", "x", "won", "times", "second", "pen", "real")
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and atoms[k].text[:1].islower()
    return low in ("people", "men", "women", "children", "police") or (plural and low not in _NO_PLURALS)


_NO_PLURALS = frozenset(
    "was has this his its does says across towards besides unless perhaps always whereas versus as elections games "
    "protests olympics riots".split()
)


def _squeeze(atoms: Sequence[Atom], first: int, after: int) -> str:
    return "".join([a.low for a in atoms[first:after]])


def _clock(atoms: Sequence[Atom], at: int) -> tuple[When, int, int] | None:
    """5 p.m., 5:40am, 17:00, 6.40am, 1700 GMT, 5 o'clock."""
    low = atoms[at].low
    ahead = _low(atoms, at - 1)
    k = at + 1
    hour_text, mark, minute_text = low.partition(":" if ":" in low else ".")
    if not hour_text.isdecimal() or (mark and not (minute_text.isdecimal() and len(minute_text) == 2)):
        return None
    meridiem = _low(atoms, k)
    if meridiem in ("a", "p") and _low(atoms, k + 1) == "." and _low(atoms, k + 2) == "m" and _glued(atoms, k + 2):
        meridiem, span = meridiem + ".m.", 3
    else:
        span = 1
    zone = _low(atoms, k) in en.ZONES
    if not mark and len(hour_text) == 4:
        hour, minute = int(hour_text[:2]), int(hour_text[2:])
        if not (zone or (ahead == "at" and hour_text[2:] in ("00", "15", "30", "45"))) or hour > 24 or minute > 59:
            return None
        if (
            not zone
            and k < len(atoms)
            and (atoms[k].low[:1].isalpha() and atoms[k].low not in ("on", "and", "to", "in", "until", "by"))
        ):
            return None
        return _make(atoms, at, k, {"H": hour % 24, "M": minute}, "clock", "1700")
    if len(hour_text) > 2 or int(hour_text) > 24:
        return None
    hour, minute = int(hour_text), int(minute_text or 0)
    if minute > 59:
        return None
    if meridiem in en.MERIDIEMS and 1 <= hour <= 12:
        if meridiem in ("am",) and not (mark or _glued(atoms, k) or atoms[k].text in ("am", "AM")):
            return None
        fields: dict[str, int | str] = {"H": hour % 12 + en.MERIDIEMS[meridiem], "M": minute}
        style = f"{hour}{':' if mark else ''}{minute_text}{mark == '.'}{meridiem.rstrip('.')}"
        return _make(atoms, at, k + span, fields, "clock", style)
    if meridiem in ("noon", "midday") and hour == 12:
        return _make(atoms, at, k + 1, {"H": 12, "M": 0}, "clock", "12noon")
    if meridiem in ("o", "o'clock") or (meridiem == "o" and _low(atoms, k + 1) in ("'", "’")):
        after = k + 3 if _low(atoms, k + 2) == "clock" else k + 1
        return _in_part(atoms, at, after, hour, minute, "oclock")
    if mark == ":" and not (k < len(atoms) and atoms[k].low in (":",)):
        if (
            len(hour_text) == 2
            or ahead
            in (
                "at",
                "by",
                "until",
                "from",
                "before",
                "after",
                "around",
                "about",
                "to",
                "between",
                "since",
                "and",
                "to",
            )
            or zone
        ):
            if not (hour < 13 and hour_text[0] != "0") or zone:
                return _make(atoms, at, k, {"H": hour % 24, "M": minute}, "clock", low)
            return _in_part(atoms, at, k, hour, minute, low)
        return None
    if mark == "." and (
        zone or (ahead in ("at",) and _low(atoms, k) not in ("percent", "%", "per", "million", "billion"))
    ):
        return (
            _in_part(atoms, at, k, hour, minute, low)
            if hour < 13
            else _make(atoms, at, k, {"H": hour, "M": minute}, "clock", low)
        )
    if (
        not mark
        and _low(atoms, k) == "in"
        and _low(atoms, k + 1) == "the"
        and _low(atoms, k + 2) in en.DAY_PARTS
        and ahead in ("at", "around", "about", "by", "until", "from")
    ):
        return _in_part(atoms, at, k, hour, minute, "part")
    return None


def _in_part(
    atoms: Sequence[Atom], first: int, after: int, hour: int, minute: int, notation: str
) -> tuple[When, int, int]:
    """A time by the twelve-hour clock, settled by "in the morning" where that follows."""
    fields: dict[str, int | str] = {"H": hour % 24, "M": minute, "h12": 1}
    part = (
        _low(atoms, after + 2)
        if _low(atoms, after) in ("in", "at") and _low(atoms, after + 1) == "the"
        else _low(atoms, after + 1)
        if _low(atoms, after) == "at"
        else ""
    )
    if part in en.DAY_PARTS and hour <= 12:
        late = en.DAY_PARTS[part] and not (part == "night" and hour in (12, 1, 2, 3))
        fields = {"H": hour % 12 + (12 if late else 0), "M": minute}
        after += 3 if _low(atoms, after + 1) == "the" else 2
    elif not hour or hour > 12:
        del fields["h12"]
    return _make(atoms, first, after, fields, "clock", notation)


def _from_word(atoms: Sequence[Atom], at: int) -> tuple[When, int, int] | None:
    """A date or time that begins with a word: noon, yesterday, last week, second quarter, half past six."""
    low = atoms[at].low
    behind = _low(atoms, at + 1)
    if low in en.CLOCK_WORDS:
        hour, minute = en.CLOCK_WORDS[low]
        return _make(atoms, at, at + 1, {"H": hour, "M": minute}, "clock", low)
    if low in en.RELATIVE_DAYS:
        part = behind if behind in en.DAY_PARTS else ""
        fields: dict[str, int | str] = {"rel": en.RELATIVE_DAYS[low]}
        if part:
            fields["part"] = {"evening": "night"}.get(part, part)
        return _make(atoms, at, at + 1 + bool(part), fields, "relative", low, True)
    if low in en.RELATIVE_STEPS and behind in en.RELATIVE_UNITS:
        if low == "this" and behind in ("season", "spring", "fall"):
            return None
        name = f"{behind}{en.RELATIVE_STEPS[low]:+d}"
        return _make(atoms, at, at + 2, {"rel": name}, "relative", name, True)
    if low in en.DECADES:
        ahead = _low(atoms, at - 1)
        if ahead in ("the", "mid", "early", "late") or (ahead in DASHES and _low(atoms, at - 2) == "mid"):
            return _make(atoms, at, at + 1, {"D": en.DECADES[low]}, "calendar", low)
        return None
    if low in ("first", "second", "third", "fourth"):
        k = at + 1 + (behind in DASHES and at + 2 < len(atoms))
        if _low(atoms, k) == "quarter":
            return _make(atoms, at, k + 1, {"Q": en.ORDINALS[low]}, "calendar", "word")
        if behind == "of" and _low(atoms, at + 2) in en.MONTHS and atoms[at + 2].text[:1].isupper():
            return _from_month(atoms, at + 2)
        return None
    if low == "q" and behind in ("1", "2", "3", "4") and _glued(atoms, at + 1) and not _glued(atoms, at + 2):
        return _make(atoms, at, at + 2, {"Q": int(behind)}, "calendar", "q")
    if low in ("half", "quarter") and behind in ("past", "to"):
        hour = _HOUR_WORDS.get(_low(atoms, at + 2), 0) or (
            int(_low(atoms, at + 2)) if _low(atoms, at + 2).isdecimal() and len(_low(atoms, at + 2)) < 3 else 0
        )
        if not 1 <= hour <= 12 or (low == "half" and behind == "to"):
            return None
        minute = 30 if low == "half" else 15
        if behind == "to":
            hour, minute = (hour - 1) or 12, 45
        first = at - 1 if low == "quarter" and _low(atoms, at - 1) == "a" else at
        return _in_part(atoms, first, at + 3, hour, minute, "words")
    if low in _HOUR_WORDS:
        if behind in en.MERIDIEMS and behind != "am":
            fields = {"H": _HOUR_WORDS[low] % 12 + en.MERIDIEMS[behind], "M": 0}
            return _make(atoms, at, at + 2, fields, "clock", f"word{behind.rstrip('.')}")
        if behind == "o" and _low(atoms, at + 3) == "clock":
            return _in_part(atoms, at, at + 4, _HOUR_WORDS[low], 0, "word")
        if (
            behind == "in"
            and _low(atoms, at + 2) == "the"
            and _low(atoms, at + 3) in en.DAY_PARTS
            and _low(atoms, at - 1) in ("at", "until", "about", "around", "by", "from")
        ):
            return _in_part(atoms, at, at + 1, _HOUR_WORDS[low], 0, "word")
        return None
    if (
        low in ("ad", "a.d.")
        and atoms[at].text.isupper()
        and len(_low(atoms, at + 1)) in (2, 3, 4)
        and atoms[at + 1].low.isdecimal()
    ):
        return _year(atoms, at + 1, int(atoms[at + 1].low))
    return None


def same_time(x: When, y: When) -> bool:
    """Whether two dates say the same as far as both say anything."""
    f, g = dict(x.fields), dict(y.fields)
    shared = [k for k in f if k in g and k not in ("amb", "h12", "part")]
    if not shared:
        return False
    if "D" in f and "D" in g:
        return int(f["D"]) % 100 == int(g["D"]) % 100 and (min(int(f["D"]), int(g["D"])) < 100 or f["D"] == g["D"])
    if "part" in f and "part" in g and f["part"] != g["part"]:
        return False
    crossed = (f.get("m"), f.get("d")) == (g.get("d"), g.get("m")) and f.get("y", 0) == g.get("y", f.get("y", 0))
    if crossed and ("amb" in f or "amb" in g):
        return True
    if "H" in shared and ("h12" in f or "h12" in g):
        return int(f["H"]) % 12 == int(g["H"]) % 12 and f.get("M", 0) == g.get("M", 0)
    if "era" in f or "era" in g:
        return (
            f.get("y") == g.get("y")
            and f.get("y2", 0) == g.get("y2", f.get("y2", 0))
            and f.get("era", "AD") == g.get("era", f.get("era"))
        )
    return all([f[k] == g[k] for k in shared]) and not ({"d", "m"} <= set(f) and {"y"} == set(g))


def comparable(x: When, y: When) -> bool:
    """Whether one may have been put for the other: the same form, and something that both say, but differently."""
    if x.form != y.form:
        return False
    keys = ("y", "m", "d", "w", "H", "M", "Q", "D", "rel", "era", "part", "y2", "d2")
    f, g = dict(x.fields), dict(y.fields)
    if "rel" in f and "rel" in g and _season(str(f["rel"])) != _season(str(g["rel"])):
        return False  # this year, this summer
    return any([k in f and k in g and f[k] != g[k] for k in keys])


def _season(relative: str) -> bool:
    """Whether a relative date is a season or another part that other dates may hold."""
    return relative.rstrip("+-01") in (
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "season",
        "night",
        "weekend",
        "quarter",
    )
