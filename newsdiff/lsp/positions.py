r"""Offsets in code points as an editor's lines and characters, and back.

>>> lines = Lines("Ferry \U0001f6a2 sank.\r\nTwo died.")
>>> lines.find(8), lines.find(8, "utf-8"), lines.find(16)
((0, 9), (0, 11), (1, 1))
>>> lines.offset(0, 9), lines.offset(1, 99), lines.offset(9, 0)
(8, 24, 24)

A line ends with LF, CR LF or CR and nothing else; Python's own notion of lines also ends them at form feeds and U+2028.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

_UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(char > "\uffff" for char in text),
    "utf-32": len,
}


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *[found.end() for found in re.finditer(r"\r\n|\r|\n", text)]]

    def find(self, offset: int, encoding: str = "utf-16") -> tuple[int, int]:
        """Line and character of an offset, from 0, characters in the units of the encoding."""
        line = bisect_right(self.starts, offset) - 1
        return line, _UNITS[encoding](self.text[self.starts[line] : offset])

    def offset(self, line: int, character: int, encoding: str = "utf-16") -> int:
        """The offset of a position; the end of the line for one beyond it, as the protocol says."""
        if line >= len(self.starts):
            return len(self.text)
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        content = self.text[start:end].rstrip("\r\n")
        measure, used = _UNITS[encoding], 0
        for n, char in enumerate(content):
            if used >= character:
                return start + n
            used += measure(char)
        return start + len(content)
