"""Article -> sentences: lines are joined into paragraphs, paragraphs are cut where a copy editor would cut them.

>>> for s in split_sentences("ISTANBUL (AP) \u2014 He waited.\u201cIt was Feb. 24,\u201d said Lt. Gen. A. Kaya. \u201cWe\\nleft. Why?\u201d"):
...     print(s.text)
ISTANBUL (AP) — He waited.
“It was Feb. 24,” said Lt. Gen. A. Kaya.
“We
left.
Why?”

One scan finds the marks that may end a sentence; each is then judged by the word before it and the word after it. A
line break is judged by the room that was left: where the next word would still have fitted, the writer ended the
line himself. English abbreviations are ours (`lexicon/en/abbreviations.py`); in other languages sentencex is asked
whether a full stop between these two words ends a sentence, and the rest is the same.

Not caught: sentences that are joined by nothing ("he left they stayed"), by a comma, or by a line break that the
width of the text explains; a heading run into its paragraph; "Gen." or "No." as the last word before a name or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from newsdiff.lexicon.en.abbreviations import AFTER_HOUR, COUNTERS, DOUBTFUL, LATIN, MONTHS, SPEECH, STARTERS, TITLES
from newsdiff.model import Span

# Marks that end a sentence whatever follows: CJK, Arabic, Urdu, Indic, Armenian, Ethiopic, Khmer, Burmese, Tibetan.
_FINAL = "\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u0965\u0589\u1362\u1367\u1368\u17d4\u17d5\u104b\u0f0d\u2047\u2048\u2049\ufe52"
_RUN = re.compile(f"[.!?\u2026\uff0e{_FINAL}]+")
_FINALS = frozenset(_FINAL)
_MARKS = frozenset(".!?\u2026\uff0e" + _FINAL)

_CLOSING = frozenset("\u201d\u2019\u00bb\u203a)]}\u300d\u300f\uff09\u3011\u300b\u3009\uff3d\uff5d\uff02\u301e\u301f\u3015")
_OPENING = frozenset("\u201c\u2018\u00ab\u2039([{\u201e\u201a\u300c\u300e\uff08\u3010\u300a\u3008\uff3b\u00a1\u00bf\u201f\u201b\u3014")
_EITHER = frozenset("\"'\u201c\u2018\u00ab\u2039`*_")  # closing in some places and languages
_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u2039\u203a\u201e\u201a\u300c\u300d\u300e\u300f`")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015")
_BULLETS = frozenset("\u2022\u2043\u25aa\u25e6\u25cf\u25a0\u25ba\u25b6\u2023\u00b7*\u2013-\u2014\u2212+>")
_STRONG_BULLETS = "\u2022\u2043\u25aa\u25e6\u25cf\u25a0\u25ba\u25b6\u2023"
_RULE = frozenset("_*-=~#\u2014\u2013\u2022\u00b7.+ \u00a0")
_WORD_BREAKS = frozenset("\"'\u201c\u201d\u2018\u00ab\u00bb\u2039\u203a\u201e\u201a([{/\u2014\u2013\u00a1\u00bf<>=|:;,)")

# A token of these endings is a site or a file: "Booking.Com", "REPORT.PDF".
_ENDINGS = frozenset(
    "com org net co uk gov edu io tv info eu de fr ru cn pdf doc docx txt jpg jpeg png gif html htm php mp3 mp4 zip csv xls xlsx"
    " js py".split()
)
_NOTICES = frozenset(
    ("advertisement", "advertisements", "advertising", "continue reading", "story continues below", "story continues below advertisement",
     "scroll to continue", "article continues below", "sponsored", "anzeige", "publicidad", "publicit\u00e9", "\u0440\u0435\u043a\u043b\u0430\u043c\u0430")
)  # fmt: skip

# Speech verbs that end the clause after a quotation: “...。”李晓燕说。 「...。」と話した。 "...।" उन्होंने कहा।
_TAIL_VERBS = (
    "\u8bf4", "\u8aaa", "\u9053", "\u79f0", "\u7a31", "\u8868\u793a", "\u6307\u51fa", "\u95ee", "\u554f", "\u7b54", "\u544a\u8bc9\u8bb0\u8005", "\u8a71\u3057\u305f", "\u8a9e\u3063\u305f", "\u8ff0\u3079\u305f",
    "\u8a00\u3063\u305f", "\u0915\u0939\u093e", "\u0915\u0939\u0940", "\u092c\u0924\u093e\u092f\u093e", "\u092a\u0942\u091b\u093e", "\u092c\u094b\u0932\u0947", "\u0915\u0939\u093e \u0939\u0948", "\u0915\u0939\u093e \u0925\u093e",
)  # fmt: skip
_KANA_AFTER_QUOTE = frozenset("\u3068\u3063\u306a\u306e\u306f\u304c\u3092\u306b\u3082\u3067\u3084")
_ARABIC_SPEECH = frozenset(("\u0642\u0627\u0644", "\u0642\u0627\u0644\u062a", "\u064a\u0642\u0648\u0644", "\u062a\u0642\u0648\u0644", "\u0633\u0623\u0644", "\u0633\u0623\u0644\u062a", "\u0635\u0631\u062e"))  # fmt: skip
_HINDI_SHORT = frozenset(("\u0921\u0949", "\u0936\u094d\u0930\u0940", "\u092a\u094d\u0930\u094b", "\u092e\u094b", "\u0938\u0941\u0936\u094d\u0930\u0940", "\u0915\u0941", "\u0930\u0941", "\u0915\u0940", "\u0938\u0902", "\u090f\u0921", "\u0932\u093f", "\u092a\u0902"))  # fmt: skip

# Function words that tell a language, for texts that come under the default "en" and are not English.
_TELLTALES = {
    "de": frozenset("der die das und ist nicht den von mit dem ein eine auf im sich auch".split()),
    "es": frozenset("el la los las que en un una por con del se su al es para".split()),
    "fr": frozenset("le la les des et un une du que est dans pour qui au sur par".split()),
    "it": frozenset("il la di che e un una per del della con non si da nel sono".split()),
    "pt": frozenset("o a os as que e um uma do da em para com no na por".split()),
    "nl": frozenset("de het een en van is dat op te in niet met voor zijn".split()),
}
_ENGLISH = frozenset("the of and to in a is that for was on said with as it he by at be are from an have his has not".split())
_SAMPLE = 3000  # characters looked at to tell the language
_ENGLISH_SHARE = 0.12  # English news has .25-.40, its headlines .1; other languages under .08

# Wrapped copy: no line is longer (typescript, mail and RFCs use 60-80; some editors 100 or 120).
_WIDEST = 132
_NARROWEST = 30
_NARROWEST_WIDE = 16  # in full-width characters
_RAGGED = 6  # room that a careless wrapper leaves
_LONG_LINE = 40  # a line of prose, not an item of a list


class _Line(NamedTuple):
    """A line that is not blank: its text without white space at both ends, and where it stood."""

    start: int
    end: int
    indent: int
    blank_before: bool

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def split_sentences(text: str, lang: str = "en") -> tuple[Span, ...]:
    """The sentences of a text."""
    return tuple([Span(text[lo:hi], lo, hi) for lo, hi, _ in split_spans(text, lang)])


def split_spans(text: str, lang: str = "en") -> list[tuple[int, int, int]]:
    """(start, end, paragraph) of every sentence; together they hold every character but white space and a leading BOM."""
    asks = _library(_language(text, lang))
    spans: list[tuple[int, int, int]] = []
    paragraph = 0
    for lo, hi in _paragraphs(text):
        if spans and _is_tail(text, lo, hi):
            start, _, owner = spans[-1]
            spans[-1] = (start, hi, owner)
            continue
        for piece_lo, piece_hi in _pieces(text, lo, hi):
            start = piece_lo
            for end in _ends(text, piece_lo, piece_hi, asks):
                spans.append((start, end, paragraph))
                start = _skip_space(text, end, piece_hi)
            if start < piece_hi:
                spans.append((start, piece_hi, paragraph))
        paragraph += 1
    return spans


# Lines and paragraphs


def _lines(text: str) -> list[_Line]:
    """The lines of a text that are not blank. A form feed alone is a page break, which ends no paragraph."""
    lines: list[_Line] = []
    at = 0
    blank = True
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        lo = at + len(raw) - len(raw.lstrip()) if body else at
        hi = lo + len(body)
        if at == 0 and raw.startswith("\ufeff"):
            body = raw[1:].strip()
            lo = 1 + len(raw) - 1 - len(raw[1:].lstrip()) if body else 1
            hi = lo + len(body)
        if body:
            lines.append(_Line(lo, hi, 0 if lo - at > 40 else lo - at - (text[at] == "\f"), blank))
            blank = False
        elif raw != "\f":
            blank = True
        at += len(raw)
    return lines


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every paragraph."""
    lines = _lines(text)
    if not lines:
        return
    width = _wrap_width(text, lines)
    head = lines[0]
    last = head
    for line in lines[1:]:
        if line.blank_before or not _continues(text, head, last, line, width):
            yield head.start, last.end
            head = line
        last = line
    yield head.start, last.end


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The column at which the text was wrapped, 0 if its line breaks are the writer's own.

    A wrapped line is as long as it can be: the first word of the next one would not have fitted. And it breaks off
    inside a sentence.
    """
    pairs = [
        (one, two)
        for one, two in zip(lines, lines[1:], strict=False)
        if not two.blank_before and two.indent <= one.indent and not _is_item(text, two) and one.width <= _WIDEST
    ]
    if not pairs:
        return 0
    lengths = sorted([one.width for one, _ in pairs])
    most = lengths[min(len(lengths) - 1, len(lengths) * 8 // 10)]
    width = max([line.width for line in lines if line.width <= most + 10])
    if width < (_NARROWEST_WIDE if _is_wide(text[pairs[0][1].start]) else _NARROWEST):
        return 0
    forced = [(one, two) for one, two in pairs if one.width <= width and _room(text, one, two, width) < 0]
    if len(forced) < 0.4 * len(pairs):
        return 0
    broken = [two for one, two in forced if not _is_closed(text, one)]
    small = [two for two in broken if _starts_small(text, two)]
    caseless = [two for two in broken if _is_caseless(text, two)]
    if len(small) >= 0.25 * len(forced) or (caseless and len(broken) >= 0.5 * len(forced)):
        return width
    return 0


def _continues(text: str, head: _Line, last: _Line, line: _Line, width: int) -> bool:
    """Whether a line carries on the paragraph that `head` began and `last` ended so far."""
    if _is_item(text, line) or _is_notice(text, line) or _is_notice(text, last):
        return False
    small = _starts_small(text, line)
    closed = _is_closed(text, last)
    if not width or last.width > width:
        return small and not closed and last.width >= _LONG_LINE and not _is_item(text, last)
    if line.indent > last.indent and not _is_item(text, head):
        return False
    if not closed and not small and (_is_dateline(text, line) or _is_byline(text, line) or _is_byline(text, last)):
        return False
    room = _room(text, last, line, width)
    return room < _RAGGED or (small and not closed)


def _room(text: str, one: _Line, two: _Line, width: int) -> int:
    """Columns left if the first word of `two` had been set on line `one`; negative where it did not fit."""
    if _is_wide(text[two.start]):
        return width - one.width - 3
    at = two.start
    while at < two.end and not text[at].isspace():
        at += 1
    return width - one.width - 1 - (at - two.start)


def _is_closed(text: str, line: _Line) -> bool:
    """Whether a line ends as a sentence does."""
    at = line.end - 1
    while at > line.start and (text[at] in _CLOSING or text[at] in _EITHER or text[at] in _UNSEEN):
        at -= 1
    return text[at] in _MARKS or text[at] == ":"


def _starts_small(text: str, line: _Line) -> bool:
    """Whether the first letter is small and not the i of iPhone."""
    at = line.start
    while at < line.end and (text[at] in _QUOTES or text[at] in _OPENING):
        at += 1
    return at < line.end and text[at].islower() and not text[at + 1 : at + 2].isupper()


def _is_caseless(text: str, line: _Line) -> bool:
    char = text[line.start]
    return char.isalpha() and char.lower() == char.upper()


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\ua4cf" or "\uac00" <= char <= "\ud7af" or "\uff00" <= char <= "\uff60"


def _is_item(text: str, line: _Line) -> bool:
    """Whether a line begins with a bullet or a number as the items of a list do."""
    first = text[line.start]
    if first in _BULLETS:
        return line.start + 1 == line.end or text[line.start + 1].isspace() or first in _STRONG_BULLETS
    head = text[line.start : min(line.start + 5, line.end)]
    cut = 1
    while cut < len(head) and head[cut].isdigit():
        cut += 1
    return first.isdigit() and cut < 4 and head[cut : cut + 1] in (".", ")") and head[cut + 1 : cut + 2].isspace()


def _is_notice(text: str, line: _Line) -> bool:
    """Whether a line is an ad label or a rule (___, * * *)."""
    if line.end - line.start > 40:
        return False
    body = text[line.start : line.end]
    return body.strip(":-[]() ").casefold() in _NOTICES or (len(body) > 2 and _RULE.issuperset(body))


def _is_dateline(text: str, line: _Line) -> bool:
    """Whether a line begins like "PORT ANSELM (AP) -"."""
    head = text[line.start : min(line.end, line.start + 70)]
    word = head.split(None, 1)[0].strip(",.:")
    return len(word) > 2 and word.isupper() and word.isalpha() and any([d in head for d in ("\u2014", "\u2013", "--", " - ", " (")])


def _is_byline(text: str, line: _Line) -> bool:
    return line.end - line.start < 60 and text.startswith("By ", line.start) and text[line.start + 3 : line.start + 4].isupper()


def _is_tail(text: str, lo: int, hi: int) -> bool:
    """Whether a paragraph holds nothing but marks that belong to the sentence before: a lone full stop or quote."""
    if hi - lo > 20:
        return False
    return all([c in _MARKS or c in _CLOSING or c in _UNSEEN or c == '"' or c.isspace() for c in text[lo:hi]])


# Pieces: what begins a sentence inside a paragraph without a full stop before it


def _pieces(text: str, lo: int, hi: int) -> list[tuple[int, int]]:
    """A paragraph cut at rules (*** and ___) and at the items of a list that was set in one line."""
    cuts = [lo]
    if text.find("***", lo, hi) >= 0 or text.find("___", lo, hi) >= 0:
        for m in _inner_rules().finditer(text, lo, hi):
            cuts += [m.start(), m.end()]
    first = text[lo]
    if first in _STRONG_BULLETS:
        at = text.find(first, lo + 1, hi)
        while at >= 0:
            if text[at - 1].isspace():
                cuts.append(at)
            at = text.find(first, at + 1, hi)
    elif first in "1aA(":
        cuts += _enumerators(text, lo, hi)
    if len(cuts) == 1:
        return [(lo, hi)]
    pieces = []
    cuts.append(hi)
    cuts.sort()
    for start, end in zip(cuts, cuts[1:], strict=False):
        start = _skip_space(text, start, end)
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            pieces.append((start, end))
    return pieces


@cache
def _inner_rules() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:\*{3,}|_{3,})(?!\S)")


def _enumerators(text: str, lo: int, hi: int) -> list[int]:
    """Where the items of "1) one 2) two" begin after the first: the same marks, the next number, then a capital."""
    at = lo + 1 if text[lo] == "(" else lo
    label = "1" if text[at : at + 1] == "1" else text[at : at + 1]
    if label not in ("1", "a", "A"):
        return []
    end = at + 1
    while end < hi and text[end] in ".)":
        end += 1
    marks = text[at + 1 : end]
    if not 1 <= len(marks) <= 2 or end >= hi or not text[end].isspace():
        return []
    cuts: list[int] = []
    count = 1
    while count < 100:
        count += 1
        name = str(count) if label == "1" else chr(ord(label) + count - 1) if count <= 26 else ""
        sign = text[lo:at] + name + marks
        found = text.find(" " + sign + " ", end, hi)
        if not name or found < 0 or not text[found + len(sign) + 2 : found + len(sign) + 3].isupper():
            break
        cuts.append(found + 1)
        end = found + len(sign)
    return cuts


# Sentence ends

Asks = Callable[[str, str], bool]


def _ends(text: str, lo: int, hi: int, asks: Asks | None) -> Iterator[int]:
    """Where each sentence but the last of a piece ends, its closing quotes and brackets included."""
    start = lo
    counted, straight = lo, 0  # straight double quotes before `counted`
    for m in _RUN.finditer(text, lo, hi):
        i, j = m.span()
        if i < counted:
            continue
        straight += text.count('"', counted, i)
        counted = j
        run_end = _spaced_dots(text, j, hi)
        j, inside = _closers(text, i, run_end, hi, straight % 2 == 1)
        k = _skip_space(text, j, hi)
        while k < hi and k > j and text[k] in _UNSEEN:
            k = _skip_space(text, k + 1, hi)
        if k < hi and _is_end(text, start, i, run_end, j, k, hi, inside, straight, asks):
            yield j
            start = k
        straight += text.count('"', counted, j)
        counted = max(counted, j)


def _spaced_dots(text: str, j: int, hi: int) -> int:
    """The end of ". . ." and of a stop that stands alone after another."""
    while True:
        k = _skip_space(text, j, min(hi, j + 3))
        if k == j or k >= hi or text[k] not in ".!?" or (k + 1 < hi and text[k + 1].isalnum()):
            return j
        j = k + 1
        while j < hi and text[j] in _MARKS:
            j += 1


def _closers(text: str, i: int, j: int, hi: int, quoted: bool) -> tuple[int, bool]:
    """The end of the quotes and brackets that close with the marks `text[i:j]`, and whether there were any."""
    end = j
    while end < hi:
        char = text[end]
        if char in _UNSEEN:
            end += 1
        elif char in _CLOSING:
            if char in "\u00bb\u203a" and _opens(text, end, hi):
                break
            end += 1
        elif char == '"':
            if not quoted and end + 1 < hi and text[end + 1].isalnum():
                break  # waited."It was late," he said
            quoted = False
            end += 1
        elif char in _EITHER:
            if _opens(text, end, hi):
                break
            end += 1
        elif char == "[" and text[end + 1 : end + 2].isdigit() and 0 <= text.find("]", end, end + 6) - end:
            end = text.find("]", end, end + 6) + 1  # a reference: [12]
        elif char.isspace():
            k = _skip_space(text, end, min(hi, end + 3))
            after = text[k : k + 1]
            if after in ("\u00bb", "\u203a") and not _opens(text, k, hi) and _is_last_open(text, i, "\u00ab\u2039"):
                end = k + 1
            elif after == '"' and quoted and (k + 1 >= hi or text[k + 1].isspace()):
                quoted = False
                end = k + 1
            elif after and after in ":;" and text[k + 1 : k + 2] in (")", "-") and text[k + 1 : k + 3] in (")", "-)", ") ", ")\n"):
                end = k + 3 if text[k + 1] == "-" else k + 2
            else:
                break
        else:
            break
    return end, end > j


def _opens(text: str, at: int, hi: int) -> bool:
    """Whether a quotation mark right after a stop opens: a word follows at once, and none of its kind is open."""
    if at + 1 >= hi or not text[at + 1].isalnum():
        return False
    partner = {"\u201c": "\u201e", "\u2018": "\u201a", "\u00ab": "\u00bb", "\u2039": "\u203a", "\u00bb": "\u00ab", "\u203a": "\u2039", "'": " '", "`": " `"}.get(
        text[at]
    )
    return partner is None or not _is_last_open(text, at, partner)


def _is_last_open(text: str, at: int, openers: str) -> bool:
    """Whether one of the openers stands shortly before and nothing has closed it. A quotation is looked back for 600 characters."""
    window = text[max(0, at - 600) : at]
    if len(openers) == 2 and openers[0] == " ":
        found = window.rfind(openers)
        return found >= 0 and window[found + 2 : found + 3].isalnum()
    closers = {"\u201e": "\u201c\u201d", "\u201a": "\u2018\u2019", "\u00ab": "\u00bb", "\u00bb": "\u00ab", "\u2039": "\u203a", "\u203a": "\u2039"}
    for opener in openers:
        found = window.rfind(opener)
        if found >= 0 and not any([c in window[found:] for c in closers[opener]]):
            return True
    return False


def _is_end(
    text: str, start: int, i: int, run: int, j: int, k: int, hi: int, inside: bool, straight: int, asks: Asks | None
) -> bool:
    """Whether the marks `text[i:run]`, closed at `j`, end the sentence that began at `start`; the next word is at `k`."""
    mark = text[i]
    spaced = k > j
    char = text[k]
    if not _has_word(text, start, i):
        return False
    if char in ",;:)]}/%" or (char in _CLOSING and not spaced):
        return False
    if text[i - 1] in "([" and inside:
        return False  # [...]
    at = k
    quote = False
    while at < hi and (text[at] in _OPENING or text[at] in _QUOTES or text[at] in _UNSEEN or (text[at].isspace() and quote)):
        quote = True
        at += 1
    if at >= hi:
        return False
    first = text[at]
    if mark in _FINALS or (mark == "\uff0e" and not first.isdigit()):
        return _is_final_end(text, j, k, hi, inside, spaced)
    if char in _DASHES:
        return _is_end_before_dash(text, start, i, k, hi, mark, spaced, inside)
    word = _word_before(text, start, i)
    small = first.islower() and not text[at + 1 : at + 2].isupper()
    if mark in "!?" or (run - i > 1 and ("!" in text[i:run] or "?" in text[i:run])):
        return _is_question_end(text, i, k, at, hi, inside, spaced, quote, small, word)
    if run - i > 1 or mark == "\u2026":
        return _is_ellipsis_end(text, i, at, hi, inside, spaced, quote, small, word)
    if not spaced:
        return _is_run_on(text, start, i, j, k, at, hi, inside, quote, word)
    if inside:
        if small and not quote:
            return False  # "This is great." she said
        if text[run] in ")]" and (word in TITLES or word in LATIN):
            return False
        return True
    return _is_stop_end(text, start, i, k, at, hi, quote, small, word, asks)


def _is_stop_end(
    text: str, start: int, i: int, k: int, at: int, hi: int, quote: bool, small: bool, word: str, asks: Asks | None
) -> bool:
    """Whether a single full stop before white space ends a sentence."""
    first = text[at]
    if small:
        return _is_small_start(text, i, at, hi, word)
    if text[k] == "(" and _is_abbreviation(word):
        return False  # ST. PAUL, Minn. (AP)
    if text[k] in "/(" and text[start:i].isupper() and i - start < 40:
        return False  # VERKHNEOZYORSK. /Interfax/
    if text[i - 1] == "/" and i - start < 80 and text.find("/", start, i - 1) >= 0:
        return False
    if not word:
        return True
    if _is_enumerator(text, start, i, word):
        return False
    last = word[-1]
    if last.isdigit():
        return asks is None or not first.isupper() or len(word) > 2 or asks(text[max(start, i - 40) : i + 1], text[at : at + 40])
    if not word[0].isascii() and _is_caseless_char(last):
        return _is_caseless_stop(text, start, i, word)
    following = _word_after(text, at, hi)
    if asks is not None:
        return _is_foreign_stop(text, start, i, at, word, following, asks)
    bare = word.rsplit(".", 1)[-1] if word.count(".") == 1 and len(word.split(".", 1)[0]) > 3 else word
    if bare.endswith(("-", "\u2019s", "'s")):
        return True
    if len(bare) == 1 and last.isalpha():
        return _is_initial_end(text, start, i, word, following, at, hi)
    if "." in bare:
        return _is_acronym_end(text, start, i, bare, following, at, hi, quote)
    if bare in MONTHS:
        return not first.isdigit() and (following in STARTERS or quote)
    if bare in COUNTERS and (first.isdigit() or _is_roman(following)):
        return False
    if bare in TITLES:
        return bare in ("Mt", "St") and following in STARTERS
    if bare in DOUBTFUL or (bare[0].isupper() and len(bare) <= 5 and not bare.isupper() and not _has_vowel(bare)):
        if first.isdigit():
            return bare not in COUNTERS and bare not in DOUBTFUL
        return _is_starter(text, at, hi, following) or (quote and bare[0].islower()) or first in "$\u20ac\u00a3"
    return True


def _is_small_start(text: str, i: int, at: int, hi: int, word: str) -> bool:
    """Whether a sentence ends before a small letter: only after an ordinary word ("pepper. no place", "the city. did. The")."""
    if not word:
        return text[i - 1].isspace() or text[i - 1] in ")]\"\u201d"
    following = _word_after(text, at, hi)
    stray = text[at + len(following) : at + len(following) + 1] == "." and text[at + len(following) + 1 : at + len(following) + 2].isspace()
    if not word.isalpha():
        return stray and word.isalnum()
    if word in DOUBTFUL or word in COUNTERS or word in TITLES or word in MONTHS or word in LATIN:
        return False
    if word[0].isupper() and not stray:
        return False
    return len(word) > 2 and _has_vowel(word)


def _is_initial_end(text: str, start: int, i: int, word: str, following: str, at: int, hi: int) -> bool:
    """Whether a single letter with a stop ends a sentence: "you and I. Did", not "J. Smith"."""
    if word.islower():
        return following in STARTERS or word in "ai"
    return _is_starter(text, at, hi, following) and following not in ("A", "I")


def _is_acronym_end(text: str, start: int, i: int, word: str, following: str, at: int, hi: int, quote: bool) -> bool:
    """Whether U.S., a.m., Ph.D. or a web address with a stop ends a sentence."""
    parts = word.split(".")
    if max([len(p) for p in parts]) > 3 or not all([p.isalpha() for p in parts if p]):
        return True
    low = word.lower()
    if low in ("a.m", "p.m"):
        if following in AFTER_HOUR or text[at].isdigit():
            return False
        if following in TITLES and i - start < 14:
            return False  # At 5 a.m. Mr. Smith went
        return not text[at - 1] == "("
    if low in LATIN:
        return False
    return _is_starter(text, at, hi, following) or (quote and text[at - 1] != "(")


def _is_abbreviation(word: str) -> bool:
    return word in DOUBTFUL or word in TITLES or word in MONTHS or "." in word or len(word) == 1 or word in LATIN


def _is_starter(text: str, at: int, hi: int, following: str) -> bool:
    """Whether the word at `at` is one that begins sentences and not names."""
    if following not in STARTERS:
        return False
    end = at + len(following)
    return not (end < hi and text[end] in ".-" and end + 1 < hi and not text[end + 1].isspace()) and text[end : end + 1] != "."


def _is_enumerator(text: str, start: int, i: int, word: str) -> bool:
    """Whether the word is the number of a list item: the first of its sentence."""
    if i - len(word) - start > 2:
        return False
    before = text[start : i - len(word)].strip()
    if before and before not in _BULLETS and before != "(":
        return False
    return (word.isdigit() and len(word) < 4) or (len(word) == 1 and word.isalpha() and word not in "I") or _is_roman(word)


def _is_roman(word: str) -> bool:
    return 0 < len(word) < 6 and not word.strip("IVXLC")


def _is_caseless_char(char: str) -> bool:
    return char.lower() == char.upper()


def _is_caseless_stop(text: str, start: int, i: int, word: str) -> bool:
    """A full stop after a word of a script without case: an end, unless the word is a shortened title."""
    if "\u0900" <= word[0] <= "\u0dff":
        letters = [c for c in word if c.isalpha()]
        if word in _HINDI_SHORT or len(letters) < 2 and word != "\u0939\u0948":
            return False
        return "." not in word
    return len(word) > 1


def _is_foreign_stop(text: str, start: int, i: int, at: int, word: str, following: str, asks: Asks) -> bool:
    """Whether a full stop ends a sentence in a language that a library knows better."""
    if len(word) == 1 and word.isupper():
        return False
    if word in ("Mr", "Dr", "Prof", "St", "M", "Mme", "Mrs", "Lt", "Gen", "No"):
        return False
    return asks(text[max(start, i - 40) : i + 1], text[at : at + 40])


def _is_run_on(
    text: str, start: int, i: int, j: int, k: int, at: int, hi: int, inside: bool, quote: bool, word: str
) -> bool:
    """Whether a sentence ends at a stop without white space: "resorted.According", "in 1897.Its", "year.11 people"."""
    first = text[at]
    if not word and not inside and text[i - 1] not in ")]\"\u201d\u2019%":
        return False
    if first.islower() or not (first.isalnum() or first in "$\u20ac\u00a3"):
        return False
    following = _word_after(text, at, hi)
    end = at + len(following)
    if inside or quote:
        return (first.isupper() or first.isdigit() or _is_caseless_char(first)) and not _is_abbreviation(word)
    if first.isdigit():
        return len(word) > 2 and word.isalpha() and word[1:].islower() and not _is_abbreviation(word) and word not in COUNTERS
    if first.isupper():
        if not (text[at + 1 : at + 2].islower() or following in ("I", "A") or (len(following) > 1 and word[-1:].islower())):
            return False
        if following.lower() in _ENDINGS or (end + 1 < hi and text[end] in ".(_@" and text[end + 1].isalnum()):
            return False
        if word and _in_address(text, start, i, end, hi):
            return False
        if word.lower() in ("a.m", "p.m"):
            return following not in AFTER_HOUR
        if word in DOUBTFUL:
            return following in STARTERS
        if _is_abbreviation(word) or (word in COUNTERS and not word.islower()):
            return False
        return True
    if _is_caseless_char(first) and first.isalpha() and not first.isascii():
        return len(word) > 1 and not word[-1].isdigit() and not _in_address(text, start, i, end, hi) and "." not in word
    return False


def _in_address(text: str, start: int, i: int, end: int, hi: int) -> bool:
    """Whether the stop at `i` stands inside a URL, an e-mail address or a path."""
    lo = i
    while lo > start and i - lo < 200 and not text[lo - 1].isspace():
        lo -= 1
    stop = i
    while stop < hi and stop - i < 100 and not text[stop].isspace():
        stop += 1
    token = text[lo:stop]
    return "://" in token or "@" in token or token[:4].lower() == "www." or "/" in token[: i - lo]


def _is_question_end(
    text: str, i: int, k: int, at: int, hi: int, inside: bool, spaced: bool, quote: bool, small: bool, word: str
) -> bool:
    """Whether ! or ? ends a sentence."""
    first = text[at]
    if not spaced:
        if not first.isupper() and not quote and not (inside and first.isdigit()):
            return _is_caseless_char(first) and first.isalpha() and not inside
        return not _in_address(text, i, i, at, hi) and not (first.islower() and not quote)
    if small:
        if inside or quote:
            return quote and not inside
        if word[:1].isupper():
            return False  # Yahoo! in
        return text[i : i + 1] == "?" or _word_after(text, at, hi) not in SPEECH
    if inside:
        if _is_caseless_char(first) and first.isalpha():
            return _word_after(text, at, hi) not in _ARABIC_SPEECH and not _tail_speech(text, k, hi)
        return not _is_attribution(text, k, hi)
    return True


def _is_attribution(text: str, k: int, hi: int) -> bool:
    """Whether what follows a quoted question is who asked it: "How?" Smith asked. Only names come before the verb."""
    words = text[k : min(hi, k + 90)].split()
    for n, word in enumerate(words[:7]):
        bare = word.rstrip(",.:;")
        if n == 0 and (bare in STARTERS or not word[0].isupper()):
            return False
        if bare in SPEECH:
            if n == 0:
                return False
            following = words[n + 1 : n + 2]
            return bare != word or not following or following[0] in _AFTER_SPEECH
        if not word[0].isupper() and word not in ("of", "de", "van", "von", "al", "bin", "da", "del", "the"):
            return False
    return False


_AFTER_SPEECH = frozenset("in at on as when after before during to of his her him them reporters the a me us with".split())


def _is_ellipsis_end(
    text: str, i: int, at: int, hi: int, inside: bool, spaced: bool, quote: bool, small: bool, word: str
) -> bool:
    """Whether ... ends a sentence: before a capital, unless it stands between words of one ("I ... I don't know")."""
    first = text[at]
    if small:
        return False
    if not spaced:
        return first.isupper() and text[at + 1 : at + 2].islower() and word[-1:].islower() and not _in_address(text, i, i, at, hi)
    if inside:
        return not _is_attribution(text, at, hi)
    if not quote and text[i - 1].isspace() and (_word_after(text, at, hi) == "I" or not first.isupper()):
        return False
    return not (_is_caseless_char(first) and first.isalpha() and "\u2e80" <= first)


def _is_end_before_dash(text: str, start: int, i: int, k: int, hi: int, mark: str, spaced: bool, inside: bool) -> bool:
    """Whether a sentence ends before a dash: yes before a speaker's next line, no in a dateline or before "- he said"."""
    at = k
    while at < hi and (text[at] in _DASHES or text[at].isspace() or text[at] in _QUOTES):
        at += 1
    if at >= hi or not spaced or not text[k + 1 : k + 2].isspace() and text[k + 1 : k + 2] not in _DASHES and not text[at].isupper():
        return False
    if not text[at].isupper():
        return False
    if mark == "." and not inside:
        word = _word_before(text, start, i)
        if _is_abbreviation(word) or (i - start < 60 and text[start : start + 3].isupper()):
            return False
    return not (mark in "!?" and inside)


