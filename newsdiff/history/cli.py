"""`newsdiff history`: what happened to a story, version by version."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from newsdiff.cli import SAME, SELECTORS, TROUBLE, language, say, say_failed, say_language

FORMATS = ("table", "json", "html", "csv", "markdown")
FOR_TERMINALS = frozenset(("table",))


class _Texts(NamedTuple):
    """The versions as read, with their times and notes."""

    articles: list[Any]
    times: list[str]
    notes: list[str]


def _print_schema(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        import json

        from newsdiff.history.wire import read_schema

        click.echo(json.dumps(read_schema(), indent=2, ensure_ascii=False))
        ctx.exit()


@click.command("history", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--git", "in_git", metavar="FILE", type=click.Path(), help="The revisions of FILE in git; follows renames."
)
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="With --git: the last N revisions only.")
@click.option("--reprints", is_flag=True, help="The first file is the original, the others have no order.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="Output format (table).")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--lang", default="en", metavar="CODE", callback=language, help="Language of all versions (en).")
@click.option("--encoding", metavar="NAME", help="Encoding of all versions, instead of detecting it.")
@click.option("--only", help="Show these events only.", **SELECTORS)
@click.option("--ignore", help="Leave these events out.", **SELECTORS)
@click.option("--all", "show_all", is_flag=True, help="List all events, also those that leave the meaning.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Use colour (auto).")
@click.option("--no-pager", is_flag=True, help="Never page long tables.")
@click.option("--open", "open_it", is_flag=True, help="Open the result in a browser.")
@click.option("--indent", is_flag=True, help="Print JSON over several lines.")
@click.option(
    "--json-schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema.",
)
def history(**given: Any) -> int:
    """Tell what happened to a story, version by version.

    FILES are the versions in chronological order: files, "-" for standard input (one only), or REV:path in the current
    git repository, in any format newsdiff reads. The output shows the sentences of all versions and what became of
    each, the edits as a list of events, what survives, and where each version took its text from.
    """
    from newsdiff import history as tell
    from newsdiff.config import ConfigError, read_config
    from newsdiff.output import OutputError
    from newsdiff.read.git import GitError
    from newsdiff.read.sources import SourceError

    _check(given)
    try:
        config = read_config(".")
        texts = _read_git(given, config.copy_fields) if given["in_git"] else _read_files(given, config.copy_fields)
        say_language(given["lang"])
        found = tell(
            texts.articles,
            times=texts.times,
            notes=texts.notes,
            reprints=given["reprints"],
            lang=given["lang"],
            house=config.house,
        )
        _show(found, given)
    except (SourceError, ConfigError, GitError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    if found.failed:
        say_failed("history", found.failed)
        return TROUBLE
    return SAME


def _check(given: dict[str, Any]) -> None:
    """Raises UsageError for options that do not go together."""
    if given["in_git"] and (given["files"] or given["reprints"]):
        raise click.UsageError("--git takes its versions from git; it goes with neither FILES nor --reprints")
    if given["last"] and not given["in_git"]:
        raise click.UsageError("--last goes with --git")
    if not given["in_git"] and len(given["files"]) < 2:
        raise click.UsageError("Name at least two versions, or one file with --git.")


def _read_files(given: dict[str, Any], copy_fields: Sequence[str]) -> _Texts:
    """The named files. Raises SourceError."""
    from newsdiff.read import Reading
    from newsdiff.read.sources import check_sides, read_source

    check_sides(given["files"])
    reading = Reading(copy_fields=tuple(copy_fields))
    sources = [read_source(file, given["encoding"], reading) for file in given["files"]]
    for source in sources:
        if source.note:
            say(f"{source.name}: {source.note}")
    return _Texts([source.article for source in sources], [""] * len(sources), [""] * len(sources))


def _read_git(given: dict[str, Any], copy_fields: Sequence[str]) -> _Texts:
    """The revisions of a file; one that cannot be read as text is left out, with a note. Raises GitError."""
    from newsdiff.history.revisions import read_revisions
    from newsdiff.read import Reading
    from newsdiff.read.git import GitError
    from newsdiff.read.sources import check_encoding, printable, read_data

    encoding = check_encoding(given["encoding"]) if given["encoding"] else None
    texts = _Texts([], [], [])
    for revision in read_revisions(given["in_git"], given["last"]):
        try:
            source = read_data(revision.name, revision.data, encoding, Reading(copy_fields=tuple(copy_fields)))[0]
        except ValueError as error:
            say(f"{printable(revision.name)}: left out: {error}")
            continue
        if source.note:
            say(f"{printable(source.name)}: {source.note}")
        texts.articles.append(source.article)
        texts.times.append(revision.time)
        texts.notes.append(revision.note)
    if not texts.articles:
        raise GitError(f"{printable(given['in_git'])}: no revision can be read")
    return texts


def _show(found: Any, given: dict[str, Any]) -> None:
    """Renders, and writes to the file, the pager or standard output. Raises OutputError."""
    from newsdiff.output import deliver, is_terminal, make_file, screen, wants_color

    form, output = given["form"], given["output"]
    if given["open_it"] and output in (None, "-"):
        output = make_file(form)
    to_file = output not in (None, "-")
    terminal = not to_file and is_terminal()
    color = wants_color(given["color"], {} if to_file else os.environ, terminal=terminal)
    text = _render(form, found, given, screen()[0], color, terminal)
    for_terminal, paged = form in FOR_TERMINALS, not given["no_pager"]
    deliver(text, output, for_terminal=for_terminal, paged=paged, open_it=given["open_it"])


def _render(form: str, found: Any, given: dict[str, Any], width: int, color: bool, terminal: bool) -> str:
    """The history in a format."""
    from importlib import import_module

    filters = {"only": given["only"], "ignore": given["ignore"]}
    if form == "json":
        from newsdiff.history.wire import render_json

        return render_json(found, indent=given["indent"] or terminal, visible=terminal) + "\n"
    if form == "table":
        from newsdiff.background import choose_theme
        from newsdiff.history.table import render_table

        theme = choose_theme(None, os.environ, terminal=terminal) if color else ""
        return render_table(found, width=width, color=color, theme=theme, show_all=given["show_all"], **filters)
    if form == "html":
        text: str = import_module("newsdiff.history.html").render(found, **filters)
    elif form == "csv":
        from newsdiff.history.csv import render_csv

        text = render_csv(found)
    else:
        from newsdiff.history.markdown import render_markdown

        text = render_markdown(found, show_all=given["show_all"], **filters)
    if terminal:
        from newsdiff.render.visible import guard

        return guard(text) + "\n"
    return text
