r"""Small edits as desks meet them: to be stopped, free to pass, or no difference at all. Scored against floors.

A case of tests/cases/desk is three lines: `= label kind (form)`, `- ` the old text, `+ ` the new one. The kind, where
one is named, is what the edit that stops must be; the form is `markdown`, `check` (a Markdown file as the gate reads
it) or an option of language. `\n` is a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from newsdiff import Comparison, compare
from newsdiff.read.sources import read_data

FOLDER = Path(__file__).parent / "cases" / "desk"
HEAD = re.compile(r"= (\S+)(?: ([a-z]+))?(?: \((.+)\))?")
# A bit below what is reached; `pytest tests/test_desk.py -rP` prints what that is.
FLOORS = {"stop": 0.96, "named": 0.96, "pass": 0.9, "same": 1.0, "covered": 1.0}


class Case(NamedTuple):
    """Two texts, how they are read, and what must come of it."""

    label: str
    want: str
    kind: str
    form: str
    a: str
    b: str


def read_cases() -> Iterator[Case]:
    """The cases of all files; a file's name is what its cases want."""
    for path in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] in "=-+"]
        for head, a, b in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
            match = HEAD.fullmatch(head)
            assert match, head
            assert a.startswith("- "), head
            assert b.startswith("+ "), head
            yield Case(match[1], path.stem, match[2] or "", match[3] or "text", unescape(a[2:]), unescape(b[2:]))


def unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r", "t": "\t"}.get(m[1], m[1]), text)


def compare_case(case: Case) -> Comparison:
    """The comparison of a case, read as its form says."""
    form, _, language = case.form.partition(" --lang ")
    a, b = case.a, case.b
    if form in ("markdown", "check"):
        a, b = (read_data("story.md", text.encode())[0].text for text in (a, b))
    return compare(a, b, lang=language or "en")


@cache
def scores() -> dict[str, list[tuple[bool, str]]]:
    """For each measure what held, with the labels of the cases."""
    rows: dict[str, list[tuple[bool, str]]] = {measure: [] for measure in FLOORS}
    for case in read_cases():
        found = compare_case(case)
        stops = [edit for edit in found.edits if edit.substantive]
        held = {"stop": bool(stops), "pass": not stops, "same": not found.differs}[case.want]
        rows[case.want].append((held, case.label))
        if case.kind:
            rows["named"].append((any(edit.kind == case.kind for edit in stops), case.label))
        if found.differs and case.form != "check":
            rows["covered"].append((bool(found.edits), case.label))
    return rows


@pytest.mark.parametrize("measure", FLOORS)
def test_floor(measure: str) -> None:
    rows = scores()[measure]
    reached = sum(held for held, _ in rows) / len(rows)
    print(f"{measure:8} {reached:.3f} of {len(rows)}; fail: {' '.join(label for held, label in rows if not held)}")
    assert reached >= FLOORS[measure]


def test_labels_are_unique() -> None:
    labels = [case.label for case in read_cases()]
    assert len(set(labels)) == len(labels)
