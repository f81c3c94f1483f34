"""Dates and times in running text: days, months, years, decades, quarters, weekdays, hours, yesterday.

>>> from newsdiff.figures.atoms import split_atoms
>>> [(w.form, w.value) for w in read_dates(split_atoms("On Tuesday, Feb. 24th, 2022 at 5:40 p.m. and in the 1990s"))]
[('weekday', 'W2'), ('calendar', '2022-02-24'), ('clock', 'T17:40'), ('calendar', '199X')]

It does not know today's date: "yesterday" is the day before an unknown one. It does not read holidays and seasons, or
times that only a timetable would show ("the 8.15" without a word of time before it).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from newsdiff.figures.atoms import Atom, match, read_pattern
from newsdiff.figures.units import unit_names
from newsdiff.lexicon.en import figures as en

Fields: TypeAlias = tuple[tuple[str, int | str], ...]
Found: TypeAlias = "tuple[When, int, int]"  # a date, its first atom, the atom after it

# A bare four-digit number within these bounds is a year; outside them, only with a sign of time before it.
_YEARS = (1900, 2099)
_OLD_YEARS = (1000, 2200)
# A month follows at most this many atoms after its day: 3rd to 5th of May.
_LONGEST = 7


class When(NamedTuple):
    """A date or time as printed.

    `fields` are its parts: y(ear), m(onth), d(ay), w(eekday), H(our), M(inute), zone, Q(uarter), D(ecade), era,
    rel(ative), part (of the day), and y2 and d2 where a range ends. `notation` is how it is written, folded. `weak`:
    not reported alone.
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
        """The value as text, after ISO 8601 with X for unknown digits: XXXX-02-24, W2, T17:00, 199X, XXXX-Q2."""
        f = dict(self.fields)
        if "w" in f:
            return f"W{f['w']}"
        if "H" in f:
            return f"T{f['H']:02}:{f.get('M', 0):02}" + (f" {str(f['zone']).upper()}" if "zone" in f else "")
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


def scan_dates(atoms: Sequence[Atom]) -> list[Found]:
    """The dates of a text with the atoms that they cover."""
    found: list[Found] = []
    at = free = 0
    while atoms[at].low:
        got = _date_at(atoms, at)
        if got is not None and got[1] >= free:
            found.append(got)
            free = got[2]
        at = max(at + 1, free)
    return found


def _date_at(atoms: Sequence[Atom], at: int) -> Found | None:
    atom = atoms[at]
    if atom.opaque:
        return None
    if atom.digit:
        return _from_digits(atoms, at)
    if atom.low in en.MONTHS:
        return _in_pattern(atoms, at, _FROM_MONTH) or _month_alone(atoms, at)
    if atom.low in en.WEEKDAYS:
        return _weekday(atoms, at)
    return _from_word(atoms, at) if atom.low in _WORDS else None


_HOUR_WORDS = {k: v for k, v in en.CARDINALS.items() if 1 <= v <= 12}
_WORDS = en.DATE_STARTERS.union(
    en.CLOCK_WORDS, en.RELATIVE_DAYS, en.RELATIVE_STEPS, en.DECADES, _HOUR_WORDS, en.ORDINALS
)


def _make(
    atoms: Sequence[Atom],
    first: int,
    after: int,
    fields: Mapping[str, int | str],
    form: str,
    notation: str,
    weak: bool = False,
) -> Found:
    when = When("", atoms[first].start, atoms[after - 1].end, tuple(sorted(fields.items())), form, notation, weak)
    return when, first, after


# Days, months, years ------------------------------------------------------------------------------------------------


def _whole(atom: Atom, low: int, high: int, digits: int = 2) -> bool:
    return len(atom.low) <= digits and atom.low.isdecimal() and low <= int(atom.low) <= high


def _is_year(atom: Atom) -> bool:
    return len(atom.low) == 4 and _whole(atom, *_OLD_YEARS, 4)


