"""What one article says: the public view of all readers of facts."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff import facts
from newsdiff.cli import command
from newsdiff.facts import READERS
from newsdiff.render.facts import render_json, render_table
from tests.pairs import PAIRS, read_pair


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_every_fact_can_be_cut_out_of_its_article(folder: Path) -> None:
    for text in read_pair(folder):
        found = facts(text)
        assert found.article.text == text
        for kind in READERS:
            starts = [fact.start for fact in getattr(found, kind)]
            assert starts == sorted(starts), kind
            for fact in getattr(found, kind):
                assert text[fact.start : fact.end] == fact.text, kind
                for head in getattr(fact, "heads", ()):
                    assert text[head.start : head.end] == head.text, kind


def test_kinds_of_facts() -> None:
    found = facts(
        'Former mayor Ana Ruiz allegedly said on May 3 that "all 30 homes" were not hit. See desk@example.org.'
    )
    read = {kind: [fact.text for fact in getattr(found, kind)] for kind in READERS}
    assert read["names"] == ["Ana Ruiz"]
    assert read["figures"] == ["30"]
    assert read["dates"] == ["May 3"]
    assert read["quotations"] == ["all 30 homes"]
    assert read["polarity"] == ["not"]
    assert read["modality"] == ["allegedly"]
    assert "all" in read["quantifiers"]
    assert read["status"] == ["Former"]
    assert read["identifiers"] == ["desk@example.org"]
    assert len(read["sources"]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brook has left the town.", ["Brook"]),
        ("Brooks have dried out.", []),
        ("Woods are dry.", []),
        ("Rose's win was late.", ["Rose"]),
        ("Price was late.", ["Price"]),
        ("German Chancellor Angela Merkel left.", ["German", "Angela Merkel"]),
        ("Republican Donald Trump left.", ["Republican", "Donald Trump"]),
    ],
)
def test_a_first_word_is_a_name_where_what_follows_says_so(text: str, names: list[str]) -> None:
    assert [fact.text for fact in facts(text).names] == names


def test_renders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = facts("Ana Ruiz said that a third of the 30 homes were not hit.", name="x")
    data = json.loads(render_json(found))
    assert list(data) == ["version", "name", *READERS]
    assert [figure["value"] for figure in data["figures"]] == ["1/3", 30]
    for width in (60, 80, 200):
        assert max(len(line) for line in render_table(found, width).splitlines()) <= width
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("He paid \x1b[31m30 euros.")
    done = CliRunner().invoke(command, ["facts", "a.txt"])
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert CliRunner().invoke(command, ["facts", "missing.txt"]).exit_code == 2


def test_the_table_says_values_as_people_do() -> None:
    text = (
        "It was 50 miles an hour. Ask desk@lind.org. They had not left. "
        'More than 18.5% left on Feb. 27, about a third of 340 million. "It is over," said Ana Ruiz of Lind.'
    )
    rows = {tuple(re.split(r"  +", line)[:3]) for line in render_table(facts(text), 140).splitlines()}
    assert rows >= {
        ("figures", "18.5%", ">18.5 percent"),
        ("figures", "a third", "~1/3"),
        ("figures", "340 million", "340000000"),
        ("figures", "50 miles an hour", "50 mile per hour"),
        ("dates", "Feb. 27", "XXXX-02-27"),
        ("quotations", "It is over", "Ana Ruiz of Lind"),
        ("identifiers", "desk@lind.org", "email desk@lind.org"),
        ("polarity", "not", "not (left)"),
    }
