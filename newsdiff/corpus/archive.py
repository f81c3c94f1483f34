r"""An archive, read one article at a time: lines of JSON, Parquet, or a folder of anything that newsdiff reads.

>>> import tempfile
>>> with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
...     _ = file.write('{"id": "wire-1", "text": "Dam fails.", "series": "wire", "date": "2026-11-28"}\n')
...     file.flush()
...     [(article.id, article.series, article.day) for article in read_archive(file.name)]
[('wire-1', 'wire', 20785)]

The fields are passim's. In a folder, each file is an article, whose series is the first folder on its path; files of
lines (.jsonl, .ndjson, also .gz) and .parquet files in it hold articles of their own. Anything wrong with a line, a row
or a file ends the run with one line that names it: an archive read only in part proves nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from typing import IO, Any, NamedTuple, cast

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_LONGEST_LINE = 1 << 27  # bytes; newsdiff.read also refuses files longer than that
_EPOCH = 719_163  # 1 January 1970 as an ordinal
_ROWS = 1024


class ArchiveError(Exception):
    """An archive that cannot be read. The message is one line that names the place."""


class Item(NamedTuple):
    """An article of an archive; `day` is its date as days since 1970, if the date is one."""

    id: str
    text: str
    series: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def day(self) -> int | None:
        """The date as days since 1970, None if there is none or it does not begin with YYYY-MM-DD."""
        from datetime import date

        try:
            return date.fromisoformat((self.date or "")[:10]).toordinal() - _EPOCH
        except ValueError:
            return None


def read_archive(path: str) -> Iterator[Item]:
    """The articles at `path`, in order. Raises ArchiveError, also if two have the same id or there are none."""
    from hashlib import blake2b

    seen: set[bytes] = set()
    for where, item in _read(path):
        mark = blake2b(item.id.encode(), digest_size=8).digest()
        if mark in seen:
            raise ArchiveError(f"{where}: a second article has the id {item.id!r}")
        seen.add(mark)
        yield item
    if not seen:
        raise ArchiveError(f"{path}: no articles")


def _read(path: str) -> Iterator[tuple[str, Item]]:
    """Each article with the place it was read from."""
    try:
        if os.path.isdir(path):
            yield from _read_folder(path)
        elif path.endswith(LINES):
            yield from _read_lines(path)
        elif path.endswith(".parquet"):
            yield from _read_parquet(path)
        elif os.path.exists(path):
            raise ArchiveError(f"{path}: not an archive; it takes a folder, .jsonl, .jsonl.gz or .parquet")
        else:
            raise ArchiveError(f"{path}: No such file or directory")
    except OSError as error:
        raise ArchiveError(f"{error.filename or path}: {error.strerror or error}") from None


def _read_folder(folder: str) -> Iterator[tuple[str, Item]]:
    from newsdiff.read.sources import SourceError, read_file

    for name in _files(folder):
        path = os.path.join(folder, name)
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe or a device may have no end
            raise ArchiveError(f"{path}: not a regular file")
        if name.endswith(LINES):
            yield from _read_lines(path)
        elif name.endswith(".parquet"):
            yield from _read_parquet(path)
        else:
            shown = os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/")
            try:
                text = read_file(path, name, path).text
            except SourceError as error:
                raise ArchiveError(str(error)) from None
            yield path, Item(shown, text, shown.partition("/")[0] if "/" in shown else None)


def _files(folder: str) -> list[str]:
    """The files below a folder as paths from there, sorted; without hidden files and those of Spark (_SUCCESS)."""
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        found += [os.path.relpath(os.path.join(parent, name), folder) for name in files if name[0] not in "._"]
    return sorted(found)


def _read_lines(path: str) -> Iterator[tuple[str, Item]]:
    import json
    import zlib

    try:
        with _open(path) as file:
            number = 0
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                where = f"{path}:{number}"
                if len(line) > _LONGEST_LINE:
                    raise ArchiveError(f"{where}: more than {_LONGEST_LINE >> 20} MB, too long for an article")
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if not line.strip():
                    continue
                try:
                    fields = json.loads(line.decode())
                except UnicodeDecodeError as error:
                    raise ArchiveError(f"{where}: not UTF-8 (byte 0x{line[error.start]:02x})") from None
                except (ValueError, RecursionError) as error:
                    raise ArchiveError(f"{where}: not JSON ({error})") from None
                yield where, _item(fields, where)
    except (EOFError, OSError, zlib.error) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise ArchiveError(f"{path}: {why or error}") from None


def _open(path: str) -> IO[bytes]:
    if path.endswith(".gz"):
        import gzip

        return cast(IO[bytes], gzip.open(path))
    return open(path, "rb")


def _read_parquet(path: str) -> Iterator[tuple[str, Item]]:
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            names = [name for name in Item._fields if name in file.schema_arrow.names]
            number = 0
            for batch in file.iter_batches(_ROWS, columns=names):
                for fields in batch.to_pylist():
                    number += 1
                    where = f"{path}: row {number}"
                    yield where, _item(fields, where)
    except pyarrow.ArrowException as error:
        raise ArchiveError(f"{path}: not readable as Parquet ({str(error).splitlines()[0]})") from None


def _item(fields: Any, where: str) -> Item:
    """The article of a line or row. Raises ArchiveError."""
    if not isinstance(fields, Mapping):
        raise ArchiveError(f"{where}: not an object with id and text")
    values: dict[str, str | None] = {}
    for name in Item._fields:
        value = fields.get(name)
        if value is None or isinstance(value, bool | float | list | dict | bytes):
            if name == "text" or (name == "id" and value is None):
                raise ArchiveError(f'{where}: {"no" if value is None else "not a text:"} "{name}"')
            if value is not None and name in ("id", "series"):
                raise ArchiveError(f'{where}: not a name: "{name}"')
            values[name] = None if value is None else str(value)
        else:
            values[name] = _clean(str(value))
    if not values["id"]:
        raise ArchiveError(f'{where}: no "id"')
    return Item(**values)  # type: ignore[arg-type]


def _clean(text: str) -> str:
    r"""The text without halves of characters, which JSON can write ("\ud83d") and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
