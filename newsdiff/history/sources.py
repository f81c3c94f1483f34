"""Who took from whom: the source of each version, by the readings that versions share.

>>> import newsdiff
>>> wire = "The vote is on Thursday. The mayor was allegedly ill. It rained."
>>> papers = [wire.replace("Thursday", "Tuesday"), "The vote is on Tuesday. The mayor was ill. It rained."]
>>> story = newsdiff.history([wire, *papers], ["wire", "paper1", "paper2"], reprints=True)
>>> story.sources[2].source, story.sources[2].text
(1, "shares 'Tuesday' for 'Thursday' with paper1 alone")

The method is that of textual criticism and phylogenetics. Agreement in what all versions have from the first proves
nothing; agreement in a departure from it does (Lachmann's common errors, Hennig's shared derived characters). Every
version is described against the first one: which words it has in place of others, which sentences it left out or added.
Each departure that p and q share is evidence that p is the source of q; each departure of p where q has the first
version's words is evidence against it, since q could not have had them from p (Camin and Sokal, "A Method for
Deducing Branching Sequences in Phylogeny", Evolution 19, 1965: parsimony with departures that are never undone). The
tree with the most evidence is the most parsimonious one: a directed spanning tree, since versions, unlike living
species, may be the sources of others.

It does not recognise a version that took from two others, and it cannot tell a source from a lost version like it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum, sqrt
from os.path import basename, splitext
from typing import NamedTuple

from newsdiff.history.model import Family, Reading, Source, Version, text_of
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Token
from newsdiff.pairing.likeness import ALIKE, SAME_MEANING, SAME_STEM, SAME_VALUE, describe, likeness_kind
from newsdiff.pairing.worddiff import diff_tokens

# The value of a shared reading as evidence, from 0 to 1: words in place of others; grammar words and whatever any house
# style would change alike; a sentence left out, which two desks short of space may do by chance; the same at the end of
# the story, where every desk cuts. Made reprints of 28 November 2026 (tools/measure_history.py).
WORDS, STYLE, CUT, CUT_AT_END, ADDED = 1.0, 0.2, 0.3, 0.05, 1.0
# How many shared readings outweigh one that should have been copied but was not: the first version's own words cannot
# be guessed; words that were added may be dropped again, and a sentence may be cut again.
RESTORED, GONE_AGAIN = 3.0, 1.0
FEW_WORDS = 3  # an added sentence with fewer spaces may be a heading or a stray mark
# By how much the best source must beat any other; in an ordered history, the version before.
MARGIN, MARGIN_IN_ORDER = 0.15, 1.5
OPEN_SHARE = 0.5  # evidence against, as a share of that for a source, that leaves it open: a lost version?
NEAR = 20  # how many versions back are considered; a story that goes further back goes to its first version
AGREED = 2.0  # shared with a version that cannot be the source: both may come from a lost one
NAMED = 2  # readings named as evidence


class _Trace(NamedTuple):
    """A reading of one version: tokens lo to hi of the first version's sentence, and the words there instead."""

    lo: int
    hi: int
    keys: tuple[str, ...]
    loss: float
    reading: Reading


_Traces = Mapping[int, Sequence[_Trace]]  # by family


class _Evidence(NamedTuple):
    """The evidence that one version is the source of another: shared readings, and the weight against."""

    shared: tuple[_Trace, ...]
    lost: tuple[_Trace, ...]
    weight: float
    against: float

    @property
    def gain(self) -> float:
        """How many steps of change this source saves, compared with taking the text from the first version."""
        return self.weight - self.against


class _Weighed(dict[tuple[int, int], _Evidence]):
    """The evidence that a version (the first of a pair) is the source of another, weighed on first use."""

    def __init__(self, families: Sequence[Family], traces: Sequence[_Traces]) -> None:
        super().__init__()
        self._families = families
        self._traces = traces

    def __missing__(self, pair: tuple[int, int]) -> _Evidence:
        p, q = pair
        self[pair] = _weigh(self._families, self._traces[p], self._traces[q], q)
        return self[pair]


class _Told(NamedTuple):
    """The evidence, the versions' texts and names, and whether they have an order."""

    evidence: _Weighed
    texts: Sequence[str]
    labels: Sequence[str]
    ordered: bool

    def possible(self, q: int) -> list[int]:
        """The versions from which version q may have been taken: the first, and those near it."""
        if not self.ordered:
            return [p for p in range(len(self.texts)) if p != q]
        return [0, *range(max(1, q - NEAR), q)]


