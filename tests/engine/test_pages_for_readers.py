"""Pages that tell their reader what the reader does, and sentences that only explain words."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, Draft, generate
from octave_api.engine.about_page import speaks_of_page
from octave_api.engine.asides import find_asides
from octave_api.engine.characteristics import says_more
from octave_api.engine.counts import find_counts
from octave_api.engine.furniture import entitles_a_page, is_furniture
from octave_api.engine.headings import heading_field
from octave_api.engine.own_name import without_subject
from octave_api.engine.shortening import shortened
from octave_api.engine.trait_phrasing import trait

BERTHS = """If you're a port manager, your days are full. You assign berths to yachts, check
the moorings twice a day and keep the fuel dock open. From there, you could be calling insurers,
ordering ropes, or settling a quarrel on pontoon B. You're expected to keep the log for the coast
guard. You also get to be a bit of a diplomat. You know every skipper by name.
"""


def read(text: str) -> Draft:
    """Read one text as a persona."""
    return generate("persona", [Document(text)])


def test_a_page_for_those_who_hold_a_role_tells_what_they_do() -> None:
    """ "You assign berths" is a duty of port managers."""
    duties = read(BERTHS).data.primary_responsibilities  # type: ignore[union-attr]
    said = " / ".join(duties)
    for deed in ("ssign berths", "eep the log", "alling insurers"):
        assert deed in said
    assert "diplomat" not in said
    assert "know every skipper" not in said


def test_a_duty_that_is_called_important_is_told_alone() -> None:
    """What a sentence says of the duty is no part of it."""
    assert without_subject("Building trust with skippers is key.") == "Building trust with skippers"
    told = "Talking to owners - so patience is a must"
    assert without_subject(told) == "Talking to owners"
    assert without_subject("The main duty of a port manager is to keep order") == "keep order"


def test_what_a_role_does_is_a_duty_under_any_heading() -> None:
    """A list without marks has a heading that is not for what follows it."""
    text = (
        "Port Managers\n\nSalary\n52,000 a year\nEducation\nA master's ticket\n\n"
        "Port managers assign berths and keep the log of the port.\n"
    )
    assert any(
        "ssign berths" in one
        for one in read(text).data.primary_responsibilities  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    "text",
    [
        "An ICP is a detailed description of a perfect customer.",
        "An Ideal Customer Profile (ICP) outlines whom a team should call.",
        "A buyer persona represents a part of the audience.",
        "7 ways to fill more berths in winter",
    ],
)
def test_what_a_word_means_is_nothing_of_buyers(text: str) -> None:
    """Guides explain their words."""
    assert speaks_of_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our ICP is a company with 40 to 400 berths.",
        "The ideal customer profile is family-owned marinas in Croatia.",
        "7 pontoons to look after",
    ],
)
def test_whom_a_seller_wants_is_no_definition(text: str) -> None:
    """What follows is the profile itself."""
    assert not speaks_of_page(text)


def test_things_that_are_called_problems_are_pains_one_by_one() -> None:
    """ "Long queues, lost forms and … are problems" names each of them."""
    text = "Long queues at the fuel dock, lost berth contracts, and wet paper logs are all problems"
    found = [one for one in find_asides(text) if one.field == "painPoints"]
    assert [one.text for one in found] == [
        "Long queues at the fuel dock",
        "lost berth contracts",
        "wet paper logs",
    ]
    assert all(text[one.start : one.end] == one.text for one in found)
    assert not list(find_asides("Price, speed and looks are not problems"))


def test_headlines_and_dates_are_of_the_page() -> None:
    """A list's headline entitles a page; a date alone is furniture."""
    assert entitles_a_page("5 Steps to 20 % more berths sold")
    assert is_furniture("May 4, 2026")
    assert is_furniture("12th September 2025")
    assert not is_furniture("May contain nuts")


def test_what_something_costs_is_no_trait_of_companies() -> None:
    """Nor is who the person is."""
    assert not says_more("The ROI of a berth plan is positive after a season", "")
    assert not says_more("Our buyer is someone with a budget", "")


def test_a_cut_leaves_no_open_end() -> None:
    """ "Up to date" stays whole, and a second clause lends nothing to the first."""
    kept = shortened("make sure that their piers are sound, have up to date signs, and light")
    assert not kept.endswith("have up")
    told = "each pier has its own list of boats, and guards are responsible for reading it out"
    assert "list of boats for" not in shortened(told)


DAY = """# What does a depot manager do all day?

Depot managers run the yard from which the gritters leave. A typical day begins at four, when the
first phones ring. By noon the phone rings again: a driver is stuck, a blade is broken.

## The hard parts

Driver turnover is the worst of it. Salt counts never match the sheet.
"""


