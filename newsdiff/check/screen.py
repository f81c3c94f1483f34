r"""The result of a check for a reader at a terminal: findings by file, in colour, and what to do about them.

>>> from newsdiff.check.policy import Finding, Report
>>> f = Finding("a.txt", 3, 7, 3, 9, "error", "number", "changed value", "30", "31", "", "", 1.0,
...             "substantive", 1.0, "0a", 30, 32)
>>> print("\n".join(render_screen(Report("HEAD", (), (f,), (), ()), width=60).splitlines()[:2]))
a.txt
  3:7  number changed value  30 → 31

In a pipe the check prints a line for each finding instead (`report.render_text`), which editors and hooks understand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import NamedTuple

from newsdiff.check.policy import Accepted, Finding, IdleMark, Report
from newsdiff.check.report import LONGEST, OPEN_LISTED, describe, name_line, say_file, say_mark, summarize
from newsdiff.render.ansi import Piece, style, wrap
from newsdiff.render.excerpt import excerpt, mark
from newsdiff.render.paint import Run
from newsdiff.render.palette import MARKS
from newsdiff.render.visible import make_visible

_LABELS = {"error": "", "warning": "warning: ", "open": "open: "}
_WIDEST = 34  # columns of the label of a finding
_LEAST = 20  # columns for the readings; with fewer, they follow the label
_ACCEPT = "{} --accept {} --reason '…' accepts a finding, --accept alone accepts all"


class _Line(NamedTuple):
    """A finding as listed: where, what, and both readings."""

    where: str
    label: str
    strong: bool
    readings: list[Piece]
    finding: Finding | None = None


def render_screen(report: Report, *, width: int, theme: str = "", verbose: bool = False) -> str:
    """Findings by file, open edits and accepted ones below them, then the counts and a hint."""
    lines: list[str] = []
    listed = report.open if verbose else report.open[:OPEN_LISTED]
    accepted = report.accepted if verbose else ()
    names = [f.path for f in (*report.findings, *[finding for finding, _ in accepted], *listed)]
    names += [idle.path for idle in report.marks] + [entry.path for entry in report.stale]
    for name in dict.fromkeys(names):
        found = [_finding_line(f, theme) for f in (*report.findings, *listed) if f.path == name]
        found += [_accepted_line(f, entry, theme) for f, entry in accepted if f.path == name]
        found += [_mark_line(idle) for idle in report.marks if idle.path == name]
        found += [_stale_line(entry, theme) for entry in report.stale if entry.path == name]
        lines.append(style(name_line(name), "bold", theme))
        lines += [*_set_lines(found, width, theme, verbose), ""]
    said = [say_file(file) for file in report.files]
    lines += [part for line in said if line for part in wrap([(line, "quiet")], max(20, width), theme)]
    if more := len(report.open) - len(listed):
        lines.append(style(f"… {more} more open", "quiet", theme))
    counts = wrap([(summarize(report), "")], max(20, width))
    lines += [style(line, "bold" if report.errors else "", theme) for line in counts]
    lines += [style(line, "quiet", theme) for line in _hint(report, width, verbose)]
    return "\n".join([*lines, ""])


def _finding_line(finding: Finding, theme: str) -> _Line:
    label = _LABELS[finding.level] + f"{finding.kind} {finding.detail}".rstrip()
    return _Line(
        f"{finding.line}:{finding.column}", label, finding.level == "error", _readings(finding, theme), finding
    )


def _readings(change: Finding | Accepted, theme: str) -> list[Piece]:
    """Both readings; in long ones the differing words are styled, or marked if there is no colour."""
    if change.kind == "kept":
        return [(describe(change).partition(": ")[2], "")]
    a, b = excerpt(make_visible(change.a or ""), make_visible(change.b or ""), LONGEST)
    return [*_pieces(a, "delete", theme), (" → ", ""), *_pieces(b, "insert", theme)]


def _pieces(runs: Sequence[Run], name: str, theme: str) -> list[Piece]:
    if not any(run.name for run in runs):
        return [(run.text, name) for run in runs] or [("–", "")]
    return [(run.text if theme else mark([run], *MARKS[name]), name if run.name else "") for run in runs]


def _accepted_line(finding: Finding, entry: Accepted, theme: str) -> _Line:
    reason = [(f" ({make_visible(entry.reason)})", "quiet")] if entry.reason else []
    label = f"accepted: {finding.kind} {finding.detail}".rstrip()
    return _Line(f"{finding.line}:{finding.column}", label, False, [*_readings(finding, theme), *reason], finding)


def _mark_line(idle: IdleMark) -> _Line:
    return _Line(f"{idle.line}:{idle.column}", "mark", False, [(say_mark(idle), "")])


def _stale_line(entry: Accepted, theme: str) -> _Line:
    label = f"stale: {entry.kind} {entry.detail}".rstrip()
    return _Line(
        "–", label, False, [*_readings(entry, theme), (" (no longer accepted, its text has changed)", "quiet")]
    )


def _set_lines(found: Sequence[_Line], width: int, theme: str, verbose: bool) -> Iterator[str]:
    """The lines of a file, in columns, with the sentences below them if `verbose`."""
    where = max([len(line.where) for line in found])
    room = min(_WIDEST, max([len(line.label) for line in found]))
    rest = width - where - room - 6
    for line in found:
        head = f"  {style(line.where.rjust(where), 'quiet', theme)}  "
        pieces = line.readings
        if rest >= _LEAST:
            label = line.label.ljust(room)
            head += style(label, "bold" if line.strong else "", theme) + "  "
        else:
            pieces = [(f"{line.label}: ", ""), *pieces]
        indent = width - rest if rest >= _LEAST else where + 4
        first, *more = wrap(pieces, max(10, width - indent), theme) or [""]
        yield f"{head}{first}".rstrip()
        yield from [" " * indent + part for part in more]
        if verbose and line.finding:
            yield from _sentences(line.finding, where + 4, width, theme)


def _sentences(finding: Finding, indent: int, width: int, theme: str) -> Iterator[str]:
    for sign, sentence in (("-", finding.sentence_a), ("+", finding.sentence_b)):
        parts = wrap([(make_visible(sentence), "quiet")], max(10, width - indent - 2), theme) if sentence else []
        for n, part in enumerate(parts):
            yield " " * indent + (sign if n == 0 else " ") + " " + part


def _hint(report: Report, width: int, verbose: bool) -> Iterator[str]:
    """A hint on what to do next."""
    parts = []
    errors = [finding for finding in report.findings if finding.level == "error"]
    if errors:
        spot = f"{name_line(errors[0].path)}:{errors[0].line}"
        command = "newsdiff check" if report.base == "HEAD" else "the same command with"
        parts.append(_ACCEPT.format(command, quote(spot)))
    elif report.open:
        parts.append("open edits pass; --risk P stops the riskier ones")
    if (errors or report.open) and not verbose:
        parts.append("-v shows the sentences" + (" and all open edits" if len(report.open) > OPEN_LISTED else ""))
    if parts:
        yield from wrap([("; ".join(parts), "")], max(20, width))
