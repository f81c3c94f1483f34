"""The hook under the real pre-commit, in real repositories. Marked slow: what installs newsdiff from a clone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff import __version__
from tests.pairs import ROOT
from tests.repository import STORY, Done, Repository

CHANGED = STORY.replace("312", "321")
RESTYLED = STORY.replace("organizes", "organises")
# The hook of .pre-commit-hooks.yaml, run by the Python of the tests: installing it takes a minute.
LOCAL = """\
repos:
  - repo: local
    hooks:
      - {id: newsdiff, name: newsdiff check, entry: newsdiff check, language: system, verbose: true,
         types_or: [plain-text, markdown, rst, asciidoc, html]}
"""


def pre_commit(repo: Repository, *arguments: str, **environment: str) -> Done:
    return repo.run(sys.executable, "-m", "pre_commit", *arguments, **environment)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit(".pre-commit-config.yaml", LOCAL)
    repository.commit()
    repository.commit("other.txt")
    # A console script of pre-commit stands beside Python; the hook that it writes names that Python.
    done = pre_commit(repository, "install", "-t", "pre-commit", "-t", "pre-push", "-t", "pre-merge-commit")
    assert done.code == 0, done
    return repository


def commit(repo: Repository, *arguments: str, **environment: str) -> Done:
    done = repo.run("git", "commit", "-q", "-m", "x", *arguments, **environment)
    return Done(done.code, done.out + done.err, "")


def test_a_commit_is_stopped(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = commit(repo)
    assert done.code == 1
    assert "story.txt:3:53: number changed value: '312' -> '321'" in done.out


@pytest.mark.parametrize("name", ["--exclude=*.txt", "-qother.txt", "-onew.txt", "--fail-on=none,date.txt"])
def test_no_file_name_is_taken_for_an_option(repo: Repository, name: str) -> None:
    repo.stage("story.txt", CHANGED)
    repo.stage(name, STORY)
    done = commit(repo)
    assert done.code == 1
    assert f"'{name}' is a file with the name of an option" in done.out
    assert repo.run("newsdiff", "check", "--", name).code == 0
    assert "'312' -> '321'" in repo.run("newsdiff", "check", "-v", "--", name, "story.txt").out


def test_a_respelling_goes_in(repo: Repository) -> None:
    repo.stage("story.txt", RESTYLED)
    assert commit(repo).code == 0


def test_partly_staged(repo: Repository) -> None:
    repo.stage("story.txt", RESTYLED)
    repo.write("story.txt", RESTYLED.replace("312", "321"))
    assert commit(repo).code == 0
    assert "321" in (repo.top / "story.txt").read_text()
    repo.git("add", ".")
    repo.write("story.txt", RESTYLED)
    assert commit(repo).code == 1


def test_two_files_one_of_them_wrong(repo: Repository) -> None:
    repo.stage("story.txt", RESTYLED)
    repo.stage("other.txt", CHANGED)
    done = commit(repo)
    assert done.code == 1
    assert "other.txt:3:53" in done.out
    assert "\nstory.txt:" not in done.out


def test_a_rename(repo: Repository) -> None:
    repo.git("mv", "story.txt", "desk.txt")
    repo.stage("desk.txt", CHANGED)
    done = commit(repo)
    assert done.code == 1
    assert "desk.txt:3:53" in done.out


def test_an_accepted_change(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    assert commit(repo).code == 1
    assert repo.check("--accept", "--reason", "counted again").code == 0
    done = commit(repo)
    assert done.code == 1, "the accepted file is not staged yet"
    repo.git("add", ".newsdiff-accepted.toml")
    done = commit(repo)
    assert done.code == 0, done
    assert "1 accepted" in done.out


def test_skip(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    assert commit(repo, SKIP="newsdiff").code == 0


def test_no_prose(repo: Repository) -> None:
    repo.stage("script.py", "print(312)\n")
    done = commit(repo)
    assert done.code == 0
    assert "Skipped" in done.out


def test_refs(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "desk")
    repo.stage("story.txt", CHANGED)
    assert commit(repo, "--no-verify").code == 0
    done = pre_commit(repo, "run", "newsdiff", "--from-ref", "main", "--to-ref", "desk")
    assert done.code == 1
    assert "story.txt:3:53" in done.out
    assert pre_commit(repo, "run", "newsdiff", "--all-files").code == 0


def test_a_push(repo: Repository) -> None:
    repo.git("init", "-q", "--bare", "../origin.git")
    repo.git("remote", "add", "origin", "../origin.git")
    assert repo.run("git", "push", "-q", "origin", "main").code == 0
    repo.stage("story.txt", CHANGED)
    commit(repo, "--no-verify")
    done = repo.run("git", "push", "-q", "origin", "main")
    assert done.code != 0
    assert "story.txt:3:53" in done.out + done.err


def test_a_merge(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "desk")
    repo.stage("story.txt", CHANGED)
    commit(repo, "--no-verify")
    repo.git("checkout", "-q", "main")
    repo.stage("story.txt", STORY.replace("40", "50"))
    commit(repo, "--no-verify")
    done = repo.run("git", "merge", "--no-edit", "desk")
    assert done.code == 0, done


def test_a_work_tree_of_its_own(repo: Repository) -> None:
    repo.git("worktree", "add", "-q", "../second")
    second = repo.top.parent / "second"
    (second / "story.txt").write_text(CHANGED)
    done = repo.run("git", "commit", "-q", "-a", "-m", "x", folder="../second")
    assert done.code == 1
    assert "story.txt:3:53" in done.out + done.err


def test_the_hook_is_the_one_that_is_tested_here() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    for line in ("id: newsdiff", "entry: newsdiff check", "types_or: [plain-text, markdown, rst, asciidoc, html]"):
        assert line in text
        assert line.removeprefix("id: ") in LOCAL


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of newsdiff as it stands in the work tree, for pre-commit to clone."""
    top = tmp_path_factory.mktemp("newsdiff") / "newsdiff"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info", "gold", "cases", "benchmarks", "tools"
    )
    shutil.copytree(ROOT, top, ignore=ignored)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "newsdiff"], ["tag", f"v{__version__}"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *command], cwd=top, check=True)
    return top


@pytest.mark.slow
def test_try_repo(repo: Repository, clone: Path) -> None:
    repo.stage("story.txt", CHANGED)
    # The hook runs in the environment that pre-commit made, not on the modules of this work tree.
    for name in ("PYTHONPATH",):
        del repo.environment[name]
    done = pre_commit(repo, "try-repo", str(clone), "newsdiff", "--files", "story.txt")
    assert done.code == 1, done
    assert "story.txt:3:53: number changed value: '312' -> '321'" in done.out
    # The same environment serves the recipe.
    recipe = (ROOT / "docs" / "recipes.md").read_text().partition("```yaml\n")[2].partition("```")[0]
    repo.stage(".pre-commit-config.yaml", recipe.replace("https://example.org/newsdiff", str(clone)))
    done = commit(repo)
    assert done.code == 1, done
    assert "story.txt:3:53: number changed value: '312' -> '321'" in done.out
    repo.stage("story.txt", RESTYLED)
    assert commit(repo).code == 0
