"""Histories: families over versions, events in words, sources, what survives, the formats, and git."""

import csv
import io
import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import newsdiff
from newsdiff.cli import command
from newsdiff.compare import read_text
from newsdiff.history import SIGNS, History
from newsdiff.history.csv import render_csv
from newsdiff.history.families import ALL_PAIRS, find_families
from newsdiff.history.markdown import render_markdown
from newsdiff.history.model import text_of
from newsdiff.history.table import render_table
from newsdiff.history.view import list_events, run_text
from newsdiff.history.wire import read_schema, render_json
from tests.pairs import PAIRS, ROOT, read_pair
from tests.repository import Repository
from tests.test_invariants import any_text, versions

SAMPLE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples" / "history").glob("v*.txt"))]
VALIDATOR = Draft202012Validator(read_schema())
WIRE = "The vote is on Thursday. The mayor was allegedly ill. It rained in the hills. The road was closed at noon."


def signs(history: History) -> list[str]:
    return ["".join(SIGNS[state] for state in family.states) for family in history.families]


def said(history: History) -> list[str]:
    return [f"v{event.version + 1} {event.text}" for event in history.events]


# Families


def check(history: History) -> None:
    """What holds for any texts."""
    for v, version in enumerate(history.versions):
        held = sorted([s for family in history.families for s in family.members[v]])
        assert held == list(range(len(version.article.sentences))), "every sentence is in exactly one family"
        for family in history.families:
            before = family.members[version.before] if version.before is not None else ()
            there = {"same": (True, True), "edited": (True, True), "new": (False, True), "gone": (True, False)}
            assert there.get(family.states[v], (False, False)) == (bool(before), bool(family.members[v]))
            assert (family.changed[v] is None) == (not family.members[v])
            assert list(family.members[v]) == sorted(family.members[v])
    assert len(history.sources) == len(history.versions)
    for source in history.sources:
        assert source.version not in source.candidates
        assert source.source is None or source.candidates == (source.source,)
    for event in history.events:
        assert 0 < event.version < len(history.versions)
        if event.edit and event.edit.a:
            article = history.versions[history.versions[event.version].before or 0].article
            assert article.text[event.edit.a.start : event.edit.a.end] == event.edit.a.text
    VALIDATOR.validate(json.loads(render_json(history)))


@settings(max_examples=60, deadline=None)
@given(versions(), any_text, st.booleans())
def test_any_texts(pair: tuple[str, str], third: str, reprints: bool) -> None:
    check(newsdiff.history([*pair, third, pair[0]], reprints=reprints))


