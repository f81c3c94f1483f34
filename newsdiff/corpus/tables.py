"""The tables of a corpus run: their columns, in order, with the types of Arrow.

>>> [name for name, _ in PAIRS][:9]
['a', 'b', 'weight', 'grade', 'kept_a', 'kept_b', 'linked_a', 'linked_b', 'related']

OUT/ has pairs.parquet, edits.parquet, families.parquet, the articles as read (articles.parquet) and manifest.json. Rows
are in the order of the archive: by the place of `a`, then of `b`; edits are in the order in which newsdiff prints them.
Shares are rounded to four places, so that a table is the same to the byte wherever it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.edits.kinds import KINDS

if TYPE_CHECKING:
    import pyarrow

# An article as it was read; `place` counts from 0, `day` from 1 January 1970, and equal texts have one `key`.
ARTICLES = (
    ("place", "int64"), ("id", "string"), ("series", "string"), ("date", "string"), ("title", "string"),
    ("url", "string"), ("text", "string"), ("key", "int64"), ("day", "int32"),
)  # fmt: skip
# `a` is the article that comes first in the archive. `weight` is the weight of the rare words that they share, null for
# equal texts. `kept_a` is the share of A's words that are in B, `linked_a` the share of A's sentences that are linked.
# Then come the numbers of edits: in all, by verdict, by kind. `error` is null unless the pair failed; its other values
# are null then.
PAIRS = (
    ("a", "string"), ("b", "string"), ("weight", "float64"), ("grade", "string"), ("kept_a", "float64"),
    ("kept_b", "float64"), ("linked_a", "float64"), ("linked_b", "float64"), ("related", "bool"), ("edits", "int32"),
    ("substantive", "int32"), ("open", "int32"), ("accidental", "int32"),
    *((kind.name, "int32") for kind in KINDS),
    ("error", "string"),
)  # fmt: skip
# As in `--format csv`; sentences and links count from 1, offsets from 0.
EDITS = (
    ("a", "string"), ("b", "string"), ("link", "int32"), ("kind", "string"), ("detail", "string"),
    ("verdict", "string"), ("risk", "float64"), ("text_a", "string"), ("text_b", "string"), ("start_a", "int32"),
    ("end_a", "int32"), ("start_b", "int32"), ("end_b", "int32"), ("value_a", "string"), ("value_b", "string"),
)  # fmt: skip
# Articles that are versions of one story; `family` is the id of the first one in the archive.
FAMILIES = (("family", "string"), ("id", "string"))
TABLES = {"pairs": PAIRS, "edits": EDITS, "families": FAMILIES}


def schema(columns: tuple[tuple[str, str], ...]) -> pyarrow.Schema:
    """The columns as an Arrow schema."""
    import pyarrow

    return pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in columns])
