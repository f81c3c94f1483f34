"""Numerals: the value of a number in figures or words that begins at an atom, with its magnitude.

>>> from newsdiff.figures.atoms import split_atoms
>>> read_numeral(split_atoms("two hundred and five thousand of them"), 0, False, False)
Numeral(value=205000, after=5, notation='two hundred five thousand', form='cardinal', weak=False, other=None)

It does not read Roman numerals, or numbers given digit by digit in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.figures.atoms import Atom, match, read_pattern
from newsdiff.figures.units import Number, exact, unit_names
from newsdiff.lexicon.en import figures as en

# More digits than this are a serial number and would only cost time.
_MOST_DIGITS = 30
_MOST_GROUPS = 6
# Digits of a power: values are compared as floats too, which end at 10**308.
_MOST_POWER = 200
_FEW = 4  # of five: a larger number is a count and no share
# No quantity in a text is larger; without a bound "million million million ..." would make numbers of any size.
_LARGEST = 10**36


class Numeral(NamedTuple):
    """A numeral as read: its value, the atom after it, its notation (folded), its form; `other` ends a range."""

    value: Number
    after: int
    notation: str
    form: str = "cardinal"
    weak: bool = False
    other: Number | None = None


def read_numeral(atoms: Sequence[Atom], at: int, money: bool, signed: bool) -> Numeral | None:
    """The numeral at an atom: digits or words, with its magnitude."""
    low = atoms[at].low
    if atoms[at].digit:
        return _digits(atoms, at, money)
    if low in en.VULGAR:
        return _scaled(atoms, Numeral(exact(*en.VULGAR[low]), at + 1, low, "part"), money)
    if low in en.DECADES:
        return Numeral(en.DECADES[low], at + 1, low, "age", True)
    if low in en.VAGUE or low == "tens":
        return _vague(atoms, at)
    if low in en.MULTIPLES:
        return _multiple(atoms, at)
    if _is_tail_of_compound(atoms, at):
        return None
    words = _cardinal(atoms, at) if signed and low == "one" else _words(atoms, at)
    if words is None:
        return None
    after = words.after
    if atoms[after].low == "-" and atoms[after].glued and atoms[after + 1].low == "fold":
        return Numeral(words.value, after + 2, words.notation, "multiple", True)
    if words.form == "cardinal" and not (at and atoms[at - 1].low == "-" and atoms[at].glued):
        return _over(atoms, words) or _odds(atoms, words)
    return words


def _is_tail_of_compound(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the word ends a compound that is not a number: last-eight, quarter-second."""
    dash, lead = atoms[at - 1], atoms[at - 2]
    return atoms[at].glued and dash.low == "-" and dash.glued and lead.low.isalpha() and lead.low not in en.CARDINALS


