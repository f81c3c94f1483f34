"""The sub-commands around git: `check`, `git-setup`, and `git-diff`, which git calls for each file of its own diff.

Options and exit codes, nothing else. `cli` imports this only when one of them is called, so comparisons do not pay for
it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsdiff.cli import DIFFERENT, SAME, SHARE, TROUBLE, complete_selector, language, say, say_failed, say_language

if TYPE_CHECKING:
    from newsdiff.check.policy import Report

_EXAMPLES = """\b
Examples:
  newsdiff check                                 what is staged, against HEAD
  newsdiff check desk/fire.txt                   one staged file
  newsdiff check main...                         what this branch changed
  newsdiff check --accept desk/fire.txt:16 --reason "the mayor's office corrected it"
  newsdiff check --fail-on number,quote --warn-on substantive

\b
Exit code: 0 nothing to stop, 1 findings, 2 trouble. A warning never fails."""


def _selectors(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...] | None:
    """The selectors of a comma-separated list given once or more; None if it is not given."""
    from newsdiff.check.policy import PolicyError, check_selectors

    if not values:
        return None
    try:
        return check_selectors([item.strip() for value in values for item in value.split(",") if item.strip()])
    except PolicyError as error:
        raise click.BadParameter(str(error)) from None


_SELECTORS: dict[str, Any] = {
    "metavar": "KIND,…",
    "multiple": True,
    "callback": _selectors,
    "shell_complete": complete_selector,
}


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    return None if value is None else language(ctx, param, value)


class _Check(click.Command):
    """Never takes a file name for an option: pre-commit passes names on as they are, even `--exclude=*.txt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for arg in args[: args.index("--")] if "--" in args else args:
            if arg.startswith("-") and os.path.lexists(arg):
                raise click.UsageError(f"{arg!r} is a file with the name of an option; put -- before file names")
        return super().parse_args(ctx, args)


@click.command(
    "check",
    cls=_Check,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    short_help="Fail on staged edits that touch the meaning.",
    epilog=_EXAMPLES,
)
@click.argument("files", nargs=-1, metavar="[REV..REV] [FILES]...", type=click.Path())
@click.option("--base", metavar="REV", help="Compare with this revision instead of HEAD.")
@click.option("--from-ref", metavar="REV", help="Compare the commit where --to-ref branched off this …")
@click.option("--to-ref", metavar="REV", help="… with this one. Default: PRE_COMMIT_FROM_REF, PRE_COMMIT_TO_REF.")
@click.option("--fail-on", help="Edits that fail (substantive).", **_SELECTORS)
@click.option("--warn-on", help="Edits that only warn.", **_SELECTORS)
@click.option("--min-kept", type=SHARE, metavar="SHARE", help="Fail if fewer old words are kept.")
@click.option("--min-confidence", type=SHARE, metavar="P", help="Leave out less certain edits.")
@click.option("--risk", type=SHARE, metavar="P", help="Fail on open edits of this risk or more, too.")
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Paths not to check.")
@click.option(
    "--accept",
    metavar="[PATH[:LINE]]",
    is_flag=False,
    flag_value="",
    multiple=True,
    help="Accept what fails now, all of it or in one place: write it to .newsdiff-accepted.toml.",
)
@click.option("--reason", metavar="TEXT", default="", help="The reason for --accept.")
@click.option("--prune", is_flag=True, help="Remove entries that no longer apply from .newsdiff-accepted.toml.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "github", "sarif"]),
    default="text",
    help="Output format (text).",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--lang", metavar="CODE", callback=_language, help="Language of the copy (en).")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Use colour (auto).")
@click.option("-v", "--verbose", is_flag=True, help="Show the sentences, all open edits, and what was accepted.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def check(**given: Any) -> int:
    """Fail on edits that touch the meaning in what is about to be committed.

    Each file is compared with its version in HEAD. REV..REV compares two revisions; with three dots, the second with
    the commit where it branched off the first. KIND is a kind (number), a kind and detail (number.dropped), a verdict
    (open), all or none.
    """
    from newsdiff.check.gate import GateError
    from newsdiff.check.policy import PolicyError
    from newsdiff.config import ConfigError
    from newsdiff.output import OutputError
    from newsdiff.read.git import GitError

    options = _Options(**given)
    if options.reason and not options.accept:
        raise click.UsageError("--reason goes with --accept")
    if "newsdiff" in [name.strip() for name in os.environ.get("SKIP", "").split(",")]:
        say("skipped (SKIP=newsdiff)")
        return SAME
    try:
        report = _judge(_name_trees(options))
        _show(report, options)
    except (GitError, GateError, PolicyError, ConfigError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    for file in report.files:
        say_failed(file.path, file.failed)
    if any(file.failed for file in report.files):
        return TROUBLE
    return DIFFERENT if report.errors else SAME


class _Options(NamedTuple):
    """The options of the check by their names."""

    files: tuple[str, ...]
    base: str | None
    from_ref: str | None
    to_ref: str | None
    fail_on: tuple[str, ...] | None
    warn_on: tuple[str, ...] | None
    min_kept: float | None
    min_confidence: float | None
    risk: float | None
    exclude: tuple[str, ...]
    accept: tuple[str, ...]
    reason: str
    prune: bool
    form: str
    output: str | None
    lang: str | None
    color: str
    verbose: bool
    quiet: bool


def _name_trees(options: _Options) -> _Options:
    """The options with the trees to compare: from REV..REV, from the options, or from pre-commit."""
    from newsdiff.read.git import parse_range

    base, from_ref, to_ref = options.base, options.from_ref, options.to_ref
    if named := parse_range(options.files[0]) if options.files else None:
        if base or from_ref or to_ref:
            told = f"{options.files[0]} already names what is compared: --base and the like do not go with it"
            raise click.UsageError(told)
        base, from_ref = (None, named.old) if named.fork else (named.old, None)
        return options._replace(files=options.files[1:], base=base, from_ref=from_ref, to_ref=named.new)
    if base is None and from_ref is None and to_ref is None:
        from_ref, to_ref = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
        if from_ref and to_ref:
            return options._replace(from_ref=from_ref, to_ref=to_ref)
    return options


def _judge(options: _Options) -> Report:
    """The report, after accepting or pruning as requested."""
    from newsdiff.check.gate import Request, accept_findings, parse_spots, prune_accepted, run_check
    from newsdiff.config import Rules, read_config
    from newsdiff.read import git

    o = options
    place = git.find_place()
    config = read_config(place.top)
    spots, paths = parse_spots(o.accept)
    if o.accept and not o.reason and config.check.require_reason:
        raise click.UsageError(f"{config.file} asks for a reason: --accept needs --reason")
    rules = Rules(o.fail_on, o.warn_on, o.min_kept, o.min_confidence, o.risk)
    request = Request((*o.files, *paths), o.base, o.from_ref, o.to_ref, rules, o.exclude, o.lang)
    checked = run_check(request, config, place)
    report = accept_findings(checked, o.reason, spots) if o.accept else checked.report
    if o.accept and not any(file.status == "compared" for file in report.files):
        note = "nothing to accept: no file was compared (is the change staged?)"
        report = report._replace(notes=(*report.notes, note))
    if o.prune:
        gone = prune_accepted(checked._replace(report=report), o.base is not None or o.from_ref is not None)
        told = f"{len(gone)} {'entry' if len(gone) == 1 else 'entries'} pruned"
        report = report._replace(stale=(), notes=(*report.notes, told))
    return report


def _show(report: Report, options: _Options) -> None:
    """Prints notes on stderr and delivers the report. Raises OutputError."""
    from newsdiff.check.report import say_file
    from newsdiff.output import write_file, write_stdout

    form, output = options.form, options.output
    text = _render(report, form, options.color, output in (None, "-"), options.verbose or bool(options.accept))
    if not options.quiet:
        if options.lang is not None:
            say_language(options.lang)
        for note in report.notes:
            say(note)
        for said in [say_file(file) for file in report.files] if form != "text" else []:
            if said:
                say(said)
        for file in report.files:
            if file.unread:
                say(f"{file.path}: not compared, though it differs: {file.unread}")
    if output not in (None, "-") and output is not None:
        write_file(output, text)
    elif not options.quiet:
        write_stdout(text, "utf-8" if form in ("json", "markdown", "sarif") else None)


def _render(report: Report, form: str, color: str, to_stdout: bool, verbose: bool) -> str:
    """The report in a format; text is grouped by file and coloured on a terminal."""
    from newsdiff.background import choose_theme
    from newsdiff.check.report import RENDERERS, render_text
    from newsdiff.output import is_terminal, screen, wants_color

    if form != "text":
        return RENDERERS[form](report, verbose=verbose)
    terminal = to_stdout and is_terminal()
    colors = wants_color(color, os.environ if to_stdout else {}, terminal=terminal)
    theme = choose_theme(None, os.environ, terminal=terminal) if colors else ""
    if not terminal:
        return render_text(report, verbose=verbose, theme=theme)
    from newsdiff.check.screen import render_screen

    return render_screen(report, width=screen()[0], theme=theme, verbose=verbose)


@click.command(
    "git-setup",
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Make git show its diffs with newsdiff.",
)
@click.option("--print", "only_print", is_flag=True, help="Print the commands without running them.")
def git_setup(only_print: bool) -> int:
    """Make git show its diffs with newsdiff: set up a difftool and a diff driver in this repository's configuration.

    None of your files is changed. The driver shows the files that .gitattributes assigns to it: *.txt diff=newsdiff
    """
    from shlex import quote

    from newsdiff.output import OutputError, write_stdout
    from newsdiff.read import git

    try:
        if not only_print:
            git.write_config(git.SETUP)
        lines = [f"git config --local {key} {quote(value)}\n" for key, value in git.SETUP]
        if not only_print:
            lines += ["\ngit difftool --tool=newsdiff  shows changes in newsdiff's tables\n"]
            lines += ["*.txt diff=newsdiff           in .gitattributes: so do git diff, and git log -p --ext-diff\n"]
        write_stdout("".join(lines))
    except (git.GitError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    return SAME


@click.command("git-diff", hidden=True, add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def git_diff(arguments: tuple[str, ...]) -> int:
    """What git calls as its external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH INFO].

    It always exits with 0, since git would otherwise stop at the first file that differs.
    """
    from newsdiff.background import choose_theme
    from newsdiff.compare import compare
    from newsdiff.config import ConfigError, read_config
    from newsdiff.output import OutputError, screen, wants_color, write_stdout
    from newsdiff.read import Reading
    from newsdiff.read.paths import is_prose
    from newsdiff.read.sources import SourceError, printable, read_file
    from newsdiff.render.palette import DEFAULT
    from newsdiff.render.terminal import render_terminal

    if len(arguments) < 7:
        if len(arguments) != 1 or arguments[0].startswith("-"):
            raise click.UsageError("git-diff is for git to call: see docs/recipes.md")
        say(f"{arguments[0]}: in conflict")
        return SAME
    old_path, old, new = arguments[0], arguments[1], arguments[4]
    new_path = arguments[7] if len(arguments) > 7 else old_path
    names = (printable(f"a/{old_path}"), printable(f"b/{new_path}"))
    paging = bool(os.environ.get("GIT_PAGER_IN_USE"))
    color = wants_color("auto", os.environ, terminal=paging or (sys.stdout is not None and sys.stdout.isatty()))
    try:
        config = read_config(".")  # git calls at the top of the work tree
        reading = Reading(copy_fields=config.copy_fields)
        if not is_prose(new_path, config.check.suffixes) and os.environ.get("GIT_EXTERNAL_DIFF"):
            from newsdiff.read import git

            text = git.show_plain_diff(old, new, *names, color)
        else:
            a, b = read_file(old, old_path, names[0], reading), read_file(new, new_path, names[1], reading)
            comparison = compare(a.article, b.article, lang=config.check.lang or "en", house=config.house)
            theme = choose_theme(None, os.environ, terminal=False) if color else DEFAULT
            text = render_terminal(comparison, width=screen()[0], color=color, theme=theme)
        write_stdout(text if text.endswith("\n") else text + "\n")
    except (SourceError, ConfigError, OutputError) as error:
        say(str(error))
    return SAME
