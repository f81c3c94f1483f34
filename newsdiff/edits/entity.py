"""Names: one put in the place of another (entity), or one name written in two ways (spelling, detail name).

>>> from newsdiff import compare
>>> a = "The Austrian minister met Evgeny Johnson in Vienna on Monday. It rained."
>>> for e in compare(a, "The Australian minister met Yevgeny Johnson in Vienna on Monday. It rained.").edits:
...     print(e.kind, e.detail, e.a.text, "~", e.b.text)
entity  Austrian ~ Australian
spelling name Evgeny ~ Yevgeny

Two names that may be one thing are left alone: parts of one full name, letters for words, titles, a country with its
people, capital or government. Whether two similar names are forms of one is decided by `spelling.names` and by the
articles: an uncertain form that one of them has as a separate name is somebody else's. It does not catch a name dropped
without another in its place, or an exchange of things without names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsdiff.edits.counterparts import WORTH, Placed, Relation, answer_facts, place_facts
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.facts.names import Name, generations, groups, read_names, titles, turning
from newsdiff.lexicon.capitals import is_common
from newsdiff.lexicon.vectors import likeness
from newsdiff.spelling.names import (
    SURE,
    distance,
    is_derived,
    is_other,
    is_romanized,
    known_as,
    plain,
    same_name,
    sound,
)
from newsdiff.spelling.regional import is_regional
from newsdiff.spelling.typos import is_typo
from newsdiff.text.stems import stem

# The least score of the place of two names (`counterparts.place_score`) for one to have replaced the other, and for
# doubtful letters to be two forms of one name. Chosen on the gold pairs and on slips in real news.
REPLACED, DOUBTFUL = 2.0, 1.0
UNLIKE = -1.5  # letters against a common word with a capital: the FBI, the Post; NIH, Mission
DOUBT = 0.5  # the risk of a respelt name with doubtful letters; set by hand, not by asking a desk
JOINED = 0.16  # cost a letter of two words against one: Tung Hsing, Tongxing
CLOSE = 0.55  # two common words with a capital that are this close in meaning are one thing in other words


class Names(NamedTuple):
    """The names of one article: all their words; by `first`, all words and the longest form of each name."""

    words: frozenset[str]
    of: dict[int, frozenset[str]]
    longest: dict[int, tuple[str, ...]]

    def whole(self, name: Name) -> Name:
        """The longest form of a name in the article."""
        return name._replace(words=self.longest[name.first])


def find(passage: Passage) -> Iterator[Finding]:
    """Every name of a link replaced by another, and every name written differently."""
    if not _has_changed_names(passage):
        return
    a, b = (place_facts(passage, side, read_names, whole=True) for side in (0, 1))
    if not a or not b:
        return
    a, b, kept = _without_kept(passage, a, b)
    known = passage.story.once(_known, 0), passage.story.once(_known, 1)
    answers = [x for x in answer_facts(passage, a, b, lambda x, y: _relate(x, y, known)) if x.a and x.b]
    for answer in answers:
        if answer.a and answer.b and answer.relation is Relation.ALIKE:
            yield from _respelt(passage, answer.a, answer.b, answer.score)
    others = [x for x in answers if x.relation is Relation.OTHER and x.score >= REPLACED]
    if len(others) > 1 and len(others) == len(answers) and not kept:
        return  # nobody was kept: two matches or two witnesses described in the same words
    for answer in others:
        if answer.a and answer.b:
            yield from _replaced(passage, answer.a, answer.b)


def _has_changed_names(passage: Passage) -> bool:
    """Whether both sides have a capital among the words that the literal diff does not call equal."""
    left = [o for o in passage.opcodes if o.op != "equal"]
    return any(not t.key.islower() for o in left for t in passage.a[o.a1 : o.a2]) or any(
        not t.key.islower() for o in left for t in passage.b[o.b1 : o.b2]
    )


def _without_kept(
    passage: Passage, a: Sequence[Placed[Name]], b: Sequence[Placed[Name]]
) -> tuple[list[Placed[Name]], list[Placed[Name]], bool]:
    """The names of both sides except those that the literal diff keeps, and whether there are any."""
    at = {y.lo: y for y in b}
    kept = {x.lo: y.lo for x in a if (y := at.get(passage.equal[0].get(x.lo, -1))) and x.fact.words == y.fact.words}
    there = set(kept.values())
    return [x for x in a if x.lo not in kept], [y for y in b if y.lo not in there], bool(kept)


def _known(story: Story, side: int) -> Names:
    """What an article shows about its names."""
    of: dict[int, frozenset[str]] = {}
    longest: dict[int, tuple[str, ...]] = {}
    for name in story.read(side, read_names):
        of[name.first] = of.get(name.first, frozenset()) | set(name.words)
        longest[name.first] = max(longest.get(name.first, ()), name.words, key=len)
    return Names(frozenset().union(*of.values()) if of else frozenset(), of, longest)


def _relate(x: Name, y: Name, known: tuple[Names, Names]) -> tuple[Relation, float]:
    """How two names relate, by the lists and both articles."""
    if x.words == y.words:
        return Relation.SAME, 0.0
    left_x, left_y = unlike_words(x.words, y.words)
    if x.title.endswith(" of") != y.title.endswith(" of") and len(left_x) == len(x.words):
        return Relation.NONE, 0.0  # the Duke of Sussex is somebody
    if not left_x and not left_y:
        return Relation.SAME, 0.0
    relation = relate_names(x, y)
    if relation is Relation.OTHER and left_x and left_y:
        if set(left_y) <= known[0].of[x.first] or set(left_x) <= known[1].of[y.first]:
            return Relation.ALIKE, 0.0
        whole_x, whole_y = known[0].whole(x), known[1].whole(y)
        if (whole_x.words, whole_y.words) != (x.words, y.words) and relate_names(whole_x, whole_y) is Relation.ALIKE:
            return Relation.ALIKE, 0.0  # Akhmetova, Gulnora Ahmetova: elsewhere both have both their names
    elif relation is Relation.ALIKE and is_respelt(x, y) and _in_doubt(left_x, left_y):
        whole = len(left_x) == len(x.words) or not all(
            sound(plain(p)) == sound(plain(q)) for p, q in zip(left_x, left_y, strict=True)
        )
        if whole and not (known[0].words.isdisjoint(left_y) and known[1].words.isdisjoint(left_x)):
            return Relation.OTHER, 0.0
    unlike = len(x.words) == len(y.words) == 1 and x.text.isupper() != y.text.isupper()
    return relation, UNLIKE if unlike and (is_common(x.words[0]) or is_common(y.words[0])) else 0.0


def relate_names(x: Name, y: Name) -> Relation:
    """How two different names relate, by the lists."""
    left_x, left_y = unlike_words(x.words, y.words)
    if all(not generations().isdisjoint(left) for left in (left_x, left_y)):
        return Relation.OTHER  # Jr. and Sr.; a name without either may be anybody's
    left_x, left_y = ([word for word in left if word not in generations()] for left in (left_x, left_y))
    groups_left = groups_of(left_x), groups_of(left_y)
    if all(groups_left) and not groups_left[0] & groups_left[1]:
        return Relation.OTHER
    in_groups = groups_of(x.words), groups_of(y.words)
    if in_groups[0] & in_groups[1] or _are_known(x.words, y.words):
        return Relation.ALIKE
    if _is_short(x, left_x, left_y) or _is_short(y, left_y, left_x):
        return Relation.ALIKE
    if not turning().isdisjoint((*left_x, *left_y)) or _is_longer(x.words, left_y) or _is_longer(y.words, left_x):
        return Relation.OTHER
    if not left_x or not left_y:
        return Relation.OTHER if all(in_groups) else Relation.ALIKE
    if all(in_groups) or (any(in_groups) and _in_doubt(left_x, left_y)):
        return Relation.OTHER
    if _are_parts(x.text, left_y) or _are_parts(y.text, left_x):
        return Relation.ALIKE
    relation = _relate_words(left_x, left_y)
    # Every word of a body's name counts, even cognates: the Department of Child Protective, Protection Services.
    return Relation.OTHER if relation is Relation.NONE and "of" in x.words and "of" in y.words else relation


def _are_parts(printed: str, words: Sequence[str]) -> bool:
    """Whether words are parts of a name that is written as one: SaferRide, MIR-interpreter."""
    spaced = "".join([" " + c if c.isupper() else c for c in printed.replace("-", " ")])
    return set(words) <= set(spaced.lower().split()) | set(printed.lower().replace("-", " ").split())


def _relate_words(a: Sequence[str], b: Sequence[str]) -> Relation:
    """How two names relate by the words that they do not share."""
    if _are_forms(a, b):
        return Relation.ALIKE
    a, b = ([word for word in left if word not in titles()] for left in (a, b))
    if not a or not b:
        return Relation.ALIKE
    pairs = [(p, q) for p in a for q in b if not is_other(p, q) and same_name(p, q) >= SURE]
    if len(pairs) == min(len(a), len(b)):
        return Relation.ALIKE  # Aurelio Baldassarri, Baldassari
    if all(is_common(word) for word in (*a, *b)) and _mean_alike(a, b):
        return Relation.NONE
    return Relation.OTHER


def is_respelt(x: Name, y: Name) -> bool:
    """Whether two similar names are one name written differently, rather than one thing under two names."""
    left_x, left_y = unlike_words(x.words, y.words)
    if not left_x or not left_y or groups_of(x.words) & groups_of(y.words) or not _are_forms(left_x, left_y):
        return False
    if _are_known(x.words, y.words) or _is_short(x, left_x, left_y) or _is_short(y, left_y, left_x):
        return False  # of those the list knows `spellings` has both, with the article
    pairs = list(zip(left_x, left_y, strict=False))
    if any(p in q.split("-") or q in p.split("-") or not plain(p + q).isalpha() for p, q in pairs):
        return False
    return not any(is_derived(plain(p), plain(q)) and same_name(p, q) < SURE for p, q in pairs)


def _is_longer(words: Sequence[str], left: Sequence[str]) -> bool:
    """Whether a name joined to a word of another names something else: Saxony, Saxony-Anhalt."""
    joined = [(word, p) for word in left for p in words if word.startswith(p + "-")]
    return any(word[len(p) + 1 :].isalpha() and not is_common(word[len(p) + 1 :]) for word, p in joined)


def groups_of(words: Sequence[str]) -> frozenset[int]:
    """The countries, parties and the like that a name stands for; if entries overlap, the longest count."""
    found: frozenset[int] = frozenset()
    n = 0
    while n < len(words):
        for size in (3, 2, 1):
            entry = groups().get(" ".join(words[n : n + size]))
            if entry:
                found |= entry
                break
        n += size
    return found


def unlike_words(a: Sequence[str], b: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of two names that are not in the other, initials and spellings of one word counted as equal."""
    left_a, left_b = list(a), list(b)
    for word in a:
        match = next((other for other in left_b if _is_same_word(word, other)), None)
        if match is not None:
            left_a.remove(word)
            left_b.remove(match)
    if not any(len(word) == 1 for word in left_a) or not any(len(word) == 1 for word in left_b):
        left_a, left_b = ([word for word in left if len(word) > 1] for left in (left_a, left_b))
    return left_a, left_b


