"""How well sources are found, against an annotated file of paragraphs: recall by class of cue, and precision.

    python tools/measure_sources.py ../shared/sources/polnear-dev.jsonl [--show CLASS | --show precision]

A line of the file is a paragraph: `text` and `attributions`, each with the character spans of its `source`, `cue` and
`content`. An attribution counts as found if a source is found whose cue overlaps the annotated one; its source is right
if both share a word. The annotators' idea of an attribution is wider than ours (thoughts, wishes, nouns), so recall is
given by the class of the cue, and precision over all paragraphs (a source found overlaps any attribution's
source or cue) and as false alarms in paragraphs without any.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from newsdiff.compare import read_text
from newsdiff.facts.sources import Source, read_sources

CLASSES = {
    "say": r"\b(?:said|says|say|saying)\b",
    "tell": r"\b(?:told|tells|tell)\b",
    "according to": r"\baccording to\b",
    "other verbs of speech": r"\b(?:not|add|announc|acknowledg|argu|claim|declar|explain|insist|recall|report|respond"
    r"|stat|suggest|warn|wrot|write|writ|tweet|emphasi|stress|reveal|confirm|conced|conclud|conten|complain|estimat|indicat"
    r"|promis|vow)(?:e|ed|s|es|ies|ied|ted|ded|ing|ring)?\b",
    "show or find": r"\b(?:found|finds?|shows?|showed|shown)\b",
    "mark alone": r"^[^\w]*$",
}


def cue_class(cue: str) -> str:
    """The class of an annotated cue."""
    return next((name for name, pattern in CLASSES.items() if re.search(pattern, cue.casefold())), "other")


def meets(span: tuple[int, int], others: list[list[int]]) -> bool:
    """Whether a span overlaps one of the others."""
    return any(lo < span[1] and span[0] < hi for lo, hi in others)


def share_word(text: str, found: Source, spans: list[list[int]]) -> bool:
    """Whether the source found and an annotated one share a word that is no grammar word of three letters or less."""
    words = re.compile(r"\w{4,}|[A-Z]\w+|[Hh]e|[Ss]he|[Ii]t")
    return not {w for lo, hi in spans for w in words.findall(text[lo:hi])}.isdisjoint(
        words.findall(text[slice(*found.source)])
    )


def measure(rows: list[dict[str, Any]], show: str) -> tuple[dict[str, list[int]], list[int]]:
    """By class: cues, found, sources, right ones. Over all: found, right, paragraphs without any, found in these."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    over = [0, 0, 0, 0]
    for row in rows:
        text, gold = row["text"], row["attributions"]
        found = read_sources(read_text(text, "", "en"))
        for one in [one for one in gold if one.get("cue")]:
            name = cue_class(" ".join([text[lo:hi] for lo, hi in one["cue"]]))
            match = [s for s in found if meets(s.cue, one["cue"])]
            right = bool(one.get("source")) and any(share_word(text, s, one["source"]) for s in match)
            for n, more in enumerate((1, bool(match), bool(one.get("source")), right)):
                counts[name][n] += more
            if show == name and not right:
                lo, hi = one["cue"][0][0], one["cue"][-1][1]
                print(f"{[s.text for s in match] or 'missed'}: {text[max(0, lo - 100) : lo]!r} [{text[lo:hi]}]")
        spans = [span for one in gold for key in ("cue", "source") for span in one.get(key, [])]
        wrong = [s for s in found if not meets(s.cue, spans)]
        for n, more in enumerate((len(found), len(found) - len(wrong), not gold, 0 if gold else len(found))):
            over[n] += more
        if show == "precision":
            print("".join([f"{s.text!r}: {text[max(0, s.start - 60) : s.end + 60]!r}\n" for s in wrong]), end="")
    return counts, over


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", default="", help="print what was missed of a class, or false alarms (precision)")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.file.read_text(encoding="utf-8").rstrip("\n").split("\n")]
    counts, over = measure(rows, args.show)
    for name in [*CLASSES, "other"]:
        n, hits, named, right = counts[name]
        print(f"{name:22} {n:5} cues  found {hits / max(n, 1):.3f}   source right {right / max(named, 1):.3f}")
    found, good, clean, alarms = over
    print(
        f"{'sources found':22} {found:5}  right {good / max(found, 1):.3f}  in {clean} paragraphs without any: {alarms}"
    )


if __name__ == "__main__":
    main()
