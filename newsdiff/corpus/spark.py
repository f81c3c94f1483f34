"""A run on a cluster: Spark finds the candidates by the same join.sql, and compares them by the same compare_batches.

Every worker must see the folder of the run. A job compares some thousand pairs and writes them into one part folder;
whatever is written need not be compared again. Spark retries a task whose worker died. If it gives up, the job is cut
in half, until the pair over which workers die is alone and becomes a row with an error.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.find import NAMED, WITH_TEXTS, store_candidates, word_batches
from newsdiff.corpus.local import DIED, bounds_table, failed_table, write_parquet
from newsdiff.corpus.tables import EDITS, PAIRS

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

    from newsdiff.corpus.progress import Progress
    from newsdiff.corpus.store import Store

JOB = 16_384  # pairs: 17 minutes of one core's work
_TASK = 256  # pairs: 15 s
_SPARK = {"string": "string", "int64": "bigint", "int32": "int", "float64": "double", "bool": "boolean"}


def open_session(master: str | None, memory: str | None) -> tuple[SparkSession, bool]:
    """The existing session, or a new one at `master` (None: as Spark is configured), and whether it is new.

    Raises RunError if Spark cannot start.
    """
    from newsdiff.corpus.store import RunError

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        from pyspark.sql import SparkSession

        if there := SparkSession.getActiveSession():
            return there, False
        builder = SparkSession.builder.appName("newsdiff").config("spark.ui.enabled", "false")
        builder = builder.config("spark.log.level", "ERROR").config("spark.ui.showConsoleProgress", "false")
        if memory:
            builder = builder.config("spark.driver.memory", memory.removesuffix("B"))
        if master:
            builder = builder.master(master)
        if (master or "").startswith("local"):  # else 200 partitions, however small the archive
            builder = builder.config("spark.sql.shuffle.partitions", "8")
        return builder.getOrCreate(), True
    except Exception as error:  # noqa: BLE001 -- of Py4J, of Java, of Spark's own; all mean the same to the user
        raise RunError(f"Spark does not start: {_first_line(error)}") from None


def find_candidates(spark: SparkSession, store: Store, bounds: dict[str, Any], progress: Progress) -> int:
    """The table `candidates`; returns the number of candidates."""
    import pyarrow

    from newsdiff.corpus.join import weight_rows

    progress.begin("joining", None)
    articles = view(spark, store, "articles")
    words = articles.select("place", "text").mapInArrow(word_batches, "place bigint, word bigint")
    words.createOrReplaceTempView("words")
    weights = pyarrow.table(weight_rows(store.manifest["counts"]["articles"])).to_pylist()
    spark.createDataFrame(
        [tuple(row.values()) for row in weights], "holders bigint, weight bigint, pairs bigint"
    ).createOrReplaceTempView("weights")
    row = bounds_table(bounds).to_pylist()[0]
    spark.createDataFrame([tuple(row.values())], "days int, series string").createOrReplaceTempView("bounds")
    return store_candidates(store, _rows(spark.sql(NAMED)))


def _rows(found: DataFrame) -> Iterator[pyarrow.RecordBatch]:
    from itertools import islice

    import pyarrow

    rows = found.toLocalIterator()
    while chunk := list(islice(rows, 1 << 14)):
        yield pyarrow.RecordBatch.from_pylist([row.asDict() for row in chunk])


def view(spark: SparkSession, store: Store, name: str) -> DataFrame:
    """A table of the run as a view of the session."""
    table = spark.read.parquet(os.path.abspath(store.path(f"{name}.parquet")))
    table.createOrReplaceTempView(name)
    return table


def compare_candidates(
    spark: SparkSession, store: Store, total: int, options: dict[str, Any], progress: Progress
) -> None:
    """Compares the candidates that have no results yet, job by job."""
    view(spark, store, "articles")
    view(spark, store, "candidates")
    todo = store.missing(total, JOB)[::-1]
    progress.begin("comparing", total, total - sum([end - first for first, end in todo]))
    while todo:
        first, end = todo.pop()
        try:
            _run(spark, store, first, end, options)
        except Exception as error:
            if "Python worker exited unexpectedly" not in str(error):
                raise
            shutil.rmtree(store.path(store.part(first, end)), ignore_errors=True)
            if end - first > 1:
                middle = (first + end) // 2
                todo += [(middle, end), (first, middle)]
                continue
            pair = pyarrow_table(spark.sql(WITH_TEXTS.format(first=first, end=end)))
            with store.writing(store.part(first, end)) as path, open(path, "wb") as file:
                file.write(write_parquet(failed_table(pair, DIED)))
        progress.advance(end - first)


def _run(spark: SparkSession, store: Store, first: int, end: int, options: dict[str, Any]) -> None:
    from newsdiff.corpus.batches import compare_batches

    pairs = spark.sql(WITH_TEXTS.format(first=first, end=end))
    tasks = max(1, min((end - first) // _TASK, 64 * spark.sparkContext.defaultParallelism))
    tasks = max(tasks, min(end - first, spark.sparkContext.defaultParallelism))
    results = pairs.repartition(tasks).mapInArrow(partial(compare_batches, **options), RESULTS)
    results.write.mode("overwrite").parquet(os.path.abspath(store.path(store.part(first, end))))


def _ddl(columns: tuple[tuple[str, str], ...], sign: str = " ") -> str:
    return ", ".join([f"{name}{sign}{_SPARK[kind]}" for name, kind in columns])


# The columns of compare_batches' results, as a Spark schema.
RESULTS = f"place_a bigint, place_b bigint, {_ddl(PAIRS)}, edits_of array<struct<{_ddl(EDITS[2:], ':')}>>"


def pyarrow_table(found: DataFrame) -> pyarrow.Table:
    """A small answer as a table."""
    import pyarrow

    return pyarrow.Table.from_pylist([row.asDict() for row in found.collect()])


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
