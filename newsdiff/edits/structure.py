"""Edits that follow from the links: omission, insertion, transposition. They add nothing to the alignment.

>>> from newsdiff import compare
>>> twice = "The tide was high. The dam broke on Monday night. Nobody was hurt. The dam broke on Monday night."
>>> once = "The tide was high. The dam broke on Monday night. Nobody was hurt."
>>> [(e.kind, e.a.text, e.verdict) for e in compare(twice, once).edits]
[('omission', 'The dam broke on Monday night.', 'accidental')]

An omission is accidental if its words are still in B, from the start of a sentence on, or if it has no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from newsdiff.edits.passage import Finding, Story
from newsdiff.model import Article, LinkedPassage, Verdict

# Shorter sentences (Yes. He did not pay.) depend on the sentence before them, wherever else they occur. Of 358
# omissions in real commits, 28 are this long and are in B, or have no words: summaries in the front matter, repeats,
# marks alone.
REPEATED = 5


def find(story: Story, links: Sequence[LinkedPassage]) -> Iterator[tuple[int, Finding, tuple[int, int]]]:
    """Link index, finding and place (offsets in A and in B) of every omitted, inserted or moved passage."""
    there = _Words(story.b)
    after_a = after_b = 0  # ends of what was last seen on each side, in the order of the links
    for index, link in enumerate(links):
        span_a, span_b = _extent(story.a, link.a), _extent(story.b, link.b)
        confidence = 1.0 if link.score is None else link.score
        if span_a and not span_b:
            verdict: Verdict | None = "accidental" if all(there.have(_words(story.a, n)) for n in link.a) else None
            yield index, Finding("omission", "", span_a, None, verdict=verdict), (span_a[0], after_b)
        elif span_b and not span_a:
            yield index, Finding("insertion", "", None, span_b), (after_a, span_b[0])
        elif link.moved and span_a and span_b:
            yield index, Finding("transposition", "", span_a, span_b, confidence), (span_a[0], span_b[0])
        after_a = span_a[1] if span_a else after_a
        after_b = span_b[1] if span_b and not link.moved else after_b


class _Words:
    """All words of an article, and where its sentences begin."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def starts(self) -> dict[tuple[str, ...], list[int]]:
        """Where sentences begin in `words`, by the words that they begin with."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at in self._all[1]:
            found.setdefault(self._all[0][at : at + REPEATED], []).append(at)
        return found

    @cached_property
    def _all(self) -> tuple[tuple[str, ...], list[int]]:
        words: list[str] = []
        begins = []
        for n in range(len(self.article.sentences)):
            begins.append(len(words))
            words += _words(self.article, n)
        return tuple(words), begins

    def have(self, words: tuple[str, ...]) -> bool:
        """Whether these words come here one after the other, the first at the start of a sentence; true of no words."""
        if len(words) < REPEATED:
            return not words
        return any(self._all[0][at : at + len(words)] == words for at in self.starts.get(words[:REPEATED], ()))


def _words(article: Article, n: int) -> tuple[str, ...]:
    """The words of a sentence, in lower case."""
    return tuple([token.key.lower() for token in article.sentences[n].tokens if token.word])


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
