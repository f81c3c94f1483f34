"""Which parts of a comparison are shown, and in what words: rows, folds and lists that several formats print.

>>> from newsdiff.compare import compare
>>> rows = find_rows(compare("He left. It rained. We sat.", "He left. It rained. We sat down."), View())
>>> [row if isinstance(row, Fold) else row.link.kind for row in rows]
[Fold(same=2, hidden=0), 'edited']

It computes no differences; it leaves parts out, and says how many.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.edits.kinds import BY_NAME, VERDICTS, Selector, parse_selector
from newsdiff.lexicon.en.abbreviations import DOUBTFUL, MONTHS, TITLES
from newsdiff.model import LINK_KINDS, Article, Comparison, Edit, LinkedPassage, Sentence, Span, Verdict
from newsdiff.render.excerpt import excerpt
from newsdiff.render.paint import STRUCTURE, Run, find_runs, paint_link
from newsdiff.render.visible import make_visible

DOUBTFUL_BELOW = 0.5  # a link's score is the probability that it is right, an edit's confidence likewise
# The sign for an edit's verdict in a list.
SIGNS = {"substantive": "!", "open": "?"}
LEGEND = (("!", "touches the meaning"), ("?", "may touch it"))
OPEN_LISTED = 8  # open edits listed unless more are asked for: as many as fit on a screen with the rest
PLACES = 3  # places named for an edit that occurs often

_PARTICIPLES = {"omission": "omitted", "insertion": "inserted"}
_APOSTROPHES = frozenset("'’")
_ABBREVIATED = TITLES | MONTHS | DOUBTFUL
_OF_LINKS = frozenset((*LINK_KINDS, "moved")) - BY_NAME.keys()
_ALIASES = {"moved": "transposition", "transposition": "moved"}


class View(NamedTuple):
    """What the reader asked to see: the filters of the command line (see `choose_view`)."""

    all_sentences: bool = False
    all_edits: bool = False
    context: int = 0
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    stress: bool = False  # marks that touch the meaning look different


class Row(NamedTuple):
    """A link as shown: the runs of both sides, and the kinds of its edits, each with its most serious verdict."""

    link: LinkedPassage
    a: tuple[Run, ...]
    b: tuple[Run, ...]
    kinds: dict[str, Verdict]

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict among its edits."""
        return min(self.kinds.values(), key=VERDICTS.index, default="accidental")


class Fold(NamedTuple):
    """Successive links that are not shown: how many are unchanged, how many the filters hide."""

    same: int
    hidden: int


