"""Quotations: what stands inside marks, and whether its words, its marks or the whole of it went on the way.

>>> [q.text for q in parse_quotes("'The workers' cup,' he said. \u00abIt\u2019s \u201crubber\u201d,\u00bb she said.")]
["The workers' cup", 'It\u2019s \u201crubber\u201d']

Marks of any style count alike; the words inside them are compared, never their dress. A pair of marks is one
quotation, over several sentences and, where the opening mark is repeated, over several paragraphs. A quotation is
looked for in the whole of the other article before it is called dropped, so one that only moved, or that "he said"
cuts in two, is no change.

It does not catch a quotation inside an omitted sentence (the omission says it), words swapped between
two quotations that both stand elsewhere, changed marks inside a quotation, or the wrong respelling of a
word that only the ear tells from another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdiff.edits import spellings as spelling
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.lexicon.en.saying import SAYING, SMALL_WORDS, WORK_NOUNS
from newsdiff.model import Article, Token
from newsdiff.text.normalize import strip_marks

# Each opening mark with the marks that may close it. Germans close with what the English open with, Danes turn
# guillemets round, Swedes open and close with the same mark.
_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "\u201d", "\u201c"), "\u201c": ("\u201d", '"'), "\u201e": ("\u201c", "\u201d", '"'),
    "\u201f": ("\u201d",), "\u201d": ("\u201d",),
    "\u00ab": ("\u00bb",), "\u00bb": ("\u00ab",), "\u2039": ("\u203a",), "\u203a": ("\u2039",),
    "\u300c": ("\u300d",), "\u300e": ("\u300f",), "\u301d": ("\u301e", "\u301f"), "'": ("'", "\u2019"),
    "\u2018": ("\u2019", "'"), "\u201a": ("\u2018", "\u2019"), "\uff02": ("\uff02",), "``": ("''", '"'), "''": ("''",),
}  # fmt: skip
_SINGLE = frozenset("'\u2018\u2019\u201a")
_APOSTROPHES = frozenset("'\u2019\u2018")
_MARKS = re.compile(
    "``|''|[\"'\u2018\u2019\u201a\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02]"
)
_BEFORE_OPENING = frozenset(
    "([{-\u2010\u2011\u2012\u2013\u2014\u2015/:;,\u00a1\u00bf=>|*_~\u3000\u3001\u3002\uff0c\uff1a\uff08\u2026."
)
_STOPS = frozenset(",.;:!?\u2026)]}-\u2013\u2014\u3002\uff0c")
# Words that lost their head: the mark before them opens nothing.
_ELISIONS = frozenset(
    "em til tis twas twere cause cos n tween round bout nother fraid course ndrangheta gainst appen ere s t".split()
)
_INVISIBLE_EDGE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LETTERS = re.compile(r"[^\W_]+")
_PLAIN = ("say", "tell", "add")
_DEPTH = 6  # quotations within quotations; more is noise

# How much of a quotation's weight must stand on the other side for it to be the same saying. Measured on the gold
# pairs: altered quotations share .5 and more, two sayings of one speaker under .3.
SHARED = 0.5
# Quotations of one link are taken for each other at much less, where they are the only ones left of it.
SHARED_IN_LINK = 0.15
# Up to so many words a quotation is an expression; a longer one may be found inside a still longer one.
EXPRESSION = 4
_SMALL_WEIGHT = 0.2
_TRIES = 50  # places looked at for a short expression, which may be one letter
_REACH = 4  # words after the closing mark that may name the source
_GAP = 8  # words that may stand between two words of one indirect saying


class Quote(NamedTuple):
    """The text inside one pair of marks, less white space and a final comma or full stop; `outer` has the marks too."""

    text: str
    start: int
    end: int
    outer: tuple[int, int]
    closed: bool


def parse_quotes(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> list[Quote]:
    """The outermost quotations of a text, in order. Paragraphs are what blank lines part, if they are not given."""
    quotes: list[Quote] = []
    carried: tuple[str, int] | None = None  # a quotation that goes on in the next paragraph: its mark, where it begins
    blocks = _paragraphs(text) if paragraphs is None else paragraphs
    for n, (lo, hi) in enumerate(blocks):
        marks = [(m.start(), m.group()) for m in _MARKS.finditer(text, lo, hi)]
        stack: list[tuple[str, int]] = []
        if carried:
            if marks and _first_visible(text, lo, hi) == marks[0][0] and _reopens(carried[0], marks[0][1]):
                stack = [carried]
                marks = marks[1:]
            elif marks and _goes_on(text, carried[0], marks[0], lo, hi):
                stack = [carried]
            else:
                quotes.extend(_quote(text, *carried, blocks[n - 1][1], 0))
            carried = None
        decisive = _decisive(text, marks, lo, hi)
        counts: dict[str, int] = {}
        for _, char in marks:
            counts[char] = counts.get(char, 0) + 1
        for k, (at, char) in enumerate(marks):
            end = at + len(char)
            before = text[at - 1] if at > lo else " "
            after = text[end] if end < hi else " "
            if char in _SINGLE and char != "\u201a":
                if char != "\u2018" and before.isalnum() and after.isalnum():
                    continue
                closer = _single_closes(char, at, stack, before, after, decisive[k])
            else:
                closer = _double_closes(char, stack, before, after)
            if closer is not None:
                opened = stack[closer]
                del stack[closer:]
                if not stack:
                    quotes.extend(_quote(text, *opened, at, len(char)))
            elif _opens(text, end, char, before, after) or (not stack and _is_odd(char, before, counts)):
                # The same mark again: the quotation before it was never closed, or never was one.
                if stack and stack[-1][0] == char and not _nests(char, counts):
                    opened = stack.pop()
                    if not stack and char not in _SINGLE:
                        quotes.extend(_quote(text, *opened, at, 0))
                if len(stack) < _DEPTH:
                    stack.append((char, at))
        if stack:
            char, at = stack[0]
            if n + 1 < len(blocks) and _continues(text, char, *blocks[n + 1]):
                carried = stack[0]
            elif char != "'" or not text[lo:at].strip():
                quotes.extend(_quote(text, char, at, hi, 0))
            elif len(stack) > 1:  # a stray apostrophe; what it swallowed may be a quotation
                quotes.extend(_quote(text, *stack[1], hi, 0))
    return quotes


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches between blank lines."""
    cuts = [m.span() for m in re.compile(r"\n[^\S\n]*\n\s*|\r\n?[^\S\r\n]*\r\n?\s*").finditer(text)]
    starts = [0, *[end for _, end in cuts]]
    ends = [*[start for start, _ in cuts], len(text)]
    return [(lo, hi) for lo, hi in zip(starts, ends, strict=True) if lo < hi]


