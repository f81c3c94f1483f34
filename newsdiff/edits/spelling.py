"""Spelling: the same word or name, spelt otherwise (stub of the frame; replaced by the real detector)."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.edits.passage import Finding, Passage


def find(passage: Passage) -> Iterator[Finding]:
    """Nothing yet."""
    yield from ()
