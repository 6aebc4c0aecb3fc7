"""What somebody says of their own work, and how it is told."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.spoken import in_own_words, says_a_deed, spoken_cue, thought
from octave_api.engine.wording import line


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        (
            '"I spend my Mondays chasing mills for prices," she says.',
            "primaryResponsibilities",
            "Spend their Mondays chasing mills for prices",
        ),
        (
            "I spend half my day re-keying orders.",
            "painPoints",
            "Spend half their day re-keying orders",
        ),
        (
            "If I had a magic wand I would see each oven's load before noon.",
            "keyObjectives",
            "See each oven's load before noon",
        ),
        (
            '"If I could change one thing, it would be the month-end close," he told us.',
            "keyObjectives",
            "Change the month-end close",
        ),
        ("In an ideal world I'd know who is coming in.", "keyObjectives", "Know who is coming in"),
        (
            "All I want is a forecast that I can trust.",
            "keyObjectives",
            "A forecast that they can trust",
        ),
        ("What keeps me up at night is a missed recall.", "painPoints", "A missed recall"),
        ("The hardest part is sickness.", "painPoints", "Sickness"),
        (
            "I'm constantly chasing certificates.",
            "painPoints",
            "Constantly chasing certificates",
        ),
        (
            "I make sure every oven is lit.",
            "primaryResponsibilities",
            "Make sure every oven is lit",
        ),
        ("I don't want another login.", "keyConcerns", "They don't want another login"),
        (
            "He also told us that the mill was burned by a supplier last year.",
            "keyConcerns",
            "The mill was burned by a supplier last year",
        ),
    ],
)
def test_an_answer_says_its_field_and_its_thought(text: str, field: str, told: str) -> None:
    """The frame goes, the voice turns, the point stays."""
    cue = spoken_cue(text)
    assert cue is not None
    assert cue[0] == field
    assert line(text, own_voice=True) == told


@pytest.mark.parametrize(
    "text",
    [
        "If they have more than 50 ovens, call them.",
        "What keeps the dough cold?",
        "The ovens are lit at four.",
        "I spend a lot of time with my team.",
    ],
)
def test_other_lines_have_no_such_frame(text: str) -> None:
    """A condition, a question and a plain fact are left as they are."""
    assert spoken_cue(text) is None
    assert thought(text) == text


def test_he_and_she_do_things() -> None:
    """A verb with an object is a deed; what somebody feels or goes through is none."""
    assert says_a_deed("He books 340 deliveries a month.")
    assert not says_a_deed("She feels alone with it.")
    assert not says_a_deed("They left the guild in May.")


def test_who_is_quoted_speaks_of_themselves() -> None:
    """Only between quotation marks, unless the frame says so."""
    assert in_own_words('"I chase the mills all day."')
    assert not in_own_words("I think our buyer is the baker.")
    assert in_own_words("I'm always chasing mills.", "it says what they suffer from")


INTERVIEW = """Interview - Femi Adeyemi, mill scheduler, a bakery group

"I spend my Mondays chasing drivers for their hours," he says. He books 340 loads a month.
What keeps him up at night is flour that arrives after the ovens are lit.
"If I had a magic wand I would see each load before it leaves."
He worries that a new system would be one more login.
"""


def test_an_interview_is_told_in_the_third_person_with_exact_quotes() -> None:
    """Each answer stands in its field, and its quote in the source."""
    draft = generate("persona", [Document(INTERVIEW)])
    assert draft.name == "Mill Scheduler"
    assert "Spend their Mondays chasing drivers for their hours" in (
        draft.data.primary_responsibilities
    )
    assert draft.data.key_objectives[0] == "See each load before it leaves"
    assert draft.data.pain_points[0] == "Flour that arrives after the ovens are lit"
    for claim in draft.claims:
        if claim.quote is not None:
            assert INTERVIEW[claim.start : claim.end] == claim.quote


def test_one_who_decides_alone_is_told_so() -> None:
    """ "Me." answers who decides, and says nothing alone."""
    text = (
        "# Wedding planner\n\n## Who decides?\nMe.\n\n## Pains\n- Guest lists that change daily\n"
    )
    assert generate("persona", [Document(text)]).data.why_they_matter_to_us == ["Decides alone"]
