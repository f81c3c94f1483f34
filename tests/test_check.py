"""The policy of the check, its configuration, its accepted file and its formats."""

import json
import os
import pty
import random
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import __version__
from newsdiff.check import policy, sarif
from newsdiff.check.policy import (
    Accepted,
    Policy,
    PolicyError,
    _Places,
    expand,
    is_stale,
    judge,
    parse_accepted,
    render_accepted,
)
from newsdiff.compare import compare
from newsdiff.config import ConfigError, parse_config
from newsdiff.edits.kinds import BY_NAME, Selector
from newsdiff.model import Edit
from newsdiff.read.paths import is_prose, matches
from tests.pairs import PAIRS, TESTS, read_pair
from tests.repository import STORY, Repository

EVERYTHING = Policy(expand(["all"]))


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit()
    return repository


# Policy


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_every_edit_has_its_kind_and_detail_in_the_table(folder: Path) -> None:
    for edit in compare(*read_pair(folder)).edits:
        assert edit.detail in BY_NAME[edit.kind].details, edit


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_the_default_policy_is_what_is_substantive(folder: Path) -> None:
    comparison = compare(*read_pair(folder))
    findings = [f for f in judge(comparison, "x", Policy(expand(["substantive"]))) if f.level != "open"]
    assert sorted([(f.kind, f.detail, f.a, f.b) for f in findings], key=str) == sorted(
        [(e.kind, e.detail, e.a and e.a.text, e.b and e.b.text) for e in comparison.edits if e.substantive], key=str
    )


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_places_are_in_the_new_text(folder: Path) -> None:
    a, b = read_pair(folder)
    lines = b.split("\n")
    findings = judge(compare(a, b), "x", EVERYTHING)
    for f in findings:
        if f.b is not None and f.line == f.end_line:
            assert lines[f.line - 1][f.column - 1 : f.end_column - 1] == f.b
    assert len({f.fingerprint for f in findings}) == len(findings)


@given(st.text("ab \n\r\f\u2028\ufeff", max_size=40))
def test_lines_and_columns(text: str) -> None:
    places = _Places(text)
    line, column = 1, 1
    for n, char in enumerate(text):
        if not (n == 0 and char == "\ufeff"):
            assert places.find(n) == (line, column)
            column += 1
        if char == "\n" or (char == "\r" and text[n + 1 : n + 2] != "\n"):
            line, column = line + 1, 1


def test_selectors() -> None:
    assert expand(["number"]) == {Selector("number", verdict="substantive")}
    assert expand(["number.same-value"]) == {Selector("number", "same value")}
    assert expand(["number.*"]) == {Selector("number")}
    assert expand(["spelling"]) == {Selector("spelling")}
    assert expand(["none"]) == expand([]) == frozenset()
    assert expand(["substantive", "open"]) == {Selector(verdict="substantive"), Selector(verdict="open")}
    for bad in ("numbers", "number.lost", "quote.", ".altered", "omission.x", "", "ALL.x"):
        with pytest.raises(PolicyError):
            expand([bad])


def test_a_risk_moves_the_line() -> None:
    edit = Edit("wording", "reworded", None, None, 0, 0, 0, "open", 1.0, risk=0.4)
    stopping = expand(["substantive"])
    levels = [Policy(stopping, expand(["open"]), risk=risk).level(edit) for risk in (None, 0.41, 0.4)]
    assert levels == ["warning", "warning", "error"]
    assert Policy(stopping, risk=0.0).level(edit._replace(verdict="accidental")) is None


def test_warnings_never_fail(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("312", "321").replace("organizes", "organises"))
    done = repo.check("--fail-on", "quote", "--warn-on", "number,spelling.regional")
    assert done.code == 0
    assert done.out.splitlines() == [
        "story.txt:3:53: warning: number changed value: '312' -> '321'",
        "story.txt:7:81: warning: spelling regional: 'organizes' -> 'organises'",
        "1 file compared, 0 findings, 2 warnings",
    ]
    assert repo.check("--fail-on", "spelling").code == 1
    assert repo.check("--fail-on", "none").out == "1 file compared, 0 findings\n"
    assert repo.check("--fail-on", "number.same-value").code == 0
    assert repo.check("--min-confidence", "1").code == 0
    done = repo.check("--fail-on", "figures")
    assert (done.code, done.out) == (2, "")
    assert "unknown kind 'figures'" in done.err


