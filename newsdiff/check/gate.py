"""The copy-edit gate from end to end: what changed in a repository -> a Report. `newsdiff check` without its options.

Two trees are compared, file by file: HEAD and the index; a revision and the index (`base`); or the fork of two
revisions and the second of them (`from_ref`, `to_ref`), as in a pull request. During a merge, a file is judged against
every parent. New and deleted files are named but not judged, as there is nothing to compare them with.
"""

# os.path throughout: pathlib costs 4 ms to import.

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from newsdiff.check.marks import Mark, find_marks, spend_marks
from newsdiff.check.policy import (
    ACCEPTED_FILE,
    DEFAULT_FAIL_ON,
    DEFAULT_WARN_ON,
    Accepted,
    FileReport,
    FileStatus,
    Finding,
    IdleMark,
    Policy,
    Report,
    accept,
    expand,
    find_idle,
    is_stale,
    judge_merge,
    parse_accepted,
    render_accepted,
    settle,
)
from newsdiff.config import Config, Rules
from newsdiff.model import Article
from newsdiff.read import Reading, git
from newsdiff.read.document import Document, say_unread
from newsdiff.read.paths import is_prose, matches
from newsdiff.read.sources import Source, printable, read_data
from newsdiff.read.toml import MOST, read_toml_text

MAX_BYTES = 1_000_000  # the length of a novel; anything larger is data
ATTRIBUTE = "newsdiff"
_LFS = b"version https://git-lfs.github.com/spec/"


class GateError(Exception):
    """A check that cannot be carried out. The message is one line."""


class Request(NamedTuple):
    """What to check (paths as given on the command line; none: everything that changed), and against what."""

    files: tuple[str, ...] = ()
    base: str | None = None
    from_ref: str | None = None
    to_ref: str | None = None
    rules: Rules = Rules()
    exclude: tuple[str, ...] = ()
    lang: str | None = None


class Trees(NamedTuple):
    """What is compared: object names, None for the index; more than one old tree during a merge."""

    old: tuple[str, ...]
    new: str | None
    base: str  # the name of the base in reports
    notes: tuple[str, ...] = ()


class Spot(NamedTuple):
    """A place in a file, as printed with a finding."""

    path: str
    line: int
    column: int | None


class Judged(NamedTuple):
    """The result for one file: its findings, its new version (None: nothing to judge) and the marks in that."""

    file: FileReport
    findings: tuple[Finding, ...] = ()
    new: Source | None = None
    marks: tuple[Mark, ...] = ()


class Checked(NamedTuple):
    """The report, with what `--accept` and `--prune` need besides it."""

    report: Report
    place: git.Place
    trees: Trees
    wanted: tuple[str, ...]  # the requested paths, from the top; none: all
    reading: Reading


def run_check(request: Request, config: Config, place: git.Place) -> Checked:
    """The judgement on what the request names. Raises GateError, GitError, PolicyError."""
    trees = find_trees(request)
    wanted = resolve_paths(request.files, place)
    changes = git.list_changes(trees.old[0], trees.new)
    if wanted:
        _complain(wanted, changes, place, trees)
        changes = [change for change in changes if is_in(change.path, wanted)]
    chosen = list(_choose(changes, request, config, place, bool(wanted)))
    with git.Blobs() as blobs:
        merged = [_blobs_of(commit, trees.new) for commit in trees.old[1:]]
        entries = _accepted_entries(blobs, trees.new)
        files: list[FileReport] = []
        findings: list[Finding] = []
        accepted: list[tuple[Finding, Accepted]] = []
        stale: list[Accepted] = []
        idle: list[IdleMark] = []
        for change, skip in chosen:
            name = text_of(change.path)
            if skip:
                files.append(skip)
                continue
            policy = find_policy(request.rules, config, name)
            file, found, new, marks = _check_file(blobs, change, merged, policy, request, config)
            files.append(file)
            standing, passed, unused = settle(found, entries, (name, text_of(change.old_path)), marks)
            findings += standing
            accepted += passed
            collect()
            if file.status in ("compared", "deleted"):
                used = {entry.fingerprint for _, entry in passed}
                text = new and new.text
                stale += [e for e in entries if e.path == name and e.fingerprint not in used and is_stale(e, text)]
                idle += find_idle(name, unused, new.document.source) if new else []
    notes = (*trees.notes, *_unstaged_entries(findings, place, trees))
    named = tuple(finding for finding in findings if finding.level != "open")
    left = sorted((finding for finding in findings if finding.level == "open"), key=lambda f: -f.risk)
    report = Report(trees.base, tuple(files), named, tuple(accepted), tuple(stale), notes, tuple(left), tuple(idle))
    return Checked(report, place, trees, tuple(wanted), reading_of(config))


