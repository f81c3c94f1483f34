"""The negation detector: cases, both ways round, and what no input may do to it."""

import time

import pytest

from newsdiff.edits import negation
from tests.edit_cases import Case, expected, found, load_cases, whole_passage


@pytest.mark.parametrize("case", load_cases("negation"))
def test_cases(case: Case) -> None:
    assert found(case, "negation", negation.find) == expected(case, "negation")


@pytest.mark.parametrize("case", load_cases("negation"))
def test_other_way_round(case: Case) -> None:
    turned = Case(case.b, case.a, tuple([(kind, detail, b, a) for kind, detail, a, b in case.expected]))
    assert sorted(found(turned, "negation", negation.find), key=str) == sorted(expected(turned, "negation"), key=str)


@pytest.mark.parametrize("text", ["not " * 3000, "no one or not, " * 600, "isn't \ud800 unable to ", "un" * 3000, ""])
def test_hostile_input_ends(text: str) -> None:
    started = time.process_time()
    list(negation.find(whole_passage(text, text[1:] + " did it.")))
    list(negation.find(whole_passage("The Ruiz may not fall. " + text, "Ruiz Bo did not " + text.swapcase())))
    assert time.process_time() - started < 10
