"""Paragraph -> pieces, cut where a sentence begins without another ending: at rules, and at list items on one line.

>>> text = "1) Boil water. 2) Add salt"
>>> [text[lo:hi] for lo, hi in pieces(text, 0, len(text))]
['1) Boil water.', '2) Add salt']

A list on one line is cut only where its first item opens the paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from newsdiff.text.sentences.marks import STRONG_BULLETS, skip_space

_RULES = ("***", "___")


def pieces(text: str, lo: int, hi: int) -> list[tuple[int, int]]:
    """Start and end of the pieces of the paragraph `text[lo:hi]`, in order, without surrounding white space."""
    cuts = [lo]
    for rule in _RULES:
        if text.find(rule, lo, hi) >= 0:
            cuts += _rules(text, lo, hi, rule)
    first = text[lo]
    if first in STRONG_BULLETS:
        cuts += _items(text, lo, hi, first)
    elif first in "1aA(":
        cuts += _numbered_items(text, lo, hi)
    if len(cuts) == 1:
        return [(lo, hi)]
    cuts.append(hi)
    cuts.sort()
    found = []
    for start, end in pairwise(cuts):
        start = skip_space(text, start, end)
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _rules(text: str, lo: int, hi: int, rule: str) -> list[int]:
    """Start and end of runs of one character between spaces ("... early. ___ Lee reported")."""
    cuts = []
    at = text.find(rule, lo, hi)
    while at >= 0:
        end = at
        while end < hi and text[end] == rule[0]:
            end += 1
        if (at == lo or text[at - 1].isspace()) and (end == hi or text[end].isspace()):
            cuts += [at, end]
        at = text.find(rule, end, hi)
    return cuts


def _items(text: str, lo: int, hi: int, bullet: str) -> list[int]:
    """The places of the bullets after the first."""
    cuts = []
    at = text.find(bullet, lo + 1, hi)
    while at >= 0:
        if text[at - 1].isspace():
            cuts.append(at)
        at = text.find(bullet, at + 1, hi)
    return cuts


def _numbered_items(text: str, lo: int, hi: int) -> list[int]:
    """The starts of items after the first in "1) One 2) Two": the same marks, the next number, a capital."""
    at = lo + 1 if text[lo] == "(" else lo
    label = text[at : at + 1]
    end = at + 1
    while end < hi and text[end] in ".)":
        end += 1
    marks = text[at + 1 : end]
    if label not in ("1", "a", "A") or not 1 <= len(marks) <= 2 or end >= hi or not text[end].isspace():
        return []
    cuts: list[int] = []
    for count in range(1, 100 if label == "1" else 26):
        name = str(count + 1) if label == "1" else chr(ord(label) + count)
        sign = f" {text[lo:at]}{name}{marks} "
        found = text.find(sign, end, hi)
        end = found + len(sign)
        if found < 0 or not text[end : end + 1].isupper():
            break
        cuts.append(found + 1)
    return cuts