def reading_of(config: Config) -> Reading:
    """How files are read, by the configuration."""
    return Reading(copy_fields=config.copy_fields)


def collect() -> None:
    """Frees what reading a file leaves behind: the program runs without the collector, and a web page's tree is cyclic.

    Comparing leaves nothing. Whatever exists after the first comparison (modules, word lists) is never examined again.
    """
    import gc

    if not gc.isenabled():
        if not gc.get_freeze_count():
            gc.freeze()
        gc.collect()


def find_trees(request: Request) -> Trees:
    """Which trees a request means. Raises GitError, GateError."""
    if request.base is not None:
        if request.from_ref is not None:
            raise GateError("--base and --from-ref cannot be combined")
        new = git.find_commit(request.to_ref) if request.to_ref is not None else None
        return Trees((git.find_commit(request.base),), new, request.base)
    if (request.from_ref is None) != (request.to_ref is None):
        raise GateError("--from-ref and --to-ref go together")
    if request.from_ref is not None and request.to_ref is not None:
        old, new = git.find_commit(request.from_ref), git.find_commit(request.to_ref)
        fork = git.find_fork(old, new)
        notes = (
            ()
            if fork
            else (f"no common ancestor of {request.from_ref} and {request.to_ref} here, so they are compared directly",)
        )
        return Trees((fork or old,), new, request.from_ref, notes)
    head = git.find_head()
    if head is None:
        return Trees((git.empty_tree(),), None, "nothing (the first commit)")
    merging = git.find_merge_heads()
    return Trees((head, *merging), None, "HEAD and what is merged into it" if merging else "HEAD")