def _is_same_word(p: str, q: str) -> bool:
    if p == q or plain(p) == plain(q):
        return True
    if len(p) == 1 or len(q) == 1:
        return p[0] == q[0]
    if p[0] != q[0] or not any(is_common(word) or word in groups() for word in (p, q)):
        return False
    return is_regional(p, q) or is_typo(p, q)


def _is_short(x: Name, left: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a remaining word in capitals is made of the letters of the others: WHO, SPD, VW."""
    if len(left) != 1 or not words:
        return False
    letters = left[0].replace(".", "").removesuffix("s")
    if not 1 < len(letters) < 7 or letters.upper() not in x.text.replace(".", ""):
        return False
    if len(words) == 1:
        return words[0].removesuffix("s") == letters or (len(words[0]) > len(letters) and _are_in(letters, words[0]))
    initials = "".join(part[0] for word in words for part in word.split("-") if part)
    return _are_in(letters, initials) or _are_in(initials, letters) or letters.endswith(initials)


def _are_in(letters: str, word: str) -> bool:
    """Whether a word begins with the first of these letters and has the others in order."""
    rest = iter(word)
    return letters[0] == word[0] and all(any(c == letter for c in rest) for letter in letters)


def _are_forms(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of two names may be forms of each other: Serhii Hrytsenko, Sergei Gritsenko."""
    if _are_known(a, b):
        return True
    if len(a) == len(b):
        return all(is_derived(plain(p), plain(q)) or not is_other(p, q) for p, q in zip(a, b, strict=True))
    joined = plain("".join(a)), plain("".join(b))
    if joined[0] == joined[1] or is_romanized(*joined):
        return True
    return same_name(*joined) >= SURE and distance(*joined) < JOINED


def _are_known(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the list of facts has two names of several words as the same: Ivory Coast, Côte d'Ivoire."""
    return len(a) + len(b) > 2 and known_as("".join(a), "".join(b))


def _mean_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether common words mean about the same: Minimal/Minimum."""
    return any(stem(p) == stem(q) or likeness(p, q) >= CLOSE for p in a for q in b)


def _in_doubt(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether letters alone do not show that the words are forms of each other."""
    return len(a) == len(b) and any(
        same_name(p, q) < SURE and not is_romanized(plain(p), plain(q)) for p, q in zip(a, b, strict=True)
    )


def _respelt(passage: Passage, x: Placed[Name], y: Placed[Name], score: float) -> Iterator[Finding]:
    """The words of a name that are written differently, from the first to the last."""
    if not is_respelt(x.fact, y.fact):
        yield from _spelt_ends(passage, _without_ends(passage, x, y, _say_nothing)[0])
        return
    doubt = _in_doubt(*unlike_words(x.fact.words, y.fact.words))
    if not doubt or score >= DOUBTFUL + WORTH[Relation.ALIKE]:
        a, b = _without_ends(passage, x, y, lambda p, q: p == q)[1]
        found = Finding("spelling", "name", passage.span(0, *a), passage.span(1, *b), 0.9)
        yield found._replace(confidence=0.7, verdict="open", risk=DOUBT) if doubt else found


def _replaced(passage: Passage, x: Placed[Name], y: Placed[Name]) -> Iterator[Finding]:
    """One name in the place of another; words at the ends that are only respelt are reported separately."""
    ends, (a, b) = _without_ends(passage, x, y, _say_nothing)
    yield from _spelt_ends(passage, ends)
    yield Finding("entity", "", passage.span(0, *a), passage.span(1, *b), 0.9)


_Ends = list[tuple[int, int]]


def _without_ends(
    passage: Passage, x: Placed[Name], y: Placed[Name], is_left_out: Callable[[str, str], bool]
) -> tuple[_Ends, tuple[tuple[int, int], tuple[int, int]]]:
    """The words at the ends of two names that may be left out, and the rest of both, at least one word."""
    (i, i2), (j, j2) = (x.lo, x.hi), (y.lo, y.hi)
    a, b = passage.a, passage.b
    ends: _Ends = []
    while min(i2 - i, j2 - j) > 1 and is_left_out(a[i2 - 1].key, b[j2 - 1].key):
        i2, j2 = i2 - 1, j2 - 1
        ends.append((i2, j2))
    while min(i2 - i, j2 - j) > 1 and is_left_out(a[i].key, b[j].key):
        ends.append((i, j))
        i, j = i + 1, j + 1
    return ends, ((i, i2), (j, j2))


def _say_nothing(p: str, q: str) -> bool:
    """Whether a word that ends two names does not distinguish them: Hospital, or a form of one name."""
    if p == q:
        return p.lower() in titles() or p == "of"
    return p[0].isupper() and q[0].isupper() and same_name(p, q) >= SURE and not is_other(p, q)


def _spelt_ends(passage: Passage, ends: _Ends) -> Iterator[Finding]:
    for i, j in ends:
        if passage.a[i].key != passage.b[j].key:
            yield Finding("spelling", "name", passage.span(0, i, i + 1), passage.span(1, j, j + 1), 0.9)
