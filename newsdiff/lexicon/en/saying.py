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
    " determined determine figures data".split()
)
