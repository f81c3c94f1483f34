"""English words that say of how many a claim holds, and grammar words that turn it.

Source: written for newsdiff (general English), MIT like the rest.
"""

from __future__ import annotations

from newsdiff.lexicon.phrases import phrase_table

# Words of one class say the same. In each class: single words, then phrases.
QUANTIFIERS = {
    "all": "all every each everyone everybody everything always both",
    "but": "|all but one|all but two|all but three|all but a few|all but a handful",
    "most": "most mostly usually generally|the majority of|a majority of|the bulk of",
    "many": "many numerous often frequently|a lot of|lots of|a great many|a large number of|plenty of",
    "several": "several various|a number of",
    "some": "some someone somebody something sometimes occasionally|a few|a handful of|a minority of|quite a few",
    "half": "half",
    "any": "any anyone anybody anything",
    "none": "never",
    "few": "few rarely seldom|only a few|very few|too few",
    "only": "only solely exclusively just merely simply alone|nothing but|no one but|nobody but|none but",
}
# Behind these they are part of another phrase: at all, the most popular, if only.
PHRASED = {
    "all": frozenset("at after of above and".split()),
    "most": frozenset(("the", "at")),
    "only": frozenset(("if",)),
    "everything": frozenset(("and",)),
}
# Classes that a copy editor exchanges freely.
SAME_AMOUNT = frozenset(
    frozenset(pair.split("/")) for pair in "several/many several/some any/all any/some some/only few/only".split()
)
# What is lost with such a word is the claim itself: only members may vote, few voters came.
LIMITS = frozenset(("only", "few"))
LIMITING = frozenset("only solely exclusively few".split())

# Grammar words that turn a claim where one stands for another. One class says the same.
CONNECTIVES = {
    "if": "if provided|provided that|as long as|on condition that",
    "unless": "unless",
    "before": "before|prior to|ahead of",
    "after": "after following",
    "until": "until till",
    "since": "since",
    "during": "during",
    "by": "by",
    "to": "to",
    "from": "from",
    "into": "into",
    "out of": "|out of",
    "and": "and plus",
    "or": "or",
    "and/or": "|and / or",
    "with": "with alongside",
    "without": "without",
    "against": "against",
    "for": "for",
    "within": "within inside",
    "outside": "outside beyond",
    "up": "up upward upwards",
    "down": "down downward downwards",
    "more": "more",
    "less": "less fewer",
    "over": "over above",
    "under": "under below beneath",
    "because": "because",
    "despite": "despite although though",
}
# Of these one never stands for the other. "By" and "to" part only before a figure.
TURNS = frozenset(
    frozenset(pair.replace("_", " ").split("~"))
    for pair in (
        "if~unless before~after before~since before~during after~during after~until before~until until~since until~from"
        " since~before by~after to~from and~or and/or~and and/or~or with~against with~without"
        " for~against from~against by~for into~out_of within~after within~outside up~down more~less over~under"
        " because~despite by~to"
    ).split()
)

QUANTITIES = phrase_table(QUANTIFIERS)
JOINTS = phrase_table(CONNECTIVES)
