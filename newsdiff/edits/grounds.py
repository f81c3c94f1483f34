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

A rewording is a stretch of words in a link that no other kind has claimed, on one side or both. Its words are compared
(relations.py), and the words around them decide whether the ground holds: a "not" cancels an opposite, reported speech
has its own tenses, words that have swapped places say something else. One substantive ground makes the whole
substantive; it is accidental only if all grounds are. For open ones, risk.py estimates how
likely a desk would stop them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from newsdiff.edits.relations import FUTURE, Step, align, expand
from newsdiff.edits.risk import Setting, Spans, estimate, make_setting
from newsdiff.lexicon.en.exchanges import DROPPED, INDEFINITE, LIMITING, RELATIVES
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.lexicon.en.polarity import JOINERS, MUTUAL, TURNING, TWO_WAY
from newsdiff.lexicon.en.saying import SAYING
from newsdiff.lexicon.en.verbs import BE
from newsdiff.lexicon.wordnet import readings
from newsdiff.model import Token, Verdict


class Ground(NamedTuple):
    """A verdict, the reason for it, and the probability that a careful desk would stop the rewording."""

    verdict: Verdict
    reason: str
    risk: float


OPPOSITE = Ground("substantive", "opposite", 1.0)
# A stretch with more pairs of words than this is written anew, not a rewording of single words.
PAIRS = 25
# In the gold pairs, 38 of 47 rewordings with a substantive ground were in links that keep less than this share of their
# words (spun, reprinted and paraphrased stories), and none of those was a slip.
KEPT = 0.5
CELL = 4  # words and marks of a cell or a shout, which keep nothing if their only word changes: Passed / Failed
CLAUSE = 3  # words of a phrase that limits a claim; of 188 longer ones that came or went in real commits, none did
_NEAR = 8  # words around a stretch in which a "not", "only" or "few" reverses it
_GROUP = 3  # words before or after a verb that belong to it, or name the agent
_STOPS = frozenset(('"', ".", ";", "!", "?"))
_PAST = frozenset(("was", "were", "had"))
_OF_TIME = frozenset(("tense", "another aux"))
_JOINTS = {(("and",), ("or",)), (("or",), ("and",))}
_ORDER: tuple[Verdict, ...] = ("substantive", "open", "accidental")
_RISK: Mapping[Verdict, float] = {"substantive": 1.0, "accidental": 0.0}
# These hold only next to words that stayed: was likely to rise, will probably rise.
_WEAK = frozenset(("tense", "moved event", "another grammar word"))
_SIGNS = frozenset("%$€£¥+<>=±")


def weigh(a: Sequence[Token], b: Sequence[Token], lo_a: int, hi_a: int, lo_b: int, hi_b: int) -> Ground:
    """The ground for replacing `a[lo_a:hi_a]` with `b[lo_b:hi_b]`; a and b are all tokens of a link."""
    return weigh_stretch(make_setting(a, b), (lo_a, hi_a, lo_b, hi_b))


def weigh_stretch(setting: Setting, spans: Spans) -> Ground:
    """The ground of one stretch of a link."""
    a, b = setting.a, setting.b
    lo_a, hi_a, lo_b, hi_b = spans
    here, there = a[lo_a:hi_a], b[lo_b:hi_b]
    if expand(here) == expand(there):
        return _dress(here, there, a[hi_a : hi_a + 1], b[hi_b : hi_b + 1])
    steps = find_steps(setting, spans)
    verdict: Verdict = next((v for v in _ORDER if any(step.verdict == v for step in steps)), "accidental")
    reason = next((step.reason for step in steps if step.verdict == verdict), "same words")
    return Ground(verdict, reason, _RISK[verdict] if verdict in _RISK else estimate(steps, setting, spans))


def _dress(here: Sequence[Token], there: Sequence[Token], *after: Sequence[Token]) -> Ground:
    """The ground if the words are the same: contractions, capitals, marks."""
    words = [[t.key for t in side if t.word] for side in (here, there)]
    marks = [[t.key for t in side if not t.word] for side in (here, there)]
    if words[0] != words[1]:
        same = [w.lower() for w in words[0]] == [w.lower() for w in words[1]]
        return Ground("accidental", "capitals" if same else "contraction", 0.0)
    changed = set(marks[0]) ^ set(marks[1])
    if changed & _SIGNS and any(t.key[:1].isdigit() for side in (here, there, *after) for t in side):
        return Ground("substantive", "sign", 1.0)
    if "?" in changed:
        return Ground("open", "question", 0.5)
    return Ground("accidental", "punctuation", 0.0)


