"""What two articles of an archive are to each other: copy, edit, rewrite, follow-up, template or unrelated.

>>> from newsdiff.compare import compare
>>> grade(compare("Rain fell on Kuzey. Two men died.", "Rain fell on Kuzey. Two men died."))
'copy'
>>> grade(compare("Six cranes were sold. He left.", "A judge sat in Hythe. It snowed."))
'unrelated'

Whether they are versions of one story depends on how much of them is linked, and on what stayed in the linked
sentences. A rewrite changes the words but keeps the figures and the names; a template keeps the words but changes the
figures and the names; a follow-up shares its background and adds new sentences. Four shares tell them apart, in a
logistic regression that tools/learn_grades.py fits and scores; weights_grade.json names the data.

It does not know which was published first: a follow-up that repeats the earlier story whole looks like an edit of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache, lru_cache
from math import exp, fsum
from typing import Literal, NamedTuple, TypeAlias

from newsdiff.lexicon.en import figures as en
from newsdiff.model import Article, Comparison, LinkedPassage

Grade: TypeAlias = Literal["copy", "edit", "rewrite", "follow-up", "template", "unrelated"]
GRADES: tuple[Grade, ...] = ("copy", "edit", "rewrite", "follow-up", "template", "unrelated")
VERSIONS: tuple[Grade, ...] = ("copy", "edit", "rewrite")
OTHERS: tuple[Grade, ...] = ("follow-up", "template", "unrelated")

# The share of the words in linked sentences that stayed in order. Copy edits among the gold pairs keep .79 or more,
# those with changed names, figures or quotations .66; British reprints keep at most .59, machine rewrites .49.
EDIT = 0.6
# The least share of a copy's words that are in linked sentences: a copy may gain or lose a byline.
COPIED = 0.95
# Figures and names count together with this many average words: a few of them alone say little.
FEW = 4
# The same series doubles the odds of a template, and different series halve them. Not learned, since the pairs have no
# series.
SAME_SERIES = 0.7
_REMEMBERED = 1 << 12  # words whose class is remembered: those of some dozen articles


class Shares(NamedTuple):
    """The basis of a grade, each between 0 and 1. A word stays if the linked sentences have it, in any order."""

    linked: float  # of the words of the side with the larger share, weighted by the scores of the links
    figures: float  # of the figures and dates in linked sentences, how many stayed
    names: float  # of the names in linked sentences
    words: float  # of the other words in linked sentences


def grade(comparison: Comparison, series_a: str | None = None, series_b: str | None = None) -> Grade:
    """What A and B are to each other. In doubtful cases, the series (a column, a feed, a desk) point to a template."""
    if not comparison.differs:
        return "copy"
    odds = weigh(measure(comparison))
    if series_a and series_b:
        odds["template"] += SAME_SERIES if series_a == series_b else -SAME_SERIES
    odds_of_others = fsum([exp(odds[name]) for name in OTHERS])
    if odds_of_others > exp(odds["version"]):
        return max(OTHERS, key=odds.__getitem__)
    return grade_version(comparison)


def grade_version(comparison: Comparison) -> Grade:
    """How close two versions are."""
    a, b = (_words(article) for article in (comparison.a, comparison.b))
    links = [link for link in comparison.links if link.a and link.b]
    linked_a, linked_b = (
        sum([a[n] for link in links for n in link.a]),
        sum([b[n] for link in links for n in link.b]),
    )
    inside = [edit for edit in comparison.edits if edit.kind not in ("omission", "insertion", "transposition")]
    whole = linked_a >= COPIED * sum(a) and linked_b >= COPIED * sum(b)
    if whole and all(edit.verdict == "accidental" for edit in inside):
        return "copy"
    same = comparison.kept * sum(a)
    return "edit" if 2 * same >= EDIT * (linked_a + linked_b) else "rewrite"


def _words(article: Article) -> list[int]:
    """The number of words of each sentence."""
    return [sum([token.word for token in sentence.tokens]) for sentence in article.sentences]


def weigh(shares: Shares) -> dict[str, float]:
    """The log-odds of each class, up to a common constant; the versions are one class."""
    return {
        name: intercept + fsum([w * x for w, x in zip(weights, shares, strict=True)])
        for name, (intercept, weights) in _learned().items()
    }


@cache
def _learned() -> dict[str, tuple[float, tuple[float, ...]]]:
    with open(os.path.join(os.path.dirname(__file__), "weights_grade.json"), encoding="utf-8") as file:
        doc = json.load(file)
    return {
        name: (row["intercept"], tuple([row[share] for share in Shares._fields]))
        for name, row in doc["weights"].items()
    }


def measure(comparison: Comparison) -> Shares:
    """The shares of a comparison. If nothing is linked, the shares of what stayed are one half."""
    sides = (comparison.a, comparison.b)
    sizes = _words(comparison.a), _words(comparison.b)
    linked = [0.0, 0.0]
    counts = {"figure": [0, 0], "name": [0, 0], "word": [0, 0]}
    excused = _accidental(comparison)
    for link in comparison.links:
        if not (link.a and link.b):
            continue
        for side, members in enumerate((link.a, link.b)):
            linked[side] += (link.score or 0.0) * sum([sizes[side][n] for n in members])
        _count(link, sides, excused, counts)
    words = (counts["word"][0] + 0.5) / (counts["word"][1] + 1)
    figures, names = ((counts[sort][0] + FEW * words) / (counts[sort][1] + FEW) for sort in ("figure", "name"))
    return Shares(max(n / max(sum(size), 1) for n, size in zip(linked, sizes, strict=True)), figures, names, words)


def _count(
    link: LinkedPassage,
    sides: Sequence[Article],
    excused: Sequence[Sequence[tuple[int, int]]],
    counts: dict[str, list[int]],
) -> None:
    """Adds the words of a link to the counts: how many stayed and how many there are, by class."""
    tokens = [
        [token for n in members for token in article.sentences[n].tokens if token.word]
        for members, article in zip((link.a, link.b), sides, strict=True)
    ]
    keys = [{token.key for token in side} for side in tokens]
    for side in (0, 1):
        there, spans = keys[1 - side], excused[side]
        for token in tokens[side]:
            count = counts[_sort(token.text, token.key, token.initial)]
            count[1] += 1
            if token.key in there or (spans and any(lo <= token.start < hi for lo, hi in spans)):
                count[0] += 1


def _accidental(comparison: Comparison) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The places where words are written differently but say the same: six miles for 10 kilometers, Kiev for Kyiv."""
    edits = [edit for edit in comparison.edits if edit.verdict == "accidental" and edit.a and edit.b]
    return [(e.a.start, e.a.end) for e in edits if e.a], [(e.b.start, e.b.end) for e in edits if e.b]


@lru_cache(maxsize=_REMEMBERED)
def _sort(text: str, key: str, initial: bool) -> str:
    """Whether a word is a figure, a part of a name or neither; a weekday and a month are figures."""
    low = key.lower()
    capital = text[:1].isupper()
    if (low in en.CARDINALS and low != "one") or low in en.MAGNITUDES or any(map(str.isdigit, text)):
        return "figure"
    if capital and (low in en.WEEKDAYS or low in en.MONTHS):
        return "figure"
    return "name" if capital and not initial else "word"