def test_a_share_must_be_kept(repo: Repository) -> None:
    repo.stage("story.txt", STORY.partition("\n\n")[0] + "\n\nThe boat sank.\n")
    done = repo.check("--fail-on", "none", "--min-kept", "0.8")
    assert done.code == 1
    assert done.out.startswith("story.txt:1:1: kept: 9%")
    assert repo.check("--fail-on", "none", "--min-kept", "0.05").code == 0


def test_verbose_shows_the_sentences(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("did not blame", "did blame"))
    assert repo.check("-v").out.splitlines()[1:3] == [
        "    - She did not blame the captain.",
        "    + She did blame the captain.",
    ]


def test_quiet(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("312", "321"))
    assert repo.check("-q") == (1, "", "")
    assert repo.check("-q", "-o", "out.txt").code == 1
    assert (repo.top / "out.txt").read_text().startswith("story.txt:3:53: ")


# Paths


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.txt", "a/b/c.txt", True),
        ("/*.txt", "a/c.txt", False),
        ("/*.txt", "c.txt", True),
        ("a/*.txt", "a/b/c.txt", False),
        ("a/**/c.txt", "a/c.txt", True),
        ("a/**/c.txt", "a/b/b/c.txt", True),
        ("**/b", "a/b/c.txt", True),
        ("b/", "a/b/c.txt", True),
        ("c.txt/", "a/b/c.txt", False),
        ("a", "a/b/c.txt", True),
        ("./c.txt", "a/c.txt", False),
        ("[ab].txt", "b.txt", True),
        ("", "a", False),
        ("/", "a", False),
        ("**/" * 30 + "x", "/".join("a" * 60), False),
        ("*a" * 30 + "b", "a" * 200, False),
    ],
)
def test_patterns(pattern: str, path: str, meant: bool) -> None:
    assert matches(path, pattern) is meant


def test_prose() -> None:
    assert [name for name in ("a.txt", "A.MD", "x.html", "x.py", "txt", "x.copy") if is_prose(name)] == [
        "a.txt", "A.MD", "x.html",
    ]  # fmt: skip
    assert is_prose("x.copy", (".copy",))


# Configuration


def test_configuration(repo: Repository) -> None:
    repo.write(
        "pyproject.toml",
        '[tool.newsdiff.check]\nfail-on = ["number"]\nsuffixes = [".copy"]\nexclude = ["old/"]\n'
        '[[tool.newsdiff.check.overrides]]\npaths = ["sport/*"]\nfail-on = ["none"]\nwarn-on = ["number"]\n'
        '[[tool.newsdiff.check.overrides]]\npaths = ["sport/cup.txt"]\nwarn-on = []\n',
    )
    changed = STORY.replace("312", "321").replace("did not blame", "did blame")
    names = ("wire.copy", "old/a.txt", "sport/a.txt", "sport/cup.txt", "story.txt")
    for name in names:
        repo.commit(name) if name != "story.txt" else None
    for name in names:
        repo.stage(name, changed)
    for folder in ("", "sport"):
        assert repo.check(folder=folder).out.splitlines() == [
            "sport/a.txt:3:53: warning: number changed value: '312' -> '321'",
            "story.txt:3:53: number changed value: '312' -> '321'",
            "wire.copy:3:53: number changed value: '312' -> '321'",
            "old/a.txt: skipped: excluded by old/",
            "4 files compared, 1 skipped, 2 findings, 1 warning",
        ]
    assert repo.check("--fail-on", "negation").out.count("negation") == 4
    repo.write("newsdiff.toml", '[check]\nfail-on = ["negation"]\n')
    assert "number" not in repo.check().out
    repo.write("newsdiff.toml", 'kinds-off = ["negation"]\n')
    assert "negation" not in repo.check().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check]\nfail-on = 3\n", "newsdiff.toml:2: check.fail-on: must be a list of strings"),
        ('[check]\n\nfail-on = ["numbr"]\n', "newsdiff.toml:3: check.fail-on: unknown kind 'numbr'"),
        ("[check]\nmin_kept = 1\n", "newsdiff.toml:2: check.min_kept: unknown key (did you mean min-kept?)"),
        ("[check]\nmin-kept = 1.5\n", "newsdiff.toml:2: check.min-kept: must be a number from 0 to 1"),
        ("x = 1\n", "newsdiff.toml:1: x: unknown key"),
        ("[check]\nfail-on = [\n", "newsdiff.toml:2: "),
        ("[check]\ndesk", "newsdiff.toml:2: "),
        ("desk", "newsdiff.toml:1: "),
        ("check = 1\n", "newsdiff.toml:1: check: must be a table"),
        ("variants = [\n  ['Kiev'],\n]\n", "newsdiff.toml:1: variants: each list must hold two strings or more"),
        ('[check]\nsuffixes = ["copy"]\n', "newsdiff.toml:2: check.suffixes: 'copy' is not a suffix"),
        (
            "[[check.overrides]]\npaths = ['a']\n[[check.overrides]]\npaths = ['b']\nwarn-on = 'x'\n",
            "newsdiff.toml:5: check.overrides.warn-on: must be a list of strings",
        ),
        ("[[check.overrides]]\nfail-on = []\n", "newsdiff.toml:1: check.overrides: it needs paths"),
        ("kinds-off = ['figures']\n", "newsdiff.toml:1: kinds-off: unknown kind 'figures'"),
        ("copy-fields = 'byline'\n", "newsdiff.toml:1: copy-fields: must be a list of strings"),
        ("check.max-bytes = -1\n", "newsdiff.toml:1: check.max-bytes: must be a whole number"),
    ],
)
def test_mistakes_in_the_configuration_name_file_line_and_key(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config(text, "newsdiff.toml")
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)


