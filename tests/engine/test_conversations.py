"""Interviews, transcripts and call notes: who speaks, what is asked, what is answered."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.dialogue import turns
from octave_api.engine.draft import Draft
from octave_api.engine.lines import split_lines

INTERVIEW = """Interviewer: So tell me about your day.
Respondent (Kiln supervisor, tile works): First thing I do is walk the kilns.
I've got four loaders, two per shift.
Interviewer: What's frustrating?
Respondent: Honestly? Glaze. We never know what is left in the drums until one is empty.
Interviewer: What would good look like?
Respondent: I'd want to see a cold spot before the tiles crack.
And to stop arguing with sales about dates.
Interviewer: Who decides on tools?
Respondent: My boss, the works manager, signs up to 10k. Above that it's the finance director.
Interviewer: What would put you off?
Respondent: Anything that needs a phone on the floor.
"""


def _persona(text: str) -> Draft:
    return generate("persona", [Document(text)])


def test_who_answers_is_the_persona_and_who_signs_is_not() -> None:
    """The label names the job; a boss and a director that come up are the committee."""
    draft = _persona(INTERVIEW)
    assert draft.name == "Kiln supervisor"
    assert "Works Manager" not in draft.data.common_job_titles
    assert "Finance Director" not in draft.data.common_job_titles
    assert len(draft.data.why_they_matter_to_us) == 2


def test_answers_stand_where_they_were_asked_for() -> None:
    """A prompt asks as a question does, and an answer may go on with "And to …"."""
    data = _persona(INTERVIEW).data
    assert data.primary_responsibilities[0] == "Walk the kilns"
    assert "Have four loaders (two per shift)" in data.primary_responsibilities
    assert data.key_objectives == [
        "See a cold spot before the tiles crack",
        "Stop arguing with sales about dates",
    ]


def test_a_bare_word_is_told_with_what_explains_it() -> None:
    """ "Glaze." alone says nothing; its quote holds both sentences."""
    draft = _persona(INTERVIEW)
    told = "Glaze: they never know what is left in the drums until one is empty"
    assert draft.data.pain_points == [told]
    claim = next(one for one in draft.claims if one.text == told)
    assert claim.quote is not None
    assert claim.quote.startswith("Glaze. We never")
    assert INTERVIEW[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("Respondent (Kiln supervisor, tile works)", "Kiln supervisor"),
        ("Operations Director", "Operations Director"),
        ("Head of Glazing Operations", "Head of Glazing Operations"),
        ("Ana Pires, kiln supervisor", "Kiln Supervisor"),
        ("[00:01:12] Ana Pires (Kiln Supervisor, a tile works in the north)", "Kiln Supervisor"),
    ],
)
def test_a_speakers_label_may_name_the_job(label: str, named: str) -> None:
    """In brackets, after a comma, or as the label itself."""
    text = (
        f"Q: What is hard?\n{label}: Tiles crack in the cold kiln.\n"
        f"Q: What else?\n{label}: Drums run empty and nobody notices.\n"
    )
    assert _persona(text).name.casefold() == named.casefold()


@pytest.mark.parametrize("label", ["Prospect", "A", "Respondent"])
def test_a_party_to_the_talk_is_no_job(label: str) -> None:
    """Who answers is often called by the part in the talk alone."""
    text = f"Q: What is hard?\n{label}: Tiles crack.\nQ: What else?\n{label}: Drums run empty.\n"
    lines = split_lines(text, 0, len(text))
    assert [turn.title for turn in turns(lines)] == [None] * 4


def test_several_who_speak_without_an_asker_are_heard() -> None:
    """Notes of a panel: first names before what each says."""
    text = (
        "Panel, kiln evening\n"
        "Jo: our glaze is a third of the cost\nIdris: loaders leave after a month\n"
        "Jo: I spend two days making that number up\nIdris: we shut in winter\n"
    )
    assert len(turns(split_lines(text, 0, len(text)))) == 4


def test_a_list_of_fields_is_no_talk() -> None:
    """Labels that repeat are no speakers where they are no names."""
    text = "Company size: 50\nMain pain: dust\nCompany size: 90\nMain pain: noise\nDate: May\n"
    assert turns(split_lines(text, 0, len(text))) == []


def test_a_thing_and_its_pronoun_become_one_clause() -> None:
    """ "Night loads. They get missed" says that night loads get missed."""
    text = "Q: What goes wrong?\nA: Night loads. They get missed.\nQ: And then?\nA: We reglaze.\n"
    assert _persona(text).data.pain_points[0] == "Night loads get missed"


def test_answers_after_a_dot_and_speakers_in_bold_are_heard() -> None:
    """ "Q. …" and "**Interviewer:** …" are turns as well."""
    for asks, says in (("Q.", "A."), ("**Interviewer:**", "**Greta:**")):
        text = f"{asks} What is hard?\n{says} Tiles crack.\n{asks} What else?\n{says} Drums leak.\n"
        found = turns(split_lines(text, 0, len(text)))
        assert [turn.asks for turn in found] == [True, False, True, False]


def test_who_speaks_is_nobody_that_comes_up_in_an_answer() -> None:
    """ "The COO does the functional part" is told by somebody else."""
    text = (
        "Rep: What are your worries?\nTomas: Downtime at check-in. I have three people.\n"
        "Rep: How will you decide?\nTomas: The COO does the functional part. I score the rest.\n"
    )
    assert _persona(text).name == "Buyer"


def test_what_others_want_in_an_answer_is_no_aim() -> None:
    """ "They want a pump in March" is said of the departments."""
    text = (
        "Q: What makes that hard?\nA: Departments come too late.\n"
        "They want a pump in March and tell me in February.\n"
        "Q: And then?\nA: I run the tender anyway.\n"
    )
    assert not [one for one in _persona(text).data.key_objectives if "pump" in one]
