r"""A comparison as tables for a terminal: the links, the edits, the summary.

>>> from newsdiff.compare import compare
>>> comparison = compare("The mayor left town on Monday.", "The mayor left town on Friday.")
>>> shown = render_terminal(comparison, width=60, color=False)
>>> print("\n".join(shown.splitlines()[4:7]))
     edited
A 1  The mayor left town on [-Monday-].
B 1  The mayor left town on {+Friday+}.

It computes no differences: rows are links, marks are the steps of their diff and the spans of their edits. What it
does not show is which of two marks in a cell answer each other; the table of edits does.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.box import Box
from rich.console import Console, RenderableType
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from newsdiff.edits.passage import gap_end
from newsdiff.model import LINK_KINDS, Article, Comparison, Edit, LinkedPassage, Side, Span
from newsdiff.records import NamedTuple
from newsdiff.render.palette import LABELS, MARKS, STYLES
from newsdiff.render.visible import make_visible

SIDE_FROM = 100  # columns from which A and B stand side by side
EDIT_TABLE_FROM = 56  # below, an edit is a line and not a row of columns
WIDE_EDITS_FROM = 72  # kind and detail of an edit stand on one line
NARROWEST = 12  # a terminal with fewer columns gets lines as long as this
THINNEST_CELL = 10  # two texts side by side in fewer columns are put one above the other, whatever was asked
DOUBTFUL_BELOW = 0.5  # a link's score is the probability that it is right, an edit's confidence likewise
MOVED_WORDS = 2  # so many words in a row, found elsewhere in their sentence, are shown as moved
PLACES = 3  # places named of an edit that occurs often
LONGEST = 60  # characters of an edit's text, at least, before its middle is left out
GAP = 2  # columns between two columns
SAMPLE = 2000  # characters that tell in which direction an article runs

# Edits that are rows of the first table and so are not told again in the second.
STRUCTURE = frozenset(("omission", "insertion", "transposition"))
_PARTICIPLES = {"omission": "omitted", "insertion": "inserted"}
_ALIASES = {"moved": "transposition", "transposition": "moved"}

# What a character of a cell is, as a byte, so that painting is slicing.
_PLAIN, _CHANGED, _TOUCHING, _SPELT, _SHIFTED = b"\0", b"\1", b"\2", b"\3", b"\4"
# Lines of blanks instead of padding, which would cost as much again as all the rest of a table.
_BLANKS = Box("    \n" * 8)
_BLANKS.head_vertical = _BLANKS.mid_vertical = _BLANKS.foot_vertical = " " * GAP
_RUN = re.compile(rb"(.)\1*", re.DOTALL)
_STYLE_NAMES: dict[Side, dict[bytes, str]] = {
    "a": {_CHANGED: "delete", _TOUCHING: "delete!", _SPELT: "spelling", _SHIFTED: "moved"},
    "b": {_CHANGED: "insert", _TOUCHING: "insert!", _SPELT: "spelling", _SHIFTED: "moved"},
}
_MARK_NAMES: dict[Side, dict[bytes, str]] = {
    "a": {_CHANGED: "delete", _SPELT: "spelling a", _SHIFTED: "moved a"},
    "b": {_CHANGED: "insert", _SPELT: "spelling b", _SHIFTED: "moved b"},
}


class _Cell(Text):
    """A text whose lines end at their last word: a mark that runs over a line end would underline the space there."""

    def wrap(self, *args: Any, **kwargs: Any) -> Lines:
        lines = super().wrap(*args, **kwargs)
        for line in lines:
            line.rstrip()
        return lines


class _View(NamedTuple):
    """What the reader asked to see."""

    width: int
    color: bool
    layout: str
    show_all: bool
    context: int
    only: frozenset[str]
    ignore: frozenset[str]


class _Row(NamedTuple):
    """A link as it is shown; `marks` are the marks that occur in its cells."""

    link: LinkedPassage
    a: Text
    b: Text
    marks: frozenset[str]


class _Fold(NamedTuple):
    """Links in a row that are not shown: so many unchanged, so many that the filters hide."""

    same: int
    hidden: int


class _Shared(NamedTuple):
    """Edits that read the same: one of them, and the places of all."""

    edit: Edit
    a: str
    b: str
    places: list[str]


def render_terminal(
    comparison: Comparison,
    *,
    width: int,
    color: bool,
    layout: str = "auto",
    show_all: bool = False,
    context: int = 0,
    only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
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
    view = _View(width, color, layout, show_all, context, _with_aliases(only), _with_aliases(ignore))
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
        for part in _parts(comparison, view):
            console.print(part)
    return "\n".join([line.rstrip(" ") for line in capture.get().split("\n")]).strip("\n") + "\n"


def _is_leftward(text: str) -> bool:
    """Whether a good part of the text is Hebrew, Arabic or another script that runs from right to left."""
    return not text.isascii() and 4 * sum(["\u0590" <= c <= "\u08ff" for c in text]) > len(text)


def _with_aliases(kinds: frozenset[str]) -> frozenset[str]:
    return kinds | {_ALIASES[kind] for kind in kinds if kind in _ALIASES}


def _parts(comparison: Comparison, view: _View) -> Iterator[RenderableType]:
    """What is printed, one below the other."""
    if not comparison.differs:
        yield Text(_say_same(comparison))
        return
    rows = _find_rows(comparison, view)
    yield from (_side_table if view.layout == "side" else _stacked_table)(comparison, rows, view)
    legend = _legend(rows, view)
    if legend:
        yield Text()
        yield legend
    edits = _share_edits(comparison, view)
    if edits:
        touching = any(entry.edit.substantive for entry in edits)
        yield _heading("Edits", "! touches the meaning" if touching else "")
        yield _edits_table(edits, view)
    yield _heading("Summary")
    yield _summary(comparison, view.width)
    if not comparison.related:
        yield _styled("\nThese are hardly versions of one story.", "bold")
    hidden = _say_hidden(comparison, rows, view)
    if hidden:
        yield _styled("\n" + hidden, STYLES["quiet"])


def _heading(text: str, note: str = "") -> Text:
    heading = _styled(f"\n{text}", "bold")
    if note:
        heading.append(f"  {note}", STYLES["quiet"])
    return heading.append("\n")


def _say_same(comparison: Comparison) -> str:
    count = len(comparison.a.sentences)
    return f"No differences: {_count(count, 'sentence')}." if count else "No differences: both texts are empty."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# Which links are shown


def _find_rows(comparison: Comparison, view: _View) -> list[_Row | _Fold]:
    """The rows in the order of the links; runs of what is not shown are folded."""
    edits: dict[int, list[Edit]] = {}
    for edit in comparison.edits:
        edits.setdefault(edit.link, []).append(edit)
    links = comparison.links
    shown: list[_Row | None] = [None] * len(links)
    for n, link in enumerate(links):
        if (link.kind != "same" or link.moved) and _is_wanted(link, edits.get(n, ()), view):
            row = _make_row(comparison, link, edits.get(n, ()), view)
            # What is left of a sentence when the ignored edits are not marked may be nothing.
            if row.marks or not view.ignore or link.kind != "edited" or link.moved:
                shown[n] = row
    for n in _near([row is not None for row in shown], len(links) if view.show_all else view.context):
        if links[n].kind == "same" and not links[n].moved and not view.only and "same" not in view.ignore:
            shown[n] = _make_row(comparison, links[n], (), view)
    rows: list[_Row | _Fold] = []
    same = hidden = 0
    for n, kept in enumerate([*shown, None]):
        if n < len(links) and kept is None:
            unchanged = links[n].kind == "same" and not links[n].moved
            same, hidden = same + unchanged, hidden + (not unchanged)
            continue
        if same or hidden:
            rows.append(_Fold(same, hidden))
            same = hidden = 0
        if kept is not None:
            rows.append(kept)
    return rows


def _is_wanted(link: LinkedPassage, edits: Sequence[Edit], view: _View) -> bool:
    """Whether the filters let a changed link through."""
    kinds = {link.kind, "moved"} if link.moved else {link.kind}
    if view.only and kinds.isdisjoint(view.only) and view.only.isdisjoint([edit.kind for edit in edits]):
        return False
    return bool((kinds - {"same"}) - view.ignore)


def _near(shown: Sequence[bool], distance: int) -> list[int]:
    """The places at most `distance` away from one that is shown."""
    if distance <= 0:
        return []
    found = set()
    for order in (range(len(shown)), range(len(shown) - 1, -1, -1)):
        left = 0
        for n in order:
            left = distance if shown[n] else left - 1
            if not shown[n] and left >= 0:
                found.add(n)
    return sorted(found)


# Cells


def _make_row(comparison: Comparison, link: LinkedPassage, edits: Sequence[Edit], view: _View) -> _Row:
    """A link with its two texts, marked."""
    base_a, base_b = _paint_diff(link, "a"), _paint_diff(link, "b")
    starts_a, starts_b = _starts(comparison.a, link.a), _starts(comparison.b, link.b)
    if link.pairs and link.kind != "same":
        _paint_shifted(comparison, link, (base_a, starts_a), (base_b, starts_b))
    used: set[str] = set()
    a = _cell(comparison.a, link, "a", base_a, starts_a, [(e, e.a) for e in edits if e.a], view, used)
    b = _cell(comparison.b, link, "b", base_b, starts_b, [(e, e.b) for e in edits if e.b], view, used)
    return _Row(link, a, b, frozenset(used))


def _starts(article: Article, members: Sequence[int]) -> list[int]:
    """Where each sentence of a side begins in the side's text, which is the sum of its diff."""
    starts = [0]
    for member in members[:-1]:
        sentence = article.sentences[member]
        starts.append(starts[-1] + gap_end(article.text, sentence.end) - sentence.start)
    return starts


