r"""A Word file -> its text: paragraphs, tables, text boxes, notes; tracked changes accepted or rejected.

>>> body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>He '
>>> body += '</w:t></w:r><w:del><w:r><w:delText>paused</w:delText></w:r></w:del><w:ins><w:r><w:t>left</w:t></w:r></w:ins>'
>>> body += '</w:p></w:body></w:document>'
>>> read_document([body.encode()], "original"), read_document([body.encode()], "final")
(['He paused'], ['He left'])

A row of a table is one paragraph, its cells separated by tabs. Headers, footers, field codes and formulas are left out, and so are comments unless requested;
list numbers are made by Word and are not in the file.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newsdiff.read.archive import Archive, Rows, guarded, parse_part
from newsdiff.read.document import Document
from newsdiff.read.writer import Omission

_KIND = "a Word file"
_MAIN = ("wordprocessingml/2006/main", "wordprocessingml/main")
_SKIPPED = frozenset(["Fallback", "pPrChange", "rPrChange", "del", "moveFrom", "instrText", "binData", "comment"])


def read_docx(data: bytes, side: str, notes: Collection[str] = ("footnotes",)) -> Document:
    """A Word file, paragraphs parted by blank lines; `side` is "original" or "final". Raises ValueError.

    `notes` says which of "footnotes" (endnotes too) and "comments" are read.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError("a Word file with a password, or an old one (.doc): save it as .docx without a password")
    omitted: list[Omission] = []
    paragraphs = guarded(_read_archive(data, side, notes, omitted), _KIND)
    return Document("\n\n".join(paragraphs), "", omitted=tuple(omitted))


def _read_archive(data: bytes, side: str, notes: Collection[str], omitted: list[Omission]) -> Iterator[str]:
    """The paragraphs of the text, then those of its notes."""
    archive = Archive(data, _KIND, "word/document.xml")
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if name in archive.names:
            reader = _Reader(side)
            archive.parse(name, reader)
            if name == "word/document.xml" or "footnotes" in notes:
                yield from reader.paragraphs
            else:
                omitted += [Omission("footnotes", paragraph) for paragraph in reader.paragraphs]
            omitted += [Omission("formulas", formula) for formula in reader.formulas]
    for name in sorted(archive.names):
        kind = _OTHER_PARTS.get(name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789"))
        if kind and name.startswith("word/") and name.endswith(".xml"):
            reader = _Reader(side, _SKIPPED - {"comment"})
            archive.parse(name, reader)
            if kind in notes:
                yield from reader.paragraphs
            else:
                omitted += [Omission(kind, paragraph) for paragraph in reader.paragraphs]


_OTHER_PARTS = {"comments": "comments", "header": "headers", "footer": "footers"}


def read_document(pieces: Iterable[bytes], side: str) -> list[str]:
    """The paragraphs of one part. Raises ValueError and ExpatError."""
    reader = _Reader(side)
    parse_part(pieces, reader, _KIND)
    return reader.paragraphs


class _Reader:
    """The handler of expat. It keeps the open paragraphs (a text box is inside one) and what to skip."""

    def __init__(self, side: str, skipped: frozenset[str] = _SKIPPED) -> None:
        self.paragraphs: list[str] = []
        self.formulas: list[str] = []
        self.rows = Rows()
        self.dropped: list[bool] = []  # of each open row, whether this side does not have it
        self.skipped = skipped if side == "final" else (skipped - {"del", "moveFrom"}) | {"ins", "moveTo"}
        self.joining = "del" if side == "final" else "ins"  # a paragraph mark so tracked ends no paragraph on this side
        self.open: list[list[str]] = []
        self.joins: list[bool] = []  # of each open paragraph, whether it runs on into the next
        self.boxes: list[list[str]] = []  # paragraphs of text boxes, added after the paragraph that anchors them
        self.path: list[str] = []
        self.skip = 0  # the depth from which on nothing counts
        self.words = False
        self.formula = False
        self.joined: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.path.append(tag)
        if self.skip:
            return
        main = space.endswith(_MAIN)
        if main and self.joins and tag == self.joining and self.path[-3:-1] == ["pPr", "rPr"]:
            self.joins[-1] = True
        if main and self.dropped and tag == self.joining and self.path[-2] == "trPr":
            self.dropped[-1] = True
        if (main and tag in self.skipped and "rPr" not in self.path) or tag == "Fallback":
            self.skip = len(self.path)
        elif main and tag in ("footnote", "endnote") and attributes.get(f"{space} type"):
            self.skip = len(self.path)  # separators between text and notes
        elif main and tag == "tr":
            self.rows.start_row()
            self.dropped.append(False)
        elif main and tag == "tc":
            self.rows.start_cell()
        elif tag == "oMath":
            self.formulas.append("")
            self.formula = True
        elif main and tag == "p":
            self.open.append([])
            self.joins.append(False)
            self.boxes.append([])
        elif main and tag in ("t", "delText"):
            self.words = True
        elif main and self.open and self.path[-2] in ("r", "ins", "del", "hyperlink"):
            self.open[-1].append({"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.get(tag, ""))

    def end(self, name: str) -> None:
        space, _, tag = name.rpartition(" ")
        if self.skip:
            if len(self.path) == self.skip:
                self.skip = 0
        elif tag in ("t", "delText"):
            self.words = False
        elif tag == "oMath":
            self.formula = False
        elif tag == "p" and space.endswith(_MAIN):
            text, boxes, join = "".join(self.open.pop()), self.boxes.pop(), self.joins.pop()
            if join and not self.open:
                self.joined.append(text)
            else:
                if not self.open:
                    text, self.joined = "".join([*self.joined, text]), []
                self._add([p for p in (text.strip(), *boxes) if p])
        elif tag == "tr" and space.endswith(_MAIN):
            blocks = self.rows.end_row()
            if not self.dropped.pop():
                self._add(blocks)
        elif tag == "body":
            self._add([text for text in ["".join(self.joined).strip()] if text])
            self.joined = []
        self.path.pop()

    def _add(self, blocks: list[str]) -> None:
        if self.boxes:
            self.boxes[-1].extend(blocks)
        elif self.rows.is_open:
            self.rows.add(blocks)
        else:
            self.paragraphs.extend(blocks)

    def text(self, text: str) -> None:
        """Text counts in runs; that of formulas is kept by itself."""
        if self.formula and not self.skip:
            self.formulas[-1] += text
        if self.words and not self.skip and self.open:
            self.open[-1].append(text)
