r"""The alignment as a picture of a few columns: A's sentences left, B's right, lines between those that match.

>>> from newsdiff.compare import compare
>>> c = compare("It rained. He left. We sat on the wall.", "We sat on the wall. It rained.", name_a="a.txt", name_b="b.txt")
>>> print(render_map(c, width=60, color=False), end="")
A  a.txt                              B  b.txt
<BLANKLINE>
1  It rained.         ◇ ⠒⠂⠤⠄⢄⡀⣀⡀⣀⡠⠤⠒ ● 1  We sat on the wal…
2  He left.           ○   ⢀⣀⠤⠔⠊⠉⠉⠁⠑⠂ ◇ 2  It rained.
3  We sat on the wal… ● ⠒⠉⠁
<BLANKLINE>
● 1 same  ·  ◇ 1 moved, dotted  ·  ○ 1 only in A

Lines cross where passages moved; moved ones are dotted. A ring is a sentence without a counterpart. Long articles are
drawn to scale, with several sentences in a row. It does not show which words differ.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from newsdiff.model import Article, Comparison, LinkedPassage, Side
from newsdiff.render.ansi import clip, measure, style
from newsdiff.render.palette import DEFAULT
from newsdiff.render.view import say_count, say_same
from newsdiff.render.visible import make_visible

NARROWEST = 24
WIDEST = 120  # with more, A and B would be too far apart to compare
ROWS = 72  # in an article with more sentences, a row stands for several
CHANNEL = 14  # columns between the two sides, at least
SHARE = 5  # one part of the width in this many is the channel

# Braille: the dots of a cell by row and column, so that a cell is two by four.
_BRAILLE = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_SIGNS = {"same": "●", "edited": "◆", "moved": "◇", "alone": "○"}


class _Canvas(NamedTuple):
    """Cells of dots, and which of them were last drawn by a moved link."""

    columns: int
    dots: list[list[int]]
    moved: list[list[bool]]


def render_map(comparison: Comparison, *, width: int = 80, color: bool = False, theme: str = DEFAULT) -> str:
    """The map, with a line of names above it and a line of counts below."""
    theme = theme if color else ""
    width = min(max(width, NARROWEST), WIDEST)
    count_a, count_b = len(comparison.a.sentences), len(comparison.b.sentences)
    longest = max(count_a, count_b)
    if not longest:
        return say_same(comparison) + "\n"
    scale = max(longest / ROWS, 1.0)
    rows_a, rows_b = _cut_rows(count_a, scale), _cut_rows(count_b, scale)
    number = max([len(_say_row(row)) for row in (*rows_a, *rows_b)])
    channel = max(min(CHANNEL, width // 4), width // SHARE) // 2 * 2
    cell = max((width - channel - 2 * number - 8) // 2, 0)
    canvas = _draw_links(comparison, channel - 2, max(len(rows_a), len(rows_b)), scale)
    kinds_a, kinds_b = _find_kinds(comparison.links, "a"), _find_kinds(comparison.links, "b")
    lines = [_set_names(comparison, number, cell, channel, theme), ""]
    for n in range(max(len(rows_a), len(rows_b))):
        left = " " * (number + 2 + cell + 1 + 1)
        right = ""
        if n < len(rows_a):
            text = clip(_say_text(comparison.a, rows_a[n]), cell)
            sign = _set_sign([kinds_a[m] for m in rows_a[n]], "a", theme)
            left = f"{_say_row(rows_a[n]):>{number}}  {text}{' ' * (cell - measure(text))} {sign}"
        if n < len(rows_b):
            sign = _set_sign([kinds_b[m] for m in rows_b[n]], "b", theme)
            right = f"{sign} {_say_row(rows_b[n]):>{number}}  {clip(_say_text(comparison.b, rows_b[n]), cell)}"
        lines.append(f"{left}{_set_row(canvas, n, theme)}{right}".rstrip(" "))
    return "\n".join([*lines, "", _set_legend(comparison, theme), ""])


def _cut_rows(count: int, scale: float) -> list[range]:
    """The sentences of each row."""
    bounds = [round(n * scale) for n in range(int((count - 1) / scale) + 2)] if count else [0]
    return [range(lo, min(hi, count)) for lo, hi in pairwise(bounds) if lo < count]


def _say_row(row: range) -> str:
    return f"{row[0] + 1}" if len(row) == 1 else f"{row[0] + 1}–{row[-1] + 1}"


def _say_text(article: Article, row: range) -> str:
    return make_visible(article.sentences[row[0]].text[:400]).strip()


def _find_kinds(links: Sequence[LinkedPassage], side: Side) -> list[str]:
    """For each sentence of a side, the kind of its link on the map."""
    kinds: dict[int, str] = {}
    for link in links:
        kind = "moved" if link.moved else "same" if link.kind == "same" else "edited"
        for member in link.a if side == "a" else link.b:
            kinds[member] = kind if link.a and link.b else "alone"
    return [kinds[n] for n in range(len(kinds))]


def _set_sign(kinds: Sequence[str], side: Side, theme: str) -> str:
    """The sign of a row: that of its most important sentence."""
    kind = next(kind for kind in ("alone", "moved", "edited", "same") if kind in kinds)
    names = {"alone": "delete!" if side == "a" else "insert!", "moved": "moved", "edited": "", "same": ""}
    if kind == "alone" and theme:  # neither struck nor underlined: it is a sign, not text
        return style(_SIGNS[kind], "omission" if side == "a" else "insertion", theme)
    return style(_SIGNS[kind], names[kind], theme)


def _draw_links(comparison: Comparison, columns: int, rows: int, scale: float) -> _Canvas:
    """All links as lines of dots, moved ones last and with gaps."""
    canvas = _Canvas(columns, [[0] * columns for _ in range(rows)], [[False] * columns for _ in range(rows)])
    drawn = set()
    for link in sorted(comparison.links, key=lambda link: link.moved):
        for a in link.a:
            for b in link.b:
                line = (int(a / scale), int(b / scale), link.moved)
                if line not in drawn:
                    drawn.add(line)
                    _draw_line(canvas, *line)
    return canvas


def _draw_line(canvas: _Canvas, row_a: int, row_b: int, moved: bool) -> None:
    """A line from the middle of one row to the middle of another."""
    wide, y_a, y_b = 2 * canvas.columns - 1, 4 * row_a + 1, 4 * row_b + 1
    steps = max(wide, abs(y_b - y_a))
    for n in range(steps + 1):
        if moved and n % 4 == 3:
            continue
        x, y = round(n * wide / steps), round(y_a + n * (y_b - y_a) / steps)
        canvas.dots[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
        canvas.moved[y // 4][x // 2] = moved


def _set_row(canvas: _Canvas, row: int, theme: str) -> str:
    """A row of the channel, its dots as Braille."""
    cells = zip(canvas.dots[row], canvas.moved[row], strict=True)
    runs = groupby(
        [(chr(_BRAILLE + dots) if dots else " ", "moved" * (moved and dots > 0)) for dots, moved in cells],
        key=itemgetter(1),
    )
    return "".join(
        [" ", *[style("".join([char for char, _ in run]), name or "quiet", theme) for name, run in runs], " "]
    )


def _set_names(comparison: Comparison, number: int, cell: int, channel: int, theme: str) -> str:
    a, b = (make_visible(article.name) for article in (comparison.a, comparison.b))
    a = clip(a, cell)
    gap = " " * (cell - measure(a) + channel + 3)
    return f"{'A':>{number}}  {a}{gap}{'B':>{number}}  {clip(b, cell)}".rstrip(" ")


def _set_legend(comparison: Comparison, theme: str) -> str:
    """The meaning and the count of each sign that occurs."""
    links = comparison.links
    same = sum([link.kind == "same" and not link.moved for link in links])
    moved = sum([link.moved for link in links])
    omitted = sum([not link.b for link in links])
    inserted = sum([not link.a for link in links])
    edited = len(links) - same - moved - omitted - inserted
    parts = [f"{_SIGNS['same']} {same} same"] if same else []
    parts += [f"{_SIGNS['edited']} {edited} edited"] if edited else []
    parts += [f"{style(_SIGNS['moved'], 'moved', theme)} {moved} moved, dotted"] if moved else []
    parts += [f"{style(_SIGNS['alone'], 'omission', theme)} {omitted} only in A"] if omitted else []
    parts += [f"{style(_SIGNS['alone'], 'insertion', theme)} {inserted} only in B"] if inserted else []
    return "  ·  ".join(parts) or say_count(0, "link")