def _first_visible(text: str, lo: int, hi: int) -> int:
    """Where the first character that shows stands."""
    while lo < hi and (text[lo].isspace() or text[lo] in _INVISIBLE_EDGE):
        lo += 1
    return lo


def _continues(text: str, char: str, lo: int, hi: int) -> bool:
    """Whether a quotation opened with `char` goes on in the paragraph from `lo` to `hi`."""
    first = _MARKS.search(text, lo, hi)
    if first is None:
        return False
    if first.start() == _first_visible(text, lo, hi):
        return _reopens(char, first.group())
    return _goes_on(text, char, (first.start(), first.group()), lo, hi)


def _goes_on(text: str, char: str, mark: tuple[int, str], lo: int, hi: int) -> bool:
    """Whether a paragraph's first mark can but close what was opened before: the opening mark was not repeated."""
    at, closing = mark
    after = text[at + len(closing)] if at + len(closing) < hi else " "
    return (
        char not in _SINGLE
        and closing in _CLOSERS[char]
        and at > lo
        and not text[at - 1].isspace()
        and text[at - 1] in ",.!?\u2026"
        and not after.isalnum()
    )


def _reopens(opening: str, mark: str) -> bool:
    """Whether the mark at a paragraph's start takes up the quotation opened with `opening` before it."""
    return (
        mark == opening or (opening in '"\u201c\u201d' and mark in '"\u201c\u201d') or mark + opening == "\u00bb\u00ab"
    )


def _is_odd(char: str, before: str, counts: dict[str, int]) -> bool:
    """Whether a mark with space on both sides opens all the same: as every mark of the paragraph has its fellow."""
    if not before.isspace():
        return False
    if char == '"':
        return counts[char] % 2 == 0
    fellow = {"\u2018": "\u2019", "``": "''"}.get(char)
    return fellow is not None and counts.get(fellow, 0) >= counts[char]


def _nests(char: str, counts: dict[str, int]) -> bool:
    """Whether a mark may stand inside a quotation that it opened itself: as many open in the paragraph as close."""
    if char not in "\u201c\u00ab\u201e\u300c":
        return False
    return counts[char] == sum([counts.get(closer, 0) for closer in _CLOSERS[char] if closer != '"'])


