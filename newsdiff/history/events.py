"""What happened in which version, in words: the edits between neighbours, and the sentences that came and went.

>>> import newsdiff
>>> v1 = "The driver allegedly fled. 14 people died. Sirens rang."
>>> v2, v3 = "The driver fled. 23 people died.", "The driver allegedly fled. 23 people died. Sirens rang."
>>> for event in newsdiff.history([v1, v2, v3]).events:
...     print(event.version, event.kind, event.text, event.undone)
1 hedge 'allegedly' dropped 2
1 number 14 → 23 people None
1 omission sentence cut: Sirens rang. 2
2 hedge 'allegedly' back None
2 insertion sentence back: Sirens rang. None

It looks for no changes itself: words change by the edits of a pair, sentences by the states of their families.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.edits.kinds import verdict_of
from newsdiff.history.model import Event, Family, Pairs, Version, text_of
from newsdiff.history.survival import Said, read_said
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Article, Comparison, Edit, Span

_STRUCTURE = frozenset(("omission", "insertion"))
LONG = 60  # characters of a reading, or of a sentence, before it is cut


def find_events(versions: Sequence[Version], families: Sequence[Family], pairs: Pairs) -> tuple[Event, ...]:
    """The events of all versions, in the order of versions and families; an event that undoes another names it."""
    events: list[Event] = []
    speech = Speech(versions)
    for v, version in enumerate(versions):
        if version.before is not None and version.article.text != versions[version.before].article.text:
            found = [*_edits(speech, families, pairs[version.before, v], v), *_sentences(speech, families, v)]
            events += sorted(found, key=lambda event: (event.family, event.edit is None))
    return _undo(events, versions)


class Speech:
    """The versions with their quotations; each text is read once, and only if it has quotation marks."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self.versions = versions
        self._read: dict[str, list[Said]] = {}

    def read(self, v: int) -> list[Said]:
        """The quotations of a version."""
        article = self.versions[v].article
        if article.text not in self._read:
            self._read[article.text] = read_said(article)
        return self._read[article.text]


def _sentences(speech: Speech, families: Sequence[Family], v: int) -> Iterator[Event]:
    """The sentences that came, came back or went in a version."""
    versions = speech.versions
    for n, family in enumerate(families):
        state, before = family.states[v], versions[v].before
        if state == "gone" and before is not None:
            text = text_of(versions[before].article, family.members[before])
            said = f"{_say_sentence(speech, before, family.members[before])} cut: {cut(text)}"
            yield Event(v, n, "omission", "", verdict_of("omission", ""), said, text, "", None, None, None)
        elif state == "new":
            text = text_of(versions[v].article, family.members[v])
            back = before is not None and any(family.members[:before])
            said = f"{_say_sentence(speech, v, family.members[v])} {'back' if back else 'added'}: {cut(text)}"
            yield Event(v, n, "insertion", "", verdict_of("insertion", ""), said, "", text, None, None, None)


def _say_sentence(speech: Speech, v: int, members: Sequence[int]) -> str:
    """The name of a sentence: the quotation of its speaker, or just a sentence."""
    sentences = speech.versions[v].article.sentences
    held = [q for q in speech.read(v) if any(sentences[m].start <= q.start < sentences[m].end for m in members)]
    speaker = next((q.speaker for q in held if q.speaker), "")
    if speaker:
        return f"quotation of {speaker}"
    return "sentence" if len(members) == 1 else f"{len(members)} sentences"


def _edits(speech: Speech, families: Sequence[Family], pair: Comparison, v: int) -> Iterator[Event]:
    """The edits inside sentences that both versions have."""
    before = speech.versions[v].before or 0
    homes_a = {m: n for n, family in enumerate(families) for m in family.members[before]}
    homes_b = {m: n for n, family in enumerate(families) for m in family.members[v]}
    for edit in pair.edits:
        link = pair.links[edit.link]
        family = homes_a[link.a[0]] if link.a else homes_b[link.b[0]]
        if edit.kind in _STRUCTURE and families[family].states[v] != "edited":
            continue  # reported as a sentence that came or went
        before_text, after_text = _text(edit.a), _text(edit.b)
        said = _say_edit(pair, edit, speech.read(before if edit.a else v))
        named = (edit.kind, edit.detail, edit.verdict)
        yield Event(v, family, *named, said, before_text, after_text, None, None, edit)


def _text(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""


def _say_edit(pair: Comparison, edit: Edit, quotations: Sequence[Said]) -> str:
    """An edit in words."""
    a, b = cut(_text(edit.a)), cut(_text(edit.b))
    if edit.kind in _STRUCTURE:
        return f"sentence cut: {a}" if a else f"sentence added: {b}"
    if edit.kind == "transposition":
        return f"sentence moved: {a}"
    if edit.kind == "quote":
        return _say_quote(quotations, edit.a or edit.b, edit.detail, a, b)
    if edit.kind in ("number", "date", "entity") and a and b:
        noun_a, noun_b = _noun(pair.a, edit.a), _noun(pair.b, edit.b)
        return f"{a} → {b} {noun_b}".rstrip() if noun_a == noun_b else f"{a} → {b}"
    if edit.kind == "attribution":
        return _say_change("source ", a, b)
    return _say_change("", a, b)


def _say_change(lead: str, a: str, b: str) -> str:
    if a and b:
        return f"{lead}'{a}' → '{b}'"
    return f"{lead}'{a}' dropped" if a else f"{lead}'{b}' added"


def _say_quote(quotations: Sequence[Said], span: Span | None, detail: str, a: str, b: str) -> str:
    """A quotation and who said it."""
    held = [q for q in quotations if span and q.start < span.end and span.start < q.end]
    speaker = next((q.speaker for q in held if q.speaker), "")
    whose = f"quotation of {speaker}" if speaker else "quotation"
    if detail == "unquoted":
        return f"{whose} unquoted: {a or b}"
    if detail == "altered":
        return f"{whose} altered: '{a}' → '{b}'"
    return f"{whose} {'cut' if detail == 'dropped' else 'added'}: {a or b}"


def _noun(article: Article, span: Span | None) -> str:
    """The word after a figure, if it is a plain word for the things counted: people, dead, homes."""
    if span is None:
        return ""
    rest = article.text[span.end : span.end + LONG]
    word = rest.split()[0] if rest[:1] == " " and rest.split() else ""
    word = word.rstrip(".,;:")
    return word if word.isalpha() and word.islower() and word not in CLASSES else ""


def cut(text: str, limit: int = LONG) -> str:
    """The beginning of a text on one line, cut at a space."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit].rpartition(' ')[0] or text[:limit]} …"


def _undo(events: Sequence[Event], versions: Sequence[Version]) -> tuple[Event, ...]:
    """The events; those that undo each other (the same readings of a family, reversed) point to each other."""
    done = list(events)
    standing: dict[tuple[int, str, str, str], int] = {}
    for n, event in enumerate(events):
        before, after = event.before.casefold(), event.after.casefold()
        kind: str = event.kind
        if event.edit is None:  # a whole family came or went, whatever its words are
            kind, before, after = "sentence", before and "whole", after and "whole"
        m = standing.pop((event.family, kind, after, before), None)
        if m is not None and versions[event.version].before != 0:  # reprints do not undo each other's changes
            done[m] = done[m]._replace(undone=event.version)
            said = event.text.replace("' added", "' back") if not event.before else event.text
            done[n] = event._replace(undoes=done[m].version, text=said)
        standing[event.family, kind, before, after] = n
    return tuple(done)
