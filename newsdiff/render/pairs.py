r"""Many comparisons, a row for each: two folders, or the files that differ between two revisions.

>>> row = PairRow("a.txt", "b.txt", "same")
>>> print(render_pairs("csv", PairReport("wire/", "print/", (row,)), Options()), end="")
a,b,status,kept,substantive,open,accidental,edits,error
a.txt,b.txt,same,,,,,,

Each pair has a line, followed by the edits that touch the meaning; the formats of a single comparison show the rest.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from newsdiff.model import Edit, Summary
from newsdiff.render.csv import quote_cell, spreadsheet_cell
from newsdiff.render.excerpt import excerpt, mark
from newsdiff.render.formats import Options
from newsdiff.render.view import SIGNS, say_count, select_edits
from newsdiff.render.visible import guard, make_visible

RowStatus: TypeAlias = Literal["same", "changed", "only in A", "only in B", "skipped", "error"]
STATUSES: tuple[RowStatus, ...] = ("same", "changed", "only in A", "only in B", "skipped", "error")

FORMATS = ("table", "json", "html", "csv", "markdown")
VERSION = 1
_COLUMNS = ("a", "b", "status", "kept", "substantive", "open", "accidental", "edits", "error")
_NARROW = 60  # below this many columns the table shows kinds instead of counts
_LONGEST = 48  # characters of a reading
_ABSENT: tuple[RowStatus, ...] = ("only in A", "only in B")


class PairRow(NamedTuple):
    """A pair of files, or a file without a counterpart. `error` says why a pair was not compared."""

    a: str | None
    b: str | None
    status: RowStatus
    summary: Summary | None = None
    edits: tuple[Edit, ...] = ()
    error: str = ""
    notes: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()  # internal errors, each of which cost the edits of one kind

    @property
    def path(self) -> str:
        """The path under which it is listed."""
        return self.b if self.b is not None else self.a or ""


class PairReport(NamedTuple):
    """The rows, and the names of the two sides."""

    a: str
    b: str
    rows: tuple[PairRow, ...]

    @property
    def differs(self) -> bool:
        """Whether the two sides differ anywhere."""
        return any(row.status != "same" for row in self.rows)


class _Counted(NamedTuple):
    """A row with the requested edits."""

    row: PairRow
    edits: Sequence[Edit]

    def count(self, verdict: str) -> int:
        return sum([edit.verdict == verdict for edit in self.edits])

    @property
    def kinds(self) -> str:
        """The edits by kind: "2 number, 1 quote"."""
        counts = Counter(edit.kind for edit in self.edits)
        return ", ".join([f"{counts[kind]} {kind}" for kind in sorted(counts)])


def render_pairs(form: str, report: PairReport, options: Options) -> str:
    """The report in one of FORMATS; `only` and `ignore` choose edits, and rows left without any are dropped."""
    counted = [_Counted(row, select_edits(row.edits, options.only, options.ignore)) for row in report.rows]
    filtered = bool(options.only or options.ignore)
    shown = [c for c in counted if c.edits or not filtered or c.row.status == "error"]
    if form == "json":
        return _render_json(report, shown, options)
    if form == "csv":
        return _render_csv(shown)
    listed = [c for c in shown if c.row.status != "same" or options.all_sentences]
    hidden = len([c for c in counted if c.row.status != "same"]) - len([c for c in shown if c.row.status != "same"])
    end = say_totals(report) + (f"; {say_count(hidden, 'row')} filtered out" if hidden else "")
    if form == "markdown":
        text = _render_markdown(report, listed, end, options.all_edits)
    elif form == "html":
        from newsdiff.render.pairs_html import render_page

        text = render_page(report, [(c.row, c.edits, c.kinds) for c in listed], end)
    else:
        return _render_table(report, listed, end, options)  # made safe for a terminal word by word
    return guard(text) + "\n" if options.terminal else text


def say_totals(report: PairReport) -> str:
    """The last line: how many pairs there are, how many differ, how many were not compared."""
    if not report.differs:
        return f"No differences: {say_count(len(report.rows), 'pair')}" if report.rows else "No files that differ"
    counts = Counter(row.status for row in report.rows)
    touched = sum([row.summary is not None and row.summary.substantive > 0 for row in report.rows])
    renamed = sum([row.a is not None and row.b is not None and row.a != row.b for row in report.rows])
    pairs = len(report.rows) - sum([counts[status] for status in _ABSENT])
    parts = [say_count(pairs, "pair"), f"{counts['same']} the same", f"{counts['changed']} changed"]
    if touched:
        parts[-1] += f" ({touched} in meaning)"
    parts += [f"{renamed} renamed"] if renamed else []
    parts += [f"{counts[status]} {status}" for status in _ABSENT if counts[status]]
    rest = counts["skipped"] + counts["error"]
    return ", ".join([*parts, *([f"{rest} not compared"] if rest else [])])


def say_pair(row: PairRow) -> str:
    """The path of a pair; both, if it was renamed."""
    names = [make_visible(name) for name in dict.fromkeys((row.a, row.b)) if name is not None]
    return " → ".join(names)


def say_status(row: PairRow) -> str:
    """The words for a row without edits."""
    if row.error:
        return make_visible(row.error)
    return "" if row.status == "changed" else row.status


def sign_of(row: PairRow) -> str:
    """The sign before a row: touches the meaning, open, only on one side, trouble."""
    if row.summary is not None:
        return "!" if row.summary.substantive else "?" if row.summary.open else ""
    return {"only in A": "-", "only in B": "+", "error": "x"}.get(row.status, "")


def say_edit(edit: Edit, longest: int = _LONGEST) -> tuple[str, str, str]:
    """Kind with detail, and both readings."""
    readings = [make_visible(span.text) if span else "" for span in (edit.a, edit.b)]
    a, b = (mark(runs, "", "") or "–" for runs in excerpt(readings[0], readings[1], longest))
    return f"{edit.kind} {edit.detail}".rstrip(), a, b


def _listed_edits(counted: _Counted, show_all: bool) -> list[Edit]:
    return [edit for edit in counted.edits if show_all or edit.verdict == "substantive"]


# A table


def _render_table(report: PairReport, listed: Sequence[_Counted], end: str, options: Options) -> str:
    from newsdiff.render.ansi import measure, style

    theme, width = options.theme if options.color else "", max(options.width, 20)
    if options.stat:
        return end + "\n"
    lines = [f"A  {make_visible(report.a)}", f"B  {make_visible(report.b)}", ""]
    if listed:
        names = [say_pair(c.row) for c in listed]
        room = max(12, min(max(map(measure, [*names, "file"])), width * 2 // 5))
        wide = width >= _NARROW
        heads = "kept  meaning  open  " if wide else ""
        lines.append(style(f"  {'file'.ljust(room)}  {heads}edits", "quiet", theme))
        for counted, name in zip(listed, names, strict=True):
            lines += _table_row(counted, name, room, wide, options._replace(width=width))
        lines.append("")
    for counted in listed:
        edits = _listed_edits(counted, options.all_edits or bool(options.only))
        if edits:
            lines += [
                style(say_pair(counted.row), "bold", theme),
                *_edit_lines(edits, width, theme),
                "",
            ]
    return "\n".join([*lines, end, ""])


def _table_row(counted: _Counted, name: str, room: int, wide: bool, options: Options) -> Iterator[str]:
    from newsdiff.render.ansi import measure, wrap

    row, theme = counted.row, options.theme if options.color else ""
    figures = ""
    if wide:
        summary = row.summary
        cells = ("", "", "") if summary is None else (
            f"{summary.kept:.0%}", str(counted.count("substantive")), str(counted.count("open")),
        )  # fmt: skip
        figures = "  ".join([cell.rjust(size) for cell, size in zip(cells, (4, 7, 4), strict=True)]) + "  "
    said = counted.kinds or say_status(row) or ("moved" if row.summary and row.summary.moved else "")
    styled = {"only in A": "omission", "only in B": "insertion"}.get(row.status, "")
    left = wrap([(name, styled)], room, theme) or [""]
    right = wrap(
        [(said, styled or ("quiet" if row.status == "same" else ""))],
        max(10, options.width - room - 4 - len(figures)),
        theme,
    ) or [""]
    for n in range(max(len(left), len(right))):
        one = left[n] if n < len(left) else ""
        pad = " " * max(0, room - measure(_plain(one)))
        middle = figures if n == 0 else " " * len(figures)
        sign = sign_of(row) if n == 0 else ""
        yield f"{sign:1} {one}{pad}  {middle}{right[n] if n < len(right) else ''}".rstrip()


def _plain(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def _edit_lines(edits: Sequence[Edit], width: int, theme: str) -> Iterator[str]:
    from newsdiff.render.ansi import wrap

    told = [(edit, *say_edit(edit, max(_LONGEST, width // 3))) for edit in edits]
    room = min(24, max([len(kind) for _, kind, _, _ in told]))
    for edit, kind, a, b in told:
        pieces = [(a, "delete" if edit.a else "quiet"), (" → ", ""), (b, "insert" if edit.b else "quiet")]
        lines = wrap(pieces, max(10, width - room - 6), theme)
        for n, line in enumerate(lines):
            label = f"{SIGNS.get(edit.verdict, ' ')} {kind}" if n == 0 else ""
            yield f"  {label.ljust(room + 2)}  {line}".rstrip()


# The other formats


def _render_csv(shown: Sequence[_Counted]) -> str:
    rows: list[Sequence[object]] = [_COLUMNS]
    for counted in shown:
        row, known = counted.row, counted.row.summary
        verdicts = [counted.count(v) if known else "" for v in ("substantive", "open", "accidental")]
        kept = round(known.kept, 4) if known else ""
        names = [spreadsheet_cell(name or "") for name in (row.a, row.b)]
        rows.append((*names, row.status, kept, *verdicts, counted.kinds, spreadsheet_cell(make_visible(row.error))))
    return "".join([",".join([quote_cell(str(cell)) for cell in row]) + "\n" for row in rows])


def _render_json(report: PairReport, shown: Sequence[_Counted], options: Options) -> str:
    from newsdiff.render.wire import dump, edit_as_dict, summary_as_dict

    def pair(counted: _Counted) -> dict[str, Any]:
        row = counted.row
        return {
            "a": row.a,
            "b": row.b,
            "status": row.status,
            "error": row.error,
            "notes": row.notes,
            "summary": summary_as_dict(row.summary) if row.summary else None,
            "edits": [edit_as_dict(edit) for edit in counted.edits],
        }

    counts = Counter(row.status for row in report.rows)
    whole = {
        "version": VERSION,
        "a": make_name(report.a),
        "b": make_name(report.b),
        "pairs": [pair(counted) for counted in shown],
        "summary": {status: counts[status] for status in STATUSES},
    }
    return dump(whole, indent=options.indent or options.terminal, visible=options.terminal) + "\n"


def make_name(path: str) -> str:
    """A path as text that any output can carry."""
    return os.fsencode(path).decode("utf-8", "replace")


def _render_markdown(report: PairReport, listed: Sequence[_Counted], end: str, show_all: bool) -> str:
    from newsdiff.render.markdown import escape

    lines = [f"### {escape(make_visible(report.a))} → {escape(make_visible(report.b))}", ""]
    if listed:
        lines += ["| | file | kept | meaning | open | edits |", "|---|---|--:|--:|--:|---|"]
    for counted in listed:
        row, summary = counted.row, counted.row.summary
        cells = (
            [f"{summary.kept:.0%}", str(counted.count("substantive")), str(counted.count("open"))]
            if summary
            else [""] * 3
        )
        said = counted.kinds or escape(say_status(row))
        sign = sign_of(row)
        lines.append(
            f"| {f'**{escape(sign)}**' if sign else ''} | {escape(say_pair(row))} | {' | '.join(cells)} | {said} |"
        )
    lines += [""] if listed else []
    touching = [(c, edits) for c in listed if (edits := _listed_edits(c, show_all))]
    if touching:
        lines += ["| file | edit | A | B |", "|---|---|---|---|"]
        for counted, edits in touching:
            for edit in edits:
                kind, a, b = say_edit(edit, 120)
                lines.append(f"| {escape(say_pair(counted.row))} | {kind} | {escape(a)} | {escape(b)} |")
        lines.append("")
    return "\n".join([*lines, escape(end), ""])
