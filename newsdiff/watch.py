"""`newsdiff --watch`: compare again whenever a file is saved.

>>> find_stamp("no such file") is None
True

Files are looked at a few times a second. If an editor saves by renaming a new file over the old one, the new file's
number shows it; while a file is missing, the last comparison stays. A change without a new time, size or number goes
unnoticed.
"""

from __future__ import annotations

import gc
import os
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NoReturn

from newsdiff.cli import say
from newsdiff.output import is_terminal, screen
from newsdiff.read.sources import printable
from newsdiff.run import Request, RunError, is_range, run_once

PAUSE = 0.2  # seconds between two looks
GONE = 1.0  # seconds after which a vanished file is reported as missing
_CLEAR = "\x1b[H\x1b[2J"


class Stamp(tuple[int, int, int]):
    """Time, size and number of a file."""


def watch(request: Request) -> NoReturn:
    """Shows the comparison, and again after each change, until Ctrl-C. Raises RunError if there is nothing to watch."""
    paths = find_paths(request)
    gc.enable()  # a single run does without
    for _ in find_changes(paths):
        _draw(request, paths)
    raise AssertionError("a watch has no end")


def find_paths(request: Request) -> list[str]:
    """The files to watch; a revision does not change. Raises RunError."""
    sources = [source for source in (request.a, request.b) if source is not None]
    if "-" in sources:
        raise RunError("--watch needs files that are saved; standard input (-) is read only once", usage=True)
    paths = [source for source in sources if os.path.exists(source) or not (":" in source or is_range(source))]
    for path in paths:
        if os.path.exists(path) and not os.path.isfile(path):
            raise RunError(f"--watch needs files that are saved, and '{printable(path)}' is not a file", usage=True)
    if not paths:
        raise RunError("--watch needs at least one file; revisions do not change", usage=True)
    return paths


def find_stamp(path: str) -> Stamp | None:
    """What changes when a file is saved; None if there is no file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp((found.st_mtime_ns, found.st_size, found.st_ino)) if stat.S_ISREG(found.st_mode) else None


def find_changes(paths: Sequence[str], pause: float = PAUSE) -> Iterator[None]:
    """An item at once, and another whenever a file or the window has changed and then kept still for one pause."""
    shown: object = None
    before = [find_stamp(path) for path in paths]
    gone = 0.0
    while True:
        now = [find_stamp(path) for path in paths]
        whole = None not in now
        gone = 0.0 if whole else gone + pause
        state = (now, screen())
        if now == before and state != shown and (whole or shown is None or gone >= GONE):
            shown = state
            yield
        before = now
        time.sleep(pause)


def _draw(request: Request, paths: Sequence[str]) -> None:
    """Prints one comparison on a cleared screen; trouble is reported but does not end the watch."""
    live = is_terminal() and request.output in (None, "-")
    if live:
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
    try:
        run_once(request._replace(open_it=False))
    except RunError as error:
        say(str(error))
    if live:
        print(f"\nwatching {' and '.join(map(printable, paths))}; Ctrl-C ends", flush=True)
