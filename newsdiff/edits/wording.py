"""Wording: content words that no other detector has claimed, reworded, dropped or added inside a link.

>>> from newsdiff import compare
>>> a = "Shares rose sharply on Friday after the swift takeover of the yard."
>>> for e in compare(a, "Shares fell sharply on Friday after the quick takeover.").edits:
...     print(e.detail, e.a.text if e.a else None, "~", e.b.text if e.b else None)
reversed rose ~ fell
reworded swift ~ quick
dropped yard ~ None

Words that the word pairing puts together are one edit, neighbours are joined. All of it is dress, but for words that
turn each other round in one place (rose/fell, before/after): those are `reversed`. It does not say whether two
wordings mean the same, and it leaves grammar words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from newsdiff.edits.claims import View, are_reversed, is_content, is_number, is_turned, view
from newsdiff.edits.passage import Finding, Passage
from newsdiff.edits.spellings import leftovers
from newsdiff.lexicon.en.polarity import NEGATORS
from newsdiff.model import Token

# Grammar words between two edits that make one phrase of them.
GAP = 2
# Two words apart is still the neighbourhood of a verb that a "not" may turn.
_NEAR = 5
_PIECE = 4  # tokens of a replaced piece that may hold one word of meaning

Block = tuple[int, int, int, int]  # tokens lo to hi of A, lo to hi of B, ends left out; an empty range has lo == hi


def find(passage: Passage, claimed_a: Set[int], claimed_b: Set[int]) -> Iterator[Finding]:
    """What is worded otherwise; `claimed_a` and `claimed_b` are the offsets that other edits have."""
    v = view(passage)
    words = leftovers(passage)
    free_a = {n for n in words[0] if passage.a[n].start not in claimed_a}
    free_b = {n for n in words[1] if passage.b[n].start not in claimed_b}
    if passage.story.english:
        for n, m in _reversals(passage, v, free_a, free_b):
            free_a.discard(n)
            free_b.discard(m)
            yield Finding("wording", "reversed", v.span(0, n, n), v.span(1, m, m), 0.85)
    pairs = [(i, j) for i, j in passage.pairs if i in free_a and j in free_b]
    blocks = _join(_components(pairs), v)
    for a1, a2, b1, b2 in blocks:
        if any([is_content(k) for k in (*v.keys[0][a1:a2], *v.keys[1][b1:b2])]):
            free_a.difference_update(range(a1, a2))
            free_b.difference_update(range(b1, b2))
            yield Finding("wording", "reworded", v.span(0, a1, a2 - 1), v.span(1, b1, b2 - 1), 0.8)
    for side, free, detail in ((0, free_a, "dropped"), (1, free_b, "added")):
        for lo, hi in _runs(v.keys[side], sorted(free)):
            span = v.span(side, lo, hi - 1)
            yield Finding("wording", detail, span if side == 0 else None, None if side == 0 else span, 0.7)


def _components(pairs: Sequence[tuple[int, int]]) -> list[Block]:
    """Words that are paired with each other, as blocks of neighbours; the rest of a scattered phrase is left alone."""
    of_a: dict[int, int] = {}
    of_b: dict[int, int] = {}
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in pairs:
        known = of_a.get(i, of_b.get(j))
        if known is None:
            known = len(groups)
            groups.append((set(), set()))
        groups[known][0].add(i)
        groups[known][1].add(j)
        of_a[i] = of_b[j] = known
    blocks = []
    for here, there in groups:
        a1, a2 = _longest(sorted(here))
        b1, b2 = _longest(sorted(there))
        blocks.append((a1, a2, b1, b2))
    return sorted(blocks)


def _longest(places: Sequence[int]) -> tuple[int, int]:
    """The longest run of neighbours."""
    best = (places[0], places[0] + 1)
    lo = places[0]
    for n, place in enumerate(places):
        if n and place != places[n - 1] + 1:
            lo = place
        if place + 1 - lo > best[1] - best[0]:
            best = (lo, place + 1)
    return best


def _join(blocks: Sequence[Block], v: View) -> list[Block]:
    """The blocks, where those that follow each other on both sides are one."""
    out: list[Block] = []
    for block in blocks:
        if out:
            a1, a2, b1, b2 = out[-1]
            if a2 == block[0] and b2 == block[2]:
                out[-1] = (a1, block[1], b1, block[3])
                continue
        out.append(block)
    return out


def _runs(keys: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of left-over words that hold a content word, from their first to their last content word."""
    lo = hi = -1
    for n in places:
        if not is_content(keys[n]) or is_number(keys[n]):
            continue
        if lo >= 0 and n - hi <= GAP and all([k in places for k in range(hi, n)]):
            hi = n + 1
            continue
        if lo >= 0:
            yield lo, hi
        lo, hi = n, n + 1
    if lo >= 0:
        yield lo, hi