def text_of(path: str) -> str:
    """A path as text for any output: bytes that are not UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def resolve_paths(files: Sequence[str], place: git.Place) -> list[str]:
    """The files as paths from the top; "." for the top itself. Raises GateError for those outside."""
    found = []
    for file in files:
        if "\0" in file:
            raise GateError(f"{printable(file)}: no path")
        path = os.path.join(place.prefix, file)
        if os.path.isabs(file):
            if not place.top:
                raise GateError(f"{printable(file)}: a bare repository has no files")
            folder, name = os.path.split(os.path.normpath(file))
            path = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(place.top))
        path = os.path.normpath(path)
        if path == ".." or path.startswith("../"):
            raise GateError(f"{printable(file)}: outside the repository")
        found.append(path)
    return found


def is_in(path: str, wanted: Sequence[str]) -> bool:
    """Whether a path is one of the requested ones, or inside one."""
    return any(name in (".", path) or path.startswith(name + "/") for name in wanted)


def _complain(wanted: Sequence[str], changes: Sequence[git.Change], place: git.Place, trees: Trees) -> None:
    """Raises GateError if a requested file is in neither tree: a mistyped name must not pass."""
    seen = {path for change in changes for path in (change.path, change.old_path)}
    rest = [name for name in wanted if name not in seen and name != "."]
    if not rest:
        return
    tracked = git.list_files(place, trees.new)
    folders = {path[:n] for path in (*tracked, *seen) for n in range(len(path)) if path[n] == "/"}
    for name in rest:
        if name not in tracked and name not in folders:
            where = (
                "not in that revision"
                if trees.new
                else "not added to git"
                if os.path.lexists(os.path.join(place.top, name))
                else "no such file"
            )
            raise GateError(f"{printable(name)}: {where}")


def _choose(
    changes: Sequence[git.Change], request: Request, config: Config, place: git.Place, named: bool
) -> Iterator[tuple[git.Change, FileReport | None]]:
    """The changes to prose, each with the reason why it is not compared, if any."""
    values = git.read_attribute(place, ATTRIBUTE, [change.path for change in changes])
    exclude = (*config.check.exclude, *request.exclude)
    for change in changes:
        value = values.get(change.path)
        prose = is_prose(change.path, config.check.suffixes) or value == "set"
        if change.path == ACCEPTED_FILE or not (prose or named):
            continue
        pattern = next((pattern for pattern in exclude if matches(change.path, pattern)), None)
        note = ""
        if value == "unset":
            note = "-newsdiff in .gitattributes"
        elif not prose:
            note = "its suffix is not one of prose"
        elif pattern is not None:
            note = f"excluded by {pattern}"
        elif change.status == "unmerged":
            note = "in conflict"
        elif change.status != "deleted" and change.mode not in git.FILE_MODES:
            note = "a symbolic link" if change.mode == "120000" else "a submodule"
        yield change, FileReport(text_of(change.path), text_of(change.old_path), "skipped", note) if note else None


def find_policy(given: Rules, config: Config, path: str) -> Policy:
    """The policy for a path: defaults, configuration, its overrides for such paths, options; the last one wins."""
    rules = [config.check.rules]
    rules += [o.rules for o in config.check.overrides if any(matches(path, pattern) for pattern in o.paths)]
    rules.append(given)
    fail_on: tuple[str, ...] = DEFAULT_FAIL_ON
    warn_on: tuple[str, ...] = DEFAULT_WARN_ON
    kept, confidence = 0.0, 0.0
    risk: float | None = None
    for rule in rules:
        fail_on = fail_on if rule.fail_on is None else rule.fail_on
        warn_on = warn_on if rule.warn_on is None else rule.warn_on
        kept = kept if rule.min_kept is None else rule.min_kept
        confidence = confidence if rule.min_confidence is None else rule.min_confidence
        risk = risk if rule.risk is None else rule.risk
    return Policy(expand(fail_on), expand(warn_on), kept, confidence, risk)


def _blobs_of(commit: str, new: str | None) -> dict[str, str]:
    """The object names, in the parent, of the files that differ from the new tree."""
    return {change.path: change.old for change in git.list_changes(commit, new)}


def _check_file(
    blobs: git.Blobs,
    change: git.Change,
    parents: Sequence[dict[str, str]],
    policy: Policy,
    request: Request,
    config: Config,
) -> Judged:
    """Compares a file with its old versions and judges it."""
    path, old_path = text_of(change.path), text_of(change.old_path)

    def report(status: FileStatus, note: str = "", unread: str = "") -> FileReport:
        return FileReport(path, old_path, status, note, unread)

    if change.status == "deleted":
        return Judged(report("deleted"))
    olds = [change.old]
    for parent in parents:
        if change.path not in parent:
            return Judged(report("skipped", "as in the branch that is merged"))
        olds.append(parent[change.path])
    olds = [name for name in olds if name.strip("0")]
    if not olds or change.status == "type changed":
        return Judged(report("new"))
    try:
        *old, new = _read_versions(blobs, [*[(name, old_path) for name in olds], (change.new, path)], config)
    except ValueError as error:
        note = str(error)
        return Judged(report("skipped", "binary" if note.startswith("a binary") else note))
    if olds == [change.new]:
        return Judged(report("compared", "unchanged"), new=new)
    from newsdiff.compare import compare

    lang = request.lang or config.check.lang or "en"
    comparisons = [
        compare(side.text, new.text, name_a=old_path, name_b=path, lang=lang, house=config.house) for side in old
    ]
    findings = judge_merge(comparisons, path, policy, new.document)
    unread = say_unread(old[0].document, new.document)
    notes = [new.note, "" if comparisons[0].related else "bears little likeness to its old version"]
    failed = tuple(dict.fromkeys([error for comparison in comparisons for error in comparison.failed]))
    told = report("compared", "; ".join([note for note in notes if note]), unread)
    sides = [(side.document, comparison.a) for side, comparison in zip(old, comparisons, strict=True)]
    marks = judge_marks((new.document, comparisons[0].b), sides, config.check.require_reason)
    return Judged(told._replace(failed=failed), tuple(findings), new, tuple(marks))


def _read_versions(blobs: git.Blobs, named: Sequence[tuple[str, str]], config: Config) -> list[Source]:
    """The versions of a file, by object and path, the new one last. Raises ValueError if one cannot be compared."""
    limit = MAX_BYTES if config.check.max_bytes is None else config.check.max_bytes
    sources: list[Source] = []
    for name, path in named:
        try:
            data = blobs.read(name, limit)
        except git.TooLargeError:
            raise ValueError(f"more than {limit} bytes") from None
        if data.startswith(_LFS):
            raise ValueError("kept by Git LFS")
        sources += read_data(path, data, reading=reading_of(config))
    if sources[-1].note and not sources[0].note:
        sources[-1] = read_data(path, data, reading=reading_of(config), like=sources[0].text)[0]
    return sources


def judge_marks(
    new: tuple[Document, Article], old: Sequence[tuple[Document, Article]], require_reason: bool
) -> list[Mark]:
    """The marks of a new version; those that an old version already has let nothing through."""
    found = find_marks(*new, require_reason)
    return spend_marks(found, [mark for side in old for mark in find_marks(*side)]) if found else []


def _accepted_entries(blobs: git.Blobs, tree: str | None) -> list[Accepted]:
    """The entries of a tree's accepted file: only those reviewed with the copy count, not those in the work tree."""
    name = git.find_blob(tree, ACCEPTED_FILE)
    if name is None:
        return []
    try:
        return parse_accepted(blobs.read(name, MOST).decode())
    except (git.TooLargeError, UnicodeDecodeError):
        raise GateError(f"{ACCEPTED_FILE}: too large, or not UTF-8") from None


