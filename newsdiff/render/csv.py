r"""The edits as CSV, one a row: for a spreadsheet, or for what reads tables.

>>> from newsdiff.compare import compare
>>> print(render_csv(compare("The colour. He left.", "The color.")), end="")
kind,detail,verdict,substantive,risk,confidence,a,b,a_sentence,b_sentence,a_start,a_end,b_start,b_end,link,a_value,a_unit,b_value,b_unit
spelling,regional,no,0.97,colour,color,1,1,4,10,4,9,1,,,,
omission,,yes,1.0,He left.,,2,,12,20,10,10,2,,,,

A text that a spreadsheet would take for a formula (`=…`, `+…`, `-…`, `@…`) has an apostrophe before it; JSON has all texts
to the letter. Sentences and links count from 1 here, as a reader counts; offsets are those of the JSON.
"""  # noqa: E501

from __future__ import annotations

import csv
import io

from newsdiff.model import Article, Comparison, Span

COLUMNS = (
    "kind", "detail", "verdict", "substantive", "risk", "confidence", "a", "b", "a_sentence", "b_sentence",
    "a_start", "a_end", "b_start", "b_end", "link", "a_value", "a_unit", "b_value", "b_unit",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(comparison: Comparison) -> str:
    """A line of names, and a line for each edit. A side that has nothing starts and ends where it would stand."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for edit in comparison.edits:
        link = comparison.links[edit.link]
        a, b = edit.a or Span("", edit.at_a, edit.at_a), edit.b or Span("", edit.at_b, edit.at_b)
        writer.writerow(
            (
                edit.kind,
                edit.detail,
                edit.verdict,
                "yes" if edit.substantive else "no",
                round(edit.risk, 4),
                round(edit.confidence, 4),
                _cell(a.text),
                _cell(b.text),
                _sentence(comparison.a, link.a, edit.a),
                _sentence(comparison.b, link.b, edit.b),
                a.start,
                a.end,
                b.start,
                b.end,
                edit.link + 1,
                *(_cell(part) for part in edit.value_a or ("", "")),
                *(_cell(part) for part in edit.value_b or ("", "")),
            )
        )
    return out.getvalue()


def _cell(text: str) -> str:
    return "'" + text if text.startswith(FORMULA) else text


def _sentence(article: Article, members: tuple[int, ...], span: Span | None) -> int | str:
    """The number of the sentence in which a span begins."""
    if span is None:
        return ""
    return next((n + 1 for n in members if span.start < article.sentences[n].end), "")
