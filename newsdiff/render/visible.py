r"""Article text made safe for a terminal: one line, with nothing that a terminal would obey or hide.

>>> make_visible("red \x1b[31m\nink \u202etxt")
'red ␛[31m ink \\u202etxt'

A text that merely looks like another (Cyrillic а for Latin a) passes as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Printable to Unicode, yet invisible: they would hide in a cell or change the width of what precedes them.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800")
_SELECTORS = frozenset("\u034f\u180b\u180c\u180d\u180f\ufe0e\ufe0f\ufeff")
_JOINERS = frozenset("\u200c\u200d")
# Arabic number signs and the like are in the class "format", but visible.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


def make_visible(text: str) -> str:
    """The text on one line: white space as one space, control and invisible characters as visible stand-ins."""
    if not (text.isascii() and text.isprintable()):
        for char in sorted(set(text)):
            if char not in _JOINERS and (char in _BLANK or char in _SELECTORS or not char.isprintable()):
                text = text.replace(char, _stand_in(char))
        if not _JOINERS.isdisjoint(text):
            text = _stray_joiner().sub(lambda match: _notation(match.group()), text)
    if "  " in text:
        words = text.split()
        lead, trail = " " * (text[0] == " "), " " * (text[-1] == " ")
        text = lead + " ".join(words) + trail if words else " "
    return text


def _stand_in(char: str) -> str:
    """The stand-in for a character that is not printed."""
    code = ord(char)
    if char in _SEEN:
        return char
    if char in _SELECTORS:
        return ""
    if char == "\u00ad":
        return "\u2027"
    if char in "\t\n\v\f\r\x85" or unicodedata.category(char) in ("Zs", "Zl", "Zp"):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _notation(char)


def _notation(char: str) -> str:
    r"""`\x9b`, `\u202e`, `\U000e0041`."""
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@cache
def _stray_joiner() -> re.Pattern[str]:
    """A zero-width (non-)joiner that is not between Arabic or Indic letters, whose spelling needs it."""
    return re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")


def guard(text: str) -> str:
    r"""The lines of a text without anything that a terminal would obey; merely invisible characters stay.

    >>> guard("a\t\x1b[31m\r\nb")
    'a\t␛[31m\nb'
    """
    return "\n".join([_obeyed().sub(lambda match: _stand_in(match.group()), line) for line in text.splitlines()])


def guard_log(text: str) -> str:
    r"""Lines without anything that a GitHub runner would take for a command, whoever wrote them.

    >>> guard_log(" ::error::no\nsays ##[error]no")
    ' :\u2060:error::no\nsays #\u2060#[error]no'
    """
    if "::" not in text and "##[" not in text:
        return text
    return _command().sub("\\1\u2060\\2", text)


@cache
def _command() -> re.Pattern[str]:
    """`::` at the beginning of a line, and the older `##[` anywhere in it."""
    breaks = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
    return re.compile(rf"((?:^|(?<=[{breaks}]))[^\S{breaks}]*:|#)(:|#\[)", re.MULTILINE)


@cache
def _obeyed() -> re.Pattern[str]:
    """Control characters except the tab, and whatever changes the direction of a line."""
    return re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
