r"""The shadow of a text: as long as the text, but every character is what a reader would take it for.

>>> shadow("Nvidia&#8217;s shares, he didn`t say.").replace(PAD, "~")
'Nvidia’~~~~~~s shares, he didn’t say.'
>>> shadow("â€œNo,â€\x9d he wonâ€™t.").replace(PAD, "~")
'“~~No,”~~ he won’~~t.'
>>> text = "1. Close it.\n\n2. Pay."
>>> cover_labels(text, [(0, 12, 0), (14, 21, 1)]).replace(PAD, "~")
'~~ Close it.\n\n~~ Pay.'

Sentences, tokens and facts are read off the shadow, and reported with the text's own characters (`edits/printed.py`).
It folds raw entities, escapes from JSON and programs, UTF-8 misread as windows-1252, apostrophes of the wrong shape,
and the labels of list items and clauses, which only count.

ftfy is not used: it returns a text but not where its characters came from, and takes 30 ms to import. Not caught: other
wrong encodings, and escapes that were escaped more than twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from newsdiff.lexicon.en.labels import LABELLED
from newsdiff.text.sentences.marks import STRONG_BULLETS

PAD = "\u2060"  # a word joiner: readers of the text ignore it
# An apostrophe has a letter on either side. U+02BB is a letter of Hawaiian and stays.
_APOSTROPHES = frozenset("\u2018\u201b\u2032\u00b4`\u02bc\uff07")
_ENTITY = r"&(?:amp;)*(?:\#[0-9]{2,7}|\#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ESCAPE = r"(?:\\u[0-9a-fA-F]{4})+|\\[\"']"
_MOJIBAKE_SIGNS = ("â€", "Ã", "Â", "ï»¿", "Ä", "Å")

_BULLETS = frozenset("-*+" + STRONG_BULLETS)  # longer dashes begin a speech
_FIRST = frozenset(["1", "a", "A", "i", "I"])


@cache
def _to_byte() -> dict[str, int]:
    # Bytes beyond ASCII as windows-1252 shows them; as Latin-1 in its gaps.
    high = [bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0x100)]
    return {char: 0x80 + n for n, char in enumerate(high)} | {chr(n): n for n in range(0x80, 0xA0)}


@cache
def _number() -> re.Pattern[str]:
    label = r"\d{1,3}|[a-z]|[A-Z](?=\))|[ivx]{2,5}|[IVX]{2,5}"
    return re.compile(rf"(\(?)({label})([.)]\)?)(?=\s)|\[(\d{{1,3}})\](?=\s)")


@cache
def _clause() -> re.Pattern[str]:
    # "1.1 The Tenant"; with two digits after the stop it is a time or an amount.
    return re.compile(r"\d{1,3}(?:\.\d)+\.?(?=\s+[A-Z\"“(])")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z]+) (\d{1,3})(?=[.:)]?\s*$|[.:)]\s|\s+[–—-]\s|\n)")


def shadow(text: str) -> str:
    """The text as it was meant, padded to its own length; the text itself if there is nothing to do."""
    found = text
    if "&" in found:
        found = _replace(_ENTITY, found, unescape_all)
    if "\\" in found:
        found = _replace(_ESCAPE, found, _unescape_program)
    if not found.isascii():
        if any(sign in found for sign in _MOJIBAKE_SIGNS):
            found = _replace(f"[{re.escape(''.join(_to_byte()))}\ufffd]{{2,}}", found, _read_again)
        if not _APOSTROPHES.isdisjoint(found):
            found = _straighten(found)
    elif "`" in found:
        found = _straighten(found)
    return found


def find_escape(text: str) -> str:
    """The first sequence in a text that encodes another character, "" if there is none."""
    if "&" not in text and "\\" not in text and not any(sign in text for sign in _MOJIBAKE_SIGNS):
        return ""
    seen = shadow(text)
    at = seen.find(PAD)
    while at > 0 and text[at] == PAD:
        at = seen.find(PAD, at + 1)
    if at <= 0:
        return ""
    end = at
    while end < len(seen) and seen[end] == PAD:
        end += 1
    return text[at - 1 : end]


def _replace(pattern: str, text: str, meaning: object) -> str:
    """The text with every match replaced by its meaning, padded to the match's length."""

    def pad(match: re.Match[str]) -> str:
        meant = meaning(match[0])  # type: ignore[operator]
        return meant + PAD * (len(match[0]) - len(meant)) if len(meant) < len(match[0]) else match[0]

    return re.compile(pattern, re.VERBOSE if pattern is _ENTITY else 0).sub(pad, text)


