r"""Article -> sentences, split as a careful copy editor would; their offsets are those of the article.

>>> text = "ISTANBUL (AP) — He waited.“It was Feb. 24,” said Lt. Gen. A. Kaya. “We\nleft. Why?”"
>>> for sentence in split_sentences(text):
...     print(repr(sentence.text))
'ISTANBUL (AP) — He waited.'
'“It was Feb. 24,” said Lt. Gen. A. Kaya.'
'“We\nleft.'
'Why?”'

Lines are joined into paragraphs (`paragraphs.py`); in a paragraph, one scan finds the marks that may end a sentence,
and each is judged by the word before and the word after it (`ends.py`). English abbreviations are our own
(`lexicon/en/abbreviations.py`); for other languages a library decides (`languages.py`).

Not caught: sentences joined without a mark ("he left they stayed") or by a comma; a heading run into its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.model import Span
from newsdiff.text.sentences.ends import sentence_ends
from newsdiff.text.sentences.languages import Asks, asker, guess_language
from newsdiff.text.sentences.marks import CLOSING, MARKS, UNSEEN, skip_space
from newsdiff.text.sentences.paragraphs import has_cells, paragraphs
from newsdiff.text.sentences.pieces import pieces

__all__ = ["split_sentences", "split_spans"]

_TAIL = 20  # characters; a longer piece is not a stray stop
# Characters of a sentence; the longest in 450 commits has 1,390. Text that never ends is not prose, and readers of
# figures, names and quotations would go through all of it for every change.
_LONGEST = 8_000
_GAPS = ("\n", "; ", ", ", "\uff1b", "\uff0c", "\u3001", " ")  # where a longer one is cut, the best places first


def split_sentences(text: str, lang: str = "en") -> tuple[Span, ...]:
    """The sentences of a text."""
    return tuple([Span(text[lo:hi], lo, hi) for lo, hi, _ in split_spans(text, lang)])


def split_spans(text: str, lang: str = "en") -> list[tuple[int, int, int]]:
    """Start, end and paragraph of every sentence, in order, covering all but white space and a leading BOM."""
    asks = asker(guess_language(text, lang))
    spans: list[tuple[int, int, int]] = []
    paragraph = 0
    for lo, hi in paragraphs(text):
        if spans and _is_tail(text, lo, hi):
            start, _, owner = spans[-1]
            spans[-1] = (start, hi, owner)
            continue
        if has_cells(text, lo, hi):
            spans += [(start, end, paragraph) for start, end in _cut_row(text, lo, hi, asks)]
            paragraph += 1
            continue
        for start, stop in pieces(text, lo, hi):
            for end in sentence_ends(text, start, stop, asks):
                spans.append((start, end, paragraph))
                start = skip_space(text, end, stop)
            spans.append((start, stop, paragraph))
        paragraph += 1
    if all(end - start <= _LONGEST for start, end, _ in spans):
        return spans
    return [(lo, hi, owner) for start, end, owner in spans for lo, hi in _cut_endless(text, start, end)]


def _cut_endless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of a tolerable length, each cut at the last gap of its second half."""
    while end - start > _LONGEST:
        half, full = start + _LONGEST // 2, start + _LONGEST
        gap, mark = next(((at, g) for g in _GAPS if (at := text.rfind(g, half, full)) > 0), (full, ""))
        cut = gap + len(mark.rstrip())
        yield start, cut
        start = skip_space(text, cut, end)
    if start < end:
        yield start, end


def _cut_row(text: str, lo: int, hi: int, asks: Asks | None) -> list[tuple[int, int]]:
    """A table row as one sentence, to be linked to a row; if a cell has prose, its cells are split like other text."""
    cells = []
    at = lo
    for cell in text[lo:hi].split("\t"):
        start = skip_space(text, at, at + len(cell))
        stop = start + len(text[start : at + len(cell)].rstrip())
        ends = [*sentence_ends(text, start, stop, asks), stop] if start < stop else []
        for end in ends:
            cells.append((start, end))
            start = skip_space(text, end, stop)
        at += len(cell) + 1
    return cells if len(cells) > text.count("\t", lo, hi) + 1 else [(lo, hi)]


def _is_tail(text: str, lo: int, hi: int) -> bool:
    """Whether a paragraph has only marks of the sentence before it: a lone full stop or closing quote."""
    return hi - lo <= _TAIL and all(
        c in MARKS or c in CLOSING or c in UNSEEN or c == '"' or c.isspace() for c in text[lo:hi]
    )
