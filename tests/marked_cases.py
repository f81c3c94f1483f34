"""Cases of one kind of edit, one line each, in CriticMarkup: what a copy editor reads is what is tested.

    The {~~organised~>organized~~}{>>spelling regional<<} men were {~~tired~>weary~~}.

A mark is followed by a note where it must be found, as this kind and detail; any other mark must stay silent. Pilcrows
part paragraphs; lines that begin with # are headings. Only edits of the file's kind count.

A mark says where the edit is, not its very words, as in `edit_cases`: a quotation is longer than the word that
changed in it, and a source than its name.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from newsdiff.compare import compare
from newsdiff.model import Edit

CASES = Path(__file__).parent / "cases" / "edits"
_MARK = re.compile(
    r"""
    (?: \{~~(?P<old>.*?)~>(?P<new>.*?)~~\}    # {~~10~>ten~~}
      | \{--(?P<dropped>.*?)--\}              # {--allegedly --}
      | \{\+\+(?P<added>.*?)\+\+\}            # {++not ++}
    )
    (?:\{>>(?P<note>.*?)<<\})?
    """,
    re.VERBOSE,
)


class Case(NamedTuple):
    """Two texts and what must be found: note, and where the mark stands in both."""

    line: str
    a: str
    b: str
    wanted: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...]


def read_cases(kind: str) -> list[Case]:
    """The cases of a kind, in order."""
    lines = (CASES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line.strip() and not line.startswith("#")]


def parse(line: str) -> Case:
    """A line of CriticMarkup as two texts."""
    a = b = ""
    at = 0
    wanted = []
    text = line.replace("\u00b6", "\n\n")
    for mark in _MARK.finditer(text):
        a += text[at : mark.start()]
        b += text[at : mark.start()]
        old = mark["old"] or mark["dropped"] or ""
        new = mark["new"] or mark["added"] or ""
        if mark["note"]:
            wanted.append((mark["note"], (len(a), len(a) + len(old)), (len(b), len(b) + len(new))))
        a += old
        b += new
        at = mark.end()
    return Case(line, a + text[at:], b + text[at:], tuple(wanted))


def check(kind: str, case: Case) -> None:
    """Every noted mark is found, with its detail and within the mark, and nothing else of this kind is."""
    edits = [e for e in compare(case.a, case.b).edits if e.kind == kind]
    left = list(edits)
    for note, a, b in case.wanted:
        match = next((e for e in left if f"{e.kind} {e.detail}".strip() == note and _meets(e, a, b)), None)
        assert match is not None, f"missed {note!r} in {case.line!r}; found {_show(edits)}"
        left.remove(match)
    assert not left, f"false alarm in {case.line!r}: {_show(left)}"


def _meets(edit: Edit, a: tuple[int, int], b: tuple[int, int]) -> bool:
    sides = [(span, mark) for span, mark in ((edit.a, a), (edit.b, b)) if span is not None]
    return any(span.start < mark[1] and mark[0] < span.end for span, mark in sides)


def _show(edits: list[Edit]) -> list[tuple[str, str, str | None, str | None]]:
    return [(e.kind, e.detail, e.a and e.a.text, e.b and e.b.text) for e in edits]
