r"""The result of every reader: the text to compare, its blocks, the place of each character, the parts left out.

>>> document = as_it_is("The dam\nfailed.")
>>> document.find(4, 7), document.left_out
((4, 7), ())

Plain text is used as it is; for every other format a `Writer` builds the text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from newsdiff.model import LeftOut

if TYPE_CHECKING:  # plain text needs none of them, and a class costs every run 0.2 ms
    from newsdiff.read.writer import Block, Omission, Piece

BlockKind: TypeAlias = Literal["heading", "paragraph", "list item", "row", "caption", "quotation", "note", "field"]


class Document(NamedTuple):
    """A file as read. `source` is the decoded file, "" if that is not text."""

    text: str
    source: str
    blocks: tuple[Block, ...] = ()
    pieces: tuple[Piece, ...] = ()
    omitted: tuple[Omission, ...] = ()
    extracted: bool = True
    marks: tuple[tuple[int, int], ...] = ()  # where in the file an editor lets a change through (read/marks.py)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The parts that were left out, by kind."""
        kinds: dict[str, list[str]] = {}
        for kind, text in self.omitted:
            kinds.setdefault(kind, []).append(text)
        return tuple([LeftOut(kind, len(texts), sum(map(len, texts))) for kind, texts in sorted(kinds.items())])

    def find(self, start: int, end: int) -> tuple[int, int]:
        """The place in the file of a span of the text."""
        if not self.pieces:
            return (start, end) if self.source else (0, 0)
        first = self._find(start, 0)
        return first, max(first, self._find(end - 1, 1)) if end > start else first

    def _find(self, at: int, more: int) -> int:
        """The offset in the file of a character, or (`more`) of what follows it."""
        n = bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1
        if n < 0:
            return 0
        piece = self.pieces[n]
        if piece.whole:
            return piece.end if more or at > piece.at else piece.start
        return min(piece.end, piece.start + at - piece.at + more)


def as_it_is(text: str) -> Document:
    """A document that is its text."""
    return Document(text, text, extracted=False)


def say_unread(a: Document, b: Document) -> str:
    """The kinds of parts that differ between two documents though neither reader took them for copy; "" for none."""
    kinds: list[str] = []
    for kind in sorted({kind for kind, _ in (*a.omitted, *b.omitted)}):
        texts = [[" ".join(text.split()) for k, text in side.omitted if k == kind] for side in (a, b)]
        if texts[0] != texts[1]:
            kinds.append(kind)
    return ", ".join(kinds)
