r"""Both texts as one running text, marked as a proofreader would: A's copy, with the changes that make it B.

>>> from newsdiff.compare import compare
>>> c = compare("He left. The mayor paused.", "The mayor of Kyiv paused. Nobody spoke.", name_a="a.txt", name_b="b.txt")
>>> print(render_inline(c, width=80, color=False), end="")
[-a.txt-] {+b.txt+}
<BLANKLINE>
[-He left.-] The mayor {+of Kyiv+} paused. {+Nobody spoke.+}

A moved passage is shown where B has it, and `{>3→<}` before it says where it came from; where A had it, `[>… →7<]` says
where it went. It does not show B's paragraph breaks: the paragraphs are A's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from newsdiff.model import Comparison, LinkedPassage
from newsdiff.render.ansi import wrap
from newsdiff.render.excerpt import shorten
from newsdiff.render.paint import NAMES, PLAIN, Painted, paint_link
from newsdiff.render.palette import DEFAULT, MARKS
from newsdiff.render.view import choose_view, edits_by_link, say_numbers
from newsdiff.render.visible import make_visible

NARROWEST = 12
LONGEST = 40  # characters shown of a passage that has moved away

_STYLES = {
    "a": {"changed": "delete", "touching": "delete!", "spelling": "spelling a", "moved": "moved a"},
    "b": {"changed": "insert", "touching": "insert!", "spelling": "spelling b", "moved": "moved b"},
}
_MARKS = {
    "a": {"changed": "delete", "touching": "delete", "spelling": "spelling a", "moved": "moved a"},
    "b": {"changed": "insert", "touching": "insert", "spelling": "spelling b", "moved": "moved b"},
}


class _Stop(NamedTuple):
    """A part of the running text: a link, or only a note that it has moved away."""

    link: LinkedPassage
    number: int
    gone: bool


def render_inline(
    comparison: Comparison,
    *,
    width: int = 80,
    color: bool = False,
    theme: str = DEFAULT,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The running text, wrapped. Changes that `only` does not name, or that `ignore` names, are not marked."""
    view = choose_view(only=only, ignore=ignore)
    width = max(width, NARROWEST)
    shown = theme if color else ""
    edits = edits_by_link(comparison)
    head = [_mark(make_visible(comparison.a.name), "a", "changed", color), (" ", "")]
    head.append(_mark(make_visible(comparison.b.name), "b", "changed", color))
    lines = [*wrap(head, width, shown), ""]
    paragraph: list[tuple[str, str]] = []
    before: _Stop | None = None
    for stop in order_links(comparison):
        if before and _breaks(comparison, before, stop):
            lines += [*wrap(paragraph, width, shown), ""]
            paragraph = []
        elif paragraph:
            paragraph.append((" ", ""))
        if stop.gone:
            paragraph.append(_note(comparison, stop.link, color))
        else:
            painted = paint_link(comparison, stop.link, edits.get(stop.number, ()), ignore=view.ignore, stress=color)
            paragraph += _merge(stop.link, *painted, color)
        before = stop
    return "\n".join([*lines, *wrap(paragraph, width, shown)]).rstrip("\n") + "\n"


def order_links(comparison: Comparison) -> list[_Stop]:
    """The links in A's order with insertions in place; moved ones where B has them, and a note where A had them."""
    moved = sorted([(link.b, n) for n, link in enumerate(comparison.links) if link.moved and link.a and link.b])
    stops: list[_Stop] = []
    for n, link in enumerate(comparison.links):
        if link.moved and link.a and link.b:
            stops.append(_Stop(link, n, True))
            continue
        while link.b and moved and moved[0][0] < link.b:
            stops.append(_Stop(comparison.links[moved[0][1]], moved.pop(0)[1], False))
        stops.append(_Stop(link, n, False))
    return stops + [_Stop(comparison.links[n], n, False) for _, n in moved]


