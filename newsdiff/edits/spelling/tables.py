"""The lists that the spelling detector reads, each once and only when a word asks for it."""

from __future__ import annotations

import os
from functools import cache

HOME = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "lexicon", "en")


def read_lines(name: str) -> list[str]:
    """The lines of a list in newsdiff/lexicon/en that are neither empty nor a comment."""
    with open(os.path.join(HOME, name), encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and line[0] != "#"]


@cache
def _ranks() -> object:
    """The vocabulary's `rank`, or None where the package came without its vectors."""
    try:
        from newsdiff.lexicon.vectors import rank
    except ImportError:
        return None
    return rank


def rank(word: str) -> int | None:
    """How many words of English news are more frequent, None for a word outside the 50,000."""
    look = _ranks()
    return look(word) if callable(look) else None
