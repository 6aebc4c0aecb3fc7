"""Wiki pages and chats are blanked where they hold no words; every offset is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.chats import is_chat, without_headers
from octave_api.engine.furniture import is_furniture
from octave_api.engine.lines import masked
from octave_api.engine.points import points_of
from octave_api.engine.wiki import is_wiki, unmarked

BOX = "{{Infobox trade\n| name = Mill\n| team = 6 millers\n}}\n'''Mill''' grinds.<ref>Visit</ref>\n"
CHAT = (
    "mira  10:42 AM\nflour is late\n\njon  10:44 AM\nagain :sad:\n\nmira  10:45 AM\nyes\n(edited)\n"
)


def test_the_marks_of_a_wiki_page_are_blanked() -> None:
    """Its box becomes lines of keys and values, its footnotes nothing."""
    assert is_wiki(BOX)
    shown = unmarked(BOX)
    assert len(shown) == len(BOX)
    assert " ".join(shown.split()) == "name = Mill team = 6 millers Mill grinds."
    assert not is_wiki("It's a mill | team = 6")


def test_the_headers_of_a_chat_are_blanked() -> None:
    """Who wrote when, small pictures and the mark of an edit."""
    assert is_chat(CHAT)
    shown = without_headers(CHAT)
    assert len(shown) == len(CHAT)
    assert shown.split() == ["flour", "is", "late", "again", "yes"]
    assert not is_chat("Doors open 10:42 AM\nand close late")


@given(st.text("{}|=['<>ref/nfobxI \n:10AM", max_size=120))
def test_every_offset_is_kept(text: str) -> None:
    """A mask never moves a word, whatever the marks."""
    shown = masked(text)
    assert len(shown) == len(text)
    assert all(a in (b, " ") for a, b in zip(shown, text, strict=True))


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Slide 7 of 22", True),
        ("Confidential – do not distribute", True),
        ("Chief Baker · 2011 – 2019", True),
        ("Hi Daniel, thanks for reaching out!", True),
        ("Confidential recipes leak", False),
        ("Slides are late", False),
    ],
)
def test_the_furniture_of_slides_and_mails_is_told(line: str, furniture: bool) -> None:
    """Page numbers, notices, greetings and the lines of a life."""
    assert is_furniture(line) is furniture


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("another screen bakers ignore, recipes of the house leaking", 2),
        ("hours on notes, proposals and updates", 0),
        ("late flour, mostly in winter months", 0),
        ("stops in the mill, Leeds", 0),
    ],
)
def test_two_long_points_may_stand_without_and(text: str, points: int) -> None:
    """A pair is told from the end of a list and from a remark."""
    assert len(points_of(text, labelled=True)) == points
