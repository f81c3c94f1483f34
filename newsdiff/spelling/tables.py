"""The lists that the spelling detector reads, each once and only when a word asks for it."""

from __future__ import annotations

import os  # pathlib would cost 3 ms to import
from functools import cache

_HOME = os.path.join(os.path.dirname(__file__), "..", "lexicon", "en")


def read_text(name: str) -> str:
    """A file of newsdiff/lexicon/en."""
    with open(os.path.join(_HOME, name), encoding="utf-8") as file:
        return file.read()


def read_lines(name: str) -> list[str]:
    """The lines of a list in newsdiff/lexicon/en that are neither empty nor a comment."""
    return [line for line in read_text(name).split("\n") if line and line[0] != "#"]


def read_sections(name: str) -> list[list[str]]:
    """The lines of a list by section; a heading, which is a comment after an empty line, begins one."""
    sections: list[list[str]] = []
    for block in read_text(name).split("\n\n#")[1:]:
        sections.append([line for line in block.split("\n")[1:] if line and line[0] != "#"])
    return sections


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of "old/new old/new", in order."""
    return tuple([(old, new) for old, _, new in [pair.partition("/") for pair in text.split()]])


@cache
def _ranks() -> object:
    """The vocabulary's `rank`, or None if the package came without its vectors."""
    try:
        from newsdiff.lexicon.vectors import rank
    except ImportError:
        return None
    return rank


def rank(word: str) -> int | None:
    """How many words of English news are more frequent, None for a word outside the 50,000."""
    look = _ranks()
    return look(word) if callable(look) else None
