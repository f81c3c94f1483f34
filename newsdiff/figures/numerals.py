"""Numerals: from an atom on, the value of what is written in figures or words, with its magnitude.

>>> from newsdiff.figures.atoms import split_atoms
>>> read_numeral(split_atoms("two hundred and five thousand of them"), 0, False, False)
Numeral(ratio=(205000, 1), after=5, notation='two hundred five thousand', form='cardinal', weak=False)

It does not read Roman numerals and numbers said digit by digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.figures.atoms import DASHES, Atom
from newsdiff.figures.units import ONE, Ratio, add, multiply, reduce_ratio, unit_names
from newsdiff.lexicon.en import figures as en

_COUNTED = frozenset(("people", "men", "women", "children", "police", "staff"))
# Digits beyond this are a serial number and would only cost time.
_MOST_DIGITS = 30
_MOST_GROUPS = 6
_FEW = 4  # of five: what is more is counted and no share
# No quantity in a text is larger; without a bound "million million million ..." would make numbers of any size.
_LARGEST = 10**36


class Numeral(NamedTuple):
    """What was read: the value, the atom after it, how it is written (folded), and its form."""

    ratio: Ratio
    after: int
    notation: str
    form: str = "cardinal"
    weak: bool = False


def read_numeral(atoms: Sequence[Atom], at: int, money: bool, signed: bool) -> Numeral | None:
    """The numeral at an atom: digits or words, with its magnitude."""
    low = atoms[at].low
    if atoms[at].digit:
        return _digits(atoms, at, money)
    if low in en.VULGAR:
        return _scaled(atoms, Numeral(en.VULGAR[low], at + 1, low, "part"), money)
    if low in en.DECADES:
        return Numeral((en.DECADES[low], 1), at + 1, low, "age", True)
    if low in en.VAGUE or low == "tens":
        return _vague(atoms, at)
    if low in en.MULTIPLES:
        if low == "double" and at + 1 < len(atoms) and atoms[at + 1].low in DASHES:
            return None
        return Numeral(en.MULTIPLES[low], at + 1, low, "multiple", True)
    if (
        at > 1
        and atoms[at].glued
        and atoms[at - 1].low in DASHES
        and atoms[at - 1].glued
        and atoms[at - 2].low.isalpha()
        and atoms[at - 2].low not in en.CARDINALS
    ):
        return None  # last-eight, quarter-second
    words = _compound(atoms, at, 0, at, "") if signed and low == "one" else _words(atoms, at)
    if words is not None:
        tail = atoms[words.after : words.after + 2]
        if len(tail) == 2 and tail[0].low in DASHES and tail[0].glued and tail[1].low == "fold":
            return Numeral(words.ratio, words.after + 2, words.notation, "multiple", True)
        if words.form == "cardinal" and tail and not (at and atoms[at - 1].low in DASHES and atoms[at].glued):
            return _over(atoms, words.after, words.ratio, words.notation) or _odds(atoms, words)
    return words


def _digits(atoms: Sequence[Atom], at: int, money: bool) -> Numeral | None:
    """A numeral in figures."""
    atom = atoms[at]
    if at and atom.glued and not money:
        lead = atoms[at - 1]
        if lead.low[-1:].isalpha() and lead.low not in ("age", "aged"):
            return None  # A320, G7
        if (
            lead.low in DASHES
            and lead.glued
            and at > 1
            and atoms[at - 2].text[-1:].isalpha()
            and atoms[at - 2].text[:1].isupper()
        ):
            return None  # COVID-19, F-16, Boeing-737
        if lead.low in ("_", "@", "=", "&", "\\"):
            return None
    won, colon, lost = atom.low.partition(":")
    if colon and won.isdecimal() and lost.isdecimal() and len(atom.low) <= 5:
        return Numeral((int(won), 1), at + 1, f"{won}-{lost}", "score")
    ratio = _read_digits(atom.low)
    if ratio is None:
        return None
    after = at + 1
    notation = atom.low
    if at and atoms[at - 1].low == "." and atom.glued and not atoms[at - 1].glued and atom.low.isdecimal():
        ratio = (int(atom.low), 10 ** len(atom.low))
        notation = "." + atom.low
        return _scaled(atoms, Numeral(reduce_ratio(ratio), after, notation), money)
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
        if groups > after and not (groups < len(atoms) and (atoms[groups].digit or _glued_letter(atoms[groups]))):
            notation = " ".join([a.low for a in atoms[at:groups]])
            ratio = (int(notation.replace(" ", "")), 1)
            after = groups
        tail = [a.low for a in atoms[after : after + 4]]
        glue = [a.glued for a in atoms[after : after + 4]]
        if tail[:1] == ["s"] and glue[0] and len(atom.low) == 2 and atom.low.endswith("0"):
            return Numeral(ratio, after + 1, notation + "s", "age", True)  # in his 40s
        if tail[:1] and tail[0] in ("st", "nd", "rd", "th") and glue[0]:
            return Numeral(ratio, after + 1, notation + "th", "ordinal")
        if tail[:1] and tail[0] in en.VULGAR:
            part = en.VULGAR[tail[0]]
            return _scaled(atoms, Numeral(add(ratio, part), after + 1, notation + tail[0]), money)
        if (
            len(tail) > 1
            and tail[0] == "/"
            and glue[0]
            and glue[1]
            and tail[1].isdecimal()
            and _is_part(atom.low, tail[1])
        ):
            part = reduce_ratio((int(atom.low), int(tail[1])))
            return _scaled(atoms, Numeral(part, after + 2, f"{notation}/{tail[1]}", "part"), money)
        if (
            len(tail) > 2
            and tail[1] == "/"
            and tail[0].isdecimal()
            and glue[1]
            and glue[2]
            and _is_part(tail[0], tail[2])
        ):
            part = reduce_ratio((int(tail[0]), int(tail[2])))
            return _scaled(atoms, Numeral(add(ratio, part), after + 3, f"{notation} {tail[0]}/{tail[2]}"), money)
        if len(tail) > 1 and tail[0] in DASHES and glue[0] and glue[1] and tail[1].isdecimal() and not money:
            follow = atoms[after + 2] if after + 2 < len(atoms) else None
            chained = (
                follow is not None
                and follow.low in DASHES
                and follow.glued
                and atoms[after + 3 : after + 4]
                and atoms[after + 3].digit
            )
            if at and atom.glued and atoms[at - 1].low in DASHES | {"/"}:
                chained = True
            if (
                not chained
                and max(len(atom.low), len(tail[1])) < 4
                and not (follow is not None and follow.glued and (follow.low.isalpha() or follow.low == "%"))
            ):
                return Numeral(ratio, after + 2, f"{notation}-{tail[1]}", "score")
    power = _power(atoms, after, ratio, notation)
    if power is not None:
        return power
    over = _over(atoms, after, ratio, notation)
    return over or _odds(atoms, _scaled(atoms, Numeral(ratio, after, notation), money))


def _glued_letter(atom: Atom) -> bool:
    """Whether a letter follows without a space: the 737s of "15 737s" are planes and no thousands."""
    return atom.glued and atom.low[:1].isalpha()


def _power(atoms: Sequence[Atom], k: int, ratio: Ratio, notation: str) -> Numeral | None:
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
    minus = k < len(atoms) and atoms[k].low in DASHES
    k += k < len(atoms) and (minus or atoms[k].low == "+")
    if k >= len(atoms) or not atoms[k].low.isdecimal() or not atoms[k].glued or not len(atoms[k].low) <= 2:
        return None
    exponent = int(atoms[k].low)
    base = ratio if mark == "^" else base
    value = (base[0] ** exponent, base[1] ** exponent)
    if minus:
        value = (value[1], value[0])
    if not value[1]:
        return None
    value = reduce_ratio(value) if mark == "^" else multiply(ratio, value)
    return Numeral(value, k + 1, f"{notation}{mark}{'-' if minus else ''}{exponent}")


def _over(atoms: Sequence[Atom], k: int, ratio: Ratio, notation: str) -> Numeral | None:
    """One over three, where nothing is counted: the end of a phrase must follow."""
    if (
        k + 1 >= len(atoms)
        or atoms[k].low != "over"
        or not (atoms[k + 1].low.isdecimal() or atoms[k + 1].low in en.CARDINALS)
    ):
        return None
    if len(atoms[k + 1].low) > _MOST_DIGITS:
        return None
    if atoms[k + 1].low.isdecimal():
        below: Numeral | None = Numeral((int(atoms[k + 1].low), 1), k + 2, atoms[k + 1].low)
    else:
        below = _compound(atoms, k + 1, 0, k + 1, "")
    if (
        below is None
        or below.ratio[1] != 1
        or below.ratio[0] < 2
        or (below.after < len(atoms) and atoms[below.after].low[:1].isalnum())
    ):
        return None
    return Numeral(
        reduce_ratio((ratio[0], ratio[1] * below.ratio[0])), below.after, f"{notation} over {below.notation}", "part"
    )


def _is_part(above: str, below: str) -> bool:
    """Whether 1/4 is a fraction, and not a date or a name like 9/11 or 24/7."""
    return (
        len(above) <= 3
        and len(below) <= 3
        and 0 < int(above) < int(below)
        and (int(below) in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))
    )


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


def _scaled(atoms: Sequence[Atom], numeral: Numeral, money: bool) -> Numeral:
    """The numeral with the magnitude behind it: 3.1 million, £41.6m, 3 million and a half."""
    ratio, after, notation, form, weak = numeral
    start = after
    while after < len(atoms):
        atom = atoms[after]
        k = after
        if atom.low in DASHES and atom.glued and after + 1 < len(atoms) and atoms[after + 1].glued:
            k += 1
            atom = atoms[k]
        low = atom.low
        size = en.MAGNITUDES.get(low)
        glued = atom.glued and k == after
        spaced = size is None and after == start and not glued and k == after and atom.text in ("k", "M")
        if spaced and (k + 1 >= len(atoms) or not atoms[k + 1].low[:1].isalnum()):
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
    elif after > start and ratio[1] == 1 and numeral.ratio[1] == 1:
        more = _smaller(atoms, after, ratio[0] // max(1, numeral.ratio[0]))
        if more is not None:
            ratio, after, notation = add(ratio, more.ratio), more.after, f"{notation} {more.notation}"
    return Numeral(ratio, after, notation, form, weak)


def _smaller(atoms: Sequence[Atom], at: int, size: int) -> Numeral | None:
    """What goes on behind a magnitude in figures: the 3 hundred and 21 of "4 thousand 3 hundred and 21"."""
    total, k, words = 0, at, ""
    while k + 1 < len(atoms) and atoms[k].low.isdecimal() and len(atoms[k].low) <= 3:
        less = en.MAGNITUDES.get(atoms[k + 1].low, size)
        if less >= size:
            break
        total, words, size = total + int(atoms[k].low) * less, f"{words} {atoms[k].low} {atoms[k + 1].low}", less
        k += 2
    if size == 100 and k + 1 < len(atoms) and atoms[k].low == "and":
        low = atoms[k + 1].low
        value, after = (int(low), k + 2) if low.isdecimal() and len(low) <= 2 else _below_hundred(atoms, k + 1)
        if value:
            total, k, words = total + value, after, f"{words} {value}"
    return Numeral((total, 1), k, words.strip()) if total else None


def _below_hundred(atoms: Sequence[Atom], at: int) -> tuple[int, int]:
    """A number in words below a hundred and the atom behind it; 0 where there is none."""
    value = en.CARDINALS.get(atoms[at].low, 0)
    after = at + 1
    if value >= 20:
        k = after + (after + 1 < len(atoms) and atoms[after].low in DASHES)
        unit = en.CARDINALS.get(atoms[k].low, 0) if k < len(atoms) else 0
        if 0 < unit < 10:
            return value + unit, k + 1
    return value, after


_MARKS = {"dozens": "dozen", "lakhs": "lakh", "crores": "crore", "mln": "mn", "bln": "bn"}
_MARKS |= {"millions": "million", "billions": "billion"}


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
        return named[2] or (named[0] not in ("meter", "foot") and low not in en.GLUED_ONLY)
    return low in _COUNTED or (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith("ss")
        and low not in ("this", "his", "was", "has", "across", "versus")
    )


def _words(atoms: Sequence[Atom], at: int) -> Numeral | None:
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
            if (
                follow[1:] != ["and", "a"]
                and before
                and not (
                    before in en.SPAN_BEFORE or before.endswith("ed") or (follow[1:2] and follow[1] in en.SPAN_AFTER)
                )
            ):
                return None  # a rate: twice a week, 500 barrels a day
        return Numeral(ONE, at + 1, "a", "cardinal", True) if kind else None
    if low in ("half", "quarter") or (low in en.PARTS and low not in en.ORDINALS):
        return _half(atoms, at)
    if low in ("hundred", "thousand", "million", "billion", "dozen"):
        if at and atoms[at - 1].low in ("several", "few", "many") and f"{low}s" in en.VAGUE:
            return Numeral((en.VAGUE[f"{low}s"][0], 1), at + 1, f"{low}s", "vague")
        if at and atoms[at - 1].digit:
            return None
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
    if follow in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "crore",
        "lakh",
        "third",
        "fifth",
        "half",
        "quarter",
    ):
        return False
    if (
        follow in ("in", "out")
        and at + 2 < len(atoms)
        and (atoms[at + 2].digit or atoms[at + 2].low in en.CARDINALS or atoms[at + 2].low == "of")
    ):
        return False
    before = atoms[at - 1].low if at else ""
    return before in en.ONE_BEFORE or follow in en.ONE_AFTER or (not follow[:1].isalpha() and follow not in DASHES)


def _compound(atoms: Sequence[Atom], at: int, current: int, k: int, article: str) -> Numeral | None:
    """A cardinal in words from atom k on; `current` is what an article has put there."""
    total = 0
    start = k
    last = 10**15 if not article else 100
    words = [article] if article else []
    bare = not article
    ended = k
    while k < len(atoms):
        low = atoms[k].low
        if low in DASHES and atoms[k].glued and k > start and k + 1 < len(atoms) and atoms[k + 1].low in en.CARDINALS:
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
                or (tens >= 20 and tens % 10 == 0 and 0 < value < 10)
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
                    total, current = (
                        total + max(current, 1) * size if size < last else (total + max(current, 1)) * size,
                        0,
                    )
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
    if (
        atoms[ended - 1].low in ("hundred", "thousand", "million", "billion")
        and start == at
        and bare is False
        and len(words) == 1
        and not article
    ):
        before = atoms[at - 1].low if at else ""
        if before in ("of", "per", "the") and ended < len(atoms) and atoms[ended].low not in ("people",):
            return None
    numeral = Numeral((value, 1), ended, " ".join(words))
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
        if atoms[n].low in en.PARTS or (
            atoms[n].low.endswith("s") and (atoms[n].low[:-1] in en.ORDINALS or atoms[n].low[:-1] in en.PARTS)
        ):
            return False
    return True


def _tail(atoms: Sequence[Atom], at: int, numeral: Numeral) -> Numeral:
    """What may follow a cardinal in words: point five, and a half, thirds, th."""
    ratio, after, notation, _, _ = numeral
    tail = [a.low for a in atoms[after : after + 4]]
    if not tail:
        return numeral
    if tail[0] == "point" and len(tail) > 1 and tail[1] in en.CARDINALS:
        digits = ""
        k = after + 1
        while k < len(atoms) and atoms[k].low in en.CARDINALS and len(digits) < _MOST_DIGITS:
            value, k = _below_hundred(atoms, k)
            digits += str(value)
        if digits:
            fraction = (int(digits), 10 ** len(digits))
            return _scaled(atoms, Numeral(add(ratio, fraction), k, f"{notation} point {digits}"), False)
    if tail[0] in DASHES and [a.low for a in atoms[after : after + 6]][1::2] == ["and", "a", "half"]:
        return Numeral(add(ratio, (1, 2)), after + 6, f"{notation} and a half")  # two-and-a-half
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
                atoms,
                Numeral(add(ratio, multiply(part.ratio, size)), part.after, f"{notation} and {part.notation}"),
                False,
            )
    k = after + (tail[0] in DASHES and len(tail) > 1)
    word = atoms[k].low if k < len(atoms) else ""
    plural = word.endswith("s") and word != "s"
    below = en.PARTS.get(word) or en.PARTS.get(word[:-1] if plural else word)
    ordinal = en.ORDINALS.get(word[:-1] if plural else word) or en.ORDINAL_MAGNITUDES.get(word[:-1] if plural else word)
    below = below or ordinal
    if word in ("second", "seconds"):
        below = ordinal = None if plural or ratio[0] % 10 or ratio[0] == 0 else 2
    if (below and word not in ("half", "halves")) or (below and ratio == ONE and word == "half") or word == "halves":
        value = ratio[0]
        if not plural and word in en.ORDINAL_MAGNITUDES and ratio != ONE:
            return Numeral((value * en.ORDINAL_MAGNITUDES[word], 1), k + 1, f"{notation} {word}", "ordinal")
        if value >= 20 and value % 10 == 0 and not plural and ordinal and ordinal < 10:
            return Numeral((value + ordinal, 1), k + 1, f"{notation} {word}", "ordinal")  # twenty-first
        if value >= 100 and not plural and ordinal and value % 100 == 0:
            return Numeral((value + ordinal, 1), k + 1, f"{notation} {word}", "ordinal")
        if (
            value >= 20
            and value % 10 == 0
            and plural
            and ordinal
            and ordinal < 10
            and word[:-1] not in ("third", "fourth")
            and value > 100
        ):
            return numeral
        if (plural or ratio == ONE) and below and below > 1 and value < below * 10**9:
            share = reduce_ratio((value, below))
            done = Numeral(share, k + 1, f"{notation} {word}", "part")
            follow = [a.low for a in atoms[k + 1 : k + 4]]
            if follow[:1] and follow[0] in en.MAGNITUDES:
                return _scaled(atoms, done, False)
            if (
                follow[:2] in (["of", "a"], ["of", "an"])
                and len(follow) > 2
                and (follow[2] in en.MAGNITUDES or _duration(follow[2]))
            ):
                part_of = done._replace(after=k + 3)
                return _scaled(atoms, part_of, False)
            return done
    return numeral


def _duration(word: str) -> bool:
    named = unit_names().get(word)
    return bool(named) and named is not None and word not in en.GLUED_ONLY and named[0] not in ("second", "percent")


def _part(atoms: Sequence[Atom], at: int) -> Numeral | None:
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
        return Numeral((above, below), at + 2, f"{low} {word}", "part")
    return None


def _article_part(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """A half, a third, a quarter of a century; before a noun "a third" is an ordinal."""
    k = at + 1
    word = atoms[k].low
    hyphen = k + 1 < len(atoms) and atoms[k + 1].low in DASHES and atoms[k + 1].glued
    if hyphen:
        second = atoms[k + 2].low if k + 2 < len(atoms) else ""
        if en.CARDINALS.get(word, 0) >= 20 and second in en.ORDINALS:
            return Numeral((1, en.CARDINALS[word] + en.ORDINALS[second]), k + 3, f"a {word} {second}", "part")
        return None
    below = en.PARTS.get(word) or en.ORDINALS.get(word) or en.ORDINAL_MAGNITUDES.get(word)
    if not below or word == "first":
        return None
    follow = [a.low for a in atoms[k + 1 : k + 4]]
    if word == "second" or (follow and follow[0].isalpha() and follow[0] not in en.PART_AFTER):
        if word in ("half", "quarter"):
            return None
        return Numeral((below, 1), k + 1, word, "ordinal", below <= 3)
    if word == "quarter" and follow[:1] in (["earlier"], ["later"], ["ago"]):
        return None
    part: Ratio = (1, below)
    if (
        follow[:2] in (["of", "a"], ["of", "an"])
        and len(follow) > 2
        and (follow[2] in en.MAGNITUDES or _duration(follow[2]))
    ):
        return _scaled(atoms, Numeral(part, k + 3, f"a {word} of a", "part"), False)
    return _scaled(atoms, Numeral(part, k + 1, f"a {word}", "part"), False)


def _half(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Half, half a million, half an hour, half-century, quarter million, three quarters."""
    low = atoms[at].low
    follow = [a.low for a in atoms[at + 1 : at + 5]]
    before = atoms[at - 1].low if at else ""
    below = en.PARTS[low]
    hyphen = follow[:1] and follow[0] in DASHES and atoms[at + 1].glued
    if low == "half":
        if follow[:1] in (["a"], ["an"]) and len(follow) > 1 and (follow[1] in en.MAGNITUDES or _duration(follow[1])):
            return _scaled(atoms, Numeral((1, 2), at + 2, "half a", "part"), False)
        if hyphen and len(follow) > 1 and (follow[1] in en.MAGNITUDES or _duration(follow[1])):
            return _scaled(atoms, Numeral((1, 2), at + 1, "half", "part"), False)
        if follow[:1] and follow[0] in en.MAGNITUDES:
            return _scaled(atoms, Numeral((1, 2), at + 1, "half", "part"), False)
        if hyphen or before in en.ORDINALS or (at and atoms[at - 1].low in DASHES and atoms[at].glued):
            return None
        if before in ("second", "first", "2nd", "1st", "other", "better") or follow[:2] == ["past", "time"]:
            return None
        if follow[:1] == ["past"]:
            return None
        return Numeral(
            (1, 2),
            at + 1,
            "half",
            "part",
            before not in ("than", "about", "nearly", "almost", "over", "by", "only", "just", "roughly")
            and follow[:1] != ["of"],
        )
    if low == "quarter" and follow[:1] and follow[0] in ("million", "billion", "century", "hour", "mile"):
        if before in ("three",):
            return None
        return _scaled(atoms, Numeral((1, below), at + 1, "quarter", "part"), False)
    return None


