"""The figures and dates of one sentence, for tests of single values."""

from newsdiff.facts.reading import read_sentence
from newsdiff.figures.calendar import When
from newsdiff.figures.quantities import Figure


def parse_dates(text: str) -> list[When]:
    """The dates and times of a sentence."""
    return list(read_sentence(text).dates)


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
