r"""Front matter (YAML, TOML, JSON) -> the fields that a reader of the page would read, with their places.

>>> text = '---\ntitle: "Dam fails"\ndate: 2026-03-01\nsummary: >\n  It broke\n  at night.\n---\nBody.'
>>> end, fields = read_front(text)
>>> [(name, [text[lo:hi] for lo, hi in spans]) for name, spans in fields], text[end:]
([('title', ['Dam fails']), ('summary', ['It broke', 'at night.'])], 'Body.')

It does not parse any of the three fully: it knows keys with a string on their line or on indented lines below. It
ignores anchors, flow mappings and the like; anything that is not read counts as left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

COPY_FIELDS = frozenset(
    """title description summary subtitle excerpt caption alt teaser headline deck dek standfirst subhead lede lead
    abstract heading subheading kicker tagline blurb image_alt image_caption image_alt_text alt_text short_title
    social_title social_description seo_title meta_description""".split()
)
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(
    r"""(?P<indent>[ \t]*)(?:-[ ]+)?(?P<mark>["']?)(?P<name>[A-Za-z][\w .-]{0,60}?)(?P=mark)[ \t]*"""
    r"""[:=](?=\s|$|["'])[ \t]*"""
)
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_STRING = re.compile(r'"(?P<name>[\w-]{1,60})"\s*:\s*"(?P<text>(?:[^"\\]|\\.)*)"')


class Field(NamedTuple):
    """A field that is copy: its name, and the spans of the file that make up its text."""

    name: str
    spans: tuple[tuple[int, int], ...]


def read_front(text: str, more: Iterable[str] = ()) -> tuple[int, list[Field]]:
    """Where the front matter of a file ends (0 if it has none), and its copy: COPY_FIELDS and those in `more`."""
    fields = COPY_FIELDS.union([_fold(name) for name in more])
    start = 1 if text.startswith("\ufeff") else 0
    opening = _OPENING.match(text, start)
    if opening is None:
        return _read_json(text, start, fields)
    lines = _lines(text, opening.end())
    for n, (lo, hi) in enumerate(lines):
        bare = text[lo:hi].rstrip()
        if bare == opening[1] or (bare == "..." and opening[1] == "---"):
            end = lines[n + 1][0] if n + 1 < len(lines) else len(text)
            return end, _read_fields(text, lines[:n], fields)
    return 0, []


def _fold(name: str) -> str:
    """The name of a field, however its words are joined: Image-Alt, image_alt."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _lines(text: str, at: int) -> list[tuple[int, int]]:
    """(start, end) of every line from `at` on, without its end."""
    found = []
    for line in text[at:].split("\n"):
        found.append((at, at + len(line.removesuffix("\r"))))
        at += len(line) + 1
    return found


def _read_fields(text: str, lines: list[tuple[int, int]], wanted: frozenset[str]) -> list[Field]:
    """The fields of YAML or TOML."""
    found = []
    n = 0
    while n < len(lines):
        lo, hi = lines[n]
        n += 1
        key = _KEY.match(text, lo, hi)
        if key is None:
            continue
        indent = len(key["indent"])
        rest = (key.end(), hi)
        more = []
        while n < len(lines) and _belongs(text, lines[n], indent):
            more.append(lines[n])
            n += 1
        if _fold(key["name"]) in wanted:
            if spans := _value(text, rest, more):
                found.append(Field(key["name"], spans))
        elif more:
            n -= len(more)  # a mapping: the indented lines are its own keys
    return found


def _belongs(text: str, line: tuple[int, int], indent: int) -> bool:
    """Whether a line continues the value of a key at `indent`."""
    body = text[line[0] : line[1]]
    return not body.strip() or len(body) - len(body.lstrip()) > indent


def _value(text: str, rest: tuple[int, int], more: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans of a string: quoted, plain, or on the indented lines below."""
    lo, hi = rest
    first = text[lo:hi]
    if _BLOCK.match(first):
        return tuple([_trim(text, *line) for line in more if text[line[0] : line[1]].strip()])
    mark = next((m for m in ('"""', "'''", '"', "'") if first.startswith(m)), "")
    spans = []
    for start, end in [(lo + len(mark), hi), *more]:
        start, end = _trim(text, start, end)
        if mark:
            close = _closing(text, mark, start, end)
            if close >= 0:
                spans.append((start, close))
                break
        elif (comment := text.find(" #", start, end)) >= 0:
            end = comment
        spans.append(_trim(text, start, end))
    if first[:1] in ("[", "{", "&", "*", "!") or (not mark and any(_KEY.match(text, *line) for line in more)):
        return ()
    return tuple([span for span in spans if span[0] < span[1]])


def _closing(text: str, mark: str, at: int, end: int) -> int:
    """Where the string ends that `mark` opened."""
    while True:
        at = text.find(mark, at, end)
        if at < 0:
            return -1
        if mark == "'" and text.startswith("''", at):
            at += 2
        elif mark != "'" and text[at - 1] == "\\":
            at += 1
        else:
            return at


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _read_json(text: str, start: int, wanted: frozenset[str]) -> tuple[int, list[Field]]:
    """Front matter of JSON: an object at the very top."""
    if not text.startswith("{", start) or text[start + 1 : start + 2] not in ("\n", "\r", '"', " "):
        return 0, []
    import json

    try:
        whole, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return 0, []
    if not whole or not isinstance(whole, dict):
        return 0, []
    found = [
        Field(string["name"], (string.span("text"),))
        for string in _STRING.finditer(text, start, end)
        if _fold(string["name"]) in wanted and string["text"].strip()
    ]
    return end, found
