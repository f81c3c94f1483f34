r"""Styled text for a terminal without Rich: escape codes, cells, lines.

>>> wrap([("He left ", ""), ("the town", "delete"), (".", "")], 11, color=False)
['He left the', 'town.']
>>> wrap([("He ", ""), ("left", "delete")], 20, color=True)
['He \x1b[9;38;5;130mleft\x1b[0m']

Widths are those of the Unicode tables: a terminal that draws a flag or a family of emoji in another width is not known here.
"""  # noqa: E501

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from newsdiff.render.palette import INLINE, LABELS, STYLES

_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4", "strike": "9"}
_WORDS = re.compile(r" |[^ ]+")


@cache
def escape_code(name: str) -> str:
    """The code that turns a style of the palette on, or the colour of a label."""
    codes, color = [], ""
    for part in {**LABELS, **INLINE, **STYLES}[name].split():
        if part in _ATTRIBUTES:
            codes.append(_ATTRIBUTES[part])
        else:
            color = f"38;5;{part.removeprefix('color(').removesuffix(')')}"
    return f"\x1b[{';'.join([*sorted(codes), color])}m"


def style(text: str, name: str, color: bool) -> str:
    """The text in a style, or as it is."""
    return f"{escape_code(name)}{text}\x1b[0m" if color and name and text else text


def measure(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else sum([_measure_char(char) for char in text])


def clip(text: str, width: int) -> str:
    """The beginning of a text, with an ellipsis where it does not fit."""
    if measure(text) <= width:
        return text
    kept, left = [], width - 1
    for char in text:
        left -= _measure_char(char)
        if left < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…" if width > 0 else ""


@cache
def _measure_char(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(pieces: Sequence[tuple[str, str]], width: int, *, color: bool) -> list[str]:
    """Pieces of text with the names of their styles, as lines; longer words are broken where the line ends."""
    lines: list[str] = []
    line: list[tuple[str, str]] = []
    used = 0
    for word in _words(pieces):
        size = measure("".join([text for text, _ in word]))
        if used and used + 1 + size > width:
            lines.append(_join(line, color))
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
                lines.append(_join(line, color))
                line, used, at = [], 0, end
            line.append((text[at:], name))
            used += measure(text[at:])
    if line:
        lines.append(_join(line, color))
    return lines


def _fit(text: str, at: int, room: int) -> int:
    """Where the characters from `at` on end that take no more than `room` cells."""
    if text.isascii():
        return min(len(text), at + max(0, room))
    while at < len(text):
        room -= _measure_char(text[at])
        if room < 0:
            break
        at += 1
    return at


def _words(pieces: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The words, each as its pieces."""
    words: list[list[tuple[str, str]]] = [[]]
    for text, name in pieces:
        for part in _WORDS.findall(text):
            if part != " ":
                words[-1].append((part, name))
            elif words[-1]:
                words.append([])
    return [word for word in words if word]


def _join(line: Sequence[tuple[str, str]], color: bool) -> str:
    joined: list[list[str]] = []
    for text, name in line:
        if joined and joined[-1][1] == name:
            joined[-1][0] += text
        else:
            joined.append([text, name])
    return "".join([style(text, name, color) for text, name in joined])