def test_a_day_that_is_told_is_no_list_of_duties() -> None:
    """Under a question only what the role does is a duty; its hard parts are pains."""
    data = read(DAY).data
    duties = data.primary_responsibilities  # type: ignore[union-attr]
    assert "Run the yard from which the gritters leave" in duties
    assert not any("day begins" in one or "phone rings" in one for one in duties)
    assert "Salt counts never match the sheet" in data.pain_points  # type: ignore[union-attr]


FLEETS = """Who we work with

Regional bus operators, 25 to 250 buses, in Wales and Ireland. They buy in spring, before tenders
open. The owner signs, the traffic manager has to like it.

What we hear again and again: drivers phone in sick and nobody can cover; hours live in one head.

Not for: taxi firms, national groups (they have their own IT), anybody with fewer than 10 buses.
"""


def test_whom_a_seller_works_with_tells_how_they_buy_and_what_hurts() -> None:
    """Under one heading stands all of it; firms of the same trade may be turned away."""
    draft = generate("segment", [Document(FLEETS)])
    data = draft.data
    told = " / ".join(data.key_considerations)  # type: ignore[union-attr]
    assert "in spring" in told
    assert "The owner signs" in told
    pains = next(one for one in data.custom_fields if one.title == "Pain points").value
    assert len(pains) == 2
    asked = {one.question for one in draft.questions}
    assert {
        "Is it a taxi firm?",
        "Is it a national group?",
        "Does it have fewer than 10 buses?",
    } <= asked


def test_what_is_to_be_added_is_no_size() -> None:
    """ "They will buy 3-4 more practices" counts none that they have."""
    assert not list(find_counts("they will buy 3-4 more practices"))
    assert list(find_counts("groups with 3-4 rural practices"))


TOGETHER = """Should we sail together?

YES, we will work well together if…

- You own the boat.
- You are willing to sand a hull. (Dust is good.)

NO, we will not work well together if…

- You're not willing to wait for the tide.
- You are afraid of splinters.
"""


def test_lists_that_leave_their_end_open_set_criteria() -> None:
    """ "We will work well together if …" heads what speaks for a fit, with "not" what excludes."""
    draft = generate("segment", [Document(TOGETHER)])
    asked = {one.question: one.fit_type for one in draft.questions}
    assert asked["Are they willing to sand a hull?"] == "GOOD"
    assert asked["Are they unwilling to wait for the tide?"] == "BAD"
    assert asked["Are they afraid of splinters?"] == "BAD"
    assert "if" not in draft.name.lower().split()


def test_what_somebody_runs_is_a_duty_and_no_aim() -> None:
    """ "Focused on managing moorings" says what they do."""
    found = list(find_asides("Port managers are focused on managing the moorings of a harbour"))
    assert [one.field for one in found] == ["primaryResponsibilities"]
    found = list(find_asides("Port managers are focused on cutting the time at berth"))
    assert [one.field for one in found] == ["keyObjectives"]


def test_an_order_to_sellers_is_not_asked() -> None:
    """ "Only work with …" tells the seller what to do."""
    assert trait("Only work with brands that can pay", listed=True).sure == 0.0


BRIEF_ADVERT = """**Head of Moorings** – Wexcombe Marina
Salary: £48,000 · Full-time

The role
You'll lead a team of four and report to the Harbour Director.

What you'll do
- Run the berth plan and the winter lift-out
- Set the rates for visitors

What you'll bring
- Five years on a marina
- Patience with owners

Closing date: 12 December.
"""


def test_what_an_applicant_must_bring_is_no_pain() -> None:
    """A short advertisement tells of the role by its duties alone."""
    data = read(BRIEF_ADVERT).data
    assert "Run the berth plan and the winter lift-out" in data.primary_responsibilities
    shown = repr(data)
    assert "Five years" not in shown
    assert "Patience" not in shown


WHY_FROM_US = """# Segment: day nurseries

## Pain points
- Registers on paper

## Why they buy from us
- Bills that go out on the first of the month
- One waiting list for all sites
"""


def test_why_they_buy_from_the_seller_is_a_gain() -> None:
    """ "Bills that go out …" is wanted, not suffered."""
    draft = generate("segment", [Document(WHY_FROM_US)])
    assert "Bills that go out on the first of the month" in draft.data.key_priorities


FAQ = """# Kilnbook for pottery teachers

## What teachers ask us

### Does it work with a Skutt kiln?
Yes, and with Rohde and Nabertherm.

### Who sees the firing log?
Only your studio.
"""


def test_answers_of_the_seller_are_not_of_the_buyer() -> None:
    """ "Yes, and with …" answers a visitor."""
    draft = read(FAQ)
    assert "Rohde" not in repr(draft.data)
    assert "Only your studio" not in repr(draft.questions)


@pytest.mark.parametrize(
    "heading", ["What keeps Ian up at night", "What keeps heads of kilns awake at night?"]
)
def test_whoever_is_kept_awake(heading: str) -> None:
    """A name or a title in the middle of a heading hides nothing."""
    assert heading_field(heading, "persona") == "painPoints"