def test_a_mistake_in_the_configuration_is_trouble(repo: Repository) -> None:
    repo.write("newsdiff.toml", "[check]\nfail-off = []\n")
    done = repo.check()
    assert done == (2, "", "newsdiff: newsdiff.toml:2: check.fail-off: unknown key (did you mean fail-on?)\n")
    (repo.top / "newsdiff.toml").write_bytes(b"\xff")
    assert repo.check().code == 2


def test_other_projects_tables_are_none_of_our_business() -> None:
    assert parse_config("[tool.other]\nname = 'newsdiff'\n", "pyproject.toml").file == ""
    assert parse_config("tool = 3\n", "pyproject.toml").file == ""


def test_house_lists() -> None:
    house = parse_config(
        "variants = [['Kiev', 'Kyiv']]\nnames = ['Niger']\nignore = ['Inc']\nkinds-off = ['hedge']\n", "newsdiff.toml"
    ).house
    assert house == ((("Kiev", "Kyiv"),), ("Niger",), ("Inc",), ("hedge",))


def test_fields_of_front_matter_that_the_house_calls_copy(repo: Repository) -> None:
    old, new = (f"---\npull-quote: We lost {n} houses.\nweight: {n}\n---\nIt broke.\n" for n in (40, 60))
    repo.commit("story.md", old)
    repo.stage("story.md", new)
    assert repo.check().code == 0
    repo.write("newsdiff.toml", 'copy-fields = ["Pull_quote"]\n')
    done = repo.check()
    assert (done.code, done.out.splitlines()[0]) == (1, "story.md:2:21: number changed value: '40' -> '60'")


def test_the_configuration_holds_for_facts_and_git_diff(repo: Repository) -> None:
    repo.write("newsdiff.toml", 'variants = [["Kiev", "Kyiv"]]\ncopy-fields = ["byline"]\n')
    text = "---\nbyline: Ana Ruiz\n---\n\nKiev was calm.\n"
    repo.commit("story.md", text)
    repo.write("story.md", text.replace("Ruiz", "Rubio").replace("Kiev", "Kyiv"))
    found = json.loads(repo.run(sys.executable, "-m", "newsdiff", "facts", "--format", "json", "story.md").out)
    assert [name["text"] for name in found["names"]] == ["Ana Rubio", "Kyiv"]
    shown = repo.run("git", "diff", GIT_EXTERNAL_DIFF="newsdiff git-diff").out
    assert "entity  Ana Ruiz  Ana Rubio" in shown and "Kyiv  " not in shown
    repo.write("newsdiff.toml", "nonsense = 1\n")
    done = repo.run(sys.executable, "-m", "newsdiff", "facts", "story.md")
    assert (done.code, done.out) == (2, "") and "newsdiff.toml:1: nonsense: unknown key" in done.err


