"""Names: the people and things that an article names, with titles, and which names are forms of one.

>>> from newsdiff.compare import read_text
>>> article = read_text("President Ana Ruiz of Chile met Tom Reed Jr. in Rome. Ruiz, who won, left.", "a", "en")
>>> for name in read_names(article):
...     print(name.title, name.words, name.first)
president ('ana', 'ruiz') 0
 ('chile',) 1
 ('tom', 'reed', 'jr') 2
 ('rome',) 3
 ('ruiz',) 0

A name is a run of capitals with no other explanation, such as the start of a sentence, a heading in capitals or an
office without its holder. A sentence's first word is a name if the article has it with a capital elsewhere, if it is in
no dictionary, or if the verb after it needs a subject without an article ("Rose left" is still missed). It does not
catch names in lower case, or names that are sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.lexicon.capitals import COMMON, FEMALE, MALE, NAME, bits_of, is_common
from newsdiff.lexicon.en.function_words import ALSO_LETTERS, CLASSES, NUMBERS
from newsdiff.lexicon.en.saying import SAYING
from newsdiff.lexicon.en.verbs import FINITE
from newsdiff.lexicon.lists import read_lines, read_list
from newsdiff.model import Article, Sentence, Token
from newsdiff.text.normalize import strip_marks

# Between two words of one name, in lower case: Ludwig van der Rohe.
PARTICLES = frozenset("bin ibn ben abu al el de del della di da dos der den en van von ter ten la le".split())
REACH = 6  # words on each side that show whether a capital is surrounded by lower case


class Name(NamedTuple):
    """A name as printed: `article.text[start:end] == text`, without the title before it."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]  # in lower case, without marks and full stops
    title: str  # the words of the title before it; for the place in a title, that title and "of": "duke of"
    first: int  # the first name of the same person, place or thing, by its place in the list


class Capitals(NamedTuple):
    """How an article writes words whose capitals are not explained by their position: as names, as common words."""

    upper: Counter[str]
    lower: Counter[str]


@cache
def titles() -> frozenset[str]:
    """Capitalised words that do not name anybody by themselves."""
    found = read_list("titles")
    return frozenset().union(*(found.words(section) for section in ("OFFICES", "BODIES", "TIMES", "PAPERS")))


@cache
def offices() -> frozenset[str]:
    """Titles that come before a person's name."""
    return read_list("titles").words("OFFICES")


@cache
def joined_words() -> frozenset[str]:
    """Words that are joined to a name without being part of it."""
    return read_list("titles").words("JOINED")


@cache
def groups() -> dict[str, frozenset[int]]:
    """A country's (people's, party's) name, adjective, capital -> its lines in the list; words joined by a space."""
    found: dict[str, frozenset[int]] = {}
    for n, line in enumerate(read_lines("groups.txt")):
        for entry in line.split():
            entry = entry.replace("_", " ")
            found[entry] = found.get(entry, frozenset()) | {n}
    return found


def read_names(article: Article) -> list[Name]:
    """The names of an article, in order."""
    capitals = read_capitals(article)
    found = [
        Name(article.text[start:end], start, end, words, title, 0)
        for sentence in article.sentences
        for start, end, words, title in _in_sentence(sentence, capitals)
    ]
    return _with_referents(found)


def read_capitals(article: Article) -> Capitals:
    """The words of an article whose capitals mean something by themselves."""
    upper: list[str] = []
    lower: list[str] = []
    for sentence in article.sentences:
        lower += [token.key for token in sentence.tokens if token.key[0].islower()]
        if not is_heading(sentence.tokens):
            upper += [t.key.lower() for t in sentence.tokens if t.key[0].isupper() and not t.initial]
    return Capitals(Counter(upper), Counter(lower))


def is_heading(tokens: Sequence[Token]) -> bool:
    """Whether the capitals of a sentence mean nothing."""
    stop = tokens[-1].key == "."
    if stop and any(t.word and t.key[0].islower() and t.key not in CLASSES for t in tokens):
        return False
    words = [token.key for token in tokens if token.word]
    small = [key for key in words if key[0].islower()]
    if len(words) < 4 or len(small) * 3 > len(words):
        return False
    return not stop or all(key in CLASSES for key in small)


