"""Sentences of all versions -> families: sentences that say the same thing, in whichever versions.

>>> from newsdiff.compare import read_text
>>> texts = ("Divers cleared the filter. It rained.", "It rained.", "It rained. Divers cleared a filter.")
>>> [family.members for family in find_families([read_text(text, "", "en") for text in texts])]
[((0,), (), (1,)), ((1,), (0,), (0,))]

All versions are aligned with one another, not only neighbours: a chain of neighbours loses whatever goes and comes
back, and accumulates errors (F1 on heavy rewrites .916 against .709 in a trial). Families grow from the most certain
link (correlation clustering, like the groups of a pair in `align.decode`): two of them are joined if the summed
log-odds of all links between them favour it; the lack of a link between aligned versions counts against it. So one
wrong link does not join what the other versions keep apart.

A family does not say which of its versions was copied from which; that is for `sources`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.align import Embed, align_sentences
from newsdiff.align.model import log_odds
from newsdiff.model import Article

# Up to this many versions, all are aligned with one another: 66 alignments of 6 to 15 ms. The work is quadratic.
ALL_PAIRS = 12
# Log-odds of two sentences of aligned versions without a link, and of two sentences of one version that no link
# groups. Made stories of 28 November 2026 (tools/measure_history.py): F1 on heavy rewrites .932, at -0.5 .930, at -1
# .922, at -2 .921, without this evidence .889.
ABSENT, SAME_VERSION = -0.25, -2.0
NEAREST = 1e-6  # the closest to 0 and 1 that a score may count as

Node = tuple[int, int]  # a version and a sentence of it


class Group(NamedTuple):
    """A family as its sentences in each version, and the lowest score that joined them."""

    members: tuple[tuple[int, ...], ...]
    score: float


class _Links:
    """What the alignments say about any two sentences."""

    def __init__(self) -> None:
        self.scores: dict[tuple[Node, Node], float] = {}  # in both directions
        self.grouped: set[tuple[Node, Node]] = set()  # sentences of one version that are in one link
        self.aligned: defaultdict[int, set[int]] = defaultdict(set)  # version -> the versions it was aligned with

    def add(self, one: Sequence[Node], other: Sequence[Node], score: float) -> None:
        """Adds a link; one of several sentences joins each with each."""
        for x in one:
            for y in other:
                self.scores[x, y] = self.scores[y, x] = max(score, self.scores.get((x, y), 0.0))
        for side in (one, other):
            self.grouped.update([(x, y) for x in side for y in side if x != y])

    def odds(self, x: Node, y: Node) -> float:
        """The evidence that two sentences are of one family, as log-odds; 0.0 if their versions were not aligned."""
        if x[0] == y[0]:
            return 0.0 if (x, y) in self.grouped else SAME_VERSION
        score = self.scores.get((x, y))
        if score is None:
            return ABSENT if y[0] in self.aligned[x[0]] else 0.0
        return log_odds(score, NEAREST)


def find_families(articles: Sequence[Article], embed: Embed | None = None) -> list[Group]:
    """The families of all articles' sentences, in reading order.

    Every sentence is in exactly one. `embed` is a sentence encoder, as in `align`.
    """
    links = _Links()
    if len(articles) <= ALL_PAIRS:
        for i in range(len(articles)):
            for j in range(i + 1, len(articles)):
                _align(articles, i, j, links, embed)
    else:
        _align_many(articles, links, embed)
    clusters = _Clusters(links)
    for _, x, y in sorted([(-score, x, y) for (x, y), score in links.scores.items() if x < y]):
        clusters.join(x, y)
    return _in_order(articles, clusters)


def _align(articles: Sequence[Article], i: int, j: int, links: _Links, embed: Embed | None) -> dict[int, int]:
    """Adds the links of two versions; for each linked sentence of the second, returns one of the first."""
    links.aligned[i].add(j)
    links.aligned[j].add(i)
    origin: dict[int, int] = {}
    for link in align_sentences(articles[i].sentences, articles[j].sentences, embed):
        if link.a and link.b:
            links.add([(i, s) for s in link.a], [(j, t) for t in link.b], link.score or 0.0)
            origin.update(dict.fromkeys(link.b, link.a[0]))
    return origin


def _align_many(articles: Sequence[Article], links: _Links, embed: Embed | None) -> None:
    """Adds the links between neighbours, with the first version, and with sentences that return after an absence.

    A sentence without a link to the version before is compared with the last text of each sentence that is gone.
    """
    head = {(0, s): (0, s) for s in range(len(articles[0].sentences))}  # sentence -> the first of its thread
    last = dict(head)  # the first of a thread -> the last
    for j in range(1, len(articles)):
        origin = _align(articles, j - 1, j, links, embed)
        if j > 1:
            _align(articles, 0, j, links, embed)
        head.update({(j, t): head[j - 1, s] for t, s in origin.items()})
        new = [(j, t) for t in range(len(articles[j].sentences)) if t not in origin]
        gone = sorted([node for node in last.values() if node[0] < j - 1])
        head.update({node: node for node in new})
        for x, y in _align_returning(articles, gone, new, links, embed):
            head[y] = head[x]
        last.update({head[j, t]: (j, t) for t in range(len(articles[j].sentences))})


def _align_returning(
    articles: Sequence[Article], gone: Sequence[Node], new: Sequence[Node], links: _Links, embed: Embed | None
) -> Iterator[tuple[Node, Node]]:
    """Adds links between sentences that are gone, from any version, and new ones; yields the pairs they join."""
    if not gone or not new:
        return
    a, b = ([articles[v].sentences[s] for v, s in nodes] for nodes in (gone, new))
    for link in align_sentences(a, b, embed):
        if link.a and link.b:
            one, other = [gone[s] for s in link.a], [new[t] for t in link.b]
            links.add(one, other, link.score or 0.0)
            yield from [(one[0], y) for y in other]


class _Clusters:
    """The sentences joined so far (union-find, the smaller set into the larger)."""

    def __init__(self, links: _Links) -> None:
        self._links = links
        self._home: dict[Node, Node] = {}
        self._members: dict[Node, dict[int, list[int]]] = {}
        self._score: dict[Node, float] = {}

    def join(self, x: Node, y: Node) -> None:
        """Joins the families of two linked sentences, unless the evidence is against it."""
        one, other = self.find(x), self.find(y)
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        mine, theirs = self._members[one], self._members[other]
        if self._gain(mine, theirs) <= 0:
            return
        for v, sentences in theirs.items():
            mine[v] = sorted([*mine.get(v, ()), *sentences])
            for s in sentences:
                self._home[v, s] = one
        self._score[one] = min(self._score[one], self._score.pop(other), self._links.scores[x, y])
        del self._members[other]

    def _gain(self, mine: dict[int, list[int]], theirs: dict[int, list[int]]) -> float:
        """The evidence for joining two families, as log-odds, from the versions that were aligned."""
        gain = 0.0
        for v, sentences in theirs.items():
            asked = self._links.aligned[v]
            for w in [w for w in mine if w in asked or w == v] if len(asked) > len(mine) else [*asked, v]:
                for t in mine.get(w, ()):
                    for s in sentences:
                        gain += self._links.odds((v, s), (w, t))
        return gain

    def find(self, node: Node) -> Node:
        """The name of the family of a sentence."""
        if node not in self._home:
            self._home[node] = node
            self._members[node] = {node[0]: [node[1]]}
            self._score[node] = 1.0
        return self._home[node]

    def is_in(self, name: Node, v: int) -> bool:
        """Whether a family has a sentence in version v."""
        return v in self._members[name]

    def group(self, name: Node, count: int) -> Group:
        """A family by its name."""
        members = self._members[name]
        return Group(tuple([tuple(members.get(v, ())) for v in range(count)]), self._score[name])


def _in_order(articles: Sequence[Article], clusters: _Clusters) -> list[Group]:
    """The families in the order of the first version; a later family follows the one before it in its first version.

    Sentences that have gone from that place by then precede it: the old sentence, then its replacement.
    """
    order: list[Node] = []
    seen: set[Node] = set()
    for v, article in enumerate(articles):
        at = 0  # where the next new family goes
        here: set[Node] = set()
        for s in range(len(article.sentences)):
            name = clusters.find((v, s))
            if name in here:  # the place of a family is that of its first sentence
                continue
            here.add(name)
            if name in seen:
                at = order.index(name) + 1
                continue
            while at < len(order) and not clusters.is_in(order[at], v):
                at += 1
            order.insert(at, name)
            seen.add(name)
            at += 1
    return [clusters.group(name, len(articles)) for name in order]
