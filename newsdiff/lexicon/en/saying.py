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

# Words that lost their head: the mark before them opens no quotation.
ELISIONS = frozenset(
    "em til tis twas twere cause cos n tween round bout nother fraid course ndrangheta gainst appen ere s t".split()
)

# What follows an apostrophe, in full; and the verbs that lose letters before "n't".
CONTRACTED = {"t": "not", "s": "is", "re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
IRREGULAR = {"can": "can", "won": "will", "shan": "shall"}

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
    "acknowledge add admit advise affirm agree allege announce argue assert assure boast caution cite claim comment"
    " complain concede conclude confirm contend counter declare deny detail disclose dispute emphasise emphasize"
    " estimate explain fear forecast grumble hint hope imply indicate inform insist joke lament maintain mention note"
    " observe opine pledge predict proclaim promise protest quip reason recall recount remark reckon reiterate"
    " remember reply report respond retort reveal signal state stress suggest suppose testify tweet utter vow warn"
    " whisper worry"
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
    "know": "knew",
    "feel": "felt feels",
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

# With these the subject is a source only where "that" follows ("a study found that") or where they close the claim.
WEAK = frozenset(
    "hear think believe find show learn write tell cite conclude indicate swear remember respond dispute know feel"
    " fear hope worry agree deny reason signal detail counter protest suppose forecast advise imply hint suggest"
    " promise pledge estimate recall mention".split()
)
# Forms that are nouns as often as verbs.
NOUNS_TOO = frozenset(
    "claim claims report reports estimate estimates comment comments note notes state states show shows stress"
    " promise promises vow vows remark remarks find finds caution cautions mention mentions whisper quip quips"
    " lament laments hears reply replies cite cites alleged learned assured worry worries hope hopes fear fears"
    " forecast forecasts signal signals protest protests detail details joke jokes pledge pledges counter reason"
    " reasons boast boasts tweet tweets hint hints"
    " dispute disputes".split()
)
# Verbs that name a speaker beside his quotation, and there alone.
BESIDE_QUOTES = frozenset(
    "asked asks began begins bellowed called cried continued continues croaked demanded exclaimed gasped giggled"
    " grinned groaned growled grumbled laughed moaned mumbled murmured mused pleaded put puts reads read screamed"
    " shouted shrieked shrugged sighed smiled snapped sobbed spoke stammered texted went wondered yelled".split()
)
# After "say" these are no claim: said nothing, says more than words, said goodbye.
NO_CLAIM = frozenset(
    "nothing something anything everything goodbye hello yes no so more less much little prayer prayers amen thanks"
    " farewell sorry grace it them this those what".split()
)
# What opens the words that say when or where something was said.
WHEN = frozenset(
    "on in at late early earlier this last yesterday today tuesday monday wednesday thursday friday saturday"
    " sunday".split()
)
# Beside a verb of saying: also said, has long said; and what makes it unsaid: refused to say, never said.
BESIDE_VERBS = frozenset("also then later now earlier too still again often once only just even long".split())
UNSAID = frozenset("to not n't never nor of".split())
# What a claim rests on that is no person: polls show, a study found.
DOCUMENTS = frozenset(
    "study studies poll polls survey surveys report reports analysis analyses data figures documents records research"
    " results tests statistics census audit review inquiry investigation transcript footage video".split()
)
# Subjects of a verb in the plural that do not end in -s.
PLURALS = frozenset(
    "they people police data many some several two three most both all few half others men women".split()
)
MODALS = frozenset("will would shall should can could may might must 'd 'll ca wo".split())
# Who is a claim's own author, or nobody: the paper itself, its reader.
NOBODY = frozenset("i we you who which what that this there please let".split())
DETERMINERS = frozenset(
    "the a an his her its their our my your this these those some several many another each every any other one two"
    " three".split()
)
# A source's name ends before these: an aide to the mayor, sources close to her, a woman who lives there.
POSTMODIFIERS = frozenset("of for to in at from with by on near close who which whose that familiar about".split())
# What joins a determiner to the noun before it: the mayor and her deputy, all the men.
LINKS = frozenset("and or 's all both half than like".split())
# Labels that open a paragraph and are nobody's.
LABELS = frozenset(
    "note notes update updated correction corrections clarification editor photo photos image images picture pictures"
    " source sources related more tip tips warning warnings example examples question questions answer answers q a ps"
    " fact facts summary read see watch listen author authors title date time where when what who why how contact"
    " email phone fax tel address location venue price cost caption credit credits byline references reference result"
    " results step steps part chapter figure table option options pros cons bonus reminder disclaimer disclosure notice"
    " important caution hint conclusion background abstract problem solution goal goals topic topics category"
    " categories tags todo fixed added changed removed breaking live exclusive opinion analysis review video audio"
    " podcast gallery score final rating ratings website web twitter facebook http https".split()
)
# Before "to" these say that something is held to be so, and name nobody.
PASSIVES = frozenset("said believed thought reported alleged known estimated understood expected".split())
# Cues that a source follows, by the word that is rarest in them; the longest first.
CUES: dict[str, tuple[tuple[str, ...], ...]] = {
    "according": (("according", "to"),),
    "per": (("as", "per"),),
    **{word: (("in", "the", word, "of"), ("the", word, "of")) for word in ("view", "words", "opinion")},
}
# What one acts according to, where no comma stands before it: built according to the rules.
MEASURES = frozenset(
    "plan plans playbook guide guides guideline guidelines handbook manual rule rules standard standards schedule"
    " schedules timetable instruction instructions principle principles procedure procedures method methods recipe"
    " criteria protocol protocols requirements specification specifications needs abilities preferences wishes".split()
)
# How a source asks not to be known.
NAMELESS: tuple[tuple[str, ...], ...] = (
    ("condition", "of", "anonymity"), ("not", "to", "be", "named"), ("not", "to", "be", "identified"),
    ("declined", "to", "be", "named"), ("declined", "to", "be", "identified"), ("not", "be", "named"),
    ("not", "be", "identified"), ("not", "authorized", "to", "speak"), ("not", "authorised", "to", "speak"),
)  # fmt: skip

# What shows that somebody is still being reported, though no verb of the first list does.
REPORTING = frozenset(
    "according express expresses expressed quote quotes"
    " quoted accuse accuses accused appeal appealed asked asks blame blamed blames bemoan"
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
# Sources that are nobody in particular.
ANONYMOUS = frozenset("source insider anonym".split())
VAGUE = frozenset("a an one some several two many sources people those others someone somebody".split())
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