def find_sources(versions: Sequence[Version], families: Sequence[Family], *, reprints: bool) -> tuple[Source, ...]:
    """The source of each version; with `reprints` any other version may be it, else only an earlier one."""
    # An editor working version by version has the older ones at hand, and may restore a word.
    restored = RESTORED if reprints else GONE_AGAIN
    traces = [_read(versions, families, v, restored) for v in range(len(versions))]
    told = _Told(
        _Weighed(families, traces),
        [version.article.text for version in versions],
        _labels(versions, reprints),
        ordered=not reprints,
    )
    choice = _choose(told)
    return (Source(0, None, (), (), "the first version"), *[_decide(told, choice, q) for q in range(1, len(versions))])


def _labels(versions: Sequence[Version], reprints: bool) -> list[str]:
    """The versions' names: v1, v2 …; for papers, their file names without folder and suffix."""
    if reprints:
        short = [splitext(basename(version.name))[0] or version.name for version in versions]
        if len(set(short)) == len(short):
            return short
    return [f"v{v + 1}" for v in range(len(versions))]


# Readings


def _read(versions: Sequence[Version], families: Sequence[Family], v: int, restored: float) -> _Traces:
    """Where version v departs from the first one, by family; `restored` is the weight of undoing that."""
    found: dict[int, list[_Trace]] = {}
    first, article = versions[0].article, versions[v].article
    last = max([n for n, family in enumerate(families) if family.members[v]], default=-1)
    run = 0
    for n, family in enumerate(families):
        here, there = family.members[v], family.members[0]
        if here and there:
            a = [t for s in there for t in first.sentences[s].tokens]
            b = [t for s in here for t in article.sentences[s].tokens]
            found[n] = [
                _trace(n, a, b, (o.a1, o.a2, o.b1, o.b2), restored) for o in diff_tokens(a, b) if o.op != "equal"
            ]
            run = 0
        elif there:
            run += 1
            weight = CUT_AT_END if n > last else CUT / sqrt(run)
            text = text_of(first, there)
            found[n] = [_Trace(0, 0, (), restored * CUT, Reading(n, text, "", True, weight))]
        elif here:
            text = text_of(article, here)
            weight = ADDED if text.count(" ") >= FEW_WORDS else STYLE
            found[n] = [_Trace(0, 0, (), GONE_AGAIN * CUT, Reading(n, "", text, True, weight))]
    return _without_habits(found)


def _trace(n: int, a: Sequence[Token], b: Sequence[Token], at: tuple[int, int, int, int], restored: float) -> _Trace:
    """One step of the diff between the first version's tokens of a family and another's."""
    lo, hi, b1, b2 = at
    gone, come = a[lo:hi], b[b1:b2]
    weight = _weight([t.key for t in gone if t.word], [t.key for t in come if t.word])
    loss = weight * (restored if gone else GONE_AGAIN)
    reading = Reading(n, _text(gone), _text(come), False, weight)
    return _Trace(lo, hi, tuple([t.key.lower() for t in come if t.word]), loss, reading)


def _text(tokens: Sequence[Token]) -> str:
    """Tokens as printed, with a space if there is anything between them; "" for marks alone."""
    if not any(token.word for token in tokens):
        return ""
    text, end = "", tokens[0].start if tokens else 0
    for token in tokens:
        text += (" " if token.start > end else "") + token.text
        end = token.end
    return text


def _weight(gone: Sequence[str], come: Sequence[str]) -> float:
    """The value, as evidence, of two versions having the same words in place of the same others."""
    content = [word for word in (*gone, *come) if word.lower() not in CLASSES]
    if not content:
        return STYLE if gone or come else 0.0
    if len(gone) == len(come):
        alike = (SAME_STEM, SAME_VALUE, ALIKE, SAME_MEANING)
        words = zip(describe(list(gone)), describe(list(come)), strict=True)
        if all(x.low == y.low or likeness_kind(x, y) in alike for x, y in words):
            return STYLE
    return WORDS


def _without_habits(found: dict[int, list[_Trace]]) -> _Traces:
    """The readings; those that a version has in several places weigh less, since they are its style."""
    count = Counter((t.reading.before.lower(), t.keys) for traces in found.values() for t in traces)
    return {
        n: [t._replace(reading=t.reading._replace(weight=t.reading.weight / _times(count, t))) for t in traces]
        for n, traces in found.items()
    }


def _times(count: Counter[tuple[str, tuple[str, ...]]], trace: _Trace) -> int:
    return 1 if trace.reading.whole else count[trace.reading.before.lower(), trace.keys]


# Evidence


