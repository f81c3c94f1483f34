"""Attribution: who a claim rests on, where a source was dropped, added, changed or made anonymous.

>>> from newsdiff.text.words import tokenize
>>> [p.text for p in sources(tokenize("The gates were unsafe, according to a leaked report."))]
['according to a leaked report']
>>> [p.text for p in sources(tokenize("The mayor, Ana Ruiz, said that they were."))]
['The mayor, Ana Ruiz, said']

A phrase is a verb of saying with its subject, or "according to" and its like. The claim has to stand on both sides
before its source can be missed, and any sign on the other side that somebody is still being reported keeps the
detector silent. A pronoun goes with every source; a name goes with every role that it has beside it anywhere in the
two articles.

It does not catch a source that changed together with most of its claim, a pronoun that came to mean somebody else,
sources of verbs that are not in the lexicon, or one of two sources of one passage where the other one stayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdiff.edits import quotes
from newsdiff.edits import spellings as spelling
from newsdiff.edits.passage import Finding, Passage, Story
from newsdiff.lexicon.en.function_words import NUMBERS
from newsdiff.lexicon.en.saying import (
    ALIKE,
    ANONYMOUS,
    AUXILIARIES,
    BOUNDARIES,
    INDEPENDENT,
    NOUNS_TOO,
    PASSIVES,
    PORTIONS,
    PRONOUNS,
    REPORTING,
    SAYING,
    SMALL_WORDS,
    TITLES,
    WEAK,
)
from newsdiff.model import Sentence, Token
from newsdiff.text.normalize import strip_marks

# How much of the claim's content must be paired with words of the other side before its source counts as dropped, and
# before another source counts as changed. Measured on the gold pairs.
CLAIM_KEPT = 0.5
CLAIM_EQUAL = 0.6
CLAIM_UNTOUCHED = 0.9

# "It was said" is nobody; "it said" is a body, as good as "they".
_BE = frozenset("is was be been being".split())
_BESIDE = 10  # tokens between a name and the role that goes with it
_SAID_WHEN = 4  # words after the phrase that say where or when
_CLAIM_PRONOUNS = frozenset("that it he she they".split())
_CLAIM_HEADS = frozenset("the a an his her its their there no".split())
_TO_SOMEBODY = frozenset(("tell", "inform", "assure", "warn"))
_LONGEST = 24  # tokens of a phrase; what is longer was not understood
_OTHER_CUES = frozenset(("according", "According", "per", "view", "opinion", "words"))
_STOPS = frozenset(',.;:?!"-()[]') | {"..."}


class Source(NamedTuple):
    """A phrase that names a source: its first and last token, and those of the source alone."""

    text: str
    start: int
    end: int
    verb: str
    names: frozenset[str]  # capitalised words, folded
    owners: frozenset[str]  # of names and nouns, those that only own the source: the boy's mother
    nouns: frozenset[str]  # the other words that carry meaning, as stems or groups of sources
    words: frozenset[str]  # the same as they are printed
    pronoun: str  # "" where the source is named
    indefinite: bool  # a resident, sources, it was said
    tokens: frozenset[int]  # offsets of the phrase's tokens, with where and when it was said


def find(passage: Passage) -> Iterator[Finding]:
    """The sources that the passage lost, won or changed."""
    story = passage.story
    if not (_has_cue(passage.a) or _has_cue(passage.b)):
        return
    spans = quotes.quotations(story)
    a = _side_sources(story.a.sentences, passage.link.a, spans[0])
    b = _side_sources(story.b.sentences, passage.link.b, spans[1])
    left_a, left_b = _unmatched(passage, a, b)
    if left_a and left_b:
        yield from _changed(passage, left_a, left_b)
    elif left_a:
        yield from _lost(passage, left_a, "a", spans, a, b)
    elif left_b:
        yield from _lost(passage, left_b, "b", spans, b, a)


def _has_cue(tokens: Sequence[Token]) -> bool:
    """Whether any word may belong to a phrase that names a source."""
    return any(t.key in SAYING or t.key in _OTHER_CUES for t in tokens)


def _side_sources(
    sentences: Sequence[Sentence], members: Sequence[int], spans: Sequence[quotes.Quote]
) -> list[tuple[Source, int]]:
    """The sources of a link's side, with the index of their sentence; what stands inside quotation marks names none."""
    found = []
    for member in members:
        tokens = sentences[member].tokens
        outside = []
        for token in tokens:
            if not spans or not quotes.is_quoted(token.start, spans):
                outside.append(token)
            elif not outside or outside[-1].key != '"':
                outside.append(token._replace(key='"', word=False))
        found += [(source, member) for source in sources(outside)]
    return found


