"""A real git repository in a temporary folder, for the tests of the check and of the recipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.pairs import ROOT

STORY = """\
Ferry runs aground off Lind

LIND — The ferry Aurora ran aground on Tuesday with 312 people aboard, the coast guard said.

"Nobody was hurt," said Marta Kull, the harbor master. She did not blame the captain.

The line allegedly put off an inspection in May. It has operated since 1987 and organizes 40 trips a week.
"""


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


class Repository:
    """A repository at `top` with an environment of its own: nothing of the user's git or pre-commit is seen."""

    def __init__(self, top: Path) -> None:
        self.top = top
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_")) and name not in ("SKIP", "PAGER", "COLUMNS")
        }
        tools = top.parent / "bin"
        tools.mkdir(exist_ok=True)
        shim = tools / "newsdiff"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsdiff "$@"\n')
        shim.chmod(0o755)
        self.environment = {
            **kept,
            "PATH": os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Desk",
            "GIT_AUTHOR_EMAIL": "desk@example.org",
            "GIT_COMMITTER_NAME": "Desk",
            "GIT_COMMITTER_EMAIL": "desk@example.org",
            "PRE_COMMIT_HOME": str(top.parent / "pre-commit-home"),
            "NO_COLOR": "1",
        }
        top.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def run(self, *command: str, folder: str = "", **environment: str) -> Done:
        """Runs a command in the repository."""
        done = subprocess.run(
            command, cwd=self.top / folder, env={**self.environment, **environment}, capture_output=True, timeout=300
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def git(self, *arguments: str, **environment: str) -> str:
        """What a git command prints; it must succeed."""
        done = self.run("git", *arguments, **environment)
        assert done.code == 0, done
        return done.out

    def check(self, *arguments: str, folder: str = "", **environment: str) -> Done:
        """Runs `newsdiff check`."""
        return self.run(sys.executable, "-m", "newsdiff", "check", *arguments, folder=folder, **environment)

    def write(self, name: str, text: str) -> Path:
        """A file of the work tree."""
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def stage(self, name: str, text: str) -> None:
        """A file of the work tree and the index."""
        self.write(name, text)
        self.git("--literal-pathspecs", "add", "--", name)

    def commit(self, name: str = "story.txt", text: str = STORY) -> None:
        """A commit of one file."""
        self.stage(name, text)
        self.git("commit", "-q", "--no-verify", "-m", name)