_CLASSES: Mapping[str, Callable[[Atom], bool]] = {
    "d": lambda atom: _whole(atom, 1, 31),
    "m": lambda atom: _whole(atom, 1, 12),
    "y": _is_year,
    "yy": lambda atom: _is_year(atom) or (len(atom.low) == 2 and atom.low.isdecimal()),
    "th": lambda atom: atom.low in en.SUFFIXES,
    "day": lambda atom: 0 < en.ORDINALS.get(atom.low, 99) <= 31,
    "month": lambda atom: atom.low in en.MONTHS and atom.text[:1].isupper(),
    "to": lambda atom: atom.low in ("-", "to", "and", "through"),
    "/-": lambda atom: atom.low in ("/", "-"),
    ",of": lambda atom: atom.low in (",", "of"),
    "Q": lambda atom: _whole(atom, 1, 4, 1),
}
# Patterns that begin with digits or an ordinal, and those that begin with a month: the first that fits is used. The
# notation is "dm" or "md" for a named month, and its own for the others.
_FROM_DIGITS = (
    ("y ~/- ~m ~/- ~d", "iso"),
    ("d ~/- ~d ~/- ~yy", "num"),
    ("d ~/- ~month ~/- ~yy", "dm"),
    ("d th? to d th? of? month ~.? ,of? y", "dm"),
    ("d th? to d th? of? month", "dm"),
    ("d th? of? month ~.? ,of? y", "dm"),
    ("d th? of? month", "dm"),
    ("day of month ~.? ,of? y", "dm"),
    ("day of month", "dm"),
)
_FROM_MONTH = (
    ("month ~.? the? d th? to d th? ,of? y", "md"),
    ("month ~.? the? d th? to d th?", "md"),
    ("month ~.? the? d th? ,of? y", "md"),
    ("month ~.? the? d th?", "md"),
    ("month ~.? ,of? y", "m"),
)


def _in_pattern(atoms: Sequence[Atom], at: int, patterns: Sequence[tuple[str, str]]) -> Found | None:
    """The date that one of the patterns reads at an atom."""
    for source, notation in patterns:
        found = match(atoms, at, read_pattern(source), _CLASSES)
        if found is None:
            continue
        after, got = found
        if notation == "num":
            date = _in_numbers(atoms, at, after, got)
        elif notation == "iso":
            fields = {k: int(atoms[got[k]].low) for k in "ymd"}
            date = _make(atoms, at, after, fields, "calendar", "iso")
        else:
            date = _named_month(atoms, at, after, got, notation)
        if date is not None:
            return date
    return None


def _in_numbers(atoms: Sequence[Atom], at: int, after: int, got: Mapping[str, int]) -> Found | None:
    """24/02/2024, 2/24/24; `amb` if day and month could be the other way round."""
    x, y = int(atoms[got["d"]].low), int(atoms[got["d2"]].low)
    if min(x, y) > 12 or (atoms[got["d"] + 1].low == "-" and len(atoms[got["yy"]].low) == 2):
        return None  # 2-1-10 is a score
    day, month = (y, x) if y > 12 else (x, y)
    fields: dict[str, int | str] = {"y": _year_of(atoms[got["yy"]]), "m": month, "d": day}
    if max(x, y) <= 12 and x != y:
        fields["amb"] = 1
    return _make(atoms, at, after, fields, "calendar", "num")


def _year_of(atom: Atom) -> int:
    return int(atom.low) + (2000 if len(atom.low) == 2 else 0)