def test_house_lists_hold_for_the_check(repo: Repository) -> None:
    repo.write("newsdiff.toml", "names = ['Kull', 'Kall']\nignore = ['captain', 'skipper']\n")
    new = STORY.replace("Kull", "Kall").replace("captain", "skipper")
    repo.stage("story.txt", new)
    assert repo.check("--warn-on", "all").out.splitlines()[0] == "story.txt:5:31: entity: 'Kull' -> 'Kall'"
    (repo.top / "newsdiff.toml").unlink()
    assert repo.check().code == 0


# Accepted changes


def test_accepting(repo: Repository) -> None:
    changed = STORY.replace("312", "321")
    repo.stage("story.txt", changed)
    done = repo.check("--accept", "--reason", 'the "line" said so')
    assert done.code == 0
    assert "story.txt:3:53: accepted: number changed value: '312' -> '321' (the \"line\" said so)" in done.out
    assert "git add .newsdiff-accepted.toml" in done.err
    # It counts once it is staged, as it is reviewed with the copy.
    done = repo.check()
    assert done.code == 1
    assert "not staged" in done.err
    repo.git("add", ".")
    assert repo.check() == (0, "1 file compared, 0 findings, 1 accepted\n", "")
    # Wrapping is no change; another word in the sentence is.
    repo.stage("story.txt", changed.replace("aground on", "aground\non"))
    assert repo.check().code == 0
    repo.stage("story.txt", changed.replace("aground on", "ashore on"))
    done = repo.check()
    assert done.code == 1
    assert "story.txt: no longer accepted, its text has changed: number changed value: '312' -> '321'" in done.out
    assert done.out.endswith("1 file compared, 1 finding, 1 open, 1 stale\n")
    done = repo.check("--prune")
    assert "1 entry pruned" in done.err
    assert not (repo.top / ".newsdiff-accepted.toml").exists()


def test_an_entry_serves_the_whole_branch(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "desk")
    repo.stage("story.txt", STORY.replace("312", "321"))
    repo.check("--accept", "--reason", "coast guard")
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "x")
    repo.stage("story.txt", STORY.replace("312", "321").replace("May", "May,"))
    # Not needed against HEAD, and not stale: against main it is needed still.
    assert repo.check() == (0, "1 file compared, 0 findings\n", "")
    assert "0 entries pruned" in repo.check("--prune").err
    repo.git("commit", "-q", "-m", "y")
    assert repo.check("--from-ref", "main", "--to-ref", "desk").out.endswith("0 findings, 1 accepted\n")
    assert repo.check("--base", "main", "--prune").err == "newsdiff: 0 entries pruned\n"
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "desk")
    assert "1 entry pruned" in repo.check("--base", "HEAD", "--prune").err


def test_accepting_nothing_is_said(repo: Repository) -> None:
    done = repo.check("--accept")
    assert done.code == 0
    assert "nothing to accept: no file was compared" in done.err


def test_accepting_and_pruning_at_once(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("312", "321"))
    repo.check("--accept")
    repo.stage("story.txt", STORY.replace("312", "322"))
    done = repo.check("--base", "HEAD", "--accept", "--prune")
    assert done.code == 0
    entries = parse_accepted((repo.top / ".newsdiff-accepted.toml").read_text())
    assert [entry.b for entry in entries] == ["322"]


def test_equal_changes_are_accepted_one_by_one(repo: Repository) -> None:
    twice = "The score was 3-2.\n\nIt rained all the time, and the second match was no better.\n\nThe score was 3-2.\n"
    repo.commit("twice.txt", twice)
    repo.stage("twice.txt", twice.replace("3-2", "3-1", 1))
    repo.check("--accept")
    repo.stage("twice.txt", twice.replace("3-2", "3-1"))
    repo.git("add", ".")
    done = repo.check()
    assert done.out.endswith("1 file compared, 1 finding, 1 accepted\n")


def test_a_renamed_file_keeps_its_entries(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("312", "321"))
    repo.check("--accept")
    repo.git("mv", "story.txt", "desk.txt")
    repo.git("add", ".")
    assert repo.check().out.endswith("1 file compared, 0 findings, 1 accepted\n")


