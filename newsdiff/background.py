r"""Whether the terminal's background is dark or light, so that colours can be read on it.

>>> read_colorfgbg("15;0"), read_colorfgbg("0;default;15"), read_colorfgbg("default;default")
('dark', 'light', None)
>>> read_answer("\x1b]11;rgb:ffff/fdfd/e3e3\x1b\\\x1b[?62c"), read_answer("\x1b]11;rgb:1e/1e/1e\x07")
('light', 'dark')

The terminal is asked by OSC 11 (xterm, VTE, kitty, iTerm2, Windows Terminal, tmux and others answer), followed by a
question that every terminal answers, so that there is no wait for one that does not know the first. It does not notice
a picture behind the text, or a theme that changes while a pager is open.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache

from newsdiff.output import OutputError
from newsdiff.render.palette import DEFAULT, THEMES

LIMIT = 0.3  # seconds: what a slow connection needs to answer; a terminal on the same machine takes 2 to 10 ms
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"  # OSC 11, then DA1
_COLOR = re.compile(r"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_END = re.compile(rb"\x1b\[\?[0-9;]*c")
_MUTE = ("dumb", "linux", "vt52", "cons25")  # these would display the question
_DARK = frozenset((0, 1, 2, 3, 4, 5, 6, 8))  # of the sixteen colours


def choose_theme(asked: str | None, environ: Mapping[str, str], *, terminal: bool) -> str:
    """The theme set here or by NEWSDIFF_THEME, or else one for the background. Raises OutputError."""
    name = asked or environ.get("NEWSDIFF_THEME") or "auto"
    if name == "auto":
        return find_background(environ, terminal=terminal) or DEFAULT
    if name not in THEMES:
        raise OutputError(f"NEWSDIFF_THEME: no theme {name!r}; choose from auto, {', '.join(THEMES)}")
    return name


def find_background(environ: Mapping[str, str], *, terminal: bool) -> str | None:
    """The background: dark, light, or None if unknown. The terminal is asked only if `terminal`, and never in CI."""
    known = read_colorfgbg(environ.get("COLORFGBG", ""))
    if known or not terminal or environ.get("CI") or environ.get("TERM", "dumb") in _MUTE:
        return known
    try:
        return read_answer(_ask_terminal())
    except (OSError, ValueError, ImportError):  # no terminal, or no termios, as on Windows
        return None


def read_colorfgbg(value: str) -> str | None:
    """The background that COLORFGBG (set by rxvt and Konsole) gives: its last part is the number of the colour."""
    last = value.rpartition(";")[2]
    return ("dark" if int(last) in _DARK else "light") if last.isascii() and last.isdigit() and int(last) < 16 else None


def read_answer(answer: str) -> str | None:
    """The background in a terminal's answer: dark or light, by its luminance (ITU-R BT.709)."""
    found = _COLOR.search(answer)
    if not found:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return "dark" if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 < 0.18 else "light"


@cache
def _ask_terminal() -> str:
    """The terminal's answer, "" if it gives none in time or must not be asked. Raises OSError, ImportError.

    It is asked once in a run, so a watch does not ask again at each change.
    """
    import select
    import sys
    import termios
    import time
    import tty

    handle = os.open(os.ttyname(sys.stdout.fileno()), os.O_RDWR | os.O_NOCTTY)
    try:
        # A background process would be stopped here; for another session's terminal this raises OSError.
        if os.tcgetpgrp(handle) != os.getpgrp():
            return ""
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle, termios.TCSANOW)
            if select.select([handle], [], [], 0)[0]:  # typed ahead: not ours to read
                return ""
            os.write(handle, _QUESTION)
            answer, end = b"", time.monotonic() + LIMIT
            while not _END.search(answer):
                left = end - time.monotonic()
                if left <= 0 or not select.select([handle], [], [], left)[0]:
                    break
                answer += os.read(handle, 256)
            return answer.decode("ascii", "replace")
        except termios.error as error:
            raise OSError(*error.args) from None
        finally:
            termios.tcsetattr(handle, termios.TCSANOW, before)
    finally:
        os.close(handle)
