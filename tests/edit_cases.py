r"""Edit cases that a copy editor can read: one line of CriticMarkup a case, compared as any two articles are.

    The {~~organisers~>organizers~~}{>>spelling regional<<} met {~~twice~>three times~~}{>>number changed value<<}.

is a text in two versions and all that is to be said of the change between them. `{~~a~>b~~}` is replaced, `{--x--}`
dropped, `{++y++}` added; a note `{>>kind detail<<}` behind a mark names an edit that must be found there (any detail
will do where it is left out), and `{>>may kind<<}` one that may be. Whatever else is found fails the case, of whatever
kind. Only an edit of wording that does not touch the meaning goes without saying: every change has one where it has no
better name.

An edit must have the very words of its mark; one of a quotation, a source or a sentence, which are longer than what
changed in them, must meet it. `\n` is a line end, a pilcrow parts paragraphs.

In a case file `# label` heads the cases below it, `#@` says where they come from, `#! reason` marks the next case as a
known failure, and `#!~ reason` one that fails with its sides exchanged alone. tests/cases/silent/KIND.txt holds what
must not be taken for an edit of that kind, tests/cases/edits/KIND.txt what must be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from newsdiff import compare
from newsdiff.compare import read_text
from newsdiff.edits.passage import Passage, Story
from newsdiff.model import Edit, LinkedPassage
from newsdiff.pairing import pair_tokens
from newsdiff.pairing.worddiff import diff_tokens

FOLDER = Path(__file__).parent / "cases"
SILENT = sorted((FOLDER / "silent").glob("*.txt"))
FOUND = sorted((FOLDER / "edits").glob("*.txt"))
_MARK = re.compile(
    r"""
      \{~~ (?P<old>.*?) ~> (?P<new>.*?) ~~\}
    | \{-- (?P<dropped>.*?) --\}
    | \{\+\+ (?P<added>.*?) \+\+\}
    | \{>> (?P<note>.*?) <<\}
    """,
    re.VERBOSE,
)
LONGER = frozenset(("quote", "attribution", "omission", "insertion", "transposition"))  # than what changed in them
OPPOSITES = {"dropped": "added", "added": "dropped", "omission": "insertion", "insertion": "omission"}


class Note(NamedTuple):
    """An edit that must be found (or may be) at a mark: its kind, its detail or "", and the mark on both sides."""

    kind: str
    detail: str
    must: bool
    a: tuple[int, int]
    b: tuple[int, int]


class Case(NamedTuple):
    """Two versions of a text and what is to be said of them; where it stands and where it comes from."""

    a: str
    b: str
    notes: tuple[Note, ...]
    label: str = ""
    source: str = ""


def parse_case(line: str, label: str = "", source: str = "") -> Case:
    """The case that a line of CriticMarkup says."""
    a = b = ""
    notes: list[Note] = []
    place = ((0, 0), (0, 0))
    at = 0
    line = line.replace("\\n", "\n").replace("\u00b6", "\n\n")
    for match in _MARK.finditer(line):
        a += line[at : match.start()]
        b += line[at : match.start()]
        at = match.end()
        if match["note"] is not None:
            word, _, rest = match["note"].strip().partition(" ")
            kind, _, detail = (rest if word == "may" else match["note"].strip()).partition(" ")
            notes.append(Note(kind, detail, word != "may", *place))
            continue
        old, new = match["old"] or match["dropped"] or "", match["new"] or match["added"] or ""
        place = (len(a), len(a) + len(old)), (len(b), len(b) + len(new))
        a += old
        b += new
    return Case(a + line[at:], b + line[at:], tuple(notes), label, source)


class Line(NamedTuple):
    """A case as its file has it; `fails` and `fails_turned` say why it is known to fail."""

    number: int
    case: Case
    fails: str = ""
    fails_turned: str = ""


def read_cases(path: Path) -> list[Line]:
    """The cases of a file."""
    found = []
    label = source = fails = fails_turned = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#@"):
            source = line[2:].strip()
        elif line.startswith("#!~"):
            fails_turned = line[3:].strip()
        elif line.startswith("#!"):
            fails = line[2:].strip()
        elif line.startswith("#"):
            label = line[1:].strip()
        elif line.strip():
            found.append(Line(number, parse_case(line, label, source), fails, fails_turned))
            fails = fails_turned = ""
    return found


def load_cases(paths: Iterable[Path], *, turn: bool = False) -> list[object]:
    """The cases of some files as parameters for pytest; with `turn`, their sides are exchanged."""
    params: list[object] = []
    for path in paths:
        for line in read_cases(path):
            reason = line.fails or (line.fails_turned if turn else "")
            # What fails one way may well pass the other way round.
            strict = not (turn and line.fails)
            marks = [pytest.mark.xfail(reason=reason, strict=strict)] if reason else []
            name = f"{path.parent.name}/{path.stem} {line.number} {line.case.label}"
            params.append(pytest.param(turned(line.case) if turn else line.case, id=name, marks=marks))
    return params


def complaint(case: Case) -> str:
    """What is wrong with what is found in a case; "" where nothing is."""
    edits = list(compare(case.a, case.b).edits)
    for note in sorted(case.notes, key=lambda note: not note.must):
        answers = [edit for edit in edits if answers_note(edit, note)]
        if answers:
            edits.remove(answers[0])
        elif note.must:
            return f"missed {note.kind} {note.detail}; found {say(edits) or 'nothing'}"
    left = [edit for edit in edits if edit.kind != "wording" or edit.substantive]
    return f"false: {say(left)}" if left else ""


def answers_note(edit: Edit, note: Note) -> bool:
    """Whether an edit is the one that a note tells of."""
    if edit.kind != note.kind or note.detail not in ("", edit.detail):
        return False
    sides = [(edit.a, note.a), (edit.b, note.b)]
    if edit.kind in LONGER or not note.must:
        return any(span and span.start <= hi and lo <= span.end for span, (lo, hi) in sides)
    return all((span.start, span.end) == mark if span else mark[0] == mark[1] for span, mark in sides)


def say(edits: Iterable[Edit]) -> str:
    """Edits on one line."""
    return "; ".join([f"{e.kind} {e.detail} {(e.a and e.a.text)!r} -> {(e.b and e.b.text)!r}" for e in edits])


def turned(case: Case) -> Case:
    """The case with its sides exchanged. A detail that has no opposite is left open."""
    notes = [
        note._replace(
            kind=OPPOSITES.get(note.kind, note.kind), detail=OPPOSITES.get(note.detail, ""), a=note.b, b=note.a
        )
        for note in case.notes
    ]
    return case._replace(a=case.b, b=case.a, notes=tuple(notes))


def whole_passage(a: str, b: str) -> Passage:
    """Two texts as one link."""
    article_a, article_b = read_text(a, "a", "en"), read_text(b, "b", "en")
    tokens_a = tuple([t for s in article_a.sentences for t in s.tokens])
    tokens_b = tuple([t for s in article_b.sentences for t in s.tokens])
    sides = tuple(range(len(article_a.sentences))), tuple(range(len(article_b.sentences)))
    link = LinkedPassage(*sides, "regrouped", False, 1.0, (), ())
    opcodes = diff_tokens(tokens_a, tokens_b)
    return Passage(Story(article_a, article_b), 0, link, tokens_a, tokens_b, opcodes, pair_tokens(tokens_a, tokens_b))
