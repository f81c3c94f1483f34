"""Articles that nobody would write but somebody might send, and edits of them; a random generator decides."""

from __future__ import annotations

import random

NUMBERS = (
    "5", "5 2/km", "2 1/day", "1/x", "10 1/²", ".5%", "-5", "1,150", "$1.2bn", "½", "3-2", "12-Dec-2014", "2019/20",
    "9h30",
    "1e309", "٣٤", "Ⅷ", "one and one-half", "99999999999999999999", "0/0", "1/0", "%", "£", "1.2.3", "10:75",
    "Feb. 30", "24/7",
)  # fmt: skip
WORDS = (
    "The mayor said Ana Ruiz O'Brien not never no nothing all some few only if unless and/or former acting allegedly "
    "may must according to told denied killed 30 homes Kyiv Kiev organised organized café Erdoğan co-operate Dr. U.S. "
    "Inc. p.m. resorted.According show.At didn't arn't who's “They ” ‘no ’ « » -- … ?! : ; ( ) [x](y) {+ +} ::error:: "
    "##[error]x =1+1 @x https://example.org/a?b desk@example.org &#8217; â€™ \\' 大会 会です。 ไทย "
    "हिन्दी। مرحبا. Привет. é e\u0301 \u00ad \u200b \ufeff \u202e \x1b[31m \x07 \x00 \ud800 \U0001f600 <b> </b> "
    "<i1> <!-- --> | --- # * 1. "
    "(a) $x$ {{ x }} \ue000"
).split(" ")
GAPS = (" ",) * 12 + (
    "", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\u2009", "\u2028", "\u205f", "-\n", ". ", ", ",
    '"', "'",
)  # fmt: skip
REPEATED = (
    "He left. ",
    "did not go ",
    '"a" ',
    "1 ",
    "A ",
    "a.",
    ", ",
    "(",
    "[",
    "é",
    "_",
    "|",
    "- ",
    "Ab Cd, ",
    "x@",
    "\u200b",
)


def article(dice: random.Random) -> str:
    """A hostile article: words, figures and gaps, now and then something over and over."""
    if dice.random() < 0.05:
        return dice.choice(REPEATED) * dice.randrange(1, 60)
    pieces = []
    for _ in range(dice.randrange(0, 50)):
        pieces.append(dice.choice(NUMBERS) if dice.random() < 0.15 else dice.choice(WORDS))
        pieces.append(". " if dice.random() < 0.12 else dice.choice(GAPS))
    return "".join(pieces)


def version(dice: random.Random, text: str) -> str:
    """Another version of a text: parts dropped, doubled, moved, replaced, or another text."""
    if dice.random() < 0.1:
        return article(dice)
    for _ in range(dice.randrange(0, 6)):
        lo = dice.randrange(len(text) + 1)
        hi = min(len(text), lo + dice.randrange(1, 40))
        part, rest = text[lo:hi], text[:lo] + text[hi:]
        at = dice.randrange(len(rest) + 1)
        match dice.randrange(5):
            case 0:
                text = rest
            case 1:
                text = text[:hi] + part + text[hi:]
            case 2:
                text = rest[:at] + part + rest[at:]
            case 3:
                text = text[:lo] + dice.choice((*WORDS, *NUMBERS)) + text[hi:]
            case 4:
                text = text[:lo] + dice.choice(GAPS) + text[lo:]
    return text
