"""Attribution: sources of claims that were dropped, added, changed or made anonymous.

>>> from newsdiff.compare import compare
>>> c = compare("The gates were unsafe, according to a leaked report.", "The gates were unsafe.")
>>> [(e.detail, e.a.text) for e in c.edits if e.kind == "attribution"]
[('dropped', 'according to a leaked report')]

A source belongs to its claim, and only a claim on both sides can have lost its source; any sign on the other side that
somebody is still being quoted or paraphrased prevents an edit. A pronoun matches every source; a name matches every
role found next to it anywhere in the two articles.

It does not catch a source that changed together with most of its claim, or a pronoun that now means somebody else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.edits import quotes
from newsdiff.edits.counterparts import Placed, Relation, answer_facts, place_facts
from newsdiff.edits.passage import Finding, Passage, Story, lone
from newsdiff.facts.marks import is_marked, read_marks
from newsdiff.facts.sources import Source, fold_name, read_sources
from newsdiff.lexicon.en.saying import ALIKE, PASSIVES, PRONOUNS, REPORTING, SAYING, SMALL_WORDS
from newsdiff.model import Token

# The share of the claim's content that must be paired with words of the other side before its source counts as dropped,
# and before another source counts as changed. Measured on the gold pairs.
CLAIM_KEPT = 0.5
CLAIM_EQUAL = 0.6
# The value of a shared claim, added to that of the places of two sources, in the units of `counterparts`.
SHARED_CLAIM = 3.0
_NEARBY = 8  # sources before and after a link that may have taken over its claim
_CLOSE = 10  # tokens between a name and the role that goes with it
_GROUPS = frozenset(ALIKE.values())
_SOUNDS = str.maketrans("czqxvgb", "kskkfkp")


class _Link(NamedTuple):
    """A passage with the sources of both sides and, for each, the content words of its claim."""

    passage: Passage
    sides: tuple[list[Placed[Source]], list[Placed[Source]]]
    claims: dict[tuple[int, int], list[int]]  # side, start of the source -> indexes into the side's tokens

    def claim(self, side: int, source: Source) -> list[int]:
        """The content words of a source's claim, as far as the claim is in the passage."""
        key = side, source.start
        if key not in self.claims:
            tokens, low = self.passage.sides[side], self.passage.low[side]
            self.claims[key] = [
                n
                for lo, hi in source.content
                for n in range(bisect_left(tokens, lo, key=_start), bisect_left(tokens, hi, key=_start))
                if tokens[n].word and low[n] not in SMALL_WORDS
            ]
        return self.claims[key]

    def met(self, side: int, source: Source) -> list[int]:
        """The counterparts of the claim's words."""
        return [j for n in self.claim(side, source) for j in self.passage.counterparts(side, n)[:1]]

    def kept(self, side: int, source: Source) -> float:
        """The share of the claim's words that have counterparts on the other side."""
        return len(self.met(side, source)) / max(1, len(self.claim(side, source)))

    def shared(self, one: Source, other: Source) -> float:
        """The share of a claim's words that have counterparts in another claim."""
        mine, theirs = self.claim(0, one), set(self.claim(1, other))
        return len(theirs.intersection(self.met(0, one))) / max(1, min(len(mine), len(theirs)))


def _start(token: Token) -> int:
    return token.start


def find(passage: Passage) -> Iterator[Finding]:
    """The sources that the passage lost, gained or changed."""
    placed = [place_facts(passage, side, read_sources, whole=True) for side in (0, 1)]
    if not placed[0] and not placed[1]:
        return
    link = _Link(passage, (placed[0], placed[1]), {})

    def relate(one: Source, other: Source) -> tuple[Relation, float]:
        share = SHARED_CLAIM * link.shared(one, other)
        if one[6:] == other[6:]:
            return Relation.SAME, share
        return (Relation.ALIKE if _same(passage.story, one, other) else Relation.OTHER), share

    answered: tuple[set[int], set[int]] = (set(), set())
    for answer in answer_facts(passage, *link.sides, relate):
        if answer.a and answer.b:
            answered[0].add(answer.a.fact.start)
            answered[1].add(answer.b.fact.start)
            yield from _compared(link, answer.a.fact, answer.b.fact, answer.relation)
    for side in (0, 1):
        for x in placed[side]:
            if x.fact.start not in answered[side] and _is_lost(link, side, x):
                yield lone("attribution", side, (x.fact.start, x.fact.end), 0.8)


def _compared(link: _Link, one: Source, other: Source, relation: Relation) -> Iterator[Finding]:
    """The change of a source with a counterpart: none, another source, or no longer named."""
    spans = (one.start, one.end), (other.start, other.end)
    if relation > Relation.OTHER:
        if one.nameless != other.nameless:
            yield Finding("attribution", "anonymous" if other.nameless else "changed", *spans, 0.8)
    elif min(link.kept(0, one), link.kept(1, other)) >= CLAIM_EQUAL:
        yield Finding("attribution", "anonymous" if other.anonymous and one.names else "changed", *spans, 0.8)


def _is_lost(link: _Link, side: int, x: Placed[Source]) -> bool:
    """Whether a source is on one side only, while its claim is on both and the other side quotes nobody."""
    source = x.fact
    if (side == 1 and source.pronoun) or link.kept(side, source) < CLAIM_KEPT or _is_reported(link, side):
        return False
    if any(f.a is None or f.b is None for f in quotes.find(link.passage)):
        return False  # the quotation went with its source, and is reported itself
    if _is_named(link, side, source) and not _of_itself(link.passage, side, x):
        return False
    return not _is_claimed(link, side, source)