def _named_month(atoms: Sequence[Atom], at: int, after: int, got: Mapping[str, int], notation: str) -> Found | None:
    """A day of a named month, or days from one to another, with its year."""
    month, behind = atoms[got["month"]], atoms[after]
    if "." in got and len(month.low) > 4:
        return None  # in February. 24 people
    if "d" in got and atoms[at].glued and atoms[at - 1].low not in ("", "(", "[", '"', "'"):
        return None  # Covid-19 May
    if "of" in got and not got.keys() & {"th", "day"}:
        return None  # 24 of May's
    fields: dict[str, int | str] = {"m": en.MONTHS[month.low]}
    if "day" in got:
        fields["d"] = en.ORDINALS[atoms[got["day"]].low]
    if "d" in got:
        fields["d"] = first = int(atoms[got["d"]].low)
        if "d2" in got:
            fields["d2"] = last = int(atoms[got["d2"]].low)
            loose = atoms[got["to"]].low in ("to", "and") and behind.low[:1].isalpha()
            if last <= first or behind.low in en.MONTHS or (notation == "md" and loose and "y" not in got):
                return None
    year = got.get("y", got.get("yy"))
    if (
        year is None
        and notation == "md"
        and (behind.low in ("%", ":", "percent", "people") or (behind.glued and behind.low[:1].isalpha()))
    ):
        return None
    if year is not None and ",of" in got and _counted(atoms, after):
        after = got[",of"]  # on May 5, 2000 people marched
    elif year is not None:
        fields["y"] = _year_of(atoms[year])
    name = month.low if month.low == _MONTH_NAMES[en.MONTHS[month.low]] else month.low[:3]
    suffix = "th" if "th" in got else "word" if "day" in got else ""
    return _make(atoms, at, after, fields, "calendar", f"{notation}|{name}|{suffix}")


_MONTH_NAMES = {
    number: name for name, number in reversed(en.MONTHS.items()) if len(name) > 4 or name in ("may", "june", "july")
}


def _month_alone(atoms: Sequence[Atom], at: int) -> Found | None:
    """A month without day and year; names that are also other words need a word of time before them."""
    atom, ahead = atoms[at], atoms[at - 1].low
    number = en.MONTHS[atom.low]
    dot = atoms[at + 1].low == "." and atoms[at + 1].glued and len(atom.low) <= 4
    behind = atoms[at + 1 + dot]
    if not atom.text[:1].isupper() or (atoms[at + 1].glued and atoms[at + 1].digit):
        return None
    full = atom.low == _MONTH_NAMES[number]
    if atom.low in en.DOUBTFUL_MONTHS and full:
        dashed = ahead == "-" and atoms[at - 2].low in ("mid", "early", "late")
        if ahead not in en.TIME_PREPOSITIONS and not dashed:
            return None
        near = any(a.low in en.MONTHS for a in atoms[max(0, at - 4) : at])
        if atom.low == "may" and ahead in en.MAY_BEFORE and atoms[at + 1].low not in en.MAY_AFTER and not near:
            return None
        if behind.text[:1].isupper() and behind.low.isalpha() and behind.low not in en.WEEKDAYS | en.MONTHS.keys():
            return None
    elif not full and (ahead not in en.TIME_PREPOSITIONS or (not dot and atom.low in en.DOUBTFUL_MONTHS)):
        return None
    name = atom.low if full else atom.low[:3]
    return _make(atoms, at, at + 1, {"m": number}, "calendar", f"m|{name}|")


def _weekday(atoms: Sequence[Atom], at: int) -> Found | None:
    """A weekday, with the part of the day after it."""
    atom, dot = atoms[at], atoms[at + 1].low == "." and atoms[at + 1].glued
    behind = atoms[at + 1 + dot]
    if not atom.text[:1].isupper() or atoms[at - 1].low in en.FEAST_WORDS or atoms[at + 1].low in en.PAPER_WORDS:
        return None
    dated = behind.low in en.MONTHS or (dot and behind.digit)
    comma = not dot and behind.low == ","
    # "Sun." or "Mon." may end a clause as another word; "Fri." and "Tue." do not.
    ends = dot and (atom.low not in en.WORDS_WITH_STOP or not behind.low)
    if atom.low in en.DOUBTFUL_WEEKDAYS and not (dated or comma or ends):
        return None
    fields: dict[str, int | str] = {"w": en.WEEKDAYS[atom.low]}
    if behind.low in en.DAY_PARTS:
        fields["part"] = en.SAME_DAY_PARTS.get(behind.low, behind.low)
    short = len(atom.low) < 6
    return _make(atoms, at, at + 1 + (dot and short), fields, "weekday", "short" if short else "")