def _weigh(families: Sequence[Family], p: _Traces, q: _Traces, version: int) -> _Evidence:
    """The evidence that the version with the readings p is the source of `version`, whose readings are q."""
    shared, lost = [], []
    for n, traces in p.items():
        for trace in traces:
            verdict = _has(trace, q.get(n, ()), bool(families[n].members[version]), bool(families[n].members[0]))
            if verdict is True:
                shared.append(trace)
            elif verdict is False:
                lost.append(trace)
    weight = fsum([t.reading.weight for t in shared])
    return _Evidence(tuple(shared), tuple(lost), weight, fsum([t.loss for t in lost]))


def _has(trace: _Trace, other: Sequence[_Trace], present: bool, original: bool) -> bool | None:
    """Whether a version has a reading, or the first version's there (False); None if it has neither.

    `other` are the version's own readings in the sentence, `present` says whether it has the sentence at all, and
    `original` whether the first version has.
    """
    if trace.reading.whole:
        return present != original
    if not present:
        return None
    near = [t for t in other if t.lo <= trace.hi and trace.lo <= t.hi]
    if not near:
        return False
    covered = all(any(t.lo <= n < t.hi for t in near) for n in range(trace.lo, trace.hi))
    words = {key for t in near for key in t.keys}
    if trace.keys:
        content = [key for key in trace.keys if key not in CLASSES] or trace.keys
        return True if covered and words.issuperset(content) else None
    same = any((t.lo, t.hi, t.keys) == (trace.lo, trace.hi, ()) for t in near)
    return True if same or (covered and any(t.hi - t.lo > trace.hi - trace.lo for t in near)) else None


# The tree


def _choose(told: _Told) -> list[int]:
    """The source of each version, -1 for the first, with the greatest sum of gains; later versions win a tie."""
    count = len(told.texts)
    gains = {q: {p: told.evidence[p, q].gain for p in told.possible(q)} for q in range(1, count)}
    choice = _best_tree(gains, count)
    return [-1, *[choice[q] for q in range(1, count)]]


def _best_tree(gains: Mapping[int, Mapping[int, float]], fresh: int) -> dict[int, int]:
    """The directed spanning tree with the greatest sum: node -> its source (Chu and Liu 1965, Edmonds 1967).

    `gains[q][p]` is the weight of the edge from p to q; `fresh` is greater than any node. If the best sources form a
    circle, it is contracted into one node, and the tree of the remaining nodes shows where to open it.
    """
    choice = {q: max(sources, key=lambda p: (sources[p], p)) for q, sources in gains.items()}
    circle = _find_circle(choice)
    if not circle:
        return choice
    inner: dict[int, dict[int, float]] = {fresh: {}}
    entry, leave = {}, {}
    for q, sources in gains.items():
        for p, gain in sources.items():
            if q in circle and p not in circle:
                gain -= gains[q][choice[q]]
                if p not in inner[fresh] or gain > inner[fresh][p]:
                    inner[fresh][p], entry[p] = gain, q
            elif q not in circle:
                to = inner.setdefault(q, {})
                if p not in circle:
                    to[p] = gain
                elif fresh not in to or gain > to[fresh]:
                    to[fresh], leave[q] = gain, p
    found = _best_tree(inner, fresh + 1)
    source = found.pop(fresh)
    opened = {q: leave[q] if p == fresh else p for q, p in found.items()}
    return {**{q: choice[q] for q in circle}, **opened, entry[source]: source}


def _find_circle(choice: Mapping[int, int]) -> set[int]:
    """Nodes that are one another's sources; empty if there are none."""
    done: set[int] = set()
    for start in choice:
        path: list[int] = []
        at = start
        while at in choice and at not in done:
            done.add(at)
            path.append(at)
            at = choice[at]
        if at in path:
            return set(path[path.index(at) :])
    return set()


def _decide(told: _Told, choice: Sequence[int], q: int) -> Source:
    """The source of a version, if the evidence for it is better than for any other."""
    back = max([v for v in range(q) if told.texts[v] == told.texts[q]], default=q) if told.ordered else q
    if back < q - 1:
        return Source(q, back, (back,), (), f"has the very text of {told.labels[back]}")
    p = choice[q]
    best = told.evidence[p, q]
    others = set(told.possible(q)) - _descendants(choice, q) - {p}
    rivals = {t for t in others if told.evidence[t, q].gain > best.gain - MARGIN}
    if told.ordered and told.evidence[q - 1, q].gain > best.gain - MARGIN_IN_ORDER:
        p, rivals = q - 1, set()  # the order favours the version before
    elif not told.ordered:
        rivals |= _turned(told.evidence, choice, q)
        if p and best.against >= OPEN_SHARE * best.weight:
            rivals.add(0)
        if not p:
            rivals |= {t for t in others if told.evidence[t, q].weight >= AGREED}
    if rivals:
        candidates = tuple(sorted({p, *rivals}))
        return Source(q, None, candidates, (), _say_open(told, q, candidates))
    return Source(q, p, (p,), tuple([t.reading for t in _own_first(told, p, q)]), _say(told, p, q))


