"""Figures: quantities, money, shares, ages, ordinals and times of races, with their exact values.

>>> [(f.text, f.value, f.unit) for f in parse_figures("A $1.2bn, 10-kilometre line, a third of it built")]
[('$1.2bn', 1200000000, 'dollar'), ('10-kilometre', 10, 'kilometer'), ('a third', Fraction(1, 3), '')]

It does not see what a vague "several" or "many" stands for, nor Roman numerals.
"""

from __future__ import annotations

from newsdiff.facts.reading import in_article, read_sentence
from newsdiff.figures.quantities import Figure
from newsdiff.model import Article


def read_figures(article: Article) -> list[Figure]:
    """The quantities of an article, in order, without those that are part of a date or an identifier."""
    return list(in_article(article, lambda reading: reading.numbers))


def parse_figures(text: str) -> list[Figure]:
    """The quantities of a sentence whose values are exact; a score or tight range is two."""
    figures = []
    for figure in read_sentence(text).numbers:
        if figure.other is not None:
            figures.extend(_both(figure))
        elif figure.form != "vague":
            figures.append(figure)
    return figures


def _both(figure: Figure) -> list[Figure]:
    """The two ends of a score."""
    cut = figure.cut or figure.text.index(":")
    middle = figure.start + cut
    first = figure._replace(text=figure.text[:cut], end=middle, stop=middle, form="cardinal", other=None)
    last = figure._replace(
        text=figure.text[cut + 1 :], start=middle + 1, value=figure.other or 0, form="cardinal", other=None
    )
    return [first, last]
