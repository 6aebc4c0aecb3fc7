"""Passages, shares and contexts of evidence; offsets are never bent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from octave_api.contract import Claim, Evidence, SourceText
from pages.parts import evidence as ev
from pages.parts import reader

TEXT = "Head of Ops.\n\nPlans shifts. Answers for cost.\nHires people."


def source(text: str = TEXT, index: int = 0, **more: str) -> SourceText:
    return SourceText(index=index, type="TEXT", value=text, text=text, **more)


def claim(start: int | None, end: int | None, origin: str = "SOURCE", at: int = 0) -> Claim:
    return Claim(pointer="/name", text="x", origin=origin, source=at, start=start, end=end)


@given(some.text(max_size=60), some.lists(some.tuples(some.integers(0, 70), some.integers(0, 70))))
def test_passages_joined_are_the_source(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever the spans are, no character is lost, doubled or moved."""
    claims = [claim(start, end) for start, end in spans]
    chosen = ev.Sentence(0, *spans[0]) if spans else None
    shown = ev.excerpt(source(text), claims, chosen)
    assert text == "".join(passage.text for passage in shown.passages)


def test_used_and_selected_sentences_are_told_apart() -> None:
    """The selected claim is strong although other claims use its sentence."""
    start = TEXT.index("Plans")
    first, second = claim(0, 11), claim(start, start + 12)
    shown = ev.excerpt(source(), [first, second], ev.Sentence(0, start, start + 12))
    marked = [(p.text, p.strength) for p in shown.passages if p.strength != "plain"]
    assert marked == [("Head of Ops", "used"), ("Plans shifts", "selected")]


def test_claims_of_another_source_mark_nothing() -> None:
    """Offsets belong to their source."""
    shown = ev.excerpt(source(), [claim(0, 4, at=1)], ev.Sentence(1, 0, 4))
    assert [passage.strength for passage in shown.passages] == ["plain"]


def test_a_long_source_is_cut_around_the_selected_sentence() -> None:
    """The reader sees the sentence, and how much is left out on both sides."""
    text = "a" * 500 + "SENTENCE" + "b" * 500
    shown = ev.excerpt(source(text), [], ev.Sentence(0, 500, 508), limit=100)
    assert "SENTENCE" in [passage.text for passage in shown.passages]
    assert len(text) == shown.cut_before + shown.cut_after + sum(
        len(p.text) for p in shown.passages
    )


def test_a_span_outside_its_source_is_not_pointed_at() -> None:
    """Evidence of a stranger's server may be wrong; the page stays up."""
    assert not ev.can_show(claim(5, 9_999), [source()])
    assert not ev.can_show(claim(None, None), [source()])
    assert ev.in_context(claim(0, 4, at=7), [source()]) is None


def test_a_quote_is_shown_within_its_lines() -> None:
    """Context stops at a blank line and at whole words."""
    start = TEXT.index("Plans")
    found = ev.in_context(claim(start, start + 12), [source()], around=20)
    assert found is not None
    assert (found.before, found.quote) == ("", "Plans shifts")
    assert found.after.startswith(". Answers")
    assert found.after.endswith(" …")


def test_shares_are_told_in_words() -> None:
    """Quoted, inferred and typical add up, unknown origins count too."""
    share = ev.share(
        [
            claim(0, 1),
            claim(0, 1, "INFERRED"),
            claim(0, 1, "TYPICAL"),
            claim(0, 1, "EDITED"),
            claim(0, 1, "X"),
        ]
    )
    assert share.sentence() == "1 of 5 claims quoted"
    assert share.detail() == (
        "1 follows from quoted sentences, 1 was written by a person, "
        "1 is typical, not in the source"
    )
    assert ev.share([]).sentence() == "0 of 0 claims quoted"


def test_unknown_origins_keep_their_word() -> None:
    """An origin that a later server adds is shown as it is."""
    assert ev.origin_mark("EDITED").word == "Edited"


def test_sources_are_named_by_title_then_address() -> None:
    """A pasted text has neither."""
    assert ev.source_title(source()) == "Your text"
    assert ev.source_title(source(title="Team page")) == "Team page"
    page = SourceText(index=0, type="URL", value="https://a.example", text="x")
    assert ev.source_title(page) == "https://a.example"


def test_passages_know_their_place() -> None:
    """What is pressed in the browser is told as offsets into the source."""
    for passage in ev.excerpt(source(), [claim(0, 11), claim(14, 26)]).passages:
        assert passage.text == TEXT[passage.start : passage.end]


def test_the_claims_of_a_sentence_are_those_that_rest_on_a_part_of_it() -> None:
    """Neighbours and other sources are not among them."""
    claims = [claim(0, 11), claim(5, 8), claim(11, 14), claim(0, 11, at=1), claim(None, None)]
    evidence = Evidence(oid="pe_x", sources=[source(), source(index=1)], claims=claims)
    found = ev.resting_on(evidence, ev.sentence_of(claims[0], evidence.sources))
    assert [number for number, _ in found] == [0, 1]
    assert ev.resting_on(evidence, None) == []


def test_the_key_of_a_source_holds_what_streamlit_takes() -> None:
    """Two underscores end a component's name, and an oId may have them."""
    assert "__" not in reader.key_of("pe__a__b", 0)
    assert reader.key_of("pe_a", 0) != reader.key_of("pe_a", 1)
