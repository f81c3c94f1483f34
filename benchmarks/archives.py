"""An archive of generated articles with planted versions, follow-ups and templates, and the truth about them.

    python benchmarks/archives.py 1000 archive.jsonl truth.csv

An article is a handful of facts about two people, a place, an office and a firm of its own. Every fact can be told in
three ways that share hardly a word but its names and figures; words of all frequencies are strewn in, so that some of
them are rare in an archive of any size. The same number gives the same bytes.

    copy        the text again, with a byline and curly quotation marks
    copy edit   small words dropped, synonyms, a respelling, at times another figure
    cut         a reprint with the first half of the facts
    update      two figures are others, two facts are new
    spun        every fact told in another way, half of them not far off, in another order, with synonyms
    deep        every fact told in another way
    follow-up   other facts about the same people, and two of the old ones
    template    weather, market, obituary, results: one form, series of five

The texts are no English that anyone would print; for real ones see samples/archive and tools/grades.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# A fact: three ways to tell it. {p} {q} people, {t} a town, {o} an office, {c} a firm, {n} {m} figures, {d} a weekday,
# {u} {v} {w} words.
FACTS = """
{p} was named head of the {o} in {t} on {d} after {n} years with {c}.|The {o} of {t} has a new chief: {p}, who spent {n} years at {c}, got the post on {d}.|On {d} the choice fell on {p}, a veteran of {n} years' standing at {c}, to lead {t}'s {o}.
About {n} people marched through {t} on {d} to protest against the {u} and the {v}.|Opponents of the {u} and the {v}, some {n} of them, took to the streets of {t} on {d}.|A crowd put at {n} turned out in {t} on {d}, angry about the {u} and about the {v}.
"The {u} will cost us the {v}," {p} said, "and nobody at the {o} has read it."|"Nobody at the {o} has read it, and the {u} will cost us the {v}," according to {p}.|{p} complained that officials of the {o} were signing away the {v} unread, all for the sake of the {u}.
{c} will spend ${n} million on a {u} works in {t} and hire {m} workers there.|A {u} works that {c} is to put up in {t} for ${n} million means jobs for {m} workers.|With an outlay of ${n} million, {c} intends to bring a {u} plant and {m} positions to {t}.
The fire, which began in a {u} store on {d}, destroyed {n} houses before {m} firefighters put it out.|{m} firefighters fought a blaze that had started on {d} among {u} and that took {n} houses.|Flames that broke out near the {u} on {d} left {n} homes in ashes; it took crews of {m} to master them.
A jury in {t} found {q} guilty of stealing {n} crates of {u} from {c}.|{q} stole {n} crates of {u} that belonged to {c}, jurors in {t} decided.|Taking {n} crates of {u} from the premises of {c} was theft, a court in {t} held, and convicted {q}.
{q}, a {u} maker from {t}, had asked the {o} for help {n} times since {m}.|Since {m}, {q} had written to the {o} on {n} occasions; the {u} maker from {t} wanted help.|Ever since {m} this craftsman in {u}, {q} of {t}, had pleaded with the {o}, {n} times in all.
The bridge over the {u} at {t} will stay closed for {n} weeks while {c} replaces {m} beams.|{c} needs {n} weeks to replace {m} beams of the bridge over the {u}; until then {t} has no crossing.|For {n} weeks nobody will cross at {t}: of the {u} span's girders {m} have to be exchanged by {c}.
Rain filled the {u} reservoir to {n} percent, the {o} reported, the most since {m}.|Not since {m} has the {u} reservoir been as full as {n} percent, which the {o} put down to rain.|After the downpours the water behind the {u} dam stands at {n} percent of what it holds, a level last noted by the {o} in {m}.
{p} promised that the {u} would be open to the public by {d} and that the {v} would be free.|By {d} the public would be let into the {u}, {p} vowed, with free {v}.|Visitors need not pay for the {v} and may see the {u} from {d} on, going by what {p} has pledged.
Scientists found {n} kinds of {u} near {t} that had been thought extinct since {m}.|Thought lost since {m}, {n} kinds of {u} live on near {t}, scientists found.|Around {t} researchers have come upon {n} varieties of {u} of which none had been seen later than {m}.
The price of {u} rose by {n} percent in a month, and {c} said that it would buy {v} instead.|{c} will turn to {v} since {u} became dearer by {n} percent within a month.|Having paid {n} percent more for its {u} than four weeks before, {c} announced a switch to {v}.
{q}, {n}, was pulled from the {u} by {p}, who had been walking a dog named {v}.|While out with a dog called {v}, {p} pulled {q}, {n}, from the {u}.|It was a dog, {v}, that drew the eye of its owner, {p}, to the {u} in which {q}, aged {n}, was struggling.
The council of {t} voted {n} to {m} for a {u} tax, which the {o} will collect.|A {u} tax was passed by {n} votes to {m} in the council of {t}; collecting it falls to the {o}.|Owners in {t} must pay the {o} a levy on {u}, as {n} councilors wished and {m} did not.
A train with {n} passengers and {m} cars of {u} left the rails outside {t} on {d}.|Outside {t}, {n} passengers were on a train that derailed on {d} with {m} cars of {u}.|On {d} a derailment near {t} shook {n} travelers and spilled the {u} that was carried in {m} wagons.
The museum in {t} paid {n} crowns for a {u} painted by {q} in {m}.|For {n} crowns a {u} by {q}, painted in {m}, went to the museum in {t}.|What {q} put on canvas in {m}, a {u}, now hangs in {t}, whose gallery gave {n} crowns for it.
Doctors at the {u} hospital treated {n} children who had eaten {v}; all but {m} have gone home.|{n} children were treated at the {u} hospital after a meal of {v}, and {m} are still there.|All save {m} of the {n} youngsters who fell ill from {v} could leave the {u} clinic.
{c} lost ${n} million in the quarter, its worst result since {m}, because of the {u}.|Because of the {u} the quarter was the worst since {m} for {c}, which lost ${n} million.|A deficit of ${n} million over three months, blamed on the {u}, set a mark that {c} had not seen since {m}.
The court ordered the {o} to hand over {n} pages about the {u} to {p} by {d}.|By {d}, {p} must be given {n} pages about the {u} that the {o} has kept, the court ordered.|Judges sided with {p}: {n} sheets concerning the {u} have to leave the files of the {o} no later than {d}.
At the school in {t}, {n} pupils now learn {u}; the teacher, {q}, began with {m}.|{q}, who teaches {u} at the school in {t}, began with {m} pupils and now has {n}.|Lessons in {u} draw {n} youngsters to the classroom of {q} in {t}, up from {m} at the outset.
Divers raised a {u} of {n} tons that had lain off {t} since {m}.|Off {t} a {u} of {n} tons, sunk in {m}, was raised by divers.|What went down in {m} has come up again: a {u}, all {n} tons of it, from the seabed at {t}.
{p} and {q} will meet at the {u} in {t} on {d} to settle the dispute over {n} acres of {v}.|The dispute over {n} acres of {v} is to be settled on {d}, as {p} and {q} meet at the {u} in {t}.|Face to face in {t}'s {u} on {d}, {q} and {p} hope to end their quarrel about {v} on {n} acres.
""".strip().split("\n")  # noqa: E501
# A form on a line; "/" ends a paragraph.
FORMS = dict(
    line.split(": ", 1)
    for line in """
