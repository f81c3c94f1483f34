"""Which English words mean the same or the opposite, are members of one class, or are forms of one word.

>>> are_synonyms("automobile", "car"), are_antonyms("wet", "dry"), are_sisters("murder", "manslaughter")
(True, True, True)
>>> are_synonyms("murder", "manslaughter"), are_sisters("car", "vehicle")
(False, False)
>>> inflection("wrote", "written")
frozenset({('past', 'participle')})

wordnet.bin is made by tools/build_wordnet.py from WordNet 3.1 and the inflections of the SPECIALIST Lexicon. The file
is mapped, not loaded; a lemma is found by bisection. Words are given in lower case. A word has many meanings, and
nothing here knows which of them is meant: a relation holds if two words have it in meanings that make up at least
`SHARE` of the uses of each. Words that are not in the table are related to nothing. Several words are joined:
carried_out.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from functools import cache, lru_cache

from newsdiff.lexicon.vectors import likeness, rank

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11

MAGIC = b"NDWN"
SECTIONS = ("rows", "lemmas", "meanings", "synsets", "parents", "parts", "antonyms", "opposed", "forms")
PARTS = "nvar"  # noun, verb, adjective, adverb
BITS = 18  # for the number of a meaning; the bits above are the share of its lemma's uses
FULL = 63
SHARE = 0.12
# Members of a wide class (persons, for example) with a likeness above this often replace each other: in the word pairs
# of Edinburgh++ and MTRef, correspondent/reporter, supplier/vendor, tourists/visitors. Below it are captain/coach,
# pilot/passenger, mayor/governor.
UNLIKE = 0.65
MAIN = 0.4  # the least share of a word's uses in a wide class

# Ending, what it replaces, part of speech, the form it makes.
_ENDINGS = (
    ("ies", "y", "n", "plural"), ("ves", "f", "n", "plural"), ("ves", "fe", "n", "plural"), ("es", "", "n", "plural"),
    ("s", "", "n", "plural"), ("men", "man", "n", "plural"),
    ("ies", "y", "v", "third"), ("es", "", "v", "third"), ("s", "", "v", "third"),
    ("ied", "y", "v", "past"), ("ed", "e", "v", "past"), ("ed", "", "v", "past"),
    ("ying", "ie", "v", "gerund"), ("ing", "e", "v", "gerund"), ("ing", "", "v", "gerund"),
    ("ier", "y", "a", "comparative"), ("er", "e", "a", "comparative"), ("er", "", "a", "comparative"),
    ("iest", "y", "a", "superlative"), ("est", "e", "a", "superlative"), ("est", "", "a", "superlative"),
)  # fmt: skip
_LAST = frozenset(ending[-1] for ending, *_ in _ENDINGS)
_DOUBLING = frozenset(("ed", "ing", "er", "est"))  # stopped, running, bigger
_BASE = {"n": "singular", "v": "base", "a": "positive", "r": "positive"}
_PART = {
    "plural": "n", "past": "v", "participle": "v", "gerund": "v", "third": "v", "comparative": "a", "superlative": "a"
}  # fmt: skip

# A lemma, a part of speech, a form: ("write", "v", "past").
Reading = tuple[str, str, str]


def regular_readings(word: str) -> Iterator[Reading]:
    """The lemmas of which a word may be a regular form, whether or not they exist."""
    for ending, start, part, form in _ENDINGS if word[-1:] in _LAST else ():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            bare = word[: -len(ending)]
            bases = [bare + start]
            if ending in _DOUBLING and not start and bare[-1] == bare[-2]:
                bases.append(bare[:-1])
            for base in bases:
                yield base, part, form
                if form == "past":
                    yield base, part, "participle"


class _Table:
    """The mapped file, cut into its sections."""

    def __init__(self) -> None:
        # pathlib would cost 3 ms to import
        with open(os.path.join(os.path.dirname(__file__), "wordnet.bin"), "rb") as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.at: dict[str, int] = {}
        start = len(MAGIC) + 4 * len(SECTIONS)
        for n, name in enumerate(SECTIONS):
            self.at[name] = start
            start += int.from_bytes(self.map[len(MAGIC) + 4 * n : len(MAGIC) + 4 * n + 4], "little")
        self.end = start
        self.count = (self.at["lemmas"] - self.at["rows"]) // 6 - 1
        self.forms: dict[str, list[tuple[str, str]]] = {}
        for line in self.map[self.at["forms"] : self.end].decode().split("\n")[1:-1]:
            form, lemma, kind = line.split(" ")
            self.forms.setdefault(form, []).append((lemma, kind))
        self.starts = [self.number("parts", n) for n in range(len(PARTS))]

    def number(self, section: str, n: int) -> int:
        """The three-byte number `n` of a section."""
        at = self.at[section] + 3 * n
        return int.from_bytes(self.map[at : at + 3], "little")

    def find(self, lemma: str) -> int | None:
        """The number of a lemma."""
        if rank(lemma) is None and "_" not in lemma:
            return None  # most queries are not words: "clos" of "closed"
        wanted, lo, hi = lemma.encode("utf-8", "surrogatepass"), 0, self.count
        data, rows, text, number = self.map, self.at["rows"], self.at["lemmas"], int.from_bytes
        while lo < hi:
            mid = (lo + hi) // 2
            at = rows + 6 * mid
            found = data[text + number(data[at : at + 3], "little") : text + number(data[at + 6 : at + 9], "little")]
            if found == wanted:
                return mid
            if found < wanted:
                lo = mid + 1
            else:
                hi = mid
        return None

    def meanings(self, n: int) -> Iterator[tuple[int, float]]:
        """The meanings of lemma `n`, each with its share of the lemma's uses as this part of speech."""
        for k in range(self.number("rows", 2 * n + 1), self.number("rows", 2 * n + 3)):
            packed = self.number("meanings", k)
            yield packed & (1 << BITS) - 1, (packed >> BITS) / FULL

    def synset(self, meaning: int) -> tuple[int, int, int]:
        """A meaning's class and wide class, 0 for none, and where its parents begin."""
        at = self.at["synsets"] + 5 * meaning
        return self.map[at], self.map[at + 1], int.from_bytes(self.map[at + 2 : at + 5], "little")

    def has_pair(self, section: str, x: int, y: int) -> bool:
        """Whether a sorted section of pairs has this one."""
        start = self.at[section]
        lo, hi = 0, (self.at[SECTIONS[SECTIONS.index(section) + 1]] - start) // 6
        while lo < hi:
            mid = (lo + hi) // 2
            found = (self.number(section, 2 * mid), self.number(section, 2 * mid + 1))
            if found == (x, y):
                return True
            if found < (x, y):
                lo = mid + 1
            else:
                hi = mid
        return False