@pytest.mark.parametrize("folder", PAIRS[::4], ids=lambda p: p.name)
def test_articles(folder: Path) -> None:
    a, b = read_pair(folder)
    half = a[: len(a) // 2]
    check(newsdiff.history([a, half, b, a]))


def test_many_versions() -> None:
    texts = [SAMPLE[n % 5] + f"\n\nUpdate {n} was filed at {n} p.m." for n in range(ALL_PAIRS + 4)]
    history = newsdiff.history(texts)
    check(history)
    speaks = next(n for n, family in enumerate(history.families) if family.members[0] == (3,))
    assert signs(history)[speaks].startswith("+=-.+==-.+"), "what comes back is known again"


def test_a_sentence_that_comes_back_is_of_the_same_family() -> None:
    history = newsdiff.history(["The pier is shut. Divers cleared the filters.", "The pier is shut.", "The pier is shut. Divers cleared all filters."])  # fmt: skip  # noqa: E501
    assert signs(history) == ["+==", "+-+"]


def test_a_split_is_one_family() -> None:
    whole = "The Port Ellery pilots organized a blockade of the main channel that kept 22 vessels at anchor."
    split = "The Port Ellery pilots organized a blockade of the main channel. It kept 22 vessels at anchor."
    history = newsdiff.history([whole, split, whole])
    assert [family.members for family in history.families] == [((0,), (0, 1), (0,))]
    assert signs(history) == ["+~~"]


def test_a_family_comes_at_its_place() -> None:
    middle = "The crew of the tug heard it."
    history = newsdiff.history(["One ship sank. Ten men swam.", f"One ship sank. {middle} Ten men swam."])
    assert [text_of(history.versions[1].article, family.members[1]) for family in history.families] == [
        "One ship sank.",
        "The crew of the tug heard it.",
        "Ten men swam.",
    ]


def test_one_wrong_link_joins_nothing_that_other_versions_keep_apart() -> None:
    # The trial on heavy rewrites: single linkage runs sentences about one guard together.
    a, b = (path.read_text(encoding="utf-8") for path in (PAIRS[0] / "a.txt", PAIRS[0] / "b.txt"))
    groups = find_families([read_text(text, "", "en") for text in (a, b, a, b)])
    assert max(len(members) for group in groups for members in group.members) <= 3


def test_blame_names_the_version_of_the_last_change() -> None:
    history = newsdiff.history(["It rained. He left.", "It rained. He left late.", "It rained. He left late."])
    assert [(line.changed, line.text) for line in run_text(history, 2)] == [(0, "It rained."), (1, "He left late.")]


# Pairs


def test_pairs_are_comparisons_under_the_versions_names() -> None:
    history = newsdiff.history(["It rained.", "It snowed.", "It rained."], names=["wire", "desk", "print"])
    assert len(history.pairs) == 3
    assert list(history.pairs) == list(combinations(range(3), 2))
    pair = history.pairs[1, 2]
    assert (pair.a.name, pair.b.name, pair.differs) == ("desk", "print", True)
    assert history.versions[2].twin == 0
    assert not history.pairs[0, 2].differs
    with pytest.raises(KeyError):
        history.pairs[0, 3]


def test_links_are_those_of_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    history = newsdiff.history(SAMPLE)
    for i, j in history.pairs:
        assert history.pairs[i, j].links == newsdiff.compare(SAMPLE[i], SAMPLE[j]).links


def test_arguments() -> None:
    with pytest.raises(ValueError, match="at least one version"):
        newsdiff.history([])
    with pytest.raises(ValueError, match="a list"):
        newsdiff.history("One text.")
    with pytest.raises(ValueError, match="one entry for each"):
        newsdiff.history(["One."], names=["a", "b"])
    history = newsdiff.history(["One."], times=["2026-11-28"])
    assert (history.versions[0].time, history.events, signs(history)) == ("2026-11-28", (), ["+"])
    with pytest.raises(AttributeError):
        history.events = ()  # type: ignore[misc]


def test_articles_keep_what_was_left_out(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# Dam *fails*\n\n```\ncode\n```\nIt broke.", encoding="utf-8")
    article = newsdiff.read_article(path)
    history = newsdiff.history([article, "It broke."])
    assert history.versions[0].article.left_out == article.left_out
    assert history.versions[0].name == str(path)


# Events


def test_events_of_the_sample() -> None:
    found = said(newsdiff.history(SAMPLE))
    for event in (
        "v2 three → four people",
        'v2 quotation of Edwin Prall cut: "Nobody should go near the docks until we know what is in …',
        "v3 'allegedly' dropped",
        "v4 'allegedly' back",
        "v4 sentence added: The fire was out by nightfall.",
    ):
        assert event in found


def test_what_is_taken_back_is_said_twice() -> None:
    history = newsdiff.history(["It rained on Monday.", "It rained on Friday.", "It rained on Monday."])
    assert [(event.undone, event.undoes) for event in history.events] == [(2, None), (None, 1)]


def test_reprints_take_nothing_back() -> None:
    history = newsdiff.history(["It rained on Monday.", "It rained on Friday.", "It rained on Monday."], reprints=True)
    assert [(event.version, event.undone) for event in history.events] == [(1, None)]


def test_selectors_choose_events() -> None:
    history = newsdiff.history(SAMPLE)
    assert {shown.event.kind for shown in list_events(history, only=frozenset(("number",)))} == {"number"}
    assert "number" not in {shown.event.kind for shown in list_events(history, ignore=frozenset(("number",)))}
    assert len(list_events(history, show_all=True)) == len(history.events)


# Sources


def test_a_paper_takes_from_the_paper_whose_departures_it_shares() -> None:
    one = WIRE.replace("Thursday", "Tuesday")
    two = one.replace("allegedly ", "")
    three = WIRE.replace("noon", "midnight")
    history = newsdiff.history([WIRE, two, three, one], ["wire", "p2", "p3", "p1"], reprints=True)
    assert [source.source for source in history.sources] == [None, 3, 0, 0]
    assert history.sources[1].text == "shares 'Tuesday' for 'Thursday' with p1 alone"
    assert history.sources[2].text == "keeps 'Thursday' where p2 has 'Tuesday'"


def test_equal_papers_leave_their_source_open() -> None:
    changed = WIRE.replace("Thursday", "Tuesday")
    history = newsdiff.history([WIRE, changed, changed], ["wire", "p1", "p2"], reprints=True)
    assert [source.source for source in history.sources] == [None, None, None]
    assert history.sources[1].candidates == (0, 2)
    assert history.sources[1].text == "has the very text of p2; nothing tells which came first"


def test_a_copy_of_the_wire_is_no_better_source_than_the_wire() -> None:
    history = newsdiff.history([WIRE, WIRE, WIRE.replace("Thursday", "Tuesday")], reprints=True)
    assert (history.sources[2].source, history.sources[2].candidates) == (None, (0, 1))


def test_papers_with_a_lost_source_are_not_each_others() -> None:
    lost = WIRE.replace("Thursday", "Tuesday").replace("hills", "valleys")
    papers = [lost.replace("allegedly", "gravely"), lost.replace("noon", "midnight")]
    history = newsdiff.history([WIRE, *papers], reprints=True)
    assert [source.source for source in history.sources] == [None, None, None]


def test_in_an_ordered_history_time_speaks_for_the_version_before() -> None:
    two = WIRE.replace("Thursday", "Tuesday")
    history = newsdiff.history([WIRE, two, two.replace("noon", "dawn"), two + " It is over."])
    assert [source.source for source in history.sources] == [None, 0, 1, 2]


def test_a_version_that_goes_back_is_seen() -> None:
    edits = [("Thursday", "Tuesday"), ("allegedly", "gravely"), ("hills", "valleys"), ("noon", "midnight")]
    two = WIRE
    for old, new in edits:
        two = two.replace(old, new)
    history = newsdiff.history([WIRE, two, two + " The mayor spoke.", WIRE, two + " It is over now."])
    assert [source.source for source in history.sources][3:] == [0, 1]


# Survival


def test_what_survives() -> None:
    found = {(s.kind, s.text): "".join(".x"[there] for there in s.present) for s in newsdiff.history(SAMPLE).survivals}
    assert found["quotation", "I thought the sea had come in"] == "xx..x"
    assert found["figure", "19"] == ".x..."
    assert found["name", "Edwin Prall"] == "xxxxx"


# Formats


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_tables_keep_their_width(width: int) -> None:
    history = newsdiff.history(SAMPLE, names=[f"a/very/long/folder/of/stories/version-{n}.txt" for n in range(5)])
    lines = render_table(history, width=width).splitlines()
    assert max(map(len, lines)) <= max(width, 40)
    assert not any(line.endswith(" ") for line in lines)


def test_many_versions_keep_the_width_too() -> None:
    history = newsdiff.history([f"It rained {n} times. It stopped." for n in range(60)])
    assert "v1–v60" in render_table(history, width=80)
    assert max(map(len, render_table(history, width=80).splitlines())) <= 80
    assert " +" + "~" * 59 in render_table(history, width=120)


def test_colour_adds_escapes_and_nothing_else() -> None:
    import re

    history = newsdiff.history(SAMPLE)
    plain, coloured = (render_table(history, width=80, color=color) for color in (False, True))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


HOSTILE = 'Red \x1b[31m ink. =SUM(A1) | <script>alert(1)</script> *x* `y` \u202e. "A, b\r\nc," he said.'


def test_hostile_text() -> None:
    history = newsdiff.history([HOSTILE, HOSTILE + " =1+1 was it.", "@x"], names=["\x1b]0;x\x07", "=1", "<b>"])
    table, markdown, rows = render_table(history), render_markdown(history), render_csv(history)
    for text in (table, markdown):
        assert not {"\x1b", "\u202e", "\x07"} & set(text)
    assert "\\<script\\>" in markdown
    cells = [cell for row in csv.reader(io.StringIO(rows)) for cell in row]
    assert "'=1" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "@", "+")]
    check(history)


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import newsdiff, glob; from newsdiff.history.wire import render_json\n"
        "texts = [open(f, encoding='utf-8').read() for f in sorted(glob.glob('samples/history/v*'))]\n"
        "print(render_json(newsdiff.history(texts)))"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1 and seen != {b""}


