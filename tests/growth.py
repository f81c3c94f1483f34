"""How cost grows with size: a ratio, which holds on any machine and under any load."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

FACTOR = 5
ROUNDS = 10
LINEAR = 2.5  # `growth` of what is linear is about 1, of what is quadratic about FACTOR
QUADRATIC = 1.6 * FACTOR
TICK = 0.005  # CPU seconds below which a difference is noise


def growth(work: Callable[[int], object], size: int, enough: float = LINEAR) -> float:
    """The cost of `work` at FACTOR times the size against FACTOR times its cost at the size; the least of some runs.

    Below `enough` no second run is made: what a test asks for is shown.
    """
    work(size // FACTOR)
    least = float(FACTOR * FACTOR)
    for _ in range(ROUNDS):
        least = min(least, _cost(work, FACTOR * size) / (FACTOR * _cost(work, size) + TICK))
        if least < enough:
            break
    return least


def _cost(work: Callable[[int], object], size: int) -> float:
    """CPU seconds, without the collector: what it costs depends on what the tests before have left in memory."""
    gc.disable()
    try:
        started = time.process_time()
        work(size)
        return time.process_time() - started
    finally:
        gc.enable()
