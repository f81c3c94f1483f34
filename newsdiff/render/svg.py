r"""The terminal's tables as a picture: text in an SVG, in whatever monospaced font the reader has.

>>> from newsdiff.compare import compare
>>> picture = render_svg(compare("He left on Monday.", "He left on Friday."), width=60)
>>> picture.startswith("<svg"), "Friday" in picture, "url(" in picture
(True, True, False)

Each run of text without a double space is an element with its own position, so that nothing depends on how a renderer
treats white space: librsvg and others drop what `white-space: pre` keeps in a browser. With an unusually wide font,
cells would overlap in renderers that ignore `textLength`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newsdiff.model import Comparison
from newsdiff.render.ansi import measure
from newsdiff.render.terminal import render_terminal

SIZE, ADVANCE, LEADING = 20, 12.0, 24.4  # pixels: font size, cell width, line height
MARGIN, TOP = 9, 25
_PAPERS = {"dark": ("#1d1f21", "#d8dade", "#3c4043"), "light": ("#fcfcfa", "#282a2e", "#c8c8c4")}  # and ink, and edge
_CODE = re.compile(r"\x1b\[([0-9;]*)m")
_STRETCH = re.compile(r"[^ ]+(?: [^ ]+)*")
_ATTRIBUTES = {
    "1": "font-weight: bold",
    "3": "font-style: italic",
    "4": "text-decoration: underline",
    "9": "text-decoration: line-through",
}
_LEVELS = (0, 95, 135, 175, 215, 255)


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
    """The tables as a picture, `width` columns wide; the options are those of the tables."""
    text = render_terminal(
        comparison,
        width=width,
        color=True,
        theme=theme,
        layout=layout,
        all_sentences=all_sentences,
        all_edits=all_edits,
        context=context,
        only=only,
        ignore=ignore,
    )
    return draw_text(text, width, theme)


def draw_text(text: str, width: int, theme: str = "light") -> str:
    """A text with the escape codes of a theme as a picture, on the theme's background."""
    paper, ink, edge = _PAPERS.get(theme, _PAPERS["light"])
    lines = text.splitlines()
    codes: dict[str, str] = {}
    drawn = [line for n, row in enumerate(lines) if (line := "".join(_draw_line(row, n, codes)))]
    styles = [f".{name} {{ {_find_look(code)} }}" for code, name in codes.items()]
    size = f"{width * ADVANCE + 2 * MARGIN:g} {len(lines) * LEADING + 2 * TOP:g}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img">',
            "<title>newsdiff</title>",
            "<style>",
            f'text {{ font: {SIZE}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: {ink} }}',
            *styles,
            "</style>",
            f'<rect fill="{paper}" stroke="{edge}" width="100%" height="100%" rx="6"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _draw_line(line: str, number: int, codes: dict[str, str]) -> Iterator[str]:
    """The elements of a line; the class of each code is looked up in `codes`, or added to it."""
    code, column = "", 0
    y = f"{TOP + number * LEADING + SIZE * 0.9:g}"
    for n, part in enumerate(_CODE.split(line)):
        if n % 2:
            code = "" if part in ("", "0") else part
            continue
        for found in _STRETCH.finditer(part):
            at = column + measure(part[: found.start()])
            place = f'x="{MARGIN + at * ADVANCE:g}" y="{y}" textLength="{measure(found[0]) * ADVANCE:g}"'
            look = f' class="{codes.setdefault(code, f"s{len(codes) + 1}")}"' if code else ""
            yield f"<text{look} {place}>{_escape(found[0])}</text>"
        column += measure(part)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _find_look(code: str) -> str:
    """The CSS for an escape code."""
    attributes, _, color = code.partition("38;5;")
    look = [_ATTRIBUTES[part] for part in attributes.split(";") if part]
    return "; ".join(look + ([f"fill: {_find_color(int(color))}"] if color else []))


def _find_color(number: int) -> str:
    """One of the 256 colours, from the cube or the greys."""
    n = number - 16
    cube = (_LEVELS[n // 36 % 6], _LEVELS[n // 6 % 6], _LEVELS[n % 6])
    return "#{:02x}{:02x}{:02x}".format(*(cube if number < 232 else [8 + 10 * (number - 232)] * 3))
