r"""A comparison as tables for a terminal: the links, the edits, the summary.

>>> from newsdiff.compare import compare
>>> comparison = compare("The mayor left town on Monday.", "The mayor left town on Friday.")
>>> shown = render_terminal(comparison, width=60, color=False)
>>> print("\n".join(shown.splitlines()[4:7]))
     ! date
A 1  The mayor left town on [-Monday-].
B 1  The mayor left town on {+Friday+}.

It computes no differences: rows are links, marks are the steps of their diff and the spans of their edits. It does not
show which marks in a row correspond; the table of edits does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsdiff.model import Comparison, Edit, Side
from newsdiff.render.ansi import GAP, Line, fill, flow, join, measure, set_columns, style
from newsdiff.render.paint import Run
from newsdiff.render.palette import DEFAULT, MARKS, STYLES
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
    name_row,
    say_fold,
    say_hidden,
    say_name,
    say_numbers,
    say_places,
    say_same,
    say_summary,
    say_unlisted,
    share_edits,
)

SIDE_FROM = 100  # columns from which A and B are shown side by side
EDIT_TABLE_FROM = 56  # below, an edit is a line, not a row of columns
WIDE_EDITS_FROM = 72  # from here on, kind and detail of an edit are on one line
NARROWEST = 12  # a terminal with fewer columns gets lines as long as this
THINNEST_CELL = 10  # with fewer columns for each text, one is put above the other, whatever was asked for
LONGEST = 60  # characters of an edit's text, at least, before it is cut down to what differs
MARGIN = 16  # columns of the margin in which a link is named, at most
SAMPLE = 2000  # characters from which to judge in which direction an article runs
BETWEEN = " · "
COLUMN = 40  # columns of a reading in the table of edits, at most: short ones should not be far apart

_STYLE_NAMES: dict[Side, dict[str, str]] = {
    "a": {"changed": "delete", "touching": "delete!", "spelling": "spelling", "moved": "moved"},
    "b": {"changed": "insert", "touching": "insert!", "spelling": "spelling", "moved": "moved"},
}
_MARK_NAMES: dict[Side, dict[str, str]] = {
    "a": {"changed": "delete", "spelling": "spelling a", "moved": "moved a"},
    "b": {"changed": "insert", "spelling": "spelling b", "moved": "moved b"},
}


class _Look(NamedTuple):
    """How the tables are laid out; no theme means no colour."""

    width: int
    theme: str
    side: bool


class _Row(NamedTuple):
    """A link as laid out: its two texts, and the marks that occur in them."""

    row: Row
    a: Line
    b: Line
    marks: frozenset[str]


def render_terminal(
    comparison: Comparison,
    *,
    width: int = 80,
    color: bool = False,
    theme: str = DEFAULT,
    layout: str = "auto",
    all_sentences: bool = False,
    all_edits: bool = False,
    context: int = 0,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The finished text, with escape codes only if `color`; the same bytes for the same comparison.

    `theme` names colours of the palette. `layout` is "side", "stacked" or "auto": by the width, and stacked where the
    script runs from right to left. `all_sentences` shows unchanged sentences, `all_edits` lists every edit, `context`
    is the number of unchanged sentences to show around each change. `only` and `ignore` are selectors of edits, kinds
    of links, and "moved"; they choose what the tables show, not what the summary counts.
    """
    width = max(width, NARROWEST)
    look = _Look(width, theme if color else "", _stands_side_by_side(comparison, layout, width))
    # Nothing is bold without colour: signs mark what touches the meaning.
    view = choose_view(
        all_sentences=all_sentences, all_edits=all_edits, context=context, only=only, ignore=ignore, stress=color
    )
    lines = [line.rstrip(" ") for line in _set_parts(comparison, look, view)]
    return "\n".join(lines).strip("\n") + "\n"


def render_stat(comparison: Comparison, *, width: int = 80, color: bool = False, theme: str = DEFAULT) -> str:
    """The summary alone."""
    if not comparison.differs:
        return say_same(comparison) + "\n"
    lines = [*_set_summary(comparison, max(width, NARROWEST), theme if color else "")]
    if not comparison.related:
        lines += ["", "These do not look like versions of the same story."]
    return "\n".join(lines) + "\n"


def _stands_side_by_side(comparison: Comparison, layout: str, width: int) -> bool:
    if layout != "auto":
        return layout == "side"
    # With two cells in a right-to-left script, a terminal that reorders text would swap the cells themselves.
    leftward = any(_is_leftward(article.text[:SAMPLE]) for article in (comparison.a, comparison.b))
    return width >= SIDE_FROM and not leftward