def _paint_diff(link: LinkedPassage, side: Side) -> bytearray:
    """A byte for each character of a side's text: plain, or changed."""
    base = bytearray()
    for op, a, b in link.diff:
        base += (_PLAIN if op == "equal" else _CHANGED) * len(a if side == "a" else b)
    return base


def _paint_shifted(
    comparison: Comparison, link: LinkedPassage, a: tuple[bytearray, list[int]], b: tuple[bytearray, list[int]]
) -> None:
    """Paint as moved the clauses that the literal diff deletes here and inserts there, by the pairs of words."""
    tokens_a = [
        (t, start + t.start - s.start)
        for s, start in zip([comparison.a.sentences[i] for i in link.a], a[1], strict=True)
        for t in s.tokens
    ]
    tokens_b = [
        (t, start + t.start - s.start)
        for s, start in zip([comparison.b.sentences[j] for j in link.b], b[1], strict=True)
        for t in s.tokens
    ]
    run: list[tuple[int, int]] = []
    for i, j in (*link.pairs, (-9, -9)):
        if i >= 0:
            (s, at_a), (t, at_b) = tokens_a[i], tokens_b[j]
            if a[0][at_a : at_a + 1] != _CHANGED or b[0][at_b : at_b + 1] != _CHANGED:
                continue
            if s.key.lower() != t.key.lower():
                continue
        if run and not (0 < i - run[-1][0] == j - run[-1][1] <= 2):
            if sum([tokens_a[i][0].word for i, _ in run]) >= MOVED_WORDS:
                for (base, _), tokens, first, last in (
                    (a, tokens_a, run[0][0], run[-1][0]),
                    (b, tokens_b, run[0][1], run[-1][1]),
                ):
                    lo, hi = tokens[first][1], tokens[last][1] + len(tokens[last][0].text)
                    base[lo:hi] = base[lo:hi].replace(_CHANGED, _SHIFTED)
            run = []
        run.append((i, j))


