"""Attribution: who a claim rests on, where a source was dropped, added, changed or made anonymous.

>>> from newsdiff.compare import compare
>>> c = compare("The gates were unsafe, according to a leaked report.", "The gates were unsafe.")
>>> [(e.detail, e.a.text) for e in c.edits if e.kind == "attribution"]
[('dropped', 'according to a leaked report')]

A source belongs to its claim, which has to stand on both sides before the source can be missed; any sign on the other
side that somebody is still being reported keeps silent. A pronoun goes with every source; a name goes with every role
that it has beside it anywhere in the two articles.

It does not catch a source that changed together with most of its claim, or a pronoun that came to mean somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsdiff.edits import quotes
from newsdiff.edits import spellings as spelling
from newsdiff.edits.counterparts import Placed, Relation, answer_facts, place_facts
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.facts.marks import read_marks
from newsdiff.facts.sources import Source, fold_name, read_sources
from newsdiff.lexicon.en.saying import ALIKE, INDEPENDENT, PASSIVES, PRONOUNS, REPORTING, SAYING, SMALL_WORDS
from newsdiff.model import Article

# How much of the claim's content must be paired with words of the other side before its source counts as dropped, and
# before another source counts as changed. Measured on the gold pairs.
CLAIM_KEPT = 0.5
CLAIM_EQUAL = 0.6
# What a shared claim is worth beside the places of two sources, in the terms of `counterparts`.
SHARED_CLAIM = 3.0
_BESIDE = 10  # tokens between a name and the role that goes with it
_GROUPS = frozenset(ALIKE.values())
_SOUNDS = str.maketrans("czqxvgb", "kskkfkp")


def find(passage: Passage) -> Iterator[Finding]:
    """The sources that the passage lost, won or changed."""
    story = passage.story
    sides = (
        place_facts(passage, 0, story.read(0, read_sources)),
        place_facts(passage, 1, story.read(1, read_sources)),
    )
    if not sides[0] and not sides[1]:
        return

    def relate(one: Source, other: Source) -> tuple[Relation, float]:
        share = SHARED_CLAIM * _shared(passage, one, other)
        if one[6:] == other[6:]:
            return Relation.SAME, share
        return (Relation.ALIKE if _same(passage, one, other) else Relation.OTHER), share

    met = [(x.a, x.b, x.relation) for x in answer_facts(passage, sides[0], sides[1], relate) if x.a and x.b]
    for x, y, relation in met:
        yield from _compared(passage, x.fact, y.fact, relation)
    for side in (0, 1):
        answered = [pair[side] for pair in met]
        for x in sides[side]:
            if x not in answered:
                yield from _lost(passage, side, x, sides)


def _shared(passage: Passage, one: Source, other: Source) -> float:
    """The share of a claim's words that have counterparts in another claim."""
    claim, there = _claim(passage, 0, one), set(_claim(passage, 1, other))
    met = [n for n in claim if not there.isdisjoint(passage.counterparts(0, n))]
    return len(met) / min(len(claim), len(there)) if claim and there else 0.0


def _compared(passage: Passage, one: Source, other: Source, relation: Relation) -> Iterator[Finding]:
    """What became of a source that has a counterpart: nothing, or it is another, or is no longer named."""
    spans = (one.start, one.end), (other.start, other.end)
    if relation > Relation.OTHER:
        if one.nameless != other.nameless:
            yield Finding("attribution", "anonymous" if other.nameless else "changed", *spans, 0.8)
        return
    if min(_kept(passage, 0, one), _kept(passage, 1, other)) < CLAIM_EQUAL:
        return
    yield Finding("attribution", "anonymous" if other.anonymous and one.names else "changed", *spans, 0.8)


