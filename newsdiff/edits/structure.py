"""Edits read off the links: omission, insertion, transposition. They find what the alignment found, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsdiff.edits.passage import Finding, Story
from newsdiff.model import Article, LinkedPassage


def find(story: Story, links: Sequence[LinkedPassage]) -> Iterator[tuple[int, Finding, tuple[int, int]]]:
    """Link index, finding and place (offsets in A and in B) of every omitted, inserted or moved passage."""
    after_a = after_b = 0  # ends of what was last seen on each side, in the order of the links
    for index, link in enumerate(links):
        span_a, span_b = _extent(story.a, link.a), _extent(story.b, link.b)
        confidence = 1.0 if link.score is None else link.score
        if span_a and not span_b:
            yield index, Finding("omission", "", span_a, None), (span_a[0], after_b)
        elif span_b and not span_a:
            yield index, Finding("insertion", "", None, span_b), (after_a, span_b[0])
        elif link.moved and span_a and span_b:
            yield index, Finding("transposition", "", span_a, span_b, confidence), (span_a[0], span_b[0])
        after_a = span_a[1] if span_a else after_a
        after_b = span_b[1] if span_b and not link.moved else after_b


def _extent(article: Article, members: Sequence[int]) -> tuple[int, int] | None:
    """From the start of the first to the end of the last sentence."""
    if not members:
        return None
    first = article.sentences[members[0]]
    last = first
    for before, member in pairwise(members):
        if member != before + 1:
            break
        last = article.sentences[member]
    return first.start, last.end
