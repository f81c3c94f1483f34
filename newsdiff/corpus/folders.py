"""Two folders, or two revisions of a repository: which files are versions of one another, and how each pair differs.

>>> one, other = (Tree("wire", [File("a.txt", lambda: "1", lambda: b"Six men left.")]),
...               Tree("print", [File("a.txt", lambda: "2", lambda: b"Nine men left.")]))
>>> [(row.a, row.b, row.status, row.edits[0].kind) for row in compare_trees(one, other, Settings())]
[('a.txt', 'a.txt', 'changed', 'number')]

Files with the same path belong together; those left over are paired by their content. A file that cannot be read costs
only its own row. Hidden files (`.git`, `.DS_Store`) are skipped, and links to folders are not followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from newsdiff.check.gate import collect, is_in, resolve_paths, text_of
from newsdiff.compare import compare
from newsdiff.corpus.candidates import find_candidates
from newsdiff.edits.compare import say_error
from newsdiff.model import House
from newsdiff.read import Reading, git, reads
from newsdiff.read.document import say_unread
from newsdiff.read.paths import is_prose
from newsdiff.read.sources import AS_FOUND, SourceError, read_bytes, read_data, read_files
from newsdiff.render.pairs import PairRow

_Pair: TypeAlias = "tuple[File, File]"
MOST_BYTES = 1 << 27  # limit for a file in a repository, as for any other file


class File(NamedTuple):
    """A file of a tree: its path from the top, an identifier of its contents, and its bytes.

    Both functions raise OSError or ValueError if it cannot be read.
    """

    path: str
    digest: Callable[[], str]
    fetch: Callable[[], bytes]


class Tree(NamedTuple):
    """One side: a folder or a revision under its given name, its files, and notes on what was left out."""

    name: str
    files: list[File]
    notes: tuple[str, ...] = ()


class Settings(NamedTuple):
    """How files are read and compared: the options of `newsdiff A B`, and the house lists."""

    reading: Reading = AS_FOUND
    encoding: str | None = None
    lang: str = "en"
    strict: bool = False
    embed: Any = None
    house: House | None = None
    suffixes: tuple[str, ...] = ()
    min_confidence: float = 0.0


# The sides


def read_folder(folder: str) -> Tree:
    """The files below a folder. Raises SourceError if it cannot be read at all."""
    files: list[File] = []
    links: list[str] = []
    try:
        os.listdir(folder)
    except OSError as error:
        raise SourceError(f"{text_of(folder)}: {error.strerror}") from None

    def note_error(error: OSError) -> None:
        files.append(_unreadable(os.path.relpath(error.filename or folder, folder), error))

    for where, folders, names in os.walk(folder, onerror=note_error):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links += [path for name in folders if os.path.islink(path := os.path.join(where, name))]
        for name in names:
            if not name.startswith("."):
                files.append(_file(os.path.join(where, name), folder))
    notes = (f"links to folders are not followed: {', '.join(map(text_of, sorted(links)))}",) if links else ()
    return Tree(folder, sorted(files), notes)


def _file(path: str, folder: str) -> File:
    def digest() -> str:
        from hashlib import file_digest

        _check_regular(path)
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def fetch() -> bytes:
        _check_regular(path)
        return read_bytes(path)

    return File(os.path.relpath(path, folder).replace(os.sep, "/"), digest, fetch)


def _check_regular(path: str) -> None:
    """Raises ValueError for a pipe or a device, which may be endless, and OSError for a dangling link."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise ValueError("not a regular file")


def _unreadable(path: str, error: OSError) -> File:
    def fail() -> Any:
        raise error

    return File(path, fail, fail)


def read_revisions(
    named: git.Range, paths: Sequence[str], blobs: git.Blobs, settings: Settings
) -> tuple[Tree, Tree, list[_Pair], list[str]]:
    """What differs between two revisions: both sides, the pairs, and the requested paths.

    `paths` are relative to the current folder. Files that are not prose count only if they are named. A single named
    file is a pair even if it is unchanged. Raises GitError.
    """
    place = git.find_place()
    wanted = resolve_paths(paths, place)
    old, new = git.find_range(named)
    one, other = Tree(named.old, []), Tree(named.new, [])
    pairs: list[_Pair] = []
    changes = git.list_changes(old, new)
    _complain(wanted, changes, place, new, named)
    for change in changes:
        if not (_is_readable(change.path, settings) or change.path in wanted):
            continue
        before = _blob(change.old_path, change.old, blobs)
        after = _blob(change.path, change.new, blobs)
        if change.status == "deleted":
            one.files.append(before)
        elif change.mode not in git.FILE_MODES:  # a link, or a repository inside this one
            continue
        elif change.status == "added":
            other.files.append(after)
        else:
            pairs.append((before, after))
    untouched = set(wanted).difference(*[(change.path, change.old_path) for change in changes])
    if len(wanted) == 1 and untouched & git.list_files(place, new):
        file = _blob(wanted[0], git.find_blob(new, wanted[0]) or "", blobs)
        pairs.append((file, file))
    return one, other, pairs, wanted


def _complain(
    wanted: Sequence[str], changes: Sequence[git.Change], place: git.Place, new: str, named: git.Range
) -> None:
    """Raises GitError for a path that is in neither revision."""
    seen = {path for change in changes for path in (change.path, change.old_path)}
    if wanted:
        seen |= git.list_files(place, new)
    for path in wanted:
        if not any(is_in(name, [path]) for name in seen):
            raise git.GitError(f"{text_of(path)}: neither in {named.old} nor in {named.new}")


def _blob(path: str, name: str, blobs: git.Blobs) -> File:
    def fetch() -> bytes:
        try:
            return blobs.read(name, MOST_BYTES)
        except git.TooLargeError:
            raise ValueError(f"more than {MOST_BYTES >> 20} MB, too long for an article") from None

    return File(path, lambda: name, fetch)


