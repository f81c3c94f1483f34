"""One slip at a time in a real article: is it stopped, at its place, and nothing else in that article?

    python benchmarks/slips.py [ARTICLE...] [--kind name] [--limit 20] [--show] [--risk .5]

A slip is what a copy desk must not let pass: a source dropped, a name replaced, a unit exchanged, "not" lost. Each kind
is a rule that finds places where the exchanged words cannot mean the same, so that the label is certain by
construction; the one-word rules are in slips.txt. A slip counts as stopped when a substantive edit (with --risk P also
an open one of at least that risk) covers or touches its place in A; whatever else is substantive in that article is a
false alarm.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from texts import (
    DAYS,
    MONTHS,
    Change,
    Finder,
    Text,
    add_options,
    change,
    choose,
    load_texts,
    paragraphs,
    quotations,
    read_tables,
    say,
    sentences,
    stops,
)

from newsdiff import Comparison, compare

SURNAMES = "Larsson Okafor Brennan Whitlock Delgado Novak Haddad Thornton Ferrari Castellano Mbeki Quigley".split()
GIVEN = "Agnes Rupert Imogen Casper Beatriz Dmitri Yolanda Horace Ingrid Leopold Wilma Fergus".split()
PLACES = "Reykjavik Montevideo Toledo Gdansk Nairobi Boise Tallinn Fresno Ottawa Adelaide".split()
QUOTED = "never money garden small yesterday winter blame quiet bridge hunger teacher seven".split()
CARDINALS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
# Capitals that are no names of anybody: they open sentences and stand in titles.
NO_NAME = frozenset(DAYS + MONTHS + ["May", "Mr", "Mrs", "Ms", "Dr", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"])
RUN = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*"
SPEAKER = r"(?:(?:the|a|an) [a-z][a-z ]{3,30}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|he|she|they|officials|police)"
SAYS = (
    "said|says|told reporters|wrote|tweeted|argued|claimed|noted|warned|testified|suggested|admitted|estimates|predicts"
)
OTHER_SOURCES = ["a neighbor", "the fire department", "the finance ministry", "Whitlock", "two researchers"]
UNNAMED = frozenset("he she they officials police sources dr mr mrs ms sen rep gov rev".split())
ANONYMOUS = ["officials", "a source familiar with the matter", "people close to the talks", "sources"]

_common: set[str] = set()
_proper: set[str] = set()


def learn_names(texts: list[Text]) -> None:
    """Remembers which words are ever written small, and which have a capital inside a sentence."""
    for text in texts:
        _common.update(re.findall(r"\b[a-z]{2,}\b", text.text))
        for match in re.finditer(rf"(?<=[a-z,] ){RUN}", text.text):
            _proper.update(match[0].split())


@cache
def is_name(words: str) -> bool:
    """Whether a run of capitals is a name: its words have capitals inside sentences, and are never written small."""
    parts = words.split()
    return all(part in _proper and part.lower() not in _common and part not in NO_NAME for part in parts)


def names(text: str, *, opening: bool = False, quoted: bool = True) -> Iterator[re.Match[str]]:
    """Names inside sentences, or those that open one."""
    before = r"(?:(?<=[a-z\d)%][.!?] )|(?<=[.!?][”\"] )|(?<=\n\n))" if opening else r"(?<=[a-z,;] )(?<!the )(?<!The )"
    for lo, hi in paragraphs(text):
        for match in re.compile(rf"{before}{RUN}(?=[ ,.;:]|['’]s)").finditer(text, lo, hi):
            if is_name(match[0]) and not (not quoted and inside_quotation(text, lo, hi, match.start())):
                yield match


def inside_quotation(text: str, lo: int, hi: int, at: int) -> bool:
    """Whether an offset of a paragraph is inside quotation marks; the answer is yes where they do not pair."""
    quotes = quotations(text, lo, hi)
    return quotes is None or any(a <= at <= b for a, b in quotes)


def another(pool: list[str], text: str, old: str, rng: random.Random) -> str:
    """One of the pool that is not in the text, and begins otherwise."""
    return rng.choice([word for word in pool if word not in text and word[:1] != old[:1]] or ["Zoltan"])


def name_replaced(text: str, rng: random.Random) -> Iterator[Change]:
    for match in names(text):
        yield change(match.start(), match.end(), new_name(match[0], text, rng))


def new_name(old: str, text: str, rng: random.Random) -> str:
    """A name of as many words."""
    if " " not in old:
        return another(SURNAMES + PLACES, text, old, rng)
    return f"{another(GIVEN, text, old, rng)} {another(SURNAMES, text, old.split()[-1], rng)}"


def opening_name(text: str, rng: random.Random) -> Iterator[Change]:
    for match in names(text, opening=True):
        yield change(match.start(), match.end(), new_name(match[0], text, rng))


def name_of_article(text: str, rng: random.Random) -> Iterator[Change]:
    found = list(names(text))
    every = sorted({m[0] for m in found})
    for match in found:
        mine = set(match[0].split())
        others = [n for n in every if not mine & set(n.split()) and len(n.split()) == len(mine)]
        if others:
            yield change(match.start(), match.end(), rng.choice(others))


def given_name(text: str, rng: random.Random) -> Iterator[Change]:
    for match in names(text):
        parts = match[0].split()
        if len(parts) == 2:
            yield change(match.start(), match.start() + len(parts[0]), another(GIVEN, text, parts[0], rng))


def surname(text: str, rng: random.Random) -> Iterator[Change]:
    for match in names(text):
        parts = match[0].split()
        if len(parts) == 2:
            yield change(match.end() - len(parts[1]), match.end(), another(SURNAMES, text, parts[1], rng))


def name_in_list(text: str, rng: random.Random) -> Iterator[Change]:
    pattern = re.compile(rf"{RUN}, ({RUN})(?:, {RUN})*,? and {RUN}")
    for lo, hi in paragraphs(text):
        for match in pattern.finditer(text, lo, hi):
            if is_name(match[1]):
                yield change(match.start(1), match.end(1), new_name(match[1], text, rng))


def names_exchanged(text: str, rng: random.Random) -> Iterator[Change]:
    inside = {m.start(): m for m in names(text)}
    for lo, hi in sentences(text):
        found = [m for at, m in inside.items() if lo <= at < hi]
        for x, y in itertools.pairwise(found):
            between = text[x.end() : y.start()]
            # In a list, or in "X and Y", the order says nothing; "Springfield, Ohio" is one name.
            apart = re.fullmatch(r"(?:'s|’s)?[^.;\"“”]{6,}", between) and not re.search(
                r", $| and | or |,? [A-Z]", between
            )
            if apart and not set(x[0].split()) & set(y[0].split()):
                yield Change(((x.start(), x.end(), y[0]), (y.start(), y.end(), x[0])))


def figures_exchanged(text: str, rng: random.Random) -> Iterator[Change]:
    pattern = re.compile(r"(?<=[a-z(] )\$?\d[\d,.]*\d(?: percent|%| million| billion)?(?= [a-z])")
    for lo, hi in sentences(text):
        found = list(pattern.finditer(text, lo, hi))
        for x, y in itertools.pairwise(found):
            if x[0] != y[0] and len(text[x.end() : y.start()].split()) > 2 and _sort(x[0]) == _sort(y[0]):
                yield Change(((x.start(), x.end(), y[0]), (y.start(), y.end(), x[0])))


def _sort(figure: str) -> str:
    """What a figure is of: a sum, a share, perhaps a year, or a number."""
    if figure[0] == "$" or "percent" in figure or "%" in figure:
        return "$" if figure[0] == "$" else "%"
    return "year" if re.fullmatch(r"(?:19|20)\d\d", figure) else ""


NUMBER = re.compile(r"(?<![\w/.#@:,-])\$?\d[\d,]*(?:\.\d+)?(?![\w/@:-]|[.,]\d)")


def figures(text: str) -> Iterator[re.Match[str]]:
    for lo, hi in paragraphs(text):
        yield from NUMBER.finditer(text, lo, hi)


def digit_changed(text: str, rng: random.Random) -> Iterator[Change]:
    for match in figures(text):
        places = [n for n in range(match.start(), match.end()) if text[n].isdigit()]
        at = rng.choice(places)
        yield change(at, at + 1, rng.choice([d for d in "123456789" if d != text[at]]))


def digit_lost(text: str, rng: random.Random) -> Iterator[Change]:
    """A digit less or more in a plain figure: 1500 -> 150, 12 -> 122."""
    for match in figures(text):
        digits = match[0]
        if re.fullmatch(r"\d{2,3}|\d{5,}", digits):
            if rng.random() < 0.5:
                yield change(match.end() - 1, match.end(), "")
            else:
                yield change(match.end(), match.end(), digits[-1])


def point_lost(text: str, rng: random.Random) -> Iterator[Change]:
    for match in figures(text):
        if "." in match[0]:
            at = match.start() + match[0].index(".")
            yield change(at, at + 1, "")


def sign_lost(text: str, rng: random.Random) -> Iterator[Change]:
    """The sign of a percentage or a currency: 5% -> 5, $30 -> 30, 5 percent -> 5, $30 -> €30."""
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=\d)(?:%| percent\b| per cent\b| percentage points\b)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), "")
        for match in re.compile(r"(?<![\w$])[$£€](?=\d)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), rng.choice(["", "£" if match[0] == "€" else "€"]))
        for match in re.compile(r"(?<= )[-−](?=\d)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), "")


def percent_points(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=\d )percent\b|(?<=\d)%").finditer(text, lo, hi):
            yield change(match.start(), match.end(), ("" if match[0] == "percent" else " ") + "percentage points")
        for match in re.compile(r"(?<=\d )(?:percentage )?points\b").finditer(text, lo, hi):
            yield change(match.start(), match.end(), "percent")


def number_word(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        for row in (CARDINALS, ORDINALS):
            for match in re.compile(rf"(?<![\w-])(?:{'|'.join(row)})(?= [a-z])").finditer(text, lo, hi):
                yield change(match.start(), match.end(), rng.choice([w for w in row if w != match[0]]))


def word_of(row: list[str], behind: str = r"\b") -> Finder:
    def find(text: str, rng: random.Random) -> Iterator[Change]:
        for lo, hi in paragraphs(text):
            for match in re.compile(rf"\b(?:{'|'.join(row)}){behind}").finditer(text, lo, hi):
                yield change(match.start(), match.end(), rng.choice([w for w in row if w != match[0]]))

    return find


def month(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        pattern = rf"\b(?:{'|'.join(MONTHS)})\b(?=,? \d)|(?<=\bin )(?:{'|'.join(MONTHS)})\b"
        for match in re.compile(pattern).finditer(text, lo, hi):
            yield change(match.start(), match.end(), rng.choice([w for w in MONTHS if w != match[0]]))


def day_of_month(text: str, rng: random.Random) -> Iterator[Change]:
    short = "|".join([*MONTHS, "Jan\\.", "Feb\\.", "Aug\\.", "Sept\\.", "Oct\\.", "Nov\\.", "Dec\\."])
    for lo, hi in paragraphs(text):
        for match in re.compile(rf"(?:{short}) (\d\d?)\b(?!,?\d)").finditer(text, lo, hi):
            new = rng.choice([n for n in range(2, 28) if n != int(match[1])])
            yield change(match.start(1), match.end(1), str(new))


def year(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        pattern = rf"(?:\b(?:in|since|of|by|until|from|{'|'.join(MONTHS)})|\d,) ((?:19|20)\d\d)\b(?![-–/])"
        for match in re.compile(pattern).finditer(text, lo, hi):
            yield change(match.start(1), match.end(1), str(int(match[1]) + rng.choice([-10, -1, 1, 2])))


def clock(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        for match in re.compile(r"(?<=\d )([ap])(?=\.?m\b)|(?<=\d)([ap])(?=\.?m\b)").finditer(text, lo, hi):
            yield change(match.start(), match.end(), "p" if match[0] == "a" else "a")
        for match in re.compile(r"\b(\d\d?):([0-5]\d)(?= ?[ap]\.?m)").finditer(text, lo, hi):
            yield change(match.start(2), match.end(2), "45" if match[2] != "45" else "20")


def quoted_word(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in paragraphs(text):
        for a, b in quotations(text, lo, hi) or []:
            inner = list(re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])").finditer(text, a, b))
            if len(text[a:b].split()) >= 5 and inner:
                word = rng.choice(inner)
                yield change(word.start(), word.end(), rng.choice([w for w in QUOTED if w != word[0]]))


def word_lost_in_quote(text: str, rng: random.Random) -> Iterator[Change]:
    """A content word gone from inside the marks."""
    for lo, hi in paragraphs(text):
        for a, b in quotations(text, lo, hi) or []:
            inner = list(re.compile(r" [a-z]{6,}(?= [a-z])").finditer(text, a, b))
            if len(text[a:b].split()) >= 6 and inner:
                word = rng.choice(inner)
                yield change(word.start(), word.end(), "")


def _said(text: str) -> Iterator[re.Match[str]]:
    """A source behind its claim: ", said X." or ", X said." or ", according to X."; it ends the sentence."""
    tags = rf"said ({SPEAKER})|({SPEAKER}) (?:{SAYS})|according to ({SPEAKER})"
    for lo, hi in sentences(text):
        for match in re.compile(rf"(?<=[a-z\d,”\"]),? (?:{tags})(?=\.(?: |\n))").finditer(text, lo, hi + 1):
            # A comma before, either side of the marks, tells the tag from an object.
            if "," in text[match.start() - 2 : match.start() + 1] and len(text[lo : match.start()].split()) >= 4:
                yield match


def _that(text: str) -> Iterator[re.Match[str]]:
    """A source before its claim: "X said that ...", "X said the ...", "According to X, ..."; it opens the sentence."""
    claim = r"that (?=[a-z])|(?=(?:the|he|she|it|they|there|his|her|this|these|no|some|many)\b)"
    opens = rf"According to ({SPEAKER}), (?=[a-z])|({RUN}|[HS]he|They|The [a-z]+) (?:{SAYS}) (?:{claim})"
    for lo, hi in sentences(text):
        match = re.compile(opens).match(text, lo, hi)
        if match and len(text[match.end() : hi].split()) >= 4:
            yield match


def _within(text: str) -> Iterator[re.Match[str]]:
    """A source in the middle of its claim: ", X said, " or ", according to X, "."""
    for lo, hi in sentences(text):
        pattern = rf"(?<=[a-z\d]), (?:({SPEAKER}) (?:{SAYS})|according to ({SPEAKER})|said ({SPEAKER})), (?=[a-z])"
        for match in re.compile(pattern).finditer(text, lo, hi):
            if len(text[lo : match.start()].split()) >= 4:
                yield match


def source_dropped(text: str, rng: random.Random) -> Iterator[Change]:
    for match in _said(text):
        start, end = match.span()
        if text[start - 2 : start] in (",”", ',"'):
            yield Change(((start - 2, start - 1, "."), (start, end + 1, "")))
        else:
            yield change(start, end, "")
    for match in _that(text):
        yield change(match.start(), match.end() + 1, text[match.end()].upper())
    for match in _within(text):
        yield change(match.start(), match.end(), " ")


def source_changed(text: str, rng: random.Random) -> Iterator[Change]:
    yield from _other_source(text, rng, OTHER_SOURCES)


def source_anonymous(text: str, rng: random.Random) -> Iterator[Change]:
    yield from _other_source(text, rng, ANONYMOUS, names_only=True)


def _other_source(text: str, rng: random.Random, pool: list[str], names_only: bool = False) -> Iterator[Change]:
    for match in [*_said(text), *_that(text), *_within(text)]:
        group = next(n for n in range(1, (match.re.groups or 0) + 1) if match[n])
        old, new = match[group], rng.choice(pool)
        if old.lower() in UNNAMED or old in new:
            continue
        if names_only and not is_name(old):
            continue
        if match.start(group) == match.start() and old[0].isupper():  # it opens the sentence
            new = new[0].upper() + new[1:]
        yield change(match.start(group), match.end(group), new)


def sentence_dropped(text: str, rng: random.Random) -> Iterator[Change]:
    for lo, hi in list(sentences(text))[1:]:
        if len(text[lo:hi].split()) >= 6 and text[lo:hi].count("“") == text[lo:hi].count("”"):
            yield change(lo, hi + 1 if text[hi : hi + 1] == " " else hi, "")


def clause_dropped(text: str, rng: random.Random) -> Iterator[Change]:
    """What limits a claim, at the end of a sentence: ", unless ...", " only if ...", ", but not ..."."""
    for lo, hi in sentences(text):
        limits = "unless|except|but not|but only|only if|only when|as long as"
        pattern = rf",? (?:{limits}) [^,.;\"“”]{{12,80}}(?=\.$)"
        match = re.compile(pattern).search(text[lo:hi])
        if match and len(text[lo : lo + match.start()].split()) >= 4:
            yield change(lo + match.start(), lo + match.end(), "")


def identifier(text: str, rng: random.Random) -> Iterator[Change]:
    """A version, a code, a phone number, a room: a digit of it."""
    codes = r"[A-Z]{2,5}-?\d{2,}|\d+\.\d+\.\d+|\d{3}-\d{3,4}(?:-\d{4})?|[Vv]ersion \d+"
    pattern = rf"\b(?:{codes}|(?:Route|Interstate|Highway|Section|Room|Act|Title|Article) \d+)\b"
    for lo, hi in paragraphs(text):
        for match in re.compile(pattern).finditer(text, lo, hi):
            at = max(n for n in range(match.start(), match.end()) if text[n].isdigit())
            yield change(at, at + 1, str((int(text[at]) + rng.randint(1, 8)) % 10))


KINDS: dict[str, Finder] = {
    "source dropped": source_dropped,
    "source changed": source_changed,
    "source anonymous": source_anonymous,
    "name replaced": name_replaced,
    "name opening": opening_name,
    "name of article": name_of_article,
    "name given": given_name,
    "name family": surname,
    "name in list": name_in_list,
    "names exchanged": names_exchanged,
    "figures exchanged": figures_exchanged,
    "digit changed": digit_changed,
    "digit lost": digit_lost,
    "decimal point lost": point_lost,
    "sign lost": sign_lost,
    "percentage points": percent_points,
    "number word": number_word,
    "weekday": word_of(DAYS),
    "month": month,
    "day of month": day_of_month,
    "year": year,
    "clock": clock,
    "quote word altered": quoted_word,
    "quote word dropped": word_lost_in_quote,
    "sentence dropped": sentence_dropped,
    "clause dropped": clause_dropped,
    "identifier": identifier,
    **read_tables(Path(__file__).with_suffix(".txt")),
}
CURVE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def is_stopped(comparison: Comparison, slip: Change, risk: float | None) -> tuple[bool, bool]:
    """Whether the slip is stopped, and whether nothing else is."""
    found = stops(comparison, risk)
    return any(map(slip.touches, found)), all(map(slip.touches, found))


def main() -> None:
    """Puts the slips in, compares, counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    args = parser.parse_args()
    texts = load_texts(args.articles, args.shared)
    learn_names(texts)
    kinds = {k: f for k, f in KINDS.items() if not args.kind or k.startswith(tuple(args.kind))}
    rows: list[tuple[bool, bool]] = []
    curve: dict[float, list[tuple[bool, bool]]] = {p: [] for p in CURVE}
    print(f"{'kind':20}    n  stopped  nothing else")
    for kind, find in kinds.items():
        mine = []
        for text, slip in choose(texts, find, args.limit, f"{args.seed}/{kind}"):
            found = compare(text.text, slip.apply(text.text))
            mine.append(is_stopped(found, slip, args.risk))
            if args.risk is not None:
                for p in CURVE:
                    curve[p].append(is_stopped(found, slip, p))
            if args.show:
                _show(text, slip, found, args.risk)
        rows += mine
        if mine:
            hit, clean = [sum(column) for column in zip(*mine, strict=True)]
            print(f"{kind:20} {len(mine):4}     {hit / len(mine):.2f}          {clean / len(mine):.2f}", flush=True)
    if rows:
        hit, clean = [sum(column) for column in zip(*rows, strict=True)]
        print(f"{'all':20} {len(rows):4}    {hit / len(rows):.3f}         {clean / len(rows):.3f}  (bars .92, .99)")
    for p, pairs in curve.items():
        if pairs:
            hit, clean = [sum(column) / len(pairs) for column in zip(*pairs, strict=True)]
            print(f"risk {p:.1f}: stopped {hit:.3f}, nothing else {clean:.3f}")


def _show(text: Text, slip: Change, found: Comparison, risk: float | None) -> None:
    edits = stops(found, risk)
    if not any(map(slip.touches, edits)):
        print(f"  missed in {text.name}: {slip.show(text.text)}")
        near = [say(e) for e in found.edits if slip.touches(e)]
        print(f"      edits there: {'; '.join(near) or 'none'}")
    for edit in edits:
        if not slip.touches(edit):
            print(f"  else in {text.name}: {slip.show(text.text)}\n      {say(edit)}")


if __name__ == "__main__":
    main()
