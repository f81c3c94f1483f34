"""Tokens <-> tokens -> opcodes: the literal diff of linked sentences.

>>> from newsdiff.text.words import tokenize
>>> a, b = tokenize("The men were organised."), tokenize("Men organized it.")
>>> for o in diff_tokens(a, b):
...     print(o.op, [t.text for t in a[o.a1:o.a2]], [t.text for t in b[o.b1:o.b2]])
delete ['The'] []
equal ['men'] ['Men']
replace ['were', 'organised'] ['organized', 'it']
equal ['.'] ['.']

diff-match-patch is the engine; it sees each distinct key as one character. It compares only positions; which words
correspond is for `pairing` to decide.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsdiff.model import Difference, Opcode, Operation, Token

# Myers' algorithm takes time in proportion to length times difference; two 400-token sides without a common word cost
# 60 ms. A larger difference without a word that is unique on both sides is not examined.
MAX_CELLS = 160_000
# Up to this product of lengths the engine gets the whole difference; beyond, only the parts between anchors. On the
# gold pairs that takes half the time and keeps as many words.
SMALL = 80
_SURROGATES = (0xD800, 0xE000)


def comparison_keys(a: Sequence[Token], b: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The keys of both sides; a first word loses its capital if the other side's word has none."""
    keys_a, keys_b = [t.key for t in a], [t.key for t in b]
    seen_a, seen_b = set(keys_a), set(keys_b)
    for tokens, keys, mine, other in ((a, keys_a, seen_a, seen_b), (b, keys_b, seen_b, seen_a)):
        for n, token in enumerate(tokens):
            key = token.key
            if token.initial and key[0].isupper():
                low = key[0].lower() + key[1:]
                if low in other and (key not in other or low in mine):
                    keys[n] = low
    return keys_a, keys_b


def same_tokens(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether both sides read the same."""
    if len(a) != len(b):
        return False
    for s, t in zip(a, b, strict=True):
        if s.key != t.key and not (
            (s.initial or t.initial) and s.key[1:] == t.key[1:] and s.key[0].lower() == t.key[0].lower()
        ):
            return False
    return True


def diff_tokens(a: Sequence[Token], b: Sequence[Token]) -> tuple[Opcode, ...]:
    """The opcodes that turn `a` into `b`; together they cover both sides in order."""
    keys_a, keys_b = comparison_keys(a, b)
    return diff_keys(keys_a, keys_b)


def diff_keys(a: Sequence[str], b: Sequence[str]) -> tuple[Opcode, ...]:
    """The opcodes of two lists of keys."""
    limit = min(len(a), len(b))
    head = 0
    while head < limit and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < limit - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    matches = [(0, 0, head)] if head else []
    end_a, end_b = len(a) - tail, len(b) - tail
    # Between words that are unique on each side there is little left, and often nothing in common.
    i, j = head, head
    for x, y in (*_anchors(a, b, head, end_a, end_b), (end_a, end_b)):
        for n, m, size in _matches(a[i:x], b[j:y]):
            matches.append((i + n, j + m, size))
        if x < end_a:
            matches.append((x, y, 1))
        i, j = x + 1, y + 1
    if tail:
        matches.append((end_a, end_b, tail))
    return _opcodes(matches, len(a), len(b))


def _anchors(a: Sequence[str], b: Sequence[str], start: int, end_a: int, end_b: int) -> list[tuple[int, int]]:
    """The words of a large difference that are unique on each side and in order; none for a small one."""
    if (end_a - start) * (end_b - start) <= SMALL:
        return []
    once_a, once_b = _single(a, start, end_a), _single(b, start, end_b)
    return increasing([(i, once_b[key]) for key, i in once_a.items() if key in once_b])


def _single(keys: Sequence[str], start: int, end: int) -> dict[str, int]:
    """The keys that are unique in the range, with their places, in order."""
    where: dict[str, int] = {}
    twice = set()
    for n in range(start, end):
        if keys[n] in where:
            twice.add(keys[n])
        where[keys[n]] = n
    for key in twice:
        del where[key]
    return where


def _opcodes(matches: Sequence[tuple[int, int, int]], len_a: int, len_b: int) -> tuple[Opcode, ...]:
    """Opcodes from runs of equal tokens (start in a, start in b, length), ascending on both sides."""
    opcodes: list[Opcode] = []
    i = j = 0

    def step(op: Operation, a2: int, b2: int) -> None:
        if opcodes and opcodes[-1].op == op == "equal":
            last = opcodes.pop()
            opcodes.append(Opcode(op, last.a1, a2, last.b1, b2))
        else:
            opcodes.append(Opcode(op, i, a2, j, b2))

    for x, y, n in (*matches, (len_a, len_b, 0)):
        if i < x and j < y:
            step("replace", x, y)
        elif i < x:
            step("delete", x, y)
        elif j < y:
            step("insert", x, y)
        i, j = x, y
        if n:
            step("equal", x + n, y + n)
            i, j = x + n, y + n
    return tuple(opcodes)


def _matches(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal keys by diff-match-patch, with keys as characters: position in a, in b, length."""
    if set(a).isdisjoint(b):
        return
    if len(a) * len(b) > MAX_CELLS:  # no word is unique on both sides: only the equal ends
        head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        if head:
            yield 0, 0, head
        rest = min(len(a), len(b)) - head
        tail = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
        if tail:
            yield len(a) - tail, len(b) - tail, tail
        return
    from diff_match_patch import diff_match_patch

    codes: dict[str, str] = {}
    encoded = []
    for keys in (a, b):
        for key in keys:
            if key not in codes:
                n = len(codes) + 1
                codes[key] = chr(n if n < _SURROGATES[0] else n + _SURROGATES[1] - _SURROGATES[0])
        encoded.append("".join([codes[key] for key in keys]))
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # the default, 1 s of wall clock, makes the result depend on the machine's load
    x = y = 0
    for op, text in engine.diff_main(encoded[0], encoded[1], False):
        if op == 0:
            yield x, y, len(text)
        x += len(text) if op <= 0 else 0
        y += len(text) if op >= 0 else 0


def increasing(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of points, ascending in both coordinates; `points` ascend in the first (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, y) in enumerate(points):
        k = bisect_left(tails, y)
        before.append(ends[k - 1] if k else -1)
        if k == len(tails):
            tails.append(y)
            ends.append(n)
        else:
            tails[k], ends[k] = y, n
    chain = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(points[n])
        n = before[n]
    return chain[::-1]


def render_opcodes(
    opcodes: Sequence[Opcode], a: tuple[str, Sequence[int]], b: tuple[str, Sequence[int]]
) -> tuple[Difference, ...]:
    """The differences, to the letter; each side is given as its text and the places where its tokens begin."""
    (text_a, at_a), (text_b, at_b) = a, b
    return tuple(
        [Difference(op, text_a[at_a[a1] : at_a[a2]], text_b[at_b[b1] : at_b[b2]]) for op, a1, a2, b1, b2 in opcodes]
    )