def _breaks(comparison: Comparison, before: _Stop, stop: _Stop) -> bool:
    """Whether a new paragraph begins: by A's paragraphs, or by B's for text that only B has."""
    if before.link.a and stop.link.a and not before.link.moved and not stop.link.moved:
        last, first = before.link.a[-1], stop.link.a[0]
        return comparison.a.sentences[last].paragraph != comparison.a.sentences[first].paragraph
    if before.link.b and stop.link.b and not before.gone and not stop.gone:
        last, first = before.link.b[-1], stop.link.b[0]
        return comparison.b.sentences[last].paragraph != comparison.b.sentences[first].paragraph
    return True


def _note(comparison: Comparison, link: LinkedPassage, color: bool) -> tuple[str, str]:
    """A note that a passage has moved away, and where to."""
    start = make_visible(comparison.a.sentences[link.a[0]].text)
    words = start if len(start) <= LONGEST else shorten(start, LONGEST * 2).partition(" … ")[0] + " …"
    return _mark(f"{words} →{say_numbers(link.b)}", "a", "moved", color)


def _merge(link: LinkedPassage, a: Painted, b: Painted, color: bool) -> Iterator[tuple[str, str]]:
    """The text of a link: equal words once, differing words from both sides."""
    if link.moved:
        yield (f"{say_numbers(link.a)}→", "moved") if color else _mark(f"{say_numbers(link.a)}→", "b", "moved", color)
        yield " ", ""
    at_a = at_b = 0
    for n, step in enumerate(link.diff):
        end_a, end_b = at_a + len(step.a), at_b + len(step.b)
        if step.op == "equal":
            text = make_visible(_part(a, at_a, end_a))
            if n + 1 < len(link.diff) and link.diff[n + 1].op == "insert":
                # Spaced as B has it: a comma leans on the word before it, a word does not, even at the end of A's text.
                text = text.rstrip() + " " * step.b[-1].isspace()
            yield text, ""
        else:
            plain = PLAIN[0] in a.paint[at_a:end_a]
            struck = [*_side(a, "a", at_a, end_a, color, True)]
            put = [*_side(b, "b", at_b, end_b, color, not plain)]
            yield from struck
            if any(text for text, _ in struck) and any(text.strip(" ") for text, _ in put):
                # One space between the old words and the new, whatever follows the word.
                yield " " * (not "".join([text for text, _ in struck]).endswith(" ")), ""
            yield from put
        at_a, at_b = end_a, end_b


def _side(painted: Painted, side: str, start: int, end: int, color: bool, plain: bool) -> Iterator[tuple[str, str]]:
    """The marked pieces of one side of a step; the unmarked ones only if `plain`."""
    at = start
    while at < end:
        paint, stop = painted.paint[at], at
        while stop < end and painted.paint[stop] == paint:
            stop += 1
        text = make_visible(_part(painted, at, stop))
        at = stop
        name = NAMES[bytes((paint,))]
        inner = text.strip(" ")
        if not name or not inner:
            if plain or not inner:
                yield text, ""
            continue
        lead = text.index(inner)
        yield text[:lead], ""
        yield _mark(inner, side, name, color)
        yield text[lead + len(inner) :], ""


def _part(painted: Painted, start: int, end: int) -> str:
    """A piece of a side's text, with an ellipsis if the article has something else between its sentences."""
    text = painted.text[start:end]
    for n in range(len(painted.members) - 1, 0, -1):
        at = painted.starts[n] - start
        if 0 <= at < len(text) and painted.members[n] != painted.members[n - 1] + 1:
            text = f"{text[:at]} … {text[at:]}"
    return text


def _mark(text: str, side: str, name: str, color: bool) -> tuple[str, str]:
    """The text with its style, or between its marks."""
    if color:
        return text, _STYLES[side][name]
    begin, end = MARKS[_MARKS[side][name]]
    return f"{begin}{text}{end}", ""
