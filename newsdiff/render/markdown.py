r"""A comparison as Markdown tables that GitHub renders: for a comment, an issue, a wiki.

>>> from newsdiff.compare import compare
>>> c = compare("The mayor left on Monday.", "The mayor left on *Friday*.", name_a="a.txt", name_b="b.txt")
>>> print(render_markdown(c).splitlines()[4])
| **!** date · wording<br>1→1 | The mayor left on ~~Monday~~. | The mayor left on **\*Friday\***. |

Deletions are ~~struck~~ in A's cell, insertions **bold** in B's. Where Markdown would not take ~~ or ** for a mark, for
example next to a bracket inside a word, HTML tags that GitHub allows are used instead. There are no
colours, so spelling variants look like any other change; the table of edits names them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from newsdiff.model import Comparison, Edit
from newsdiff.render.paint import Run
from newsdiff.render.view import (
    DOUBTFUL_BELOW,
    LEGEND,
    SIGNS,
    Fold,
    Row,
    choose_view,
    find_rows,
    is_doubtful,
    name_row,
    say_fold,
    say_hidden,
    say_numbers,
    say_places,
    say_same,
    say_summary,
    say_unlisted,
    share_edits,
)
from newsdiff.render.visible import make_visible

LONGEST = 120  # characters of an edit's text before its middle is left out
MARKS = {"a": ("~~", "<del>", "</del>"), "b": ("**", "<strong>", "</strong>")}

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
# GitHub would notify a person whose name follows an @, and link a number to an issue.
_REFERENCE = re.compile(r"([@#])(?=\w)|(?<=\bGH)(-)(?=\d)|(?<=\bhttp)(s?:)(?=//)|(?<=\bwww)(\.)(?=\w)")


def render_markdown(
    comparison: Comparison,
    *,
    all_sentences: bool = False,
    all_edits: bool = False,
    context: int = 0,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The links, the edits and the summary; the options are those of the tables in a terminal."""
    view = choose_view(all_sentences=all_sentences, all_edits=all_edits, context=context, only=only, ignore=ignore)
    lines = [f"### {escape(make_visible(comparison.a.name))} → {escape(make_visible(comparison.b.name))}", ""]
    if not comparison.differs:
        return "\n".join([*lines, say_same(comparison), ""])
    rows = find_rows(comparison, view)
    lines += ["| | A | B |", "|---|---|---|", *[_row(row) for row in rows], ""]
    edits = share_edits(comparison, view)
    if edits:
        lines += ["| edit | A | B | where |", "|---|---|---|---|"]
        for entry in edits:
            a, b = (set_runs(runs, side) or "–" for runs, side in zip(entry.excerpt(LONGEST), "ab", strict=True))
            lines.append(f"| {_edit_label(entry.edit)} | {a} | {b} | {say_places(entry.places)} |")
        lines.append("")
    if unlisted := say_unlisted(comparison, view):
        lines += [unlisted, ""]
    lines += [f"- {key}: {', '.join(values)}" for key, values in say_summary(comparison)]
    signs = {SIGNS.get(entry.edit.verdict) for entry in edits}
    if said := [f"**{sign}** {meaning}" for sign, meaning in LEGEND if sign in signs]:
        lines += ["", ", ".join(said)]
    if not comparison.related:
        lines += ["", "These do not look like versions of the same story."]
    hidden = say_hidden(comparison, rows, view)
    return "\n".join([*lines, *(["", hidden] if hidden else []), ""])


def escape(text: str) -> str:
    """The text escaped, so that Markdown shows it as it is."""
    return _REFERENCE.sub(r"\g<0><!-- -->", _SPECIAL.sub(r"\\\g<0>", text))


def _row(row: Row | Fold) -> str:
    if isinstance(row, Fold):
        return f"| | *{say_fold(row)}* | |"
    link = row.link
    names = [" · ".join(name_row(row))] * bool(name_row(row)) + ["moved"] * link.moved
    sign = f"**{SIGNS[row.verdict]}** " if row.verdict in SIGNS else ""
    label = sign + ", ".join(names) + (" (doubtful)" if is_doubtful(link) else "")
    where = "→".join([say_numbers(members) or "–" for members in (link.a, link.b)])
    return f"| {label}<br>{where} | {set_runs(row.a, 'a')} | {set_runs(row.b, 'b')} |"


def set_runs(runs: Sequence[Run], side: str) -> str:
    """The text of a side, painted runs between marks."""
    mark, begin, end = MARKS[side]
    pieces = [piece for piece in _pieces(runs) if piece[1]]
    cell = ""
    for n, (painted, text) in enumerate(pieces):
        if not painted:
            cell += text
            continue
        follow = pieces[n + 1][1] if n + 1 < len(pieces) else ""
        if _opens(cell[-1:], text[0]) and _opens(follow[:1], text[-1]):
            cell += mark + text + mark
        else:
            cell += begin + text + end
    return cell.strip(" ")


def _pieces(runs: Sequence[Run]) -> Iterator[tuple[bool, str]]:
    """Pieces: whether each is painted, and its Markdown; painted neighbours are joined, and no mark ends in a space."""
    merged: list[list[str]] = []  # plain and painted alternately
    for run in runs:
        if len(merged) % 2 != bool(run.name) and merged:
            merged[-1].append(run.text)
        else:
            if not merged and run.name:
                merged.append([])
            merged.append([run.text])
    for n, texts in enumerate(merged):
        text = "".join(texts)
        inner = text.strip(" ")
        if n % 2 == 0 or not inner:
            yield False, escape(text)
            continue
        at = text.index(inner)
        yield False, text[:at]
        yield True, escape(inner)
        yield False, text[at + len(inner) :]


def _opens(outside: str, inside: str) -> bool:
    """Whether Markdown sees a mark between these two characters (CommonMark: left- and right-flanking)."""
    return not _is_punctuation(inside) or not outside or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _edit_label(edit: Edit) -> str:
    label = f"{edit.kind} {edit.detail}".strip() + (" (doubtful)" if edit.confidence < DOUBTFUL_BELOW else "")
    sign = SIGNS.get(edit.verdict)
    return f"**{sign}** {label}" if sign else label
