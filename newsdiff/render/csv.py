r"""The edits as CSV, one per row: for a spreadsheet, or for any program that reads tables.

>>> from newsdiff.compare import compare
>>> print(render_csv(compare("The colour. He left.", "The color.")), end="")
kind,detail,verdict,substantive,risk,confidence,a,b,a_sentence,b_sentence,a_start,a_end,b_start,b_end,link,a_value,a_unit,b_value,b_unit
spelling,regional,accidental,no,0.0,0.97,colour,color,1,1,4,10,4,9,1,,,,
omission,,substantive,yes,1.0,1.0,He left.,,2,,12,20,10,10,2,,,,

A text that a spreadsheet would take for a formula (`=…`, `+…`, `-…`, `@…`) gets an apostrophe in front; JSON has all
texts to the letter. Sentences and links count from 1 here, as a reader counts; offsets are those of the JSON.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from newsdiff.model import Article, Comparison, Span
from newsdiff.render.view import choose_edits

COLUMNS = (
    "kind", "detail", "verdict", "substantive", "risk", "confidence", "a", "b", "a_sentence", "b_sentence",
    "a_start", "a_end", "b_start", "b_end", "link", "a_value", "a_unit", "b_value", "b_unit",
)  # fmt: skip
QUOTE = '"'
_FORMULA = re.compile(r"(^|[\r\n])(?=[=+\-@\t\r])")
_SPECIAL = re.compile(r'[",\r\n\v\f\x1c-\x1e\x85\u2028\u2029]')


def render_csv(comparison: Comparison, *, only: Collection[str] = (), ignore: Collection[str] = ()) -> str:
    """A header line, and a line for each edit that the filters let through.

    An empty side starts and ends where its text would be.
    """
    rows: list[tuple[object, ...]] = [COLUMNS]
    for edit in choose_edits(comparison, only, ignore):
        link = comparison.links[edit.link]
        a, b = edit.a or Span("", edit.at_a, edit.at_a), edit.b or Span("", edit.at_b, edit.at_b)
        rows.append(
            (
                edit.kind,
                edit.detail,
                edit.verdict,
                "yes" if edit.substantive else "no",
                round(edit.risk, 4),
                round(edit.confidence, 4),
                spreadsheet_cell(a.text),
                spreadsheet_cell(b.text),
                _sentence(comparison.a, link.a, edit.a),
                _sentence(comparison.b, link.b, edit.b),
                a.start,
                a.end,
                b.start,
                b.end,
                edit.link + 1,
                *(spreadsheet_cell(part) for part in edit.value_a or ("", "")),
                *(spreadsheet_cell(part) for part in edit.value_b or ("", "")),
            )
        )
    return "".join(",".join(quote_cell(str(cell)) for cell in row) + "\n" for row in rows)


def csv_line(row: Iterable[object]) -> str:
    """A line of any table; None gives an empty cell, and no text becomes a formula."""
    return ",".join([quote_cell(spreadsheet_cell(_say(value))) for value in row]) + "\n"


def _say(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def spreadsheet_cell(text: str) -> str:
    """The text changed so that no program takes it, or anything after a line break in it, for a formula."""
    return _FORMULA.sub(r"\1'", text)


def quote_cell(cell: str) -> str:
    """A field as in RFC 4180. Python's own writer leaves a bare CR as it is, and some readers end a row there."""
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if _SPECIAL.search(cell) else cell


def _sentence(article: Article, members: tuple[int, ...], span: Span | None) -> int | str:
    """The number of the sentence in which a span begins."""
    if span is None:
        return ""
    return next((n + 1 for n in members if span.start < article.sentences[n].end), "")