def _from_digits(atoms: Sequence[Atom], at: int) -> Found | None:
    """A date or time that begins with figures."""
    atom, low = atoms[at], atoms[at].low
    if at and atom.glued and atoms[at - 1].low not in en.DATE_OPENERS:
        return None
    if not low.isdecimal():
        parts = [int(p) for p in low.split(".") if p.isdecimal()]
        if len(parts) == 3 and len(low.rpartition(".")[2]) in (2, 4) and 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12:
            year = parts[2] + (2000 if parts[2] < 100 else 0)
            return _make(atoms, at, at + 1, {"d": parts[0], "m": parts[1], "y": year}, "calendar", "num")
        return _clock(atoms, at)
    if len(low) > 4:
        return None
    value = int(low)
    ahead = [a for a in atoms[at + 1 : at + _LONGEST] if a.low]
    return (
        (_in_pattern(atoms, at, _FROM_DIGITS) if any(a.low in en.MONTHS or a.low in "/-" for a in ahead) else None)
        or _decade(atoms, at, value)
        or _clock(atoms, at)
        or _quarter(atoms, at)
        or _year(atoms, at, value)
    )


def _quarter(atoms: Sequence[Atom], at: int) -> Found | None:
    """2nd quarter, second quarter, Q2."""
    for source, notation in (("Q ~th quarter", "2nd"), ("day -? quarter", "word"), ("q ~Q", "q")):
        found = match(atoms, at, read_pattern(source), _CLASSES)
        if found:
            after, got = found
            number = en.ORDINALS[atoms[at].low] if "day" in got else int(atoms[got["Q"]].low)
            return _make(atoms, at, after, {"Q": number}, "calendar", notation) if number <= 4 else None
    return None


def _decade(atoms: Sequence[Atom], at: int, value: int) -> Found | None:
    """The 1990s, the '90s, the 90's."""
    found = match(atoms, at + 1, read_pattern("'? ~s"), {})
    if not found or value % 10:
        return None
    after, ahead, digits = found[0], atoms[at - 1].low, len(atoms[at].low)
    if digits == 4 and _is_year(atoms[at]):
        return _make(atoms, at, after, {"D": value}, "calendar", "1990s")
    if digits == 2 and ahead == "'" and atoms[at].glued:
        return _make(atoms, at - 1, after, {"D": value}, "calendar", "90s")
    if digits == 2 and (ahead in en.DECADE_BEFORE or (ahead == "-" and atoms[at - 2].low == "mid")):
        return _make(atoms, at, after, {"D": value}, "calendar", "90s")
    return None


def _year(atoms: Sequence[Atom], at: int, value: int) -> Found | None:
    """A bare year, a range of years, or years with an era."""
    era = _with_era(atoms, at, value)
    if era is not None or not _is_year(atoms[at]) or not _stands_for_year(atoms, at, value):
        return era
    joint, last = atoms[at + 1], atoms[at + 2]
    if joint.low in ("-", "/") and joint.glued and last.glued and last.low.isdecimal():
        end = int(last.low)
        if len(last.low) == 4 and value < end <= _OLD_YEARS[1]:
            return _make(atoms, at, at + 3, {"y": value, "y2": end}, "calendar", "range4")
        if len(last.low) == 2 and (end > value % 100 or end == (value + 1) % 100):
            century = value // 100 * 100 + 100 * (end < value % 100)
            return _make(atoms, at, at + 3, {"y": value, "y2": century + end}, "calendar", "range2")
    return _make(atoms, at, at + 1, {"y": value}, "calendar", "y")