def _lost(
    passage: Passage, side: int, x: Placed[Source], sides: Sequence[Sequence[Placed[Source]]]
) -> Iterator[Finding]:
    """A source that stands on one side only, where its claim stands on both and nobody is reported on the other."""
    source = x.fact
    if (
        (side == 1 and source.pronoun)
        or _kept(passage, side, source) < CLAIM_KEPT
        or _is_reported(passage, side, sides)
    ):
        return
    if any(f.a is None or f.b is None for f in quotes.find(passage)):
        return  # the quotation went with its source, and says so
    if _is_named(passage, side, source) and not _of_itself(passage, side, x):
        return
    if _is_claimed(passage, side, source):
        return
    span = source.start, source.end
    yield (
        Finding("attribution", "added", None, span, 0.8) if side else Finding("attribution", "dropped", span, None, 0.8)
    )


def _same(passage: Passage, one: Source, other: Source) -> bool:
    """Whether two sources may be one. In doubt they are."""
    if one.pronoun or other.pronoun:
        return "it" not in (one.pronoun, other.pronoun) or one.pronoun == other.pronoun
    if one.names and other.anonymous and not other.names:
        return False  # made anonymous: the name went and "a spokesman" stayed
    if one.names and other.names:
        alike = any(x == y or _like(x, y) for x in one.names for y in other.names)
        return alike or _respelt(passage, one, other) or _acquainted(passage.story, one.names, other.names, both=True)
    if _only_owned(one, other):
        return False
    if one.nouns & other.nouns:
        return True
    named, noun = (one, other) if one.names else (other, one)
    if named.names and noun.nouns:
        return not noun.anonymous and _acquainted(passage.story, named.names, noun.words)
    return not (one.nouns and other.nouns)


def _only_owned(one: Source, other: Source) -> bool:
    """Whether two sources share nothing but whose one of them is: the boy's mother, an aide to the mayor, the mayor."""
    owned = one.owners & _GROUPS, other.owners & _GROUPS
    if all(owned) and owned[0].isdisjoint(owned[1]) and not one.names and not other.names:
        return True  # the lawyer for the company, the lawyer for the workers
    return any(x.words & INDEPENDENT - y.words for x, y in ((one, other), (other, one)))


def _respelt(passage: Passage, one: Source, other: Source) -> bool:
    """Whether the spelling detector holds a word of one source for a word of the other."""
    return any(
        f.a and f.b and one.start <= f.a[0] < one.end and other.start <= f.b[0] < other.end
        for f in spelling.find(passage)
    )


def _like(x: str, y: str) -> bool:
    """Whether two name words may be one name: the same start or the same consonants, or one an acronym."""
    if x[:4] == y[:4] or x[-4:] == y[-4:]:
        return True
    bare = [[c for c in w.translate(_SOUNDS) if c not in "aeiouyhwj"] for w in (x, y)]
    return len(bare[0]) > 1 and bare[0] == bare[1]


def _acquainted(story: Story, names: frozenset[str], others: frozenset[str], both: bool = False) -> bool:
    """Whether a name and the other words stand close to each other in a sentence of either article.

    Where both are names, "and" between them says that they are two.
    """
    for side in (0, 1):
        index = dict(story.read(side, _places_of_names))
        for name in sorted(names):
            for row, n in index.get(name, ()):
                keys = row[max(0, n - _BESIDE) : n + _BESIDE + 1]
                if any(fold_name(key) in others for key in keys if key) and not (
                    both and _parted(keys, min(n, _BESIDE), others)
                ):
                    return True
    return False


def _parted(keys: Sequence[str], at: int, others: frozenset[str]) -> bool:
    """Whether "and" stands between the name at `at` and every one of the others."""
    spots = [m for m, key in enumerate(keys) if fold_name(key) in others]
    return all("and" in keys[min(m, at) : max(m, at)] for m in spots)


def _places_of_names(article: Article) -> list[tuple[str, list[tuple[list[str], int]]]]:
    """Where each capitalised word stands: the keys of its sentence, and its place there."""
    index: dict[str, list[tuple[list[str], int]]] = {}
    for sentence in article.sentences:
        row = [t.key.casefold() if t.word else "" for t in sentence.tokens]
        for n, token in enumerate(sentence.tokens):
            if token.text[0].isupper():
                index.setdefault(fold_name(row[n]), []).append((row, n))
    return list(index.items())


