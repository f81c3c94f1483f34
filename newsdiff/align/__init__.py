"""Sentences <-> sentences -> links: m:n, crossing allowed, every sentence in exactly one.

>>> a, b = ["The reactor was shut down.", "Divers cleared the filters."], ["Divers have cleared filters.", "It rained."]
>>> [(link.a, link.b) for link in align(a, b)]
[((0,), ()), ((1,), (0,)), ((), (1,))]

Sentences that both texts have word for word are linked at once, and in a copy edit so are all those between them
(`twins`). The rest goes through the modules that `likely` names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from newsdiff.align.twins import TWIN, Keys, find_equal_groups, find_near_twins
from newsdiff.model import Link, Sentence, Token
from newsdiff.text.words import tokenize

if TYPE_CHECKING:
    from newsdiff.align.profile import Meaning

# A user's encoder: from a list of sentences to their vectors, as a list of lists or the rows of an array.
Embed: TypeAlias = Callable[[list[str]], Sequence[Sequence[float]]]


def align(a: Sequence[str], b: Sequence[str], *, embed: Embed | None = None) -> tuple[Link, ...]:
    """The links of two lists of sentences, in A's order, with insertions at their place in B.

    `embed` is a sentence encoder of the caller's choice, from a list of sentences to vectors; it is called once.
    """
    return _align([tokenize(s) for s in a], [tokenize(s) for s in b], None, _meaning_of(a, b, embed))


def align_sentences(a: Sequence[Sentence], b: Sequence[Sentence], embed: Embed | None = None) -> tuple[Link, ...]:
    """The links of two articles' sentences, in A's order, with insertions at their place in B."""
    paragraphs = ([s.paragraph for s in a], [s.paragraph for s in b])
    meaning = _meaning_of([s.text for s in a], [s.text for s in b], embed)
    return _align([s.tokens for s in a], [s.tokens for s in b], paragraphs, meaning)


def _meaning_of(a: Sequence[str], b: Sequence[str], embed: Embed | None) -> Meaning | None:
    """The vectors of both sides' sentences."""
    if embed is None or not a or not b:
        return None
    found = embed([*a, *b])
    if len(found) != len(a) + len(b):
        raise ValueError(f"embed gave {len(found)} vectors for {len(a) + len(b)} sentences")
    return found[: len(a)], found[len(a) :]


def _align(
    a: Sequence[Sequence[Token]],
    b: Sequence[Sequence[Token]],
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
    meaning: Meaning | None,
) -> tuple[Link, ...]:
    """The links; `paragraphs` are the sentences' paragraph numbers, if known."""
    if not a or not b:
        return in_order([], len(a), len(b))
    keys = ([tuple([t.key for t in sentence]) for sentence in a], [tuple([t.key for t in sentence]) for sentence in b])
    if keys[0] == keys[1]:
        return tuple([Link((n,), (n,), 1.0) for n in range(len(a))])
    # The learned model is not symmetric, so the longer side always goes first: swapped articles give mirrored links.
    if stands_first(*keys):
        links = _decide(a, b, keys, paragraphs, meaning)
    else:
        turned = _decide(b, a, keys[::-1], paragraphs[::-1] if paragraphs else None, meaning[::-1] if meaning else None)
        links = [Link(link.b, link.a, link.score) for link in turned]
    return in_order(links, len(a), len(b))


def stands_first(a: Sequence[Keys], b: Sequence[Keys]) -> bool:
    """Whether `a` (the keys of its sentences) is the side that the learned model is given first: the longer one."""
    return (len(a), sum(map(len, a)), a) >= (len(b), sum(map(len, b)), b)


def _decide(
    a: Sequence[Sequence[Token]],
    b: Sequence[Sequence[Token]],
    keys: tuple[Sequence[Keys], Sequence[Keys]],
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
    meaning: Meaning | None,
) -> list[Link]:
    """The two-sided links, in no order."""
    settled = find_equal_groups(*keys)
    near = [*settled, *find_near_twins(*keys, settled)]  # if these cover a whole side, it is a copy edit
    if len(a) == sum([len(left) for left, _ in near]) or len(b) == sum([len(right) for _, right in near]):
        return [Link(left, right, TWIN) for left, right in near]
    from newsdiff.align.likely import likely_links

    return [*likely_links(a, b, settled, paragraphs, meaning), *[Link(left, right, TWIN) for left, right in settled]]


def in_order(links: Sequence[Link], len_a: int, len_b: int) -> tuple[Link, ...]:
    """All links in A's order, one-sided ones for unlinked sentences; an insertion follows the link before it in B."""
    taken_a = {i for link in links for i in link.a}
    taken_b = {j for link in links for j in link.b}
    every = sorted([*links, *[Link((i,), ()) for i in range(len_a) if i not in taken_a]], key=lambda link: link.a[0])
    follow: dict[int, list[Link]] = {}
    home = {link.b[-1]: n for n, link in enumerate(every) if link.b}
    at = -1
    for j in range(len_b):
        if j in home:
            at = home[j]
        elif j not in taken_b:
            follow.setdefault(at, []).append(Link((), (j,)))
    ordered = [*follow.get(-1, ())]
    for n, link in enumerate(every):
        ordered.append(link)
        ordered += follow.get(n, ())
    return tuple(ordered)