def _with_era(atoms: Sequence[Atom], at: int, value: int) -> Found | None:
    """980 BC, AD 730 to 761, 3 BC to AD 4."""
    ahead = atoms[at - 1]
    before = ahead.low in ("ad", "a.d.") and ahead.text.isupper()
    era = en.ERAS.get(atoms[at + 1].low, "")
    k = at + 1 + bool(era)
    fields: dict[str, int | str] = {"y": value}
    if atoms[k].low in ("-", "to", "and") and atoms[k + 1].low.isdecimal() and len(atoms[k + 1].low) <= 4:
        last = en.ERAS.get(atoms[k + 2].low, "")
        if last or (before and not era):
            fields["y2"] = int(atoms[k + 1].low)
            era, k = era or last, k + 2 + bool(last)
    if not era and not before:
        return None
    first = at - 1 if before and not era else at
    fields["era"] = era or "AD"
    return _make(atoms, first, k, fields, "calendar", "".join([a.low for a in atoms[first:k]]))


def _stands_for_year(atoms: Sequence[Atom], at: int, value: int) -> bool:
    """Whether four digits are a year rather than a count."""
    ahead, behind = atoms[at - 1].low, atoms[at + 1]
    modern = _YEARS[0] <= value <= _YEARS[1]
    dashed = behind.low == "-" and behind.glued
    counted = _counted(atoms, at + 1)
    if counted and not (modern and behind.low != "-" and (ahead in en.YEAR_DETERMINERS or ahead in en.MONTHS)):
        return False
    if ahead in en.NO_YEAR_BEFORE or behind.low == "%" or (behind.low == "/" and not atoms[at + 2].digit):
        return False
    if dashed and not atoms[at + 2].digit and not modern:
        return False
    if modern:
        return value % 1000 != 0 or ahead in en.YEAR_PREPOSITIONS or ahead in en.OF_YEARS
    if ahead in en.YEAR_PREPOSITIONS or ahead == "(":
        return True
    if ahead not in en.YEAR_SPANS or value % 100 == 0:
        return False
    near = [a for a in atoms[max(0, at - 3) : at + 4] if a is not atoms[at] and len(a.low) == 4 and a.low.isdecimal()]
    return ahead in ("from", "between") or bool(near)


def _counted(atoms: Sequence[Atom], k: int) -> bool:
    """Whether four digits are followed by something that may be counted: a unit, a lower-case plural."""
    low = atoms[k].low
    if low == "-" and atoms[k].glued and atoms[k + 1].low:
        return atoms[k + 1].low in unit_names() and atoms[k + 1].low not in en.GLUED_ONLY
    if low in en.MAGNITUDES or low in en.COUNTED:
        return True
    if low in unit_names() and low not in en.GLUED_ONLY:
        return low not in en.DOUBTFUL_UNITS and low not in en.NO_COUNT
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and atoms[k].text[:1].islower()
    return plural and low not in en.NO_PLURALS


# Times of day -------------------------------------------------------------------------------------------------------