def sources(tokens: Sequence[Token]) -> list[Source]:
    """The phrases of one sentence that name a source, in order. A quotation must stand as one mark."""
    keys = [t.key.casefold() for t in tokens]
    found: list[Source] = []
    taken = -1
    for i, key in enumerate(keys):
        if i <= taken:
            continue
        span = None
        if key == "according" and keys[i + 1 : i + 2] == ["to"]:
            span = _after(keys, tokens, i, i + 2)
        elif (
            key in ("view", "opinion", "words") and keys[i + 1 : i + 2] == ["of"] and i and keys[i - 1] in ("the", "in")
        ):
            span = _after(keys, tokens, i - 2 if i > 1 and keys[i - 2] == "in" else i - 1, i + 2)
        elif key == "per" and i and keys[i - 1] == "as":
            span = _after(keys, tokens, i - 1, i + 1)
        elif key in SAYING and i and keys[i - 1] == "as" and keys[i + 1 : i + 2] == ["by"]:
            span = _after(keys, tokens, i - 1, i + 2)
        elif key in SAYING and not key.endswith("ing"):
            span = _around(keys, tokens, i)
        if span:
            lo, hi, first, last = span
            if hi - lo <= _LONGEST and (not found or lo > taken):
                found.append(_source(tokens, lo, hi, first, last, SAYING.get(key, "according")))
                taken = hi - 1
    return found


def _after(keys: Sequence[str], tokens: Sequence[Token], lo: int, first: int) -> tuple[int, int, int, int] | None:
    """Phrase and source where the source follows its cue: up to the next mark, with an apposition in capitals."""
    last = first
    while last < len(keys) and keys[last] not in _STOPS and last - first < 14:
        last += 1
    if last == first:
        return None
    if (
        last < len(keys)
        and keys[last] == ","
        and last + 1 < len(keys)
        and (tokens[last + 1].text[0].isupper() or keys[last + 1] in ("a", "an", "the"))
    ):
        stop = last + 1
        while stop < len(keys) and keys[stop] not in _STOPS:
            stop += 1
        # An apposition ends at a comma or with the sentence and holds no verb: the Minister, Ana Ruiz, ...
        if (
            stop - last < 10
            and (lo > 0 or keys[stop : stop + 1] == [","])
            and not AUXILIARIES.intersection(keys[last:stop])
        ):
            last = stop
    return lo, last, first, last


def _around(keys: Sequence[str], tokens: Sequence[Token], i: int) -> tuple[int, int, int, int] | None:
    """Phrase and source of the verb at `i`, None where it is no verb of saying or its subject is not understood."""
    verb = SAYING[keys[i]]
    following = keys[i + 1] if i + 1 < len(keys) else "."
    before = keys[i - 1] if i else "."
    tail = following in _STOPS or _ends(keys, i + 1)
    if before in (
        "to",
        "be",
        "been",
        "being",
        "not",
        "n't",
        "of",
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "as",
        "what",
        "who",
        "which",
    ):
        return None
    if before in ("is", "was", "were", "are", "'s") and not (
        keys[max(0, i - 2) : i] == ["it", "was"] and verb in ("say", "announce", "report")
    ):
        return None
    if before in ("has", "have", "had") and following == "been":
        return None
    inverted = before in _STOPS and _is_inverted(keys, i)
    if inverted:
        return _after(keys, tokens, i, i + 1)
    if keys[i] in NOUNS_TOO and not (following == "that" or (tail and i > 2)):
        return None
    held = verb in ("believe", "think") and following not in ("in", "of") and ALIKE.get(before) is not None
    if verb in WEAK and not (following == "that" or tail or held or (verb in ("tell", "write") and following != "to")):
        return None
    if not tail and not held and verb not in ("say", "tell") and following != "that" and not _has_clause(keys, i + 1):
        return None
    last = i
    while last and (
        keys[last - 1] in AUXILIARIES
        or keys[last - 1].endswith("ly")
        or keys[last - 1] in ("also", "then", "later", "now", "earlier", "too")
    ):
        last -= 1
    first = last
    comma = False
    if first and keys[first - 1] == ",":  # Ana Ruiz, the mayor, said
        comma = True
        first -= 1
        while first and keys[first - 1] not in _STOPS and last - first < _LONGEST:
            first -= 1
        if not first or keys[first - 1] != "," or keys[first] in BOUNDARIES - {"who"}:
            return None
        first -= 1
    stop = first
    while first and keys[first - 1] not in _STOPS and keys[first - 1] not in BOUNDARIES and last - first < _LONGEST:
        first -= 1
    if first == stop:
        return None
    # A second apposition may stand before: the chief executive, Ana Ruiz, said
    if not comma and first > 1 and keys[first - 1] == "," and tokens[first].text[0].isupper() and tail:
        start = first - 1
        while start and keys[start - 1] not in _STOPS and keys[start - 1] not in BOUNDARIES:
            start -= 1
        if (
            start > 1
            and keys[start - 1] in _STOPS
            and first - start < 9
            and not AUXILIARIES.intersection(keys[start:first])
        ):
            first = start
    if verb == "tell" and not tail and following != "that" and not _has_clause(keys, i + 1) and not first:
        return None  # "he told a story", but ", he told reporters"
    subject = set(keys[first:stop])
    # "the gates that were unsafe said" is not a subject; a lone article belongs to "the reported death".
    if (subject & AUXILIARIES or subject <= SMALL_WORDS - PRONOUNS) and not subject & {"who", "which"}:
        return None
    return first, i + 1, first, last