def _ordinal(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """An ordinal in words. The first three are weak: first is an adverb, second a time, third a part."""
    low = atoms[at].low
    value = en.ORDINALS.get(low) or en.ORDINAL_MAGNITUDES[low]
    k = at + 1
    before = atoms[at - 1].low if at else ""
    if low == "second" and (before in ("a", "per", "every", "split", "each") or en.CARDINALS.get(before)):
        return None
    if before in ("at", "for", "from") and low == "first":
        return None
    return Numeral((value, 1), k, low, "ordinal", value <= 3)


def _odds(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """One in 20, three out of four: a share as odds."""
    ratio, after, notation, form, _ = numeral
    tail = [a.low for a in atoms[after : after + 3]]
    if form != "cardinal" or ratio[1] != 1 or not 0 < ratio[0] < 100:
        return numeral
    k = (
        after + 1
        if tail[:1] == ["in"]
        else after + 2
        if tail[:2] == ["out", "of"]
        else after + 1
        if tail[:2] == ["over", "x"]
        else 0
    )
    # One adult in five; but two goals in five matches are no share.
    apart = not k and len(tail) > 2 and tail[0].isalpha() and tail[1] == "in" and ratio[0] < _FEW
    if apart:
        k = after + 2
    if k and k < len(atoms) and atoms[k].low == "every":  # two out of every three
        k += 1
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
    if apart:
        follow = atoms[stop].low if stop < len(atoms) else "."
        if follow.isalpha() and follow not in en.PART_AFTER:
            return numeral
        tail = ["in"]
    if tail[0] == "in":  # "two in six boxes" counts boxes; odds are round
        follow = atoms[stop].low if stop < len(atoms) else ""
        named = unit_names().get(follow)
        if below not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 10**6) or (
            named and _duration(follow)
        ):
            return numeral
    return Numeral(reduce_ratio((ratio[0], below)), stop, f"{notation} in {below}", "part")


def _vague(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Dozens, hundreds of thousands, tens of millions: the least that they stand for."""
    low = atoms[at].low
    follow = [a.low for a in atoms[at + 1 : at + 3]]
    if follow[:1] == ["of"] and len(follow) > 1 and follow[1] in ("thousands", "millions", "billions", "hundreds"):
        least = 10 if low == "tens" else en.VAGUE[low][0] // 2
        return Numeral((2 * least * (en.VAGUE[follow[1]][0] // 2), 1), at + 3, f"{low} of {follow[1]}", "vague")
    if low == "tens":
        return None
    if low == "scores" and (follow[:1] != ["of"] and at != 0):
        return None
    return Numeral((en.VAGUE[low][0], 1), at + 1, low, "vague")
