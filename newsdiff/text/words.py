"""Sentence -> tokens: words and marks with their offsets, each with the key that is compared.

>>> [t.key for t in tokenize("\u201cKuzey\u2019s co\u00adop isn\u2019t listed,\u201d he said \u2014 twice\u2026")]
['"', 'Kuzey', "'s", 'coop', "isn't", 'listed', ',', '"', 'he', 'said', '-', 'twice', '...']

A possessive 's is a token of its own, a hyphenated word is one token, and in scripts without spaces each character
(with its marks) is one. A full stop belongs to a word only in abbreviations of single letters (U.S., a.m.).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from sys import intern
from types import MappingProxyType

from newsdiff.model import Token
from newsdiff.text.normalize import INVISIBLE, fold

# Marks, and words of more than plain letters, that are remembered. A long run must not grow.
KEPT = 1 << 11

# Scripts written without spaces: Han, kana, and the South-East Asian ones, where a cluster is a letter and its marks.
_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30a0\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
_CLUSTERED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_CLUSTER_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u17b4-\u17d3\u17dd"
)
# Marks that belong to the letter before them but are not in \w; in the Indic blocks, all but the danda.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0730-\u074a\u07a6-\u07b0\u08d3-\u0963\u0966-\u0dff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_BLANK = re.escape(INVISIBLE)

# One pattern for two alphabets: compiling the classes for all scripts costs 15 ms, so plain Western text does without.
# The pattern of addresses is used only if there are any: .5 ms to compile, and a search for "@" after every word.
_WESTERN = r"[^\W_]"
_ANY = rf"(?:[^\W_{_HAN}{_KATAKANA}{_CLUSTERED}]|[{_MARKS}{_BLANK}])"
_OTHER_SCRIPTS = rf"""
    | [{_HAN}][{_MARKS}{_BLANK}]* | [{_KATAKANA}]+
    | [{_CLUSTERED}][{_CLUSTER_MARKS}{_BLANK}]*
