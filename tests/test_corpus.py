"""`newsdiff corpus` on one machine: from archive to tables, stopped and continued, with processes that die."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.archives import make_archive, write_archive
from tests.pairs import ROOT

pytest.importorskip("duckdb", reason="DuckDB is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

TABLES = ("pairs", "edits", "families")
# Put before everything else in the processes that compare: what happens to a pair with a certain word in it.
ACCIDENTS = """
import os, time
import newsdiff.corpus.batches as batches
compare = batches.compare
def meet_with_accident(a, b, **options):
    flag = os.environ["ACCIDENT"]
    if "POISON" in a:
        os._exit(9)
    if "KILLED" in a and not os.path.exists(flag):
        open(flag, "w").close()
        os._exit(9)
    if "RAISES" in a:
        raise ValueError("no such luck")
    if "SLOW" in a:
        time.sleep(0.02)
    return compare(a, b, **options)
batches.compare = meet_with_accident
"""


def run(*args: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsdiff", "corpus", *map(str, args)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        encoding="utf-8",
    )


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    import pyarrow.parquet

    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return rows


def accident(folder: Path) -> dict[str, str]:
    """The environment in which accidents happen."""
    (folder / "sitecustomize.py").write_text(ACCIDENTS)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "ACCIDENT": str(folder / "flag")}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archive") / "archive.jsonl", make_archive(12, 4))


@pytest.fixture(scope="module")
def done(archive: Path) -> Path:
    ran = run(archive, "-o", archive.parent / "out", "--workers", 2, "--csv")
    assert ran.returncode == 0, ran.stderr
    return archive.parent / "out"


def test_every_pair_of_versions_is_found_and_no_other(done: Path) -> None:
    pairs = table(done, "pairs")
    assert {row["a"].split("-")[0] == row["b"].split("-")[0] for row in pairs} == {True}
    assert len(pairs) == 12 * 6
    assert all(row["error"] is None and row["related"] for row in pairs)


def test_rows_are_in_the_order_of_the_archive(archive: Path, done: Path) -> None:
    place = {json.loads(line)["id"]: n for n, line in enumerate(archive.read_text().splitlines())}
    rows = [(place[row["a"]], place[row["b"]]) for row in table(done, "pairs")]
    assert rows == sorted(rows)
    assert all(a < b for a, b in rows)
    edits = [(place[row["a"]], place[row["b"]]) for row in table(done, "edits")]
    assert edits == sorted(edits)


def test_the_counts_of_a_pair_are_those_of_its_edits(done: Path) -> None:
    edits = table(done, "edits")
    for row in table(done, "pairs")[:20]:
        own = [edit for edit in edits if (edit["a"], edit["b"]) == (row["a"], row["b"])]
        assert len(own) == row["edits"] == row["substantive"] + row["open"] + row["accidental"]
        assert sum([edit["kind"] == "omission" for edit in own]) == row["omission"]


def test_edits_can_be_cut_out_of_the_articles(archive: Path, done: Path) -> None:
    texts = {row["id"]: row["text"] for row in map(json.loads, archive.read_text().splitlines())}
    for edit in table(done, "edits"):
        for side in "ab":
            if edit[f"text_{side}"] is not None:
                cut = texts[edit[side]][edit[f"start_{side}"] : edit[f"end_{side}"]]
                assert cut == edit[f"text_{side}"]


def test_families_are_named_by_their_first_article(done: Path) -> None:
    rows = table(done, "families")
    assert len(rows) == 48
    for row in rows:
        assert row["family"].split("-")[0] == row["id"].split("-")[0]
    assert [row["family"] == row["id"] for row in rows].count(True) == 12


def test_tables_do_not_depend_on_the_number_of_processes_or_on_hash_seeds(
    archive: Path, done: Path, tmp_path: Path
) -> None:
    run(archive, "-o", tmp_path / "out", "--workers", 1, "-q", env={"PYTHONHASHSEED": "7"})
    for name in TABLES:
        assert (tmp_path / "out" / f"{name}.parquet").read_bytes() == (done / f"{name}.parquet").read_bytes()


def test_csv_has_the_rows_of_the_tables(done: Path) -> None:
    import csv

    for name in TABLES:
        with (done / f"{name}.csv").open(newline="") as file:
            assert len(list(csv.reader(file))) == 1 + len(table(done, name))


def test_halves_make_the_whole(archive: Path, done: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("compare", archive, "-o", out).stderr.endswith("run newsdiff corpus find first, or give --pairs\n")
    found = run("find", archive, "-o", out)
    assert found.stdout == "48 articles, 72 candidates\n"
    assert not (out / "pairs.parquet").exists()
    assert run("compare", archive, "-o", out).returncode == 0
    for name in TABLES:
        assert (out / f"{name}.parquet").read_bytes() == (done / f"{name}.parquet").read_bytes()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_pairs_can_be_named(archive: Path, tmp_path: Path, form: str) -> None:
    import pyarrow.csv
    import pyarrow.parquet

    pairs = pyarrow.table({"a": ["3-0", "0-0"], "b": ["0-1", "0-3"]})
    path = tmp_path / f"pairs.{form}"
    (pyarrow.csv.write_csv if form == "csv" else pyarrow.parquet.write_table)(pairs, path)
    ran = run("compare", archive, "--pairs", path, "-o", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    rows = {(row["a"], row["b"], row["weight"]) for row in table(tmp_path / "out", "pairs")}
    assert rows == {("3-0", "0-1", None), ("0-0", "0-3", None)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n0-0,nobody\n", "row 1: no article has the id 'nobody'"),
        ("a,c\n0-0,0-1\n", "no column b"),
        ("a,b\n0-0,0-0\n", "row 1: '0-0' twice"),
        ("", "Empty CSV file"),
        (None, "pairs.csv: No such file or directory\n"),
    ],
)
def test_wrong_tables_of_pairs(archive: Path, tmp_path: Path, text: str | None, says: str) -> None:
    if text is not None:
        (tmp_path / "pairs.csv").write_text(text)
    ran = run("compare", archive, "--pairs", tmp_path / "pairs.csv", "-o", tmp_path / "out", "-q")
    assert ran.returncode == 2
    assert says in ran.stderr and ran.stderr.count("\n") == 1


def test_a_folder_is_no_table_of_pairs(archive: Path, tmp_path: Path) -> None:
    ran = run("compare", archive, "--pairs", tmp_path, "-o", tmp_path / "out", "-q")
    assert (ran.returncode, ran.stderr) == (2, f"newsdiff: {tmp_path}: Is a directory\n")


def test_series_and_days_bound_the_search(archive: Path, tmp_path: Path) -> None:
    import pyarrow.parquet

    day = {row["id"]: row for row in map(json.loads, archive.read_text().splitlines())}
    for options in (("--days", 1), ("--series", "same"), ("--series", "other", "--days", 2)):
        out = tmp_path / "-".join(map(str, options))
        assert run("find", archive, "-o", out, "-q", *options).returncode == 0
        found = pyarrow.parquet.read_table(out / "candidates.parquet").to_pylist()
        kept = set()
        for a, b in ((f"{n}-{v}", f"{n}-{w}") for n in range(12) for v in range(4) for w in range(v)):
            near = "--days" not in options or abs(int(day[a]["date"][-2:]) - int(day[b]["date"][-2:])) <= options[-1]
            same = day[a]["series"] == day[b]["series"]
            if near and ("--series" not in options or same == (options[1] == "same")):
                kept.add(frozenset((a, b)))
        assert {frozenset((row["a"], row["b"])) for row in found} == kept


def test_a_story_that_all_papers_printed_stays_together(tmp_path: Path) -> None:
    # 30 of 2,000 articles: each of its words is in too many for all of them to meet.
    articles = [article | {"id": f"single-{article['id']}"} for article in make_archive(1970, 1, seed=2)]
    articles[::65] = [article | {"id": f"story-{n}"} for n, article in enumerate(make_archive(1, 31))]
    run("find", write_archive(tmp_path / "a.jsonl", articles), "-o", tmp_path / "out", "-q")
    found = [(row["a"], row["b"]) for row in table(tmp_path / "out", "candidates")]
    reached = {"story-0"}
    for _ in found:
        reached |= {b for a, b in found if a in reached} | {a for a, b in found if b in reached}
    assert reached == {f"story-{n}" for n in range(31)}
    assert 30 <= len(found) < 31 * 30 / 4


def test_dates_of_another_form_are_told(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "x", "date": "28.11.2026"}, {"id": "b", "text": "y", "date": "2026-11-28"}]
    rows.append({"id": "c", "text": "z", "date": ""})
    (tmp_path / "a.jsonl").write_text("".join([json.dumps(row) + "\n" for row in rows]))
    told = "newsdiff: 1 date does not begin with YYYY-MM-DD; --days ignored it\n"
    for folder, option, says in (("out", ("--days", "3"), told), ("other", (), "")):
        ran = run(tmp_path / "a.jsonl", "-o", tmp_path / folder, "-q", *option)
        assert (ran.returncode, ran.stderr) == (0, says)


def test_a_wrong_archive_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n')
    for archive in ("none.jsonl", "a.jsonl"):
        ran = run(tmp_path / archive, "-o", tmp_path / "out")
        assert ran.returncode == 2 and ran.stderr.count("\n") == 1
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("texts", [[""], ["", " ", "\n"], ["No.", "", "Yes."]])
def test_archives_without_pairs(tmp_path: Path, texts: list[str]) -> None:
    articles = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
    ran = run(write_archive(tmp_path / "a.jsonl", articles), "-o", tmp_path / "out", "--csv")
    assert ran.stdout.endswith("0 candidates\npairs      none\nfamilies   0, of 0 articles\nedits      0\n")
    assert [table(tmp_path / "out", name) for name in TABLES] == [[], [], []]


def test_equal_texts_are_found_without_weighing_them(tmp_path: Path) -> None:
    articles = [
        {"id": f"n{n}", "text": "It  rained. “No,” he said." if n % 2 else 'It rained.\n"No," he said.'}
        for n in range(9)
    ]
    run(write_archive(tmp_path / "a.jsonl", articles), "-o", tmp_path / "out", "-q")
    assert [(row["a"], row["b"], row["weight"]) for row in table(tmp_path / "out", "pairs")] == [
        ("n0", f"n{n}", None) for n in range(1, 9)
    ]


def test_a_run_is_taken_up_by_the_same_settings_only(archive: Path, done: Path, tmp_path: Path) -> None:
    again = run(archive, "-o", done)
    assert again.returncode == 0 and "families   12, of 48 articles" in again.stdout
    other = run(archive, "-o", done, "--lang", "de")
    assert other.returncode == 2
    assert "holds another run (lang en, now de); choose another folder, or begin again with --restart" in other.stderr
    changed = write_archive(tmp_path / "changed.jsonl", make_archive(12, 4, seed=2))
    assert "over another archive, or this one has changed" in run(changed, "-o", done, "-q").stderr
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    assert "not empty, and not the folder of a run" in run(archive, "-o", tmp_path / "full").stderr
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"


def test_restart_begins_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("find", archive, "-o", out, "--days", 1, "-q")
    ran = run("find", archive, "-o", out, "--restart")
    assert ran.stdout == "48 articles, 72 candidates\n"


def test_a_process_that_dies_costs_nothing(tmp_path: Path) -> None:
    articles = make_archive(10, 6)
    articles[3]["text"] += " KILLED."
    path = write_archive(tmp_path / "archive.jsonl", articles)
    ran = run(path, "-o", tmp_path / "out", "--workers", 2, env=accident(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "flag").exists()
    rows = table(tmp_path / "out", "pairs")
    assert len({(row["a"], row["b"]) for row in rows}) == len(rows) == 10 * 15
    assert {row["error"] for row in rows} == {None}


def test_a_pair_that_kills_or_fails_is_a_row(tmp_path: Path) -> None:
    articles = make_archive(6, 3)
    place = {article["id"]: n for n, article in enumerate(articles)}
    first = min(range(3), key=lambda version: place[f"0-{version}"])
    articles[place[f"0-{first}"]]["text"] += " POISON."
    other = min(range(3), key=lambda version: place[f"1-{version}"])
    articles[place[f"1-{other}"]]["text"] += " RAISES."
    path = write_archive(tmp_path / "archive.jsonl", articles)
    ran = run(path, "-o", tmp_path / "out", "--workers", 2, env=accident(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert "4 pairs failed; the column error of pairs.parquet says why" in ran.stderr
    rows = table(tmp_path / "out", "pairs")
    assert len(rows) == 18
    errors = {row["a"]: row["error"] for row in rows if row["error"]}
    assert errors[f"0-{first}"] == "the process that compared it died"
    assert errors[f"1-{other}"].startswith("ValueError: no such luck")
    assert all(row["grade"] is None and row["edits"] is None for row in rows if row["error"])


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    articles = make_archive(12, 8)
    whole = write_archive(tmp_path / "whole.jsonl", articles)
    assert run(whole, "-o", tmp_path / "expected", "-q").returncode == 0
    environment = {**os.environ, **accident(tmp_path)}
    (tmp_path / "sitecustomize.py").write_text(ACCIDENTS.replace('if "SLOW" in a', "if True"))
    command = [sys.executable, "-m", "newsdiff", "corpus", whole, "-o", tmp_path / "out", "--workers", "2"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
        work = tmp_path / "out" / "work"
        deadline = time.monotonic() + 120
        while not list(work.glob("part-*")) and time.monotonic() < deadline:
            time.sleep(0.02)
        children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
        orphans = [int(pid) for pid in children.read_text().split()] if children.exists() else []
        os.kill(first.pid, signal.SIGKILL)
    made = list(work.glob("part-*"))
    assert 0 < len(made) < 30
    stamps = {path: path.stat().st_mtime_ns for path in made}
    assert not (tmp_path / "out" / "pairs.parquet").exists()
    ran = run("compare", whole, "-o", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    assert stamps
    for name in TABLES:
        assert (tmp_path / "out" / f"{name}.parquet").read_bytes() == (
            tmp_path / "expected" / f"{name}.parquet"
        ).read_bytes()
    deadline = time.monotonic() + 20
    while any(_lives(pid) for pid in orphans) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(_lives(pid) for pid in orphans)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_runs_do_not_share_a_folder(archive: Path, done: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    shutil.copytree(done, tmp_path / "out")
    held = os.open(tmp_path / "out", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    ran = run(archive, "-o", tmp_path / "out", "-q", "--restart")
    assert (ran.returncode, ran.stderr) == (2, f"newsdiff: {tmp_path / 'out'}: another run is working in this folder\n")
    assert table(tmp_path / "out", "pairs") == table(done, "pairs")
    os.close(held)
    assert run(archive, "-o", tmp_path / "out", "-q").returncode == 0


def test_interrupted_it_leaves_no_trace_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "slow").mkdir()
    environment = {**os.environ, **accident(tmp_path / "slow")}
    (tmp_path / "slow" / "sitecustomize.py").write_text(ACCIDENTS.replace('if "SLOW" in a', "if True"))
    archive = write_archive(tmp_path / "archive.jsonl", make_archive(12, 8))
    command = [sys.executable, "-m", "newsdiff", "corpus", archive, "-o", tmp_path / "out", "-q"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as run:
        deadline = time.monotonic() + 120
        while not list((tmp_path / "out").glob("work/part-*")) and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (130, b"", b"")


def test_too_long_a_text_is_a_row(tmp_path: Path) -> None:
    from newsdiff.corpus.batches import LONGEST

    story = make_archive(1, 2)
    story[0]["text"] += " x" * LONGEST
    run(write_archive(tmp_path / "a.jsonl", story), "-o", tmp_path / "out", "-q")
    [row] = table(tmp_path / "out", "pairs")
    assert row["error"].startswith("not compared: a text of 600")


@pytest.mark.parametrize("missing", ["duckdb", "pyarrow"])
def test_a_missing_library_is_named(archive: Path, tmp_path: Path, missing: str) -> None:
    hide = "import importlib.util as u; f = u.find_spec\nu.find_spec = lambda n, *a: None if n == {!r} else f(n, *a)\n"
    (tmp_path / "sitecustomize.py").write_text(hide.format(missing))
    path = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    ran = run(archive, "-o", tmp_path / "out", env=path)
    assert (ran.returncode, ran.stderr) == (
        2,
        f"newsdiff: {missing} is not installed; try pip install 'newsdiff[corpus]'\n",
    )
    assert not (tmp_path / "out").exists()


def test_too_little_memory_is_told_in_a_line(archive: Path, tmp_path: Path) -> None:
    ran = run(archive, "-o", tmp_path / "out", "-q", "--memory", "1KB")
    assert ran.returncode == 2 and ran.stderr.startswith("newsdiff: it needs more than --memory 1KB")
    assert ran.stderr.count("\n") == 1


def test_a_language_without_rules_is_told(archive: Path, tmp_path: Path) -> None:
    ran = run(archive, "-o", tmp_path / "out", "-q", "--lang", "xx")
    assert ran.returncode == 0 and ran.stderr.startswith("newsdiff: --lang xx: no rules for this language")


@pytest.mark.parametrize(
    "option",
    [("--memory", "lots"), ("--workers", "0"), ("--days", "-1"), ("--series", "x"), ("--master", "local")],
)
def test_wrong_options_are_told_in_a_line(archive: Path, tmp_path: Path, option: tuple[str, str]) -> None:
    ran = run(archive, "-o", tmp_path / "out", *option)
    assert ran.returncode == 2 and ran.stderr.count("\n") == 1 and not (tmp_path / "out").exists()


def test_the_notebook_of_the_docs_is_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S)[0], names)
    run("find", ROOT / "samples" / "archive" / "archive.jsonl", "-o", tmp_path / "out", "-q")
    pairs = [(row["a"], row["b"], row["weight"]) for row in table(tmp_path / "out", "candidates")]
    assert [(row["a"], row["b"], row["weight"]) for row in names["results"].to_pylist()] == pairs