class Shared(NamedTuple):
    """Edits with the same readings: one of them, both readings as printed, and the places of all."""

    edit: Edit
    a: str
    b: str
    places: list[str]

    def excerpt(self, limit: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Both readings in about `limit` characters."""
        return excerpt(self.a, self.b, limit)


def choose_view(
    *,
    all_sentences: bool = False,
    all_edits: bool = False,
    context: int = 0,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
    stress: bool = False,
) -> View:
    """A view; "moved" and "transposition" name the same thing."""
    return View(
        all_sentences, all_edits, context, _with_aliases(frozenset(only)), _with_aliases(frozenset(ignore)), stress
    )


def _with_aliases(kinds: frozenset[str]) -> frozenset[str]:
    return kinds | {_ALIASES[kind] for kind in kinds if kind in _ALIASES}


# Which links are shown


def edits_by_link(comparison: Comparison) -> dict[int, list[Edit]]:
    """For each link, the edits in it; a quotation over several sentences is in the links of all of them."""
    homes = [{m: n for n, link in enumerate(comparison.links) for m in members(link)} for members in (_in_a, _in_b)]
    found: dict[int, list[Edit]] = {}
    for edit in comparison.edits:
        links = {edit.link}
        if edit.kind == "quote":
            for article, span, home in ((comparison.a, edit.a, homes[0]), (comparison.b, edit.b, homes[1])):
                if span:
                    first = bisect_right(article.sentences, span.start, key=_start_of) - 1
                    last = bisect_left(article.sentences, span.end, key=_start_of)
                    links |= {home[m] for m in range(max(first, 0), last)}
        for number in sorted(links):
            found.setdefault(number, []).append(edit)
    return found


def _in_a(link: LinkedPassage) -> tuple[int, ...]:
    return link.a


def _in_b(link: LinkedPassage) -> tuple[int, ...]:
    return link.b


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def find_rows(comparison: Comparison, view: View) -> list[Row | Fold]:
    """The rows in the order of the links; successive links that are not shown are folded."""
    edits = edits_by_link(comparison)
    links = comparison.links
    shown: list[Row | None] = [None] * len(links)
    for n, link in enumerate(links):
        if not link.unchanged and _is_wanted(link, edits.get(n, ()), view):
            row = _make_row(comparison, link, edits.get(n, ()), view)
            # Without the marks of ignored edits, a sentence may have none left.
            if _is_marked(row) or not view.ignore or link.kind != "edited" or link.moved:
                shown[n] = row
    for n in _near([row is not None for row in shown], len(links) if view.all_sentences else view.context):
        if links[n].unchanged and not view.only and "same" not in view.ignore:
            shown[n] = _make_row(comparison, links[n], (), view)
    rows: list[Row | Fold] = []
    same = hidden = 0
    for n, kept in enumerate([*shown, None]):
        if n < len(links) and kept is None:
            unchanged = links[n].unchanged
            same, hidden = same + unchanged, hidden + (not unchanged)
            continue
        if same or hidden:
            rows.append(Fold(same, hidden))
            same = hidden = 0
        if kept is not None:
            rows.append(kept)
    return rows


def _make_row(comparison: Comparison, link: LinkedPassage, edits: Sequence[Edit], view: View) -> Row:
    a, b = paint_link(comparison, link, edits, ignore=view.ignore, stress=view.stress)
    kinds: dict[str, Verdict] = {}
    for edit in sorted([edit for edit in edits if _is_let(edit, view)], key=_weight):
        kinds.setdefault(edit.kind, edit.verdict)
    return Row(link, find_runs(a), find_runs(b), kinds)


def _is_marked(row: Row) -> bool:
    """Whether anything visible is marked."""
    return any(run.name and run.text.strip(" ") for run in (*row.a, *row.b))


def _is_wanted(link: LinkedPassage, edits: Sequence[Edit], view: View) -> bool:
    """Whether the filters let a changed link through."""
    kinds = {link.kind, "moved"} if link.moved else {link.kind}
    if view.only and kinds.isdisjoint(view.only) and not any(_is_named(edit, view.only) for edit in edits):
        return False
    return bool((kinds - {"same"}) - view.ignore)


def _near(shown: Sequence[bool], distance: int) -> list[int]:
    """The places at most `distance` away from a shown one."""
    if distance <= 0:
        return []
    found = set()
    for order in (range(len(shown)), range(len(shown) - 1, -1, -1)):
        left = 0
        for n in order:
            left = distance if shown[n] else left - 1
            if not shown[n] and left >= 0:
                found.add(n)
    return sorted(found)


def name_row(row: Row) -> list[str]:
    """The margin's names for a link: its own kind unless it is just `edited`, then the kinds of its edits.

    A link that only moved has none.
    """
    kinds = [kind for kind in row.kinds if kind not in STRUCTURE]
    link = row.link
    if link.kind in ("omission", "insertion") or (link.kind == "same" and not link.moved):
        return [link.kind]
    if link.kind == "same":
        return []
    return [*([] if link.kind == "edited" and kinds else [link.kind]), *kinds]


def say_fold(fold: Fold) -> str:
    """The line in place of links that are not shown."""
    parts = [say_count(fold.same, "unchanged sentence")] if fold.same else []
    if fold.hidden:
        parts.append(f"{say_count(fold.hidden, 'link')} not shown")
    return "… " + ", ".join(parts)


def say_numbers(members: Sequence[int]) -> str:
    """Sentence numbers as a reader counts them: "3", "5–7", "5, 9"."""
    runs: list[list[int]] = []
    for member in members:
        if runs and member == runs[-1][1] + 1:
            runs[-1][1] = member
        else:
            runs.append([member, member])
    return ", ".join([f"{lo + 1}" if lo == hi else f"{lo + 1}–{hi + 1}" for lo, hi in runs])


def is_doubtful(link: LinkedPassage) -> bool:
    """Whether a link is more likely wrong than right."""
    return link.score is not None and link.score < DOUBTFUL_BELOW


# The list of edits


def share_edits(comparison: Comparison, view: View) -> list[Shared]:
    """The edits to list, each pair of readings once: those that touch the meaning, then open ones, then the rest.

    Open ones are sorted by risk, the highest first, the others by their order in the text.
    """
    shared: dict[tuple[str, str, str, str], Shared] = {}
    for edit in sorted(list_edits(comparison, view), key=_weight):
        a, b = read_edit(comparison, edit)
        entry = shared.setdefault((edit.kind, edit.detail, a, b), Shared(edit, a, b, []))
        entry.places.append(say_where(comparison, edit))
    return list(shared.values())


def list_edits(comparison: Comparison, view: View) -> list[Edit]:
    """The edits that the filters let through, except transpositions.

    Accidental wording is listed only on request, and otherwise only the riskiest open edits.
    """
    let = [edit for edit in comparison.edits if edit.kind != "transposition" and _is_let(edit, view)]
    if view.all_edits or view.only:
        return let
    open_ones = [edit for edit in let if edit.verdict == "open"]
    likely = {id(edit) for edit in sorted(open_ones, key=_weight)[:OPEN_LISTED]}
    return [
        edit
        for edit in let
        if edit.verdict == "substantive" or id(edit) in likely or (edit.verdict != "open" and edit.kind != "wording")
    ]


def read_edit(comparison: Comparison, edit: Edit) -> tuple[str, str]:
    """Both readings of an edit on one line, as printed: "children's" and not "children", "Ms." and not "Ms"."""
    both = edit.a is not None and edit.b is not None
    a, b = (
        make_visible(_as_printed(article.text, span, both)).strip() if span else ""
        for article, span in ((comparison.a, edit.a), (comparison.b, edit.b))
    )
    return a, b


def _as_printed(text: str, span: Span, whole: bool) -> str:
    """A span with the full stop of its abbreviation and, if `whole`, with the letters around an apostrophe."""
    start, end = span.start, span.end
    if whole and start < end:
        if text[start] in _APOSTROPHES or text[start - 1 : start] in _APOSTROPHES:
            begin = _back(text, start - (text[start] not in _APOSTROPHES))
            start = begin if text[begin].isalnum() else start
        if text[end : end + 1] in _APOSTROPHES and text[end - 1].isalnum() and text[end + 1 : end + 2].isalnum():
            end += 1
            while text[end : end + 1].isalnum():
                end += 1
    if text[end : end + 1] == "." and start < end:
        word = text[_back(text, end) : end]
        end += word in _ABBREVIATED or (len(word) == 1 and word.isupper())
    return text[start:end]


def _back(text: str, at: int) -> int:
    """The start of the letters before a place."""
    while at and text[at - 1].isalnum():
        at -= 1
    return at


def choose_edits(comparison: Comparison, only: Collection[str], ignore: Collection[str]) -> list[Edit]:
    """The comparison with only those edits that the filters let through."""
    return select_edits(comparison.edits, only, ignore)


def select_edits(edits: Iterable[Edit], only: Collection[str], ignore: Collection[str]) -> list[Edit]:
    """The edits that the filters let through, in their order."""
    view = choose_view(only=only, ignore=ignore)
    return [edit for edit in edits if _is_let(edit, view)]


def _is_let(edit: Edit, view: View) -> bool:
    return not _is_named(edit, view.ignore) and (not view.only or _is_named(edit, view.only))


def _is_named(edit: Edit, selectors: frozenset[str]) -> bool:
    """Whether one of the selectors names an edit; those for links (edited, moved) name none."""
    return any(selector.takes(edit) for selector in _parsed(selectors))


@cache
def _parsed(selectors: frozenset[str]) -> tuple[Selector, ...]:
    return tuple(parse_selector(word) for word in sorted(selectors - _OF_LINKS))


def _weight(edit: Edit) -> tuple[int, float]:
    """The sort key of a list of edits: the verdict, then the risk of open ones."""
    return VERDICTS.index(edit.verdict), -edit.risk if edit.verdict == "open" else 0.0


def say_unlisted(comparison: Comparison, view: View) -> str:
    """A line saying how many edits the list leaves out as unlikely to matter; "" if it has them all."""
    listed = {id(edit) for edit in list_edits(comparison, view)}
    more = [edit for edit in list_edits(comparison, view._replace(all_edits=True)) if id(edit) not in listed]
    if not more:
        return ""
    verdicts = Counter(edit.verdict for edit in more)
    what = "wording edit" if all(edit.kind == "wording" for edit in more) else "edit"
    counts = ", ".join([f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS if verdicts[verdict]])
    return f"{say_count(len(more), what)} not listed: {counts} (--all-edits)"


def say_where(comparison: Comparison, edit: Edit) -> str:
    """The numbers of an edit's sentences: "3→4". If there are several, only those that changed."""
    link = comparison.links[edit.link]
    found = [
        say_numbers(_holding(comparison, side, members, span))
        for side, members, span in ((_in_a, link.a, edit.a), (_in_b, link.b, edit.b))
    ]
    return "→".join([number or "–" for number in found])


def _holding(
    comparison: Comparison,
    side: Callable[[LinkedPassage], tuple[int, ...]],
    members: Sequence[int],
    span: Span | None,
) -> Sequence[int]:
    """The sentences of a span, or of the whole link if there is none; unchanged ones only if there are no others."""
    if span is None:
        return members
    sentences = (comparison.a if side is _in_a else comparison.b).sentences
    first = max(bisect_right(sentences, span.start, key=_start_of) - 1, 0)
    held = range(first, max(bisect_left(sentences, span.end, key=_start_of), first + 1))
    if len(held) == 1:
        return held
    changed = {n for link in comparison.links if link.kind != "same" for n in side(link)}
    return [n for n in held if n in changed] or held


def say_places(places: Sequence[str]) -> str:
    """How often an edit occurs, and where: "3× 3→4, 9→9, 12→10"."""
    named = list(dict.fromkeys(places))
    text = ", ".join(named[:PLACES]) + (" …" if len(named) > PLACES else "")
    return text if len(places) == 1 else f"{len(places)}× {text}"


def say_hidden(comparison: Comparison, rows: Sequence[Row | Fold], view: View) -> str:
    """A line saying what the filters left out."""
    if not (view.only or view.ignore):
        return ""
    links = sum([row.hidden for row in rows if isinstance(row, Fold)])
    everything = view._replace(only=frozenset(), ignore=frozenset())
    edits = max(len(list_edits(comparison, everything)) - len(list_edits(comparison, view)), 0)
    return f"Filtered out: {say_count(links, 'link')}, {say_count(edits, 'edit')}."


# Words


def say_count(number: int, noun: str) -> str:
    """The number with its noun: "1 link", "2 links"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_same(comparison: Comparison) -> str:
    """The line for two texts without a difference."""
    count = len(comparison.a.sentences)
    return f"No differences: {say_count(count, 'sentence')}." if count else "No differences: both texts are empty."


def say_name(article: Article, width: int) -> str:
    """A file's name on one line, its end kept."""
    name = make_visible(article.name)
    return name if len(name) <= width else "…" + name[len(name) - width + 1 :]


def say_summary(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """The counts of a summary: a key and its values."""
    kinds = Counter([link.kind for link in comparison.links])
    moved = sum([link.moved for link in comparison.links])
    edits = Counter([edit.kind for edit in comparison.edits])
    verdicts = Counter(edit.verdict for edit in comparison.edits)
    linked = [f"{kinds[kind]} {_PARTICIPLES.get(kind, kind)}" for kind in LINK_KINDS if kinds[kind]]
    linked += [f"{moved} moved"] if moved else []
    sizes = [f"{len(comparison.a.sentences)} in A", f"{len(comparison.b.sentences)} in B"]
    lines = [("sentences", sizes), ("links", linked)]
    if edits:
        counts = sorted(edits.items(), key=lambda item: (-item[1], item[0]))
        lines.append(("edits", [f"{count} {kind}" for kind, count in counts]))
        lines.append(("verdicts", [f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS]))
    lines.append(("kept", [f"{comparison.kept:.0%} of A's words are in B"]))
    return lines
