"""How often harmless rewordings of real articles are stopped, one at a time and in a desk's work of a week.

    python benchmarks/false_alarms.py [ARTICLE...] [--kind spelling] [--limit 20] [--show] [--risk .5]

Four measures. One harmless rewording at a time, outside quotations (harmless.txt has the one-word rules): nothing in
the article may be stopped. A whole article restyled (marks, dashes, ellipses, line ends, wrapping): no difference at
all. A week of copy editing: copies of the clone's own articles with three in ten of all those rewordings. And the gold
pairs of the style copyedit: a stopped edit that matches no annotated one is a false alarm.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from texts import (
    DAYS,
    MONTHS,
    ROOT,
    Change,
    Finder,
    Text,
    add_options,
    change,
    choose,
    load_texts,
    outside_quotations,
    paragraphs,
    read_tables,
    say,
    sentences,
    stops,
)

from newsdiff import compare
from newsdiff.model import Edit

SHARE = 0.3
SHORT_LINE = 45  # wrapped prose has no shorter line but the last of a paragraph
COPIES = 4
WORDS = "two three four five six seven eight nine ten eleven twelve".split()
SHORT = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
         "November": "Nov.", "December": "Dec."}  # fmt: skip
LONG_WORD = re.compile(r"(?<![\w'’-])[a-z]{9,}(?![\w'’-])")
CURVE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def rule(pattern: str, answer: str | Callable[[re.Match[str]], str]) -> Finder:
    """Every match of a pattern in running prose, changed as `re.sub` would."""
    compiled = re.compile(pattern)

    def find(text: str, rng: random.Random) -> Iterator[Change]:
        for lo, hi in paragraphs(text):
            for match in compiled.finditer(text, lo, hi):
                new = match.expand(answer) if isinstance(answer, str) else answer(match)
                yield change(match.start(), match.end(), new)

    return find


def either(*finders: Finder) -> Finder:
    """What any of the finders finds."""
    return lambda text, rng: [one for find in finders for one in find(text, rng)]


def number_notation(text: str, rng: random.Random) -> Iterator[Change]:
    """two <-> 2 before a plural, 1,500 <-> 1500."""
    for lo, hi in paragraphs(text):
        for match in re.compile(rf"(?<=[a-z] )({'|'.join(WORDS)})(?= [a-z]+s\b)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), str(WORDS.index(match[0]) + 2))
        for match in re.compile(r"(?<=[a-z] )([2-9]|1[0-2])(?= [a-z]+s\b)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), WORDS[int(match[0]) - 2])
        for match in re.compile(r"(?<=[a-z] )([1-9]\d?),(\d{3})(?= [a-z])").finditer(text, lo, hi):
            yield change(match.start(), match.end(), match[1] + match[2])


def date_notation(text: str, rng: random.Random) -> Iterator[Change]:
    """February 24 -> Feb. 24, 24 February, February 24th; Feb. 24 -> February 24."""
    for lo, hi in paragraphs(text):
        for match in re.compile(rf"\b({'|'.join(MONTHS)}) (\d\d?)(?![\w:.,-])(?! [a-z]+s\b)").finditer(text, lo, hi):
            day = int(match[2])
            end = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")
            forms = [f"{day} {match[1]}", f"{match[1]} {day}{end}"]
            forms += [f"{SHORT[match[1]]} {day}"] if match[1] in SHORT else []
            yield change(match.start(), match.end(), rng.choice(forms))
        for long, short in SHORT.items():
            for match in re.compile(rf"\b{re.escape(short)}(?= \d)").finditer(text, lo, hi):
                yield change(match.start(), match.end(), long)


def inversion(text: str, rng: random.Random) -> Iterator[Change]:
    """ "...," Ruiz said. <-> "...," said Ruiz."""
    who = r"(?:the [a-z]+(?: [a-z]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    for lo, hi in paragraphs(text):
        for match in re.compile(rf"(?<=,[\"”] )({who}) said(?=[.])").finditer(text, lo, hi):
            yield change(match.start(), match.end(), f"said {match[1]}")
        for match in re.compile(rf"(?<=,[\"”] )said ({who})(?=[.])").finditer(text, lo, hi):
            if match[1] not in ("Dr", "Mr", "Mrs", "Ms", "Sen", "Rep", "Gov", "Rev", "Lt", "Col", "Gen"):
                yield change(match.start(), match.end(), f"{match[1]} said")


def split(text: str, rng: random.Random) -> Iterator[Change]:
    """A sentence cut in two at "; " or at ", and <pronoun>"."""
    for lo, hi in sentences(text):
        for match in re.compile(r"(?:, and|;) (he|she|it|they|we|the) (?=[a-z]+ )").finditer(text, lo, hi):
            yield change(match.start(), match.end(), f". {match[1].capitalize()} ")


def merge(text: str, rng: random.Random) -> Iterator[Change]:
    """Two short sentences made one."""
    found = list(sentences(text))
    for (_, end), (start, stop) in itertools.pairwise(found):
        opens = re.compile(r"(He|She|It|They|We|This|The) (?=[a-z])").match(text, start)
        if text[end - 1] == "." and text[end:start] == " " and opens and len(text[start:stop].split()) < 22:
            yield change(end - 1, opens.end(), f", and {opens[1].lower()} ")


def adverb_moved(text: str, rng: random.Random) -> Iterator[Change]:
    """has also been <-> also has been; However, X -> X, however; a phrase of time from the front to the end."""
    adverb = r"(also|often|already|recently|quickly|generally|usually|clearly|increasingly)"
    for lo, hi in sentences(text):
        for match in re.compile(rf"\b(has|have|had|is|are|was|were) {adverb} (?=[a-z]+ed\b|been\b)").finditer(
            text, lo, hi
        ):
            yield change(match.start(), match.end(), f"{match[2]} {match[1]} ")
        match_front = re.compile(
            r"((?:On|In|At|During) [^,;.]{4,40}), ((?:the|he|she|it|they|we)\b[^;:,“”\"]{10,})\."
        ).fullmatch(text, lo, hi)
        if match_front:
            front, rest = match_front[1], match_front[2]
            yield change(lo, hi, f"{rest[0].upper()}{rest[1:]} {front[0].lower()}{front[1:]}.")


def passive(text: str, rng: random.Random) -> Iterator[Change]:
    """The X was closed by the Y -> the Y closed the X, where the whole sentence is no more than that."""
    agents = r"(the [a-z ]{3,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)*)"
    rest = r"( (?:in|on|at|after|before|because|when|while) [^.,]+)?"
    pattern = re.compile(rf"The ([a-z ]{{3,30}}) (?:was|were) ([a-z]+ed) by {agents}{rest}\.")

    for lo, hi in sentences(text):
        match = pattern.fullmatch(text, lo, hi)
        if match:
            agent = match[3][0].upper() + match[3][1:]
            yield change(lo, hi, f"{agent} {match[2]} the {match[1]}{match[4] or ''}.")


SAYS = r"(?:said|says|told reporters|wrote)"
WHO = r"(?:(?:the|a) [a-z]+(?: [a-z]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"


def source_moved(text: str, rng: random.Random) -> Iterator[Change]:
    """X said the plan failed. <-> The plan failed, X said. And according to X, in front or behind."""
    for lo, hi in sentences(text):
        if re.search(r"[“”\";:]", text[lo:hi]):
            continue
        front = re.compile(rf"({WHO}|The [a-z]+) {SAYS} (?:that )?((?:the|he|she|it|they)\b[^,]+)\.").fullmatch(
            text, lo, hi
        )
        if front:
            who = front[1] if is_capital(front[1]) else front[1][0].lower() + front[1][1:]
            yield change(lo, hi, f"{front[2][0].upper()}{front[2][1:]}, {who} said.")
        behind = re.compile(r"([A-Z][^,]+), according to ([^,]+)\.").fullmatch(text, lo, hi)
        if behind and behind[1].split()[0] in ("The", "He", "She", "It", "They", "There", "This", "A"):
            yield change(lo, hi, f"According to {behind[2]}, {behind[1][0].lower()}{behind[1][1:]}.")


def is_capital(name: str) -> bool:
    """Whether a source keeps its capital inside a sentence."""
    return name.split()[0] not in ("The", "A")


def clause_moved(text: str, rng: random.Random) -> Iterator[Change]:
    """Y because X. <-> Because X, Y. Likewise while, when, if, although, after, before."""
    links = r"(because|when|if|although|after|before|as soon as)"
    for lo, hi in sentences(text):
        if re.search(r"[“”\";:(]", text[lo:hi]):
            continue
        subject = r"(?:the|he|she|it|they|we|you)"
        match = re.compile(rf"(The|He|She|It|They|We|You) ([^,]{{10,}}?) {links} ({subject} [^,]{{8,}})\.").fullmatch(
            text, lo, hi
        )
        if match and not re.search(rf"\b(?:that|which|who|what|how|even|just|only|not|and|but)\b|{links}", match[2]):
            yield change(lo, hi, f"{match[3].capitalize()} {match[4]}, {match[1].lower()} {match[2]}.")


def bracketed_acronym(text: str, rng: random.Random) -> Iterator[Change]:
    """An abbreviation in brackets, behind what it stands for, left out where the article never uses it again."""
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=[a-z]) \(([A-Z]{2,6})\)").finditer(text, lo, hi):
            if len(re.findall(rf"\b{match[1]}\b", text)) == 1:
                yield change(match.start(), match.end(), "")


def later_mention(text: str, rng: random.Random) -> Iterator[Change]:
    """Mr. Ruiz, Ana Ruiz -> Ruiz, where both names have been there before."""
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=[a-z] )(Mr\. |Mrs\. |Ms\. |[A-Z][a-z]+ )([A-Z][a-z]+)(?= [a-z])").finditer(
            text, lo, hi
        ):
            before = text[: match.start()]
            known = re.search(rf"(?<![A-Z][a-z] )\b{match[2]}\b", before)
            if known and match[1].endswith(". ") and match[2] in text[match.end() :]:
                yield change(match.start(), match.end(), match[2])


def middle_initial(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=[a-z]) [A-Z]\.(?= [A-Z][a-z]+)").finditer(text, lo, hi):
            if re.search(r"[A-Z][a-z]{3,}$", text[lo : match.start()]):
                yield change(match.start(), match.end(), "")


def aside(text: str, rng: random.Random) -> Iterator[Change]:
    """An apposition between commas, put between dashes or in brackets."""
    for lo, hi in sentences(text):
        for match in re.compile(r"(?<=[a-z]), ((?:a|an|the|who|which) [^,.;:()—–\d]{8,50}), (?=[a-z])").finditer(
            text, lo, hi
        ):
            yield change(match.start(), match.end(), rng.choice([f" — {match[1]} — ", f" ({match[1]}) "]))


def typo(text: str, rng: random.Random) -> Iterator[Change]:
    """A long word misspelt, as a typist does: two letters exchanged, or one lost."""
    for lo, hi in paragraphs(text):
        for match in LONG_WORD.finditer(text, lo, hi):
            word, at = match[0], rng.randrange(3, len(match[0]) - 3)
            wrong = word[:at] + (word[at + 1] + word[at] + word[at + 2 :] if rng.random() < 0.5 else word[at + 1 :])
            if wrong != word and word[at] not in "sdr":
                yield change(match.start(), match.end(), wrong)


KINDS: dict[str, Finder] = {
    "number notation": number_notation,
    "date notation": date_notation,
    "clock notation": either(rule(r"(?<=\d) ([ap])\.m\.(?= [a-z])", r" \1m"), rule(r"(?<=\d) ?([ap])m\b", r" \1.m.")),
    "percent sign": either(rule(r"(?<=\d) percent\b", "%"), rule(r"(?<=\d)%", " percent")),
    "money notation": rule(r"\$(\d+(?:\.\d+)?) (million|billion)\b(?! dollar)", r"\1 \2 dollars"),
    "saying inverted": inversion,
    "saying": rule(r"(?<=,[\"”] )((?:[A-Z][a-z]+|[Hh]e|[Ss]he)) said(?=\.)", r"\1 added"),
    "serial comma": either(
        rule(r"(, [a-z]+), (and|or)(?= [a-z]+[.,;])", r"\1 \2"), rule(r"(, [a-z]+) (and|or)(?= [a-z]+\.)", r"\1, \2")
    ),
    "comma": either(
        rule(r"(?<=[a-z])(?<!however), (?=but [a-z])", " "), rule(r"(?<=[a-z]) (?=but [a-z]+ [a-z]+)", ", ")
    ),
    "possessive": rule(
        r"\b(government|agency|company|city|team|state)['’]s (budget|website|policy|plan|work)\b", r"\2 of the \1"
    ),
    "whiz": rule(
        r"(?<=[a-z]),? (?:which|who|that) (?:is|was|are|were) (?=[a-z]+ed by\b|[a-z]+ed in\b|[a-z]+ing the\b)", " "
    ),
    "split": split,
    "merge": merge,
    "adverb moved": adverb_moved,
    "passive": passive,
    "typo": typo,
    "source moved": source_moved,
    "clause moved": clause_moved,
    "acronym dropped": bracketed_acronym,
    "courtesy title": later_mention,
    "middle initial": middle_initial,
    "aside": aside,
    "quote introduced": either(rule(r"(?<=said), (?=[“\"])", ": "), rule(r"(?<=said): (?=[“\"])", ", ")),
    "quote punctuation": rule(r"(?<=[a-z])([,.])([”\"])", r"\2\1"),
    "quote marks": rule(r"“([^“”\"'’\n]+)”", r"‘\1’"),
    "ordinal": rule(
        r"(?<=the )(?:second|third|fourth|fifth)(?= [a-z])",
        lambda m: {"second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}[m[0]],
    ),
    "weekday with on": either(
        rule(rf"(?<=[a-z])(?<! on) ({'|'.join(DAYS)})(?=[.,] )", r" on \1"),
        rule(rf"(?<=[a-z]) on ({'|'.join(DAYS)})(?=[.,] )", r" \1"),
    ),
    "money sign": rule(r"\$(\d+(?:\.\d+)?) (m|b)illion\b(?! dollar)", r"$\1\2n"),
    "ampersand": rule(r"(?<=[A-Z][a-z]) and (?=[A-Z][a-z])", " & "),
    "diacritic": rule(r"\b(na)ï(ve)\b|\b(caf)é\b|\b(r[eé]sum)é\b", r"\1\2\3\4e"),
    **read_tables(Path(__file__).with_name("harmless.txt")),
}


def restyle(text: str, rng: random.Random) -> str:
    """The article in another house's dress: marks, dashes, ellipses, line ends, wrapping. No word changes."""
    if rng.random() < 0.5:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
        text = text.replace(" — ", " -- ").replace("…", "...")
    else:
        text = re.sub(r'(?<![^\s(\[—-])"(?=\S)', "“", text).replace('"', "”")
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
        text = text.replace(" -- ", " — ").replace(" – ", " — ").replace("...", "…")
    width = rng.choice((0, 60, 72))
    if width:
        text = "\n\n".join([_wrapped(block, width) for block in text.split("\n\n")])
    return text.replace("\n", rng.choice(("\n", "\r\n")))