def _opens(text: str, end: int, char: str, before: str, after: str) -> bool:
    """Whether the mark that ends at `end` may open a quotation where it stands."""
    if after.isspace() and char not in "\u00ab\u2039\u201c\u201e\u300c\u300e":
        return False
    outside = before.isspace() or before in _BEFORE_OPENING or before in _CLOSERS or before in _INVISIBLE_EDGE
    if char in ('"', "''", "\uff02"):
        return outside or (not before.isalnum() and after.isalnum()) or "\u3000" <= before <= "\u9fff"
    if char in ("'", "\u2018"):
        if before in ".,;\u2026" and not after.isupper():  # waited.'It was': only a capital tells
            return False
        if not (before.isspace() or before in _BEFORE_OPENING or before in '"\u201c\u201e\u00ab'):
            return False
        word = _LETTERS.match(text, end)
        return not word or not (word.group().casefold() in _ELISIONS or (word.group()[0].isdigit() and char == "'"))
    if char == "\u2019":
        return False
    if char in ("\u201d", "\u00bb", "\u203a"):
        return outside and after.isalnum()
    return char in _CLOSERS


def _double_closes(char: str, stack: Sequence[tuple[str, int]], before: str, after: str) -> int | None:
    """The open quotation that a mark other than a single one closes."""
    for depth in range(len(stack) - 1, -1, -1):
        if char in _CLOSERS[stack[depth][0]]:
            # ' "' before a word is another opening mark, and the quotation before it was never closed.
            again = (
                char in ('"', "\u201c") and stack[depth][0] in ('"', "\u201c") and before.isspace() and after.isalnum()
            )
            return None if again else depth
    return None


def _single_closes(
    char: str, at: int, stack: Sequence[tuple[str, int]], before: str, after: str, decisive: str
) -> int | None:
    """The open quotation that a single mark closes, None for an apostrophe or an opening mark."""
    depth = next((d for d in range(len(stack) - 1, -1, -1) if char in _CLOSERS[stack[d][0]]), None)
    if depth is None or before.isspace() or at == stack[depth][1] + 1:
        return None
    if before in "sSnNoO" and after.isspace() and decisive == "closes":
        return None  # the workers' cup, a runnin' joke: the mark that closes is still to come
    return None if after.isalnum() and before not in _STOPS else depth


def _decisive(text: str, marks: Sequence[tuple[int, str]], lo: int, hi: int) -> list[str]:
    """For each mark, whether the next single mark that leaves no doubt closes or opens, "" where there is none."""
    answers, seen = [], ""
    for at, char in reversed(marks):
        answers.append(seen)
        if char not in _APOSTROPHES:
            continue
        before = text[at - 1] if at > lo else " "
        after = text[at + 1] if at + 1 < hi else " "
        if before.isspace() and not after.isspace():
            word = _LETTERS.match(text, at + 1)
            if char != "\u2019" and not (word and word.group().casefold() in _ELISIONS):
                seen = "opens"
        elif not after.isalnum() and (
            before in _STOPS or after in _STOPS or after in '"\u201d' or before not in "sSnNoO" or at + 1 >= hi
        ):
            seen = "closes"
    answers.reverse()
    return answers


def _attribution(text: str, lo: int, hi: int) -> int:
    """Where a quotation that was never closed gives way to "he said", the end of the paragraph if nowhere."""
    for stop in re.compile(r"[,?!]\s").finditer(text, lo, hi):
        words = _LETTERS.findall(text[stop.end() : min(hi, stop.end() + 60)])[:_REACH]
        if any(SAYING.get(word.casefold()) in _PLAIN for word in words):
            return stop.start()
    return hi


def _quote(text: str, char: str, opening: int, closing: int, width: int) -> Iterator[Quote]:
    """The quotation between two marks, if there is a letter in it; a closing one of no width is none."""
    lo, hi = opening + len(char), closing
    if not width:
        closing = hi = _attribution(text, lo, hi)
    while lo < hi and (text[lo].isspace() or text[lo] in _INVISIBLE_EDGE):
        lo += 1
    while hi > lo and (text[hi - 1].isspace() or text[hi - 1] in _INVISIBLE_EDGE):
        hi -= 1
    if hi - lo > 1 and text[hi - 1] in ",.\u3002\uff0c" and text[hi - 2] != ".":
        hi -= 1
    if any(c.isalnum() for c in text[lo:hi]):
        yield Quote(text[lo:hi], lo, hi, (opening, closing + width), width > 0)


