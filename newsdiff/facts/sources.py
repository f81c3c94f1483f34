"""Sources: who vouches for a claim, the words that say so, and the claim.

>>> from newsdiff.compare import read_text
>>> article = read_text("It was unsafe, according to a leaked report. Ana Ruiz, the mayor, said it was.", "", "en")
>>> [s.text for s in read_sources(article)]
['according to a leaked report', 'Ana Ruiz, the mayor, said']

A source is the subject of a verb of saying with a claim beside it, the words after "according to" and the like, the
signature after a quotation, or the name that opens a speaker's turn in a transcript. The author ("we", "please note"),
things never or not yet said ("would not say", "we'll write") and words inside quotation marks are not sources.

Not read: thoughts and wishes ("wants", "is worried about"), nouns ("her refusal"), and who "he" is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.facts.marks import Marked, is_marked, paragraphs, read_marks
from newsdiff.lexicon.en.function_words import NUMBERS
from newsdiff.lexicon.en.saying import (
    ALIKE,
    ANONYMOUS,
    BESIDE_QUOTES,
    BESIDE_VERBS,
    BOUNDARIES,
    CLAUSES,
    CUES,
    DETERMINERS,
    DOCUMENTS,
    LABELS,
    LINKS,
    MEASURES,
    NAMELESS,
    NO_CLAIM,
    NO_INVERSION,
    NOBODY,
    NOUNS_TOO,
    PLURALS,
    PORTIONS,
    POSTMODIFIERS,
    PRONOUNS,
    SAYING,
    SMALL_WORDS,
    TITLES,
    TOLD,
    UNSAID,
    VAGUE,
    WEAK,
    WHEN,
)
from newsdiff.lexicon.en.verbs import BE, FINITE, MODALS
from newsdiff.lexicon.vectors import rank
from newsdiff.model import Article, Sentence, Token
from newsdiff.text.normalize import strip_marks

_LONGEST = 24  # tokens of a source; anything longer was misread
_AFTER = 14  # tokens of a source that follows its cue
_NAMED = 6  # tokens of a name with its title
_CLAUSE = 7  # tokens after a verb in which its clause shows
_SAID_WHEN = 4  # words after the phrase that say where or when
_BE = BE | {"'s", "'re"}
_AUXILIARIES = FINITE | BE
COMMON = 2000  # words with a lower rank are nobody's name; measured on annotated news
_TRIGGERS = frozenset((*SAYING, *BESIDE_QUOTES, *CUES))  # a sentence without any of these names no source
_STOPS = frozenset(',.;:?!"-()[]') | {"..."}
_LEADS_ON = frozenset(",?!\u2014-\u2026")  # marks before the closing one, if the speaker follows
_LABEL = re.compile(
    r"[\"\u201c]?((?:[^\W\d_][\w.'\u2019-]*[ \t]){0,3}[^\W\d_][\w.'\u2019-]*):[ \t]+(?=\S+[ \t]\S+[ \t]\S)"
)
_SIGNATURE = re.compile(r"\s{0,4}(?:[-\u2013\u2014\u2015~]{1,2})[ \t\xa0]*([^\W\d_a-z][^\n\"\u201c;:?!]{1,80})(?=\n|$)")


class Source(NamedTuple):
    """A phrase that names a source (`text`), its parts, and the value: who it is, as words that can be compared."""

    text: str
    start: int
    end: int
    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    names: frozenset[str]  # capitalised words, folded
    words: frozenset[str]  # the other words of the source itself, as printed
    nouns: frozenset[str]  # the same as stems or groups of sources
    owners: frozenset[str]  # names and nouns that only say whose it is: the boy's mother, an aide to the mayor
    pronoun: str = ""  # "" if the source is named
    anonymous: bool = False  # nobody in particular: a resident, sources, it was said
    nameless: bool = False  # asks not to be named: on condition of anonymity


class _Phrase(NamedTuple):
    """Token indexes of the phrase, the source in it and the cue; whether the claim comes before, after or both."""

    lo: int
    hi: int
    first: int
    last: int
    cue: tuple[int, int]
    before: bool
    after: bool


def read_sources(article: Article) -> list[Source]:
    """The sources of an article, in order."""
    quotes = read_marks(article)
    found: list[Source] = []
    for sentence in article.sentences:
        if _TRIGGERS.isdisjoint([t.key.casefold() for t in sentence.tokens]):
            continue
        tokens = _outside(article, sentence, quotes)
        keys = [_key(t) for t in tokens]
        phrases = list(_phrases(keys, tokens))
        edges = [0, *[p.hi for p in phrases]], [*[p.lo for p in phrases], len(tokens)]
        for k, phrase in enumerate(phrases):
            content = []
            if phrase.before and edges[0][k] < phrase.lo:
                content.append((tokens[edges[0][k]].start, tokens[phrase.lo - 1].end))
            stop = next(
                (at for at in edges[1][k + 1 :] if not SMALL_WORDS.issuperset(keys[phrase.hi : at])), len(tokens)
            )
            if phrase.after and phrase.hi < stop:
                content.append((tokens[phrase.hi].start, tokens[stop - 1].end))
            found.append(_source(article, tokens, phrase, content))
    found += [*_labels(article), *_signatures(article, quotes)]
    return _speeches(article, sorted(found, key=lambda s: (s.start, s.end)), quotes)


def _outside(article: Article, sentence: Sentence, quotes: Sequence[Marked]) -> list[Token]:
    """The tokens of a sentence with each quotation as one mark, without brackets and apostrophes."""
    outside: list[Token] = []
    depth = 0
    quotes = quotes[
        bisect_right(quotes, sentence.start, key=lambda q: q.outer[1]) : bisect_left(
            quotes, sentence.end, key=lambda q: q.outer[0]
        )
    ]
    last = sentence.tokens[-1] if sentence.tokens else None
    for token in sentence.tokens:
        if quotes and is_marked(token.start, quotes):
            if outside and outside[-1].key == '"':
                start = outside[-1].start
                outside[-1] = outside[-1]._replace(text=article.text[start : token.end], end=token.end)
            else:
                outside.append(token._replace(key='"', word=False))
        elif token.key in ("(", ")"):
            depth = max(0, depth + (1 if token.key == "(" else -1))
        elif not depth and token.key != '"' and (token.key != "." or token is last):  # the workers' is not a quotation
            outside.append(token)
    return outside


def _key(token: Token) -> str:
    """The form of a word that is looked up: in lower case, except for Ms. May and Mr. Will."""
    key = token.key.casefold()
    return token.key if key in MODALS and token.text[0].isupper() and not token.initial else key


def _phrases(keys: Sequence[str], tokens: Sequence[Token]) -> Iterator[_Phrase]:
    """The phrases of one sentence that name a source."""
    taken = 0
    for i, key in enumerate(keys):
        if i < taken:
            continue
        phrase = None
        for cue in CUES.get(key, ()):
            lo = i - cue.index(key)
            if phrase is None and lo >= taken and tuple(keys[lo : lo + len(cue)]) == cue:
                phrase = _prepositional(keys, tokens, lo, lo + len(cue))
        if key in SAYING and i and keys[i - 1] == "as" and keys[i + 1 : i + 2] == ["by"]:
            phrase = _prepositional(keys, tokens, i - 1, i + 2)
        elif key in SAYING or key in BESIDE_QUOTES:
            phrase = _spoken(keys, tokens, i)
        if phrase and phrase.lo >= taken and phrase.last - phrase.first <= _LONGEST:
            yield phrase
            taken = phrase.hi


def _prepositional(keys: Sequence[str], tokens: Sequence[Token], lo: int, first: int) -> _Phrase | None:
    """The phrase whose cue tokens[lo:first] is followed by its source."""
    last = _follow(keys, tokens, first, lo > 0)
    words = keys[first:last]
    noun = words[: next((n for n, word in enumerate(words) if word in POSTMODIFIERS), len(words))]
    # A bare noun is not a source: according to plan. The authorities, police and the like are.
    bare = len(noun) == 1 and tokens[first].text.islower() and not noun[0].endswith("s") and noun[0] not in ALIKE
    if not words or (bare and noun[0] not in NUMBERS and noun[0] not in SMALL_WORDS | DETERMINERS | PORTIONS):
        return None
    if noun and noun[-1] in MEASURES and lo and keys[lo - 1] not in _STOPS:
        return None  # they worked according to the new plan
    return _Phrase(lo, last, first, last, (lo, first), lo > 0, lo == 0)


def _follow(keys: Sequence[str], tokens: Sequence[Token], first: int, inside: bool) -> int:
    """The end of a source that begins at `first`: the next mark, or after an apposition."""
    last = first
    while last < len(keys) and keys[last] not in _STOPS and keys[last] not in ("but", "that") and last - first < _AFTER:
        last += 1
    if last > first and last + 1 < len(keys) and keys[last] == ",":
        stop = last + 1
        while stop < len(keys) and keys[stop] not in _STOPS:
            stop += 1
        opens = tokens[last + 1].text[0].isupper() or keys[last + 1] in DETERMINERS or keys[last + 1] == "who"
        closed = inside or keys[stop : stop + 1] == [","]
        # An apposition ends at a comma or with the sentence and holds no verb: the Minister, Ana Ruiz, ...
        if (
            opens
            and closed
            and stop - last < _AFTER
            and (keys[last + 1] == "who" or _AUXILIARIES.isdisjoint(keys[last:stop]))
        ):
            last = stop
    return last


def _spoken(keys: Sequence[str], tokens: Sequence[Token], i: int) -> _Phrase | None:
    """The phrase of the verb at `i`, None if it is not a verb of saying or has no claim or nobody says it."""
    if keys[i] in NOUNS_TOO and tokens[i].text[0].isupper():
        return None  # the United States
    low = i
    while low and (keys[low - 1] in _AUXILIARIES or _is_adverb(keys[low - 1])):
        low -= 1
    group, before = keys[low:i], keys[low - 1] if low else "."
    if before in UNSAID or any(k in MODALS or k in UNSAID or k.endswith("n't") for k in group):
        return None
    passive, participle = not _BE.isdisjoint(group), keys[i].endswith("ing")
    if passive and not participle and not (before == "it" and SAYING.get(keys[i]) in ("say", "announce", "report")):
        return None
    if low == i and before in _STOPS and not participle and _is_inverted(keys, tokens, i):
        last = _follow(keys, tokens, i + 1, True)
        named = last > i + 1 and keys[i + 1] not in NOBODY
        return _Phrase(i, last, i + 1, last, (i, i + 1), True, '"' in keys[last : last + 2]) if named else None
    span = None
    if before in ("and", "but") or (participle and not passive):  # the speaker is farther away
        if keys[i] in NOUNS_TOO or keys[i] in BESIDE_QUOTES or before not in ("and", "but", ",", "by"):
            return None
        plain = keys[i + 1 : i + 2] not in (["that"], ['"'])
        if keys[i] == "say" or (plain and SAYING[keys[i]] != "say"):  # but say there is
            return None
    else:
        span = _subject(keys, tokens, low - (before == "who"))
        if span is None or not _agrees(keys, tokens, i, span):
            return None
    first, last = span or (low, low)
    claims = _claims(keys, tokens, i, first)
    return _Phrase(first, i + 1, first, last, (low, i + 1), *claims) if any(claims) else None


def _is_adverb(key: str) -> bool:
    return key in BESIDE_VERBS or (key.endswith("ly") and key not in ALIKE)  # but the family


def _agrees(keys: Sequence[str], tokens: Sequence[Token], i: int, span: tuple[int, int]) -> bool:
    """Whether the verb agrees with the subject: he reports, they report, but not the annual report."""
    subject = keys[slice(*span)]
    if keys[i] in NOUNS_TOO and not (
        subject[0] in DETERMINERS or subject[0] in PRONOUNS or any(t.text[0].isupper() for t in tokens[slice(*span)])
    ):
        return False
    # The head is what comes before "of", "for", "in": advisers to Ruiz say.
    n = next((n for n in range(1, len(subject)) if subject[n] in POSTMODIFIERS or subject[n] == ","), len(subject))
    head = subject[n - 1]
    plural = head.endswith("s") or "and" in subject or head in PLURALS or subject[0] in PLURALS
    if keys[i] == SAYING.get(keys[i]):
        return plural or (i > 0 and keys[i - 1] in ("do", "does", "did"))
    noun = keys[i] in NOUNS_TOO and keys[i].endswith("s") and keys[i + 1 : i + 2] != ["that"]
    return not (noun and plural and tokens[span[0] + n - 1].text[0].islower())


def _claims(keys: Sequence[str], tokens: Sequence[Token], i: int, lo: int) -> tuple[bool, bool]:
    """Whether the claim of the verb at `i` comes before its phrase, which begins at `lo`, and whether after."""
    verb, rest = SAYING.get(keys[i], ""), keys[i + 1 : i + 8]
    told = verb in TOLD
    mark = rest.index('"') if '"' in rest else len(rest)
    follows = rest[:1] == ['"'] or rest[:2] in ([":", '"'], [",", '"'])
    follows |= (
        verb in ("say", "tell") and 1 < mark < len(rest) and rest[mark - 1] in (",", ":") and _plain(rest[: mark - 1])
    )
    quoted = lo > 0 and (keys[lo - 1] == '"' or (lo > 1 and keys[lo - 2 : lo] == ['"', ","]))
    if quoted:  # "One," he said(, and) "two"
        return True, '"' in rest or (rest[:1] == [","] and len(rest) > 3)
    if follows or not verb:
        return False, follows
    noun = keys[i] in NOUNS_TOO
    enclosed = lo > 1 and keys[lo - 1] in (",", "-", "as")
    if rest[:1] == ["that"] or (
        not noun and "that" in rest[: 7 if told else 4] and (verb == "say" or told or rest[0] not in DETERMINERS)
    ):
        return False, True
    if not rest or rest[0] in _STOPS or (not noun and verb not in WEAK and _ends(keys, i + 1)):
        return enclosed, (enclosed and rest[:1] == [","]) or (rest[:1] == [":"] and not noun)
    if told and enclosed and _plain(rest):  # ..., he told reporters
        return True, False
    if not DOCUMENTS.isdisjoint(keys[lo:i]) and _has_clause(keys, i + 1):  # polls show he is ahead
        return False, True
    if noun or (rest[0] in ("to", "of", "about") and not (verb == "say" and _has_clause(keys, i + 2))):
        return False, False
    if verb in WEAK:
        return False, told and _has_clause(keys, i + 1)
    if verb == "say":
        return False, rest[0] not in NO_CLAIM or _has_clause(keys, i + 1)
    return False, _has_clause(keys, i + 1)


def _plain(keys: Sequence[str]) -> bool:
    """Whether the words have no verb: the crowd, reporters on Friday."""
    return _AUXILIARIES.isdisjoint(keys) and PRONOUNS.isdisjoint(keys)


def _ends(keys: Sequence[str], start: int) -> bool:
    """Whether only where or when it was said follows, up to the next mark."""
    if start >= len(keys) or keys[start] in _STOPS:
        return True
    stop = next((n for n in range(start, min(len(keys), start + _SAID_WHEN + 1)) if keys[n] in _STOPS), len(keys))
    return keys[start] in WHEN and stop - start <= _SAID_WHEN


def _has_clause(keys: Sequence[str], start: int) -> bool:
    """Whether a clause follows, not just an object: announced (that) it would strike, not announced a strike."""
    for key in keys[start : start + _CLAUSE]:
        if key in CLAUSES or key in _AUXILIARIES or key in PRONOUNS:
            return True
        if key in BOUNDARIES or key in _STOPS:
            return key == '"'
    return False


def _is_inverted(keys: Sequence[str], tokens: Sequence[Token], i: int) -> bool:
    """Whether the subject follows the verb: ..., said Ana Ruiz."""
    following = keys[i + 1] if i + 1 < len(keys) else "."
    if following in _STOPS or following in NO_INVERSION:
        return False
    marks = [n for n in range(max(0, i - 2), i) if keys[n] == '"']
    quoted = bool(marks) and (keys[i - 1] == "," or not _LEADS_ON.isdisjoint(tokens[marks[-1]].text[-3:]))
    if following in PRONOUNS:
        return quoted and (i + 2 >= len(keys) or keys[i + 2] in _STOPS)
    if quoted:
        return True
    # Ana Ruiz, who leads the town, said; Dr Ruiz, a hydrologist at Boise, said the river was high.
    opening = _back(keys, max(0, i - 1), i)
    head = tokens[_back(keys, max(0, opening - 1), i) : max(0, opening - 1)]
    named = len(head) <= _NAMED and any(t.text[0].isupper() and not t.initial for t in head)
    if keys[opening] in ("who", "which", "whose") or (named and _plain(keys[opening - len(head) - 1 : i])):
        return False
    stop = next((n for n in range(i + 1, len(keys)) if keys[n] in _STOPS), len(keys))
    clause = keys[i + 1 : stop]
    return (
        keys[i] in SAYING
        and keys[i - 1] == ","
        and len(clause) <= _AFTER
        and _AUXILIARIES.isdisjoint(clause)
        and PRONOUNS.isdisjoint(clause)
        and (not _AUXILIARIES.isdisjoint(keys[:i]) or sum([k.isalpha() for k in keys[:i]]) >= 6)
    )


def _subject(keys: Sequence[str], tokens: Sequence[Token], low: int) -> tuple[int, int] | None:
    """The subject that ends at `low`, with its appositions; None if there is none, or nobody makes the claim."""
    stop = low
    while stop and keys[stop - 1] == ",":  # Ana Ruiz, 61, of Springfield, the mayor, said
        first = _back(keys, stop - 1, low)
        if not first or keys[first - 1] != "," or keys[first] in BOUNDARIES - {"who", "whose", "which"}:
            return None
        stop = first - 1
        head = _back(keys, stop, low)
        if not (head and keys[head - 1] == "," and (keys[head] in POSTMODIFIERS or keys[head].isdigit())):
            break
        stop = head
    apposed = stop < low
    first = _start(keys, _back(keys, stop, low, BOUNDARIES), stop)
    subject = keys[first:stop]
    # "The gates that were unsafe said" is not a subject; a lone article belongs to "the reported death".
    if not subject or not _AUXILIARIES.isdisjoint(subject) or not NOBODY.isdisjoint(subject[:1]) or "let" in subject:
        return None
    if any(t.text == "us" for t in tokens[first:stop]):  # many of us believe
        return None
    if subject[-1] in (DETERMINERS | POSTMODIFIERS) - {"her"} or all(
        k in NUMBERS or not k[0].isalpha() for k in subject
    ):
        return None
    return first, low if apposed else stop


def _back(keys: Sequence[str], at: int, low: int, also: frozenset[str] = frozenset()) -> int:
    """The start of the stretch before `at` that has no mark and none of the words `also`."""
    while at and keys[at - 1] not in _STOPS and keys[at - 1] not in also and low - at < _LONGEST:
        at -= 1
    return at


def _start(keys: Sequence[str], first: int, stop: int) -> int:
    """Where the subject begins in a stretch that may open with a time or another clause: On Friday the mayor said."""
    for n in range(stop - 1, first, -1):
        linked = keys[n - 1] in POSTMODIFIERS or keys[n - 1] in LINKS
        if not linked and (keys[n] in PRONOUNS or keys[n] in DETERMINERS):
            return n
        if keys[n - 1] in ("and", "or") and not _plain(keys[first : n - 1]):
            return n
    return first


def _source(article: Article, tokens: Sequence[Token], phrase: _Phrase, content: list[tuple[int, int]]) -> Source:
    """The source that a phrase names."""
    keys = [t.key.casefold() for t in tokens[phrase.hi :][:_AFTER]]
    hi = phrase.hi
    for words in NAMELESS:
        at = next((n for n in range(len(keys)) if tuple(keys[n : n + len(words)]) == words), None)
        if at is not None and not {".", ";", '"'}.intersection(keys[:at]):
            hi = phrase.hi + at + len(words)
            content = [
                (tokens[hi].start if lo < tokens[hi - 1].end < end and hi < len(tokens) else lo, end)
                for lo, end in content
            ]
            break
    start, end = tokens[phrase.lo].start, tokens[hi - 1].end
    cue = tokens[phrase.cue[0]].start, tokens[phrase.cue[1] - 1].end
    span = (tokens[phrase.first].start, tokens[phrase.last - 1].end) if phrase.first < phrase.last else cue
    passive = not _BE.isdisjoint([t.key.casefold() for t in tokens[phrase.cue[0] : phrase.cue[1]]])
    plain = Source(article.text[start:end], start, end, span, cue, tuple(content), *_NOBODY)
    return _with_value(plain, tokens[phrase.first : phrase.last], passive)._replace(nameless=hi > phrase.hi)


_NOBODY: tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]] = (frozenset(),) * 4


def _with_value(source: Source, tokens: Sequence[Token], passive: bool = False) -> Source:
    """The source with its names, nouns and owners, or its pronoun, read from its tokens."""
    names: set[str] = set()
    words: set[str] = set()
    owners: set[str] = set()
    inner = [t for t in tokens if t.word or t.key == ","]
    head = inner[0].key.casefold() if inner else "they"
    if head in PRONOUNS and len(inner) <= 2:
        return source._replace(pronoun="they" if head == "it" and not passive else head, anonymous=passive)
    own = True
    for n, token in enumerate(inner):
        key = token.key.casefold()
        if key == ",":
            own = True
        elif key == "'s":
            owners |= names | {fold_noun(word) for word in words}
            names, words = set(), set()
        elif key in POSTMODIFIERS:
            own = own and not (names or words)  # half of the residents: they are the source
        elif key in SMALL_WORDS or key in TITLES or key in PORTIONS or key in NUMBERS or not token.text[0].isalpha():
            continue
        elif not own:
            owners.update((fold_name(key), fold_noun(key)))
        elif token.text[0].isupper() and (not token.initial or _is_name(inner, n)) and key not in ALIKE:
            names.add(fold_name(key))
        else:  # also MPs, Parliament, the Ministry
            words.add(fold_name(key))
    nouns = {fold_noun(word) for word in words}
    vague = head in VAGUE or not ANONYMOUS.isdisjoint(nouns)
    return source._replace(
        names=frozenset(names),
        words=frozenset(words),
        nouns=frozenset(nouns),
        owners=frozenset(owners),
        anonymous=vague and not names,
    )


def _is_name(inner: Sequence[Token], n: int) -> bool:
    """Whether a sentence's first word is a name: another capital follows, or nothing does and it is not a plural."""
    return (n + 1 < len(inner) and inner[n + 1].text[0].isupper()) or (
        len(inner) == 1 and not inner[n].key.endswith("s")
    )


