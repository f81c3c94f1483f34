"""A run over several pairs: two folders, or two revisions.

>>> find_task(Request("a.txt", "b.txt"))

It also explains what was probably meant by a revision without a file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from newsdiff.cli import DIFFERENT, SAME, TROUBLE, say, say_failed, say_language
from newsdiff.config import Config, ConfigError, read_config
from newsdiff.output import OutputError
from newsdiff.read import Reading, git
from newsdiff.read.sources import SourceError, check_encoding, printable, read_files
from newsdiff.run import Request, RunError, deliver, label_sides, load_embedder, look, run_once, show_sides

if TYPE_CHECKING:
    from newsdiff.corpus.folders import File, Settings
    from newsdiff.render.pairs import PairRow


def find_task(request: Request) -> Callable[[], int] | None:
    """What to run if the request names two folders or a range of revisions, else None."""
    if named := git.parse_range(request.a):
        return partial(_run_range, request, named)
    if request.b is None or not os.path.isdir(request.a):
        return None
    if os.path.isdir(request.b):
        return partial(_run_folders, request)
    if not os.path.isfile(request.b):
        return None
    # A folder and a file: the file of that name in the folder, as in diff.
    return partial(run_once, request._replace(a=os.path.join(request.a, os.path.basename(request.b))))


def _run_folders(request: Request) -> int:
    from newsdiff.corpus.folders import compare_trees, read_folder

    with _trouble():
        settings = _settings(request)
        a, b = read_folder(request.a), read_folder(request.b or "")
        for note in () if request.quiet else (*a.notes, *b.notes):
            say(note)
        return _show_rows(request, (a.name, b.name), compare_trees(a, b, settings))


def _run_range(request: Request, named: git.Range) -> int:
    from newsdiff.corpus.folders import compare_trees, read_revisions

    paths = (*((request.b,) if request.b is not None else ()), *request.paths)
    with _trouble(), git.Blobs() as blobs:
        settings = _settings(request)
        a, b, pairs, wanted = read_revisions(named, paths, blobs, settings)
        single = [pair for pair in pairs if [pair[0].path] == wanted or [pair[1].path] == wanted]
        if single:
            return _run_pair(request, named, single[0])
        return _show_rows(request, (a.name, b.name), compare_trees(a, b, settings, pairs, wanted))


def _run_pair(request: Request, named: git.Range, pair: tuple[File, File]) -> int:
    """The report of one file in both revisions."""
    config = read_config(".")
    names = [f"{revision}:{printable(file.path)}" for revision, file in zip((named.old, named.new), pair, strict=True)]
    try:
        files = [(name, file.fetch(), name) for name, file in zip(names, pair, strict=True)]
    except ValueError as error:
        raise RunError(f"{names[1]}: {error}") from None
    sides = read_files(files, _encoding(request), _reading(request, config))
    return show_sides(label_sides(sides, request.labels), request, config)


def _show_rows(request: Request, names: tuple[str, str], rows: Iterable[PairRow]) -> int:
    """The exit code, which says whether anything differs, after printing a row for each pair."""
    from newsdiff.render.pairs import FORMATS, PairReport, make_name, render_pairs

    if request.form not in FORMATS:
        known = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        raise RunError(f"--format {request.form} shows a single pair; for several choose {known}", usage=True)
    labels = [*request.labels, *[make_name(name) for name in names[len(request.labels) :]]]
    report = PairReport(labels[0], labels[1], tuple(rows if request.quiet else _tell_progress(rows)))
    if not request.quiet:
        say_language(request.lang)
        for row in report.rows:
            for note in row.notes:
                say(f"{row.path}: {note}")
    if request.output not in (None, "-") or not request.quiet:
        options = look(request)
        deliver(render_pairs(request.form, report, options), request, request.form == "table")
    for row in report.rows:
        say_failed(row.path, row.failed)
    if any(row.failed or row.status == "error" for row in report.rows):
        return TROUBLE
    return DIFFERENT if report.differs else SAME


def _tell_progress(rows: Iterable[PairRow]) -> Iterator[PairRow]:
    """The rows; on a terminal a line on stderr counts them, and disappears at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from rows
        return
    for number, row in enumerate(rows, 1):
        if number % 10 == 0:
            print(f"\r{number} files compared", end="", file=sys.stderr, flush=True)
        yield row
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _settings(request: Request) -> Settings:
    from newsdiff.corpus.folders import Settings

    config = read_config(".")
    embed = load_embedder(request.embedder)
    return Settings(
        _reading(request, config), _encoding(request), request.lang, request.strict, embed, config.house,
        config.check.suffixes, request.min_confidence,
    )  # fmt: skip


def _reading(request: Request, config: Config) -> Reading:
    return Reading(request.form_in, request.docx, request.html, request.notes, config.copy_fields)


def _encoding(request: Request) -> str | None:
    return None if request.encoding is None else check_encoding(request.encoding)


@contextmanager
def _trouble() -> Iterator[None]:
    """Turns errors into a RunError."""
    try:
        yield
    except (SourceError, ConfigError, OutputError, git.GitError) as error:
        raise RunError(str(error)) from None


def explain_revision(request: Request) -> str:
    """What was probably meant, if A or B names a revision without a file; "" if neither does."""
    sides = [side for side in (request.a, request.b) if side is not None]
    revisions = [side for side in sides if _is_revision(side)]
    if not revisions:
        return ""
    first, rest = revisions[0], [side for side in (*sides, *request.paths) if side not in revisions]
    paths = " ".join(["", *rest])
    if len(revisions) == 2:
        meant = f"{first}..{revisions[1]}{paths}"
    elif len(rest) == 1 and not os.path.isdir(rest[0]):
        meant = f"{first}:{_from_top(rest[0])} {rest[0]}, or {first}..{paths}"
    else:
        meant = f"{first}..{paths}"
    return f"{printable(first)} is a revision, not a file; did you mean {printable(meant)}?"


def _is_revision(name: str) -> bool:
    """Whether a name that is not a file is a revision of the current repository."""
    if ":" in name or "\0" in name or name == "-" or os.path.lexists(name):
        return False
    with suppress(git.GitError):
        return bool(git.find_commit(name))
    return False


def _from_top(path: str) -> str:
    """A path as it has to follow REV: in the current folder."""
    with suppress(git.GitError):
        return f"./{path}" if git.find_place().prefix else path
    return path
