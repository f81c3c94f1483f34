"""Text -> the stretches inside quotation marks, whatever their style.

>>> [m.text for m in pair_marks("'The workers' cup,' he said. \u00abIt\u2019s \u201crubber\u201d,\u00bb she said.")]
["The workers' cup", 'It\u2019s \u201crubber\u201d']

A pair of marks is one quotation, over several sentences and, where the opening mark is repeated or the paragraph broke
off, over several paragraphs. One that is never closed ends with its paragraph, or at "he said". Apostrophes, inch marks
and code (attributes, template tags, link targets) are left out. Not read: dialogue that opens with a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.lexicon.en.saying import ELISIONS, SAYING
from newsdiff.model import Article

# Each opening mark with the marks that may close it. Germans close with the English opening mark, Danes turn guillemets
# round, Swedes open and close with the same mark.
_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "\u201d", "\u201c"), "\u201c": ("\u201d", '"'), "\u201e": ("\u201c", "\u201d", '"'),
    "\u201f": ("\u201d",), "\u201d": ("\u201d",), "\u00ab": ("\u00bb",), "\u00bb": ("\u00ab",), "\u2039": ("\u203a",),
    "\u203a": ("\u2039",), "\u300c": ("\u300d",), "\u300e": ("\u300f",), "\u301d": ("\u301e", "\u301f"),
    "'": ("'", "\u2019"), "\u2018": ("\u2019", "'"), "\u201a": ("\u2018", "\u2019"), "\uff02": ("\uff02",),
    "``": ("''", '"', "\u201d"), "''": ("''",), "<<": (">>",), ",,": ("''", "``", '"', "\u201c", "\u201d"),
}  # fmt: skip
_MARKS = re.compile(
    r"``|''|(?<!\w),,(?=\w)|<<(?=\w)|>>"
    "|[\"'\u2018\u2019\u201a\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02]"
)
_SINGLE = frozenset("'\u2018\u2019")
_DOUBLE = frozenset('"\u201c\u201d')
_BEFORE_OPENING = frozenset(
    "([{-\u2010\u2011\u2012\u2013\u2014\u2015/:;,\u00a1\u00bf>|*_~\u3000\u3001\u3002\uff0c\uff1a\uff08\u2026."
)
_STOPS = frozenset(",.;:!?\u2026)]}-\u2013\u2014\u3002\uff0c")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LETTERS = re.compile(r"[^\W_]+")
# Text for machines only. Bounded, so that a text full of opening braces takes linear time.
_CODE = r"""
    \{[{%][^\n]{0,400}?[%}]\}                                # {{< figure caption="..." >}}  {% image "..." %}
  | (?<![\w`])`(?!`)[^`\n]{1,200}`(?!`)                      # `echo "..."`
  | (?<![\w`])``(?=[^\s`])[^`\n]{1,200}(?<=\S)``(?![\w`])    # ``echo "..."`` of reStructuredText; not ``Yes,'' he said
  | (?<=\w)=(?:"[^"\n]{0,400}"|'[^'\n]{0,400}')              # alt="..."
  | \]\([^()\n]{0,400}\)                                     # [text](target "title")
