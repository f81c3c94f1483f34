"""Which language's abbreviations to use, and a library that knows them for three hundred languages.

>>> guess_language("Er sagte, die Brücke und der Tunnel sind nicht sicher, auch für den Bus mit dem Kind.", "en")
'de'
>>> asker("de")("Er kam mit Dr.", "Meier")
False

A text under the default "en" that is plainly in another language is split by that language's rules. sentencex decides
only about full stops before a capital, and sees the text without quotation marks: it keeps quotations and brackets
whole, we do not.

Not distinguished: languages in the same script without a list below (they are split by the English rules).
"""

from __future__ import annotations

from collections.abc import Callable

Asks = Callable[[str, str], bool]

# Languages with rules of their own: English here, the others in sentencex 1.0, which splits the rest by a related
# language's rules or by general ones.
KNOWN = frozenset(
    "am ar bg bn ca da de el en es fi fr gu hi hy it ja kk kn ml mr my nl pa pl pt ru sk ta te uk".split()
)
_ENGLISH = "the of and to in a is that for was on said with as it he by at be are from an have his has not"
_TELLTALES = {
    "de": "der die das und ist nicht den von mit dem ein eine auf im am sich auch wird hat für des zu bei er sie es",
    "es": "el la los las que en un una por con del se su al es para lo dijo más",
    "fr": "le la les des et un une du que est dans pour qui au sur par en ne pas il elle",
    "it": "il la di che e un una per del della con non si da nel sono",
    "nl": "de het een en van is dat op te in niet met voor zijn",
    "pt": "o a os as que e um uma do da em para com no na por",
}
_SAMPLE = 3000  # characters looked at
# Shares of these words: in English news .25-.40, in other languages under .08 (of theirs .15-.35).
_ENGLISH_SHARE = 0.12
_OTHER_SHARE = 0.1
_ENOUGH_WORDS = 12

# How much text around a full stop the library gets, in characters; and the characters that it does not get.
_REACH = 40
_UNASKED = str.maketrans("", "", "\"'“”‘«»‹›„‚()[]\n\r\u00a0\u202f")


def guess_language(text: str, lang: str) -> str:
    """The requested language, as a primary subtag; if that is the default, the language the text is plainly in."""
    lang = lang.strip().lower().replace("_", "-").split("-")[0]
    if lang not in ("", "en"):
        return lang
    sample = text[:_SAMPLE]
    if not sample.isascii():
        letters = [c for c in sample if c > "\u02ff" and c.isalpha()]
        if len(letters) * 3 > len(sample):
            middle = letters[len(letters) // 2]
            if "\u0400" <= middle <= "\u04ff":
                return "uk" if "і" in sample else "ru"
            return "el" if "\u0370" <= middle <= "\u03ff" else "en"
    words = sample.lower().split()
    english = _share(words, _ENGLISH)
    if len(words) < _ENOUGH_WORDS or english >= _ENGLISH_SHARE:
        return "en"
    share, name = max([(_share(words, telltale), name) for name, telltale in _TELLTALES.items()])
    return name if share >= max(_OTHER_SHARE, 2 * english) else "en"


def _share(words: list[str], telltales: str) -> float:
    known = frozenset(telltales.split())
    return sum([word in known for word in words]) / max(1, len(words))


def asker(lang: str) -> Asks | None:
    """A function that decides whether a sentence ends between two pieces of text; None for English, with our rules."""
    if lang == "en":
        return None
    from sentencex import segment  # type: ignore[import-untyped]

    def asks(before: str, after: str) -> bool:
        before = " ".join(before[-_REACH:].translate(_UNASKED).split())
        after = " ".join(after[:_REACH].translate(_UNASKED).split())
        at = 0
        try:
            parts = segment(lang, before + " " + after)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic of the library's Rust is no Exception
            return True
        for part in parts:
            at += len(part)
            if at >= len(before):
                return at <= len(before) + 1
        return False

    return asks
