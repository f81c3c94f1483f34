"""The kinds of harm that somebody else's file may do, and the protection against each."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff import compare
from newsdiff.check.policy import FileReport, Policy, PolicyError, Report, expand, judge, parse_accepted
from newsdiff.check.report import render_github, render_sarif, render_text
from newsdiff.cli import command
from newsdiff.config import ConfigError, parse_config
from newsdiff.edits import compare as comparing
from newsdiff.render.csv import render_csv
from newsdiff.render.formats import Options, render
from newsdiff.render.markdown import escape
from newsdiff.render.visible import guard_log
from newsdiff.render.wire import render_json
from newsdiff.text.sentences import split_sentences
from tests.growth import LINEAR, growth
from tests.repository import STORY, Repository

PROGRAM = [sys.executable, "-m", "newsdiff"]


@pytest.mark.parametrize("space", [chr(c) for c in (0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000)])
@pytest.mark.parametrize("lang", ["es", "de", "ru"])
def test_no_white_space_upsets_the_foreign_splitter(space: str, lang: str) -> None:
    text = f"J{space}. e. M. García dijo {space}.{space}Sí.{space}A"
    assert "".join("".join(s.text.split()) for s in split_sentences(text, lang)) == "".join(text.split())


def report(a: str, b: str) -> Report:
    findings = judge(compare(a, b), "x.txt", Policy(expand(["all"])))
    return Report("HEAD", (FileReport("x.txt", "x.txt", "compared"),), tuple(findings), (), ())


@pytest.fixture
def one_fails(monkeypatch: pytest.MonkeyPatch) -> str:
    """The first finder of a kind fails on whatever it is asked; the name that it is told by."""

    def fail(_: object) -> None:
        yield from ()
        raise IndexError("no such figure")

    monkeypatch.delenv("NEWSDIFF_TRACEBACK", raising=False)
    finders = comparing.WORD_FINDERS
    fail.__module__ = "newsdiff.edits.numbers"
    kept = [fail if find.__module__ == fail.__module__ else find for find in finders]
    assert kept != list(finders)
    monkeypatch.setattr(comparing, "WORD_FINDERS", tuple(kept))
    return "numbers: IndexError: no such figure"


def test_a_finder_that_fails_costs_its_own_findings(one_fails: str) -> None:
    found = compare("On Monday 30 men left Kiev.", "On Tuesday 40 men left Kyiv.")
    assert [(e.kind, e.a and e.a.text) for e in found.edits] == [
        ("date", "Monday"),
        ("wording", "30"),
        ("spelling", "Kiev"),
    ]
    assert [error.startswith(one_fails) for error in found.failed] == [True]


def test_what_failed_is_told_and_ends_in_trouble(
    one_fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repository(tmp_path / "repo")
    for name in ("a.txt", "b.txt"):
        repo.commit(name)
    for name in ("a.txt", "b.txt"):
        repo.stage(name, STORY.replace("312", "321"))
    (repo.top / "old.txt").write_text(STORY)
    monkeypatch.chdir(repo.top)
    for arguments, files in ((["old.txt", "a.txt"], ["a.txt"]), (["check"], ["a.txt", "b.txt"])):
        done = CliRunner().invoke(command, arguments)
        told = [line for line in done.stderr.splitlines() if one_fails in line]
        assert [line.split(": ")[1] for line in told] == files
        assert done.exit_code == 2
        assert "321" in done.stdout or arguments == ["check"]


@pytest.mark.parametrize("command", ["::error::x", " ::set-output name=a::b", "##[error]x", "a ##[command]x"])
def test_a_runner_finds_no_command_of_an_article(command: str) -> None:
    found = report(f"He said {command} 5.", f"He said {command} 6.\n{command}\nIt rained.")
    for text in (render_text(found, verbose=True), guard_log(f"a\r{command}\n{command}")):
        for line in text.splitlines():
            assert "##[" not in line
            assert not line.lstrip().startswith("::")
    for line in render_github(found).splitlines():
        assert "##[" not in line
        assert line.count("::") < 2 or line.startswith(("::error ", "::warning "))


def test_lines_of_every_format_are_guarded_on_a_runner(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("::error::x\n\nHe left.\n")
    (tmp_path / "b.txt").write_text("::error::y\n\nHe left ##[error] now.\n")
    for form in ("table", "inline", "map", "markdown", "criticmarkup", "csv", "json"):
        done = subprocess.run(
            [*PROGRAM, "a.txt", "b.txt", "--format", form],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "GITHUB_ACTIONS": "true", "COLUMNS": "30", "PYTHONPATH": str(Path.cwd())},
        )
        assert done.returncode == 1
        assert not any(line.lstrip().startswith("::") or "##[" in line for line in done.stdout.splitlines())


def test_a_cell_begins_no_row_and_no_formula() -> None:
    text = render_csv(compare("He left.", 'He left.\r=1+1 said "no".\r\n@x, and more.'))
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in [cell for row in rows[1:] for cell in row]:
        assert not any(line.startswith(("=", "+", "-", "@", "\t")) for line in cell.splitlines())
    # A reader that ends a row at a bare CR finds it inside quotation marks.
    assert text.count('"') % 2 == 0
    inside = False
    for char in text:
        inside ^= char == '"'
        assert inside or char != "\r"


def test_a_message_of_sarif_links_to_nothing() -> None:
    found = report("See 5 [here](https://example.org) {0}.", "See 6 [here](https://example.org) {0}.")
    message = json.loads(render_sarif(found))["runs"][0]["results"][0]["message"]["text"]
    assert "\\[here\\]" in message
    assert "{{0}}" in message


@pytest.mark.parametrize("text", ["octo/hello#1", "a@name", "GH-12", "https://example.org", "www.example.org"])
def test_markdown_refers_to_nobody(text: str) -> None:
    assert text not in escape(text)
    assert "<!-- -->" in escape(text)


def test_json_turns_no_line_of_a_terminal() -> None:
    comparison = compare("He \u202eleft\u2069 \u061cx.", "He left.")
    shown = render_json(comparison, visible=True)
    assert not any(char in shown for char in "\u202e\u2069\u061c")
    assert json.loads(shown) == json.loads(render_json(comparison))


@pytest.mark.parametrize("field", ["kind", "detail"])
def test_an_accepted_entry_speaks_of_edits_that_there_are(field: str) -> None:
    entry = {"path": "a", "kind": "number", "detail": "dropped", "fingerprint": "0", field: "\x1b[31m::error::"}
    text = "[[accepted]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in entry.items())
    with pytest.raises(PolicyError) as caught:
        parse_accepted(text)
    assert str(caught.value).isprintable()


def test_writers_at_once_lose_no_entry(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    names = [f"{n}.txt" for n in range(6)]
    for name in names:
        repo.commit(name)
    for name in names:
        repo.stage(name, STORY.replace("312", "321"))
    command = [*PROGRAM, "check", "--accept", "--reason", "counted"]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    writers = [
        subprocess.Popen([*command, name], cwd=repo.top, stdout=subprocess.DEVNULL, env=environment) for name in names
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * len(names)
    entries = parse_accepted((repo.top / ".newsdiff-accepted.toml").read_text())
    assert sorted(entry.path for entry in entries) == names


@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-"])
def test_trouble_is_trouble_also_where_nobody_can_be_told(stream: str) -> None:
    command = [*PROGRAM, "missing.txt", "b.txt"]
    done = subprocess.run(["bash", "-c", f'"$@" {stream}', "bash", *command], capture_output=True)
    assert done.returncode == 2


@pytest.mark.parametrize("option", ["--help", "--version", "--json-schema"])
def test_options_that_print_say_where_they_could_not(option: str) -> None:
    done = subprocess.run(["bash", "-c", '"$@" >/dev/full', "bash", *PROGRAM, option], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "newsdiff: standard output: No space left on device\n")
    done = subprocess.run([*PROGRAM, option], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a = " * 100_000,
        "a = " + "9" * 5000,
        ".".join("a" * 20_000) + " = 1",
        "[" + " . ".join(["'a'"] * 20_000) + "]",
        "a = {" + ".".join("a" * 20_000) + " = 1}",
        "a" * 1_000_000,
        "a = \x1b[31m",
    ],
    ids=["brackets", "tables", "digits", "dotted", "header", "inline", "word", "escape"],
)
def test_a_configuration_that_means_harm_is_a_mistake_on_one_line(text: str) -> None:
    started = time.process_time()
    for parse, error in ((parse_accepted, PolicyError), (lambda t: parse_config(t, "newsdiff.toml"), ConfigError)):
        with pytest.raises(error) as caught:
            parse(text)  # type: ignore[operator]
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 200
    assert time.process_time() - started < 3  # 20,000 parts took 5 s each, and so on with their square


@pytest.mark.parametrize("name", ["newsdiff.toml", ".newsdiff-accepted.toml"])
@pytest.mark.parametrize("what", ["pipe", "device", "large"])
def test_a_configuration_is_a_file_with_an_end(name: str, what: str, tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    repo.commit("a.txt")
    repo.stage("a.txt", STORY.replace("312", "321"))
    if what == "pipe":
        os.mkfifo(repo.top / name)
    elif what == "device":
        (repo.top / name).symlink_to("/dev/zero")
    else:
        with (repo.top / name).open("wb") as file:
            file.truncate(1 << 32)
    done = subprocess.run(
        [*PROGRAM, "check", "--accept"],
        cwd=repo.top,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert name in done.stderr


def test_a_text_without_end_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("He left.")
    for shell in ('yes | "$@" - b.txt', '"$@" b.txt <(yes)'):
        done = subprocess.run(
            ["bash", "-c", shell, "bash", *PROGRAM],
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert b"128 MB" in done.stderr
    done = subprocess.run(
        ["bash", "-c", '"$@" b.txt <(echo He left.)', "bash", *PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.returncode == 0


# What a sentence may be made of over and over; each once cost the square of its length in some finder.
@pytest.mark.parametrize(
    "unit", ['"a" ', "“a” ‘b’ ", "A. ", "Mr. ", "Ab-", "大会", "x@", "did not go ", "1 ", "Ab Cd, "]
)
def test_a_sentence_of_one_thing_is_linear(unit: str) -> None:
    def work(size: int) -> object:
        count = size // len(unit)
        return compare(unit * count, unit * (count + 1) + "x")

    assert growth(work, 4000) < LINEAR


def test_many_changed_quotations_in_one_sentence_are_linear() -> None:
    def work(count: int) -> object:
        a, b = (", ".join(f'"word{n} {end}"' for n in range(count)) + "." for end in ("here", "there"))
        return compare(a, b)

    assert growth(work, 300) < LINEAR


@pytest.mark.parametrize("form", ["table", "inline", "svg"])
@pytest.mark.parametrize("letter", ["é", "大"])
def test_a_long_word_is_shown_in_linear_time(form: str, letter: str) -> None:
    def work(size: int) -> object:
        found = compare("He said " + letter * size + " now.", "He said " + letter * size + "x now.")
        return render(form, found, Options(width=80, color=False))

    assert growth(work, 4000) < LINEAR
