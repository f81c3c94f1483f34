"""The wording detector: cases through the whole pipeline, since it takes what the others leave."""

import time

import pytest

from newsdiff import compare
from newsdiff.edits import wording
from tests.edit_cases import Case, expected, found, load_cases, whole_passage


@pytest.mark.parametrize("case", load_cases("wording"))
def test_cases(case: Case) -> None:
    # A case that says nothing of rewordings must hold no reversal; one that does, just that.
    got = [e for e in found(case, "wording") if case.expected or e[1] == "reversed"]
    assert tuple(got) == expected(case, "wording")


def test_grammar_words_alone_are_accidental() -> None:
    edits = compare("The mill that burned was old.", "A mill which burned was old.").edits
    assert [(e.a.text, e.b.text, e.verdict) for e in edits if e.a and e.b] == [
        ("The", "A", "accidental"),
        ("that", "which", "accidental"),
    ]


@pytest.mark.parametrize("text", ["rose fell " * 1500, "a " * 3000, "\ud800 won", ""])
def test_hostile_input_ends(text: str) -> None:
    started = time.process_time()
    list(wording.find(whole_passage(text, text[1:] + " lost"), set(), set()))
    assert time.process_time() - started < 10
