"""The GitHub Action: its steps, run as a runner runs them, in real repositories."""

import json
import os
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdiff.check.action import REPORT
from tests.pairs import ROOT
from tests.repository import STORY, Repository

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
CHANGED = STORY.replace("312", "321")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit()
    repository.commit("script.py", "print(312)\n")
    return repository


@pytest.fixture
def first(repo: Repository) -> str:
    """What was there before a changed figure and another commit."""
    revision = repo.git("rev-parse", "HEAD").strip()
    repo.commit("story.txt", CHANGED)
    repo.commit("script.py", "print(2)\n")
    return revision


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of the last step, with a Python where the step before puts it, and the runner's files."""
    python = tmp_path / "temp" / "newsdiff" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\ntest "$1" = -I && shift && PYTHONPATH={ROOT} exec {sys.executable} -P "$@"\n')
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    return {
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "FROM_REF": "",
        "TO_REF": "HEAD",
        "FAIL_ON": "",
        "WARN_ON": "",
        "SARIF": "",
        "DEFAULT_BRANCH": "main",
    }


def run_step(number: int, repo: Repository, environment: dict[str, str]) -> tuple[int, str, str]:
    """Runs a step of the action in a repository: its script in a file, under the shell that it names."""
    step = STEPS[number]
    assert set(step["env"]) <= set(environment)
    assert "${{" not in step["run"]
    script = Path(environment["RUNNER_TEMP"], "step.py")
    script.write_text(step["run"], encoding="utf-8")
    words = [word.replace("{0}", str(script)) for word in step["shell"].split()]
    assert words[0] == "python"
    return repo.run(sys.executable, *words[1:], **environment)


def outputs(runner: dict[str, str]) -> dict[str, str]:
    lines = Path(runner["GITHUB_OUTPUT"]).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_findings_are_annotations_outputs_and_a_summary(repo: Repository, first: str, runner: dict[str, str]) -> None:
    code, out, _ = run_step(2, repo, {**runner, "FROM_REF": first})
    assert code == 1
    assert out.startswith("::error file=story.txt,line=3,endLine=3,col=53,endColumn=56,title=")
    told = outputs(runner)
    assert (told["findings"], told["substantive"], told["open"]) == ("1", "1", "0")
    assert Path(told["report"]) == Path(runner["RUNNER_TEMP"], REPORT)
    report = Path(told["report"]).read_text()
    assert report == Path(runner["GITHUB_STEP_SUMMARY"]).read_text()
    assert report.startswith("### newsdiff: 1 file compared, 1 finding\n")
    assert "| stops | story.txt:3 | number changed value | 312 | 321 |" in report
    # The outputs of the action are those of the step, all of them.
    values = [re.fullmatch(r"\$\{\{ steps\.check\.outputs\.(\w+) \}\}", o["value"]) for o in ACTION["outputs"].values()]
    assert [value and value[1] for value in values] == list(ACTION["outputs"]) == list(told)
    assert STEPS[2]["id"] == "check"


def test_a_start_that_is_not_there(repo: Repository, first: str, runner: dict[str, str]) -> None:
    """The first push of a branch, a force push, something that looks like an option: from the parent."""
    for nowhere in ("", "0" * 40, "1" * 40, "--output=x"):
        assert run_step(2, repo, {**runner, "FROM_REF": nowhere})[0] == 0
    # After a force push from where the branch left the default one, if the clone has it.
    repo.git("update-ref", "refs/remotes/origin/main", first)
    assert run_step(2, repo, {**runner, "FROM_REF": "1" * 40})[0] == 1


def test_inputs(repo: Repository, first: str, runner: dict[str, str], tmp_path: Path) -> None:
    warned = run_step(2, repo, {**runner, "FROM_REF": first, "FAIL_ON": "quote, date", "WARN_ON": "number"})
    assert warned[0] == 0
    assert warned[1].startswith("::warning ")
    assert outputs(runner)["findings"] == "0"
    sarif = tmp_path / "out.sarif"
    code, _, _ = run_step(2, repo, {**runner, "FROM_REF": first, "SARIF": str(sarif)})
    assert (code, len(json.loads(sarif.read_text())["runs"][0]["results"])) == (1, 1)
    wrong = run_step(2, repo, {**runner, "FAIL_ON": "$(touch x)"})
    assert wrong[0] == 2
    assert wrong[1].startswith("::error::newsdiff: ")
    assert not (repo.top / "x").exists()


def test_a_summary_shows_an_article_as_it_is(repo: Repository, runner: dict[str, str]) -> None:
    repo.commit("a|b.txt", "He paid 30 | [dollars](x) to @desk, #12.\n")
    repo.commit("a|b.txt", "He paid 40 | <img src=x> to @desk, #12.\n")
    assert run_step(2, repo, runner)[0] == 1
    rows = Path(runner["GITHUB_STEP_SUMMARY"]).read_text().splitlines()[4:]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 6
        assert not re.search(r"(?<!\\)[<\[]|(?<!\\)@desk", row.replace("<!-- -->", ""))


def test_no_step_depends_on_a_shell_or_a_folder_of_one_system() -> None:
    for step in STEPS[1:]:
        assert step["shell"] == "python -I {0}"
        compile(step["run"], "action.yml", "exec")
        assert "Scripts" in step["run"]
        assert "bin" in step["run"]
    assert ACTION["branding"] == {"icon": "edit-3", "color": "gray-dark"}


def test_installing_imports_nothing_of_the_checkout(repo: Repository, runner: dict[str, str]) -> None:
    """A venv.py or a subprocess.py of the repository is not what the scripts import."""
    for name in ("venv.py", "subprocess.py", "newsdiff.py", "os.py"):
        repo.write(name, "raise SystemExit('hostile')")
    for number in (1, 2):
        imports = STEPS[number]["run"].splitlines()[0]
        done = subprocess.run(
            [sys.executable, *STEPS[number]["shell"].split()[1:-1], "-c", imports], cwd=repo.top, capture_output=True
        )
        assert done.returncode == 0, done
    assert run_step(2, repo, runner)[0] == 0


def test_what_is_installed_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()[1:]
    pins = {name.lower() for name, _, _ in (line.partition("==") for line in lines)}
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", line) for line in lines)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {re.split(r"[><=~]", name)[0].lower() for name in needed} <= pins


@pytest.mark.slow
def test_the_whole_action(repo: Repository, first: str, runner: dict[str, str], tmp_path: Path) -> None:
    """Both steps, with a newsdiff that is installed from this tree."""
    runner = {**runner, "RUNNER_TEMP": str(tmp_path / "fresh"), "NEWSDIFF_SOURCE": str(ROOT), "FROM_REF": first}
    Path(runner["RUNNER_TEMP"]).mkdir()
    runner |= {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "HTTP", "http"))}
    installed = run_step(1, repo, runner)
    assert installed[0] == 0, installed
    done = run_step(2, repo, runner)
    assert done[0] == 1, done
    assert outputs(runner)["findings"] == "1"
