"""The formats by name, each with its renderer; no format is imported before it is needed.

>>> from newsdiff.compare import compare
>>> render("csv", compare("One.", "One."), Options())[:15]
'kind,detail,ver'
"""

from __future__ import annotations

from typing import Any, NamedTuple

from newsdiff.model import Comparison

# What a terminal shows line by line: in the locale's encoding, through a pager, guarded already.
FOR_TERMINALS = frozenset(("table", "inline", "map"))


class Options(NamedTuple):
    """The options of all formats; each takes what it knows."""

    width: int = 80
    color: bool = False
    layout: str = "auto"
    show_all: bool = False
    context: int = 0
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    indent: bool = False
    terminal: bool = False  # the text is for a terminal, and must hold nothing that one would obey


def render(form: str, comparison: Comparison, options: Options) -> str:
    """The comparison in a format; criticmarkup to the letter, the others with a line end."""
    width, color = options.width, options.color
    filters: dict[str, Any] = {"only": options.only, "ignore": options.ignore}
    if form == "json":
        from newsdiff.render.wire import render_json

        indent = options.indent or options.terminal
        return render_json(comparison, indent=indent, visible=options.terminal, **filters) + "\n"
    rows: dict[str, Any] = {"show_all": options.show_all, "context": options.context}
    if form == "table":
        from newsdiff.render.terminal import render_terminal

        return render_terminal(comparison, width=width, color=color, layout=options.layout, **rows, **filters)
    if form == "inline":
        from newsdiff.render.inline import render_inline

        return render_inline(comparison, width=width, color=color, **filters)
    if form == "map":
        from newsdiff.render.map import render_map

        return render_map(comparison, width=width, color=color)
    if form == "svg":
        from newsdiff.render.svg import render_svg

        text = render_svg(comparison, width=width, layout=options.layout, **rows, **filters)
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
