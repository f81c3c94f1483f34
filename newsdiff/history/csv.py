"""The families of a history as CSV: a row for each sentence in each version that has it or lost it.

>>> import newsdiff
>>> print(render_csv(newsdiff.history(["It rained on Monday.", "It rained on Friday."])), end="")
family,version,name,time,state,sentences,changed,text
1,1,v1,,new,1,1,It rained on Monday.
1,2,v2,,edited,1,2,It rained on Friday.

Everything counts from 1, as a reader counts. A text that a spreadsheet would take for a formula gets an apostrophe in
front.
"""

from __future__ import annotations

from newsdiff.history.model import History, text_of
from newsdiff.render.csv import quote_cell, spreadsheet_cell
from newsdiff.render.view import say_numbers

COLUMNS = ("family", "version", "name", "time", "state", "sentences", "changed", "text")


def render_csv(history: History) -> str:
    """A header line, and a line for each family and version, except versions in which it was absent already."""
    rows: list[tuple[object, ...]] = [COLUMNS]
    for n, family in enumerate(history.families, 1):
        for v, version in enumerate(history.versions):
            if family.states[v] != "absent":
                members, changed = family.members[v], family.changed[v]
                text = text_of(version.article, members)
                cells = (
                    spreadsheet_cell(version.name),
                    spreadsheet_cell(version.time),
                    family.states[v],
                    say_numbers(members),
                )
                rows.append((n, v + 1, *cells, "" if changed is None else changed + 1, spreadsheet_cell(text)))
    return "".join(",".join(quote_cell(str(cell)) for cell in row) + "\n" for row in rows)