def _ends(keys: Sequence[str], start: int) -> bool:
    """Whether nothing follows up to the sentence's end but where or when it was said."""
    if start >= len(keys):
        return True
    stop = next((n for n in range(start, min(len(keys), start + _SAID_WHEN + 1)) if keys[n] in _STOPS), len(keys))
    return keys[start] in ("on", "in", "at", "late", "early", "earlier", "this", "last") and stop - start <= _SAID_WHEN


def _has_clause(keys: Sequence[str], start: int) -> bool:
    """Whether a clause follows and not a mere object: announced (that) it would strike, not announced a strike."""
    for key in keys[start : start + 12]:
        if key in ("that", "how", "why", "whether") or key in AUXILIARIES or key in PRONOUNS:
            return True
        if key in BOUNDARIES or key in _STOPS - {'"'}:
            return False
        if key == '"':
            return True
    return False


def _is_inverted(keys: Sequence[str], i: int) -> bool:
    """Whether the subject follows the verb: ..., said Ana Ruiz."""
    if (
        i + 1 >= len(keys)
        or keys[i + 1] in _STOPS
        or keys[i + 1] in ("that", "to", "on", "in", "at", "how", "why", "whether")
    ):
        return False
    quoted = '"' in keys[max(0, i - 2) : i]
    if keys[i + 1] in PRONOUNS:
        return quoted and (i + 2 >= len(keys) or keys[i + 2] in _STOPS)
    if quoted:
        return True
    n = i + 1
    while n < len(keys) and keys[n] not in _STOPS:
        n += 1
    clause = keys[i + 1 : n]
    return (
        len(clause) <= 12
        and i > 2
        and not AUXILIARIES.intersection(clause)
        and not PRONOUNS.intersection(clause)
        and (AUXILIARIES.intersection(keys[:i]) != set() or sum([k.isalpha() for k in keys[:i]]) >= 6)
        and keys[i - 1] == ","
    )


def _source(tokens: Sequence[Token], lo: int, hi: int, first: int, last: int, verb: str) -> Source:
    """The phrase tokens[lo:hi] whose source is tokens[first:last]."""
    names: set[str] = set()
    nouns: dict[str, str] = {}
    pronoun = ""
    owners: set[str] = set()
    inner = [t for t in tokens[first:last] if t.word]
    for n, token in enumerate(inner):
        if n and token.key == "'s":
            owned = inner[n - 1 : n]
        elif token.key in ("of", "for") and 0 < n < len(inner) - 1:
            owned = inner[n + 1 : n + 4]
        else:
            owned = []
        for owner in owned:
            owners.update((fold_name(owner.key.casefold()), _noun(owner.key.casefold())))
        key = token.key.casefold()
        if key in PRONOUNS and len(inner) <= 2:
            pronoun = "they" if key == "it" and _BE.isdisjoint([t.key.casefold() for t in tokens[lo:hi]]) else key
        elif key in SMALL_WORDS or key in TITLES or key in PORTIONS or key in NUMBERS:
            continue
        elif token.text[0].isupper() and (not token.initial or _is_name(inner, n)):
            names.add(fold_name(key))
        elif token.text[0].isalpha():
            nouns[_noun(key)] = fold_name(key)
    if names and all([name in ALIKE for name in names]):  # MPs, Parliament, the Ministry
        nouns.update({ALIKE[name]: name for name in sorted(names)})
    head = inner[0].key.casefold() if inner else ""
    indefinite = pronoun == "it" or (
        not names
        and (head in ("a", "an", "one", "some", "several", "two", "sources") or not ANONYMOUS.isdisjoint(nouns))
    )
    phrase = tokens[lo:hi]
    return Source(
        _spell(phrase),
        phrase[0].start,
        phrase[-1].end,
        verb,
        frozenset(names),
        frozenset(owners),
        frozenset(nouns),
        frozenset(nouns.values()),
        pronoun,
        indefinite,
        frozenset([t.start for t in tokens[lo : _when(tokens, hi)]]),
    )


