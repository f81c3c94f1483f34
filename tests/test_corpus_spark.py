"""The same run on Spark: the same bytes, and workers that die."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.archives import make_archive, write_archive
from tests.pairs import ROOT
from tests.test_corpus import ACCIDENTS, TABLES, table

if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java", allow_module_level=True)
pytest.importorskip("pyspark", reason="pyspark is not installed")
pytest.importorskip("duckdb", reason="DuckDB is not installed")


@pytest.fixture(scope="module")
def accidents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One session for all, in whose workers accidents happen."""
    folder = tmp_path_factory.mktemp("accidents")
    (folder / "sitecustomize.py").write_text(ACCIDENTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *filter(None, sys.path)]))
        patch.setenv("ACCIDENT", str(folder / "flag"))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        from newsdiff.corpus.spark import open_session

        session, _ = open_session("local[2,4]", None)
        yield folder
        session.stop()


def run(engine: str, archive: Path, out: Path, **options: Any) -> dict[str, Any]:
    from newsdiff.corpus.run import Job, run

    return run(Job(str(archive), str(out), engine=engine, quiet=True, workers=2, **options)).manifest


def test_tables_are_those_of_the_other_engine_to_the_byte_though_a_worker_dies(accidents: Path, tmp_path: Path) -> None:
    articles = make_archive(6, 4)
    articles[3]["text"] += " KILLED."
    articles[5]["text"] = articles[9]["text"] = articles[11]["text"] = "It rained."  # equal texts have no weight
    archive = write_archive(tmp_path / "archive.jsonl", articles)
    manifests = []
    for engine in ("duckdb", "spark"):
        manifests.append(run(engine, archive, tmp_path / engine, days=2))
        (accidents / "flag").unlink()  # it was made by the worker that died
    assert manifests[0] == manifests[1]
    assert manifests[0]["counts"]["pairs"] > 20
    assert manifests[0]["counts"]["errors"] == 0
    for name in (*TABLES, "articles", "candidates"):
        one, other = [(tmp_path / engine / f"{name}.parquet").read_bytes() for engine in ("duckdb", "spark")]
        assert one == other, name
    assert _run_the_docs(tmp_path / "spark") == [row["edits"] for row in table(tmp_path / "spark", "pairs")]


def _run_the_docs(out: Path) -> list[int]:
    """The numbers of edits of each pair, as the example of docs/engines.md finds them."""
    from pyspark.sql import SparkSession

    page = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
    script = re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S)[1].replace('f"out/', f'f"{out}/')
    names: dict[str, Any] = {"spark": SparkSession.getActiveSession()}
    exec(script.replace("repartition(8)", "repartition(2)"), names)
    return [row["edits"] for row in names["results"].orderBy("place_a", "place_b").select("edits").collect()]


def test_a_pair_that_kills_workers_is_a_row(accidents: Path, tmp_path: Path) -> None:
    articles = make_archive(2, 2)
    articles[0]["text"] += " POISON."
    archive = write_archive(tmp_path / "archive.jsonl", articles)
    manifest = run("spark", archive, tmp_path / "out")
    assert (manifest["counts"]["pairs"], manifest["counts"]["errors"]) == (2, 1)
    errors = [row["error"] for row in table(tmp_path / "out", "pairs")]
    assert sorted(errors, key=str) == [None, "the process that compared it died"]