def _in_sentence(sentence: Sentence, capitals: Capitals) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Offsets, words and title of each name of a sentence."""
    tokens = sentence.tokens
    if not any(token.key[0].isupper() or _has_capital(token.key) for token in tokens):
        return []
    heading = is_heading(tokens)
    found = []
    n = 0
    while n < len(tokens):
        if not tokens[n].word or tokens[n].key.islower():
            n += 1
            continue
        hi = _run_end(tokens, n, capitals, heading)
        if hi > n:
            found += _names_of_run(tokens, n, hi)
        n = max(hi, n + 1)
    return found


def _run_end(tokens: Sequence[Token], lo: int, capitals: Capitals, heading: bool) -> int:
    """The end of the run of capitals that begins at `lo`; `lo` itself if there is none."""
    hi = n = lo
    while n < len(tokens):
        if is_capital(tokens, n, capitals, heading):
            hi = n + 1
        elif not (hi > lo and _joins(tokens, n)):
            break
        n += 1
    return hi


def _joins(tokens: Sequence[Token], n: int) -> bool:
    """Whether a token continues a name if a capital follows: a particle, the full stop of an initial."""
    key = tokens[n].key
    if key in PARTICLES:
        return n + 1 < len(tokens) and (tokens[n + 1].key in PARTICLES or tokens[n + 1].key[0].isupper())
    if key == "of":  # Federal Bureau of Investigation, but not the Duke of Sussex
        before, after = _key(tokens[n - 1]), tokens[n + 1 : n + 2]
        return before in titles() and before not in offices() and bool(after) and after[0].key[0].isupper()
    if key == ".":
        return tokens[n].start == tokens[n - 1].end and (len(tokens[n - 1].key) == 1 or _key(tokens[n - 1]) in titles())
    after = tokens[n + 1 : n + 2]
    return key == "," and bool(after) and _key(after[0]) in ("jr", "sr")


def is_capital(tokens: Sequence[Token], n: int, capitals: Capitals, heading: bool) -> bool:
    """Whether a token is a word of a name or of a title before one."""
    token = tokens[n]
    key = token.key
    if not token.word or not key[0].isalpha():
        return False
    if not key[0].isupper():
        return _has_capital(key)
    low = key.lower()
    if len(key) == 1:
        return n + 1 < len(tokens) and tokens[n + 1].key == "." and not (token.initial and low not in "aio")
    bare = low.partition("'")[0]
    if bare in CLASSES or low in CLASSES or low in NUMBERS:
        return key.isupper() and low in ALSO_LETTERS and not (heading or token.initial)
    if heading or not _among_small(tokens, n):
        return _by_itself(tokens, n, capitals)
    first = token.initial or (n > 0 and tokens[n - 1].key == '"')
    return not first or _opens(tokens, n, capitals)


def _has_capital(key: str) -> bool:
    """Whether a word with a small first letter has a part with a capital: el-Gazzar, d'Ivoire, iPhone."""
    return len(key) > 3 and key[0].isalpha() and not key.isupper() and key[1:] != key[1:].lower()


def _among_small(tokens: Sequence[Token], n: int) -> bool:
    """Whether the longer words around a capital are in lower case, so that it means something."""
    near = [t for t in tokens[max(0, n - REACH) : n + REACH + 1] if t.word and len(t.key) > 3]
    return sum(t.key[0].islower() for t in near) * 2 >= len(near) - 1


def _by_itself(tokens: Sequence[Token], n: int, capitals: Capitals) -> bool:
    """Whether a word is a name where all words have capitals."""
    low = tokens[n].key.lower()
    if capitals.upper[low] > capitals.lower[low]:
        return True
    if capitals.lower[low]:
        return False
    bits = bits_of(low)
    pair = [" ".join(_key(t) for t in tokens[max(0, k) : k + 2]) for k in (n - 1, n)]
    if low in titles() or not bits & COMMON or any(phrase in groups() for phrase in pair):
        return True
    beside = [tokens[k].key for k in (n - 1, n + 1) if 0 <= k < len(tokens) and tokens[k].key[0].isupper()]
    return bool(bits & NAME) and any(not is_common(key.lower()) for key in beside if key.lower() not in CLASSES)


