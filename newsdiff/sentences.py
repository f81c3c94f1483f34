"""Article -> sentences (stub of the frame; replaced by the real splitter)."""

from __future__ import annotations

import re

from newsdiff.model import Span


def split_spans(text: str, lang: str = "en") -> list[tuple[int, int, int]]:
    """(start, end, paragraph) of every sentence."""
    spans = []
    paragraph = 0
    at = 0
    for block in re.split(r"(\n\s*\n)", text):
        if block.strip():
            for m in re.finditer(r"\S.*?(?:[.!?][\"”']?(?=\s|$)|$)", block, re.S):
                spans.append((at + m.start(), at + m.start() + len(m.group().rstrip()), paragraph))
            paragraph += 1
        at += len(block)
    return spans


def split_sentences(text: str, lang: str = "en") -> tuple[Span, ...]:
    """The sentences of a text."""
    return tuple([Span(text[lo:hi], lo, hi) for lo, hi, _ in split_spans(text, lang)])
