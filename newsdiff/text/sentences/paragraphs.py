r"""Text -> paragraphs: a line break is judged by the room that the line had left.

>>> text = "Dam fails\n\nEngineers warned state officials\nthat the gates were not safe to\noperate.\nBy Ann Lee"
>>> [text[lo:hi] for lo, hi in paragraphs(text)]
['Dam fails', 'Engineers warned state officials\nthat the gates were not safe to\noperate.', 'By Ann Lee']

A wrapped line is as long as it can be: the first word of the next line would not have fitted. If it would have, the
writer ended the line. Whether a file is wrapped at all is seen from how many of its line breaks are of the first kind
and may be inside a sentence. Blank lines, indentation, bullets, rules and ad labels always end a paragraph.

Not caught: a heading without a full stop and without a blank line after it that happens to fill the measure of
wrapped copy; verse and addresses set line by line in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsdiff.lexicon.en.abbreviations import MONTHS, TITLES
from newsdiff.text.sentences.marks import (
    BULLETS,
    CLOSING,
    DASHES,
    EITHER,
    MARKS,
    OPENING,
    QUOTES,
    STRONG_BULLETS,
    UNSEEN,
    is_caseless,
    is_wide,
    skip_space,
    word_before,
)

# Typescript, mail and RFCs are wrapped at 60 to 80 columns, some editors' files at 100 or 120; narrower is a list.
_WIDEST = 132
_NARROWEST = 18  # columns of newsprint; such a file uses 18 or 19 of its 20
_NARROW = 30  # below this, nearly all line breaks must look like wrapping, or a list of names would pass for prose
_NARROWEST_WIDE = 16  # in full-width characters
# A wrapper that counts bytes, or a typist, leaves room for a word.
_RAGGED = 16
# Of the line breaks of a wrapped file, at least these shares are forced by the measure, and come before a small letter
# (in news .45-.7; of a script without case: inside a sentence).
_FORCED = 0.4
_SMALL = 0.25
_FORCED_NARROW = 0.75
_SMALL_NARROW = 0.4
_CASELESS = 0.5
_PROSE = 40  # a line this long is not a list item
_LABEL = 4  # characters before a tab that does not separate cells: "1.", "(a)", a bullet
_STRAY = 25  # a line shorter than this may be a fragment that an editor left

_RULE = frozenset("_*-=~#—–•·.+ \u00a0")
_NOTICES = frozenset(
    [
        "advertisement", "advertisements", "advertising", "continue reading", "story continues below",
        "story continues below advertisement", "article continues below", "scroll to continue", "sponsored", "anzeige",
        "publicidad", "publicité", "реклама",
    ]
)  # fmt: skip
_BY = frozenset(["By", "BY", "From", "FROM", "Von", "Por", "Par", "Di", "Door"])
_DATELINE_MARKS = ("—", "–", "--", " - ", ". /")
# Headings do not end in any of these.
_UNFINISHED = (
    "the a an of in to and from for by with at on or that has have had was were is are between so as but its his her"
).split()


class _Line(NamedTuple):
    """A line that is not blank, without white space at both ends."""

    start: int
    end: int
    indent: int
    blank_before: bool

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


class _Wrap(NamedTuple):
    """How a text was wrapped: the last column used, the most room left on a line, where lines begin."""

    width: int
    ragged: int
    indent: int


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every paragraph, without white space at both ends."""
    lines = _lines(text)
    if not lines:
        return
    wrap = _wrap(text, lines)
    head = last = lines[0]
    for line in lines[1:]:
        if line.blank_before or not _continues(text, head, last, line, wrap):
            yield head.start, last.end
            head = line
        last = line
    yield head.start, last.end


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank. A form feed alone on a line is a page break, not a blank line."""
    lines: list[_Line] = []
    at = 0
    blank = True
    for raw in text.splitlines(keepends=True):
        shown = raw[1:] if at == 0 and raw.startswith("\ufeff") else raw
        body = shown.strip()
        if body:
            indent = len(shown) - len(shown.lstrip())
            start = at + len(raw) - len(shown) + indent
            # Centred headings and poems may be indented anyhow.
            lines.append(_Line(start, start + len(body), indent if indent <= _PROSE else 0, blank))
            blank = False
        elif raw != "\f":
            blank = True
        at += len(raw)
    return lines


def _wrap(text: str, lines: list[_Line]) -> _Wrap | None:
    """How the text was wrapped, None if its line breaks are the writer's own."""
    pairs = [
        (one, two)
        for one, two in pairwise(lines)
        if not two.blank_before and two.indent <= one.indent and one.width <= _WIDEST and not _is_item(text, two)
    ]
    if sum([line.width > _WIDEST for line in lines]) >= len(pairs):
        return None  # no pairs, or a few short lines among one-line paragraphs
    lengths = sorted([one.width for one, _ in pairs])
    most = lengths[min(len(lengths) - 1, len(lengths) * 8 // 10)]  # a long URL or two stick out
    near = [line for line in lines if line.width <= most + 10]
    # A word that is longer than the measure sticks out.
    width = max([line.width for line in near if text.find(" ", line.start, line.end) >= 0], default=0) or most
    if width < (_NARROWEST_WIDE if is_wide(text[pairs[0][1].start]) else _NARROWEST):
        return None
    pairs = [(one, two) for one, two in pairs if one.width <= width]
    if not pairs:
        return None  # only a long word across a line or two
    forced = sum([_room(text, one, two, width) < 0 for one, two in pairs])
    narrow = width < _NARROW and not is_wide(text[pairs[0][0].start])
    if forced < (_FORCED_NARROW if narrow else _FORCED) * len(pairs):
        return None
    broken = [(one, two) for one, two in pairs if not _is_closed(text, one)]
    small = [
        (one, two)
        for one, two in broken
        if _starts_small(text, two) or (_is_unfinished(text, one) and _room(text, one, two, width) < _RAGGED)
    ]
    caseless = any(text[two.start].isalpha() and is_caseless(text[two.start]) for _, two in broken)
    if len(small) < (_SMALL_NARROW if narrow else _SMALL) * forced and not (
        caseless and len(broken) >= _CASELESS * forced
    ):
        return None
    certain = small or broken
    if not certain:
        return None
    rooms = [_room(text, one, two, width) for one, two in certain]
    ragged = max([room for room in rooms if room < min(_RAGGED, width // 4)], default=-1) + 1
    return _Wrap(width, max(ragged, 0), min([two.indent for _, two in certain]))


def _continues(text: str, head: _Line, last: _Line, line: _Line, wrap: _Wrap | None) -> bool:
    """Whether a line continues the paragraph whose first line is `head` and whose last so far is `last`."""
    if _is_notice(text, line) or _is_notice(text, last) or _are_rows(text, last, line):
        return False
    closed = _is_closed(text, last)
    broken_off = not closed and _starts_small(text, line)
    item = _is_item(text, line)
    if wrap is None or (last.width > wrap.width and text.find(" ", last.start, last.end) >= 0):
        prose = last.width >= _PROSE and line.width >= _STRAY and not item and not _is_item(text, last)
        return prose and (broken_off or (line.width <= _WIDEST and _is_unfinished(text, last)))
    room = _room(text, last, line, wrap.width)
    if item:
        return room < 0 and not closed and _is_mid_sentence(text, line)
    hanging = _is_item(text, head)
    if line.indent > last.indent and not hanging:
        return False
    if broken_off:
        return True
    if room < _RAGGED and _is_unfinished(text, last):
        return True
    if last is head and line.indent == last.indent > wrap.indent and not hanging:
        return False  # the indented first lines of two paragraphs
    if not closed and (
        _is_dateline(text, last, line) or _is_byline(text, line) or (room >= 0 and _is_byline(text, last))
    ):
        return False
    return room < wrap.ragged


def _are_rows(text: str, last: _Line, line: _Line) -> bool:
    """Whether one of two lines is a row of a table: tabs between its cells, or bars between those of both."""
    if has_cells(text, last.start, last.end) or has_cells(text, line.start, line.end):
        return True
    return text.find("|", line.start, line.end) >= 0 and all(
        text.find(" | ", x.start, x.end) >= 0 or text[x.start] == "|" == text[x.end - 1] for x in (last, line)
    )


def has_cells(text: str, start: int, end: int) -> bool:
    """Whether tabs separate the cells of a line, rather than a label from its item."""
    tab = text.find("\t", start, end)
    return tab >= 0 and (tab - start > _LABEL or text.find("\t", tab + 1, end) >= 0)


def _room(text: str, one: _Line, two: _Line, width: int) -> int:
    """The columns left if the first word of `two` were set on line `one`; negative if it did not fit."""
    if is_wide(text[two.start]):
        return width - one.width - 3  # a character, and a mark that cannot begin a line
    at = two.start
    while at < two.end and not is_wide(text[at]) and (not text[at].isspace() or text[at] in "\u00a0\u202f\u2007"):
        at += 1
    return width - one.width - 1 - (at - two.start)


def _last_word(text: str, line: _Line) -> str:
    return text[max(line.start, line.end - _PROSE) : line.end].split()[-1]


def _is_closed(text: str, line: _Line) -> bool:
    """Whether a line ends as a sentence does."""
    at = line.end - 1
    while at > line.start and (text[at] in CLOSING or text[at] in EITHER or text[at] in UNSEEN):
        at -= 1
    if text[at] == ".":
        word = word_before(text, line.start, at)
        return word not in TITLES and word not in MONTHS and word != "No"
    return text[at] in MARKS or text[at] == ":"


def _is_unfinished(text: str, line: _Line) -> bool:
    """Whether a line ends in a comma, a shortened title or month, or a word that never ends a sentence."""
    if text[line.end - 1] == ".":
        return not _is_closed(text, line)
    return text[line.end - 1] == "," or _last_word(text, line) in _UNFINISHED


def _starts_small(text: str, line: _Line) -> bool:
    """Whether the first letter is lower case, but not the i of iPhone."""
    at = line.start
    while at < line.end and (text[at] in QUOTES or text[at] in OPENING):
        at += 1
    return at < line.end and text[at].islower() and not text[at + 1 : at + 2].isupper()


def _is_item(text: str, line: _Line) -> bool:
    """Whether a line begins like a list item, with a bullet or a number of at most two digits."""
    first = text[line.start]
    if first in BULLETS:
        return line.start + 1 == line.end or text[line.start + 1].isspace() or first in STRONG_BULLETS
    if not first.isdigit():
        return False
    head = text[line.start : min(line.start + 5, line.end)].lstrip("0123456789")
    return len(head) > 2 and head[0] in ".)" and head[1].isspace()


def _is_mid_sentence(text: str, line: _Line) -> bool:
    """Whether an apparent item may be inside a sentence: "shrunk to / 25. For", "a vow / - and a threat"."""
    at = line.start
    if text[at].isdigit():
        return True
    at = skip_space(text, at + 1, line.end)
    return text[line.start] in DASHES and at < line.end and text[at].islower()


def _is_notice(text: str, line: _Line) -> bool:
    """Whether a line is an ad label or a rule (___, * * *)."""
    if line.end - line.start > _PROSE:
        return False
    body = text[line.start : line.end]
    return body.strip(":-[]() ").casefold() in _NOTICES or (len(body) > 2 and _RULE.issuperset(body))


def _is_dateline(text: str, last: _Line, line: _Line) -> bool:
    """Whether a line begins like "PORT ANSELM (AP) —", and the place did not begin on the line before."""
    if _last_word(text, last).isupper():
        return False
    head = text[line.start : min(line.end, line.start + 70)]
    word = head.split(None, 1)[0].strip(",.:")
    return len(word) > 2 and word.isalpha() and word.isupper() and any(mark in head for mark in _DATELINE_MARKS)


def _is_byline(text: str, line: _Line) -> bool:
    """Whether a line is short and begins like "By Ann Lee" or "From Ann Lee in Rome"."""
    if line.end - line.start >= 60 or _is_closed(text, line):
        return False
    words = text[line.start : line.end].split()
    return len(words) > 1 and words[0] in _BY and words[1][0].isupper()
