"""The grounds on which a rewording is called substantive or accidental; without a ground it is open.

>>> from newsdiff.text.words import tokenize
>>> def say(a, b, lo_a, hi_a, lo_b, hi_b):
...     ground = weigh(tokenize(a), tokenize(b), lo_a, hi_a, lo_b, hi_b)
...     return ground.verdict, ground.reason
>>> say("He bought the car.", "He purchased the car.", 1, 2, 1, 2)
('accidental', 'synonym')
>>> say("He denied the murder.", "He denied the manslaughter.", 3, 4, 3, 4)
('substantive', 'another of its class')
>>> say("The plant will close.", "The plant closed.", 2, 4, 2, 3)
('substantive', 'moved event')
>>> say("He saw the plan.", "He saw the garden.", 3, 4, 3, 4)
('open', 'other word')

A rewording is a stretch of words of a link that no other kind has claimed, on one side or on both. Its words are put
beside each other, grammar words and contractions as the phrases that they are, and each pair and each word left over
is asked for a ground. One substantive ground makes the whole substantive; all have to be accidental to make it so.
What a word means in its place is not known: a synonym is one by its usual meanings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from newsdiff.lexicon.en.exchanges import CONTRACTIONS, DROPPED, ENDINGS, FREE, TURNS
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.lexicon.en.polarity import JOINERS, TURNING, opposite_sides
from newsdiff.lexicon.en.saying import SAYING
from newsdiff.lexicon.en.sisters import SAME, SISTERS
from newsdiff.lexicon.wordnet import are_antonyms, are_sisters, are_synonyms, inflection, readings
from newsdiff.model import Token

Verdict = Literal["substantive", "accidental", "open"]


class Ground(NamedTuple):
    """A verdict, why, and the probability that a careful desk would stop what is worded so."""

    verdict: Verdict
    reason: str
    risk: float


class Step(NamedTuple):
    """Words of both sides put beside each other, one side empty for what was dropped or added, with their ground."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    verdict: Verdict
    reason: str


# A stretch with more pairs of words than this is a new sentence, not a rewording of single words.
PAIRS = 64
# In the gold pairs 38 of 47 rewordings with a ground to be substantive were in links that keep less than this share of
# their words (spun, reprinted and paraphrased stories), and none of those was a slip.
KEPT = 0.5
LONGEST = 5  # words of a free phrase
_NEAR = 8  # words about a stretch in which a "not", "only" or "few" turns it
_COST = {"same": 0.0, "accidental": 0.3, "substantive": 0.7, "open": 1.1, "spare": 0.2, "dropped": 0.8}
_FUTURE = frozenset(("will", "shall"))
_PRESENT, _PAST = frozenset(("is", "are", "am")), frozenset(("was", "were"))
_JOINTS = {(("and",), ("or",)), (("or",), ("and",))}
_WEAK = frozenset(("tense", "another grammar word"))
_SIGNS = frozenset("%$€£¥+<>=±")
_TENSES = {"past": "past", "participle": "past", "base": "present", "third": "present"}


def weigh(a: Sequence[Token], b: Sequence[Token], lo_a: int, hi_a: int, lo_b: int, hi_b: int) -> Ground:
    """The ground for putting `b[lo_b:hi_b]` in the place of `a[lo_a:hi_a]`; a and b are all tokens of a link."""
    here, there = a[lo_a:hi_a], b[lo_b:hi_b]
    x, y = expand(here), expand(there)
    if x == y:
        return _dress(here, there, a[hi_a : hi_a + 1], b[hi_b : hi_b + 1])
    if len(x) * len(y) > PAIRS:
        return Ground("open", "new wording", 0.5)
    steps = [step for step in _in_context(align(x, y), a, b, (lo_a, hi_a), (lo_b, hi_b)) if step.a != step.b]
    return _sum_up(steps, _kept(a, b))


