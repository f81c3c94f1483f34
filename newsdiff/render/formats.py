"""The formats by name, each with its renderer; no format is imported before it is needed.

>>> from newsdiff.compare import compare
>>> render("csv", compare("One.", "One."), Options())[:15]
'kind,detail,ver'
"""

from __future__ import annotations

from typing import Any, NamedTuple

from newsdiff.model import Comparison

# Formats for a terminal, line by line: in the locale's encoding, through a pager, already safe to print.
FOR_TERMINALS = frozenset(("table", "inline", "map"))


class Options(NamedTuple):
    """The options of all formats; each format takes those it knows."""

    width: int = 80
    color: bool = False
    theme: str = "neutral"
    layout: str = "auto"
    stat: bool = False
    all_sentences: bool = False
    all_edits: bool = False
    context: int = 0
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    indent: bool = False
    terminal: bool = False  # the text is for a terminal, and must not contain anything that a terminal would obey


def render(form: str, comparison: Comparison, options: Options) -> str:
    """The comparison in a format; criticmarkup to the letter, the others with a final line break."""
    filters: dict[str, Any] = {"only": options.only, "ignore": options.ignore}
    if form == "json":
        from newsdiff.render.wire import render_json

        indent = options.indent or options.terminal
        return render_json(comparison, indent=indent, visible=options.terminal, **filters) + "\n"
    rows: dict[str, Any] = {
        "all_sentences": options.all_sentences,
        "all_edits": options.all_edits,
        "context": options.context,
    }
    look: dict[str, Any] = {"width": options.width, "color": options.color, "theme": options.theme}
    if options.stat:
        from newsdiff.render.terminal import render_stat

        return render_stat(comparison, **look)
    if form == "table":
        from newsdiff.render.terminal import render_terminal

        return render_terminal(comparison, layout=options.layout, **look, **rows, **filters)
    if form == "inline":
        from newsdiff.render.inline import render_inline

        return render_inline(comparison, **look, **filters)
    if form == "map":
        from newsdiff.render.map import render_map

        return render_map(comparison, **look)
    if form == "svg":
        from newsdiff.render.svg import render_svg

        text = render_svg(
            comparison, width=options.width, theme=options.theme, layout=options.layout, **rows, **filters
        )
    elif form == "markdown":
        from newsdiff.render.markdown import render_markdown

        text = render_markdown(comparison, **rows, **filters)
    elif form == "csv":
        from newsdiff.render.csv import render_csv

        text = render_csv(comparison, **filters)
    elif form == "criticmarkup":
        from newsdiff.render.criticmarkup import render_criticmarkup

        text = render_criticmarkup(comparison)
    else:
        from newsdiff.render.html import render_html

        text = render_html(comparison, **filters)
    if options.terminal:
        from newsdiff.render.visible import guard

        text = guard(text)
        return text if text.endswith("\n") else text + "\n"
    return text
