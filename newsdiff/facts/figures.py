"""Figures: quantities, money, shares, ages, ordinals and times of races, with their exact values.

>>> from newsdiff.compare import read_text
>>> article = read_text("A $1.2bn, 10-kilometre line, a third of it built", "", "en")
>>> [(f.text, f.value, f.unit) for f in read_figures(article)]
[('$1.2bn', 1200000000, 'dollar'), ('10-kilometre', 10, 'kilometer'), ('a third', Fraction(1, 3), '')]

It does not know what a vague "several" or "many" means, and does not read Roman numerals.
"""

from __future__ import annotations

from newsdiff.facts.reading import in_article
from newsdiff.figures.quantities import Figure
from newsdiff.model import Article


def read_figures(article: Article) -> list[Figure]:
    """The quantities of an article, in order, without those that are part of a date or an identifier."""
    return list(in_article(article, lambda reading: reading.numbers))
