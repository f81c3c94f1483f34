"""Which parts of a history are shown, and in what words: parts that several formats print.

>>> import newsdiff
>>> story = newsdiff.history(["It rained on Monday.", "It rained on Friday.", "It rained on Monday."])
>>> [(shown.label, shown.text, shown.note) for shown in list_events(story)]
[('date', 'Monday → Friday', 'undone in v3'), ('date', 'Friday → Monday', 'as in v1')]

It finds nothing; it only leaves parts out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.edits.kinds import Selector, parse_selector
from newsdiff.history.model import Event, Family, History, text_of
from newsdiff.render.view import say_count, say_numbers
from newsdiff.render.visible import make_visible

STATES = (("+", "new"), ("~", "edited"), ("=", "unchanged"), ("-", "gone"), (".", "absent"))
_KIND_OF_SENTENCE = {"omission": "cut", "insertion": "new"}


class Shown(NamedTuple):
    """An event as listed: its label, its words, and a note on what became of it later or what it undoes."""

    event: Event
    label: str
    text: str
    note: str


class Line(NamedTuple):
    """A sentence of the running text: the version in which it last changed, its text, whether a paragraph begins."""

    family: Family
    changed: int
    text: str
    breaks: bool


def call(v: int) -> str:
    """The name of a version: v1 for the first."""
    return f"v{v + 1}"


def say_time(time: str) -> str:
    """A time to the minute: "2026-11-28T06:33:24+00:00" is "2026-11-28 06:33"."""
    day, t, clock = time.partition("T")
    return f"{day} {clock[:5]}" if t else time


def list_events(
    history: History,
    *,
    show_all: bool = False,
    only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> list[Shown]:
    """The events to list: those that touch the meaning and new sentences; others on request."""
    return [_show(event) for event in history.events if _is_listed(event, show_all, only, ignore)]


def _is_listed(event: Event, show_all: bool, only: frozenset[str], ignore: frozenset[str]) -> bool:
    if any(selector.takes(event) for selector in _parsed(ignore)):  # type: ignore[arg-type]  # it has the same fields
        return False
    if only:
        return any(selector.takes(event) for selector in _parsed(only))  # type: ignore[arg-type]
    return show_all or event.verdict == "substantive" or event.kind == "insertion"


@cache
def _parsed(selectors: frozenset[str]) -> tuple[Selector, ...]:
    return tuple(parse_selector(word) for word in sorted(selectors))


def _show(event: Event) -> Shown:
    """An event as listed; for a whole sentence the label says what became of it, so the text need not."""
    label = _KIND_OF_SENTENCE.get(event.kind, event.kind)
    text = event.text
    if event.kind in _KIND_OF_SENTENCE:
        what, _, sentence = text.partition(": ")
        what, _, fate = what.rpartition(" ")
        label = "back" if fate == "back" else label
        text = sentence if what == "sentence" else f"{what}: {sentence}"
    return Shown(event, label, make_visible(text), _note(event))


def _note(event: Event) -> str:
    """What became of an event later, or which earlier one it takes back."""
    if event.undone is not None:
        return f"{'back' if not event.after else 'gone' if not event.before else 'undone'} in {call(event.undone)}"
    if event.undoes is None:
        return ""
    if event.before and event.after:
        return f"as in {call(event.undoes - 1)}"
    return f"{'gone' if event.after else 'new'} in {call(event.undoes)}"


def say_unlisted(history: History, listed: Sequence[Shown]) -> str:
    """A line saying how many events a list leaves out; "" if it has them all."""
    more = len(history.events) - len(listed)
    return f"Not listed: {say_count(more, 'smaller change')} (--all)." if more else ""


def say_source(history: History, v: int) -> str:
    """Where a version took its text from, in two words; "" for the first."""
    if v == 0:
        return ""
    source = history.sources[v]
    return "source open" if source.source is None else f"from {call(source.source)}"


def list_sources(history: History) -> list[tuple[int, str, str]]:
    """The sources worth a line: all for reprints, else those that are not the version before."""
    found = history.sources[1:]
    wanted = [s for s in found if history.reprints or s.source != s.version - 1]
    return [(s.version, say_source(history, s.version), make_visible(s.text)) for s in wanted]


def last_text(history: History, family: Family) -> str:
    """The last text of a family, on one line."""
    v = max(v for v, members in enumerate(family.members) if members)
    return make_visible(text_of(history.versions[v].article, family.members[v])).strip()


def say_life(history: History, family: Family) -> str:
    """When a family was there and when it was edited: "v1–v3, v5; edited in v2"."""
    there = [v for v, members in enumerate(family.members) if members]
    edited = [v for v, state in enumerate(family.states) if state == "edited"]
    said = _say_versions(there)
    return f"{said}; edited in {_say_versions(edited)}" if edited else said


def _say_versions(versions: Sequence[int]) -> str:
    return ", ".join(
        ["–".join([f"v{number}" for number in run.split("–")]) for run in say_numbers(versions).split(", ")]
    )


def run_text(history: History, v: int) -> Iterator[Line]:
    """The sentences of a version in order, each with the version in which it last changed."""
    homes = {member: family for family in history.families for member in family.members[v]}
    before = -1
    for n, sentence in enumerate(history.versions[v].article.sentences):
        family = homes[n]
        changed = family.changed[v]
        text = make_visible(sentence.text).strip()
        yield Line(family, v if changed is None else changed, text, before not in (-1, sentence.paragraph))
        before = sentence.paragraph


def say_survival(history: History) -> list[tuple[str, list[int]]]:
    """How many of the first version's quotations, figures or names each version has, then how many in all."""
    rows = []
    for kind in ("quotation", "figure", "name"):
        found = [s.present for s in history.survivals if s.kind == kind]
        if found:
            rows.append((f"{kind}s", [sum(present[v] for present in found) for v in range(len(history.versions))]))
            kept = [sum(p[v] for p in found if p[0]) for v in range(len(history.versions))]
            rows.append(("  of v1", kept))
    return rows
