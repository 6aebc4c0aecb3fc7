"""Items merged and ranked, and the ledger that says where each came from."""

from __future__ import annotations

from octave_api.engine.draft import Document, Statement
from octave_api.engine.items import (
    MAX_ITEMS,
    Item,
    Ledger,
    Span,
    key_words,
    merge,
    span_of,
    twins,
    typical,
)


def item(text: str, rank: float = 1.0) -> Item:
    return Item(text, "SOURCE", Span(0, 0, len(text), text), None, rank)


def texts(items: list[Item]) -> list[str]:
    return [one.text for one in items]


def test_near_twins_are_told_once() -> None:
    """Of two lines that say the same the better ranked stays."""
    late = item("Suppliers deliver late", 0.5)
    better = item("Suppliers who deliver late", 0.9)
    assert texts(merge([late, better])) == ["Suppliers who deliver late"]


def test_what_is_said_twice_ranks_higher() -> None:
    """A line that comes back is central."""
    merged = merge(
        [item("Flour prices swing", 0.95), item("Ovens break down", 0.9), item("Ovens break down")]
    )
    assert texts(merged)[0] == "Ovens break down"


def test_equal_ranks_keep_the_order_of_the_source() -> None:
    """Authors put first what matters most."""
    lines = ["Flour prices swing", "Ovens break down", "Bakers leave"]
    assert texts(merge(map(item, lines))) == lines


def test_a_list_is_never_longer_than_a_reader_takes_in() -> None:
    """Eight by default, or as many as asked."""
    many = [
        item(f"{word} shortage") for word in "flour oven baker sugar yeast salt nut egg tin".split()
    ]
    assert len(merge(many)) == MAX_ITEMS
    assert len(merge(many, limit=2)) == 2


def test_a_line_that_only_repeats_others_goes() -> None:
    """All of its words were said by better lines."""
    lines = [
        item("Flour prices swing wildly", 0.9),
        item("Ovens break down often", 0.8),
        item("Flour prices swing, ovens break", 0.5),
    ]
    assert len(merge(lines)) == 2


def test_twins_share_their_key_words() -> None:
    """Small words and endings do not tell lines apart; other content does."""
    assert twins(key_words("Managing the shops"), key_words("Manages shops"))
    assert not twins(key_words("Manages shops"), key_words("Manages suppliers"))
    assert twins(frozenset(), frozenset())
    assert not twins(frozenset(), key_words("shops"))


def test_a_span_quotes_what_stands_there() -> None:
    """The quote is cut from the document, and so is a part of it."""
    document = Document("Bakers **bake** at night")
    whole = span_of(Statement("bake", 0, 7, 15), [document])
    assert whole == Span(0, 7, 15, "**bake**")
    assert whole.part(2, 6) == Span(0, 9, 13, "bake")


def test_inference_keeps_the_evidence() -> None:
    """What follows from a quoted line is INFERRED; from a typical one it stays TYPICAL."""
    told = item("Ovens break down").inferred("Do ovens break down?", "a pain, asked")
    assert (told.origin, told.rule) == ("INFERRED", "a pain, asked")
    assert told.span is not None
    known = typical("Ovens break down", "old ovens do").inferred("Do they?", "asked")
    assert known.origin == "TYPICAL"


def test_the_ledger_records_each_text_at_its_place() -> None:
    """Pointers count the list's items; sentences share one pointer."""
    ledger = Ledger()
    assert ledger.add_list("/data/painPoints", [item("One"), item("Two")]) == ["One", "Two"]
    assert ledger.add_sentences("/description", [item("One."), item("Two.")]) == "One. Two."
    assert [claim.pointer for claim in ledger.claims] == [
        "/data/painPoints/0",
        "/data/painPoints/1",
        "/description",
        "/description",
    ]
    assert ledger.claims[0].quote == "One"
    assert ledger.add("/name", typical("Buyer", "no role")) == "Buyer"
    assert ledger.claims[-1].source is None
