"""English words of saying: verbs that name a source, signs of reported speech, nouns for sources, kinds of works.

The lists are in saying.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("saying")

NO_INVERSION = _LIST.words("NO_INVERSION")
CLAUSES = _LIST.words("CLAUSES")
TOLD = _LIST.words("TOLD")
SMALL_WORDS = _LIST.words("SMALL_WORDS")
PRONOUNS = _LIST.words("PRONOUNS")
BOUNDARIES = _LIST.words("BOUNDARIES")
TITLES = _LIST.words("TITLES")
ELISIONS = _LIST.words("ELISIONS")
CONTRACTED = _LIST.entries("CONTRACTED")
IRREGULAR = _LIST.entries("IRREGULAR")
WORK_NOUNS = _LIST.words("WORK_NOUNS")


def _forms(verb: str) -> list[str]:
    """All forms of a regular verb."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y"):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb + verb[-1] if verb in ("admit", "quip") else verb
    return [verb, verb + ("es" if verb.endswith(("s", "sh")) else "s"), stem + "ed", stem + "ing"]


# Form -> infinitive.
SAYING: dict[str, str] = {form: verb for verb in " ".join(_LIST.lines("REGULAR")).split() for form in _forms(verb)}
SAYING.update({form: verb for verb, forms in _LIST.entries("VERBS").items() for form in forms.split()})

WEAK = _LIST.words("WEAK")
NOUNS_TOO = _LIST.words("NOUNS_TOO")
BESIDE_QUOTES = _LIST.words("BESIDE_QUOTES")
NO_CLAIM = _LIST.words("NO_CLAIM")
WHEN = _LIST.words("WHEN")
BESIDE_VERBS = _LIST.words("BESIDE_VERBS")
UNSAID = _LIST.words("UNSAID")
DOCUMENTS = _LIST.words("DOCUMENTS")
PLURALS = _LIST.words("PLURALS")
NOBODY = _LIST.words("NOBODY")
DETERMINERS = _LIST.words("DETERMINERS")
POSTMODIFIERS = _LIST.words("POSTMODIFIERS")
LINKS = _LIST.words("LINKS")
LABELS = _LIST.words("LABELS")
PASSIVES = _LIST.words("PASSIVES")
CUES = {word: tuple(tuple(p.split()) for p in text.split("|")) for word, text in _LIST.entries("CUES").items()}
MEASURES = _LIST.words("MEASURES")
NAMELESS = _LIST.phrases("NAMELESS")
REPORTING = _LIST.words("REPORTING")
PORTIONS = _LIST.words("PORTIONS")
ANONYMOUS = _LIST.words("ANONYMOUS")
VAGUE = _LIST.words("VAGUE")
# A source's noun -> the group of nouns that desks use for the same source.
ALIKE: dict[str, str] = {word: group.split()[0] for group in _LIST.lines("GROUPS") for word in group.split()}