class _Said(NamedTuple):
    """A quotation with its words as they are compared, and the links that it stands in."""

    quote: Quote
    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    links: tuple[int, ...]  # two-sided ones, ascending
    whole: bool  # every sentence of it stands in such a link
    sentences: tuple[tuple[int, bool], ...]  # at which word each of its sentences begins, and whether that is linked


def find(passage: Passage) -> Iterator[Finding]:
    """The quotations that changed and whose first changed word stands in the passage."""
    yield from _find_all(passage.story).get(passage.index, ())


@lru_cache(maxsize=1)
def quotations(story: Story) -> tuple[list[Quote], list[Quote]]:
    """The quotations of both articles, in order."""
    return parse_quotes(story.a.text, _blocks(story.a)), parse_quotes(story.b.text, _blocks(story.b))


def is_quoted(offset: int, quotes: Sequence[Quote]) -> bool:
    """Whether the offset lies within the marks of a quotation."""
    k = bisect_right(quotes, offset, key=lambda quote: quote.outer[0]) - 1
    return k >= 0 and offset < quotes[k].outer[1]


@lru_cache(maxsize=1)
def _find_all(story: Story) -> dict[int, list[Finding]]:
    """All changed quotations of a story by the link that they are reported under."""
    if not story.passages:
        return {}
    quotes = quotations(story)
    if not quotes[0] and not quotes[1]:
        return {}
    passages = {p.index: p for p in story.passages}
    links: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for p in story.passages:
        links[0].update(dict.fromkeys(p.link.a, p.index))
        links[1].update(dict.fromkeys(p.link.b, p.index))
    said = [_said(story.a, quotes[0], links[0], {}), _said(story.b, quotes[1], links[1], {})]
    left_a, left_b = _unmatched(*said)
    if not left_a and not left_b:
        return {}
    respelt = _respellings(story, passages, [said[0][n] for n in left_a], [said[1][n] for n in left_b])
    if respelt:
        said[1] = _said(story.b, quotes[1], links[1], respelt)
        left_a, left_b = _unmatched(*said)
    found: dict[int, list[Finding]] = {}
    for index, finding in _changes(passages, said[0], said[1], left_a, left_b):
        found.setdefault(index, []).append(finding)
    return found


def _blocks(article: Article) -> list[tuple[int, int]]:
    """The paragraphs of an article, as its sentences have them."""
    blocks: list[tuple[int, int]] = []
    last = None
    for sentence in article.sentences:
        if sentence.paragraph == last:
            blocks[-1] = (blocks[-1][0], sentence.end)
        else:
            blocks.append((sentence.start, sentence.end))
        last = sentence.paragraph
    return blocks


def _said(article: Article, quotes: Sequence[Quote], links: dict[int, int], respelt: dict[int, str]) -> list[_Said]:
    """Quotations with their words. `respelt` gives the other article's spelling by a token's start."""
    starts = [s.start for s in article.sentences]
    out = []
    for quote in quotes:
        first = max(0, bisect_left(starts, quote.start + 1) - 1)
        tokens: list[Token] = []
        indexes: list[int] = []
        begins: list[tuple[int, bool]] = []
        whole = True
        for n in range(first, len(starts)):
            sentence = article.sentences[n]
            if sentence.start >= quote.end:
                break
            inside = [t for t in sentence.tokens if t.word and t.start < quote.end and t.end > quote.start]
            if inside:
                begins.append((len(tokens), n in links))
                tokens += inside
                if n in links:
                    indexes.append(links[n])
                else:
                    whole = False
        words = tuple([respelt.get(t.start) or _word(t) for t in tokens])
        out.append(_Said(quote, words, tuple(tokens), tuple(sorted(set(indexes))), whole, tuple(begins)))
    return out


def _word(token: Token) -> str:
    """What is compared of a word inside marks: no case, no diacritics, no hyphens or apostrophes."""
    key = token.key.casefold()
    return key if key.isascii() and key.isalnum() else "".join([c for c in strip_marks(key) if c.isalnum()]) or key


def _stem(word: str) -> str:
    """How a word begins, which its other forms share: lock, locked; house, houses."""
    return word[: max(4, min(5, len(word) - 2))]


