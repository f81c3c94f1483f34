"""The cases of tests/cases: what must be found, what must stay silent, both ways round."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.edit_cases import FOUND, SILENT, Case, complaint, load_cases, parse_case, read_cases


@pytest.mark.parametrize("case", load_cases([*SILENT, *FOUND]))
def test_case(case: Case) -> None:
    assert complaint(case) == ""


@pytest.mark.parametrize("case", load_cases([*SILENT, *FOUND], turn=True))
def test_other_way_round(case: Case) -> None:
    assert complaint(case) == ""


def test_silent_cases_are_the_longer_list() -> None:
    silent = Counter({path.stem: len(read_cases(path)) for path in SILENT})
    found = Counter({path.stem: len(read_cases(path)) for path in FOUND})
    assert silent.total() > found.total()
    assert set(silent) == set(found)


def test_silent_files_ask_for_nothing_and_the_others_do() -> None:
    for paths, asks in ((SILENT, False), (FOUND, True)):
        for path in paths:
            for line in read_cases(path):
                assert any(note.must for note in line.case.notes) == asks, f"{path}:{line.number}"


def test_every_case_has_a_label_and_a_source() -> None:
    for path in [*SILENT, *FOUND]:
        for line in read_cases(path):
            assert line.case.label, f"{path}:{line.number}"
            assert line.case.source, f"{path}:{line.number}"


@pytest.mark.parametrize(
    "line",
    [
        "The {~~organisers~>organizers~~} met in the old hall.",
        "It has {~~30~>40~~}{>>number same value<<} rooms in the old hall.",
        "It has {~~30 rooms~>40 rooms~~}{>>number changed value<<} in the old hall.",
        "They met in {~~Bruges~>Antwerp~~}{>>may spelling<<} last week.",
        "It has 30 rooms{++ in the old hall++}{>>number added<<}.",
    ],
)
def test_the_harness_complains(line: str) -> None:
    assert complaint(parse_case(line))
