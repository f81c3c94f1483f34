"""The five tasks of docs/tasks.md: one command and at most three keys each, and each does what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pairs import ROOT
from tests.repository import Done, Repository

PAGE = (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| \[(.*?)\]\((.*?)\) \| `(.*?)` \| (.*?) ?\|$", PAGE, re.M)
SLIP = ("samples/slip/a.txt", "samples/slip/b.txt")


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    """A repository with the samples; a changed story is staged."""
    repository = Repository(tmp_path / "repo")
    shutil.copytree(ROOT / "samples", repository.top / "samples")
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "as it came in")
    return repository


def run(desk: Repository, task: str, **names: str) -> Done:
    """Runs the command of a task with these names in place of the page's."""
    words = next(command for name, _, command, _ in ROWS if name == task).split()
    assert words[0] == "newsdiff"
    return desk.run(sys.executable, "-m", "newsdiff", *[names.get(word, word) for word in words[1:]], COLUMNS="100")


def test_a_task_is_one_command_and_three_keys_at_most() -> None:
    assert len(ROWS) == 5
    for name, anchor, _, keys in ROWS:
        assert len([key for key in keys.split(",") if key.strip()]) <= 3
        assert f"\n## {name}\n" in PAGE
        assert anchor == "#" + name.lower().replace(" ", "-")


def test_find_the_changed_figure(desk: Repository) -> None:
    done = run(desk, "Find the changed figure", A=SLIP[0], B=SLIP[1])
    assert done.code == 1
    edits = done.out.partition("\nEdits")[2].partition("\nSummary")[0]
    assert "number" in edits
    assert "$1.2 million" in edits
    assert "$1.2 billion" in edits
    assert "hedge" not in edits


def test_list_what_was_left_out(desk: Repository) -> None:
    done = run(desk, "List what was left out", A="samples/spun/a.txt", B="samples/spun/b.txt")
    shown = " ".join(done.out.partition("\nSummary")[0].split())
    assert "Two officers were slightly injured." in shown
    assert "He was taken to a hospital with a lung" in shown
    assert shown.count("edited") == 0


def test_accept_one_edit(desk: Repository) -> None:
    shutil.copyfile(desk.top / SLIP[1], desk.top / SLIP[0])
    desk.git("add", "samples")
    assert desk.check().out.endswith("4 findings\n")
    done = run(desk, "Accept one edit", **{"FILE:LINE": f"{SLIP[0]}:16"})
    assert done.out.endswith("1 accepted\n")
    desk.git("add", ".newsdiff-accepted.toml")
    after = desk.check()
    assert after.code == 1
    assert "$1.2 billion" not in after.out
    assert "3 findings, 1 accepted" in after.out


def test_compare_two_folders(desk: Repository) -> None:
    shutil.copytree(desk.top / "samples" / "slip", desk.top / "printed")
    shutil.copyfile(desk.top / SLIP[1], desk.top / "printed" / "a.txt")
    done = run(desk, "Compare two folders", DIR1="samples/slip", DIR2="printed")
    assert done.code == 1
    assert "$1.2 million → $1.2 billion" in done.out
    assert "2 pairs, 1 the same, 1 changed (1 in meaning)" in done.out


def test_print_for_the_lawyer(desk: Repository, tmp_path: Path) -> None:
    """What --open would show, printed as the browser's own dialogue prints it: both texts and every edit on paper."""
    opener = desk.top / "browser"
    opener.write_text(f'#!/bin/sh\ncp "$(echo "$1" | sed "s,^file://,,")" "{tmp_path}/report.html"\n')
    opener.chmod(0o755)
    command = [sys.executable, "-m", "newsdiff", *SLIP, "--format", "html", "--open"]
    assert " ".join(command[-3:]) in next(command for name, _, command, _ in ROWS if name == "Print for the lawyer")
    done = desk.run(*command, BROWSER=str(opener), DISPLAY=":0")
    assert done.code == 1, done
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "@media print" in page
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    reader = shutil.which("pdftotext")
    if not (browser and reader):
        pytest.skip("no Chromium or no pdftotext: the report was made and not printed")
    pdf = tmp_path / "report.pdf"
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}", f"{tmp_path}/report.html"],
        capture_output=True,
        timeout=120,
    )
    text = subprocess.run([reader, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for reading in ("billion", "million", "allegedly", "Tuesday", "Thursday"):
        assert reading in text
