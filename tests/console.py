"""Runs the console blocks of the docs; `python -m tests.console` rewrites the output of all blocks to what it is today.

A console block is one shell session: `$ command`, then its output. A line that holds nothing but `…` stands for any
lines; blocks that have one are never rewritten. Commands run beside a copy of samples/, 100 columns wide, no colour.
"""

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pairs import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "formats").glob("*.md"))]
PYTHON = re.compile(r"(?<=^```)(py\w*\n)(.*?)(?=^```$)", re.S | re.M)
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.S | re.M)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.M)
MARK = "--- end of command ---"


def run_block(block: str) -> list[tuple[str, str, str]]:
    """Command, what the block shows, and what is printed, for each command of a block."""
    commands = COMMAND.findall(block)
    # The status of one command is what `echo $?` of the next one prints.
    script = "".join([f"{command}\n(status=$?; echo; echo '{MARK}'; exit $status)\n" for command, _ in commands])
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "samples", Path(folder, "samples"))
        shim = Path(folder, ".bin", "newsdiff")
        shim.parent.mkdir()
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsdiff "$@"\n')
        shim.chmod(0o755)
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "PAGER")},
            "PATH": os.pathsep.join([str(shim.parent), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{
                f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }
        done = subprocess.run(
            ["bash"],
            input=script,
            cwd=folder,
            env=environment,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    printed = [
        "".join([line.rstrip() + "\n" for line in out.strip("\n").splitlines()]) for out in done.stdout.split(MARK)
    ]
    return [(command, shown, out) for (command, shown), out in zip(commands, printed[: len(commands)], strict=True)]


def matches(shown: str, printed: str) -> bool:
    """Whether a block shows what is printed, blank lines at its ends aside."""
    lines = shown.strip("\n").splitlines()
    pattern = "".join([r"(?:.*\n)*" if line == "…" else re.escape(line.rstrip()) + r"\n" for line in lines])
    return re.fullmatch(pattern, printed) is not None


def rewrite(block: str) -> str:
    """The block with today's output."""
    ran = run_block(block)
    if all(matches(shown, printed) for _, shown, printed in ran) or "\n…\n" in block:
        return block
    return "".join([f"$ {command}\n{printed}" for command, _, printed in ran])


def rewrite_python(block: str, names: dict[str, object]) -> str:
    """A block of Python examples with today's output; `names` are what the page has defined so far."""
    new, changed = "", False
    for example in doctest.DocTestParser().get_examples(block):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)
        kept = example.want.split() == printed.getvalue().split()
        changed |= not kept
        lines = example.source.splitlines(keepends=True)
        new += ">>> " + "... ".join(lines) + (example.want if kept else printed.getvalue())
    return new if changed else block


if __name__ == "__main__":
    for page in PAGES:
        text = BLOCK.sub(lambda match: rewrite(match[0]), page.read_text(encoding="utf-8"))
        names: dict[str, object] = {}
        page.write_text(PYTHON.sub(lambda found: found[1] + rewrite_python(found[2], names), text), encoding="utf-8")  # noqa: B023
