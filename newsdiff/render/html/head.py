"""The head of the report: the numbers, the filters, and the alignment at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from newsdiff.edits.kinds import VERDICTS
from newsdiff.model import LINK_KINDS, Article, Comparison, LinkedPassage, Side
from newsdiff.render.paint import STRUCTURE
from newsdiff.render.view import SIGNS, say_same, say_summary

STRIP = 400  # rows of the strip beside a text; more could not be told apart
MAP_WIDTH, MAP_HEIGHT, MAP_BAR = 1000, 90, 9
MAP_CELLS = 500  # places along the map at the head; of more links those of the same two places are one line
UNNAMED = "unnamed"  # what `--strict` finds beside the edits: white space, quotation marks


def set_deck(comparison: Comparison) -> str:
    """The summary, as a list under the headline."""
    if not comparison.differs:
        return f'<p class="deck">{say_same(comparison)}</p>'
    lines = [f"<div><dt>{key}</dt><dd>{', '.join(values)}</dd></div>" for key, values in say_summary(comparison)]
    if not comparison.related:
        lines.append("<div><dt>note</dt><dd>these do not look like versions of the same story</dd></div>")
    return f'<dl class="deck">{"".join(lines)}</dl>'


def set_filters(comparison: Comparison, only: frozenset[str], ignore: frozenset[str], unnamed: bool) -> str:
    """A switch for each verdict and kind that occurs, with its count; those not requested are off."""
    links = Counter([str(link.kind) for link in comparison.links if link.kind != "same"])
    moved = sum(link.moved for link in comparison.links)
    if not links and not moved:
        return ""
    edits = Counter([edit.kind for edit in comparison.edits if edit.kind not in STRUCTURE])
    verdicts = Counter(edit.verdict for edit in comparison.edits)
    sentences = [(kind, links[kind]) for kind in LINK_KINDS if links[kind]] + [("moved", moved)] * (moved > 0)
    words = sorted(edits.items(), key=lambda item: (-item[1], item[0])) + [(UNNAMED, 0)] * unnamed
    on = _choose_filters(only, ignore)
    groups = [
        _set_group("Meaning", "v", [(v, verdicts[v]) for v in VERDICTS if verdicts[v]], on),
        _set_group("Sentences", "f", sentences, on),
        _set_group("Words", "f", words, on),
    ]
    return f'<section class="filters" id="filters" aria-label="Filters">{"".join(groups)}</section>'


def _choose_filters(only: frozenset[str], ignore: frozenset[str]) -> Callable[[str, str], bool]:
    """Whether a switch, by its group and name, is on when the page opens.

    A selector of one detail leaves its kind on: the rows and marks that it does not mean are off by themselves.
    """
    only, ignore = (
        frozenset("moved" if word == "transposition" else word.partition(".")[0] for word in words)
        for words in (only, frozenset(word for word in ignore if "." not in word))
    )
    kinds = only.difference(VERDICTS)
    verdicts = only.intersection(VERDICTS)

    def is_on(group: str, name: str) -> bool:
        if name in ignore or not only:
            return name not in ignore
        if group == "Meaning":
            return bool(kinds) or name in verdicts
        # Words that --only names may be in sentences of any kind, so those stay.
        whole = group == "Sentences" and not kinds <= {"omission", "insertion", "moved"}
        return bool(verdicts) or name in kinds or whole

    return is_on


def _set_group(label: str, name: str, switches: Iterable[tuple[str, int]], on: Callable[[str, str], bool]) -> str:
    """A labelled group of switches, nothing if it has none."""
    buttons = []
    for kind, count in switches:
        pressed = str(on(label, kind)).lower()
        sign = f"{SIGNS[kind]} " if kind in SIGNS else ""
        number = f" <b>{count}</b>" if count else ""
        buttons.append(
            f'<button type="button" data-{name}="{kind}" aria-pressed="{pressed}">{sign}{kind}{number}</button>'
        )
    return f'<div role="group" aria-label="{label}"><span>{label}</span>{"".join(buttons)}</div>' if buttons else ""


def _places(article: Article) -> list[tuple[float, float]]:
    """Where each sentence begins and ends, as shares of the text."""
    size = max(len(article.text), 1)
    return [(s.start / size, s.end / size) for s in article.sentences]


def _kind_of(link: LinkedPassage) -> str:
    return "moved" if link.moved else link.kind if link.kind in ("same", "omission", "insertion") else "edited"


def draw_map(comparison: Comparison) -> str:
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


def draw_strip(comparison: Comparison, side: Side) -> str:
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
