r"""Where text comes from: a path, standard input, a git revision; every byte counts.

>>> decode(b"\xef\xbb\xbfcaf\xc3\xa9\r\n").text
'\ufeffcafé\r\n'
>>> decode(b"caf\xe9").note
'not UTF-8, read as windows-1252'

No newline is translated and no byte order mark is dropped, so that offsets are those of the decoded file. It does not
see UTF-16 that has no byte order mark.
"""

# os.path throughout: pathlib is not loaded at start-up and costs 4 ms to import.

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Sequence
from typing import BinaryIO, Literal, NamedTuple

from newsdiff.model import Article
from newsdiff.read import PACKED, Reading, find_format, read_document
from newsdiff.read.document import Document

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Of the bytes of a Western text a few in a hundred are beyond ASCII, in another script more than half.
_FOREIGN_SHARE = 0.25
_MAX_CHAOS = 0.1  # charset-normalizer's own measure of mess; right guesses at East Asian news stay below .06
_MIN_LETTERS = 8
_HEAD = 1 << 16
AS_FOUND = Reading()
_MOST = 1 << 27  # bytes of a text
_PACKED = 1 << 27  # bytes read of an archive; a Word file may have half as many


class SourceError(Exception):
    """A source that cannot be read as text. The message is one line that names the source."""


class EncodingAssumed(UserWarning):
    """`read_article` had to assume an encoding; the message says which."""


class Decoded(NamedTuple):
    """A text, and what had to be assumed to read it ("" where nothing had)."""

    text: str
    note: str


class Source(NamedTuple):
    """A document under its given name, and the assumption made to read it ("" if none)."""

    name: str
    document: Document
    note: str

    @property
    def text(self) -> str:
        """The text that is compared."""
        return self.document.text

    @property
    def article(self) -> Article:
        """The text under its name with the notes of its reading, not cut into sentences."""
        return Article(self.name, self.text, (), self.document.extracted, self.document.left_out)


def read_article(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    lang: str = "en",
    strict: bool = False,
    form: str | None = None,
    docx: Literal["original", "final"] = "final",
    html: Literal["news", "raw"] = "news",
    notes: Literal["footnotes", "comments", "all", "none"] = "footnotes",
    copy_fields: Sequence[str] = (),
    like: Article | None = None,
) -> Article:
    """The article at `source`, read as the command line reads it and cut into sentences.

    `source` is a path, "-" for standard input or "REV:path" for a file in the git repository around; a path object is
    always a path. `form` is "text", "markdown", "docx", "odt" or "html" instead of what the name says; `docx`, `html`
    and `notes` are the options of that name, `copy_fields` are fields of front matter that are copy at this house
    (`Config.copy_fields`). `like` is the other version, if it has been read: where a text is neither UTF-8 nor marked,
    it tells the encoding. Raises SourceError where the command ends with an error, and warns with EncodingAssumed
    where the command says what it assumed.
    """
    from newsdiff.compare import read_text

    reading = Reading(form, docx, html, notes, tuple(copy_fields))
    found = read_sides(source, encoding, reading, (docx,), like.text if like else "")[0]
    if found.note:
        import warnings

        warnings.warn(f"{found.name}: {found.note}", EncodingAssumed, stacklevel=2)
    article = read_text(found.text, found.name, lang, strict=strict)
    return article._replace(extracted=found.document.extracted, left_out=found.document.left_out)


def read_source(source: str | os.PathLike[str], encoding: str | None = None, reading: Reading = AS_FOUND) -> Source:
    """The text at `source` (see `read_article`) with its name. Raises SourceError."""
    return read_sides(source, encoding, reading, (reading.docx,))[0]


def read_sides(
    source: str | os.PathLike[str],
    encoding: str | None,
    reading: Reading,
    sides: Sequence[str] = ("original", "final"),
    like: str = "",
) -> list[Source]:
    """A document read once for each of `sides` of its tracked changes. Raises SourceError."""
    if encoding is not None:
        encoding = check_encoding(encoding)
    path = os.fspath(source)
    name, data = _fetch(source, encoding)
    try:
        return read_data(name, data, encoding, reading, sides, like)
    except ValueError as error:
        raise SourceError(f"{printable(path) or repr(path)}: {error}") from None


