"""The page of a run, from its numbers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsdiff.corpus.grade import GRADES
from newsdiff.corpus.report.gather import Digest, Item, Pair, Route
from newsdiff.render.html.parts import escape, fill_page, read_part
from newsdiff.render.visible import make_visible

# Rows of each table. A browser sorts and searches this many instantly; the Parquet tables have the rest.
FAMILIES = 200
MEMBERS = 40
ROUTES = 200
CHANGES = 50
PAIRS = 1000

_MEANING = {
    "copy": "the same text",
    "edit": "a version in much the same words",
    "rewrite": "a version in other words",
    "follow-up": "another story about the same affair",
    "template": "two articles out of one form",
    "unrelated": "candidates that turned out to be neither",
    "failed": "could not be compared",
}


class Column(NamedTuple):
    """A column: its heading, and whether it has numbers."""

    name: str
    number: bool = False


class Cell(NamedTuple):
    """A cell: its HTML, and its sort key if that is not its text."""

    html: str
    key: float | None = None


def render_page(digest: Digest, links: Mapping[tuple[str, str], str]) -> str:
    """The page; `links` are the reports of pairs, by their ids."""
    archive = str(digest.manifest.get("settings", {}).get("archive") or "")
    parts = {
        "title": f"Versions{' in ' + _text(os.path.basename(archive.rstrip('/'))) if archive else ''}",
        "deck": _set_deck(digest),
        "grades": _set_grades(digest),
        "families": _set_families(digest),
        "kinds": _set_kinds(digest),
        "changes": _set_changes(digest),
        "routes": _set_routes(digest),
        "pairs": _set_pairs(digest, links),
    }
    frame, style, script = (read_part(f"report.{kind}", __file__) for kind in ("html", "css", "js"))
    return fill_page(frame, parts, style, script)


def _text(text: str) -> str:
    """Foreign text, safe in an element and in a quoted attribute."""
    return escape(make_visible(text))


# Pieces


def _number(value: float, form: str = ",") -> Cell:
    return Cell(f"{value:{form}}", value)


def _share(value: float) -> Cell:
    return Cell(f"{100 * value:.0f}%", round(value, 4))


def _bar(value: float, most: float) -> str:
    width = round(100 * value / most, 1) if most else 0
    return (
        f'<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )


def _set_heading(column: Column) -> str:
    """A heading; the column of bars has none, so a screen reader sees no heading either."""
    if not column.name:
        return "<td></td>"
    return f'<th scope="col"{" class=n" if column.number else ""}>{column.name}</th>'


def _table(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], attributes: Sequence[str] = ()) -> str:
    """A table whose columns the script sorts; the first cell of a row is its heading."""
    head = "".join([_set_heading(column) for column in columns])
    body = []
    for n, row in enumerate(rows):
        cells: list[str] = []
        for column, cell in zip(columns, row, strict=True):
            tag = 'th scope="row"' if not cells else "td"
            number = ' class="n"' if column.number else ""
            key = f' data-v="{cell.key}"' if cell.key is not None else ""
            cells.append(f"<{tag}{number}{key}>{cell.html}</{tag.split()[0]}>")
        body.append(f"<tr{attributes[n] if attributes else ''}>{''.join(cells)}</tr>")
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{name}"><table>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{chr(10).join(body)}\n</tbody></table></div>"
    )


def _left_out(shown: int, total: int, what: str, where: str) -> str:
    """A line saying what a table leaves out."""
    return (
        f'<p class="note">The first {shown:,} of {total:,} {what}; the rest is in {where}.</p>' if total > shown else ""
    )


def _set_item(item: Item) -> str:
    """An article: its title, and below it id, series and date."""
    told = " · ".join([_text(part) for part in (item.id, item.series, item.date) if part])
    return f'<span class="title" dir="auto">{_text(item.title)}</span> <small>{told}</small>'


def _set_kind_counts(kinds: Counter[str], versions: int) -> str:
    """The commonest kinds of edits, with the number for each pair."""
    top = sorted(kinds.items(), key=lambda row: (-row[1], row[0]))[:3]
    return ", ".join([f"{kind} {n / versions:.1f}" for kind, n in top])


# Sections


def _set_deck(digest: Digest) -> str:
    counts = digest.manifest.get("counts", {})
    names = {
        "articles": ("article", "articles"),
        "candidates": ("pair compared", "pairs compared"),
        "families": ("family", "families"),
        "edits": ("edit", "edits"),
    }
    told = [(labels[counts[name] != 1], counts[name]) for name, labels in names.items() if name in counts]
    return "".join([f"<div><dt>{label}</dt><dd>{n:,}</dd></div>" for label, n in told])


def _set_grades(digest: Digest) -> str:
    names = [name for name in (*GRADES, "failed") if digest.grades[name]]
    if not names:
        return '<p class="empty">No pair was compared.</p>'
    most = max(digest.grades.values())
    columns = (Column("grade"), Column("pairs", number=True), Column(""), Column("meaning"))
    rows = [
        (Cell(name), _number(digest.grades[name]), Cell(_bar(digest.grades[name], most)), Cell(_MEANING[name]))
        for name in names
    ]
    return _table("Grades", columns, rows)


def _set_families(digest: Digest) -> str:
    families = digest.families
    if not families:
        return '<p class="empty">No two articles are versions of one story.</p>'
    sizes = Counter(map(len, families))
    columns = (Column("articles", number=True), Column("families", number=True), Column(""))
    most = max(sizes.values())
    by_size = _table(
        "Families by size",
        columns,
        [(_number(size), _number(n), Cell(_bar(n, most))) for size, n in sorted(sizes.items())],
    )
    heads = (Column("first article"), Column("articles", number=True), Column("series", number=True), Column("dates"))
    rows = [_set_family([digest.items[name] for name in ids]) for ids in families[:FAMILIES]]
    cut = _left_out(FAMILIES, len(families), "families", "families.parquet")
    return f"{by_size}\n<h3>The largest</h3>\n{_table('Families', heads, rows)}{cut}"


def _set_family(members: Sequence[Item]) -> tuple[Cell, ...]:
    dates = sorted({item.date[:10] for item in members if item.date})
    span = " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "–"
    series = len({item.series for item in members if item.series})
    listed = "".join([f"<li>{_set_item(item)}</li>" for item in members[:MEMBERS]])
    more = f"<li>and {len(members) - MEMBERS:,} more</li>" if len(members) > MEMBERS else ""
    story = f"<details><summary>{_set_item(members[0])}</summary><ol>{listed}{more}</ol></details>"
    return Cell(story), _number(len(members)), _number(series), Cell(_text(span))


def _set_kinds(digest: Digest) -> str:
    if not digest.kinds:
        return '<p class="empty">The versions have no edits.</p>'
    verdicts = ("substantive", "open", "accidental")
    columns = (
        Column("kind"),
        Column("edits", number=True),
        Column(""),
        *[Column(verdict, number=True) for verdict in verdicts],
        Column("pairs with it", number=True),
    )
    most = max(counts.total() for _, counts, _ in digest.kinds)
    rows = []
    for kind, counts, pairs in digest.kinds:
        total = counts.total()
        cells = [_number(counts[verdict]) for verdict in verdicts]
        rows.append((Cell(kind), _number(total), Cell(_bar(total, most)), *cells, _number(pairs)))
    return _table("Changes by kind", columns, rows)


def _set_changes(digest: Digest) -> str:
    if not digest.changes:
        return ""
    columns = (Column("A"), Column("B"), Column("kind"), Column("times", number=True))
    rows = [
        (
            Cell(f'<del dir="auto">{_text(a)}</del>' if a else "–"),
            Cell(f'<ins dir="auto">{_text(b)}</ins>' if b else "–"),
            Cell(kind),
            _number(n),
        )
        for kind, a, b, n in digest.changes[:CHANGES]
    ]
    cut = _left_out(CHANGES, len(digest.changes), "such changes", "edits.parquet")
    return (
        f"<h3>Made more than once, rewordings aside</h3>\n{_table('Changes made more than once', columns, rows)}{cut}"
    )


def _set_routes(digest: Digest) -> str:
    routes = [route for route in digest.routes if route.source or route.target]
    if not routes:
        return '<p class="empty">No version has a known series.</p>'
    columns = (
        Column("from"),
        Column("to"),
        Column("versions", number=True),
        *[Column(name, number=True) for name in ("copy", "edit", "rewrite")],
        Column("words kept", number=True),
        Column("edits a pair", number=True),
        Column("substantive", number=True),
        Column("most, a pair"),
    )
    cut = _left_out(ROUTES, len(routes), "pairs of series", "pairs.parquet")
    return _table("Who changes what", columns, [_set_route(route) for route in routes[:ROUTES]]) + cut


def _set_route(route: Route) -> tuple[Cell, ...]:
    versions = route.versions
    names = [Cell(f'<span dir="auto">{_text(name) if name else "–"}</span>') for name in (route.source, route.target)]
    counts = [_number(n) for n in (versions, *[route.grades[name] for name in ("copy", "edit", "rewrite")])]
    means = _number(route.edits / versions, ".1f"), _number(route.substantive / versions, ".1f")
    return *names, *counts, _share(route.kept), *means, Cell(_set_kind_counts(route.kinds, versions))


def _set_pairs(digest: Digest, links: Mapping[tuple[str, str], str]) -> str:
    place = {ids: n for n, ids in enumerate(links)}
    pairs = sorted(digest.pairs, key=lambda pair: place.get((pair.a, pair.b), len(place)))
    if not pairs:
        return '<p class="empty">No pair to show.</p>'
    columns = (
        Column("A"),
        Column("B"),
        Column("grade"),
        Column("kept of A", number=True),
        Column("kept of B", number=True),
        Column("edits", number=True),
        Column("substantive", number=True),
    )
    shown = pairs[:PAIRS]
    rows = [_set_pair(digest, pair, links) for pair in shown]
    attributes = [f' data-g="{pair.grade or "failed"}"' for pair in shown]
    cut = _left_out(PAIRS, len(pairs), "pairs", "pairs.parquet")
    bare = len(pairs) - len(links)
    note = f'<p class="note">{bare:,} pairs have no report of their own; --reports N writes more.</p>' if bare else ""
    lead = '<p class="lead">The grade of a pair leads to its report.</p>' if links else ""
    filters = _set_filters(Counter(pair.grade or "failed" for pair in shown))
    return f"{lead}{filters}\n{_table('Pairs', columns, rows, attributes)}{cut}{note}"


def _set_filters(counts: Counter[str]) -> str:
    """A switch for each grade, and a search."""
    buttons = [
        f'<button type="button" data-f="{name}" aria-pressed="true">{name} <b>{counts[name]:,}</b></button>'
        for name in (*GRADES, "failed")
        if counts[name]
    ]
    search = (
        '<label class="find"><span>Search</span> <input type="search" id="search" autocomplete="off" '
        'spellcheck="false"></label><output id="hits" aria-live="polite"></output>'
    )
    return f'<div class="filters" role="group" aria-label="Grades shown">{"".join(buttons)}{search}</div>'


def _set_pair(digest: Digest, pair: Pair, links: Mapping[tuple[str, str], str]) -> tuple[Cell, ...]:
    sides = [Cell(_set_item(digest.items[name])) for name in (pair.a, pair.b)]
    if pair.error and not pair.grade:
        return *sides, Cell(f"failed <small>{_text(pair.error)}</small>"), *[Cell("–", -1)] * 4
    link = links.get((pair.a, pair.b))
    told = _text(f"{pair.grade}: report of {pair.a} and {pair.b}")
    grade = f'<a href="{link}" aria-label="{told}">{pair.grade}</a>' if link else pair.grade
    numbers = _share(pair.kept_a), _share(pair.kept_b), _number(pair.edits), _number(pair.substantive)
    return *sides, Cell(grade), *numbers
