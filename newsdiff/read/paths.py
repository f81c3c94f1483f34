r"""Which paths are prose, and which paths a pattern matches.

>>> matches("desk/2026/fire.txt", "desk/**/*.txt"), matches("desk/fire.txt", "*.txt"), matches("a/desk/x", "desk/")
(True, True, True)

Patterns are those of .gitignore, without negation: `*` and `?` stay within a name, `**` crosses folders, a pattern
with a slash (not at its end) starts at the top, one without matches a name at any depth, and a folder means all that is
in it. Not pathspec: its expressions never return from a pattern such as `*a*a*a…b`, which anybody who may edit the
configuration could write, and importing it takes 15 ms of CPU.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

PROSE = (".txt", ".text", ".md", ".markdown", ".rst", ".adoc", ".asciidoc", ".html", ".htm")


def is_prose(path: str, more: Iterable[str] = ()) -> bool:
    """Whether a file is prose by its suffix; `more` are further suffixes, in lower case."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(PROSE) or name.endswith(tuple(more))


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern matches a path."""
    parts = tuple(path.split("/"))
    bare = pattern.rstrip("/")
    names = tuple([name for name in bare.split("/") if name not in ("", ".")])
    if not names:
        return False
    if "/" not in bare.removeprefix("./") and not bare.startswith("./"):
        names = ("**", *names)
    # A pattern that matches a folder above the path matches the path too; with a slash at its end, only folders.
    last = len(parts) - 1 if pattern.endswith("/") else len(parts)
    return any(_match(parts[:n], names) for n in range(1, last + 1))


def _match(parts: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether names match parts one by one, "**" for any number of them; no backtracking over pairs seen before."""

    @cache
    def match(n: int, k: int) -> bool:
        if k == len(names):
            return n == len(parts)
        if names[k] == "**":
            return match(n, k + 1) or (n < len(parts) and match(n + 1, k))
        return n < len(parts) and _fits(parts[n], names[k]) and match(n + 1, k + 1)

    return match(0, 0)


def _fits(name: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern)
