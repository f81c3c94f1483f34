r"""Data from git: the files that changed between two trees, their contents, their attributes.

>>> parse_raw(":100644 100644 6b 7c R090\0old.txt\0new.txt\0:100644 000000 6b 00 D\0gone.txt\0".encode())[0]
Change(path='new.txt', old_path='old.txt', status='renamed', mode='100644', old='6b', new='7c')

Names are passed with -z, revisions are turned into object names before anything else sees them, and no command goes
through a shell. The environment is left as a hook finds it: with GIT_INDEX_FILE the index is the one that
git is about to commit. It sees what git sees: a file that is not added has no new version.
"""

# os.path throughout: pathlib costs 4 ms to import.

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from newsdiff.read.sources import printable

Status: TypeAlias = Literal["added", "deleted", "modified", "renamed", "type changed", "unmerged"]

_STATUSES: dict[str, Status] = {
    "A": "added",
    "C": "added",  # a copy is new text in a new place
    "D": "deleted",
    "M": "modified",
    "R": "renamed",
    "T": "type changed",
    "U": "unmerged",
}
# What `git-setup` sets: `git difftool -t newsdiff`, and the driver that .gitattributes names (*.txt diff=newsdiff).
SETUP = (
    ("difftool.newsdiff.cmd", 'newsdiff --label "a/$MERGED" --label "b/$MERGED" -- "$LOCAL" "$REMOTE"'),
    ("diff.newsdiff.command", "newsdiff git-diff"),
)
FILE_MODES = ("100644", "100755")


class GitError(Exception):
    """An operation that git cannot carry out. The message is one line."""


class Change(NamedTuple):
    """A path that differs between two trees; `old` and `new` are object names, `path` goes from the top."""

    path: str
    old_path: str
    status: Status
    mode: str
    old: str
    new: str


class Range(NamedTuple):
    """Two revisions to compare; with `fork`, the commit where the second branched off the first, and the second."""

    old: str
    new: str
    fork: bool


class Place(NamedTuple):
    """Where we are: the top of the work tree ("" in a bare repository), and the way down from there to here."""

    top: str
    prefix: str


def run(*arguments: str, stdin: bytes | None = None, ok: Sequence[int] = (0,)) -> bytes:
    """The output of a git command. Raises GitError if git is missing or ends with a code that is not `ok`."""
    try:
        done = subprocess.run(
            ["git", *arguments], input=stdin or b"", capture_output=True, check=False, env=_environment()
        )
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    except ValueError as error:  # a NUL in an argument
        raise GitError(str(error)) from None
    if done.returncode not in ok:
        raise GitError(why(done.stderr))
    return done.stdout


def why(stderr: bytes) -> str:
    """Git's complaint, in one line."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    said = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "")
    return printable(said.split(": ", 1)[1].rstrip(".")) if said else "git failed"


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


def find_place() -> Place:
    """The current repository. Raises GitError if there is none."""
    try:
        top = os.fsdecode(run("rev-parse", "--show-toplevel")).removesuffix("\n")
    except GitError as error:
        if "work tree" not in str(error):
            raise
        return Place("", "")
    return Place(top, os.fsdecode(run("rev-parse", "--show-prefix")).removesuffix("\n"))


def find_commit(revision: str) -> str:
    """The object name of a commit. Raises GitError for anything else, and for names that begin with a dash."""
    if revision.startswith("-"):
        raise GitError(f"{printable(revision)}: a revision cannot begin with a dash")
    try:
        found = run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except GitError:
        found = b""
    # Older versions print the marker of the end of options too.
    names = found.decode("ascii", "replace").split()
    if not names:
        shallow = run("rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = " (this clone is shallow: git fetch --unshallow, or fetch-depth: 0)" if shallow else ""
        raise GitError(f"{printable(revision)}: no such revision{hint}")
    return names[-1]


def parse_range(text: str) -> Range | None:
    """The revisions of REV..REV or REV...REV, HEAD for a missing one; None for a file or anything that is not a range.

    >>> parse_range("main..."), parse_range("../story.txt")
    (Range(old='main', new='HEAD', fork=True), None)
    """
    if ".." not in text or ":" in text or "\0" in text or os.path.lexists(text):
        return None
    dots = "..." if "..." in text else ".."
    old, _, new = text.partition(dots)
    if not (old or new) or old.endswith(("/", "\\")) or new.startswith(("/", "\\", ".")):
        return None
    return Range(old or "HEAD", new or "HEAD", dots == "...")


def find_range(named: Range) -> tuple[str, str]:
    """The object names of the two commits of a range. Raises GitError."""
    old, new = find_commit(named.old), find_commit(named.new)
    return (find_fork(old, new) or old) if named.fork else old, new


def find_head() -> str | None:
    """The object name of HEAD's commit; None before the first commit."""
    try:
        run("rev-parse", "--verify", "--quiet", "HEAD")
    except GitError:
        return None
    return find_commit("HEAD")


