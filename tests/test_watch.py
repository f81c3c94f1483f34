"""`--watch`: what is saved is compared again, however it is saved; Ctrl-C ends it."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff import watch
from newsdiff.cli import command
from newsdiff.run import Request, RunError
from tests.test_background import PROGRAM, Terminal

A = "The mayor left town on Monday, said the men who were with him.\n"
WATCHED = b"Ctrl-C ends\r\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A)
    Path("b.txt").write_text(A.replace("Monday", "Friday"))
    return tmp_path


def replace(path: Path, text: str) -> None:
    """Saves as vim and many others do: a new file is renamed over the old one."""
    new = path.with_suffix(".swp")
    new.write_text(text)
    new.replace(path)


@pytest.fixture
def watched(desk: Path) -> Iterator[Terminal]:
    terminal = Terminal([*PROGRAM, "--watch"], desk, {"NO_COLOR": "1"})
    yield terminal
    terminal.process.kill()


def test_a_saved_file_is_shown_until_ctrl_c(desk: Path, watched: Terminal) -> None:
    assert b"{+Friday+}" in watched.read_until(WATCHED)
    assert b"watching a.txt and b.txt; Ctrl-C ends" in watched.shown
    watched.shown = b""
    Path("b.txt").write_text(A.replace("Monday", "Sunday"))
    assert watched.read_until(WATCHED).startswith(b"\x1b[H\x1b[2J")
    assert b"{+Sunday+}" in watched.shown and b"Friday" not in watched.shown
    watched.shown = b""
    replace(desk / "a.txt", A.replace("mayor", "governor"))
    assert b"governor" in watched.read_until(WATCHED)
    watched.shown = b""
    Path("b.txt").write_text(A.replace("mayor", "governor"))
    assert b"No differences" in watched.read_until(WATCHED)
    watched.shown = b""
    watched.write(b"\x03")
    code, shown, after = watched.end()
    assert code == 130
    assert b"Traceback" not in shown and b"newsdiff:" not in shown
    assert after == watched.before


def test_a_file_that_vanishes_is_waited_for(desk: Path, watched: Terminal) -> None:
    watched.read_until(WATCHED)
    watched.shown = b""
    Path("b.txt").unlink()
    assert b"newsdiff: b.txt: No such file or directory" in watched.read_until(WATCHED)
    watched.shown = b""
    Path("b.txt").write_text(A.replace("Monday", "Sunday"))
    assert b"{+Sunday+}" in watched.read_until(WATCHED)
    watched.process.send_signal(signal.SIGINT)
    assert watched.end()[0] == 130


def test_a_report_is_written_again(desk: Path) -> None:
    terminal = Terminal([*PROGRAM, "--watch", "--format", "html", "-o", "out.html"], desk)
    for day in ("Friday", "Sunday"):
        Path("b.txt").write_text(A.replace("Monday", day))
        for _ in range(200):
            if Path("out.html").exists() and day in Path("out.html").read_text():
                break
            time.sleep(0.1)
        assert day in Path("out.html").read_text()
    terminal.write(b"\x03")
    code, shown, _ = terminal.end()
    assert (code, shown.replace(b"^C", b"")) == (130, b"")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-", "b.txt"], "--watch needs files that are saved; standard input (-) is read only once"),
        (["a.txt", "pipe"], "--watch needs files that are saved, and 'pipe' is not a file"),
        (["HEAD~1..HEAD"], "--watch needs at least one file; revisions do not change"),
        (["HEAD:a.txt", "HEAD~1:a.txt"], "--watch needs at least one file; revisions do not change"),
    ],
)
def test_what_cannot_be_watched(desk: Path, args: list[str], message: str) -> None:
    os.mkfifo("pipe")
    done = CliRunner().invoke(command, [*args, "--watch"])
    assert (done.exit_code, done.output) == (2, f"newsdiff: {message} (newsdiff --help)\n")


def test_a_revision_beside_a_file(desk: Path) -> None:
    assert watch.find_paths(Request("HEAD:a.txt", "b.txt")) == ["b.txt"]
    with pytest.raises(RunError, match="standard input"):
        watch.find_paths(Request("a.txt", "-"))


def test_changes_are_shown_once_they_are_whole(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is still growing from look to look is waited for."""
    looks = iter([(1, 1, 1), (1, 1, 1), (2, 5, 1), (3, 9, 1), (3, 9, 1), (3, 9, 1), None, (4, 9, 2), (4, 9, 2)])
    taken: list[object] = []

    def look(path: str) -> object:
        taken.append(next(looks))
        return taken[-1]

    monkeypatch.setattr(watch, "find_stamp", look)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    changes = watch.find_changes(["b.txt"])
    shown = []
    for _ in range(3):
        next(changes)
        shown.append(len(taken))
    assert shown == [2, 5, 9]