def _cell(
    article: Article,
    link: LinkedPassage,
    side: Side,
    base: bytearray,
    starts: list[int],
    edits: Sequence[tuple[Edit, Span]],
    view: _View,
    used: set[str],
) -> Text:
    """The text of one side with its marks; their names are added to `used`."""
    members = link.a if side == "a" else link.b
    text = "".join([step.a if side == "a" else step.b for step in link.diff])
    base = _paint_edits(article, members, base, starts, edits, view)
    if len(members) > 1:
        base, text = _part_sentences(base, text, starts, members)
    names = _STYLE_NAMES[side] if view.color else _MARK_NAMES[side]
    cell = _Cell(overflow="fold")
    space = True  # whether a space has just been written, or nothing yet
    for run in _RUN.finditer(bytes(base)):
        piece = make_visible(text[run.start() : run.end()])
        if space:
            piece = piece.lstrip(" ")
        if not piece:
            continue
        space = piece[-1] == " "
        name = names.get(run.group(1))
        if name is None:
            cell.append(piece)
            continue
        inner = piece.strip(" ")
        if not inner:
            cell.append(piece)
            continue
        used.add(name)
        at = piece.index(inner)
        if view.color:
            cell.append(piece[:at]).append(inner, STYLES[name]).append(piece[at + len(inner) :])
        else:
            begin, end = MARKS[name]
            cell.append(f"{piece[:at]}{begin}{inner}{end}{piece[at + len(inner) :]}")
    return cell


