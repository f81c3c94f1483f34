"""Letting a change through: marks in the copy, and findings accepted one by one."""

import html
import json
from pathlib import Path
from typing import Any

import pytest

from newsdiff.check.gate import judge_marks
from newsdiff.check.marks import parse_mark, write_mark
from newsdiff.check.policy import Finding, Policy, expand, judge, settle
from newsdiff.compare import compare
from newsdiff.read import Reading, read_document
from tests.pairs import ROOT
from tests.repository import STORY, Repository

CHANGED = STORY.replace("312", "321").replace("allegedly ", "")
MARK = '<!-- newsdiff: accept number "the line counted again" -->'
LINE = '# newsdiff: accept number "the line counted again"\n'


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    for name in ("story.txt", "story.md", "story.html"):
        repository.commit(name)
    return repository


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!-- newsdiff: accept number "why" -->', (("number",), "why")),
        ("<!--newsdiff:accept number-->", (("number",), "")),
        ('# newsdiff: accept number.dropped, quote "a "cut"?"', (("number.dropped", "quote"), 'a "cut"?')),
        ("// newsdiff: accept all “it is right”", (("all",), "it is right")),
        ('{/* newsdiff: accept spelling.* "MDX" */}', (("spelling.*",), "MDX")),
        ('<!-- newsdiff: accept date\n  "over two\n  lines" -->', (("date",), "over two lines")),
    ],
)  # fmt: skip
def test_what_a_mark_says(text: str, said: object) -> None:
    assert parse_mark(text) == said


@pytest.mark.parametrize(
    "text", ["<!-- newsdiff: acept number -->", "# newsdiff: accept", "# newsdiff: accept number why"]
)
def test_what_is_no_mark(text: str) -> None:
    with pytest.raises(ValueError, match="not of the form"):
        parse_mark(text)


@pytest.mark.parametrize(
    ("form", "marked"),
    [
        ("text", LINE + STORY),
        ("text", STORY.replace("The line", LINE + "The line")),
        ("text", STORY + LINE),
        ("text", "\ufeff" + LINE.replace("\n", "\r\n") + STORY),
        ("text", STORY.replace("\n\nThe line", "\n.. newsdiff: accept all\n\nThe line")),
        ("text", STORY + MARK),
        ("markdown", MARK + "\n\n" + STORY),
        ("markdown", STORY.replace("aground on", f"aground {MARK} on")),
        ("markdown", STORY + "\n" + MARK + "\n"),
        ("html", f"<p>{MARK}" + STORY.replace("\n\n", f"</p>{MARK}<p>") + "</p>"),
    ],
)
def test_marks_are_not_copy(form: str, marked: str) -> None:
    plain = STORY if form != "html" else "<p>" + STORY.replace("\n\n", "</p><p>") + "</p>"
    one, other = read_document(form, plain, Reading()), read_document(form, marked, Reading())
    assert not compare(one.text, other.text).differs
    assert one.left_out == other.left_out == ()
    assert other.marks and all("newsdiff:" in other.source[lo:hi] for lo, hi in other.marks)
    start = other.text.index("inspection")
    assert other.source[slice(*other.find(start, start + 10))] == "inspection"


def test_a_mark_in_code_is_no_mark() -> None:
    document = read_document("markdown", f"```\n{MARK}\n```\n\nText.", Reading())
    assert document.marks == ()
    assert document.text == "Text."


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("story.txt", CHANGED.replace("LIND —", LINE + "LIND —"), "story.txt:8:10"),
        ("story.md", CHANGED.replace("LIND —", MARK + "\nLIND —"), "story.md:8:10"),
        ("story.md", CHANGED.replace("aboard,", f"aboard, {MARK}"), "story.md:7:10"),
        ("story.html", CHANGED.replace("LIND —", MARK + "LIND —"), "story.html:7:10"),
    ],
)
def test_a_mark_lets_its_paragraph_through(repo: Repository, name: str, text: str, place: str) -> None:
    repo.stage(name, text)
    done = repo.check("-v")
    lines = done.out.splitlines()
    assert lines[0] == f"{place}: hedge: 'allegedly' -> nothing"
    assert lines[-2].endswith("accepted: number changed value: '312' -> '321' (the line counted again)")
    assert lines[-1] == "1 file compared, 1 finding, 1 accepted"


def test_another_paragraph_or_kind_is_not_let_through(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED.replace("The line", LINE + "The line"))
    done = repo.check()
    assert done.out.splitlines() == [
        "story.txt:3:53: number changed value: '312' -> '321'",
        "story.txt:8:10: hedge: 'allegedly' -> nothing",
        f"story.txt:7:1: accepts nothing: {LINE.strip()} (nothing here needs it)",
        "1 file compared, 2 findings, 1 stale",
    ]
    assert done.code == 1


def test_a_dropped_paragraph_is_let_through_where_it_was(repo: Repository) -> None:
    cut = STORY.replace('"Nobody was hurt," said Marta Kull, the harbor master. She did not blame the captain.\n', "")
    repo.stage("story.txt", cut.replace("\n\n\n", '\n\n# newsdiff: accept all "spiked"\n'))
    done = repo.check()
    assert (done.code, done.err) == (0, "")
    assert "accepted" in done.out and "stale" not in done.out