def _when(tokens: Sequence[Token], hi: int) -> int:
    """Where the words end that belong to saying and not to the claim: said on Friday, said in a statement."""
    stop = hi
    while stop < len(tokens) and tokens[stop].word and stop - hi <= _SAID_WHEN:
        stop += 1
    head = tokens[hi].key.casefold() if hi < stop else "that"
    told = hi and SAYING.get(tokens[hi - 1].key.casefold()) in _TO_SOMEBODY  # told the court
    short = stop - hi <= _SAID_WHEN and (told or head not in _CLAIM_HEADS) and head not in _CLAIM_PRONOUNS
    return stop if short and (stop == len(tokens) or tokens[stop].key == ".") else hi


def _is_name(inner: Sequence[Token], n: int) -> bool:
    """Whether a sentence's first word is a name: another capital follows, or nothing does and it is no plural."""
    return (n + 1 < len(inner) and inner[n + 1].text[0].isupper()) or (
        len(inner) == 1 and not inner[n].key.endswith("s")
    )


def _spell(tokens: Sequence[Token]) -> str:
    """The tokens as a text, for documentation and tests; findings are cut from the article."""
    out = ""
    for token in tokens:
        close = token.key in (",", ".", ";", ":", "'s") or not out
        out += token.text if close else " " + token.text
    return out


def fold_name(key: str) -> str:
    """A name without marks, hyphens and apostrophes."""
    return key if key.isascii() and key.isalnum() else "".join([c for c in strip_marks(key) if c.isalnum()])


def _noun(key: str) -> str:
    """A noun's stem, or the group of sources that it stands for."""
    bare = key[:-1] if key.endswith("s") and len(key) > 3 else key
    return ALIKE.get(key) or ALIKE.get(bare) or bare[:6]


def _unmatched(
    passage: Passage, a: list[tuple[Source, int]], b: list[tuple[Source, int]]
) -> tuple[list[tuple[Source, int]], list[tuple[Source, int]]]:
    """The sources of each side that cannot be one of the other side's; the most alike are matched first."""
    left_a, left_b = list(a), list(b)
    for alike in (_identical, _same):
        for one in list(left_a):
            other = next((x for x in left_b if alike(passage, one[0], x[0])), None)
            if other is not None:
                left_a.remove(one)
                left_b.remove(other)
    return left_a, left_b


def _identical(passage: Passage, one: Source, other: Source) -> bool:
    """Whether both are named by the same words."""
    return one.pronoun == other.pronoun and one.names == other.names and one.nouns == other.nouns


def _changed(passage: Passage, a: list[tuple[Source, int]], b: list[tuple[Source, int]]) -> Iterator[Finding]:
    """One source on each side that cannot be the same one, and a claim that stayed."""
    if len({s.text.casefold() for s, _ in a}) != 1 or len({s.text.casefold() for s, _ in b}) != 1:
        return
    one, other = a[0][0], b[0][0]
    skip = one.tokens | other.tokens
    if min(_kept(passage, "a", skip), _kept(passage, "b", skip)) < CLAIM_EQUAL:
        return
    detail = "anonymous" if other.indefinite and one.names else "changed"
    yield Finding("attribution", detail, (one.start, one.end), (other.start, other.end), 0.8)


