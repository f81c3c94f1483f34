"""Numbers: what must stay silent and what must be found, and the values that are read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.compare import compare
from newsdiff.figures.units import covers, rounding_step, same_worth
from tests.sentence_facts import parse_figures

VALUES = [
    ("1,340", 1340, ""),
    ("1340", 1340, ""),
    ("1 340", 1340, ""),
    ("11,50,000", 1150000, ""),
    ("3.1", Fraction(31, 10), ""),
    ("3,1", Fraction(31, 10), ""),
    ("1.234.567", 1234567, ""),
    ("two hundred and five", 205, ""),
    ("twenty-one trillion and three hundred", 21000000000300, ""),
    ("half a million", 500000, ""),
    ("a dozen", 12, ""),
    ("three and a half", Fraction(7, 2), ""),
    ("2½", Fraction(5, 2), ""),
    ("two-thirds", Fraction(2, 3), ""),
    ("one in 20", Fraction(1, 20), ""),
    ("minus five", -5, ""),
    ("14th", 14, ""),
    ("one hundred twenty-fifth", 125, ""),
    ("$1.2bn", 1200000000, "dollar"),
    ("1.2 billion dollars", 1200000000, "dollar"),
    ("US$50", 50, "dollar"),
    ("US $50", 50, "dollar"),
    ("HK $50", 50, "Hong Kong dollar"),
    ("C$50", 50, "Canadian dollar"),
    ("A$50", 50, "Australian dollar"),
    ("A $50", 50, "dollar"),  # an article
    ("Rs. 50", 50, "rupee"),
    ("Rs.50", 50, "rupee"),
    ("EUR 50", 50, "euro"),
    ("eur 50", 50, ""),
    ("USD50", 50, "dollar"),
    ("€290m", 290000000, "euro"),
    ("35 lakh rupees", 3500000, "rupee"),
    ("11.2p", Fraction(56, 5), "penny"),
    ("thirteen dollars and forty-five cents", Fraction(269, 20), "dollar"),
    ("107%", 107, "percent"),
    ("107 per cent", 107, "percent"),
    ("0.8 percentage points", Fraction(4, 5), "percentage point"),
    ("10-kilometre", 10, "kilometer"),
    ("85km/h", 85, "kilometer per hour"),
    ("5 degrees Celsius", 5, "C"),
    ("62 below zero Fahrenheit", -62, "F"),
    ("72-year-old", 72, "year"),
    ("half a year", Fraction(1, 2), "year"),
    ("a quarter of a century", Fraction(1, 4), "century"),
    ("5ft 2in", Fraction(31, 6), "foot"),
    ("19 hours, 42 minutes and 8 seconds", Fraction(70928, 3600), "hour"),
    ("twice", 2, "times"),
    ("threefold", 3, "times"),
]

# "One" counts where a range, a share or a unit follows.
ONES = [
    ("One to 20 came.", ["One", "20"]),
    ("One or two came.", ["One", "two"]),
    ("One and 5 came.", ["One", "5"]),
    ("One out of 5 came.", ["One out of 5"]),
    ("One in five came.", ["One in five"]),
    ("One of the 20 came.", ["20"]),
    ("One or all came.", []),
    ("From one to us.", []),
    ("It took one.", []),
    ("In one year it came.", ["one year"]),
]

NO_FIGURES = [
    "No one was there, and nobody could say which one it was.",
    "The A320 and the F-16 met over COVID-19 territory.",
    "At first he was split-second quick.",
    "A quarter-final, a half-hearted effort, a split-second.",
    "It was sold for an undisclosed sum.",
]


@pytest.mark.parametrize(("text", "value", "unit"), VALUES, ids=[v[0] for v in VALUES])
def test_values(text: str, value: int | Fraction, unit: str) -> None:
    figures = parse_figures(f"It was {text} in all.")
    assert [(f.value, f.unit) for f in figures] == [(value, unit)]


@pytest.mark.parametrize(("text", "figures"), ONES)
def test_one(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in parse_figures(text)] == figures


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert parse_figures(text) == []


def test_conversions_within_rounding() -> None:
    assert same_worth(14, "kilometer", 9, "mile")
    assert same_worth(Fraction(-374, 10), "C", Fraction(-353, 10), "F")
    assert same_worth(Fraction(18, 10), "C", Fraction(32, 10), "F")  # a rise by so many degrees
    assert same_worth(Fraction(32, 10), "tonne", 7000, "pound")
    assert not same_worth(14, "kilometer", 12, "mile")
    assert not same_worth(5, "kilometer", 5, "kilogram")
    assert same_worth(13, "kilogram", 29, "pound")
    assert not same_worth(13, "kilogram", 27, "pound")  # nearer than a tenth, but no rounding makes 27 of it
    assert same_worth(Fraction(1, 8), "", Fraction(125, 10), "percent")
    assert not same_worth(Fraction(1, 8), "", Fraction(129, 10), "percent")


def test_approximators() -> None:
    assert covers(">", 300, 312)
    assert not covers(">", 300, 290)
    assert covers("<", Fraction(1, 4), Fraction(24, 100))
    assert covers("~", 5, Fraction(497, 100))


@pytest.mark.parametrize(
    ("approx", "inside", "outside"),
    [("~", 111, 113), ("~", 89, 87), (">", 124, 126), (">", 100, 99), ("<", 89, 87), ("<", 100, 101)],
)
def test_an_approximator_covers_so_much_and_no_more(approx: str, inside: int, outside: int) -> None:
    """About 100 is 88 to 112, more than 100 up to 125, nearly 100 from 88 on."""
    assert covers(approx, 100, inside)
    assert not covers(approx, 100, outside)
    assert not covers(approx, 0, inside)
    assert not covers("", 100, 100)


@pytest.mark.parametrize(
    ("x", "unit_x", "y", "unit_y", "same"),
    [
        (1000, "meter", 3300, "foot", True),  # 3,281 feet, rounded to hundreds
        (100, "kilometer", 66, "mile", True),  # 62.1; half of a hundred is rounding, but 6 % is the most
        (100, "kilometer", 67, "mile", False),
        (2, "kilometer", 1, "mile", True),  # small figures may be a quarter off
        (3, "kilometer", 1, "mile", False),
        (3, "kilometer", 2, "mile", True),
        (20, "C", 68, "F", True),
        (20, "C", 69, "F", True),
        (20, "C", 72, "F", False),
        (Fraction(2, 3), "", 66, "percent", True),
        (Fraction(2, 3), "", 67, "percent", True),
        (Fraction(2, 3), "", 68, "percent", False),
        (Fraction(1, 100), "", 1, "percent", True),
        (Fraction(1, 100), "", Fraction(11, 10), "percent", False),
        (5, "dollar", 500, "cent", True),
        (5, "dollar", 501, "cent", False),
        (60, "minute", 1, "hour", True),
        (61, "minute", 1, "hour", False),
        (30, "day", 1, "month", True),
        (31, "day", 1, "month", True),
        (29, "day", 1, "month", False),
        (90, "day", 3, "month", True),
        (180, "day", 6, "month", True),
        (365, "day", 1, "year", True),
        (52, "week", 1, "year", True),
        (366, "day", 1, "year", False),
        (730, "day", 2, "year", True),
        (1095, "day", 3, "year", True),
        (60, "day", 2, "month", True),
        (1, "kilometer", 1, "hour", False),
        (10, "pound", Fraction(45, 10), "kilogram", True),
        (10, "pound", 10, "kilogram", False),
    ],
)
def test_worth(x: int | Fraction, unit_x: str, y: int | Fraction, unit_y: str, same: bool) -> None:
    """A conversion is off by the rounding of both sides and a share at most, whichever side is named first."""
    assert same_worth(x, unit_x, y, unit_y) is same
    assert same_worth(y, unit_y, x, unit_x) is same


@pytest.mark.parametrize(
    ("value", "step"),
    [(30, 5), (37, Fraction(1, 2)), (1000, 500), (120, 5), (Fraction(14, 10), Fraction(1, 20)), (0, Fraction(1, 2))],
)
def test_rounding_is_half_a_unit_of_the_last_digit_that_counts(value: int | Fraction, step: int | Fraction) -> None:
    assert rounding_step(value) == step


def test_the_values_are_reported() -> None:
    edit = compare("The dam cost $1.2bn to build.", "The dam cost 1.3 billion dollars to build.").edits[0]
    assert (edit.kind, edit.detail, edit.substantive) == ("number", "changed value", True)
    assert edit.value_a == ("1200000000", "dollar")
    assert edit.value_b == ("1300000000", "dollar")


WORDS = st.lists(
    st.sampled_from(
        "one two twenty hundred thousand million billion and a half third quarter thirds of point minus plus or - / . "
        ", : 5 12 300 1,150 3.1 1990 24 % percent km m years old the in to past over x ^ e dozen dozens lakh ½ 1st "
        "th below ( ) $ £ zero F "
        "Feb May Tuesday 2024 s ' p.m. BC AD noon between 77777777777777777777777777777777".split()
    ),
    max_size=30,
)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.sampled_from((" ", "")))
def test_any_words_are_read_without_a_crash(words: list[str], space: str) -> None:
    text = space.join(words)
    last = 0
    for figure in parse_figures(text):
        assert figure.text == text[figure.start : figure.end]
        assert last <= figure.start < figure.end
        assert isinstance(figure.value, (int, Fraction))
        last = figure.end


def test_endless_figures_are_read_in_time() -> None:
    for piece in ("$5 ", "1,", "one hundred and ", "1-", "twenty-", "million ", "1.1^20 ", "point five "):
        assert len(parse_figures(piece * 3000)) <= 3000
    assert parse_figures("7" * 6000) == []
