"""A run of the comparison, from the options of the command line to its exit code: read, compare, render, deliver.

>>> Request("a.txt", "b.txt").form
'table'

It does not use click: errors are raised as RunError, whose message is one line.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdiff.cli import DIFFERENT, SAME, TROUBLE, say, say_failed, say_language
from newsdiff.compare import compare
from newsdiff.config import Config, ConfigError, read_config
from newsdiff.model import Comparison
from newsdiff.read import Reading
from newsdiff.read.document import say_unread
from newsdiff.read.sources import Source, SourceError, read_pair, read_sides
from newsdiff.text.shadow import find_escape

if TYPE_CHECKING:
    from newsdiff.render.formats import Options


class RunError(Exception):
    """Trouble, in one line; `usage` if the options are at fault."""

    def __init__(self, message: str, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage


class Request(NamedTuple):
    """The request: the command line's options by their names."""

    a: str
    b: str | None
    paths: tuple[str, ...] = ()  # after a range of revisions, besides `b`
    form: str = "table"
    output: str | None = None
    quiet: bool = False
    strict: bool = False
    lang: str = "en"
    embedder: str | None = None
    form_in: str | None = None
    docx: str = "final"
    notes: str = "footnotes"
    html: str = "news"
    encoding: str | None = None
    labels: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    show_all: bool = False
    all_sentences: bool = False
    all_edits: bool = False
    stat: bool = False
    context: int = 0
    layout: str = "auto"
    theme: str | None = None
    color: str = "auto"
    no_pager: bool = False
    open_it: bool = False
    watch: bool = False
    indent: bool = False


def run(request: Request) -> int:
    """The exit code. Raises RunError."""
    _check(request)
    if request.watch:
        from newsdiff.watch import watch

        watch(request)
    if request.open_it and request.output in (None, "-"):
        from newsdiff.output import make_file

        request = request._replace(output=make_file(request.form))
    if os.path.isdir(request.a) or is_range(request.a):
        from newsdiff.run_pairs import find_task

        if task := find_task(request):
            return task()
    return run_once(request)


def run_once(request: Request) -> int:
    """Compare and show. Raises RunError."""
    try:
        config = read_config(".")
        sides = read_both(request, config)
    except SourceError as error:
        from newsdiff.run_pairs import explain_revision

        raise RunError(explain_revision(request) or str(error)) from None
    except ConfigError as error:
        raise RunError(str(error)) from None
    return show_sides(sides, request, config)


def show_sides(sides: list[Source], request: Request, config: Config) -> int:
    """Compare two texts that have been read, and show the result. Raises RunError."""
    from newsdiff.output import OutputError

    comparison = compare_sides(sides, request, config)
    if not request.quiet:
        _say_notes(sides, comparison, request)
    try:
        if request.output not in (None, "-") or not request.quiet:
            _show(comparison, request)
    except OutputError as error:
        raise RunError(str(error)) from None
    if comparison.failed:
        say_failed(comparison.b.name, comparison.failed)
        return TROUBLE
    return DIFFERENT if comparison.differs else SAME


def _check(request: Request) -> None:
    """Raises RunError if options do not go together."""
    packed = request.a.lower().endswith((".docx", ".odt")) or request.form_in in ("docx", "odt")
    if (request.paths or (request.b is None and not packed)) and not is_range(request.a):
        from newsdiff.run_pairs import explain_revision

        extra = f"Got unexpected extra argument ({' '.join(request.paths)})"
        raise RunError(explain_revision(request) or (extra if request.paths else "Missing argument 'B'."), usage=True)
    if len(request.labels) > 2:
        raise RunError("--label can be given twice, for A and for B", usage=True)
    if request.stat and request.form != "table":
        raise RunError(f"--stat prints a summary for readers; it does not go with --format {request.form}", usage=True)


def is_range(text: str) -> bool:
    """Whether a text is REV..REV or REV...REV, and not a file."""
    if ".." not in text or text.startswith("../"):
        return False
    from newsdiff.read.git import parse_range

    return parse_range(text) is not None