def _same(passage: Passage, one: Source, other: Source) -> bool:
    """Whether two sources may be one. In doubt they are."""
    if one.pronoun or other.pronoun:
        return (
            "it" not in (one.pronoun, other.pronoun)
            or not (one.names or other.names or one.nouns or other.nouns)
            or bool({one.pronoun, other.pronoun} - {"it", ""})
        )
    if _only_owned(one, other):
        return False
    if one.names & other.names or one.nouns & other.nouns:
        # Made anonymous: the name went and "a spokesman" stayed.
        return not (one.names and other.indefinite and not other.names)
    if any(_like(x, y) for x in one.names for y in other.names):
        return True
    if one.names and other.names and _respelt(passage, one, other):
        return True
    if one.names and other.names:
        return _acquainted(passage.story, one.names, other.names, both=True)
    if one.names and other.nouns and not other.indefinite:
        return _acquainted(passage.story, one.names, other.nouns)
    if other.names and one.nouns and not one.indefinite:
        return _acquainted(passage.story, other.names, one.nouns)
    return not (one.names or one.nouns) or not (other.names or other.nouns)


_SOURCE_GROUPS = frozenset(ALIKE.values())


def _only_owned(one: Source, other: Source) -> bool:
    """Whether two sources share nothing but whose one of them is: the boy's mother, the boy's teacher, the boy."""
    groups = one.owners & _SOURCE_GROUPS, other.owners & _SOURCE_GROUPS
    if all(groups) and groups[0].isdisjoint(groups[1]) and not one.names and not other.names:
        return True  # the lawyer for the company, the lawyer for the workers
    shared = (one.names & other.names) | (one.nouns & other.nouns)
    return any(
        [x.words & INDEPENDENT - y.words - x.owners and shared <= x.owners for x, y in ((one, other), (other, one))]
    )


def _respelt(passage: Passage, one: Source, other: Source) -> bool:
    """Whether the spelling detector holds a word of one source for a word of the other."""
    return any(
        f.a and f.b and one.start <= f.a[0] < one.end and other.start <= f.b[0] < other.end
        for f in spelling.find(passage)
    )


def _like(x: str, y: str) -> bool:
    """Whether two name words may be one name: the same start or the same consonants, or one an acronym."""
    if x[:4] == y[:4] or x[-4:] == y[-4:]:
        return True
    bare = [[c for c in w.translate(_SOUNDS) if c not in "aeiouyhwj"] for w in (x, y)]
    return len(bare[0]) > 1 and bare[0] == bare[1]


_SOUNDS = str.maketrans("czqxvgb", "kskkfkp")


def _acquainted(story: Story, names: frozenset[str], others: frozenset[str], both: bool = False) -> bool:
    """Whether a name and the other words stand close to each other in a sentence of either article.

    Where both are names, "and" between them says that they are two.
    """
    index = _positions(story)
    for name in sorted(names):
        for row, n in index.get(name, ()):
            keys = row[max(0, n - _BESIDE) : n + _BESIDE + 1]
            if any(fold_name(key) in others or _noun(key) in others for key in keys if key) and not (
                both and _parted(keys, min(n, _BESIDE), others)
            ):
                return True
    return False


def _parted(keys: Sequence[str], at: int, others: frozenset[str]) -> bool:
    """Whether "and" stands between the name at `at` and every one of the others."""
    spots = [m for m, key in enumerate(keys) if fold_name(key) in others]
    return all("and" in keys[min(m, at) : max(m, at)] for m in spots)


@lru_cache(maxsize=1)
def _positions(story: Story) -> dict[str, list[tuple[list[str], int]]]:
    """Where each capitalised word stands in both articles: the keys of its sentence, and its place there."""
    index: dict[str, list[tuple[list[str], int]]] = {}
    for article in (story.a, story.b):
        for sentence in article.sentences:
            row = [t.key.casefold() if t.word else "" for t in sentence.tokens]
            for n, token in enumerate(sentence.tokens):
                if token.text[0].isupper():
                    index.setdefault(fold_name(row[n]), []).append((row, n))
    return index


def _kept(passage: Passage, side: str, skip: frozenset[int], only: tuple[int, int] | None = None) -> float:
    """The share of a side's content words, but for the phrases `skip`, that are paired with words of the other side."""
    here = passage.a if side == "a" else passage.b
    met = {i if side == "a" else j for i, j in passage.pairs}
    total = kept = 0
    for n, token in enumerate(here):
        inside = only is None or only[0] <= token.start < only[1]
        if inside and token.word and token.start not in skip and token.key.casefold() not in SMALL_WORDS:
            total += 1
            kept += n in met
    return kept / total if total else 0.0


