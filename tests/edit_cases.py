r"""Edit cases that a copy editor can read: one line of CriticMarkup a case, run through everything or one detector.

    The {~~organisers~>organizers~~}{>>spelling regional<<} met {~~twice~>three times~~}.

is a text in two versions and what is to be found between them. `{~~a~>b~~}` is replaced, `{--x--}` dropped, `{++y++}`
added; a note `{>>kind detail<<}` after a mark says which edit it must give, with exactly these words (the detail may be
left out: any will do). A mark without a note must stay silent, and so must everything else. `\n` is a line end.

In a case file a line that begins with `#` is a heading; `#! reason` marks the next case as a known failure. Files are
in tests/cases/edits/, one a kind, the silent cases first:

    @pytest.mark.parametrize("case", load_cases("spelling"))
    def test_cases(case: Case) -> None:
        assert found(case, "spelling") == expected(case, "spelling")
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsdiff import compare
from newsdiff.compare import read_text
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.model import LinkedPassage
from newsdiff.pairing import pair_tokens
from newsdiff.pairing.worddiff import diff_tokens

FOLDER = Path(__file__).parent / "cases" / "edits"
_MARK = re.compile(
    r"""
      \{~~ (?P<old>.*?) ~> (?P<new>.*?) ~~\}
    | \{-- (?P<dropped>.*?) --\}
    | \{\+\+ (?P<added>.*?) \+\+\}
    | \{>> (?P<note>.*?) <<\}
    """,
    re.VERBOSE,
)

Expected = tuple[str, str, str | None, str | None]  # kind, detail, words of A, words of B


class Case(NamedTuple):
    """Two versions of a text, and the edits to be found, in the order of A."""

    a: str
    b: str
    expected: tuple[Expected, ...]


def parse_case(line: str) -> Case:
    """The case that a line of CriticMarkup says."""
    a: list[str] = []
    b: list[str] = []
    expected: list[Expected] = []
    last: tuple[str | None, str | None] = (None, None)
    at = 0
    line = line.replace("\\n", "\n")
    for match in _MARK.finditer(line):
        a.append(line[at : match.start()])
        b.append(line[at : match.start()])
        at = match.end()
        if match["note"] is not None:
            kind, _, detail = match["note"].strip().partition(" ")
            expected.append((kind, detail, *last))
            continue
        old = match["old"] if match["old"] is not None else match["dropped"]
        new = match["new"] if match["new"] is not None else match["added"]
        last = (old, new)
        a.append(old or "")
        b.append(new or "")
    a.append(line[at:])
    b.append(line[at:])
    return Case("".join(a), "".join(b), tuple(expected))


def load_cases(kind: str) -> list[object]:
    """The cases of tests/cases/edits/KIND.txt as parameters for pytest."""
    params: list[object] = []
    reason = None
    for number, line in enumerate((FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#!"):
            reason = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            params.append(pytest.param(parse_case(line), id=f"line {number}", marks=marks))
            reason = None
    return params


def found(
    case: Case, kind: str, detector: Callable[[Passage], Iterator[Finding]] | None = None
) -> tuple[Expected, ...]:
    """The edits of one kind that are found in a case, as the case would say them.

    With `detector` the two texts are one link, whatever an alignment would make of them, and only it is asked.
    """
    if detector is None:
        got = [
            (e.kind, e.detail, e.a.text if e.a else None, e.b.text if e.b else None)
            for e in compare(case.a, case.b).edits
            if e.kind == kind
        ]
    else:
        got = [
            (f.kind, f.detail, case.a[slice(*f.a)] if f.a else None, case.b[slice(*f.b)] if f.b else None)
            for f in sorted(detector(whole_passage(case.a, case.b)), key=lambda f: f.a or f.b or (0, 0))
        ]
    wanted = [e for e in case.expected if e[0] == kind]
    # A note without a detail takes any.
    if len(wanted) == len(got):
        got = [(g[0], g[1] if w[1] else "", g[2], g[3]) for w, g in zip(wanted, got, strict=True)]
    return tuple(got)


def expected(case: Case, kind: str) -> tuple[Expected, ...]:
    """What a case says must be found of one kind."""
    return tuple([e for e in case.expected if e[0] == kind])


def substantive(a: str, b: str) -> list[Expected]:
    """Every edit that touches the meaning, as a case says it."""
    return [
        (e.kind, e.detail, e.a.text if e.a else None, e.b.text if e.b else None)
        for e in compare(a, b).edits
        if e.substantive
    ]


def whole_passage(a: str, b: str) -> Passage:
    """Two texts as one link."""
    article_a, article_b = read_text(a, "a", "en"), read_text(b, "b", "en")
    tokens_a = tuple([t for s in article_a.sentences for t in s.tokens])
    tokens_b = tuple([t for s in article_b.sentences for t in s.tokens])
    sides = tuple(range(len(article_a.sentences))), tuple(range(len(article_b.sentences)))
    link = LinkedPassage(*sides, "regrouped", False, 1.0, (), ())
    opcodes = diff_tokens(tokens_a, tokens_b)
    return Passage(Story(article_a, article_b), 0, link, tokens_a, tokens_b, opcodes, pair_tokens(tokens_a, tokens_b))
