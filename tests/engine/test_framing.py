"""What may stand in a question's frame, for every question that the engine makes of a line."""

from __future__ import annotations

import itertools

import pytest

from octave_api.engine import concern_phrasing, phrasing, trait_phrasing
from octave_api.engine.framing import fits
from octave_api.engine.items import Item
from octave_api.engine.own_questions import best_first, without_advice
from octave_api.engine.phrase import SURE
from octave_api.engine.said import Said, ask
from octave_api.engine.source_questions import asked
from octave_api.engine.voice import voice_of

VERBS = (
    "sign off", "signs off", "decide when to open", "decides who gets", "checks that nobody steals",
    "set up", "keeps", "planning", "hates losing", "responsible for", "in charge of", "afraid of",
    "needs", "must share", "is on call for", "has been asked for", "wants", "struggles with",
    "not enough", "too many", "lack of", "no time for", "slow", "hard to find", "they own",
)  # fmt: skip
THINGS = (
    "the ovens of 40 shops", "flour deliveries", "a budget of 30,000 euros", "night shifts",
    "new excise audits", "the works council", "paper forms, phone calls and faxes",
    "recipes that nobody wrote down", "customers who pay late", "waste",
)  # fmt: skip
LINES = (
    "Chains that outsource all baking and pay per tray",
    "Chains with fewer than 20 ovens",
    "they own the ovens and do not lease them",
    "Has its own mill and doesn't buy flour",
    "Many have been through one failed move already",
    "They ask other bakers before they believe a vendor",
    "Auditor finds errors every year",
    "Talked to six bakers at the fair",
    "Owner of a bakery chain with 12 shops who drowns in orders",
    "Drowning in forms from the ministry",
    "Rises at two, sleeps at eight",
    "Charities in health, housing and care",
    "Signs: hiring a second baker",
    "Quote by e-mail, lose half of the orders",
    "Close the books in five days",
    "Ten to 90 shops, mostly volunteers at the till",
    "Plans that nobody reads",
    "Reports to the owner, not to the accountant",
    "Under 40 years old and family-owned",
    "Wants Sundays free; fears losing recipes",
    "be on time",
    "and",
    "more than 300 bakers",
    "bakers, millers and",
    "Must have",
)
EVERY_LINE = (*(f"{verb} {thing}" for verb, thing in itertools.product(VERBS, THINGS)), *LINES)


def _said(line: str) -> list[Said]:
    return [
        phrasing.duty(line),
        phrasing.pain(line, "persona"),
        phrasing.pain(line, "segment"),
        concern_phrasing.concern(line),
        phrasing.aim(line, "persona"),
        phrasing.aim(line, "segment"),
        trait_phrasing.trait(line),
    ]


def test_the_frames_of_many_lines_hold_what_they_may() -> None:
    """Of every sort of line, a question that is sure has the form that its frame asks for."""
    lines = {*EVERY_LINE, *(line.capitalize() for line in EVERY_LINE)}
    wrong = [
        said.text
        for line in sorted(lines)
        for said in _said(line)
        if said.sure >= SURE and not fits(said.text)
    ]
    assert len(lines) >= 300
    assert wrong == []


@pytest.mark.parametrize(
    "question",
    [
        "Is this person responsible for signs off every order?",
        "Is this person responsible for decide when to bake?",
        "Does this person bakes bread?",
        "Do they the bread?",
        "Are they decide?",
        "Do they be on call?",
        "Do they is late?",
        "Do they own the ovens and do not lease them?",
        "Do they have talked to bakers?",
        "Do they want the the ovens?",
        "Do they bake bread and?",
        "Do they bake bread",
    ],
)
def test_what_a_frame_cannot_hold_is_told(question: str) -> None:
    """A verb where a thing belongs, a second auxiliary and a loose end are found."""
    assert not fits(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is this person responsible for signing off every order?",
        "Is this person responsible for the ovens?",
        "Does this person bake bread?",
        "Do they often miss the morning delivery?",
        "Can they say what their day looks like?",
        "Do they know who they report to?",
        "Does this describe their work: “signs off and”?",
    ],
)
def test_good_frames_pass(question: str) -> None:
    """A gerund, a thing, a base form, and whatever stands in quotes."""
    assert fits(question)


def test_a_second_do_goes() -> None:
    """ "Do they own … and do not lease" says "do" once."""
    assert ask("do they own ovens and do not lease them") == "Do they own ovens and not lease them?"


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Signs off every order", "Does this person sign off every order?"),
        ("Decide when to call help", "Does this person decide when to call help?"),
        ("Charities in health and care", "Do they work for charities in health and care?"),
    ],
)
def test_a_duty_is_no_thing_to_be_responsible_for(line: str, question: str) -> None:
    """A verb with its particle, a verb with "when", and companies have frames of their own."""
    assert phrasing.duty(line).text == question


def test_what_many_have_been_through_is_asked_of_them() -> None:
    """ "Many have …" loses its subject."""
    said = phrasing.pain("Many have been through one failed move", "persona")
    assert said.text == "Have they been through one failed move?"


@pytest.mark.parametrize(
    ("question", "made"),
    [
        ("What is working well?", "Can they say what is working well?"),
        ("When did you last fail an audit?", "Can they say when they last failed an audit?"),
        ("How do you currently order flour?", "Can they say how they currently order flour?"),
        ("How would you describe your morning?", "Can they describe their morning?"),
        (
            "How does your team track and mend ovens?",
            "Does their team have a way to track and mend ovens?",
        ),
    ],
)
def test_an_open_question_keeps_its_grammar(question: str, made: str) -> None:
    """Subject, tense and a second verb survive the turn to yes or no."""
    assert asked(question).text == made


def test_questions_that_ask_yes_or_no_come_first_and_from_every_heading() -> None:
    """Of more own questions than fit, the plain ones lead, one of each heading in turn."""
    items = [
        Item("How do you bake?", "SOURCE", heading="Day"),
        Item("Do you own a mill?", "SOURCE", heading="Day"),
        Item("Do you own a van?", "SOURCE", heading="Day"),
        Item("Do you export?", "SOURCE", heading="Sales"),
    ]
    texts = [one.text for one in best_first(items, 3)]
    assert texts == [
        "Do you own a mill?",
        "Do you export?",
        "Do you own a van?",
        "How do you bake?",
    ]
    assert best_first(items, 4) == items


def test_a_label_of_advice_is_no_criterion() -> None:
    """ "Support" rules nobody out where the source goes on "be helpful"."""
    items = [Item("Support", "SOURCE"), Item("Support: be helpful to them", "SOURCE")]
    assert [one.text for one in without_advice(items)] == ["Support: be helpful to them"]


def test_a_page_that_mostly_asks_is_a_guide() -> None:
    """A list of discovery questions speaks to sellers, however often it says "you"."""
    from octave_api.engine.draft import Document
    from octave_api.engine.reading import read

    text = "# Questions for the first call\n" + "".join(
        f"- How many {thing} do you bake each day?\n"
        for thing in ("rolls", "pies", "tarts", "buns")
    )
    assert voice_of(text, read([Document(text)]).statements) == "guide"


@pytest.mark.parametrize(
    "question",
    ["Do they have ends within 12 months?", "Is their hearing care none or separate?"],
)
def test_no_verb_is_had_and_none_is_no_choice(question: str) -> None:
    """Cells of a table make no question without their row."""
    assert not fits(question)