def _claim(passage: Passage, side: int, source: Source) -> list[int]:
    """The words of meaning in the source's claim, as far as it stands in the passage, as indexes into its tokens."""
    return [
        n
        for n, token in enumerate(passage.sides[side])
        if token.word
        and passage.low[side][n] not in SMALL_WORDS
        and any(lo <= token.start < hi for lo, hi in source.content)
    ]


def _kept(passage: Passage, side: int, source: Source) -> float:
    """The share of the claim's words that have counterparts on the other side."""
    claim = _claim(passage, side, source)
    return sum([bool(passage.counterparts(side, n)) for n in claim]) / len(claim) if claim else 0.0


def _is_named(passage: Passage, side: int, source: Source) -> bool:
    """Whether the source is named on the other side, in the sentence that has its claim: Ruiz expects."""
    article = passage.story.a if side else passage.story.b
    met = {
        passage.sides[1 - side][j].start for n in _claim(passage, side, source) for j in passage.counterparts(side, n)
    }
    words = source.names or source.words
    for member in passage.link.a if side else passage.link.b:
        tokens = article.sentences[member].tokens
        if any(t.start in met for t in tokens) and any(fold_name(t.key.casefold()) in words for t in tokens):
            return True
    return False


def _is_claimed(passage: Passage, side: int, source: Source) -> bool:
    """Whether the claim rests on the same source on the other side too, or on one named in another sentence."""
    claim = [j for n in _claim(passage, side, source) for j in passage.counterparts(side, n)]
    starts = [passage.sides[1 - side][j].start for j in claim]
    lo, hi = passage.sides[1 - side][0].start, passage.sides[1 - side][-1].end
    counts = [Counter([s.text.casefold() for s in passage.story.read(k, read_sources)]) for k in (side, 1 - side)]
    for other in passage.story.read(1 - side, read_sources):
        met = sum([any(first <= at < last for first, last in other.content) for at in starts])
        if 2 * met <= len(starts):
            continue
        if lo <= other.start < hi:
            if _same(passage, source, other):
                return True
        else:  # it has come from here, or was not there before
            text = other.text.casefold()
            more = counts[1][text] - counts[0][text]
            if more > 0 or (more == 0 and text == source.text.casefold()):
                return True
    # A speech that goes on had its source named before.
    return side == 1 and any(q.outer[0] <= at < q.outer[1] for q in passage.story.read(0, read_marks) for at in starts)


def _is_reported(passage: Passage, side: int, sides: Sequence[Sequence[Placed[Source]]]) -> bool:
    """Whether anything on the other side says that somebody is reported, but for words that both claims have."""
    phrases = [{n for x in placed for n in range(x.lo, x.hi)} for placed in sides]
    low = passage.low[1 - side]
    for j, key in enumerate(low):
        if key not in SAYING and key not in REPORTING:
            continue
        mine = [n for n in passage.counterparts(1 - side, j) if n not in phrases[side]]
        if j in phrases[1 - side] or any(passage.low[side][n][:4] == key[:4] for n in mine):
            continue
        # "are said to include", "believed to be" name nobody.
        if not (key in PASSIVES and low[j + 1 : j + 2] == ["to"]):
            return True
    return False


def _of_itself(passage: Passage, side: int, x: Placed[Source]) -> bool:
    """Whether the claim is about the source: Ana Ruiz said that she would resign."""
    after = passage.low[side][x.hi : x.hi + 2]
    subject = after[1:] if after[:1] == ["that"] else after[:1]
    if x.fact.words and not x.fact.names and all([word.endswith("s") for word in x.fact.words]):
        subject = [key for key in subject if key not in ("he", "she")]  # doctors said she had a chance
    return bool(PRONOUNS.intersection(subject))