def _respellings(story: Story, passages: dict[int, Passage], a: Sequence[_Said], b: Sequence[_Said]) -> dict[int, str]:
    """For words of B that the spelling detector calls a respelling: how A has them.

    It is asked only where a quotation has a counterpart that respelling might make equal: it costs more than all else.
    """
    respelt: dict[int, str] = {}
    at_link = _by_link(b, range(len(b)))
    near: set[int] = set()
    for one in a:
        for m in _neighbours(one, at_link):
            other = b[m]
            if abs(len(one.words) - len(other.words)) <= 2 and (
                len(one.words) <= EXPRESSION or 2 * len(set(one.words) & set(other.words)) >= len(set(one.words))
            ):
                near.update(one.links, other.links)
    for index in sorted(near):
        passage = passages[index]
        if passage.link.kind == "same":
            continue
        for finding in spelling.find(passage):
            if finding.a and finding.b:
                old = [_word(t) for t in passage.a if finding.a[0] <= t.start < finding.a[1] and t.word]
                new = [t for t in passage.b if finding.b[0] <= t.start < finding.b[1] and t.word]
                for n, token in enumerate(new):
                    respelt[token.start] = "".join(old[n:]) if n + 1 == len(new) else old[n] if n < len(old) else ""
    return respelt


def _by_link(said: Sequence[_Said], which: Iterable[int]) -> dict[int, list[int]]:
    """The quotations that stand in each link."""
    index: dict[int, list[int]] = {}
    for n in which:
        for link in said[n].links:
            index.setdefault(link, []).append(n)
    return index


def _neighbours(one: _Said, at_link: dict[int, list[int]]) -> list[int]:
    """The quotations that share a link with this one."""
    return sorted({m for link in one.links for m in at_link.get(link, ())})


def _unmatched(a: Sequence[_Said], b: Sequence[_Said]) -> tuple[list[int], list[int]]:
    """The quotations of each side whose words the other side does not have inside marks."""
    free_b: dict[str, list[int]] = {}
    for n, one in enumerate(b):
        free_b.setdefault("".join(one.words), []).append(n)
    left_a: list[int] = []
    for pick in (True, False):  # first within the link, then anywhere
        rest = range(len(a)) if pick else left_a
        left_a = []
        for n in rest:
            same = free_b.get("".join(a[n].words), [])
            m = next((m for m in same if not pick or set(a[n].links) & set(b[m].links)), None)
            if m is None:
                left_a.append(n)
            else:
                same.remove(m)
    left_b = sorted([m for same in free_b.values() for m in same])
    gone_a, gone_b = set(left_a), set(left_b)
    return (
        _not_among(a, left_a, _Stream(b), [one for n, one in enumerate(a) if n not in gone_a]),
        _not_among(b, left_b, _Stream(a), [one for n, one in enumerate(b) if n not in gone_b]),
    )


def _not_among(said: Sequence[_Said], left: Sequence[int], stream: _Stream, matched: Sequence[_Said]) -> list[int]:
    """Which of the quotations `left` are not in the stream beside those that are `matched` already."""
    used: dict[str, int] = {}
    for one in matched:
        piece = "".join(one.words)
        used[piece] = used.get(piece, 0) + 1
    out = []
    for n in left:
        piece = "".join(said[n].words)
        if stream.count(said[n].words) > used.get(piece, 0):
            used[piece] = used.get(piece, 0) + 1
        elif len(said[n].sentences) == 1 or not all(stream.count(words) for words in _linked_sentences(said[n])):
            out.append(n)
    return out


def _linked_sentences(one: _Said) -> Iterator[tuple[str, ...]]:
    """The words of a quotation sentence by sentence; of those that were omitted or inserted the links speak."""
    ends = [*[begin for begin, _ in one.sentences[1:]], len(one.words)]
    for (begin, linked), end in zip(one.sentences, ends, strict=True):
        if linked:
            yield one.words[begin:end]


class _Stream:
    """All the quoted words of an article in a row, without spaces, and where quotations and their sentences begin."""

    def __init__(self, said: Sequence[_Said]) -> None:
        pieces: list[str] = []
        self.edges = {0}
        at = 0
        for one in said:
            begins = {begin for begin, _ in one.sentences}
            for n, word in enumerate(one.words):
                if n in begins:
                    self.edges.add(at)
                at += len(word)
            pieces.append("".join(one.words))
        self.edges.add(at)
        self.text = "".join(pieces)

    def count(self, words: tuple[str, ...]) -> int:
        """How often the words stand here in a row: a longer quotation anywhere, an expression as whole sentences."""
        piece = "".join(words)
        if len(words) > EXPRESSION:
            return self.text.count(piece)
        found = 0
        at = self.text.find(piece)
        for _ in range(_TRIES):
            if at < 0:
                break
            found += at in self.edges and at + len(piece) in self.edges
            at = self.text.find(piece, at + 1)
        return found


