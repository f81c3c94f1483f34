"""Every console block of the README and the docs prints what it shows; every Python example too.

A console block is one shell session: `$ command`, then its output. A line that holds nothing but `…` stands for any
lines. Commands run beside a copy of samples/, 80 columns wide, without colour.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pairs import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MARK = "--- end of command ---"


def console_blocks() -> list[tuple[str, str]]:
    return [
        (f"{page.name}:{n}", block)
        for page in PAGES
        for n, block in enumerate(re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M))
    ]


@pytest.mark.parametrize("block", [b for _, b in console_blocks()], ids=[name for name, _ in console_blocks()])
def test_console_block(block: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    bin_ = tmp_path / ".bin"
    bin_.mkdir()
    (bin_ / "newsdiff").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsdiff "$@"\n')
    (bin_ / "newsdiff").chmod(0o755)
    commands = re.findall(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", block, re.M)
    assert commands, "a console block without a command"
    script = "".join([f"{command}\n(status=$?; echo; echo '{MARK}'; exit $status)\n" for command, _ in commands])
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "PAGER")},
        "PATH": f"{bin_}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        ["bash"], input=script, cwd=tmp_path, env=environment, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    printed = done.stdout.split(MARK + "\n")
    for (command, expected), actual in zip(commands, printed, strict=False):
        pattern = "".join([r"(?:.*\n)*" if line == "…" else re.escape(line.rstrip()) + r"\n" for line in expected.splitlines()])
        lines = "".join([line.rstrip() + "\n" for line in actual.strip("\n").splitlines()])
        if not re.fullmatch(pattern, lines):
            assert lines == expected, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    text = re.sub(r"^```(?!py).*?^```$", "", page.read_text(encoding="utf-8"), flags=re.S | re.M).replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    out: list[str] = []
    failed = doctest.DocTestRunner(optionflags=flags).run(test, out=out.append).failed
    assert not failed, "".join(out)


def test_ci_runs_the_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = re.findall(r"^```sh\n(.*)\n```", readme, re.M)
    assert len(commands) == 2
    assert [line for line in ci if line.startswith("python3 -m venv")] == commands
