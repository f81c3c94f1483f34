r"""Marks in the copy itself, by which an editor lets a change through: which parts of a file they are.

>>> document = read_marked('# newsdiff: accept number "the company corrected it"\nIt sells 80,000 loaves.')
>>> document.text, document.marks
('It sells 80,000 loaves.', ((0, 53),))

A mark is a comment in Markdown, HTML and template languages, and in plain text a line of its own that begins with `#`,
`//` or `..` (or is an HTML comment). It is not copy, so it is neither compared nor counted among what was left out.
What a mark says and covers is known to `check/marks.py`.
"""

from __future__ import annotations

import re
from functools import cache

from newsdiff.read.document import Document, as_it_is

SIGN = "newsdiff:"


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"^\ufeff?(?:#|//|\.\.|<!--)[ \t]*newsdiff:[^\r\n]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"(?:<!--|\{#|\{\{?/\*)-?\s*newsdiff:")


def is_mark(comment: str) -> bool:
    """Whether a comment is a mark."""
    return SIGN in comment and _comment().match(comment) is not None


def read_marked(text: str) -> Document:
    """A plain text without its marks."""
    from newsdiff.read.writer import Piece

    marks = tuple([found.span() for found in _line().finditer(text)])
    if not marks:
        return as_it_is(text)
    kept: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for start, end in (*marks, (len(text), len(text))):
        pieces.append(Piece(length, at, start, False))
        kept.append(text[at:start])
        length += start - at
        at = end
    return Document("".join(kept), text, pieces=tuple(pieces), marks=marks)
