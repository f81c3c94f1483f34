"""English words that say how far somebody is from an office, and a charge from a verdict.

Source: written for newsdiff (general English and the usage of news agencies), MIT like the rest.
"""

from __future__ import annotations

from newsdiff.lexicon.phrases import phrase_table

# Before what somebody is. Words of one class say the same.
OFFICES = {
    "former": "former ex ex- then- onetime one-time erstwhile ousted deposed|one time",
    "acting": "acting interim caretaker provisional",
    "deputy": "deputy vice vice- assistant associate",
    "elect": "elect -elect designate -designate incoming",
    "late": "late deceased",
    "retired": "retired emeritus",
    "would-be": "would-be aspiring",
    "proposed": "proposed presumptive",
    "self-styled": "self-styled self-proclaimed self-described",
}
# How far a case has come. Two classes are never the same.
STAGES = {
    "suspected": "suspected accused",
    "arrested": "arrested detained",
    "charged": "charged indicted",
    "convicted": "convicted|found guilty",
    "acquitted": "acquitted cleared exonerated",
    "sentenced": "sentenced",
    "pardoned": "pardoned",
}
# Sisters in law: what somebody did is not the other.
CRIMES = {
    "murder": "murder murdering murdered",
    "attempted murder": "|attempted murder",
    "manslaughter": "manslaughter",
    "assault": "assault assaulting assaulted",
    "robbery": "robbery robbing",
    "burglary": "burglary",
    "theft": "theft larceny stealing",
    "fraud": "fraud",
    "bribery": "bribery",
    "perjury": "perjury",
    "rape": "rape raping",
    "felony": "felony",
    "misdemeanor": "misdemeanor misdemeanour",
}
# What is joined by a hyphen to what somebody is.
BEFORE_OFFICE = frozenset(("ex", "then", "vice"))
BEHIND_OFFICE = frozenset(("elect", "designate"))

# How far a text has come.
VERSIONS = {"draft": "draft preliminary", "final": "final definitive"}

STATUSES = phrase_table({**OFFICES, **STAGES, **CRIMES, **VERSIONS})
# Only classes of one list answer each other.
LADDERS = {name: n for n, classes in enumerate((OFFICES, STAGES, CRIMES, VERSIONS)) for name in classes}
