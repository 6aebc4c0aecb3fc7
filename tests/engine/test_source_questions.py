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
How much of the flour is wasted? | Is much of the flour wasted?
How happy are your bakers with the oven? | Are their bakers happy with the oven?
Tell me about your busiest day | Can they describe their busiest day?
Why does the team work at night? | Does the team work at night?
How do you order flour from the mill? | Do they order flour from the mill?
How do you know that an oven is due? | Do they have a way to know that an oven is due?
How often do your shops run out of rolls? | Do their shops often run out of rolls?
How much time do you spend on the rota? | Do they spend much time on the rota?
How long does it take you to bake for a new shop? | Does it take them long to bake for a new shop?
How quickly can you swap a shift? | Can they swap a shift quickly?
How well does your oven hold its heat? | Does their oven hold its heat well?
What lists do you use for the night shift? | Do they use any lists for the night shift?
What are you doing to waste less flour? | Are they doing anything to waste less flour?
What do you dislike about your oven? | Do they dislike anything about their oven?
What is keeping you from baking at noon? | Is anything keeping them from baking at noon?
Who owns the recipes? | Is there somebody who owns the recipes?
Who else is asked about a new oven? | Is anybody else asked about a new oven?
What would make you sell a shop? | Can they say what would make them sell a shop?
What share of the rolls comes back? | Do they know what share of the rolls comes back?
Which shops sell cakes? | Do they know which shops sell cakes?
How do you feel about the new oven? | Can they say how they feel about the new oven?
How many rolls do you bake, and in which shops? | Do they know how many rolls they bake?
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
