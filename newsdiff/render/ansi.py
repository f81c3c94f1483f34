r"""Styled text for a terminal: escape codes, cells, lines, columns.

>>> wrap([("He left ", ""), ("the town", "delete"), (".", "")], 11)
['He left the', 'town.']
>>> wrap([("He ", ""), ("left", "delete")], 20, "dark")
['He \x1b[9;38;5;215mleft\x1b[0m']
>>> list(set_columns([[[("1", "")]], [[("He left.", "")], [("He slept.", "")]]], (3, 9), right=(0,)))
['  1  He left.', '     He slept.']

A theme is a name from the palette, "" for no escape codes at all. Rich measures how wide letters are; its tables are
not used, since they lay out every cell twice, which cost more than the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import TypeAlias

from newsdiff.render.palette import find_style

Piece: TypeAlias = tuple[str, str]  # a text and the name of its style, "" for none
Line: TypeAlias = list[Piece]

GAP = 2  # columns between two columns
_WORDS = re.compile(r" |[^ ]+")


@cache
def _begin(name: str, theme: str) -> str:
    code = find_style(name, theme)
    return f"\x1b[{code}m" if code else ""


def style(text: str, name: str, theme: str) -> str:
    """The text in a style, or unchanged if there is none."""
    begin = _begin(name, theme) if theme and name and text else ""
    return f"{begin}{text}\x1b[0m" if begin else text


def measure(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def clip(text: str, width: int) -> str:
    """The beginning of a text, with an ellipsis if it does not fit."""
    if measure(text) <= width:
        return text
    return text[: _fit(text, 0, width - 1)].rstrip() + "…" if width > 0 else ""


def wrap(pieces: Sequence[Piece], width: int, theme: str = "") -> list[str]:
    """Pieces of text as lines; words longer than a line are broken at its end."""
    return [join(line, theme) for line in fill(pieces, width)]


def fill(pieces: Sequence[Piece], width: int) -> list[Line]:
    """The pieces of each line."""
    lines: list[Line] = []
    line: Line = []
    used = 0
    for word in _words(pieces):
        size = sum([measure(text) for text, _ in word])
        if used and used + 1 + size > width:
            lines.append(line)
            line, used = [], 0
        if used:
            # A space inside a mark is marked too.
            line.append((" ", line[-1][1] if line[-1][1] == word[0][1] else ""))
            used += 1
        for text, name in word:
            at = 0
            while (end := _fit(text, at, width - used)) < len(text):
                if end == at and not used:
                    end += 1
                line.append((text[at:end], name))
                lines.append(line)
                line, used, at = [], 0, end
            line.append((text[at:], name))
            used += measure(text[at:])
    if line:
        lines.append(line)
    return lines


def _fit(text: str, at: int, room: int) -> int:
    """The end of the characters that, from `at` on, fit into `room` cells."""
    if text.isascii():
        return min(len(text), at + max(0, room))
    if measure(text[at:]) <= room:
        return len(text)
    while at < len(text):
        room -= measure(text[at])
        if room < 0:
            break
        at += 1
    return at


def _words(pieces: Sequence[Piece]) -> list[Line]:
    """The words, each as its pieces."""
    words: list[Line] = [[]]
    for text, name in pieces:
        for part in _WORDS.findall(text):
            if part != " ":
                words[-1].append((part, name))
            elif words[-1]:
                words.append([])
    return [word for word in words if word]


def join(line: Sequence[Piece], theme: str) -> str:
    """A line with its escape codes; neighbouring pieces in one style share theirs."""
    joined: list[list[str]] = []
    for text, name in line:
        if joined and joined[-1][1] == name:
            joined[-1][0] += text
        else:
            joined.append([text, name])
    return "".join([style(text, name, theme) for text, name in joined])


def flow(items: Sequence[Line], between: str, width: int) -> list[Line]:
    """Lines of items, none of them broken across lines; `between` joins the items of a line."""
    lines: list[Line] = []
    used = 0
    for item in items:
        size = sum([measure(text) for text, _ in item])
        if lines and used + len(between) + size <= width:
            lines[-1] += [(between, "quiet"), *item]
            used += len(between) + size
        else:
            lines.append([*item])
            used = size
    return lines


def set_columns(
    cells: Sequence[Sequence[Line]], widths: Sequence[int], theme: str = "", right: Sequence[int] = ()
) -> Iterator[str]:
    """The lines of a row: its cells side by side, each given as lines that fit."""
    gap = " " * GAP
    for row in zip_longest(*cells, fillvalue=[]):
        parts = []
        for n, line in enumerate(row):
            text = join(line, theme)
            blank = " " * (widths[n] - sum([measure(piece) for piece, _ in line]))
            parts.append(blank + text if n in right else text + blank)
        yield gap.join(parts).rstrip(" ")