def _unstaged_entries(findings: Sequence[Finding], place: git.Place, trees: Trees) -> list[str]:
    """A hint if the accepted file of the work tree would let findings through that the index's does not."""
    if not findings or trees.new is not None or not place.top:
        return []
    with suppress(Exception):
        there = {(entry.path, entry.fingerprint) for entry in read_accepted_file(place)}
        if any((finding.path, finding.fingerprint) in there for finding in findings):
            return [f"{ACCEPTED_FILE} accepts some of this but is not staged: git add {_from_here(place)}"]
    return []


def _from_here(place: git.Place) -> str:
    """The accepted file's path from the current folder."""
    return "../" * place.prefix.count("/") + ACCEPTED_FILE


def _accepted_path(place: git.Place) -> str:
    """The path of the accepted file in the work tree. Raises GateError if it must not be written."""
    if not place.top:
        raise GateError(f"a bare repository has no {ACCEPTED_FILE} to write")
    path = os.path.join(place.top, ACCEPTED_FILE)
    if os.path.islink(path):
        raise GateError(f"{ACCEPTED_FILE}: a symbolic link, which could point anywhere")
    return path


def read_accepted_file(place: git.Place) -> list[Accepted]:
    """The entries of the accepted file in the work tree."""
    try:
        return parse_accepted(read_toml_text(_accepted_path(place)))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise GateError(f"{ACCEPTED_FILE}: {getattr(error, 'strerror', None) or error}") from None