@cache
def _table() -> _Table:
    return _Table()


@lru_cache(maxsize=KEPT)
def _number(lemma: str) -> int | None:
    """The number of a lemma; finding it takes 16 reads of the file."""
    return _table().find(lemma)


@lru_cache(maxsize=KEPT)
def _meanings(lemma: str) -> dict[str, dict[int, float]]:
    """By part of speech, the meanings of a lemma and their shares; empty for an unknown lemma."""
    table = _table()
    found: dict[str, dict[int, float]] = {}
    number = _number(lemma)
    if number is not None:
        for meaning, share in table.meanings(number):
            part = PARTS[sum([meaning >= start for start in table.starts]) - 1]
            found.setdefault(part, {})[meaning] = share
    return found


@lru_cache(maxsize=KEPT)
def readings(word: str) -> tuple[Reading, ...]:
    """The possible readings of a word: lemma, part of speech, form; empty for an unknown word."""
    found = [(word, part, _BASE[part]) for part in _meanings(word)]
    head, _, rest = word.partition("_")
    if rest:  # carried_out: among lemmas of several words, only verbs have forms
        forms = [(f"{lemma}_{rest}", part, form) for lemma, part, form in readings(head) if part == "v"]
        return tuple(dict.fromkeys([*found, *(r for r in forms if "v" in _meanings(r[0]))]))
    found += [r for r in regular_readings(word) if r[1] in _meanings(r[0])]
    for lemma, form in _table().forms.get(word, ()):
        found += [(lemma, part, form) for part in _PART[form] + "r" * (_PART[form] == "a") if part in _meanings(lemma)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=KEPT)
def parents(meaning: int) -> tuple[int, ...]:
    """The meanings directly above a meaning."""
    table = _table()
    return tuple([table.number("parents", k) for k in range(table.synset(meaning)[2], table.synset(meaning + 1)[2])])


@lru_cache(maxsize=KEPT)
def ancestors(meaning: int) -> frozenset[int]:
    """All meanings above a meaning."""
    found: set[int] = set()
    todo = list(parents(meaning))
    while todo:
        above = todo.pop()
        if above not in found:
            found.add(above)
            todo += parents(above)
    return frozenset(found)


