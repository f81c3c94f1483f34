"""Entities: a name replaced by the name of someone or something else.

>>> from newsdiff import compare
>>> a = "The Austrian minister met Johnson in Vienna on Monday. It rained."
>>> for e in compare(a, "The Australian minister met Johnson in Vienna on Monday. It rained.").edits:
...     print(e.kind, e.a.text, "~", e.b.text)
entity Austrian ~ Australian

Two names count as replaced when they stand in one slot: put in each other's place by the literal diff, or paired by the
words around them. What may be one thing under two names is left alone: parts of one full name, acronyms, titles,
a country with its people, capital or government, an adjective, one spelling of two (`spelling` has those). It does not
catch a name that went without another in its place, nor one thing in place of another that no name says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdiff.edits.claims import View, view
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.edits.spellings import is_regional, same_name
from newsdiff.lexicon.en.function_words import CLASSES, NUMBERS
from newsdiff.lexicon.en.places import COMPASS, GROUPS, TITLES
from newsdiff.lexicon.vectors import likeness, rank
from newsdiff.model import Token
from newsdiff.text.normalize import strip_marks

# From this likeness of letters on, two names may be one, unless one article has both.
MAYBE_SAME = 0.3
KNOWN_SAME = 0.5  # of two that the vocabulary has: Ruiz and Reyes are at .40
# A name of more words is a heading.
LONGEST = 5
REACH = 12  # words to each side of one that are looked at; a longer run is a list, or a line in capitals
MANY = 12  # names of a link without a counterpart that are looked at
# A first word rarer than this is taken for a name.
COMMON = 20_000
_STORY = -1_000_000_000  # where the story's names are kept among its studies; links count up and down from 0
# A first word so near to one of these names is a name. Johnson is at .44, Austria at .78, officials at .26.
NAME_LIKENESS = 0.38
_LIKE_NAMES = ("obama", "smith", "john", "michael", "david", "maria", "ivan", "germany", "paris")
_ENDINGS = frozenset(
    "a al an ans e ean er ers es ese i ia ian ians ic in ish ist ists ite ites ns o s y n d land k man men sk ski"
    " ska".split()
)


class Names(NamedTuple):
    """What both articles show to be names."""

    keys: frozenset[str]  # words with a capital that nothing but a name explains
    together: frozenset[tuple[str, str]]  # words of one full name, both ways round, in lower case


class Run(NamedTuple):
    """Neighbouring words of one name: tokens lo to hi, the last one included."""

    lo: int
    hi: int


def find(passage: Passage) -> Iterator[Finding]:
    """Every name of a link in whose place stands the name of something else."""
    left = [o for o in passage.opcodes if o.op != "equal"]
    if not any([t.key[:1].isupper() for o in left for t in passage.a[o.a1 : o.a2]]):
        return
    if not any([t.key[:1].isupper() for o in left for t in passage.b[o.b1 : o.b2]]):
        return
    names = story_names(passage.story)
    v = view(passage)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for x, y, strong in _candidates(passage, v, names):
        x, y = _shrink(passage, x, y)
        if taken_a.isdisjoint(range(x.lo, x.hi + 1)) and taken_b.isdisjoint(range(y.lo, y.hi + 1)):
            taken_a.update(range(x.lo, x.hi + 1))
            taken_b.update(range(y.lo, y.hi + 1))
            if _is_other(passage, names, x, y, strong):
                found.append((x, y, strong))
    if len(found) > 1 and _is_lookalike(passage, names, found):
        return
    for x, y, strong in found:
        if not _only_moved(passage, x, y):
            x, y = _whole(passage, names, x, y)
            yield Finding("entity", "", v.span(0, x.lo, x.hi), v.span(1, y.lo, y.hi), 0.9 if strong else 0.7)


def story_names(story: Story) -> Names:
    """The names of both articles, read once."""
    known = story.studies.get(_STORY)
    if isinstance(known, Names):
        return known
    keys: set[str] = set()
    together: set[tuple[str, str]] = set()
    lower: set[str] = set()
    for article in (story.a, story.b):
        for sentence in article.sentences:
            words = [t for t in sentence.tokens if t.word]
            capitals = [t for t in words if t.key[0].isupper()]
            lower.update([t.key for t in words if t.key[0].islower()])
            if len(capitals) * 3 > len(words) * 2 and len(words) > 3:
                continue  # a heading in capitals shows nothing
            keys.update([t.key for t in capitals if not t.initial])
            for first, second in pairwise(words):
                if first.key[0].isupper() and second.key[0].isupper() and second.start - first.end < 2:
                    together.add((first.key.lower(), second.key.lower()))
    for first_word, second_word in list(together):
        together.add((second_word, first_word))
    keys = {key for key in keys if key.lower() not in lower or key.lower() in GROUPS}
    names = Names(frozenset(keys), frozenset(together))
    story.studies[_STORY] = names
    return names


def is_name(tokens: Sequence[Token], n: int, names: Names) -> bool:
    """Whether a token is a word of a name."""
    token = tokens[n]
    key = token.key
    if not token.word or not key[0].isupper() or len(key) < 2:
        return False
    low = key.lower()
    if low in CLASSES or low in NUMBERS or low in TITLES:
        return False
    if key in names.keys or low in GROUPS:
        return True
    if not token.initial and _in_sentence_case(tokens, n):
        return True
    place = rank(low)
    return place is None or place > COMMON


def _in_sentence_case(tokens: Sequence[Token], n: int) -> bool:
    """Whether the words about a capital are lower case, so that it says something."""
    near = [t for t in tokens[max(0, n - 6) : n + 7] if t.word and len(t.key) > 3]
    return sum([t.key[0].islower() for t in near]) * 2 >= len(near) - 1


def _run(tokens: tuple[Token, ...], n: int, names: Names) -> Run:
    """The name that a word belongs to."""
    lo = hi = n
    while lo > max(0, n - REACH) and is_name(tokens, lo - 1, names) and not (tokens[lo].initial):
        lo -= 1
    while hi + 1 < min(len(tokens), n + REACH) and is_name(tokens, hi + 1, names) and not tokens[hi + 1].initial:
        hi += 1
    return Run(lo, hi)


def _candidates(passage: Passage, v: View, names: Names) -> Iterator[tuple[Run, Run, bool]]:
    """Names in each other's place, with whether the literal diff says so: those first."""
    a, b = passage.a, passage.b
    for o in passage.opcodes:
        if o.op != "replace":
            continue
        here, there = _trim(a, o.a1, o.a2, names), _trim(b, o.b1, o.b2, names)
        if here and there and _flanked(passage, o.a1, o.a2, o.b1, o.b2):
            yield here, there, True
    for i, j in passage.pairs:
        x_key, y_key = a[i].key, b[j].key
        if (
            x_key != y_key and x_key.lower() in COMPASS and y_key.lower() in COMPASS and x_key[0].isupper()
            and i + 1 < len(a) and j + 1 < len(b) and a[i + 1].key == b[j + 1].key and a[i + 1].key[0].isupper()
        ):  # fmt: skip
            yield Run(i, i), Run(j, j), True
    changed = {n for o in passage.opcodes if o.op != "equal" for n in range(o.a1, o.a2)}
    for i, j in passage.pairs:
        if i in changed and a[i].key != b[j].key and is_name(a, i, names) and is_name(b, j, names):
            x, y = _run(a, i, names), _run(b, j, names)
            if _same_slot(v, x, y):
                yield x, y, False
    alone_a = [i for i in sorted(changed) if not v.paired[0].get(i) and is_name(a, i, names)]
    alone_b = [
        j for o in passage.opcodes if o.op != "equal" for j in range(o.b1, o.b2)
        if not v.paired[1].get(j) and is_name(b, j, names)
    ]  # fmt: skip
    for i in alone_a[:MANY]:
        for j in alone_b[:MANY]:
            if a[i].key != b[j].key and i and j and a[i - 1].key == b[j - 1].key and a[i - 1].word:
                x, y = Run(i, i), Run(j, j)
                if is_name(a, i - 1, names) or _same_slot(v, x, y):
                    yield x, y, False


