"""The words of two stretches side by side, and the ground that each pair gives by itself.

>>> [(s.a, s.b, s.verdict) for s in align("in order to buy it".split(), "to purchase".split())]
[(('in', 'order', 'to'), ('to',), 'accidental'), (('buy',), ('purchase',), 'accidental'), (('it',), (), 'open')]
>>> relate("murder", "manslaughter").reason, relate("closes", "closed").reason
('another of its class', 'tense')

Two words are synonyms by their usual meanings; their meaning in the sentence is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsdiff.lexicon.en.exchanges import CONTRACTIONS, DROPPED, ENDINGS, FREE, TURNS
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.lexicon.en.polarity import opposite_sides
from newsdiff.lexicon.en.sisters import SAME, SISTERS
from newsdiff.lexicon.wordnet import are_antonyms, are_sisters, are_synonyms, inflection, readings
from newsdiff.model import Token, Verdict

# Words, and pairs of words, that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11


class Step(NamedTuple):
    """Words of both sides side by side, one side empty if words were dropped or added, with their ground."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    verdict: Verdict
    reason: str


LONGEST = 5  # words of a free phrase
VERB = 3  # words of a verb: carried out, put up with
RARE = 0.04  # the least share of its uses, as such a verb has many: set up, established
# The cost of a pair in an alignment, and of a word alone; without a ground, two alone cost more than a pair.
_PAIR: Mapping[Verdict, float] = {"accidental": 0.3, "substantive": 0.7, "open": 1.1}
_ALONE: Mapping[Verdict, float] = {"accidental": 0.2, "open": 0.8}
_PRESENT, _PAST = frozenset(("is", "are", "am", "has", "have")), frozenset(("was", "were", "had"))
FUTURE = frozenset(("will", "shall", "'ll"))
_TENSES = {"past": "past", "participle": "past", "base": "present", "third": "present"}


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
            ending = next((e for e in ENDINGS if key.endswith(e) and len(key) > len(e)), "") if "'" in key else ""
            if key in CONTRACTIONS:
                words += CONTRACTIONS[key].split()
            elif ending:
                words += [key[: -len(ending)], ENDINGS[ending]]
            else:
                words.append(key)
    return tuple(words)


def align(x: Sequence[str], y: Sequence[str]) -> list[Step]:
    """The words of two stretches side by side, at the least cost."""
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
    """The possible next steps of an alignment, after i and j words."""
    if i < len(x) and j < len(y):
        yield 1, 1, relate(x[i], y[j])
        for width in range(1, min(LONGEST, len(x) - i) + 1):
            one = tuple(x[i : i + width])
            for height in range(1, min(LONGEST, len(y) - j) + 1):
                reason = _of_phrases(one, tuple(y[j : j + height])) if width + height > 2 else ""
                if reason:
                    yield width, height, Step(one, tuple(y[j : j + height]), "accidental", reason)
    if i < len(x):
        yield 1, 0, Step((x[i],), (), *_alone(x[i]))
    if j < len(y):
        yield 0, 1, Step((), (y[j],), *_alone(y[j]))


def _of_phrases(x: tuple[str, ...], y: tuple[str, ...]) -> str:
    """Why two phrases, or a word and a phrase, say the same; "" if nothing is known about them."""
    if FREE.get(x, frozenset()) & FREE.get(y, frozenset()):
        return "grammar words"
    if len(x) <= VERB >= len(y) and 1 in (len(x), len(y)) and CLASSES.keys().isdisjoint((x[0], y[0])):
        return "synonym" if are_synonyms("_".join(x), "_".join(y), RARE) else ""
    return ""


def _cost(step: Step) -> float:
    if step.a == step.b:
        return 0.0
    return (_PAIR if step.a and step.b else _ALONE)[step.verdict]


def _alone(word: str) -> tuple[Verdict, str]:
    """The ground of a word that has no counterpart."""
    if word in DROPPED:
        return "accidental", "grammar words"
    return "open", "function word" if word in CLASSES else "content word"


