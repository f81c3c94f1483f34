"""Wording: every difference inside a link that no other kind has claimed, so that all are reported.

>>> from newsdiff import compare
>>> a = "Shares rose sharply on Friday after the swift takeover of the yard."
>>> for e in compare(a, "Shares fell sharply on Friday after the quick takeover.").edits:
...     print(e.detail, e.a.text if e.a else None, "~", e.b.text if e.b else None)
reversed rose ~ fell
reworded swift ~ quick
dropped of the yard ~ None

A stretch of the literal diff is cut where the word pairing sees counterparts; a word that is on both sides has
moved. `grounds` gives the verdict: accidental or substantive only on a ground, else open. It does not look beyond
the link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from newsdiff.edits.grounds import OPPOSITE, weigh_stretch
from newsdiff.edits.passage import Finding, Passage
from newsdiff.edits.risk import Setting, make_setting
from newsdiff.facts.cues import is_content

Block = tuple[int, int, int, int]  # tokens lo to hi of A, lo to hi of B, ends excluded; an empty range has lo == hi


def find(passage: Passage, claimed_a: set[int], claimed_b: set[int]) -> Iterator[Finding]:
    """The differences in wording; `claimed_a` and `claimed_b` are the offsets that other edits have claimed."""
    free = _free(passage, (claimed_a, claimed_b))
    if not (free[0] or free[1]):
        return
    for a1, a2, b1, b2 in _moved(passage, free):
        yield Finding("wording", "moved", passage.span(0, a1, a2), passage.span(1, b1, b2), 0.8)
    if blocks := _blocks(passage, free):
        setting = make_setting(passage.a, passage.b)
        for block in blocks:
            yield _reworded(passage, setting, block)


def _free(passage: Passage, claimed: tuple[set[int], set[int]]) -> tuple[set[int], set[int]]:
    """The tokens of both sides that the literal diff does not call equal and no edit has claimed even in part."""
    changed = (
        {n for o in passage.opcodes if o.op != "equal" for n in range(o.a1, o.a2)},
        {n for o in passage.opcodes if o.op != "equal" for n in range(o.b1, o.b2)},
    )
    free_a, free_b = (
        {n for n in places if taken.isdisjoint(range(tokens[n].start, tokens[n].end))}
        for places, tokens, taken in zip(changed, passage.sides, claimed, strict=True)
    )
    return free_a, free_b


def _moved(passage: Passage, free: tuple[set[int], set[int]]) -> list[Block]:
    """Runs of words that are on both sides, each in another place; they are removed from `free`."""
    low_a, low_b = passage.low
    block_a, block_b = passage.blocks
    places: dict[str, list[int]] = {}
    for j in sorted(free[1], reverse=True):
        places.setdefault(low_b[j], []).append(j)
    blocks: list[Block] = []
    for i in sorted(free[0]):
        # Within one replacement a word has not moved: River/river.
        there = [j for j in places.get(low_a[i], ()) if i not in block_a or block_a[i] != block_b.get(j)]
        there = [j for j in there if not _in_turn(passage, i, j)]
        if not there:
            continue
        follows = blocks and blocks[-1][1] == i and blocks[-1][3] in there
        paired = [j for j in passage.paired[0].get(i, ()) if j in there]
        j = blocks[-1][3] if follows else paired[0] if paired else there[-1]
        places[low_a[i]].remove(j)
        if follows:
            blocks[-1] = (blocks[-1][0], i + 1, blocks[-1][2], j + 1)
        else:
            blocks.append((i, i + 1, j, j + 1))
    # A mark or grammar word by itself has gone here and come there.
    blocks = [block for block in blocks if any(is_content(key) for key in low_a[block[0] : block[1]])]
    for a1, a2, b1, b2 in blocks:
        free[0].difference_update(range(a1, a2))
        free[1].difference_update(range(b1, b2))
    return blocks


def _in_turn(passage: Passage, i: int, j: int) -> bool:
    """Whether two words are in each other's place: Ada Kull, for Tamm / Ada Tamm, for Kull."""
    put = {o.a1: o.b1 for o in passage.opcodes if o.op == "replace" and o.a2 - o.a1 == 1 == o.b2 - o.b1}
    low_a, low_b = passage.low
    return i in put and any(there == j and low_a[here] == low_b[put[i]] for here, there in put.items())


def _blocks(passage: Passage, free: tuple[set[int], set[int]]) -> list[Block]:
    """The free tokens as stretches that correspond; a stretch without a counterpart has an empty other side."""
    found: list[Block] = []
    for o in passage.opcodes:
        if o.op == "equal":
            continue
        pairs = _in_order([(i, j) for i, j in passage.pairs if o.a1 <= i < o.a2 and o.b1 <= j < o.b2])
        pairs = [(i, j) for i, j in pairs if i in free[0] and j in free[1]]
        i, j = o.a1, o.b1
        for x, y in (*pairs, (o.a2, o.b2)):
            found += _gap(free, i, x, j, y)
            if x < o.a2:
                found.append((x, x + 1, y, y + 1))
            i, j = x + 1, y + 1
    return _join(found)


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs that ascend on both sides, each token in one of them."""
    out: list[tuple[int, int]] = []
    for i, j in pairs:
        if not out or (i > out[-1][0] and j > out[-1][1]):
            out.append((i, j))
    return out


def _gap(free: tuple[set[int], set[int]], a1: int, a2: int, b1: int, b2: int) -> Iterator[Block]:
    """The stretches between two pairs: together if each side has one, else each alone."""
    here, there = list(_runs(free[0], a1, a2)), list(_runs(free[1], b1, b2))
    if len(here) == len(there) == 1:
        yield (*here[0], *there[0])
        return
    yield from [(lo, hi, b1, b1) for lo, hi in here]
    yield from [(a1, a1, lo, hi) for lo, hi in there]


def _runs(places: Set[int], lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """Runs of neighbours among the places from lo to hi."""
    start = -1
    for n in range(lo, hi + 1):
        if n < hi and n in places:
            start = n if start < 0 else start
        elif start >= 0:
            yield start, n
            start = -1


def _reworded(passage: Passage, setting: Setting, block: Block) -> Finding:
    """The finding for a stretch, with the verdict of its ground."""
    a1, a2, b1, b2 = block
    ground = weigh_stretch(setting, block)
    words = any(t.word for t in (*passage.a[a1:a2], *passage.b[b1:b2]))
    if a1 < a2 and b1 < b2:
        detail = "reversed" if ground == OPPOSITE else "reworded"
    else:
        detail = "dropped" if a1 < a2 else "added"
    span_a = passage.span(0, a1, a2) if a1 < a2 else None
    span_b = passage.span(1, b1, b2) if b1 < b2 else None
    detail = detail if words else "punctuation"
    return Finding("wording", detail, span_a, span_b, 0.8, verdict=ground.verdict, risk=ground.risk)


def _join(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where those that follow each other on both sides are one."""
    out: list[Block] = []
    for block in blocks:
        if out:
            a1, a2, b1, b2 = out[-1]
            both = a1 < a2 and b1 < b2 and block[0] < block[1] and block[2] < block[3]
            if both and a2 == block[0] and b2 == block[2]:
                out[-1] = (a1, block[1], b1, block[3])
                continue
        out.append(block)
    return out
