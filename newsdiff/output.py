"""Where the result goes: standard output, a file (written whole or not at all) or a pager; its width and colours.

>>> wants_color("auto", {"FORCE_COLOR": "1"}, terminal=False), wants_color("always", {"NO_COLOR": "1"}, terminal=False)
(True, True)
"""

# os.path throughout: pathlib is not loaded at start-up and costs 4 ms to import.

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress

DEFAULT_WIDTH = 80  # if the output is not a terminal
_LESS = "FRX"  # as git sets it: quit if the text fits, let colours through, leave the text on the screen


class OutputError(Exception):
    """A result that could not be written. The message is one line."""


def wants_color(choice: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: by `--color`, else NO_COLOR, else FORCE_COLOR, else the kind of output.

    NO_COLOR wins over FORCE_COLOR as in Python, pytest and Rich; an empty variable counts as unset
    (https://no-color.org, https://force-color.org).
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return terminal and environ.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def screen() -> tuple[int, int]:
    """Columns and lines to write for: COLUMNS and LINES, else the terminal's own; 0 lines if there is no terminal.

    A pipe most likely leads to a pager on the terminal that newsdiff was started from, so it has that width; a file
    has none.
    """
    columns = lines = 0
    with suppress(OSError, ValueError):
        if is_terminal():
            columns, lines = os.get_terminal_size(sys.stdout.fileno())
        elif sys.stdout is not None and stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode):
            handle = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
            try:
                columns = os.get_terminal_size(handle).columns
            finally:
                os.close(handle)
    return _number("COLUMNS") or columns or DEFAULT_WIDTH, _number("LINES") or lines


def _number(variable: str) -> int:
    value = os.environ.get(variable, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def write_stdout(text: str, encoding: str | None = None) -> None:
    """Writes the text in the given encoding, or else in the locale's, with "?" for characters that it lacks.

    Raises OutputError, and BrokenPipeError if nobody reads any more.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    if os.environ.get("GITHUB_ACTIONS"):
        from newsdiff.render.visible import guard_log

        # JSON never begins a line with foreign text, and has escapes of its own.
        text = text.replace("##[", "#\\u0023[") if text.startswith("{") else guard_log(text)
    encoding = encoding or sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        abandon_stdout()
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"standard output: {error.strerror}") from None


def abandon_stdout() -> None:
    """Discards what is left in the buffer: the interpreter would try to write it once more, and complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def write_file(path: str, text: str) -> None:
    """Writes the text as UTF-8, whole or not at all. Raises OutputError.

    A regular file is replaced by a finished temporary file and keeps its mode; a pipe or a device is written directly.
    """
    from newsdiff.read.sources import printable

    data = memoryview(text.encode("utf-8", "replace"))
    try:
        if not path:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if path.endswith("/") or os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # A redirected /dev/stdout resolves to the file behind it, which is the caller's, not ours to replace.
        if path.startswith(("/dev/", "/proc/")) or (os.path.exists(path) and not os.path.isfile(path)):
            with open(os.open(path, os.O_WRONLY | os.O_APPEND), "wb", buffering=0) as file:
                _write_all(file.fileno(), data)
            return
        _replace(os.path.realpath(path), data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise OutputError(f"{printable(path) or repr(path)}: {why}") from None


def make_file(form: str) -> str:
    """The path of a new temporary file for a result in a format; it stays until the system clears such files away."""
    import tempfile

    suffix = {"table": "txt", "inline": "txt", "map": "txt", "criticmarkup": "txt", "markdown": "md"}.get(form, form)
    handle, path = tempfile.mkstemp(prefix="newsdiff-", suffix=f".{suffix}")
    os.close(handle)
    return path


def open_file(path: str) -> None:
    """Shows a file in the user's browser. Raises OutputError if there is none; the file stays."""
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(path).resolve().as_uri()):
        raise OutputError(f"no browser to open {path} with")


def _replace(path: str, data: memoryview) -> None:
    unfinished = os.path.join(os.path.dirname(path), f".newsdiff-{os.urandom(6).hex()}.tmp")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        try:
            if os.path.exists(path):
                os.chmod(handle, stat.S_IMODE(os.stat(path).st_mode))
            _write_all(handle, data)
        finally:
            os.close(handle)
        os.replace(unfinished, path)
    except BaseException:  # an interruption leaves nothing behind either
        os.unlink(unfinished)
        raise


def _write_all(handle: int, data: memoryview) -> None:
    while data:
        data = data[os.write(handle, data) :]


def page(text: str) -> bool:
    """Shows the text in the user's pager; False if none can be started."""
    import shlex
    import subprocess

    try:
        command = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return False
    if not command or command == ["cat"]:
        return False
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": _LESS, "LV": "-c", **os.environ})
    except OSError:
        return False
    with suppress(KeyboardInterrupt):  # Ctrl-C is the pager's: it stops a search, and the pager stays
        pager.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    while True:
        try:
            return pager.wait() != 127
        except KeyboardInterrupt:
            continue


def deliver(text: str, output: str | None, *, for_terminal: bool, paged: bool, open_it: bool = False) -> None:
    """Write to the file that is named, the pager or standard output. Raises OutputError.

    Only what is `for_terminal` is paged, and only if it is longer than the screen; all else is UTF-8. `open_it` opens
    the file.
    """
    if output is not None and output != "-":
        write_file(output, text)
        if open_it:
            open_file(output)
        return
    paged = paged and for_terminal and is_terminal() and 0 < screen()[1] <= text.count("\n")
    if not (paged and page(text)):
        write_stdout(text, None if for_terminal else "utf-8")
