"""The pipeline itself: two texts -> a Comparison. Pure.

>>> c = compare("Kuzey ordered six cranes.", "Kuzey has ordered six cranes. It is not listed.")
>>> [(link.a, link.b, link.kind) for link in c.links]
[((0,), (0,), 'edited'), ((), (1,), 'insertion')]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from math import fsum
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdiff.align import Embed, align_sentences
from newsdiff.align.order import moved_links
from newsdiff.edits.compare import find_edits
from newsdiff.edits.passage import Passage, Story, side_of
from newsdiff.model import (
    Article,
    Comparison,
    Difference,
    House,
    Link,
    LinkedPassage,
    LinkKind,
    Opcode,
    Sentence,
    Token,
)
from newsdiff.pairing import pair_tokens
from newsdiff.pairing.worddiff import diff_tokens, render_opcodes, same_tokens
from newsdiff.text.normalize import fold
from newsdiff.text.sentences import split_spans
from newsdiff.text.shadow import cover_labels, shadow
from newsdiff.text.words import tokenize

if TYPE_CHECKING:
    from newsdiff.facts import Facts

# Below both of these, two texts do not look like versions of one story: the share of all words that are in both, and
# the share of a side's sentences that are linked, weighted by the links' scores. Unrelated gold articles reach .05 and
# .26; versions of one story have at least .14 and .52.
RELATED_SHARED = 0.10
RELATED_LINKED = 0.40


def compare(
    a: str | Article,
    b: str | Article,
    *,
    name_a: str | None = None,
    name_b: str | None = None,
    lang: str = "en",
    strict: bool = False,
    embed: Embed | None = None,
    house: House | None = None,
) -> Comparison:
    """Collate two articles, each a text or what `read_article` returned.

    An Article keeps its name and its reading notes (`extracted`, `left_out`). It is split into sentences again, since
    the other side may decide how to read a word broken at the end of a line. Texts are called "a" and "b" unless
    `name_a`
    and `name_b` are given. `lang` is the language of both as a primary subtag ("en", "de").

    `strict` compares white space, quotation marks, dashes and the like too. It works inside the links: which sentences
    and words match, and what an edit is called, does not depend on white space.

    `embed` is a sentence encoder of the caller's choice, from a list of sentences to vectors; `house` holds a desk's
    own lists (`read_config` reads them from newsdiff.toml).

    >>> found = compare(Article("wire", "Six men left.", ()), "Nine men left.", name_b="print")
    >>> found.a.name, found.b.name, found.summary.edits
    ('wire', 'print', {'number': 1})
    """
    read_a, read_b = _as_read(a, name_a, "a"), _as_read(b, name_b, "b")
    found = _collate(read_a.text, read_b.text, (read_a.name, read_b.name), lang, strict, embed, house)
    if not (read_a.extracted or read_b.extracted):
        return found
    return found._replace(a=_with_notes(found.a, read_a), b=_with_notes(found.b, read_b))


def _as_read(side: str | Article, name: str | None, default: str) -> Article:
    """A side as an article; only its name, its text and its reading notes matter."""
    if isinstance(side, str):
        return Article(default if name is None else name, side, ())
    return side if name is None else side._replace(name=name)


def _with_notes(article: Article, read: Article) -> Article:
    return article._replace(extracted=read.extracted, left_out=read.left_out)


def _collate(
    a: str, b: str, names: tuple[str, str], lang: str, strict: bool, embed: Embed | None, house: House | None
) -> Comparison:
    """The comparison of two texts."""
    known = known_words(a, b)
    variants: Mapping[str, str] = {}
    asked = house if house and any(house) else None  # most runs have only empty lists, which change nothing
    if asked:
        from newsdiff.edits.house import apply_house, key_variants

        variants = key_variants(asked)
    article_a = read_shadow(a, names[0], lang, known, variants)
    article_b = read_shadow(b, names[1], lang, known, variants)
    shadows = (article_a.text, article_b.text)
    links = align_sentences(article_a.sentences, article_b.sentences, embed)
    story = Story(article_a, article_b, lang)
    moved = moved_links(links, [len(s.tokens) for s in article_a.sentences])
    passages = [_passage(story, n, link, n in moved) for n, link in enumerate(links)]
    edits = find_edits(story, [p.link for p in passages], [p for p in passages if p.a and p.b])
    failed = tuple([f"{finder}: {error}" for finder, error in story.failed.items()])
    story.forget()
    if asked:
        edits = apply_house(edits, asked)
    words = sum([t.word for s in article_a.sentences for t in s.tokens])
    both = words + sum([t.word for s in article_b.sentences for t in s.tokens])
    equal = _equal_words(passages)
    related = _related(links, 2 * equal / both if both else 1.0)
    if strict:
        article_a = read_shadow(a, names[0], lang, known, {}, strict)
        article_b = read_shadow(b, names[1], lang, known, {}, strict)
        story = Story(article_a, article_b, lang)
        passages = [_passage(story, n, link, n in moved, passages[n]) for n, link in enumerate(links)]
        equal = _equal_words(passages)
    kept = equal / words if words else 1.0
    found = Comparison(article_a, article_b, tuple([p.link for p in passages]), edits, kept, related, failed)
    if shadows == (a, b):
        return found
    from newsdiff.edits.printed import restore_comparison

    return restore_comparison(found, shadows, (a, b))


def facts(text: str, *, name: str = "", lang: str = "en") -> Facts:
    """What one article says: names, figures, dates, quotations, sources, and words that negate or limit a claim.

    >>> found = facts("The mayor said 30 homes were not hit.")
    >>> [(kind, fact.text) for kind, fact in found.in_order]
    [('sources', 'The mayor said'), ('figures', '30'), ('polarity', 'not')]
    """
    from newsdiff.facts import read_facts

    return read_facts(read_text(text, name, lang))


def read_text(
    text: str,
    name: str,
    lang: str,
    known: Set[str] = frozenset(),
    variants: Mapping[str, str] = MappingProxyType({}),
    strict: bool = False,
) -> Article:
    """A decoded text as an article: sentences with their tokens; `known`, `variants`, `strict` are for `tokenize`."""
    article = read_shadow(text, name, lang, known, variants, strict)
    if article.text == text:
        return article
    from newsdiff.edits.printed import restore

    return restore(article, text)


def read_shadow(
    text: str, name: str, lang: str, known: Set[str], variants: Mapping[str, str], strict: bool = False
) -> Article:
    """The article as compared: its text is the shadow of the text, unless `strict`."""
    seen = text if strict else shadow(text)
    spans = split_spans(seen, lang)
    if not strict:
        seen = cover_labels(seen, spans)
    sentences = [
        Sentence(seen[lo:hi], lo, hi, paragraph, tokenize(seen, lo, hi, known=known, strict=strict, variants=variants))
        for lo, hi, paragraph in spans
    ]
    return Article(name, seen, tuple(sentences))


def _passage(story: Story, index: int, link: Link, moved: bool, lenient: Passage | None = None) -> Passage:
    """A link with its tokens, diff, pairs and kind; the pairs are taken from `lenient` if that is given."""
    a = _tokens(story.a.sentences, link.a)
    b = _tokens(story.b.sentences, link.b)
    if len(link.a) == len(link.b) == 1 and a and same_tokens(a, b):  # most links of a copy edit: nothing to do
        whole = Difference("equal", story.a.sentences[link.a[0]].text, story.b.sentences[link.b[0]].text)
        pairs = tuple([(n, n) for n in range(len(a))])
        shown = LinkedPassage(link.a, link.b, "same", moved, link.score, (whole,), pairs)
        return Passage(story, index, shown, a, b, (Opcode("equal", 0, len(a), 0, len(b)),), pairs)
    opcodes = diff_tokens(a, b)
    pairs = _same_pairs(lenient, a, b) if lenient else pair_tokens(a, b) if a and b else ()
    diff = render_opcodes(opcodes, side_of(story.a, link.a), side_of(story.b, link.b))
    shown = LinkedPassage(link.a, link.b, _kind(link), moved, link.score, diff, pairs)
    return Passage(story, index, shown, a, b, opcodes, pairs)


def _same_pairs(passage: Passage, a: Sequence[Token], b: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """The pairs of a passage as indexes into the tokens of a strict reading, which has more of them."""
    at_a, at_b = ({token.start: n for n, token in enumerate(tokens)} for tokens in (a, b))
    starts = [(passage.a[i].start, passage.b[j].start) for i, j in passage.pairs]
    return tuple([(at_a[x], at_b[y]) for x, y in starts if x in at_a and y in at_b])


def _equal_words(passages: Sequence[Passage]) -> int:
    """How many words of A are also in B."""
    return sum([t.word for p in passages for o in p.opcodes if o.op == "equal" for t in p.a[o.a1 : o.a2]])


def _tokens(sentences: Sequence[Sentence], members: Sequence[int]) -> tuple[Token, ...]:
    return tuple([token for member in members for token in sentences[member].tokens])


def _kind(link: Link) -> LinkKind:
    """The kind of a link that differs, by the number of sentences on each side."""
    if not link.b:
        return "omission"
    if not link.a:
        return "insertion"
    if len(link.a) == 1:
        return "edited" if len(link.b) == 1 else "split"
    return "merged" if len(link.b) == 1 else "regrouped"


def _related(links: Sequence[Link], shared: float) -> bool:
    """Whether the two texts look like versions of one story. An empty text is related to everything."""
    n_a = sum([len(link.a) for link in links])
    n_b = sum([len(link.b) for link in links])
    if not n_a or not n_b or shared >= RELATED_SHARED:
        return True
    sure_a = fsum([len(link.a) * (link.score or 0.0) for link in links])
    sure_b = fsum([len(link.b) * (link.score or 0.0) for link in links])
    return max(sure_a / n_a, sure_b / n_b) >= RELATED_LINKED


_WORD = r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*"


def known_words(*texts: str) -> Set[str]:
    """The words of all texts, folded, if any text has words broken at the end of a line."""
    if not any(_has_broken_words(text) for text in texts):
        return frozenset()
    return {fold(word) for text in texts for word in re.findall(_WORD, text)}


def _has_broken_words(text: str) -> bool:
    """Whether any line ends in a hyphen. Not a regular expression, which would take 0.3 ms to compile."""
    lines = text.replace("\r", "\n").replace("\f", "\n").split("\n")[:-1]
    return any(line.rstrip(" \t").endswith(("-", "\u2010", "\u00ad")) for line in lines)