def test_pruning_what_is_gone(repo: Repository) -> None:
    repo.commit("other.txt")
    for name in ("story.txt", "other.txt"):
        repo.stage(name, STORY.replace("312", "321"))
    repo.check("--accept")
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "x")
    repo.git("rm", "-q", "story.txt")
    assert "story.txt: no longer accepted" in repo.check().out
    assert "1 entry pruned" in repo.check("--prune").err
    entries = parse_accepted((repo.top / ".newsdiff-accepted.toml").read_text())
    assert [entry.path for entry in entries] == ["other.txt"]


@pytest.mark.parametrize(
    "text",
    ["[[accepted]\n", "[[accepted]]\npath = 3\n", "[[accepted]]\npath = 'x'\n", "other = 1\n", "accepted = [1]\n",
     "[[accepted]]\npath='x'\nkind='y'\nfingerprint='z'\nmore='w'\n"],
)  # fmt: skip
def test_a_damaged_accepted_file_is_trouble(repo: Repository, text: str) -> None:
    repo.stage(".newsdiff-accepted.toml", text)
    done = repo.check()
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert ".newsdiff-accepted.toml" in done.err


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ENTRIES = st.builds(
    Accepted,
    path=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    kind=st.sampled_from(["number", "date"]),
    detail=st.sampled_from(["", "dropped", "same value"]),
    a=TEXTS | st.none(),
    b=TEXTS | st.none(),
    within=TEXTS,
    reason=TEXTS,
    fingerprint=st.text("0123456789abcdef", min_size=1, max_size=4),
)


@given(st.lists(ENTRIES, max_size=5), st.integers())
def test_the_accepted_file_comes_back_as_it_was(entries: list[Accepted], seed: int) -> None:
    text = render_accepted(entries)
    back = parse_accepted(text)
    assert {(e.path, e.fingerprint) for e in back} == {(e.path, e.fingerprint) for e in entries}
    assert set(back) <= set(entries)
    assert render_accepted(back) == text
    random.Random(seed).shuffle(back)
    assert render_accepted(back) == text


def test_a_giant_sentence_is_hashed_once() -> None:
    words = [f"{n} were hurt in ward {n}," for n in range(1500)]
    a, b = " ".join(words), " ".join([word.replace(" were", "1 were") for word in words])
    assert policy._digest(a) != policy._digest(b) and len(policy._digest(a)) == 64
    short = a[: policy.HASHED]
    assert policy._digest(short.replace(" ", "\n ")) == short  # so that entries of older versions still count
    findings = judge(compare(a[:6000], b[:6000]), "x", EVERYTHING)
    assert len(findings) > 50 and len({f.fingerprint for f in findings}) == len(findings)


def test_stale() -> None:
    entry = Accepted("x", "number", "changed value", "1", "2", "It has 2 rooms.", "", "00")
    assert not is_stale(entry, "So. It has\n2 rooms. No.")
    assert is_stale(entry, "It has 3 rooms.")
    assert is_stale(entry, None)
    gone = Accepted("x", "omission", "", "It rained.", None, "", "", "00")
    assert not is_stale(gone, "It snowed.")
    assert is_stale(gone, "It snowed. It rained.")


def test_skip(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("312", "321"))
    done = repo.check(SKIP="ruff, newsdiff")
    assert done == (0, "", "newsdiff: skipped (SKIP=newsdiff)\n")
    assert repo.check(SKIP="ruff").code == 1


# Formats


@pytest.fixture
def findings(repo: Repository) -> Repository:
    changed = STORY.replace("did not blame", "did\nblame").replace(" aboard, the coast guard said", " aboard")
    repo.commit("100%, a:b ü.txt")
    repo.stage("100%, a:b ü.txt", changed.replace("ran aground on Tuesday", "\U0001f6a2 ran aground on Thursday"))
    repo.stage("story.txt", STORY.replace("312", "321"))
    repo.check("--accept", "story.txt", "--reason", "counted again")
    repo.git("add", ".")
    return repo


