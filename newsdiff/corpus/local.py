"""A run on one machine: DuckDB finds the candidates, processes compare them.

Each batch of results is a part file (see `store`). If a process dies, its batch is tried again, and if another one
dies, pair by pair, so that a pair that kills its process becomes a row with an error.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdiff.corpus.find import NAMED, WITH_TEXTS, WORDS, store_candidates, word_batches
from newsdiff.corpus.store import RunError, Store
from newsdiff.corpus.tables import schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow

    from newsdiff.corpus.progress import Progress

# Pairs in a part file: all that a killed run can lose for each process, 4 s of work. Fewer if there are few in all, so
# that no process waits for another.
BATCH, LEAST, SHARES = 64, 4, 32
_FETCHED = 4096  # pairs whose texts are fetched by one query
_ROWS = 1 << 15  # in each piece of an answer
DIED = "the process that compared it died"


class Batch(NamedTuple):
    """Candidates `first` to `end` with their texts, as an Arrow stream, and how often a process died over them."""

    first: int
    end: int
    data: bytes
    deaths: int = 0


def find_candidates(store: Store, bounds: dict[str, Any], memory: str, progress: Progress) -> int:
    """The tables `words` and `candidates`; returns the number of candidates."""
    import pyarrow
    import pyarrow.parquet

    from newsdiff.corpus.join import weight_rows

    articles = store.manifest["counts"]["articles"]
    progress.begin("rare words", articles)

    def tables() -> Iterator[pyarrow.Table]:
        with pyarrow.parquet.ParquetFile(store.path("articles.parquet")) as file:
            for batch in file.iter_batches(1024, columns=["place", "text"]):
                yield from map(pyarrow.Table.from_batches, ([words] for words in word_batches([batch])))
                progress.advance(batch.num_rows)

    store.write_table("words.parquet", schema(WORDS), tables())
    progress.begin("joining", None)
    with connect(store, memory) as db:
        view(db, store, "words")
        view(db, store, "articles")
        db.register("weights", pyarrow.table(weight_rows(articles)))
        db.register("bounds", bounds_table(bounds))
        count = store_candidates(store, db.sql(NAMED).to_arrow_reader(_ROWS))
    os.unlink(store.path("words.parquet"))
    return count


def bounds_table(bounds: dict[str, Any]) -> pyarrow.Table:
    """The view `bounds` of join.sql."""
    import pyarrow

    kind = pyarrow.schema([("days", pyarrow.int32()), ("series", pyarrow.string())])
    return pyarrow.Table.from_pylist([bounds], kind)


@contextmanager
def connect(store: Store, memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that continues in the run's folder beyond `memory`. Raises RunError for its errors."""
    import duckdb

    settings = {
        "memory_limit": memory,
        # Two threads run out of 250 MB where one needs 100, and the search is a small part of the run.
        "threads": 1,
        "temp_directory": os.path.join(store.work, "spill"),
        "preserve_insertion_order": False,  # it costs memory, and every query has an order of its own
    }
    try:
        with duckdb.connect(config=settings) as db:
            yield db
    except duckdb.OutOfMemoryException:
        raise RunError(f"it needs more than --memory {memory} and the free disk of {store.folder}") from None
    except duckdb.Error as error:
        raise RunError(f"DuckDB: {str(error).splitlines()[0]}") from None


def view(db: duckdb.DuckDBPyConnection, store: Store, name: str) -> None:
    """A table of the run as a view of the database."""
    path = store.path(f"{name}.parquet").replace("'", "''")
    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608 -- the run's own file


