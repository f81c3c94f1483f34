"""Regional spelling: two words are one if the fold that writes British endings the American way makes them equal.

>>> fold_regional("palaeontologists'"), fold_regional("skyscraper-centre")
("paleontologists'", 'skyscraper-center')
>>> is_regional("organisers", "organizers"), is_regional("four", "for")
(True, False)

A fold says which spellings are the same, not which belongs where. It does not catch different words for one thing
(lorry/truck), and it leaves out pairs that are two words in both countries (prise/prize, advice/advise, poet/pet).
"""

from __future__ import annotations

from functools import cache

from newsdiff.lexicon.lists import read_lines, read_pairs
from newsdiff.lexicon.vectors import rank
from newsdiff.text.normalize import strip_marks

_VOWELS = "aeiouy"
# Endings of a verb in -ise after -is-/-iz-, -ys-/-yz-.
_AFTER_ISE = ("e", "ing", "abl", "abil", "ati", "ant", "anc", "ato", "al")
# After a doubled l that only British English doubles.
_AFTER_L = tuple("ed ing er or ist ous able abil ation ate est ize ise ism ess ian".split())
# Endings and letters that vary within a country, folded in this order.
_WEAK_ENDINGS = read_pairs(
    """
    eyed/ied eying/ying ieing/ying ies/y eys/y ie/y ey/y ee/y i/y or/er ine/in ette/et que/c ible/able
    ibly/ably eable/able ibility/ability eability/ability ent/ant ence/ance te/t ff/f ah/a eing/ing uing/ing
    ue/ ise/ize ize/ize le/le el/le re/er e/
    """
)
_WEAK_LETTERS = read_pairs(
    """
    ae/e oe/e ph/f sch/sh tch/ch igh/i ck/k qu/k c/k w/u z/s dj/j dg/g gh/g kh/k rh/r ou/u oo/u ea/e ee/e
    ei/ie y/i bh/b fore/for wards/ward '/ -/ _/ aight/ait eur/er qu/k x/ks re/er
    """
)
# Letters before -re.
_RE = tuple(
    (
        "centr metr litr fibr theatr calibr lustr mitr nitr sabr saltpetr sceptr sepulchr sombr spectr meagr"
        " louvr goitr philtr titr ochr ombr cadastr lucr euchr accoutr"
    ).split()
)
_TOWARDS = tuple(
    (
        "to for after back down up on in out home heaven sea sky north south east west side earth land shore lee wind"
    ).split()
)
# Words that a rule would confuse: both are words everywhere.
_OTHERS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "prise/prize prised/prized prises/prizes prising/prizing timbre/timber timbres/timbers being/bing dying/dyeing"
        " tenser/tensor poller/polar canvas/canvass holly/holy caesar/cesar caesars/cesars does/des goes/ges"
        " tailer/tailor sensor/senser tonne/tun planer/planar caller/calor poises/poizes bases/bazes"
        " singeing/singing swingeing/swinging tingeing/tinging paralyses/paralysis story/stories"
    ).split()
)  # fmt: skip


@cache
def _table() -> tuple[dict[str, str], dict[str, str], frozenset[str], frozenset[str]]:
    """Whole words; stems at a word's head; their first three letters; the first four of those that may be inside."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    inner: set[str] = set()
    for line in read_lines("spelling_regional.txt"):
        british, american = line.lstrip("=~").split()
        if line[0] == "=":
            whole[british] = american
        else:
            stems[british] = american
            if line[0] == "~":
                inner.add(british[:4])
    return whole, stems, frozenset([stem[:3] for stem in stems]), frozenset(inner)


def is_regional(a: str, b: str) -> bool:
    """Whether two different words are two countries' spellings of one word."""
    if a == b:
        return False
    low_a, low_b = a.lower(), b.lower()
    if frozenset((low_a, low_b)) in _OTHERS or strip_marks(low_a) == strip_marks(low_b):
        return False
    fold_a, fold_b = fold_regional(low_a), fold_regional(low_b)
    if fold_a == fold_b:
        return True
    # Two common words are two words: winner/winnor would do, miner/minor not.
    return fold_weakly(fold_a) == fold_weakly(fold_b) and (rank(low_a) is None or rank(low_b) is None)


def are_two_words(a: str, b: str) -> bool:
    """Whether two words in lower case are on the list of those that a rule would confuse."""
    return frozenset((a, b)) in _OTHERS


def is_regional_fold(a: str, b: str) -> bool:
    """`is_regional` by the first fold alone, for two words in lower case whose folds are equal."""
    return a != b and frozenset((a, b)) not in _OTHERS


def fold_regional(word: str) -> str:
    """The word with its British endings and stems written the American way, in lower case.

    It is a key to compare by and no translation: "controlled" and "controled" fold to the same.
    """
    word = word.lower()
    if "-" in word:
        return "-".join([fold_regional(part) for part in word.split("-")])
    if len(word) < 3:
        return word
    ending = ""
    for mark in ("'s", "'"):
        if word.endswith(mark):
            word, ending = word[: -len(mark)], mark
            break
    return _fold_endings(_fold_stem(word)) + ending