def _pairs(x: str, y: str, alike: bool, share: float) -> Iterator[tuple[str, dict[int, float], dict[int, float]]]:
    """For readings of two words as one part of speech (and form), the meanings with a large enough share."""
    seen = set()
    for one, part, form in readings(x):
        for other, part2, form2 in readings(y):
            if part == part2 and (form == form2 or not alike) and one != other and (one, other, part) not in seen:
                seen.add((one, other, part))
                mine, theirs = _meanings(one)[part], _meanings(other)[part]
                yield (
                    part,
                    {m: s for m, s in mine.items() if s >= share},
                    {m: s for m, s in theirs.items() if s >= share},
                )


@lru_cache(maxsize=KEPT)
def synonymy(x: str, y: str) -> float:
    """The share of both words' uses that is in one meaning, 0 to 1, in forms that can replace each other."""
    return max(
        [min(s, theirs[m]) for _, mine, theirs in _pairs(x, y, True, 0) for m, s in mine.items() if m in theirs],
        default=0.0,
    )


def are_synonyms(x: str, y: str, share: float = SHARE) -> bool:
    """Whether two words, in the same form, share a meaning that is not rare for either: bought, purchased."""
    return synonymy(x, y) >= share


@lru_cache(maxsize=KEPT)
def are_antonyms(x: str, y: str) -> bool:
    """Whether two words are opposites, or adjectives close to opposites: wet/dry, wet/parched, rise/fall."""
    table = _table()
    for one, part, _ in readings(x):
        for other, part2, _ in readings(y):
            if part == part2:
                n, m = _number(one), _number(other)
                if n is not None and m is not None and table.has_pair("antonyms", n, m):
                    return True
    for part, mine, theirs in _pairs(x, y, False, SHARE):
        if part == "a":
            here = {h for m in mine for h in (m, *parents(m))}
            there = {h for m in theirs for h in (m, *parents(m))}
            if not here & there and any(table.has_pair("opposed", h, k) for h in here for k in there):
                return True
    return False


@lru_cache(maxsize=KEPT)
def are_sisters(x: str, y: str) -> bool:
    """Whether two nouns are different members of one of the classes in en/classes.txt: May/June, gallon/litre."""
    table = _table()
    for part, mine, theirs in _pairs(x, y, False, SHARE):
        if part == "n" and not mine.keys() & theirs.keys():
            for m, share in mine.items():
                for k, other in theirs.items():
                    narrow, wide = (p and p == q for p, q in zip(table.synset(m)[:2], table.synset(k)[:2], strict=True))
                    wide = wide and min(share, other) >= MAIN and _are_nouns(x, y) and likeness(x, y) < UNLIKE
                    if (narrow or wide) and m not in ancestors(k) and k not in ancestors(m):
                        return True
    return False


def _are_nouns(*words: str) -> bool:
    """Whether words are nouns but not also adjectives: not great, major."""
    return not any(part == "a" for word in words for _, part, _ in readings(word))


@lru_cache(maxsize=KEPT)
def are_siblings(x: str, y: str) -> bool:
    """Whether two words share a parent of any kind: a weak sign that they are not the same."""
    for _, mine, theirs in _pairs(x, y, False, SHARE):
        above = {p for m in mine for p in parents(m)}
        if any(p in above for k in theirs for p in parents(k)):
            return True
    return False


@lru_cache(maxsize=KEPT)
def is_broader(x: str, y: str) -> bool:
    """Whether the first word names a class of which the second is a member: vehicle, car."""
    return any(
        m in ancestors(k)
        for part, mine, theirs in _pairs(x, y, False, SHARE)
        if part in "nv"
        for m in mine
        for k in theirs
    )


@lru_cache(maxsize=KEPT)
def inflection(x: str, y: str) -> frozenset[tuple[str, str]]:
    """The pairs of forms that two words may be of one lemma; empty if they share none.

    >>> sorted(inflection("closes", "closed"))
    [('third', 'participle'), ('third', 'past')]
    >>> sorted(inflection("man", "men")), inflection("man", "woman")
    ([('singular', 'plural')], frozenset())
    """
    return frozenset(
        [
            (form, form2)
            for lemma, part, form in readings(x)
            for lemma2, part2, form2 in readings(y)
            if lemma == lemma2 and part == part2 and form != form2
        ]
    )
