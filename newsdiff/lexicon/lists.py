"""The word lists of lexicon/en/*.txt.

>>> joints = read_list("figures").words("RANGE_JOINTS")
>>> sorted(joints)
['-', 'and', 'from', 'or', 'through', 'to']

A list opens with comments that name its source, its licence and its purpose. A section is headed by its name in
brackets and, in comments, the reason for it; it has words, or one entry on each line: a phrase, or a key, a colon and
the meaning of the key.
"""

from __future__ import annotations

import os  # pathlib would cost 3 ms to import
from functools import cache

_HOME = os.path.join(os.path.dirname(__file__), "en")


class WordList:
    """The sections of a list, each as the requested container."""

    def __init__(self, text: str) -> None:
        self._sections: dict[str, str] = {}
        for section in text.split("\n[")[1:]:
            name, _, body = section.partition("]\n")
            self._sections[name] = body

    def lines(self, section: str) -> list[str]:
        """The lines that are neither empty nor a comment."""
        return [line for line in self._sections[section].split("\n") if line and line[:2] != "# "]

    def words(self, section: str) -> frozenset[str]:
        """All words."""
        return frozenset(" ".join(self.lines(section)).split())

    def entries(self, section: str) -> dict[str, str]:
        """Key -> the text after its colon; the texts of a repeated key are joined."""
        table: dict[str, str] = {}
        for line in self.lines(section):
            key, _, value = line.partition(": ")
            table[key] = f"{table[key]} {value}" if key in table else value
        return table

    def classes(self, section: str) -> dict[str, frozenset[str]]:
        """Key -> the words after its colon."""
        return {key: frozenset(words.split()) for key, words in self.entries(section).items()}

    def phrases(self, section: str) -> tuple[tuple[str, ...], ...]:
        """The words of each line."""
        return tuple(tuple(line.split()) for line in self.lines(section))

    def pairs(self, section: str, joint: str) -> dict[str, tuple[str, str]]:
        """Key -> the two parts of the text after its colon."""
        parts = {key: text.partition(joint) for key, text in self.entries(section).items()}
        return {key: (first.strip(), second.strip()) for key, (first, _, second) in parts.items()}

    def ratios(self, section: str) -> dict[str, tuple[int, int]]:
        """Key -> two whole numbers separated by a stroke."""
        return {key: (int(above), int(below)) for key, (above, below) in self.pairs(section, "/").items()}

    def numbers(self, section: str) -> dict[str, int]:
        """Word -> number, from lines with a number, a colon and its words."""
        return {word: int(n) for n, words in self.entries(section).items() for word in words.split(", ")}

    def places(self, section: str, bar: str | None, joint: str | None) -> dict[str, frozenset[tuple[int, int]]]:
        """Word -> the lines it is on, and its column in each; a bar separates columns, a joint words of one column.

        None is white space.
        """
        table: dict[str, set[tuple[int, int]]] = {}
        for n, line in enumerate(self.lines(section)):
            for m, column in enumerate(line.split(bar)):
                for word in column.split(joint):
                    table.setdefault(word, set()).add((n, m))
        return {word: frozenset(found) for word, found in table.items()}


def read_text(name: str) -> str:
    """A file of lexicon/en."""
    with open(os.path.join(_HOME, name), encoding="utf-8") as file:
        return file.read()


@cache
def read_list(name: str) -> WordList:
    """The list lexicon/en/NAME.txt."""
    return WordList(read_text(f"{name}.txt"))


def read_lines(name: str) -> list[str]:
    """The lines of a list without sections, lexicon/en/NAME, that are neither empty nor a comment."""
    return [line for line in read_text(name).split("\n") if line and line[0] != "#"]


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of "old/new old/new", in order."""
    return tuple((old, new) for old, _, new in (pair.partition("/") for pair in text.split()))
