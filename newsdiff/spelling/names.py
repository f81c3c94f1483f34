"""Names: whether two forms may be the same name, by the way their letters correspond.

>>> round(same_name("Yevgeny", "Evgeny"), 1) > 0.5 > same_name("Tkachuk", "Tkachenko")
True

Both forms are aligned letter by letter; every step of the alignment that is not a match (an h put in after a k, a v
for a w, another vowel at the end) has a weight, learned from forms of one name and from different names that are as
close (`tools/learn_names.py`, which writes `lexicon/en/spelling_names.json`). The weights add up to a probability. The
rarity of both forms counts too: two frequent names that look alike are two names.

Historical names of a place (Peking/Beijing) are in a list of facts. It does not catch nicknames
(Sasha/Alexander), married names, or translations (John/Giovanni) beyond that list.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, log

from newsdiff.lexicon.capitals import FEMALE, MALE, bits_of
from newsdiff.lexicon.lists import read_lines, read_pairs, read_text
from newsdiff.lexicon.vectors import rank
from newsdiff.text.normalize import strip_marks

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11

_LONG = 24  # letters beyond which only the beginning of a form is compared
_SPECIAL = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ŋ": "ng"})
_VOWELS = frozenset("aeiouy")
_CLASSES = ("bpvfw", "gkqcxhj", "dt", "szc", "szxcj", "lr", "mn", "jyi", "uvw", "hgj", "rl", "jz", "td")
_KIN = frozenset([x + y for group in _CLASSES for x in group for y in group])


def same_name(a: str, b: str) -> float:
    """The probability that two different forms are one name, spelt differently."""
    low_a, low_b = plain(a), plain(b)
    if not low_a or not low_b:
        return 0.0
    if low_a == low_b:
        return 0.99
    if known_as(low_a, low_b):
        return 0.99
    return _score(low_a, low_b)


@lru_cache(maxsize=KEPT)
def _score(a: str, b: str) -> float:
    """`same_name` of two folded forms."""
    weights, scales = _model()
    total = weights.get("bias", 0.0)
    for name, value in features(a, b).items():
        total += weights.get(name, 0.0) * value / scales.get(name, 1.0)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


# With these, of 6,291 forms of one name in Wikidata .82 are sure and .08 taken for two; of 5,000 pairs of names that
# are near and two .07 are sure and .33 taken for two. Where both forms are words of the news: .56, .27 and .02, .80.
SURE = 0.5  # from here on, letters alone show that two forms are one name
FAR = 0.06  # below, letters alone show that they are two
DISTANT = 0.3  # cost per letter above which two forms share little except by chance; most forms of one name are below
CLOSE = 0.08  # cost per letter of two well-known names that sound different but may still be one: Elena, Jelena
KNOWN = 40_000  # a name among this many of the most frequent words is well known


def is_other(a: str, b: str) -> bool:
    """Whether two words of names, in lower case, name different things and so are not forms of one name.

    Two countries or peoples are two, however alike (Niger/Nigeria); so are a man's and a woman's name (Julio/Julia),
    and two well-known names that sound different (Ross/Rose, but not Reid/Reed).
    """
    low_a, low_b = plain(a), plain(b)
    if low_a == low_b or known_as(low_a, low_b) or is_romanized(low_a, low_b):
        return False
    if fold_umlauts(low_a) == fold_umlauts(low_b):
        return False
    like = same_name(low_a, low_b)
    if like < FAR or distance(low_a, low_b) > DISTANT:
        return True
    if like < SURE and are_of_two_sexes(low_a, low_b):
        return True
    if sound(low_a) == sound(low_b) or (like >= SURE and distance(low_a, low_b) <= CLOSE):
        return False
    ranks = rank(low_a), rank(low_b)
    return all(place is not None and place < KNOWN for place in ranks)


def fold_umlauts(low: str) -> str:
    """A folded form with one letter instead of two for an umlaut: Mueller, Muller."""
    return low.replace("ue", "u").replace("oe", "o").replace("ae", "a")


def are_of_two_sexes(a: str, b: str) -> bool:
    """Whether one of two folded given names is a man's and the other a woman's: Julio/Julia."""
    return {bits_of(low) & (MALE | FEMALE) for low in (a, b)} == {MALE, FEMALE}


def is_derived(a: str, b: str) -> bool:
    """Whether one of two folded forms derives from the other, or both from one: Siberia/Siberian, Kozlov/Kozlova."""
    n = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return n > 3 and not are_of_two_sexes(a, b) and frozenset((a[n:], b[n:])) in _ENDINGS


_ENDINGS = frozenset(
    frozenset(pair)
    for pair in (
        *read_pairs(
            """
            ia/ian ian/y an/ia ia/ish skaya/sky ska/skyi aya/y a/i ish/land an/o an/um e/ian a/ian
            man/men ly/s ce/t ia/y d/n i/ia n/s n/sh
            """
        ),
        *(("", suffix) for suffix in "'s a al an ans ean en er ers es ese eva i ian ians ic ish ist ists ism n ns"
          " ova s y".split()),
    )
)  # fmt: skip


@lru_cache(maxsize=KEPT)
def sound(name: str) -> str:
    """The rough English sound of a folded name: Clarke like Clark, Anderson like Andersen, but Rose unlike Ross."""
    if len(name) > 4 and name.endswith("ey"):
        name = name[:-2] + "y"
    for old, new in _SOUNDS:
        name = name.replace(old, new)
    if len(name) > 3 and name[-1] == "e" and name[-2] not in "aeiouy" and name[-3] not in "aeiouy":
        name = name[:-1]
    if name.endswith("d"):
        name = name[:-1] + "t"
    out = name[:1]
    for before, c in pairwise(name):
        if c not in "aeiouy":
            out += "" if c == before else c
        elif before not in "aeiouy":  # vowels are distinguished only at the beginning and the end
            out += "e" if any(d in "aeiouy" for d in out) else c
    return out[:-1] + name[-1] if len(out) > 1 else out


_SOUNDS = read_pairs("ph/v ck/k c/k q/k dt/t th/t sch/sh mps/ms ei/e ey/e ee/e ea/e ay/e ai/e y/i w/v f/v z/s h/")


def distance(a: str, b: str) -> float:
    """The cost of aligning two folded forms, per letter: 0 to about 0.8."""
    return align_letters(a[:_LONG], b[:_LONG])[1] / max(1, len(a) + len(b))


def known_as(a: str, b: str) -> bool:
    """Whether, by the list of facts, both name the same place or person (Kyiv/Kiev)."""
    return not _facts_by_form().get(plain(a), _NONE).isdisjoint(_facts_by_form().get(plain(b), _NONE))


def is_fact(form: str) -> bool:
    """Whether the list of facts has this folded form."""
    return form in _facts_by_form()


@lru_cache(maxsize=KEPT)
def plain(name: str) -> str:
    """The letters of a name: lower case, without marks, hyphens, apostrophes and spaces."""
    low = name.lower()
    if not low.isascii():
        low = strip_marks(low.translate(_SPECIAL))
    return low if low.isalpha() else "".join([c for c in low if c.isalnum()])


_NONE: frozenset[int] = frozenset()


@cache
def _facts_by_form() -> dict[str, frozenset[int]]:
    """Folded form -> its lines in the list of facts."""
    forms: dict[str, frozenset[int]] = {}
    for n, line in enumerate(read_lines("spelling_places.txt")):
        own = frozenset((n,))
        for form in line.split(" / "):
            low = form.lower()
            if not (low.isascii() and low.isalpha()):  # hundreds of calls of `plain` took longer than the rest
                low = plain(form)
            forms[low] = forms[low] | own if low in forms else own
    return forms


@cache
def _model() -> tuple[dict[str, float], dict[str, float]]:
    """The learned weights, and the divisor of each measure."""
    data = json.loads(read_text("spelling_names.json"))
    return data["weights"], data["scales"]


def features(a: str, b: str) -> dict[str, float]:
    """The weighted features: the steps of the alignment and a few measures of the whole."""
    a, b = a[:_LONG], b[:_LONG]
    if (len(b), b) < (len(a), a):
        a, b = b, a
    steps, cost = align_letters(a, b)
    found = _step_features(steps)
    n = len(a) + len(b)
    found["cost"] = cost
    found["cost per letter"] = cost / n
    found["letters"] = log(n)
    found["steps"] = float(sum([x != y for x, y in steps]))
    found["first letter"] = float(a[0] != b[0])
    found["first kin"] = float(a[0] != b[0] and a[0] + b[0] not in _KIN)
    found["last letter"] = float(a[-1] != b[-1])
    consonants = [
        "".join(sorted(step)) for step in steps if step[0] != step[1] and not _VOWELS.issuperset("".join(step))
    ]
    found["vowels only"] = float(not consonants)
    found["kin"] = float(all(len(pair) == 1 or pair in _KIN for pair in consonants))
    bones_a, bones_b = skeleton(a), skeleton(b)
    found["skeleton"] = float(bones_a == bones_b)
    found["skeleton length"] = float(abs(len(bones_a) - len(bones_b)))
    found["shared skeleton"] = float(len(set(bones_a) & set(bones_b))) / max(1, len(set(bones_a) | set(bones_b)))
    ranks = sorted([_rarity(a), _rarity(b)])
    found["rarer"], found["commoner"] = ranks[1], ranks[0]
    found["both known"] = float(ranks[1] < 1)
    found["one known"] = float(ranks[0] < 1 <= ranks[1])
    return found


def _step_features(steps: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Each letter that changed, came or went, alone and with the letters beside it; and runs of them as one."""
    found: dict[str, float] = {}
    blocks: list[list[str]] = []
    for k, (x, y) in enumerate(steps):
        if x == y:
            continue
        before = "^" if not k else max(steps[k - 1])
        after = "$" if k + 1 == len(steps) else max(steps[k + 1])
        pair, kind = "".join(sorted((x, y))), "~" if x and y else "+"
        for name in (kind + pair, kind + before + "|" + pair, kind + pair + "|" + after):
            found[name] = found.get(name, 0.0) + 1.0
        if before not in "^" and k and steps[k - 1][0] != steps[k - 1][1]:
            blocks[-1][0] += x
            blocks[-1][1] += y
        else:
            blocks.append([x, y])
    for x, y in blocks:
        if len(x) + len(y) > 2:
            found["=" + "/".join(sorted((x, y)))] = 1.0
    return found