def _changes(
    passages: dict[int, Passage], a: Sequence[_Said], b: Sequence[_Said], left_a: list[int], left_b: list[int]
) -> Iterator[tuple[int, Finding]]:
    """Every changed quotation with the link that it is reported under."""
    pairs = _pair(passages, a, b, left_a, left_b)
    done_a, done_b = {n for n, _ in pairs}, {m for _, m in pairs}
    at_link = _by_link(a, range(len(a)))
    for n, m in pairs:
        index = _where(passages, a[n], b[m])
        if index is not None:
            yield index, Finding("quote", "altered", _span(a[n]), _span(b[m]), 0.9)
    for n in left_a:
        if n not in done_a:
            yield from _gone(passages, a[n], "a")
    for m in left_b:
        if m in done_b:
            continue
        if not any(n in done_a and _shared(b[m].words, a[n].words) >= SHARED for n in _neighbours(b[m], at_link)):
            yield from _gone(passages, b[m], "b")


def _span(one: _Said) -> tuple[int, int]:
    return one.quote.start, one.quote.end


def _pair(
    passages: dict[int, Passage], a: Sequence[_Said], b: Sequence[_Said], left_a: list[int], left_b: list[int]
) -> list[tuple[int, int]]:
    """Which changed quotation of A became which of B: the likest first, at last those that alone are left of a link."""
    likely: list[tuple[float, int, int]] = []
    at_link_a, at_link_b = _by_link(a, range(len(a))), _by_link(b, range(len(b)))
    gone_a, gone_b = set(left_a), set(left_b)
    for n in left_a:
        for m in _neighbours(a[n], at_link_b):
            shared = _shared(a[n].words, b[m].words)
            if m in gone_b and shared >= SHARED_IN_LINK and not _one_word_of_many(a[n], b[m]):
                likely.append((-shared - 1, n, m))
            elif m not in gone_b and shared >= SHARED and len(b[m].words) > 1:
                likely.append((1 - shared, n, m))  # cut down to a part, which is accounted for
    for m in left_b:
        for n in _neighbours(b[m], at_link_a):
            shared = _shared(a[n].words, b[m].words)
            if n not in gone_a and shared >= SHARED and len(a[n].words) > 1:
                likely.append((1 - shared, n, m))
    likely += [(-_shared(a[n].words, b[m].words), n, m) for n, m in _far(a, b, left_a, left_b)]
    likely.sort()
    pairs: list[tuple[int, int]] = []
    done_a: set[int] = set()
    done_b: set[int] = set()
    for _, n, m in likely:
        if n not in done_a and m not in done_b:
            pairs.append((n, m))
            done_a.add(n)
            done_b.add(m)
    for n in left_a:
        near_b = [m for m in _neighbours(a[n], at_link_b) if m in gone_b and m not in done_b]
        near_a = [k for k in _neighbours(a[n], at_link_a) if k in gone_a and k not in done_a]
        if near_a == [n] and len(near_b) == 1 and _in_place(passages, a[n], b[near_b[0]]):
            pairs.append((n, near_b[0]))
            done_a.add(n)
            done_b.add(near_b[0])
    return sorted(pairs)


def _far(a: Sequence[_Said], b: Sequence[_Said], left_a: list[int], left_b: list[int]) -> Iterator[tuple[int, int]]:
    """Quotations that moved to another link and changed: at least half of the words that carry weight are shared."""
    rows: dict[str, list[int]] = {}
    for m in left_b:
        if len(b[m].words) > EXPRESSION:
            for stem in sorted({_stem(w) for w in b[m].words if w not in SMALL_WORDS}):
                rows.setdefault(stem, []).append(m)
    for n in left_a:
        if len(a[n].words) <= EXPRESSION:
            continue
        met: dict[int, int] = {}
        stems = sorted({_stem(w) for w in a[n].words if w not in SMALL_WORDS})
        for stem in stems:
            for m in rows.get(stem, ())[:_TRIES]:
                met[m] = met.get(m, 0) + 1
        for m, count in met.items():
            if count > 1 and _shared(a[n].words, b[m].words) >= SHARED and set(a[n].links).isdisjoint(b[m].links):
                yield n, m


