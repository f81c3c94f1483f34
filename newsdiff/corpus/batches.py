"""Pairs of articles in, rows of results out, as Arrow record batches: what every engine runs.

Spark's mapInArrow, Dask's map_partitions and Ray's map_batches take such a function of Arrow batches, and so do the
processes on one machine. It keeps no state; a pair that fails is a row with an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsdiff.compare import compare
from newsdiff.corpus.tables import EDITS, PAIRS, schema
from newsdiff.edits.compare import say_error
from newsdiff.edits.kinds import KINDS
from newsdiff.model import Article, Comparison, Edit, Span, Value

if TYPE_CHECKING:
    import pyarrow

# The input for comparing a pair, and the results.
INPUT = (
    ("place_a", "int64"), ("place_b", "int64"), ("a", "string"), ("b", "string"), ("weight", "float64"),
    ("text_a", "string"), ("text_b", "string"), ("series_a", "string"), ("series_b", "string"),
)  # fmt: skip
PLACES = INPUT[:2]
# Longer than any article; two texts of this length take a minute, and one ten times as long would hold up a run for
# hours.
LONGEST = 300_000
_ROWS = 64


def compare_batches(
    batches: Iterable[pyarrow.RecordBatch], *, lang: str = "en", longest: int = LONGEST
) -> Iterator[pyarrow.RecordBatch]:
    """The results of comparing pairs: for each record batch, one or more short ones; a row for each pair, in order.

    Columns of the input: place_a, place_b (int64, passed on), a, b (ids), weight (float64), text_a, text_b, series_a,
    series_b (strings, null where unknown). Columns of the output: those of `RESULTS`, that is place_a, place_b, the
    columns of the table `pairs`, and `edits_of`, a list of structs with the columns of the table `edits` after a and b.
    A pair that fails, or has a text of more than `longest` characters, has null everywhere else and an `error`.
    """
    import pyarrow

    kind = results_schema()
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            rows = batch.slice(start, _ROWS).to_pylist()
            yield pyarrow.RecordBatch.from_pylist([compare_row(row, lang, longest) for row in rows], kind)


def results_schema() -> pyarrow.Schema:
    """The columns of the results of `compare_batches`."""
    import pyarrow

    edits = pyarrow.list_(pyarrow.struct(schema(EDITS[2:])))
    return schema(PLACES + PAIRS).append(pyarrow.field("edits_of", edits))


def compare_row(row: Mapping[str, Any], lang: str = "en", longest: int = LONGEST) -> dict[str, Any]:
    """The results of one pair."""
    known = {name: row[name] for name in ("place_a", "place_b", "a", "b", "weight")}
    size = max(len(row["text_a"]), len(row["text_b"]))
    if size > longest:
        return known | failed_row(f"not compared: a text of {size} characters")
    try:
        comparison = compare(row["text_a"], row["text_b"], name_a=row["a"], name_b=row["b"], lang=lang)
        return known | _results(comparison, row["series_a"], row["series_b"])
    except Exception as error:  # noqa: BLE001 -- one pair of a million must not end the run
        return known | failed_row(say_error(error))


def failed_row(error: str) -> dict[str, Any]:
    """The row for a pair that could not be compared."""
    return {"error": error, "edits_of": []}


def _results(comparison: Comparison, series_a: str | None, series_b: str | None) -> dict[str, Any]:
    from newsdiff.corpus.grade import grade

    words_a, words_b = _count_words(comparison.a), _count_words(comparison.b)
    edits = comparison.edits
    verdicts = [edit.verdict for edit in edits]
    kinds = [edit.kind for edit in edits]
    return {
        "grade": grade(comparison, series_a, series_b),
        "kept_a": round(comparison.kept, 4),
        "kept_b": round(comparison.kept * words_a / words_b, 4) if words_b else 1.0,
        "linked_a": _linked([link.a for link in comparison.links if link.b], comparison.a),
        "linked_b": _linked([link.b for link in comparison.links if link.a], comparison.b),
        "related": comparison.related,
        "edits": len(edits),
        **{verdict: verdicts.count(verdict) for verdict in ("substantive", "open", "accidental")},
        **{kind.name: kinds.count(kind.name) for kind in KINDS},
        "error": "; ".join(comparison.failed) or None,
        "edits_of": [_edit_row(edit) for edit in edits],
    }


def _edit_row(edit: Edit) -> dict[str, Any]:
    a, b = edit.a or Span("", edit.at_a, edit.at_a), edit.b or Span("", edit.at_b, edit.at_b)
    return {
        "link": edit.link + 1,
        "kind": edit.kind,
        "detail": edit.detail,
        "verdict": edit.verdict,
        "risk": round(edit.risk, 4),
        "text_a": edit.a and a.text,
        "text_b": edit.b and b.text,
        "start_a": a.start,
        "end_a": a.end,
        "start_b": b.start,
        "end_b": b.end,
        "value_a": _say_value(edit.value_a),
        "value_b": _say_value(edit.value_b),
    }


def _say_value(value: Value | None) -> str | None:
    return None if value is None else f"{value.value} {value.unit}".rstrip()


def _count_words(article: Article) -> int:
    return sum([token.word for sentence in article.sentences for token in sentence.tokens])


def _linked(members: Iterable[tuple[int, ...]], article: Article) -> float:
    """The share of an article's sentences that are linked; 1 if it has none."""
    count = len(article.sentences)
    return round(sum(map(len, members)) / count, 4) if count else 1.0
