"""The shadow that is compared: escapes, apostrophes and labels, and that reports show the text itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.compare import compare
from newsdiff.text.shadow import PAD, find_escape, shadow


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; R&D; a & b; x &y; &nosuch; C:\\users and \\n",
        "“Wait”—she said. Ça coûte 5 €. À l’été, João não vê ÂNGELO.",
        "The ‘60s; ‘yes’ she said; the boys‘ toys; Hawaiʻi",
        "He paid 3 & 4, \\ or / 5.",
    ],
)
def test_what_is_no_escape_stays(text: str) -> None:
    assert shadow(text) == text
    assert find_escape(text) == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nvidia&#8217;s", "Nvidia’s"),
        ("won&#x27;t &quot;pay&quot;", 'won\'t "pay"'),
        ("R&amp;D, it&amp;#8217;s", "R&D, it’s"),
        ('He won\\\'t say \\"no\\"', 'He won\'t say "no"'),
        ("caf\\u00e9 \\ud83d\\ude00", "café 😀"),
        ("â€œNo,â€\x9d â€” itâ€™s 5 Ã©tÃ©s, Â£3", "“No,” — it’s 5 étés, £3"),
        ("â€œNo,â€� he said", "“No,” he said"),
        ("PoznaÅ„ i ÅšlÄ…sk", "Poznań i Śląsk"),
        ("didn‘t, aren`t, it´s, O′Brien, won＇t", "didn’t, aren’t, it’s, O’Brien, won’t"),
    ],
)
def test_escapes_are_what_they_stand_for(text: str, meant: str) -> None:
    assert shadow(text).replace(PAD, "") == meant
    assert len(shadow(text)) == len(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1. Close it.\n2. Pay.\n3. Build.", "1. Sell it.\n2. Close it.\n3. Pay.\n4. Build."),
        ("(a) keep it clean;\n\n(b) pay the rent", "(a) wash it;\n\n(b) keep it clean;\n\n(c) pay the rent"),
        ("Step 1: Boil water.\n\nStep 2: Add salt.", "Step 1: Take a pot.\n\nStep 2: Boil water.\n\nStep 3: Add salt."),
        (
            "1.1 The Tenant pays.\n\n1.2 The Landlord repairs.",
            "1.1 Terms.\n\n1.2 The Tenant pays.\n\n1.3 The Landlord repairs.",
        ),
    ],
)
def test_labels_are_no_figures(a: str, b: str) -> None:
    assert {edit.kind for edit in compare(a, b).edits} == {"insertion"} or len(compare(a, b).edits) == 1
    assert not [edit for edit in compare(a, b).edits if edit.kind == "number"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He has 3. Mai had 4.", "He has 3. Mai had 5."),
        ("1.5 million people left.", "1.6 million people left."),
        ("Section 4 of the act is void.", "Section 5 of the act is void."),
        ("9.30 The mayor left.\n\n9.45 The town slept.", "9.30 The mayor left.\n\n9.50 The town slept."),
    ],
)
def test_figures_are_no_labels(a: str, b: str) -> None:
    assert compare(a, b).edits


def test_reports_show_the_text_itself() -> None:
    a = "1. He won&#8217;t pay 300 euros, &#8220;said&#8221; Kull.\n2. It rained."
    b = "1. It rained.\n2. He won’t pay 30 euros, “said” Kull."
    found = compare(a, b)
    assert (found.a.text, found.b.text) == (a, b)
    for sentence in found.a.sentences:
        assert a[sentence.start : sentence.end] == sentence.text
        assert all(a[t.start : t.end] == t.text for t in sentence.tokens)
    assert [e.a.text for e in found.edits if e.kind == "number" and e.a] == ["300 euros"]
    joined = ["".join(step.a for step in link.diff) for link in found.links if link.a]
    assert joined == [found.a.sentences[link.a[0]].text for link in found.links if link.a]


marks = st.text(st.sampled_from("&#8217;amp\\u0e9'\"â€™‘`1.)(a \n-bcÃ©"), max_size=40)


@given(marks, marks)
@settings(deadline=None)
def test_every_letter_is_accounted_for(a: str, b: str) -> None:
    assert len(shadow(a)) == len(a)
    found = compare(a, b)
    for article, text in ((found.a, a), (found.b, b)):
        assert article.text == text
        assert all(text[s.start : s.end] == s.text for s in article.sentences)
        assert all(text[t.start : t.end] == t.text for s in article.sentences for t in s.tokens)
    for edit in found.edits:
        for span, text in ((edit.a, a), (edit.b, b)):
            assert span is None or text[span.start : span.end] == span.text
    for link in found.links:
        assert "".join(s.a for s in link.diff).split() == " ".join(found.a.sentences[n].text for n in link.a).split()
