"""Attribution: which phrases name a source, and what happened to them."""

from __future__ import annotations

import pytest

from newsdiff.edits.attribution import sources
from newsdiff.text.words import tokenize

SOURCES = [
    ("The gates were unsafe.", []),
    ("The reported death of the warden shocked the town.", []),
    ("The offer is said to have included a bridge.", []),
    ("He was told to leave.", []),
    ("The company announced a strike.", []),
    ("It was not said.", []),
    ("The gates were unsafe, he said.", ["he said"]),
    ("The gates were unsafe, it was said.", ["it was said"]),
    ("The gates were unsafe, said Ana Ruiz.", ["said Ana Ruiz"]),
    ("The gates were unsafe, the mayor, Ana Ruiz, said.", ["the mayor, Ana Ruiz, said"]),
    ("Ana Ruiz, who leads the town, said they were.", ["Ana Ruiz, who leads the town, said"]),
    ("According to the mayor, Ana Ruiz, the gates were unsafe.", ["According to the mayor, Ana Ruiz"]),
    ("The gates were unsafe, as per the town council.", ["as per the town council"]),
    ("The gates were unsafe, as told by sources close to the mayor.", ["as told by sources close to the mayor"]),
    ("A study found that the gates were unsafe.", ["A study found"]),
    ("The gates were unsafe, a court heard.", ["a court heard"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), SOURCES)
def test_sources(sentence: str, phrases: list[str]) -> None:
    assert [s.text for s in sources(tokenize(sentence))] == phrases
