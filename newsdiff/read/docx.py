r"""A Word file -> its text: paragraphs, tables, text boxes, notes; tracked changes accepted or rejected.

>>> body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>He '
>>> body += '</w:t></w:r><w:del><w:r><w:delText>paused</w:delText></w:r></w:del><w:ins><w:r><w:t>left</w:t></w:r></w:ins>'
>>> body += '</w:p></w:body></w:document>'
>>> read_document([body.encode()], "original"), read_document([body.encode()], "final")
(['He paused'], ['He left'])

The file is a zip archive of XML. Both are read piece by piece with the standard library, within bounds: no document type (so
no entities of its own), no deep nesting, no more than a size unpacked. Out are comments, headers, footers, field codes and
formulas; list numbers are made by Word and do not stand in the file.
"""  # noqa: E501

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

PACKED_LIMIT = 64_000_000  # bytes of the file
UNPACKED_LIMIT = 128_000_000  # bytes of all parts that are read; a novel has 5 MB
DIRECTORY_LIMIT = (
    4_000_000  # bytes of the archive's own list: zipfile would hold a thousand bytes for each of its entries
)
DEPTH_LIMIT = 256
_PIECE = 1 << 16
_MAIN = ("wordprocessingml/2006/main", "wordprocessingml/main")
_SKIPPED = frozenset(["Fallback", "pPrChange", "rPrChange", "del", "moveFrom", "instrText", "binData", "comment"])


def read_docx(data: bytes, side: str) -> str:
    """The text of a Word file, paragraphs parted by blank lines; `side` is "original" or "final". Raises ValueError."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError("a Word file with a password, or of the old kind (.doc): save it as .docx without one")
    try:
        _check_archive(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n\n".join(_read_archive(archive, side))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError, OSError) as error:
        raise ValueError(f"not a Word file ({error})") from None
    except expat.ExpatError as error:
        raise ValueError(f"not a Word file (its XML is broken: {expat.ErrorString(error.code)})") from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2"):  # none of them is worth importing for its name
            raise ValueError(f"not a Word file ({error})") from None
        raise


def _check_archive(data: bytes) -> None:
    if len(data) > PACKED_LIMIT:
        raise ValueError(f"too large for a Word file (over {PACKED_LIMIT // 1_000_000} MB)")
    end = data.rfind(b"PK\5\6", max(0, len(data) - 70_000))
    if end < 0 or len(data) < end + 22:
        raise ValueError("not a Word file (not a whole zip archive)")
    if int.from_bytes(data[end + 12 : end + 16], "little") > DIRECTORY_LIMIT:
        raise ValueError("not a Word file (an archive of too many files)")


def _read_archive(archive: zipfile.ZipFile, side: str) -> Iterator[str]:
    """The paragraphs of the text, then those of its footnotes and endnotes."""
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        raise ValueError("not a Word file (a zip archive without word/document.xml)")
    left = UNPACKED_LIMIT
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if name in names:
            left -= archive.getinfo(name).file_size
            if left < 0:
                raise ValueError(f"too large for a Word file (over {UNPACKED_LIMIT // 1_000_000} MB unpacked)")
            with archive.open(name) as part:
                yield from read_document(iter(lambda: part.read(_PIECE), b""), side)


def read_document(pieces: Iterable[bytes], side: str) -> list[str]:
    """The paragraphs of one part. Raises ValueError and ExpatError."""
    reader = _Reader(side)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return reader.paragraphs


class _Reader:
    """What expat calls: it keeps the paragraphs that are open (a text box stands in one) and what is to be skipped."""

    def __init__(self, side: str) -> None:
        self.paragraphs: list[str] = []
        self.skipped = _SKIPPED if side == "final" else (_SKIPPED - {"del", "moveFrom"}) | {"ins", "moveTo"}
        self.joining = "del" if side == "final" else "ins"  # a paragraph mark so tracked ends no paragraph on this side
        self.open: list[list[str]] = []
        self.joins: list[bool] = []  # of each open paragraph, whether it runs on into the next
        self.boxes: list[list[str]] = []  # paragraphs of text boxes, told after the one that they hang on
        self.path: list[str] = []
        self.skip = 0  # the depth from which on nothing counts
        self.words = False
        self.joined = ""

    def refuse(self, *args: object) -> None:
        raise ValueError("not a Word file (its XML declares a document type)")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.path.append(tag)
        if len(self.path) > DEPTH_LIMIT:
            raise ValueError("not a Word file (its XML is nested too deeply)")
        if self.skip:
            return
        main = space.endswith(_MAIN)
        if main and self.joins and tag == self.joining and self.path[-3:-1] == ["pPr", "rPr"]:
            self.joins[-1] = True
        if (main and tag in self.skipped and "rPr" not in self.path) or tag == "Fallback":
            self.skip = len(self.path)
        elif main and tag in ("footnote", "endnote") and attributes.get(f"{space} type"):
            self.skip = len(self.path)  # separators between text and notes
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
        elif tag == "p" and space.endswith(_MAIN):
            text, boxes, join = "".join(self.open.pop()), self.boxes.pop(), self.joins.pop()
            if join and not self.open:
                self.joined += text
            else:
                if not self.open:
                    text, self.joined = self.joined + text, ""
                (self.boxes[-1] if self.boxes else self.paragraphs).extend([p for p in (text.strip(), *boxes) if p])
        elif tag == "body" and self.joined.strip():
            self.paragraphs.append(self.joined.strip())
            self.joined = ""
        self.path.pop()

    def text(self, text: str) -> None:
        if self.words and not self.skip and self.open:
            self.open[-1].append(text)
