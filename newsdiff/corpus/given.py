"""Pairs named by the user: a table of ids, CSV or Parquet, with columns a and b."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsdiff.corpus.find import CANDIDATES
from newsdiff.corpus.store import RunError
from newsdiff.corpus.tables import schema

if TYPE_CHECKING:
    import pyarrow

    from newsdiff.corpus.store import Store


def store_given(store: Store, path: str) -> int:
    """Writes the pairs of a table as the table `candidates`; returns their number. Raises RunError.

    Each pair is compared once, with A and B as the table has them; its order does not matter.
    """
    import pyarrow
    import pyarrow.parquet

    articles = pyarrow.parquet.read_table(store.path("articles.parquet"), columns=["id"])
    places = {name: place for place, name in enumerate(articles["id"].to_pylist())}
    pairs: dict[tuple[int, int], None] = {}
    for number, (a, b) in enumerate(_read_pairs(path), 1):
        for name in (a, b):
            if name not in places:
                raise RunError(f"{path}: row {number}: no article has the id {name!r}")
        if a == b:
            raise RunError(f"{path}: row {number}: {a!r} twice")
        pairs[places[a], places[b]] = None
    ids = articles["id"]
    rows = [
        {"n": n, "place_a": a, "place_b": b, "a": ids[a].as_py(), "b": ids[b].as_py(), "weight": None}
        for n, (a, b) in enumerate(sorted(pairs))
    ]
    count = store.write_table(
        "candidates.parquet", schema(CANDIDATES), [pyarrow.Table.from_pylist(rows, schema(CANDIDATES))]
    )
    store.count(candidates=count)
    return count


def _read_pairs(path: str) -> list[tuple[str, str]]:
    import pyarrow

    if os.path.isdir(path):
        raise RunError(f"{path}: Is a directory")
    try:
        table = _read_table(path)
    except (OSError, ValueError) as error:  # Arrow's own errors are ValueErrors too
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error).splitlines()[0]
        raise RunError(f"{path}: {why}") from None
    if lacking := {"a", "b"} - set(table.column_names):
        raise RunError(f"{path}: no column {' and no column '.join(sorted(lacking))}")
    columns = [table[name].cast(pyarrow.string()).to_pylist() for name in ("a", "b")]
    return list(zip(*columns, strict=True))


def _read_table(path: str) -> pyarrow.Table:
    if path.endswith(".parquet"):
        import pyarrow.parquet

        return pyarrow.parquet.read_table(path, columns=["a", "b"])
    import pyarrow
    from pyarrow import csv

    texts = csv.ConvertOptions(column_types={"a": pyarrow.string(), "b": pyarrow.string()})
    return csv.read_csv(path, convert_options=texts)
