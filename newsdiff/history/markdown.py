r"""A history as Markdown tables that GitHub renders: for a comment, an issue, a wiki.

>>> import newsdiff
>>> print(render_markdown(newsdiff.history(["It rained.", "It rained. It *stopped*."])).splitlines()[6])
| 2 | · | + | It \*stopped\*. |
"""

from __future__ import annotations

from newsdiff.history.model import SIGNS, History
from newsdiff.history.view import STATES, call, last_text, list_events, list_sources, say_source, say_unlisted
from newsdiff.render.excerpt import shorten
from newsdiff.render.markdown import escape
from newsdiff.render.view import say_count
from newsdiff.render.visible import make_visible

LONGEST = 120  # characters of a sentence
_SIGNS = {**SIGNS, "absent": "·", "gone": "−"}  # a lone "-" in a cell would look like a rule


def render_markdown(
    history: History,
    *,
    show_all: bool = False,
    only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> str:
    """The versions, the families, the events and the sources; the options are those of the tables in a terminal."""
    lines = [_say_version(history, v) for v in range(len(history.versions))]
    names = [call(v) for v in range(len(history.versions))]
    lines += ["", f"| | {' | '.join(names)} | sentence |", "|---" * (len(names) + 2) + "|"]
    for n, family in enumerate(history.families, 1):
        signs = " | ".join(_SIGNS[state] for state in family.states)
        lines.append(f"| {n} | {signs} | {escape(shorten(last_text(history, family), LONGEST))} |")
    legend = dict(STATES) | {"·": "absent", "−": "gone"}
    used = dict.fromkeys(_SIGNS[state] for family in history.families for state in family.states)
    lines += ["", ", ".join(f"{sign} {legend[sign]}" for sign in used)]
    listed = list_events(history, show_all=show_all, only=only, ignore=ignore)
    if listed:
        lines += ["", "| | event | | sentence |", "|---|---|---|---|"]
    for shown in listed:
        sign = "**!** " if shown.event.verdict == "substantive" else ""
        note = f" ({shown.note})" if shown.note else ""
        where = f"{call(shown.event.version)} | {sign}{shown.label}"
        lines.append(f"| {where} | {escape(shown.text)}{note} | {shown.event.family + 1} |")
    if not (show_all or only or ignore) and (more := say_unlisted(history, listed)):
        lines += ["", more]
    if sources := list_sources(history):
        lines += ["", "| | source | evidence |", "|---|---|---|"]
        lines += [f"| {call(v)} | {said} | {escape(text)} |" for v, said, text in sources]
    return "\n".join([*lines, ""])


def _say_version(history: History, v: int) -> str:
    version = history.versions[v]
    parts = [escape(make_visible(version.name)), escape(make_visible(version.time))]
    parts += [say_count(len(version.article.sentences), "sentence"), say_source(history, v)]
    return f"- **{call(v)}** {', '.join(part for part in parts if part)}"