def _clock(atoms: Sequence[Atom], at: int) -> Found | None:
    """5 p.m., 5:40am, 17:00, 6.40am, 9h30, 1700 GMT, 5 o'clock."""
    low, ahead = atoms[at].low, atoms[at - 1].low
    hour_text, mark, minute_text = low.partition(":" if ":" in low else ".")
    after = at + 1
    if not mark and atoms[after].low == "h" and atoms[after].glued and ahead in en.CLOCK_PREPOSITIONS:
        mark, minute_text, after = "h", atoms[after + 1].low, after + 2  # at 9h30
    if not hour_text.isdecimal() or (mark and not (minute_text.isdecimal() and len(minute_text) == 2)):
        return None
    if not mark and len(hour_text) == 4:
        return _military(atoms, at)
    hour, minute = int(hour_text[:3]), int(minute_text or 0)
    if len(hour_text) > 2 or hour > 24 or minute > 59:
        return None
    meridiem, behind = _meridiem(atoms, after)
    if (
        meridiem
        and 1 <= hour <= 12
        and (meridiem != "am" or mark or atoms[after].glued or atoms[after].text in ("am", "AM"))
    ):
        fields: dict[str, int | str] = {"H": hour % 12 + en.MERIDIEMS[meridiem], "M": minute}
        style = f"{hour}{':' if mark else ''}{minute_text}{mark == '.'}{meridiem.rstrip('.')}"
        return _zoned(atoms, at, behind, fields, style)
    if hour == 12 and atoms[after].low in ("noon", "midday"):
        return _make(atoms, at, after + 1, {"H": 12, "M": 0}, "clock", "12noon")
    clock = _oclock(atoms, after)
    if clock:
        return _in_part(atoms, at, clock, hour, minute, "oclock")
    if mark == "h":
        return _in_part(atoms, at, after, hour, minute, "9h30")
    zone = atoms[after].low in en.ZONES or atoms[after].low in en.HOURS_WORDS
    ranged = atoms[after].low in ("-", "to") and ":" in atoms[after + 1].low
    if mark == ":" and (len(hour_text) == 2 or ahead in en.CLOCK_PREPOSITIONS or zone or ranged or ahead == "-"):
        return _in_part(atoms, at, after, hour, minute, low)
    if mark == "." and (zone or (ahead == "at" and not _counted(atoms, after) and atoms[after].low != "%")):
        return _in_part(atoms, at, after, hour, minute, low)
    return _in_part(atoms, at, after, hour, minute, "part") if not mark and _day_part(atoms, after, ahead) else None


def _military(atoms: Sequence[Atom], at: int) -> Found | None:
    """1700 GMT, at 0915."""
    low, behind = atoms[at].low, atoms[at + 1]
    hour, minute = int(low[:2]), int(low[2:])
    zone = behind.low in en.ZONES or behind.low in en.HOURS_WORDS
    plain = atoms[at - 1].low == "at" and minute % 15 == 0
    if plain and behind.low[:1].isalpha() and behind.low not in en.HOUR_BEFORE:
        plain = False
    if not (zone or plain) or hour > 24 or minute > 59:
        return None
    return _zoned(atoms, at, at + 1, {"H": hour % 24, "M": minute}, "1700")


def _meridiem(atoms: Sequence[Atom], at: int) -> tuple[str, int]:
    """a.m. or p.m. and the atom after it."""
    low = atoms[at].low
    if low in en.MERIDIEMS:
        return low, at + 1
    if low in ("a", "p") and [a.low for a in atoms[at + 1 : at + 3]] == [".", "m"] and atoms[at + 2].glued:
        return f"{low}.m.", at + 3
    return "", at


def _oclock(atoms: Sequence[Atom], at: int) -> int:
    """The atom after "o'clock", 0 if it is not there."""
    return at + 3 if [a.low for a in atoms[at : at + 3]] == ["o", "'", "clock"] else 0


def _day_part(atoms: Sequence[Atom], at: int, ahead: str) -> bool:
    """Whether "in the morning", "this morning" or "tonight" follows an hour."""
    low, the, part = (atoms[at + n].low for n in range(3))
    if low == "tonight" or (low == "this" and the in en.DAY_PARTS):
        return ahead in en.NEARLY_AT or ahead == "at"
    return low == "in" and the == "the" and part in en.DAY_PARTS and ahead in en.NEARLY_AT


