"""Words that a number follows as a name: "Step 1: Boil water". The lists are in labels.txt."""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("labels")

LABELLED = _LIST.words("LABELLED")