def _paint_edits(
    article: Article,
    members: Sequence[int],
    base: bytearray,
    starts: list[int],
    edits: Sequence[tuple[Edit, Span]],
    view: _View,
) -> bytearray:
    """The bytes of a side with the spans of its edits; ignored edits first, so that what they hold is painted again."""
    painted = bytearray(base)
    for edit, span in sorted(edits, key=lambda pair: pair[0].kind not in view.ignore):
        if edit.kind in STRUCTURE:
            continue
        lo, hi = (_place(article, members, starts, at) for at in (span.start, span.end - 1))
        if lo < 0 or hi < lo:
            continue
        hi += 1
        if edit.kind in view.ignore:
            painted[lo:hi] = _PLAIN * (hi - lo)
        elif edit.kind == "spelling":
            painted[lo:hi] = _SPELT * (hi - lo)
        elif view.ignore or edit.substantive:
            # Without colour nothing is bold: the table of edits says what touches the meaning.
            stress = _TOUCHING if view.color and edit.substantive else _CHANGED
            kept = base[lo:hi].replace(_CHANGED, stress)
            painted[lo:hi] = bytes([p if p == _SPELT[0] else k for p, k in zip(painted[lo:hi], kept, strict=True)])
    return painted


def _place(article: Article, members: Sequence[int], starts: Sequence[int], at: int) -> int:
    """Where the article's offset `at` stands in the text of a side, -1 where it does not."""
    for member, start in zip(members, starts, strict=True):
        sentence = article.sentences[member]
        if sentence.start <= at < sentence.end:
            return start + at - sentence.start
    return -1


def _part_sentences(base: bytearray, text: str, starts: Sequence[int], members: Sequence[int]) -> tuple[bytearray, str]:
    """The sentences of a side with a space between them, or an ellipsis where the article has something in between."""
    parted, pieces = base[: starts[1]], [text[: starts[1]]]
    for n in range(1, len(members)):
        stop = starts[n + 1] if n + 1 < len(members) else len(text)
        neighbours = members[n] == members[n - 1] + 1
        between = " " if neighbours else " … "
        piece = base[starts[n] : stop]
        # A mark may run over the end of a sentence, but not over what is left out.
        paint = piece[:1] if neighbours and piece[:1] == parted[-1:] else bytearray(_PLAIN)
        parted += paint * len(between) + piece
        pieces += (between, text[starts[n] : stop])
    return parted, "".join(pieces)


# The table of links