"""
# A set of letters, not a pattern, which would take 0.4 ms to compile.
_WESTERN_LETTERS = frozenset(
    map(chr, (*range(0xAD), *range(0xAE, 0x300), *range(0x2010, 0x2028), *range(0x2030, 0x205F), 0x20AC))
)


_ADDRESSES = r"""
          (?:https?://|www\.)[^\s<>"\u201c\u201d]*[\w/]
        | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+                   # once a run: scripts without spaces have long ones
        |
"""


def _pattern(letter: str, other: str, addresses: str = "", ending: str = r"[sS]\b") -> re.Pattern[str]:
    # A set with a character beyond Latin-1 and more than two gaps takes .2 ms to compile, so these are cut up.
    return re.compile(
        rf"""
        {addresses}
          (?:[^\W\d_]\.){{2,}}                                      # U.S., a.m., J.R.R.
        | (?<=\w)['\u2019]{ending}                                 # a possessive: Kuzey's
        | {letter}+
          (?: (?: - | [\u2010\u2011\u2013]                          # north-east, 2-1, 10-12
                | ['\u2019](?!{ending})                                # isn't, O'Brien
                | (?: [-\u00ad] | \u2010 | (?<=\u00ad) )               # the soft one is a letter to _ANY
                  [ \t]*(?:\r\n|[\n\r\f])[ \t]*(?=[^\W\d_])         # inter-<line end>national
                | (?<=\d)[.,:/](?=\d)                               # 1,150  3.1  5:40
                | &(?=[A-Z])                                        # AT&T
                | \.(?=(?:com|org|net|gov|edu|info|eu|uk|de|fr|io)\b)       # newsdiff.org
              ) {letter}+ )*
        {other}
        | <<(?=\w) | (?<=[\w.,!?])>> | (?<!\w),,(?=\w)              # typewriter quotation marks
        | \.(?:\ ?\.)+ | \u2026+ | --+ | ___+ | \*\*+ | ==+ | ~~+ | ``+ | ''+
        | \S
        """,
        re.VERBOSE,
    )


_western = _pattern(_WESTERN, "")


@cache
def _western_addresses() -> re.Pattern[str]:
    return _pattern(_WESTERN, "", _ADDRESSES)


@cache
def _full() -> re.Pattern[str]:
    return _pattern(_ANY, _OTHER_SCRIPTS, _ADDRESSES, rf"[{_BLANK}]*[sS]\b")


_LINE_BREAK = r"([-\u2010\u00ad])[ \t]*(?:\r\n|[\n\r\f])[ \t]*"  # compiled only if a word is broken: 0.3 ms
_BREAKS = frozenset("\n\r\f")
_new = tuple.__new__  # half the cost of Token(...), and an article has hundreds


def tokenize(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    known: AbstractSet[str] = frozenset(),
    strict: bool = False,
    variants: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, with offsets into `text`.

    `known` has the (folded) words of both articles, which decide whether a word hyphenated at a line end keeps its
    hyphen. `variants` gives a word the key of another that counts as the same. With `strict`, a key is the text as it
    is, with the white space after it.
    """
    end = len(text) if end is None else end
    tokens: list[Token] = []
    first = True
    sentence = text[start:end]
    if not (sentence.isascii() or _WESTERN_LETTERS.issuperset(sentence)):
        pattern = _full()
    elif "@" in sentence or "://" in sentence or "www." in sentence:
        pattern = _western_addresses()
    else:
        pattern = _western
    for match in pattern.finditer(text, start, end):
        piece = intern(match.group())  # one string for each word: it takes less room, and its hash is already known
        plain = piece.isascii() and piece.isalpha()
        key = piece if plain else _key(piece) if _BREAKS.isdisjoint(piece) else _joined(piece, known)
        if not key and not strict:
            continue
        if variants and key in variants:
            key, plain = variants[key], False
        word = plain or key[:1].isalnum() or (len(key) > 1 and key[1].isalnum())
        if word:
            initial, first = first, False
        else:
            initial = False
            # A quotation opened after a comma, a colon or a dash begins a sentence of its own; so does what
            # follows a dateline.
            if (key == '"' and (not tokens or tokens[-1].key in (",", ":", "-", "("))) or (
                key == "-" and len(tokens) < 12 and tokens and (tokens[-1].key == ")" or tokens[0].key.isupper())
            ):
                first = True
        tokens.append(_new(Token, (piece, match.start(), match.end(), key, word, initial)))
    if not tokens and sentence.strip():  # only invisible characters: one token, so that nothing is lost
        tokens.append(Token(sentence, start, end, " ", False, False))
    if strict:
        stops = [t.start for t in tokens[1:]] + [end]
        tokens = [t._replace(key=text[t.start : stop]) for t, stop in zip(tokens, stops, strict=True)]
    return tuple(tokens)


def _joined(piece: str, known: AbstractSet[str]) -> str:
    """The key of a word that is broken at the end of a line."""
    if "\u00ad" in piece:
        piece = re.sub(_LINE_BREAK, "", piece)
    if _BREAKS.isdisjoint(piece):
        return _key(piece)
    key = fold(piece)
    joined = re.sub(_LINE_BREAK, "", key)
    kept = re.sub(_LINE_BREAK, "-", key)
    own = key[:1].isdigit() or kept.rpartition("-")[2][:1].isupper()  # 10-<line end>metre, Sint-<line end>Aldric
    return kept if kept in known or (joined not in known and own) else joined


@lru_cache(maxsize=KEPT)
def _key(piece: str) -> str:
    """The key of a token that is more than plain letters."""
    key = fold(piece)
    if key.isalnum():
        return key
    bare = key.replace(" ", "")
    if bare in ("<<", ">>", ",,") or (bare and not bare.strip("'")):
        return '"'
    if bare and not bare.strip("-"):
        return "-"
    if bare.startswith("..") and not bare.strip("."):
        return "..."
    return bare