def _one_word_of_many(one: _Said, other: _Said) -> bool:
    """Whether one is a word or two and the other a whole sentence: a word in marks within it, not what became of it."""
    few, many = sorted((len(one.words), len(other.words)))
    return few <= 2 and many > 4 * few


def _in_place(passages: dict[int, Passage], one: _Said, other: _Said) -> bool:
    """Whether two quotations that share no word replace each other: expressions, or many words are paired."""
    if max(len(one.words), len(other.words)) <= EXPRESSION:
        return True
    if _one_word_of_many(one, other):
        return False
    starts_a = {t.start for t in one.tokens}
    starts_b = {t.start for t in other.tokens}
    met = 0
    for index in one.links:
        passage = passages[index]
        met += sum([passage.a[i].start in starts_a and passage.b[j].start in starts_b for i, j in passage.pairs])
    return 3 * met >= min(len(one.words), len(other.words))


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """How much of the shorter one's weight the other has too. Words are alike that begin alike."""
    counts: dict[str, int] = {}
    for word in b:
        counts[_stem(word)] = counts.get(_stem(word), 0) + 1
    total = met = 0.0
    for word in a:
        weight = _SMALL_WEIGHT if word in SMALL_WORDS else 1.0
        total += weight
        if counts.get(_stem(word)):
            counts[_stem(word)] -= 1
            met += weight
    other = sum([_SMALL_WEIGHT if word in SMALL_WORDS else 1.0 for word in b])
    return met / min(total, other) if total and other else 0.0


def _where(passages: dict[int, Passage], one: _Said, other: _Said) -> int | None:
    """The link under which a pair is reported: the first that both stand in and that is not the same on both sides."""
    links = [n for n in one.links if n in other.links] + list(one.links) + list(other.links)
    return next((n for n in links if passages[n].link.kind != "same"), None)


def _gone(passages: dict[int, Passage], one: _Said, side: str) -> Iterator[tuple[int, Finding]]:
    """A quotation without a counterpart in marks: its words stand without marks on the other side, or they went too."""
    weight = met = 0.0
    hits: list[tuple[int, int]] = []  # link, token on the other side
    starts = {t.start for t in one.tokens}
    seen = 0
    expression = len(one.words) <= EXPRESSION
    for index in one.links:
        passage = passages[index]
        here, there = (passage.a, passage.b) if side == "a" else (passage.b, passage.a)
        paired: dict[int, list[int]] = {}
        for i, j in passage.pairs:
            mine, other = (i, j) if side == "a" else (j, i)
            paired.setdefault(mine, []).append(other)
        stems: dict[str, list[int]] = {}
        for j, token in enumerate(there):
            if token.word:
                stems.setdefault(_stem(_word(token)), []).append(j)
        for i, token in enumerate(here):
            if token.start not in starts or not token.word:
                continue
            seen += 1
            word = _word(token)
            small = word in SMALL_WORDS
            weight += _SMALL_WEIGHT if small else 1.0
            at = [] if expression else [j for j in paired.get(i, ()) if there[j].word]
            at = at or ([] if small else stems.get(_stem(word), [])[:1])  # an expression is its words
            if at:
                met += _SMALL_WEIGHT if small else 1.0
                hits += [(index, j) for j in at]
    if not seen or _is_title(passages, one, side):
        return
    changed = [n for n in one.links if passages[n].link.kind != "same"]
    if not changed:
        return
    share = met / weight
    span = _indirect(passages, one, hits, side) if hits else None
    if span and _in_marks((passages[hits[0][0]].story.b if side == "a" else passages[hits[0][0]].story.a).text, span):
        return  # they stand in marks within a longer quotation
    if share >= SHARED and span:
        yield from _finding(hits[0][0], "unquoted" if side == "a" else "added", one, span, side, 0.9)
    elif len(one.words) <= EXPRESSION or not one.whole:
        if share == 0 and _governed(passages, one, side):
            yield from _finding(changed[0], "dropped" if side == "a" else "added", one, None, side, 0.7)
    elif side == "a" and (replaced := _replaced(passages, one, side)):
        yield from _finding(replaced[0], "dropped", one, replaced[1], side, 0.6)
    elif span and len(hits) > 1:
        yield from _finding(changed[0], "dropped" if side == "a" else "added", one, span, side, 0.7)
    elif _governed(passages, one, side):
        yield from _finding(changed[0], "dropped" if side == "a" else "added", one, None, side, 0.6)


