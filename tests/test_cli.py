"""The command: exit codes, messages, where the output goes. Real processes only where a process is the point."""

import csv
import errno
import fcntl
import json
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from newsdiff.cli import FORMATS, command
from newsdiff.edits.kinds import BY_NAME
from newsdiff.output import OutputError, wants_color, write_file
from tests.pairs import ROOT

PROGRAM = [sys.executable, "-m", "newsdiff"]
A = "MONTE VERDE (AP) — The men were organised.\n\nHe paused. It rained [b]all day[/b].\n"
LONG = "".join([f"It rained on day {n} in Monte Verde. " for n in range(1500)])  # more than a pipe holds
B = "MONTE VERDE (AP) — The men were organized.\r\n\r\nHe paused.\r\nIt rained [b]all day[/b].\r\nThey left.\r\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of a story, and an environment that decides nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "LESS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(A.encode())
    Path("b.txt").write_bytes(B.encode())
    return tmp_path


def newsdiff(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, args, input=stdin)


def run(*args: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([*PROGRAM, *args], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


# Exit codes


def test_differences() -> None:
    done = newsdiff("a.txt", "b.txt", "--format", "json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.count("\n") == 1
    assert json.loads(done.stdout)["summary"]["links"]["insertion"] == 1


def test_no_differences() -> None:
    assert newsdiff("a.txt", "a.txt", "--format", "json").exit_code == 0


def test_wrapping_is_no_difference_but_with_strict() -> None:
    Path("c.txt").write_text(A.replace("were organised", "were\norganised"))
    assert newsdiff("a.txt", "c.txt", "-q").exit_code == 0
    assert newsdiff("a.txt", "c.txt", "-q", "--strict").exit_code == 1


def test_an_empty_article_is_no_trouble() -> None:
    Path("empty.txt").touch()
    assert newsdiff("a.txt", "empty.txt", "--format", "json").exit_code == 1
    assert newsdiff("empty.txt", "empty.txt", "--format", "json").exit_code == 0


def test_quiet() -> None:
    Path("c.txt").write_bytes(b"caf\xe9")
    done = newsdiff("-q", "a.txt", "c.txt")
    assert (done.exit_code, done.output) == (1, "")
    assert newsdiff("-q", "a.txt", "missing").stderr == "newsdiff: missing: No such file or directory\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Missing argument 'A' (newsdiff --help)"),
        (["a.txt"], "Missing argument 'B' (newsdiff --help)"),
        (["a.txt", "b.txt", "c.txt"], "Got unexpected extra argument (c.txt) (newsdiff --help)"),
        (["a.txt", "missing.txt"], "missing.txt: No such file or directory"),
        (["a.txt", "."], ".: Is a directory"),
        (["a.txt", "x\x1b[31m\n.txt"], r"x\x1b[31m\n.txt: No such file or directory"),
        (["-", "-"], "standard input (-) can be one side only"),
        (["a.txt", "b.txt", "--encoding", "klingon"], "unknown encoding: klingon"),
        (["--", "a.txt", "-x:b.txt"], "-x:b.txt: no such file, and a revision cannot begin with a dash"),
        (["a.txt", "b.txt", "-o", "no/such/folder"], "no/such/folder: No such file or directory"),
        (["a.txt", "b.txt", "-o", "."], ".: Is a directory"),
        (["a.txt", "b.txt", "-o", "new/"], "new/: Is a directory"),
        (["a.txt", "b.txt", "-o", ""], "'': No such file or directory"),
    ],
)
def test_trouble_is_one_line(args: list[str], message: str) -> None:
    done = newsdiff(*args, "--format", "json") if "--" not in args else newsdiff("--format", "json", *args)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"newsdiff: {message}\n")


@pytest.mark.parametrize(
    "args",
    [
        ["--nosuch"],
        ["--only", "speling"],
        ["--ignore", "spelling,,number"],
        ["--lang", "english"],
        ["--lang", ""],
        ["--context", "-1"],
        ["--context", "x"],
        ["--min-confidence", "nan"],
        ["--format", "\x1b[31m"],
        ["--color", "sometimes"],
        ["--layout", "round"],
    ],
)
def test_wrong_options_are_one_line(args: list[str]) -> None:
    done = newsdiff("a.txt", "b.txt", *args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("newsdiff: ")
    assert done.stderr.endswith(" (newsdiff --help)\n")
    assert done.stderr.rstrip("\n").isprintable()


@pytest.mark.parametrize("command", ["check", "history", "facts", "corpus", "corpus report"])
def test_wrong_options_lead_to_the_help_of_their_command(command: str) -> None:
    done = newsdiff(*command.split(), "--nosuch")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f" (newsdiff {command} --help)\n")
    assert newsdiff("git-diff").stderr.endswith(" (newsdiff --help)\n")  # which has no help of its own


