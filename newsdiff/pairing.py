"""Which word of one sentence stands for which of the other (stub of the frame; replaced by the real pairing)."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Token
from newsdiff.worddiff import diff_tokens


def pair_tokens(a: Sequence[Token], b: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Index pairs of tokens."""
    return tuple([(o.a1 + n, o.b1 + n) for o in diff_tokens(a, b) if o.op == "equal" for n in range(o.a2 - o.a1)])
