"""English words of saying: verbs that name a source, signs of reported speech, nouns for sources, kinds of works.

Source: written for newsdiff (general English and the usage of news agencies), MIT like the rest.
"""

from __future__ import annotations

# Words without weight of their own in a quotation or in the name of a source.
SMALL_WORDS = frozenset(
    "a an the of in on at to for by with from and or but as that this these those it its he she they we you i me"
    " him them us his her their our my your who whom which what there is are was were be been being am has have"
    " had having do does did will would shall should can could may might must not no nor so if than then too also"
    " very just only up out into over"
    " s m re ve ll d t im ive id its thats".split()
)
AUXILIARIES = frozenset(
    "is are was were be been has have had will would shall should can could may might must do does did"
    " 'd 'll 've".split()
)
PRONOUNS = frozenset("he she they it we i you".split())
# A subject does not reach back over these.
BOUNDARIES = frozenset(
    "but while although though because since when after before that which who whom if as until whereas so yet than"
    " where what how why whether".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady rev the gov sen rep lt col gen capt insp sgt st".split()
)

# What a work or a vessel is called by: capitalised words in marks beside one of these are its name.
WORK_NOUNS = frozenset(
    "author band composer director filmmaker novelist painter playwright premiered singer starring album albums"
    " anthem aria article ballad ballet blockbuster book books cantata chapter column comedy documentary drama"
    " episode essay exhibition fable film films hit hymn magazine manga memoir mini-series miniseries movie movies"
    " musical newspaper novel novels novella opera operetta oratorio painting paintings photograph picture play"
    " plays podcast poem poems portrait programme program record sculpture sequel serial sitcom sonata song songs"
    " soundtrack symphony tale thriller track trilogy tune video boat carrier cruiser destroyer ferry frigate"
    " ketch liner lifeboat rocket satellite ship ships spacecraft steamer submarine"
    " tanker trawler tug vessel yacht".split()
)

# Verbs whose subject is a source. Regular ones by their infinitive, the others form by form.
_REGULAR = (
    "acknowledge add admit affirm allege announce argue assert assure caution cite claim comment complain concede"
    " conclude confirm contend declare disclose dispute emphasise emphasize estimate explain indicate inform"
    " insist lament maintain mention note observe proclaim promise quip recall recount remark reckon reiterate"
    " remember reply report respond retort reveal state stress suggest suppose testify utter vow warn whisper"
)
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "swear": "swear swears swore",
    "hear": "heard hears",
    "think": "think thinks thought",
    "believe": "believe believes believed",
    "find": "found finds",
    "show": "show shows showed shown",
    "learn": "learned learnt",
}


