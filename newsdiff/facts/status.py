"""Status words: what separates a person from an office (former, acting, would-be), how far a charge has gone.

>>> from newsdiff.compare import read_text
>>> text = "The former mayor and the president-elect met. The acting chief was charged with murder."
>>> for cue in read_statuses(read_text(text, "x", "en")):
...     print(cue.value, "|", cue.text, "|", *[head.text for head in cue.heads])
former | former | mayor
elect | president-elect | president-elect
acting | acting | chief
charged | charged | murder chief acting
murder | murder | charged chief

It does not know what an office is: it takes any noun (a former mill).
"""

from __future__ import annotations

from newsdiff.facts.cues import Cue, Line, Reader, content_after, content_before
from newsdiff.lexicon.en.status import BEFORE_LATE, BEFORE_OFFICE, BEHIND_OFFICE, OFFICES, STATUSES
from newsdiff.model import Article

# Words from a status to its noun: the former deputy prime minister.
REACH = 4


def read_statuses(article: Article) -> list[Cue]:
    """The status words of an article, each with the noun or verb that it belongs to."""
    return STATUS.read(article)


def _status(key: str) -> str:
    """The status in a word joined to an office by a hyphen: ex-president."""
    head, hyphen, tail = key.partition("-")
    return f"{head}-" if head in BEFORE_OFFICE and hyphen else f"-{tail}" if tail in BEHIND_OFFICE else key


def _holder(line: Line, lo: int, hi: int, value: str) -> list[int] | None:
    """The word that a status word belongs to."""
    keys = line.keys
    if "-" in (keys[lo][0], keys[lo][-1]):
        return [lo]
    after = content_after(keys, hi, 2, REACH)
    if value not in OFFICES:
        return [*after, *content_before(keys, lo, 2)]
    if not after or keys[after[0]][0].isdigit() or after[0] != hi + 1:
        return None
    if value == "late" and not (lo and keys[lo - 1] in BEFORE_LATE):
        return None
    return after[:1]


STATUS = Reader("status", STATUSES, _holder, _status)
