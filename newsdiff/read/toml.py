"""TOML files that somebody else may have written: bounded, regular files, and one kind of error for any fault.

>>> parse_toml("a = 1")
{'a': 1}
>>> parse_toml("a = " + 100_000 * "[")
Traceback (most recent call last):
ValueError: nested too deeply
"""

from __future__ import annotations

import os
import re
import stat
from typing import Any

MOST = 10_000_000  # bytes; a desk's accepted changes of some years are under one million
# Parts of a dotted key; tomllib takes time with their square, ours have three.
_ENDLESS_KEY = r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){64}"


def read_toml_text(path: str) -> str:
    """The text of a file in UTF-8. Raises OSError, also for a pipe or a device, and ValueError."""
    # Reading a pipe without a writer would never end.
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(None, "not a regular file")
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise ValueError(f"more than {MOST} bytes")
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of a text. Raises ValueError for a mistake, or for text that would take too long to read."""
    import tomllib

    if re.search(_ENDLESS_KEY, text):
        raise ValueError("a key of more than 64 parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def place_mistake(error: ValueError, text: str, name: str) -> str:
    """A mistake that `parse_toml` found in the text of a file called `name`, with its line: "name:2: what".

    >>> place_mistake(ValueError("Expected '=' after a key (at end of document)"), "desk", "a.toml")
    "a.toml:1: Expected '=' after a key"
    """
    message = str(error)
    what, _, where = message.rpartition(" (at ")
    line = "".join([c for c in where.partition(",")[0] if c.isdigit()])
    return f"{name}:{line or len(text.splitlines()) or 1}: {what or message}"