def test_an_unknown_kind_is_told_what_kinds_there_are() -> None:
    assert ", ".join(BY_NAME) in newsdiff("a.txt", "b.txt", "--only", "speling").stderr


@pytest.mark.parametrize("lang", ["en", "de", "pt-BR", "zh_Hans", "EN", "yue"])
def test_languages(lang: str) -> None:
    assert newsdiff("a.txt", "b.txt", "-q", "--lang", lang).exit_code == 1


def test_a_mistake_of_ours_is_not_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("newsdiff.run.compare", fail)
    done = newsdiff("a.txt", "b.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "newsdiff: internal error, please report it: ZeroDivisionError: oops at tests.test_cli"
    )
    monkeypatch.setenv("NEWSDIFF_TRACEBACK", "1")
    assert isinstance(newsdiff("a.txt", "b.txt").exception, ZeroDivisionError)


# What is said beside the result


def test_an_assumed_encoding_is_said() -> None:
    Path("c.txt").write_bytes("café".encode("cp1252"))
    done = newsdiff("c.txt", "c.txt", "--format", "json")
    assert done.stderr == "newsdiff: c.txt: not UTF-8, read as windows-1252\n" * 2
    assert newsdiff("c.txt", "c.txt", "--format", "json", "--encoding", "latin-1").stderr == ""


def test_unrelated_texts_are_said_to_be() -> None:
    Path("c.txt").write_text("Quarterly revenue at Kuzey fell sharply. Analysts blamed copper prices.")
    done = newsdiff("a.txt", "c.txt", "--format", "json")
    assert json.loads(done.stdout)["summary"]["related"] is False
    assert done.stderr == "newsdiff: a.txt and c.txt do not look like versions of the same story\n"


# Sources


def test_standard_input_is_one_side() -> None:
    found = json.loads(newsdiff("-", "b.txt", "--format", "json", stdin=A.encode()).stdout)
    assert found["a"]["name"] == "-"
    assert found["a"]["sentences"][0]["text"].startswith("MONTE VERDE (AP) —")


def test_offsets_count_every_character_of_the_file() -> None:
    Path("c.txt").write_bytes("\ufeffOne.\r\nTwo 😀.\r\nThree.".encode())
    last = json.loads(newsdiff("c.txt", "c.txt", "--format", "json").stdout)["a"]["sentences"][-1]
    assert (last["start"], last["end"], last["text"]) == (15, 21, "Three.")


# Sub-commands


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command("check", help="Stop a commit.")
    @click.argument("paths", nargs=-1)
    @click.option("--fast", is_flag=True)
    @click.pass_context
    def check(ctx: click.Context, paths: tuple[str, ...], fast: bool) -> int:
        click.echo(f"{ctx.command_path}: {paths} {fast}")
        return 1

    monkeypatch.setitem(command.commands, "check", check)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("check")
def test_a_sub_command_fits_beside_the_comparison() -> None:
    done = newsdiff("check", "a.txt", "--fast")
    assert (done.exit_code, done.stdout) == (1, "newsdiff check: ('a.txt',) True\n")
    assert newsdiff("a.txt", "b.txt", "-q").exit_code == 1
    assert "Usage: newsdiff check [OPTIONS] [PATHS]..." in newsdiff("check", "--help").stdout
    assert re.search(r"check +Stop a commit\.", newsdiff("--help").stdout)
    assert newsdiff("check", "--nosuch").stderr.startswith("newsdiff: No such option")


@pytest.mark.usefixtures("check")
def test_a_file_named_like_a_sub_command_can_be_compared() -> None:
    Path("check").write_text("One.")
    for args in (["./check", "a.txt"], ["--", "check", "a.txt"], ["-q", "check", "a.txt"], ["a.txt", "check"]):
        assert newsdiff("--quiet", *args).exit_code == 1


