r"""Documents other than plain text: which format a source is in, and the text in it.

>>> find_format("story.md", b"# Dam fails"), find_format("-", b"<!DOCTYPE html><title>Dam fails"), find_format("a", b"Dam")
('markdown', 'html', 'text')
>>> read_document("markdown", "# Dam *fails*\nIt\nbroke.", Reading()).text
'Dam fails\n\nIt broke.'

A format is known by its file's suffix, or if there is none (standard input, a pipe) by how its content begins, so
Markdown on standard input is not recognised. Each reader bounds its work; a file beyond the bounds is an error.
"""  # noqa: E501

from __future__ import annotations

import os
from typing import NamedTuple

from newsdiff.read.document import Document, as_it_is

FORMATS = ("text", "markdown", "docx", "odt", "html")
PACKED = ("docx", "odt")  # formats that are archives, and may hold tracked changes
NOTES = ("footnotes", "comments", "all", "none")
_SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".mdx": "markdown",
    ".qmd": "markdown", ".rmd": "markdown",
    ".docx": "docx", ".docm": "docx",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "MHTML",
    ".pdf": "PDF", ".rtf": "RTF", ".odt": "odt", ".ott": "odt", ".epub": "EPUB", ".doc": "Word 97", ".dot": "Word 97",
    ".pages": "Pages", ".tex": "LaTeX", ".pptx": "PowerPoint",
    ".xlsx": "Excel", ".wpd": "WordPerfect",
}  # fmt: skip
# How a format begins; of other zip archives only a Word file will do.
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # the first entry of its archive, and not compressed
_BEGINNINGS = (
    (b"PK\x03\x04", "docx"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97"),
)
_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b'<?xml version="1.0" encoding="utf-8"?><!doctype html')
_OTHER_TOOLS = {"PDF": "pdftotext", "Word 97": "LibreOffice", "Pages": "Pages itself", "WordPerfect": "LibreOffice"}


class Reading(NamedTuple):
    """How a document is read: as which format (None: find out), which side of tracked changes, what of a page.

    Which fields of front matter are copy is the house's own, and holds for both sides.
    """

    form: str | None = None
    docx: str = "final"  # or "original"
    html: str = "news"  # or "raw"
    notes: str = "footnotes"  # of Word and OpenDocument files; or one of NOTES
    copy_fields: tuple[str, ...] = ()  # of front matter, besides those that are copy anyway


def find_format(name: str, data: bytes) -> str:
    """One of FORMATS. Raises ValueError for a format that newsdiff does not read."""
    suffix = os.path.splitext(name.replace("\\", "/").rpartition("/")[2])[1].lower()
    form = _SUFFIXES.get(suffix) if suffix else _recognize(data)
    if form is None or form in FORMATS:
        return form or "text"
    tool = f"{_OTHER_TOOLS[form]}; pandoc for many others" if form in _OTHER_TOOLS else f"pandoc -t plain {name}"
    raise ValueError(f"newsdiff does not read {form}; turn it into text first ({tool})")


def reads(path: str) -> bool:
    """Whether a file of this name may hold copy: by its suffix, or because it has none."""
    suffix = os.path.splitext(path.replace("\\", "/").rpartition("/")[2])[1].lower()
    return suffix in ("", ".txt", ".text") or _SUFFIXES.get(suffix) in FORMATS


def _recognize(data: bytes) -> str | None:
    """The format by how the content begins."""
    if data.startswith(b"PK\x03\x04") and data[30 : 30 + len(_ODT)] == _ODT:
        return "odt"
    for beginning, form in _BEGINNINGS:
        if data.startswith(beginning):
            return form
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    while head.startswith(b"<!--") and b"-->" in head:
        head = head.partition(b"-->")[2].lstrip()
    return "html" if head.startswith(_TAGS) else None


def read_document(form: str, content: str | bytes, reading: Reading) -> Document:
    """A file as read, from the bytes of a Word or OpenDocument file or from decoded text.

    Raises ValueError if it cannot be read, or a library is missing.
    """
    if isinstance(content, bytes):
        notes = {"all": ("footnotes", "comments"), "none": ()}.get(reading.notes, (reading.notes,))
        if form == "odt":
            from newsdiff.read.odt import read_odt

            return read_odt(content, reading.docx, notes)
        from newsdiff.read.docx import read_docx

        return read_docx(content, reading.docx, notes)
    if form == "text":
        if "newsdiff:" in content:
            from newsdiff.read.marks import read_marked

            return read_marked(content)
        return as_it_is(content)
    if form == "markdown":
        from newsdiff.read.markdown import read_markdown

        return read_markdown(content, reading.copy_fields)
    from newsdiff.read.html import read_html

    return read_html(content, reading.html, reading.copy_fields)
