"""Dates and times: days, months, years, decades, quarters, weekdays, hours, yesterday.

>>> from newsdiff.compare import read_text
>>> article = read_text("At 5 p.m. on Feb. 24, in the second quarter of the '90s", "", "en")
>>> [(w.text, w.value) for w in read_dates(article)]
[('5 p.m.', 'T17:00'), ('Feb. 24', 'XXXX-02-24'), ('second quarter', 'XXXX-Q2'), ("'90s", 'XX9X')]

Holidays and seasons are not read.
"""

from __future__ import annotations

from newsdiff.facts.reading import in_article
from newsdiff.figures.calendar import When
from newsdiff.model import Article


def read_dates(article: Article) -> list[When]:
    """The dates of an article, in order."""
    return list(in_article(article, lambda reading: reading.dates))
