r"""The result of a check as text, JSON, Markdown, GitHub commands or SARIF 2.1.0. Renderers do not judge.

>>> from newsdiff.check.policy import Finding, Report
>>> f = Finding("a.txt", 3, 7, 3, 9, "error", "number", "changed value", "30", "31", "", "", 1.0,
...             "substantive", 1.0, "0a", 30, 32)
>>> print(render_text(Report("HEAD", (), (f,), (), ())), end="")
a.txt:3:7: number changed value: '30' -> '31'
0 files compared, 1 finding

Nothing in an article or a file name can end a line, or begin one that a terminal or CI runner would obey.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from newsdiff.check.policy import Accepted, FileReport, Finding, IdleMark, Report
from newsdiff.read.sources import printable
from newsdiff.render.excerpt import excerpt, shorten
from newsdiff.render.excerpt import mark as mark_runs
from newsdiff.render.palette import MARKS
from newsdiff.render.visible import guard_log, make_visible

OPEN_LISTED = 3  # open edits named without -v: the riskiest
LONGEST = 72  # characters of a reading, before it is cut down to where it differs; -v shows the whole sentence


def render_text(report: Report, *, verbose: bool = False, theme: str = "") -> str:
    """A line for each finding, with its sentences if `verbose`; then the files not compared, and the counts."""
    return guard_log("".join([line + "\n" for line in _text_lines(report, verbose, theme)]))


def _text_lines(report: Report, verbose: bool, theme: str) -> Iterator[str]:
    def tell(finding: Finding, before: str = "", after: str = "") -> Iterator[str]:
        where = f"{name_line(finding.path)}:{finding.line}:{finding.column}:"
        yield f"{_style(where, 'quiet', theme)} {before}{describe(finding, theme)}{after}"
        if verbose and not before.startswith("accepted"):
            yield from say_sentences(finding)

    for finding in report.findings:
        yield from tell(finding, "warning: " if finding.level == "warning" else "")
    for finding, entry in report.accepted if verbose else ():
        yield from tell(finding, "accepted: ", f" ({make_visible(entry.reason)})" if entry.reason else "")
    listed = report.open if verbose else report.open[:OPEN_LISTED]
    for finding in listed:
        yield from tell(finding, "open: ")
    if len(report.open) > len(listed):
        yield f"… {len(report.open) - len(listed)} more open (-v lists them; --risk P stops the riskier ones)"
    for stale in report.stale:
        yield f"{name_line(stale.path)}: no longer accepted, its text has changed: {describe(stale)}"
    yield from [f"{name_line(mark.path)}:{mark.line}:{mark.column}: {say_mark(mark)}" for mark in report.marks]
    for file in report.files:
        if said := say_file(file):
            yield said
    yield summarize(report)


def _style(text: str, name: str, theme: str) -> str:
    if not theme:
        return text
    from newsdiff.render.ansi import style

    return style(text, name, theme)


def say_mark(mark: IdleMark) -> str:
    """A line saying that a mark accepts nothing, and why."""
    return f"accepts nothing: {shorten(make_visible(mark.text), LONGEST)} ({printable(mark.why)})"


def say_file(file: FileReport) -> str:
    """The remark on a file besides its findings, "" for none."""
    name = name_line(file.path)
    if file.status == "skipped":
        return f"{name}: skipped: {printable(file.note)}"
    if file.status == "compared":
        if file.path != file.old_path:
            return f"{name}: renamed from {printable(file.old_path)}" + (f" ({file.note})" if file.note else "")
        return f"{name}: {file.note}" if file.note else ""
    return f"{name}: {file.status}, nothing to compare {'with' if file.status == 'new' else 'it with'}"


def describe(change: Finding | Accepted, theme: str = "") -> str:
    """Kind, detail and both readings of a change, on one line."""
    if change.kind == "kept":
        return f"kept: {change.b} of the old text, at least {change.a} required"
    kind = printable(f"{change.kind} {change.detail}".rstrip())
    a, b = excerpt(make_visible(change.a or ""), make_visible(change.b or ""), LONGEST)
    old = "nothing" if change.a is None else f"'{mark_runs(a, *MARKS['delete'])}'"
    new = "nothing" if change.b is None else f"'{mark_runs(b, *MARKS['insert'])}'"
    return f"{kind}: {_style(old, 'delete', theme)} -> {_style(new, 'insert', theme)}"


def say_sentences(finding: Finding) -> Iterator[str]:
    """The sentences of both texts at a finding, a line each, marked - and +."""
    for sign, sentence in (("-", finding.sentence_a), ("+", finding.sentence_b)):
        if sentence:
            yield f"    {sign} {make_visible(sentence)}"


def name_line(path: str) -> str:
    """A path at the beginning of a line; one that begins with a colon might be taken for a workflow command."""
    return ("./" if path.startswith(":") else "") + printable(path)


def summarize(report: Report) -> str:
    """The last line: files, findings, warnings, accepted."""
    parts = [_count(sum([file.status == "compared" for file in report.files]), "file") + " compared"]
    for status in ("new", "deleted", "skipped"):
        number = sum([file.status == status for file in report.files])
        if number:
            parts.append(f"{number} {status}")
    parts.append(_count(report.errors, "finding"))
    warnings = len(report.findings) - report.errors
    if warnings:
        parts.append(_count(warnings, "warning"))
    if report.open:
        parts.append(f"{len(report.open)} open")
    if report.accepted:
        parts.append(f"{len(report.accepted)} accepted")
    if stale := len(report.stale) + len(report.marks):
        parts.append(f"{stale} stale")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def render_json(report: Report, *, verbose: bool = False) -> str:
    """The report on one line of JSON; docs/check.md describes it."""
    whole = {
        "version": 1,
        "base": report.base,
        "files": [file._asdict() for file in report.files],
        "findings": [_finding(finding) for finding in report.findings],
        "open": [_finding(finding) for finding in report.open],
        "accepted": [{**_finding(finding), "reason": entry.reason} for finding, entry in report.accepted],
        "stale": [entry._asdict() for entry in report.stale],
        "marks": [mark._asdict() for mark in report.marks],
        "summary": {
            "compared": sum([file.status == "compared" for file in report.files]),
            "new": sum([file.status == "new" for file in report.files]),
            "deleted": sum([file.status == "deleted" for file in report.files]),
            "skipped": sum([file.status == "skipped" for file in report.files]),
            "findings": report.errors,
            "warnings": len(report.findings) - report.errors,
            "open": len(report.open),
            "accepted": len(report.accepted),
            "stale": len(report.stale) + len(report.marks),
        },
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    plain = finding._asdict()
    sentences = {"a": plain.pop("sentence_a"), "b": plain.pop("sentence_b")}
    shares = {key: round(plain[key], 4) for key in ("confidence", "risk")}
    return {**plain, **shares, "sentences": sentences}


def render_github(report: Report, *, verbose: bool = False) -> str:
    """GitHub workflow commands, one for each finding; then the counts.

    A finding has columns only if it is within one line: a runner refuses them otherwise.
    """
    lines = []
    for finding in report.findings:
        place = {"file": finding.path, "line": str(finding.line), "endLine": str(finding.end_line)}
        if finding.line == finding.end_line:
            place |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
        place["title"] = f"newsdiff: {finding.kind} {finding.detail}".rstrip()
        properties = ",".join([f"{key}={_property(value)}" for key, value in place.items()])
        message = "\n".join([describe(finding), *[line.strip() for line in say_sentences(finding)]])
        lines.append(f"::{finding.level} {properties}::{_data(message)}")
    lines += [f"::warning::{_data(make_visible(f'{e.path}: no longer accepted: {describe(e)}'))}" for e in report.stale]
    for mark in report.marks:
        spot = f"file={_property(mark.path)},line={mark.line},col={mark.column}"
        lines.append(f"::warning {spot}::{_data(say_mark(mark))}")
    return "".join([line + "\n" for line in [*lines, summarize(report)]])


def _data(text: str) -> str:
    return text.replace("##[", "#\u2060#[").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # The runner undoes these escapes; no other control character is allowed in its log.
    safe = "".join([c if c.isprintable() or c in "\r\n" else printable(c) for c in text])
    return _data(safe).replace(":", "%3A").replace(",", "%2C")


def render_sarif(report: Report, *, verbose: bool = False) -> str:
    """A SARIF 2.1.0 log (see `newsdiff.check.sarif`)."""
    from newsdiff.check import sarif

    return sarif.render_sarif(report, verbose=verbose)


def render_markdown(report: Report, *, verbose: bool = False) -> str:
    """Markdown (see `newsdiff.check.markdown`)."""
    from newsdiff.check import markdown

    return markdown.render_markdown(report, verbose=verbose)


RENDERERS: dict[str, Callable[..., str]] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
    "github": render_github,
    "sarif": render_sarif,
}
