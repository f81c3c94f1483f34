"""Writes the manual page docs/newsdiff.1 from the command line's own options and help.

    python tools/make_man.py

Every sub-command has its options here, so that `man newsdiff` covers them all. A test compares the page with the
command line; `pytest --update-golden` rewrites it too. The page has no date: it changes when the command line does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from newsdiff import __version__
from newsdiff.cli import LazyCommand, command

PAGE = Path(__file__).parent.parent / "docs" / "newsdiff.1"
EXIT_STATUS = (
    ("0", "no differences; for check, nothing to stop"),
    ("1", "differences; for check, findings"),
    ("2", "trouble, explained in one line on standard error"),
    ("130", "interrupted"),
)
ENVIRONMENT = (
    ("NO_COLOR, FORCE_COLOR", "no colour, or colour even in a pipe; --color takes precedence"),
    ("COLUMNS", "the width of tables; else the terminal's, else 80"),
    ("NEWSDIFF_THEME, COLORFGBG", "colours for a dark or light background; see --theme"),
    ("PAGER, LESS", "the pager for tables longer than the screen, and its options (FRX); an empty PAGER for none"),
    ("SKIP", "a list of hooks to skip: if newsdiff is among them, check does nothing"),
    ("PRE_COMMIT_FROM_REF, PRE_COMMIT_TO_REF", "what check compares if neither --from-ref nor --to-ref is given"),
    ("NEWSDIFF_TRACEBACK", "if set, an internal error prints its traceback"),
)
FILES = (
    ("newsdiff.toml", "the configuration, in the current folder, for check at the top of the repository"),
    ("pyproject.toml", "the same in its table tool.newsdiff, where there is no newsdiff.toml"),
    (".newsdiff-accepted.toml", "the changes that check lets through"),
)


def make_page() -> str:
    """The manual page as troff source for man(7)."""
    lines = [
        f'.TH NEWSDIFF 1 "" "newsdiff {__version__}" "User Commands"',
        ".nh",  # or the names of options and files are broken
        ".SH NAME",
        "newsdiff \\- compare two versions of a news story, sentence by sentence",
        ".SH SYNOPSIS",
        *_synopsis("newsdiff", command),
    ]
    for name, sub in _commands():
        lines += [".br", *_synopsis(f"newsdiff {name}", sub)]
    lines += [".SH DESCRIPTION", *_paragraphs(command.help or ""), ".SH OPTIONS", *_options(command)]
    lines += [".SH COMMANDS"]
    for name, sub in _commands():
        lines += [f".SS newsdiff {_escape(name)}", *_paragraphs(sub.help or sub.short_help or ""), *_options(sub)]
    lines += [".SH EXIT STATUS", *_list(EXIT_STATUS), ".SH ENVIRONMENT", *_list(ENVIRONMENT)]
    lines += [".SH FILES", *_list(FILES), ".SH EXAMPLES", *_examples()]
    lines += [".SH SEE ALSO", ".BR diff (1),", ".BR git\\-difftool (1),", ".BR wdiff (1)"]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[tuple[str, click.Command]]:
    """The sub-commands that are shown, each imported; those of a group after it, under both names."""
    for name, sub in command.commands.items():
        if not sub.hidden:
            found = getattr(import_module(sub.module), name.replace("-", "_")) if isinstance(sub, LazyCommand) else sub
            yield name, found
            for more, part in getattr(found, "commands", {}).items():
                if not part.hidden:
                    yield f"{name} {more}", part


def _synopsis(name: str, sub: click.Command) -> list[str]:
    arguments = []
    for param in sub.params:
        if isinstance(param, click.Argument):
            shown = (param.name or "").upper() + ("..." if param.nargs == -1 else "")
            shown = param.metavar or (shown if param.required else f"[{shown}]")
            arguments.append(re.sub(r"[A-Z]+", r"\\fI\g<0>\\fR", _escape(shown)))
    return [f"\\fB{_escape(name)}\\fR [\\fIOPTIONS\\fR] {' '.join(arguments)}".rstrip()]


def _options(sub: click.Command) -> Iterator[str]:
    for param in sub.params:  # without click's own --help, whose names depend on its version and on what ran before
        if isinstance(param, click.Option) and not param.hidden:
            names = ", ".join([f"\\fB{_escape(name)}\\fR" for name in (*param.opts, *param.secondary_opts)])
            value = "" if param.is_flag or param.count else f" \\fI{_escape(_metavar(param, sub))}\\fR"
            yield from (".TP", names + value, _escape(_sentence(param.help or "")))


def _metavar(param: click.Option, sub: click.Command) -> str:
    if isinstance(param.type, click.Choice):
        return "|".join([str(choice) for choice in param.type.choices])
    return param.metavar or param.make_metavar(click.Context(sub))


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a help text; one that click must not wrap (backspace) stays as it is."""
    for n, part in enumerate(re.split(r"\n\s*\n", text.strip())):
        if n:
            yield ".PP"
        if part.strip().startswith("\b"):
            yield from (".nf", *[_escape(line.rstrip()) for line in part.strip().splitlines()[1:]], ".fi")
        else:
            yield _escape(_sentence(part))


def _examples() -> Iterator[str]:
    """The examples of the help texts."""
    yield ".nf"
    for sub in (command, *[sub for _, sub in _commands()]):
        for line in (sub.epilog or "").splitlines():
            if line.startswith("  "):
                call, _, told = line.strip().partition("   ")
                yield f"\\fB{_escape(call)}\\fR"
                if told.strip():
                    yield f"    {_escape(told.strip())}"
    yield ".fi"


def _list(items: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for term, told in items:
        yield from (".TP", f"\\fB{_escape(term)}\\fR", _escape(told[0].upper() + told[1:] + "."))


def _escape(text: str) -> str:
    """Text in which troff finds no command, and hyphens that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