def _side_table(comparison: Comparison, rows: Sequence[_Row | _Fold], view: _View) -> Iterator[RenderableType]:
    """A beside B, or one above the other where there is no room."""
    labels = [_label(row) if isinstance(row, _Row) else Text() for row in rows]
    label = max([len(line) for text in labels for line in text.plain.split("\n")] + [4])
    number_a = max([len(_numbers(row.link.a)) for row in rows if isinstance(row, _Row)] + [1])
    number_b = max([len(_numbers(row.link.b)) for row in rows if isinstance(row, _Row)] + [1])
    label, number_a, number_b = min(label, 14), min(number_a, 7), min(number_b, 7)
    cell = (view.width - label - number_a - number_b - 4 * GAP) // 2
    if cell < THINNEST_CELL:
        yield from _stacked_table(comparison, rows, view)
        return
    widths = (label, number_a, cell, number_b, cell)
    head = _grid(widths, right=(1, 3))
    bold = [_styled(text, "bold") for text in ("A", _name(comparison.a, cell), "B", _name(comparison.b, cell))]
    head.add_row(Text(), *bold)
    yield head
    yield _rule(sum(widths) + 4 * GAP)
    body = _grid(widths, right=(1, 3))
    body.leading = 1
    for row, text in zip(rows, labels, strict=True):
        if isinstance(row, _Fold):
            body.add_row(Text(), Text(), _fold_text(row))
        else:
            body.add_row(text, Text(_numbers(row.link.a)), row.a, Text(_numbers(row.link.b)), row.b)
    yield body


def _stacked_table(comparison: Comparison, rows: Sequence[_Row | _Fold], view: _View) -> Iterator[RenderableType]:
    """A above B."""
    gutters = [f"A {_numbers(m)}" for row in rows if isinstance(row, _Row) for m in (row.link.a, row.link.b)]
    gutter = min(max([len(text) for text in gutters] + [1]), 9 if view.width >= 40 else 4)
    widths = (gutter, view.width - gutter - GAP)
    head = _grid(widths)
    for side, article in (("A", comparison.a), ("B", comparison.b)):
        head.add_row(_styled(side, "bold"), _styled(_name(article, widths[1]), "bold"))
    yield head
    yield _rule(view.width)
    body = _grid(widths)
    for row in rows:
        if isinstance(row, _Fold):
            lines = [(Text(), _fold_text(row))]
        elif row.link.kind == "same":
            lines = [(Text(f"A {_numbers(row.link.a)}\nB {_numbers(row.link.b)}"), row.a)]
        else:
            sides = (("A", row.link.a, row.a), ("B", row.link.b, row.b))
            lines = [(Text(f"{side} {_numbers(members)}"), text) for side, members, text in sides if members]
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


def _name(article: Article, width: int) -> str:
    """A file's name on one line, its end kept."""
    name = make_visible(article.name)
    return name if len(name) <= width else "…" + name[len(name) - width + 1 :]


def _fold_text(fold: _Fold) -> Text:
    """The line that stands for what is not shown."""
    parts = [_count(fold.same, "unchanged sentence")] if fold.same else []
    if fold.hidden:
        parts.append(f"{_count(fold.hidden, 'link')} not shown")
    return _styled("… " + ", ".join(parts), STYLES["quiet"])


def _label(row: _Row, long: bool = False) -> Text:
    """What a link is called, whether it is doubtful, and from where to where it moved."""
    link = row.link
    doubt = " ?" if _is_doubtful(link) else ""
    label = Text()
    if link.kind != "same" or not link.moved:
        style = STYLES["quiet"] if link.kind == "same" else f"bold {LABELS.get(link.kind, '')}".strip()
        label.append(link.kind, style=style).append(doubt)
        doubt = ""
        if link.moved:
            label.append(", " if long else "\n")
    if link.moved:
        a, b = _numbers(link.a), _numbers(link.b)
        label.append("moved", style=f"{LABELS['moved']} bold").append(doubt)
        label.append(f" from {a} in A to {b} in B" if long else f"\n{a}→{b}", style=LABELS["moved"])
    return label


def _is_doubtful(link: LinkedPassage) -> bool:
    return link.score is not None and link.score < DOUBTFUL_BELOW


