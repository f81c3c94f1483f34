"""What the GitHub Action runs: one check, reported as annotations, a job summary, outputs and, on request, SARIF.

    python -I -m newsdiff.check.action

All input comes from the environment, which action.yml sets: it is never part of a script, and the same code runs on
Linux, macOS and Windows. Exit codes are those of `newsdiff check`. It uploads nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from newsdiff.check.gate import GateError, Request, run_check
from newsdiff.check.markdown import render_markdown
from newsdiff.check.policy import PolicyError, Report, check_selectors
from newsdiff.check.report import render_github, render_sarif
from newsdiff.config import ConfigError, Rules, read_config
from newsdiff.output import OutputError, write_file, write_stdout
from newsdiff.read import git
from newsdiff.read.sources import printable
from newsdiff.render.visible import guard_log

REPORT = "newsdiff-report.md"
# A runner passes these to steps, but git runs programs that a checkout's attributes and configuration may name.
_SECRETS = ("ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN")


def main(environment: Mapping[str, str] = os.environ) -> int:
    """The exit code of the check that the environment asks for."""
    for name in _SECRETS:
        os.environ.pop(name, None)
    try:
        place = git.find_place()
        rules = Rules(_selectors(environment.get("FAIL_ON", "")), _selectors(environment.get("WARN_ON", "")))
        new = environment.get("TO_REF") or "HEAD"
        old = find_start(environment.get("FROM_REF", ""), environment.get("DEFAULT_BRANCH", ""))
        report = run_check(Request(from_ref=old, to_ref=new, rules=rules), read_config(place.top), place).report
        _tell(report, environment)
    except (git.GitError, GateError, PolicyError, ConfigError, OutputError) as error:
        print(f"::error::newsdiff: {guard_log(printable(str(error)))}")
        return 2
    failed = [why for file in report.files for why in file.failed]
    for why in failed:
        print(f"::error::newsdiff: internal error, some edits are not named, please report it: {printable(why)}")
    return 2 if failed else 1 if report.errors else 0


def _selectors(words: str) -> tuple[str, ...] | None:
    """The selectors of a comma-separated list; None for none. Raises PolicyError."""
    found = [word.strip() for word in words.split(",") if word.strip()]
    return check_selectors(found) if found else None


def find_start(asked: str, default_branch: str) -> str:
    """The revision that the changes start from.

    The requested one. After a force push it may be gone, and for the first push of a branch it is all zeros: then where
    HEAD left the default branch, else HEAD's parent, else HEAD itself.
    """
    if asked.strip("0") and _exists(asked):
        return asked
    if asked.strip("0") and default_branch and _exists(f"origin/{default_branch}"):
        fork = git.find_fork(git.find_commit(f"origin/{default_branch}"), git.find_commit("HEAD"))
        if fork:
            return fork
    return "HEAD^1" if _exists("HEAD^1") else "HEAD"


def _exists(revision: str) -> bool:
    try:
        git.find_commit(revision)
    except git.GitError:
        return False
    return True


def _tell(report: Report, environment: Mapping[str, str]) -> None:
    """Annotations on standard output; report, summary, outputs and SARIF in their files. Raises OutputError."""
    text = render_markdown(report, verbose=True)
    path = os.path.join(environment.get("RUNNER_TEMP") or ".", REPORT)
    write_file(path, text)
    _append(environment.get("GITHUB_STEP_SUMMARY"), text)
    stopped = [finding for finding in report.findings if finding.level == "error"]
    substantive = [finding for finding in report.findings if finding.verdict == "substantive"]
    outputs = {"findings": len(stopped), "substantive": len(substantive), "open": len(report.open), "report": path}
    _append(environment.get("GITHUB_OUTPUT"), "".join([f"{name}={value}\n" for name, value in outputs.items()]))
    if environment.get("SARIF"):
        write_file(environment["SARIF"], render_sarif(report))
    write_stdout(render_github(report), "utf-8")


def _append(path: str | None, text: str) -> None:
    """Adds to one of the runner's files, if it is set. Raises OutputError."""
    if path:
        try:
            with open(path, "a", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise OutputError(f"{printable(path)}: {error.strerror}") from None


if __name__ == "__main__":
    sys.exit(main())