def _rarity(form: str) -> float:
    """0 for the most frequent word, 1 for one that is in no vocabulary."""
    place = rank(form)
    return 1.0 if place is None else log(place + 1.0) / 11.5


def is_romanized(a: str, b: str) -> bool:
    """Whether two forms may be one Chinese or Korean name in two romanizations: Hsu/Xu, Tseng/Zeng, Chao/Zhao.

    Aspiration is not compared, as the apostrophe that marks it in Wade-Giles is left out in print.
    """
    return len(a) < 12 and len(b) < 12 and _romanize(a) == _romanize(b)


def _romanize(name: str) -> str:
    """One key for Pinyin and Wade-Giles, or Revised Romanization and McCune-Reischauer."""
    for old, new in _ROMAN:
        if old in name:
            name = name.replace(old, new)
    return name


_ROMAN = read_pairs(
    """
    hs/x sh/x ssu/si tzu/zi ts/z tz/z zh/q ch/q j/q c/z k/g p/b t/d ieh/ie ueh/ue ien/ian ung/ong ih/i uo/o
    uei/ui yeo/yo eo/o oo/u ou/u eu/u
    """
)
_BONES = read_pairs(
    """
    dzh/j tsch/c tch/c sch/s sh/s ch/c zh/j kh/h gh/g ph/f th/t dj/j cz/c sz/s ts/c tz/c ks/x ck/k ff/f wh/w
    """
)
_BONE = str.maketrans({"q": "k", "w": "v", "f": "v", "c": "s", "z": "s", "g": "h", "j": "i", "y": "i", "x": "s"})