def _is_final_end(text: str, j: int, k: int, hi: int, inside: bool, spaced: bool) -> bool:
    """Whether a mark that always ends does so here: not where who said it follows the closing quote."""
    if not inside:
        return True
    char = text[k]
    if char in _KANA_AFTER_QUOTE and not spaced:
        return False
    if _word_after(text, k, hi) in _ARABIC_SPEECH:
        return False
    if char.islower():
        return False
    return not _tail_speech(text, k, hi)


def _tail_speech(text: str, k: int, hi: int) -> bool:
    """Whether the clause at `k` is short and ends in a speech verb."""
    m = _RUN.search(text, k, min(hi, k + 50))
    return m is not None and text[k : m.start()].rstrip().endswith(_TAIL_VERBS)


def _has_word(text: str, start: int, end: int) -> bool:
    """Whether there is a letter or figure yet: an ellipsis at the start of a sentence ends nothing."""
    return any([c.isalnum() for c in text[start : min(end, start + 30)]]) or end - start > 30


def _word_before(text: str, start: int, i: int) -> str:
    """The word that a stop at `i` closes, stops inside it included."""
    at = i
    low = max(start, i - 40)
    while at > low:
        char = text[at - 1]
        if char.isspace() or char in _WORD_BREAKS:
            break
        at -= 1
    return text[at:i].rstrip(".").lstrip(".*_")


