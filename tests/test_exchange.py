"""Exchanges: two things in each other's place, and everything that only looks like it; whatever the kind."""

import time

import pytest

from newsdiff.edits import exchange
from tests.edit_cases import Case, load_cases, substantive, whole_passage


@pytest.mark.parametrize("case", load_cases("exchange"))
def test_cases(case: Case) -> None:
    assert substantive(case.a, case.b) == list(case.expected)


@pytest.mark.parametrize("case", load_cases("exchange"))
def test_other_way_round(case: Case) -> None:
    assert substantive(case.b, case.a) == [(kind, detail, b, a) for kind, detail, a, b in case.expected]


def test_words_that_count_are_figures() -> None:
    edits = substantive("The crash killed 14 people and injured 31.", "The crash injured 14 people and killed 31.")
    assert edits == [("number", "changed value", "14", "31"), ("number", "changed value", "31", "14")]


@pytest.mark.parametrize("text", ["Ab sued Cd. " * 800, "3 and 4 " * 2000, "\ud800 a, b, " * 500, "x y " * 3000, ""])
def test_hostile_input_ends(text: str) -> None:
    started = time.process_time()
    list(exchange.find(whole_passage(text, text[1:] + " did it.")))
    list(exchange.find(whole_passage("The Ruiz may not fall. " + text, text[::-1] + "Ruiz Bo did not fall.")))
    assert time.process_time() - started < 10