"""
_CODE_HINTS = ("{{", "{%", "`", "=", "](")
# A path, a file name, an option, a call: technical prose puts them in marks, but nobody said them.
_CODEISH = r"\S*\w[/\\_<>{}=|]\S*|[\w-]+\.[a-z]{2,4}|[/#@$<{-]\S+|\S*\(\)"
_FEET = re.compile(r"\d['\u2019\u2032]\s?\d{1,2}$")
_DEPTH = 6  # quotations within quotations; more is noise
_REACH = 4  # words after a comma that may name the speaker


class Marked(NamedTuple):
    """The text inside a pair of marks, without white space and a final comma or period; `outer` includes the marks."""

    text: str
    start: int
    end: int
    outer: tuple[int, int]


class _Mark(NamedTuple):
    at: int
    char: str
    before: str
    after: str
    word: str  # the letters that follow it, if any


def pair_marks(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> list[Marked]:
    """The outermost stretches in marks, in order. If paragraphs are not given, blank lines separate them."""
    found: list[Marked] = []
    blocks = list(_paragraphs(text) if paragraphs is None else paragraphs)
    code = [m.span() for m in re.finditer(_CODE, text, re.VERBOSE)] if any(h in text for h in _CODE_HINTS) else []
    rows = [_marks(text, lo, hi, code) for lo, hi in blocks]
    carried: list[_Mark] = []
    for n, (lo, hi) in enumerate(blocks):
        marks, stack = rows[n], carried
        if carried and _first_visible(text, lo, hi) == marks[0].at and _reopens(carried[0].char, marks[0].char):
            marks = marks[1:]
        found += _pairs(text, marks, stack)
        carried = []
        if stack and n + 1 < len(blocks) and _goes_on(text, stack[0].char, hi, rows[n + 1], blocks[n + 1]):
            carried = stack[:1]
        elif stack and (stack[0].char not in _SINGLE or not text[lo : stack[0].at].strip()):
            found += _marked(text, stack[0], hi, 0)
        elif len(stack) > 1:  # a stray apostrophe; what it swallowed may be a quotation
            found += _marked(text, stack[1], hi, 0)
    return [m for m in found if " " in m.text or not re.fullmatch(_CODEISH, m.text)]


def read_marks(article: Article) -> list[Marked]:
    """The stretches in marks of an article; its sentences give the paragraphs."""
    return pair_marks(article.text, paragraphs(article))


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """The paragraphs of an article, from its sentences."""
    blocks: list[tuple[int, int]] = []
    last = None
    for sentence in article.sentences:
        if sentence.paragraph == last:
            blocks[-1] = (blocks[-1][0], sentence.end)
        else:
            blocks.append((sentence.start, sentence.end))
        last = sentence.paragraph
    return blocks


def is_marked(offset: int, marked: Sequence[Marked]) -> bool:
    """Whether the offset lies within the marks of a quotation."""
    k = bisect_right(marked, offset, key=lambda one: one.outer[0]) - 1
    return k >= 0 and offset < marked[k].outer[1]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches between blank lines."""
    cuts = [m.span() for m in re.finditer(r"\n[^\S\n]*\n\s*|\r\n?[^\S\r\n]*\r\n?\s*", text)]
    starts = [0, *[end for _, end in cuts]]
    ends = [*[start for start, _ in cuts], len(text)]
    return [(lo, hi) for lo, hi in zip(starts, ends, strict=True) if lo < hi]


def _marks(text: str, lo: int, hi: int, code: Sequence[tuple[int, int]]) -> list[_Mark]:
    """The marks of a paragraph, without apostrophes inside words, inch marks and those in code."""
    marks: list[_Mark] = []
    for match in _MARKS.finditer(text, lo, hi):
        at, end, char = match.start(), match.end(), match.group()
        before = text[at - 1] if at > lo else " "
        after = text[end] if end < hi else " "
        if char in _SINGLE and before.isalnum() and after.isalnum():
            continue
        if before.isdigit() and char not in _SINGLE and _FEET.search(text, max(lo, at - 6), at):
            continue
        k = bisect_right(code, (at, hi)) - 1
        if k < 0 or at >= code[k][1]:
            word = _LETTERS.match(text, end, hi)
            marks.append(_Mark(at, char, before, after, word.group() if word else ""))
    if sum([m.char == '"' for m in marks]) % 2:  # an odd mark after a figure is one of inches
        inch = next((m for m in marks if m.char == '"' and m.before.isdigit() and m.after not in _STOPS), None)
        marks = [m for m in marks if m is not inch]
    return marks


def _first_visible(text: str, lo: int, hi: int) -> int:
    """The place of the first visible character."""
    while lo < hi and (text[lo].isspace() or text[lo] in _UNSEEN):
        lo += 1
    return lo


def _reopens(opening: str, mark: str) -> bool:
    """Whether the mark at a paragraph's start takes up the quotation opened with `opening` before it."""
    return mark == opening or {mark, opening} <= _DOUBLE or mark + opening == "\u00bb\u00ab"


def _goes_on(text: str, char: str, end: int, marks: Sequence[_Mark], block: tuple[int, int]) -> bool:
    """Whether a quotation left open at `end` goes on in the next paragraph, whose first mark reopens or closes it."""
    if not marks:
        return False
    first = marks[0]
    if first.at == _first_visible(text, *block):
        return _reopens(char, first.char)
    closes = char not in _SINGLE and first.char in _CLOSERS[char] and not first.after.isalnum()
    return closes and (first.before in ",.!?\u2026" or (not first.before.isspace() and text[end - 1].isalnum()))


