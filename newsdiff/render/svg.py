"""The terminal's tables as a picture: text in an SVG, in whatever monospaced font the reader has.

>>> from newsdiff.compare import compare
>>> picture = render_svg(compare("He left on Monday.", "He left on Friday."), width=60)
>>> picture.startswith("<svg"), "Friday" in picture, "url(" in picture
(True, True, False)

Rich draws it. Rich's own template fetches a font from elsewhere, this one does not; a font that is wider than most
would let cells overlap.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from newsdiff.model import Comparison
from newsdiff.render.terminal import render_terminal

PAPER, INK = (252, 252, 250), (40, 42, 46)
# The palette's colours are fixed ones; the sixteen of a terminal's own are not used.
_THEME = TerminalTheme(PAPER, INK, [INK] * 8, [INK] * 8)
_TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>newsdiff</title>
<style>
.{unique_id}-matrix {{ font: {char_height}px
  ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre }}
{styles}
</style>
<rect fill="#fcfcfa" stroke="#c8c8c4" width="100%" height="100%" rx="6"/>
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


def render_svg(
    comparison: Comparison,
    *,
    width: int = 80,
    theme: str = "light",
    layout: str = "auto",
    all_sentences: bool = False,
    all_edits: bool = False,
    context: int = 0,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The picture of the tables at so many columns; the options are those of the tables."""
    text = render_terminal(
        comparison,
        width=width,
        color=True,
        layout=layout,
        all_sentences=all_sentences,
        all_edits=all_edits,
        context=context,
        only=only,
        ignore=ignore,
    )
    return draw_text(text, width)


def draw_text(text: str, width: int) -> str:
    """The picture of a text with escape codes."""
    console = Console(
        file=io.StringIO(),
        width=width,
        record=True,
        force_terminal=True,
        force_jupyter=False,
        color_system="truecolor",
        legacy_windows=False,
        _environ={},
    )
    for line in text.splitlines():
        console.print(Text.from_ansi(line), overflow="crop", no_wrap=True)
    svg = console.export_svg(title="", theme=_THEME, code_format=_TEMPLATE, unique_id="n", font_aspect_ratio=0.6)
    # One clip path a line guards against fonts that are wider than ours; it doubles the file.
    svg = re.sub(r'<clipPath id="n-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = re.sub(r"<text[^>]*>\n</text>", "\n", svg)
    return re.sub(r' clip-path="[^"]*"', "", svg).replace("&#160;", "\u00a0")
