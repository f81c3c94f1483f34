"""Figures and dates of other languages: what is the same in another notation, and what changed."""

from __future__ import annotations

import pytest

from newsdiff.compare import compare
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
