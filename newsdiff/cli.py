r"""The command line: options and exit codes (as in diff: 0 no differences, 1 differences, 2 trouble).

>>> from click.testing import CliRunner
>>> CliRunner().invoke(command, ["--version"]).output == f"newsdiff {__version__}\n"
True

`newsdiff A B` compares. If the first argument names a sub-command, that is run, so a file of that name must be written
as ./check.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from newsdiff import __version__

PROGRAM = "newsdiff"
_MORE = "NEWSDIFF_TRACEBACK=1 shows more"
SAME, DIFFERENT, TROUBLE, INTERRUPTED = 0, 1, 2, 130

FORMATS = ("table", "inline", "map", "html", "markdown", "criticmarkup", "csv", "svg", "json")
THEMES = ("auto", "dark", "light", "neutral", "mono")
NOTES = ("footnotes", "comments", "all", "none")
FORMATS_IN = ("text", "markdown", "docx", "odt", "html")

_EXAMPLES = """\b
Examples:
  newsdiff wire.txt printed.txt         tables to read
  newsdiff --all wire.txt printed.txt   unchanged sentences and every edit too
  newsdiff --only substantive a b       what touches the meaning
  newsdiff story.docx                   before and after its tracked changes
  newsdiff HEAD:story.txt story.txt     what changed since the last commit
  newsdiff main... desk/                what this branch changed
  newsdiff wire/ print/                 two folders, a row for each pair
  curl -s URL | newsdiff - story.txt    standard input is one side
  newsdiff --format json a.txt b.txt    for a script (see --json-schema)
  newsdiff --format html --open a b     a report in the browser
  newsdiff --quiet a.txt b.txt          only the exit code

\b
Exit code: 0 no differences, 1 differences, 2 trouble."""


class LazyCommand(click.Command):
    """A sub-command whose module is imported only when it is called, so comparisons do not pay for it."""

    def __init__(self, name: str, module: str, short_help: str, hidden: bool = False) -> None:
        super().__init__(name, short_help=short_help, hidden=hidden)
        self.module = module

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the command itself."""
        from importlib import import_module

        found: click.Command = getattr(import_module(self.module), (self.name or "").replace("-", "_"))
        return found.make_context(info_name, args, parent, **extra)


