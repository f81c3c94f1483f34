"""`newsdiff corpus`: which articles of an archive are versions of one another, and how they differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from newsdiff.cli import SAME, RootCommand, language, say, say_language

_SIZE = r"[0-9]+ ?[KMGT]B"
_MORE = """\b
Examples:
  newsdiff corpus archive.jsonl -o out      the tables pairs, edits, families
  newsdiff corpus papers/ -o out --days 3   of papers that appeared within three days
"""


def _memory(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    import re

    if value is None:
        return None
    found = value.strip().upper()
    if not re.fullmatch(_SIZE, found):
        raise click.BadParameter(f"{value!r} is not a size such as 512MB or 4GB")
    return found.replace(" ", "")


def _archive(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options of every step."""
    for option in reversed(
        (
            click.argument("archive", type=click.Path()),
            click.option("-o", "--output", "folder", required=True, metavar="FOLDER", help="Folder for the tables."),
            click.option("--days", type=click.IntRange(min=0), metavar="N", help="Pair articles up to N days apart."),
            click.option(
                "--series",
                type=click.Choice(["same", "other"]),
                help="Pair articles of the same series, or of others.",
            ),
            click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", help="Run by (duckdb)."),
            click.option("--master", metavar="URL", help="Spark: the cluster to run on."),
            click.option(
                "--memory", metavar="SIZE", callback=_memory, help="Most memory of the join (512MB; Spark: its own)."
            ),
            click.option(
                "--workers", type=click.IntRange(min=1), metavar="N", help="Processes to compare with (one a core)."
            ),
            click.option("--restart", is_flag=True, help="Begin again, whatever the folder holds."),
            click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors."),
        )
    ):
        command = option(command)
    return command


def _compared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options of the steps that compare."""
    lang = click.option(
        "--lang", default="en", metavar="CODE", callback=language, help="Language of the articles (en)."
    )
    return lang(click.option("--csv", "csv", is_flag=True, help="Write the tables as CSV, too.")(command))


_SETTINGS = {"help_option_names": ["-h", "--help"]}


@click.command("corpus", cls=RootCommand, context_settings=_SETTINGS, epilog=_MORE)
@_archive
@_compared
def corpus(**options: Any) -> int:
    """Find the articles of an archive that are versions of one another, and tell how they differ.

    ARCHIVE is a .jsonl or .parquet file (columns id and text; if known series, date, title, url), or a folder of files
    in any format newsdiff reads. FOLDER gets the tables pairs, edits and families as Parquet. A run that was stopped
    continues where it left off.
    """
    return _run(("find", "compare"), options)


@click.command("find", context_settings=_SETTINGS)
@_archive
def find(**options: Any) -> int:
    """Find the pairs that may be versions of one story.

    They are in FOLDER/candidates.parquet; `newsdiff corpus compare` compares them.
    """
    return _run(("find",), options)


@click.command("compare", context_settings=_SETTINGS)
@_archive
@_compared
@click.option(
    "--pairs", type=click.Path(), metavar="FILE", help="Compare these: CSV or Parquet, columns a and b (ids)."
)
def compare(**options: Any) -> int:
    """Compare the pairs that were found, or those of a table."""
    return _run(("compare",), options)


def _run(steps: tuple[str, ...], options: dict[str, Any]) -> int:
    import gc

    from newsdiff.corpus.archive import ArchiveError
    from newsdiff.corpus.run import Job, run, summarize
    from newsdiff.corpus.store import RunError
    from newsdiff.output import write_stdout

    if options["master"] and options["engine"] != "spark":
        raise click.UsageError("--master goes with --engine spark")
    say_language(options.get("lang", "en"))
    gc.enable()  # the collector is off, as for runs of a tenth of a second
    job = Job(**options)
    try:
        store = run(job, steps)
    except (ArchiveError, RunError) as error:
        raise click.ClickException(str(error)) from None
    finally:
        gc.collect()  # the processes' semaphores, about which Python would complain at the end
    misdated = store.manifest["counts"].get("misdated", 0)
    if misdated and job.days is not None:
        dates, them = ("1 date does", "it") if misdated == 1 else (f"{misdated:,} dates do", "them")
        say(f"{dates} not begin with YYYY-MM-DD; --days ignored {them}")
    if errors := store.manifest["counts"].get("errors"):
        say(f"{errors} {'pair' if errors == 1 else 'pairs'} failed; the column error of pairs.parquet says why")
    if not job.quiet:
        write_stdout(summarize(store))
    return SAME


@click.command("report", context_settings=_SETTINGS)
@click.argument("folder", type=click.Path())
@click.option(
    "--reports", type=click.IntRange(min=0), default=200, metavar="N", help="Pairs with their own page (200)."
)
@click.option("--open", "show", is_flag=True, help="Show the page in a browser.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def report(folder: str, reports: int, show: bool, quiet: bool) -> int:
    """Show a finished run as a page: families, changes, who changes what.

    FOLDER is that of the run; the page is FOLDER/report/index.html, the pages of its pairs are beside it.
    """
    from newsdiff.corpus.report import write_report
    from newsdiff.corpus.store import RunError
    from newsdiff.output import OutputError, open_file, write_stdout
    from newsdiff.read.sources import printable

    try:
        written = write_report(folder, reports)
        if show:
            open_file(written.path)
    except (RunError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    if not quiet:
        pages = "the page of 1 pair" if written.reports == 1 else f"pages of {written.reports:,} pairs"
        left_out = f", {written.left_out:,} left out" if written.left_out else ""
        write_stdout(f"{printable(written.path)}, with {pages}{left_out}\n")
    return SAME


for _command in (find, compare, report):
    corpus.commands[_command.name or ""] = _command