def _in_part(atoms: Sequence[Atom], first: int, after: int, hour: int, minute: int, notation: str) -> Found:
    """A time by the twelve-hour clock, settled by "in the morning" if that follows."""
    if hour > 12 or (notation[:1] == "0" and ":" in notation):
        return _zoned(atoms, first, after, {"H": hour % 24, "M": minute}, notation)
    low, the, last = (atoms[after + n].low for n in range(3))
    part, behind = "", after
    if low == "tonight":
        part, behind = "night", after + 1
    elif low == "this" or (low == "at" and the != "the"):
        part, behind = the, after + 2
    elif low in ("in", "at") and the == "the":
        part, behind = last, after + 3
    fields: dict[str, int | str] = {"H": hour, "M": minute, "h12": 1}
    if part in en.DAY_PARTS:
        late = en.DAY_PARTS[part] and not (part == "night" and hour in (12, 1, 2, 3))
        fields, after = {"H": hour % 12 + (12 if late else 0), "M": minute}, behind
    elif not hour:
        del fields["h12"]
    return _zoned(atoms, first, after, fields, notation)


def _zoned(atoms: Sequence[Atom], first: int, after: int, fields: dict[str, int | str], notation: str) -> Found:
    """A time with the zone after it."""
    zone = atoms[after]
    if zone.low in en.ZONES and zone.text.isupper():
        fields["zone"] = zone.low
        after += 1
    return _make(atoms, first, after, fields, "clock", notation)


# Words --------------------------------------------------------------------------------------------------------------


def _from_word(atoms: Sequence[Atom], at: int) -> Found | None:
    """A date or time that begins with a word: noon, yesterday, last week, second quarter, half past six."""
    low, behind, ahead = atoms[at].low, atoms[at + 1].low, atoms[at - 1].low
    if low in en.CLOCK_WORDS:
        hour, minute = en.CLOCK_WORDS[low]
        return _make(atoms, at, at + 1, {"H": hour, "M": minute}, "clock", low)
    if low in en.RELATIVE_DAYS or low == "day":
        return _relative_day(atoms, at)
    if low in en.RELATIVE_STEPS and behind in en.RELATIVE_UNITS:
        if (low == "this" and behind in ("season", "spring", "fall")) or (low == "past" and ahead == "this"):
            return None
        name = f"{behind}{en.RELATIVE_STEPS[low]:+d}"
        return _make(atoms, at, at + 2, {"rel": name}, "relative", name, True)
    if low in en.DECADES:
        dashed = ahead == "-" and atoms[at - 2].low == "mid"
        said = ahead in en.DECADE_BEFORE or dashed
        return _make(atoms, at, at + 1, {"D": en.DECADES[low]}, "calendar", low) if said else None
    if low in ("half", "quarter") and behind in ("past", "to"):
        return _half_past(atoms, at)
    if low in _HOUR_WORDS:
        return _hour_word(atoms, at)
    if low in ("ad", "a.d.") and atoms[at].text.isupper() and _whole(atoms[at + 1], 10, 9999, 4):
        return _with_era(atoms, at + 1, int(behind))
    return _quarter(atoms, at) or (_in_pattern(atoms, at, _FROM_DIGITS) if low in en.ORDINALS else None)


def _relative_day(atoms: Sequence[Atom], at: int) -> Found | None:
    """Yesterday, tomorrow night, the day after tomorrow."""
    low, behind = atoms[at].low, atoms[at + 1].low
    if low == "day":
        day = en.BESIDE_TODAY.get(f"{behind} {atoms[at + 2].low}")
        return _make(atoms, at, at + 3, {"rel": day}, "relative", day, True) if day else None
    fields: dict[str, int | str] = {"rel": en.RELATIVE_DAYS[low]}
    part = behind in en.DAY_PARTS
    if part:
        fields["part"] = en.SAME_DAY_PARTS.get(behind, behind)
    return _make(atoms, at, at + 1 + part, fields, "relative", low, True)


