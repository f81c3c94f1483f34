"""The identifiers, dates and numbers of a sentence. A character belongs to only one of them.

>>> r = read_sentence("Version 3.9.1 cost $5 on May 4.")
>>> [i.text for i in r.identifiers], [w.text for w in r.dates], [f.text for f in r.numbers]
(['3.9.1'], ['May 4'], ['$5'])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from newsdiff.facts.identifiers import Identifier, find_identifiers
from newsdiff.figures.atoms import split_atoms
from newsdiff.figures.calendar import When, scan_dates
from newsdiff.figures.quantities import Figure, read_numbers, starters
from newsdiff.figures.units import unit_names
from newsdiff.lexicon.en import figures as en
from newsdiff.model import Article

T = TypeVar("T", Figure, When, Identifier)


class SentenceFacts(NamedTuple):
    """The facts of one sentence, offsets from its start."""

    identifiers: tuple[Identifier, ...]
    dates: tuple[When, ...]
    numbers: tuple[Figure, ...]


@cache
def trigger_words() -> frozenset[str]:
    """Every word that a figure or date may have."""
    words = [name for name in unit_names() if " " not in name and name not in en.COMMON_WORDS]
    words += [*en.MAGNITUDES, *en.MONTHS, *en.WEEKDAYS, *en.DECADES, *en.CLOCK_WORDS, *en.MERIDIEMS, *en.RELATIVE_DAYS]
    words += [
        *en.RELATIVE_STEPS,
        *en.PARTS,
        *en.ERAS,
        *en.ZONES,
        *en.RATING_WORDS,
        "thirds",
        "quarters",
        "fifths",
        "tenths",
    ]
    return (starters() - {"a", "an"}) | frozenset(words)


@lru_cache(maxsize=1024)
def read_sentence(text: str) -> SentenceFacts:
    """The identifiers, dates and numbers of a sentence."""
    atoms = split_atoms(text)
    codes = find_identifiers(text, atoms)
    covered = {n for code in codes for n in range(code.start, code.end)}
    taken = {n for n, a in enumerate(atoms) if a.start in covered or a.end - 1 in covered}
    dates = [found for found in scan_dates(atoms) if taken.isdisjoint(range(found[1], found[2]))]
    taken.update(n for _, first, after in dates for n in range(first, after))
    return SentenceFacts(
        tuple(codes),
        tuple(when._replace(text=text[when.start : when.end]) for when, _, _ in dates),
        tuple(f._replace(text=text[f.start : f.end]) for f in read_numbers(atoms, frozenset(taken))),
    )


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(r"[\d@`{\u00bc-\u00be\u2150-\u215e]|www\.|\.[a-z]{2}|[A-D][A-D+\-]")


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z\u00b1\u2212]+", text)


def in_article(article: Article, kind: Callable[[SentenceFacts], tuple[T, ...]]) -> Iterator[T]:
    """The facts of a kind in all sentences of an article, offsets into the article."""
    telling = _telling()
    for sentence in article.sentences:
        text = sentence.text
        if not telling.search(text) and trigger_words().isdisjoint(_words(text.lower())):
            continue  # most sentences have no figure, and this test costs a tenth of reading
        for fact in kind(read_sentence(text)):
            yield moved(fact, sentence.start)


def moved(fact: T, by: int) -> T:
    """A fact with its offsets moved."""
    if isinstance(fact, Figure):
        return fact._replace(start=fact.start + by, end=fact.end + by, stop=fact.stop + by, rate_end=fact.rate_end + by)
    return fact._replace(start=fact.start + by, end=fact.end + by)
