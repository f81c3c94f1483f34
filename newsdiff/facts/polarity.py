"""Polarity: the words that deny, and what they deny.

>>> from newsdiff.compare import read_text
>>> text = "It did not fire. Not all of them agreed. He failed to sign, and denied that he had promised it."
>>> for cue in read_polarities(read_text(text, "x", "en")):
...     print(cue.value, cue.text, [head.text for head in cue.heads])
not not ['fire']
not Not ['all', 'agreed']
undone failed to ['sign']
denied denied ['promised']

Phrases that deny nothing (not only, no fewer than, nothing but) are left out, and so is "not" as a contrast (in Paris
but not in London). Denials by a prefix (unable) and opposite verbs need a comparison and are not read here.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.facts.cues import Cue, Line, Reader, content_after, content_before, is_number
from newsdiff.lexicon.en.polarity import DENYING, NOT_AFTER, NOT_BEHIND, QUANTIFIED
from newsdiff.lexicon.en.verbs import AUXILIARIES
from newsdiff.model import Article

# Emphasis and quotation marks around a word: he did *not* pay.
_ABOUT = frozenset(('"', "*", "**", "_", "'"))


def read_polarities(article: Article) -> list[Cue]:
    """The negative words of an article, each with the words it denies, and the answers yes and no."""
    return POLARITY.read(article)


def _plain(key: str) -> str:
    """One key for all words that end in n't: arn't."""
    return "n't" if key.endswith("n't") else key


def _denied(line: Line, lo: int, hi: int, value: str) -> list[int] | None:
    """The words that a word or phrase denies; None if it denies nothing."""
    keys = line.keys
    key = " ".join(keys[lo : hi + 1])
    at = next((n for n in range(hi + 1, len(keys)) if keys[n] not in _ABOUT), len(keys))
    after = keys[at] if at < len(keys) else "."
    if value == "yes" or (key == "no" and not after[0].isalnum()):
        return []
    if not after[0].isalnum():  # the women were not
        ends = lo and keys[lo - 1] in AUXILIARIES
        return content_before(keys, lo, 2) or None if ends else None
    if after in NOT_AFTER.get(key, ()) or (key == "no" and is_number(after)):
        return None
    if key == "yet to" and not (lo and keys[lo - 1] in AUXILIARIES):
        return None
    if key == "not" and ((lo and keys[lo - 1] in NOT_BEHIND) or (after == "even" and _is_amount(keys, at + 1))):
        return None
    # None of whom was hurt: the clause begins after the negative word.
    late = hi + 2 if key in ("none", "neither") and keys[hi + 1 : hi + 3] in (["of", "whom"], ["of", "which"]) else hi
    heads = content_after(keys, late, 3)
    return [at, *heads] if not heads or value == "far from" or (after in QUANTIFIED and key == "not") else heads


def _is_amount(keys: Sequence[str], n: int) -> bool:
    return n >= len(keys) or is_number(keys[n]) or keys[n] == "half"


POLARITY = Reader("polarity", DENYING, _denied, _plain)
