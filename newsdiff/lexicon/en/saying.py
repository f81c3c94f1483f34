"""English words of saying: verbs that name a source, words that carry no claim, kinds of works and ships.

Source: written for newsdiff (general English and the usage of news agencies), MIT like the rest.
"""

from __future__ import annotations

# Words without weight of their own in a quotation or in the name of a source.
SMALL_WORDS = frozenset(
    "a an the of in on at to for by with from and or but as that this these those it its he she they we you i me him them us"
    " his her their our my your who whom which what there is are was were be been being am has have had having do does did"
    " will would shall should can could may might must not no nor so if than then too also very just only up out into over"
    " s m re ve ll d t im ive id its thats".split()
)

# What a work or a vessel is called by: capitalised words in marks beside one of these are its name.
WORK_NOUNS = frozenset(
    "album albums anthem aria article ballad ballet blockbuster book books cantata chapter column comedy documentary drama"
    " episode essay exhibition fable film films game hit hymn magazine manga memoir mini-series miniseries movie movies musical"
    " newspaper novel novels novella opera operetta oratorio paper painting paintings photograph picture play plays podcast poem"
    " poems portrait programme program record release report sculpture sequel series serial show single sitcom sonata song songs"
    " soundtrack story symphony tale thriller track trilogy tune video"
    " boat carrier cruiser destroyer ferry frigate ketch liner lifeboat rocket satellite ship ships spacecraft steamer submarine"
    " tanker trawler tug vessel yacht".split()
)

# Verbs that name a source, in every form in which they do; "say" stands for whatever hands a claim on.
_FINDABLE = (
    "acknowledge add admit affirm allege announce argue assert assure caution cite claim comment complain concede conclude"
    " confirm contend declare disclose dispute emphasise emphasize estimate explain indicate inform insist lament maintain"
    " mention note observe point_out proclaim promise quip recall recount remark reckon reiterate remember reply report"
    " respond retort reveal state stress suggest suppose swear testify utter vow warn whisper"
)
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "hear": "heard hears",
    "think": "think thinks thought",
    "believe": "believe believes believed",
    "find": "found finds",
    "show": "show shows showed shown",
    "learn": "learned learnt",
    "go": "goes",
}


def _forms(verb: str) -> list[str]:
    """Present, past and participle of a regular verb."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb in ("admit", "quip"):
        return [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [verb, verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"), verb + "ed", verb + "ing"]


SAYING: dict[str, str] = {form: verb for verb in _FINDABLE.split() if "_" not in verb for form in _forms(verb)}
SAYING.update({form: verb for verb, forms in _IRREGULAR.items() for form in forms.split()})

# With these the subject is a source only where a clause follows ("a study found that"), or where they close a claim.
WEAK = frozenset("hear think believe find show learn go write tell cite conclude indicate swear remember respond dispute note".split())

# What shows that somebody is still being reported, though no verb of the first list does.
REPORTING = frozenset(
    "according quote quotes quoted accuse accuses accused appeal appealed asked asks blame blamed blames bemoan boast boasted"
    " call called calls charge charged charges chronicle conceded criticise criticised criticize criticized decry decried"
    " demand demanded demands deny denied denies denying describe described describes describing deplored detail detailed"
    " disagreed doubt doubted doubts expect expects feared fears forecast forecasts grumble grumbled hailed hope hoped hopes"
    " hint hinted imply implied joke joked murmured opinion opined plead pleaded praise praised predict predicted predicts"
    " pledge pledged question questioned records refuse refused register request requested relate related shout shouted sigh"
    " sighed speak spoke spokesman spokesperson spokeswoman suspect suspected suspects talk talked testimony thinking threaten"
    " threatened translate translated urge urged urges view views want wants voice voiced words alleged allegedly reportedly"
    " apparently purportedly supposedly statement interview established establish establishes discovered calculate calculated"
    " measured judge judged ruled rule rules recommend recommended advise advised recalling answer answered reads read"
    " determined determine figures data puts communicates communicated".split()
)

AUXILIARIES = frozenset(
    "is are was were be been has have had will would shall should can could may might must do does did 'd 'll 've 's".split()
) - {"'s"}
PRONOUNS = frozenset("he she they it we i you".split())
# A subject does not reach back over these.
BOUNDARIES = frozenset(
    "and but or while although though because since when after before that which who whom if as until whereas for so yet than"
    " where what how why whether".split()
) - {"and", "for", "or"}
# Forms that are nouns as often as verbs.
NOUNS_TOO = frozenset(
    "claim claims report reports estimate estimates comment comments note notes state states show shows stress promise promises"
    " vow vows remark remarks find finds caution cautions mention mentions argue whisper quip quips lament laments complaint"
    " hears reply replies proclaim respond cite cites reported estimated alleged announced claimed stated suggested suggest learned"
    " assured mentioned".split()
) - {"reported", "announced", "estimated", "claimed", "stated", "suggested", "suggest", "mentioned", "argue", "respond", "proclaim"}
# Before "to" these say that something is held to be so, and name nobody.
PASSIVES = frozenset("said believed thought reported alleged known estimated understood expected".split())
TITLES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady rev the gov sen rep lt col gen capt insp sgt st".split())
ANONYMOUS = frozenset("source insider anonym".split())

_GROUPS = (
    "official officials authority authorities functionary functionaries bureaucrat",
    "police policeman policemen policewoman officer officers constabulary investigator investigators detective detectives cop",
    "resident residents local locals villager villagers inhabitant inhabitants neighbour neighbours neighbor neighbors people",
    "scientist scientists researcher researchers academic academics expert experts specialist scholar team study archaeologist author",
    "company firm operator maker manufacturer business group corporation carrier airline supplier owner producer_company concern",
    "government ministry minister cabinet administration state officials_of",
    "spokesman spokesmen spokeswoman spokesperson spokespeople speaker representative",
    "doctor doctors medic medics physician hospital clinic surgeon",
    "newspaper paper daily agency website outlet broadcaster media press",
    "chairman chairwoman chair president head leader chief director boss ceo executive manager coach trainer",
    "campaigner campaigners activist activists environmentalist opponent opponents critic critics foe foes",
    "survivor survivors passenger passengers witness witnesses eyewitness onlooker bystander",
    "lawyer lawyers attorney solicitor barrister counsel defence defense",
    "prosecutor prosecutors prosecution",
    "court judge jury tribunal",
    "union labour labor syndicate",
    "army military troops soldier soldiers navy forces",
    "rescuer rescuers firefighter firefighters fireman firemen brigade",
    "trader traders merchant merchants dealer dealers",
    "report document documents paper_ papers memo",
    "analyst analysts economist economists observer observers",
    "city council town municipality mayor mayoress",
)
# A source's noun -> the group of nouns that one desk and another use for the same source.
ALIKE: dict[str, str] = {word: group.split()[0] for group in _GROUPS for word in group.split() if not word.endswith("_")}