def _trim(tokens: tuple[Token, ...], lo: int, hi: int, names: Names) -> Run | None:
    """The name that a replaced piece is, without titles and articles before it; None where it holds anything else."""
    first = lo
    while lo < hi and (
        tokens[lo].key == "the" or (tokens[lo].key.lower() in TITLES and tokens[lo].key.lower() not in COMPASS)
    ):
        lo += 1
    if lo == hi or hi - lo > LONGEST:
        return None
    if hi - lo == 1 and tokens[lo].key.lower() in COMPASS and tokens[lo].key[0].isupper():
        after = tokens[lo + 1] if lo + 1 < len(tokens) else None
        return Run(lo, lo) if after and after.key[0].isupper() else None
    good = [
        tokens[n].key[0].isupper() or (n > lo and tokens[n].key in ("of", "de", "van", "al", "'s"))
        for n in range(lo, hi)
    ]
    if any([_is_office(tokens, Run(n + 1, n + 1)) for n in range(first + 1, hi) if tokens[n].key == "of"]):
        return None
    named = any([is_name(tokens, n, names) for n in range(lo, hi)]) or (hi - lo == 1 and _reads_as_name(tokens[lo]))
    return Run(lo, hi - 1) if named and all(good) else None


def _reads_as_name(token: Token) -> bool:
    """Whether a first word is near to names in meaning, as far as the vectors know it."""
    low = token.key.lower()
    if not (token.initial and token.key[0].isupper()) or low in TITLES or low in CLASSES or low in NUMBERS:
        return False
    return max([likeness(low, name) for name in _LIKE_NAMES]) >= NAME_LIKENESS


