"""A history as one self-contained page."""

from __future__ import annotations

from html import escape

from newsdiff.history.model import History
from newsdiff.history.table import render_table


def render(history: History, *, only: frozenset[str] = frozenset(), ignore: frozenset[str] = frozenset()) -> str:
    """The page, UTF-8; `only` and `ignore` are the selectors of the pair's tables and choose events."""
    text = escape(render_table(history, width=120, only=only, ignore=ignore))
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>newsdiff history</title></head>'
    return f"{head}<body><main><h1>newsdiff history</h1><pre>{text}</pre></main></body></html>\n"
