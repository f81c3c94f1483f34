"""English words that a full stop does not always end a sentence after, by what may follow them.

Collected by hand from wire style books and the project's own test cases; no list was copied.
A capital matters: "Mar." is March, "mar." is a word. `sentences.py` tries these sets in the order below.
"""

# A name follows: never the end of a sentence, whatever the case of the next word.
TITLES = frozenset(
    "Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gen Lt Col Maj Capt Cpl Sgt Pte Pvt Pfc Cmdr Cdr Comdr Adm Brig Cdre Cmd"
    " Gov Govs Sen Sens Rep Reps Rev Revs Fr Hon Pres Amb Atty Supt Insp Det Ins Const Asst Assoc Dep Spc Spec Ald Mgr Msgr Bp"
    " Abp Archbp Wm Chas Geo Jos Thos Mme Mlle Mm Sr. Sra Srta Dña Frl Ing Dipl Ft Mt Mts Pt Ste Sts Sgts Lts Gens"
    " Ven Eng Arch Univ Capts Cols Ptl Wg Flt Sqn Ofc Tpr Mlles vs v viz cf ca approx incl eg ie".split()
)
# A figure follows: no end before a digit or a Roman numeral.
COUNTERS = frozenset(
    "No no Nos nos Nr nr p pp P Pp PP Vol vol Vols vols Art art Arts Sec sec Secs Sect sect Fig fig Figs figs Ch ch Chap chap"
    " Par par Para para Ex ex Eq eq Eqs eqs Ref refs Tab Cl cl Lot Rm rm Apt apt Ste Bldg Pt pt App Ed ed"
    " c C v V fl b d r Ver ver Rte Hwy Tel tel Ext ext Bk Pl Par Ser Fasc Suppl Ms Cod N°".split()
)
# A day or a year follows.
MONTHS = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)
# Either: an end only where the next word can hardly be anything but the first of a sentence.
DOUBTFUL = frozenset(
    "Inc Corp Co co Cos Ltd ltd Pty Plc plc LLC LLP Bros Mfg Intl Int'l Assn Assoc Dept dept Dist Div Est Govt govt Natl Nat'l"
    " Jr Sr jr sr Esq Ave ave Blvd blvd St st Rd rd Dr Ln Sq Pk Pkwy Hwy Ct Pl Terr Cres Pde Bldg"
    " Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn"
    " Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Nfld Qld Dak"
    " Ph Ph.D PhD M.D MD BSc MSc al etc ect Dak Bhd Sdn Pvt Gmbh GmbH Oy Ş AŞ Tic San"
    " Ind Edn edn Rev rev Repr repr trans Trans Eds eds esp resp est Est hr hrs"
    " ft lb lbs oz yd yds mph kg cm mm km sq cu gal wt tsp tbsp Tbsp assn rtd ret Ret".split()
)
# Never an end before a small letter either.
LATIN = frozenset("e.g i.e viz cf vs ca approx incl v".split())

# A sentence starts with one of these after "U.S.", "Inc." or an initial; a name hardly does.
STARTERS = frozenset(
    "The A An This That These Those It Its He She They We I You His Her Their Our My Your There Here In On At By For From With"
    " To As After Before When While If Although Though But And Or So Yet However Then Now Also Once Until Unless Whether"
    " One Some Many Most Two Three Four Five Both Each Every Few Not Nor Who What When Where Why How Which Is Are Was Were"
    " Did Do Does Has Have Had Can Could Will Would Should May Might Must Since Because During Despite According Meanwhile"
    " Among Over Between About Under Such Another Other Others Several Last Earlier Later Today Yesterday Tomorrow Instead"
    " Police Officials Nobody Everyone Someone Nothing Everything Something Perhaps Maybe Please Let Let's It's He's She's"
    " That's There's They're We're I'm I've You're Don't Didn't More Even Still Only Just Like Through Against Without Within"
    " Following Asked Although Moreover Nevertheless Furthermore Therefore Thus Hence Indeed Overall Finally Having Being Yes"
    " Well Oh Further Afterwards Besides Otherwise Nearly Almost Around All".split()
)

# What follows the hour: "8 a.m. Eastern", "6 p.m. Monday".
AFTER_HOUR = frozenset(
    "EST EDT CST CDT MST MDT PST PDT ET CT MT PT GMT BST UTC CET CEST IST JST AEST AEDT Eastern Central Mountain Pacific Greenwich"
    " Moscow London Beijing Kyiv Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)

# Verbs of attribution: "How?" Smith asked.
SPEECH = frozenset(
    "said says say asked asks added adds told tells wrote writes replied replies answered answers shouted cried wondered"
    " tweeted continued explained recalled yelled exclaimed inquired joked quipped whispered muttered insisted remarked"
    " commented demanded screamed repeated noted posted laughed begged pleaded sighed".split()
)
