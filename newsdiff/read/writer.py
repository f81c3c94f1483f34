r"""Builds a document piece by piece: a run of white space in the file is one space of the text, blank lines separate blocks.

>>> writer = Writer("The **dam**\nfailed.<!-- why? -->")
>>> writer.put(0, 4); writer.put(6, 9); writer.put(11, 19); writer.omit("comments", 19, 32); writer.end_block("paragraph")
>>> document = writer.finish()
>>> document.text, document.find(4, 7), document.left_out
('The dam failed.', (6, 9), (LeftOut(kind='comments', parts=1, characters=13),))

So no block contains a line break, and nobody has to guess afterwards which line breaks came from wrapping.
"""  # noqa: E501

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.read.document import BlockKind, Document
from newsdiff.read.marks import is_mark

BLOCK_END = "\n\n"
_SPACES = " \t\n\r\f\v"
_WORD = re.compile(r"[^ \t\n\r\f\v]+")


class Block(NamedTuple):
    """A piece of the text that an editor would call one thing; `label` is the name of a field of the front matter."""

    kind: BlockKind
    start: int
    end: int
    label: str = ""


class Piece(NamedTuple):
    """The start of a piece of the text and its place in the file, character by character unless `whole`."""

    at: int
    start: int
    end: int
    whole: bool


class Omission(NamedTuple):
    """A part of the file that was not read as copy."""

    kind: str
    text: str


class Writer:
    """Builds a document piece by piece, in the order in which it is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.copy = source  # the same with what is not copy covered, for as long
        self.blocks: list[Block] = []
        self.omitted: list[tuple[int, Omission]] = []
        self.marks: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._start = 0  # of the block that is open
        self._space: int | None = None  # the place of white space that has not been written yet

    @property
    def is_open(self) -> bool:
        """Whether the block at hand has any text."""
        return self._length > self._start

    def put(self, start: int, end: int, text: str | None = None) -> None:
        """Adds a piece of the file: as it is, or as `text`, which replaces all of it unless it is as long."""
        text = self.copy[start:end] if text is None else text
        whole = len(text) != end - start
        words = text.strip(_SPACES)
        if not words:
            if text and self._space is None:
                self._space = start
            return
        skipped = len(text) - len(text.lstrip(_SPACES))
        if skipped and self._space is None:
            self._space = start
        if whole:
            self._write(start, end, " ".join(_WORD.findall(words)), True)
        else:
            self._put_lines(start + skipped, words)
        if len(words) + skipped < len(text):
            self._space = start + skipped + len(words) if not whole else end

    def _put_lines(self, start: int, words: str) -> None:
        """Adds text with every run of white space as one space."""
        if "  " not in words and not any(c in words for c in "\t\n\r\f\v"):
            self._write(start, start + len(words), words, False)
            return
        for word in _WORD.finditer(words):
            if self._space is None and word.start():
                self._space = start + word.start() - 1
            self._write(start + word.start(), start + word.end(), word[0], False)

    def _write(self, start: int, end: int, text: str, whole: bool) -> None:
        if self._space is not None and self.is_open:
            self._append(self._space, self._space + 1, " ", False)
        self._space = None
        self._append(start, end, text, whole)

    def _append(self, start: int, end: int, text: str, whole: bool) -> None:
        self._parts.append(text)
        last = self._pieces[-1] if self._pieces else None
        # Joins neighbours: half of all pieces are a space between two others.
        if whole or last is None or last.whole or last.end != start or self._length - last.at != start - last.start:
            self._pieces.append(Piece(self._length, start, end, whole))
        else:
            self._pieces[-1] = Piece(last.at, last.start, end, False)
        self._length += len(text)

    def next_cell(self, at: int) -> None:
        """Ends a cell of a row. A tab parts it from the next."""
        self._space = None
        self._append(at, at, "\t", True)

    def end_block(self, kind: BlockKind, label: str = "") -> None:
        """Ends the block at hand, if it has any text."""
        self._space = None
        if not self.is_open:
            return
        while self._parts and self._parts[-1] == "\t":  # empty cells at the end of a row
            self._parts.pop()
            self._pieces.pop()
            self._length -= 1
        if self.is_open:
            end = self._pieces[-1].end
            self.blocks.append(Block(kind, self._start, self._length, label))
            self._parts.append(BLOCK_END)
            self._pieces.append(Piece(self._length, end, end, True))
            self._length += len(BLOCK_END)
        self._start = self._length

    def omit(self, kind: str, start: int, end: int) -> None:
        """Notes a part of the file that is not copy."""
        if text := self.source[start:end].strip():
            if kind == "comments" and is_mark(text):
                self.marks.append((start, end))
            else:
                self.omitted.append((start, Omission(kind, text)))

    def finish(self) -> Document:
        """The document."""
        self.end_block("paragraph")
        text = "".join(self._parts).removesuffix(BLOCK_END)
        self.omitted.sort(key=lambda found: found[0])
        pieces = tuple([piece for piece in self._pieces if piece.at <= len(text)])
        omitted = tuple([o for _, o in self.omitted])
        return Document(text, self.source, tuple(self.blocks), pieces, omitted, marks=tuple(sorted(self.marks)))
