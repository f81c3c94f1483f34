r"""The prose of a marked-up file, and where in the file each character of it stands.

>>> prose = read_prose('<p class="a1">He <b>did</b> not&nbsp;pay.</p>', "x.html")
>>> prose.text.strip()
'He did not\xa0pay.'
>>> at = prose.text.index("pay")
>>> prose.find(at, at + 3)
(37, 40)
>>> read_prose("---\ndate: 2026-01-01\n---\nSee [here](https://example.org/1), <br>friend.", "x.md").text.split()
['See', '[here],', 'friend.']

A class that changes, a link that points elsewhere, a date in the front matter are no edits of copy. It is no parser: of
HTML it knows tags, comments and entities, of Markdown front matter, fenced code and link targets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_SKIPPED = frozenset(("head", "script", "style", "template", "svg", "math", "textarea", "select"))
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr".split()
)
_TAG = r"<(/?)([A-Za-z][A-Za-z0-9-]*)|<[!?]"
_ENTITY = r"&(?:#\d{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});"


class Piece(NamedTuple):
    """Where a piece of prose begins, and what it stands for in the file; one for one unless `whole`."""

    at: int
    start: int
    end: int
    whole: bool


class Prose:
    """A text to compare, made of pieces of a file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The prose."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def keep(self, start: int, end: int, text: str | None = None) -> None:
        """Adds a piece of the file: as it is, or as `text`, which stands for all of it unless it is as long."""
        text = self.source[start:end] if text is None else text
        if text:
            self._parts.append(text)
            self._pieces.append(Piece(self._length, start, end, len(text) != end - start))
            self._length += len(text)

    def find(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file a span of the prose stands."""
        return self._find(start, 0), self._find(end - 1, 1) if end > start else self._find(start, 0)

    def _find(self, at: int, more: int) -> int:
        """The offset in the file of a character, or (`more`) of what follows it."""
        n = bisect_right(self._pieces, at, key=lambda piece: piece.at) - 1
        if n < 0:
            return 0
        piece = self._pieces[n]
        if piece.whole:
            return piece.end if more or at > piece.at else piece.start
        return min(piece.end, piece.start + at - piece.at + more)


def read_prose(text: str, path: str) -> Prose:
    """The prose of a file, by its suffix; all of it where the suffix is of no markup."""
    name = path.lower()
    prose = Prose(text)
    if name.endswith((".html", ".htm")):
        _read_tags(prose, 0, len(text), html=True)
    elif name.endswith((".md", ".markdown")):
        _read_markdown(prose)
    else:
        prose.keep(0, len(text))
    return prose


def _read_markdown(prose: Prose) -> None:
    fence, start, at = "", 0, 0
    lines = prose.source.splitlines(keepends=True)
    front = bool(lines) and lines[0].strip() in ("---", "+++")
    for n, line in enumerate(lines):
        bare = line.strip()
        end = at + len(line)
        opens = not front and not fence and bare.startswith(("```", "~~~"))
        if front or fence or opens:
            _read_tags(prose, start, at, html=False)
            start = end
        if front:
            front = n == 0 or bare not in ("---", "+++", "...")
        elif fence:
            fence = "" if bare.startswith(fence) and not bare.strip(fence[0]) else fence
        elif opens:
            fence = bare[: len(bare) - len(bare.lstrip(bare[0]))]
            prose.keep(at, at, "\n")  # what stands before and after is not one paragraph
        at = end
    _read_tags(prose, start, at, html=False)


def _read_tags(prose: Prose, at: int, stop: int, html: bool) -> None:
    """Adds what stands between tags; a tag that is not in the line of a text ends a paragraph."""
    text = prose.source
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals have longer small letters
        lower = text
    tag = re.compile(_TAG)
    while at < stop:
        start = text.find("<", at, stop)
        if start < 0:
            break
        found = tag.match(text, start, stop)
        if not found:
            _read_text(prose, at, start + 1, html)
            at = start + 1
            continue
        _read_text(prose, at, start, html)
        name = (found[2] or "").lower()
        at = _tag_end(text, lower, start, name, bool(found[1]), stop)
        if name not in _INLINE:
            prose.keep(start, start, "\n\n" if html else " ")
    _read_text(prose, at, stop, html)


def _tag_end(text: str, lower: str, start: int, name: str, closing: bool, stop: int) -> int:
    """Where the tag, comment or skipped element that begins at `start` ends."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4, stop)
        return end + 3 if end >= 0 else stop
    end = text.find(">", start, stop)
    if end >= 0 and name in _SKIPPED and not closing and text[end - 1] != "/":
        close = lower.find(f"</{name}", end, stop)
        end = text.find(">", close, stop) if close >= 0 else -1
    return end + 1 if end >= 0 else stop


def _read_text(prose: Prose, at: int, stop: int, html: bool) -> None:
    """Adds text with its entities read; in HTML a line end is a space, in Markdown link targets are left out."""
    from html import unescape

    pattern = _ENTITY if html else rf"{_ENTITY}|(?<=\])\([^()\s]*(?:[ \t]\"[^\"\n]*\")?\)"
    for found in re.compile(pattern).finditer(prose.source, at, stop):
        _keep(prose, at, found.start(), html)
        if found[0][0] == "&":
            prose.keep(found.start(), found.end(), unescape(found[0]))
        at = found.end()
    _keep(prose, at, stop, html)


def _keep(prose: Prose, start: int, end: int, html: bool) -> None:
    prose.keep(start, end, re.sub(r"[\r\n\f]", " ", prose.source[start:end]) if html else None)
