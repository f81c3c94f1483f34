"""Figures and dates of other languages: the same value in another notation, and changed values."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsdiff.compare import compare, read_text
from newsdiff.facts.abroad import dates_reader, figures_reader
from newsdiff.lexicon import abroad

SAME = [
    ("de", "Zwölf Menschen starben.", "12 Menschen starben."),
    ("fr", "Douze personnes sont mortes.", "12 personnes sont mortes."),
    ("es", "Cuesta 3.500 euros.", "Cuesta 3500 euros."),
    ("fr", "Le prix est de 3 500 euros.", "Le prix est de 3500 euros."),
    ("de", "Es sind 1.250,50 Euro.", "Es sind 1250,50 Euro."),
    ("de", "Rund 40 Prozent kamen.", "Rund 40 % kamen."),
]
CHANGED = [
    ("de", "Der Umsatz stieg um 3,5 Prozent.", "Der Umsatz stieg um 35 Prozent.", "number"),
    ("nl", "Er waren zeven boten.", "Er waren negen boten.", "number"),
    ("de", "Er kam am Montag.", "Er kam am Freitag.", "date"),
    ("ru", "Он приехал в среду.", "Он приехал в пятницу.", "date"),
    ("es", "Nació el 3 de mayo de 1961.", "Nació el 3 de marzo de 1961.", "date"),
    ("it", "È nato il 3 maggio 1961.", "È nato il 8 maggio 1961.", "date"),
    ("zh", "有23人在场。", "有32人在场。", "number"),
]


@pytest.mark.parametrize(("lang", "a", "b"), SAME)
def test_the_same_figure_is_no_alarm(lang: str, a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        assert [e for e in compare(x, y, lang=lang).edits if e.substantive] == []


@pytest.mark.parametrize(("lang", "a", "b", "kind"), CHANGED)
def test_another_figure_is_found(lang: str, a: str, b: str, kind: str) -> None:
    for x, y in ((a, b), (b, a)):
        assert [e.kind for e in compare(x, y, lang=lang).edits if e.substantive] == [kind]


def test_every_language_has_all_its_words() -> None:
    for table, count in ((abroad.WEEKDAYS, 7), (abroad.MONTHS, 12), (abroad.NUMERALS, len(abroad.NUMBERS))):
        assert {lang: len(words.split()) for lang, words in table.items()} == dict.fromkeys(table, count)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("de", "Am 3. März 2021 kam er.", ["2021-03-03"]),
        ("de", "Im März 2021 kam er.", ["2021-03"]),
        ("de", "März", ["XXXX-03"]),
        ("de", "Am 31. Dezember kam er.", ["XXXX-12-31"]),
        ("de", "Er kam 1800, 2099 und mit 1799 Leuten oder 2100 Mark.", ["1800", "2099"]),
        ("de", "Er kam am Montag und am Sonntag.", ["W1", "W7"]),
        ("fr", "Il est venu le 3 mars 2021.", ["2021-03-03"]),
        ("es", "Vino el 3 de marzo de 2021.", ["2021-03-03"]),
        ("es", "Vino en diciembre de 2021.", ["2021-12"]),
    ],
)
def test_dates_of_other_languages(lang: str, text: str, values: list[str]) -> None:
    assert [when.value for when in dates_reader(lang)(read_text(text, "a", lang))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Es kamen 3.500 Gäste.", [3500]),
        ("Es kostet 3,5 Euro.", [Fraction(7, 2)]),
        ("Es waren -3 Grad.", [-3]),
        ("Es kamen zwölf Züge.", [12]),
        ("Es kamen 12 Prozent.", [12]),
    ],
)
def test_figures_of_other_languages(text: str, values: list[int | Fraction]) -> None:
    assert [figure.value for figure in figures_reader("de")(read_text(text, "a", "de"))] == values