def _is_leftward(text: str) -> bool:
    """Whether a good part of the text is Hebrew, Arabic or another script that runs from right to left."""
    return 4 * sum([text.count(c) for c in set(text) if "\u0590" <= c <= "\u08ff"]) > len(text)


def _set_parts(comparison: Comparison, look: _Look, view: View) -> Iterator[str]:
    """The parts to print, one below the other."""
    if not comparison.differs:
        yield from _fill_plain(say_same(comparison), look)
        return
    found = find_rows(comparison, view)
    rows = [_set_row(row, bool(look.theme)) if isinstance(row, Row) else row for row in found]
    edits = share_edits(comparison, view)
    yield from (_side_table if look.side else _stacked_table)(comparison, rows, look)
    if legend := _legend(rows, edits, look):
        yield from ["", *[join(line, look.theme) for line in legend]]
    if edits:
        yield from ["", style("Edits", "bold", look.theme), ""]
        yield from _set_edits(edits, look)
    if unlisted := say_unlisted(comparison, view):
        yield from ["", *_fill_plain(unlisted, look, "quiet")]
    yield from ["", style("Summary", "bold", look.theme), ""]
    yield from _set_summary(comparison, look.width, look.theme)
    if not comparison.related:
        yield from ["", *_fill_plain("These do not look like versions of the same story.", look, "bold")]
    if hidden := say_hidden(comparison, found, view):
        yield from ["", *_fill_plain(hidden, look, "quiet")]


def _fill_plain(text: str, look: _Look, name: str = "") -> list[str]:
    return [join(line, look.theme) for line in fill([(text, name)], look.width)]


# Cells


def _set_row(row: Row, color: bool) -> _Row:
    """A link with its two texts, marked."""
    used: set[str] = set()
    a, b = _cell(row.a, "a", color, used), _cell(row.b, "b", color, used)
    return _Row(row, a, b, frozenset(used))


def _cell(runs: Sequence[Run], side: Side, color: bool, used: set[str]) -> Line:
    """The text of one side with its marks; their names are added to `used`."""
    names = _STYLE_NAMES[side] if color else _MARK_NAMES[side]
    cell: Line = []
    for run in runs:
        piece = run.text
        name = names.get(run.name)
        inner = piece.strip(" ")
        if name is None or not inner:
            cell.append((piece, ""))
            continue
        used.add(name)
        at = piece.index(inner)
        begin, end = ("", "") if color else MARKS[name]
        shown = (f"{begin}{inner}{end}", name if color else "")
        cell += [(piece[:at], ""), shown, (piece[at + len(inner) :], "")]
    return cell


# The table of links


def _side_table(comparison: Comparison, rows: Sequence[_Row | Fold], look: _Look) -> Iterator[str]:
    """A beside B, or one above the other if there is no room."""
    signed = any(isinstance(row, _Row) and row.row.verdict in SIGNS for row in rows)
    labels = [_label(row.row, signed) if isinstance(row, _Row) else [] for row in rows]
    links = [row.row.link for row in rows if isinstance(row, _Row)]
    label = min(max([_length(line) for lines in labels for line in lines] + [4]), MARGIN)
    number_a = min(max([len(say_numbers(link.a)) for link in links] + [1]), 7)
    number_b = min(max([len(say_numbers(link.b)) for link in links] + [1]), 7)
    cell = (look.width - label - number_a - number_b - 4 * GAP) // 2
    if cell < THINNEST_CELL:
        yield from _stacked_table(comparison, rows, look)
        return
    widths = (label, number_a, cell, number_b, cell)
    names = ("", "A", say_name(comparison.a, cell), "B", say_name(comparison.b, cell))
    heads = [_head(name, width) for name, width in zip(names, widths, strict=True)]
    yield from set_columns(heads, widths, look.theme, right=(1, 3))
    yield style("─" * (sum(widths) + 4 * GAP), "quiet", look.theme)
    for row, lines in zip(rows, labels, strict=True):
        yield ""
        if isinstance(row, Fold):
            cells = [[], [], fill([(say_fold(row), "quiet")], cell), [], []]
        else:
            numbers = [fill([(say_numbers(members), "")], 7) for members in (row.row.link.a, row.row.link.b)]
            cells = [lines, numbers[0], fill(row.a, cell), numbers[1], fill(row.b, cell)]
        yield from set_columns(cells, widths, look.theme, right=(1, 3))


