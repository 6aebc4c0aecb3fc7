"""What a sentence without a heading says of a person by its verb."""

from __future__ import annotations

import pytest

from octave_api.engine.person_cues import is_beside, person_cue

CUES = """
She is on the hook for the waste figures | primaryResponsibilities
Head bakers carry the responsibility for the night shift | primaryResponsibilities
Also answers for the ovens, the vans and the shop | primaryResponsibilities
He runs forty bakers in two towns | primaryResponsibilities
She wants waiting at the counter under three minutes | keyObjectives
And she'd love to show the owner that waste is going down | keyObjectives
He is judged on bread that is sold by noon | keyObjectives
When flour runs low, I want to order it from my phone, so that the line goes on | keyObjectives
She is nervous about letting a machine set the prices | keyConcerns
afraid of the food inspector, of losing recipes | keyConcerns
A camera above the oven is a no | keyConcerns
Recipes must not leave the house | keyConcerns
They won't move recipes to another system before Christmas | keyConcerns
He fights stale rolls every Monday | painPoints
What drives her mad is that vans come back half full | painPoints
Orders get lost between the phone and the bakery | painPoints
Below 5k she signs herself | whyTheyMatterToUs
no budget of his own, the owner pays | whyTheyMatterToUs
Budget is with her up to 20k | whyTheyMatterToUs
"""


@pytest.mark.parametrize(("text", "field"), [row.split(" | ") for row in CUES.strip().splitlines()])
def test_a_verb_names_the_field(text: str, field: str) -> None:
    """What they answer for, want, fear and suffer from is told by the verb alone."""
    found = person_cue(text)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize(
    "text",
    [
        "The oven is from 1998",
        "Drivers do not trust the new route",
        "Does she run the shop?",
        "After six calls I think our person is the head of the mill",
        "Finance wants a forecast",
    ],
)
def test_other_sentences_give_no_cue(text: str) -> None:
    """What others do or want, and what merely is, stays for the model."""
    assert person_cue(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "One of them (the mill in Ulm) had its vans stolen",
        "One told me that the shop closes in May",
        "By the way the canteen has moved",
        "Late fifties, has worked his way up from the counter",
        "She came from hotels and knows every cook",
        "Reports to the owner",
    ],
)
def test_what_is_beside_the_role_is_known(text: str) -> None:
    """What happened to one customer, a life, and a remark are no facts of a role."""
    assert is_beside(text)


def test_a_report_about_something_is_a_duty() -> None:
    """Only whom somebody reports to is left out."""
    assert not is_beside("Reports to the owners every month on waste and on energy")