def unescape_all(entity: str) -> str:
    """The character of an entity; the entity itself if it is unknown."""
    from html import unescape  # its table costs 1 ms

    char = unescape(entity)
    while char != entity and char.startswith("&") and char.endswith(";"):
        entity, char = char, unescape(char)
    return entity if char.endswith(";") and len(char) > 1 else char


def _unescape_program(escape: str) -> str:
    if len(escape) == 2:
        return escape[1]
    units = [int(escape[n + 2 : n + 6], 16) for n in range(0, len(escape), 6)]
    try:
        return b"".join([unit.to_bytes(2, "big") for unit in units]).decode("utf-16-be")
    except UnicodeDecodeError:
        return escape


def _read_again(run: str) -> str:
    """A run of characters read as UTF-8, as many times as that works."""
    meant = run
    for _ in range(2):
        lossy = re.sub("â€(?=[\x9d\ufffd]|â€|$)[\x9d\ufffd]?", "â€\x9d", meant)  # U+201D, its last byte lost
        try:
            meant = bytes([_to_byte()[char] for char in lossy]).decode()
        except (KeyError, UnicodeDecodeError):
            break
    return meant


def _straighten(text: str) -> str:
    """The text with an apostrophe in place of any similar mark between two letters."""
    chars = list(text)
    for n in range(1, len(chars) - 1):
        if chars[n] in _APOSTROPHES and chars[n - 1].isalpha() and chars[n + 1].isalpha():
            chars[n] = "\u2019"
    return "".join(chars)


def cover_labels(text: str, spans: Sequence[tuple[int, int, int]]) -> str:
    """The text with the numbers of its list items and clauses padded away; `spans` as `split_spans` gives them.

    A label is one of several of its shape, or the first of its kind ("1.", "(a)"): so a date such as "3. Mai" stays.
    A bullet is one too.
    """
    before = [-1, *[paragraph for _, _, paragraph in spans]]
    found = [label for span, last in zip(spans, before, strict=False) if (label := _find_label(text, *span, last))]
    shapes = Counter([shape for _, _, shape, _ in found])
    parts = []
    at = 0
    for start, end, shape, first in found:
        if first or shapes[shape] > 1:
            parts += [text[at:start], PAD * (end - start)]
            at = end
    return "".join([*parts, text[at:]]) if parts else text


def _find_label(text: str, lo: int, hi: int, paragraph: int, before: int) -> tuple[int, int, str, bool] | None:
    """The label at the beginning of a sentence: start, end, shape, and whether it is the first of its kind."""
    head = text[lo : lo + 7]
    if head[0] in _BULLETS and head[1:2].isspace() and paragraph != before and text[lo + 1 : hi].strip():
        return lo, lo + 1, "bullet", True
    if head[0].isdigit() and (match := _clause().match(text, lo, hi)):
        return lo, match.end(), "1.1", False
    if (head[0].isalnum() or head[0] in "([") and ("." in head or ")" in head or "]" in head):
        match = _number().match(text, lo, hi)
        if match and text[match.end() : hi].strip():
            label = match[2] or match[4]
            shape = "1" if label.isdigit() else "i" if len(label) > 1 else "a"
            return lo, match.end(), (match[1] or "") + shape + (match[3] or "]"), label in _FIRST
    if paragraph != before and head[0].isalpha() and text[lo : lo + 16].split(None, 1)[0].lower() in LABELLED:
        match = _named().match(text, lo, hi)
        if match:
            return match.start(2), match.end(2), match[1].lower(), match[2] == "1"
    return None