def _reversals(passage: Passage, v: View, free_a: Set[int], free_b: Set[int]) -> Iterator[tuple[int, int]]:
    """Words that turn each other round, in one place by the literal diff or by the pairs about them."""
    found = [(i, j) for i, j in _put_for(passage, free_a, free_b) if are_reversed(v.keys[0][i], v.keys[1][j])]
    for i, j in found:
        # Two that stand side by side undo each other: stopped rising, began falling.
        beside = any([abs(p - i) == 1 == abs(q - j) and is_content(v.keys[0][p]) for p, q in found])
        if not (beside and is_content(v.keys[0][i])) and not _denied(v, i, j) and not is_turned(v, i, j):
            yield i, j


def _put_for(passage: Passage, free_a: Set[int], free_b: Set[int]) -> Iterator[tuple[int, int]]:
    """Words in one place on both sides."""
    a, opcodes = passage.a, passage.opcodes
    single = set()
    for n, o in enumerate(opcodes):
        if o.op != "replace" or o.a2 - o.a1 >= _PIECE or o.b2 - o.b1 >= _PIECE:
            continue
        i, j = _sole(a, o.a1, o.a2), _sole(passage.b, o.b1, o.b2)
        if i in free_a and j in free_b:
            around = [p for p in opcodes[max(0, n - 1) : n + 2] if p.op == "equal"]
            words = sum([sum([a[k].word for k in range(max(p.a1, o.a1 - 4), min(p.a2, o.a2 + 4))]) for p in around])
            # What a preposition says hangs on what follows it: before the war, after the plant opened.
            if words > 2 and (is_content(a[i].key.lower()) or _followed(passage, n)):
                single.add((i, j))
                yield i, j
    paired = dict(passage.pairs)
    for i, j in passage.pairs:
        if i not in free_a or j not in free_b or (i, j) in single or not is_content(a[i].key.lower()):
            continue
        before = any(
            [paired.get(i - d, -9) in (j - 1, j - 2) and is_content(a[i - d].key.lower()) for d in (1, 2, 3) if i >= d]
        )
        after = any(
            [paired.get(i + d, -9) in (j + 1, j + 2, j + 3) and a[i + d].word for d in (1, 2) if i + d < len(a)]
        )
        if before and after:
            yield i, j


def _sole(tokens: Sequence[Token], lo: int, hi: int) -> int:
    """The one word of a replaced piece, or its one word that carries meaning: defeated, lost to. -1 for none."""
    if hi - lo == 1:
        return lo
    content = [n for n in range(lo, hi) if is_content(tokens[n].key.lower())]
    return content[0] if len(content) == 1 else -1


def _followed(passage: Passage, n: int) -> bool:
    """Whether a word that carries meaning follows an opcode and stayed."""
    after = passage.opcodes[n + 1] if n + 1 < len(passage.opcodes) else None
    if after is None or after.op != "equal":
        return False
    return any([is_content(t.key.lower()) for t in passage.a[after.a1 : min(after.a2, after.a1 + 4)]])


def _denied(v: View, i: int, j: int) -> bool:
    """Whether a "not" about one of two words keeps them from turning each other round: did not rise / fell."""
    here = [k for k in v.keys[0][max(0, i - _NEAR) : i + 2] if k in NEGATORS]
    there = [k for k in v.keys[1][max(0, j - _NEAR) : j + 2] if k in NEGATORS]
    return len(here) != len(there)
