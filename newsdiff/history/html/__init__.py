r"""A history as one HTML file: a slider over the versions, each as running text, and any two of them side by side.

>>> from newsdiff.history.tell import history
>>> page = render(history(["It rained <b>.", "It rained <i>."]))
>>> page[:15], "rained <b>." in page, "&lt;b&gt;." in page
('<!doctype html>', False, True)

Two versions side by side are the report of a pair (newsdiff.render.html), its script included. Everything is in the
page when it opens; the pairs are templates, which the script exchanges. Without a script, the page shows all versions,
the tables, and the last version beside the one before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsdiff.history.events import cut
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
    say_survival,
    say_time,
)
from newsdiff.render.html import set_bar, set_pair
from newsdiff.render.html.parts import escape, fill_page, read_part
from newsdiff.render.view import SIGNS as VERDICT_SIGNS
from newsdiff.render.view import say_count
from newsdiff.render.visible import make_visible

ALL_PAIRS = 12  # versions up to which every pair is in the page: 66 pairs of a 700-word story are 4 MB
SENTENCE = 90  # characters of a sentence in the table of families

_KEYS = "<div><dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>version before, next version</dd></div>\n"


def render(history: History, *, only: Collection[str] = (), ignore: Collection[str] = ()) -> str:
    """The page, UTF-8; `only` and `ignore` are the selectors of the pair's tables and choose events."""
    only, ignore = frozenset(only), frozenset(ignore)
    count = len(history.versions)
    pairs = choose_pairs(history)
    opened = _open_pair(history)
    parts = set_pair(history.pairs[opened], only, ignore) if opened else {"filters": "", "main": "", "edits": ""}
    title = escape(make_visible(history.versions[0].name))
    frame = {
        "title": f"{title}: {say_count(count, 'version')} – newsdiff",
        "name": f"<bdi>{title}</bdi>: {say_count(count, 'version')}",
        "slider": _set_slider(history),
        "versions": "".join([_set_version(history, v, only, ignore) for v in range(count)]),
        "choice": _set_choice(history, pairs),
        "bar": set_bar(_KEYS) if opened else "",
        "families": _set_families(history),
        "survival": _set_survival(history),
        "sources": _set_sources(history),
        "templates": "".join([_set_template(history, pair, only, ignore) for pair in pairs]),
        "footer": "made by newsdiff: what came, changed, went and came back",
        **parts,
    }
    style = read_part("report.css", _of_pair()) + read_part("history.css", __file__)
    script = read_part("report.js", _of_pair()) + read_part("history.js", __file__)
    return fill_page(read_part("history.html", __file__), frame, style, script)


def _of_pair() -> str:
    from newsdiff.render import html

    return html.__file__


def choose_pairs(history: History) -> list[tuple[int, int]]:
    """The pairs that can be shown side by side: all in a short history; in a long one, neighbours and the first."""
    count = len(history.versions)
    if count <= ALL_PAIRS:
        return list(history.pairs)
    return sorted({pair for v in range(1, count) for pair in ((v - 1, v), (0, v))})


def _open_pair(history: History) -> tuple[int, int] | None:
    """The pair shown when the page opens: the last version and the one before it, or for reprints the first."""
    last = len(history.versions) - 1
    before = history.versions[last].before
    return None if before is None else (before, last)


# One version


def _set_slider(history: History) -> str:
    """The versions in a row, with the position of one among them."""
    count = len(history.versions)
    names = "".join([f'<option value="{v}">{call(v)} · {_say_version(history, v)}</option>' for v in range(count)])
    return (
        "<span>Version</span>"
        '<button type="button" id="older" title="version before ([)">← older</button>'
        f'<input type="range" id="version" aria-label="Version" min="1" max="{count}" value="{count}" step="1">'
        '<button type="button" id="newer" title="next version (])">newer →</button>'
        f'<label class="hidden" for="choose">Version</label><select id="choose">{names}</select>'
    )


def _say_version(history: History, v: int) -> str:
    """A version's name, time and note on one line."""
    version = history.versions[v]
    said = [version.name, say_time(version.time), version.note]
    return escape(make_visible(" · ".join([text for text in said if text])))


def _set_version(history: History, v: int, only: frozenset[str], ignore: frozenset[str]) -> str:
    """A version: its events, and its running text with the version in which each sentence last changed."""
    title = f"v{v + 1}-title"
    return (
        f'<article class="version" id="v{v + 1}" data-v="{v}" aria-labelledby="{title}">'
        f'<h2 id="{title}"><b>{call(v)}</b> <bdi>{_say_version(history, v)}</bdi></h2>'
        f'<div class="events">{_set_events(history, v, only, ignore)}</div>'
        f'<div class="told" dir="auto">{"".join(_set_lines(history, v))}</div></article>\n'
    )