def expand(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words in lower case, contractions in full, without marks.

    >>> from newsdiff.text.words import tokenize
    >>> expand(tokenize("They don't, we'll; can't."))
    ('they', 'do', 'not', 'we', 'will', 'can', 'not')
    """
    words: list[str] = []
    for token in tokens:
        if token.word:
            key = token.key.lower()
            ending = next((e for e in ENDINGS if key.endswith(e) and len(key) > len(e)), "")
            if key in CONTRACTIONS:
                words += CONTRACTIONS[key].split()
            elif ending:
                words += [key[: -len(ending)], ENDINGS[ending]]
            else:
                words.append(key)
    return tuple(words)


def _dress(here: Sequence[Token], there: Sequence[Token], *after: Sequence[Token]) -> Ground:
    """The ground where the words are the same: contractions, capitals, marks."""
    words = [[t.key for t in side if t.word] for side in (here, there)]
    marks = [[t.key for t in side if not t.word] for side in (here, there)]
    if words[0] != words[1]:
        same = [w.lower() for w in words[0]] == [w.lower() for w in words[1]]
        return Ground("accidental", "capitals" if same else "contraction", 0.02)
    changed = set(marks[0]) ^ set(marks[1])
    figures = [t for side in (here, there, *after) for t in side if t.key[:1].isdigit()]
    if changed & _SIGNS and figures:
        return Ground("substantive", "sign", 0.9)
    if "?" in changed:
        return Ground("open", "question", 0.5)
    return Ground("accidental", "punctuation", 0.03)


def align(x: Sequence[str], y: Sequence[str]) -> list[Step]:
    """The words of two stretches side by side, at the least cost.

    >>> [(s.a, s.b, s.verdict) for s in align("in order to buy it".split(), "to purchase".split())]
    [(('in', 'order', 'to'), ('to',), 'accidental'), (('buy',), ('purchase',), 'accidental'), (('it',), (), 'open')]
    """
    best: dict[tuple[int, int], tuple[float, list[Step]]] = {(0, 0): (0.0, [])}
    for i in range(len(x) + 1):
        for j in range(len(y) + 1):
            cost, steps = best[i, j]
            for width, height, step in _moves(x, y, i, j):
                place, total = (i + width, j + height), cost + _cost(step)
                if place not in best or total < best[place][0]:
                    best[place] = (total, [*steps, step])
    return best[len(x), len(y)][1]


def _moves(x: Sequence[str], y: Sequence[str], i: int, j: int) -> Iterator[tuple[int, int, Step]]:
    """What may stand next in an alignment of which i and j words are done."""
    if i < len(x) and j < len(y):
        yield 1, 1, relate(x[i], y[j])
        for width in range(1, min(LONGEST, len(x) - i) + 1):
            for height in range(1, min(LONGEST, len(y) - j) + 1):
                one, other = tuple(x[i : i + width]), tuple(y[j : j + height])
                if width + height > 2 and FREE.get(one, frozenset()) & FREE.get(other, frozenset()):
                    yield width, height, Step(one, other, "accidental", "grammar words")
    if i < len(x):
        yield 1, 0, Step((x[i],), (), *_alone(x[i]))
    if j < len(y):
        yield 0, 1, Step((), (y[j],), *_alone(y[j]))


def _cost(step: Step) -> float:
    if step.a == step.b:
        return 0.0
    if step.a and step.b:
        return _COST[step.verdict]
    return _COST["spare" if step.verdict == "accidental" else "dropped"]


def _alone(word: str) -> tuple[Verdict, str]:
    """The ground of a word that has no counterpart."""
    if word in DROPPED:
        return "accidental", "grammar words"
    return "open", "function word" if word in CLASSES else "content word"


@cache
def relate(x: str, y: str) -> Step:
    """The ground for putting one word in the place of another."""
    verdict, reason = _relation(x, y)
    return Step((x,), (y,), verdict, reason)


def _relation(x: str, y: str) -> tuple[Verdict, str]:
    if x == y or x.replace("-", "") == y.replace("-", ""):
        return "accidental", "same word"
    if FREE.get((x,), frozenset()) & FREE.get((y,), frozenset()):
        return "accidental", "grammar words"
    if x[:1].isdigit() or y[:1].isdigit():
        return "open", "figure"
    if _excludes(TURNS.get(x), TURNS.get(y)):
        return "substantive", "another grammar word"
    if x in CLASSES or y in CLASSES:
        return _of_grammar(x, y)
    if _reversed(x, y) or are_antonyms(x, y):
        return "substantive", "opposite"
    forms = inflection(x, y)
    if forms:
        return _of_forms(forms)
    if are_synonyms(x, y) or _are_listed(x, y, SAME):
        return "accidental", "synonym"
    if _are_listed(x, y, SISTERS) or are_sisters(x, y):
        return "substantive", "another of its class"
    return "open", "other word"


def _excludes(one: frozenset[tuple[int, int]] | None, other: frozenset[tuple[int, int]] | None) -> bool:
    """Whether two words are of one line of grammar words that exclude each other, and nowhere on one side."""
    return bool(one and other and not one & other and {n for n, _ in one} & {n for n, _ in other})


@cache
def _sides() -> tuple[dict[str, tuple[int, ...]], ...]:
    return opposite_sides("reversal"), opposite_sides("opposite")


def _reversed(x: str, y: str) -> bool:
    """Whether two words turn each other round: rose, fell."""
    return any(
        -n in sides.get(other, ()) for sides in _sides() for one, other in _lemmas(x, y) for n in sides.get(one, ())
    )


def _are_listed(x: str, y: str, table: Mapping[str, frozenset[int]]) -> bool:
    """Whether two words, or what they are forms of, stand on one line of a list."""
    return any(table.get(one, frozenset()) & table.get(other, frozenset()) for one, other in _lemmas(x, y))


def _lemmas(x: str, y: str) -> set[tuple[str, str]]:
    """The different words that two words may be forms of, as one part of speech; they themselves among them."""
    found = {(one, other) for one, part, _ in readings(x) for other, part2, _ in readings(y) if part == part2}
    return {(one, other) for one, other in {(x, y), *found} if one != other}


def _of_grammar(x: str, y: str) -> tuple[Verdict, str]:
    """The ground for two words, one of them a grammar word."""
    if (x in _PRESENT and y in _PAST) or (x in _PAST and y in _PRESENT):
        return "substantive", "tense"
    same = CLASSES.get(x) == CLASSES.get(y)
    return "open", f"another {CLASSES[x]}" if same else "function word"


def _of_forms(forms: frozenset[tuple[str, str]]) -> tuple[Verdict, str]:
    """The ground for two forms of one word."""
    kinds = set()
    for one, other in forms:
        if {one, other} == {"singular", "plural"}:
            kinds.add("number")
        elif _TENSES.get(one, "") != _TENSES.get(other, "") and one in _TENSES and other in _TENSES:
            kinds.add("tense")
        elif "comparative" in (one, other) or "superlative" in (one, other):
            kinds.add("degree")
        else:
            kinds.add("form")
    if kinds == {"form"}:
        return "accidental", "inflection"
    return "open", next(k for k in ("number", "tense", "degree") if k in kinds)


def _in_context(
    steps: list[Step], a: Sequence[Token], b: Sequence[Token], in_a: tuple[int, int], in_b: tuple[int, int]
) -> Iterator[Step]:
    """The steps, with what the words about the stretch say of them."""
    turners = _turners(a, in_a), _turners(b, in_b)
    alone = {word for step in steps if not (step.a and step.b) for word in (*step.a, *step.b)}
    denied = turners[0] != turners[1] or not TURNING.isdisjoint(alone)
    turned = sum(step.reason in ("opposite", "another grammar word") for step in steps)
    tense = _moved_tense(steps)
    reported = any(t.key.lower() in SAYING for t in a[: in_a[0]])
    for step in steps:
        if step.reason == "tense" and reported:
            yield step._replace(verdict="open", reason="tense of reported speech")
        elif (step.a, step.b) in _JOINTS and any(turners):
            yield step._replace(verdict="open", reason="joint of a denial")
        elif step.reason == "opposite" and (denied or turned > 1):
            yield step._replace(verdict="open", reason="opposite, denied" if denied else "opposites")
        elif step.a and not step.b and _stands_elsewhere(step.a[0], a, b, in_b):
            yield step._replace(verdict=_of_moved(step.a[0]), reason="moved word")
        elif step.b and not step.a and _stands_elsewhere(step.b[0], b, a, in_a):
            yield step._replace(verdict=_of_moved(step.b[0]), reason="moved word")
        elif step.a and step.b and step.a != step.b and _exchanged(step, a, b, in_a, in_b):
            yield step._replace(verdict="substantive", reason="exchanged words")
        else:
            yield step
    if tense:
        yield Step(("will",), (), "substantive", tense)


def _turners(tokens: Sequence[Token], stretch: tuple[int, int]) -> list[str]:
    """The words about a stretch that turn a claim."""
    lo, hi = stretch
    keys = [t.key.lower() for t in (*tokens[max(0, lo - _NEAR) : lo], *tokens[hi : hi + _NEAR])]
    return sorted([key for key in keys if key in TURNING])


def _moved_tense(steps: list[Step]) -> str:
    """What to say where a future came or went beside its verb."""
    dropped = {word for step in steps for word in (step.a if not step.b else step.b if not step.a else ())}
    forms = any(step.reason in ("tense", "same word", "inflection", "number") and step.a != step.b for step in steps)
    return "moved event" if dropped & _FUTURE and forms else ""


def _stands_elsewhere(word: str, own: Sequence[Token], other: Sequence[Token], stretch: tuple[int, int]) -> bool:
    """Whether a word that is gone here stands on the other side, where this side has it not."""
    lo, hi = stretch
    there = [t.key.lower() for t in (*other[:lo], *other[hi:])].count(word)
    return word not in DROPPED and there >= [t.key.lower() for t in own].count(word) > 0


def _of_moved(word: str) -> Verdict:
    """An adverb may stand where it likes; of other words nothing is known."""
    parts = {part for _, part, _ in readings(word)}
    return "accidental" if parts == {"r"} else "open"


def _exchanged(
    step: Step, a: Sequence[Token], b: Sequence[Token], in_a: tuple[int, int], in_b: tuple[int, int]
) -> bool:
    """Whether two content words have changed places, and not as members of one list."""
    x, y = step.a[0], step.b[0]
    if len(step.a) + len(step.b) > 2 or x in CLASSES or y in CLASSES:
        return False
    keys_a, keys_b = [t.key.lower() for t in a], [t.key.lower() for t in b]
    if not all(keys_a.count(w) == keys_b.count(w) == 1 for w in (x, y)):
        return False
    lo, hi = sorted((keys_a.index(x), keys_a.index(y)))
    between = keys_a[lo + 1 : hi]
    return not any(k in JOINERS for k in between)


def _kept(a: Sequence[Token], b: Sequence[Token]) -> float:
    """How large a share of the words of both sides stands on both."""
    here, there = (Counter([t.key.lower() for t in side if t.word]) for side in (a, b))
    return 2 * (here & there).total() / max(1, here.total() + there.total())


def _sum_up(steps: list[Step], kept: float) -> Ground:
    """The verdict on a whole stretch."""
    # In a new wording the words that are put beside each other need not stand for each other, grammar words least.
    if any(step.reason == "figure" for step in steps):  # twice a century, every 50 years
        steps = [s._replace(verdict="open") for s in steps]
    if any(step.verdict == "open" for step in steps):
        steps = [s._replace(verdict="open") if s.reason in _WEAK else s for s in steps]
    if kept < KEPT:
        steps = [s._replace(verdict="open") if s.verdict == "substantive" else s for s in steps]
    for verdict, risk in (("substantive", 0.9), ("open", 0.5), ("accidental", 0.05)):
        reasons = [step.reason for step in steps if step.verdict == verdict]
        if reasons:
            return Ground(verdict, reasons[0], risk)  # type: ignore[arg-type]
    return Ground("accidental", "same words", 0.02)
