r"""Two readings of an edit, fit for a list: long ones cut down to where they differ, with the changed words marked.

>>> a = "We have paid for the bridge and the road, and we will open both of them in May"
>>> for reading in excerpt(a, a.replace("will", "may"), 44):
...     print(mark(reading, "[", "]"))
… road, and we [will] open both of …
… road, and we [may] open both of …
>>> excerpt("$1.2 million", "$1.2 billion", 44)
((Run(name='', text='$1.2 million'),), (Run(name='', text='$1.2 billion'),))

The words that differ are found by a literal diff of both readings, since an edit over several links has no other diff.
Two different readings never come out alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.render.paint import Run

PLAIN = 24  # characters up to which a reading is taken in at a glance, and no word in it is marked
MIDDLE = " … "


class _Step(NamedTuple):
    """A stretch of both readings, equal to a reader or not."""

    a: str
    b: str
    changed: bool


def excerpt(a: str, b: str, limit: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both readings as runs, "changed" or plain; each about `limit` characters, or a few more for several changes."""
    if not (a and b) or a == b or max(len(a), len(b)) <= PLAIN:
        return _whole(a, limit), _whole(b, limit)
    steps = _elide(_find_steps(a, b), limit)
    if _text(steps, 0) == _text(steps, 1):
        steps = _at_first_difference(a, b, limit)
    return _runs(steps, 0), _runs(steps, 1)


def mark(runs: Sequence[Run], begin: str, end: str) -> str:
    """The runs as text, changed words between two marks."""
    return "".join([_mark(run.text, begin, end) if run.name else run.text for run in runs])


def _mark(text: str, begin: str, end: str) -> str:
    inner = text.strip(" ")
    return text.replace(inner, f"{begin}{inner}{end}") if inner else text


def shorten(text: str, limit: int) -> str:
    """A long text with its middle left out, cut at spaces if there are any nearby."""
    if len(text) <= limit:
        return text
    half = (limit - 3) // 2
    return _head(text, half) + MIDDLE + _tail(text, half)


def _whole(text: str, limit: int) -> tuple[Run, ...]:
    return (Run("", shorten(text, max(limit, PLAIN))),) if text else ()


def _head(text: str, size: int) -> str:
    """The beginning of a text, without half a word at its end."""
    if len(text) <= size:
        return text
    head = text[:size]
    if not text[size].isspace() and " " in head[size // 2 :]:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ")


def _tail(text: str, size: int) -> str:
    """The end of a text, without half a word at its beginning."""
    if len(text) <= size:
        return text
    tail = text[len(text) - size :]
    if not text[len(text) - size - 1].isspace() and " " in tail[: size // 2 + 1]:
        tail = tail[tail.index(" ") + 1 :]
    return tail.lstrip(" ")


def _find_steps(a: str, b: str) -> list[_Step]:
    """The literal diff of two readings."""
    from newsdiff.pairing.worddiff import diff_tokens
    from newsdiff.text.words import tokenize

    tokens_a, tokens_b = tokenize(a), tokenize(b)
    at_a = [0, *[token.start for token in tokens_a[1:]], len(a)] if tokens_a else [0, 0]
    at_b = [0, *[token.start for token in tokens_b[1:]], len(b)] if tokens_b else [0, 0]
    return [
        _Step(a[at_a[a1] : at_a[a2]], b[at_b[b1] : at_b[b2]], op != "equal")
        for op, a1, a2, b1, b2 in diff_tokens(tokens_a, tokens_b)
    ]


def _elide(steps: Sequence[_Step], limit: int) -> list[_Step]:
    """The changed steps with some words around each, the first ones if there are too many."""
    around = max(limit // 3, 12)
    kept: list[_Step] = []
    used = 0
    for n, step in enumerate(steps):
        if step.changed:
            if kept and any(old.changed for old in kept) and used + max(len(step.a), len(step.b)) > 2 * limit:
                kept.append(_Step(_ellipsis_after(kept[-1].a), _ellipsis_after(kept[-1].b), changed=False))
                break
            step = _Step(_middle_out(step.a, limit), _middle_out(step.b, limit), changed=True)
        else:
            count = len(steps)
            step = _Step(
                _surroundings(step.a, around, n, count), _surroundings(step.b, around, n, count), changed=False
            )
        kept.append(step)
        used += max(len(step.a), len(step.b))
    return kept


def _ellipsis_after(text: str) -> str:
    return MIDDLE.strip() if text.endswith(" ") else MIDDLE.rstrip()


def _middle_out(text: str, limit: int) -> str:
    inner = text.strip(" ")
    return text.replace(inner, shorten(inner, limit)) if len(inner) > limit else text


def _surroundings(text: str, size: int, number: int, count: int) -> str:
    """An equal stretch: the words next to the changes before and after it."""
    if len(text) <= (size if number in (0, count - 1) else 2 * size) + len(MIDDLE):
        return text
    lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    inner = text.strip(" ")
    if number == 0:
        return MIDDLE.lstrip(" ") + _tail(inner, size) + trail
    if number == count - 1:
        return lead + _head(inner, size) + MIDDLE.rstrip(" ")
    return lead + _head(inner, size) + MIDDLE + _tail(inner, size) + trail


def _at_first_difference(a: str, b: str, limit: int) -> list[_Step]:
    """The readings around the first character that differs, even if a reader would call the two equal."""
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    before, half = a[:at], limit // 2
    begin = _tail(before, half)
    lead = MIDDLE.lstrip(" ") if len(begin) < len(before) else ""
    if before.endswith(" ") and begin:
        begin = begin.rstrip(" ") + " "
    rest_a, rest_b = (text if len(text) <= half else text[:half] + MIDDLE.rstrip() for text in (a[at:], b[at:]))
    return [_Step(lead + begin, lead + begin, changed=False), _Step(rest_a, rest_b, changed=True)]


def _text(steps: Sequence[_Step], side: int) -> str:
    return "".join([str(step[side]) for step in steps])


def _runs(steps: Sequence[_Step], side: int) -> tuple[Run, ...]:
    return tuple([Run("changed" if step.changed else "", str(step[side])) for step in steps if step[side]])