def find_merge_heads() -> list[str]:
    """The commits that are being merged into HEAD, if any.

    While `git merge` runs its own hooks MERGE_HEAD is not yet there: then git names the commits in the environment.
    """
    path = os.fsdecode(run("rev-parse", "--git-path", "MERGE_HEAD")).removesuffix("\n")
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            return [find_commit(line.strip()) for line in file if line.strip()]
    except FileNotFoundError:
        named = [name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_")]
        return [find_commit(name) for name in sorted(named) if len(name) in (40, 64) and name.isalnum()]
    except OSError as error:
        raise GitError(f"MERGE_HEAD: {error.strerror}") from None


def find_fork(a: str, b: str) -> str | None:
    """The object name of the commit where `b` left `a`; None if the history at hand has none."""
    bases = run("merge-base", a, b, ok=(0, 1)).split()
    return bases[0].decode("ascii") if bases else None


def empty_tree() -> str:
    """The object name of a tree without files, in the repository's own hash."""
    return run("hash-object", "-t", "tree", "--stdin").decode("ascii").strip()


def list_changes(old: str, new: str | None) -> list[Change]:
    """What differs between a commit and another one (`new`), or the index where that is None; in order of path.

    Plumbing, which no configuration of the user alters. Renames are git's own detection, over all that changed: limited
    to some paths git would see a new file.
    """
    if new is None:
        data = run("diff-index", "--cached", "-z", "--raw", "--no-abbrev", "-M", old, "--")
    else:
        data = run("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "-M", old, new, "--")
    return sorted(parse_raw(data), key=lambda change: change.path)


def parse_raw(data: bytes) -> list[Change]:
    """The changes of git's raw format with -z."""
    changes: dict[str, Change] = {}
    fields = data.split(b"\0")
    n = 0
    while n + 1 < len(fields):
        _, mode, old, new, letter = fields[n].decode("ascii", "replace").split(" ")
        path = old_path = os.fsdecode(fields[n + 1])
        n += 2
        if letter[0] in "RC":
            path = os.fsdecode(fields[n])
            n += 1
        found = Change(
            path, path if letter[0] == "C" else old_path, _STATUSES.get(letter[0], "modified"), mode, old, new
        )
        # A path in conflict comes twice: unmerged, and as the file in the work tree.
        if path not in changes or found.status == "unmerged":
            changes[path] = found
    return list(changes.values())


def list_files(place: Place, tree: str | None) -> frozenset[str]:
    """The paths of a commit, or of the index."""
    if tree is None:
        data = run(*_from_top(place), "ls-files", "-z", "--cached")
    else:
        data = run("ls-tree", "-r", "-z", "--name-only", "--full-tree", tree)
    return frozenset([os.fsdecode(name) for name in data.split(b"\0") if name])


def find_blob(tree: str | None, path: str) -> str | None:
    """The object name of a file in a commit, or in the index; None if it holds none."""
    try:
        found = run("rev-parse", "--verify", "--quiet", f"{tree or ':0'}:{path}")
    except GitError:
        return None
    return found.decode("ascii", "replace").strip() or None


def read_attribute(place: Place, name: str, paths: Sequence[str]) -> dict[str, str]:
    """The value of an attribute for each path that has one: "set", "unset" or a word, by the index's .gitattributes."""
    if not paths:
        return {}
    names = b"".join([os.fsencode(path) + b"\0" for path in paths])
    fields = run(*_from_top(place), "check-attr", "-z", "--cached", "--stdin", name, stdin=names).split(b"\0")
    values = {os.fsdecode(fields[n]): fields[n + 2].decode("utf-8", "replace") for n in range(0, len(fields) - 2, 3)}
    return {path: value for path, value in values.items() if value != "unspecified"}


def _from_top(place: Place) -> tuple[str, ...]:
    """Runs a command at the top. Not when we are there: what the environment names may be relative to here."""
    return ("-C", place.top) if place.prefix else ()


class TooLargeError(Exception):
    """An object larger than the requested limit."""


class Blobs:
    """Contents of objects, all from one process; use it as a context manager."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, *error: object) -> None:
        if self._process is not None:
            self._process.communicate()

    def read(self, name: str, limit: int) -> bytes:
        """The contents of an object. Raises TooLargeError, or GitError if it does not exist."""
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    ["git", "cat-file", "--batch"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=_environment(),
                )
            except FileNotFoundError:
                raise GitError("git is not installed") from None
        pipe, out = self._process.stdin, self._process.stdout
        if pipe is None or out is None or not name.isalnum():
            raise GitError(f"{printable(name)}: no object")
        try:
            pipe.write(name.encode() + b"\n")
            pipe.flush()
            header = out.readline().split()
        except BrokenPipeError:
            header = []
        if len(header) != 3:
            raise GitError(f"{name}: this repository does not have the object")
        size = int(header[2])
        if size > limit:
            for _ in range(0, size, 1 << 16):
                out.read(min(1 << 16, size))
                size -= min(1 << 16, size)
            out.read(1)
            raise TooLargeError
        data = out.read(size)
        out.read(1)
        return data


def show_plain_diff(old: str, new: str, old_name: str, new_name: str, color: bool) -> str:
    """Git's own diff of two files, under the names they have in the repository."""
    colour = f"--color={'always' if color else 'never'}"
    shown = run("diff", "--no-index", "--no-ext-diff", "--no-textconv", colour, "--", old, new, ok=(0, 1))
    text = shown.decode("utf-8", "replace")
    at = text.find("@@ ")
    body = text[text.rfind("\n", 0, at) + 1 :] if at >= 0 else "binary, or alike\n"
    return f"diff --git {old_name} {new_name}\n--- {old_name}\n+++ {new_name}\n{body}"


def write_config(pairs: Iterable[tuple[str, str]]) -> None:
    """Sets keys in the repository's own configuration. Raises GitError."""
    find_place()  # outside a repository, git would complain of an option that nobody gave
    for key, value in pairs:
        run("config", "--local", "--replace-all", key, value)