def fold_name(key: str) -> str:
    """A name without marks, hyphens and apostrophes."""
    return key if key.isascii() and key.isalnum() else "".join([c for c in strip_marks(key) if c.isalnum()])


def fold_noun(key: str) -> str:
    """A noun's stem, or its group of sources."""
    bare = key[:-3] + "y" if key.endswith("ies") else key[:-1] if key.endswith("s") and len(key) > 3 else key
    return ALIKE.get(key) or ALIKE.get(bare) or bare[:6]


def _labels(article: Article) -> Iterator[Source]:
    """The speakers whose names open paragraphs, as in a transcript: HOLM: The dam leaked."""
    found: list[Source] = []
    for n, sentence in enumerate(article.sentences):
        if n and sentence.paragraph == article.sentences[n - 1].paragraph:
            continue
        match = _LABEL.match(article.text, sentence.start, sentence.end)
        words = match[1].split() if match else []
        folded = {w.casefold().rstrip(".") for w in words}
        if match and all(w[0].isupper() for w in words) and folded.isdisjoint(LABELS | SMALL_WORDS):
            span = match.span(1)
            tokens = [t._replace(initial=False) for t in sentence.tokens if span[0] <= t.start and t.end <= span[1]]
            stop = max([s.end for s in article.sentences[n : n + 40] if s.paragraph == sentence.paragraph])
            plain = Source(match[1], *span, span, (span[1], span[1] + 1), ((match.end(), stop),), *_NOBODY)
            found.append(_with_value(plain, tokens))
    # An article's only label may be a heading: "Storm: what we know". Names are rarer words.
    several = len({s.text for s in found}) > 1
    for one in found:
        rare = all((rank(word.casefold()) or COMMON) >= COMMON for word in one.text.split())
        if several or one.text.isupper() or rare:
            yield one


