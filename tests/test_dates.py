"""Dates: what must stay silent and what must be found, and the values that are read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from newsdiff.compare import compare
from tests.sentence_facts import parse_dates
from tests.test_numbers import WORDS, st

VALUES = [
    ("on Feb. 24", "XXXX-02-24"),
    ("on February 24th", "XXXX-02-24"),
    ("on 24 February", "XXXX-02-24"),
    ("on the 24th of February", "XXXX-02-24"),
    ("on 2024-02-24", "2024-02-24"),
    ("on 24/02/2024", "2024-02-24"),
    ("on 24.2.2024", "2024-02-24"),
    ("on July 2, 1924", "1924-07-02"),
    ("from March 3-5", "XXXX-03-03/05"),
    ("in June 2019", "2019-06"),
    ("in May", "XXXX-05"),
    ("in 1862", "1862"),
    ("in 2019-20", "2019/2020"),
    ("in the 1990s", "199X"),
    ("in the nineties", "XX9X"),
    ("in the '90s", "XX9X"),
    ("in the second quarter", "XXXX-Q2"),
    ("in Q2", "XXXX-Q2"),
    ("on Tuesday", "W2"),
    ("at 5 p.m.", "T17:00"),
    ("at 5:40 a.m.", "T05:40"),
    ("at 6.40am", "T06:40"),
    ("at 17:00", "T17:00"),
    ("at 1700 GMT", "T17:00 GMT"),
    ("at noon", "T12:00"),
    ("at midnight", "T00:00"),
    ("at half past six in the evening", "T18:30"),
    ("in 980 B.C.", "-980"),
    ("on 1/1/2024", "2024-01-01"),
    ("on 12/31/2024", "2024-12-31"),
    ("on 31/12/2024", "2024-12-31"),
    ("on 2024-01-01", "2024-01-01"),
    ("on 2024-12-31", "2024-12-31"),
    ("on 2024/01/31", "2024-01-31"),
    ("on 31-12-2024", "2024-12-31"),
    ("on 1.1.2024", "2024-01-01"),
    ("on 31.12.2024", "2024-12-31"),
    ("on 1 May", "XXXX-05-01"),
    ("on May 31", "XXXX-05-31"),
    ("at 23:59", "T23:59"),
    ("at 12:59 p.m.", "T12:59"),
    ("at 12 a.m.", "T00:00"),
    ("yesterday", "day-1"),
    ("last year", "year-1"),
]

NO_DATES = [
    "They may march on Rome; Theresa May said so.",
    "April Smith and Jan Kull sat in the sun.",
    "It employs 2,000 people and 2000 robots.",
    "The peak is 1962 meters high and 1,962 years old.",
    "He won 6-4, 10-12 in the second set.",
    "It happened on 32.12.2024 and 31.13.2024 and 0.12.2024 and 31.0.2024.",
    "It happened on 13/13/2024 and 0/5/2024 and 5/0/2024.",
    "It happened at 23:60 and 13 p.m. and 0 a.m. there.",
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[v[0] for v in VALUES])
def test_values(text: str, value: str) -> None:
    assert [d.value for d in parse_dates(f"It happened {text} there.")] == [value]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert parse_dates(text) == []


def test_the_values_are_reported() -> None:
    edit = compare(
        "The bridge to the island opened on Feb. 24.", "The bridge to the island opened on 25 February."
    ).edits[0]
    assert (edit.kind, edit.detail, edit.substantive) == ("date", "changed value", True)
    assert (edit.value_a, edit.value_b) == (("XXXX-02-24", "calendar"), ("XXXX-02-25", "calendar"))


@settings(max_examples=200, deadline=None)
@given(WORDS, st.sampled_from((" ", "")))
def test_any_words_are_read_without_a_crash(words: list[str], space: str) -> None:
    text = space.join(words)
    for when in parse_dates(text):
        assert when.text == text[when.start : when.end]
        assert when.value
