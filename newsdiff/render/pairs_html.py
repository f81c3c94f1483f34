r"""Many comparisons as one HTML file for a browser: a table of pairs, each with its edits folded beneath it.

The file fetches nothing and has no script; a policy in its head admits only its own style, by its hash. The page of a
single comparison (`render/html`) shows both texts, this one only the readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsdiff.model import Edit
from newsdiff.render.html.parts import escape, read_part, set_policy
from newsdiff.render.view import SIGNS
from newsdiff.render.visible import make_visible

if TYPE_CHECKING:
    from newsdiff.render.pairs import PairReport, PairRow

_LONGEST = 400  # characters of a reading


def render_page(report: PairReport, listed: Sequence[tuple[PairRow, Sequence[Edit], str]], end: str) -> str:
    """The page. `listed` has the rows, each with its edits to show and those edits by kind; `end` is the totals."""
    a, b = (escape(make_visible(name)) for name in (report.a, report.b))
    style = read_part("pairs.css", __file__)
    head = "".join(
        f'<span class="{name}">{text}</span>'
        for name, text in (("", ""), ("", "file"), ("n", "kept"), ("n", "meaning"), ("n", "open"), ("", "edits"))
    )
    rows = "\n".join(_set_row(row, edits, kinds) for row, edits, kinds in listed)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{set_policy(style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{a} → {b} – newsdiff</title>\n<style>{style}</style>\n"
        f"<main>\n<h1>{a} → {b}</h1>\n<p>{escape(end)}</p>\n"
        f'<div class="head">{head}</div>\n{rows}\n</main>\n</html>\n'
    )


def _set_row(row: PairRow, edits: Sequence[Edit], kinds: str) -> str:
    from newsdiff.render.pairs import say_pair, say_status, sign_of

    figures = ["", "", ""]
    if row.summary:
        verdicts = [edit.verdict for edit in edits]
        figures = [f"{row.summary.kept:.0%}", str(verdicts.count("substantive")), str(verdicts.count("open"))]
    said = escape(kinds or say_status(row))
    cells = (
        f'<span class="sign">{escape(sign_of(row))}</span><span class="name">{escape(say_pair(row))}</span>'
        f'<span class="n">{figures[0]}</span><span class="n wide">{figures[1]}</span>'
        f'<span class="n wide">{figures[2]}</span><span class="kinds{"" if edits else " quiet"}">{said}</span>'
    )
    if not edits:
        return f'<div class="row">{cells}</div>'
    ordered = sorted(edits, key=lambda edit: ("substantive", "open", "accidental").index(edit.verdict))
    table = "".join(_set_edits(ordered))
    return f"<details><summary>{cells}</summary><table><tr><th>edit<th>A<th>B</tr>{table}</table></details>"


def _set_edits(edits: Sequence[Edit]) -> Iterator[str]:
    from newsdiff.render.pairs import say_edit

    for edit in edits:
        kind, a, b = (escape(text) for text in say_edit(edit, _LONGEST))
        label = f"<b>{SIGNS['substantive']} {kind}</b>" if edit.substantive else kind
        one, other = f"<del>{a}</del>" if edit.a else a, f"<ins>{b}</ins>" if edit.b else b
        yield f"<tr><td>{label}<td>{one}<td>{other}</tr>"
