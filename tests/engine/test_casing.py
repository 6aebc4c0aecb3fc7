"""Words inside a sentence are written as their source writes them there."""

from __future__ import annotations

from octave_api.engine import Document, generate
from octave_api.engine.casing import cased
from octave_api.engine.counted_things import apart
from octave_api.engine.items import Item, Span


def test_a_word_that_the_source_writes_small_is_no_name() -> None:
    """ "Grainlift" opens its bullet, and stands small elsewhere; "Breadly" never does."""
    source = "Grainlift slips on paper. Each grainlift is read by hand in Breadly."
    assert cased("Are Grainlift slips a problem for them?", source) == (
        "Are grainlift slips a problem for them?"
    )
    assert cased("Do they use Breadly daily?", source) == "Do they use Breadly daily?"


def test_what_a_source_shouts_is_said_quietly() -> None:
    """ "AND" is no name; an abbreviation stays."""
    assert cased("Do they have an oven AND a van?") == "Do they have an oven and a van?"
    assert cased("Is their ERP old?") == "Is their ERP old?"


def test_things_that_are_counted_first_are_told_one_by_one() -> None:
    """Each has its own place in the source."""
    quote = (
        "They care about three things: that bread is out by six, that vans are full, and that no "
        "one is cut."
    )
    items = list(apart(Item(quote, "SOURCE", Span(0, 10, 10 + len(quote), quote))))
    assert [one.text for one in items] == [
        "Bread is out by six",
        "Vans are full",
        "No one is cut",
    ]
    assert all(
        one.span is not None and quote[one.span.start - 10 : one.span.end - 10] == one.span.quote
        for one in items
    )


def test_a_question_keeps_the_names_of_its_source() -> None:
    """Through the whole engine, too."""
    text = (
        "# Mills\n\n## Pain points\n\n- Grainlift slips on paper\n- Breadly exports that fail\n\n"
        "Each grainlift is read by hand.\n"
    )
    questions = [
        one.question for one in generate("segment", [Document(text)], strict=True).questions
    ]
    assert any("grainlift slips" in one for one in questions)
    assert any("Breadly" in one for one in questions)
