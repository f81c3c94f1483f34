r"""Which 8-bit code page a text is in: by the letters that its language has, or by the words of the other side.

>>> guess("Škoda způsobená bouří, řekl".encode("cp1250")), guess("Les dégâts causés, même après".encode("cp1252"))
('windows-1250', 'windows-1252')
>>> guess("Szkody sięgają".encode("iso8859-2")), guess("Fırtınanın yol açtığı zarar".encode("cp1254"))
('iso-8859-2', 'windows-1254')
>>> guess("Na\xefve caf\xe9".encode("latin-1"), like="Naïve café in Köln")
'windows-1252'

In the right code page the letters beyond ASCII are those of one language; in a wrong one some belong to another
language, or are not letters at all. Languages whose own letters do not occur in a text are not distinguished; in that case the readings are the same.
"""  # noqa: E501

from __future__ import annotations

import re

# The letters beyond ASCII of languages, by the code pages that they are written in.
_LETTERS = (
    (("windows-1252",), ("àâæçèéêëîïôœùûüÿ", "äöüß", "áéíñóúü", "áâãàçéêíóôõú", "àèéìòù", "åäöæøé", "áðéíóúýþæö")),
    (
        ("windows-1250", "iso-8859-2"),
        ("áčďéěíňóřšťúůýž", "ąćęłńóśźż", "áéíóöőúüű", "čćđšž", "áäčďéíĺľňóôŕšťúýž", "ăâîşţ"),
    ),
    (("windows-1254",), ("çğıöşüâîi̇",)),
    (("windows-1257",), ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž")),
)
_GREEK = ("cp1253", "iso8859-7")
_COMMON_GREEK = frozenset("αοιετσνηυρκπμλςόίάέή")
_GREEK_SHARE = 0.7  # of the letters of a Greek text; a Russian one read as Greek has .3
_MIN_GREEK = 10  # letters
_CYRILLIC = ("windows-1251", "koi8-r", "iso-8859-5", "cp866")
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 1


def guess(data: bytes, like: str = "") -> str:
    """The code page of a text that is not UTF-8, of those of Europe; `like` is a text that may have the same words."""
    readings = {}
    for name in [name for names, _ in _LETTERS for name in names]:
        if (text := _read(data, name)) is not None:
            readings[name] = text
    if like:
        for name in (*_GREEK, *_CYRILLIC):
            if (text := _read(data, name)) is not None:
                readings[name] = text
        known = {word for word in _WORD.findall(like) if not word.isascii()}
        shared = {name: len(known.intersection(_WORD.findall(text))) for name, text in readings.items()}
        best = max(shared, key=lambda name: shared[name], default="windows-1252")
        if shared and shared[best] >= _MIN_WORDS:
            return best
    best, most = "windows-1252", 0.0
    for names, alphabets in _LETTERS:
        for name in names:
            share = max([_share(readings[name], letters) for letters in alphabets]) if name in readings else 0.0
            if share > most:
                best, most = name, share
    return best


def guess_greek(data: bytes) -> str | None:
    """The code page of a text in Greek letters; None if it is in others."""
    best, most = None, _GREEK_SHARE
    for name in _GREEK:
        letters = [char for char in (_read(data, name) or "").lower() if char.isalpha() and not char.isascii()]
        share = sum([char in _COMMON_GREEK for char in letters]) / max(len(letters), _MIN_GREEK)
        if share > most:
            best, most = name, share
    return best


def _read(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if any("\x80" <= char <= "\x9f" for char in set(text)) else text


def _share(text: str, letters: str) -> float:
    """The share of an alphabet among the characters beyond ASCII that touch a letter."""
    alphabet = frozenset(letters + letters.upper())
    found = _BEYOND.findall(text)
    return sum([char in alphabet for char in found]) / len(found) if found else 0.0


# Quotation marks, dashes and the like touch letters too, and are not letters in any code page.
_BEYOND = re.compile(r"(?:(?<=[^\W\d_])[^\x00-\x7f\s“”‘’„‚«»‹›–—…€]|[^\x00-\x7f\s“”‘’„‚«»‹›–—…€](?=[^\W\d_]))")
