"""Events: what happened once, with its article, and within a time."""

from __future__ import annotations

import pytest

from octave_api.engine.events import counted
from octave_api.engine.trait_phrasing import trait

ASKED = [
    ("merger in past 24 months", "Have they had a merger in the past 24 months?"),
    ("acquisition in last 12 months", "Have they had an acquisition in the last 12 months?"),
    ("opened a site in the last 12 months", "Have they opened a site in the last 12 months?"),
    ("new CEO", "Do they have a new CEO?"),
    ("has compliance lead", "Do they have a compliance lead?"),
    ("in-house IT team of 5+", "Do they have an in-house IT team of at least 5?"),
    ("run by a local authority", "Are they run by a local authority?"),
    ("CQC registered", "Are they CQC registered?"),
    ("more than 10 practices", "Do they have more than 10 practices?"),
    ("lesson billing by hand", "Is their lesson billing done by hand?"),
    ("being sold", "Are they being sold?"),
    ("writes own menus", "Do they write their own menus?"),
    ("hotel or museum customers", "Do they have hotel or museum customers?"),
    ("shops w/out stock", "Is it a shop without stock?"),
    ("Kilnware or Rollo", "Do they use Kilnware or Rollo?"),
]


@pytest.mark.parametrize(("line", "question"), ASKED)
def test_a_line_of_a_sheet_is_asked_in_whole_words(line: str, question: str) -> None:
    """Sheets leave out articles and verbs; a question has them."""
    assert trait(line, listed=True).text == question


def test_an_event_takes_its_article_once() -> None:
    """One that has an article, or is one of several, stays as it is."""
    assert counted("Have they lately had PMS migration?") == "Have they lately had a PMS migration?"
    assert counted("Have they lately had a merger?") == "Have they lately had a merger?"
    assert counted("Do they have mergers?") == "Do they have mergers?"
