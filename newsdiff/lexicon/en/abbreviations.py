"""English words that a full stop does not always end a sentence after, by what may follow them.

Written for newsdiff (general English, wire style), MIT like the rest. Case matters: "Mar." is March, "mar." is a word.
`sentences/ends.py` tries months, counters, streets, titles and the doubtful in this order.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# A name follows, or at any rate no new sentence.
TITLES = _words(
    "Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gen Gens Lt Lts Col Cols Maj Capt Capts Cpl Sgt Sgts Pte Pvt Pfc",
    "Cmdr Cdr Comdr Cmd Cdre Adm Brig Wg Flt Sqn Gov Govs Sen Sens Rep Reps Rev Revs Ven Fr Msgr Mgr Bp Abp Archbp",
    "Hon Pres Amb Atty Supt Insp Det Ins Const Ptl Ofc Tpr Asst Assoc Dep Spc Spec Ald Wm Chas Geo Jos Thos Mme",
    "Mlle Mlles Mm Sra Srta Dña Frl Ing Dipl Ft Mt Mts Pt Ste Sts Eng Arch Univ vs v viz cf ca approx incl eg ie",
)
# No end before a figure or a Roman numeral.
COUNTERS = _words(
    "No no Nos nos N° Nr nr p pp P Pp PP Vol vol Vols vols Art art Arts Sec sec Secs Sect sect Fig fig Figs figs Ch",
    "ch Chap chap Par par Para para Ex ex Eq eq Eqs eqs Ref refs Tab Cl cl Lot Rm rm Apt apt Ste Bldg Pt pt App Ed",
    "ed c C v V fl b d r Ver ver Rte Hwy Tel tel Ext ext Bk Pl Ser Fasc Suppl Ms Cod",
)
# A day or a year follows.
MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
# After a house number and a name: an address, which ends a sentence more often than not.
STREETS = _words("St Ave Rd Blvd Dr Ln Sq Ct Pl")
# An end only where the next word is one of STARTERS.
DOUBTFUL = _words(
    "Inc Corp Co co Cos Ltd ltd Pty Plc plc LLC LLP Bros Mfg Bhd Sdn Pvt GmbH Oy Tic San Ş AŞ Intl Int'l Assn assn",
    "Assoc Dept dept Dist Div Est est Govt govt Natl Nat'l Jr Sr jr sr Esq Ave ave Blvd blvd St st Rd rd Dr Ln Sq",
    "Pk Pkwy Hwy Ct Pl Terr Cres Pde Bldg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich",
    "Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Dak Ont Que Alta Sask Nfld Qld Ph PhD",
    "MD BSc MSc al etc ect Edn edn Rev rev Repr repr Trans trans Eds eds esp resp hr hrs ft lb lbs oz yd yds mph kg",
    "cm mm km sq cu gal wt tsp tbsp Tbsp rtd ret Ret",
)
# No end before a small letter or a capital.
LATIN = _words("e.g i.e viz cf vs ca approx incl v")

# A sentence begins with one of these after "U.S.", "Inc." or an initial; a name hardly does.
STARTERS = _words(
    "The A An This That These Those It Its He She They We I You His Her Their Our My Your There Here In On At By",
    "For From With To As After Before When While If Although Though But And Or So Yet However Then Now Also Once",
    "Until Unless Whether One Some Many Most Two Three Four Five Both Each Every Few Not Nor Who What When Where",
    "Why How Which Is Are Was Were Did Do Does Has Have Had Can Could Will Would Should May Might Must Since",
    "Because During Despite According Meanwhile Among Over Between About Under Such Another Other Others Several",
    "Last Earlier Later Today Yesterday Tomorrow Instead Police Officials Nobody Everyone Someone Nothing",
    "Everything Something Perhaps Maybe Please Let Let's It's He's She's That's There's They're We're I'm I've",
    "You're Don't Didn't More Even Still Only Just Like Through Against Without Within Following Asked Moreover",
    "Nevertheless Furthermore Therefore Thus Hence Indeed Overall Finally Having Being Yes Well Oh Further",
    "Afterwards Besides Otherwise Nearly Almost Around All Image Photo Photograph Picture Credit",
)

WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
# What follows the hour: "8 a.m. Eastern", "6 p.m. Monday".
AFTER_HOUR = WEEKDAYS | _words(
    "EST EDT CST CDT MST MDT PST PDT ET CT MT PT GMT BST UTC CET CEST IST JST AEST AEDT Eastern Central Mountain",
    "Pacific Greenwich Moscow London Beijing Kyiv January February March April May June July August September",
    "October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
)

# Verbs of attribution: "How?" Smith asked.
SPEECH = _words(
    "said says say asked asks added adds told tells wrote writes replied replies answered answers shouted cried",
    "wondered tweeted continued explained recalled yelled exclaimed inquired joked quipped whispered muttered",
    "insisted remarked commented demanded screamed repeated noted posted laughed begged pleaded sighed",
)
# What may come after such a verb where no clause depends on it.
AFTER_SPEECH = _words("in at on as when after before during to of his her him them reporters the a me us with")
