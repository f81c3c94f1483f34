"""A run from archive to tables: find, compare, assemble, each from where the last run stopped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdiff import __version__
from newsdiff.corpus.archive import ArchiveError
from newsdiff.corpus.assemble import assemble, write_csv
from newsdiff.corpus.find import fingerprint, store_articles
from newsdiff.corpus.progress import Progress
from newsdiff.corpus.store import RunError, Store

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


MEMORY = "512MB"  # for the join of 200,000 articles; beyond that it uses the disk


class Job(NamedTuple):
    """The request: the options of the command."""

    archive: str
    folder: str
    lang: str = "en"
    days: int | None = None
    series: str | None = None
    pairs: str | None = None
    engine: str = "duckdb"
    master: str | None = None
    memory: str | None = None
    workers: int | None = None
    restart: bool = False
    csv: bool = False
    quiet: bool = False


def run(job: Job, steps: tuple[str, ...] = ("find", "compare")) -> Store:
    """Runs the steps and returns the folder with the results. Raises RunError and ArchiveError."""
    _check_engine(job.engine)
    store = Store(job.folder)
    progress = Progress(job.quiet)
    try:
        store.open(_settings(job, steps), job.restart)
        _read(job, store, progress)
        if not store.manifest.get("done"):
            with _engine(job) as spark:
                total = _find(job, store, steps, spark, progress)
                if "compare" in steps:
                    _compare(job, store, total, spark, progress)
                    shutil.rmtree(store.work)
        if job.csv and store.manifest.get("done"):
            write_csv(store)
    finally:
        progress.close()
        store.close()
    return store


def _check_engine(engine: str) -> None:
    """Raises RunError if a library is missing."""
    from importlib.util import find_spec

    wanted = {"duckdb": "corpus", "pyarrow": "corpus"} | ({"pyspark": "spark"} if engine == "spark" else {})
    for name, extra in wanted.items():
        if find_spec(name) is None:
            raise RunError(f"{name} is not installed; try pip install 'newsdiff[{extra}]'")


def _settings(job: Job, steps: tuple[str, ...]) -> dict[str, Any]:
    settings: dict[str, Any] = {"newsdiff": __version__}
    if "find" in steps:
        settings |= {"days": job.days, "series": job.series, "pairs": "found"}
    if "compare" in steps:
        settings["lang"] = job.lang
    if job.pairs:
        settings["pairs"] = job.pairs
    return settings


@contextmanager
def _engine(job: Job) -> Iterator[SparkSession | None]:
    """A Spark session, if requested; stopped at the end unless it existed before."""
    if job.engine != "spark":
        yield None
        return
    from newsdiff.corpus.spark import open_session

    spark, ours = open_session(job.master, job.memory)
    try:
        yield spark
    finally:
        if ours:
            spark.stop()


def _read(job: Job, store: Store, progress: Progress) -> None:
    """Writes the table of articles unless it exists. Raises RunError if it is another archive's."""
    if known := store.manifest.get("content"):
        if fingerprint(job.archive) != known:
            raise RunError(
                f"{store.folder} holds a run over another archive, or this one has changed; choose another folder, or "
                "begin again with --restart"
            )
    else:
        try:
            content = store_articles(store, job.archive, progress)
        except ArchiveError:
            store.abandon()
            raise
        store.manifest["content"] = content
        store.save()


def _find(job: Job, store: Store, steps: tuple[str, ...], spark: SparkSession | None, progress: Progress) -> int:
    """Writes the table of candidates unless it exists; returns their number."""
    if not store.has("candidates.parquet") or "candidates" not in store.manifest["counts"]:
        bounds = {"days": job.days, "series": job.series}
        if job.pairs:
            from newsdiff.corpus.given import store_given

            store_given(store, job.pairs)
        elif "find" not in steps:
            raise RunError(f"{store.folder}: no candidates yet; run newsdiff corpus find first, or give --pairs")
        elif spark is not None:
            from newsdiff.corpus import spark as cluster

            cluster.find_candidates(spark, store, bounds, progress)
        else:
            from newsdiff.corpus import local

            local.find_candidates(store, bounds, job.memory or MEMORY, progress)
    total: int = store.manifest["counts"]["candidates"]
    return total


def _compare(job: Job, store: Store, total: int, spark: SparkSession | None, progress: Progress) -> None:
    options = {"lang": job.lang}
    if spark is not None:
        from newsdiff.corpus import spark as cluster

        cluster.compare_candidates(spark, store, total, options, progress)
    else:
        from newsdiff.corpus import local

        local.compare_candidates(store, total, options, job.memory or MEMORY, _workers(job), progress)
    progress.begin("writing the tables", None)
    assemble(store, total)


def _workers(job: Job) -> int:
    return job.workers or len(
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )


def summarize(store: Store) -> str:
    """A few lines on what a run found."""
    counts = store.manifest["counts"]
    lines = [f"{_count(counts['articles'], 'article')}, {_count(counts['candidates'], 'candidate')}"]
    if store.manifest.get("done"):
        grades = store.manifest["grades"]
        lines.append(f"pairs      {', '.join([f'{n:,} {grade}' for grade, n in grades.items()]) or 'none'}")
        lines.append(f"families   {counts['families']:,}, of {_count(counts['in_families'], 'article')}")
        lines.append(f"edits      {counts['edits']:,}")
    return "".join([line + "\n" for line in lines])


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