def _stacked_table(comparison: Comparison, rows: Sequence[_Row | Fold], look: _Look) -> Iterator[str]:
    """A above B."""
    links = [row.row.link for row in rows if isinstance(row, _Row)]
    gutters = [len(f"A {say_numbers(members)}") for link in links for members in (link.a, link.b)]
    gutter = min(max([*gutters, 1]), 9 if look.width >= 40 else 4)
    widths = (gutter, look.width - gutter - GAP)
    for side, article in (("A", comparison.a), ("B", comparison.b)):
        yield from set_columns(
            [_head(side, gutter), _head(say_name(article, widths[1]), widths[1])], widths, look.theme
        )
    yield style("─" * look.width, "quiet", look.theme)
    for row in rows:
        yield ""
        for name, text in _stack(row):
            names = [line for part in name.split("\n") for line in fill([(part, "")], gutter)]
            yield from set_columns([names, fill(text, widths[1])], widths, look.theme)


def _stack(row: _Row | Fold) -> list[tuple[str, Line]]:
    """The lines of a link from top to bottom: its label, A's text, B's text; each with its prefix."""
    if isinstance(row, Fold):
        return [("", [(say_fold(row), "quiet")])]
    link = row.row.link
    label = ("", _long_label(row.row))
    if link.kind == "same":
        return [label, (f"A {say_numbers(link.a)}\nB {say_numbers(link.b)}", row.a)]
    sides = (("A", link.a, row.a), ("B", link.b, row.b))
    return [label, *[(f"{side} {say_numbers(members)}", text) for side, members, text in sides if members]]


def _head(text: str, width: int) -> list[Line]:
    return fill([(text, "bold")], width)


def _length(line: Line) -> int:
    return sum([measure(text) for text, _ in line])


def _names(row: Row) -> list[Line]:
    """The names of a link, each with its style."""
    link = row.link
    names: list[Line] = []
    for name in name_row(row):
        heavy = row.kinds.get(name) == "substantive" or name == link.kind != "same"
        color = name if name in STYLES else "quiet" if name == "same" else "bold"
        names.append([(name, color if heavy or name == "same" else "")])
    return names


def _sign(row: Row) -> Line:
    sign = SIGNS.get(row.verdict, " ")
    return [(f"{sign} ", "bold")]


def _label(row: Row, signed: bool) -> list[Line]:
    """The lines of the margin: the verdict's sign, names, from where to where it moved, whether it is doubtful."""
    link = row.link
    lines = flow(_names(row), " · ", MARGIN - 2)
    if link.moved:
        lines += [[("moved", "label moved")], [(f"{say_numbers(link.a)}→{say_numbers(link.b)}", "label moved")]]
    if is_doubtful(link):
        lines.append([("(doubtful)", "")])
    return [(_sign(row) if n == 0 else [("  ", "")]) * signed + line for n, line in enumerate(lines)]


def _long_label(row: Row) -> Line:
    """The same on one line."""
    link = row.link
    line = _sign(row) if row.verdict in SIGNS else []
    for n, name in enumerate(_names(row)):
        line += [(" · ", "quiet")] * (n > 0) + name
    if link.moved:
        comma = ", " if row.link.kind != "same" else ""
        line += [
            (f"{comma}", ""),
            (f"moved from {say_numbers(link.a)} in A to {say_numbers(link.b)} in B", "label moved"),
        ]
    return [*line, (" (doubtful)", "")] if is_doubtful(link) else line


def _legend(rows: Sequence[_Row | Fold], edits: Sequence[Shared], look: _Look) -> list[Line]:
    """Lines that explain the marks and signs that occur, but no others."""
    shown = [row for row in rows if isinstance(row, _Row)]
    used = {mark for row in shown for mark in row.marks}
    legend: list[Line] = []
    for text, names in (
        ("only in A", ("delete", "delete!")),
        ("only in B", ("insert", "insert!")),
        ("spelling", ("spelling", "spelling a", "spelling b")),
        ("moved within", ("moved", "moved a", "moved b")),
    ):
        present = [name for name in names if name in used]
        if present and look.theme:
            legend.append([(text, present[0])])
        elif present:
            legend.append([(" ".join([text.join(MARKS[name]) for name in present]), "")])
    signs = {SIGNS.get(row.row.verdict) for row in shown} | {SIGNS.get(entry.edit.verdict) for entry in edits}
    legend += [[(f"{sign} {said}", "bold" if sign == "!" else "")] for sign, said in LEGEND if sign in signs]
    moved = [row.row.link for row in shown if row.row.link.moved]
    if moved and look.side:
        a, b = say_numbers(moved[0].a), say_numbers(moved[0].b)
        legend.append([(f"{a}→{b} from {a} in A to {b} in B", "")])
    if any(is_doubtful(row.row.link) for row in shown):
        legend.append([(f"(doubtful) a link less than {DOUBTFUL_BELOW:.0%} sure", "")])
    # An entry that does not fit is broken like any text.
    return [line for whole in flow(legend, BETWEEN, look.width) for line in fill(whole, look.width)]


