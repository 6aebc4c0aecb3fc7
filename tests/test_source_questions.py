"""Questions of a source, turned into yes/no questions about a prospect."""

from __future__ import annotations

import pytest

from octave_api.engine.phrase import SURE
from octave_api.engine.source_questions import asked

TURNED = """
Do you bake at night? | Do they bake at night?
Could an oven plan help you bake less? | Could an oven plan help them bake less?
What is your time frame? | Do they have a time frame?
What's your budget? | Do they have a budget?
What are your goals for next year? | Do they have goals for next year?
What is your biggest worry? | Can they name their biggest worry?
What problems do you have with your ovens? | Do they have problems with their ovens?
What delays are you seeing on Mondays? | Are they seeing delays on Mondays?
How many shops do you have? | Do they know how many shops they have?
How much of the flour is wasted? | Do they know how much of the flour is wasted?
How happy are your bakers with the oven? | Do they know how happy their bakers are with the oven?
Tell me about your busiest day | Can they describe their busiest day?
Why does the team work at night? | Can they say why the team works at night?
What does the rest of your day look like? | Can they say what the rest of their day looks like?
Who decides on new ovens? | Do they know who decides on new ovens?
Which shops are short of flour? | Can they say which shops are short of flour?
Where are the delays? | Can they say where the delays are?
When will you open the next shop? | Can they say when they will open the next shop?
Is that right? Do you bake at night? | Do they bake at night?
What do you bake and why is it important? | Can they say what they bake?
Ovens: do you own more than one? | Do they own more than one?
Would you like bake at night? | Would they like to bake at night?
To understand your day, what is your plan for Sunday? | Do they have a plan for Sunday?
"""


@pytest.mark.parametrize("row", TURNED.strip().splitlines())
def test_a_source_s_question_becomes_yes_or_no(row: str) -> None:
    """The core of a question is asked: whether it is there, or whether they can tell."""
    question, expected = row.split(" | ")
    said = asked(question)
    assert said.text == expected
    assert said.sure >= SURE


@pytest.mark.parametrize(
    "question",
    [
        "We bake at night. Do you?",
        "How is that going?",
        "What has been tried to fix this so far?",
        "What would that be?",
        "What has stopped the move to <oven>?",
        "Do you want {product} or another oven?",
        "What if you could bake less?",
        "maybe we use this oven first?",
        "How well do they match our profile?",
        "",
    ],
)
def test_what_leans_on_its_page_is_not_trusted(question: str) -> None:
    """Half questions, holes and the seller's own talk are asked of nobody."""
    assert asked(question).sure < SURE
