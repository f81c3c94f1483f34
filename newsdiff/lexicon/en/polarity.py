"""English words that deny, and words that say the opposite of each other.

Source: written for newsdiff (general English), MIT like the rest.
"""

from __future__ import annotations

from newsdiff.lexicon.phrases import phrase_table

# Verbs that a "not" joins, with an apostrophe or without it.
_JOINED = "did does do is are was were has have had wo would ca could should must need ai sha might".split()
# Words that turn what follows into its opposite; a reader takes every word in n't for one.
NEGATORS = frozenset(
    [
        *"not cannot never no none nobody nothing nowhere neither without no-one n't".split(),
        *(verb + end for verb in _JOINED for end in ("n't", "nt")),
    ]
)
# "failed to agree": with an infinitive after it such a verb says that the thing was not done.
NOT_DONE = frozenset(
    "failed fails fail failing failure refused refuses refuse refusing refusal declined declines decline declining"
    " neglected unable unwilling".split()
)
# Words that deny, by how they do it. All of them answer each other: not / hardly / failed to / denied that.
DENIALS = {
    "not": " ".join(sorted(NEGATORS)) + "|no longer|no one",
    "hardly": "hardly barely scarcely",
    "undone": "|" + "|".join([f"{word} to" for word in sorted(NOT_DONE)]) + "|yet to",
    "denied": "denied denies deny denying"
    + "".join(
        [
            f"|{verb} {claim}"
            for verb in ("rejected", "rejects", "dismissed", "dismisses", "disputed", "disputes", "refuted")
            for claim in ("claims", "allegations", "accusations", "reports", "suggestions", "assertions")
        ]
    ),
    "far from": "|far from",
    "yes": "yes",
}
DENYING = phrase_table(DENIALS)
# After such a word these make a phrase that denies nothing, or that has no opposite without it.
NOT_AFTER = {
    "no": frozenset(
        "fewer less more later sooner doubt matter wonder one's earlier smaller bigger better worse and or but".split()
    ),
    "not": frozenset(
        "only just merely simply least clear far much many unlike surprisingly unusual"
        " uncommon unusually mention fewer more less long".split()
    ),
    "nothing": frozenset("but less more short".split()),
    "none": frozenset("but other".split()),
    "nobody": frozenset(("but",)),
    "without": frozenset("doubt question fail".split()),
    "far from": frozenset("a an the his her its their home here there".split()),
}
# Before a "not" these make a contrast of it, or a question: in Paris but not in London, whether or not.
NOT_BEHIND = frozenset("or if why but and ,".split())
# What is denied of all of them is not denied of each: the quantifier is what a "not" before it belongs to.
QUANTIFIED = frozenset("all every always both".split())
# What stands for "without" where nothing is denied, and for "no".
AFFIRMED = frozenset("with after having".split())
CUES_ALONE = frozenset(("without", "no"))  # what stands for them is a matter of their words
DETERMINERS = frozenset("a an the any some".split())
# Verbs that say what a denial denies: denied that the dam leaked / said that it leaked.
SAYING = frozenset(
    "said says say saying told tells claimed claims insisted insists stated states argued argues announced announces"
    " confessed conceded reported".split()
)
# A denial ends at a time that the other side may begin at.
UNTIL = frozenset(("until", "till", "before"))
# What says that a thing is still to be done: has to be signed, awaits signature.
DUE = frozenset("must need needs needed await awaits awaited awaiting pending owe owes owed due".split())
STILL = frozenset("still remains remain remained yet has have had is are".split())
# A side that has one of these may deny in other words; where one has come in, no reversal is reported.
SOFT = NOT_DONE | frozenset(
    "nor hardly barely scarcely rarely seldom few little only yet remains remain remained lack lacks lacked lacking"
    " reject"
    " rejected rejects rejecting rule ruled rules ruling exclude excluded excludes excluding impossible unlikely "
    "unclear"
    " unsuccessful unsuccessfully avoid avoided avoids prevent prevented prevents bar barred ban banned bans prohibit"
    " prohibited prohibits forbid forbidden forbids forbade dismiss dismissed dismisses question ceased stop stopped"
    " instead rather absent absence missing free zero empty silent silence ignore ignored oppose opposed against"
    " disagree disputed doubt doubted except other unless less outside deny denied denies denying denial block blocked"
    " blocks vetoed veto shortage short devoid escape escaped escapes spared spare deprived loses lost stays stayed"
    " unanswered untouched unharmed unchanged undecided unaffected void"
    " abandon abandoned drop dropped scrapped cancelled canceled postponed withheld withhold abstain abstained"
    " unable unknown unaware innocent difficult hard reluctant any abstention"
    " broke broken break breaks sever severed severs suspend suspended suspends halt halted halts revoked collapsed"
    " no-one's nil non any anybody anyone ever".split()
)
# Words that turn a claim about: of two sides that say opposite things, the one that has such a word more says the same.
_TURNERS = (
    "but except only just few fewer fewest less more most least hardly barely scarcely rarely seldom little nearly"
    " almost stop stops stopped stopping cease ceased ceases end ended ends lack lacked lacks avoid avoided avoids"
    " prevent prevented prevents unlikely impossible instead rather"
)
TURNING = NEGATORS | NOT_DONE | frozenset(_TURNERS.split())
_OPPOSITES = (
    "yes/no, deny/confess admit confirm acknowledge concede affirm,"
    " accept/reject refuse decline dismiss, approve sign/reject veto,"
    " agree/refuse disagree dissent, refuse/consent, allow/forbid ban bar prohibit prevent, permit/forbid ban bar"
    " prohibit prevent, include/exclude, succeed/fail, pass/fail, guilty/innocent, convict/acquit, support/oppose,"
    " back/oppose, legal/illegal, true/false, with/without, nobody/everybody everyone somebody someone,"
    " none/all some both, nothing/everything something, never/always often once, neither/both either, no/every all "
    "some each,"
    " present/absent, obey/disobey, comply/defy, able/unable, likely/unlikely, believe/doubt disbelieve,"
    " recommend/discourage, encourage/discourage, safe/unsafe dangerous, trust/distrust mistrust, prove/disprove"
)
# Opposites that no "not" parts: what a reader would call reversed.
_REVERSALS = (
    "rise climb increase grow gain jump soar surge advance rally/fall drop decline decrease shrink plunge sink "
    "slump dip slide tumble lose,"
    " raise increase lift/lower cut reduce slash, win/lose, victory triumph win/defeat loss, kill/injure wound hurt"
    " save rescue,"
    " dead/alive injured wounded, death/injury birth, buy purchase acquire/sell, open/close shut, "
    "arrive come/leave depart go,"
    " begin start/end finish stop, enter/leave exit, join/leave quit, hire/fire sack dismiss, arrest detain/release"
    " free, attack/defend,"
    " push/pull, import/export, north/south, east/west, northern/southern, eastern/western, left/right, "
    "upper/lower,"
    " most/least fewest, high/low, higher/lower, highest/lowest, large big/small, larger "
    "bigger/smaller, largest biggest/smallest,"
    " early/late, earlier/later, first/last, old/new young, older/younger newer, oldest/youngest newest, "
    "strong/weak, stronger/weaker,"
    " strengthen/weaken, good/bad, better/worse, best/worst, fast/slow, faster/slower, hot/cold, warm/cold cool, "
    "warmer/colder cooler, wet/dry,"
    " long/short, longer/shorter, heavy/light, rich/poor, cheap/expensive, cheaper/dearer, cheap/expensive, "
    "male/female, man/woman, men/women,"
    " boy/girl, son/daughter, brother/sister, father/mother, husband/wife, profit/loss, surplus/deficit, "
    "majority/minority, friend/enemy,"
    " ally/enemy foe, peace/war, love/hate, praise/criticize criticise condemn, welcome/condemn deplore criticize "
    "criticise, laugh/weep cry, borrow/lend,"
    " lend/borrow, give/take receive, send/receive, upgrade/downgrade, expand/shrink contract, extend/shorten, "
    "accelerate/slow,"
    " improve/worsen deteriorate, ease/tighten worsen, tighten/loosen relax, inside/outside, internal/external, "
    "domestic/foreign, public/private,"
    " maximum/minimum, ban/allow, appoint/dismiss sack, remember/forget, build/demolish destroy, tear/build, "
    "deploy/withdraw, advance/retreat,"
    " inflow/outflow, upstream/downstream, optimistic/pessimistic, optimism/pessimism, optimist/pessimist, "
    "hope/fear, proponent/opponent,"
    " supporter/opponent critic, guilty/innocent, conviction/acquittal, plaintiff/defendant, victim/perpetrator, "
    "creditor/debtor, teacher/pupil,"
    " employer/employee, employers/employees, seller/buyer, winner/loser, heaven/hell, summer/winter, day/night, "
    "morning/evening,"
    " daytime/nighttime, minor/major, temporary/permanent, temporarily/permanently, voluntary/compulsory mandatory,"
    " optional/compulsory mandatory,"
    " tighter/looser, flee/flock, success/failure, asset/liability, income/expenditure, revenue/cost, offer/demand,"
    " supply/demand, ahead/behind,"
    " unanimously/narrowly, press file bring/drop withdraw,"
    " declare/lift end, genuine authentic/fake forged forgery,"
    " lose/make, uphold/overturn quash reverse strike, impose introduce/lift repeal scrap, survive/die perish,"
    " lead/trail,"
    " sink/float, advance/withdraw, grant/deny refuse, exceed beat surpass/miss, delay/hasten, gain/shed,"
    " beat defeat/lose, hire recruit/lay,"
    " create/destroy, widen/narrow, survivor/victim, lender/borrower, landlord/tenant, prosecution/defence defense,"
    " prosecutor/defender, arrival/departure, northbound/southbound, eastbound/westbound, upturn/downturn,"
    " inflation/deflation, growth/contraction decline, ally/rival, mild/severe, narrow/wide, narrowly/widely,"
    " upward upwards/downward downwards, positive/negative, cooler/warmer, full/empty, deep/shallow, thick/thin,"
    " legalize legalise/outlaw criminalize criminalise, nationalize nationalise/privatize privatise, arm/disarm"
)
# Words of a list, whose members may change places, and of what says the same both ways.
JOINERS = frozenset((",", "and", "or", "&", "nor", "as", "well", "plus", ";", "/", "also", "both", "either"))
MUTUAL = frozenset(
    "met meet meets meeting married marry marries between with versus v vs near same similar equal equals identical"
    " beside opposite adjacent alongside together".split()
)
# What lies between two places, whichever is named first.
TWO_WAY = frozenset(
    "distance road roads link links linked linking connect connects connected connecting border bridge highway motorway"
    " railway line tunnel route stretch corridor join joins joined joining".split()
)
# Prefixed, these are about the same verb: reopened.
AGAIN = frozenset(
    "open opens opened opening start starts started join joins joined enter enters entered build built gain"
    " gained".split()
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "mis")


def opposite_sides(kind: str) -> dict[str, tuple[int, ...]]:
    """Word -> the groups of one kind, "opposite" or "reversal", that it is of: n on the left side, -n on the right.

    Two words are opposed where one is of n and the other of -n.
    """
    sides: dict[str, tuple[int, ...]] = {}
    for n, group in enumerate((_OPPOSITES if kind == "opposite" else _REVERSALS).split(","), 1):
        left, _, right = group.partition("/")
        for word in left.split():
            sides[word] = (*sides.get(word, ()), n)
        for word in right.split():
            sides[word] = (*sides.get(word, ()), -n)
    return sides


# Words that a prefix only seems to negate.
_NO_PREFIX = frozenset(
    "come form side vent vest deed fluence port pose press print deep cover card count patch play missed tend".split()
)


def is_prefixed(x: str, y: str) -> bool:
    """Whether one word is the other with a prefix that negates: unrealistic/realistic."""
    long, short = (x, y) if len(x) > len(y) else (y, x)
    head = long[: len(long) - len(short)]
    return len(short) > 3 and head in _PREFIXES and long.endswith(short) and short not in _NO_PREFIX