def _wrapped(block: str, width: int) -> str:
    """A paragraph in lines of another width; lines that were no wrapped prose are wrapped one by one."""
    lines = block.split("\n")
    if all(len(line) > SHORT_LINE for line in lines[:-1]):
        lines = [" ".join(lines)]
    return "\n".join([textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False) for line in lines])


def week_of_edits(text: str, rng: random.Random) -> str:
    """A copy after the desk: three in ten of all the rewordings that it could have, in another dress."""
    found: list[Change] = []
    for kind, find in KINDS.items():
        if kind not in ("typo", "passive"):
            found += [one for one in outside_quotations(text, find(text, rng)) if rng.random() < SHARE]
    rng.shuffle(found)
    taken: list[Change] = []
    for one in found:
        lo, hi = one.parts[0][0], one.parts[-1][1]
        if all(hi + 1 < other.parts[0][0] or other.parts[-1][1] + 1 < lo for other in taken):
            taken.append(one)
    parts = sorted(part for one in taken for part in one.parts)
    return restyle(Change(tuple(parts)).apply(text), rng)


def harmless(kind: str) -> Finder:
    """The rewordings of a kind that touch no quotation, but for those that dress one."""
    if kind.startswith("quote"):
        return KINDS[kind]
    return lambda text, rng: outside_quotations(text, KINDS[kind](text, rng))


