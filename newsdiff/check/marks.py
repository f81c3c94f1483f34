r"""Marks in the copy that let a change through: what they say, what they cover, whether they are new.

>>> parse_mark('<!-- newsdiff: accept number, quote.altered "the mayor corrected it" -->')
(('number', 'quote.altered'), 'the mayor corrected it')

A mark covers the paragraph that holds it, or the one after it. It lets through only what was changed together with it:
a mark that the old version has too is spent, or it would let through the next change as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from newsdiff.edits.kinds import Selector, parse_selector
from newsdiff.model import Article, Verdict
from newsdiff.read.document import Document
from newsdiff.read.sources import printable

_LEAD = r"^\ufeff?(?:<!--|\{#|\{\{?/\*|#|//|\.\.)-?\s*newsdiff:\s*"
_TRAIL = r"\s*-?(?:-->|#\}|\*/\}?\})?\s*$"
_MARK = rf"{_LEAD}accept\s+([\w.*-]+(?:\s*,\s*[\w.*-]+)*)(?:\s+[\"“](.*)[\"”])?{_TRAIL}"
_BLOCKS = "p|div|li|ul|ol|h[1-6]|t[dhr]|table|blockquote|section|article|figure|figcaption|dd|dt|pre|br"
KEPT = "kept"  # the gate's own finding: too little of the old text was kept
_USAGE = 'not of the form: newsdiff: accept KIND,… "reason"'


class Mark(NamedTuple):
    """A mark: what it lets through, where it is in the file, and which parts of the file it covers.

    A change of words is covered if it begins between `start` and `end`, an omission also between `after` and `end`.
    `error` says why it lets nothing through.
    """

    text: str
    at: int
    after: int
    start: int
    end: int
    within: str  # the paragraph's text, white space folded
    selectors: frozenset[Selector] = frozenset()
    reason: str = ""
    error: str = ""

    def covers(self, kind: str, detail: str, verdict: Verdict, start: int, end: int) -> bool:
        """Whether it lets through an edit from `start` to `end` in the file."""
        if self.error or not any(selector.selects(kind, detail, verdict) for selector in self.selectors):
            return False
        return kind == KEPT or (self.start if start < end else self.after) <= start < self.end + (start == end)


def parse_mark(text: str) -> tuple[tuple[str, ...], str]:
    """The selectors and the reason of a mark. Raises ValueError."""
    found = re.match(_MARK, text, re.DOTALL)
    if found is None:
        raise ValueError(_USAGE)
    words = tuple([word.strip() for word in found[1].split(",")])
    return words, " ".join((found[2] or "").split())


def find_marks(document: Document, article: Article, need_reason: bool = False) -> list[Mark]:
    """The marks of a file, in order; `article` is its text, cut into sentences."""
    if not document.marks:
        return []
    paragraphs = find_paragraphs(document, article)
    starts, ends = [p[0] for p in paragraphs], [p[1] for p in paragraphs]
    marks = []
    for lo, hi in document.marks:
        n = bisect_right(starts, lo) - 1
        if n < 0 or (ends[n] < hi and not _is_behind(document.source[ends[n] : lo])):
            n = bisect_left(starts, hi)
        after = ends[n - 1] if n else 0
        start, end, within = paragraphs[n] if n < len(paragraphs) else (len(document.source), len(document.source), "")
        mark = Mark(document.source[lo:hi].strip(), lo, after, start, end, within)
        try:
            words, reason = parse_mark(mark.text)
            error = "it gives no reason, which the configuration asks for" if need_reason and not reason else ""
            selectors = frozenset([_parse_word(word) for word in words])
            marks.append(mark._replace(selectors=selectors, reason=reason, error=error))
        except ValueError as wrong:
            marks.append(mark._replace(error=printable(str(wrong).partition("; ")[0])))
    return marks


def _parse_word(word: str) -> Selector:
    """The selectors for a word of a mark; a kind alone stands for all its edits."""
    return Selector(KEPT) if word.lower() == KEPT else parse_selector(word)


def _is_behind(between: str) -> bool:
    """Whether a mark that follows a paragraph is at the end of its line and of its element."""
    return "\n" not in between and not re.search(rf"</?(?:{_BLOCKS})\b", between, re.IGNORECASE)


def find_paragraphs(document: Document, article: Article) -> list[tuple[int, int, str]]:
    """Where each paragraph begins and ends in the file, and its text."""
    found = []
    for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        members = [*group]
        text = " ".join(article.text[members[0].start : members[-1].end].split())
        found.append((*document.find(members[0].start, members[-1].end), text))
    return sorted(found)


def spend_marks(marks: Sequence[Mark], old: Iterable[Mark]) -> list[Mark]:
    """The marks of a new version; those that the old version already has get an error.

    Of several with the same words, those over an unchanged paragraph count as old, then the first in the file.
    """
    held = Counter([(mark.text, mark.within) for mark in old])
    spent: set[int] = set()
    for n, mark in enumerate(marks):
        if held[mark.text, mark.within]:
            held[mark.text, mark.within] -= 1
            spent.add(n)
    left: Counter[str] = Counter()
    for (text, _), count in held.items():
        left[text] += count
    for n, mark in enumerate(marks):
        if n not in spent and left[mark.text]:
            left[mark.text] -= 1
            spent.add(n)
    error = "it is older than the change, and lets nothing more through"
    return [mark._replace(error=error) if n in spent else mark for n, mark in enumerate(marks)]


def write_mark(document: Document, article: Article, form: str, start: int, selector: str) -> tuple[int, str]:
    """Where in the file to insert a mark that covers `start`, and the text to insert.

    In plain text, a line above the paragraph; in Markdown, the end of its last line; in HTML, the end of its text.
    """
    source = document.source
    paragraphs = [*find_paragraphs(document, article), (len(source), len(source), "")]
    lo, hi, _ = next(paragraph for paragraph in paragraphs if start <= paragraph[1] or paragraph[0] == len(source))
    said = f'newsdiff: accept {selector} ""'
    if form == "text":
        at = max(source.rfind("\n", 0, lo), source.rfind("\r", 0, lo)) + 1
        return at, f"# {said}\n"
    if form == "markdown":
        end = re.compile(r"[ \t]*(?=[\r\n]|\Z)").search(source, hi)
        hi = end.start() if end else len(source)
    return hi, f" <!-- {said} -->"
