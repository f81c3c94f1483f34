"""Quantifiers (all, most, few, only) and connectives (if, before, by, and): for how many a claim holds, and when.

>>> from newsdiff.compare import read_text
>>> text = "All but one of the men left before noon. Only members may vote, unless it rains."
>>> for cue in read_quantifiers(read_text(text, "x", "en")):
...     print(cue.kind, cue.value, "|", cue.text, "|", *[head.text for head in cue.heads])
quantifier but | All but one | men left
connective before | before | noon
quantifier only | Only | members vote
connective unless | unless | rains

Approximators of figures (at least, more than) are modality; words that deny it all (no, none, not all) are polarity.
"""

from __future__ import annotations

from newsdiff.facts.cues import Cue, Line, Reader, content_after, content_before
from newsdiff.lexicon.en.quantifiers import JOINTS, PHRASED, QUANTITIES
from newsdiff.model import Article


def read_quantifiers(article: Article) -> list[Cue]:
    """The quantifiers and connectives of an article, each with the words that it belongs to."""
    return sorted(QUANTIFIER.read(article) + CONNECTIVE.read(article), key=lambda cue: cue.start)


def _counted(line: Line, lo: int, hi: int, value: str) -> list[int] | None:
    before = line.keys[lo - 1] if lo else ""
    if before == "not" or before.endswith("n't") or before in PHRASED.get(line.keys[lo], ()):
        return None
    return content_after(line.keys, hi, 2) or content_before(line.keys, lo, 1, 2) or None


def _joined(line: Line, lo: int, hi: int, value: str) -> list[int] | None:
    return content_after(line.keys, hi, 2, 4) or content_before(line.keys, lo, 1, 2) or None


QUANTIFIER = Reader("quantifier", QUANTITIES, _counted)
CONNECTIVE = Reader("connective", JOINTS, _joined)