# The command line


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, ["history", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


FILES = [str(path) for path in sorted((ROOT / "samples" / "history").glob("v*.txt"))]


@pytest.mark.parametrize("form", ["table", "json", "html", "csv", "markdown"])
def test_formats_on_the_command_line(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(*FILES, "--format", form, "-o", str(out))
    assert "wheat" in out.read_text(encoding="utf-8")


def test_only_on_the_command_line() -> None:
    text = run(*FILES, "--only", "hedge")
    assert "'allegedly' dropped" in text
    assert "11 → 19" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "at least two versions"),
        (FILES[:1], "at least two versions"),
        ([*FILES, "nosuch.txt"], "nosuch.txt: No such file or directory"),
        ([*FILES, "--git", "x"], "goes with neither"),
        ([*FILES, "--last", "3"], "--last goes with --git"),
        ([*FILES, "--only", "nosuch"], "unknown kind"),
        (["-", "-"], "standard input"),
    ],
)
def test_trouble_is_one_line(arguments: list[str], message: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsdiff", "history", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr and done.stderr.count("\n") == 1


# Git


def tell(repository: Repository, *arguments: str, folder: str = "") -> tuple[dict[str, object], str]:
    done = repository.run(
        sys.executable, "-m", "newsdiff", "history", "--git", *arguments, "--format", "json", folder=folder
    )
    assert done.code == 0, done
    return json.loads(done.out), done.err


@pytest.mark.edges
def test_revisions_with_a_rename_and_a_name_beyond_ascii(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repo")
    repository.commit("désk/störy [1].txt", "It rained on Monday. The river rose by a foot in an hour.\n")
    repository.git("mv", "désk/störy [1].txt", "désk/été.txt")
    repository.git("commit", "-qm", "renamed")
    repository.commit("désk/été.txt", "It rained on Friday. The river rose by a foot in an hour.\n")
    found, _ = tell(repository, "été.txt", folder="désk")
    names = [str(version["name"]).partition(":")[2] for version in found["versions"]]  # type: ignore[attr-defined]
    assert names == ["désk/störy [1].txt", "désk/été.txt"]
    assert [v["note"] for v in found["versions"]] == ["désk/störy [1].txt", "désk/été.txt"]  # type: ignore[attr-defined]
    assert [event["text"] for event in found["events"]] == ["Monday → Friday"]  # type: ignore[attr-defined]


@pytest.mark.edges
def test_a_file_that_was_deleted_and_added_again(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repo")
    repository.commit("story.txt", "It rained.\n")
    repository.git("rm", "-q", "story.txt")
    repository.git("commit", "-qm", "gone")
    repository.commit("story.txt", "It rained. It stopped.\n")
    found, _ = tell(repository, "story.txt")
    assert [len(v["sentences"]) for v in found["versions"]] == [1, 2]  # type: ignore[attr-defined]


@pytest.mark.edges
def test_a_merge_is_one_revision(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repo")
    repository.commit("story.txt", "It rained.\n\nHe left.\n\nNobody spoke to the press.\n")
    repository.git("checkout", "-qb", "desk")
    repository.commit("story.txt", "It rained.\n\nHe left.\n\nSomebody spoke to the press.\n")
    repository.git("checkout", "-q", "main")
    repository.commit("story.txt", "It snowed.\n\nHe left.\n\nNobody spoke to the press.\n")
    repository.git("merge", "-q", "--no-edit", "desk")
    found, _ = tell(repository, "story.txt")
    texts = [" ".join(s["text"] for s in v["sentences"]) for v in found["versions"]]  # type: ignore[attr-defined]
    assert texts == [
        "It rained. He left. Nobody spoke to the press.",
        "It snowed. He left. Nobody spoke to the press.",
        "It snowed. He left. Somebody spoke to the press.",
    ]


@pytest.mark.edges
def test_the_last_revisions_and_what_cannot_be_read(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repo")
    for n in range(3):
        repository.commit("story.txt", f"It rained {n} times.\n")
    repository.commit("story.txt", "\0\0\0")
    repository.commit("story.txt", "It rained 9 times.\n")
    found, err = tell(repository, "story.txt", "--last", "3")
    assert [v["sentences"][0]["text"] for v in found["versions"]] == ["It rained 2 times.", "It rained 9 times."]  # type: ignore[attr-defined]
    assert "left out" in err
    done = repository.run(sys.executable, "-m", "newsdiff", "history", "--git", "nosuch.txt")
    assert (done.code, done.err) == (2, "newsdiff: nosuch.txt: git knows no revision of it\n")


@pytest.mark.edges
def test_a_subject_that_looks_like_git_s_own_output(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repo")
    repository.stage("story.txt", "It rained.\n")
    repository.git("commit", "-qm", ":100644 100644 a b M \x02x \x1b[31m")
    repository.commit("story.txt", "It snowed.\n")
    found, _ = tell(repository, "story.txt")
    assert len(found["versions"]) == 2  # type: ignore[arg-type]


def test_a_version_with_an_earlier_text_comes_from_there() -> None:
    history = newsdiff.history([WIRE, "", WIRE, WIRE])
    assert [source.source for source in history.sources] == [None, 0, 0, 2]
    assert history.sources[2].text == "has the very text of v1"


def test_little_to_tell() -> None:
    assert "No such events." in render_table(newsdiff.history(SAMPLE), only=frozenset(("identifier",)))
    assert "All versions say the same." in render_table(newsdiff.history(["", ""]))
    assert render_table(newsdiff.history(["It rained."])).count("\n\n") == 3
