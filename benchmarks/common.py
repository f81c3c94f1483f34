"""Helpers for the speed benchmarks: articles from samples/, and the cost of a process from start to end."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WORDS = 700
NEWSDIFF = [sys.executable, "-m", "newsdiff"]


class Cost(NamedTuple):
    """CPU and wall seconds, peak memory in MB, what was printed; `output` is None where the process was stopped."""

    cpu: float
    wall: float
    peak: float
    output: str | None


def measure(command: list[str], timeout: float = 120, ok: tuple[int, ...] = (0, 1), folder: str | None = None) -> Cost:
    """The cost of one run. CPU and memory are the kernel's own count for that child (wait4), children included."""
    start = time.perf_counter()
    environment = {**os.environ, "COLUMNS": "120"}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # as for users: compiling every module anew costs more than all else
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes, env=environment, cwd=folder) as process:
        stopper = threading.Timer(timeout, process.kill)
        stopper.start()
        assert process.stdout is not None
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        stopper.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in (*ok, -9):
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak, None if process.returncode == -9 else output)


def pair_of_articles() -> tuple[str, str]:
    """A pair of about 700 words a side: spun, then reprint, then as much of update as is wanting."""
    sides = []
    for side in ("a.txt", "b.txt"):
        paragraphs = [p for name in ("spun", "reprint", "update") for p in _paragraphs(SAMPLES / name / side)]
        text = ""
        for paragraph in paragraphs:
            if len(text.split()) >= WORDS:
                break
            text += paragraph + "\n\n"
        sides.append(text)
    return sides[0], sides[1]


def edited_lightly(text: str, words: int = 5) -> str:
    """The text as after a copy edit: so many of its words, spread evenly, replaced by others of its words."""
    parts = text.split(" ")
    places = [n for n, word in enumerate(parts) if word.isalpha() and word.islower() and len(word) > 4]
    chosen = [places[(2 * k + 1) * len(places) // (2 * words)] for k in range(words)]
    for n, other in zip(chosen, reversed(chosen), strict=True):
        parts[n] = text.split(" ")[other] if other != n else text.split(" ")[places[0]]
    return " ".join(parts)


def _paragraphs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").strip().split("\n\n")