def _half_past(atoms: Sequence[Atom], at: int) -> Found | None:
    """Half past six, a quarter to 7."""
    low, joint, atom = atoms[at].low, atoms[at + 1].low, atoms[at + 2]
    hour = _HOUR_WORDS.get(atom.low, 0) or (int(atom.low) if _whole(atom, 1, 12) else 0)
    if not hour or (low, joint) == ("half", "to"):
        return None
    minute = 30 if low == "half" else 15
    if joint == "to":
        hour, minute = (hour - 1) or 12, 45
    first = at - 1 if low == "quarter" and atoms[at - 1].low == "a" else at
    return _in_part(atoms, first, at + 3, hour, minute, "words")


def _hour_word(atoms: Sequence[Atom], at: int) -> Found | None:
    """Five p.m., five o'clock, at five in the morning."""
    hour = _HOUR_WORDS[atoms[at].low]
    meridiem, behind = _meridiem(atoms, at + 1)
    if meridiem and meridiem != "am":
        fields: dict[str, int | str] = {"H": hour % 12 + en.MERIDIEMS[meridiem], "M": 0}
        return _make(atoms, at, behind, fields, "clock", f"word{meridiem.rstrip('.')}")
    clock = _oclock(atoms, at + 1)
    if clock:
        return _in_part(atoms, at, clock, hour, 0, "word")
    return _in_part(atoms, at, at + 1, hour, 0, "word") if _day_part(atoms, at + 1, atoms[at - 1].low) else None


# Two dates ----------------------------------------------------------------------------------------------------------


def same_time(x: When, y: When) -> bool:
    """Whether two dates agree in everything that both say."""
    f, g = dict(x.fields), dict(y.fields)
    shared = f.keys() & g.keys() - {"amb", "h12", "part", "zone"}
    if not shared:
        return False
    if "D" in f and "D" in g:
        return int(f["D"]) % 100 == int(g["D"]) % 100 and (min(int(f["D"]), int(g["D"])) < 100 or f["D"] == g["D"])
    if "part" in f and "part" in g and f["part"] != g["part"]:
        return False
    crossed = (f.get("m"), f.get("d")) == (g.get("d"), g.get("m")) and f.get("y", 0) == g.get("y", f.get("y", 0))
    if crossed and ("amb" in f or "amb" in g):
        return True
    if "H" in shared:
        return _same_hour(f, g)
    if "era" in f or "era" in g:
        return (
            f.get("y") == g.get("y")
            and f.get("y2", 0) == g.get("y2", f.get("y2", 0))
            and f.get("era", "AD") == g.get("era", f.get("era"))
        )
    return all(f[k] == g[k] for k in shared) and not ({"d", "m"} <= set(f) and {"y"} == set(g))


def _same_hour(f: Mapping[str, int | str], g: Mapping[str, int | str]) -> bool:
    """Whether two times of day are the same, in their zones if both name one."""
    zone_f, zone_g = (en.ZONES.get(str(x.get("zone")), 0) for x in (f, g))
    if "zone" in f and "zone" in g and f["zone"] != g["zone"]:
        if zone_f is None or zone_g is None:
            return False
    else:
        zone_f = zone_g = 0
    around = 12 if "h12" in f or "h12" in g else 24
    hour_f, hour_g = int(f["H"]) - (zone_f or 0), int(g["H"]) - (zone_g or 0)
    return (hour_f - hour_g) % around == 0 and f.get("M", 0) == g.get("M", 0)


def comparable(x: When, y: When) -> bool:
    """Whether one may have replaced the other: the same form, and a part that both have, with different values."""
    if x.form != y.form:
        return False
    f, g = dict(x.fields), dict(y.fields)
    if "rel" in f and "rel" in g and _is_part(str(f["rel"])) != _is_part(str(g["rel"])):
        return False  # this year, this summer
    return any(f[k] != g[k] for k in f.keys() & g.keys() - {"amb", "h12"})


def _is_part(relative: str) -> bool:
    return relative.rstrip("+-012") in en.PARTS_OF_YEAR
