"""The probability that a careful desk would stop a rewording that has no ground either way.

>>> from newsdiff.edits.relations import Step
>>> from newsdiff.text.words import tokenize
>>> a, b = tokenize("The council saw the plan on Monday."), tokenize("The council saw the garden on Monday.")
>>> harsh = estimate([Step(("plan",), ("garden",), "open", "other word")], make_setting(a, b), (4, 5, 4, 5))
>>> a, b = tokenize("The council saw the plan on Monday."), tokenize("The council looked at the plan on Monday.")
>>> mild = estimate([Step(("saw",), ("looked", "at"), "open", "other word")], make_setting(a, b), (2, 3, 2, 4))
>>> 0 < mild < harsh < 1
True

A logistic regression on the kinds of words, their likeness, and how much of the sentence stayed.
tools/learn_risk.py writes weights_risk.json, which names the data. It knows the words but not the sentence: a likely
slip and a good correction look alike.
"""

from __future__ import annotations

import json
import os  # pathlib would cost 3 ms to import
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, fsum, log1p
from typing import NamedTuple

from newsdiff.edits.relations import Step
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.lexicon.vectors import likeness, rank, weight
from newsdiff.lexicon.wordnet import are_siblings, is_broader, readings, synonymy
from newsdiff.model import Token
from newsdiff.text.stems import stem

Spans = tuple[int, int, int, int]  # tokens lo to hi of A, lo to hi of B, ends excluded
_PARTS = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb"}
_REASONS = ("number", "tense", "degree", "moved word", "opposite", "another of its class", "tense of reported speech")


class Setting(NamedTuple):
    """Both sides of a link, and the data that all its stretches need."""

    a: Sequence[Token]
    b: Sequence[Token]
    keys: tuple[list[str], list[str]]  # lower-case
    words: int
    kept: float  # the share of all distinct words that is on both sides


def make_setting(a: Sequence[Token], b: Sequence[Token]) -> Setting:
    """The setting of the stretches of a link, worked out once for all of them."""
    keys = [t.key.lower() for t in a], [t.key.lower() for t in b]
    here, there = (
        {key for key, t in zip(low, side, strict=True) if t.word} for low, side in zip(keys, (a, b), strict=True)
    )
    kept = 2 * len(here & there) / max(1, len(here) + len(there))
    return Setting(a, b, keys, sum(t.word for t in (*a, *b)), kept)


def estimate(steps: Sequence[Step], setting: Setting, spans: Spans) -> float:
    """The probability that the steps of a rewording are a slip, or a change that a desk would ask about."""
    intercept, weights = _learned()
    found = features(steps, setting, spans)
    return 1 / (1 + exp(-intercept - fsum([weights[name] * value for name, value in found.items() if value])))


def features(steps: Sequence[Step], setting: Setting, spans: Spans) -> dict[str, float]:
    """The features that the regression weighs."""
    a, b, _, words, kept = setting
    steps = [step for step in steps if step.verdict != "accidental"]
    both = [step for step in steps if step.a and step.b]
    alone = [word for step in steps if not (step.a and step.b) for word in (*step.a, *step.b)]
    content = [word for word in alone if word not in CLASSES]
    lo_a, hi_a, lo_b, hi_b = spans
    changed = sum(t.word for t in (*a[lo_a:hi_a], *b[lo_b:hi_b]))
    capitals = [t for t in (*a[lo_a:hi_a], *b[lo_b:hi_b]) if t.key[:1].isupper() and not t.initial]
    found = {
        "replaced": float(bool(both)),
        "dropped": float(any(step.a for step in steps if not step.b)),
        "added": float(any(step.b for step in steps if not step.a)),
        "content words alone": log1p(len(content)),
        "grammar words alone": log1p(len(alone) - len(content)),
        "pairs": log1p(len(both)),
        "rarest alone": max([weight(rank(word)) for word in content], default=0.0),
        "capital": float(bool(capitals)),
        "at the start": float(lo_a == 0 or lo_b == 0),
        "at the end": float(hi_a >= len(a) - 1 or hi_b >= len(b) - 1),
        "kept": kept,
        "the rest kept": float(2 * (1 - kept) * words <= 2.5 * changed),
        "share": changed / max(1, words),
        "words": log1p(words),
        "marks": float(any(not t.word for t in (*a[lo_a:hi_a], *b[lo_b:hi_b]))),
    }
    for part, name in _PARTS.items():
        found[name] = float(any(r[1] == part for word in content for r in readings(word)[:1]))
    for reason in _REASONS:
        found[reason] = float(any(step.reason == reason for step in steps))
    return found | _of_pairs(both)


def _of_pairs(steps: Sequence[Step]) -> dict[str, float]:
    """The measures of one word replacing another; of several pairs, those of the pair that is least alike."""
    pairs = [(step.a[0], step.b[0]) for step in steps if len(step.a) == len(step.b) == 1]
    words = [pair for pair in pairs if not CLASSES.keys() & set(pair)]
    x, y = min(words, key=lambda pair: likeness(*pair), default=("", ""))
    known = bool(x) and rank(x) is not None and rank(y) is not None
    near = likeness(x, y) if known else 0.0
    return {
        "two words": float(bool(words)),
        "known words": float(known),
        "likeness": near,
        "unlike": max(0.0, 0.4 - near) if known else 0.0,
        "siblings": float(bool(x) and are_siblings(x, y)),
        "broader": float(bool(x) and (is_broader(x, y) or is_broader(y, x))),
        "rare synonyms": float(bool(x) and synonymy(x, y) > 0),
        "same stem": float(bool(x) and stem(x) == stem(y)),
        "rarest": max(weight(rank(x)), weight(rank(y))) if x else 0.0,
        "grammar words": float(any(CLASSES.keys() & set(pair) for pair in pairs)),
        "grammar words of one class": float(any(CLASSES.get(p, "a") == CLASSES.get(q, "b") for p, q in pairs)),
    }


@cache
def _learned() -> tuple[float, Mapping[str, float]]:
    path = os.path.join(os.path.dirname(__file__), "weights_risk.json")
    with open(path, encoding="utf-8") as file:
        table = json.load(file)
    return table["intercept"], table["weights"]