def skeleton(name: str) -> str:
    """The consonants by class, doubled ones once: transliterations seldom change them."""
    for old, new in _BONES:
        if old in name:
            name = name.replace(old, new)
    out = ""
    for c in name.translate(_BONE):
        if c not in "aeiou" and out[-1:] != c:
            out += c
    return out.replace("h", "") if len(out) > 2 else out


@lru_cache(maxsize=KEPT)
def align_letters(a: str, b: str) -> tuple[list[tuple[str, str]], float]:
    """The cheapest alignment of two forms as steps (letter or "", letter or ""), and its cost."""
    columns = [(j, y, _gap(y)) for j, y in enumerate(b)]
    rows = [[0.0]]
    for _, _, gap_y in columns:
        rows[0].append(rows[0][-1] + gap_y)
    for x in a:
        above = rows[-1]
        gap_x = _gap(x)
        left = above[0] + gap_x
        row = [left]
        for j, y, gap_y in columns:
            best = above[j] if x == y else above[j] + _swap(x, y)
            up = above[j + 1] + gap_x
            if up < best:
                best = up
            side = left + gap_y
            left = side if side < best else best
            row.append(left)
        rows.append(row)
    steps = []
    i, j = len(a), len(b)
    while i or j:
        here = rows[i][j]
        if i and j:
            x, y = a[i - 1], b[j - 1]
            if abs(here - rows[i - 1][j - 1] - (0.0 if x == y else _swap(x, y))) < 1e-9:
                steps.append((x, y))
                i, j = i - 1, j - 1
                continue
        if i and abs(here - rows[i - 1][j] - _gap(a[i - 1])) < 1e-9:
            steps.append((a[i - 1], ""))
            i -= 1
        else:
            steps.append(("", b[j - 1]))
            j -= 1
    return steps[::-1], rows[-1][-1]


_GAPS = {"h": 0.5, "y": 0.5, "j": 0.6, "i": 0.6, "e": 0.6, "a": 0.7, "o": 0.7, "u": 0.7}


def _gap(letter: str) -> float:
    return _GAPS.get(letter, 1.0)


@lru_cache(maxsize=KEPT)
def _swap(x: str, y: str) -> float:
    """The cost of one letter for another: vowels and related consonants are cheap."""
    if x in _VOWELS:
        return 0.7 if y in _VOWELS else 0.6 if x + y in _KIN else 1.6
    return 0.6 if x + y in _KIN else 1.6
