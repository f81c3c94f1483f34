"""Sentences <-> sentences -> links: m:n, crossing allowed, every sentence in exactly one.

>>> a, b = ["The reactor was shut down.", "Divers cleared the filters."], ["Divers have cleared filters.", "It rained."]
>>> [(link.a, link.b) for link in align(a, b)]
[((0,), ()), ((1,), (0,)), ((), (1,))]

Sentences that are in both word for word are linked at once. For the rest: profiles -> candidates -> evidence for each
pair -> learned probabilities, revised in the light of the pairs around it -> groups. Each step is a module of its own,
in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from newsdiff.align.decode import form_groups, group_score
from newsdiff.align.features import candidate_features, context_features
from newsdiff.align.model import (
    HOPELESS,
    choose_model,
    context_probabilities,
    level_of,
    log_odds,
    pair_probabilities,
    probability,
)
from newsdiff.align.profile import Meaning, make_case
from newsdiff.align.twins import Keys, find_equal_groups
from newsdiff.model import Link, Sentence, Token
from newsdiff.text.words import tokenize

# The order alone seldom tells which of two neighbours it is; then the best threshold for F1 is about half of F1.
DIFFUSE = 0.3
ORDERED = 60_000  # pairs of sentences, above which the order is not asked: it would take more than a second
TWIN = 0.997  # of 1,511 twins in the gold pairs and in ArgRewrite 1,506 are links
# What a user may bring along: from a list of sentences to their vectors, a list of lists or rows of an array.
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
    """The links; `paragraphs` are the sentences' paragraph numbers, where they are known."""
    if not a or not b:
        return in_order([], len(a), len(b))
    keys = ([tuple([t.key for t in sentence]) for sentence in a], [tuple([t.key for t in sentence]) for sentence in b])
    if keys[0] == keys[1]:
        return tuple([Link((n,), (n,), 1.0) for n in range(len(a))])
    # What is learned is not symmetric, so the longer side always goes first: swapped articles give the mirrored links.
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
    links = [Link(left, right, TWIN) for left, right in settled]
    if len(a) == sum([len(left) for left, _ in settled]) or len(b) == sum([len(right) for _, right in settled]):
        return links
    case = make_case(a, b, settled, meaning)
    learned = choose_model(case)
    pairs = candidate_features(case, wide=learned.wide)
    alone = pair_probabilities(learned, pairs)
    hopeful = {pair: q for pair, q in alone.items() if q >= HOPELESS}
    p = alone | context_probabilities(learned, context_features(case, pairs, hopeful, paragraphs))
    threshold = learned.threshold
    if learned.wide and not case.semantic and pairs and len(a) * len(b) <= ORDERED:
        from newsdiff.align.chain import blend, order_probabilities, trust_in_order

        sure = dict.fromkeys(case.settled, TWIN)
        order = order_probabilities(alone | sure, *[[s.length for s in side] for side in (case.a, case.b)])
        trust = trust_in_order(p | sure, order, level_of(pairs))
        p = {pair: q for pair, q in blend(p, order, trust).items() if case.is_open(*pair)}
        threshold -= DIFFUSE * trust
    slope, intercept = learned.calibration
    for left, right in form_groups(p, threshold):
        raw = log_odds(group_score(p, left, right), 1e-4)
        links.append(Link(left, right, probability(slope * raw + intercept)))
    return links


def in_order(links: Sequence[Link], len_a: int, len_b: int) -> tuple[Link, ...]:
    """The links completed by what stands in none, in A's order; an insertion follows the link before it in B."""
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