def _fetch(source: str | os.PathLike[str], encoding: str | None) -> tuple[str, bytes]:
    """The name of a source as shown, and its bytes. Raises SourceError."""
    path = os.fspath(source)
    name = os.fsencode(path).decode("utf-8", "replace")  # bytes that are not text would not fit in any output
    try:
        if path is source and path == "-":
            return name, _read_stdin()
        if path is source and ":" in path and not _exists(path):
            return name, _read_revision(path)
        return name, read_bytes(path, encoding)
    except (OSError, ValueError) as error:
        raise SourceError(f"{printable(path) or repr(path)}: {_reason(error)}") from None


def read_data(
    name: str,
    data: bytes,
    encoding: str | None = None,
    reading: Reading = AS_FOUND,
    sides: Sequence[str] = ("",),
    like: str = "",
) -> list[Source]:
    """What a file of this name and these bytes holds, once for each of `sides` of its tracked changes.

    `like` is the text of the other side, if there is one. Raises ValueError.
    """
    form = reading.form or find_format(name, data)
    if len(sides) > 1 and form not in PACKED:
        raise ValueError("a single file can be compared only if it is a Word or OpenDocument file with tracked changes")
    if form in PACKED:
        documents = [read_document(form, data, reading._replace(docx=side or reading.docx)) for side in sides]
        names = [name] if len(sides) == 1 else [f"{name} ({side})" for side in sides]
        return [Source(told, document, "") for told, document in zip(names, documents, strict=True)]
    found = decode(data, encoding or _named_charset(form, data), like)
    return [Source(name, read_document(form, found.text, reading), found.note)]


def read_pair(a: str, b: str, encoding: str | None = None, reading: Reading = AS_FOUND) -> list[Source]:
    """Both sides of a comparison. Raises SourceError."""
    if encoding is not None:
        encoding = check_encoding(encoding)
    check_sides((a, b))
    return read_files([(*_fetch(path, encoding), path) for path in (a, b)], encoding, reading)


def read_files(files: Sequence[tuple[str, bytes, str]], encoding: str | None, reading: Reading) -> list[Source]:
    """Two files, given as name, bytes and path. Where one is UTF-8 it tells in which code page the other is.

    Raises SourceError.
    """
    found = [_read_fetched(*file, encoding, reading) for file in files]
    for n in (0, 1):
        if found[n].note and not found[1 - n].note:
            found[n] = _read_fetched(*files[n], encoding, reading, found[1 - n].text)
    return found


def _read_fetched(name: str, data: bytes, path: str, encoding: str | None, reading: Reading, like: str = "") -> Source:
    try:
        return read_data(name, data, encoding, reading, like=like)[0]
    except ValueError as error:
        raise SourceError(f"{printable(path) or repr(path)}: {error}") from None


def _named_charset(form: str, data: bytes) -> str | None:
    """The encoding that a page names, if it is neither UTF-8 nor marked."""
    if form != "html" or data.startswith(tuple([mark for mark, _ in _MARKS])):
        return None
    from newsdiff.read.html import find_charset

    try:
        data.decode()
    except UnicodeDecodeError:
        return find_charset(data)
    return None


def read_file(path: str, name: str, shown: str, reading: Reading = AS_FOUND) -> Source:
    """The document in a file, read as if it were called `name`, and told as `shown`. Raises SourceError."""
    try:
        found = read_data(name, read_bytes(path), reading=reading)[0]
    except (OSError, ValueError) as error:
        raise SourceError(f"{printable(shown)}: {_reason(error)}") from None
    return found._replace(name=os.fsencode(shown).decode("utf-8", "replace"))


def decode(data: bytes, encoding: str | None = None, like: str = "") -> Decoded:
    """The text of `data`: by its byte order mark, as UTF-8, or by the best assumption. Raises ValueError.

    `like` is the text that it will be compared with: of the encodings in question, the one under which the two agree
    is right.
    """
    if encoding is None:
        text, note = _detect(data, like)
    else:
        mark = next((m for m in _MARKS if data.startswith(m[0]) and m[1].startswith(encoding)), None)
        # Python's "utf-16" drops the mark that says which of the two it is; "utf-16-le" keeps it as a character.
        text, note = _decode(data, mark[1] if mark else encoding), ""
    if "\0" in text:
        raise ValueError("a binary file (it has NUL bytes; UTF-16 without a byte order mark needs --encoding)")
    return Decoded(text, note)


def check_encoding(encoding: str) -> str:
    """The name of a text encoding as Python knows it. Raises SourceError for an unknown one."""
    try:
        " ".encode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise SourceError(f"unknown encoding: {printable(encoding) or repr(encoding)}") from None
    return "utf-8" if name == "utf-8-sig" else name  # it would drop the byte order mark, which counts


