"""The revisions of a file in git, oldest first: the versions of a history.

They are the branch's own commits (first parents): whatever a merge brought in is one revision. Renames are detected by
git (`git log --follow`). A revision in which the file does not exist, is not a regular file, or has the same bytes as
before does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.read import git
from newsdiff.read.sources import printable

_MARK = "\x02"  # before each commit; an entry of git's raw format begins with a colon
SHORT = 10  # digits of a commit's hash
_LARGEST = 1 << 27  # bytes of a revision, as of a file


class Revision(NamedTuple):
    """A file as of a commit; `name` is an argument for `git show`, `note` the commit's subject."""

    name: str
    time: str
    note: str
    path: str
    data: bytes


class _Entry(NamedTuple):
    short: str
    time: str
    note: str
    path: str
    blob: str


def read_revisions(path: str, last: int | None = None) -> list[Revision]:
    """The revisions of a file in the current repository, only the `last` ones if given. Raises GitError."""
    data = git.run(
        "--literal-pathspecs", "log", "--follow", "--first-parent", "-m", "-M", "--raw", "-z", "--no-abbrev",
        "--no-color", "--no-show-signature", f"--format=tformat:{_MARK}%H%x00%cI%x00%s%x00", "--", path,
    )  # fmt: skip
    entries = _without_repeats(list(_parse(data))[::-1])
    if not entries:
        raise git.GitError(f"{printable(path)}: git knows no revision of it")
    found = []
    with git.Blobs() as blobs:
        for entry in entries[-last:] if last else entries:
            try:
                content = blobs.read(entry.blob, _LARGEST)
            except git.TooLargeError:
                raise git.GitError(f"{entry.short}: more than {_LARGEST >> 20} MB, too long for an article") from None
            found.append(Revision(f"{entry.short}:{entry.path}", entry.time, entry.note, entry.path, content))
    return found


def _parse(data: bytes) -> Iterator[_Entry]:
    """The commits of a log in git's raw format, newest first, without those that deleted the file."""
    fields = data.split(b"\0")
    n = 0
    head = ("", "", "")
    while n < len(fields):
        field = fields[n].lstrip(b"\n")
        if field.startswith(_MARK.encode()):
            words = [field[1:], *fields[n + 1 : n + 3]]
            short, time, note = (word.decode("utf-8", "replace") for word in words)
            head = (short[:SHORT], time, note)
            n += 3
        elif field.startswith(b":"):
            _, mode, _, blob, letter = field.decode("ascii", "replace").split(" ")
            n += 3 if letter[0] in "RC" else 2
            if mode in git.FILE_MODES:
                yield _Entry(*head, fields[n - 1].decode("utf-8", "replace"), blob)
        else:
            n += 1


def _without_repeats(entries: list[_Entry]) -> list[_Entry]:
    """The entries whose contents differ from those of the one before."""
    return [entry for n, entry in enumerate(entries) if n == 0 or entries[n - 1].blob != entry.blob]