def read_both(request: Request, config: Config) -> list[Source]:
    """Both sides, under the names to show. Raises SourceError."""
    reading = Reading(request.form_in, request.docx, request.html, request.notes, config.copy_fields)
    if request.b is None:
        sides = read_sides(request.a, request.encoding, reading)
    else:
        sides = [*read_pair(request.a, request.b, request.encoding, reading)]
    return label_sides(sides, request.labels)


def label_sides(sides: Sequence[Source], labels: Sequence[str]) -> list[Source]:
    """Both sides, under their labels where they have any."""
    labelled = [side._replace(name=label) for side, label in zip(sides, labels, strict=False)]
    return [*labelled, *sides[len(labelled) :]]


def compare_sides(sides: list[Source], request: Request, config: Config) -> Comparison:
    """The comparison. Raises RunError if the requested encoder cannot be loaded."""
    embed = load_embedder(request.embedder)
    articles = [side.article for side in sides]
    return compare(*articles, lang=request.lang, strict=request.strict, embed=embed, house=config.house)


def load_embedder(directory: str | None) -> Any:
    """The sentence encoder in the directory, if one is named."""
    if directory is None:
        return None
    from newsdiff.align.embedder import EmbedderError, load_embedder

    try:
        return load_embedder(directory)
    except EmbedderError as error:
        raise RunError(str(error)) from None


def _say_notes(sides: list[Source], comparison: Comparison, request: Request) -> None:
    """Prints on stderr what a reader should know about the sources."""
    say_language(request.lang)
    for side in sides:
        if side.note:
            say(f"{side.name}: {side.note}")
    escapes = [find_escape(side.text) for side in sides]
    for side, escape in zip(sides, escapes, strict=True):
        if escape and not all(escapes):
            say(f"{side.name} contains escape sequences, compared as the characters that they mean ({escape})")
    if unread := say_unread(*[side.document for side in sides]):
        say(f"not compared, though it differs: {unread}")
    if not comparison.related:
        say(f"{sides[0].name} and {sides[1].name} do not look like versions of the same story")


def _choose_theme(request: Request, colors: bool, terminal: bool) -> str:
    """The requested theme, or one that fits the background; a light one for a picture. Raises OutputError."""
    from newsdiff.background import choose_theme
    from newsdiff.render.formats import FOR_TERMINALS
    from newsdiff.render.palette import DEFAULT

    picture = request.form == "svg"
    if not (colors and request.form in FOR_TERMINALS) and not picture:
        return DEFAULT
    return choose_theme(request.theme or ("light" if picture else None), os.environ, terminal=terminal)


def _show(comparison: Comparison, request: Request) -> None:
    """Render and deliver. Raises OutputError."""
    from newsdiff.render.formats import FOR_TERMINALS, render

    if request.min_confidence:
        sure = [edit for edit in comparison.edits if edit.confidence >= request.min_confidence]
        comparison = comparison._replace(edits=tuple(sure))
    deliver(render(request.form, comparison, look(request)), request, request.form in FOR_TERMINALS)


def look(request: Request) -> Options:
    """The look of the result, by the options and by where it goes."""
    from newsdiff.output import is_terminal, screen, wants_color
    from newsdiff.render.formats import Options

    to_file = request.output not in (None, "-")
    terminal = not to_file and is_terminal()
    colors = wants_color(request.color, {} if to_file else os.environ, terminal=terminal)
    return Options(
        width=screen()[0],
        color=colors,
        theme=_choose_theme(request, colors, terminal),
        layout=request.layout,
        stat=request.stat,
        all_sentences=request.show_all or request.all_sentences,
        all_edits=request.show_all or request.all_edits,
        context=request.context,
        only=request.only,
        ignore=request.ignore,
        indent=request.indent,
        terminal=terminal,
    )


def deliver(text: str, request: Request, for_terminal: bool) -> None:
    """Write where the request says. Raises OutputError."""
    from newsdiff import output

    paged = not (request.no_pager or request.watch)
    output.deliver(text, request.output, for_terminal=for_terminal, paged=paged, open_it=request.open_it)
