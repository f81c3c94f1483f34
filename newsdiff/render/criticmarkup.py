r"""Both texts as one in CriticMarkup: rejecting all marks gives A, accepting them gives B, each to the letter.

>>> from newsdiff.compare import compare
>>> print(render_criticmarkup(compare("The colour faded. He left.", "The color faded.")), end="")
The {~~colour~>color~~}{>>spelling regional<<} faded.{-- He left.--}
>>> reject(r"{++\-++}\{\+\+"), accept(r"{++\-++}\{\+\+")
('{++', '-{++')

A moved passage is deleted where A has it and inserted where B has it. Characters of the article that would read as a
mark get a backslash in front, as in Markdown, and so does a backslash. Quotation marks, dashes and white space that
differ are marked too, so that both texts can be restored to the letter; comments name the edits. The alignment is the
comparison's; this module only chooses which of its equal words are outside the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.model import Article, Comparison, LinkedPassage, Token
from newsdiff.pairing.worddiff import increasing

_MARK = re.compile(r"\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}|~>|\\")
_EDGE = frozenset("{}+-~<>=")
_ESCAPED = re.compile(r"\\([\\{}+\-~<>=])")
_READ = re.compile(
    r"""
    (?P<escaped> \\[\\{}+\-~<>=])
  | \{\+\+ (?P<insert> (?:\\.|[^\\])*?) \+\+\}
  | \{--   (?P<delete> (?:\\.|[^\\])*?) --\}
  | \{~~   (?P<old> (?:\\.|[^\\])*?) ~> (?P<new> (?:\\.|[^\\])*?) ~~\}
  | \{>>   (?:\\.|[^\\])*? <<\}
    """,
    re.VERBOSE | re.DOTALL,
)


class _Anchor(NamedTuple):
    """Two tokens that read the same, by their offsets in the articles."""

    a1: int
    a2: int
    b1: int
    b2: int


class _Piece(NamedTuple):
    """What A has and what B has in the same place: a token of both, or whatever is between two such tokens."""

    a: str
    b: str
    end_a: int
    end_b: int
    whole: bool  # it holds sentences without a counterpart here, so neither text replaces the other


def render_criticmarkup(comparison: Comparison) -> str:
    """The text with its marks and nothing else: no header, and no line ending that neither article has."""
    notes = _find_notes(comparison)
    out: list[str] = []
    plain: list[str] = []
    done = 0
    for piece in _pieces(comparison):
        if piece.a == piece.b:
            plain.append(piece.a)
        else:
            before, old, new, after = _trim(piece.a, piece.b)
            out += (_escape("".join([*plain, before])), _mark(old, new, piece.whole))
            plain = []
        due = done
        while due < len(notes) and notes[due][0] <= piece.end_a and notes[due][1] <= piece.end_b:
            due += 1
        if due > done:
            named = dict.fromkeys([note for _, _, note in notes[done:due]])
            out += (_escape("".join(plain)), *[f"{{>>{note}<<}}" for note in named])
            plain, done = [], due
        if piece.a != piece.b:
            plain.append(after)
    return "".join([*out, _escape("".join(plain))])


def reject(text: str) -> str:
    """A: the text with insertions and comments taken out and deletions put back."""
    return _READ.sub(lambda m: _unescape(m["delete"] or m["old"] or m["escaped"] or ""), text)


def accept(text: str) -> str:
    """B: the text with deletions and comments taken out and insertions put in."""
    return _READ.sub(lambda m: _unescape(m["insert"] or m["new"] or m["escaped"] or ""), text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _escape(text: str) -> str:
    """The text without anything that would read as a mark."""
    return _MARK.sub(lambda m: "".join(["\\" + char for char in m[0]]), text)


def _escape_inside(text: str) -> str:
    """The same for text inside a mark, where its first and last character may merge with the mark."""
    text = _escape(text)
    if text[-1] in _EDGE and text[-2:-1] != "\\":
        text = text[:-1] + "\\" + text[-1]
    return "\\" + text if text[0] in _EDGE else text


def _mark(old: str, new: str, whole: bool) -> str:
    if whole:
        return _mark(old, "", False) + _mark("", new, False)
    if old and new:
        return f"{{~~{_escape_inside(old)}~>{_escape_inside(new)}~~}}"
    return f"{{--{_escape_inside(old)}--}}" if old else f"{{++{_escape_inside(new)}++}}" if new else ""


def _trim(a: str, b: str) -> tuple[str, str, str, str]:
    """The white space that both begin with, the rest of both, and the white space that both end with."""
    low, room = 0, min(len(a), len(b))
    while low < room and a[low] == b[low] and a[low].isspace():
        low += 1
    high = 0
    while high < room - low and a[-1 - high] == b[-1 - high] and a[-1 - high].isspace():
        high += 1
    return a[:low], a[low : len(a) - high], b[low : len(b) - high], a[len(a) - high :]


def _pieces(comparison: Comparison) -> Iterator[_Piece]:
    """The articles in step: alternately the text between two anchors, and an anchor."""
    a, b = comparison.a.text, comparison.b.text
    alone = [link for link in comparison.links if not (link.a and link.b) or link.moved]
    alone_a = sorted([comparison.a.sentences[n].start for link in alone for n in link.a])
    alone_b = sorted([comparison.b.sentences[n].start for link in alone for n in link.b])
    at_a = at_b = 0
    for anchor in [*_find_anchors(comparison), _Anchor(len(a), len(a), len(b), len(b))]:
        if at_a < anchor.a1 or at_b < anchor.b1:
            whole = _has_between(alone_a, at_a, anchor.a1) or _has_between(alone_b, at_b, anchor.b1)
            yield _Piece(a[at_a : anchor.a1], b[at_b : anchor.b1], anchor.a1, anchor.b1, whole)
        if anchor.a1 < anchor.a2:
            yield _Piece(a[anchor.a1 : anchor.a2], b[anchor.b1 : anchor.b2], anchor.a2, anchor.b2, False)
        at_a, at_b = anchor.a2, anchor.b2


def _has_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _find_anchors(comparison: Comparison) -> list[_Anchor]:
    """The words that are equal in the links: the most that are in the same order in both articles."""
    anchors = [
        anchor
        for link in comparison.links
        if link.a and link.b and not link.moved
        for anchor in _find_equal(comparison, link)
    ]
    anchors.sort()
    chain = increasing([(n, anchor.b1) for n, anchor in enumerate(anchors)])
    return [anchors[n] for n, _ in chain]


def _find_equal(comparison: Comparison, link: LinkedPassage) -> Iterator[_Anchor]:
    """The equal tokens of a link: each step of its diff holds whole tokens, an equal one as many of A as of B."""
    a, b = _tokens(comparison.a, link.a), _tokens(comparison.b, link.b)
    i = j = 0
    left_a = left_b = 0
    for step in link.diff:
        left_a, left_b = left_a + len(step.a), left_b + len(step.b)
        i2, j2 = i, j
        while i2 < len(a) and a[i2][1] < left_a:
            i2 += 1
        while j2 < len(b) and b[j2][1] < left_b:
            j2 += 1
        if step.op == "equal" and i2 - i == j2 - j:
            for (s, _), (t, _) in zip(a[i:i2], b[j:j2], strict=True):
                yield _Anchor(s.start, s.end, t.start, t.end)
        i, j = i2, j2


def _tokens(article: Article, members: Sequence[int]) -> list[tuple[Token, int]]:
    """The tokens of a link's side, each with its place in the side's text."""
    found: list[tuple[Token, int]] = []
    at = 0
    for member in members:
        sentence = article.sentences[member]
        found += [(token, at + token.start - sentence.start) for token in sentence.tokens]
        stop = sentence.end
        while stop < len(article.text) and article.text[stop].isspace():
            stop += 1
        at += stop - sentence.start
    return found


def _find_notes(comparison: Comparison) -> list[tuple[int, int, str]]:
    """For each edit, where it ends in both articles, and its name; omissions and insertions speak for themselves."""
    notes = []
    for edit in comparison.edits:
        if edit.kind in ("omission", "insertion"):
            continue
        end_a, end_b = edit.a.end if edit.a else edit.at_a, edit.b.end if edit.b else edit.at_b
        if edit.kind == "transposition":
            end_a, end_b = end_a, -1
        notes.append((end_a, end_b, _escape(f"{edit.kind} {edit.detail}".strip())))
    return sorted(notes, key=lambda note: (note[0], note[1]))
