"""Cues: words that negate, soften or limit a claim, each with the words it belongs to; code shared by their readers.

A reader is a table of words and phrases, and a rule that finds the heads of a cue, the nearest first. A clause ends at
marks, at words that begin a clause, and at an "and" or a comma followed by a finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsdiff.lexicon.en.function_words import CLASSES, NUMBERS
from newsdiff.lexicon.en.verbs import FINITE
from newsdiff.lexicon.phrases import Phrases
from newsdiff.model import Article, Sentence, Span, Token

_BREAKS = frozenset((";", ":", "-", "(", ")", ".", "!", "?", "..."))
_JOINTS = frozenset("but while although though because since which who whom whereas unless until when where".split())
_ALL = frozenset("all every everything everyone everybody anything nothing none nobody anybody last".split())
_LINKS = frozenset(("and", "or", "but", "so", "yet", "nor"))
_OPENERS = frozenset(("and", "or", ","))
# Words between an "and" and the finite verb that turns the rest into a clause: and the women were, you can.
_SUBJECT = 4


class Cue(NamedTuple):
    """A word or phrase, its class, and the words it belongs to, the nearest first."""

    text: str
    start: int
    end: int
    kind: str  # polarity, modality, quantifier, connective, status
    value: str  # words of one class say the same
    heads: tuple[Span, ...]


class Line(NamedTuple):
    """A sentence as a reader sees it."""

    keys: Sequence[str]  # lower-case
    tokens: Sequence[Token]


# The heads of the cue in tokens lo to hi (end included) of a class; None if it is not a cue.
Heads = Callable[[Line, int, int, str], Iterable[int] | None]


class Reader(NamedTuple):
    """A kind of cue: its table, the rule that finds the heads, and how a lower-case word becomes a key of the table."""

    kind: str
    table: Phrases
    heads: Heads
    fold: Callable[[str], str] | None = None

    def read(self, article: Article) -> list[Cue]:
        """The cues of an article."""
        return [cue for sentence in article.sentences for cue in self.read_sentence(article, sentence)]

    def folded(self, keys: Sequence[str]) -> Sequence[str]:
        """Lower-case words in the table's form."""
        return [self.fold(key) for key in keys] if self.fold else keys

    def read_sentence(self, article: Article, sentence: Sentence, low: Sequence[str] | None = None) -> Iterator[Cue]:
        """The cues of a sentence: phrases of the table, the longest first, if their heads are found.

        `low` has the sentence's lower-case keys, if already known.
        """
        keys = self.folded([t.key.lower() for t in sentence.tokens] if low is None else low)
        line, table, behind = Line(keys, sentence.tokens), self.table, 0
        for n in [n for n, key in enumerate(keys) if key in table]:
            if n < behind:
                continue
            for words, value in table[keys[n]]:
                hi = n + len(words) - 1
                found = self.heads(line, n, hi, value) if tuple(keys[n : hi + 1]) == words else None
                if found is not None:
                    yield make_cue(article, sentence.tokens, n, hi, self.kind, value, found)
                    behind = hi + 1
                    break


_words: dict[str, frozenset[str]] = {}  # by the kind of the reader


def phrase_words(reader: Reader) -> frozenset[str]:
    """All words of a reader's phrases."""
    if reader.kind not in _words:
        phrases = [words for found in reader.table.values() for words, _ in found]
        _words[reader.kind] = frozenset(word for words in phrases for word in words)
    return _words[reader.kind]


def make_cue(
    article: Article, tokens: Sequence[Token], lo: int, hi: int, kind: str, value: str, heads: Iterable[int]
) -> Cue:
    """The cue in tokens lo to hi, end included."""
    start, end = tokens[lo].start, tokens[hi].end
    spans = tuple(Span(tokens[n].text, tokens[n].start, tokens[n].end) for n in heads)
    return Cue(article.text[start:end], start, end, kind, value, spans)


def is_content(key: str) -> bool:
    """Whether a lower-case key is a content word."""
    return key not in CLASSES and (key[0].isalpha() or key[0].isdigit()) and not key.endswith("n't") and key != "cannot"


def is_number(key: str) -> bool:
    """Whether a lower-case key is a numeral, in digits or as a word."""
    return key[0].isdigit() or key in NUMBERS


def begins_clause(keys: Sequence[str], n: int) -> bool:
    """Whether a clause ends before word `n`."""
    key = keys[n]
    if key in _BREAKS:
        return True
    if key in _JOINTS:
        return not (key == "but" and n and _excepts(keys, n))
    if key == "," and n + 1 < len(keys) and keys[n + 1] in _LINKS:
        return True
    return key in _OPENERS and any(k in FINITE or k.endswith("n't") for k in _up_to_break(keys, n + 1))


def _up_to_break(keys: Sequence[str], n: int) -> Iterator[str]:
    for key in keys[n + 1 : n + 1 + _SUBJECT]:
        if key in _BREAKS or key in _JOINTS or key in (",", "that"):
            return
        yield key


def _excepts(keys: Sequence[str], n: int) -> bool:
    """Whether a "but" means except: all but one, every match but two."""
    before, after = keys[n - 1], keys[n + 1 : n + 2]
    return before in _ALL or (before != "," and bool(after) and is_number(after[0])) or after == ["for"]


def content_after(keys: Sequence[str], n: int, most: int, reach: int = 8) -> list[int]:
    """Up to `most` content words, after `n` in its clause."""
    found: list[int] = []
    for k in range(n + 1, min(len(keys), n + 1 + reach)):
        if len(found) == most or begins_clause(keys, k):
            break
        if is_content(keys[k]):
            found.append(k)
    return found


def content_before(keys: Sequence[str], n: int, most: int, reach: int = 6) -> list[int]:
    """Up to `most` content words, before `n` in its clause, the nearest first."""
    found: list[int] = []
    for k in range(n - 1, max(-1, n - 1 - reach), -1):
        if len(found) == most or begins_clause(keys, k + 1):
            break
        if is_content(keys[k]):
            found.append(k)
    return found
