"""Lists of words and phrases by class, as a table indexed by first words.

>>> table = phrase_table({"about": "about some|or so", "over": "over|more than"})
>>> table["more"], table["or"]
([(('more', 'than'), 'over')], [(('or', 'so'), 'about')])
"""

from __future__ import annotations

from collections.abc import Mapping

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def phrase_table(classes: Mapping[str, str]) -> Phrases:
    """First word -> the phrases that begin with it, longest first, with their class.

    The text of each class has single words, then phrases, separated by bars.
    """
    table: Phrases = {}
    for name, text in classes.items():
        singles, *phrases = text.split("|")
        for phrase in (*singles.split(), *phrases):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, name))
    for found in table.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return table