def find_steps(setting: Setting, spans: Spans) -> list[Step]:
    """The replacements in a stretch, each with its ground; words that stayed are left out."""
    a, b, kept = setting.a, setting.b, setting.kept
    lo_a, hi_a, lo_b, hi_b = spans
    x, y = expand(a[lo_a:hi_a]), expand(b[lo_b:hi_b])
    if len(x) * len(y) > PAIRS or (kept < KEPT and len(x) > 1 < len(y)):
        return [Step(x, y, "open", "new wording")]
    if _is_limit(x or y) and not (x and y) and kept >= KEPT:
        return [Step(x, y, "substantive", "limit of the claim")]
    surroundings = _Surroundings(setting, spans)
    steps = [surroundings.judge(step) for step in align(x, y) if step.a != step.b]
    rewritten = kept < KEPT and max(len(a), len(b)) > CELL
    return list(_settle(steps, rewritten))


def _is_limit(words: Sequence[str]) -> bool:
    """Whether a phrase limits the claim beside it: unless it rains."""
    return len(words) >= CLAUSE and any(tuple(words[:n]) in LIMITING for n in (1, 2, 3))


class _Surroundings:
    """A stretch among the words around it, in lower case; side 0 is A, side 1 is B."""

    def __init__(self, setting: Setting, spans: Spans) -> None:
        self.keys = setting.keys
        self.spans = spans[:2], spans[2:]

    def judge(self, step: Step) -> Step:
        """The step with the ground that it has here."""
        if step.a and step.b:
            return self._pair(step)
        return self._single(step, 0 if step.a else 1)

    def _pair(self, step: Step) -> Step:
        if step.reason in _OF_TIME and self._future(0) != self._future(1):
            past = step.reason == "tense" or not _PAST.isdisjoint((*step.a, *step.b))
            return step._replace(verdict="substantive", reason="moved event") if past else step
        if step.reason == "tense" and self._is_reported:
            return step._replace(verdict="open")
        if step.reason == "another grammar word" and self._is_reworded:
            return step._replace(verdict="open")
        if (step.a, step.b) in _JOINTS and any(self._turners):
            return step._replace(verdict="open", reason="joint of a denial")
        if step.reason == "opposite" and self._turners[0] != self._turners[1]:
            return step._replace(verdict="open", reason="opposite, denied")
        between = self._between(step)
        if between is None:
            return step
        return step._replace(**_of_exchanged(between))

    def _single(self, step: Step, side: int) -> Step:
        word = (step.a or step.b)[0]
        if word in FUTURE and self._leaves_its_verb(side):
            return step._replace(verdict="substantive", reason="moved event")
        if word in BE and self._leaves_its_agent(side):
            return step._replace(verdict="substantive", reason="voice")
        if word not in DROPPED and self._stands_elsewhere(word, side):
            # An adverb may be anywhere; nothing is known about other words.
            adverb = {part for _, part, _ in readings(word)} == {"r"}
            return step._replace(verdict="accidental" if adverb else "open", reason="moved word")
        return step

    @cached_property
    def _turners(self) -> tuple[list[str], list[str]]:
        """The words that reverse a claim: on each side those around the stretch, and those in it on one side only."""
        found = []
        for keys, (lo, hi) in zip(self.keys, self.spans, strict=True):
            near = (*keys[max(0, lo - _NEAR) : lo], *keys[hi : hi + _NEAR], *(keys[lo:hi] if hi - lo > 1 else ()))
            found.append(sorted([key for key in near if key in TURNING or key.endswith("n't")]))
        return found[0], found[1]

    @cached_property
    def _is_reworded(self) -> bool:
        """Whether content words came and went nearby: everybody is let in, nobody is turned away."""
        near = []
        for keys, (lo, hi) in zip(self.keys, self.spans, strict=True):
            words = (*keys[max(0, lo - _NEAR) : lo], *keys[hi : hi + _NEAR])
            near.append([key for key in words if key[:1].isalpha() and key not in CLASSES])
        return any(key not in self.keys[1] for key in near[0]) and any(key not in self.keys[0] for key in near[1])

    @cached_property
    def _is_reported(self) -> bool:
        """Whether the stretch follows a word of saying in the past, in the same sentence."""
        before = self.keys[0][: self.spans[0][0]]
        start = max([n + 1 for n, key in enumerate(before) if key in _STOPS], default=0)
        said = [key for key in before[start:] if key in SAYING]
        return any(form == "past" for key in said for _, _, form in readings(key))

    def _future(self, side: int) -> bool:
        """Whether there is a "will" before the stretch or in it."""
        lo, hi = self.spans[side]
        return not FUTURE.isdisjoint(self.keys[side][max(0, lo - _GROUP) : hi])

    def _leaves_its_verb(self, side: int) -> bool:
        """Whether a "will" has no counterpart and the verb after it is in another tense on the other side."""
        (lo, hi), there = self.spans[side], self.keys[1 - side]
        inside = self.keys[side][lo : hi + _GROUP] if hi - lo <= _GROUP else ()
        verbs = {word for word in inside if (word, "v", "base") in readings(word) and word not in CLASSES}
        return (
            bool(verbs)
            and not verbs & set(there)
            and not FUTURE & set(there)
            and any(lemma in verbs and form in ("past", "third") for word in there for lemma, _, form in readings(word))
        )

    def _leaves_its_agent(self, side: int) -> bool:
        """Whether a "was" goes together with the "by" after its verb: was sued by his son, sued his son.

        Not if the agent precedes the verb on the other side: his son sued him.
        """
        keys, there = self.keys[side], self.keys[1 - side]
        verb = next((n for n in range(*self.spans[side]) if keys[n] in BE), 0) + 1
        behind = keys[verb : verb + 1 + _GROUP]
        return (
            "by" in behind[1:]
            and behind[0] in there
            and "by" not in there[there.index(behind[0]) :][: 1 + _GROUP]
            and set(there[: there.index(behind[0])]).isdisjoint(keys[verb + behind.index("by") + 1 :][:_GROUP])
            and any(form == "participle" for _, _, form in readings(behind[0]))
        )

    def _stands_elsewhere(self, word: str, side: int) -> bool:
        """Whether a word that is gone here is elsewhere on the other side."""
        lo, hi = self.spans[1 - side]
        there = self.keys[1 - side]
        return there[:lo].count(word) + there[hi:].count(word) >= self.keys[side].count(word) > 0

    def _between(self, step: Step) -> list[str] | None:
        """The words between two content words that have swapped places; None if they have not."""
        x, y = step.a[0], step.b[0]
        if len(step.a) + len(step.b) > 2 or x in CLASSES or y in CLASSES:
            return None
        keys, there = self.keys
        if not all(keys.count(word) == there.count(word) == 1 for word in (x, y)):
            return None
        lo, hi = sorted((keys.index(x), keys.index(y)))
        return keys[lo + 1 : hi]


