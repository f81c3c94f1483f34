"""Single pairs -> phrase pairs: a word that is left over joins the pair beside it, where a learned weight says so.

"was started" / "erupted": once *started* is paired with *erupted*, *was* joins it. Two neighbouring pairs are not made
one phrase of four links: a third learned step that did gained nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.pairing.likeness import (
    CONTENT,
    GROUP,
    GROUPS,
    KINDS,
    MARK,
    NUMBER,
    SAME_STEM,
    Word,
    likeness_kind,
    spelling_kind,
)

ROLES = ("article", "preposition", "aux", "to", "possessive", "content", "mark", "number", "other")
_ROLE = {"article": 0, "preposition": 1, "aux": 2, "to": 3, "possessive": 4, CONTENT: 5, MARK: 6, NUMBER: 7}
# The gap between equal words where a leftover word and its neighbour's partner stand: words on its side x on the other.
SHAPES = ("2x1", "3x1", "4x1", "5+x1", "2x2", "3x2", "4x2", "5+x2", "more x 3+", "fewer x 3+", "no gap")
OUTER = ("end", "free", "next", "elsewhere")
_NG, _NR, _NK = len(GROUPS), len(ROLES), len(KINDS)


def grow_names() -> list[str]:
    """What each weight of `grow` is for."""
    return [
        *[f"joins {k}" for k in KINDS],
        *[f"is to the partner {k}" for k in KINDS],
        *[f"{r} {s} joins {g}" for r in ROLES for s in ("before", "after") for g in GROUPS],
        *[f"{r} joins {t}" for r in ROLES for t in ROLES],
        *[f"beyond is {o}, {s}, {g}" for o in OUTER for s in ("before", "after") for g in GROUPS],
        *[f"run of {n}" for n in ("1", "2", "3+")],
        *[f"step {n}" for n in ("1", "2", "3")],
        *[f"{w} in a gap of {s}" for w in ("word", "small word") for s in SHAPES],
    ]


_G1 = _NK
_G2 = _G1 + _NK
_G3 = _G2 + _NR * 2 * _NG
_G4 = _G3 + _NR * _NR
_G5 = _G4 + 4 * 2 * _NG
_G6 = _G5 + 3
_G7 = _G6 + 3
GrowCell = tuple[int, int, int, int, int, int, int, int, int, int]


def grow_cells(
    x: Sequence[Word],
    y: Sequence[Word],
    to_y: Sequence[int],
    to_x: Sequence[int],
    gaps: Mapping[int, tuple[int, int, int, int]],
    joined: Mapping[int, int],
    step: int,
) -> Iterator[GrowCell]:
    """For each free word i of x beside a word that has a partner j: i, j and the features of i joining j.

    `gaps` are those of `gaps_between`, `joined` are the words that have joined before (i -> j).
    """
    n, m = len(x), len(y)
    free = [i for i in range(n) if to_y[i] < 0 and i not in joined]
    for i in free:
        for side in (1, -1):
            k = i + side
            if not 0 <= k < n:
                continue
            root = k
            j = to_y[k]
            if j < 0:
                j = joined.get(k, -1)
                if j < 0:
                    continue
                while to_y[root] != j and 0 <= root + side < n:
                    root += side
            elif step:
                continue
            kind = likeness_kind(x[root], y[j])
            group = GROUP[kind]
            beyond = j - side
            if not 0 <= beyond < m:
                outer = 0
            elif to_x[beyond] < 0:
                outer = 1
            else:
                outer = 2 if to_x[beyond] == i - side else 3
            role, other = _ROLE.get(x[i].type, 8), _ROLE.get(x[root].type, 8)
            after = 0 if side > 0 else 1
            run = 1 + (i > 0 and to_y[i - 1] < 0) + (i + 1 < n and to_y[i + 1] < 0)
            left, right, low, high = gaps[i]
            shape = 10
            if low < j < high:
                p, q = right - left - 1, high - low - 1
                shape = (4 * q - 4 + min(p, 5) - 2 if p > 1 else 9) if q < 3 else 8 if p > q else 9
            yield (
                i, j, kind, _G1 + likeness_kind(x[i], y[j]), _G2 + (role * 2 + after) * _NG + group,
                _G3 + role * _NR + other, _G4 + (outer * 2 + after) * _NG + group, _G5 + run - 1, _G6 + min(step, 2),
                _G7 + (shape if role == 5 else shape + 11),
            )  # fmt: skip


def gaps_between(x: Sequence[Word], y: Sequence[Word], to_y: Sequence[int]) -> dict[int, tuple[int, int, int, int]]:
    """For each free word of x: the nearest equal pairs around it (their places in x, left and right, then in y)."""
    free = [i for i, j in enumerate(to_y) if j < 0]
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for i in free:
        k = i - 1
        while k >= 0 and k not in left and not _equal(x, y, k, to_y[k]):
            k -= 1
        left[i] = left.get(k, k)
    for i in reversed(free):
        k = i + 1
        while k < len(x) and k not in right and not _equal(x, y, k, to_y[k]):
            k += 1
        right[i] = right.get(k, k)
    edge = len(x), len(y)
    return {
        i: (left[i], right[i], to_y[left[i]] if left[i] >= 0 else -1, to_y[right[i]] if right[i] < edge[0] else edge[1])
        for i in free
    }


def _equal(x: Sequence[Word], y: Sequence[Word], i: int, j: int) -> bool:
    """Whether a word and its partner are the same but for their endings."""
    if j < 0:
        return False
    u, v = x[i], y[j]
    return u.low == v.low or (u.type == CONTENT == v.type and spelling_kind(u.low, v.low) == SAME_STEM)
