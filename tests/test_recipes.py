"""Every recipe in docs/recipes.md does what it says, exactly as printed."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newsdiff import __version__
from tests.pairs import ROOT
from tests.repository import STORY, Repository

PAGE = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
CHANGED = STORY.replace("312", "321")
RUN_HERE = {
    "pre-commit": "tests/test_hooks.py",
    "A plain git hook": "",
    "GitHub Actions": "",
    "Any other CI": "",
    "git difftool": "",
    "git diff, git show, git log": "",
    "An alias": "",
    "A commit message that says what changed": "",
}


def blocks(heading: str) -> list[str]:
    """The fenced blocks under a heading of the page."""
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.S | re.M)
    assert section
    return re.findall(r"^```\w+\n(.*?)^```$", section[1], re.S | re.M)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit()
    repository.commit("script.py", "print(312)\n")
    return repository


def test_every_recipe_is_known_here() -> None:
    assert re.findall(r"^## (.*)", PAGE, re.M) == list(RUN_HERE)


def test_plain_hook(repo: Repository) -> None:
    for name in ("pre-commit", "pre-merge-commit"):
        repo.write(f".git/hooks/{name}", blocks("A plain git hook")[0]).chmod(0o755)
    repo.stage("story.txt", CHANGED)
    done = repo.run("git", "commit", "-m", "x")
    assert done.code == 1
    assert "story.txt:3:53: number changed value: '312' -> '321'" in done.out + done.err
    assert repo.run("git", "commit", "-m", "x", SKIP="newsdiff").code == 0
    repo.git("checkout", "-q", "-b", "desk", "HEAD~1")
    repo.stage("other.txt", STORY)
    repo.git("commit", "-q", "-m", "y")
    repo.git("merge", "-q", "--no-edit", "main")


def test_difftool(repo: Repository) -> None:
    repo.write("story.txt", CHANGED)
    done = repo.run("bash", "-ec", blocks("git difftool")[0])
    assert done.code == 0, done
    assert "a/story.txt" in done.out and "b/story.txt" in done.out
    assert "git-blob" not in done.out and "/tmp" not in done.out + done.err
    assert "[-312-]" in done.out
    assert "{+321+}" in done.out


def test_git_setup(repo: Repository) -> None:
    printed = repo.run("newsdiff", "git-setup", "--print")
    assert printed.code == 0
    assert "newsdiff" not in repo.git("config", "--local", "--list")
    done = repo.run("newsdiff", "git-setup")
    assert done.out.startswith(printed.out)
    config = repo.git("config", "--local", "--list")
    tool = 'difftool.newsdiff.cmd=newsdiff --label "a/$MERGED" --label "b/$MERGED" -- "$LOCAL" "$REMOTE"'
    assert tool in config
    assert "diff.newsdiff.command=newsdiff git-diff" in config
    # What it prints is what it does.
    repo.git("config", "--remove-section", "difftool.newsdiff")
    repo.run("sh", "-ec", printed.out)
    assert tool in repo.git("config", "--local", "--list")
    hints = done.out.splitlines()[-2:]
    assert [hint.index(word) for hint, word in zip(hints, ("shows", "in .git"), strict=True)] == [30, 30]
    again = repo.run("newsdiff", "git-setup")
    assert again == done
    assert repo.git("config", "--local", "--list").count("diff.newsdiff.command") == 1
    # The recipes say the same.
    for line in printed.out.splitlines():
        assert line.replace(" --local", "") in PAGE
    outside = repo.run("newsdiff", "git-setup", folder="..", GIT_CEILING_DIRECTORIES=str(repo.top.parent))
    assert (outside.code, outside.err.count("\n")) == (2, 1)
    assert outside.err.startswith("newsdiff: not a git repository")


def test_external_diff(repo: Repository) -> None:
    repo.write("story.txt", CHANGED)
    repo.write("script.py", "print(321)\n")
    done = repo.run("bash", "-ec", blocks("git diff, git show, git log")[0])
    assert done.code == 0, done
    assert "a/story.txt" in done.out
    assert "[-312-]" in done.out
    assert "-print(312)\n+print(321)" in done.out


def test_diff_driver(repo: Repository) -> None:
    repo.write("story.txt", CHANGED)
    repo.write("script.py", "print(321)\n")
    done = repo.run("bash", "-ec", blocks("git diff, git show, git log")[1])
    assert done.code == 0, done
    assert "b/story.txt" in done.out
    assert "{+321+}" in done.out
    assert "-print(312)\n+print(321)" in done.out
    assert "{+Ferry runs aground off Lind+}" in done.out  # a file that is new has everything added
    repo.git("mv", "story.txt", "desk.txt")
    repo.git("add", ".")
    done = repo.run("git", "diff", "--cached", "-M")
    assert "a/story.txt" in done.out
    assert "b/desk.txt" in done.out
    (repo.top / "desk.txt").write_bytes(b"\x00\x01")
    done = repo.run("git", "diff")
    assert done.code == 0
    assert "binary" in done.err
    assert "-312" not in repo.run("git", "diff", "--no-ext-diff", "--stat").out


def test_diff_driver_in_a_terminal(repo: Repository) -> None:
    repo.run("newsdiff", "git-setup")
    repo.write(".gitattributes", "*.txt diff=newsdiff\n")
    repo.write("story.txt", CHANGED)
    ours, theirs = pty.openpty()
    environment = {**repo.environment, "TERM": "xterm", "GIT_PAGER": "cat", "COLUMNS": "70", "PYTHONUTF8": "1"}
    del environment["NO_COLOR"]
    with subprocess.Popen(["git", "diff"], cwd=repo.top, env=environment, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        out = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:
                break
            if not more:
                break
            out += more
        assert process.wait() == 0
    assert b"\x1b[" in out
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip()) for line in out.decode().splitlines()) <= 70


def test_alias(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.run("bash", "-c", blocks("An alias")[0])
    assert done.code == 1
    assert "story.txt:3:53" in done.out
    assert "    + LIND" in done.out
    assert repo.run("git", "copy", folder=".git/../").code == 1


def test_message(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.run("bash", "-ec", blocks("A commit message that says what changed")[0])
    assert done == (0, "* number changed value 312 -> 321\n", "")


def test_other_ci(repo: Repository) -> None:
    repo.git("branch", "origin/main")
    repo.commit("story.txt", CHANGED)
    install, check = blocks("Any other CI")[0].splitlines()
    assert install == f"pip install -q git+https://example.org/newsdiff@v{__version__}"  # which no test does
    assert repo.run("bash", "-c", check).code == 1


def test_workflow_is_the_actions() -> None:
    workflow = yaml.safe_load(blocks("GitHub Actions")[0])
    steps = workflow["jobs"]["newsdiff"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    more = yaml.safe_load(blocks("GitHub Actions")[1])
    assert set(more[0]["with"]) <= set(action["inputs"])
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in PAGE


def test_python_is_recent() -> None:
    assert sys.version_info >= (3, 11)