def _of_exchanged(between: Sequence[str]) -> dict[str, Any]:
    """The ground of two words that have swapped places, by the words between them."""
    joined = [key for key in between if key in JOINERS]
    if joined and all(key in JOINERS or key not in CLASSES for key in between):
        return {"verdict": "accidental", "reason": "order of a list"}
    if not (MUTUAL | TWO_WAY).isdisjoint(between) or BE.issuperset(between):
        return {"verdict": "accidental", "reason": "the same both ways"}
    if any(key != "," for key in joined):  # workers in mines and workers in mills
        return {"verdict": "open", "reason": "exchanged words"}
    return {"verdict": "substantive", "reason": "exchanged words"}


def _settle(steps: Sequence[Step], rewritten: bool) -> Iterator[Step]:
    """The steps, after those beside them or the whole link have added or removed grounds."""
    opened = rewritten or any(step.reason == "figure" for step in steps)  # twice a century, every 50 years
    turned = sum(step.reason in ("opposite", "another grammar word") for step in steps) > 1
    others = [s for s in steps if not CLASSES.keys() >= {*s.a, *s.b}]
    unsure = any(s.verdict == "open" or s.reason == "synonym" for s in others)
    relative = any(not (s.a and s.b) and not RELATIVES.isdisjoint((*s.a, *s.b)) for s in steps)
    counted = any((*step.a, *step.b) in INDEFINITE for step in steps if not (step.a and step.b))
    for step in steps:
        weak = step.reason in _WEAK and unsure
        if step.verdict == "substantive" and (opened or weak or (step.reason == "opposite" and turned)):
            yield step._replace(verdict="open")
        elif relative and not (step.a and step.b) and not BE.isdisjoint((*step.a, *step.b)):
            yield step._replace(verdict="accidental", reason="relative clause")
        elif step.reason == "number" and counted and not opened:
            yield step._replace(verdict="substantive", reason="count")
        else:
            yield step
