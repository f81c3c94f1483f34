r"""A comparison as one HTML file for a browser: both articles side by side, with bands between matching sentences.

>>> from newsdiff.compare import compare
>>> page = render_html(compare("He left <i>.", "He left <i>."))
>>> page[:15], "<i>." in page, "&lt;i&gt;." in page
('<!doctype html>', False, True)

The file fetches nothing and runs nothing but its own script: a policy in its head names style and script by their hashes.
Without a script it still reads: the texts, the marks, the table, and numbers that lead from a sentence to what answers
it. It computes no differences; report.js draws lines and moves the view, and reads what belongs together from this page.
"""  # noqa: E501

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsdiff.model import LINK_KINDS, Article, Comparison, Edit, LinkedPassage, Side
from newsdiff.render.paint import NAMES, STRUCTURE, Painted, paint_link
from newsdiff.render.view import (
    LEGEND,
    SIGNS,
    edits_by_link,
    is_doubtful,
    say_numbers,
    say_same,
    say_summary,
    say_where,
)
from newsdiff.render.visible import make_visible

HEADLINE = 140  # letters that a first line without a full stop may have to be set as a headline
STRIP = 400  # rows of the strip beside a text; more could not be told apart
MAP_WIDTH, MAP_HEIGHT, MAP_BAR = 1000, 90, 9
MAP_CELLS = 500  # places along the map at the head; of more links those of the same two places are one line
BLOCK = 24  # sentences after which a new block begins: the browser lays out only the blocks that can be seen
CHUNK = 200  # rows of the table of edits that the script shows at once

_A: Side = "a"
_B: Side = "b"
_PLACE = re.compile(r"<!--(\w+)-->")
_TAGS: dict[Side, str] = {"a": "del", "b": "ins"}
_CLASSES = {"changed": "", "touching": "t", "spelling": "sp", "moved": "mv"}
_STOPS = ".?!:…\"”’'»"


class _Mark(NamedTuple):
    """An edit on one side, by its offsets in the article."""

    start: int
    end: int
    number: int
    edit: Edit


def render_html(comparison: Comparison, *, only: Collection[str] = (), ignore: Collection[str] = ()) -> str:
    """The page. Kinds that `ignore` names, or that `only` does not, are switched off when it opens."""
    style, script = _read("report.css"), _read("report.js")
    sentences = _set_sentences(comparison)
    name_a, name_b = (_escape(make_visible(article.name)) for article in (comparison.a, comparison.b))
    parts = {
        "lang": "en",
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        "title": f"{name_a} → {name_b} – newsdiff",
        "style": style,
        "script": script,
        "name_a": f"<span>{name_a}</span>",
        "name_b": f"<span>{name_b}</span>",
        "deck": _set_deck(comparison),
        "map": _draw_map(comparison),
        "filters": _set_filters(comparison, frozenset(only), frozenset(ignore)),
        "a": _set_article(comparison, "a", name_a, sentences["a"]),
        "b": _set_article(comparison, "b", name_b, sentences["b"]),
        "edits": _set_edits(comparison),
        "footer": "made by newsdiff: what was left out, put in, respelt or changed",
    }
    return _PLACE.sub(lambda found: parts[found[1]], _read("report.html"))