# The table of edits


def _set_edits(edits: Sequence[Shared], look: _Look) -> Iterator[str]:
    """Kind, both readings and place of each edit; in a narrow terminal, one below the other."""
    color = bool(look.theme)
    wide = look.width >= WIDE_EDITS_FROM
    places = [say_places(entry.places) for entry in edits]
    if look.width < EDIT_TABLE_FROM:
        for entry, place in zip(edits, places, strict=True):
            a, b = _readings(entry, LONGEST, LONGEST, color)
            line = [*_edit_label(entry.edit)[0], (": ", ""), *a, (" → ", ""), *b, (f"  ({place})", "")]
            lines = fill(line, look.width - 2)
            yield from [("  " if n else "") + join(part, look.theme) for n, part in enumerate(lines)]
        return
    kinds = [_edit_label(entry.edit, 0 if wide else 16) for entry in edits]
    kind_width = max(min(max([_length(line) for lines in kinds for line in lines]), 34 if wide else 18), 4)
    place_width = max(min(max([len(place) for place in places]), 30 if look.width >= SIDE_FROM else 14), 5)
    room = look.width - kind_width - place_width - 3 * GAP
    whole = [_readings(entry, LONGEST, LONGEST, color) for entry in edits]
    longest_a, longest_b = (min(max([_length(pair[side]) for pair in whole] + [1]), COLUMN) for side in (0, 1))
    width_a = min(longest_a, max(room // 2, room - longest_b))
    width_b = min(longest_b, room - width_a)
    widths = (kind_width, width_a, width_b, place_width)
    yield from set_columns([[[(name, "quiet")]] for name in ("kind", "A", "B", "where")], widths, look.theme)
    for entry, kind, place in zip(edits, kinds, places, strict=True):
        a, b = _readings(entry, 2 * width_a, 2 * width_b, color)
        cells = [kind, fill(a, width_a), fill(b, width_b), fill([(place, "")], place_width)]
        yield from set_columns(cells, widths, look.theme)


def _readings(entry: Shared, limit_a: int, limit_b: int, color: bool) -> tuple[Line, Line]:
    """Both readings of an edit; in long ones the changed words are marked."""
    a, b = entry.excerpt(max(LONGEST, min(limit_a, limit_b)) if entry.a and entry.b else max(LONGEST, limit_a, limit_b))
    used: set[str] = set()
    return _cell(a, "a", color, used) or [("–", "")], _cell(b, "b", color, used) or [("–", "")]


def _edit_label(edit: Edit, width: int = 0) -> list[Line]:
    """The verdict's sign, kind and detail, and whether it is doubtful; on one line, or wrapped to a width."""
    label: Line = [(f"{SIGNS.get(edit.verdict, ' ')} {edit.kind}", "bold" if edit.substantive else "")]
    more = " ".join([word for word in (edit.detail, "(doubtful)" * (edit.confidence < DOUBTFUL_BELOW)) if word])
    if not more:
        return [label]
    if not width:
        return [[*label, (f" {more}", "")]]
    return [label, *[[("  ", ""), *line] for line in fill([(more, "")], width)]]


# The summary


def _set_summary(comparison: Comparison, width: int, theme: str) -> Iterator[str]:
    """The summary's counts."""
    lines = say_summary(comparison)
    key_width = max([len(key) for key, _ in lines])
    if width < 3 * key_width:  # no room for two columns
        for key, values in lines:
            yield from [join(line, theme) for line in fill([(f"{key}: {', '.join(values)}", "")], width)]
        return
    room = width - key_width - GAP
    for key, values in lines:
        items = [[(value + "," * (n + 1 < len(values)), "")] for n, value in enumerate(values)]
        cell = [line for whole in flow(items, " ", room) for line in fill(whole, room)]
        yield from set_columns([[[(key, "quiet")]], cell], (key_width, room), theme)
