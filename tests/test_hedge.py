"""The hedge detector: cases, both ways round, and what no input may do to it."""

import time

import pytest

from newsdiff.edits import hedge
from tests.edit_cases import Case, expected, found, load_cases, whole_passage


@pytest.mark.parametrize("case", load_cases("hedge"))
def test_cases(case: Case) -> None:
    assert found(case, "hedge", hedge.find) == expected(case, "hedge")


@pytest.mark.parametrize("case", load_cases("hedge"))
def test_other_way_round(case: Case) -> None:
    turned = Case(case.b, case.a, tuple([(kind, detail, b, a) for kind, detail, a, b in case.expected]))
    assert sorted(found(turned, "hedge", hedge.find), key=str) == sorted(expected(turned, "hedge"), key=str)


@pytest.mark.parametrize("text", ["about " * 3000, "may 3 could " * 800, "some \ud800 9", "it is " * 1500, ""])
def test_hostile_input_ends(text: str) -> None:
    started = time.process_time()
    list(hedge.find(whole_passage(text, text[1:] + " did it.")))
    list(hedge.find(whole_passage("The Ruiz may not fall. " + text, "Ruiz Bo did not " + text.swapcase())))
    assert time.process_time() - started < 10