def _signatures(article: Article, quotes: Sequence[Marked]) -> Iterator[Source]:
    """Names after a dash that closes a quotation: "It leaked." - Ada Holm."""
    tokens: dict[int, Token] = {}
    for quote in quotes:
        match = _SIGNATURE.match(article.text, quote.outer[1])
        if not match:
            continue
        tokens = tokens or {t.start: t for s in article.sentences for t in s.tokens}
        inner = [tokens[at] for at in range(*match.span(1)) if at in tokens]
        text = match[1].rstrip().rstrip(".")
        if ". " in text or len(inner) > _AFTER or not (_AUXILIARIES | BOUNDARIES).isdisjoint([t.key for t in inner]):
            continue
        span = match.start(1), match.start(1) + len(text)
        dash = match.start() + len(match.group()) - len(match.group().lstrip())
        plain = Source(text, *span, span, (dash, dash + 1), (quote.outer,), *_NOBODY)
        yield _with_value(plain, [t._replace(initial=False) for t in inner])


def _speeches(article: Article, found: Sequence[Source], quotes: Sequence[Marked]) -> list[Source]:
    """The sources, with every quotation they claim part of in full, and with those that continue it."""
    contents = [list(source.content) for source in found]
    owned: set[int] = set()
    opens = [q.outer[0] for q in quotes]
    for content in contents:
        for n, (lo, hi) in enumerate(content):
            first, stop = max(0, bisect_right(opens, lo) - 1), bisect_left(opens, hi)
            inside = [k for k in range(first, stop) if quotes[k].outer[1] > lo]
            if inside:
                content[n] = min(lo, opens[inside[0]]), max(hi, quotes[inside[-1]].outer[1])
                owned.update(inside)
    blocks = paragraphs(article)
    starts, begins = [lo for lo, _ in blocks], [s.start for s in found]
    openings = {s.start for s in article.sentences}
    for k, quote in enumerate(quotes):  # "One," he said. "Two."
        n = bisect_right(begins, quote.start) - 1
        if (
            k in owned
            or n < 0
            or quote.outer[0] not in openings
            or bisect_right(starts, quote.start) != bisect_right(starts, found[n].start)
        ):
            continue
        if k and any(quotes[k - 1].outer[0] < hi and lo < quotes[k - 1].outer[1] for lo, hi in contents[n]):
            contents[n].append(quote.outer)
    return [s._replace(content=tuple(c)) for s, c in zip(found, contents, strict=True)]
