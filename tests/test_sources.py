"""Reading: whatever the file is like, the same article; whatever is wrong, one line that says so."""

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsdiff.read.document import as_it_is
from newsdiff.read.sources import EncodingAssumed, SourceError, decode, printable, read_article, read_pair, read_source

STORY = "Zoë paid €5 — “twice”, she said."
OTHER_SCRIPTS = {
    "cp1251": "Президент заявил журналистам, что переговоры продолжатся в понедельник. Стороны близки к соглашению.",
    "koi8-r": "Президент заявил журналистам, что переговоры продолжатся в понедельник. Стороны близки к соглашению.",
    "cp1253": "Ο πρωθυπουργός δήλωσε ότι οι διαπραγματεύσεις θα συνεχιστούν τη Δευτέρα στην Αθήνα.",
    "cp1256": "قال رئيس الوزراء للصحفيين إن المحادثات ستستمر يوم الاثنين. وأضاف أن الطرفين قريبان من الاتفاق.",
    "cp932": "首相は記者団に対し、月曜日に交渉を続けると述べた。双方は合意に近づいているという。",
    "euc-jis-2004": "首相は記者団に対し、月曜日に交渉を続けると述べた。双方は合意に近づいているという。",
    "cp949": "AP통신에 따르면 총리는 기자들에게 월요일에 협상이 계속될 것이라고 말했다. 양측은 합의에 가까워졌다.",
    "big5": "總理對記者說,談判將於星期一繼續。他說雙方接近達成協議。",
    "gb18030": "总理对记者说，谈判将于星期一继续。他说双方接近达成协议。",
}
WESTERN = [
    "café",
    "Le président a déclaré à l’Élysée que « l’été était passé » à Genève, où l’équipe fédérale s’était réunie.",
    "Für Österreichs Bürger wäre das größere Übel, schätzte Jürgen Müßig, ein höherer Zoll auf Öl.",
    "ÉÉÉ ÀÀÀ ÖÄÜ",
    "“‘——’” … – •",
]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_unicode_by_its_mark(encoding: str) -> None:
    mark = "\ufeff" if encoding[-2:] in ("le", "be") else ""
    found = decode((mark + STORY).encode(encoding))
    assert found.text.removeprefix("\ufeff") == STORY
    assert found.note == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_counts_as_a_character(encoding: str) -> None:
    data = STORY.encode(encoding)
    assert decode(data).text == decode(data, encoding.removesuffix("-sig")).text == "\ufeff" + STORY


def test_no_character_is_translated() -> None:
    text = "One.\r\nTwo.\rThree.\n\fFour.\u2028Five.\x85Six."
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_that_is_not_utf_8(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, "not UTF-8, read as windows-1252")


@pytest.mark.parametrize("encoding", OTHER_SCRIPTS)
@pytest.mark.parametrize("times", [1, 8, 400])
def test_text_clearly_in_another_script(encoding: str, times: int) -> None:
    text = OTHER_SCRIPTS[encoding] * times
    assert decode(text.encode(encoding)) == (text, f"not UTF-8, read as {encoding}")


def test_a_given_encoding_is_taken_at_its_word() -> None:
    assert decode("Zażółć".encode("cp1250"), "cp1250") == ("Zażółć", "")
    assert decode("caf\u00c3\u00a9".encode("latin-1"), "latin-1").text == "caf\u00c3\u00a9"
    assert decode(STORY.encode("utf-16-be"), "utf-16-be").text == STORY