def _shrink(passage: Passage, x: Run, y: Run) -> tuple[Run, Run]:
    """Two names without the words at their ends that are the same, if spelt otherwise."""
    a, b = passage.a, passage.b
    while x.lo < x.hi and y.lo < y.hi and _is_spelling(a[x.hi].key, b[y.hi].key):
        x, y = Run(x.lo, x.hi - 1), Run(y.lo, y.hi - 1)
    while x.lo < x.hi and y.lo < y.hi and _is_spelling(a[x.lo].key, b[y.lo].key):
        x, y = Run(x.lo + 1, x.hi), Run(y.lo + 1, y.hi)
    return x, y


def _is_spelling(x: str, y: str) -> bool:
    """Whether two words of names are one name spelt two ways, or the same."""
    return x == y or same_name(x, y) >= 0.5


def _flanked(passage: Passage, a1: int, a2: int, b1: int, b2: int) -> bool:
    """Whether an equal word, or an end of the sentence, stands on both sides of a replaced piece."""
    before = a1 == 0 or passage.a[a1].initial or passage.a[a1 - 1].word or passage.a[a1 - 1].key in ('"', ",", "(")
    after = a2 == len(passage.a) or passage.a[a2].word or not passage.a[a2].word
    if not (before and after):
        return False
    near = [t for t in (*passage.a[max(0, a1 - 3) : a1], *passage.a[a2 : a2 + 3]) if t.word]
    return len(near) >= 2 or len(passage.a) < 6