def test_json(findings: Repository) -> None:
    done = findings.check("--format", "json")
    assert done.code == 1
    assert done.out.count("\n") == 1
    found = json.loads(done.out)
    assert list(found) == ["version", "base", "files", "findings", "open", "accepted", "stale", "marks", "summary"]
    assert found["summary"] == {
        "compared": 2, "new": 1, "deleted": 0, "skipped": 0, "findings": 3, "warnings": 0, "open": 0, "accepted": 1,
        "stale": 0,
    } or found["summary"]["new"] == 0  # fmt: skip
    assert [(f["kind"], f["line"], f["end_line"]) for f in found["findings"]] == [
        ("date", 3, 3),
        ("attribution", 3, 3),
        ("negation", 5, 6),
    ]
    assert found["accepted"][0]["reason"] == "counted again"
    assert found["findings"][2]["sentences"]["b"] == "She did\nblame the captain."


def test_github(findings: Repository) -> None:
    done = findings.check("--format", "github")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0] == (
        "::error file=100%25%2C a%3Ab ü.txt,line=3,endLine=3,col=42,endColumn=50,title=newsdiff%3A date changed value"
        "::date changed value: 'Tuesday' -> 'Thursday'%0A- "
        + STORY.splitlines()[2]
        + "%0A+ LIND — The ferry Aurora \U0001f6a2 ran aground on Thursday with 312 people aboard."
    )
    assert "line=5,endLine=6,title=" in lines[2]  # columns over several lines are refused by the runner
    assert lines[-1] == "2 files compared, 3 findings, 1 accepted"
    assert all(line.startswith("::error file=") for line in lines[:-1])


def sarif_schema() -> Any:
    return json.loads((TESTS / "data" / "sarif-2.1.0.json").read_text())


def test_sarif(findings: Repository) -> None:
    done = findings.check("--format", "sarif")
    assert done.code == 1
    log = json.loads(done.out)
    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["ruleId"] for result in run["results"]] == [
        "date.changed-value", "attribution.dropped", "negation", "number.changed-value",
    ]  # fmt: skip
    assert [bool(result.get("suppressions")) for result in run["results"]] == [False, False, False, True]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        text = (findings.top / unquote(place["artifactLocation"]["uri"])).read_text()
        region = place["region"]
        lines = text.split("\n")
        if "snippet" in region and region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_has_what_code_scanning_asks_for(findings: Repository) -> None:
    driver = json.loads(findings.check("--format", "sarif").out)["runs"][0]["tool"]["driver"]
    assert driver["version"] == driver["semanticVersion"] == __version__
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text())["project"]
    assert driver["informationUri"] == sarif.HOME == project["urls"]["Repository"]
    page = (TESTS.parent / "docs" / "edits.md").read_text()
    anchors = {re.sub(r"[^\w-]", "", line[3:].replace(" ", "-")) for line in page.splitlines() if line[:3] == "## "}
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
        assert rule["help"]["markdown"]
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["helpUri"].rpartition("#")[2] in anchors
        assert rule["name"].lower() != rule["id"]
    assert sarif.KINDS.keys() == {*BY_NAME, "kept"}


def test_sarif_passes_the_validator_of_github(findings: Repository, tmp_path: Path) -> None:
    """Microsoft's validator with GitHub's rules: `npm install @microsoft/sarif-multitool`, named by SARIF_MULTITOOL."""
    tool = os.environ.get("SARIF_MULTITOOL") or shutil.which("Sarif.Multitool")
    if not tool:
        pytest.skip("no sarif-multitool")
    findings.check("--format", "sarif", "-o", str(tmp_path / "found.sarif"))
    log = json.loads((tmp_path / "found.sarif").read_text())
    assert len(log["runs"][0]["results"]) == 4
    command = [tool, "validate", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", str(tmp_path / "found.sarif")]
    invariant = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(tmp_path / "net")}
    done = subprocess.run(command, env={**os.environ, **invariant}, capture_output=True, text=True, timeout=120)
    assert "Analysis completed successfully" in done.stdout, done
    assert not re.findall(r".*(?:error|warning) (?:SARIF|GH)\d+.*", done.stdout)


def test_sarif_of_nothing(repo: Repository) -> None:
    log = json.loads(repo.check("--format", "sarif").out)
    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    assert log["runs"][0]["results"] == []


def test_the_schema_refuses_what_is_wrong(findings: Repository) -> None:
    log = json.loads(findings.check("--format", "sarif").out)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(sarif_schema()).is_valid(log)