def measure_rewordings(texts: list[Text], args: argparse.Namespace) -> None:
    """One rewording at a time."""
    passed: list[bool] = []
    curve: dict[float, list[bool]] = {p: [] for p in CURVE}
    print(f"{'kind':20}    n   passed")
    for kind in [k for k in KINDS if not args.kind or k.startswith(tuple(args.kind))]:
        mine = []
        for text, one in choose(texts, harmless(kind), args.limit, f"{args.seed}/{kind}"):
            comparison = compare(text.text, one.apply(text.text))
            found = stops(comparison, args.risk)
            mine.append(not found)
            for p in CURVE if args.risk is not None else ():
                curve[p].append(not stops(comparison, p))
            if args.show and found:
                print(f"  stopped in {text.name}: {one.show(text.text)}")
                print(f"      {'; '.join(map(say, found))}")
        passed += mine
        if mine:
            print(f"{kind:20} {len(mine):4}     {sum(mine) / len(mine):.2f}", flush=True)
    if passed:
        print(f"{'all':20} {len(passed):4}    {sum(passed) / len(passed):.3f}  (bar .96)")
    for p, row in curve.items():
        if row:
            print(f"risk {p:.1f}: passed {sum(row) / len(row):.3f}")


def measure_restyling(texts: list[Text], args: argparse.Namespace) -> None:
    """Whole articles in another dress."""
    rng = random.Random(f"{args.seed}/restyle")
    chosen = rng.sample(texts, min(len(texts), 5 * args.limit))
    equal = 0
    for text in chosen:
        found = compare(text.text, restyle(text.text, rng))
        equal += not found.differs
        if args.show and found.differs:
            print(f"  differs: {text.name}")
            for link in found.links:
                if link.kind != "same" or link.moved:
                    changed = [(d.a, d.b) for d in link.diff if d.op != "equal"]
                    print(f"      {link.kind} {changed[:3]}"[:300])
    print(f"restyled articles without any difference: {equal} of {len(chosen)}: {equal / len(chosen):.3f}  (bar .99)")


