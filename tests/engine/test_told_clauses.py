"""Pains told as clauses, laws and trends that are only named: what is asked of them."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate, phrasing
from octave_api.engine.phrase import SURE
from octave_api.engine.trait_phrasing import trait

ASKED = """
The rota rests on what the foreman says | Does the rota rest on what the foreman says?
The owner wants weekly figures | Does the owner want weekly figures?
Recipes live in three folders | Do recipes live in three folders?
Flour data lives in silos | Does flour data live in silos?
Every order goes through two sheets and a call before anyone bakes it | Does every order go \
through two sheets and a call before anyone bakes it?
Every shop does it differently | Does every shop do it differently?
Hiring bakers takes months | Does hiring bakers take months?
Planning is done on a whiteboard | Is planning done on a whiteboard?
Prices have doubled since June | Have prices doubled since June?
Their ovens are always down | Are their ovens always down?
It can be stressful to plan Easter | Is it stressful for them to plan Easter?
Baker on duty signs every tray on paper | Does the baker on duty sign every tray on paper?
The till crashes and loses orders | Would they say that the till crashes and loses orders?
Nobody knows which price is right | Would they say that nobody knows which price is right?
When an oven breaks, nobody has the part | Would they say that when an oven breaks, nobody has \
the part?
If a baker is ill, the owner bakes the bread | If a baker is ill, does the owner bake the bread?
Because stock is kept on paper, counts take a day | Do counts take a day?
Gas meters read by hand | Are gas meters read by hand?
Orders re-keyed from e-mail into the till | Are orders re-keyed from e-mail into the till?
Overruns discovered after the fact | Are overruns discovered after the fact?
Frustrated because it's hard to find, sort and report on all of the bills | Do they struggle to \
find all of the bills?
They never know who is on shift | Would they say that they never know who is on shift?
They have no idea which cakes pay | Do they have no idea which cakes pay?
Does not know who is on shift | Would they say that they don't know who is on shift?
Fed up with late flour | Are they fed up with late flour?
Blamed when bread is late | Are they blamed when bread is late?
Copies orders from e-mails into a sheet | Do they copy orders from e-mails into a sheet?
Excel chaos | Do they struggle with Excel chaos?
Customer churn | Is customer churn a problem for them?
HACCP | Do they have to comply with HACCP?
HIPAA compliance | Do they have to comply with HIPAA?
Mobility as a Service | Are they working on mobility as a service?
Cloud migration | Are they working on cloud migration?
Because every shop names cakes differently, lists cannot be compared | Would they say that lists \
cannot be compared?
Trays are lost and nobody notices | Are trays lost?
Partners walk up to the counter instead of ordering | Do partners walk up to the counter instead \
of ordering?
Temps walk off after two shifts | Do temps walk off after two shifts?
Reports to funders are written by hand | Are reports to funders written by hand?
Seven of nine fix payslips by hand | Do they fix payslips by hand?
Warranty claims pile up at year end | Do warranty claims pile up at year end?
Burnt trays are logged late, if anyone remembers | Are burnt trays logged late?
Shadow SaaS | Do they struggle with shadow SaaS?
Rotas change by text message | Do rotas change by text message?
He's frustrated because it's hard to see which tray is late, and because ovens break | Do \
they struggle to see which tray is late?
Lab results come back on paper | Do lab results come back on paper?
Flour is priced in USD, invoiced in pounds | Is flour priced in USD and invoiced in pounds?
"""
NOT_ASKED = """
The bread market is changing fast
Regulation is tightening
The bakery industry is highly regulated
Data & facts
Fresh flour is critical to every bakery
"""


@pytest.mark.parametrize("row", ASKED.strip().splitlines())
def test_what_is_told_is_asked_with_its_verb_first(row: str) -> None:
    """A yes is the pain; what cannot be turned keeps a frame that holds it."""
    line, question = row.split(" | ")
    said = phrasing.pain(line, "segment")
    assert said.text.replace("their teams say", "they say") == question
    assert said.sure >= SURE


@pytest.mark.parametrize("line", NOT_ASKED.strip().splitlines())
def test_how_the_world_goes_is_asked_of_nobody(line: str) -> None:
    """A trade that changes, a heading that strayed, what matters to all: no pain of one firm."""
    assert phrasing.pain(line, "persona").sure == 0.0


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            "An order list in an hour, not a week",
            "Is an order list in an hour among their priorities?",
        ),
        (
            "One price that all shops believe",
            "Is one price that all shops believe among their priorities?",
        ),
    ],
)
def test_an_aim_keeps_its_grammar(line: str, question: str) -> None:
    """What it is set against goes, "one" takes no article, a cut list gets its "and"."""
    assert phrasing.aim(line, "segment").text == question


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Pay at least 50 bakers a week", "Do they pay at least 50 bakers a week?"),
        ("Can sign up to £25k", "Can they sign up to £25k?"),
    ],
)
def test_what_they_deal_with_is_no_amount_of_theirs(line: str, question: str) -> None:
    """A verb before a number is done, not had."""
    assert trait(line).text == question


def test_what_somebody_does_is_asked_as_done() -> None:
    """Said in the first person it is no struggle; an aim keeps the verb that "to" tells."""
    notes = (
        'Persona: Bakery Manager\n\n## Pains\n- "I plan labour on yesterday\'s numbers."\n\n'
        "She wants to quote in an hour and know which oven is free.\n\n"
        "## Key buying triggers\n- A big catering win\n"
    )
    asked = [one.question for one in generate("persona", [Document(notes)], strict=True).questions]
    assert "Do they plan labour on yesterday's numbers?" in asked
    assert "Have they lately had a big catering win?" in asked
