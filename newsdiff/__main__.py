"""`python -m newsdiff`, and the program itself: how it handles signals and how it ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn


def main() -> None:
    """Runs the program and exits."""
    # One comparison and out: nothing makes cycles worth collecting, and the collector costs a tenth of the run.
    gc.disable()
    interrupts = signal.getsignal(signal.SIGINT)
    if interrupts is signal.default_int_handler:  # an exception in the middle of an import may be swallowed
        signal.signal(signal.SIGINT, _leave)
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)
    try:
        from newsdiff.cli import main as run

        signal.signal(signal.SIGINT, interrupts)
        run()
    except KeyboardInterrupt:
        _exit(130)
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        _exit(end.code)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    os._exit(128 + number)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)  # so that an unfinished file is removed on the way out


def _exit(code: int) -> None:
    """Ends the process at once if nothing is left to be written.

    Otherwise the interpreter takes modules and tables apart one by one, for 8 to 10 ms, a tenth of the run, although
    the system is about to reclaim all the memory anyway.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        code = max(code, 2)
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
