r"""An OpenDocument text -> its text: paragraphs, headings, rows of tables, notes; tracked changes accepted or rejected.

It is read like a Word file (`docx.py`): deleted text is in a list of its own at the top of the file, and is put back at
its mark. Headers and footers are left out, and so are comments unless requested; list numbers are not in the file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsdiff.read.archive import Archive, Rows, guarded
from newsdiff.read.document import Document
from newsdiff.read.writer import Omission

_KIND = "an OpenDocument text"
_TEXT, _TABLE, _OFFICE = "opendocument:xmlns:text:1.0", "opendocument:xmlns:table:1.0", "opendocument:xmlns:office:1.0"


def read_odt(data: bytes, side: str, notes: Collection[str] = ("footnotes",)) -> Document:
    """An OpenDocument text, paragraphs parted by blank lines; `side` is "original" or "final". Raises ValueError.

    `notes` says which of "footnotes" (endnotes too) and "comments" are read.
    """
    omitted: list[Omission] = []
    paragraphs = guarded(_read_archive(data, side, notes, omitted), _KIND)
    return Document("\n\n".join(paragraphs), "", omitted=tuple(omitted))


def _read_archive(data: bytes, side: str, notes: Collection[str], omitted: list[Omission]) -> Iterator[str]:
    archive = Archive(data, _KIND, "content.xml")
    reader = _Reader(side, notes)
    archive.parse("content.xml", reader)
    yield from reader.paragraphs
    yield from reader.notes  # of no paragraph: at the very end
    omitted += reader.omitted


class _Reader:
    """The handler of expat. Open paragraphs are a stack: notes, comments and changes are inside one."""

    def __init__(self, side: str, kept: Collection[str]) -> None:
        self.original = side == "original"
        self.paragraphs: list[str] = []
        self.kept = kept
        self.omitted: list[Omission] = []
        self.rows = Rows()
        self.body = False
        self.open: list[list[str]] = []
        self.aside: list[str] = []  # footnotes and comments that are open
        self.notes: list[str] = []  # of the current paragraph, to be added after it
        self.change = ""  # whose deleted text is read
        self.deleted: dict[str, list[str]] = {}
        self.insertions: set[str] = set()
        self.inserting: set[str] = set()
        self.silent = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, tag = name.rpartition(" ")
        if space.endswith(_OFFICE):
            self.body = self.body or tag == "text"
            if tag in ("annotation", "annotation-end"):
                self.aside.append("comments")
                self.open.append([])  # its author and date are not paragraphs
        elif space.endswith(_TABLE) and self.body:
            if tag == "table-row":
                self.rows.start_row()
            elif tag == "table-cell":
                self.rows.start_cell()
        elif space.endswith(_TEXT) and self.body:
            self._start(tag, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        change = attributes.get("change-id", "")
        if tag in ("p", "h"):
            self.open.append([])
        elif tag == "note":
            self.aside.append("footnotes")
        elif tag in ("note-citation", "table-of-content", "sequence-decls"):
            self.silent += 1
        elif tag == "changed-region":
            self.change = attributes.get("id", "")
        elif tag == "insertion":
            self.insertions.add(self.change)
        elif tag == "change-start" and change in self.insertions and self.original:
            self.inserting.add(change)
        elif tag == "change-end":
            self.inserting.discard(change)
        elif tag == "change" and self.original and self.open:
            self.open[-1].append(" ".join(self.deleted.get(change, ())))
        elif tag in ("s", "tab", "line-break"):
            count = min(int(c), 1000) if (c := attributes.get("c", "1")).isdecimal() and len(c) < 5 else 1
            self.text(" " * count if tag == "s" else "\t" if tag == "tab" else "\n")

    def end(self, name: str) -> None:
        """An element ends."""
        space, _, tag = name.rpartition(" ")
        if space.endswith(_OFFICE) and tag in ("annotation", "annotation-end"):
            self.aside.pop()
            self.open.pop()
        elif space.endswith(_TABLE) and tag == "table-row" and self.body:
            self._add(self.rows.end_row())
        elif space.endswith(_TEXT) and self.body:
            if tag in ("p", "h"):
                self._end_paragraph("".join(self.open.pop()).strip())
            elif tag == "note":
                self.aside.pop()
            elif tag in ("note-citation", "table-of-content", "sequence-decls"):
                self.silent -= 1
            elif tag == "changed-region":
                self.change = ""

    def _end_paragraph(self, text: str) -> None:
        if self.aside:
            if self.aside[-1] in self.kept:
                self.notes.append(text)
            else:
                self.omitted.append(Omission(self.aside[-1], text))
        elif self.change:
            self.deleted.setdefault(self.change, []).append(text)
        else:
            self._add([p for p in (text, *self.notes) if p])
            self.notes = []

    def _add(self, blocks: list[str]) -> None:
        if self.rows.is_open:
            self.rows.add(blocks)
        else:
            self.paragraphs.extend(blocks)

    def text(self, text: str) -> None:
        """Text counts in paragraphs."""
        if self.open and not self.silent and not self.inserting:
            self.open[-1].append(text)