def test_an_empty_file_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert read_article(tmp_path / "empty.txt").sentences == ()


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "a binary file"),
        (b"caf\xe9\0", None, "a binary file"),
        (b"a\0b", "latin-1", "a binary file"),
        ("story".encode("utf-16-le"), None, "a binary file"),
        (b"caf\x81", None, "neither UTF-8 nor windows-1252"),
        (b"\xef\xbb\xbfcaf\xe9", None, "not utf-8 (byte 0xe9 at 6)"),
        (b"\xff\xfea", None, "not utf-16-le (byte 0x61 at 2)"),
        (b"caf\xe9", "ascii", "not ascii (byte 0xe9 at 3)"),
        (b"+2AA-", "utf-7", "not utf-7"),
    ],
)
def test_what_is_no_text(data: bytes, encoding: str | None, reason: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_source(tmp_path / "x", encoding)
    assert str(caught.value).startswith(f"{tmp_path / 'x'}: {reason}")


def test_a_large_binary_is_not_read_to_its_end() -> None:
    with pytest.raises(SourceError, match="binary"):
        read_source("/dev/zero")


@pytest.mark.parametrize("name", ["no-such", "hex", "rot13", "", "a\0b", "undefined"])
def test_unknown_encoding(name: str) -> None:
    with pytest.raises(SourceError, match="unknown encoding"):
        read_source("whatever", name)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    for name, reason in {
        "missing": "No such file or directory",
        ".": "Is a directory",
        "": "No such file or directory",
        "file/x": "Not a directory",
        "loop": "Too many levels of symbolic links",
        "x" * 5000: "File name too long",
        "a\0b": "embedded null byte",
    }.items():
        with pytest.raises(SourceError) as caught:
            read_source(name)
        assert str(caught.value) == f"{printable(name) or repr(name)}: {reason}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(mode=0)
    with pytest.raises(SourceError, match="Permission denied"):
        read_source(tmp_path / "secret")


def test_messages_are_one_line_and_harmless(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(str(tmp_path / "a\n\x1b[31m\udcff\u202e"))
    assert str(caught.value).isprintable()
    assert r"a\n\x1b[31m\udcff\u202e: No such file" in str(caught.value)


def test_a_name_that_is_no_text_is_replaced(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9"
    try:
        Path(os.fsdecode(path)).write_text("One.")
    except OSError:
        pytest.skip("the file system wants names in UTF-8")
    assert read_source(os.fsdecode(path)).name.endswith("/caf\ufffd")


def test_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("One. " * 50_000,))
    writer.start()
    assert len(read_source(tmp_path / "pipe").text) == 250_000
    writer.join()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xc3\xa9\r\n"), encoding="ascii"))
    assert read_source("-") == ("-", as_it_is("café\r\n"), "")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match=r"^-: standard input is closed"):
        read_source("-")


def test_the_library_warns_of_what_it_assumes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.warns(EncodingAssumed, match=r"a\.txt: not UTF-8, read as windows-1252"):
        assert read_article(tmp_path / "a.txt").text == "café"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two commits, names that need care, and something in the index alone."""
    root = tmp_path_factory.mktemp("repository")

    def git(*args: str) -> None:
        identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *args], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    (root / "sub").mkdir()
    names = ("story.txt", "sub/in.txt", "a b [c]*?$(x).txt", "é\n.txt", "check")
    for edition in ("first", "second"):
        for name in names:
            (root / name).write_bytes(f"The {edition}.\r\n".encode())
        git("add", "-A")
        git("commit", "-qm", edition)
    (root / "story.txt").write_text("Staged.")
    git("add", "-A")
    (root / "story.txt").write_text("Not staged.")
    return root


@pytest.mark.parametrize(
    ("source", "folder", "text"),
    [
        ("HEAD:story.txt", ".", "The second.\r\n"),
        ("HEAD~1:story.txt", ".", "The first.\r\n"),
        (":story.txt", ".", "Staged."),
        ("HEAD:sub/in.txt", "sub", "The second.\r\n"),
        ("HEAD:./in.txt", "sub", "The second.\r\n"),
        ("HEAD:../check", "sub", "The second.\r\n"),
        ("HEAD~:a b [c]*?$(x).txt", ".", "The first.\r\n"),
        ("HEAD:é\n.txt", ".", "The second.\r\n"),
        ("story.txt", ".", "Not staged."),
    ],
)
def test_revisions(source: str, folder: str, text: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / folder)
    assert read_source(source) == (source, as_it_is(text), "")


def test_a_file_of_that_very_name_wins(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    name = Path("HEAD:check")
    name.write_text("A file.")
    assert read_source("HEAD:check").text == "A file."
    name.unlink()
    assert read_source("HEAD:check").text == "The second.\r\n"
    with pytest.raises(SourceError, match="No such file"):
        read_source(Path("HEAD:check"))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nosuch:story.txt", "no such git revision: invalid object name 'nosuch'"),
        ("HEAD:nosuch.txt", "no such git revision: path 'nosuch.txt' does not exist in 'HEAD'"),
        ("HEAD:sub", "no such git revision: not a file in that revision"),
        (":nosuch.txt", "path 'nosuch.txt' does not exist (neither on disk nor in the index)"),
        ("-x:story.txt", "a revision cannot begin with a dash"),
        ("--textconv:story.txt", "a revision cannot begin with a dash"),
        ("HEAD;touch pwned:story.txt", "no such git revision"),
    ],
)
def test_revisions_that_are_not_there(
    source: str, reason: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    with pytest.raises(SourceError) as caught:
        read_source(source)
    assert str(caught.value).startswith(f"{source}: no such file")
    assert reason in str(caught.value)
    assert str(caught.value).isprintable()
    assert not Path("pwned").exists()


def test_a_revision_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SourceError, match="no such git revision: not a git repository"):
        read_source("HEAD:story.txt")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="git, which might know it as REV:path, is not installed"):
        read_source("HEAD:story.txt")


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Premiér řekl, že vláda předloží návrh. Škoda způsobená bouří dosáhla milionů.", ["cp1250", "iso8859-2"]),
        ("Premier powiedział, że rząd przedłoży projekt. Mieszkańcy żądają pomocy.", ["cp1250", "iso8859-2"]),
        ("A kormány jövő héten benyújtja a törvényt, közölte a szóvivő.", ["cp1250", "iso8859-2"]),
        ("Šteta je dostigla milione, saopštio je u četvrtak. Građani traže pomoć.", ["cp1250", "iso8859-2"]),
        ("Hükümetin yasa tasarısını sunacağını söyledi, açıkladı.", ["cp1254", "iso8859-9"]),
        ("Les dégâts causés s'élèvent à trente millions. Ça reste à voir, même après.", ["cp1252"]),
        ("Die Schäden belaufen sich auf dreißig Millionen Euro für ältere Bürger.", ["cp1252"]),
        ("It’s the café’s £30 million problem — he said “no”.", ["cp1252"]),
    ],
)
def test_code_pages_of_europe(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        found = decode(text.encode(encoding))
        assert found.text == text
        assert found.note


def test_the_other_side_tells_the_code_page(tmp_path: Path) -> None:
    text = "Zoë Müller of Ağa met Çelik of Iğdır."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1254"))
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    a, b = read_pair(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert a.text == b.text == text
    assert a.note == "not UTF-8, read as windows-1254"
