"""Quotations: the text inside quotation marks, and who said it if the article says so.

>>> from newsdiff.compare import read_text
>>> article = read_text('"One," said Ana Ruiz. "Two." The "bridge" fell.', "", "en")
>>> [(q.text, q.speaker.text if q.speaker else None) for q in read_quotations(article)]
[('One', 'said Ana Ruiz'), ('Two', 'said Ana Ruiz'), ('bridge', None)]

Not read: dialogue that opens with a dash, and a speaker named in another paragraph.
"""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.facts.marks import read_marks
from newsdiff.facts.sources import Source, read_sources
from newsdiff.model import Article


class Quotation(NamedTuple):
    """The text inside a pair of marks, without a final comma or period; `outer` includes the marks."""

    text: str
    start: int
    end: int
    outer: tuple[int, int]
    speaker: Source | None


def read_quotations(article: Article) -> list[Quotation]:
    """The quotations of an article, in order."""
    sources = read_sources(article)
    claims = sorted([(lo, hi, n) for n, source in enumerate(sources) for lo, hi in source.content])
    out = []
    at = 0
    for marked in read_marks(article):
        while at < len(claims) and claims[at][1] <= marked.start:
            at += 1
        claimed = at < len(claims) and claims[at][0] <= marked.start
        out.append(Quotation(*marked, sources[claims[at][2]] if claimed else None))
    return out
