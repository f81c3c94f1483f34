"""The first half of a run: reads the archive and finds the pairs that may be versions of one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.archive import Item, read_archive
from newsdiff.corpus.features import features, text_key
from newsdiff.corpus.join import JOIN
from newsdiff.corpus.tables import ARTICLES, schema

if TYPE_CHECKING:
    import pyarrow

    from newsdiff.corpus.progress import Progress
    from newsdiff.corpus.store import Store

WORDS = (("place", "int64"), ("word", "int64"))
CANDIDATES = (
    ("n", "int64"), ("place_a", "int64"), ("place_b", "int64"), ("a", "string"), ("b", "string"), ("weight", "float64"),
)  # fmt: skip
# Both engines know the views `articles` and `candidates`.
NAMED = f"""
SELECT found.a AS place_a, found.b AS place_b, x.id AS a, y.id AS b, found.weight
FROM ({JOIN}) AS found
JOIN articles AS x ON found.a = x.place
JOIN articles AS y ON found.b = y.place
ORDER BY place_a, place_b
"""  # noqa: S608 -- two constants
WITH_TEXTS = """
SELECT c.place_a, c.place_b, c.a, c.b, c.weight, x.text AS text_a, y.text AS text_b, x.series AS series_a,
    y.series AS series_b
FROM candidates AS c
JOIN articles AS x ON c.place_a = x.place
JOIN articles AS y ON c.place_b = y.place
WHERE c.n >= {first} AND c.n < {end}
ORDER BY c.n
"""
_AT_ONCE = 1024  # articles


def word_batches(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """The rare words of articles: from columns place (int64) and text to a row for each word, place and word."""
    import pyarrow

    kind = schema(WORDS)
    for batch in batches:
        places: list[int] = []
        words: list[int] = []
        for place, text in zip(batch["place"].to_pylist(), batch["text"].to_pylist(), strict=True):
            own = features(text)
            places += [place] * len(own)
            words += own
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array(x, pyarrow.int64()) for x in (places, words)], schema=kind)


def fingerprint(path: str) -> str:
    """A hash of everything read from an archive. Raises ArchiveError."""
    from hashlib import blake2b

    found = blake2b(digest_size=16)
    for item in read_archive(path):
        _update(found, item)
    return found.hexdigest()


def store_articles(store: Store, path: str, progress: Progress) -> str:
    """Reads the archive into the table `articles`; returns the archive's fingerprint. Raises ArchiveError."""
    from hashlib import blake2b

    found = blake2b(digest_size=16)
    progress.begin("reading", None)
    misdated = 0

    def tables() -> Iterator[pyarrow.Table]:
        import pyarrow

        nonlocal misdated
        items = enumerate(read_archive(path))
        while chunk := list(islice(items, _AT_ONCE)):
            for _, item in chunk:
                _update(found, item)
                misdated += bool(item.date) and item.day is None
            yield pyarrow.Table.from_pylist([_row(place, item) for place, item in chunk], schema(ARTICLES))
            progress.advance(len(chunk))

    count = store.write_table("articles.parquet", schema(ARTICLES), tables())
    store.count(articles=count, **({"misdated": misdated} if misdated else {}))
    return found.hexdigest()


def _update(found: Any, item: Item) -> None:
    found.update(repr(tuple(item)).encode())


def _row(place: int, item: Item) -> Mapping[str, object]:
    return {
        "place": place,
        **item._asdict(),
        "key": text_key(item.text) if item.text.strip() else None,
        "day": item.day,
    }


def store_candidates(store: Store, batches: Iterable[pyarrow.RecordBatch]) -> int:
    """Writes the pairs found by NAMED, numbered, as the table `candidates`; returns their number."""
    import pyarrow
    import pyarrow.compute

    def tables() -> Iterator[pyarrow.Table]:
        number = 0
        for batch in batches:
            table = pyarrow.Table.from_batches([batch])
            weight = pyarrow.compute.divide(table["weight"].cast("float64"), 1000.0)
            table = table.set_column(table.schema.get_field_index("weight"), "weight", weight)
            yield table.append_column("n", pyarrow.array(range(number, number + batch.num_rows), pyarrow.int64()))
            number += batch.num_rows

    count = store.write_table("candidates.parquet", schema(CANDIDATES), tables())
    store.count(candidates=count)
    return count
