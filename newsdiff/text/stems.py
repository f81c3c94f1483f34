"""The only stemmer: English words without their endings, by Snowball (PyStemmer).

>>> [stem(word) for word in ("organised", "organises", "organisation")]
['organis', 'organis', 'organis']
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

# Words that are remembered: those of a few articles. A long run must not grow.
KEPT = 1 << 11


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer

    return Stemmer.Stemmer("english").stemWord  # type: ignore[no-any-return]


@lru_cache(maxsize=KEPT)
def stem(low: str) -> str:
    """The word without its English endings."""
    try:
        return _stemmer()(low)
    except UnicodeEncodeError:  # half of a surrogate pair
        return low
