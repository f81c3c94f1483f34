"""What pages call their parts, in classes, ids and roles. The lists are in pages.txt."""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("pages")

FURNITURE = _LIST.words("FURNITURE")
MEDIA = _LIST.words("MEDIA")
CORRECTION = _LIST.words("CORRECTION")
CORRECTION_STARTS = tuple(_LIST.lines("CORRECTION_STARTS"))
STANDFIRST = _LIST.words("STANDFIRST")
PULL_QUOTES = _LIST.words("PULL_QUOTES")
