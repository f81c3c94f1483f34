"""Attribution: which phrases name a source, and how they changed."""

from __future__ import annotations

import pytest

from newsdiff.compare import compare, read_text
from newsdiff.facts.sources import read_sources
from tests.growth import LINEAR, growth

SOURCES = [
    ("The gates were unsafe.", []),
    ("The reported death of the warden shocked the town.", []),
    ("The offer is said to have included a bridge.", []),
    ("He was told to leave.", []),
    ("The company announced a strike.", []),
    ("It was not said.", []),
    ("The gates were unsafe, he said.", ["he said"]),
    ("The gates were unsafe, it was said.", ["it was said"]),
    ("The gates were unsafe, said Ana Ruiz.", ["said Ana Ruiz"]),
    ("The gates were unsafe, the mayor, Ana Ruiz, said.", ["the mayor, Ana Ruiz, said"]),
    ("Ana Ruiz, who leads the town, said they were.", ["Ana Ruiz, who leads the town, said"]),
    ("According to the mayor, Ana Ruiz, the gates were unsafe.", ["According to the mayor, Ana Ruiz"]),
    ("The gates were unsafe, as per the town council.", ["as per the town council"]),
    ("The gates were unsafe, as told by sources close to the mayor.", ["as told by sources close to the mayor"]),
    ("A study found that the gates were unsafe.", ["A study found"]),
    ("The gates were unsafe, a court heard.", ["a court heard"]),
    ("A picture says more than words.", []),
    ("Please note that some boats have changed.", []),
    ("We'll write a letter, and we added a chart.", []),
    ("Everything went according to plan.", []),
    ("Officials would not say who was to blame.", []),
    ("In the United States, mass protests in Boise, Idaho, broke out.", []),
    ("The annual report on the state of the bridges is due.", []),
    ("According to police, the gates were unsafe.", ["According to police"]),
    ("On Friday the mayor said the gates were unsafe.", ["the mayor said"]),
    ("Mr. Ruiz said the gates were unsafe.", ["Mr. Ruiz said"]),
    ("Theresa May said this week that the gates were unsafe.", ["Theresa May said"]),
    ("Rep. Ana Ruiz (D-Ohio) told reporters the gates were unsafe.", ["Rep. Ana Ruiz (D-Ohio) told"]),
    ("The gates, he often says, are unsafe.", ["he often says"]),
    ("The gates were shut and Kaya said they were unsafe.", ["Kaya said"]),  # another clause comes before "and"
    ("Kaya and Ruiz said the gates were unsafe.", ["Kaya and Ruiz said"]),
    ("Two gates were shut or police said they were.", ["police said"]),
    ("The gates were unsafe, he told reporters on Friday.", ["he told"]),
    ("An aide to the mayor said the gates were unsafe.", ["An aide to the mayor said"]),
    ("Polls show Ruiz is ahead.", ["Polls show"]),
    ("He left the hall and said the gates were unsafe.", ["said"]),
    ('"They were unsafe," sighed Holm.', ["sighed Holm"]),
    ('"They were unsafe," reads the report.', ["reads the report"]),
    ('Ruiz told the crowd, "They were unsafe."', ["Ruiz told"]),
    ('"They were unsafe," - Ada Holm', ["Ada Holm"]),
    ("HOLM: The gates were unsafe.", ["HOLM"]),
    ("Holm: They were unsafe.\n\nKern: They were not, not at all.", ["Holm", "Kern"]),
    ("Storm: What we know so far.", []),
    ("Holm: The gates were unsafe.", ["Holm"]),
    ("He said on condition of anonymity that they were.", ["He said on condition of anonymity"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), SOURCES)
def test_sources(sentence: str, phrases: list[str]) -> None:
    found = read_sources(read_text(sentence, "", "en"))
    assert [s.text for s in found] == phrases
    assert all(sentence[s.start : s.end] == s.text for s in found)


def test_parts_and_claim() -> None:
    text = 'The road is shut. "One," said Ana Ruiz. "Two." They left, the mayor of Boise said.'
    first, second = read_sources(read_text(text, "", "en"))
    assert [text[lo:hi] for lo, hi in (first.source, first.cue)] == ["Ana Ruiz", "said"]
    assert [text[lo:hi] for lo, hi in first.content] == ['"One,"', '"Two."']
    assert (first.names, first.anonymous) == ({"ana", "ruiz"}, False)
    assert [text[lo:hi] for lo, hi in second.content] == ["They left,"]
    assert (second.nouns, second.owners) == ({"city"}, {"boise"})


def test_many_changed_sources_take_linear_time() -> None:
    def work(size: int) -> None:
        a, b = (", ".join([f"{name} said boat {n} sank" for n in range(size)]) + "." for name in ("Ruiz", "Kull"))
        assert sum([e.kind == "attribution" for e in compare(a, b).edits]) == size

    assert growth(work, 20) < LINEAR