@lru_cache(maxsize=KEPT)
def relate(x: str, y: str) -> Step:
    """The ground for replacing one word with another."""
    return Step((x,), (y,), *_relation(x, y))


def _relation(x: str, y: str) -> tuple[Verdict, str]:
    if x == y or x.replace("-", "") == y.replace("-", ""):
        return "accidental", "same word"
    if FREE.get((x,), frozenset()) & FREE.get((y,), frozenset()):
        return "accidental", "grammar words"
    if x[:1].isdigit() or y[:1].isdigit():
        return "open", "figure"
    if _exclude(TURNS.get(x), TURNS.get(y)):
        return "substantive", "another grammar word"
    if x in CLASSES or y in CLASSES:
        return _of_grammar(x, y)
    return _of_content(x, y)


def _of_grammar(x: str, y: str) -> tuple[Verdict, str]:
    """The ground for two words, one of them a grammar word."""
    for one, other in ((x, y), (y, x)):
        if one in _PAST and other in _PRESENT and (one == "had") == other.startswith("ha"):
            return "substantive", "tense"
        if one in _PAST and other in FUTURE:
            return "substantive", "moved event"
    return "open", f"another {CLASSES[x]}" if CLASSES.get(x) == CLASSES.get(y) else "function word"


def _of_content(x: str, y: str) -> tuple[Verdict, str]:
    """The ground for two content words."""
    lemmas = _lemmas(x, y)
    if are_opposed(x, y, "reversal", "opposite") or are_antonyms(x, y):
        return "substantive", "opposite"
    forms = inflection(x, y)
    if forms:
        return _of_forms(forms)
    if are_synonyms(x, y) or any(SAME.get(one, frozenset()) & SAME.get(other, frozenset()) for one, other in lemmas):
        return "accidental", "synonym"
    if any(_exclude(SISTERS.get(one), SISTERS.get(other)) for one, other in lemmas) or are_sisters(x, y):
        return "substantive", "another of its class"
    return "open", "other word"


def _exclude(one: frozenset[tuple[int, int]] | None, other: frozenset[tuple[int, int]] | None) -> bool:
    """Whether two words are on different sides of a line of words that exclude each other, and nowhere on the same."""
    return bool(one and other and not one & other and {n for n, _ in one} & {n for n, _ in other})


@cache
def _opposites() -> dict[str, dict[str, tuple[int, ...]]]:
    return {kind: opposite_sides(kind) for kind in ("reversal", "opposite")}


@lru_cache(maxsize=KEPT)
def are_opposed(x: str, y: str, *kinds: str) -> bool:
    """Whether forms of two lower-case words are opposites in one of the lists.

    >>> are_opposed("rose", "fell", "reversal"), are_opposed("denied", "admitted", "opposite")
    (True, True)
    """
    lists = [_opposites()[kind] for kind in kinds]
    return any(
        -n in sides.get(other, ()) for one, other in _lemmas(x, y) for sides in lists for n in sides.get(one, ())
    )


def _lemmas(x: str, y: str) -> set[tuple[str, str]]:
    """The different words that two words may be forms of, as one part of speech; they themselves among them."""
    found = {(one, other) for one, part, _ in readings(x) for other, part2, _ in readings(y) if part == part2}
    return {(one, other) for one, other in {(x, y), *found} if one != other}


def _of_forms(forms: frozenset[tuple[str, str]]) -> tuple[Verdict, str]:
    """The ground for two forms of one word."""
    kinds = set()
    for one, other in forms:
        if {one, other} == {"singular", "plural"}:
            kinds.add("number")
        elif one in _TENSES and other in _TENSES and _TENSES[one] != _TENSES[other]:
            kinds.add("tense")
        elif one.endswith("ative") or other.endswith("ative"):
            kinds.add("degree")
        else:
            kinds.add("form")
    if kinds == {"form"}:
        return "accidental", "inflection"
    return "open", next(k for k in ("number", "tense", "degree") if k in kinds)
