"""How well sources are found, against an annotated file of paragraphs: recall by class of cue, and precision.

    python tools/measure_sources.py ../shared/sources/polnear-dev.jsonl [--show CLASS | --show precision]

A line of the file is a paragraph: `text` and `attributions`, each with the character spans of its `source`, `cue` and
`content`. An attribution counts as found where a source is found whose cue overlaps the annotated one; its source as
right where both share the last word. The annotators' idea of an attribution is wider than ours (thoughts, wishes, nouns), so
recall is told by the class of the cue, and precision over all paragraphs (a source found overlaps any attribution's
source or cue) and as false alarms in paragraphs without any.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from newsdiff.compare import read_text
from newsdiff.facts.sources import Source, read_sources

CLASSES = {
    "say": r"\b(?:said|says|say|saying)\b",
    "tell": r"\b(?:told|tells|tell)\b",
    "according to": r"\baccording to\b",
    "other verbs of speech": r"\b(?:not|add|announc|acknowledg|argu|claim|declar|explain|insist|recall|report|respond|stat|suggest|warn"
    r"|wrot|write|writ|tweet|emphasi|stress|reveal|confirm|conced|conclud|conten|complain|estimat|indicat|promis|vow)"
    r"(?:e|ed|s|es|ies|ied|ted|ded|ing|ring)?\b",
    "show or find": r"\b(?:found|finds?|shows?|showed|shown)\b",
    "mark alone": r"^[^\w]*$",
}


def cue_class(cue: str) -> str:
    """The class of an annotated cue."""
    return next((name for name, pattern in CLASSES.items() if re.search(pattern, cue.casefold())), "other")


def meets(span: tuple[int, int], others: list[list[int]]) -> bool:
    """Whether a span overlaps one of the others."""
    return any(lo < span[1] and span[0] < hi for lo, hi in others)


def same_end(text: str, found: Source, spans: list[list[int]]) -> bool:
    """Whether the source found and an annotated one share a word that is no grammar word of three letters or less."""
    mine = set(re.findall(r"\w{4,}|[A-Z]\w+|[Hh]e|[Ss]he|[Ii]t", text[slice(*found.source)]))
    theirs = {w for lo, hi in spans for w in re.findall(r"\w{4,}|[A-Z]\w+|[Hh]e|[Ss]he|[Ii]t", text[lo:hi])}
    return bool(mine & theirs)


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", default="", help="print what was missed of a class, or false alarms (precision)")
    args = parser.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    right = total = clean = alarms = 0
    for line in args.file.open(encoding="utf-8"):
        row = json.loads(line)
        text, gold = row["text"], row["attributions"]
        found = read_sources(read_text(text, "", "en"))
        for one in gold:
            if not one.get("cue"):
                continue
            name = cue_class(" ".join([text[lo:hi] for lo, hi in one["cue"]]))
            match = [s for s in found if meets(s.cue, one["cue"])]
            tally = counts[name]
            tally[0] += 1
            tally[1] += bool(match)
            if one.get("source"):
                tally[2] += 1
                tally[3] += any(same_end(text, s, one["source"]) for s in match)
            if args.show == name and not match:
                print(f"missed {[text[slice(*c)] for c in one['cue']]}: {text[max(0, one['cue'][0][0] - 100) : one['cue'][-1][1] + 60]!r}")
            elif args.show == name and one.get("source") and not any(same_end(text, s, one["source"]) for s in match):
                print(f"source {[text[slice(*c)] for c in one['source']]} not {[text[slice(*s.source)] for s in match]}")
        clean += not gold
        for source in found:
            total += 1
            spans = [span for one in gold for key in ("cue", "source") for span in one.get(key, [])]
            good = meets(source.cue, spans)
            right += good
            alarms += not gold
            if args.show == "precision" and not good:
                at = source.start
                print(f"false {source.text!r}: {text[max(0, at - 60) : source.end + 60]!r}")
    for name in [*CLASSES, "other"]:
        n, hits, named, sources = counts[name]
        print(f"{name:22} {n:5} cues  found {hits / max(n, 1):.3f}   source right {sources / max(named, 1):.3f}")
    print(f"{'sources found':22} {total:5}       right {right / max(total, 1):.3f}   in {clean} paragraphs without any: {alarms}")


if __name__ == "__main__":
    main()
