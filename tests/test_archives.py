"""The archives that benchmarks/corpus.py generates: the same bytes whatever the hash seed, and grades that hold."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from newsdiff.compare import compare
from newsdiff.corpus.grade import grade
from tests.pairs import ROOT


def generate(folder: Path, seed: str) -> tuple[str, str]:
    paths = [folder / name for name in ("archive.jsonl", "truth.csv")]
    command = [sys.executable, str(ROOT / "benchmarks" / "archives.py"), "200", *map(str, paths)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    archive, truth = [path.read_text(encoding="utf-8") for path in paths]
    return archive, truth


@pytest.mark.edges
def test_archives_are_the_same_every_time_and_their_kinds_are_told_apart(tmp_path: Path) -> None:
    archive, truth = generate(tmp_path, "1")
    assert generate(tmp_path, "2") == (archive, truth)
    articles = {row["id"]: row for row in map(json.loads, archive.splitlines())}
    rows = list(csv.DictReader(truth.splitlines()))
    assert len(articles) == 200 and len({row["kind"] for row in rows}) == 8
    right: Counter[str] = Counter()
    for row in rows:
        a, b = articles[row["a"]], articles[row["b"]]
        right[row["grade"]] += grade(compare(a["text"], b["text"]), a["series"], b["series"]) == row["grade"]
    wanted = Counter(row["grade"] for row in rows)
    assert all(right[name] >= 0.8 * count for name, count in wanted.items()), (right, wanted)