def _read(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls an inline style or script."""
    from binascii import b2a_base64
    from hashlib import sha256

    return "sha256-" + b2a_base64(sha256(text.encode()).digest(), newline=False).decode()


def _escape(text: str) -> str:
    """The text, such that it is text in an element and in a quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


# The articles


def _set_sentences(comparison: Comparison) -> dict[Side, list[str]]:
    """Each sentence of both sides as an element."""
    found: dict[Side, list[str]] = {"a": [""] * len(comparison.a.sentences), "b": [""] * len(comparison.b.sentences)}
    numbers = {id(edit): number for number, edit in enumerate(comparison.edits)}
    marks = {
        link: [(numbers[id(edit)], edit) for edit in edits if edit.kind not in STRUCTURE]
        for link, edits in edits_by_link(comparison).items()
    }
    for number, link in enumerate(comparison.links):
        if link.kind == "same" and not link.moved:
            for side, article, members, other in (_A, comparison.a, link.a, link.b), (_B, comparison.b, link.b, link.a):
                text = _escape(make_visible(article.sentences[members[0]].text))
                found[side][members[0]] = _set_sentence(side, members[0], other, number, link, text)
            continue
        mine = marks.get(number, ())
        painted = paint_link(comparison, link, [edit for _, edit in mine], stress=True)
        for side, article, half, other in (
            (_A, comparison.a, painted[0], link.b),
            (_B, comparison.b, painted[1], link.a),
        ):
            spans = [(edit.a if side == "a" else edit.b, n, edit) for n, edit in mine]
            held = [_Mark(span.start, span.end, n, edit) for span, n, edit in spans if span]
            for member, start in zip(half.members, half.starts, strict=False):  # a side without sentences starts too
                text = "".join(_set_pieces(article, half, start, member, side, link, held))
                found[side][member] = _set_sentence(side, member, other, number, link, text)
    return found


def _set_sentence(side: Side, member: int, other: Sequence[int], number: int, link: LinkedPassage, text: str) -> str:
    """The element of a sentence: its number, which leads to what answers it, and its text."""
    classes = "s " + link.kind + (" moved" if link.moved else "")
    there = "b" if side == "a" else "a"
    told = f"{side.upper()} {member + 1}, {_say_kind(link)}"
    still = ' tabindex="-1"' if link.kind == "same" and not link.moved else ""
    if other:
        told += f", to {there.upper()} {say_numbers(other)}"
        lead = f'<a class="n" href="#{there}{other[0] + 1}" aria-label="{told}"{still}>{member + 1}</a>'
    else:
        lead = f'<a class="n" href="#{side}{member + 1}" aria-label="{told}">{member + 1}</a>'
    return f'<span class="{classes}" id="{side}{member + 1}" data-l="{number}">{lead}{text}</span>'


def _say_kind(link: LinkedPassage) -> str:
    kind = link.kind + (", doubtful" if is_doubtful(link) else "")
    return f"{kind}, moved" if link.moved else kind


def _set_pieces(
    article: Article,
    half: Painted,
    start: int,
    member: int,
    side: Side,
    link: LinkedPassage,
    held: Sequence[_Mark],
) -> Iterator[str]:
    """The pieces of a sentence, each with its mark; a piece ends where paint or an edit begins or ends."""
    sentence = article.sentences[member]
    shift = start - sentence.start
    marks = [mark for mark in held if mark.start < sentence.end and sentence.start < mark.end]
    cuts = sorted({at for mark in marks for at in (mark.start, mark.end) if sentence.start < at < sentence.end})
    cuts.append(sentence.end)
    at = sentence.start
    paint = half.paint
    pieces: list[tuple[str, str, list[_Mark]]] = []
    for stop in cuts:
        over = [mark for mark in marks if mark.start <= at < mark.end]
        while at < stop:
            value, end = paint[at + shift], at
            while end < stop and paint[end + shift] == value:
                end += 1
            pieces.append((_escape(make_visible(article.text[at:end])), NAMES[bytes((value,))], over))
            at = end
    names = ["", *[name for _, name, _ in pieces], ""]
    for n, (piece, name, over) in enumerate(pieces):
        # White space at the ends of a mark would be struck and underlined too; between two of a kind it should be.
        lead = " " * (piece[:1] == " " and bool(name) and names[n] != name)
        trail = " " * (piece[-1:] == " " and bool(name) and names[n + 2] != name)
        inner = piece[len(lead) : len(piece) - len(trail)] if piece.strip(" ") else ""
        yield f"{lead}{_set_piece(inner, name, side, link, over)}{trail}" if inner else piece


def _set_piece(piece: str, name: str, side: Side, link: LinkedPassage, over: Sequence[_Mark]) -> str:
    """A piece with its mark: its class says how it looks, `data-k` which filters hide it, `data-e` its edits."""
    attributes = f' data-e="{" ".join([str(mark.number) for mark in over])}"' if over else ""
    if not name:
        return f"<span{attributes}>{piece}</span>" if over else piece
    kinds: list[str] = list(dict.fromkeys([mark.edit.kind for mark in over]))
    if not kinds:
        kinds = ["words" if link.a and link.b else link.kind]
    if over:
        told = "; ".join([f"{mark.edit.kind} {mark.edit.detail}".strip() for mark in over])
        attributes += f' title="{_escape(told)}"'
    classes = f' class="{_CLASSES[name]}"' if _CLASSES[name] else ""
    return f'<{_TAGS[side]}{classes} data-k="{" ".join(kinds)}"{attributes}>{piece}</{_TAGS[side]}>'


def _set_article(comparison: Comparison, side: Side, name: str, sentences: Sequence[str]) -> str:
    """One side: a strip that shows where the changes are, and the text in its paragraphs."""
    article = comparison.a if side == "a" else comparison.b
    parts: list[str] = []
    paragraph, held = -1, BLOCK
    closing = ""
    for sentence, element in zip(article.sentences, sentences, strict=True):
        if sentence.paragraph != paragraph:
            parts.append(closing)
            if held >= BLOCK:
                parts.append('</div>\n<div class="block">' if closing else '<div class="block">')
                held = 0
            tag = "p" if closing or not _is_headline(article) else "h3"
            parts.append(f'<{tag} dir="auto">')
            closing = f"</{tag}>\n"
            paragraph = sentence.paragraph
        else:
            parts.append(" ")
        parts.append(element)
        held += 1
    text = f"{''.join(parts)}{closing}</div>\n" if parts else '<p class="empty">This text is empty.</p>\n'
    upper = side.upper()
    return (
        f'<section class="pane {side}" id="{side}" tabindex="0" aria-labelledby="{side}-title">\n'
        f'<h2 id="{side}-title"><b>{upper}</b> <span>{name}</span></h2>\n<div class="text">\n{text}</div>\n</section>\n'
        f'<div class="strip {side}" data-pane="{side}" aria-hidden="true">{_draw_strip(comparison, side)}<i></i></div>'
    )


def _is_headline(article: Article) -> bool:
    """Whether the first paragraph is a line that a newspaper would set large."""
    first = article.sentences[0]
    alone = len(article.sentences) > 1 and article.sentences[1].paragraph != first.paragraph
    return alone and len(first.text) <= HEADLINE and not first.text.rstrip().endswith(tuple(_STOPS))


# The head


def _set_deck(comparison: Comparison) -> str:
    """The summary, as a list under the headline."""
    if not comparison.differs:
        return f'<p class="deck">{say_same(comparison)}</p>'
    lines = [f"<div><dt>{key}</dt><dd>{', '.join(values)}</dd></div>" for key, values in say_summary(comparison)]
    if not comparison.related:
        lines.append("<div><dt>note</dt><dd>these do not look like versions of the same story</dd></div>")
    return f'<dl class="deck">{"".join(lines)}</dl>'


def _set_filters(comparison: Comparison, only: frozenset[str], ignore: frozenset[str]) -> str:
    """A switch for each kind that occurs, with its count."""
    links = Counter([str(link.kind) for link in comparison.links if link.kind != "same"])
    moved = sum([link.moved for link in comparison.links])
    edits = Counter([edit.kind for edit in comparison.edits if edit.kind not in STRUCTURE])
    groups = [
        ("Sentences", [(kind, links[kind]) for kind in LINK_KINDS if links[kind]] + [("moved", moved)] * (moved > 0)),
        ("Words", [*sorted(edits.items(), key=lambda item: (-item[1], item[0])), ("words", 0)]),
    ]
    only = frozenset(["moved" if kind == "transposition" else kind for kind in only])
    ignore = frozenset(["moved" if kind == "transposition" else kind for kind in ignore])
    if not links and not moved:
        return ""
    out = []
    for label, kinds in groups:
        buttons = []
        structural = label == "Sentences"
        for kind, count in kinds:
            # What --only names of words stands in sentences of any kind, so those stay.
            wanted = kind in only or not only or (structural and not only <= {"omission", "insertion", "moved"})
            pressed = str(wanted and kind not in ignore).lower()
            told = "unnamed" if kind == "words" else kind
            number = f" <b>{count}</b>" if count else ""
            buttons.append(f'<button type="button" data-f="{kind}" aria-pressed="{pressed}">{told}{number}</button>')
        if structural or any(link.kind not in ("same", "omission", "insertion") for link in comparison.links):
            out.append(f'<div role="group" aria-label="{label}"><span>{label}</span>{"".join(buttons)}</div>')
    return f'<section class="filters" aria-label="Filters">{"".join(out)}</section>'


def _places(article: Article) -> list[tuple[float, float]]:
    """Where each sentence begins and ends, as shares of the text."""
    size = max(len(article.text), 1)
    return [(s.start / size, s.end / size) for s in article.sentences]


def _kind_of(link: LinkedPassage) -> str:
    return "moved" if link.moved else link.kind if link.kind in ("same", "omission", "insertion") else "edited"


def _draw_map(comparison: Comparison) -> str:
    """The alignment at a glance: A along the top, B along the bottom, a line for each link."""
    a, b = _places(comparison.a), _places(comparison.b)
    if not a or not b:
        return ""
    lines: dict[str, list[str]] = {}
    bars: dict[str, list[str]] = {}
    seen = set()
    for link in comparison.links:
        kind = _kind_of(link)
        for places, members, top in ((a, link.a, 0), (b, link.b, MAP_HEIGHT - MAP_BAR)):
            for member in members:
                low, high = (round(share * MAP_CELLS) for share in places[member])
                bar = (kind, low, max(high, low + 1), top)
                if bar not in seen:
                    seen.add(bar)
                    x, width = _at(bar[1]), _at(bar[2]) - _at(bar[1])
                    bars.setdefault(kind, []).append(f"M{x} {top}h{max(width - 1, 1)}v{MAP_BAR}h-{max(width - 1, 1)}z")
        for i in link.a:
            for j in link.b:
                ends = (kind, round(sum(a[i]) / 2 * MAP_CELLS), round(sum(b[j]) / 2 * MAP_CELLS), -1)
                if ends not in seen:
                    seen.add(ends)
                    path = f"M{_at(ends[1])} {MAP_BAR + 2}L{_at(ends[2])} {MAP_HEIGHT - MAP_BAR - 2}"
                    lines.setdefault(kind, []).append(path)
    paths = [
        f'<path class="l {kind}" d="{"".join(lines[kind])}"/>' for kind in ("same", "edited", "moved") if kind in lines
    ]
    paths += [f'<path class="r {kind}" d="{"".join(found)}"/>' for kind, found in sorted(bars.items())]
    links = Counter([_kind_of(link) for link in comparison.links])
    told = ", ".join([f"{count} {kind}" for kind, count in sorted(links.items())])
    return (
        f'<svg class="map" viewBox="0 0 {MAP_WIDTH} {MAP_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="Map of the links: {told}">{"".join(paths)}</svg>'
    )


def _at(cell: int) -> int:
    return cell * MAP_WIDTH // MAP_CELLS


def _draw_strip(comparison: Comparison, side: Side) -> str:
    """The changes of one article from top to bottom."""
    places = _places(comparison.a if side == "a" else comparison.b)
    rows: dict[str, set[int]] = {}
    for link in comparison.links:
        kind = _kind_of(link)
        if kind != "same":
            for member in link.a if side == "a" else link.b:
                low, high = (round(share * STRIP) for share in places[member])
                rows.setdefault(kind, set()).update(range(low, max(high, low + 1)))
    paths = [
        f'<path class="r {kind}" d="{"".join([f"M0 {n}h1v1h-1z" for n in sorted(rows[kind])])}"/>'
        for kind in sorted(rows)
    ]
    return f'<svg viewBox="0 0 1 {STRIP}" preserveAspectRatio="none">{"".join(paths)}</svg>'


# The table of edits


def _set_edits(comparison: Comparison) -> str:
    """A row an edit, with a link to where it stands; what is whole sentences is in it too."""
    if not comparison.edits:
        return ""
    rows = []
    for number, edit in enumerate(comparison.edits):
        link = comparison.links[edit.link]
        target = f"#a{link.a[0] + 1}" if link.a else f"#b{link.b[0] + 1}"
        kind = "moved" if edit.kind == "transposition" else edit.kind
        sign = "".join(f'<b title="{said}">{sign}</b> ' for sign, said in LEGEND if sign == SIGNS.get(edit.verdict))
        detail = f" <small>{_escape(edit.detail)}</small>" if edit.detail else ""
        a, b = (_escape(_cut(make_visible(span.text).strip())) if span else "" for span in (edit.a, edit.b))
        if kind != "moved":
            look = ' class="sp"' if kind == "spelling" else ""
            a, b = f"<del{look}>{a}</del>" if a else "–", f"<ins{look}>{b}</ins>" if b else "–"
        where = f'<a href="{target}" data-e="{number}" data-l="{edit.link}">{say_where(comparison, edit)}</a>'
        cells = f"<td>{a}</td><td>{b}</td><td>{where}</td>"
        minor = ' class="minor"' if kind == "wording" and edit.verdict == "accidental" else ""
        rows.append(f'<tr{minor} data-k="{kind}"><th scope="row">{sign}{kind}{detail}</th>{cells}</tr>')
    bodies = [f"<tbody>{''.join(rows[n : n + CHUNK])}</tbody>" for n in range(0, len(rows), CHUNK)]
    head = "".join([f'<th scope="col">{name}</th>' for name in ("kind", "A", "B", "where")])
    return (
        '<section class="edits" id="edits" aria-labelledby="edits-title"><h2 id="edits-title">Edits</h2>\n'
        '<div class="scroll" tabindex="0" role="group" aria-label="Table of edits">'
        f"<table><thead><tr>{head}</tr></thead>{''.join(bodies)}</table></div></section>"
    )


def _cut(text: str, limit: int = 240) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
