"""What somebody typed becomes sources, in order, each once."""

from __future__ import annotations

import pytest

from octave_api.contract import SourceText
from pages.parts import entries
from pages.parts.entries import Entry


def test_text_and_addresses_become_sources_in_order() -> None:
    """The text comes first and exactly as typed, then every address."""
    entry = Entry(text="  A buyer \n", urls="https://a.example/x\n\nhttps://b.example\n")
    assert entries.sources(entry) == [
        {"type": "TEXT", "value": "  A buyer \n"},
        {"type": "URL", "value": "https://a.example/x"},
        {"type": "URL", "value": "https://b.example"},
    ]


def test_a_paste_of_addresses_alone_is_read_as_pages() -> None:
    """Lists, bare hosts and several on a line are recognised; none is taken for a text."""
    entry = Entry(text="- https://a.example\n2. b.example/team, c.example\n")
    assert [source["value"] for source in entries.sources(entry)] == [
        "https://a.example",
        "https://b.example/team",
        "https://c.example",
    ]
    assert {"URL"} == {source["type"] for source in entries.sources(entry)}


@pytest.mark.parametrize(
    "text",
    [
        "See https://a.example for more",
        "VP of Sales",
        "Node.js",
        "e.g. banks",
        "notes.md",
        "",
        "a. b",
    ],
)
def test_a_text_that_only_mentions_addresses_stays_a_text(text: str) -> None:
    """One word that is no address keeps the paste a text."""
    assert entries.only_urls(text) == []


def test_an_address_twice_is_sent_once() -> None:
    """The same page pasted in both boxes is read once."""
    entry = Entry(text="https://a.example", urls="https://a.example\na.example")
    assert entries.sources(entry) == [{"type": "URL", "value": "https://a.example"}]


def test_a_broken_address_is_sent_as_typed() -> None:
    """The engine says what is wrong with it; it is not dropped in silence."""
    sent = entries.sources(Entry(urls="htp:/broken one"))
    assert sent == [{"type": "URL", "value": "htp:/broken one"}]


def test_nothing_to_read_is_told_before_it_is_sent() -> None:
    """White space is nothing."""
    found = entries.check(Entry(text=" \n", urls="\n"), noun="segment")
    assert found is not None
    assert "segment" in found.message
    assert entries.check(Entry(text="x"), noun="segment") is None


def test_a_name_is_sent_only_when_given() -> None:
    """The contract refuses an empty name."""
    assert "name" not in entries.request_item(Entry(text="x", name="  "))
    assert entries.request_item(Entry(text="x", name=" Buyer "))["name"] == "Buyer"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Entry(text="abc"), "a text of 3 characters"),
        (Entry(urls="https://www.a.example/"), "a.example"),
        (
            Entry(text="abc", urls="https://a.example\nhttps://b.example"),
            "a text of 3 characters and 2 web pages",
        ),
        (Entry(), "nothing yet"),
    ],
)
def test_an_entry_is_described_in_a_few_words(entry: Entry, words: str) -> None:
    """The steps of a run are named by what they read."""
    assert words == entries.describe(entry)


def test_kept_sources_become_an_entry_again() -> None:
    """What a result was made of can be edited and sent once more."""
    kept = [
        SourceText(index=0, type="TEXT", value="A buyer", text="A buyer"),
        SourceText(index=1, type="URL", value="https://a.example", text="A page"),
        SourceText(index=2, type="RESOURCE", value="res_1", text="A file"),
    ]
    assert entries.from_sources(kept) == Entry(text="A buyer", urls="https://a.example")


@pytest.mark.parametrize(
    ("value", "offering"), [("px_1", "px_1"), ("LineKeeper", "")], ids=["chosen", "the company"]
)
def test_the_offering_is_known_by_its_source(value: str, offering: str) -> None:
    """The company that stands in where none was chosen has no oId, and is none."""
    sold = SourceText(index=0, type="OFFERING", value=value, title="LineKeeper", text="Reads")
    assert entries.from_sources([sold]) == Entry(offering=offering)
