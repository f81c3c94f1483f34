r"""Which characters of a link's two texts are marked, and how: a byte for each character, so painting is slicing.

>>> from newsdiff.compare import compare
>>> c = compare("He left on Monday.", "He left on Friday.")
>>> a, b = paint_link(c, c.links[0], c.edits)
>>> find_runs(b)
(Run(name='', text='He left on '), Run(name='changed', text='Friday'), Run(name='', text='.'))

It computes no differences: it paints the steps of the link's diff and the spans of its edits. It does not know which
marks are counterparts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.edits.passage import gap_end
from newsdiff.model import Article, Comparison, Edit, LinkedPassage, Side, Span
from newsdiff.render.visible import make_visible

MOVED_WORDS = 2  # at least this many words in a row, found elsewhere in their sentence, are shown as moved

# Edits that are whole links, and so need no paint of their own.
STRUCTURE = frozenset(("omission", "insertion", "transposition"))

PLAIN, CHANGED, TOUCHING, SPELT, SHIFTED = b"\0", b"\1", b"\2", b"\3", b"\4"
# "touching" is a change that touches the meaning; "moved" is elsewhere in the other side's sentence.
NAMES = {PLAIN: "", CHANGED: "changed", TOUCHING: "touching", SPELT: "spelling", SHIFTED: "moved"}
_RUN = re.compile(rb"(.)\1*", re.DOTALL)


class Painted(NamedTuple):
    """One side of a link: its text to the letter, its paint, and where each of its sentences begins in them."""

    text: str
    paint: bytes
    starts: list[int]
    members: tuple[int, ...]


class Run(NamedTuple):
    """Characters that are painted alike, made safe to show."""

    name: str
    text: str


def paint_link(
    comparison: Comparison,
    link: LinkedPassage,
    edits: Sequence[Edit],
    *,
    ignore: frozenset[str] = frozenset(),
    stress: bool = False,
) -> tuple[Painted, Painted]:
    """Both sides of a link, painted. `stress` sets off what touches the meaning; ignored edits are plain."""
    base_a, base_b = _paint_diff(link, "a"), _paint_diff(link, "b")
    starts_a, starts_b = _find_starts(comparison.a, link.a), _find_starts(comparison.b, link.b)
    if link.pairs and link.kind != "same":
        _paint_shifted(comparison, link, (base_a, starts_a), (base_b, starts_b))
    spans_a, spans_b = [(e, e.a) for e in edits if e.a], [(e, e.b) for e in edits if e.b]
    paint_a = _paint_edits(comparison.a, link.a, base_a, starts_a, spans_a, ignore, stress)
    paint_b = _paint_edits(comparison.b, link.b, base_b, starts_b, spans_b, ignore, stress)
    return (
        Painted("".join([step.a for step in link.diff]), bytes(paint_a), starts_a, link.a),
        Painted("".join([step.b for step in link.diff]), bytes(paint_b), starts_b, link.b),
    )


def find_runs(side: Painted) -> tuple[Run, ...]:
    """The runs of a side, its sentences separated by a space, or by an ellipsis if there is text in between."""
    text, paint = side.text, side.paint
    if len(side.members) > 1:
        text, paint = _part_sentences(side)
    runs: list[Run] = []
    space = True  # whether the last thing written was a space, or nothing has been written yet
    for found in _RUN.finditer(paint):
        piece = make_visible(text[found.start() : found.end()])
        if space:
            piece = piece.lstrip(" ")
        if not piece:
            continue
        space = piece[-1] == " "
        runs.append(Run(NAMES[found.group(1)], piece))
    return tuple(runs)


def _find_starts(article: Article, members: Sequence[int]) -> list[int]:
    """Where each sentence of a side begins in the side's text, which is its diff joined together."""
    starts = [0]
    for member in members[:-1]:
        sentence = article.sentences[member]
        starts.append(starts[-1] + gap_end(article.text, sentence.end) - sentence.start)
    return starts


def _paint_diff(link: LinkedPassage, side: Side) -> bytearray:
    """A byte for each character of a side's text: plain, or changed."""
    base = bytearray()
    for op, a, b in link.diff:
        base += (PLAIN if op == "equal" else CHANGED) * len(a if side == "a" else b)
    return base


def _paint_shifted(
    comparison: Comparison, link: LinkedPassage, a: tuple[bytearray, list[int]], b: tuple[bytearray, list[int]]
) -> None:
    """Paint as moved the clauses that, by the word pairs, the literal diff deletes here and inserts there."""
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
            if a[0][at_a : at_a + 1] != CHANGED or b[0][at_b : at_b + 1] != CHANGED:
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
                    base[lo:hi] = base[lo:hi].replace(CHANGED, SHIFTED)
            run = []
        run.append((i, j))


def _paint_edits(
    article: Article,
    members: Sequence[int],
    base: bytearray,
    starts: list[int],
    edits: Sequence[tuple[Edit, Span]],
    ignore: frozenset[str],
    stress: bool,
) -> bytearray:
    """The bytes of a side with the spans of its edits; ignored edits first, so that edits inside them are painted."""
    painted = bytearray(base)
    for edit, span in sorted(edits, key=lambda pair: pair[0].kind not in ignore):
        if edit.kind in STRUCTURE:
            continue
        held = [s for m in members if (s := article.sentences[m]).start < span.end and s.end > span.start]
        if not held:
            continue
        ends = (max(span.start, held[0].start), min(span.end, held[-1].end) - 1)
        lo, hi = (_place(article, members, starts, at) for at in ends)
        if lo < 0 or hi < lo:
            continue
        hi += 1
        if edit.kind in ignore:
            painted[lo:hi] = PLAIN * (hi - lo)
        elif edit.kind == "spelling":
            painted[lo:hi] = SPELT * (hi - lo)
        elif ignore or edit.substantive:
            kept = base[lo:hi].replace(CHANGED, TOUCHING if stress and edit.substantive else CHANGED)
            painted[lo:hi] = bytes([p if p == SPELT[0] else k for p, k in zip(painted[lo:hi], kept, strict=True)])
    return painted


def _place(article: Article, members: Sequence[int], starts: Sequence[int], at: int) -> int:
    """The place of the article's offset `at` in the text of a side, or -1."""
    for member, start in zip(members, starts, strict=True):
        sentence = article.sentences[member]
        if sentence.start <= at < sentence.end:
            return start + at - sentence.start
    return -1


def _part_sentences(side: Painted) -> tuple[str, bytes]:
    """A side with a space between its sentences, or an ellipsis if the article has something in between."""
    text, paint, starts, members = side
    pieces, painted = [text[: starts[1]]], bytearray(paint[: starts[1]])
    for n in range(1, len(members)):
        stop = starts[n + 1] if n + 1 < len(members) else len(text)
        neighbours = members[n] == members[n - 1] + 1
        between = " " if neighbours else " … "
        piece = paint[starts[n] : stop]
        # A mark may run across the end of a sentence, but not across omitted text.
        bridge = piece[:1] if neighbours and piece[:1] == painted[-1:] else PLAIN
        painted += bridge * len(between) + piece
        pieces += (between, text[starts[n] : stop])
    return "".join(pieces), bytes(painted)
