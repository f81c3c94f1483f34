r"""A history as tables for a terminal: versions, families, events, sources, the running text, what survives.

>>> import newsdiff
>>> story = newsdiff.history(["It rained on Monday.", "It rained on Friday. It stopped."])
>>> print("\n".join(render_table(story, width=60).splitlines()[8:11]))
    v1 v2
 1  +  ~   It rained on Friday.
 2  .  +   It stopped.

It computes nothing. With more versions than fit on a line, a sentence's life is in words instead of a row of signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.history.model import SIGNS, History
from newsdiff.history.view import (
    STATES,
    Shown,
    call,
    last_text,
    list_events,
    list_sources,
    run_text,
    say_life,
    say_source,
    say_survival,
    say_time,
    say_unlisted,
)
from newsdiff.render.ansi import clip, measure, style, wrap
from newsdiff.render.palette import DEFAULT
from newsdiff.render.visible import make_visible

NARROWEST, NARROW = 40, 60
NOTE_FROM = 16  # columns that a version's note needs
TEXT_FROM = 24  # columns that a sentence needs beside its row of signs
# The colours of states; without colour, the signs show them.
_STYLES = {"new": "insertion", "edited": "spelling", "same": "quiet", "gone": "omission", "absent": "quiet"}


class _Look(NamedTuple):
    width: int
    theme: str  # "" for no colour


def render_table(
    history: History,
    *,
    width: int = 80,
    color: bool = False,
    theme: str = DEFAULT,
    show_all: bool = False,
    only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> str:
    """The finished text, with escape codes only if `color`; the same bytes for the same history.

    `show_all` lists all events; `only` and `ignore` are the selectors of the pair's tables and choose events.
    """
    look = _Look(max(width, NARROWEST), theme if color else "")
    listed = list_events(history, show_all=show_all, only=only, ignore=ignore)
    parts = [
        list(_versions(history, look)),
        list(_families(history, look)),
        list(_events(history, listed, look)),
        list(_sources(history, look)),
        list(_survivals(history, look)),
        list(_running_text(history, look)),
    ]
    if not (show_all or only or ignore) and (more := say_unlisted(history, listed)):
        parts[2] += ["", style(more, "quiet", look.theme)]
    return "\n\n".join(["\n".join(part) for part in parts if part]) + "\n"


def _heading(text: str, note: str, look: _Look) -> list[str]:
    """A heading, an explanation of its table (beside it, or below if there is no room), and an empty line."""
    bold = f"\x1b[1m{text}\x1b[0m" if look.theme else text
    if not note:
        return [bold, ""]
    if len(text) + 2 + len(note) <= look.width:
        return [f"{bold}  {style(note, 'quiet', look.theme)}", ""]
    return [bold, *wrap([(note, "quiet")], look.width, look.theme), ""]


def _versions(history: History, look: _Look) -> Iterator[str]:
    """A line for each version: its name, time, number of sentences and source."""
    count = len(history.versions)
    columns = [
        ("", [call(v) for v in range(count)]),
        ("name", [make_visible(version.name) for version in history.versions]),
        ("time", [make_visible(say_time(version.time)) for version in history.versions]),
        ("sentences", [str(len(version.article.sentences)).rjust(9) for version in history.versions]),
        ("source", [say_source(history, v) for v in range(count)]),
    ]
    columns = [column for column in columns if any(column[1])]
    if look.width < NARROW:
        columns = [column for column in columns if column[0] not in ("time", "sentences")]
    widths = [max(measure(cell) for cell in (head, *cells)) for head, cells in columns]
    widths[1] = min(widths[1], max(look.width - sum(widths) + widths[1] - 2 * (len(widths) - 1), 12))
    yield from _heading("Versions", "", look)
    heads = [head for head, _ in columns]
    yield style(
        "  ".join(head.ljust(width) for head, width in zip(heads, widths, strict=True)).rstrip(), "quiet", look.theme
    )
    for v in range(count):
        cells = [_keep_end(cells[v], width) for (_, cells), width in zip(columns, widths, strict=True)]
        line = "  ".join(cell + " " * (width - measure(cell)) for cell, width in zip(cells, widths, strict=True))
        note, room = make_visible(history.versions[v].note), look.width - measure(line) - 2
        yield f"{line}  {clip(note, room)}" if note and room >= NOTE_FROM else line.rstrip()


def _keep_end(text: str, width: int) -> str:
    """A text shortened to fit, with its end kept."""
    return text if measure(text) <= width else "…" + text[len(text) - width + 1 :]


def _families(history: History, look: _Look) -> Iterator[str]:
    """A line for each family: its number, a sign for each version, its text."""
    if not history.families:
        return
    count, numbers = len(history.versions), len(str(len(history.families)))
    used = {SIGNS[state] for family in history.families for state in family.states}
    yield from _heading("Sentences", "  ".join(f"{sign} {word}" for sign, word in STATES if sign in used), look)
    cell = len(call(count - 1)) + 1
    lead = " " * (numbers + 3)
    if look.width - len(lead) - cell * count >= TEXT_FROM + 1:
        yield (lead + "".join(call(v).ljust(cell) for v in range(count))).rstrip()
    elif look.width - len(lead) - count >= TEXT_FROM + 1:
        cell = 1
        for digit in range(len(str(count))):
            yield lead + "".join(str(v + 1).rjust(len(str(count)))[digit] for v in range(count))
    else:
        cell = 0
    for n, family in enumerate(history.families, 1):
        text = last_text(history, family)
        if cell:
            signs = "".join(
                style(SIGNS[state], _STYLES[state], look.theme) + " " * (cell - 1) for state in family.states
            )
            room = look.width - len(lead) - cell * count - 1
            yield f" {str(n).rjust(numbers)}  {signs} {clip(text, room)}"
        else:
            life = say_life(history, family)
            yield f" {str(n).rjust(numbers)}  {clip(text, look.width - len(lead))}"
            for line in wrap([(life, "quiet")], look.width - len(lead), look.theme):
                yield lead + line


def _events(history: History, listed: Sequence[Shown], look: _Look) -> Iterator[str]:
    """The events, version by version."""
    if not listed:
        if len(history.versions) > 1:
            yield from _heading("Events", "", look)
            yield "No such events." if history.events else "All versions say the same."
        return
    yield from _heading("Events", "! touches the meaning", look)
    kind = max(len(shown.label) for shown in listed)
    numbers = len(str(len(history.families)))
    gutter = len(call(len(history.versions) - 1))
    indent = gutter + 2 + 2 + kind + 2
    version = -1
    for shown in listed:
        event = shown.event
        lead = call(event.version) if event.version != version else ""
        version = event.version
        sign = "!" if event.verdict == "substantive" else "?" if event.verdict == "open" else " "
        place = f"s. {event.family + 1}".rjust(numbers + 3)
        room = look.width - indent - len(place) - 2
        pieces = [(shown.text, ""), (f" ({shown.note})", "quiet")] if shown.note else [(shown.text, "")]
        lines = wrap(pieces, max(room, 12), look.theme)
        size = measure(wrap(pieces, max(room, 12))[0])
        head = f"{lead.ljust(gutter)}  {sign} {shown.label.ljust(kind)}  "
        yield head + lines[0] + " " * (max(room, 12) - size + 2) + style(place, "quiet", look.theme)
        yield from [" " * indent + line for line in lines[1:]]


def _sources(history: History, look: _Look) -> Iterator[str]:
    """Who took from whom, with the evidence."""
    rows = list_sources(history)
    if not rows:
        return
    yield from _heading("Sources", "", look)
    gutter = len(call(len(history.versions) - 1))
    longest = max(len(said) for _, said, _ in rows)
    for v, said, text in rows:
        lead = f"{call(v).ljust(gutter)}  {said.ljust(longest)}  "
        lines = wrap([(text, "")], look.width - len(lead))
        yield lead + lines[0]
        yield from [" " * len(lead) + line for line in lines[1:]]


def _survivals(history: History, look: _Look) -> Iterator[str]:
    """How many facts each version has, and a line for each that comes or goes."""
    counts = say_survival(history)
    if not counts or len(history.versions) < 2:
        return
    cell = len(call(len(history.versions) - 1)) + 1
    if look.width - 14 - cell * len(history.versions) < TEXT_FROM:
        return
    yield from _heading("Quotations, figures, names", "x in this version", look)
    yield (" " * 12 + "".join(call(v).ljust(cell) for v in range(len(history.versions)))).rstrip()
    for label, row in counts:
        yield (label.ljust(12) + "".join(str(number).ljust(cell) for number in row)).rstrip()
    moving = [s for s in history.survivals if not all(s.present)]
    for kind in ("quotation", "figure", "name"):
        for s in [s for s in moving if s.kind == kind]:
            signs = "".join(("x" if there else ".").ljust(cell) for there in s.present)
            text = make_visible(f"{s.text} ({s.speaker})" if s.speaker else s.text)
            yield f"{kind.ljust(12)}{signs} {clip(text, look.width - 13 - len(signs))}"


def _running_text(history: History, look: _Look) -> Iterator[str]:
    """The last version, each sentence with the version in which it last changed; nothing for reprints."""
    last = len(history.versions) - 1
    if last == 0 or history.reprints or not history.versions[last].article.sentences:
        return
    what = f"Text of {call(last)}"
    yield from _heading(what, "each sentence with the version in which it last changed", look)
    gutter = len(call(last)) + 2
    for line in run_text(history, last):
        if line.breaks:
            yield ""
        name = "quiet" if line.changed == 0 else "insertion"
        lead = style(call(line.changed), name, look.theme) + " " * (gutter - len(call(line.changed)))
        wrapped = wrap([(line.text, "")], look.width - gutter) or [""]
        yield lead + wrapped[0]
        yield from [" " * gutter + rest for rest in wrapped[1:]]
