"""Sentences <-> sentences -> links: m:n, crossing allowed, every sentence in exactly one.

>>> a, b = ["The reactor was shut down.", "Divers cleared the filters."], ["Divers have cleared filters.", "It rained."]
>>> [(link.a, link.b) for link in align(a, b)]
[((0,), ()), ((1,), (0,)), ((), (1,))]

Profiles -> candidates -> what speaks for each pair -> learned probabilities, and again with what the pairs around it
say -> groups. Each step is a module of its own, in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from newsdiff.align.candidates import choose_candidates, rough_scores
from newsdiff.align.decode import form_groups, group_score
from newsdiff.align.features import context_features, pair_features
from newsdiff.align.model import (
    HOPELESS,
    choose_model,
    context_probabilities,
    level_of,
    log_odds,
    pair_probabilities,
    probability,
)
from newsdiff.align.profile import add_meaning, make_profiles
from newsdiff.model import Link, Sentence, Token
from newsdiff.text.words import tokenize

# The order alone seldom tells which of two neighbours it is; then the best threshold for F1 is about half of F1.
DIFFUSE = 0.3
ORDERED = 60_000  # pairs of sentences, above which the order is not asked: it would take more than a second
TWIN = 0.999  # 1,006 of 1,010 such pairs in the gold pairs and in ArgRewrite's training part are links
# What a user may bring along: from a list of sentences to their vectors, a list of lists or rows of an array.
Meaning: TypeAlias = tuple[Sequence[Sequence[float]], Sequence[Sequence[float]]]
Embed: TypeAlias = Callable[[list[str]], Sequence[Sequence[float]]]


def align(a: Sequence[str], b: Sequence[str], *, embed: Embed | None = None) -> tuple[Link, ...]:
    """The links of two lists of sentences, in A's order, with insertions where they stand in B.

    `embed` is a sentence encoder of the caller's choice, from a list of sentences to vectors; it is called once.
    """
    return _align([tokenize(s) for s in a], [tokenize(s) for s in b], None, _meaning_of(a, b, embed))


def align_sentences(a: Sequence[Sentence], b: Sequence[Sentence], embed: Embed | None = None) -> tuple[Link, ...]:
    """The links of two articles' sentences, in A's order, with insertions where they stand in B."""
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
    if keys[0] == keys[1]:  # twins within one text must not confuse it with itself
        return tuple([Link((n,), (n,), 1.0) for n in range(len(a))])
    # What is learned is not symmetric, so the longer side always goes first: swapped articles give the mirrored links.
    if stands_first(*keys):
        links = _decide(a, b, keys, paragraphs, meaning)
    else:
        turned = _decide(b, a, keys[::-1], paragraphs[::-1] if paragraphs else None, meaning[::-1] if meaning else None)
        links = [Link(link.b, link.a, link.score) for link in turned]
    return in_order(links, len(a), len(b))


def stands_first(a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]]) -> bool:
    """Whether `a` (the keys of its sentences) is the side that the learned model is given first: the longer one."""
    return (len(a), sum(map(len, a)), a) >= (len(b), sum(map(len, b)), b)


def _decide(
    a: Sequence[Sequence[Token]],
    b: Sequence[Sequence[Token]],
    keys: tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]],
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
    meaning: Meaning | None,
) -> list[Link]:
    """The two-sided links, in no order."""
    profiles = make_profiles(a, b)
    if meaning is not None:
        profiles = add_meaning(*profiles, *meaning)
    learned = choose_model(*profiles)
    rows = rough_scores(*profiles)
    pairs = pair_features(*profiles, rows, choose_candidates(rows, len(b), wide=learned.wide))
    alone = pair_probabilities(learned, pairs)
    hopeful = {pair: q for pair, q in alone.items() if q >= HOPELESS}
    context = context_features(*profiles, pairs, hopeful, paragraphs)
    p = alone | context_probabilities(learned, context)
    p |= _twins(*keys, p)
    threshold = learned.threshold
    if learned.wide and profiles[0][0].meaning is None and pairs and len(a) * len(b) <= ORDERED:
        from newsdiff.align.chain import blend, order_probabilities, trust_in_order

        order = order_probabilities(alone, *[[s.length for s in side] for side in profiles])
        trust = trust_in_order(p, order, level_of(pairs))
        p = blend(p, order, trust)
        threshold -= DIFFUSE * trust
    slope, intercept = learned.calibration
    links = []
    for left, right in form_groups(p, threshold):
        raw = log_odds(group_score(p, left, right), 1e-4)
        links.append(Link(left, right, probability(slope * raw + intercept)))
    taken = ({i for link in links for i in link.a}, {j for link in links for j in link.b})
    bare = [
        {n: keys for n, (keys, profile) in enumerate(zip(*side, strict=True)) if not profile.length and n not in used}
        for side, used in zip(zip(keys, profiles, strict=True), taken, strict=True)
    ]
    links += _wordless(*bare)
    return links


def _twins(
    a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]], p: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The probabilities of sentences that stand once in each text, word for word, and of what would part them.

    Two neighbours that differ by a "not" and change places are moved, not reversed each.
    """
    once = [{key: n for n, key in enumerate(side)} for side in (a, b)]
    often = [{key for n, key in enumerate(side) if own[key] != n} for side, own in zip((a, b), once, strict=True)]
    twins = {i: once[1][key] for key, i in once[0].items() if key in once[1] and key not in often[0] | often[1]}
    taken = set(twins.values())
    sure = {(i, j): TWIN for i, j in twins.items() if (i, j) in p}
    return sure | {(i, j): 0.0 for i, j in p if i in twins and j in taken and twins[i] != j}


def _wordless(a: Mapping[int, tuple[str, ...]], b: Mapping[int, tuple[str, ...]]) -> Iterator[Link]:
    """Links of separators and stray marks, of which nothing can be learned: the nth to the nth of its make."""
    free: dict[tuple[str, ...], list[int]] = {}
    for j, key in b.items():
        free.setdefault(key, []).append(j)
    for i, key in a.items():
        if free.get(key):
            yield Link((i,), (free[key].pop(0),), 1.0)


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
