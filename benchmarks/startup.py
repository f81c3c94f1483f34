"""What a run costs from start to end, as a multiple of the least that it could cost.

    python benchmarks/startup.py [--rounds 15] [--check]

`newsdiff A B` on a spun pair of 700 words a side, and on one of them with five words changed (`copy edit`), in CPU
seconds of the whole process. The floors are the same interpreter,
in the same run, importing what a run cannot do without: for JSON and --help click, diff_match_patch and json; for the
table click, diff_match_patch and rich, and a plain table of the same sentences. Runs take turns, so that a busy
machine slows them alike; the medians are divided. They start in a folder without a configuration. --check exits 1
where a ratio is above its bar.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from common import NEWSDIFF, edited_lightly, measure, pair_of_articles

FLOOR_JSON = "import click, diff_match_patch, json"
FLOOR_TABLE = """
import sys
import click, diff_match_patch
from rich.console import Console
from rich.table import Table
sides = [open(path, encoding="utf-8").read().split("\\0") for path in sys.argv[1:]]
table = Table("A", "B")
for n in range(max(map(len, sides))):
    table.add_row(*[side[n] if n < len(side) else "" for side in sides])
Console(width=120, markup=False).print(table)
"""

BARS = (
    ("json", "floor json", 2.2),
    ("copy edit", "floor json", 1.3),
    ("table", "floor table", 1.7),
    ("--help", "floor json", 1.2),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, side)) for side in ("a.txt", "b.txt")]
        for path, text in zip(paths, pair_of_articles(), strict=True):
            Path(path).write_text(text, encoding="utf-8")
        copy = str(Path(folder, "copy.txt"))
        Path(copy).write_text(edited_lightly(Path(paths[0]).read_text(encoding="utf-8")), encoding="utf-8")
        found = json.loads(measure([*NEWSDIFF, *paths, "--format", "json"]).output or "{}")
        sentences = [str(Path(folder, side + ".sentences")) for side in "ab"]
        for side, path in zip("ab", sentences, strict=True):
            Path(path).write_text("\0".join([s["text"] for s in found[side]["sentences"]]), encoding="utf-8")
        runs = {
            "floor json": [sys.executable, "-c", FLOOR_JSON],
            "floor table": [sys.executable, "-c", FLOOR_TABLE, *sentences],
            "json": [*NEWSDIFF, *paths, "--format", "json"],
            "copy edit": [*NEWSDIFF, paths[0], copy, "--format", "json"],
            "table": [*NEWSDIFF, *paths, "--format", "table"],
            "--help": [*NEWSDIFF, "--help"],
        }
        cpu: dict[str, list[float]] = {name: [] for name in runs}
        for turn in range(options.rounds + 1):
            for name, command in runs.items():
                cost = measure(command, folder=folder)
                if turn:  # the first turn writes the .pyc files
                    cpu[name].append(cost.cpu)
    median = {name: statistics.median(values) for name, values in cpu.items()}
    print(f"{'':12} {'CPU ms':>7} {'least':>7} {'ratio':>6} {'bar':>5}")
    failed = False
    for name, floor, bar in BARS:
        ratio = median[name] / median[floor]
        failed |= ratio > bar
        print(f"{floor:12} {1000 * median[floor]:7.1f} {1000 * min(cpu[floor]):7.1f}")
        print(f"{name:12} {1000 * median[name]:7.1f} {1000 * min(cpu[name]):7.1f} {ratio:6.2f} {bar:5.1f}")
    sys.exit(options.check and failed)


if __name__ == "__main__":
    main()
