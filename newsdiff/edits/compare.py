"""All edits of a comparison: runs the finders in order, and is the only place that settles their claims.

A finder of a kind reads the facts of a link (`counterparts.place_facts`), lets `counterparts.answer_facts` match those
of both sides with the kind's own `relate`, and turns the matches into findings.

Word kinds exclude each other: the first finder to claim a character keeps it. Passage kinds (quote, attribution) may
contain them. Edits that follow from the links (omission, insertion, transposition) claim nothing. Whatever no finder
has claimed is wording, so every difference in a two-sided link is covered by an edit.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from newsdiff.edits import bounds, exchange, structure, wording
from newsdiff.edits.kinds import KINDS, Family, verdict_of
from newsdiff.edits.passage import Finding, Passage, Story, cut
from newsdiff.model import Article, Edit, LinkedPassage, Verdict

Finder = Callable[[Passage], Iterator[Finding]]


def _finders(family: Family) -> tuple[Finder, ...]:
    """The finders of the kinds of a family, in the order of their claims."""
    modules = [kind.finder for kind in KINDS if kind.family == family and kind.name != "wording"]
    return tuple(import_module(f"newsdiff.edits.{module}").find for module in modules)


# Exchanges belong to several kinds; the bounds of a claim are wording that needs no ground.
WORD_FINDERS: tuple[Finder, ...] = (exchange.find, *_finders("word"), bounds.find)
PASSAGE_FINDERS = _finders("passage")
OTHER_SOURCE = ("attribution", "changed")
_RISK: dict[Verdict, float] = {"substantive": 1.0, "accidental": 0.0}


class Claims:
    """The characters of both articles that edits have claimed."""

    def __init__(self) -> None:
        self.sides: tuple[set[int], set[int]] = (set(), set())

    def are_free(self, finding: Finding) -> bool:
        """Whether no part of a finding has been claimed."""
        spans = (finding.a, finding.b)
        return all(
            span is None or taken.isdisjoint(range(*span)) for span, taken in zip(spans, self.sides, strict=True)
        )

    def take(self, finding: Finding) -> None:
        """Claims the characters of a finding."""
        for span, taken in zip((finding.a, finding.b), self.sides, strict=True):
            if span:
                taken.update(range(*span))


def find_edits(story: Story, links: Sequence[LinkedPassage], passages: Sequence[Passage]) -> tuple[Edit, ...]:
    """All edits, in the order of A, with insertions at their place in B (the order of the links)."""
    story.passages = tuple(passages)
    homes = _homes(links)
    edits = [_edit(story, index, finding, at) for index, finding, at in structure.find(story, links)]
    claims = Claims()
    for passage in passages:
        if passage.link.kind != "same":
            for index, finding in _claim(passage, homes, claims):
                edits.append(_edit(story, index, finding, _places(passage, finding)))
            passage.forget()
    edits.sort(key=lambda e: (e.link, e.at_a, e.at_b, e.kind, e.detail))
    return tuple(edits)


def _claim(passage: Passage, homes: _Homes, claims: Claims) -> Iterator[tuple[int, Finding]]:
    """The findings of one link that keep their claims, each with the link under which it is reported."""
    whole = [_ask(find, passage) for find in PASSAGE_FINDERS]
    sources = [finding for found in whole for finding in found if (finding.kind, finding.detail) == OTHER_SOURCE]
    for find in WORD_FINDERS:
        # A finder runs to its end before its claims count, so that it can weigh its own alternatives.
        for finding in _ask(find, passage):
            if finding.kind == "entity" and any(_holds(source, finding) for source in sources):
                continue  # another speaker is reported once, as another source
            if claims.are_free(finding):
                claims.take(finding)
                yield passage.index, finding
    for found in whole:
        for finding in found:
            claims.take(_with_marks(passage.story, finding) if finding.kind == "quote" else finding)
            yield _home(passage.story, homes, finding), finding
    for finding in wording.find(passage, *claims.sides):
        yield passage.index, finding


def _ask(find: Finder, passage: Passage) -> list[Finding]:
    """The findings of a finder. If it fails, only those are lost: they become wording, and the failure is reported."""
    try:
        return list(find(passage))
    except Exception as error:
        if os.environ.get("NEWSDIFF_TRACEBACK"):
            raise
        passage.story.failed.setdefault(find.__module__.rpartition(".")[2], say_error(error))
        return []


def say_error(error: BaseException) -> str:
    """An unexpected error, and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{place}"


def _holds(passage: Finding, word: Finding) -> bool:
    """Whether one is inside the other, on both sides."""
    spans = zip((passage.a, passage.b), (word.a, word.b), strict=True)
    return all(whole and part and whole[0] <= part[0] and part[1] <= whole[1] for whole, part in spans)


_Homes = tuple[dict[int, int], dict[int, int]]


def _homes(links: Sequence[LinkedPassage]) -> _Homes:
    """For each sentence of A and of B, its link."""
    return (
        {member: n for n, link in enumerate(links) for member in link.a},
        {member: n for n, link in enumerate(links) for member in link.b},
    )


def _home(story: Story, homes: _Homes, finding: Finding) -> int:
    """The link of the finding's first sentence: a quotation may begin before the link in which it was changed."""
    side = 0 if finding.a else 1
    article, span = (story.a, story.b)[side], finding.a or finding.b or (0, 0)
    return homes[side][bisect_right(article.sentences, span[0], key=lambda s: s.start) - 1]


def _with_marks(story: Story, finding: Finding) -> Finding:
    """A quotation with the marks around it and the comma or period before the closing one."""
    return finding._replace(a=_widen(story.a, finding.a), b=_widen(story.b, finding.b))


def _widen(article: Article, span: tuple[int, int] | None) -> tuple[int, int] | None:
    if span is None:
        return None
    lo, hi = span
    while lo and not (article.text[lo - 1].isalnum() or article.text[lo - 1].isspace()):
        lo -= 1
    while hi < len(article.text) and not (article.text[hi].isalnum() or article.text[hi].isspace()):
        hi += 1
    return lo, hi


def _edit(story: Story, index: int, finding: Finding, at: tuple[int, int]) -> Edit:
    """The edit for a finding, `at` these places."""
    verdict = finding.verdict or verdict_of(finding.kind, finding.detail)
    return Edit(
        finding.kind,
        finding.detail,
        cut(story.a, finding.a),
        cut(story.b, finding.b),
        *at,
        index,
        verdict,
        finding.confidence,
        finding.value_a,
        finding.value_b,
        _RISK.get(verdict, finding.risk),
    )


def _places(passage: Passage, finding: Finding) -> tuple[int, int]:
    """The places of a finding on both sides; on a side without a span, the place that the diff gives."""
    return (
        finding.a[0] if finding.a else _opposite(passage, finding.b[0] if finding.b else 0, "b"),
        finding.b[0] if finding.b else _opposite(passage, finding.a[0] if finding.a else 0, "a"),
    )


def _opposite(passage: Passage, offset: int, side: str) -> int:
    """The place on the other side that corresponds to `offset`, by the literal diff."""
    here, there = (passage.a, passage.b) if side == "a" else (passage.b, passage.a)
    for op in passage.opcodes:
        lo, hi, to, to2 = (op.a1, op.a2, op.b1, op.b2) if side == "a" else (op.b1, op.b2, op.a1, op.a2)
        for n in range(lo, hi):
            if here[n].end > offset:
                target = to + (n - lo) if op.op == "equal" else to2 if op.op != "replace" else to
                return there[target].start if target < len(there) else there[-1].end
    return there[-1].end if there else 0