# The pairs


def compare_trees(
    a: Tree, b: Tree, settings: Settings, pairs: Sequence[_Pair] = (), wanted: Sequence[str] = ()
) -> Iterator[PairRow]:
    """A row for each pair and for each file without a counterpart, in the order of the paths.

    `pairs` are already known; rows outside the `wanted` paths, if any are given, are left out.
    """
    found = [*pairs, *pair_names(a.files, b.files)]
    taken = {id(file) for pair in found for file in pair}
    left_a = [file for file in a.files if id(file) not in taken]
    left_b = [file for file in b.files if id(file) not in taken]
    by_content = pair_contents(left_a, left_b, settings)
    taken |= {id(file) for pair in by_content for file in pair}
    guessed = {id(pair[1]) for pair in by_content}
    todo: list[tuple[File | None, File | None]] = [*found, *by_content]
    todo += [(file, None) for file in left_a if id(file) not in taken]
    todo += [(None, file) for file in left_b if id(file) not in taken]
    for one, other in sorted(todo, key=lambda pair: (pair[1] or pair[0] or _NOTHING).path):
        if wanted and not any(file and is_in(file.path, wanted) for file in (one, other)):
            continue
        if one is None or other is None:
            yield _lonely(one, other)
            continue
        row = _compare_safely(one, other, settings)
        if id(other) in guessed and row.summary and not row.summary.related:
            yield from (_lonely(one, None), _lonely(None, other))
        else:
            yield row
        collect()


def _compare_safely(a: File, b: File, settings: Settings) -> PairRow:
    """The row of a pair, even if newsdiff itself fails: a bug must not cost the other pairs."""
    try:
        return compare_files(a, b, settings)
    except Exception as error:
        if os.environ.get("NEWSDIFF_TRACEBACK"):
            raise
        told = f"internal error, please report it: {say_error(error)}"
        return PairRow(text_of(a.path), text_of(b.path), "error", error=told)


_NOTHING = File("", str, bytes)


def _lonely(a: File | None, b: File | None) -> PairRow:
    name = text_of((a or b or _NOTHING).path)
    return PairRow(name if a else None, name if b else None, "only in A" if a else "only in B")


def pair_names(a: Sequence[File], b: Sequence[File]) -> list[_Pair]:
    """The files that have the same path."""
    there = {file.path: file for file in b}
    return [(file, there[file.path]) for file in a if file.path in there]


def pair_contents(a: Sequence[File], b: Sequence[File], settings: Settings) -> list[_Pair]:
    """The files that are versions of one another by content, each in one pair: equal ones first, then the likest."""
    if not a or not b:
        return []
    pairs: list[_Pair] = []
    digests: dict[str, list[File]] = {}
    for file in b:
        if (key := _try_digest(file)) is not None:
            digests.setdefault(key, []).append(file)
    for file in a:
        if equal := digests.get(_try_digest(file) or ""):
            pairs.append((file, equal.pop(0)))
    taken = {id(file) for pair in pairs for file in pair}
    sides = [[(f, text) for f in side if id(f) not in taken and (text := _try_text(f, settings))] for side in (a, b)]
    if not all(sides):
        return pairs
    one, other = sides
    for candidate in find_candidates([text for _, text in one], [text for _, text in other]):
        x, y = one[candidate.a][0], other[candidate.b][0]
        if id(x) not in taken and id(y) not in taken:
            taken |= {id(x), id(y)}
            pairs.append((x, y))
    return pairs


def _try_digest(file: File) -> str | None:
    try:
        return file.digest()
    except (OSError, ValueError, git.GitError):
        return None


def _try_text(file: File, settings: Settings) -> str:
    """The text of a file of prose, "" if it cannot be read; its row reports what is wrong with it."""
    if not _is_readable(file.path, settings):
        return ""
    try:
        return read_data(file.path, file.fetch(), settings.encoding, settings.reading)[0].text
    except (OSError, ValueError, git.GitError):
        return ""


def _is_readable(path: str, settings: Settings) -> bool:
    """Whether a path looks like prose: by its suffix, or because it has none."""
    return reads(path) or is_prose(path, settings.suffixes) or settings.reading.form is not None


def compare_files(a: File, b: File, settings: Settings) -> PairRow:
    """The row of a pair, which also reports anything wrong with its files."""
    row = PairRow(text_of(a.path), text_of(b.path), "same")
    try:
        if a.digest() == b.digest():
            return row
        if not _is_readable(b.path, settings) and not _is_readable(a.path, settings):
            return row._replace(
                status="skipped", error=f"differs, but {os.path.splitext(row.path)[1]} files are not read"
            )
        files = [(text_of(file.path), file.fetch(), text_of(file.path)) for file in (a, b)]
        sources = read_files(files, settings.encoding, settings.reading)
    except (OSError, ValueError, SourceError, git.GitError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return row._replace(status="error", error=why.removeprefix(f"{row.a}: ").removeprefix(f"{row.b}: "))
    articles = [source.article for source in sources]
    found = compare(*articles, lang=settings.lang, strict=settings.strict, embed=settings.embed, house=settings.house)
    sure = tuple([edit for edit in found.edits if edit.confidence >= settings.min_confidence])
    unread = say_unread(sources[0].document, sources[1].document)
    notes = [source.note for source in sources]
    notes.append(f"not compared, though it differs: {unread}" if unread else "")
    return row._replace(
        status="changed" if found.differs else "same",
        summary=found._replace(edits=sure).summary,
        edits=sure,
        notes=tuple([note for note in notes if note]),
        failed=found.failed,
    )