def test_rich_is_not_imported(findings: Repository) -> None:
    done = findings.run("python", "-X", "importtime", "-m", "newsdiff", "check")
    assert done.code == 1
    assert "rich" not in done.err
    assert "pathlib" not in done.err.split("newsdiff.cli", 1)[1]


def test_open_edits_pass_but_not_in_silence(repo: Repository) -> None:
    repo.stage("story.txt", STORY.replace("aground", "ashore"))
    done = repo.check()
    assert done.code == 0
    assert done.out.startswith("story.txt:3:29: open: wording reworded: 'aground' -> 'ashore'\n")
    assert done.out.endswith("1 file compared, 0 findings, 2 open\n")
    assert repo.check("--risk", "0").code == 1
    assert repo.check("--fail-on", "substantive,open").code == 1
    repo.write("newsdiff.toml", "[check]\nrisk = 0.0\n")
    assert repo.check().code == 1


def test_findings_of_a_long_sentence_carry_what_is_near(repo: Repository) -> None:
    long = "He sold " + ", ".join(f"{n} pears" for n in range(2000)) + "."
    repo.write("long.txt", long)
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "long")
    repo.stage("long.txt", long.replace("7 pears", "7 plums"))
    done = repo.check("--format", "json", "--fail-on", "all")
    assert done.code == 1
    assert len(done.out) < 600 * 2000


# On a terminal


def on_terminal(repo: Repository, *arguments: str, columns: int = 80, **environment: str) -> str:
    """What the check prints on a terminal."""
    handle, ours = pty.openpty()
    whole = {**repo.environment, "COLUMNS": str(columns), "TERM": "xterm-256color", "NEWSDIFF_THEME": "neutral"}
    whole |= environment
    process = subprocess.Popen(
        [sys.executable, "-m", "newsdiff", "check", *arguments],
        cwd=repo.top,
        env={name: value for name, value in whole.items() if value},
        stdout=ours,
        stderr=subprocess.DEVNULL,
    )
    os.close(ours)
    shown = b""
    with suppress(OSError):  # the end of a terminal, on Linux
        while data := os.read(handle, 65536):
            shown += data
    process.wait(60)
    os.close(handle)
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture
def slips(repo: Repository) -> Repository:
    repo.stage("story.txt", STORY.replace("312", "321").replace("allegedly ", ""))
    return repo


def test_a_terminal_shows_findings_by_file(slips: Repository) -> None:
    slips.stage("two words.txt", "The mayor paid 300 euros.\n")
    assert (
        on_terminal(slips)
        == """\
story.txt
  3:53  number changed value  312 → 321
  7:10  hedge                 allegedly → –

two words.txt: new, nothing to compare with
1 file compared, 1 new, 2 findings
newsdiff check --accept story.txt:3 --reason '…' accepts a finding, --accept
alone accepts all; -v shows the sentences
"""
    )
    assert "       - The line allegedly put off an inspection in May." in on_terminal(slips, "-v", columns=120)
    narrow = on_terminal(slips, columns=30)
    assert all(len(line) <= 30 for line in narrow.splitlines()) and "        312 → 321" in narrow
    assert "3:53" not in on_terminal(slips, "--quiet")


def test_colour(slips: Repository) -> None:
    shown = on_terminal(slips, NO_COLOR="")
    assert "\x1b[1mstory.txt\x1b[0m" in shown
    assert "\x1b[9;38;5;131m312\x1b[0m → \x1b[4;38;5;63m321\x1b[0m" in shown
    assert "\x1b" not in on_terminal(slips, "--color", "never", NO_COLOR="")
    # A pipe keeps its lines, also in colour.
    plain = slips.check().out
    coloured = slips.check("--color", "always").out
    assert "\x1b" not in plain and "\x1b" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_nothing_in_an_article_reaches_a_terminal(repo: Repository) -> None:
    repo.commit("a\x1b[31m.txt", "The \x1b[31mmayor paid 300 euros.\n")
    repo.stage("a\x1b[31m.txt", "The \x1b[32mmayor paid 400 euros.\n# newsdiff: accept \x1b[31m\n")
    shown = on_terminal(repo, "-v")
    assert "300 euros → 400 euros" in shown and "\x1b" not in shown