def _opens(tokens: Sequence[Token], n: int, capitals: Capitals) -> bool:
    """Whether a first word is a name."""
    low = tokens[n].key.lower()
    if capitals.upper[low] or capitals.lower[low]:
        return capitals.upper[low] >= capitals.lower[low]
    bits = bits_of(low)
    if not bits & COMMON or low in groups():
        return True
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if after is None:
        return False
    if low in titles():
        return (after.key[0].isupper() and after.key.lower() not in CLASSES) or after.key == "."
    if not bits & NAME:
        return False
    if after.word and after.key[0].isupper():
        initial = len(after.key) == 1 and [t.key for t in tokens[n + 2 : n + 3]] == ["."]
        return initial or after.key.lower() not in CLASSES
    return after.key == "'s" or after.key in SAYING or (after.key in FINITE and low[-1] != "s")


def _key(token: Token) -> str:
    return strip_marks(token.key.lower())


def _names_of_run(tokens: Sequence[Token], lo: int, hi: int) -> list[tuple[int, int, tuple[str, ...], str]]:
    """The names of a run of capitals, each without the titles before it: German Chancellor Angela Merkel has two."""
    start = max(0, lo - 2)  # Secretary of State
    tokens, lo, hi = tokens[start:hi], lo - start, hi - start
    keys = [_key(token) for token in tokens]
    found = []
    at = lo  # where the piece begins, its titles included
    first = lo  # where its name may begin
    for n in range(lo, hi):
        if not tokens[n].word or (keys[n] in offices() and n + 1 < hi and not _is_phrase(keys, n, n + 2)):
            before = _name(tokens, keys, at, first, n) if tokens[n].word else []
            if before:
                found += before
                at = n
            if tokens[n].word or n == first:
                first = n + 1
        elif n == first + 1 and keys[first] in groups() and bits_of(keys[n]) & (MALE | FEMALE) and n + 1 < hi:
            found += _name(tokens, keys, at, first, n)  # Republican Donald Trump
            at = first = n
    return found + _name(tokens, keys, at, first, hi)


def _name(
    tokens: Sequence[Token], keys: Sequence[str], at: int, first: int, hi: int
) -> list[tuple[int, int, tuple[str, ...], str]]:
    """The name of tokens `first` to `hi` with the titles from `at` on; empty for an office or a body alone."""
    if first == hi or (all(key in titles() for key in keys[first:hi]) and not _is_phrase(keys, first, hi)):
        return []
    title = [key for key in keys[at:first] if key != "."]
    if at > 1 and keys[at - 1] == "of" and keys[at - 2] in offices():
        while first < hi - 1 and keys[first] in titles():
            first += 1  # Secretary of State John Kerry
        title = [keys[at - 2], "of", *title]
    words = tuple(part for n in range(first, hi) if tokens[n].word for part in _parts(tokens[n].key))
    return [(tokens[first].start, tokens[hi - 1].end, words, " ".join(title))]


def _is_phrase(keys: Sequence[str], lo: int, hi: int) -> bool:
    """Whether words are one of the listed groups: White House."""
    return " ".join(keys[lo:hi]) in groups()


def _parts(printed: str) -> list[str]:
    """The parts of a name's word: a party and its state (R-Ohio); only the name of pro-Russian and Oslo-based."""
    parts = printed.split("-")
    if len(parts) == 1:
        return [strip_marks(printed.lower())]
    if len(parts[0]) > 1:
        kept = [part for part in parts if part not in joined_words() and not part.endswith("ed")]
        parts = ["-".join(kept)] if len(kept) < len(parts) else [printed]
    return [strip_marks(part.lower()) for part in parts if part]


@cache
def turning() -> frozenset[str]:
    """Words that turn the name of one place into that of another: west, new."""
    return read_list("turning").words("PLACES")


@cache
def generations() -> frozenset[str]:
    """Words that distinguish two people with the same name: jr, iii."""
    return read_list("turning").words("GENERATIONS")


def _with_referents(names: Sequence[Name]) -> list[Name]:
    """The names, each with the first name of the same thing: the full name for a surname, the words for an acronym."""
    owner: dict[str, int] = {}
    for n, name in enumerate(names):
        if len(name.words) > 1:
            letters = "".join(word[0] for word in name.words)
            for key in (" ".join(name.words), *core_words(name.words)[-1:], *core_words(name.words)[:1], letters):
                owner.setdefault(key, n)
    out: list[Name] = []
    for n, name in enumerate(names):
        key = " ".join(name.words)
        of = owner.get(key)
        if of is None:
            owner[key] = of = n
        out.append(name._replace(first=of))
    return out


def core_words(words: Sequence[str]) -> list[str]:
    """The words of a name that are not titles, initials or generations."""
    return [word for word in words if word not in titles() and word not in generations() and len(word) > 1]