def compare_candidates(
    store: Store, total: int, options: dict[str, Any], memory: str, workers: int, progress: Progress
) -> None:
    """Compares the candidates that have no results yet, and writes a part file for each batch."""
    todo = store.missing(total, max(LEAST, min(BATCH, total // SHARES)))
    progress.begin("comparing", total, total - sum([end - first for first, end in todo]))
    for batch, result in run_batches(read_batches(store, todo, memory), options, workers):
        with store.writing(store.part(batch.first, batch.end)) as path, open(path, "wb") as file:
            file.write(result)
        progress.advance(batch.end - batch.first)


def read_batches(store: Store, todo: Iterable[tuple[int, int]], memory: str) -> Iterator[Batch]:
    """The candidates of these ranges with their texts."""
    ranges = iter(todo)
    with connect(store, memory) as db:
        view(db, store, "articles")
        view(db, store, "candidates")
        while group := list(islice(ranges, _FETCHED // BATCH)):
            first, end = group[0][0], group[-1][1]
            found = db.sql(WITH_TEXTS.format(first=first, end=end)).to_arrow_reader(_ROWS).read_all()
            for low, high in group:
                yield Batch(low, high, to_bytes(found.slice(low - first, high - low)))


def run_batches(batches: Iterator[Batch], options: dict[str, Any], workers: int) -> Iterator[tuple[Batch, bytes]]:
    """Each batch with its results as a Parquet file, in the order in which they are finished."""
    again: list[Batch] = []  # batches being compared, or about to be, when a process died
    while True:
        pool = _pool(workers)
        running: dict[Future[bytes], Batch] = {}
        try:
            yield from _run(pool, running, batches, again, options, 2 * workers)
            return
        except BrokenProcessPool:
            again += [batch._replace(deaths=batch.deaths + 1) for batch in running.values()]
        finally:
            _stop(pool)


def _run(
    pool: ProcessPoolExecutor,
    running: dict[Future[bytes], Batch],
    batches: Iterator[Batch],
    again: list[Batch],
    options: dict[str, Any],
    most: int,
) -> Iterator[tuple[Batch, bytes]]:
    """Runs batches in a pool, `most` at a time, beginning with those to retry. Raises BrokenProcessPool."""
    while True:
        while len(running) < most and (batch := again.pop() if again else next(batches, None)):
            if batch.deaths > 1:
                yield batch, _compare_singly(batch, options)
                continue
            try:
                running[pool.submit(_compare, batch.data, options)] = batch
            except BrokenProcessPool:
                again.append(batch)
                raise
        if not running:
            return
        for done in wait(running, return_when=FIRST_COMPLETED).done:
            result = done.result()
            yield running.pop(done), result


def _compare_singly(batch: Batch, options: dict[str, Any]) -> bytes:
    """The results of a batch over which processes died: if need be, each pair gets a process of its own."""
    import pyarrow

    from newsdiff.corpus.batches import results_schema

    found: list[pyarrow.Table] = []
    pairs = from_bytes(batch.data)
    pool = _pool(1)
    try:
        for n in range(pairs.num_rows):
            pair = pairs.slice(n, 1)
            try:
                found.append(_read_parquet(pool.submit(_compare, to_bytes(pair), options).result()))
            except BrokenProcessPool:
                _stop(pool)
                pool = _pool(1)
                found.append(failed_table(pair, DIED))
    finally:
        _stop(pool)
    return write_parquet(pyarrow.concat_tables(found).cast(results_schema()))


def failed_table(pairs: pyarrow.Table, error: str) -> pyarrow.Table:
    """The results of pairs that could not be compared."""
    import pyarrow

    from newsdiff.corpus.batches import failed_row, results_schema

    known = ("place_a", "place_b", "a", "b", "weight")
    rows = [{**row, **failed_row(error)} for row in pairs.select(known).to_pylist()]
    return pyarrow.Table.from_pylist(rows, results_schema())


def _pool(workers: int) -> ProcessPoolExecutor:
    # Not by fork: DuckDB and Arrow have threads, and a forked process with threads may hang.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)


def _stop(pool: ProcessPoolExecutor) -> None:
    """Ends a pool at once, without waiting for its processes to finish."""
    for process in list((pool._processes or {}).values()):
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Sets up a process: interruptions are left to the run, and the process does not outlive it."""
    import gc
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    import newsdiff.corpus.batches  # noqa: F401 -- so that the first batch takes no longer than others

    # Comparing makes hardly any cycles: collecting once for each batch is enough.
    gc.disable()
    gc.freeze()


def _leave_with_parent() -> None:
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _compare(data: bytes, options: dict[str, Any]) -> bytes:
    """The results of a batch, both as bytes: the messages to and from a process."""
    import gc

    import pyarrow

    from newsdiff.corpus.batches import compare_batches, results_schema

    batches = from_bytes(data).to_batches()
    found = pyarrow.Table.from_batches(compare_batches(batches, **options), results_schema())
    gc.collect()
    return write_parquet(found)


def to_bytes(table: pyarrow.Table) -> bytes:
    """A table as an Arrow stream. Not pickled, which would include everything that a slice was cut from."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> pyarrow.Table:
    """The table of a stream."""
    import pyarrow

    return pyarrow.ipc.open_stream(data).read_all()


def write_parquet(table: pyarrow.Table) -> bytes:
    """A table as a Parquet file in memory."""
    import pyarrow
    import pyarrow.parquet

    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _read_parquet(data: bytes) -> pyarrow.Table:
    import pyarrow
    import pyarrow.parquet

    return pyarrow.parquet.read_table(pyarrow.BufferReader(data))