def _descendants(choice: Sequence[int], q: int) -> set[int]:
    """The versions that come from q, and q itself."""
    found = {q}
    grown = True
    while grown:
        more = {v for v, source in enumerate(choice) if source in found} - found
        found |= more
        grown = bool(more)
    return found


def _turned(evidence: _Weighed, choice: Sequence[int], q: int) -> set[int]:
    """The versions that would be rivals if a version and its source swapped roles: equal copies, for example."""
    found = set()
    for source, taker in [(choice[q], q), *[(q, v) for v, p in enumerate(choice) if p == q]]:
        above = choice[source] if source > 0 else -1
        if above < 0:
            continue
        now = evidence[above, source].gain + evidence[source, taker].gain
        then = evidence[above, taker].gain + evidence[taker, source].gain
        if then > now - MARGIN:
            found.add(above if taker == q else taker)
    return found


# Words


def _own_first(told: _Told, p: int, q: int) -> list[_Trace]:
    """The readings that a version shares with its source, starting with those that no other version has."""
    return sorted(
        told.evidence[p, q].shared,
        key=lambda t: (not _is_alone(told, p, q, t), -t.reading.weight, _plainness(t.reading), t.reading.family, t.lo),
    )


def _plainness(reading: Reading) -> int:
    """The sort key for evidence of equal weight: words for others, then sentences, then words that came or went."""
    return 1 if reading.whole else 0 if reading.before and reading.after else 2


def _is_alone(told: _Told, p: int, q: int, trace: _Trace) -> bool:
    """Whether no third version has a reading of p that q has; in an ordered history, no earlier one."""
    return not any(trace in told.evidence[p, v].shared for v in told.possible(q) if v not in (0, p))


def _say(told: _Told, p: int, q: int) -> str:
    """The evidence for a source, in words."""
    if p == 0 and told.ordered:
        return "follows v1"
    if p == 0:
        lost = [(v, t) for v in range(1, len(told.texts)) if v != q for t in told.evidence[v, q].lost]
        against = min(lost, key=lambda item: (_plainness(item[1].reading), -item[1].loss, item[0]), default=None)
        return _say_kept(against[1].reading, told.labels[against[0]]) if against else "no other version it could be"
    shared = [t for t in _own_first(told, p, q) if t.reading.weight > STYLE]
    if not shared:
        return f"follows {told.labels[p]}" if told.ordered else f"departs from {told.labels[p]} least"
    alone = [t for t in shared if _is_alone(told, p, q, t)]
    named = (alone or shared)[:NAMED]
    more = len(alone or shared) - len(named)
    said = [_say_reading(t.reading) for t in named] + ([f"{more} more"] if more else [])
    return f"shares {_join(said)} with {told.labels[p]}{' alone' if alone else ''}"


def _say_reading(reading: Reading) -> str:
    """A reading in words: "'Tuesday' for 'Thursday'"."""
    before, after = (_short(text) for text in (reading.before, reading.after))
    if reading.whole:
        return f"the cut of '{before}'" if before else f"the sentence '{after}'"
    if before and after:
        return f"'{after}' for '{before}'"
    return f"the loss of '{before}'" if before else f"the added '{after}'"


def _say_kept(reading: Reading, name: str) -> str:
    """The first version's reading, in a version where another departs from it: "keeps 'Thursday' where …"."""
    before, after = (_short(text) for text in (reading.before, reading.after))
    if not before:
        return f"lacks '{after}', which {name} adds"
    return f"keeps '{before}' where {name} has '{after}'" if after else f"keeps '{before}', which {name} drops"


def _short(text: str, limit: int = 40) -> str:
    """The beginning of a text, cut at a space."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + " …"


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _say_open(told: _Told, q: int, candidates: Sequence[int]) -> str:
    """Why the evidence does not decide."""
    names = [told.labels[v] for v in candidates]
    twins = [told.labels[v] for v in candidates if told.texts[v] == told.texts[q]]
    if twins:
        return f"has the very text of {_join(twins)}; nothing tells which came first"
    if max(told.evidence[p, q].weight for p in candidates) < MARGIN:
        return f"nothing tells {' from '.join(names)}" if len(names) == 2 else f"nothing tells {_join(names)} apart"
    return f"may come from {' or '.join(names)}, or from a version that is not here"
