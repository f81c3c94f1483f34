"""Sentences <-> sentences -> links (stub of the frame; replaced by the real aligner)."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Link, Sentence


def align_sentences(a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[Link, ...]:
    """Links in A's order, insertions where they stand in B."""
    links = []
    free = set(range(len(b)))
    for i, s in enumerate(a):
        keys = {t.key for t in s.tokens}
        best, at = 0.3, -1
        for j in sorted(free):
            other = {t.key for t in b[j].tokens}
            score = len(keys & other) / max(1, min(len(keys), len(other)))
            if score > best:
                best, at = score, j
        if at >= 0:
            free.discard(at)
            links.append(Link((i,), (at,), best))
        else:
            links.append(Link((i,), ()))
    links += [Link((), (j,)) for j in sorted(free)]
    return tuple(links)
