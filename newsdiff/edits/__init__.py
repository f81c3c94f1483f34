"""What changed, by name: the ordered detectors, and the one place where their claims are settled.

Word kinds exclude each other: the first detector to claim a character keeps it. Passage kinds (quote, attribution) may
contain them. Edits that are read off the links (omission, insertion, transposition) claim nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from newsdiff.edits import (
    attribution,
    bounds,
    dates,
    entity,
    exchange,
    hedge,
    negation,
    numbers,
    quotes,
    spellings,
    structure,
    wording,
)
from newsdiff.edits.passage import Finding, Passage, Story, cut
from newsdiff.edits.severity import is_substantive
from newsdiff.model import Edit, LinkedPassage

# The order is the order of claims.
WORD_DETECTORS: tuple[Callable[[Passage], Iterator[Finding]], ...] = (
    exchange.find,
    dates.find,
    numbers.find,
    spellings.find,
    entity.find,
    negation.find,
    hedge.find,
    bounds.find,
)
PASSAGE_DETECTORS: tuple[Callable[[Passage], Iterator[Finding]], ...] = (quotes.find, attribution.find)


def find_edits(story: Story, links: Sequence[LinkedPassage], passages: Sequence[Passage]) -> tuple[Edit, ...]:
    """All edits, in the order of A, with insertions where they stand in B (the order of the links)."""
    story.passages = tuple(passages)
    edits = [_edit(story, index, finding, at) for index, finding, at in structure.find(story, links)]
    for passage in passages:
        if passage.link.kind == "same":
            continue
        claimed: tuple[set[int], set[int]] = (set(), set())
        for detect in WORD_DETECTORS:
            # A detector is asked in full before its claims count, so that it may see its own alternatives.
            for finding in list(detect(passage)):
                sides = [range(*span) if span else () for span in (finding.a, finding.b)]
                if all([taken.isdisjoint(side) for side, taken in zip(sides, claimed, strict=True)]):
                    for side, taken in zip(sides, claimed, strict=True):
                        taken.update(side)
                    edits.append(_edit(story, passage.index, finding, None, passage))
        for detect in PASSAGE_DETECTORS:
            for finding in detect(passage):
                for span, taken in zip((finding.a, finding.b), claimed, strict=True):
                    taken.update(range(*span) if span else ())
                edits.append(_edit(story, _home(story, links, finding), finding, None, passage))
        # What is left is wording: it needs to know what was claimed, passages included.
        edits.extend(
            [_edit(story, passage.index, finding, None, passage) for finding in wording.find(passage, *claimed)]
        )
    edits.sort(key=lambda e: (e.link, e.at_a, e.at_b, e.kind, e.detail))
    return tuple(edits)


def _home(story: Story, links: Sequence[LinkedPassage], finding: Finding) -> int:
    """The link of the finding's first sentence: a quotation may begin before the link in which it was changed."""
    article, span = (story.a, finding.a) if finding.a else (story.b, finding.b or (0, 0))
    sentence = bisect_right(article.sentences, span[0], key=lambda s: s.start) - 1
    return next(n for n, link in enumerate(links) if sentence in (link.a if finding.a else link.b))


def _edit(
    story: Story, index: int, finding: Finding, at: tuple[int, int] | None, passage: Passage | None = None
) -> Edit:
    """The edit of a finding. On a side without a span it stands where the diff puts it."""
    if at is None and passage is not None:
        at = (
            finding.a[0] if finding.a else _opposite(passage, finding.b[0] if finding.b else 0, "b"),
            finding.b[0] if finding.b else _opposite(passage, finding.a[0] if finding.a else 0, "a"),
        )
    at_a, at_b = at or (0, 0)
    return Edit(
        finding.kind,
        finding.detail,
        cut(story.a, finding.a),
        cut(story.b, finding.b),
        at_a,
        at_b,
        index,
        is_substantive(finding.kind, finding.detail),
        finding.confidence,
        finding.value_a,
        finding.value_b,
    )


def _opposite(passage: Passage, offset: int, side: str) -> int:
    """Where the place `offset` of one side stands on the other side, by the literal diff."""
    here, there = (passage.a, passage.b) if side == "a" else (passage.b, passage.a)
    for op in passage.opcodes:
        lo, hi, to, to2 = (op.a1, op.a2, op.b1, op.b2) if side == "a" else (op.b1, op.b2, op.a1, op.a2)
        for n in range(lo, hi):
            if here[n].end > offset:
                target = to + (n - lo) if op.op == "equal" else to2 if op.op != "replace" else to
                return there[target].start if target < len(there) else there[-1].end
    return there[-1].end if there else 0