def printable(text: str) -> str:
    r"""The text on one line, without anything that a terminal would obey.

    >>> print(printable("café \x1b[31m\n.txt"))
    café \x1b[31m\n.txt
    """
    if text.isprintable():
        return text
    return "".join([c if c.isprintable() else c.encode("unicode_escape").decode() for c in text])


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def read_bytes(path: str, encoding: str | None = None) -> bytes:
    """The bytes of a file, of a binary one only the first. Raises OSError, or ValueError if there are too many."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
        # Checked before the rest is read: that may be gigabytes, or endless (/dev/zero).
        if head.startswith(b"PK\3\4"):
            return head + file.read(_PACKED)
        if encoding is None and b"\0" in head and not head.startswith(tuple([mark for mark, _ in _MARKS])):
            return head
        return head + _read_bounded(file)


def _read_bounded(file: BinaryIO) -> bytes:
    """All of a file; a pipe or a device may be endless. Raises ValueError."""
    data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError(f"more than {_MOST >> 20} MB, too long for an article")
    return data


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return _read_bounded(sys.stdin.buffer)


def _read_revision(spec: str) -> bytes:
    """The contents of a file as `git show REV:path` names it; `:path` is the index, `REV:./path` is relative."""
    if spec.startswith("-"):
        raise ValueError("no such file, and a revision cannot begin with a dash")
    import subprocess

    try:
        # Not `git show`, which would list a directory as if it were an article.
        done = subprocess.run(
            ["git", "cat-file", "blob", spec],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise ValueError("no such file, and git, which might know it as REV:path, is not installed") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        fatal = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "fatal: git failed")
        why = fatal.split(": ", 1)[1].rstrip(".")
        if why.endswith("bad file"):
            why = "not a file in that revision"
        raise ValueError(f"no such file, and no such git revision: {printable(why)}")
    return done.stdout


def _detect(data: bytes, like: str = "") -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding), ""
    try:
        return data.decode(), ""
    except UnicodeDecodeError:
        if b"\0" in data:
            return "\0", ""
    from newsdiff.read.encodings import guess

    encoding = (None if like else _other_script(data)) or guess(data[:_HEAD], like)
    try:
        text = _decode(data, encoding)
    except ValueError:
        raise ValueError("neither UTF-8 nor windows-1252 (use --encoding)") from None
    return text, f"not UTF-8, read as {encoding}"


def _other_script(data: bytes) -> str | None:
    """The encoding of a text that is clearly not in Latin script, by charset-normalizer."""
    high = sum([byte >= 0x80 for byte in data[:_HEAD]])
    if high < _FOREIGN_SHARE * len(data[:_HEAD]):
        return None
    from newsdiff.read.encodings import guess_greek

    if greek := guess_greek(data[:_HEAD]):
        return greek
    from charset_normalizer import from_bytes

    for match in from_bytes(data[:_HEAD]):
        letters = [c for c in str(match) if c.isalpha()]
        foreign = [c for c in letters if c > "\u036f"]
        # It knows alphabets by the statistics of their letters; of East Asian text only that all byte pairs are valid.
        pairs = match.coherence <= 0 and match.multi_byte_usage > _FOREIGN_SHARE and match.chaos < _MAX_CHAOS
        if 2 * len(foreign) <= len(letters) or (match.coherence <= 0 and not pairs) or len(foreign) < _MIN_LETTERS:
            return None
        if not pairs or _is_east_asian(foreign):
            return match.encoding.replace("_", "-")
    return None


def _is_east_asian(letters: Sequence[str]) -> bool:
    """Whether the letters are such as Korean or Japanese is made of: Japanese bytes often pass for rare Hangul."""
    hangul = "".join([c for c in letters if "\uac00" <= c <= "\ud7a3"])
    if hangul:
        common = len(hangul.encode("euc_kr", "ignore")) / 2  # KS X 1001 holds the 2,350 syllables of everyday Korean
        return common >= 0.95 * len(letters)
    kana = sum(["\u3041" <= c <= "\u3096" for c in letters])
    return not kana or kana >= 0.1 * len(letters)


def _decode(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
        if not text.isascii():
            text.encode()  # some codecs let lone surrogates through, which no output can carry
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at {error.start}" if error.start < len(data) else "its end"
        raise ValueError(f"not {encoding} ({where})") from None
    except ValueError:
        raise ValueError(f"not {encoding}") from None
    return text


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)


def check_sides(sources: Sequence[str]) -> None:
    """Raises SourceError if more than one side is standard input."""
    if list(sources).count("-") > 1:
        raise SourceError("standard input (-) can be one side only")