def _word_after(text: str, at: int, hi: int) -> str:
    end = at
    limit = min(hi, at + 30)
    while end < limit and (text[end].isalpha() or text[end] in "'\u2019"):
        end += 1
    return text[at:end].replace("\u2019", "'")


def _has_vowel(word: str) -> bool:
    return any([c in "aeiouyAEIOUY" or not c.isascii() for c in word])


def _skip_space(text: str, at: int, hi: int) -> int:
    while at < hi and text[at].isspace():
        at += 1
    return at


# Languages


def _language(text: str, lang: str) -> str:
    """The language to split by: what was asked for, or, under the default, what the text is plainly written in."""
    lang = lang.strip().lower().replace("_", "-").split("-")[0]
    if lang != "en":
        return lang or "en"
    sample = text[:_SAMPLE]
    words = sample.lower().split()
    if not words:
        return "en"
    if not sample.isascii():
        letters = [c for c in sample if c.isalpha() and c > "\u02ff"]
        if len(letters) > len(sample) // 3:
            middle = letters[len(letters) // 2]
            if "\u0400" <= middle <= "\u04ff":
                return "uk" if "\u0456" in sample else "ru"
            return "en" if not "\u0370" <= middle <= "\u03ff" else "el"
    if sum([w in _ENGLISH for w in words]) >= _ENGLISH_SHARE * len(words):
        return "en"
    scores = [(sum([w in telltale for w in words]), name) for name, telltale in _TELLTALES.items()]
    most, name = max(scores)
    return name if len(words) >= 12 and most >= 0.2 * len(words) else "en"


def _library(lang: str) -> Asks | None:
    """Asks a library whether a sentence ends between two stretches of text; None where our own rules are better."""
    if lang == "en":
        return None
    from sentencex import segment

    def asks(before: str, after: str) -> bool:
        before = before.translate(_NO_QUOTES)
        after = after.translate(_NO_QUOTES).lstrip()
        at = 0
        for part in segment(lang, before + " " + after):
            at += len(part)
            if at >= len(before):
                return at <= len(before) + 1
        return False

    return asks


# The library keeps quotations and brackets whole.
_NO_QUOTES = str.maketrans("", "", "\"'\u201c\u201d\u2018\u00ab\u00bb\u2039\u203a\u201e\u201a()[]\n\r\u00a0\u202f")