def measure_week(args: argparse.Namespace) -> None:
    """All rewordings together, in the clone's own articles."""
    articles = sorted([*ROOT.glob("samples/*/[ab].txt"), *ROOT.glob("tests/gold/*/[ab].txt")])
    kinds: Counter[str] = Counter()
    files = stopped = 0
    for path in articles:
        text = path.read_text(encoding="utf-8")
        for n in range(COPIES):
            copy = week_of_edits(text, random.Random(f"{path.parent.name}/{path.name}/{n}"))
            found = stops(compare(text, copy), args.risk)
            files += 1
            stopped += bool(found)
            kinds.update([f"{edit.kind} {edit.detail}".strip() for edit in found])
            if args.show:
                for edit in found:
                    print(f"  {path.parent.name}/{path.name} {n}: {say(edit)}")
    print(f"a week of edits: {stopped} of {files} copies have a false alarm: {stopped / files:.1%} (bar 10 %)")
    print("  " + (", ".join([f"{n} {kind}" for kind, n in kinds.most_common()]) or "none"))


def measure_gold(args: argparse.Namespace) -> None:
    """Annotated pairs of copy edits."""
    files = stopped = true = 0
    for path in sorted([*(ROOT / "tests" / "gold").glob("*/gold.json"), *args.shared.glob("gold/*/gold.json")]):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["style"] != "copyedit":
            continue
        a, b = [(path.parent / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")]
        found = stops(compare(a, b), args.risk)
        false = [edit for edit in found if not is_annotated(edit, gold)]
        files += 1
        true += len(found) - len(false)
        stopped += bool(false)
        for edit in false if args.show else ():
            print(f"  {path.parent.name}: {say(edit)}")
    print(f"annotated copy edits: {stopped} of {files} files have a false alarm; {true} true ones")


def is_annotated(edit: Edit, gold: dict[str, Any]) -> bool:
    """Whether an edit answers an annotated one, or a sentence that the annotation leaves without an answer."""

    def fold(text: str | None) -> str:
        return " ".join((text or "").split()).lower()

    mine = (fold(edit.a and edit.a.text), fold(edit.b and edit.b.text))
    if edit.kind == "omission":
        linked = {n for group in gold["groups"] for n in group["a"]}
        return any(fold(s) in mine[0] or mine[0] in fold(s) for n, s in enumerate(gold["a"]) if n not in linked)
    for other in gold["edits"]:
        theirs = (fold(other.get("a")), fold(other.get("b")))
        if other["type"] == "spelling" or other.get("same_value"):
            continue
        if any(x and y and (x in y or y in x) for x, y in zip(mine, theirs, strict=True)):
            return True
    return False


def main() -> None:
    """Prints all four measures, or the first of some kinds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    args = parser.parse_args()
    texts = load_texts(args.articles, args.shared)
    measure_rewordings(texts, args)
    if not args.kind:
        measure_restyling(texts, args)
        measure_week(args)
        measure_gold(args)


if __name__ == "__main__":
    main()
