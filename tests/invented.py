"""Invented texts for the records of every reader: put together from patterns and pieces, by fixed seeds.

Real articles have few of the notations that a reader knows, and seldom stand at the edge of a threshold; these do.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

# The slots of the patterns, one a line, with all that may stand there.
SLOTS = {
    name: words.split("|")
    for name, _, words in (
        line.partition(": ")
        for line in (Path(__file__).parent / "data/slots.txt").read_text(encoding="utf-8").splitlines()
    )
}
FIGURES = "about num mag unit cur month wday day year clock rel word code range".split()
PATTERNS = (
    "{about} {num} {mag} {unit}",
    "{about} {num} {unit}",
    "{cur}{num} {mag}",
    "{about} {cur}{num} {mag} {word} {unit}",
    "{num} {range} {num} {unit}",
    "{num}{range}{num} {unit}",
    "{cur}{num}{range}{cur}{num} {mag}",
    "{num} {mag} {range} {num} {mag} {unit}",
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "{wday}, {month} {day}",
    "{wday} {rel}",
    "{month} {day}{range}{day}",
    "{day} {range} {day} {month}",
    "{month} {range} {month} {year}",
    "{year}{range}{year}",
    "{clock} {word} {wday}",
    "{wday} {word} {clock}",
    "{rel}",
    "{rel} {word} {month} {year}",
    "{day}/{day}/{year}",
    "{year}-{day}-{day}",
    "{num} {unit} and {num} {unit}",
    "{num} {unit}, {num} {unit} and {num} {unit}",
    "{num} {word} {num}",
    "{code}",
    "{code} {num} {unit}",
    "{about} {num} {range} {about} {num} {mag} {unit}",
    "the {num} {unit}",
    "{num}-{unit}",
    "{num} {mag}-{unit}",
    "{num}{mag} {unit}",
    "{num} {unit} {about} {num} {unit}",
    "{num} {unit} ({num} {unit})",
    "one {word} {num} {unit}",
    "{num} {word} {word} {unit}",
    "{month} {year}",
    "the {day} {word} {month}",
    "the {year}s",
)
NEWS = (
    "{title} {first} {last} {say} {clause}.",
    "{first} {last}, {nat} {office} of {org}, {say} that {clause}.",
    "{q}{said},{r} {say} {first} {last}.",
    "{q}{said},{r} {pron} {say}, {linkw} {clause}.",
    "{org} {say} {clause}.",
    "{clause}, {org} {say}.",
    "{clause}, according to {org}.",
    "According to {first} {last}, {clause}.",
    "{nat} {title} {first} {last} {verb} {linkw} {clause}.",
    "{last} {verb}; {q}{said}.{r}",
    "{pron} {verb} {object}.",
    "{org} {verb} {object} {linkw} {org} {verb}.",
    "The {nat} {office} {first} {last} {verb} in {place}.",
    "In {place}, {title} {last} and {first} {last} {verb}.",
    "{last}'s {office} {verb} {object}.",
    "{q}{said},{r} {title} {last} {say}. {q}{said}.{r}",
    "{pron} {say} {pron} {verb} {object}: {q}{said}{r}",
    "{org} called it {q}{said}{r} {linkw} {pron} {verb}.",
    "{clause} {linkw} {clause}.",
    "{first} {last} ({nat}) {verb}.",
    "{pron} {verb}, {title} {first} {last} {say} on {wday}.",
    "{title} {last}: {said}. {title} {first} {last}: {said}.",
    "{org}, {q}{said},{r} {linkw} {pron} {verb} {about} {num} {unit}.",
    "{object} {verb} {linkw} {object} {verb}.",
    "{first} {last} of {place} {verb} {object}, {say} {nat} {office} {last}.",
    "{pron} {say} {linkw} {clause}.",
)
FILLERS = (
    "in the old stone hall near a wide green river by some tall grey trees with their very long thin soft leaves and "
    "under rather dark low clouds"
).split()
# What may end a sentence or look like its end.
PIECES = (
    "He left|She said|the dam|Mr.|Mrs.|Dr.|St.|U.S.|U.N.|D.C.|a.m.|p.m.|Jan.|Inc.|Corp.|No.|vs.|e.g.|i.e.|"
    'Ph.D.|J.|K.|Lt. Gen.|.|.|.|?|!|...|…|. . .|?!|!!|:|;|,|—|-|--|."|"|"|“|”|‘|'
    "’|'|.'|.”|?”|,”|(|)|.)|[1]|[2, 3]|*|•|1.|2)|(a)|a)|IV.|A.|it was|They|It|Why|"
    "and|but|However|said Kaya|he said|Smith wrote|asked|5|3.5|7 p.m|2024|$4.5|example.org|www.a.org/b.|"
    "x@y.org.|e.coli|iPhone|eBay|Yahoo!|Jeopardy!|:)|;-)|\n|\n|\n\n|\n \n|\t|\r\n|\f|\u2028|"
    "\u00a0|\u200b|。|！|「|」|¿|¡|؟|।|«|»|„|‟|BREAKING|"
    "BERLIN (AP) —|LONDON, May 4 —|By Ann Lee|###|- 30 -|* * *|---|Headline of the Day|a.b|"
    "end.Next|end.next|etc.|et al.|Co.|Ltd.|Sen.|Rep.|Gov.|p. 5|pp. 5–7|Fig. 2|vol. 3|approx.|z. B.|"
    "bzw.|M. Dupont|Sra.|Jr.|Sr.|III|Jr., who|No|Yes|OK"
).split("|")


# What a word may be made of.
RUNS = (
    " | | | | | | |the|The|dam|He|co|op|Aldric|metre|O|don|t|s|S|n|N|U.S.|e.g.|10|3|1,000|2.5|7th|A|b|iPhone|EU|"
    "\u00e9|e\u0301|\u00df|\ufb01|\u0130|-|-|--|\u2010|\u2011|\u2013|\u2014|-\n|\u00ad|\u00ad\n|'|'|\u2019|\u2018|"
    "`|\u00b4|\u2032|\"|\u201c|\u201d|\u00ab|''|,,|<<|>>|.|.|,|...|. . .|\u2026|/|&|@|#|_|+|=|%|\u00b0|$|\u20ac|"
    "\u00a3|\u00a0|\u202f|\u200b|\u2060|\u200d|\ufe0f|\U0001f600|\n|\n\n|\n- |\n1. |\n2. |\n(a) |\n(b) |\n[1] |"
    "\n1.1 The |\n\u2022 |\nStep 1: |\nStep 2: |\nChapter 3\n|&amp;|&#8217;|&#x2019;|&amp;amp;|&nbsp;|&copy;|"
    "&bogus;|&lt;|\\u2019|\\ud83d\\ude00|\\ud83d|\\'|\u00e2\u20ac\u2122|\u00e2\u20ac\u0153|\u00e2\u20ac\ufffd|"
    "\u00c3\u00a9|\u00c2\u00a0|\u00c3\u0192\u00c2\u00a9|www.example.org/a-b|a.b@c.org|https://x.org/?q=1|x_y|C++|"
    "\u4e2d\u6587|\u0440\u0435\u043a\u0430|\u0645\u0627|\u0e44\u0e17\u0e22|half-time|well-|mid-1990s|'90s|"
    "rock 'n' roll|o'clock|AT&T|24/7|)|(|[|]|?|!|:|;"
).split("|")


def invented_figures(count: int = 1400) -> Iterator[str]:
    """Sentences with figures, dates and codes in every notation, most of them sound, all of them short."""
    chance = random.Random(3)
    for n in range(count):
        pattern = " {word} ".join(chance.choices(PATTERNS, k=1 + n % 2))
        yield re.sub(r" +", " ", fill(f"It {{word}} {pattern}.", chance))


def invented_pairs(patterns: Sequence[str], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Sentences by a pattern, each with a second one of which a third of the slots was filled anew."""
    chance = random.Random(seed)
    for n in range(count):
        slots = re.split(r"\{(\w+)\}", patterns[n % len(patterns)])
        a = [chance.choice(SLOTS[slot]) if n % 2 else slot for n, slot in enumerate(slots)]
        b = [chance.choice(SLOTS[slots[n]]) if n % 2 and chance.random() < 0.35 else part for n, part in enumerate(a)]
        yield capitalize("".join(a)), capitalize("".join(b))


