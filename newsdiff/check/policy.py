r"""The copy-edit gate's policy, pure: which edits stop a commit, where they are, which of them were accepted.

>>> from newsdiff.compare import compare
>>> old = "It rained.\nFinch will not pay 300 euros."
>>> for f in judge(compare(old, "It rained."), "fire.txt", Policy(expand(["omission"]))):
...     print(f.line, f.column, f.kind, f.a)
1 11 omission Finch will not pay 300 euros.

A finding is an edit that the policy selects. The policy judges edits, not texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from newsdiff.check.marks import KEPT, Mark
from newsdiff.edits.kinds import BY_NAME, Selector, SelectorError, parse_selector
from newsdiff.model import Article, Comparison, Edit, Verdict
from newsdiff.read.document import Document, as_it_is
from newsdiff.read.sources import printable
from newsdiff.read.toml import parse_toml, place_mistake

# "open" is the level of edits that no selector covers and that were not shown to be harmless.
Level: TypeAlias = Literal["error", "warning", "open"]

DEFAULT_FAIL_ON = ("substantive",)
# Characters of the sentence shown on either side of an edit; few news sentences have 400 in all.
WINDOW = 400
# Characters up to which a sentence goes into a fingerprint as it is; of a longer one, its digest. Each finding hashes
# both its sentences, so a single sentence with thousands of edits would take quadratic time.
HASHED = 4000
DEFAULT_WARN_ON: tuple[str, ...] = ()
ACCEPTED_FILE = ".newsdiff-accepted.toml"
_HEADER = """\
# Changes of copy that were let through on purpose. `newsdiff check --accept --reason "…"` adds to them; review them
# like copy. An entry stops applying when its sentence changes again; `newsdiff check --prune` removes such entries.
"""


class PolicyError(Exception):
    """A policy that names something unknown, or an accepted file that cannot be read."""


class Policy(NamedTuple):
    """What stops a commit, and what only warns. An open edit with a risk of `risk` or more counts as substantive."""

    fail_on: frozenset[Selector]
    warn_on: frozenset[Selector] = frozenset()
    min_kept: float = 0.0
    min_confidence: float = 0.0
    risk: float | None = None

    def level(self, edit: Edit) -> Level | None:
        """The level of an edit; None if it passes."""
        if edit.confidence < self.min_confidence:
            return None
        if self.risk is not None and edit.verdict == "open" and edit.risk >= self.risk:
            edit = edit._replace(verdict="substantive")
        if any(selector.takes(edit) for selector in self.fail_on):
            return "error"
        if any(selector.takes(edit) for selector in self.warn_on):
            return "warning"
        return "open" if edit.verdict == "open" else None


class Finding(NamedTuple):
    """An edit that the policy selects. Lines and columns are those of the new file, from 1; columns count code points.

    The end is excluded; something no longer in the new file is placed where it would be, and is empty. `sentence_a` and
    `sentence_b` are the sentences on both sides, "" if there is none; long ones are cut around the edit.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    level: Level
    kind: str
    detail: str
    a: str | None
    b: str | None
    sentence_a: str
    sentence_b: str
    confidence: float
    verdict: Verdict
    risk: float
    fingerprint: str
    start: int
    end: int


class Accepted(NamedTuple):
    """A change that somebody let through; `within` is the new text there, white space folded.

    One that a mark in the copy lets through has no fingerprint.
    """

    path: str
    kind: str
    detail: str
    a: str | None
    b: str | None
    within: str
    reason: str
    fingerprint: str


FileStatus: TypeAlias = Literal["compared", "new", "deleted", "skipped"]


class IdleMark(NamedTuple):
    """A mark in the copy that lets nothing through, and why."""

    path: str
    line: int
    column: int
    text: str
    why: str


class FileReport(NamedTuple):
    """A file that was checked, or the reason why it was not."""

    path: str
    old_path: str
    status: FileStatus
    note: str = ""
    unread: str = ""  # the kinds of parts that differ but are not read as copy
    failed: tuple[str, ...] = ()  # internal errors, each of which cost the findings of one kind


