"""Paragraph -> sentence ends: each mark that may end a sentence, judged by the word before and the word after it.

>>> text = "He resorted.According to Insp. Kaya he left at 8 a.m. Nobody asked. “Why?” he said."
>>> [text[end - 9 : end] for end in sentence_ends(text, 0, len(text), None)]
['resorted.', 'at 8 a.m.', 'dy asked.']

A quotation of several sentences is split; the attribution stays with the sentence beside it; closing quotes and
brackets go with the sentence that they close.

Not caught: "Gen." or "No." as the last word before a name or a figure; a sentence that begins with a name right
after "Inc." or "U.S."; a question mark inside a title ("Who? Weekly").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.lexicon.en.abbreviations import (
    AFTER_HOUR,
    AFTER_SPEECH,
    COUNTERS,
    DOUBTFUL,
    LATIN,
    MONTHS,
    SPEECH,
    STARTERS,
    STREETS,
    TITLES,
    WEEKDAYS,
)
from newsdiff.text.sentences.languages import Asks
from newsdiff.text.sentences.marks import (
    BULLETS,
    CLOSING,
    DASHES,
    EITHER,
    FINAL,
    FINALS,
    MARKS,
    OPENING,
    QUOTES,
    UNSEEN,
    is_caseless,
    skip_space,
    word_after,
    word_before,
)

_RUN = re.compile(f"[.!?…．{FINAL}]+")

# How far back the opening mark of a quotation is looked for, in characters.
_QUOTATION = 600
_PARTNERS = {"“": "„", "‘": "‚", "«": "»", "‹": "›", "»": "«", "›": "‹", "'": "'", "`": "`"}
_CLOSERS = {"„": "“”", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹"}
# The greatest length of a dateline or an item's number.
_DATELINE = 60
# A leftover fragment: "did.", "rice cake."
_STRAY = 25
_STRAY_WORDS = 3

# Endings of sites and files: "Booking.Com", "REPORT.PDF".
_ENDINGS = frozenset(
    [
        "com", "org", "net", "co", "uk", "gov", "edu", "io", "tv", "info", "eu", "de", "fr", "ru", "cn",
        "pdf", "doc", "docx", "txt", "jpg", "jpeg", "png", "gif", "html", "htm", "php", "mp3", "mp4",
        "zip", "csv", "xls", "xlsx", "js", "py",
    ]
)  # fmt: skip
_NAME_PARTICLES = frozenset(
    ["of", "de", "van", "von", "al", "bin", "da", "del", "la", "el", "der", "den", "du", "di", "the"]
)
# "...。”李晓燕说。" "「...。」と話した。" "...।" उन्होंने कहा। : the clause after a quotation ends in one of these.
_LAST_VERBS = (
    "说", "說", "道", "称", "稱", "表示", "指出", "问", "問", "答", "告诉记者", "話した", "語った",
    "述べた", "言った", "कहा", "कही", "बताया", "पूछा", "बोले", "कहा है", "कहा था",
)  # fmt: skip
_KANA_AFTER_QUOTE = frozenset("とっなのはがをにもでや")
_ARABIC_SPEECH = frozenset(["قال", "قالت", "يقول", "تقول", "سأل", "سألت", "صرخ"])
_HINDI_SHORT = frozenset(
    [
        "डॉ", "श्री", "प्रो", "मो", "सुश्री", "कु", "रु", "की", "सं", "एड", "लि", "पं", "ए", "बी", "सी",
        "डी", "ई", "एफ", "जी", "एच", "आई", "जे", "के", "एल", "एम", "एन", "ओ", "पी", "आर", "एस", "टी",
        "यू", "वी",
    ]
)  # fmt: skip
# In mail and on forums sentences begin small.
_SMALL_STARTERS = frozenset(["i", "im", "i'm", "i've", "they", "we", "you", "he", "she", "thanks"])
# Titles that the library lacks in some languages.
_FOREIGN_TITLES = frozenset(["Mr", "Mrs", "Dr", "Prof", "St", "M", "Mme", "Lt", "Gen", "No", "Sr", "Sra", "Fa", "Abg"])
# Words that begin sentences in German, French, Spanish, Italian, Portuguese and Dutch, but not names.
_OTHER_STARTERS = frozenset(
    [
        "Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "Er", "Sie", "Es", "Wir", "Ich", "Und",
        "Aber", "Doch", "Im", "In", "Am", "An", "Auf", "Bei", "Nach", "Vor", "Mit", "Von", "Zum", "Zur",
        "Für", "Auch", "So", "Nun", "Was", "Wie", "Dort", "Damit", "El", "La", "Los", "Las", "En", "Un",
        "Una", "Por", "Pero", "Según", "Le", "Les", "Une", "Il", "Elle", "Ils", "Mais", "Dans", "Au",
        "Selon", "Et", "Lo", "Gli", "Ma", "O", "A", "Os", "As", "Um", "Uma", "Em", "No", "Na", "Mas",
        "De", "Het", "Een", "Hij", "Zij", "Maar", "Op",
    ]
)  # fmt: skip


class _Stop(NamedTuple):
    """A mark that may end a sentence, and its surroundings in `text`."""

    text: str
    start: int  # of the sentence
    at: int  # of the mark
    run: int  # end of the marks
    close: int  # end of the quotes and brackets that close with them
    next: int  # the first character after white space
    letter: int  # first character of the next word, after its quotes and brackets
    hi: int  # end of the piece
    word: str  # before the mark

    @property
    def inside(self) -> bool:
        """Whether a quote or bracket closes here."""
        return self.close > self.run

    @property
    def spaced(self) -> bool:
        return self.next > self.close

    @property
    def opening(self) -> bool:
        """Whether a quote or bracket opens before the next word."""
        return self.letter > self.next

    @property
    def first(self) -> str:
        return self.text[self.letter]

    @property
    def small(self) -> bool:
        """Whether the next word begins with a small letter, and is not like iPhone."""
        return self.text[self.letter].islower() and not self.text[self.letter + 1 : self.letter + 2].isupper()

    @property
    def following(self) -> str:
        """The next word."""
        return word_after(self.text, self.letter, self.hi)


def sentence_ends(text: str, lo: int, hi: int, asks: Asks | None) -> Iterator[int]:
    """The end of each sentence of `text[lo:hi]` except the last, including closing quotes and brackets."""
    start = counted = lo
    straight = 0  # straight double quotes before `counted`: an odd number leaves one open
    for match in _RUN.finditer(text, lo, hi):
        at, run = match.span()
        if at < counted:
            continue
        straight += text.count('"', counted, at)
        run = _spaced_dots(text, run, hi)
        close = _closed_at(text, at, run, hi, straight % 2 == 1)
        straight += text.count('"', run, close)
        counted = close
        after = skip_space(text, close, hi)
        while close < after < hi and text[after] in UNSEEN:
            after = skip_space(text, after + 1, hi)
        if not _has_word(text, start, at) or after >= hi:
            continue
        letter = after
        while letter < hi and (
            text[letter] in OPENING
            or text[letter] in QUOTES
            or text[letter] in UNSEEN
            or (letter > after and text[letter].isspace())
        ):
            letter += 1
        if letter >= hi:
            continue
        if _is_end(_Stop(text, start, at, run, close, after, letter, hi, _word(text, start, at)), asks):
            yield close
            start = after


def _word(text: str, start: int, at: int) -> str:
    """The word before the mark; an abbreviation in capitals in its usual spelling (ST. PAUL, CO. LTD.)."""
    word = word_before(text, start, at)
    if len(word) > 1 and word.isupper() and "." not in word:
        written = word.capitalize()
        if written in TITLES or written in DOUBTFUL or written in MONTHS:
            return written
    return word


# What belongs to the mark


def _spaced_dots(text: str, run: int, hi: int) -> int:
    """The end of ". . .", or of a separate stop after another."""
    while True:
        at = skip_space(text, run, min(hi, run + 3))
        if at == run or at >= hi or text[at] not in ".!?" or (at + 1 < hi and text[at + 1].isalnum()):
            return run
        run = at + 1
        while run < hi and text[run] in MARKS:
            run += 1


def _closed_at(text: str, mark: int, run: int, hi: int, quoted: bool) -> int:
    """The end of the quotes, brackets, references and smileys that close with the marks `text[mark:run]`."""
    end = run
    while end < hi:
        char = text[end]
        if char == '"':
            if not quoted and end + 1 < hi and text[end + 1].isalnum():
                return end  # Zurich."I ate it," he said
            quoted = False
            end += 1
        elif char in UNSEEN:
            end += 1
        elif char in CLOSING or char in EITHER:
            if _opens(text, end, hi):
                return end
            end += 1
        elif char == "[":
            bracket = text.find("]", end, end + 6)
            if bracket < 0 or not text[end + 1].isdigit():
                return end
            end = bracket + 1  # a reference: [12]
        elif char.isspace():
            detached = _detached_closer(text, mark, end, hi, quoted)
            if detached == end:
                return end
            quoted = quoted and text[detached - 1] != '"'
            end = detached
        else:
            return end
    return end


def _detached_closer(text: str, mark: int, end: int, hi: int, quoted: bool) -> int:
    """The end of a closing mark that comes after white space (« Oui. », a tokenised '. "', a smiley), else `end`."""
    at = skip_space(text, end, min(hi, end + 3))
    char = text[at : at + 1]
    if not char:
        return end
    if char in "»›" and not text[at + 1 : at + 2].isalnum() and _is_open(text, mark, "«‹"):
        return at + 1
    if char in ")]”" and (at + 1 >= hi or text[at + 1].isspace()):
        return at + 1
    if char == '"' and quoted and (at + 1 >= hi or text[at + 1].isspace()):
        return at + 1
    if char in ":;" and text[at + 1 : at + 2] in (")", "-"):
        smile = at + 2 if text[at + 1] == ")" else at + 3
        if text[smile - 1 : smile] == ")" and (smile >= hi or text[smile].isspace()):
            return smile
    return end


def _opens(text: str, at: int, hi: int) -> bool:
    """Whether a mark right after a stop opens a quotation: a word follows directly, and no such quotation is open."""
    partner = _PARTNERS.get(text[at])
    if partner is None:
        return text[at] not in CLOSING and at + 1 < hi and text[at + 1].isalnum()
    # French sets a space after the opening mark.
    letter = at + 2 if text[at] in "«‹" and text[at + 1 : at + 2].isspace() else at + 1
    return letter < hi and text[letter].isalnum() and not _is_open(text, at, partner)


def _is_open(text: str, at: int, openers: str) -> bool:
    """Whether one of the opening marks precedes `at` and has not been closed."""
    window = text[max(0, at - _QUOTATION) : at]
    if openers in "'`":
        return _is_apostrophe_open(window, openers)
    for opener in openers:
        found = window.rfind(opener)
        if found >= 0 and not any(char in window[found:] for char in _CLOSERS[opener]):
            return True
    return False


def _is_apostrophe_open(window: str, mark: str) -> bool:
    """Whether the last apostrophe used as a quotation mark opens one: no letter before it, but one after it."""
    at = window.rfind(mark)
    while at >= 0:
        before, after = window[max(0, at - 1) : at], window[at + 1 : at + 2]
        if after.isalnum() and not before.isalnum():
            return True
        if not after.isalnum() and not before.isalnum():
            return False
        at = window.rfind(mark, 0, at)
    return False


def _has_word(text: str, start: int, at: int) -> bool:
    """Whether the sentence has a letter or figure yet: an ellipsis at its beginning does not end it."""
    return at - start > 30 or any(char.isalnum() for char in text[start:at])


# Whether the mark ends the sentence


def _is_end(stop: _Stop, asks: Asks | None) -> bool:
    text, mark, char = stop.text, stop.text[stop.at], stop.text[stop.next]
    if char in ",;:)]}/%…" or (char in CLOSING and not stop.spaced):
        return False  # an ellipsis after a full stop goes with it, as "obsolete. ..." does
    if text[stop.at - 1] in "([" and stop.inside and not char.isupper():
        return False  # [...]
    if mark in FINALS or (mark == "．" and not stop.first.isdigit()):
        return not stop.inside or not _is_attributed_final(stop)
    if char in DASHES:
        return _is_end_before_dash(stop)
    marks = text[stop.at : stop.run]
    if "!" in marks or "?" in marks:
        return _is_question_end(stop)
    if len(marks) > 1 or mark == "…":
        return _is_ellipsis_end(stop)
    if not stop.spaced:
        return _is_run_on(stop)
    if stop.inside:
        return _is_quotation_end(stop)
    return _is_full_stop(stop, asks)


def _is_full_stop(stop: _Stop, asks: Asks | None) -> bool:
    """Whether a single full stop before white space ends a sentence."""
    text, word, first = stop.text, stop.word, stop.first
    if stop.small:
        return asks is None and _is_end_before_small(stop)
    if (text[stop.next] == "(" and _is_abbreviation(word)) or _is_dateline(stop):
        return False  # ST. PAUL, Minn. (AP)
    if not word:
        return True
    if _is_item_number(stop) or word in ("P.S", "PS", "N.B", "NB"):
        return False
    if first.isdigit() and re.split("['’]", word)[-1] in COUNTERS:
        return False
    if word[-1].isdigit():
        # Languages in which ordinals have a stop: im 19. Jahrhundert, but: auf Platz 3. Der
        ordinal = asks is not None and first.isupper() and len(word) < 3
        return not ordinal or stop.following in _OTHER_STARTERS or "'" in stop.following
    if not word[0].isascii() and is_caseless(word[-1]):
        return _is_caseless_end(stop)
    if asks is not None:
        return _is_foreign_end(stop, word, asks)
    head, _, tail = word.rpartition(".")
    return _is_english_end(stop, tail if len(head) > 3 and "." not in head else word)


def _is_foreign_end(stop: _Stop, word: str, asks: Asks) -> bool:
    """Whether a word with a full stop ends a sentence in a language that the library knows."""
    if (len(word) == 1 and word.isupper()) or word in _FOREIGN_TITLES or _is_double_initial(word):
        return False
    acronym = "." in word and word.replace(".", "").replace(" ", "").isupper()
    return ((acronym or word in ("etc", "usw")) and stop.following in _OTHER_STARTERS) or _ask(stop, asks)


def _is_english_end(stop: _Stop, word: str) -> bool:
    """Whether an English word with a full stop ends a sentence before a capital, a figure or an opening quote."""
    if word.endswith(("-", "’s", "'s")):
        return True
    if _is_double_initial(word):
        return False
    if len(word) == 1 and word.isalpha():
        if word.islower():
            return stop.following in STARTERS or word in "ai"
        return _is_starter(stop) and stop.following not in ("A", "I")  # you and I. Did; not J. Smith
    if "." in word:
        return _is_acronym_end(stop, word)
    return _is_shortened_end(stop, word)


def _is_shortened_end(stop: _Stop, word: str) -> bool:
    """Whether a possible abbreviation ends a sentence, by the kinds in lexicon/en/abbreviations.txt."""
    first, following = stop.first, stop.following
    if word in MONTHS:
        return not first.isdigit() and (following in STARTERS or stop.opening)
    if word in COUNTERS and (first.isdigit() or _is_roman(following)):
        return False
    if word in STREETS and _is_numbered_street(stop):
        return first.isupper()  # 1400 Mesa St. Animals
    if word in TITLES or (len(word) <= 3 and word.istitle() and _follows_title(stop)):
        return False  # Mr. Ray; Gov. Ma. Teresa
    if word in ("etc", "ect"):
        return first.isupper()
    shortened = word[0].isupper() and len(word) <= 5 and not word.isupper() and not _has_vowel(word)
    if word in DOUBTFUL or shortened:
        if first.isdigit():
            return shortened and word not in DOUBTFUL
        return _is_starter(stop) or (stop.opening and word[0].islower()) or first in "$€£"
    return True


def _is_numbered_street(stop: _Stop) -> bool:
    """Whether a house number and one or two names precede it: 1400 Mesa St, but not Feb. 24 in St."""
    words = stop.text[max(stop.start, stop.at - 40) : stop.at].split()[-4:-1]
    while words and words[-1][0].isupper():
        words.pop()
    return bool(words) and len(words) < 3 and words[-1].isdigit()


def _is_acronym_end(stop: _Stop, word: str) -> bool:
    """Whether U.S., a.m., Ph.D. or a web address with a full stop ends a sentence."""
    parts = word.split(".")
    if max([len(part) for part in parts]) > 3 or not all(part.isalpha() for part in parts if part):
        return True
    bracket = stop.text[stop.letter - 1] == "("
    if word.lower() in ("a.m", "p.m"):
        if stop.following in AFTER_HOUR or stop.first.isdigit():
            return False
        opens_sentence = stop.at - stop.start < 14  # At 5 a.m. Mr. Smith went
        return not bracket and not (opens_sentence and stop.following in TITLES)
    if word.lower() in LATIN:
        return False
    return _is_starter(stop) or (stop.opening and not bracket)


def _is_end_before_small(stop: _Stop) -> bool:
    """Whether a sentence ends before a small letter: after an ordinary word ("pepper. no place", "city. did. The")."""
    word = stop.word
    if not word:
        before = stop.text[stop.at - 1]
        return before.isspace() or before in ')]"”'
    if word in DOUBTFUL or word in COUNTERS or word in TITLES or word in MONTHS or word in LATIN:
        return False
    if len(word) == 1:
        return False  # E. coli
    if stop.following in _SMALL_STARTERS and len(word) > 2:
        return True
    if not word.isalpha() or word[0].isupper():
        return word.isalnum() and _is_stray(stop)
    return len(word) > 2 and _has_vowel(word)


def _is_stray(stop: _Stop) -> bool:
    """Whether a leftover fragment comes next: up to three lower-case words and a full stop, but no speaker."""
    text = stop.text
    end = text.find(".", stop.letter, min(stop.hi, stop.letter + _STRAY))
    if end < 0 or (end + 1 < stop.hi and not text[end + 1].isspace()):
        return False
    words = text[stop.letter : end].replace(",", "").split()
    if len(words) > _STRAY_WORDS or not words[-1].isalpha() or len(words[-1]) == 1:
        return False
    return not any(word in SPEECH or word in TITLES or word[0].isupper() for word in words)


def _is_quotation_end(stop: _Stop) -> bool:
    """Whether a full stop and a closing quote or bracket before white space end a sentence."""
    bracket = stop.text[stop.run] in ")]"
    if stop.small and not stop.opening:
        return (
            not bracket and stop.text[stop.close - 1] not in ")]" and _is_stray(stop)
        )  # not "This is great." she said
    if bracket:
        return not (_is_item_number(stop) or stop.word in TITLES or stop.word in LATIN)
    return True


def _is_run_on(stop: _Stop) -> bool:
    """Whether a sentence ends at a stop without white space: "resorted.According", "in 1897.Its", "year.11 people"."""
    text, word, first, following = stop.text, stop.word, stop.first, stop.following
    if not word and not stop.inside and text[stop.at - 1] not in ')]"”’%':
        return False
    if first.islower() or not (first.isalnum() or first in "$€£"):
        return False
    if stop.inside or stop.opening:
        return not _is_abbreviation(word)
    if _is_address(stop):
        return False
    if first.isdigit():
        ordinary = len(word) > 2 and word.isalpha() and word[1:].islower()
        return ordinary and word not in COUNTERS and not _is_abbreviation(word)
    if is_caseless(first):
        return first.isalpha() and len(word) > 1 and not word[-1].isdigit() and "." not in word
    return _is_run_on_capital(stop, word, following)


def _is_run_on_capital(stop: _Stop, word: str, following: str) -> bool:
    """Whether a stop between a word and a capitalised one ends a sentence, and not a name, site, file or acronym."""
    text, end = stop.text, stop.letter + len(stop.following)
    capitalised = following[1:2].islower() or following in ("I", "A")
    if not capitalised and not (len(following) > 1 and word[-1:].islower()):
        return False
    if following.lower() in _ENDINGS or (end + 1 < stop.hi and text[end] in ".(_@" and text[end + 1].isalnum()):
        return False
    if word.lower() in ("a.m", "p.m"):
        return following not in AFTER_HOUR
    if word in DOUBTFUL:
        return following in STARTERS
    if "." in word and word.rsplit(".", 1)[1].isdigit():
        return True  # on Feb.24.In
    return not _is_abbreviation(word) and (word not in COUNTERS or word.islower())


def _is_question_end(stop: _Stop) -> bool:
    """Whether ! or ? ends a sentence."""
    first = stop.first
    if not stop.spaced:
        if first.isupper() or stop.opening or (stop.inside and first.isdigit()):
            return not (first.islower() and not stop.opening) and not _is_address(stop)
        return is_caseless(first) and first.isalpha() and not stop.inside
    if stop.small:
        if stop.inside or stop.opening:
            return stop.opening and not stop.inside
        if stop.text[stop.at] == "?":
            return True
        return not stop.word[:1].isupper() and stop.following not in SPEECH  # Yahoo! in
    if not stop.inside:
        return stop.following not in DOUBTFUL or not _is_shortened(stop)  # Yahoo! Inc.
    if is_caseless(first) and first.isalpha():
        return not _is_attributed_final(stop)
    return not _is_attribution(stop)


def _is_attribution(stop: _Stop) -> bool:
    """Whether an attribution comes next: "How?" Smith asked. A name precedes the verb, and no clause follows it."""
    words = stop.text[stop.next : min(stop.hi, stop.next + 90)].split()
    for n, word in enumerate(words[:7]):
        bare = word.rstrip(",.:;")
        if n == 0 and (bare in STARTERS or bare in SPEECH or not word[0].isupper()):
            return False
        if bare in SPEECH:
            return bare != word or n + 1 == len(words) or words[n + 1] in AFTER_SPEECH
        if not word[0].isupper() and word not in _NAME_PARTICLES:
            return False
    return False


def _is_ellipsis_end(stop: _Stop) -> bool:
    """Whether ... ends a sentence: before a capital, unless it interrupts a sentence ("I ... I don't")."""
    first = stop.first
    if stop.small or stop.word.lower() == stop.following.lower():
        return False  # I... I don't
    if not stop.spaced:
        joined = first.isupper() and stop.following[1:2].islower() and stop.word[-1:].islower()
        return joined and not _is_address(stop)
    if stop.inside:
        return not _is_attribution(stop)
    if not stop.opening and stop.text[stop.at - 1].isspace() and (stop.following == "I" or not first.isupper()):
        return False
    return not (first >= "⺀" and first.isalpha())


def _is_end_before_dash(stop: _Stop) -> bool:
    """Whether a sentence ends before a dash: yes before the next speaker, no in a dateline or before "— he said"."""
    text, at = stop.text, stop.next
    while at < stop.hi and (text[at] in DASHES or text[at].isspace() or text[at] in QUOTES):
        at += 1
    if at >= stop.hi or not stop.spaced or not text[at].isupper():
        return False
    if stop.inside:
        if "!" in text[stop.at : stop.run] or "?" in text[stop.at : stop.run]:
            return False
        return stop.hi - at >= 80 or _RUN.search(text, at, stop.hi) is not None  # "It is a long game." - Matthew Ingram
    if text[stop.at] == ".":
        place = text[stop.start : stop.start + 3]
        in_dateline = stop.at - stop.start < _DATELINE and place.isalpha() and place.isupper()
        return not in_dateline and not _is_abbreviation(stop.word)
    return True


def _is_attributed_final(stop: _Stop) -> bool:
    """Whether an attribution, or a Japanese particle, follows a closing quote in a script without capitals."""
    char = stop.text[stop.next]
    if char.islower() or (char in _KANA_AFTER_QUOTE and not stop.spaced) or stop.following in _ARABIC_SPEECH:
        return True
    clause = _RUN.search(stop.text, stop.next, min(stop.hi, stop.next + 50))
    return clause is not None and stop.text[stop.next : clause.start()].rstrip().endswith(_LAST_VERBS)


def _is_caseless_end(stop: _Stop) -> bool:
    """Whether a full stop after a word of a script without case ends a sentence: it may be a shortened title."""
    word = stop.word
    if "\u0900" <= word[0] <= "\u0dff":
        letters = sum([char.isalpha() for char in word])
        return "." not in word and word not in _HINDI_SHORT and (letters > 1 or word == "है")
    return len(word) > 1


# Looks at the words


def _ask(stop: _Stop, asks: Asks) -> bool:
    return asks(stop.text[max(stop.start, stop.at - 60) : stop.at + 1], stop.text[stop.letter : stop.letter + 60])


def _is_abbreviation(word: str) -> bool:
    return word in DOUBTFUL or word in TITLES or word in MONTHS or word in LATIN or "." in word or len(word) == 1


def _is_starter(stop: _Stop) -> bool:
    """Whether the next word begins sentences rather than names."""
    if stop.following not in STARTERS:
        return False
    tail = stop.text[stop.letter + len(stop.following) :][:2]
    return tail[:1] != "." and not (tail[:1] == "-" and tail[1:].isalnum())  # U.S. No. 1, U.S. All-Stars


def _is_item_number(stop: _Stop) -> bool:
    """Whether the word is the number of a list item: the first of its sentence."""
    word = stop.word
    if stop.at - len(word) - stop.start > 2:
        return False
    before = stop.text[stop.start : stop.at - len(word)].strip()
    if before and before not in BULLETS and before != "(":
        return False
    lettered = len(word) == 1 and word.isalpha() and word != "I"
    return lettered or (word.isdigit() and len(word) < 4) or _is_roman(word)


def _is_double_initial(word: str) -> bool:
    """Whether a word is like the J.-P of J.-P. Durand."""
    return len(word) == 4 and word[1:3] == ".-" and word[3].isupper()


def _is_shortened(stop: _Stop) -> bool:
    """Whether the next word has a full stop."""
    end = stop.letter + len(stop.following)
    return stop.text[end : end + 1] == "."


def _is_roman(word: str) -> bool:
    return 0 < len(word) < 6 and not word.strip("IVXLC")


def _is_dateline(stop: _Stop) -> bool:
    """Whether a stop is in a dateline: "London, Wednesday. The", "KYIV. /Interfax/. The"."""
    text, start, at = stop.text, stop.start, stop.at
    if at - start > _DATELINE:
        return False
    if text[stop.next] in "/(" and text[start:at].isupper():
        return True
    if text[at - 1] == "/":
        return text.find("/", start, at - 1) >= 0
    if stop.word in WEEKDAYS:
        return "," in text[start:at] and text[start:at].istitle()
    return text[start : start + 3].isupper() and _is_agency(text[start:at])


def _is_agency(head: str) -> bool:
    """Whether a dateline ends in the name of an agency: "MOSKVA, 3 mar — RIA Novosti"."""
    _, dash, agency = head.replace("–", "—").replace(" - ", " — ").partition("— ")
    words = agency.split()
    return bool(dash) and 0 < len(words) <= 3 and all(word[0].isupper() for word in words)


def _follows_title(stop: _Stop) -> bool:
    """Whether the word before the stop's word is a shortened title."""
    at = stop.at - len(stop.word)
    return stop.text[at - 2 : at] == ". " and word_before(stop.text, stop.start, at - 2) in TITLES


def _is_address(stop: _Stop) -> bool:
    """Whether the stop is inside a URL, an e-mail address or a path."""
    text, lo, hi = stop.text, stop.at, stop.at
    while lo > stop.start and stop.at - lo < 200 and not text[lo - 1].isspace():
        lo -= 1
    while hi < stop.hi and hi - stop.at < 100 and not text[hi].isspace():
        hi += 1
    token = text[lo:hi]
    return "@" in token or "://" in token or token[:4].lower() == "www." or "/" in token[: stop.at - lo]


def _has_vowel(word: str) -> bool:
    return any(char in "aeiouyAEIOUY" or not char.isascii() for char in word)