def _multiple(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Twice, doubled, threefold; "once" only as a rate: once a week."""
    low, behind = atoms[at].low, atoms[at + 1]
    if low == "double" and behind.low == "-":
        return None
    if low == "once" and not (behind.low in en.RATE_WORDS and atoms[at + 2].low in en.RATE_UNITS):
        return None
    return Numeral(exact(*en.MULTIPLES[low]), at + 1, low, "multiple", True)


# Figures ------------------------------------------------------------------------------------------------------------


def read_digits(low: str) -> Number | None:
    """The value of figures with their separators, as an English text would have them; None if they are not a number.

    >>> [str(read_digits(x)) for x in ("1,150", "11,50,000", "3.1", "3,1", "1.234.567", "1.234,5", "3.9.1")]
    ['1150', '1150000', '31/10', '31/10', '1234567', '2469/2', 'None']
    """
    if len(low) > _MOST_DIGITS:
        return None
    if low.isdecimal():
        return int(low)
    head, *groups = re.split(r"\D", low)
    marks = [c.replace("'", ",") for c in low if not c.isdecimal()]
    if any(mark not in ".," for mark in marks):
        return None
    last = marks[-1]
    if marks.count(last) == 1 and (len(marks) > 1 or last == "." or len(groups[0]) != 3):
        if len({*marks[:-1], last}) > 2 - (len(marks) == 1) or not all(len(g) == 3 for g in groups[:-1]):
            return None
        return exact(int(head + "".join(groups)), 10 ** len(groups[-1]))
    if len(set(marks)) > 1 or len(groups[-1]) != 3 or not all(2 + (last == ".") <= len(g) <= 3 for g in groups):
        return None
    return int(head + "".join(groups))


def _is_short(atom: Atom) -> bool:
    return atom.low.isdecimal() and len(atom.low) <= 3


_CLASSES: Mapping[str, Callable[[Atom], bool]] = {
    "n": lambda atom: atom.low.isdecimal() and len(atom.low) <= _MOST_DIGITS,
    "nn": _is_short,
    "th": lambda atom: atom.low in en.SUFFIXES,
    "½": lambda atom: atom.low in en.VULGAR,
    "sign": lambda atom: atom.low in ("-", "+"),
    "base": lambda atom: atom.low in ("x", "×"),
}
_TIME = r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d(?:\.\d{1,3})?)"


def _digits(atoms: Sequence[Atom], at: int, money: bool) -> Numeral | None:
    """A numeral in figures."""
    atom = atoms[at]
    if atom.glued and not money and _is_in_code(atoms, at):
        return None
    if ":" in atom.low:
        return _colons(atoms, at)
    value = read_digits(atom.low)
    if value is None:
        return None
    if atoms[at - 1].low == "." and atom.glued and not atoms[at - 1].glued and atom.low.isdecimal():
        return _scaled(atoms, Numeral(exact(int(atom.low), 10 ** len(atom.low)), at + 1, "." + atom.low), money)
    plain = Numeral(value, at + 1, atom.low)
    if atom.low.isdecimal():
        plain = _groups(atoms, at) or plain
        special = _in_pattern(atoms, at, plain, money) if plain.after == at + 1 else None
        if special is not None:
            return special
    return _power(atoms, plain) or _over(atoms, plain) or _odds(atoms, _scaled(atoms, plain, money))


def _is_in_code(atoms: Sequence[Atom], at: int) -> bool:
    """Whether digits are part of a name or code: A320, G7, COVID-19, F-16, Boeing-737."""
    lead, name = atoms[at - 1], atoms[at - 2]
    if lead.low[-1:].isalpha():
        cased = lead.text.lower() != lead.text.upper()  # Chinese comes next to any figure
        return cased and lead.low not in ("age", "aged") and not lead.opaque
    if lead.low == "-" and lead.glued and name.text[-1:].isalpha() and name.text[:1].isupper():
        return True
    return lead.low in ("_", "@", "=", "&", "\\")


def _colons(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """A score (4:6) or the time of a race (3:41.2, 2:03:59)."""
    low = atoms[at].low
    won, _, lost = low.partition(":")
    if won.isdecimal() and lost.isdecimal() and len(low) <= 5:
        return Numeral(int(won), at + 1, f"{won}-{lost}", "score", other=int(lost))
    found = re.fullmatch(_TIME, low)
    seconds = read_digits(found[3]) if found and (found[1] or "." in low) else None
    if not found or seconds is None:
        return None
    return Numeral(3600 * int(found[1] or 0) + 60 * int(found[2]) + seconds, at + 1, low, "time")


def _groups(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """40 000: groups of three after single spaces; the 737s of "15 737s" are planes, not thousands."""
    if len(atoms[at].low) > 3 or atoms[at].low.startswith("0"):
        return None
    k = at + 1
    while (
        k <= at + _MOST_GROUPS
        and len(atoms[k].low) == 3
        and atoms[k].low.isdecimal()
        and atoms[k].start == atoms[k - 1].end + 1
    ):
        k += 1
    if k == at + 1 or atoms[k].digit or (atoms[k].glued and atoms[k].low[:1].isalpha()):
        return None
    notation = " ".join([a.low for a in atoms[at:k]])
    return Numeral(int(notation.replace(" ", "")), k, notation)


def _in_pattern(atoms: Sequence[Atom], at: int, plain: Numeral, money: bool) -> Numeral | None:
    """Digits that are not a plain number: 40s, 14th, 2½, 3/4, 5 1/2, 6-4."""
    low = atoms[at].low
    whole = plain.value
    behind = atoms[at + 1]
    if not behind.glued and behind.low not in en.VULGAR and atoms[at + 2].low != "/":
        return None  # most figures: no pattern begins so
    for source, read in _DIGIT_PATTERNS:
        found = match(atoms, at, read_pattern(source), _CLASSES)
        if found is None:
            continue
        after, got = found
        texts = [atoms[k].low for k in got.values()]
        if read == "age" and len(low) == 2 and low[1] == "0":
            return Numeral(whole, after, f"{low}s", "age", True)  # in his 40s
        if read == "ordinal":
            return Numeral(whole, after, f"{low}th", "ordinal")
        if read == "vulgar":
            return _scaled(atoms, Numeral(whole + exact(*en.VULGAR[texts[1]]), after, low + texts[1]), money)
        if read == "part" and _is_part(low, texts[2]):
            return _scaled(atoms, Numeral(exact(int(low), int(texts[2])), after, f"{low}/{texts[2]}", "part"), money)
        if read == "mixed" and _is_part(texts[-3], texts[-1]):
            part = exact(int(texts[-3]), int(texts[-1]))
            return _scaled(atoms, Numeral(whole + part, after, f"{low} {texts[-3]}/{texts[-1]}"), money)
        if read == "hours" and not (atoms[after].glued and atoms[after].low.isalnum()):
            seconds = 3600 * int(low) + 60 * int(texts[2])
            return Numeral(seconds, after, f"{low}h{texts[2]}", "time")
        if read == "score" and not _is_chained(atoms, at, after):
            return _range(atoms, Numeral(whole, after, f"{low}-{texts[2]}", "score", other=int(texts[2])), money)
    return None


_DIGIT_PATTERNS = (
    ("n ~s", "age"),
    ("n ~th", "ordinal"),
    ("n ½", "vulgar"),
    ("nn ~/ ~nn", "part"),
    ("n nn ~/ ~nn", "mixed"),
    ("n ~- ~nn ~/ ~nn", "mixed"),
    ("nn ~h ~nn", "hours"),
    ("nn ~- ~nn", "score"),
)


def _range(atoms: Sequence[Atom], ends: Numeral, money: bool) -> Numeral | None:
    """5-10 million: the magnitude belongs to both ends."""
    found = _magnitude(atoms, ends.after, money, True)
    if found is None or ends.other is None or ends.other <= ends.value:
        return ends
    size, after, word = found
    return ends._replace(
        value=ends.value * size, other=ends.other * size, after=after, notation=f"{ends.notation} {word}"
    )


def _is_chained(atoms: Sequence[Atom], at: int, after: int) -> bool:
    """Whether 6-4 continues on either side: 1-2-3, 5/6-4, 10-12km."""
    behind = atoms[after]
    if (
        behind.glued
        and behind.low.isalpha()
        and behind.low not in unit_names()
        and behind.low not in en.GLUED_MAGNITUDES
    ):
        return True
    if behind.low == "-" and behind.glued and atoms[after + 1].digit:
        return True
    return atoms[at].glued and atoms[at - 1].low in ("-", "/")


def _is_part(above: str, below: str) -> bool:
    """Whether 1/4 is a fraction, rather than a date or a name like 9/11 or 24/7."""
    return 0 < int(above) < int(below) and int(below) in en.BELOW


def _power(atoms: Sequence[Atom], plain: Numeral) -> Numeral | None:
    """1.1^23, 12.32e+14, 6.23x10^-4: the exponent is bounded, since the value is exact."""
    for source in ("~^ ~sign? ~nn", "~e ~sign? ~nn", "~base ~nn ~^ ~sign? ~nn"):
        found = match(atoms, plain.after, read_pattern(source), _CLASSES)
        if found is None:
            continue
        after, got = found
        exponent = int(atoms[after - 1].low)
        base = plain.value if source[1] == "^" else int(atoms[got["nn"]].low) if "base" in got else 10
        if exponent * len(str(base)) > _MOST_POWER:
            return None
        power = base**exponent
        if "sign" in got and atoms[got["sign"]].low == "-":
            if not power:
                return None
            power = exact(power.denominator, power.numerator)
        notation = f"{plain.notation}{''.join(atoms[k].low for k in range(plain.after, after))}"
        return Numeral(power if source[1] == "^" else plain.value * power, after, notation)
    return None


def _over(atoms: Sequence[Atom], above: Numeral) -> Numeral | None:
    """One over three, if nothing is counted: the end of a phrase must follow."""
    k = above.after
    if atoms[k].low != "over":
        return None
    below = _small(atoms, k + 1)
    if below is None or below.value < 2 or atoms[below.after].low[:1].isalnum():
        return None
    notation = f"{above.notation} over {below.notation}"
    return Numeral(above.value * exact(1, int(below.value)), below.after, notation, "part")


def _small(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """A whole number in figures or words."""
    low = atoms[at].low.replace(",", "")
    if low.isdecimal():
        return Numeral(int(low), at + 1, low) if len(low) < _MOST_DIGITS else None
    found = _cardinal(atoms, at) if low in en.CARDINALS else _words(atoms, at) if low in _ROUND_WORDS else None
    return found if found is not None and isinstance(found.value, int) else None


_ROUND_WORDS = ("a", "hundred", "thousand")


def _scaled(atoms: Sequence[Atom], numeral: Numeral, money: bool) -> Numeral:
    """The numeral with the magnitude after it: 3.1 million, £41.6m, 3 million and a half."""
    value, start = numeral.value, numeral.after
    after, notation, size = start, numeral.notation, 1
    while (found := _magnitude(atoms, after, money, after == start)) and value * size <= _LARGEST:
        factor, after, word = found
        size *= factor
        notation += f" {word}"
    value *= size
    if [a.low for a in atoms[after : after + 3]] == ["and", "a", "half"] and (size > 1 or numeral.form == "cardinal"):
        return Numeral(value + exact(size, 2), after + 3, f"{notation} and a half")
    if size > 1 and isinstance(numeral.value, int):
        more = _smaller(atoms, after, size)
        if more is not None:
            value, after, notation = value + more.value, more.after, f"{notation} {more.notation}"
    if size == 1:
        return numeral
    return Numeral(value, after, notation, "cardinal", numeral.weak)


def _magnitude(atoms: Sequence[Atom], at: int, money: bool, first: bool) -> tuple[int, int, str] | None:
    """The magnitude at an atom, the atom after it and its notation."""
    k = at + (atoms[at].low == "-" and atoms[at].glued and atoms[at + 1].glued)
    atom, low = atoms[k], atoms[k].low
    glued = atom.glued and k == at
    size = 0 if atom.text == "CR" else en.MAGNITUDES.get(low, 0)
    if not size and first and glued and len(low) == 1:
        if atom.text in en.GLUED_CAPITALS and (atom.text != "M" or money or _counts(atoms, k)):
            size = en.GLUED_CAPITALS[atom.text]
        elif low in ("k", "b") or (low in en.GLUED_MAGNITUDES and (money or _counts(atoms, k))):
            size = en.GLUED_MAGNITUDES[low]
    elif not size and first and k == at and atom.text in ("k", "M") and not atoms[k + 1].low[:1].isalnum():
        size = en.GLUED_MAGNITUDES[low]
    return (size, k + 1, en.SAME_MAGNITUDES.get(low, low)) if size else None


def _smaller(atoms: Sequence[Atom], at: int, size: int) -> Numeral | None:
    """The rest after a magnitude in figures: the 3 hundred and 21 of "4 thousand 3 hundred and 21"."""
    total, k, words = 0, at, ""
    while _is_short(atoms[k]) and (less := en.MAGNITUDES.get(atoms[k + 1].low, size)) < size:
        total, words, size = total + int(atoms[k].low) * less, f"{words} {atoms[k].low} {atoms[k + 1].low}", less
        k += 2
    if size == 100 and atoms[k].low == "and":
        low = atoms[k + 1].low
        value, after = (int(low), k + 2) if low.isdecimal() and len(low) <= 2 else _below_hundred(atoms, k + 1)
        if value:
            total, k, words = total + value, after, f"{words} {value}"
    return Numeral(total, k, words.strip()) if total else None


def _counts(atoms: Sequence[Atom], k: int) -> bool:
    """Whether something that comes in millions follows the atom k: a currency, a lower-case plural."""
    low = atoms[k + 1].low
    if atoms[k + 1].glued:
        return False
    named = unit_names().get(low)
    if named:
        return named[2] or (named[0] not in ("meter", "foot") and low not in en.GLUED_ONLY)
    return low in en.COUNTED or (
        len(low) > 3 and low.endswith("s") and not low.endswith("ss") and low not in en.NO_PLURALS
    )


# Words --------------------------------------------------------------------------------------------------------------


def _words(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """A numeral in words: twenty-one, a hundred and five, half a million, two thirds, fourteenth."""
    low = atoms[at].low
    if low in ("a", "an"):
        return _article(atoms, at)
    if low in ("half", "quarter"):
        return _half(atoms, at)
    if low in en.BARE_MAGNITUDES:
        ahead = atoms[at - 1]
        couple = ahead.low == "couple" or (ahead.low == "of" and atoms[at - 2].low == "couple")
        if (couple or ahead.low in ("several", "few", "many")) and f"{low}s" in en.VAGUE:
            return Numeral(en.VAGUE[f"{low}s"][0], at + 1, f"{low}s", "vague")
        return None if ahead.digit or ahead.low in ("a", "an") else _bare_magnitude(atoms, at)
    if low in en.ORDINALS or low in en.ORDINAL_MAGNITUDES:
        return _ordinal(atoms, at)
    if low in en.CARDINALS and not (low == "one" and _is_pronoun(atoms, at)):
        return _cardinal(atoms, at)
    return None


def _article(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """The number that "a" begins: a third, a hundred and five, a week; but twice a week is a rate."""
    behind = atoms[at + 1].low
    if behind in _below():
        return _article_part(atoms, at)
    if behind in en.ARTICLE_MAGNITUDES:
        return _cardinal(atoms, at + 1, 1)
    kind = en.ARTICLE_UNITS.get(behind)
    if kind == "time" and [atoms[at + 2].low, atoms[at + 3].low] != ["and", "a"]:
        before, after = atoms[at - 1].low, atoms[at + 2].low
        if before and not (before in en.SPAN_BEFORE or before.endswith("ed") or after in en.SPAN_AFTER):
            return None
    return Numeral(1, at + 1, "a", "cardinal", True) if kind else None


def _is_pronoun(atoms: Sequence[Atom], at: int) -> bool:
    """Whether "one" counts nothing: no one, one of the, one another, this one."""
    before, follow = atoms[at - 1].low, atoms[at + 1].low or "."
    if follow in en.ARTICLE_MAGNITUDES or follow in en.ONE_PARTS:
        return False
    if follow == "-":
        return False
    if follow in ("in", "out") and (
        atoms[at + 2].digit or atoms[at + 2].low in en.CARDINALS or atoms[at + 2].low == "of"
    ):
        return False
    if follow in ("to", "or", "and") and (atoms[at + 2].digit or atoms[at + 2].low in en.CARDINALS):
        return False
    return before in en.ONE_BEFORE or follow in en.ONE_AFTER or not follow[:1].isalpha()


def _bare_magnitude(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Hundred thousand, thousand: but not "one of the hundred", "per thousand"."""
    numeral = _cardinal(atoms, at, 0, bare=True)
    if numeral is None or " " in numeral.notation or numeral.form != "cardinal":
        return numeral
    follow = atoms[numeral.after].low
    return None if atoms[at - 1].low in ("of", "per", "the") and follow and follow != "people" else numeral


def _cardinal(atoms: Sequence[Atom], at: int, current: int = 0, bare: bool = False) -> Numeral | None:
    """A cardinal in words; `current` is what an article before it counts, `bare` lets it begin with a magnitude."""
    total, k, after = 0, at, at
    words = ["a"] if current else []
    last = 100 if current else 10**15
    while True:
        low = atoms[k].low
        if k > at and _joins(atoms, k, total, current, at):
            k += 1
            low = atoms[k].low
        value, size = en.CARDINALS.get(low), en.MAGNITUDES.get(low, 0)
        if value is not None:
            if not _fits(value, total, current, k == at):
                break
            current += value
        elif size and low not in ("mil", "cr") and total < _LARGEST and (current or total or bare):
            if size == 100:
                if current >= 100 or (not current and total):
                    break
                current = max(current, 1) * 100
            elif size == 12:
                return _tail(atoms, Numeral(total + max(current, 1) * 12, k + 1, " ".join([*words, low.rstrip("s")])))
            elif not current and total:
                total *= size
            else:
                total = total + max(current, 1) * size if size < last else (total + max(current, 1)) * size
                current = 0
            last = last if size == 100 else size
        else:
            break
        words.append(low)
        k += 1
        after = k
    return _tail(atoms, Numeral(total + current, after, " ".join(words))) if after > at else None


def _fits(value: int, total: int, current: int, first: bool) -> bool:
    """Whether a number word continues the numeral: twenty one, hundred five, not "five six"."""
    tens = current % 100
    if first or (not current and total > 0):
        return True
    return value > 0 and ((not tens and current > 0) or (tens >= 20 and not tens % 10 and value < 10))


def _joins(atoms: Sequence[Atom], k: int, total: int, current: int, start: int) -> bool:
    """Whether a hyphen or "and" continues the numeral: twenty-one, two hundred and five."""
    low, behind = atoms[k].low, atoms[k + 1].low
    value = en.CARDINALS.get(behind, 0)
    if low == "-":
        return atoms[k].glued and behind in en.CARDINALS and current % 100 >= 20 and value < 10
    if low not in ("and", "&") or not value or not ((current and not current % 100) or (total and not current)):
        return False
    if "between" in (atoms[start - 1].low, atoms[start - 2].low):
        return False
    more = atoms[k + 2].low
    return value > 9 or not ((more == "hundred" and current) or more in _below())  # and two thirds


def _below_hundred(atoms: Sequence[Atom], at: int) -> tuple[int, int]:
    """A number in words below a hundred and the atom after it; 0 if there is none."""
    value = en.CARDINALS.get(atoms[at].low, 0)
    k = at + 1 + (atoms[at + 1].low == "-")
    unit = en.CARDINALS.get(atoms[k].low, 0)
    return (value + unit, k + 1) if value >= 20 and 0 < unit < 10 else (value, at + 1)


@cache
def _below() -> dict[str, int]:
    """Words of parts -> into how many: third, thirds, quarter, hundredth."""
    ordinals = {**en.ORDINALS, **en.ORDINAL_MAGNITUDES}
    below = {**ordinals, **{f"{word}s": n for word, n in ordinals.items()}, **en.PARTS}
    below |= {f"{word}s": n for word, n in en.PARTS.items()}
    return {word: n for word, n in below.items() if n > 1}


def _tail(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """The possible ends of a cardinal in words: point five, and a half, thirds, th."""
    after, low = numeral.after, atoms[numeral.after].low
    if low == "point" and atoms[after + 1].low in en.CARDINALS:
        return _decimals(atoms, numeral)
    dashed = low == "-" and atoms[after].glued
    k = after + dashed
    if atoms[k].low == "and":
        part = _part(atoms, k + 1 + dashed, dashed)
        if part is not None:
            last = numeral.notation.split()[-1]
            size = 1 if last == "hundred" else en.MAGNITUDES.get(last, 1)
            follow = part.after
            if size > 1 and atoms[follow].low in en.MAGNITUDES:
                size, follow = en.MAGNITUDES[atoms[follow].low], follow + 1
            notation = f"{numeral.notation} and {part.notation}"
            return _scaled(atoms, Numeral(numeral.value + part.value * size, follow, notation), False)
        return numeral
    return _part_or_ordinal(atoms, numeral, after + (low == "-"))


def _decimals(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """Two point five, thirty point two one."""
    digits, k = "", numeral.after + 1
    while atoms[k].low in en.CARDINALS and len(digits) < _MOST_DIGITS:
        value, k = _below_hundred(atoms, k)
        digits += str(value)
    whole = numeral.value + exact(int(digits), 10 ** len(digits))
    return _scaled(atoms, Numeral(whole, k, f"{numeral.notation} point {digits}"), False)


def _part_or_ordinal(atoms: Sequence[Atom], numeral: Numeral, k: int) -> Numeral:
    """Two thirds, one-half, twenty-first: a cardinal with the word of a part or an ordinal at atom k."""
    word, value = atoms[k].low, numeral.value
    below = _below().get(word, 0)
    ordinal = en.ORDINALS.get(word, 0) or en.ORDINAL_MAGNITUDES.get(word, 0)
    if not isinstance(value, int) or not (below or ordinal):
        return numeral
    notation = f"{numeral.notation} {word}"
    if ordinal:
        if word in en.ORDINAL_MAGNITUDES and value != 1:
            return Numeral(value * ordinal, k + 1, notation, "ordinal")
        tens = value % 100
        if value >= 20 and ((tens >= 20 and not tens % 10 and ordinal < 10) or (value >= 100 and not tens)):
            return Numeral(value + ordinal, k + 1, notation, "ordinal")
    told = value == 3 and atoms[numeral.after - 2].low not in en.RELATIVE_STEPS
    if word in ("second", "seconds") or (word == "quarters" and not told):
        return numeral  # two seconds, two quarters, the last three quarters
    plural = word.endswith("s") or word == "halves"
    if not (plural or value == 1) or (word == "half" and value != 1) or value >= below * 10**9:
        return numeral
    share = Numeral(exact(value, below), k + 1, notation, "part")
    return _scaled(atoms, share._replace(after=_of_a(atoms, k + 1)), False)


def _of_a(atoms: Sequence[Atom], at: int) -> int:
    """The atom after "of a" if a magnitude or a unit follows: a quarter of a century."""
    low = atoms[at + 2].low
    of_a = atoms[at].low == "of" and atoms[at + 1].low in ("a", "an")
    return at + 2 if of_a and (low in en.MAGNITUDES or _is_measure(low)) else at


def _is_measure(word: str) -> bool:
    named = unit_names().get(word)
    return bool(named) and named is not None and word not in en.GLUED_ONLY and named[0] not in ("second", "percent")


def _part(atoms: Sequence[Atom], at: int, dashed: bool = False) -> Numeral | None:
    """A fraction in words after "and": a half, one-half, three quarters, two thirds."""
    low = atoms[at].low
    above = 1 if low in ("a", "an") else en.CARDINALS.get(low, 0)
    k = at + 1 + (atoms[at + 1].low == "-" and atoms[at + 1].glued)
    if dashed and k == at + 1:
        return None
    word = atoms[k].low
    below = 0 if word.startswith("second") else _below().get(word, 0)
    if not 0 < above < below or not (above == 1 or word.endswith("s")):
        return None
    return Numeral(exact(above, below), k + 1, f"{low} {word}", "part")


def _article_part(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """A half, a third, a quarter of a century; before a noun "a third" is an ordinal."""
    k = at + 1
    word, behind = atoms[k].low, atoms[k + 1]
    if behind.low == "-" and behind.glued:
        return None
    if word == "second" or (behind.low.isalpha() and behind.low not in en.PART_AFTER):
        return (
            None
            if word in en.PARTS and word != "third"
            else Numeral(_below()[word], k + 1, word, "ordinal", _below()[word] <= 3)
        )
    if word == "quarter" and behind.low in ("earlier", "later", "ago"):
        return None
    after = _of_a(atoms, k + 1)
    notation = f"a {word}" + " of a" * (after > k + 1)
    return _scaled(atoms, Numeral(exact(1, _below()[word]), after, notation, "part"), False)


def _half(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Half, half a million, half an hour, half-century, quarter million."""
    low, behind, before = atoms[at].low, atoms[at + 1], atoms[at - 1]
    dashed = behind.low == "-" and behind.glued
    k = at + 1 + (dashed or behind.low in ("a", "an"))
    if atoms[k].low in en.MAGNITUDES or (k > at + 1 and low == "half" and _is_measure(atoms[k].low)):
        notation = "half a" if low == "half" and behind.low in ("a", "an") else low
        return _scaled(atoms, Numeral(exact(1, en.PARTS[low]), k, notation, "part"), False)
    if low == "quarter":
        spelt = behind.low in en.QUARTERED and before.low != "three"
        return Numeral(exact(1, 4), at + 1, low, "part") if spelt else None
    if (
        dashed
        or (before.low == "-" and atoms[at].glued)
        or before.low in en.HALVES_OF_TIME
        or before.low in en.ORDINALS
    ):
        return None  # half-hearted, the second half
    if behind.low == "past" or (behind.low == "time"):
        return None
    return Numeral(exact(1, 2), at + 1, "half", "part", before.low not in en.HALF_BEFORE and behind.low != "of")


def _ordinal(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """An ordinal in words. The first three are weak: first is an adverb, second a time, third a part."""
    low, before = atoms[at].low, atoms[at - 1].low
    if low == "second" and (before in en.SECOND_BEFORE or en.CARDINALS.get(before)):
        return None
    if low == "first" and before in ("at", "for", "from"):
        return None
    value = en.ORDINALS.get(low) or en.ORDINAL_MAGNITUDES[low]
    return Numeral(value, at + 1, low, "ordinal", value <= 3)


def _odds(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """One in 20, three out of four: a share as odds."""
    value, after, notation, form, *_ = numeral
    if form != "cardinal" or not isinstance(value, int) or not 0 < value < 100:
        return numeral
    joint, second = atoms[after].low, atoms[after + 1].low
    k = after + 1 if joint == "in" else after + 2 if (joint, second) == ("out", "of") else 0
    # One adult in five; but two goals in five matches are not a share.
    apart = not k and joint.isalpha() and second == "in" and value < _FEW
    if apart:
        k = after + 2
    if not k:
        return numeral
    k += atoms[k].low == "every"  # two out of every three
    below = _small(atoms, k)
    if below is None or below.value <= value or not isinstance(below.value, int):
        return numeral
    if joint == "in" and atoms[k].digit and 1000 < below.value <= 2100 and "," not in atoms[k].low:
        return numeral  # a year
    follow = atoms[below.after].low
    if apart and follow.isalpha() and follow not in en.PART_AFTER:
        return numeral
    # "two in six boxes" counts boxes; odds are round
    if joint != "out" and (below.value not in en.ROUND_ODDS or _is_measure(follow)):
        return numeral
    return Numeral(exact(value, below.value), below.after, f"{notation} in {below.value}", "part")


def _vague(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Dozens, hundreds of thousands, tens of millions: with the least value that they can mean."""
    low, of, size = atoms[at].low, atoms[at + 1].low, atoms[at + 2].low
    if of == "of" and size in en.VAGUE and size.rstrip("s") in en.MAGNITUDES:
        least = 10 if low == "tens" else en.VAGUE[low][0] // 2
        return Numeral(2 * least * (en.VAGUE[size][0] // 2), at + 3, f"{low} of {size}", "vague")
    if low == "tens" or (low == "scores" and of != "of" and at):
        return None
    return Numeral(en.VAGUE[low][0], at + 1, low, "vague")