class RootCommand(click.Command):
    """A command with sub-commands beside it.

    Not a `click.Group` with a default command: usage, options and completion would be the group's, which has neither A
    nor B.
    """

    commands: dict[str, click.Command]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commands = {}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the sub-command that the first argument names, or of the comparison."""
        if args and args[0] in self.commands:
            return self.commands[args[0]].make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs whichever command the context was made for."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The sub-commands, then the examples."""
        if self.commands:
            with formatter.section("Commands"):
                formatter.write_dl(
                    [(name, sub.get_short_help_str(80)) for name, sub in self.commands.items() if not sub.hidden]
                )
        super().format_epilog(ctx, formatter)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Runs the command and exits; any trouble is reported in one line on stderr.

        click's own `main` is not used: it prints a usage text before an error and a blank line on Ctrl-C, and exits
        with 1 for trouble.
        """
        sys.exit(_run(self, list(sys.argv[1:] if args is None else args)))


def _run(root: RootCommand, args: list[str]) -> int:
    """The exit code of a run."""
    try:
        if "_NEWSDIFF_COMPLETE" in os.environ:
            from click.shell_completion import shell_complete

            return shell_complete(root, {}, PROGRAM, "_NEWSDIFF_COMPLETE", os.environ["_NEWSDIFF_COMPLETE"])
        with root.make_context(PROGRAM, args) as ctx:
            code = root.invoke(ctx)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else SAME
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx and error.ctx.command.add_help_option else PROGRAM
        return _fail(f"{error.format_message().rstrip('.')} ({command} --help)")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _end_unread()
    except Exception as error:  # Python would exit with 1, which here means that the texts differ
        if os.environ.get("NEWSDIFF_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.filename is None:  # click prints help and version itself
            from newsdiff.output import abandon_stdout

            abandon_stdout()
            return _fail(f"standard output: {error.strerror}")
        from newsdiff.edits.compare import say_error

        return _fail(f"internal error, please report it: {say_error(error)} ({_MORE})")


def _fail(message: str) -> int:
    say(message)
    return TROUBLE


def say(message: str) -> None:
    """One line on stderr."""
    from newsdiff.read.sources import printable
    from newsdiff.render.visible import guard_log

    with suppress(OSError, ValueError):  # closed or full; the exit code still says it
        if sys.stderr is not None:
            print(guard_log(f"{PROGRAM}: {printable(message)}"), file=sys.stderr, flush=True)


def say_language(lang: str) -> None:
    """A warning if there are no rules for the language."""
    from newsdiff.text.sentences.languages import KNOWN

    if lang not in KNOWN:
        say(f"--lang {lang}: no rules for this language, sentences are split by general ones")


def say_failed(name: str, failed: Sequence[str]) -> None:
    """A line about what a comparison lacks because part of it failed."""
    for error in failed:
        say(f"{name}: internal error, some edits are not named, please report it: {error} ({_MORE})")


def _end_unread() -> int:
    """Ends as cat does when its reader has gone: silently, by SIGPIPE if the system has it."""
    import signal

    from newsdiff.output import abandon_stdout

    abandon_stdout()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    return 141


def _kinds(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> frozenset[str]:
    """The selectors of a comma-separated list, given once or more."""
    from newsdiff.edits.kinds import SelectorError, parse_selector

    kinds = [kind.strip().lower() for value in values for kind in value.split(",")]
    kinds = ["transposition" if kind == "moved" else kind for kind in kinds]  # the table's word for it
    try:
        for kind in kinds:
            parse_selector(kind)
    except SelectorError as error:
        raise click.BadParameter(str(error)) from None
    return frozenset(kinds)


class _Share(click.FloatRange):
    """A number from 0 to 1. To click's own range, nan is one too, and then no limit holds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if found != found:
            self.fail(f"{value} is not a number from 0 to 1", param, ctx)
        return found


SHARE = _Share(0, 1)


