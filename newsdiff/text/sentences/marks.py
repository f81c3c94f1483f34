"""The characters that end, open and close sentences, and functions that look at the text around a place.

>>> word_before("said Lt. Gen. Kaya", 0, 12)
'Gen'
>>> word_after("said Don’t go", 5, 13)
"Don't"
"""

from __future__ import annotations

# Marks that end a sentence whatever follows: CJK, Arabic, Urdu, Indic, Armenian, Ethiopic, Khmer, Burmese, Tibetan.
FINAL = "。！？｡؟۔।॥։።፧፨។៕။།⁇⁈⁉﹒"
FINALS = frozenset(FINAL)
MARKS = frozenset(".!?…．" + FINAL)

CLOSING = frozenset("”’»›)]}」』）】》〉］｝＂〞〟〕")
OPENING = frozenset("“‘«‹([{„‚「『（【《〈［｛¡¿‟‛〔")
EITHER = frozenset("\"'“‘«‹`*_")  # closing in some places and languages
QUOTES = frozenset("\"'“”‘’«»‹›„‚「」『』`")
# Zero-width characters, soft hyphen, marks of direction, BOM.
UNSEEN = frozenset("\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff")
DASHES = frozenset("-‐‑‒–—―")
STRONG_BULLETS = "•⁃▪◦●■►▶‣"  # used only as bullets
BULLETS = frozenset(STRONG_BULLETS + "·*–-—−+>")

_BREAKS = frozenset('"“”‘«»‹›„‚([{/—–¡¿<>=|:;,)')
_NOT_WORD = ".*_'`" + STRONG_BULLETS
_LONGEST_WORD = 40


def word_before(text: str, start: int, stop: int) -> str:
    """The word that a full stop at `stop` closes, with the stops inside it ("a.m"); "" if there is none."""
    at = stop
    low = max(start, stop - _LONGEST_WORD)
    while at > low:
        char = text[at - 1]
        if char.isspace() or char in _BREAKS:
            break
        at -= 1
    return text[at:stop].rstrip(".").lstrip(_NOT_WORD)


def word_after(text: str, at: int, hi: int) -> str:
    """The letters from `at` on, with straight apostrophes; "" if there is no letter."""
    end = at
    limit = min(hi, at + _LONGEST_WORD)
    while end < limit and (text[end].isalpha() or text[end] in "'’"):
        end += 1
    return text[at:end].replace("’", "'")


def skip_space(text: str, at: int, hi: int) -> int:
    """The first place from `at` on, up to `hi`, that is not white space."""
    while at < hi and text[at].isspace():
        at += 1
    return at


def is_caseless(char: str) -> bool:
    """Whether a character has no capital: a digit, a mark, or a letter of a script without case."""
    return char.lower() == char.upper()


def is_wide(char: str) -> bool:
    """Whether a character belongs to a script set without spaces in full-width cells (Chinese, Japanese, Korean)."""
    return "⺀" <= char <= "\ua4cf" or "가" <= char <= "\ud7af" or "\uff00" <= char <= "\uff60"
