"""Modality: how certain a claim is, how exact a figure is, and what may or must be.

>>> from newsdiff.compare import read_text
>>> text = "He allegedly took about 40 files. Over the years it may rise in May; the tenant shall pay."
>>> for cue in read_modalities(read_text(text, "x", "en")):
...     print(cue.value, "|", cue.text, "|", *[head.text for head in cue.heads])
sure | allegedly | took 40
about | about | 40
may | may | rise
must | shall | pay

An approximator belongs to a figure, any other hedge to the words that it softens. Words that look like one but say
where or when are left out (over two days, a book about two men, as likely as not).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.facts.cues import Cue, Line, Reader, content_after, content_before, is_number
from newsdiff.lexicon.en.hedges import (
    AFTER_FIGURE,
    APPROXIMATORS,
    BEFORE_FIGURE,
    FREE,
    LASTING,
    MODALITIES,
    MODALS,
    MONEY,
    NOT_HEDGED,
    PARTS,
    PLACES,
    TALK,
    TIMES,
)
from newsdiff.lexicon.en.verbs import AUXILIARIES
from newsdiff.model import Article


def read_modalities(article: Article) -> list[Cue]:
    """The hedges and modal verbs of an article, each with the words that it belongs to."""
    return MODALITY.read(article)


def _hedged(line: Line, lo: int, hi: int, value: str) -> Sequence[int] | None:
    """The words that a hedge belongs to; None if it hedges nothing."""
    if value in MODALS:
        return _verb(line, lo, hi)
    if value in APPROXIMATORS:
        return _figure(line, lo, hi, value)
    keys = line.keys
    if lo and keys[lo - 1] in NOT_HEDGED and lo == hi:
        return None  # as possible, if possible
    if keys[lo] == "said" and lo and keys[lo - 1] not in AUXILIARIES:
        return None
    if keys[lo] == "potential" and content_after(keys, hi, 1)[:1] != [hi + 1]:
        return None  # the noun
    after = content_after(keys, hi, 2) or [n for n in range(hi + 1, min(hi + 3, len(keys))) if keys[n][0].isalnum()]
    return [*after, *content_before(keys, lo, 2)] or None


def _verb(line: Line, lo: int, hi: int) -> Sequence[int] | None:
    """The verb of a modal."""
    keys, token = line.keys, line.tokens[lo]
    after = keys[hi + 1] if hi + 1 < len(keys) else "."
    if after[0].isdigit() or (token.key == "May" and (not token.initial or not after.isalpha())):
        return None
    return content_after(keys, hi, 2, 6) or None


def _figure(line: Line, lo: int, hi: int, value: str) -> Sequence[int] | None:
    """The figure of an approximator, or the word that "nearly" belongs to."""
    keys, words = line.keys, line.keys[lo : hi + 1]
    if " ".join(words) in AFTER_FIGURE:
        return next(([n] for n in range(lo - 1, max(-1, lo - 4), -1) if is_figure(keys, n)), None)
    if words[0] == "as" and lo and (keys[lo - 1] in BEFORE_FIGURE):
        return None  # twice as much as
    at = next((n for n in range(hi + 1, min(len(keys), hi + 4)) if is_figure(keys, n)), None)
    between = keys[hi + 1 : at] if at is not None else []
    if at is not None and all(key in MONEY or key in _BETWEEN for key in between):
        compares = value in ("over", "under") and "the" in between  # more than the 40 of last year
        return None if compares or _says_where(keys, lo, hi, at) else [at]
    if lo == hi and words[0] in FREE and keys[hi + 1 : hi + 2] != ["as"]:
        return content_after(keys, hi, 2, 4) or None
    return None


_BETWEEN = frozenset("a an the us around about".split())


def is_figure(keys: Sequence[str], n: int) -> bool:
    """Whether there is a figure here, or one begins here."""
    key = keys[n]
    if key == "one":
        return "in" in keys[n + 1 : n + 3] or keys[n + 1 : n + 2] == ["out"]  # one in ten, one adult in five
    return is_number(key) or key in PARTS or (key[0] in MONEY and key[-1:].isdigit())


def _says_where(keys: Sequence[str], lo: int, hi: int, at: int) -> bool:
    """Whether an apparent approximator says where or when: over two days, spoke about two men."""
    if lo != hi or keys[lo] not in PLACES:
        return False
    before = keys[lo - 1] if lo else ""
    year = keys[at][:2] in ("19", "20") and len(keys[at]) == 4
    money = any(key[0] in MONEY for key in keys[hi + 1 : at + 1])  # over $100 a month
    timed = not money and not TIMES.isdisjoint(keys[at : at + 3])
    if PLACES[keys[lo]] and (year or timed):
        return before not in LASTING
    return before in TALK


MODALITY = Reader("modality", MODALITIES, _hedged)
