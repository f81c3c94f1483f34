"""The cost and the findings of `newsdiff corpus` on generated archives.

    python benchmarks/corpus.py [--articles 1000 10000] [--pairs 2000] [--workers 2] [--engine duckdb]

For each size: articles a second, CPU seconds, peak memory and candidates an article of `corpus find`, how its CPU grows
with the size, and how many of the planted pairs it found, by kind. Then `corpus compare` on planted pairs: pairs a
second and core, the cost of the same pairs in a bare loop over `compare`, and precision and recall of the grades.
The archives are those of benchmarks/archives.py; 200,000 articles take 600 MB of disk.

CPU is the sum of all processes, memory that of the largest. Everything except the times is the same in every run.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet
from archives import GRADES, Truth, make_archive, write_archive
from common import NEWSDIFF, Cost, measure

VERSIONS = ("copy", "edit", "rewrite")
LOOP = """
import json, sys
from newsdiff import compare
texts = {row["id"]: row["text"] for row in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
for line in open(sys.argv[2], encoding="utf-8"):
    a, b = line.rstrip().split(",")
    if a != "a":
        compare(texts[a], texts[b])
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--pairs", type=int, default=2000, help="pairs to compare at most (2000)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    parser.add_argument("--timeout", type=float, default=3600)
    args = parser.parse_args()
    sizes = sorted(args.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs = []
        for size in sizes:
            archive = folder / f"{size}.jsonl"
            rows, truth = make_archive(size)
            write_archive(rows, archive)
            del rows
            costs.append(find(archive, truth, size, args))
        for (small, x), (large, y) in pairwise(zip(sizes, costs, strict=True)):
            print(f"growth   {large / small:.1f} times the articles, {y.cpu / x.cpu:.1f} times the CPU")
        enough = next((size for size in sizes if size * 0.18 >= args.pairs), sizes[-1])  # articles for so many pairs
        rate(folder / f"{enough}.jsonl", make_archive(enough)[1], args)


def run(step: str, archive: Path, args: argparse.Namespace, *more: str) -> Cost:
    """The cost of a step."""
    out = str(archive.with_suffix(".out"))
    options = ["-o", out, "--engine", args.engine, "--workers", str(args.workers), "--quiet"]
    return measure([*NEWSDIFF, "corpus", step, str(archive), *options, *more], args.timeout, ok=(0,))


def find(archive: Path, truth: Sequence[Truth], size: int, args: argparse.Namespace) -> Cost:
    """Measures the search for pairs."""
    cost = run("find", archive, args)
    table = pyarrow.parquet.read_table(archive.with_suffix(".out") / "candidates.parquet", columns=["a", "b"])
    found = {frozenset(pair) for pair in zip(table["a"].to_pylist(), table["b"].to_pylist(), strict=True)}
    print(
        f"find     {size:,} articles: {size / cost.wall:,.0f} a second, {cost.cpu:.1f} CPU s, {cost.peak:.0f} MB, "
        f"{len(found) / size:.2f} candidates an article"
    )
    for kind in GRADES:
        own = [frozenset((row.a, row.b)) for row in truth if row.kind == kind]
        print(f"           {kind:10} {sum(pair in found for pair in own):6,} of {len(own):,} found", flush=True)
    return cost


def rate(archive: Path, truth: Sequence[Truth], args: argparse.Namespace) -> None:
    """Measures the comparison of planted pairs, and how they are graded."""
    step = max(1, -(-len(truth) // args.pairs))
    chosen = truth[::step]
    pairs = archive.with_suffix(".csv")
    with pairs.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("a", "b"), *[(row.a, row.b) for row in chosen]])
    empty = pairs.with_name("none.csv")
    empty.write_text("a,b\n", encoding="utf-8")
    run("compare", archive, args, "--restart", "--pairs", str(empty))
    start = run("compare", archive, args, "--restart", "--pairs", str(empty))
    cost = run("compare", archive, args, "--restart", "--pairs", str(pairs))
    floor = measure([sys.executable, "-c", LOOP, str(archive), str(pairs)], args.timeout, ok=(0,))
    print(
        f"compare  {len(chosen):,} pairs: {len(chosen) / cost.cpu:.1f} a second and core, {cost.cpu:.1f} CPU s "
        f"({start.cpu:.1f} to read the archive), {cost.peak:.0f} MB"
    )
    print(f"           bare loop {floor.cpu:.1f} CPU s; overhead {100 * (cost.cpu / floor.cpu - 1):.0f}%")
    table = pyarrow.parquet.read_table(archive.with_suffix(".out") / "pairs.parquet", columns=["a", "b", "grade"])
    grades = {frozenset((row["a"], row["b"])): row["grade"] for row in table.to_pylist()}
    report(chosen, [grades[frozenset((row.a, row.b))] for row in chosen])


def report(truth: Sequence[Truth], given: Sequence[str]) -> None:
    """Prints what the kinds were graded as, and precision and recall of each grade."""
    for kind in GRADES:
        own = Counter(grade for row, grade in zip(truth, given, strict=True) if row.kind == kind)
        print(f"           {kind:10} {', '.join([f'{n:,} {grade}' for grade, n in own.most_common()])}")
    told = [GRADES[row.kind] for row in truth]
    names: list[tuple[str, tuple[str, ...]]] = [(name, (name,)) for name in dict.fromkeys(GRADES.values())]
    for name, members in [*names, ("version", VERSIONS)]:
        both = sum(x in members and y in members for x, y in zip(told, given, strict=True))
        precision, recall = (both / max(1, sum(x in members for x in side)) for side in (given, told))
        print(f"grade    {name:10} precision {precision:.3f}  recall {recall:.3f}")


if __name__ == "__main__":
    main()
