"""How often markup and wrapping change the text read: real Markdown files, rewritten without visible differences.

    python tools/measure_reading.py FOLDER [--show N]

FOLDER has files of JSON lines with `path` and `b`, the text of a Markdown file. Each is re-wrapped at 60, 72 and 100
columns and to one line for each paragraph, and put through changes of markup alone; the tool counts in how many files
the compared text changes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from newsdiff.read.markdown import read_markdown

# Lines that mean something by how they begin or end are left where they are.
MARKED = re.compile(r"^\s*([#>|]|[-*+]( |$)|\d+[.)]|```|~~~|\{|<|\[[^\]]+\]:|:|=+\s*$|-+\s*$|!|\s{4})|  $|\\$|\||`")
FRONT = re.compile(r"(?s)\ufeff?(---\r?\n.*?\n---\r?\n|\+\+\+\r?\n.*?\n\+\+\+\r?\n)")


def main() -> None:
    """Prints the counts of every change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="so many of the differences")
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(args.folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            row = json.loads(line)
            if row.get("path", "").endswith(".md") and "b" in row and "verdict" not in row:
                measure(row["b"], row["id"], counts, args.show)
    for name in CHANGES:
        print(f"{name:24} {counts[name, 'differs']:5} of {counts[name, 'changed']:5} files differ")


def measure(text: str, label: str, counts: Counter[tuple[str, str]], show: int) -> None:
    """Counts the changes of one file that change what is compared."""
    whole = read_markdown(text).text.split()
    for name, change in CHANGES.items():
        changed = change(text, random.Random(label))
        if changed == text:
            continue
        counts[name, "changed"] += 1
        found = read_markdown(changed).text.split()
        if found != whole:
            counts[name, "differs"] += 1
            if counts[name, "differs"] <= show:
                at = next((n for n, (x, y) in enumerate(zip(whole, found, strict=False)) if x != y), len(whole))
                print(f"{label} {name}\n  {' '.join(whole[at - 5 : at + 9])}\n  {' '.join(found[at - 5 : at + 9])}")


def rewrap(text: str, width: int) -> str:
    """The text with every paragraph of plain lines wrapped anew; 0 for one line each."""
    front = FRONT.match(text)
    head = front[0] if front else ""
    blocks = []
    fenced = False
    for block in re.split(r"(\n[ \t\r]*\n+)", text[len(head) :]):
        lines = block.split("\n")
        fences = sum(line.strip().startswith(("```", "~~~")) for line in lines)
        if fenced or fences or not block.strip() or any(MARKED.search(line) for line in lines):
            fenced ^= fences % 2 == 1
            blocks.append(block)
            continue
        line = " ".join(block.split())
        wrapped = textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) if width else line
        blocks.append(block if any(MARKED.search(new) for new in wrapped.split("\n")) else wrapped)
    return head + "".join(blocks)


def outside_code(pattern: str, replace: Callable[[re.Match[str]], str]) -> Callable[[str, random.Random], str]:
    """A change of all that matches, in the body of a file and outside of its code."""

    def change(text: str, chance: random.Random) -> str:
        front = FRONT.match(text)
        head = front[0] if front else ""
        parts = re.split(r"(?ms)(^[ \t]*(?:```|~~~).*?^[ \t]*(?:```|~~~)[ \t]*$|`[^`\n]*`)", text[len(head) :])
        parts[::2] = [re.sub(pattern, replace, part) for part in parts[::2]]
        return head + "".join(parts)

    return change


def front_matter(text: str, chance: random.Random) -> str:
    """Another date, weight and tag in the front matter."""
    front = FRONT.match(text)
    if not front or not front[0].startswith("---"):
        return text
    new = re.sub(r"(?m)^(date|slug|topics|tags|layout|weight)(:.*)$", r"\1: 2031-01-07", front[0])
    return new + text[front.end() :]


def emphasize(text: str, chance: random.Random) -> str:
    """Every tenth plain word of lines of prose in bold."""

    def line(match: re.Match[str]) -> str:
        words = match[0].split(" ")
        return " ".join([f"**{w}**" if w.isalpha() and n % 10 == 5 else w for n, w in enumerate(words)])

    return re.sub(r"(?m)^[A-Z][^\n`*_\[\]<>{}|~]{40,}$", line, text)


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    **{
        f"wrapped at {width}" if width else "a line a paragraph": lambda t, c, w=width: rewrap(t, w)
        for width in (60, 72, 100, 0)
    },  # type: ignore[misc]
    "link targets": outside_code(r"(?<=\])\((?:https?:|/)[^()\s]*\)", lambda m: "(/another/target-9)"),
    "definitions": outside_code(r"(?m)^(\[[^\]^\n]+\]:[ \t]*)\S+[ \t]*$", lambda m: m[1] + "https://example.org/2"),
    "bare addresses": outside_code(r"(?<=\s)https?://[\w./-]+\w(?=[\s.])", lambda m: "https://example.org/another"),
    "bullets": outside_code(r"(?m)^([ ]*)[-*](?= [^\s*-])", lambda m: m[1] + "+"),
    "list numbers": outside_code(r"(?m)^([ ]{0,6})(\d)\.(?= \S)", lambda m: m[1] + ("1" if m[2] == "1" else "7") + "."),
    "headings": outside_code(r"(?m)^(##?) ([^\n#]*[^\s#]) *$", lambda m: f"{m[1]} {m[2]} {m[1]}"),
    "emphasis marks": outside_code(r"(?<=[\s(])\*(\w[^*_\n]*\w)\*(?=[\s.,;])", lambda m: f"_{m[1]}_"),
    "emphasis": emphasize,
    "entities": outside_code(r"(?<=\w)[’](?=\w)", lambda m: "&rsquo;"),
    "footnote labels": outside_code(r"\[\^([^\]\s]+)\]", lambda m: f"[^n{m[1]}]"),
    "picture targets": outside_code(r"(!\[[^\]\n]*\])\([^(){}\s\"]+(?=[\s)])", lambda m: m[1] + "(/img/other.png"),
    "attributes": outside_code(r"(<(?:a|img|div|span|p) )(?=[a-z])", lambda m: m[1] + 'class="wide" '),
    "shortcodes": outside_code(r"(?<=\S)\n\n(?=[A-Z][a-z])", lambda m: '\n\n{{< ad id="x3" >}}\n\n'),
    "front matter": front_matter,
    "line ends": lambda text, chance: text.replace("\r\n", "\n").replace("\n", "\r\n"),
}

if __name__ == "__main__":
    main()