@contextmanager
def _locked(place: git.Place) -> Iterator[None]:
    """Keeps others from writing the accepted file between our reading and our writing, if the system can."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(place.top or ".", os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_accepted_file(place: git.Place, entries: Sequence[Accepted]) -> None:
    """Writes the accepted file of the work tree, whole or not at all; deletes it if it is empty. Raises OutputError."""
    from newsdiff.output import write_file

    path = _accepted_path(place)
    if entries:
        write_file(path, render_accepted(entries))
    elif os.path.exists(path):
        os.unlink(path)


def add_accepted(place: git.Place, entries: Sequence[Accepted]) -> None:
    """Adds entries to the accepted file. Raises GateError, OutputError."""
    with _locked(place):
        write_accepted_file(place, [*read_accepted_file(place), *entries])


def accept_findings(checked: Checked, reason: str, spots: Sequence[Spot] = ()) -> Report:
    """The report in which findings are accepted, once they are written to the accepted file.

    Accepts those at the `spots`, or else all that fail now. Raises GateError for a spot without a finding.
    """
    report = checked.report
    chosen = [finding for finding in report.findings if finding.level == "error"]
    if spots:
        chosen = [finding for spot in spots for finding in _find_at(spot, checked)]
    let = [(finding, accept(finding, reason)) for finding in dict.fromkeys(chosen)]
    if let:
        add_accepted(checked.place, [entry for _, entry in let])
    gone = {finding for finding, _ in let}
    rest = tuple([finding for finding in report.findings if finding not in gone])
    left = tuple([finding for finding in report.open if finding not in gone])
    notes = tuple([note for note in report.notes if not note.startswith(ACCEPTED_FILE)])
    told = (f"{ACCEPTED_FILE}: {len(let)} accepted; git add {_from_here(checked.place)}",) if let else ()
    return report._replace(findings=rest, open=left, accepted=(*report.accepted, *let), notes=(*notes, *told))


def parse_spot(text: str) -> Spot | None:
    """PATH:LINE or PATH:LINE:COLUMN, also as copied from a finding; None for a path alone.

    >>> parse_spot("desk/fire.txt:16:46:")
    Spot(path='desk/fire.txt', line=16, column=46)
    """
    path, *numbers = text.removesuffix(":").rsplit(":", 2)
    if len(numbers) == 2 and not numbers[0].isdecimal():
        path, numbers = f"{path}:{numbers[0]}", numbers[1:]
    if not path or not numbers or not all(number.isdecimal() and len(number) < 10 for number in numbers):
        return None
    return Spot(path, int(numbers[0]), int(numbers[1]) if len(numbers) == 2 else None)


def parse_spots(accept: Sequence[str]) -> tuple[list[Spot], list[str]]:
    """The spots and the whole files that `--accept` names. Raises GateError if both are named."""
    named = [(text, parse_spot(text)) for text in accept if text]
    spots = [spot for _, spot in named if spot]
    paths = [text for text, spot in named if not spot]
    if spots and paths:
        raise GateError(f"--accept: {printable(paths[0])} names no line; accept whole files in a run of their own")
    return spots, paths


def _find_at(spot: Spot, checked: Checked) -> list[Finding]:
    """The findings at a spot: those that stop or warn, or else the open edits there. Raises GateError."""
    names = {text_of(os.path.normpath(spot.path)), *map(text_of, resolve_paths([spot.path], checked.place))}
    for findings in (checked.report.findings, checked.report.open):
        here = [finding for finding in findings if finding.path in names]
        there = [f for f in here if f.line <= spot.line <= f.end_line and spot.column in (None, f.column)]
        if there:
            return there
    others = sorted({finding.line for finding in checked.report.findings if finding.path in names})
    told = f"there are some at {', '.join(map(str, others))}" if others else "the file has none"
    where = spot.line if spot.column is None else f"{spot.line}:{spot.column}"
    raise GateError(f"{printable(spot.path)}:{where}: no finding there; {told}")


def prune_accepted(checked: Checked, settled: bool) -> list[Accepted]:
    """Removes entries that no longer apply from the accepted file, and returns them.

    These are the entries whose text is gone from the new tree, whether their file was compared or not. With `settled`,
    also those whose change is already in the base: the user then named the base, and no check will start before it.
    """
    entries = read_accepted_file(checked.place)
    used = {(entry.path, entry.fingerprint) for _, entry in checked.report.accepted}
    gone = []
    with git.Blobs() as blobs:
        tracked = {text_of(path): path for path in git.list_files(checked.place, checked.trees.new)}
        for entry in entries:
            meant = not checked.wanted or is_in(entry.path, checked.wanted)
            if not meant or (entry.path, entry.fingerprint) in used:
                continue
            if settled or is_stale(entry, _text_of_entry(blobs, tracked.get(entry.path), checked)):
                gone.append(entry)
    if gone:
        dead = {(entry.path, entry.fingerprint) for entry in gone}
        with _locked(checked.place):
            entries = read_accepted_file(checked.place)
            write_accepted_file(checked.place, [e for e in entries if (e.path, e.fingerprint) not in dead])
    return gone


def _text_of_entry(blobs: git.Blobs, path: str | None, checked: Checked) -> str | None:
    name = git.find_blob(checked.trees.new, path) if path is not None else None
    if name is None:
        return None
    try:
        return read_data(path or "", blobs.read(name, MAX_BYTES), reading=checked.reading)[0].text
    except (git.TooLargeError, ValueError):
        return None