def _lost(
    passage: Passage,
    left: list[tuple[Source, int]],
    side: str,
    spans: tuple[list[quotes.Quote], list[quotes.Quote]],
    here_all: list[tuple[Source, int]],
    there_all: list[tuple[Source, int]],
) -> Iterator[Finding]:
    """Sources that stand on one side only, where the claim stands on both and nobody is reported on the other."""
    there = passage.b if side == "a" else passage.a
    sentences = passage.story.a.sentences if side == "a" else passage.story.b.sentences
    phrases = frozenset([start for source, _ in here_all for start in source.tokens])
    others = frozenset([start for source, _ in there_all for start in source.tokens])
    if there_all and (
        len(passage.link.a) + len(passage.link.b) > 2
        or min(_kept(passage, "a", phrases | others), _kept(passage, "b", phrases | others)) < CLAIM_UNTOUCHED
    ):
        return  # where one source of several went, only the untouched claim tells
    if _is_reported(passage, side, phrases, others):
        return
    if any(f.a is None or f.b is None for f in quotes.find(passage)):
        return  # the quotation went with its source, and says so
    present = {fold_name(t.key.casefold()) for t in there if t.word}
    for source, member in left:
        sentence = sentences[member]
        if _kept(passage, side, phrases, (sentence.start, sentence.end)) < CLAIM_KEPT:
            continue
        if present & (source.names or source.words) and not _of_itself(source, sentence):
            continue
        if _said_nearby(passage, side, source, spans):
            continue
        span = source.start, source.end
        if side == "a":
            yield Finding("attribution", "dropped", span, None, 0.8)
        elif not source.pronoun:
            yield Finding("attribution", "added", None, span, 0.8)


def _is_reported(passage: Passage, side: str, phrases: frozenset[int], others: frozenset[int]) -> bool:
    """Whether anything on the other side says that somebody is reported, but for words that both claims have."""
    here, there = (passage.a, passage.b) if side == "a" else (passage.b, passage.a)
    both = set()
    for i, j in passage.pairs:
        mine, other = (i, j) if side == "a" else (j, i)
        if here[mine].start not in phrases and here[mine].key[:4].casefold() == there[other].key[:4].casefold():
            both.add(other)
    for n, token in enumerate(there):
        key = token.key.casefold()
        if n in both or token.start in others or (key not in SAYING and key not in REPORTING):
            continue
        # "are said to include", "believed to be" name nobody.
        if not (key in PASSIVES and n + 1 < len(there) and there[n + 1].key == "to"):
            return True
    return False


def _of_itself(source: Source, sentence: Sentence) -> bool:
    """Whether the claim is about the source: Ana Ruiz said that she would resign."""
    after = [t.key.casefold() for t in sentence.tokens if t.start >= source.end][:2]
    subject = after[1:] if after[:1] == ["that"] else after[:1]
    if source.words and not source.names and all([word.endswith("s") for word in source.words]):
        subject = [key for key in subject if key not in ("he", "she")]  # doctors said she had a chance
    return bool(PRONOUNS.intersection(subject))


def _said_nearby(
    passage: Passage, side: str, source: Source, spans: tuple[list[quotes.Quote], list[quotes.Quote]]
) -> bool:
    """Whether the source moved to the sentence before or after: there it stands on the other side alone."""
    article = passage.story.b if side == "a" else passage.story.a
    members = passage.link.b if side == "a" else passage.link.a
    marks = spans[1] if side == "a" else spans[0]
    there = passage.b if side == "a" else passage.a
    quoted = any(quotes.is_quoted(t.start, marks) for t in there if t.word)
    if not quoted and not source.pronoun:
        return False
    if quoted and side == "b":  # the speech goes on, and its source was named before
        return True
    for member in (members[0] - 1, members[-1] + 1):
        if 0 <= member < len(article.sentences) and _side_sources(article.sentences, (member,), marks):
            near = _linked(passage.story, "b" if side == "a" else "a").get(member)
            if near is None:
                return True  # an inserted sentence
            a = _side_sources(passage.story.a.sentences, near.link.a, spans[0])
            b = _side_sources(passage.story.b.sentences, near.link.b, spans[1])
            if (len(a) < len(b)) if side == "a" else (len(b) < len(a)):
                return True
    return False


@lru_cache(maxsize=2)
def _linked(story: Story, side: str) -> dict[int, Passage]:
    """The two-sided passage in which each sentence of a side stands."""
    return {n: p for p in story.passages for n in (p.link.a if side == "a" else p.link.b)}
