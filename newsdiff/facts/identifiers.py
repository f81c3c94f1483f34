"""Identifiers, read letter by letter: addresses, codes, versions, ratings.

>>> from newsdiff.figures.atoms import split_atoms
>>> found = find_identifiers(s := "Ada (ada@holm.org) rated the A320 AA- in version 3.9.1.", split_atoms(s))
>>> [(i.text, i.form) for i in found]
[('ada@holm.org', 'email'), ('A320', 'code'), ('AA-', 'rating'), ('3.9.1', 'version')]

It does not read identifiers that are words (a ship's name, a variable in code), nor parts of a path or template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.figures.atoms import Atom
from newsdiff.figures.quantities import is_temperature
from newsdiff.figures.units import unit_names
from newsdiff.lexicon.en import figures as en
from newsdiff.model import Article


class Identifier(NamedTuple):
    """An identifier as printed; two with the same `key` are the same."""

    text: str
    start: int
    end: int
    form: str  # url, email, handle, domain, phone, version, code, rating
    key: str


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
          (?P<phone> (?<![\w+.,-])
              (?: \+\d{1,3}[ -] | \(?0\d{1,4}\)?[ -] | \(\d{2,4}\)[ ]? ) \d{2,4} (?:[ -]\d{2,4}){1,4} (?![\w-])
            | (?<![\w.,-]) \d{3}-\d{4} (?![\w-]) )                                  # +44 20 7946 0958, 555-1234
        | (?P<version>
              (?<![\w.,$£€-]) v?\d{1,5}(?:\.\d{1,5}){2,5} (?:-[a-z]{1,10}(?:\.\d{1,5})?)? (?!\w|[.,]\d)
            | (?: (?<=\bv) | (?<=[Vv]ersion[ ]) ) \d{1,4}(?:\.\d{1,4})? (?!\w) )     # 3.9.1, 1.0.0-beta.5, version 3.9
        | (?P<code> (?<![\w.,$£€@\#/-])
            (?: [A-Z][A-Za-z]{0,11}-?\d\w{0,20} (?:[-/]\w{1,20}){0,6}               # A320, COVID-19, CVE-2022-2165
            | \d{1,6}[A-Z]{1,4}\d{0,6} ) (?!\w) )                                  # 18F
        """,
        re.VERBOSE,
    )


def read_identifiers(article: Article) -> list[Identifier]:
    """The identifiers of an article, in order."""
    from newsdiff.facts.reading import in_article

    return list(in_article(article, lambda reading: reading.identifiers))


def find_identifiers(text: str, atoms: Sequence[Atom]) -> list[Identifier]:
    """The identifiers of a sentence."""
    found = [*_addresses(atoms), *_ratings(atoms)]
    if any(a.digit for a in atoms):
        spans = [(i.start, i.end) for i in found] + [(a.start, a.end) for a in atoms if a.opaque]
        busy = {n for start, end in spans for n in range(start, end)}
        for match in _pattern().finditer(text):
            lo, hi = match.span()
            if busy.isdisjoint((lo, hi - 1)) and _is_one(match, atoms):
                found.append(Identifier(match[0], lo, hi, str(match.lastgroup), match[0].casefold()))
    return sorted(found, key=lambda i: i.start)


def _is_one(match: re.Match[str], atoms: Sequence[Atom]) -> bool:
    """Whether an apparent identifier is not a sum of money, a date or a measure."""
    text = match[0]
    if match.lastgroup == "version":
        parts = text.split(".")
        day = len(parts) == 3 and text[0] != "v" and parts[0].isdecimal() and 1 <= int(parts[0]) <= 31
        dated = (
            day
            and parts[1].isdecimal()
            and 1 <= int(parts[1]) <= 12
            and len(parts[2]) in (2, 4)
            and parts[2].isdecimal()
        )
        return not dated and not (len(parts) > 2 and all(len(p) == 3 for p in parts[1:]))
    if match.lastgroup != "code":
        return True
    head = re.match(r"[A-Za-z]+", text)
    if head:
        low = head[0].lower()
        named = unit_names().get(low)
        behind = re.match(r"[\d.,]*\s*([a-z]*)", match.string[match.start() + len(low) :])
        sized = behind is not None and (behind[1] in en.MAGNITUDES or behind[1] in en.GLUED_MAGNITUDES)
        sum_of = sized and low in en.CURRENCY_LETTERS  # R3m, R3 million
        return not (named and named[2]) and not sum_of and low not in en.NO_CODES
    tail = text.lstrip("0123456789").rstrip("0123456789")
    if tail == "F":
        k = next(n for n, a in enumerate(atoms) if a.end >= match.end())
        return not is_temperature(atoms, k)
    named = unit_names().get(tail.lower())
    return not named and tail not in en.GLUED_CAPITALS and tail.lower() not in en.NO_CODES


def _addresses(atoms: Sequence[Atom]) -> Iterator[Identifier]:
    """Addresses of pages and mail, handles, and bare domains (holm.org)."""
    for n, atom in enumerate(atoms):
        if atom.opaque:
            low = atom.low
            form = (
                "handle"
                if low[0] in "@#"
                else "email"
                if "@" in low
                else "url"
                if "://" in low or low[:4] == "www."
                else ""
            )
            if form and not atoms[n - 1].opaque:  # the target of a link's label is not text
                yield Identifier(atom.text, atom.start, atom.end, form, low.removesuffix("/"))
        elif atom.low in en.DOMAINS and atom.glued and atoms[n - 1].low == "." and atoms[n - 1].glued:
            first = n
            while (
                atoms[first].glued
                and atoms[first - 1].low
                and not atoms[first - 1].opaque
                and (atoms[first - 1].low in (".", "-") or atoms[first - 1].low.isalnum())
            ):
                first -= 1
            if first < n - 1 and not (atoms[n + 1].glued and atoms[n + 1].low.isalnum()):
                words = "".join(a.text for a in atoms[first : n + 1])
                yield Identifier(words, atoms[first].start, atom.end, "domain", words.casefold())


_RATING = ("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D", "Aaa", "Aa", "Baa", "Ba", "Caa", "Ca")


def _ratings(atoms: Sequence[Atom]) -> Iterator[Identifier]:
    """Credit ratings and school grades: AA-, BBB, Baa1, B+. Those without a sign only in sentences about ratings."""
    candidates = [n for n, a in enumerate(atoms) if a.text in _RATING and (n or len(a.text) > 1)]
    if not candidates:
        return
    about = any(a.low in en.RATING_WORDS for a in atoms)
    for n in candidates:
        atom, sign = atoms[n], atoms[n + 1]
        behind = atoms[n + 2]
        signed = (
            sign.low in ("+", "-")
            and sign.glued
            and not (behind.glued and behind.low not in (".", ",", ")", '"', "'", ";"))
        )
        numbered = sign.glued and sign.low in ("1", "2", "3") and about
        if (atom.glued and atoms[n - 1].low not in ("(", '"', "'", "-", "/")) or (atoms[n - 1].glued and atom.glued):
            continue
        if signed or numbered or (about and not sign.glued) or (about and sign.low in (".", ",", ";", ")", '"')):
            end = sign.end if signed or numbered else atom.end
            text = atom.text + (sign.text if signed or numbered else "")
            yield Identifier(text, atom.start, end, "rating", atom.text + (sign.low if signed or numbered else ""))