def _forms(verb: str) -> list[str]:
    """All forms of a regular verb."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y"):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb + verb[-1] if verb in ("admit", "quip") else verb
    return [verb, verb + ("es" if verb.endswith(("s", "sh")) else "s"), stem + "ed", stem + "ing"]


# Form -> infinitive.
SAYING: dict[str, str] = {form: verb for verb in _REGULAR.split() for form in _forms(verb)}
SAYING.update({form: verb for verb, forms in _IRREGULAR.items() for form in forms.split()})

# With these the subject is a source only where a clause follows ("a study found that") or where they close the claim.
WEAK = frozenset(
    "hear think believe find show learn write tell cite conclude indicate swear remember respond dispute note".split()
)
# Forms that are nouns as often as verbs.
NOUNS_TOO = frozenset(
    "claim claims report reports estimate estimates comment comments note notes state states show shows stress"
    " promise promises vow vows remark remarks find finds caution cautions mention mentions whisper quip quips"
    " lament laments hears reply replies"
    " cite cites alleged learned assured".split()
)
# Before "to" these say that something is held to be so, and name nobody.
PASSIVES = frozenset("said believed thought reported alleged known estimated understood expected".split())

# What shows that somebody is still being reported, though no verb of the first list does.
REPORTING = frozenset(
    "according quote quotes quoted accuse accuses accused appeal appealed asked asks blame blamed blames bemoan"
    " boast boasted call called calls charge charged charges chronicle criticise criticised criticize criticized"
    " decry decried demand demanded demands deny denied denies denying describe described describes describing"
    " deplored detail detailed disagreed doubt doubted doubts expect expects feared fears forecast forecasts"
    " grumble grumbled hailed hope hoped hopes hint hinted imply implied joke joked murmured opinion opined plead"
    " pleaded praise praised predict predicted predicts pledge pledged question questioned records refuse refused"
    " register request requested relate related shout shouted sigh sighed speak spoke spokesman spokesperson"
    " spokeswoman suspect suspected suspects talk talked testimony thinking threaten threatened translate"
    " translated urge urged urges view views want wants voice voiced words alleged allegedly reportedly apparently"
    " purportedly supposedly statement interview established establish establishes discovered calculate calculated"
    " measured judge judged ruled rule rules recommend recommended advise advised answer answered reads read"
    " determined determine figures data puts communicates communicated".split()
)

# Of how many a source is, which does not say who: half of those surveyed.
PORTIONS = frozenset("half third quarter percent per cent percentage majority most number dozens hundreds".split())
# Who speaks for himself and not for the one that he is named after: the boy's mother, the minister's critics.
INDEPENDENT = frozenset(
    "mother father parents brother sister son daughter wife husband widow aunt uncle cousin grandmother grandfather"
    " friend friends neighbour neighbours neighbor neighbors teacher critic critics opponent opponents rival rivals"
    " victim victims accuser ex-wife ex-husband girlfriend boyfriend landlord tenant".split()
)
# Sources that are nobody in particular.
ANONYMOUS = frozenset("source insider anonym".split())
_GROUPS = (
    "official officials authority authorities functionary functionaries bureaucrat",
    "police enforcement policeman policemen policewoman officer officers constabulary investigator investigators"
    " detective detectives",
    "resident residents local locals villager villagers inhabitant inhabitants neighbour neighbours neighbor"
    " neighbors people",
    "scientist scientists researcher researchers academic academics expert experts specialist scholar team study"
    " archaeologist author",
    "company firm operator maker manufacturer business group corporation carrier airline supplier owner concern"
    " retailer automaker carmaker chain brewer producer utility",
    "government ministry minister cabinet administration",
    "spokesman spokesmen spokeswoman spokesperson spokespeople speaker representative",
    "doctor doctors medic medics medical physician hospital clinic surgeon",
    "newspaper paper daily agency website outlet broadcaster media press",
    "chairman chairwoman chair president head leader chief director boss ceo executive manager coach trainer",
    "campaigner campaigners activist activists environmentalist opponent opponents critic critics foe foes",
    "survivor survivors passenger passengers witness witnesses eyewitness onlooker bystander",
    "lawyer lawyers attorney solicitor barrister counsel defence defense",
    "prosecutor prosecutors prosecution",
    "court judge jury tribunal magistrate magistrates",
    "union labour labor syndicate",
    "army military troops soldier soldiers navy forces",
    "rescuer rescuers firefighter firefighters fireman firemen brigade fire crew crews rescue emergency paramedic"
    " paramedics ambulance lifeguard lifeguards",
    "respondent respondents surveyed polled questioned interviewed participant participants interviewee interviewees"
    " survey poll polls",
    "forecaster forecasters meteorologist meteorologists weather",
    "lawmaker lawmakers legislator legislators parliamentarian parliamentarians parliament mp mps member members"
    " congressman congresswoman senator senators politician politicians",
    "teacher teachers educator educators schoolteacher schoolteachers",
    "worker workers employee employees staff staffer staffers labourer labourers laborer laborers personnel",
    "farmer farmers grower growers",
    "tourist tourists holidaymaker holidaymakers vacationer vacationers visitor visitors traveller travellers"
    " traveler travelers",
    "driver drivers motorist motorists",
    "shareholder shareholders investor investors stockholder stockholders",
    "customer customers client clients shopper shoppers consumer consumers",
    "relative relatives family families kin",
    "student students pupil pupils schoolchildren",
    "rebel rebels insurgent insurgents militant militants guerrilla guerrillas separatist separatists fighters",
    "diplomat diplomats envoy envoys ambassador ambassadors emissary",
    "priest priests cleric clerics clergy clergyman clergymen vicar pastor",
    "regulator regulators watchdog watchdogs",
    "charity charities nonprofit ngo foundation",
    "captain skipper pilot",
    "protester protesters protestor protestors demonstrator demonstrators marchers",
    "organiser organisers organizer organizers promoter promoters",
    "trader traders merchant merchants dealer dealers",
    "report document documents memo",
    "analyst analysts economist economists observer observers",
    "city council town municipality mayor mayoress",
)
# A source's noun -> the group of nouns that desks use for the same source.
ALIKE: dict[str, str] = {word: group.split()[0] for group in _GROUPS for word in group.split()}
