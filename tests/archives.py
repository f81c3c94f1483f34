"""Small archives for the tests of `newsdiff corpus`: stories of made-up names, each in several versions."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

_SYLLABLES = "ka lo mer vin tas dru pel osk arn ibe zul fen gor hask quil".split()
_FRAME = (
    "{0} of {1} resigned on Monday over the {2} bridge.",
    "The council of {1} had paid {3},{4} dollars to {5}, a builder.",
    '"It was never closed," {0} said of the {2} bridge.',
    "{5} did not answer questions about {6} and {7}.",
    "A vote in {1} is set for June {8}, said {9}, the clerk.",
)


def make_story(rng: random.Random) -> list[str]:
    """The sentences of a story about people and places that no other has."""
    names = ["".join(rng.choices(_SYLLABLES, k=4)).capitalize() for _ in range(10)]
    names[3], names[4], names[8] = str(rng.randint(100, 999)), str(rng.randint(100, 999)), str(rng.randint(1, 30))
    return [sentence.format(*names) for sentence in _FRAME]


def make_archive(stories: int, versions: int, seed: int = 1) -> list[dict[str, str]]:
    """Articles in mixed order: version 0 of a story whole, each later one without a sentence and with another word."""
    rng = random.Random(seed)
    articles = []
    for story in range(stories):
        sentences = make_story(rng)
        for version in range(versions):
            kept = [s for n, s in enumerate(sentences) if version == 0 or n != version % len(sentences)]
            text = " ".join(kept).replace("bridge", f"bridge number {version}")
            day = f"2026-11-{1 + version:02d}"
            articles.append({"id": f"{story}-{version}", "text": text, "series": "abc"[version % 3], "date": day})
    rng.shuffle(articles)
    return articles


def write_archive(path: Path, articles: Sequence[dict[str, object]] | Sequence[dict[str, str]]) -> Path:
    """The articles as lines of JSON."""
    path.write_text("".join([json.dumps(article) + "\n" for article in articles]), encoding="utf-8")
    return path
