"""The progress of a run: a bar on a terminal, a line now and then in a pipe."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_EVERY = 60.0  # seconds between two lines within a step


class Progress:
    """Reports a run's progress on stderr; nothing if it is quiet."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet or sys.stderr is None
        self.bar: Bar | None = None
        self.task: TaskID | None = None
        self.what, self.total, self.done, self.before = "", 0, 0, 0
        self.began = self.told = monotonic()
        if not self.quiet and sys.stderr.isatty():
            self.bar = _make_bar()
            self.bar.start()

    def begin(self, what: str, total: int | None, before: int = 0) -> None:
        """Begins a step of `total` items, if known, `before` of them done in an earlier run."""
        self.what, self.total, self.done, self.before = what, total or 0, before, before
        self.began = self.told = monotonic()
        if self.bar is not None:
            if self.task is not None:
                self.bar.remove_task(self.task)
            self.task = self.bar.add_task(what, total=total, completed=before)

    def advance(self, count: int) -> None:
        """Counts more items as done."""
        self.done += count
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, advance=count)
        elif not self.quiet and monotonic() - self.told > _EVERY:
            self.told = monotonic()
            print(f"{self.what}: {self._so_far()}", file=sys.stderr, flush=True)

    def _so_far(self) -> str:
        rate = (self.done - self.before) / max(monotonic() - self.began, 1e-3)
        if not self.total:
            return f"{self.done:,}, {rate:,.1f} a second"
        left = (self.total - self.done) / rate if rate else 0.0
        return f"{self.done:,} of {self.total:,}, {rate:,.1f} a second, {_say_time(left)} left"

    def close(self) -> None:
        """Ends the display, whether the run succeeded or not."""
        if self.bar is not None:
            if self.task is not None:
                self.bar.remove_task(self.task)
            self.bar.stop()


def _make_bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f}/s" if task.speed else "")

    class Left(ProgressColumn):
        def render(self, task: Task) -> Text:
            left = task.time_remaining
            return Text(f"{_say_time(left)} left" if left else "")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), Left())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _say_time(seconds: float) -> str:
    """A time as a person would say it.

    >>> _say_time(42), _say_time(754), _say_time(9000)
    ('42 s', '13 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