def _same_slot(v: View, x: Run, y: Run) -> bool:
    """Whether the words about two names are each other's counterparts: the one before, and a neighbour with meaning."""
    around = (
        v.keys[0][max(0, x.lo - 1)],
        v.keys[1][max(0, y.lo - 1)],
        v.keys[0][x.hi + 1 : x.hi + 2],
        v.keys[1][y.hi + 1 : y.hi + 2],
    )
    if around == ("(", "(", [")"], [")"]):
        return True
    before = x.lo and y.lo and v.keys[0][x.lo - 1] == v.keys[1][y.lo - 1] and v.tokens[0][x.lo - 1].word
    if not before and not (v.tokens[0][x.lo].initial and v.tokens[1][y.lo].initial):
        after = x.hi + 1 < len(v.keys[0]) and y.hi + 1 < len(v.keys[1]) and v.keys[0][x.hi + 1] == v.keys[1][y.hi + 1]
        if not after or not v.tokens[0][x.hi + 1].word:
            return False
    left = _answer(v, v.content_before(0, x.lo, 1, 4), v.content_before(1, y.lo, 1, 4))
    right = _answer(v, v.content_after(0, x.hi, 1, 4), v.content_after(1, y.hi, 1, 4))
    return left or right


def _answer(v: View, here: list[int], there: list[int]) -> bool:
    """Whether two words with meaning stand for each other."""
    return bool(here and there and there[0] in v.counterparts(0, here[0]))


def _is_other(passage: Passage, names: Names, x: Run, y: Run, strong: bool) -> bool:
    """Whether two names are of two things, as far as both articles and the lists tell."""
    a = [t.key.lower() for t in passage.a[x.lo : x.hi + 1] if t.word and t.key != "'s"]
    b = [t.key.lower() for t in passage.b[y.lo : y.hi + 1] if t.word and t.key != "'s"]
    only_a, only_b = [k for k in a if k not in b and k not in TITLES], [k for k in b if k not in a and k not in TITLES]
    compass = set(a) & COMPASS and set(b) & COMPASS
    if compass and strong:
        only_a, only_b = [k for k in a if k not in b], [k for k in b if k not in a]
    if not only_a or not only_b:
        return False
    here, there = {t.key.lower() for t in passage.a}, {t.key.lower() for t in passage.b}
    if not strong and (there & set(only_a) or here & set(only_b)):
        return False
    if _in_one_group(only_a, only_b) or _is_short(passage.a[x.lo].key, a, b) or _is_short(passage.b[y.lo].key, b, a):
        return False
    if any([(p, q) in names.together for p in only_a for q in only_b]) and not compass:
        return False
    if _fold("".join(a)) == _fold("".join(b)):
        return False  # Abu Sir, Abusir
    if _is_office(passage.a, x) != _is_office(passage.b, y):
        return False
    short_a, short_b = (_is_letters(passage.a[x.lo : x.hi + 1]), _is_letters(passage.b[y.lo : y.hi + 1]))
    if short_a != short_b and (not strong or _spells(a[0], b) or _spells(b[0], a)):
        return False
    counts_a, counts_b = passage.story.counts_a, passage.story.counts_b
    for p in only_a:
        for q in only_b:
            if _is_derived(p, q) or is_regional(p, q):
                return False
            if _fold(p) == _fold(q):
                return False
            keys = [
                t.key for t in (*passage.a[x.lo : x.hi + 1], *passage.b[y.lo : y.hi + 1]) if t.key.lower() in (p, q)
            ]
            both = any([all([counts[k] for k in keys]) for counts in (counts_a, counts_b)])
            if p.startswith(q + "-") or q.startswith(p + "-"):
                continue
            least = MAYBE_SAME if rank(p) is None or rank(q) is None else KNOWN_SAME
            if not both and not (p in GROUPS and q in GROUPS) and same_name(p, q) >= least:
                return False
    return True


def _fold(key: str) -> str:
    return strip_marks(key).replace("-", "").replace(".", "").replace("'", "")


def _in_one_group(a: list[str], b: list[str]) -> bool:
    """Whether both names may stand for one country: Polish/Warsaw."""
    groups_a = frozenset([g for k in a for g in GROUPS.get(k, ())])
    return any([g in groups_a for k in b for g in GROUPS.get(k, ())])