def stretched_pairs() -> Iterator[tuple[str, str]]:
    """Two versions of a sentence with ever more words at the place of the star: how far a reader's windows reach."""
    lines = (Path(__file__).parent / "data/distances.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        for size in (*range(1, 17), 20, 24, 30):
            a, b = (text.replace("*", " ".join(FILLERS[:size])) for text in line.split(" | "))
            yield capitalize(a), capitalize(b)


def capitalize(text: str) -> str:
    """A sentence from its pattern: a capital, single spaces."""
    text = re.sub(r" +", " ", text).strip()
    return text[0].upper() + text[1:]


def fill(pattern: str, chance: random.Random) -> str:
    """A pattern with words in its slots."""
    return re.sub(r"\{(\w+)\}", lambda slot: chance.choice(SLOTS[slot[1]]), pattern)


def invented_mess(count: int) -> Iterator[str]:
    """Some words, figures and marks of the slots in any order, with and without spaces."""
    chance = random.Random(20)
    names = [name for name in SLOTS if name in FIGURES]
    for _ in range(count):
        pieces = [chance.choice(SLOTS[chance.choice(names)]) for _ in range(chance.randint(2, 6))]
        yield "".join([f"{piece}{chance.choice(('', ' ', ' ', ' ', '-', '/', ', '))}" for piece in pieces])


def invented_texts(count: int = 700, seed: int = 4) -> Iterator[str]:
    """Runs of pieces that end sentences, or seem to, with spaces between most of them."""
    chance = random.Random(seed)
    for _ in range(count):
        pieces = [chance.choice(PIECES) for _ in range(chance.randint(3, 16))]
        yield "".join([f"{piece}{' ' * (chance.random() < 0.75)}" for piece in pieces])


def invented_layouts(texts: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """Paragraphs wrapped, indented, numbered and broken anyhow."""
    chance = random.Random(seed)
    paragraphs = [p for text in texts for p in text.split("\n\n")]
    for _ in range(count):
        width, indent = (
            chance.choice((14, 16, 18, 22, 29, 31, 40, 60, 78, 100, 131, 133)),
            chance.choice(("", "", "  ", "> ")),
        )
        ragged = chance.choice((0, 0, 4, 12, 18, 30))
        lines: list[str] = []
        for paragraph in chance.sample(paragraphs, 4):
            head = chance.choice(("", "", "   ", "1. ", "- ", "(a)\t", "By Ann Lee\n", "HYTHE — ", "News\tToday\n"))
            for n, line in enumerate(textwrap.wrap(paragraph[:500], width)):
                cut = line.rfind(" ", 0, len(line) - chance.randrange(ragged + 1)) if ragged else -1
                broken = [line[:cut], line[cut + 1 :]] if cut > 0 else [line]
                lines += [f"{indent}{head if n == 0 else ''}{part}" for part in broken]
            lines += [""] * chance.choice((0, 1, 1, 2))
        yield "\n".join(lines)


def invented_runs(count: int = 500, seed: int = 8) -> Iterator[str]:
    """Runs of letters, marks and escapes that stand in one word, or end it."""
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(chance.choices(RUNS, k=chance.randint(4, 18)))


def laid_out(text: str) -> Iterator[str]:
    """A text in columns of several widths, indented, quoted, with hyphens at line ends, and in one block."""
    paragraphs = text.split("\n\n")
    for width in (17, 18, 24, 29, 31, 50, 72, 100, 131, 134):
        yield "\n\n".join([textwrap.fill(p, width) for p in paragraphs])
    yield "\n".join([textwrap.fill(p, 66, initial_indent="   ") for p in paragraphs])
    yield "\n".join([textwrap.fill(p, 60, initial_indent="> ", subsequent_indent="> ") for p in paragraphs])
    yield "\n".join(paragraphs)
    yield "\n\n".join([f"{n}.\t{p}" for n, p in enumerate(paragraphs)])
    yield "\n".join([line.ljust(80) for p in paragraphs for line in textwrap.wrap(p, 78)])
