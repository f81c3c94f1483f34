"""The entity detector: cases, both ways round, and what no input may do to it."""

import time

import pytest

from newsdiff.edits import entity
from tests.edit_cases import Case, expected, found, load_cases, whole_passage


@pytest.mark.parametrize("case", load_cases("entity"))
def test_cases(case: Case) -> None:
    assert found(case, "entity", entity.find) == expected(case, "entity")


@pytest.mark.parametrize("case", load_cases("entity"))
def test_other_way_round(case: Case) -> None:
    turned = Case(case.b, case.a, tuple([(kind, detail, b, a) for kind, detail, a, b in case.expected]))
    assert sorted(found(turned, "entity", entity.find), key=str) == sorted(expected(turned, "entity"), key=str)


@pytest.mark.parametrize("text", ["Ab " * 3000, "A, B and C. " * 500, "\ud800 Ab", "É" * 3000, ""])
def test_hostile_input_ends(text: str) -> None:
    started = time.process_time()
    list(entity.find(whole_passage(text, text[1:] + " did it.")))
    list(entity.find(whole_passage("The Ruiz may not fall. " + text, "Ruiz Bo did not " + text.swapcase())))
    assert time.process_time() - started < 10