class Report(NamedTuple):
    """Everything that a check found; the input of every renderer."""

    base: str
    files: tuple[FileReport, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...]
    stale: tuple[Accepted, ...]
    notes: tuple[str, ...] = ()
    open: tuple[Finding, ...] = ()  # the riskiest first
    marks: tuple[IdleMark, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings stop the commit."""
        return sum([finding.level == "error" for finding in self.findings])


def check_selectors(selectors: Sequence[str]) -> tuple[str, ...]:
    """The selectors unchanged, if all of them exist. Raises PolicyError."""
    expand(selectors)
    return tuple(selectors)


def expand(selectors: Iterable[str]) -> frozenset[Selector]:
    """The edits that selectors name: a kind, a kind and detail, a verdict, all or none. Raises PolicyError for others.

    A kind stands for its edits that touch the meaning; if none can, for the whole kind.

    >>> for selector in sorted(expand(["number.dropped", "quote", "spelling", "open"])):
    ...     print(*selector)
    * * open
    number dropped *
    quote * substantive
    spelling * *
    """
    return frozenset(found for selector in selectors if (found := _selector(selector)) is not None)


def _selector(word: str) -> Selector | None:
    """The edits that one selector names; None for "none"."""
    if word.strip().lower() == "none":
        return None
    if word.strip().lower() == KEPT:
        return Selector(KEPT)
    try:
        return parse_selector(word, touching=True)
    except SelectorError as error:
        raise PolicyError(printable(str(error))) from None


def judge(comparison: Comparison, path: str, policy: Policy, new: Document | None = None) -> list[Finding]:
    """The findings of one file, in the order of the new text. `new` is the file, if it was not plain text."""
    from newsdiff.edits.passage import side_text

    if new is None:
        new = as_it_is(comparison.b.text)
    places = _Places(new.source)
    counts: Counter[str] = Counter()
    sentences: dict[int, tuple[str, str, str, str]] = {}  # of each link: as printed, and for the fingerprint
    findings = []
    for edit in comparison.edits:
        if level := policy.level(edit):
            link = comparison.links[edit.link]
            if edit.link not in sentences:
                sides = side_text(comparison.a, link.a), side_text(comparison.b, link.b)
                sentences[edit.link] = (*sides, _digest(sides[0]), _digest(sides[1]))
            a, b, *digests = sentences[edit.link]
            start, end = new.find(edit.b.start, edit.b.end) if edit.b else new.find(edit.at_b, edit.at_b)
            readings = (edit.a.text if edit.a else None, edit.b.text if edit.b else None)
            print_ = fingerprint(counts, edit.kind, edit.detail, readings[0] or "", readings[1] or "", *digests)
            findings.append(
                Finding(
                    path, *places.find(start), *places.find(end), level, edit.kind, edit.detail, *readings,
                    _window(a, edit.at_a - _first(comparison.a, link.a)),
                    _window(b, edit.at_b - _first(comparison.b, link.b)),
                    edit.confidence, edit.verdict, edit.risk, print_, start, end,
                )
            )  # fmt: skip
    if comparison.kept < policy.min_kept:
        kept, wanted = f"{comparison.kept:.0%}", f"{policy.min_kept:.0%}"
        print_ = fingerprint(counts, "kept", "", wanted, kept, comparison.a.text, comparison.b.text)
        findings.append(
            Finding(path, 1, 1, 1, 1, "error", "kept", "", wanted, kept, "", "", 1.0, "substantive", 1.0, print_, 0, 0)
        )
    findings.sort(key=lambda f: (f.start, f.end, f.kind, f.detail))
    return findings


def _first(article: Article, members: Sequence[int]) -> int:
    """The start of an article's first sentence."""
    return article.sentences[members[0]].start if members else 0


def _digest(text: str) -> str:
    """A sentence as it goes into a fingerprint: itself, or its digest if it is long."""
    folded = _fold(text)
    if len(folded) <= HASHED:
        return folded
    from hashlib import sha256

    return sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


def _window(text: str, at: int) -> str:
    """A text, or whole words around a place in a long one, so that not every finding carries a huge sentence."""
    if len(text) <= 2 * WINDOW:
        return text
    lo, hi = max(0, min(at, len(text)) - WINDOW), min(len(text), max(at, 0) + WINDOW)
    words = text[lo:hi].split(" ")
    return " ".join(words[lo > 0 : len(words) - (hi < len(text))]) if len(words) > 2 else text[lo:hi]


def judge_merge(
    comparisons: Sequence[Comparison], path: str, policy: Policy, new: Document | None = None
) -> list[Finding]:
    """The findings of a merged file: what is new against each of its parents, as in `git diff --cc`.

    What came from one of the parents was judged when it was committed there.
    """
    first, *others = [judge(comparison, path, policy, new) for comparison in comparisons]
    return [finding for finding in first if all(any(_meet(finding, f) for f in other) for other in others)]


def _meet(one: Finding, other: Finding) -> bool:
    """Whether two findings against different old texts are at the same place in the new one."""
    if one.kind != other.kind:
        return False
    if one.b is None or other.b is None:
        return one.b is other.b and _fold(one.a or "") == _fold(other.a or "")
    return one.start < other.end and other.start < one.end


def fingerprint(counts: Counter[str], *parts: str) -> str:
    """An identifier that no other change in the file has, nor this one after another edit; wrapping is ignored.

    `counts` remembers those given out, so that the second of two equal changes gets a fingerprint of its own.
    """
    from hashlib import sha256

    whole = "\x1f".join([_fold(part) for part in parts])
    counts[whole] += 1
    return sha256(f"{whole}\x1f{counts[whole]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def accept(finding: Finding, reason: str) -> Accepted:
    """The entry that lets a finding through."""
    f = finding
    return Accepted(f.path, f.kind, f.detail, f.a, f.b, _fold(f.sentence_b), reason, f.fingerprint)


def settle(
    findings: Iterable[Finding], entries: Iterable[Accepted], paths: Sequence[str], marks: Sequence[Mark] = ()
) -> tuple[list[Finding], list[tuple[Finding, Accepted]], list[Mark]]:
    """The findings of one file that remain, those that an entry or a mark lets through, and the marks that let none.

    `paths`: the file's name and its old one.
    """
    known = {entry.fingerprint: entry for entry in entries if entry.path in paths}
    standing, accepted = [], []
    used: set[Mark] = set()
    for f in findings:
        held = [mark for mark in marks if mark.covers(f.kind, f.detail, f.verdict, f.start, f.end)]
        used.update(held)
        if f.fingerprint in known:
            accepted.append((f, known[f.fingerprint]))
        elif held:
            accepted.append((f, accept(f, held[0].reason)._replace(fingerprint="")))
        else:
            standing.append(f)
    return standing, accepted, [mark for mark in marks if mark not in used]


def find_idle(path: str, marks: Iterable[Mark], source: str) -> list[IdleMark]:
    """The marks of a file that let nothing through, with the reasons."""
    places = _Places(source)
    why = "nothing here needs it"
    return [IdleMark(path, *places.find(mark.at), mark.text, mark.error or why) for mark in marks]


def is_stale(entry: Accepted, new: str | None) -> bool:
    """Whether the text that an entry accepted is gone from the new version of its file (None: the file is gone).

    An entry that matched nothing need not be stale: once committed, a change is in the base too, and a later check
    against an earlier base, of a whole branch for example, still needs its entry.
    """
    if new is None:
        return True
    text = _fold(new)
    return entry.within not in text if entry.within else entry.a is None or _fold(entry.a) in text


def parse_accepted(text: str, name: str = ACCEPTED_FILE) -> list[Accepted]:
    """The entries of an accepted file. Raises PolicyError."""
    try:
        whole = parse_toml(text)
    except ValueError as error:
        raise PolicyError(printable(place_mistake(error, text, name))) from None
    tables = whole.get("accepted", [])
    if whole.keys() - {"accepted"} or not isinstance(tables, list):
        raise PolicyError(f"{name}: it may contain [[accepted]] tables only")
    entries = []
    for n, table in enumerate(tables, 1):
        if not isinstance(table, dict):
            raise PolicyError(f"{name}: entry {n} is not a table")
        for key, value in table.items():
            if key not in Accepted._fields:
                raise PolicyError(f"{name}: entry {n}: unknown key {printable(key)}")
            if not isinstance(value, str):
                raise PolicyError(f"{name}: entry {n}: {key} must be a string")
        for key in ("path", "kind", "fingerprint"):
            if not table.get(key):
                raise PolicyError(f"{name}: entry {n} has no {key}")
        kind, detail = table["kind"], table.get("detail", "")
        if kind != KEPT and (kind not in BY_NAME or detail not in ("", *BY_NAME[kind].details)):
            raise PolicyError(f"{name}: entry {n}: no edit is called {printable(f'{kind} {detail}'.rstrip())!r}")
        entries.append(
            Accepted(
                table["path"], table["kind"], table.get("detail", ""), table.get("a"), table.get("b"),
                table.get("within", ""), table.get("reason", ""), table["fingerprint"],
            )
        )  # fmt: skip
    return entries


def render_accepted(entries: Iterable[Accepted]) -> str:
    """The accepted file: sorted, each entry once, the same bytes for the same entries."""
    unique = {(entry.path, entry.fingerprint): entry for entry in entries}
    ordered = sorted(unique.values(), key=lambda e: (e.path, e.kind, e.detail, e.a or "", e.b or "", e.fingerprint))
    return "".join([_HEADER, *["\n" + "".join(_toml_lines(entry)) for entry in ordered]])


def _toml_lines(entry: Accepted) -> Iterator[str]:
    yield "[[accepted]]\n"
    for key, value in zip(entry._fields, entry, strict=True):
        if value is not None and (value or key in ("a", "b")):
            yield f"{key} = {_toml_string(value)}\n"


def _toml_string(text: str) -> str:
    r"""A basic string of TOML. Not by tomli-w, which leaves marks that change the direction of a line unescaped.

    >>> print(_toml_string('a "b"\\\n\x1b'))
    "a \"b\"\\\n\u001B"
    """
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join([short.get(c) or (c if c.isprintable() else _toml_escape(c)) for c in text]) + '"'


def _toml_escape(char: str) -> str:
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:  # which TOML does not allow
        return "\ufffd"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _fold(text: str) -> str:
    """The text with its white space folded: wrapping is not a change."""
    return " ".join(text.split())


class _Places:
    """Line and column of an offset. A byte order mark has no column: editors and GitHub do not count it."""

    def __init__(self, text: str) -> None:
        self._marked = text.startswith("\ufeff")
        self._starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            # splitlines also ends a line where no editor does (form feeds, U+2028).
            if line.endswith(("\n", "\r")):
                self._starts.append(at)

    def find(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return line, max(1, column - (line == 1 and self._marked))