# People who speak for the body named beside them.
SPEAKING_FOR = frozenset(("official", "spokesman"))


def _same(story: Story, one: Source, other: Source) -> bool:
    """Whether two sources may be the same; if in doubt, they are."""
    if one.pronoun or other.pronoun:
        return "it" not in (one.pronoun, other.pronoun) or one.pronoun == other.pronoun
    if one.names & other.words or other.names & one.words:
        return True  # a name that opens its sentence may have been read as a word
    if one.names and other.anonymous and not other.names:
        return False  # made anonymous: the name went and "a spokesman" stayed
    if one.names and other.names:
        alike = any(x == y or _like(x, y) for x in one.names for y in other.names)
        return alike or _acquainted(story, one.names, other.names)
    shared = (one.nouns | one.owners) & (other.nouns | other.owners)
    if shared and (one.nouns | other.nouns) - shared <= SPEAKING_FOR:
        return True  # union officials, representatives of the union
    if one.nouns & other.nouns:  # but the lawyer for the company is not the lawyer for the workers
        owned = one.owners & _GROUPS, other.owners & _GROUPS
        return not (all(owned) and owned[0].isdisjoint(owned[1]))
    named, noun = (one, other) if one.names else (other, one)
    if named.names and noun.nouns:
        return not noun.anonymous and _acquainted(story, named.names, noun.words)
    return not (one.nouns and other.nouns)


def _like(x: str, y: str) -> bool:
    """Whether two name words may be one name: the same start or the same consonants, or one an acronym."""
    if x[:4] == y[:4] or x[-4:] == y[-4:]:
        return True
    bare = [[c for c in w.translate(_SOUNDS) if c not in "aeiouyhwj"] for w in (x, y)]
    return len(bare[0]) > 1 and bare[0] == bare[1]


def _acquainted(story: Story, names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a sentence of either article has a name close to the other words, but not as two people."""
    return any(not others.isdisjoint(story.once(_beside, side).get(name, ())) for side in (0, 1) for name in names)


def _beside(story: Story, side: int) -> dict[str, set[str]]:
    """The words close to each capitalised word anywhere in an article, up to an "and"."""
    index: dict[str, set[str]] = {}
    for sentence in story.articles[side].sentences:
        words = [fold_name(t.key.casefold()) if t.word else "" for t in sentence.tokens]
        for n, token in enumerate(sentence.tokens):
            if token.text[0].isupper():
                near = index.setdefault(words[n], set())
                for row in (words[max(0, n - _CLOSE) : n][::-1], words[n + 1 : n + _CLOSE + 1]):
                    near.update(row[: row.index("and")] if "and" in row else row)
    return index


def _counts(story: Story, side: int) -> Counter[str]:
    """How often each source is named in these words."""
    return Counter([source.text.casefold() for source in story.read(side, read_sources)])


def _is_named(link: _Link, side: int, source: Source) -> bool:
    """Whether the source is named on the other side, in the sentence that has its claim: Ruiz expects."""
    passage, there = link.passage, set(link.met(side, source))
    words, base = source.names or source.words, 0
    for starts in passage.starts[1 - side]:
        stop = base + len(starts)
        inside = range(base, stop)
        if not there.isdisjoint(inside) and any(fold_name(passage.low[1 - side][n]) in words for n in inside):
            return True
        base = stop
    return False


def _is_claimed(link: _Link, side: int, source: Source) -> bool:
    """Whether the claim rests on the same source on the other side too, or on one named in another sentence."""
    passage, story = link.passage, link.passage.story
    there = passage.sides[1 - side]
    starts = [there[j].start for j in link.met(side, source)]
    others = story.read(1 - side, read_sources)
    at = bisect_left(others, there[0].start, key=lambda other: other.start)
    for other in others[max(0, at - _NEARBY) : at + _NEARBY]:
        if 2 * sum([any(lo <= at < hi for lo, hi in other.content) for at in starts]) <= len(starts):
            continue
        if there[0].start <= other.start < there[-1].end:
            if _same(story, source, other):
                return True
        else:  # it has come from here, or was not there before
            text = other.text.casefold()
            more = story.once(_counts, 1 - side)[text] - story.once(_counts, side)[text]
            if more > 0 or (more == 0 and text == source.text.casefold()):
                return True
    # A continued speech had its source named before.
    return side == 1 and any(is_marked(at, story.read(0, read_marks)) for at in starts)


def _is_reported(link: _Link, side: int) -> bool:
    """Whether anything on the other side, except words in both claims, shows that somebody is reported."""
    passage = link.passage
    phrases = [{n for x in placed for n in range(x.lo, x.hi)} for placed in link.sides]
    low = passage.low[1 - side]
    for j, key in enumerate(low):
        if key not in SAYING and key not in REPORTING:
            continue
        mine = [n for n in passage.counterparts(1 - side, j) if n not in phrases[side]]
        if j in phrases[1 - side] or any(passage.low[side][n][:4] == key[:4] for n in mine):
            continue
        # "are said to include" and "believed to be" do not name anybody.
        if not (key in PASSIVES and low[j + 1 : j + 2] == ["to"]):
            return True
    return False


def _of_itself(passage: Passage, side: int, x: Placed[Source]) -> bool:
    """Whether the claim is about the source: Ana Ruiz said that she would resign."""
    after = passage.low[side][x.hi : x.hi + 2]
    subject = after[1:] if after[:1] == ["that"] else after[:1]
    return bool(PRONOUNS.intersection(subject))