# Help


def test_help_shows_examples_and_exit_codes() -> None:
    for flag in ("-h", "--help"):
        done = newsdiff(flag)
        assert done.exit_code == 0
        assert "newsdiff HEAD:story.txt story.txt" in done.stdout
        assert "0 no differences, 1 differences, 2 trouble" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_every_option_is_documented() -> None:
    page = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
    for param in command.params:
        for name in [*param.opts, *param.secondary_opts]:
            assert not name.startswith("-") or f"`{name}" in page, name


def test_version_and_schema() -> None:
    assert newsdiff("--version").stdout.startswith("newsdiff ")
    assert json.loads(newsdiff("--json-schema").stdout)["properties"]["version"] == {
        "const": 1,
        "description": "Changes when scripts that read this format would have to change.",
    }


@pytest.mark.usefixtures("check")
def test_completion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NEWSDIFF_COMPLETE", "bash_source")
    assert "_NEWSDIFF_COMPLETE=bash_complete" in newsdiff().stdout
    monkeypatch.setenv("_NEWSDIFF_COMPLETE", "bash_complete")
    for words, position, expected in (
        ("newsdiff ch", "1", ["file,ch", "plain,check"]),
        ("newsdiff a.txt ch", "2", ["file,ch"]),
        ("newsdiff --format j", "2", ["plain,json"]),
        ("newsdiff check --f", "2", ["plain,--fast"]),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", position)
        assert newsdiff().stdout.split() == expected


@pytest.mark.parametrize(
    ("option", "word", "offered"),
    [
        ("--only", "qu", ["quote"]),
        ("--only", "number,qu", ["number,quote"]),
        ("--ignore", "o", ["omission", "open"]),
        ("--only", "quote.d", ["quote.dropped"]),
        ("--only", "number.same", ["number.same-value"]),
        ("--only", "zz", []),
        ("--format", "c", ["criticmarkup", "csv"]),
    ],
)
def test_completion_of_kinds_details_verdicts_and_formats(option: str, word: str, offered: list[str]) -> None:
    found = ShellComplete(command, {}, "newsdiff", "_NEWSDIFF_COMPLETE").get_completions([option], word)
    assert [item.value for item in found] == offered


def test_check_completes_what_fails() -> None:
    from newsdiff.check.cli import check

    found = ShellComplete(check, {}, "newsdiff check", "_NEWSDIFF_COMPLETE").get_completions(["--fail-on"], "sub")
    assert [item.value for item in found] == ["substantive"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_completion_in_bash(desk: Path) -> None:
    (desk / "newsdiff").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsdiff "$@"\n')
    (desk / "newsdiff").chmod(0o755)
    script = (
        'eval "$(_NEWSDIFF_COMPLETE=bash_source newsdiff)"\n'
        "complete -p newsdiff | grep -o _newsdiff_completion >&2\n"
        "COMP_WORDS=(newsdiff --only number,q) COMP_CWORD=2\n_newsdiff_completion newsdiff number,q --only\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "--norc"],
        input=script,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{desk}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
    )
    assert (done.stdout, done.stderr) == ("number,quote\n", "_newsdiff_completion\n")


# Names


def test_labels_name_the_sides_everywhere() -> None:
    for form in FORMATS:
        if form not in ("csv", "criticmarkup"):
            done = newsdiff("a.txt", "b.txt", "--label", "wire", "--label", "desk <2>", "--format", form)
            assert "wire" in done.stdout and re.search("desk\\s(<|&lt;|\\\\<)2", done.stdout), form
            assert "a.txt" not in done.stdout and "b.txt" not in done.stdout, form
    Path("c.txt").write_bytes(b"caf\xe9")
    done = newsdiff("a.txt", "c.txt", "--label", "wire", "--label", "desk")
    assert done.stderr.startswith("newsdiff: desk: not UTF-8") and "c.txt" not in done.stderr


def test_a_single_label_names_a_and_a_third_is_too_many() -> None:
    found = json.loads(newsdiff("a.txt", "b.txt", "--label", "wire", "--format", "json").stdout)
    assert (found["a"]["name"], found["b"]["name"]) == ("wire", "b.txt")
    done = newsdiff("a.txt", "b.txt", *["--label", "x"] * 3)
    assert (done.exit_code, done.stderr) == (
        2,
        "newsdiff: --label can be given twice, for A and for B (newsdiff --help)\n",
    )


def test_an_unknown_language_is_warned_of() -> None:
    done = newsdiff("a.txt", "b.txt", "--lang", "zz", "--format", "csv")
    assert done.exit_code == 1 and done.stdout
    assert done.stderr == "newsdiff: --lang zz: no rules for this language, sentences are split by general ones\n"
    assert newsdiff("a.txt", "b.txt", "--lang", "zz", "-q").stderr == ""
    assert newsdiff("a.txt", "b.txt", "--lang", "pt-BR").stderr == ""
    assert "--lang zz" in newsdiff("facts", "a.txt", "--lang", "zz").stderr


def test_start_up_imports_nothing_heavy() -> None:
    """Of the packages that cost tens of milliseconds none is loaded for JSON, and nothing of ours for --help."""
    program = (
        "import sys\nfrom newsdiff.cli import command\n"
        "try: command.main(sys.argv[1:])\nexcept SystemExit: print(*sorted(sys.modules), file=sys.stderr)"
    )

    def loaded(*args: str) -> set[str]:
        done = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, encoding="utf-8")
        return set(done.stderr.split())

    shown = loaded("--help")
    assert {name for name in shown if name.startswith("newsdiff")} == {"newsdiff", "newsdiff.cli", "newsdiff.output"}
    heavy = {
        "rich",
        "numpy",
        "charset_normalizer",
        "importlib.metadata",
        "asyncio",
        "logging",
        "subprocess",
        "dataclasses",
    }
    assert not heavy & shown
    assert not heavy & loaded("a.txt", "b.txt", "--format", "json")


# Colours


@pytest.mark.parametrize(
    ("choice", "environ", "terminal", "wanted"),
    [
        ("auto", {}, False, False),
        ("auto", {}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colours(choice: str, environ: dict[str, str], terminal: bool, wanted: bool) -> None:
    assert wants_color(choice, environ, terminal=terminal) is wanted


def test_colour_reaches_the_output_where_it_is_wanted() -> None:
    assert b"\x1b[" not in newsdiff("a.txt", "b.txt").stdout_bytes
    assert b"\x1b[" in newsdiff("a.txt", "b.txt", "--color", "always").stdout_bytes
    newsdiff("a.txt", "b.txt", "-o", "out")
    assert b"\x1b[" not in Path("out").read_bytes()


@pytest.mark.parametrize("value", ["40", "0", "wide", "-5", "999999", ""])
def test_any_width(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", value)
    done = newsdiff("a.txt", "b.txt")
    assert done.exit_code == 1
    assert max(map(len, done.stdout.splitlines())) <= (40 if value == "40" else 80)


# Files


@pytest.mark.parametrize("form", FORMATS)
def test_output_file(form: str) -> None:
    done = newsdiff("a.txt", "b.txt", "--format", form, "-o", "out")
    assert (done.exit_code, done.output) == (1, "")
    assert Path("out").read_bytes() == newsdiff("a.txt", "b.txt", "--format", form).stdout_bytes
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "out"]


def test_output_dash_is_standard_output() -> None:
    assert newsdiff("a.txt", "b.txt", "--format", "json", "-o", "-").stdout.startswith("{")


def test_output_may_replace_a_source() -> None:
    newsdiff("a.txt", "b.txt", "--format", "json", "-o", "a.txt")
    assert json.loads(Path("a.txt").read_text(encoding="utf-8"))["a"]["name"] == "a.txt"


def test_modes_are_kept_and_the_umask_is_heeded() -> None:
    mask = os.umask(0o027)
    try:
        write_file("new", "x")
    finally:
        os.umask(mask)
    assert Path("new").stat().st_mode & 0o777 == 0o640
    Path("new").chmod(0o604)
    write_file("new", "y")
    assert Path("new").stat().st_mode & 0o777 == 0o604


def test_a_link_is_followed() -> None:
    Path("folder").mkdir()
    Path("link").symlink_to("folder/real")
    write_file("link", "x")
    write_file("link", "y")
    assert Path("link").is_symlink()
    assert Path("folder/real").read_text() == "y"


def test_a_failed_write_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out").write_text("old")

    def fail(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(OutputError, match=r"^out: No space left on device"):
        write_file("out", "new")
    assert Path("out").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "out"]


def test_output_to_a_pipe() -> None:
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text(encoding="utf-8")))
    reader.start()
    newsdiff("a.txt", "b.txt", "--format", "json", "-o", "pipe")
    reader.join()
    assert read[0].startswith("{")
    assert Path("pipe").is_fifo()


def test_output_to_dev_stdout_appends_where_the_shell_does() -> None:
    Path("log").write_text("first\n")
    with Path("log").open("ab") as log:
        subprocess.run([*PROGRAM, "a.txt", "b.txt", "--format", "json", "-o", "/dev/stdout"], stdout=log)
    assert Path("log").read_text(encoding="utf-8").startswith('first\n{"version"')


# Processes


def test_json_is_utf_8_whatever_the_locale() -> None:
    strange = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    assert "—" in run("a.txt", "b.txt", "--format", "json", env=strange).stdout.decode("utf-8")
    done = run("a.txt", "b.txt", env=strange)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"MONTE VERDE (AP) ? The" in done.stdout
    assert run("é\udcff", "b.txt", env=strange).stderr.startswith(b"newsdiff: ")


def test_a_closed_pipe_ends_quietly() -> None:
    Path("long.txt").write_text(LONG)
    for args in (["--format", "json"], ["--json-schema"]):
        process = subprocess.Popen(
            [*PROGRAM, "long.txt", "long.txt", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )
        assert process.stdout is not None
        process.stdout.close()
        _, errors = process.communicate()
        assert (process.returncode, errors) == (-signal.SIGPIPE, b"")


def test_a_full_disk_is_trouble() -> None:
    for args in (["--format", "json"], ["--version"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*PROGRAM, "a.txt", "b.txt", *args], stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert done.stderr == b"newsdiff: standard output: No space left on device\n"


def test_closed_streams() -> None:
    done = subprocess.run(
        ["bash", "-c", '"$@" >&- <&-', "bash", *PROGRAM, "a.txt", "b.txt", "--format", "json"], stderr=subprocess.PIPE
    )
    assert (done.returncode, done.stderr) == (2, b"newsdiff: standard output is closed\n")
    done = subprocess.run(["bash", "-c", '"$@" >&- <&-', "bash", *PROGRAM, "a.txt", "b.txt", "-q"], capture_output=True)
    assert (done.returncode, done.stderr) == (1, b"")
    done = subprocess.run(["bash", "-c", '"$@" <&-', "bash", *PROGRAM, "-", "b.txt"], capture_output=True)
    assert (done.returncode, done.stderr) == (2, b"newsdiff: -: standard input is closed\n")


def test_ctrl_c_leaves_no_trace() -> None:
    os.mkfifo("pipe")
    # Under nohup and the like the interrupt is ignored, and a child would inherit that.
    process = subprocess.Popen(
        [*PROGRAM, "pipe", "b.txt", "-o", "out"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    )
    with Path("pipe").open("wb"):  # opens when the other side reads
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, b"", b"")
    assert not Path("out").exists()


def on_terminal(*args: str, rows: int = 10, **environ: str) -> tuple[int, str]:
    """Runs newsdiff on a pseudo-terminal of 100 columns; exit code and what was shown."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", **environ}
    process = subprocess.Popen([*PROGRAM, *args], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the last process has closed the terminal
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(), shown.decode()


def test_a_terminal_gets_colours_and_a_pager() -> None:
    keep = f'{sys.executable} -c \'import os, sys; open("paged", "w").write(os.environ["LESS"] + sys.stdin.read())\''
    code, shown = on_terminal("a.txt", "b.txt", PAGER=keep)
    assert (code, shown) == (1, "")
    paged = Path("paged").read_text(encoding="utf-8")
    assert paged.startswith("FRX")
    assert "\x1b[" in paged
    Path("paged").unlink()

    for args, environ in (
        (["--no-pager"], {"PAGER": keep}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": "no-such-pager"}),
        ([], {"PAGER": "unfinished 'quote"}),
        ([], {"PAGER": keep, "LINES": "500"}),
    ):
        code, shown = on_terminal("a.txt", "b.txt", *args, **environ)
        assert code == 1
        assert "MONTE VERDE" in shown
        assert not Path("paged").exists()


def test_a_pager_that_is_left_early_is_no_trouble() -> None:
    Path("long.txt").write_text(LONG)
    Path("longer.txt").write_text(LONG + "They left.")
    assert on_terminal("long.txt", "longer.txt", "--all", PAGER="true") == (1, "")


def test_json_on_a_terminal_is_indented() -> None:
    code, shown = on_terminal("a.txt", "b.txt", "--format", "json", PAGER="false")
    assert code == 1
    assert shown.startswith('{\r\n  "version": 1,')


# Formats


def test_open_shows_a_file_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda uri: opened.append(uri) or True)
    assert newsdiff("a.txt", "b.txt", "--format", "html", "-o", "report.html", "--open").exit_code == 1
    done = newsdiff("a.txt", "b.txt", "--format", "html", "--open")
    assert (done.exit_code, done.stdout) == (1, "")
    assert opened[0] == Path("report.html").resolve().as_uri()
    temporary = Path(opened[1].removeprefix("file://"))
    assert temporary.suffix == ".html"
    assert temporary.read_text(encoding="utf-8").startswith("<!doctype html>")
    temporary.unlink()


def test_open_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda uri: False)
    done = newsdiff("a.txt", "b.txt", "--format", "html", "-o", "report.html", "--open")
    assert (done.exit_code, done.stderr) == (2, "newsdiff: no browser to open report.html with\n")
    assert Path("report.html").exists()


def test_filters_choose_the_edits_of_csv_and_json_and_leave_the_summary() -> None:
    Path("a.txt").write_text("The 30 men were organised. He left.", encoding="utf-8")
    Path("b.txt").write_text("The 40 men were organized.", encoding="utf-8")
    whole = json.loads(newsdiff("a.txt", "b.txt", "--format", "json").stdout)
    assert [edit["kind"] for edit in whole["edits"]] == ["number", "spelling", "omission"]
    for options, kinds in (
        (["--only", "substantive"], ["number", "omission"]),
        (["--only", "number.changed-value,spelling"], ["number", "spelling"]),
        (["--ignore", "omission"], ["number", "spelling"]),
    ):
        found = json.loads(newsdiff("a.txt", "b.txt", "--format", "json", *options).stdout)
        assert [edit["kind"] for edit in found["edits"]] == kinds
        assert (found["summary"], found["links"]) == (whole["summary"], whole["links"])
        rows = list(csv.DictReader(newsdiff("a.txt", "b.txt", "--format", "csv", *options).stdout.splitlines()))
        assert [row["kind"] for row in rows] == kinds


def test_edits_below_a_confidence_are_as_if_not_found() -> None:
    args = ("a.txt", "b.txt", "--min-confidence", "1")
    found = json.loads(newsdiff(*args, "--format", "json").stdout)
    assert [edit["kind"] for edit in found["edits"]] == ["insertion"]
    assert found["summary"]["edits"] == {"insertion": 1}
    rows = newsdiff(*args, "--format", "csv").stdout.splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == ["insertion"]
    assert "edits      1 insertion\n" in newsdiff(*args).stdout
    assert newsdiff(*args, "-q").exit_code == 1


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "table"])
def test_stat_is_for_readers(form: str) -> None:
    done = newsdiff("a.txt", "b.txt", "--stat", "--format", form)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--stat prints a summary for readers" in done.stderr


def test_all_is_both_halves() -> None:
    whole = newsdiff("a.txt", "b.txt", "--all").stdout
    assert whole == newsdiff("a.txt", "b.txt", "--all-sentences", "--all-edits").stdout
    assert "He paused." in newsdiff("a.txt", "b.txt", "--all-sentences").stdout
    assert "He paused." not in newsdiff("a.txt", "b.txt", "--all-edits").stdout


def test_moved_is_another_word_for_transposition() -> None:
    Path("a.txt").write_text("It rained in Monte Verde. The mayor resigned on Monday. They cheered.", encoding="utf-8")
    Path("b.txt").write_text(
        "The mayor resigned on Monday. Nobody cheered. It rained in Monte Verde.", encoding="utf-8"
    )
    shown = newsdiff("a.txt", "b.txt", "--only", "moved")
    assert shown.exit_code == 1
    assert shown.stdout == newsdiff("a.txt", "b.txt", "--only", "transposition").stdout
    assert "Monte Verde" in shown.stdout