def _is_short(printed: str, short: list[str], long: list[str]) -> bool:
    """Whether the first name is made of the second one's letters: WHO, World Health Organization."""
    letters = short[0].replace(".", "")
    if len(short) != 1 or not 1 < len(letters) < 7:
        return False
    initials = "".join([part[0] for k in long for part in k.split("-") if part])
    if len(long) > 1 and (letters == initials or initials.startswith(letters) or letters.startswith(initials)):
        return True
    return printed.isupper() and len(long) == 1 and len(long[0]) > len(letters) and long[0].startswith(letters)


def _is_office(tokens: Sequence[Token], run: Run) -> bool:
    """Whether the name is what an office is of: the Duke of Sussex is somebody."""
    before = [t.key.lower() for t in tokens[max(0, run.lo - 2) : run.lo]]
    return len(before) == 2 and before[1] == "of" and before[0] in TITLES


def _is_letters(tokens: Sequence[Token]) -> bool:
    """Whether a name is a single word of capitals: AFP, MPs."""
    return len(tokens) == 1 and len(tokens[0].key) < 6 and tokens[0].key.rstrip("s").replace(".", "").isupper()


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether the words begin with letters of an acronym, in order: SPD, Social Democrats."""
    rest = iter(letters)
    return len(words) > 1 and all(any(c == word[0] for c in rest) for word in words)


def _is_derived(p: str, q: str) -> bool:
    """Whether one form is the other with an ending: Serbia/Serbian, Siberia/Siberian, Kozlov/Kozlova's."""
    n = 0
    for c, d in zip(p, q, strict=False):
        if c != d:
            break
        n += 1
    if p in GROUPS and q in GROUPS:
        return False  # the groups know
    return n > 3 and (p[n:] in _ENDINGS or not p[n:]) and (q[n:] in _ENDINGS or not q[n:])


def _is_lookalike(passage: Passage, names: Names, found: list[tuple[Run, Run, bool]]) -> bool:
    """Whether no name was kept and all are new: two matches, two witnesses that were told of in the same words."""
    a, b = passage.a, passage.b
    kept = any([is_name(a, n, names) for o in passage.opcodes if o.op == "equal" for n in range(o.a1, o.a2)])
    here = {a[n].key for x, _, _ in found for n in range(x.lo, x.hi + 1)}
    there = {b[n].key for _, y, _ in found for n in range(y.lo, y.hi + 1)}
    return not kept and not here & there and all([strong for _, _, strong in found])


def _only_moved(passage: Passage, x: Run, y: Run) -> bool:
    """Whether every word of both names stands as often on one side as on the other: that is an order, or `exchange`."""
    keys = {t.key for t in (*passage.a[x.lo : x.hi + 1], *passage.b[y.lo : y.hi + 1])}
    here, there = [t.key for t in passage.a], [t.key for t in passage.b]
    return all([here.count(key) == there.count(key) for key in keys])


def _whole(passage: Passage, names: Names, x: Run, y: Run) -> tuple[Run, Run]:
    """Both names with the equal words of the name about them: Li Wei / Li Wen."""
    a, b = passage.a, passage.b
    while (
        x.lo and y.lo and a[x.lo - 1].key == b[y.lo - 1].key and is_name(a, x.lo - 1, names) and not a[x.lo].initial
        and x.hi - x.lo < LONGEST
    ):  # fmt: skip
        x, y = Run(x.lo - 1, x.hi), Run(y.lo - 1, y.hi)
    while (
        x.hi + 1 < len(a) and y.hi + 1 < len(b) and a[x.hi + 1].key == b[y.hi + 1].key and is_name(a, x.hi + 1, names)
        and x.hi - x.lo < LONGEST and not a[x.hi + 1].initial
    ):  # fmt: skip
        x, y = Run(x.lo, x.hi + 1), Run(y.lo, y.hi + 1)
    return x, y