def _fold_stem(word: str) -> str:
    """The irregular words: program(me), plough, storey, aluminium."""
    whole, stems, heads, inner = _table()
    if word in whole:
        return whole[word]
    if word[:3] in heads:
        for end in range(len(word), 2, -1):
            if word[:end] in stems:
                return stems[word[:end]] + word[end:]
    for start in range(2, len(word) - 3):
        if word[start : start + 4] in inner:
            for end in range(len(word), start + 3, -1):
                if word[start:end] in stems:
                    return word[:start] + stems[word[start:end]] + word[end:]
    return word


# Letters that replace each other in words of at least this many letters: catalogue, defence, judgement, connexion.
_LETTERS = (
    ("ogue", "og", 7), ("defenc", "defens", 6), ("offenc", "offens", 6), ("pretenc", "pretens", 6),
    ("licenc", "licens", 6), ("dgement", "dgment", 7), ("exion", "ection", 7),
)  # fmt: skip


def _fold_endings(word: str) -> str:
    """The regular endings, one after the other, each with an example."""
    n = len(word)
    if n >= 6 and ("ae" in word or "oe" in word) and not word.endswith(("ael", "aels", "oes", "oed")):
        word = _fold_digraphs(word)  # paediatric, oestrogen
    if n >= 5 and ("is" in word or "ys" in word):
        word = _fold_ise(word)  # organise, analyse
    if "our" in word:
        word = _fold_our(word)  # colour, favourite
    if n >= 5 and ("re" in word or "ri" in word):
        word = _fold_re(word)  # centre, fibres, metred
    if "ll" in word:
        word = _fold_ll(word)  # traveller, marvellous
    for old, new, least in _LETTERS:
        if old in word and n >= least:
            word = word.replace(old, new)
    if n >= 7 and "eabl" in word and word[word.index("eabl") - 1] not in "cge":
        word = word.replace("eabl", "abl")  # likeable
    if n >= 6 and word.endswith("wards") and word[:-5] in _TOWARDS:
        word = word[:-1]  # towards
    if n >= 6 and "gramme" in word and not word.endswith(("ed", "er", "ers")):
        word = word.replace("gramme", "gram")  # kilogramme
    return word


def fold_weakly(word: str) -> str:
    """A second fold for what varies inside a country too: bogey/bogie, adapter/adaptor, programer/programmer."""
    for mark in ("'s", "'"):
        word = word.removesuffix(mark)
    if len(word) < 3:
        return word
    plural = word.endswith("s") and not word.endswith("ss")
    if plural:
        word = word[:-1]
    for old, new in _WEAK_ENDINGS:
        if word.endswith(old) and len(word) > len(old) + 1:
            word = word[: -len(old)] + new
            break
    for old, new in _WEAK_LETTERS:
        if old in word:
            word = word.replace(old, new)
    if word.startswith(("in", "im")):
        word = "e" + word[1:]
    out = "".join([c for k, c in enumerate(word) if not k or c != word[k - 1]])
    return out + "s" if plural else out


def _fold_digraphs(word: str) -> str:
    """Without the first letter of ae and oe."""
    return word.replace("ae", "e").replace("oe", "e")


def _fold_ise(word: str) -> str:
    """With z for s where a verb in -ise or -yse goes on."""
    for vowel in "iy":
        at = word.find(vowel + "s", 2)
        while at > 0:
            if word.startswith(_AFTER_ISE, at + 2):
                word = word[: at + 1] + "z" + word[at + 2 :]
            at = word.find(vowel + "s", at + 2)
    return word


def _fold_our(word: str) -> str:
    """With -or- for -our-, where a syllable comes before it: not in four, hour, tour, court."""
    at = word.find("our", 2)
    while at > 0:
        if any(c in _VOWELS for c in word[: at - 1]) and (word[at - 1] not in _VOWELS or word[at - 1] == "i"):
            word = word[:at] + "or" + word[at + 3 :]
        at = word.find("our", at + 2)
    return word


def _fold_re(word: str) -> str:
    """With -er for -re after a consonant: metre, centred, but not acre, were."""
    for stem in _RE:
        at = word.find(stem)
        if at >= 0:
            rest = word[at + len(stem) :]
            if rest.startswith(("ed", "ing", "iz")):  # centred, centring
                return word[:at] + stem[:-1] + "er" + rest
            if rest[:1] == "e":  # centre, centrepiece
                return word[:at] + stem[:-1] + "er" + rest[1:]
            return word
    return word


def _fold_ll(word: str) -> str:
    """With one l where two syllables come before it and a verb's or doer's ending after it: travelled, not filled."""
    at = word.find("ll", 3)
    if (at > 0 and word.startswith(_AFTER_L, at + 2)) or word[at + 2 :] in ("ment", "ments", "y"):
        head = word[:at]
        syllables = sum([c in _VOWELS and (not k or head[k - 1] not in _VOWELS) for k, c in enumerate(head)])
        if syllables > 1:
            return head + word[at + 1 :]
    return word