def _finding(
    index: int, detail: str, one: _Said, span: tuple[int, int] | None, side: str, confidence: float
) -> Iterator[tuple[int, Finding]]:
    mine = _span(one)
    a, b = (mine, span) if side == "a" else (span, mine)
    yield index, Finding("quote", detail, a, b, confidence)


def _indirect(
    passages: dict[int, Passage], one: _Said, hits: Sequence[tuple[int, int]], side: str
) -> tuple[int, int] | None:
    """Where the words stand without marks: the densest run of hits, with the small words around it."""
    best: tuple[int, int, int, int] | None = None  # number of hits, -link, first, last
    for index in sorted({index for index, _ in hits}):
        marks = sorted({j for n, j in hits if n == index})
        lo = 0
        for k in range(1, len(marks) + 1):
            if k == len(marks) or marks[k] - marks[k - 1] > _GAP:
                run = (k - lo, -index, marks[lo], marks[k - 1])
                best = run if best is None or run[:2] > best[:2] else best
                lo = k
    if best is None:
        return None
    passage = passages[-best[1]]
    there = passage.b if side == "a" else passage.a
    first, last = best[2], best[3]
    if all(_word(t) in SMALL_WORDS for t in there[first : last + 1] if t.word) and len(one.words) > EXPRESSION:
        return None
    if last > first and _word(there[first]) != one.words[0]:
        while first and there[first - 1].word and there[first - 1].key.casefold() in SMALL_WORDS - {"that"}:
            first -= 1
    span = there[first].start, there[last].end
    return span if span[0] < span[1] else None


def _in_marks(text: str, span: tuple[int, int]) -> bool:
    """Whether a mark stands on either side of the span."""
    return text[span[0] - 1 : span[0]] in _CLOSERS and text[span[1] : span[1] + 1] in (*_CLOSERS, "\u2019")


def _governed(passages: dict[int, Passage], one: _Said, side: str) -> bool:
    """Whether what governs the quotation stands on the other side too, so that not the whole clause went."""
    for index in one.links:
        passage = passages[index]
        here = passage.a if side == "a" else passage.b
        if len(passage.link.a if side == "a" else passage.link.b) > 1:
            return False  # one sentence of several went, with what it holds
        met = {i if side == "a" else j for i, j in passage.pairs}
        before = [n for n, t in enumerate(here) if t.word and t.end <= one.quote.start][-1:]
        if before and here[before[0]].key.casefold() not in ("and", "but", "or") and before[0] in met:
            return True
        after = [n for n, t in enumerate(here) if t.word and t.start >= one.quote.end][:_REACH]
        if any(_word(here[n]) in SAYING for n in after) and any(
            n in met and _word(here[n]) not in SMALL_WORDS and _word(here[n]) not in SAYING for n in after
        ):
            return True
    return False


def _replaced(passages: dict[int, Passage], one: _Said, side: str) -> tuple[int, tuple[int, int]] | None:
    """What stands in the place of a saying that makes up most of its sentence: all that the other side says."""
    for index in one.links:
        passage = passages[index]
        here, there = (passage.a, passage.b) if side == "a" else (passage.b, passage.a)
        words = sum([t.word for t in here])
        inside = sum([t.word and one.quote.start <= t.start < one.quote.end for t in here])
        if len(passage.link.a) == len(passage.link.b) == 1 and 2 * inside > words and there:
            return index, (there[0].start, there[-1].end)
    return None


def _is_title(passages: dict[int, Passage], one: _Said, side: str) -> bool:
    """Whether it is the name of a work or ship: capitals throughout, and the kind of thing named nearby."""
    content = [t for t in one.tokens if t.key.casefold() not in SMALL_WORDS]
    if not content or any(not (t.text[0].isupper() or t.text[0].isdigit()) for t in content) or len(one.tokens) > 12:
        return False
    for index in one.links:
        passage = passages[index]
        here = passage.a if side == "a" else passage.b
        at = [n for n, t in enumerate(here) if one.quote.start <= t.start < one.quote.end]
        if at:
            around = [*here[max(0, at[0] - 9) : at[0]], *here[at[-1] + 1 : at[-1] + 6]]
            return any(t.key.casefold() in WORK_NOUNS for t in around)
    return False