def _numbers(members: Sequence[int]) -> str:
    """The numbers of sentences as a reader counts them: "3", "5–7", "5, 9"."""
    runs: list[list[int]] = []
    for member in members:
        if runs and member == runs[-1][1] + 1:
            runs[-1][1] = member
        else:
            runs.append([member, member])
    return ", ".join([f"{lo + 1}" if lo == hi else f"{lo + 1}–{hi + 1}" for lo, hi in runs])


def _legend(rows: Sequence[_Row | _Fold], view: _View) -> Text | None:
    """A line that explains the marks that occur, and no others."""
    shown = [row for row in rows if isinstance(row, _Row)]
    used = {mark for row in shown for mark in row.marks}
    legend: list[Text] = []

    def explain(text: str, *names: str) -> None:
        present = [name for name in names if name in used]
        if present and view.color:
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
    if moved and view.layout == "side":
        a, b = _numbers(moved[0].a), _numbers(moved[0].b)
        legend.append(Text(f"{a}→{b} from {a} in A to {b} in B"))
    if any(_is_doubtful(row.link) for row in shown):
        legend.append(Text(f"? doubtful link, less than {DOUBTFUL_BELOW:.0%} sure"))
    return _flow(legend, _styled("  ·  ", STYLES["quiet"]), view.width) if legend else None


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


def _share_edits(comparison: Comparison, view: _View) -> list[_Shared]:
    """The edits to list, each distinct pair of readings once, in the order of the text."""
    shared: dict[tuple[str, str, str, str], _Shared] = {}
    for edit in comparison.edits:
        if edit.kind in STRUCTURE or not _is_listed(edit, view):
            continue
        a, b = (make_visible(span.text).strip() if span else "" for span in (edit.a, edit.b))
        entry = shared.setdefault((edit.kind, edit.detail, a, b), _Shared(edit, a, b, []))
        entry.places.append(_where(comparison, edit))
    return list(shared.values())


def _is_listed(edit: Edit, view: _View) -> bool:
    """Whether the filters let an edit through. Rewordings that leave the meaning are listed only when asked for."""
    if edit.kind in view.ignore or (view.only and edit.kind not in view.only):
        return False
    return edit.kind != "wording" or edit.substantive or view.show_all or "wording" in view.only


def _where(comparison: Comparison, edit: Edit) -> str:
    """The numbers of the sentences in which an edit stands: "3→4"."""
    link = comparison.links[edit.link]
    sides = ((comparison.a, link.a, edit.a), (comparison.b, link.b, edit.b))
    numbers = [_numbers(_holding(article, members, span)) for article, members, span in sides]
    return "→".join([number or "–" for number in numbers])


def _holding(article: Article, members: Sequence[int], span: Span | None) -> Sequence[int]:
    """The sentences of a link in which a span stands, all of them where there is no span."""
    if span is None:
        return members
    sentences = [(member, article.sentences[member]) for member in members]
    return [member for member, s in sentences if s.start < span.end and span.start < s.end] or members


