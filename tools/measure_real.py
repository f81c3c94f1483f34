"""Measure the copy-edit gate on real commits of prose, and on findings in them that a reader judged.

    python tools/measure_real.py ../shared/real [--repo 18f] [--limit 50] [--show judged|omission|KIND]

Every commit is read and judged as by `newsdiff check`: the share that is stopped, the findings of each kind, the
omissions whose words are still in the new text. Of the findings judged by a reader: right ones are kept where an
edit of the same weight still shares their words; false alarms are gone where no edit of that kind stops there.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from newsdiff import Comparison, compare
from newsdiff.model import Edit
from newsdiff.read.sources import read_data


class Commit(NamedTuple):
    """One file before and after a commit, compared."""

    row: dict[str, Any]
    found: Comparison

    @property
    def stops(self) -> list[Edit]:
        """The edits that stop it."""
        return [edit for edit in self.found.edits if edit.substantive]


def main() -> None:
    """Prints the three measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repo", default="", help="only the files whose name begins so")
    parser.add_argument("--limit", type=int, help="so many commits of each file, and those that have judged findings")
    parser.add_argument("--show", default="", help="judged: which were lost or stayed; a kind: its findings")
    args = parser.parse_args()
    judged = _rows(args.folder / "judged.jsonl")
    needed = {row["id"].partition("#")[0] for row in judged}
    commits = {}
    for path in sorted(args.folder.glob(f"{args.repo}*.jsonl")):
        for n, row in enumerate(_rows(path) if path.name != "judged.jsonl" else []):
            if args.limit is None or n < args.limit or row["id"] in needed:
                a, b = (read_data(row["path"], row[side].encode())[0].text for side in "ab")
                commits[row["id"]] = Commit(row, compare(a, b))
    measure_findings(list(commits.values()), args.show)
    measure_judged(judged, commits, args.show == "judged")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def measure_findings(commits: list[Commit], show: str) -> None:
    """How many commits are stopped, and by what."""
    stopped = sum(bool(commit.stops) for commit in commits)
    print(f"commits that the gate stops: {stopped} of {len(commits)}: {stopped / len(commits):.2f}")
    kinds: Counter[str] = Counter()
    twins = 0
    for commit in commits:
        for edit in commit.stops:
            kinds[f"{edit.kind} {edit.detail}".strip()] += 1
            twin = edit.kind == "omission" and has_twin(edit, commit.found)
            twins += twin
            if show == edit.kind:
                print(f"  {commit.row['id']}{' TWIN' if twin else ''}: {say(edit)}")
    print("findings: " + ", ".join([f"{n} {kind}" for kind, n in kinds.most_common()]))
    print(f"omissions whose words stand in the new text: {twins} of {kinds['omission']}  (bar 0)")
    verdicts = Counter(getattr(edit, "verdict", "?") for commit in commits for edit in commit.found.edits)
    print("edits: " + ", ".join([f"{n} {verdict}" for verdict, n in verdicts.most_common()]))


def has_twin(edit: Edit, found: Comparison) -> bool:
    """Whether the sentences of an omission stand in B more often than links with the same words account for."""
    wanted = [squash(found.a.text[s.start : s.end]) for s in _members(edit, found)]
    there = Counter(squash(sentence.text) for sentence in found.b.sentences)
    linked: Counter[str] = Counter()
    for link in found.links:
        if link.a and link.b:
            mine = Counter(squash(found.a.sentences[n].text) for n in link.a)
            linked += mine & Counter(squash(found.b.sentences[n].text) for n in link.b)
    return any(there[words] > linked[words] for words in wanted)


def _members(edit: Edit, found: Comparison) -> list[Any]:
    assert edit.a
    return [s for s in found.a.sentences if edit.a.start <= s.start and s.end <= edit.a.end]


def measure_judged(judged: list[dict[str, Any]], commits: dict[str, Commit], show: bool) -> None:
    """Of the findings that a reader judged: right ones kept, false alarms gone."""
    tally: dict[str, list[bool]] = {"right": [], "false alarm": [], "wrong class": []}
    by_kind: dict[tuple[str, str], list[bool]] = {}
    for row in judged:
        commit = commits.get(row["id"].partition("#")[0])
        if commit is None:
            continue
        good = is_kept(row, commit) if row["verdict"] == "right" else not is_still_there(row, commit)
        tally[row["verdict"]].append(good)
        by_kind.setdefault((row["verdict"], row["kind"]), []).append(good)
        if show and not good:
            said = "lost" if row["verdict"] == "right" else "stays"
            print(
                f"  {said} ({row['verdict']}) {row['id']} {row['kind']} {row['detail']}: {row['a']!r} -> {row['b']!r}"
            )
            print(f"      {row.get('cause') or ''}")
    for (verdict, kind), rows in sorted(by_kind.items()):
        print(f"  {verdict:12} {kind:14} {sum(rows):3} of {len(rows)}")
    names = {"right": "right findings kept", "false alarm": "false alarms gone", "wrong class": "wrong classes gone"}
    for verdict, rows in tally.items():
        if rows:
            print(f"{names[verdict]}: {sum(rows)} of {len(rows)}: {sum(rows) / len(rows):.2f}")


def is_kept(row: dict[str, Any], commit: Commit) -> bool:
    """Whether an edit as weighty still says it, whatever its kind."""
    edits = commit.stops if row["substantive"] else commit.found.edits
    return any(shares_words(row, edit) for edit in edits)


def is_still_there(row: dict[str, Any], commit: Commit) -> bool:
    """Whether an edit of that kind still says it, and stops where the judged one did."""
    edits = commit.stops if row["substantive"] else commit.found.edits
    return any(edit.kind == row["kind"] and shares_words(row, edit, exact=True) for edit in edits)


def shares_words(row: dict[str, Any], edit: Edit, exact: bool = False) -> bool:
    """Whether the readings of both sides are the same or, unless `exact`, one holds the other."""
    sides = [(squash(row["a"]), squash(edit.a and edit.a.text)), (squash(row["b"]), squash(edit.b and edit.b.text))]
    if exact:
        return all(mine == theirs for mine, theirs in sides)
    sides = [(mine, theirs) for mine, theirs in sides if mine]
    return all(theirs and (mine in theirs or theirs in mine) for mine, theirs in sides)


def squash(text: str | None) -> str:
    """The words alone, in small letters."""
    folded = unicodedata.normalize("NFKC", text or "").casefold().replace("\u2019", "'")
    return " ".join(re.findall(r"\w+", folded)) or folded.strip()


def say(edit: Edit) -> str:
    """An edit on one line."""
    return f"{edit.kind} {edit.detail}: {(edit.a and edit.a.text)!r} -> {(edit.b and edit.b.text)!r}"


if __name__ == "__main__":
    main()
