"""Zip archives from strangers: the parts of a Word or OpenDocument file, piece by piece and within bounds.

No document type (so no entities of its own), no deep nesting, no more than a size unpacked, and of the ways to compress only
the two that these formats use: the others need gigabytes for a kilobyte.
"""  # noqa: E501

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat

PACKED_LIMIT = 64_000_000  # bytes of the file
UNPACKED_LIMIT = 128_000_000  # bytes of all parts that are read; a novel has 5 MB
DIRECTORY_LIMIT = 4_000_000  # of the archive's own list: zipfile would hold a thousand bytes for each entry
DEPTH_LIMIT = 256
_PIECE = 1 << 16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Handler(Protocol):
    """What is called for the elements of a part."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; its name is that of its namespace, a space, and its own."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


class Archive:
    """The parts of a file, each read once. `kind` is what messages call it."""

    def __init__(self, data: bytes, kind: str, first: str) -> None:
        self.kind = kind
        if len(data) > PACKED_LIMIT:
            raise ValueError(f"too large for {kind} (over {PACKED_LIMIT // 1_000_000} MB)")
        end = data.rfind(b"PK\5\6", max(0, len(data) - 70_000))
        if end < 0 or len(data) < end + 22:
            raise ValueError(f"not {kind} (not a complete zip archive)")
        if int.from_bytes(data[end + 12 : end + 16], "little") > DIRECTORY_LIMIT:
            raise ValueError(f"not {kind} (the archive has too many files)")
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self.zip.namelist())
        if first not in self.names:
            raise ValueError(f"not {kind} (a zip archive without {first})")
        self.left = UNPACKED_LIMIT

    def parse(self, name: str, handler: Handler) -> None:
        """Calls the handler for the contents of a part."""
        info = self.zip.getinfo(name)
        self.left -= info.file_size
        if self.left < 0:
            raise ValueError(f"too large for {self.kind} (over {UNPACKED_LIMIT // 1_000_000} MB unpacked)")
        if info.compress_type not in _METHODS:
            raise ValueError(f"not {self.kind} (its compression is not one that such files use)")
        with self.zip.open(name) as part:
            parse_part(iter(lambda: part.read(_PIECE), b""), handler, self.kind)


def parse_part(pieces: Iterable[bytes], handler: Handler, kind: str) -> None:
    """Calls the handler for an XML text. Raises ValueError and ExpatError."""
    depth = 0

    def refuse(*args: object) -> None:
        raise ValueError(f"not {kind} (its XML declares a document type)")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_LIMIT:
            raise ValueError(f"not {kind} (its XML is nested too deeply)")
        handler.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def guarded(blocks: Iterator[str], kind: str) -> list[str]:
    """What a reader yields; whatever is wrong with the archive is a ValueError of one line."""
    try:
        return list(blocks)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError, OSError) as error:
        raise ValueError(f"not {kind} ({error})") from None
    except expat.ExpatError as error:
        raise ValueError(f"not {kind} (its XML is broken: {expat.ErrorString(error.code)})") from None
    except Exception as error:
        if type(error).__module__ == "zlib":  # not worth importing for its name
            raise ValueError(f"not {kind} ({error})") from None
        raise


class Rows:
    """The tables that are open: a row is one block with tabs between its cells, unless a cell holds paragraphs."""

    def __init__(self) -> None:
        self._rows: list[list[list[str]]] = []

    @property
    def is_open(self) -> bool:
        """Whether a cell is being read."""
        return bool(self._rows and self._rows[-1])

    def start_row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def start_cell(self) -> None:
        """A cell begins."""
        if self._rows:
            self._rows[-1].append([])

    def add(self, blocks: list[str]) -> None:
        """Adds the paragraphs of a cell."""
        self._rows[-1][-1].extend(blocks)

    def end_row(self) -> list[str]:
        """The blocks of the row that ends."""
        cells = self._rows.pop() if self._rows else []
        if any(len(cell) > 1 for cell in cells):
            return [block for cell in cells for block in cell]
        row = "\t".join([" ".join(cell) for cell in cells]).strip()
        return [row] if row else []
