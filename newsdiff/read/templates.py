r"""Tags of template languages (Liquid, Jinja, Hugo, MDX) and of Markdown's dialects: not copy, but some contain a little.

>>> text = 'See {{< ref "/a/b" >}}it.\n\n{{< img src="a.png" alt="Two men at sea" >}}\n'
>>> covered = cover(text)
>>> covered.text.replace(FILL, "~")
'See ~~~~~~~~~~~~~~~~~~it.\n\n                                            \n'
>>> [text[lo:hi] for lo, hi in covered.captions]
['Two men at sea']

A tag is covered by as many characters that the parser of Markdown takes for letters, and readers drop; where it fills lines
of its own, by spaces. The text between paired tags stays, unless it is code or a comment. Shortcodes alone may span a blank line.
"""  # noqa: E501

from __future__ import annotations

import re
from typing import NamedTuple

FILL = "\ue000"  # private use: no font has it, no file means it
_LONGEST_TAG = 4000  # characters; the longest of the tags tried (a picture with its caption and credit) has 1,100
# Pairs of tags with something between them that is not copy.
_SILENT = {"comment": "comments", "highlight": "code", "codeblock": "code", "code": "code", "math": "formulas"}
_ENDS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "{/*": "*/}", "$$": "$$"}
_KINDS = {"{#": "comments", "{/*": "comments", "{{/*": "comments", "$$": "formulas"}
_OPENING = re.compile(r"\{\{[<%]?|\{%|\{/\*|\$\$|\{[:#.](?=[ \w.#:\-])")
_NAME = re.compile(r"(?:\{\{[<%]|\{%)-?[ \t\n]*(/?[\w.-]*)")
_LANGUAGE = re.compile(r"\s+[\w\"']")  # a highlight without one is of prose
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]{0,300}\}")
# alt="…", and a string of several words without a name: names of files and classes are one word.
_PARAMETER = re.compile(
    r"""(?:\b(?P<name>[\w-]{1,60}+)[ \t]*[=:][ \t]*)?"""
    r"""(?P<mark>["'“])(?P<text>(?:(?!(?P=mark))[^\\]|\\.)*)(?:(?P=mark)|”)""",
    re.DOTALL,
)
COPY_PARAMETERS = frozenset(["alt", "caption", "title", "text", "quote", "heading", "description", "label", "summary"])


class Covered(NamedTuple):
    """A text with its tags covered, the places of the copy inside them, and the parts that are not copy, by kind."""

    text: str
    captions: tuple[tuple[int, int], ...]
    omitted: tuple[tuple[str, int, int], ...]


class _Finder:
    """Finds the next place of a string, and remembers it until it is passed: no text is looked through twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blank = "\n\r\n" if "\r\n" in text else "\n\n"
        self.known: dict[str, int] = {}

    def find(self, wanted: str, at: int) -> int:
        place = self.known.get(wanted, -2)
        if place == -2 or 0 <= place < at:
            place = self.known[wanted] = self.text.find(wanted, at)
        return place

    def find_end(self, name: str, at: int) -> int:
        """The next place of the tag that ends what one of this name began."""
        place = self.known.get(f"end {name}", -2)
        if place == -2 or 0 <= place < at:
            pattern = rf"\{{\{{[<%]-?\s?/\s?{name}\b|\{{%-?\s?end{name}\b"
            found = re.compile(pattern).search(self.text, at)
            place = self.known[f"end {name}"] = found.start() if found else -1
        return place


def cover(text: str, at: int = 0) -> Covered:
    """The text with the tags of template languages covered, from `at` on."""
    if "{" not in text and "$$" not in text:
        return Covered(text, (), ())
    captions: list[tuple[int, int]] = []
    omitted: list[tuple[str, int, int]] = []
    finder = _Finder(text)
    while opening := _OPENING.search(text, at):
        start = opening.start()
        end, kind = _find_end(finder, start, opening[0])
        if end < 0:
            at = start + len(opening[0])
            continue
        omitted.append((kind, start, end))
        if kind == "template tags":
            captions += _find_captions(text, start, end)
        at = end
    return Covered(_hide(text, [(lo, hi) for _, lo, hi in omitted]), tuple(captions), tuple(omitted))


def _find_end(finder: _Finder, start: int, mark: str) -> tuple[int, str]:
    """The end of the tag that begins at `start`, -1 if there is none, and its name."""
    text = finder.text
    if mark in ("{:", "{#", "{."):
        found = _ATTRIBUTES.match(text, start)
        if found:
            return found.end(), "attributes"
        if mark != "{#":
            return -1, ""
    close = _ENDS[mark]
    inner = start + len(mark)
    end = finder.find(close, inner)
    if end < 0 or end - start > _LONGEST_TAG:
        return -1, ""
    # A shortcode may hold blank lines, but none holds another; other tags keep to their paragraph.
    barrier = mark if mark in ("{{<", "{{%") else finder.blank
    if 0 <= finder.find(barrier, inner) < end:
        return -1, ""
    end += len(close)
    kind = "comments" if text.startswith("/*", inner) else _KINDS.get(mark, "template tags")
    name = _NAME.match(text, start)
    if name and name[1] in _SILENT and (name[1] != "highlight" or _LANGUAGE.match(text, name.end(), end)):
        closing = finder.find_end(name[1], end)
        if closing >= 0 and (after := finder.find("}", closing)) >= 0:
            return after + (2 if text.startswith("}", after + 1) else 1), _SILENT[name[1]]
    return end, kind


def _find_captions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of parameters that a reader of the page would read."""
    found = []
    for parameter in _PARAMETER.finditer(text, start, end):
        value = parameter["text"]
        if parameter["name"]:
            wanted = parameter["name"].lower() in COPY_PARAMETERS
        else:
            wanted = len(value.split()) > 1 and not value.lstrip().startswith(("/", "http", "."))
        if wanted and any(c.isalpha() for c in value):
            found.append(parameter.span("text"))
    return found


def _hide(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with spans covered: by letters in a line with other text, by spaces if a line has nothing else."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], FILL * (end - start)]
        at = end
    parts.append(text[at:])
    lines = "".join(parts).split("\n")
    bare = [FILL in line and not line.strip(FILL + " \t\r") for line in lines]
    n = 0
    while n < len(lines):
        if not bare[n]:
            n += 1
            continue
        last = n
        while last < len(lines) and bare[last]:
            last += 1
        # Beside a line of a paragraph a tag is part of it, so that it may be wrapped into it.
        if not any(_is_plain(lines[at]) for at in (n - 1, last) if 0 <= at < len(lines)):
            lines[n:last] = [line.replace(FILL, " ") for line in lines[n:last]]
        n = last
    return "\n".join(lines)


def _is_plain(line: str) -> bool:
    """Whether a line can be one of a paragraph: no blank one, no code, no definition of a link."""
    return bool(line.strip()) and not line.startswith(("    ", "\t")) and not (line.startswith("[") and "]:" in line)
