"""English irregular verbs: form -> base form; and words of the auxiliary.

Source: written for newsdiff (general English), MIT like the rest.
"""

from __future__ import annotations

_FORMS = (
    "arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became, begin began begun, bend bent,"
    " bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, "
    "build built,"
    " burn burnt, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt, "
    "dig dug,"
    " draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed,"
    " feel felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot "
    "forgotten,"
    " forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown,"
    " hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, lean leant,"
    " learn learnt, leave left, lend lent, lie lay lain, light lit, lose lost, make made, mean meant, meet met, pay"
    " paid,"
    " prove proven, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought,"
    " sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sing "
    "sang sung,"
    " sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, speed sped, spend spent, spin spun,"
    " stand stood, steal stole stolen, stick stuck, sting stung, strike struck stricken, swear swore sworn, sweep "
    "swept,"
    " swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,"
    " throw threw thrown, understand understood, wake woke woken, wear wore worn, weep wept, win won, wind wound,"
    " uphold upheld, withdraw withdrew withdrawn, withhold withheld, write wrote written, undergo underwent undergone,"
    " overcome overcame, mistake mistook mistaken, die died dying"
)
BASES: dict[str, str] = {form: verb.split()[0] for verb in _FORMS.split(",") for form in verb.split()[1:]}

# Auxiliaries that make a clause, and those that do not.
FINITE = frozenset(
    "is are was were am 'm 're has have had 've do does did 'd 'll will would shall should can could may might must"
    " ca wo".split()
)
AUXILIARIES = FINITE | frozenset("be been being having ought to".split())
