"""The two articles: each sentence an element, each change a mark in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.model import Article, Comparison, Edit, LinkedPassage, Side
from newsdiff.render.html.head import UNNAMED, draw_strip
from newsdiff.render.html.parts import escape
from newsdiff.render.paint import NAMES, STRUCTURE, Painted, paint_link
from newsdiff.render.view import edits_by_link, is_doubtful, say_numbers
from newsdiff.render.visible import make_visible

HEADLINE = 140  # letters that a first line without a full stop may have to be set as a headline
BLOCK = 24  # sentences after which a new block begins: the browser lays out only the blocks that can be seen

_A: Side = "a"
_B: Side = "b"
_TAGS: dict[Side, str] = {"a": "del", "b": "ins"}
_CLASSES = {"changed": "", "touching": "t", "spelling": "sp", "moved": "mv"}
_STOPS = ".?!:…\"”’'»"


class _Mark(NamedTuple):
    """An edit on one side, by its offsets in the article."""

    start: int
    end: int
    number: int
    edit: Edit


def set_sentences(comparison: Comparison) -> dict[Side, list[str]]:
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
                text = escape(make_visible(article.sentences[members[0]].text))
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
    """The element of a sentence: its number, which links to its counterpart, and its text."""
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
            pieces.append((escape(make_visible(article.text[at:end])), NAMES[bytes((value,))], over))
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
        kinds = [UNNAMED if link.a and link.b else link.kind]
    if over:
        told = "; ".join([f"{mark.edit.kind} {mark.edit.detail}".strip() for mark in over])
        attributes += f' title="{escape(told)}"'
    classes = f' class="{_CLASSES[name]}"' if _CLASSES[name] else ""
    return f'<{_TAGS[side]}{classes} data-k="{" ".join(kinds)}"{attributes}>{piece}</{_TAGS[side]}>'


def set_article(comparison: Comparison, side: Side, name: str, sentences: Sequence[str]) -> str:
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
        f'<div class="strip {side}" data-pane="{side}" aria-hidden="true">{draw_strip(comparison, side)}<i></i></div>'
    )


def _is_headline(article: Article) -> bool:
    """Whether the first paragraph is a line that a newspaper would set large."""
    first = article.sentences[0]
    alone = len(article.sentences) > 1 and article.sentences[1].paragraph != first.paragraph
    return alone and len(first.text) <= HEADLINE and not first.text.rstrip().endswith(tuple(_STOPS))
