"""Folds: small functions str -> str that remove differences that do not count; together they make a token's key.

>>> fold("\u201cco\u00adop\u201d \u2014 \ufb01ne\u2026")
'"coop" - fine...'
>>> strip_marks("Erdo\u011fan, caf\u00e9, S\u00f8ren")
'Erdogan, cafe, Soren'

Nothing here rewrites an article: keys are shadows of tokens. Case is not folded; `words.py` knows which words
are capitalised because of their position.
"""

from __future__ import annotations

import unicodedata

# Quotation marks of all styles become one mark; so do apostrophes and single quotes, which share characters.
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02\u300c\u300d\u300e\u300f\u02ba"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u2039\u203a\uff07\u00b4`"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a\u2e3b"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Soft hyphens, zero-width characters, direction marks, BOM, variation selectors: not read, so they do not count.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
# Letters that NFD does not decompose, and their form without marks.
_SOLID = {
    "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u0127": "h",
    "\u0126": "H", "\u0131": "i", "\u0180": "b", "\u0268": "i", "\u0167": "t", "\u0166": "T", "\u02bb": "",
    "\u02bf": "", "\u02be": "", "\u0259": "a", "\u018f": "A", "\u00f0": "d", "\u00d0": "D",
}  # fmt: skip

_FOLDS = str.maketrans(
    {
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(INVISIBLE, ""),
        "\u2026": "...",
        "\u22ef": "...",
    }
)
_MARKS = str.maketrans(_SOLID)


def fold(text: str) -> str:
    """The text with every difference folded that does not count, except white space and case.

    Quotes, dashes, ellipses, composed and decomposed forms, ligatures, full-width forms, soft hyphens and
    zero-width characters. NFKC is applied character by character only where a character is a ligature or a
    full-width form: as a whole it would also turn "10\u00b2" into "102" and "\u00bd" into "1\u20442".
    """
    if text.isascii():
        return text.replace("`", "'") if "`" in text else text
    text = unicodedata.normalize("NFC", text.translate(_FOLDS))
    if text.isascii():
        return text
    return "".join([_fold_form(c) if "\ufb00" <= c <= "\uffef" or "\u0132" <= c <= "\u01cc" else c for c in text])


def _fold_form(char: str) -> str:
    """Ligatures, full-width and half-width forms, digraph letters."""
    return unicodedata.normalize("NFKC", char)


def strip_marks(text: str) -> str:
    """The text without diacritics, as a typesetter who lacks those letters would print it."""
    if text.isascii():
        return text
    bare = [c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)]
    return unicodedata.normalize("NFC", "".join(bare)).translate(_MARKS)
