r"""A comparison as tables for a terminal: the links, the edits, the summary.

>>> from newsdiff.compare import compare
>>> comparison = compare("The mayor left town on Monday.", "The mayor left town on Friday.")
>>> shown = render_terminal(comparison, width=60, color=False)
>>> print("\n".join(shown.splitlines()[4:7]))
     edited
A 1  The mayor left town on [-Monday-].
B 1  The mayor left town on {+Friday+}.

It computes no differences: rows are links, marks are the steps of their diff and the spans of their edits. What it
does not show is which of two marks in a cell correspond; the table of edits does.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from newsdiff.model import Comparison, Edit, LinkedPassage, Side
from newsdiff.render.paint import Run
from newsdiff.render.palette import LABELS, MARKS, STYLES
from newsdiff.render.view import (
    DOUBTFUL_BELOW,
    LEGEND,
    SIGNS,
    Fold,
    Row,
    Shared,
    View,
    choose_view,
    find_rows,
    is_doubtful,
    say_fold,
    say_hidden,
    say_name,
    say_numbers,
    say_places,
    say_same,
    say_summary,
    say_unlisted,
    share_edits,
    shorten,
)

SIDE_FROM = 100  # columns from which A and B stand side by side
EDIT_TABLE_FROM = 56  # below, an edit is a line and not a row of columns
WIDE_EDITS_FROM = 72  # kind and detail of an edit stand on one line
NARROWEST = 12  # a terminal with fewer columns gets lines as long as this
THINNEST_CELL = 10  # two texts side by side in fewer columns are put one above the other, whatever was asked
LONGEST = 60  # characters of an edit's text, at least, before its middle is left out
GAP = 2  # columns between two columns
SAMPLE = 2000  # characters that tell in which direction an article runs

# Lines of blanks instead of padding, which would cost as much again as all the rest of a table.
_BLANKS = Box("    \n" * 8)
_BLANKS.head_vertical = _BLANKS.mid_vertical = _BLANKS.foot_vertical = " " * GAP
_STYLE_NAMES: dict[Side, dict[str, str]] = {
    "a": {"changed": "delete", "touching": "delete!", "spelling": "spelling", "moved": "moved"},
    "b": {"changed": "insert", "touching": "insert!", "spelling": "spelling", "moved": "moved"},
}
_MARK_NAMES: dict[Side, dict[str, str]] = {
    "a": {"changed": "delete", "spelling": "spelling a", "moved": "moved a"},
    "b": {"changed": "insert", "spelling": "spelling b", "moved": "moved b"},
}


class _Cell(Text):
    """A text whose lines end at their last word: a mark that runs over a line end would underline the space there."""

    def wrap(self, *args: Any, **kwargs: Any) -> Lines:
        lines = super().wrap(*args, **kwargs)
        for line in lines:
            line.rstrip()
        return lines


class _Look(NamedTuple):
    """How the tables are set."""

    width: int
    color: bool
    layout: str


class _Row(NamedTuple):
    """A link as it is set; `marks` are the marks that occur in its cells."""

    link: LinkedPassage
    a: Text
    b: Text
    marks: frozenset[str]


def render_terminal(
    comparison: Comparison,
    *,
    width: int = 80,
    color: bool = False,
    layout: str = "auto",
    show_all: bool = False,
    context: int = 0,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The finished text, with escape codes only if `color`; the same bytes for the same comparison.

    `layout` is "side", "stacked" or "auto": by the width, and stacked where the script runs from right to left.
    `show_all` shows what is unchanged and lists rewordings, `context` keeps so many unchanged sentences around each
    change. `only` and `ignore` are kinds of links and edits, and "moved"; they choose what the tables show, not what
    the summary counts.
    """
    width = max(width, NARROWEST)
    if layout == "auto":
        # Between two cells in a right-to-left script a terminal that reorders would swap the cells themselves.
        leftward = any(_is_leftward(article.text[:SAMPLE]) for article in (comparison.a, comparison.b))
        layout = "side" if width >= SIDE_FROM and not leftward else "stacked"
    look = _Look(width, color, layout)
    # Without colour nothing is bold: the table of edits says what touches the meaning.
    view = choose_view(show_all=show_all, context=context, only=only, ignore=ignore, stress=color)
    # Everything that rich would otherwise look up in the terminal and the environment is said here.
    console = Console(
        file=io.StringIO(),
        width=width,
        height=100,
        color_system="256" if color else None,
        force_terminal=color,
        force_interactive=False,
        force_jupyter=False,
        no_color=False,
        legacy_windows=False,
        safe_box=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in _parts(comparison, look, view):
            console.print(part)
    return "\n".join([line.rstrip(" ") for line in capture.get().split("\n")]).strip("\n") + "\n"


def _is_leftward(text: str) -> bool:
    """Whether a good part of the text is Hebrew, Arabic or another script that runs from right to left."""
    return 4 * sum([text.count(c) for c in set(text) if "\u0590" <= c <= "\u08ff"]) > len(text)


def _parts(comparison: Comparison, look: _Look, view: View) -> Iterator[RenderableType]:
    """What is printed, one below the other."""
    if not comparison.differs:
        yield Text(say_same(comparison))
        return
    found = find_rows(comparison, view)
    rows = [_set_row(row, look.color) if isinstance(row, Row) else row for row in found]
    yield from (_side_table if look.layout == "side" else _stacked_table)(comparison, rows, look)
    legend = _legend(rows, look)
    if legend:
        yield Text()
        yield legend
    edits = share_edits(comparison, view)
    if edits:
        signs = {SIGNS.get(entry.edit.verdict) for entry in edits}
        yield _heading("Edits", "  ".join(f"{sign} {said}" for sign, said in LEGEND if sign in signs))
        yield _edits_table(edits, look)
    if unlisted := say_unlisted(comparison, view):
        yield _styled("\n" + unlisted, STYLES["quiet"])
    yield _heading("Summary")
    yield _summary(comparison, look.width)
    if not comparison.related:
        yield _styled("\nThese do not look like versions of the same story.", "bold")
    hidden = say_hidden(comparison, found, view)
    if hidden:
        yield _styled("\n" + hidden, STYLES["quiet"])


def _heading(text: str, note: str = "") -> Text:
    heading = _styled(f"\n{text}", "bold")
    if note:
        heading.append(f"  {note}", STYLES["quiet"])
    return heading.append("\n")


# Cells


def _set_row(row: Row, color: bool) -> _Row:
    """A link with its two texts, marked."""
    used: set[str] = set()
    a, b = _cell(row.a, "a", color, used), _cell(row.b, "b", color, used)
    return _Row(row.link, a, b, frozenset(used))


def _cell(runs: Sequence[Run], side: Side, color: bool, used: set[str]) -> Text:
    """The text of one side with its marks; their names are added to `used`."""
    names = _STYLE_NAMES[side] if color else _MARK_NAMES[side]
    cell = _Cell(overflow="fold")
    for run in runs:
        piece = run.text
        name = names.get(run.name)
        inner = piece.strip(" ")
        if name is None or not inner:
            cell.append(piece)
            continue
        used.add(name)
        at = piece.index(inner)
        if color:
            cell.append(piece[:at]).append(inner, STYLES[name]).append(piece[at + len(inner) :])
        else:
            begin, end = MARKS[name]
            cell.append(f"{piece[:at]}{begin}{inner}{end}{piece[at + len(inner) :]}")
    return cell


# The table of links


def _side_table(comparison: Comparison, rows: Sequence[_Row | Fold], look: _Look) -> Iterator[RenderableType]:
    """A beside B, or one above the other where there is no room."""
    labels = [_label(row) if isinstance(row, _Row) else Text() for row in rows]
    label = max([len(line) for text in labels for line in text.plain.split("\n")] + [4])
    number_a = max([len(say_numbers(row.link.a)) for row in rows if isinstance(row, _Row)] + [1])
    number_b = max([len(say_numbers(row.link.b)) for row in rows if isinstance(row, _Row)] + [1])
    label, number_a, number_b = min(label, 14), min(number_a, 7), min(number_b, 7)
    cell = (look.width - label - number_a - number_b - 4 * GAP) // 2
    if cell < THINNEST_CELL:
        yield from _stacked_table(comparison, rows, look)
        return
    widths = (label, number_a, cell, number_b, cell)
    head = _grid(widths, right=(1, 3))
    bold = [_styled(text, "bold") for text in ("A", say_name(comparison.a, cell), "B", say_name(comparison.b, cell))]
    head.add_row(Text(), *bold)
    yield head
    yield _rule(sum(widths) + 4 * GAP)
    body = _grid(widths, right=(1, 3))
    body.leading = 1
    for row, text in zip(rows, labels, strict=True):
        if isinstance(row, Fold):
            body.add_row(Text(), Text(), _styled(say_fold(row), STYLES["quiet"]))
        else:
            body.add_row(text, Text(say_numbers(row.link.a)), row.a, Text(say_numbers(row.link.b)), row.b)
    yield body


def _stacked_table(comparison: Comparison, rows: Sequence[_Row | Fold], look: _Look) -> Iterator[RenderableType]:
    """A above B."""
    gutters = [f"A {say_numbers(m)}" for row in rows if isinstance(row, _Row) for m in (row.link.a, row.link.b)]
    gutter = min(max([len(text) for text in gutters] + [1]), 9 if look.width >= 40 else 4)
    widths = (gutter, look.width - gutter - GAP)
    head = _grid(widths)
    for side, article in (("A", comparison.a), ("B", comparison.b)):
        head.add_row(_styled(side, "bold"), _styled(say_name(article, widths[1]), "bold"))
    yield head
    yield _rule(look.width)
    body = _grid(widths)
    for row in rows:
        if isinstance(row, Fold):
            lines = [(Text(), _styled(say_fold(row), STYLES["quiet"]))]
        elif row.link.kind == "same":
            lines = [(Text(f"A {say_numbers(row.link.a)}\nB {say_numbers(row.link.b)}"), row.a)]
        else:
            sides = (("A", row.link.a, row.a), ("B", row.link.b, row.b))
            lines = [(Text(f"{side} {say_numbers(members)}"), text) for side, members, text in sides if members]
        if isinstance(row, _Row):
            lines.insert(0, (Text(), _label(row, long=True)))
        for n, line in enumerate(lines, 1):
            body.add_row(*line, end_section=n == len(lines))
    yield body


def _grid(widths: Sequence[int], right: Sequence[int] = ()) -> Table:
    """A table without lines, its columns as wide as told: rich need not measure a cell."""
    grid = Table(box=_BLANKS, show_header=False, show_edge=False, padding=0, pad_edge=False)
    for n, width in enumerate(widths):
        grid.add_column(width=width, overflow="fold", justify="right" if n in right else "left")
    return grid


def _styled(text: str, style: str) -> Text:
    """A text whose style ends where it ends, and does not run on over the rest of its cell."""
    return Text().append(text, style)


def _rule(width: int) -> Text:
    return _styled("─" * width + "\n", STYLES["quiet"])


def _label(row: _Row, long: bool = False) -> Text:
    """What a link is called, whether it is doubtful, and from where to where it moved."""
    link = row.link
    doubt = " ?" if is_doubtful(link) else ""
    label = Text()
    if link.kind != "same" or not link.moved:
        style = STYLES["quiet"] if link.kind == "same" else f"bold {LABELS.get(link.kind, '')}".strip()
        label.append(link.kind, style=style).append(doubt)
        doubt = ""
        if link.moved:
            label.append(", " if long else "\n")
    if link.moved:
        a, b = say_numbers(link.a), say_numbers(link.b)
        label.append("moved", style=f"{LABELS['moved']} bold").append(doubt)
        label.append(f" from {a} in A to {b} in B" if long else f"\n{a}→{b}", style=LABELS["moved"])
    return label


def _legend(rows: Sequence[_Row | Fold], look: _Look) -> Text | None:
    """A line that explains the marks that occur, and no others."""
    shown = [row for row in rows if isinstance(row, _Row)]
    used = {mark for row in shown for mark in row.marks}
    legend: list[Text] = []

    def explain(text: str, *names: str) -> None:
        present = [name for name in names if name in used]
        if present and look.color:
            legend.append(_styled(text, STYLES[present[0]]))
        elif present:
            legend.append(Text(" ".join([text.join(MARKS[name]) for name in present])))

    explain("only in A", "delete", "delete!")
    explain("only in B", "insert", "insert!")
    explain("spelling", "spelling", "spelling a", "spelling b")
    explain("moved within", "moved", "moved a", "moved b")
    if not used.isdisjoint(("delete!", "insert!")):
        legend.append(_styled("touches the meaning", "bold"))
    moved = [row.link for row in shown if row.link.moved]
    if moved and look.layout == "side":
        a, b = say_numbers(moved[0].a), say_numbers(moved[0].b)
        legend.append(Text(f"{a}→{b} from {a} in A to {b} in B"))
    if any(is_doubtful(row.link) for row in shown):
        legend.append(Text(f"? doubtful link, less than {DOUBTFUL_BELOW:.0%} sure"))
    return _flow(legend, _styled("  ·  ", STYLES["quiet"]), look.width) if legend else None


def _flow(items: Sequence[Text], between: Text, width: int) -> Text:
    """The items one after the other, a new line before one that would be broken."""
    flow = Text()
    at = 0
    for n, item in enumerate(items):
        follow = n + 1 < len(items)
        room = item.cell_len + (len(between.plain.rstrip()) if follow else 0)
        if at and at + room > width:
            flow.rstrip()
            flow.append("\n")
            at = 0
        flow.append_text(item)
        if follow:
            flow.append_text(between)
        at += item.cell_len + between.cell_len
    return flow


# The table of edits


def _edits_table(edits: Sequence[Shared], look: _Look) -> Table:
    """Kind, A, B and where of each edit; in a narrow terminal one line after the other."""
    wide, lines = look.width >= WIDE_EDITS_FROM, look.width < EDIT_TABLE_FROM
    kinds = [_edit_label(entry.edit, " " if wide or lines else "\n  ") for entry in edits]
    places = [say_places(entry.places) for entry in edits]
    if lines:
        grid = _grid((look.width,))
        for entry, kind, place in zip(edits, kinds, places, strict=True):
            readings = f": {shorten(entry.a, LONGEST) or '–'} → {shorten(entry.b, LONGEST) or '–'}  ({place})"
            grid.add_row(Text.assemble(kind, readings))
        return grid
    kind_width = max(min(max([len(line) for kind in kinds for line in kind.plain.split("\n")]), 24 if wide else 16), 4)
    place_width = max(min(max([len(place) for place in places]), 30 if look.width >= SIDE_FROM else 14), 5)
    room = look.width - kind_width - place_width - 3 * GAP
    longest_a, longest_b = max([cell_len(e.a) for e in edits] + [1]), max([cell_len(e.b) for e in edits] + [1])
    width_a = min(longest_a, max(room // 2, room - longest_b))
    width_b = min(longest_b, room - width_a)
    grid = _grid((kind_width, width_a, width_b, place_width))
    grid.add_row(*[_styled(name, STYLES["quiet"]) for name in ("kind", "A", "B", "where")])
    for entry, kind, place in zip(edits, kinds, places, strict=True):
        a, b = shorten(entry.a, max(LONGEST, 2 * width_a)), shorten(entry.b, max(LONGEST, 2 * width_b))
        grid.add_row(kind, Text(a or "–"), Text(b or "–"), Text(place))
    return grid


def _edit_label(edit: Edit, before_detail: str) -> Text:
    """Kind and detail behind the sign of the verdict, and whether the finding itself is doubtful."""
    label = _styled(f"{SIGNS.get(edit.verdict, ' ')} {edit.kind}", "bold" if edit.substantive else "")
    if edit.detail:
        label.append(f"{before_detail}{edit.detail}")
    if edit.confidence < DOUBTFUL_BELOW:
        label.append(" (doubtful)")
    return label


# The summary


def _summary(comparison: Comparison, width: int) -> RenderableType:
    """How much of what there is."""
    lines = say_summary(comparison)
    key_width = max([len(key) for key, _ in lines])
    if width < 3 * key_width:  # no room for two columns
        return Text("\n").join([Text(f"{key}: {', '.join(values)}") for key, values in lines])
    grid = _grid((key_width, width - key_width - GAP))
    for key, values in lines:
        flow = _flow([Text(value) for value in values], Text(", "), width - key_width - GAP)
        grid.add_row(_styled(key, STYLES["quiet"]), flow)
    return grid
