"""The forms that an archive may have, and the messages about a faulty one."""

import gzip
import json
import os
from pathlib import Path

import pytest

from newsdiff.corpus.archive import ArchiveError, read_archive

GOOD = '{"id": "a", "text": "Dam fails."}\n'


def write(folder: Path, content: str | bytes, name: str = "archive.jsonl") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", ": no articles"),
        ("\n \n", ": no articles"),
        (GOOD + GOOD, ":2: a second article has the id 'a'"),
        (GOOD + "{", ":2: not JSON ("),
        (GOOD + "\n\n[1]\n", ":4: not an object with id and text"),
        ('{"text": "x"}', ':1: no "id"'),
        ('{"id": "", "text": "x"}', ':1: no "id"'),
        ('{"id": null, "text": "x"}', ':1: no "id"'),
        ('{"id": [1], "text": "x"}', ':1: not a name: "id"'),
        ('{"id": 1.5, "text": "x"}', ':1: not a name: "id"'),
        ('{"id": "a"}', ':1: no "text"'),
        ('{"id": "a", "text": null}', ':1: no "text"'),
        ('{"id": "a", "text": ["x"]}', ':1: not a text: "text"'),
        (b'{"id": "a", "text": "caf\xe9"}', ":1: not UTF-8 (byte 0xe9)"),
        ("[" * 100_000, ":1: not JSON ("),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, content: str | bytes, says: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(ArchiveError) as error:
        list(read_archive(path))
    assert str(error.value).startswith(path + says)
    assert "\n" not in str(error.value)


def test_a_line_that_is_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.corpus.archive._LONGEST_LINE", 1 << 20)
    path = write(tmp_path, GOOD + '{"id": "b", "text": "' + "x" * (1 << 20) + '"}\n')
    with pytest.raises(ArchiveError, match=r":2: more than 1 MB"):
        list(read_archive(path))


def test_fields_are_taken_as_they_are(tmp_path: Path) -> None:
    path = write(
        tmp_path, b"\xef\xbb\xbf" + b'{"id": 7, "text": "\\ud83d x", "date": "2026-11-28T06:00Z", "page": 3}\r\n'
    )
    [item] = read_archive(path)
    assert item == ("7", "\ufffd x", None, "2026-11-28T06:00Z", None, None)
    assert item.day == 20785


@pytest.mark.parametrize("date", ["", "yesterday", "2026-02-30", "28.11.2026"])
def test_a_date_that_is_none_bounds_nothing(tmp_path: Path, date: str) -> None:
    [item] = read_archive(write(tmp_path, json.dumps({"id": "a", "text": "x", "date": date})))
    assert item.day is None


def test_an_empty_text_is_an_article(tmp_path: Path) -> None:
    assert [item.text for item in read_archive(write(tmp_path, '{"id": "a", "text": ""}'))] == [""]


def test_a_folder_of_anything(tmp_path: Path) -> None:
    write(tmp_path, "Dam fails.\n", "wire/dam.txt")
    write(tmp_path, "# Dam *fails*\n", "post/2026/dam.md")
    write(tmp_path, "Rain.", "rain.txt")
    write(tmp_path, gzip.compress(GOOD.encode()), "old/1999.jsonl.gz")
    write(tmp_path, "x", ".hidden/x.txt")
    write(tmp_path, "", "_SUCCESS")
    found = [(item.id, item.text.strip(), item.series) for item in read_archive(str(tmp_path))]
    assert found == [
        ("a", "Dam fails.", None),
        ("post/2026/dam.md", "Dam fails", "post"),
        ("rain.txt", "Rain.", None),
        ("wire/dam.txt", "Dam fails.", "wire"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("photo.jpg", b"\xff\xd8\0\0", "a binary file"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "does not read Word 97"),
        ("cut.jsonl.gz", gzip.compress(GOOD.encode() * 99, mtime=0)[:40], "cut.jsonl.gz: "),
        ("none.jsonl.gz", b"plain", "none.jsonl.gz: "),
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    write(tmp_path, content, name)
    with pytest.raises(ArchiveError) as error:
        list(read_archive(str(tmp_path)))
    assert name in str(error.value) and says in str(error.value)


@pytest.mark.parametrize(("name", "says"), [("no.jsonl", "No such file"), ("a.txt", "not an archive")])
def test_what_is_no_archive(tmp_path: Path, name: str, says: str) -> None:
    write(tmp_path, "x", "a.txt")
    with pytest.raises(ArchiveError, match=says):
        list(read_archive(str(tmp_path / name)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.parquet"])
def test_a_pipe_in_a_folder_is_named_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(ArchiveError, match=f"{name}: not a regular file"):
        list(read_archive(str(tmp_path)))


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    path = str(tmp_path / "a.parquet")
    table = pyarrow.table({"text": ["x", "y"], "id": [1, 2], "date": pyarrow.array([0, 1], pyarrow.date32())})
    pyarrow.parquet.write_table(table, path)
    assert [(item.id, item.day) for item in read_archive(path)] == [("1", 0), ("2", 1)]
    pyarrow.parquet.write_table(table.drop(["text"]), path)
    with pytest.raises(ArchiveError, match='row 1: no "text"'):
        list(read_archive(path))
    pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": ["x", None]}), path)
    with pytest.raises(ArchiveError, match='row 2: no "text"'):
        list(read_archive(path))
    Path(path).write_bytes(b"PAR1 and nothing else")
    with pytest.raises(ArchiveError, match="not readable as Parquet"):
        list(read_archive(path))
