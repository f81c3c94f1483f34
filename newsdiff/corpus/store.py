"""The folder of a run: its manifest, its tables, and the part files from which a rerun continues.

    manifest.json                       the settings and what was found
    articles.parquet                    the archive as it was read
    candidates.parquet                  the pairs to compare, numbered in the order of the archive
    work/part-00000000-00000064.parquet results of candidates 0 to 63; what is there need not be compared again
    pairs, edits, families .parquet     the result, when all parts are there

Every file is written next to its place and moved there once complete, so a run may be killed at any time.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.tables import TABLES

if TYPE_CHECKING:
    import pyarrow

FORMAT = 1  # of the folder; increased when older runs cannot be continued
ROW_GROUP = 1 << 16  # rows: the same size whatever wrote the table, or its bytes would differ
_FILES = ("articles.parquet", "words.parquet", "candidates.parquet")


class RunError(Exception):
    """A run that cannot begin or continue. The message is one line."""


class Store:
    """A folder that holds a run, or is going to."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.work = self.path("work")
        self.manifest: dict[str, Any] = {}
        self._held: int | None = None  # the folder, open and locked

    def path(self, name: str) -> str:
        """A file of the folder."""
        return os.path.join(self.folder, name)

    def has(self, name: str) -> bool:
        """Whether a file exists, and so is complete."""
        return os.path.exists(self.path(name))

    def open(self, settings: dict[str, Any], restart: bool = False) -> None:
        """Begins a run with these settings, or continues the existing one. Raises RunError if its settings differ."""
        if os.path.exists(self.folder) and not os.path.isdir(self.folder):
            raise RunError(f"{self.folder}: not a folder")
        try:
            os.makedirs(self.folder, exist_ok=True)
            self._hold()
            found = self._read_manifest()
            if restart and found:
                self.clear()
                found = {}
            if not found and set(os.listdir(self.folder)) - {"work"}:
                raise RunError(f"{self.folder}: not empty, and not the folder of a run (it has no manifest.json)")
            os.makedirs(self.work, exist_ok=True)
        except OSError as error:
            raise RunError(f"{error.filename or self.folder}: {error.strerror}") from None
        if found and (other := _tell_apart(found.get("settings", {}), settings)):
            raise RunError(
                f"{self.folder} holds another run ({other}); choose another folder, or begin again with --restart"
            )
        self.manifest = found or {"format": FORMAT, "settings": {}, "counts": {}}
        self.manifest["settings"].update(settings)
        self.save()

    def _hold(self) -> None:
        """Locks the folder, or two runs would write the same files. Raises RunError where another run has it.

        The lock ends with the process, however that ends. Systems and disks without locks do without.
        """
        try:
            import fcntl

            self._held = os.open(self.folder, os.O_RDONLY)
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RunError(f"{self.folder}: another run is working in this folder") from None
        except (ImportError, OSError):
            pass

    def close(self) -> None:
        """Lets go of the folder."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def load(self) -> None:
        """Opens the existing run. Raises RunError if there is none."""
        self.manifest = self._read_manifest()
        if not self.manifest:
            raise RunError(f"{self.folder}: not the folder of a run (it has no manifest.json)")

    def _read_manifest(self) -> dict[str, Any]:
        try:
            with open(self.path("manifest.json"), encoding="utf-8") as file:
                found = json.load(file)
        except FileNotFoundError:
            return {}
        except (ValueError, NotADirectoryError):
            found = None
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise RunError(f"{self.path('manifest.json')}: not the manifest of a run of this version")
        return found

    def save(self) -> None:
        """Writes the manifest."""
        with self.writing("manifest.json") as path, open(path, "w", encoding="utf-8") as file:
            json.dump(self.manifest, file, indent=2, ensure_ascii=False)
            file.write("\n")

    def abandon(self) -> None:
        """Removes a run that never began, and its folder if nothing else is in it."""
        self.clear()
        with suppress(OSError):
            os.rmdir(self.folder)

    def count(self, **counts: int) -> None:
        """Records numbers in the manifest."""
        self.manifest["counts"].update(counts)
        self.save()

    def clear(self) -> None:
        """Removes everything that a run writes."""
        for name in ["manifest.json", *_FILES, *(f"{name}.{form}" for name in TABLES for form in ("parquet", "csv"))]:
            if self.has(name):
                os.unlink(self.path(name))
        for name in ("work", "report"):
            shutil.rmtree(self.path(name), ignore_errors=True)

    @contextmanager
    def writing(self, name: str) -> Iterator[str]:
        """A path to write to, moved to its place at the end. Raises RunError if that fails."""
        path = self.path(name)
        unfinished = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.tmp")
        try:
            yield unfinished
            os.replace(unfinished, path)
        except OSError as error:
            raise RunError(f"{path}: {error.strerror or error}") from None
        finally:
            if os.path.exists(unfinished):
                os.unlink(unfinished)

    def missing(self, total: int, size: int) -> list[tuple[int, int]]:
        """The ranges of candidates, `size` at most, that have no results yet, in order."""
        gaps, at = [], 0
        for first, end, _ in self.parts():
            gaps.append((at, first))
            at = end
        gaps.append((at, total))
        return [(n, min(n + size, end)) for first, end in gaps for n in range(first, end, size)]

    def parts(self) -> list[tuple[int, int, str]]:
        """First, end and path of the existing parts, in order; of a folder that Spark wrote, only complete ones."""
        found = []
        for name in os.listdir(self.work):
            path = os.path.join(self.work, name)
            whole = name.endswith(".parquet") and name.startswith("part-")
            if whole and (os.path.isfile(path) or os.path.exists(os.path.join(path, "_SUCCESS"))):
                first, end = name[5:-8].split("-")
                found.append((int(first), int(end), path))
        return sorted(found)

    def part(self, first: int, end: int) -> str:
        """The name of a part."""
        return os.path.join("work", f"part-{first:08d}-{end:08d}.parquet")

    def write_table(self, name: str, kind: pyarrow.Schema, tables: Iterable[pyarrow.Table]) -> int:
        """Writes a table; returns the number of rows. The same rows give the same bytes, however they are divided."""
        import pyarrow
        import pyarrow.parquet

        rows = 0
        with self.writing(name) as path, pyarrow.parquet.ParquetWriter(path, kind, compression="zstd") as writer:
            waiting = kind.empty_table()
            for table in tables:
                waiting = pyarrow.concat_tables([waiting, table.select(kind.names).cast(kind)])
                while waiting.num_rows >= ROW_GROUP:
                    writer.write_table(waiting.slice(0, ROW_GROUP).combine_chunks(), ROW_GROUP)
                    waiting = waiting.slice(ROW_GROUP)
                    rows += ROW_GROUP
            writer.write_table(waiting.combine_chunks(), ROW_GROUP)
        return rows + int(waiting.num_rows)


def _tell_apart(old: dict[str, Any], new: dict[str, Any]) -> str:
    """The settings that both have but that differ, in words, "" for none."""
    names = [name for name in new if name in old and old[name] != new[name]]
    return ", ".join([f"{name} {_say(old[name])}, now {_say(new[name])}" for name in names])


def _say(value: object) -> str:
    return "none" if value is None else str(value)
