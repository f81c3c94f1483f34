"""Texts that nobody wrote, for what is recorded of every reader: put together from patterns and pieces, by fixed seeds.

Real articles have few of the notations that a reader knows, and seldom stand at the edge of a threshold; these do.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

# The slots of the patterns, one a line, with all that may stand there.
SLOTS = {
    name: words.split("|")
    for name, _, words in (
        line.partition(": ")
        for line in (Path(__file__).parent / "data/slots.txt").read_text(encoding="utf-8").splitlines()
    )
}
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


def invented_figures(count: int = 1400) -> Iterator[str]:
    """Sentences with figures, dates and codes in every notation, most of them sound, all of them short."""
    chance = random.Random(3)
    for n in range(count):
        pattern = " {word} ".join(chance.choices(PATTERNS, k=1 + n % 2))
        yield re.sub(r" +", " ", fill(f"It {{word}} {pattern}.", chance))


def fill(pattern: str, chance: random.Random) -> str:
    """A pattern with words in its slots."""
    return re.sub(r"\{(\w+)\}", lambda slot: chance.choice(SLOTS[slot[1]]), pattern)


def invented_texts(count: int = 700) -> Iterator[str]:
    """Runs of pieces that end sentences, or seem to, with spaces between most of them."""
    chance = random.Random(4)
    for _ in range(count):
        pieces = [chance.choice(PIECES) for _ in range(chance.randint(3, 16))]
        yield "".join([f"{piece}{' ' * (chance.random() < 0.75)}" for piece in pieces])


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
