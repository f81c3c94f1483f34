"""Two folders, two revisions: which files belong together, what each row says, how the run ends."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli import command
from newsdiff.compare import compare
from newsdiff.corpus import folders
from newsdiff.model import Article, Comparison
from tests.pairs import ROOT
from tests.repository import STORY, Repository

SAMPLES = ROOT / "samples"


class Run:
    """Runs the command line in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code, self.out, self.err = 0, "", ""

    def __call__(self, *arguments: str, **environment: str) -> "Run":
        done = subprocess.run(
            [sys.executable, "-m", "newsdiff", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "80", **environment},
            capture_output=True,
            timeout=120,
        )
        self.code, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()
        return self


def put(path: Path, content: str | bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copy(content, path)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    wire, printed = tmp_path / "wire", tmp_path / "print"
    put(wire / "scales.txt", SAMPLES / "slip/a.txt")
    put(printed / "scales.txt", SAMPLES / "slip/b.txt")
    put(wire / "culture/map.txt", SAMPLES / "copyedit/a.txt")
    put(printed / "museum.txt", SAMPLES / "copyedit/b.txt")
    put(wire / "tower.txt", SAMPLES / "reprint/a.txt")
    put(printed / "tower.txt", SAMPLES / "reprint/a.txt")
    return Run(tmp_path)


def test_a_row_for_each_pair(run: Run) -> None:
    run("wire", "print")
    assert (run.code, run.err) == (1, "")
    assert (
        run.out
        == """\
A  wire
B  print

  file                          kept  meaning  open  edits
! culture/map.txt → museum.txt   84%        2    14  1 date, 2 number, 1 quote,
                                                     3 spelling, 31 wording
! scales.txt                     98%        4     0  1 date, 1 hedge, 1
                                                     negation, 1 number

culture/map.txt → museum.txt
  ! quote altered     I thought that it was a blueprint → I thought it was a
                      blueprint
  ! wording reworded  had → have

scales.txt
  ! number changed value  $1.2 million → $1.2 billion
  ! hedge                 allegedly → –
  ! negation              would not raise → would raise
  ! date changed value    Thursday → Tuesday

3 pairs, 1 the same, 2 changed (2 in meaning), 1 renamed
"""
    )


def test_the_same_twice(run: Run) -> None:
    run("wire", "wire")
    assert (run.code, run.out) == (0, "A  wire\nB  wire\n\nNo differences: 3 pairs\n")
    (run.folder / "empty").mkdir()
    assert run("empty", "empty").code == 0
    assert run("wire", "empty").code == 1
    assert run.out.endswith("0 pairs, 0 the same, 0 changed, 3 only in A\n")


def test_only_chooses_edits_and_never_the_exit_code(run: Run) -> None:
    run("wire", "print", "--only", "quote")
    assert run.code == 1
    assert "1 quote" in run.out and "scales.txt" not in run.out
    assert run.out.endswith("1 renamed; 1 row filtered out\n")
    found = json.loads(run("wire", "print", "--format", "json", "--ignore", "wording,number").out)
    kinds = {edit["kind"] for pair in found["pairs"] for edit in pair["edits"]}
    assert kinds == {"date", "hedge", "negation", "quote", "spelling"}


def test_formats(run: Run) -> None:
    found = json.loads(run("wire", "print", "--format", "json").out)
    assert found["summary"] == {"same": 1, "changed": 2, "only in A": 0, "only in B": 0, "skipped": 0, "error": 0}
    assert [(pair["a"], pair["b"], pair["status"]) for pair in found["pairs"]] == [
        ("culture/map.txt", "museum.txt", "changed"),
        ("scales.txt", "scales.txt", "changed"),
        ("tower.txt", "tower.txt", "same"),
    ]
    single = json.loads(run("wire/scales.txt", "print/scales.txt", "--format", "json").out)
    assert found["pairs"][1]["edits"] == single["edits"]
    assert found["pairs"][1]["summary"] == single["summary"]
    assert run("wire", "print", "--format", "csv").out.splitlines()[2] == (
        'scales.txt,scales.txt,changed,0.9846,4,0,0,"1 date, 1 hedge, 1 negation, 1 number",'
    )
    shown = run("wire", "print", "--format", "markdown").out
    assert "| **!** | scales.txt | 98% | 4 | 0 | 1 date, 1 hedge, 1 negation, 1 number |" in shown
    page = run("wire", "print", "--format", "html").out
    assert page.count("<details>") == 2 and "<del>$1.2 million</del>" in page and "<script" not in page
    run("wire", "print", "--format", "inline")
    assert (run.code, run.out) == (2, "")
    assert "--format inline shows a single pair; for several choose table, json, html, csv or markdown" in run.err


def test_what_cannot_be_read_costs_its_row(run: Run) -> None:
    wire, printed = run.folder / "wire", run.folder / "print"
    for folder, text in ((wire, "A man."), (printed, "Nine men.")):
        put(folder / "binary.txt", b"a\0" + text.encode())
        put(folder / "photo.png", text)
        put(folder / ".git/config", text)
        put(folder / ".notes.txt", text)
        put(folder / "old.rtf", "{\\rtf " + text)
        os.mkfifo(folder / "pipe.txt")
    (wire / "gone.txt").symlink_to("nowhere")
    (wire / "linked.txt").symlink_to("scales.txt")
    put(printed / "linked.txt", SAMPLES / "slip/b.txt")
    (wire / "loop").symlink_to(".")
    rows = {row.split(",")[0]: row for row in run("wire", "print", "--format", "csv").out.splitlines()}
    assert run.code == 2
    assert run.err == "newsdiff: links to folders are not followed: wire/loop\n"
    assert list(rows) == [
        "a", "binary.txt", "gone.txt", "linked.txt", "culture/map.txt", "old.rtf", "photo.png", "pipe.txt",
        "scales.txt", "tower.txt",
    ]  # fmt: skip
    assert "error,,,,,,a binary file" in rows["binary.txt"]
    assert rows["gone.txt"] == "gone.txt,,only in A,,,,,,"
    assert ",changed," in rows["linked.txt"]
    assert rows["photo.png"].endswith('skipped,,,,,,"differs, but .png files are not read"')
    assert rows["pipe.txt"].endswith("error,,,,,,not a regular file")
    assert run("wire", "print", "--only", "quote").out.count("not a regular file") == 1


def test_names_are_harmless(run: Run) -> None:
    put(run.folder / "wire" / "=1+1\n<b>|\x1b[31m.txt", "Six men left.")
    put(run.folder / "print" / "=1+1\n<b>|\x1b[31m.txt", "Nine men left.")
    for form in ("table", "html", "csv", "markdown", "json"):
        out = run("wire", "print", "--format", form).out
        assert run.code == 1
        assert "\x1b" not in out or form == "csv"  # which goes to a program, except on a terminal
        assert "<b>|" not in out or form not in ("html", "markdown")
    assert "'=1+1" in run("wire", "print", "--format", "csv").out


def test_more_than_one_candidate(run: Run) -> None:
    """Each file is in one pair, the likest first, and equal contents before all others."""
    old, new = run.folder / "old", run.folder / "new"
    put(old / "one.txt", SAMPLES / "slip/a.txt")
    put(old / "two.txt", SAMPLES / "reprint/a.txt")
    put(new / "three.txt", SAMPLES / "slip/b.txt")
    put(new / "four.txt", SAMPLES / "slip/a.txt")
    put(new / "five.txt", SAMPLES / "reprint/b.txt")
    pairs = json.loads(run("old", "new", "--format", "json").out)["pairs"]
    assert [(pair["a"], pair["b"], pair["status"]) for pair in pairs] == [
        ("two.txt", "five.txt", "changed"),
        ("one.txt", "four.txt", "same"),
        (None, "three.txt", "only in B"),
    ]


def test_a_folder_and_a_file(run: Run) -> None:
    assert run("wire", "print/scales.txt", "--quiet").code == 1
    assert run("print", "wire/culture/map.txt").code == 2
    assert run.err == "newsdiff: print/map.txt: No such file or directory\n"
    assert run("wire/scales.txt", "print").code == 2


def test_output_and_labels(run: Run) -> None:
    assert run("wire", "print", "-o", "out.csv", "--format", "csv", "-q").code == 1
    assert (run.folder / "out.csv").read_text().startswith("a,b,status")
    run("wire", "print", "--label", "Wire", "--label", "Paper", PYTHONHASHSEED="1")
    assert run.out.startswith("A  Wire\nB  Paper\n")
    assert run("wire", "print", "--label", "Wire", "--label", "Paper", PYTHONHASHSEED="2").out == run.out


def test_a_mistake_of_newsdiff_itself_costs_one_row(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(a: Article, b: Article, **options: object) -> Comparison:
        if "Brightwell" in a.text:
            raise RuntimeError("no idea")
        return compare(a, b)

    monkeypatch.setattr(folders, "compare", fail)
    trees = [folders.read_folder(str(run.folder / name)) for name in ("wire", "print")]
    rows = [*folders.compare_trees(*trees, folders.Settings())]
    assert [row.status for row in rows] == ["changed", "error", "same"]
    assert rows[1].error.startswith("internal error, please report it: RuntimeError: no idea")


# Revisions


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit("desk/scales.txt", (SAMPLES / "slip/a.txt").read_text())
    repository.commit("map.md", (SAMPLES / "copyedit/a.txt").read_text())
    repository.git("tag", "old")
    repository.git("rm", "-q", "map.md")
    repository.stage("desk/museum.md", (SAMPLES / "copyedit/b.txt").read_text())
    repository.stage("desk/tool.py", "x = 1\n")
    repository.commit("desk/scales.txt", (SAMPLES / "slip/b.txt").read_text())
    repository.commit()
    return repository


def diff(repo: Repository, *arguments: str, folder: str = "") -> tuple[int, str, str]:
    done = repo.run(sys.executable, "-m", "newsdiff", *arguments, folder=folder)
    return done.code, done.out, done.err


def test_a_range_of_revisions(repo: Repository) -> None:
    code, out, err = diff(repo, "old..", "--format", "csv")
    assert (code, err) == (1, "")
    assert [row.split(",")[:3] for row in out.splitlines()[1:]] == [
        ["map.md", "desk/museum.md", "changed"],
        ["desk/scales.txt", "desk/scales.txt", "changed"],
        ["", "story.txt", "only in B"],
    ]
    # Renamed files are found though only one of the names was asked for.
    assert diff(repo, "old..HEAD", "desk", "--format", "csv")[1].splitlines()[1].startswith("map.md,desk/museum.md,")
    assert diff(repo, "HEAD~1..", "desk")[:2] == (0, "A  HEAD~1\nB  HEAD\n\nNo files that differ\n")
    assert diff(repo, "..", "HEAD")[0] == 2


def test_three_dots_mean_the_fork(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "side", "old")
    repo.commit("map.md", "Another story.\n")
    assert "desk/scales.txt" in diff(repo, "side..main", "--format", "csv")[1]
    assert diff(repo, "main...side", "--format", "csv")[1].splitlines()[1].startswith("map.md,map.md,")
    assert repo.check("main...side").out.splitlines()[-1].startswith("1 file compared")


def test_one_file_of_a_range_has_its_own_report(repo: Repository) -> None:
    code, out, _ = diff(repo, "old..", "desk/scales.txt", "--format", "json")
    found = json.loads(out)
    assert (code, found["a"]["name"], found["b"]["name"]) == (1, "old:desk/scales.txt", "HEAD:desk/scales.txt")
    assert diff(repo, "old..", "scales.txt", "-q", folder="desk")[0] == 1
    assert diff(repo, "HEAD~1..", "desk/scales.txt")[:2] == (0, "No differences: 19 sentences.\n")
    assert "tool.py" in diff(repo, "old..", "desk/tool.py", "--format", "csv")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("old", "map.md"), "old is a revision, not a file; did you mean old:map.md map.md, or old.. map.md?"),
        (("old", "desk"), "old is a revision, not a file; did you mean old.. desk?"),
        (("old", "main"), "old is a revision, not a file; did you mean old..main?"),
        (("old", "main", "desk"), "old is a revision, not a file; did you mean old..main desk?"),
        (("old",), "old is a revision, not a file; did you mean old..?"),
        (("story.txt", "old"), "old is a revision, not a file; did you mean old:story.txt story.txt"),
        (("nothing..old",), "nothing: no such revision"),
        (("old..", "missing.txt"), "missing.txt: neither in old nor in HEAD"),
        (("old..", "../out.txt"), "../out.txt: outside the repository"),
        (("../missing..txt", "story.txt"), "../missing..txt: No such file or directory"),
        (("story.txt", "story.txt", "story.txt"), "Got unexpected extra argument (story.txt)"),
        (("check", "old..", "--base", "HEAD"), "old.. already names what is compared"),
    ],
)
def test_what_was_meant(repo: Repository, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = diff(repo, *arguments)
    assert (code, out) == (2, "")
    assert message in err and err.count("\n") == 1


def test_in_a_folder_the_path_is_relative(repo: Repository) -> None:
    assert "did you mean old:./scales.txt scales.txt" in diff(repo, "old", "scales.txt", folder="desk")[2]
    assert diff(repo, "old:./scales.txt", "scales.txt", "-q", folder="desk")[0] == 1


def test_check_takes_a_range(repo: Repository) -> None:
    done = repo.check("old..", "desk")
    assert done.code == 1
    assert done.out.splitlines()[-1] == "1 file compared, 1 new, 1 skipped, 4 findings"
    assert (
        repo.check("HEAD~1..HEAD").out
        == "story.txt: new, nothing to compare with\n0 files compared, 1 new, 0 findings\n"
    )


def test_git_difftool_with_folders(repo: Repository) -> None:
    repo.write("story.txt", STORY.replace("312", "321"))
    done = repo.run("git", "difftool", "--dir-diff", "--no-prompt", "--extcmd", "newsdiff", "old", COLUMNS="90")
    assert "map.md → desk/museum.md" in done.out
    assert "+ story.txt" in done.out
    repo.git("config", "difftool.newsdiff.cmd", 'newsdiff --format csv -- "$LOCAL" "$REMOTE"')
    done = repo.run("git", "difftool", "--dir-diff", "--no-prompt", "--tool=newsdiff", "HEAD")
    assert done.out.splitlines()[1].startswith("story.txt,story.txt,changed,")


def test_paths_are_completed() -> None:
    assert {param.name for param in command.params} >= {"a", "b", "paths"}
