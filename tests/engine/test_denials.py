"""Denials: what a line says that a prospect cannot, will not or does not do, or has not."""

from __future__ import annotations

import pytest

from octave_api.engine.denials import denied, lacking

DENIED = """
Can't bake at night | Are they unable to bake at night?
Cannot meet hygiene requirements | Are they unable to meet the hygiene requirements?
Won't sign for a year | Are they unwilling to sign for a year?
Refuses to share recipes | Are they unwilling to share recipes?
Doesn't have a till | Do they lack a till?
Doesn't deliver on Sundays | Do they not deliver on Sundays?
Never bakes rye | Do they never bake rye?
No longer hiring | Are they no longer hiring?
Has never leased an oven | Have they never leased an oven?
Not organic certified | Are they not organic certified?
No one to clean the ovens | Is there nobody to clean the ovens?
There is no head baker | Do they lack a head baker?
There is no answer after three calls | Is there no answer after three calls?
"""
LACKING = """
No cooling room | Do they lack a cooling room?
Missing flour scales | Do they lack flour scales?
Lacks a loading bay | Do they lack a loading bay?
No gas connection possible | Is no gas connection possible?
"""


@pytest.mark.parametrize("row", DENIED.strip().splitlines())
def test_what_is_denied_is_asked_in_plain_words(row: str) -> None:
    """Nobody says "Is it true that they can't …?"."""
    line, question = row.split(" | ")
    said = denied(line)
    assert said is not None
    assert said.text == question


@pytest.mark.parametrize("row", LACKING.strip().splitlines())
def test_what_is_not_there_is_lacked(row: str) -> None:
    """A gerund before a noun is a part of its name, with an article before both."""
    line, question = row.split(" | ")
    said = lacking(line)
    assert said is not None
    assert said.text == question


def test_aloud_it_is_asked_without_the_denial() -> None:
    """A seller asks what is, and listens for the no."""
    for line, aloud in (
        ("Can't bake at night", "Are you able to bake at night?"),
        ("No cooling room", "Do you have a cooling room?"),
        ("Never bakes rye", "Do you ever bake rye?"),
    ):
        said = denied(line) or lacking(line)
        assert said is not None
        assert said.aloud == aloud


@pytest.mark.parametrize("line", ["Bakes rye", "Not for bakeries", "No more than 5 ovens"])
def test_other_lines_deny_nothing(line: str) -> None:
    """A bound and a heading are no denials."""
    assert denied(line) is None
    assert lacking(line) is None or line.startswith("No more")
