"""The end of a run: the part files become the tables of pairs and edits, and the pairs become families.

A family is a connected component of the pairs graded as versions of one story (copy, edit or rewrite): an edit of an
edit belongs to it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsdiff.corpus.grade import VERSIONS
from newsdiff.corpus.tables import EDITS, FAMILIES, PAIRS, TABLES, schema

if TYPE_CHECKING:
    import pyarrow

    from newsdiff.corpus.store import Store


def assemble(store: Store, total: int) -> None:
    """Writes the tables and notes their sizes. Raises RunError unless all candidates have results."""
    from newsdiff.corpus.store import RunError

    if store.missing(total, total or 1):
        raise RunError(f"{store.folder}: some results are missing")
    grades: Counter[str] = Counter()
    errors = 0
    families = Families()

    def pairs() -> Iterator[pyarrow.Table]:
        nonlocal errors
        for table in _results(store):
            for row in table.select(["place_a", "place_b", "a", "b", "grade", "error"]).to_pylist():
                grades[row["grade"] or "failed"] += 1
                errors += row["error"] is not None
                if row["grade"] in VERSIONS:
                    families.join((row["place_a"], row["a"]), (row["place_b"], row["b"]))
            yield table

    found = store.write_table("pairs.parquet", schema(PAIRS), pairs())
    edits = store.write_table("edits.parquet", schema(EDITS), map(_edits, _results(store)))
    rows = list(families.rows())
    store.write_table("families.parquet", schema(FAMILIES), _tables(rows))
    store.count(
        pairs=found, edits=edits, errors=errors, families=len({family for family, _ in rows}), in_families=len(rows)
    )
    store.manifest["grades"] = dict(sorted(grades.items()))
    store.manifest["done"] = True
    store.save()


def _results(store: Store) -> Iterator[pyarrow.Table]:
    """The results of each part, in the order of the candidates."""
    import pyarrow.parquet

    from newsdiff.corpus.batches import results_schema

    for _, _, path in store.parts():
        table = pyarrow.parquet.read_table(path, partitioning=None)
        yield table.select(results_schema().names).sort_by([("place_a", "ascending"), ("place_b", "ascending")])


def _edits(table: pyarrow.Table) -> pyarrow.Table:
    """The edits of some results as rows, each with the ids of its pair; without those of unrelated pairs."""
    import pyarrow
    from pyarrow import compute

    table = table.filter(compute.not_equal(table["grade"], "unrelated"))
    lists = table["edits_of"].combine_chunks()
    pair = compute.list_parent_indices(lists)
    inner = compute.list_flatten(lists)
    columns = {name: table[name].combine_chunks().take(pair) for name in ("a", "b")}
    columns |= {name: compute.struct_field(inner, name) for name, _ in EDITS[2:]}
    return pyarrow.table(columns)


def _tables(rows: list[tuple[str, str]]) -> Iterable[pyarrow.Table]:
    import pyarrow

    names = [name for name, _ in FAMILIES]
    return [pyarrow.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema(FAMILIES))]


class Families:
    """Sets of articles that are merged step by step (union-find with path halving); an article is a place and an id."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}
        self.ids: dict[int, str] = {}

    def join(self, a: tuple[int, str], b: tuple[int, str]) -> None:
        """Records that two articles are versions of one story."""
        self.ids.update((a, b))
        x, y = self._first(a[0]), self._first(b[0])
        self.parent[max(x, y)] = min(x, y)

    def _first(self, place: int) -> int:
        while (above := self.parent.setdefault(place, place)) != place:
            self.parent[place] = self.parent[above]
            place = above
        return place

    def rows(self) -> Iterator[tuple[str, str]]:
        """For each article, the id of its family's first article and its own; families and articles are in order."""
        for first, place in sorted((self._first(place), place) for place in list(self.parent)):
            yield self.ids[first], self.ids[place]


def write_csv(store: Store) -> None:
    """The tables as CSV beside them, safe to open in a spreadsheet."""
    import pyarrow.parquet

    from newsdiff.render.csv import csv_line

    for name, columns in TABLES.items():
        with store.writing(f"{name}.csv") as path, open(path, "w", encoding="utf-8", newline="") as file:
            file.write(csv_line([column for column, _ in columns]))
            with pyarrow.parquet.ParquetFile(store.path(f"{name}.parquet")) as table:
                for batch in table.iter_batches():
                    file.writelines(csv_line(row.values()) for row in batch.to_pylist())