weather: {T}: {Clouds} on {d} with a {n} percent chance of rain. Highs in the {part} {m}0s. Winds from the {side} at {a} to {b} mph. / {d} night: {Clouds}, with lows around {n}. The sun rises at {a}:{n} a.m. The {T} river stood at {a}.{b} feet at noon.
market: Shares in {T} {moved} on {d}. The index {moved} by {n} points, or {a}.{b} percent, to {m},{n}{a}. / {c}, the day's most active stock, {moved} {a}.{b} percent after {q} left the board. Volume was {m}{a} million shares, compared with {n}{b} million on {d}. The ten-year bond yielded {a}.{n} percent.
obituary: {p}, {n}, of {t}, died on {d} at the {T} hospice. / Born in {t} in 19{n}, {p} worked for {m} years at {c}. Survivors include {q} of {t} and {a} grandchildren. / A service will be held at {b} a.m. on {d} at Holy Cross Church, with burial in {t}. Memorials may be made to the {T} Library Fund.
results: {T} beat {t} {a}-{b} on {d} before a crowd of {m},{n}{a}. / {p} scored in the {n}th minute and {q} in the {m}th. {T} are {side} of the table with {n} points from {m} games. / They play {t} on {d}.
""".strip().split("\n")  # noqa: E501
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CHOICES = {
    "d": DAYS,
    "Clouds": ("Cloudy", "Mostly sunny", "Breezy", "Rain", "Patchy fog"),
    "part": ("upper", "lower", "mid"),
    "side": ("north", "south", "west", "east"),
    "moved": ("rose", "fell", "gained", "slipped"),
}
SYNONYMS = dict(
    pair.split(":")
    for pair in (
        "about:roughly said:stated people:residents found:discovered began:started named:appointed nobody:no-one "
        "spend:invest hire:recruit workers:staff closed:shut replaces:exchanges reported:announced promised:pledged "
        "thought:believed left:departed"
    ).split()
)
OFFICES = "harbor water health school tax forest rail housing census lottery archive weather prison post mint".split()
GRADES = {
    "copy": "copy", "copy edit": "edit", "cut": "edit", "update": "edit", "spun": "rewrite", "deep": "rewrite",
    "follow-up": "follow-up", "template": "template",
}  # fmt: skip
WORDS = 40_000
SHARE = 0.02  # of the articles have a version of each kind
SERIES = 5  # articles of a template that belong together
PAPERS = tuple(f"Paper {n}" for n in range(1, 41))
_HEADS = "B Bl Br C Ch Cl D Dr F G Gr H J K Kr L M N P Pr R S Sch St T Tr V W Z".split()
_MIDS = "a e i o u al an ar el en er il in ir ol on or ul un ur".split()
_SYLLABLES = [head + mid for head in "b d f g k l m n p r s t v z st br".split() for mid in "aeiou"]
_TAILS = "b ck d ff g k l ll m n nd nt p r rd rg rn s sk ss st t th tz v x".split()


class Truth(NamedTuple):
    """Two articles that belong together."""

    a: str
    b: str
    kind: str


class Fact(NamedTuple):
    """One of FACTS with what fills it in."""

    number: int
    slots: dict[str, str]

    def tell(self, way: int) -> str:
        """The fact in one of three ways."""
        text = FACTS[self.number].split("|")[way].format(**self.slots)
        return text[0].upper() + text[1:]


class Article(NamedTuple):
    """Facts in order, and who and where they are about."""

    cast: dict[str, str]
    facts: tuple[Fact, ...]

    def tell(self, ways: Sequence[int] = ()) -> str:
        """Two facts a paragraph."""
        told = [fact.tell(ways[n] if ways else 0) for n, fact in enumerate(self.facts)]
        return "\n\n".join([" ".join(told[n : n + 2]) for n in range(0, len(told), 2)]) + "\n"


def make_archive(size: int, seed: int = 1) -> tuple[list[dict[str, str]], list[Truth]]:
    """Rows of an archive in shuffled order, and the truth about them."""
    rng = random.Random(f"{size} {seed}")
    each = max(1, round(size * SHARE))
    rows: list[dict[str, str]] = []
    truth: list[Truth] = []

    def add(text: str, series: str) -> str:
        rows.append({"id": f"{len(rows):06}", "series": series, "text": text})
        return rows[-1]["id"]

    for kind in GRADES:
        for _ in range(each // SERIES + 1 if kind == "template" else each):
            if kind == "template":
                form = rng.choice(sorted(FORMS))
                town = make_name(rng)
                ids = [add(fill_form(FORMS[form], town, rng), f"{form} {town}") for _ in range(SERIES)]
                truth += [Truth(a, b, kind) for n, b in enumerate(ids) for a in ids[:n]]
            else:
                article = make_article(rng)
                a = add(article.tell(), rng.choice(PAPERS))
                truth.append(Truth(a, add(vary(article, kind, rng), rng.choice(PAPERS)), kind))
    while len(rows) < size:
        add(make_article(rng).tell(), rng.choice(PAPERS))
    rng.shuffle(rows)
    return rows, truth


def make_name(rng: random.Random) -> str:
    """A name that hardly any other article has."""
    syllables = "".join([rng.choice(_HEADS) + rng.choice(_MIDS) for _ in range(rng.choice((1, 2)))])
    return (syllables + rng.choice(_TAILS)).capitalize()


def make_article(rng: random.Random, cast: dict[str, str] | None = None, avoid: Sequence[int] = ()) -> Article:
    """An article of 9 to 14 facts."""
    names = [make_name(rng) for _ in range(6)]
    cast = cast or {
        "p": f"{names[0]} {names[1]}", "q": f"{names[2]} {names[3]}", "t": names[4], "c": f"{names[5]} Works",
        "o": f"{rng.choice(OFFICES)} office",
    }  # fmt: skip
    free = [n for n in range(len(FACTS)) if n not in avoid]
    chosen = rng.sample(free, min(len(free), rng.randint(9, 14)))
    return Article(cast, tuple([make_fact(n, cast, rng) for n in chosen]))


def make_fact(number: int, cast: dict[str, str], rng: random.Random) -> Fact:
    """A fact with figures and words of its own."""
    words = {slot: pick_word(rng) for slot in "uvw"}
    figures = {"n": str(rng.randint(11, 99)), "m": str(rng.choice((rng.randint(11, 99), rng.randint(1900, 2020))))}
    return Fact(number, {**cast, **words, **figures, "d": rng.choice(DAYS)})


def pick_word(rng: random.Random) -> str:
    """One of 40,000 made words, the rarer the less often, as in texts."""
    number = int(WORDS ** rng.uniform(0.35, 1))
    word = ""
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[rest]
    return word + "el"


def vary(article: Article, kind: str, rng: random.Random) -> str:
    """The article as a version or a follow-up of some kind."""
    count = len(article.facts)
    if kind == "copy":
        return "By Staff Writer\n\n" + re.sub(r'"([^"]*)"', r"“\1”", article.tell())
    if kind == "copy edit":
        return edit_copy(article.tell(), rng)
    if kind == "cut":
        return article._replace(facts=article.facts[: (count + 1) // 2]).tell()
    if kind == "update":
        facts = list(article.facts)
        for n in rng.sample(range(count), 2):
            facts[n] = facts[n]._replace(slots={**facts[n].slots, "n": str(rng.randint(11, 99))})
        new = make_article(rng, article.cast, [fact.number for fact in facts]).facts[:2]
        return article._replace(facts=(*facts[:1], *new, *facts[1:])).tell()
    if kind == "spun":
        facts = article.facts[:2] + tuple(rng.sample(article.facts[2:], count - 2))
        return swap_words(article._replace(facts=facts).tell([1 + n % 2 for n in range(count)]), 1, rng)
    if kind == "deep":
        return article.tell([2] * count)
    later = make_article(rng, article.cast, [fact.number for fact in article.facts])
    return later._replace(facts=(*later.facts, *rng.sample(article.facts, 2))).tell()


def edit_copy(text: str, rng: random.Random) -> str:
    """The text after a copy desk."""
    words = swap_words(text, 0.5, rng).split(" ")
    text = " ".join([w for w in words if w not in ("the", "that", "there") or rng.random() > 0.2])
    if rng.random() < 0.3:
        text = re.sub(r"\b[1-9][0-9]\b", lambda found: str(int(found[0]) + 1), text, count=1)
    return text.replace("percent", "per cent").replace("million", "m", 1)


def swap_words(text: str, share: float, rng: random.Random) -> str:
    """The text with a share of the words that have a synonym exchanged."""
    return re.sub(r"[a-z]+", lambda f: SYNONYMS[f[0]] if f[0] in SYNONYMS and rng.random() < share else f[0], text)


def fill_form(form: str, town: str, rng: random.Random) -> str:
    """An article of a form."""

    def put(found: re.Match[str]) -> str:
        slot = found[1]
        if slot in CHOICES:
            return rng.choice(CHOICES[slot])
        names = {"T": town, "t": make_name(rng), "c": f"{make_name(rng)} Works"}
        low, high = {"a": (1, 9), "b": (1, 9)}.get(slot, (11, 99))
        person = f"{make_name(rng)} {make_name(rng)}"
        return names.get(slot) or (person if slot in "pq" else str(rng.randint(low, high)))

    return re.sub(r"\{(\w+)\}", put, form.replace(" / ", "\n\n")) + "\n"


def write_archive(rows: Sequence[dict[str, str]], path: Path) -> None:
    """One JSON object a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def main() -> None:
    """Write an archive and its truth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("archive", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rows, truth = make_archive(args.size, args.seed)
    write_archive(rows, args.archive)
    with args.truth.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("a", "b", "kind", "grade"))
        writer.writerows((*row, GRADES[row.kind]) for row in truth)


if __name__ == "__main__":
    main()