def test_a_mark_is_spent_with_the_change_it_came_with(repo: Repository) -> None:
    marked = STORY.replace("LIND —", LINE + "LIND —")
    repo.commit("story.txt", marked.replace("312", "321"))
    repo.stage("story.txt", marked.replace("312", "330"))
    assert repo.check().out.splitlines() == [
        "story.txt:4:53: number changed value: '321' -> '330'",
        f"story.txt:3:1: accepts nothing: {LINE.strip()} (it is older than the change, and lets nothing more through)",
        "1 file compared, 1 finding, 1 stale",
    ]
    # Of two that read alike only the new one counts, wherever it is.
    both = marked.replace("312", "330").replace("The line", LINE + "The line").replace("40 trips", "50 trips")
    repo.stage("story.txt", both)
    assert [line[:15] for line in repo.check().out.splitlines()] == [
        "story.txt:4:53:",
        "story.txt:3:1: ",
        "1 file compared",
    ]
    # Against a base before both, both count.
    assert repo.check("--base", "HEAD~1").code == 0


def test_marks_that_cannot_count_say_why(repo: Repository) -> None:
    repo.commit("newsdiff.toml", "[check]\nrequire-reason = true\n")
    repo.stage("story.txt", CHANGED.replace("LIND —", "# newsdiff: accept number\n# newsdiff: accept nubmer\nLIND —"))
    found = json.loads(repo.check("--format", "json").out)
    assert [(mark["line"], mark["why"]) for mark in found["marks"]] == [
        (3, "it gives no reason, which the configuration asks for"),
        (4, "unknown kind 'nubmer'"),
    ]
    assert found["summary"]["findings"] == 2 and found["summary"]["stale"] == 2
    done = repo.check("--accept")
    assert (done.code, done.out) == (2, "")
    assert "newsdiff.toml asks for a reason: --accept needs --reason" in done.err
    assert repo.check("--accept", "--reason", "corrected").code == 0
    repo.stage("newsdiff.toml", "[check]\nrequire-reason = 1\n")
    assert "check.require-reason: must be true or false" in repo.check().err


def test_marks_in_other_formats(repo: Repository) -> None:
    repo.stage("story.md", CHANGED.replace("LIND —", MARK + "\n\nLIND —").replace("The line", MARK + "\n\nThe line"))
    assert "::warning file=story.md,line=9,col=1::accepts nothing:" in repo.check("--format", "github").out
    results = json.loads(repo.check("--format", "sarif").out)["runs"][0]["results"]
    kinds = [[s["kind"] for s in result.get("suppressions", [])] for result in results]
    assert kinds == [["inSource"], []]


def test_one_finding_is_accepted_by_its_place(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.check("--accept", "story.txt:7", "--reason", "the lawyer")
    assert done.code == 1
    assert done.out.splitlines()[0] == "story.txt:3:53: number changed value: '312' -> '321'"
    assert done.out.splitlines()[-1] == "1 file compared, 1 finding, 1 accepted"
    repo.git("add", ".newsdiff-accepted.toml")
    # As it is copied from the output, and from another folder.
    (repo.top / "desk").mkdir()
    assert repo.check("--accept", "story.txt:3:53:", folder="desk").code == 0
    repo.git("add", ".newsdiff-accepted.toml")
    assert repo.check().out == "1 file compared, 0 findings, 2 accepted\n"
    for spot in ("story.txt:4", "story.txt:3:1", "missing.txt:3"):
        assert f"{spot}: no finding there" in repo.check("--accept", spot).err
    assert "names no line" in repo.check("--accept", "story.txt:3", "--accept", "story.md").err


def test_an_open_edit_is_accepted_by_its_place(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("put off", "delayed"))
    assert repo.check().out.splitlines()[-1] == "1 file compared, 0 findings, 2 open"
    assert repo.check("--accept", "story.txt:7").out.splitlines()[-1] == "1 file compared, 0 findings, 2 accepted"


def test_a_whole_file_is_accepted(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    repo.stage("story.md", CHANGED)
    assert repo.check("--accept", "story.txt").out.splitlines()[-1] == "1 file compared, 0 findings, 2 accepted"
    assert repo.check().out.splitlines()[-1] == "2 files compared, 4 findings"


# Where marks are put


def judge_marked(form: str, old: str, new: str) -> tuple[Any, Any, list[Any], list[Any]]:
    """The new document, its article, and the readings of findings that stand and of accepted ones."""
    a, b = read_document(form, old, Reading()), read_document(form, new, Reading())
    found = compare(a.text, b.text)
    marks = judge_marks((b, found.b), [(a, found.a)], False)
    standing, passed, _ = settle(judge(found, "x", Policy(expand(["all"])), b), [], ("x",), marks)
    return b, found.b, standing, [finding for finding, _ in passed]


def say(finding: Finding) -> tuple[str, str, str, str]:
    return finding.kind, finding.detail, finding.a or "", finding.b or ""


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("sample", ["slip", "copyedit", "reprint"])
def test_a_mark_goes_where_it_covers_its_finding_and_changes_nothing_else(sample: str, form: str) -> None:
    old, new = ((ROOT / "samples" / sample / name).read_text() for name in ("a.txt", "b.txt"))
    if form == "html":
        old, new = ("".join(f"<p>{html.escape(p)}</p>\n" for p in text.split("\n\n")) for text in (old, new))
    document, article, standing, _ = judge_marked(form, old, new)
    for finding in standing[:: max(1, len(standing) // 5)]:
        selector = f"{finding.kind}.{finding.detail.replace(' ', '-')}".rstrip(".")
        at, mark = write_mark(document, article, form, finding.start, selector)
        _, _, rest, passed = judge_marked(form, old, new[:at] + mark + new[at:])
        assert say(finding) in [say(accepted) for accepted in passed]
        assert sorted(map(say, standing)) == sorted([say(each) for each in (*rest, *passed)])
