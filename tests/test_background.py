"""The terminal is asked for its background, politely; a pipe has the width of the terminal behind it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsdiff.background import LIMIT, choose_theme, find_background, read_answer, read_colorfgbg
from newsdiff.output import OutputError
from newsdiff.render.palette import THEMES
from tests.pairs import ROOT

PROGRAM = [sys.executable, "-m", "newsdiff", "a.txt", "b.txt"]
QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
NUMBERS = {theme: f"38;5;{colors['insert']}m" for theme, colors in THEMES.items() if colors}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("15;0", "dark"),
        ("0;15", "light"),
        ("0;default;15", "light"),
        ("12;8", "dark"),
        ("15;7", "light"),
        ("", None),
        ("default;default", None),
        ("0;²", None),
        ("0;99", None),
        ("\x1b", None),
    ],
)
def test_colorfgbg(value: str, found: str | None) -> None:
    assert read_colorfgbg(value) == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("\x1b]11;rgb:0000/0000/0000\x07", "dark"),
        ("\x1b]11;rgb:ff/ff/ff\x1b\\", "light"),
        ("\x1b]11;rgba:0000/2b2b/3636/ffff\x1b\\", "dark"),
        ("\x1b]11;rgb:f/f/e\x07\x1b[?1;2c", "light"),
        ("\x1b[?1;2c", None),
        ("", None),
    ],
)
def test_answers(answer: str, found: str | None) -> None:
    assert read_answer(answer) == found


def test_what_was_asked_for_wins() -> None:
    assert choose_theme("light", {"NEWSDIFF_THEME": "dark", "COLORFGBG": "15;0"}, terminal=False) == "light"
    assert choose_theme(None, {"NEWSDIFF_THEME": "dark", "COLORFGBG": "0;15"}, terminal=False) == "dark"
    assert choose_theme("auto", {"COLORFGBG": "0;15"}, terminal=False) == "light"
    assert choose_theme(None, {}, terminal=False) == "neutral"
    with pytest.raises(OutputError, match="no theme 'pink'; choose from auto, dark, light"):
        choose_theme(None, {"NEWSDIFF_THEME": "pink"}, terminal=False)


def test_nobody_is_asked_in_ci_or_on_a_terminal_that_would_show_the_question() -> None:
    for environ in ({"CI": "true", "TERM": "xterm"}, {"TERM": "dumb"}, {"TERM": "linux"}, {}):
        assert find_background(environ, terminal=True) is None


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The mayor left town on Monday, said the men who were with him at the station.\n")
    (tmp_path / "b.txt").write_text("The mayor left town on Friday, said the men who were with him at the station.\n")
    return tmp_path


class Terminal:
    """A terminal with a program in it, which has the terminal for its own."""

    def __init__(self, command: list[str], folder: Path, environ: Mapping[str, str] = {}, columns: int = 100) -> None:
        self.ours, theirs = pty.openpty()
        self.before = termios.tcgetattr(theirs)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, columns, 0, 0))
        dropped = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "CI", "COLORFGBG", "NEWSDIFF_THEME")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environ},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0) and None,
        )
        self.theirs = theirs
        self.shown = b""

    def read_until(self, text: bytes, seconds: float = 30) -> bytes:
        """All that has been shown once the text is in it."""
        end = time.monotonic() + seconds
        while text not in self.shown:
            assert select.select([self.ours], [], [], max(end - time.monotonic(), 0))[0], (text, self.shown)
            self.shown += os.read(self.ours, 65536)
        return self.shown

    def write(self, data: bytes) -> None:
        """What is typed, or answered."""
        os.write(self.ours, data)

    def end(self) -> tuple[int, bytes, list[Any]]:
        """Exit code, what was shown, and how the terminal was left."""
        while self.process.poll() is None or select.select([self.ours], [], [], 0)[0]:
            if select.select([self.ours], [], [], 0.05)[0]:
                self.shown += os.read(self.ours, 65536)
        after = termios.tcgetattr(self.theirs)
        os.close(self.theirs)
        os.close(self.ours)
        return self.process.returncode, self.shown, after


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c", "dark"),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?1;2c", "light"),
        (b"\x1b[?1;2c", "neutral"),
    ],
)
def test_the_colors_fit_what_the_terminal_answers(desk: Path, answer: bytes, theme: str) -> None:
    terminal = Terminal(PROGRAM, desk)
    terminal.read_until(QUESTION)
    terminal.write(answer)
    code, shown, after = terminal.end()
    assert code == 1
    assert NUMBERS[theme] in shown.decode()
    assert answer.strip(b"\x1b") not in shown.partition(QUESTION)[2], "the answer is not shown"
    assert after == terminal.before


def test_a_terminal_that_does_not_answer_is_not_waited_for(desk: Path) -> None:
    terminal = Terminal(PROGRAM, desk)
    code, shown, after = terminal.end()
    assert (code, after) == (1, terminal.before)
    assert NUMBERS["neutral"] in shown.decode()
    assert LIMIT <= 0.5


@pytest.mark.parametrize(
    ("args", "environ"),
    [
        (["--theme", "dark"], {}),
        ([], {"NEWSDIFF_THEME": "dark"}),
        ([], {"COLORFGBG": "15;0"}),
        (["--color", "never"], {}),
        (["--format", "json"], {}),
        (["--format", "html"], {}),
        ([], {"CI": "1"}),
        ([], {"NO_COLOR": "1"}),
        (["-o", "out.txt", "--color", "always"], {}),
    ],
)
def test_a_terminal_is_not_asked_without_need(desk: Path, args: list[str], environ: dict[str, str]) -> None:
    code, shown, _ = Terminal([*PROGRAM, *args], desk, environ).end()
    assert code == 1
    assert b"\x1b]11" not in shown


def test_a_pipe_has_the_width_of_the_terminal_and_asks_nothing(desk: Path) -> None:
    piped = ["sh", "-c", '"$@" | cat', "sh", *PROGRAM]
    for columns, environ, expected in ((132, {}, 132), (90, {}, 90), (90, {"COLUMNS": "70"}, 70)):
        _, shown, _ = Terminal(piped, desk, environ, columns).end()
        rule = next(line for line in shown.decode().splitlines() if line.startswith("─"))
        assert len(rule) in (expected, expected - 1), "two equal columns may leave one over"
        assert "\x1b" not in shown.decode()
    _, shown, _ = Terminal([*piped[:2], '"$@" > out; cat out', *piped[3:]], desk, {}, 132).end()
    assert len(next(line for line in shown.decode().splitlines() if line.startswith("─"))) == 80
    _, shown, _ = Terminal([*piped, "--color", "always"], desk).end()
    assert b"\x1b]11" not in shown and NUMBERS["neutral"].encode() in shown


def test_a_theme_that_there_is_not(desk: Path) -> None:
    code, shown, _ = Terminal(PROGRAM, desk, {"NEWSDIFF_THEME": "pink\x1b[2J"}).end()
    assert code == 2
    assert b"newsdiff: NEWSDIFF_THEME: no theme" in shown and shown.count(b"\n") == 1 and b"\x1b[2J" not in shown
