"""The numbers of a run, from its tables, for report/page.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdiff.corpus.grade import VERSIONS
from newsdiff.corpus.tables import ARTICLES, TABLES
from newsdiff.edits.kinds import KINDS

if TYPE_CHECKING:
    from newsdiff.corpus.store import Store

NAME = 90  # characters of a text shown in place of a title
_TABLES = {**TABLES, "articles": ARTICLES}
_BATCH = 1024  # rows of a table read at once: texts are large


class Item(NamedTuple):
    """An article as listed; series and date are "" if unknown."""

    id: str
    title: str
    series: str
    date: str


class Pair(NamedTuple):
    """A compared pair that is not unrelated."""

    a: str
    b: str
    grade: str  # "" of a pair that failed
    kept_a: float
    kept_b: float
    edits: int
    substantive: int
    kinds: tuple[int, ...]  # in the order of KINDS
    error: str  # if there is also a grade, only the edits of one kind are missing


class Route(NamedTuple):
    """The fate of one series' articles in another series."""

    source: str
    target: str
    grades: Counter[str]  # of the versions
    kept: float  # mean share of A's words
    edits: int
    substantive: int
    kinds: Counter[str]

    @property
    def versions(self) -> int:
        """The number of pairs that are versions."""
        return self.grades.total()


class Digest(NamedTuple):
    """Everything that the page shows, before it is cut."""

    manifest: dict[str, Any]
    items: dict[str, Item]
    pairs: list[Pair]
    grades: Counter[str]
    families: list[list[str]]  # the largest first
    kinds: list[tuple[str, Counter[str], int]]  # kind, edits of versions by verdict, pairs that have it
    routes: list[Route]
    changes: list[tuple[str, str, str, int]]  # kind, A, B, how often: of versions, more than once


def gather(store: Store) -> Digest:
    """Reads the tables of a finished run."""
    pairs = [_pair(row) for row in _rows(store, "pairs") if row["grade"] != "unrelated"]
    families: dict[str, list[str]] = {}
    for row in _rows(store, "families"):
        families.setdefault(row["family"], []).append(row["id"])
    wanted = {name for pair in pairs for name in (pair.a, pair.b)} | {i for ids in families.values() for i in ids}
    items = dict(_items(store, wanted))
    versions = {(pair.a, pair.b) for pair in pairs if pair.grade in VERSIONS}
    kinds, changes = _count_edits(store, versions)
    having: Counter[str] = Counter(
        kind.name for pair in pairs if pair.grade in VERSIONS for kind, n in zip(KINDS, pair.kinds, strict=True) if n
    )
    return Digest(
        store.manifest,
        items,
        pairs,
        Counter({name or "failed": n for name, n in store.manifest.get("grades", {}).items()}),
        sorted(families.values(), key=lambda ids: -len(ids)),
        [(kind, kinds[kind], having[kind]) for kind in sorted(kinds, key=lambda k: (-kinds[k].total(), k))],
        _routes(pairs, items),
        [(*what, n) for what, n in sorted(changes.items(), key=lambda row: (-row[1], row[0])) if n > 1],
    )


def read_texts(store: Store, wanted: Set[str]) -> dict[str, str]:
    """The texts of some articles."""
    return {row["id"]: row["text"] for row in _rows(store, "articles", ["id", "text"]) if row["id"] in wanted}


def _rows(store: Store, name: str, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table, or some of its columns. Raises RunError if the table is unusable."""
    from newsdiff.corpus.store import RunError

    try:
        import pyarrow.parquet
    except ImportError:
        raise RunError("pyarrow is not installed; try pip install 'newsdiff[corpus]'") from None
    path = store.path(f"{name}.parquet")
    if not store.has(f"{name}.parquet"):
        raise RunError(f"{path}: No such file or directory")
    try:
        with pyarrow.parquet.ParquetFile(path) as table:
            if missing := {column for column, _ in _TABLES[name]} - set(table.schema_arrow.names):
                raise RunError(f"{path}: not a table of this version (it has no column {min(missing)})")
            for batch in table.iter_batches(_BATCH, columns=columns):
                yield from batch.to_pylist()
    except (OSError, pyarrow.ArrowException) as error:
        raise RunError(f"{path}: {str(error).splitlines()[0]}") from None


def _pair(row: dict[str, Any]) -> Pair:
    kinds = tuple([row[kind.name] or 0 for kind in KINDS])
    numbers = (row["kept_a"] or 0.0, row["kept_b"] or 0.0, row["edits"] or 0, row["substantive"] or 0)
    return Pair(row["a"], row["b"], row["grade"] or "", *numbers, kinds, row["error"] or "")


def _items(store: Store, wanted: Set[str]) -> Iterator[tuple[str, Item]]:
    for row in _rows(store, "articles", ["id", "series", "date", "title", "text"]):
        if row["id"] in wanted:
            title = row["title"] or _first_line(row["text"])
            yield row["id"], Item(row["id"], title, row["series"] or "", row["date"] or "")


def _first_line(text: str) -> str:
    line = next(filter(None, map(str.strip, text.splitlines())), "")
    return line if len(line) <= NAME else line[:NAME].rsplit(" ", 1)[0] + " …"


def _count_edits(
    store: Store, versions: Set[tuple[str, str]]
) -> tuple[dict[str, Counter[str]], Counter[tuple[str, str, str]]]:
    """The edits of versions by kind and verdict, and the same words changed in the same way by kind, A and B."""
    kinds: dict[str, Counter[str]] = {}
    changes: Counter[tuple[str, str, str]] = Counter()
    for row in _rows(store, "edits", ["a", "b", "kind", "verdict", "text_a", "text_b"]):
        if (row["a"], row["b"]) not in versions:
            continue
        kinds.setdefault(row["kind"], Counter())[row["verdict"]] += 1
        a, b = row["text_a"] or "", row["text_b"] or ""
        if _is_telling(row["kind"], a, b):
            changes[row["kind"], a, b] += 1
    return kinds, changes


def _is_telling(kind: str, a: str, b: str) -> bool:
    """Whether it means something if a change recurs elsewhere: not for rewordings, whole sentences or moves."""
    return kind not in ("wording", "omission", "insertion", "transposition") and max(len(a), len(b)) <= NAME


def _routes(pairs: Sequence[Pair], items: dict[str, Item]) -> list[Route]:
    """The versions by the series of both sides, those with most first."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.grade in VERSIONS:
            found.setdefault((items[pair.a].series, items[pair.b].series), []).append(pair)
    routes = []
    for (source, target), members in found.items():
        kinds: Counter[str] = Counter()
        for pair in members:
            kinds.update({kind.name: n for kind, n in zip(KINDS, pair.kinds, strict=True) if n})
        grades = Counter(pair.grade for pair in members)
        kept = sum([pair.kept_a for pair in members]) / len(members)
        edits, substantive = sum([pair.edits for pair in members]), sum([pair.substantive for pair in members])
        routes.append(Route(source, target, grades, kept, edits, substantive, kinds))
    return sorted(routes, key=lambda route: (-route.versions, route.source, route.target))
