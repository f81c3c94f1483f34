"""Sentences of all versions -> families: what says the same thing, in whichever versions it is said.

>>> from newsdiff.compare import read_text
>>> texts = ("Divers cleared the filter. It rained.", "It rained.", "It rained. Divers cleared a filter.")
>>> [family.members for family in find_families([read_text(text, "", "en") for text in texts])]
[((0,), (), (1,)), ((1,), (0,), (0,))]

Every two versions are aligned, not only neighbours: a chain of neighbours loses what goes and comes back, and adds up
their errors (F1 on heavy rewrites .916 against .709). Links join sentences by falling score, as in single-linkage
clustering; a join that would put two sentences from different places of one version into one family is refused.

A family does not say which of its versions was copied from which; that is for `sources`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdiff.align import Embed, align_sentences
from newsdiff.model import Article

# Up to so many versions every two are aligned: 66 alignments of 6 to 15 ms. Beyond, the work would be quadratic.
ALL_PAIRS = 12
APART = 2  # sentences of one version further apart than this are no split of one sentence

Node = tuple[int, int]  # a version and a sentence of it


class Group(NamedTuple):
    """A family by its sentences alone: those of each version, and the least score that joined them."""

    members: tuple[tuple[int, ...], ...]
    score: float


class _Join(NamedTuple):
    """Two sentences that a link holds together, with its score."""

    score: float
    one: Node
    other: Node


def find_families(articles: Sequence[Article], embed: Embed | None = None) -> list[Group]:
    """The families of the sentences of all articles, in the order in which the story is read.

    Every sentence is in exactly one. `embed` is a sentence encoder, as in `align`.
    """
    if len(articles) <= ALL_PAIRS:
        joins = [
            join
            for i in range(len(articles))
            for j in range(i + 1, len(articles))
            for join in _joins(articles, i, j, embed)
        ]
    else:
        joins = _joins_of_many(articles, embed)
    clusters = _Clusters()
    for join in sorted(joins, key=lambda join: (-join.score, join.one, join.other)):
        clusters.join(join)
    return _in_order(articles, clusters)


def _joins(articles: Sequence[Article], i: int, j: int, embed: Embed | None) -> Iterator[_Join]:
    """What the links of two versions join; a link of several sentences joins each with each."""
    for link in align_sentences(articles[i].sentences, articles[j].sentences, embed):
        for s in link.a:
            for t in link.b:
                yield _Join(link.score or 0.0, (i, s), (j, t))


def _joins_of_many(articles: Sequence[Article], embed: Embed | None) -> list[_Join]:
    """The joins of neighbours and with the first version, and of what returns after an absence.

    A sentence without a link to its predecessor is compared with the last text of each sentence that is gone.
    """
    found: list[_Join] = []
    last: dict[Node, Node] = {}  # the first sentence of a thread of neighbours -> its last one
    head = {(0, s): (0, s) for s in range(len(articles[0].sentences))}
    last.update(head)
    for j in range(1, len(articles)):
        chain = list(_joins(articles, j - 1, j, embed))
        found += chain
        if j > 1:
            found += _joins(articles, 0, j, embed)
        for join in chain:
            head.setdefault(join.other, head[join.one])
        new = [(j, t) for t in range(len(articles[j].sentences)) if (j, t) not in head]
        gone = [node for node in last.values() if node[0] < j - 1]
        returned = list(_align_nodes(articles, gone, new, embed))
        found += returned
        for join in returned:
            head.setdefault(join.other, head[join.one])
        for node in new:
            head.setdefault(node, node)
        last.update({head[j, t]: (j, t) for t in range(len(articles[j].sentences))})
    return found


def _align_nodes(
    articles: Sequence[Article], gone: Sequence[Node], new: Sequence[Node], embed: Embed | None
) -> Iterator[_Join]:
    """The links of sentences that are gone, from whichever version, with new ones."""
    if not gone or not new:
        return
    a, b = ([articles[v].sentences[s] for v, s in nodes] for nodes in (gone, new))
    for link in align_sentences(a, b, embed):
        for s in link.a:
            for t in link.b:
                yield _Join(link.score or 0.0, gone[s], new[t])


class _Clusters:
    """Sentences joined so far (union-find, the smaller into the larger)."""

    def __init__(self) -> None:
        self._home: dict[Node, Node] = {}
        self._members: dict[Node, dict[int, list[int]]] = {}
        self._score: dict[Node, float] = {}

    def join(self, join: _Join) -> None:
        """Joins the families of two sentences, unless that would hold sentences from different places."""
        one, other = self.find(join.one), self.find(join.other)
        if one == other:
            return
        mine, theirs = self._members[one], self._members[other]
        if len(mine) < len(theirs):
            one, other, mine, theirs = other, one, theirs, mine
        if any(_is_torn(mine[v], sentences) for v, sentences in theirs.items() if v in mine):
            return
        for v, sentences in theirs.items():
            mine[v] = sorted([*mine.get(v, ()), *sentences])
            for s in sentences:
                self._home[v, s] = one
        self._score[one] = min(self._score[one], self._score.pop(other), join.score)
        del self._members[other]

    def find(self, node: Node) -> Node:
        """The name of the family of a sentence."""
        if node not in self._home:
            self._home[node] = node
            self._members[node] = {node[0]: [node[1]]}
            self._score[node] = 1.0
        return self._home[node]

    def group(self, name: Node, count: int) -> Group:
        """A family by its name."""
        members = self._members[name]
        return Group(tuple([tuple(members.get(v, ())) for v in range(count)]), self._score[name])


def _is_torn(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether sentences of one version, taken together, leave a gap."""
    together = sorted([*one, *other])
    return any(t - s > APART for s, t in pairwise(together))


def _in_order(articles: Sequence[Article], clusters: _Clusters) -> list[Group]:
    """The families in the first version's order; one that comes later follows the one before it where it came in."""
    follow: defaultdict[Node | None, list[Node]] = defaultdict(list)
    seen: set[Node] = set()
    for v, article in enumerate(articles):
        before: Node | None = None
        for s in range(len(article.sentences)):
            name = clusters.find((v, s))
            if name not in seen:
                seen.add(name)
                follow[before].insert(0, name)
            before = name
    order: list[Node] = []
    stack = list(reversed(follow[None]))
    while stack:
        name = stack.pop()
        order.append(name)
        stack += reversed(follow[name])
    return [clusters.group(name, len(articles)) for name in order]
