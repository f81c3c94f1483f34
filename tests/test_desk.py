"""Sentences as a news desk rewrites and as it spoils them: all kinds at once, both ways round."""

import pytest

from tests.edit_cases import Case, load_cases, substantive


@pytest.mark.parametrize("case", load_cases("desk"))
def test_cases(case: Case) -> None:
    assert substantive(case.a, case.b) == list(case.expected)


@pytest.mark.parametrize("case", load_cases("desk"))
def test_other_way_round(case: Case) -> None:
    kinds = sorted([kind for kind, _, _, _ in case.expected])
    assert sorted([kind for kind, _, _, _ in substantive(case.b, case.a)]) == kinds