def _set_events(history: History, v: int, only: frozenset[str], ignore: frozenset[str]) -> str:
    """The events of a version; smaller changes are folded."""
    twin = history.versions[v].twin
    if twin is not None:
        return f"<p>The same text as {call(twin)}.</p>"
    if v == 0:
        return "<p>The first version.</p>"
    listed = {id(shown.event) for shown in list_events(history, only=only, ignore=ignore)}
    rows = [
        _set_event(shown, id(shown.event) not in listed)
        for shown in list_events(history, show_all=True, only=only, ignore=ignore)
        if shown.event.version == v
    ]
    return f"<ol>{''.join(rows)}</ol>" if rows else "<p>Nothing that matters changed.</p>"


def _set_event(shown: Shown, minor: bool) -> str:
    sign = VERDICT_SIGNS.get(shown.event.verdict, "")
    note = f" <small>{escape(shown.note)}</small>" if shown.note else ""
    said = f"<b>{sign}</b> <i>{escape(shown.label)}</i> {escape(shown.text)}{note}"
    return f'<li class="minor">{said}</li>' if minor else f"<li>{said}</li>"


def _set_lines(history: History, v: int) -> Iterator[str]:
    """The sentences of a version in their paragraphs."""
    yield "<p>"
    for line in run_text(history, v):
        if line.breaks:
            yield "</p>\n<p>"
        now = " now" if line.changed == v and v else ""
        yield (
            f'<span class="line{now}" data-c="{line.changed}"><sup title="last changed in {call(line.changed)}">'
            f"{call(line.changed)}</sup>{escape(line.text)}</span> "
        )
    yield "</p>"


# Two versions


def _set_choice(history: History, pairs: Sequence[tuple[int, int]]) -> str:
    """The choice of the version to show beside the current one."""
    if not pairs:
        return ""
    options = "".join([f'<option value="{v}">{call(v)}</option>' for v in range(len(history.versions))])
    long = len(history.versions) > ALL_PAIRS
    note = (
        f"<small>Of {len(history.versions)} versions each is beside the one before it and the first.</small>"
        if long
        else ""
    )
    return f'<label for="against">side by side with</label> <select id="against">{options}</select> {note}'


def _set_template(history: History, pair: tuple[int, int], only: frozenset[str], ignore: frozenset[str]) -> str:
    """A pair that waits to be shown."""
    parts = set_pair(history.pairs[pair], only, ignore)
    return f'<template data-pair="{pair[0]}-{pair[1]}">{parts["filters"]}{parts["main"]}{parts["edits"]}</template>\n'


# All versions


def _set_families(history: History) -> str:
    """The table of sentences and versions."""
    names = dict(STATES)
    rows = []
    for family in history.families:
        cells = []
        for v, state in enumerate(family.states):
            told = f"{names[SIGNS[state]]} in {call(v)}"
            link = f'<a href="#v{v + 1}" data-go="{v}" title="{told}" aria-label="{told}">{SIGNS[state]}</a>'
            cells.append(f'<td class="{state}">{link}</td>')
        text, said = escape(cut(last_text(history, family), SENTENCE)), escape(say_life(history, family))
        rows.append(f'<tr><th scope="row" dir="auto" title="{said}">{text}</th>{"".join(cells)}</tr>')
    legend = ", ".join([f"<b>{sign}</b> {name}" for sign, name in STATES])
    return _set_table(history, "families", "Sentences", f'<p class="legend">{legend}</p>', rows)


def _set_survival(history: History) -> str:
    """How many quotations, figures and names each version has, and those that did not last."""
    counts = say_survival(history)
    if not counts:
        return ""
    rows = [
        f'<tr><th scope="row">{name.strip()}</th>{"".join([f"<td>{number}</td>" for number in numbers])}</tr>'
        for name, numbers in counts
    ]
    for found in history.survivals:
        if not all(found.present):
            text = f"{escape(cut(make_visible(found.text), SENTENCE))} <small>{found.kind}</small>"
            cells = "".join(["<td>●</td>" if there else "<td>–</td>" for there in found.present])
            rows.append(f'<tr><th scope="row" dir="auto">{text}</th>{cells}</tr>')
    return _set_table(history, "survival", "What survived", "", rows)


def _set_table(history: History, name: str, title: str, legend: str, rows: Sequence[str]) -> str:
    """A table with a column for each version."""
    head = "".join(
        [f'<th scope="col"><a href="#v{v + 1}" data-go="{v}">{call(v)}</a></th>' for v in range(len(history.versions))]
    )
    return (
        f'<section class="edits" id="{name}" aria-labelledby="{name}-title"><h2 id="{name}-title">{title}</h2>{legend}'
        f'<div class="scroll" tabindex="0" role="group" aria-label="Table: {title}"><table class="states">'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div></section>\n"
    )


def _set_sources(history: History) -> str:
    """Who took from whom, where that is worth a line."""
    rows = [
        f"<li><b>{call(v)}</b> {escape(said)} <small>{escape(text)}</small></li>"
        for v, said, text in list_sources(history)
    ]
    title = '<h2 id="sources-title">Who took from whom</h2>'
    section = f'<section class="edits" id="sources" aria-labelledby="sources-title">{title}'
    return f"{section}<ul>{''.join(rows)}</ul></section>" if rows else ""