def language(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The language of a tag such as "de" or "pt-BR", without its region."""
    parts = value.lower().replace("_", "-").split("-")
    if not (parts[0].isascii() and parts[0].isalpha() and 2 <= len(parts[0]) <= 3):
        raise click.BadParameter(f"{value!r} is not a language code such as en, de or pt-BR")
    return parts[0]


def _print_schema(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        import json

        from newsdiff.render.wire import read_schema

        _print(ctx, json.dumps(read_schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")


def _print(ctx: click.Context, text: str, encoding: str | None = None) -> NoReturn:
    """Prints what an option asks for and exits."""
    from newsdiff.output import OutputError, write_stdout

    try:
        write_stdout(text, encoding)
    except OutputError as error:
        raise click.ClickException(str(error)) from None
    ctx.exit()


# click's own versions of these two options translate their texts when they are created, which costs 1.3 ms a run.
def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        _print(ctx, f"{PROGRAM} {__version__}\n")


def _print_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        _print(ctx, ctx.get_help() + "\n")


def _complete_source(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """File names, and for the first argument the sub-commands too."""
    from click.shell_completion import CompletionItem

    found = [CompletionItem(incomplete, type="file")]
    if param.name == "a":
        found += [CompletionItem(name) for name in command.commands if name.startswith(incomplete)]
    return found


def complete_selector(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Kinds, kinds with a detail, and verdicts, for the last item of a comma-separated list."""
    from click.shell_completion import CompletionItem

    from newsdiff.edits.kinds import list_selectors

    done, comma, word = incomplete.rpartition(",")
    return [CompletionItem(f"{done}{comma}{name}") for name in list_selectors(word) if name.startswith(word.lower())]


SELECTORS: dict[str, Any] = {
    "metavar": "KIND,…",
    "multiple": True,
    "callback": _kinds,
    "shell_complete": complete_selector,
}


@click.command(
    PROGRAM,
    cls=RootCommand,
    epilog=_EXAMPLES,
    add_help_option=False,
)
@click.argument("a", shell_complete=_complete_source)
@click.argument("b", required=False, shell_complete=_complete_source)
@click.argument("paths", nargs=-1, shell_complete=_complete_source)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="Output format (table).")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--strict", is_flag=True, help="Count white space, quotes, dashes and so on, too.")
@click.option("--lang", default="en", metavar="CODE", callback=language, help="Language of both texts (en).")
@click.option("--embedder", metavar="DIR", help="Compare meaning with this sentence-transformers model.")
@click.option("--from", "form_in", type=click.Choice(FORMATS_IN), help="Format of both files, whatever their names.")
@click.option(
    "--docx",
    type=click.Choice(["original", "final"]),
    default="final",
    help="Tracked changes: reject, accept.",
)
@click.option("--notes", type=click.Choice(NOTES), default="footnotes", help="Read these of Word files (footnotes).")
@click.option("--html", type=click.Choice(["news", "raw"]), default="news", help="Read the article or all text (news).")
@click.option("--encoding", metavar="NAME", help="Encoding of both texts, instead of detecting it.")
@click.option("--label", "labels", metavar="NAME", multiple=True, help="Name for A; given again, for B.")
@click.option("--only", help="Show these edits only.", **SELECTORS)
@click.option("--ignore", help="Leave these edits out.", **SELECTORS)
@click.option("--min-confidence", type=SHARE, default=0.0, metavar="P", help="Leave out less certain edits.")
@click.option("--all", "show_all", is_flag=True, help="Show unchanged sentences and list all edits.")
@click.option("--all-sentences", is_flag=True, help="Show unchanged sentences.")
@click.option("--all-edits", is_flag=True, help="List all edits.")
@click.option("--stat", is_flag=True, help="Print the summary alone.")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show N unchanged sentences around each change.",
)
@click.option(
    "--layout",
    type=click.Choice(["auto", "side", "stacked"]),
    default="auto",
    help="Arrange the texts (auto).",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Use colour (auto).")
@click.option("--theme", type=click.Choice(THEMES), help="Colours that fit the background (auto).")
@click.option("--no-pager", is_flag=True, help="Never page long tables.")
@click.option("--open", "open_it", is_flag=True, help="Open the result in a browser.")
@click.option("--watch", is_flag=True, help="Compare again whenever a file is saved.")
@click.option("--indent", is_flag=True, help="Print JSON over several lines.")
@click.option(
    "--json-schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
@click.option(
    "-h",
    "--help",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_help,
    help="Show this message and exit.",
)
def command(**given: Any) -> int:
    """Compare two versions of a news story.

    A and B are files, "-" for standard input (one side only), or REV:path in the current git repository: plain text,
    Markdown, Word, OpenDocument or saved web pages. A single Word or OpenDocument file is compared before and after
    its tracked changes. Two folders, or REV..REV with the files or folders of interest, are compared file by file.
    KIND is a kind (number), a kind and detail (number.dropped) or a verdict (open).
    """
    from newsdiff.run import Request, RunError, run

    try:
        return run(Request(**given))
    except RunError as error:
        raise (click.UsageError if error.usage else click.ClickException)(str(error)) from None


for _name, _help in (
    ("check", "Fail on staged edits that touch the meaning."),
    ("git-setup", "Make git show its diffs with newsdiff."),
):
    command.commands[_name] = LazyCommand(_name, "newsdiff.check.cli", _help)
command.commands["lsp"] = LazyCommand("lsp", "newsdiff.lsp.cli", "Start a language server, for editors.")
command.commands["facts"] = LazyCommand("facts", "newsdiff.cli_facts", "List what one article says: names, figures …")
command.commands["corpus"] = LazyCommand("corpus", "newsdiff.corpus.cli", "Find and compare versions in an archive.")
command.commands["history"] = LazyCommand(
    "history", "newsdiff.history.cli", "Tell what happened to a story, version by version."
)
command.commands["git-diff"] = LazyCommand("git-diff", "newsdiff.check.cli", "", hidden=True)


def main() -> NoReturn:
    """The program."""
    command.main()
