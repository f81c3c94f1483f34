"""The manual page: made from the command line, and drawn by man without complaint."""

import shutil
import subprocess

import pytest

from newsdiff.cli import command
from tools.make_man import PAGE, make_page


def test_the_page_is_that_of_the_command_line(update_golden: bool) -> None:
    page = make_page()
    if update_golden:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "python tools/make_man.py"


def test_the_page_has_every_command_and_option() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for name, sub in command.commands.items():
        assert (f".SS newsdiff {name}\n" in page) is not sub.hidden
    for option in ("--only", "--fail-on", "--accept", "--format", "--risk"):
        assert f"\\fB{option}\\fR" in page


def test_man_draws_the_page() -> None:
    if not shutil.which("man"):
        pytest.skip("no man")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)],
        capture_output=True,
        env={"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    shown = done.stdout.decode()
    assert "newsdiff - compare two versions of a news story, sentence by sentence" in shown
    assert "newsdiff check [OPTIONS]" in shown
