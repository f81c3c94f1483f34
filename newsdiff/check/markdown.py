r"""The result of a check as Markdown, for a pull request, a merge request or the summary of a CI run.

>>> from newsdiff.check.policy import Finding, Report
>>> f = Finding("a.txt", 3, 7, 3, 9, "error", "number", "changed value", "30", "31", "", "", 1.0,
...             "substantive", 1.0, "0a", 30, 32)
>>> print(render_markdown(Report("HEAD", (), (f,), (), ())), end="")
### newsdiff: 0 files compared, 1 finding
<BLANKLINE>
| | where | what | before | after |
|---|---|---|---|---|
| stops | a.txt:3 | number changed value | 30 | 31 |

Nothing in an article or a file name is markup, a mention or a reference here.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.check.policy import Finding, Report
from newsdiff.check.report import say_file, say_mark, summarize
from newsdiff.read.sources import printable
from newsdiff.render.excerpt import excerpt
from newsdiff.render.markdown import escape, set_runs
from newsdiff.render.visible import make_visible

MOST = 200  # rows; GitHub shows no summary of more than 1 MiB
_LONGEST = 240  # characters of a reading


def render_markdown(report: Report, *, verbose: bool = False) -> str:
    """A heading with the counts, a table of findings (if `verbose`, also accepted and open edits), and notes."""
    return "".join([line + "\n" for line in _lines(report, verbose)])


def _lines(report: Report, verbose: bool) -> Iterator[str]:
    yield f"### newsdiff: {summarize(report)}"
    rows = [("stops" if finding.level == "error" else "warns", finding) for finding in report.findings]
    if verbose:
        rows += [("accepted", finding) for finding, _ in report.accepted]
        rows += [("open", finding) for finding in report.open]
    if rows:
        yield from ("", "| | where | what | before | after |", "|---|---|---|---|---|")
        yield from [_row(level, finding) for level, finding in rows[:MOST]]
    if len(rows) > MOST:
        yield from ("", f"… and {len(rows) - MOST} more")
    said = [f"{mark.path}:{mark.line}: {say_mark(mark)}" for mark in report.marks]
    said = [escape(make_visible(text)) for text in (*said, *map(say_file, report.files)) if text]
    if said:
        yield from ("", *[f"- {text}" for text in said])


def _row(level: str, finding: Finding) -> str:
    where = escape(printable(f"{finding.path}:{finding.line}"))
    what = escape(f"{finding.kind} {finding.detail}".rstrip())
    shown = excerpt(make_visible(finding.a or ""), make_visible(finding.b or ""), _LONGEST)
    a, b = (set_runs(runs, side).strip() or "–" for runs, side in zip(shown, "ab", strict=True))
    return f"| {level} | {where} | {what} | {a} | {b} |"
