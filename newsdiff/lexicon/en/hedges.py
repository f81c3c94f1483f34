"""English hedges and modals: words and phrases that say how sure a claim or how near a figure is, by class.

Source: written for newsdiff (general English and the usage of news agencies), MIT like the rest.
"""

from __future__ import annotations

from newsdiff.lexicon.phrases import phrase_table

# Before a figure: phrases of one class say the same.
# In each class: single words, then phrases.
APPROXIMATORS = {
    "about": "about around roughly approximately some circa ca approx|an estimated|in the region of|something like"
    "|in the order of|or so|more or less|give or take|an approximate",
    "nearly": "nearly almost approaching nearing|close to|just under|just short of|not quite|just below",
    "over": "over above exceeding topping surpassing|more than|in excess of|upwards of|just over|well over|north "
    "of|better than"
    "|greater than|older than|over the age of",
    "least": "|at least|no fewer than|no less than|not less than|not fewer than|a minimum of|or more",
    "most": "|up to|as many as|as much as|at most|no more than|not more than|a maximum of|as high as|as long as",
    "under": "under below|less than|fewer than|not even|lower than|smaller than|younger than|under the age of|or less",
}
# Anywhere: how sure a claim is. All of them are one class, so that allegedly/reportedly is no edit.
_SURE = (
    "allegedly reportedly apparently supposedly purportedly ostensibly seemingly presumably perhaps maybe probably "
    "possibly"
    " potentially conceivably arguably evidently alleged suspected purported reputed presumed supposed potential "
    "possible"
    " probable likely apparent so-called"
    "|it is alleged that|it was alleged that|it is alleged|it is claimed that|it is claimed|it is believed that|it "
    "was believed that"
    "|it is believed|it is thought that|it is thought|it is expected that|it is expected|it is understood that|it "
    "is understood"
    "|it is possible that|it is likely that|it is reported that|it was reported that|it is said that|it seems "
    "that|it appears that"
    "|said to|alleged to|believed to|thought to|reported to|understood to|expected to|rumoured to|rumored to"
    "|presumed to|assumed to|supposed to|likely to|feared to|suspected to|suspected of|accused of|appears to|appear "
    "to|appeared to|seems to|seem to"
    "|seemed to|tends to|tend to|it is not clear whether|it was not clear whether|it is unclear whether|it was "
    "unclear whether"
    "|in all likelihood|as far as is known|so it is said|are feared|is feared|was reported|were reported|it is "
    "feared that|claimed to"
)
# Modal verbs and what does their work; "able" and "ought" are a hedge only in place of a duty or a permission.
MODALS = {
    "may": "may might could",
    "able": "can",
    "must": "must shall|has to|have to|had to|is required to|are required to|is obliged to|are obliged to",
    "ought": "should|ought to",
}
# Only of a figure, or also of other words (nearly all, almost certainly)?
FREE = frozenset("nearly almost roughly approximately".split())
MODALITIES = phrase_table({**APPROXIMATORS, "sure": _SURE, **MODALS})
AFTER_FIGURE = frozenset(("or so", "or more", "or less", "give or take"))
# Before "as many as" these make a comparison of it.
BEFORE_FIGURE = frozenset("twice half times just not thrice".split())
# Behind such a word a hedge is part of a phrase: as possible, if possible, not likely.
NOT_HEDGED = frozenset("as not if more un".split())
MONEY = frozenset("$€£¥₹")
PARTS = frozenset(
    "half third quarter dozen dozens hundred hundreds thousand thousands million millions billion billions score"
    " scores fifth tenth double twice triple all every decade century".split()
)
VAGUE = frozenset("dozens hundreds thousands millions scores several many few couple tens".split())
# Approximators that may also say where or what about; True for those that may say when: over two days.
PLACES = {
    **dict.fromkeys(("over", "under", "past", "beyond"), True),
    **dict.fromkeys(("about", "above", "below", "around"), False),
}
TIMES = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century"
    " weekend season seasons".split()
)
# Before "over two days" these make a length of it.
LASTING = frozenset(
    "for just well of lasted took take takes last lasting after spent slightly little now is was".split()
)
TALK = frozenset(
    "speak spoke spoken talk talked talks talking asked ask know knew information concern concerned doubts heard"
    " questions concerns complain complained worried told book film story learn learned think".split()
)

# A side that has one of these says in other words how sure it is.
SOFT = frozenset(
    "can able capable allow allowed allows permit permitted permits free possibility potential chance chances risk "
    "risks"
    " threat threatens threatened would should ought expect expects expected forecast forecasts predict predicts "
    "predicted"
    " think thinks thought believe believes believed suspect suspects suspected claim claims claimed allege alleges"
    " alleged"
    " suggest suggests suggested estimate estimates estimated rumour rumor rumours rumors hint hinted fear feared fears"
    " assume assumes assumed seem seems appear appears doubt doubtful uncertain unclear unsure unconfirmed maybe "
    "due set"
    " slated scheduled poised bound promise promised promises hope hopes hoped plan plans planned intend intends "
    "intended"
    " consider considers considered considering mull mulls mulled mulling weigh weighs weighed weighing"
    " accuse accused accuses accusing accusation accusations charge charged charges charging indict indicted indictment"
    " blame blamed"
    " aim aims aimed according option optional danger prospect probability likelihood presumption suspicion suspicions"
    " allegation allegations question wonder wondered skeptical sceptical whether if unless apparently likely"
    " unlikely".split()
)
# With a denial before them these leave a thing possible, which is as unsure as a hedge: cannot be ruled out.
CLOSING = frozenset("rule ruled rules ruling exclude excluded excludes preclude precluded impossible".split())
# What a verb says of a figure is what an approximator would say of it: did not exceed 40, at most 40.
BOUNDING = frozenset(
    "exceed exceeds exceeded exceeding top tops topped surpass surpasses surpassed pass passed reach reaches reached"
    " near neared nears approach approached past beyond capped limited ceiling limit maximum minimum".split()
)
# "was able to find": where a could of ability went.
ABLE = frozenset("able can manage managed manages capable".split())
# Verbs that show a thing or only hint at it.
HINTS = frozenset("suggest suggests suggested hint hints hinted imply implies implied".split())
PROOFS = frozenset(
    "show shows showed shown prove proves proved proven confirm confirms confirmed demonstrate demonstrates "
    "demonstrated"
    " establish establishes established".split()
)
# Verbs of one who does not know, and of one who does.
UNSURE = frozenset("hope hopes hoped fear fears feared suspect suspects suspected wonder wonders wondered".split())
SURE = frozenset("say says said know knows knew confirm confirms confirmed announce announces announced".split())
# Hedges that rest on somebody's word; where somebody came in who says it, the source took their place.
EVIDENTIAL = frozenset("allegedly reportedly purportedly supposedly alleged purported".split())
SAID = frozenset(
    "said say says saying told tells reported report reports according claimed states stated wrote".split()
)
# Classes whose parting needs a copy chief: more than 40 / at least 40.
ALIKE = frozenset(frozenset(pair) for pair in (("over", "least"), ("under", "nearly"), ("about", "nearly")))
# Classes that say alike that a thing is not certain.
SOFTENERS = frozenset("may sure able ought".split())
BE = frozenset("be been have being not also still already now even".split())
SCARCE = frozenset("hardly barely scarcely virtually practically little few".split())
LEAVE = frozenset("leave leaves left leaving keep keeps kept".split())