def _pairs(text: str, marks: Sequence[_Mark], stack: list[_Mark]) -> Iterator[Marked]:
    """The stretches closed by the marks of a paragraph; those still open are left on the stack."""
    counts = Counter([m.char for m in marks])
    for mark, coming in zip(marks, _coming(marks), strict=True):
        depth = _closes(mark, stack, coming)
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            if not stack:
                yield from _marked(text, opened, mark.at, len(mark.char))
        # A mark with space on both sides opens if every mark of the paragraph has its partner.
        elif _opens(mark) or (not stack and mark.char == '"' and mark.before.isspace() and counts['"'] % 2 == 0):
            # The same mark again: the quotation before it was never closed, or never was one.
            if stack and stack[-1].char == mark.char and not _nests(mark.char, counts):
                opened = stack.pop()
                if not stack and opened.char not in _SINGLE:
                    yield from _marked(text, opened, mark.at, 0)
            if len(stack) < _DEPTH:
                stack.append(mark)


def _nests(char: str, counts: Counter[str]) -> bool:
    """Whether a mark may be inside a quotation that it opened itself: as many open in the paragraph as close."""
    closers = sum([counts[closer] for closer in _CLOSERS[char] if closer != '"'])
    return char in "\u201c\u00ab\u201e\u300c" and counts[char] == closers


def _opens(mark: _Mark) -> bool:
    """Whether the mark may open a quotation where it is."""
    _, char, before, after, word = mark
    if char not in _CLOSERS or (after.isspace() and char not in "\u00ab\u2039\u201c\u201e\u300c\u300e"):
        return False
    outside = before.isspace() or before in _BEFORE_OPENING or before in _CLOSERS or before in _UNSEEN
    if char in ('"', "''", "\uff02"):
        return outside or (not before.isalnum() and after.isalnum()) or "\u3000" <= before <= "\u9fff"
    if char in _SINGLE:
        if not outside or before in _SINGLE or (before in ".,;\u2026" and not after.isupper()):
            return False  # waited.'It was': only a capital tells
        return not (word.casefold() in ELISIONS or (word[:1].isdigit() and char == "'"))
    return char not in ("\u201d", "\u00bb", "\u203a") or (outside and after.isalnum())


def _closes(mark: _Mark, stack: Sequence[_Mark], coming: str) -> int | None:
    """The place on the stack of the quotation that a mark closes, None for an apostrophe or an opening mark."""
    _, char, before, after, _ = mark
    depth = next((d for d in range(len(stack) - 1, -1, -1) if char in _CLOSERS[stack[d].char]), None)
    if depth is None:
        return None
    if char not in _SINGLE:
        # ' "' before a word is another opening mark, and the quotation before it was never closed.
        again = char in '"\u201c' and stack[depth].char in '"\u201c' and before.isspace() and after.isalnum()
        return None if again else depth
    if before.isspace() or mark.at == stack[depth].at + 1 or (after.isalnum() and before not in _STOPS):
        return None
    # The workers' cup, a runnin' joke: the mark that closes is still to come.
    return None if before in "sSnNoO" and after.isspace() and coming == "closes" else depth


def _coming(marks: Sequence[_Mark]) -> list[str]:
    """For each mark, whether the next unambiguous single mark closes or opens, "" if there is none."""
    answers, seen = [], ""
    for mark in reversed(marks):
        answers.append(seen)
        if mark.char in _SINGLE:
            if mark.before.isspace() and not mark.after.isspace():
                if mark.char != "\u2019" and mark.word.casefold() not in ELISIONS:
                    seen = "opens"
            elif not mark.after.isalnum() and (
                mark.before not in "sSnNoO" or mark.after in _STOPS or mark.after in _DOUBLE or mark is marks[-1]
            ):
                seen = "closes"
    answers.reverse()
    return answers


def _marked(text: str, opened: _Mark, closing: int, width: int) -> Iterator[Marked]:
    """The stretch between two marks, if it has a letter. A closing mark of no width closes nothing."""
    lo, hi = opened.at + len(opened.char), closing
    if not width:
        closing = hi = _he_said(text, lo, hi)
    while lo < hi and (text[lo].isspace() or text[lo] in _UNSEEN):
        lo += 1
    while hi > lo and (text[hi - 1].isspace() or text[hi - 1] in _UNSEEN):
        hi -= 1
    if hi - lo > 1 and text[hi - 1] in ",.\u3002\uff0c" and text[hi - 2] != ".":
        hi -= 1
    if any(c.isalnum() for c in text[lo:hi]):
        yield Marked(text[lo:hi], lo, hi, (opened.at, closing + width))


def _he_said(text: str, lo: int, hi: int) -> int:
    """The place where an unclosed quotation gives way to "he said", or else its end."""
    for stop in re.finditer(r"[,?!]\s", text[lo:hi]):
        end = lo + stop.end()
        words = _LETTERS.findall(text[end : min(hi, end + 60)])[:_REACH]
        if any(SAYING.get(word.casefold()) in ("say", "tell", "add") for word in words):
            return lo + stop.start()
    return hi