def _edits_table(edits: Sequence[_Shared], view: _View) -> Table:
    """Kind, A, B and where of each edit; in a narrow terminal one line after the other."""
    wide, lines = view.width >= WIDE_EDITS_FROM, view.width < EDIT_TABLE_FROM
    kinds = [_edit_label(entry.edit, " " if wide or lines else "\n  ") for entry in edits]
    places = [_say_places(entry.places) for entry in edits]
    if lines:
        grid = _grid((view.width,))
        for entry, kind, place in zip(edits, kinds, places, strict=True):
            readings = f": {_shorten(entry.a, LONGEST) or '–'} → {_shorten(entry.b, LONGEST) or '–'}  ({place})"
            grid.add_row(Text.assemble(kind, readings))
        return grid
    kind_width = max(min(max([len(line) for kind in kinds for line in kind.plain.split("\n")]), 24 if wide else 16), 4)
    place_width = max(min(max([len(place) for place in places]), 30 if view.width >= SIDE_FROM else 14), 5)
    room = view.width - kind_width - place_width - 3 * GAP
    longest_a, longest_b = max([len(e.a) for e in edits] + [1]), max([len(e.b) for e in edits] + [1])
    width_a = min(longest_a, max(room // 2, room - longest_b))
    width_b = min(longest_b, room - width_a)
    grid = _grid((kind_width, width_a, width_b, place_width))
    grid.add_row(*[_styled(name, STYLES["quiet"]) for name in ("kind", "A", "B", "where")])
    for entry, kind, place in zip(edits, kinds, places, strict=True):
        a, b = _shorten(entry.a, max(LONGEST, 2 * width_a)), _shorten(entry.b, max(LONGEST, 2 * width_b))
        grid.add_row(kind, Text(a or "–"), Text(b or "–"), Text(place))
    return grid


def _edit_label(edit: Edit, before_detail: str) -> Text:
    """Kind and detail, with "!" where the meaning is touched and "?" where the finding is doubtful."""
    label = _styled(f"! {edit.kind}", "bold") if edit.substantive else Text(f"  {edit.kind}")
    if edit.detail:
        label.append(f"{before_detail}{edit.detail}")
    if edit.confidence < DOUBTFUL_BELOW:
        label.append(" ?")
    return label


def _say_places(places: Sequence[str]) -> str:
    """How often and where: "3× 3→4, 9→9, 12→10"."""
    named = list(dict.fromkeys(places))
    text = ", ".join(named[:PLACES]) + (" …" if len(named) > PLACES else "")
    return text if len(places) == 1 else f"{len(places)}× {text}"


def _shorten(text: str, limit: int) -> str:
    """A long text with its middle left out, cut at spaces where there are any near."""
    if len(text) <= limit:
        return text
    half = (limit - 3) // 2
    head, tail = text[:half], text[-half:]
    if " " in head[half // 2 :]:
        head = head[: head.rindex(" ")]
    if " " in tail[: half // 2]:
        tail = tail[tail.index(" ") + 1 :]
    return f"{head} … {tail}"


# The summary


def _summary(comparison: Comparison, width: int) -> RenderableType:
    """How much of what there is."""
    kinds = Counter([link.kind for link in comparison.links])
    moved = sum([link.moved for link in comparison.links])
    edits = Counter([edit.kind for edit in comparison.edits])
    substantive = sum([edit.substantive for edit in comparison.edits])
    linked = [f"{kinds[kind]} {_PARTICIPLES.get(kind, kind)}" for kind in LINK_KINDS if kinds[kind]]
    linked += [f"{moved} moved"] if moved else []
    sizes = [f"{len(comparison.a.sentences)} in A", f"{len(comparison.b.sentences)} in B"]
    lines = [("sentences", sizes), ("links", linked)]
    if edits:
        counts = sorted(edits.items(), key=lambda item: (-item[1], item[0]))
        lines.append(("edits", [f"{count} {kind}" for kind, count in counts]))
        lines.append(("substantive", [f"{substantive} of {_count(sum(edits.values()), 'edit')}"]))
    lines.append(("kept", [f"{comparison.kept:.0%} of A's words stand in B"]))
    key_width = max([len(key) for key, _ in lines])
    if width < 3 * key_width:  # no room for two columns
        return Text("\n").join([Text(f"{key}: {', '.join(values)}") for key, values in lines])
    grid = _grid((key_width, width - key_width - GAP))
    for key, values in lines:
        flow = _flow([Text(value) for value in values], Text(", "), width - key_width - GAP)
        grid.add_row(_styled(key, STYLES["quiet"]), flow)
    return grid


def _say_hidden(comparison: Comparison, rows: Sequence[_Row | _Fold], view: _View) -> str:
    """What the filters left out, in a line."""
    if not (view.only or view.ignore):
        return ""
    links = sum([row.hidden for row in rows if isinstance(row, _Fold)])
    everything = view._replace(only=frozenset(), ignore=frozenset())
    listed: Callable[[_View], int] = lambda v: sum(  # noqa: E731
        [edit.kind not in STRUCTURE and _is_listed(edit, v) for edit in comparison.edits]
    )
    edits = max(listed(everything) - listed(view), 0)
    return f"Filtered out: {_count(links, 'link')}, {_count(edits, 'edit')}."
