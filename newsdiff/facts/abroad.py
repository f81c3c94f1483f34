"""Figures and dates of other languages: numbers with their own separators, numerals, weekdays, months.

>>> from newsdiff.compare import read_text
>>> article = read_text("Am Montag, 3. März 2021, kamen zwölf Züge mit 3.500 Gästen.", "a", "de")
>>> [w.value for w in dates_reader("de")(article)], [f.value for f in figures_reader("de")(article)]
(['W1', '2021-03-03'], [3, 12, 3500])

It knows no grammar, so it does not read numerals of more than one word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsdiff.facts.reading import moved, read_sentence
from newsdiff.figures.calendar import Fields, When
from newsdiff.figures.numerals import read_digits
from newsdiff.figures.quantities import Figure
from newsdiff.lexicon import abroad
from newsdiff.model import Article, Sentence, Token

# Four digits between these are a year, since nothing shows what they count.
_YEARS = (1800, 2099)
_SEPARATORS = str.maketrans(".,", ",.")


@cache
def figures_reader(lang: str) -> Callable[[Article], list[Figure]]:
    """The reader of figures for a language."""
    numerals = _words(abroad.NUMERALS, lang, abroad.NUMBERS)

    def read(article: Article) -> list[Figure]:
        found = [f for s in article.sentences for f in (*_digits(s), *_numerals(s, numerals))]
        return sorted(found, key=lambda f: f.start)

    return read


@cache
def dates_reader(lang: str) -> Callable[[Article], list[When]]:
    """The reader of dates for a language."""
    weekdays = _words(abroad.WEEKDAYS, lang, range(1, 8))
    months = _words(abroad.MONTHS, lang, range(1, 13))

    def read(article: Article) -> list[When]:
        return [when for s in article.sentences for when in _dates(article, s.tokens, weekdays, months)]

    return read


def _words(table: dict[str, str], lang: str, values: Sequence[int]) -> dict[str, int]:
    """The words of a language, each with its value."""
    words = zip(table.get(lang, "").split(), values, strict=False)
    return {form: value for forms, value in words for form in forms.split("|")}


def _digits(sentence: Sentence) -> Iterator[Figure]:
    """The figures in digits, read with a decimal comma: 3.500 is 3500, and 3,5 seven halves."""
    for figure in read_sentence(sentence.text).numbers:
        if figure.notation.lstrip("-±")[:1].isdecimal() and figure.other is None:
            sign, digits = figure.notation[:1] == "-", figure.notation.lstrip("-±").partition("|")[0]
            value = read_digits(digits.translate(_SEPARATORS))
            known = figure if value is None else figure._replace(value=-value if sign else value)
            if not known.unit and sentence.text[known.end :].lstrip().lower().startswith(abroad.PERCENT):
                known = known._replace(unit="percent", notation=f"{known.notation}percent")
            yield moved(known, sentence.start)


def _numerals(sentence: Sentence, numerals: dict[str, int]) -> Iterator[Figure]:
    for token in sentence.tokens:
        value = numerals.get(token.key.lower())
        if value is not None:
            word = token.key.lower()
            yield Figure(
                token.text, token.start, token.end, value, "", token.end, f"{word}|", "cardinal", False, "",
                rate_end=token.end,
            )  # fmt: skip


def _dates(
    article: Article, tokens: Sequence[Token], weekdays: dict[str, int], months: dict[str, int]
) -> Iterator[When]:
    """Weekdays; months with the day before them and the year after them."""
    low = [t.key.lower() for t in tokens]
    free = 0
    for n, token in enumerate(tokens):
        fields: Fields = ()
        first = last = n
        if low[n] in weekdays:
            fields, form = (("w", weekdays[low[n]]),), "weekday"
        elif low[n] in months:
            form = "calendar"
            known = {"m": months[low[n]]}
            at = n - 1 - (n > 0 and low[n - 1] in abroad.OF)
            if at >= 0 and low[at].isdecimal() and len(low[at]) <= 2:
                known["d"], first = int(low[at]), at
            at = n + 1 + (n + 1 < len(low) and low[n + 1] in abroad.OF)
            if at < len(low) and low[at].isdecimal() and len(low[at]) == 4:
                known["y"], last = int(low[at]), at
            fields = tuple(sorted(known.items()))
        elif len(low[n]) == 4 and low[n].isdecimal() and _YEARS[0] <= int(low[n]) <= _YEARS[1] and n >= free:
            fields, form = (("y", int(low[n])),), "calendar"
        if fields:
            free = last + 1
            start, end = tokens[first].start, tokens[last].end
            yield When(article.text[start:end], start, end, fields, form, f"abroad|{token.key.lower()}|")
