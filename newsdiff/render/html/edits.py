"""The table of edits at the end of the report: a row for each edit, with a link to its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsdiff.model import Comparison, Edit
from newsdiff.render.excerpt import excerpt, mark
from newsdiff.render.html.parts import escape
from newsdiff.render.paint import Run
from newsdiff.render.view import LEGEND, SIGNS, choose_edits, read_edit, say_where

CHUNK = 200  # rows that the script shows at once
READING = 240  # characters of a reading; a longer one is cut down to where it differs


def set_edits(comparison: Comparison, only: Collection[str], ignore: Collection[str]) -> str:
    """The table. Rows that the filters of the command line leave out are marked `data-x`."""
    if not comparison.edits:
        return ""
    chosen = {id(edit) for edit in choose_edits(comparison, only, ignore)}
    rows = [_set_row(comparison, number, edit, id(edit) in chosen) for number, edit in enumerate(comparison.edits)]
    bodies = [f"<tbody>{''.join(rows[n : n + CHUNK])}</tbody>" for n in range(0, len(rows), CHUNK)]
    head = "".join([f'<th scope="col">{name}</th>' for name in ("kind", "A", "B", "where")])
    return (
        '<section class="edits" id="edits" aria-labelledby="edits-title"><h2 id="edits-title">Edits</h2>\n'
        '<div class="scroll" tabindex="0" role="group" aria-label="Table of edits">'
        f"<table><thead><tr>{head}</tr></thead>{''.join(bodies)}</table></div></section>"
    )


def _set_row(comparison: Comparison, number: int, edit: Edit, chosen: bool) -> str:
    link = comparison.links[edit.link]
    target = f"#a{link.a[0] + 1}" if link.a else f"#b{link.b[0] + 1}"
    kind = "moved" if edit.kind == "transposition" else edit.kind
    sign = "".join(f'<b title="{said}">{sign}</b> ' for sign, said in LEGEND if sign == SIGNS.get(edit.verdict))
    detail = f" <small>{escape(edit.detail)}</small>" if edit.detail else ""
    a, b = (_set_reading(runs) for runs in excerpt(*read_edit(comparison, edit), READING))
    if kind != "moved":
        look = ' class="sp"' if kind == "spelling" else ""
        a, b = f"<del{look}>{a}</del>" if a else "–", f"<ins{look}>{b}</ins>" if b else "–"
    where = f'<a href="{target}" data-e="{number}" data-l="{edit.link}">{say_where(comparison, edit)}</a>'
    attributes = f' data-k="{kind}" data-v="{edit.verdict}"' + ("" if chosen else " data-x")
    if kind == "wording" and edit.verdict == "accidental":
        attributes += ' class="minor"'
    cells = f"<td>{a}</td><td>{b}</td><td>{where}</td>"
    return f'<tr{attributes}><th scope="row">{sign}{kind}{detail}</th>{cells}</tr>'


def _set_reading(runs: Sequence[Run]) -> str:
    """A reading; in a longer one, the words that differ are set apart."""
    return mark([run._replace(text=escape(run.text)) for run in runs], "<b>", "</b>")
