"""The fuzzer's first cases, and every case that once failed."""

import pytest

from tests.fuzz.cases import run_case

CASES, BATCH = 2000, 100
FAULTS = (391, 1667, 174, 6076)


@pytest.mark.parametrize("first", range(0, CASES, BATCH))
def test_cases(first: int) -> None:
    for number in range(first, first + BATCH):
        run_case(number)


@pytest.mark.parametrize("number", FAULTS)
def test_what_was_a_fault_once(number: int) -> None:
    run_case(number)
