"""English words that carry grammar, by class; number words; and small sets of words that stand for each other.

Source: written for newsdiff (general English), MIT like the rest.
"""

from __future__ import annotations

_CLASSES = {
    "article": "a an the",
    "possessive": "'s ' my your his her its our their whose",
    "this": "this that these those such",
    "pronoun": "i you he she it we they me him us them himself herself itself themselves oneself myself ourselves one",
    "who": "who whom which what where when why how",
    "aux": "is are was were be been being am 'm 're has have had having 've do does did done doing 'd 'll will would"
    " shall should can could may might must ca wo",
    "not": "not n't no never nor neither",
    "to": "to",
    "preposition": "of in on at by for with from about into over under through during against between among within"
    " without upon onto off out up down around across towards toward near along above below behind beyond"
    " per via amid amongst",
    "conjunction": "and or but so yet & plus",
    "subordinator": "if because since while although though whether than as after before until till once unless"
    " whereas",
    "adverb": "also too then there here now just only even still already again very more most less least much"
    " many some any all both each every other another few several however moreover besides therefore thus hence"
    " meanwhile furthermore nevertheless well ever",
}
CLASSES: dict[str, str] = {word: name for name, words in _CLASSES.items() for word in words.split()}

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, str] = {
    **{word: str(n) for n, word in enumerate(_NUMBERS) if word != "one"},
    **{word: str(n) for n, word in enumerate(_ORDINALS) if n},
    **{word: str(10 * n) for n, word in enumerate(_TENS, 2)},
    **{word[:-1] + "ieth": str(10 * n) for n, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{word}": str(10 * t + n)
        for t, tens in enumerate(_TENS, 2)
        for words in (_NUMBERS, _ORDINALS)
        for n, word in enumerate(words[:10])
        if n
    },
    "half": "1/2",
    "quarter": "1/4",
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "trillion": "1000000000000",
    "dozen": "12",
}

_EQUIVALENTS = (
    "n't not", "'s is has of his her its their", "'re are", "'ve have", "'ll will", "'d would had", "'m am", "ca can",
    "wo will", "in at on during within", "on upon about over regarding concerning", "to towards toward into",
    "for to", "of for in",
    "by through with via", "from of since", "after following", "before prior", "near by", "over than more",
    "because since as for", "although though while despite", "but however yet though", "and & plus", "which that who",
    "also too furthermore moreover besides additionally meanwhile", "that this it those the", "a an one",
    "will would shall", "can could may might", "is are was were be been being", "has have had", "do does did",
    "many several numerous", "some several certain a few", "very extremely highly most", "now currently presently",
    "around about approximately roughly nearly almost some", "% percent per-cent pct percentage", "$ dollar dollars",
    "€ euro euros", "£ pound pounds",
    "us u.s. usa american america", "uk u.k. britain british", "un u.n.", "eu e.u.", "said says stated told announced",
    "mr mr.", ": ,", "; , .", "- -- , :", ". ! ?", "\" '' `` ' `",
)  # fmt: skip
EQUIVALENTS: dict[str, frozenset[str]] = {}
for _group in _EQUIVALENTS:
    _words = _group.split()
    for _word in _words:
        EQUIVALENTS[_word] = EQUIVALENTS.get(_word, frozenset()) | frozenset(_words) - {_word}

# Words and signs that stand for a phrase, or for a word that has its place elsewhere (€ 5, 5 euros).
PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "%": (("per", "cent"), ("percent",), ("pct",)),
    "$": (("dollars",), ("dollar",)),
    "€": (("euros",), ("euro",)),
    "£": (("pounds",), ("pound",)),
    "¥": (("yen",),),
    "₹": (("rupees",),),
    "percent": (("per", "cent"),),
    "us": (("united", "states"),),
    "u.s.": (("united", "states"),),
    "usa": (("united", "states"),),
    "uk": (("united", "kingdom"),),
    "u.k.": (("united", "kingdom"),),
    "un": (("united", "nations"),),
    "eu": (("european", "union"),),
    "premier": (("prime", "minister"),),
    "meanwhile": (("in", "the", "meantime"),),
    "besides": (("in", "addition"),),
    "additionally": (("in", "addition"),),
    "also": (("as", "well"),),
    "now": (("at", "present"), ("at", "this", "moment")),
    "currently": (("at", "present"),),
    "because": (("due", "to"),),
    "although": (("even", "though"),),
    "must": (("has", "to"), ("have", "to"), ("had", "to")),
    "about": (("more", "or", "less"),),
}

# Amounts that are the same in other words; the first word of each in `AMOUNT_STARTS`.
_AMOUNTS = (
    ("half a year", "six months", "6 months"),
    ("a year and a half", "one and a half years", "18 months", "eighteen months"),
    ("half an hour", "30 minutes", "thirty minutes"),
    ("an hour and a half", "90 minutes", "ninety minutes"),
    ("a fortnight", "two weeks", "14 days", "fourteen days"),
    ("a week", "seven days", "7 days"),
    ("a dozen", "12", "twelve"),
    ("two years", "24 months"),
    ("a decade", "ten years", "10 years"),
    ("two decades", "20 years", "twenty years"),
    ("a century", "100 years", "a hundred years", "one hundred years"),
    ("a quarter", "25 percent", "25 per cent", "25 %", "one in four"),
    ("a third", "one in three", "33 percent", "33 per cent", "33 %"),
    ("a fifth", "20 percent", "20 per cent", "20 %", "one in five"),
    ("a tenth", "10 percent", "10 per cent", "10 %", "one in ten"),
    ("half", "50 percent", "50 per cent", "50 %"),
    ("a hundred", "one hundred", "100"),
    ("a thousand", "one thousand", "1,000", "1000"),
    ("a million", "one million", "1 million"),
)
AMOUNTS: dict[tuple[str, ...], int] = {tuple(text.split()): n for n, group in enumerate(_AMOUNTS) for text in group}
AMOUNT_STARTS = frozenset([words[0] for words in AMOUNTS])
