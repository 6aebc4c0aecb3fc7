"""What notes answer: tables of notes with the right answer each, and what holds for any notes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.answering import answer
from tests.engine.answering_cases import FRESH, KINDS, MADE, NUMBERS, PLAIN, TRAPS, UNSEEN

CRM = "Do they have a CRM?"
HEADS = "Does it have more than 500 employees?"
STORES = "Do they have more than 50 stores?"
OWN = "Do they own the refrigeration equipment?"
CLOSE = "Does closing a month take more than ten working days?"
TITLE = "Is their title Head of Facilities, or are they a director or above in the same function?"
OUTSOURCE = "Is all maintenance outsourced?"

UNABLE = "Are they unable to share recipe data?"
UNWILLING = "Are they unwilling to sign for two years?"
BAYLESS = "Do they lack a loading bay?"

SNIPPETS = [
    # What cannot or will not be
    (UNABLE, "They can share recipe data by mail.", "No"),
    (UNABLE, "They cannot share recipe data for legal reasons.", "Yes"),
    (UNWILLING, "They don't want to sign for two years.", "Yes"),
    (BAYLESS, "No loading bay on site.", "Yes"),
    (BAYLESS, "They have two loading bays.", "No"),
    # Plain statements and their negation
    (CRM, "They have a CRM, but nobody likes it.", "Yes"),
    (CRM, "We have no CRM.", "No"),
    (CRM, "There is no CRM in place today.", "No"),
    (CRM, "They don't have a CRM yet.", "No"),
    (CRM, "Everything runs on Salesforce since 2021.", "Yes"),
    (CRM, "They work without a CRM.", "No"),
    (CRM, "They have not only a CRM but also a data warehouse.", "Yes"),
    (CRM, "No doubt they use their CRM daily.", "Yes"),
    (CRM, "They no longer use a CRM.", "No"),
    (CRM, "They used to have a CRM and dropped it in spring.", "No"),
    (CRM, "They replaced their spreadsheets with a CRM.", "Yes"),
    (CRM, "They replaced their CRM with a shared mailbox.", "No"),
    (CRM, "They plan to introduce a CRM next year.", "No"),
    (CRM, "They are evaluating two CRM vendors.", "No"),
    (CRM, "They cannot live without their CRM.", "Yes"),
    (CRM, "CRM: none", "No"),
    (CRM, "- CRM - HubSpot, 40 seats", "Yes"),
    (CRM, "Sales keeps the pipeline in their heads.", "Unknown"),
    # Doubt, open questions, answers beside the question
    (CRM, "They might have a CRM.", "Unknown"),
    (CRM, "Not sure whether they have a CRM.", "Unknown"),
    (CRM, "Do they have a CRM? Will ask on Monday.", "Unknown"),
    (CRM, "Do you have a CRM? No, we track it in Excel.", "No"),
    (CRM, "CRM? Yes.", "Yes"),
    (CRM, "Asked whether they have a CRM, no answer.", "Unknown"),
    (CRM, "They asked us if our product includes a CRM.", "Unknown"),
    (CRM, "If they had a CRM, forecasts would be easier.", "Unknown"),
    (CRM, "I think they have a CRM.", "Yes"),
    # Other companies, other times
    (CRM, "At her previous company she used a CRM.", "Unknown"),
    (CRM, "Their biggest customer has a CRM.", "Unknown"),
    (CRM, "Unlike them, the competitor runs a CRM.", "Unknown"),
    (CRM, "We told them that our CRM is easy to set up.", "Unknown"),
    # Numbers against thresholds
    (HEADS, "We are 340 people.", "No"),
    (HEADS, "The company employs around 1,200 people in four countries.", "Yes"),
    (HEADS, "Headcount: 620", "Yes"),
    (HEADS, "Between 400 and 600 employees.", "Unknown"),
    (HEADS, "They have 500 employees.", "No"),
    (HEADS, "The sales team has 12 people.", "Unknown"),
    (HEADS, "Last week 700 people came to their event.", "Unknown"),
    (HEADS, "It has over 2,000 employees.", "Yes"),
    ("Does it have 50 to 500 employees?", "A charity with 140 staff in Leeds.", "Yes"),
    (STORES, "She runs 86 stores in the north.", "Yes"),
    (STORES, "They closed two stores and now have 41 stores.", "No"),
    (STORES, "They plan to open 60 stores by 2028.", "Unknown"),
    (STORES, "Stores: 212, of which nine are new.", "Yes"),
    (STORES, "A competitor has 300 stores.", "Unknown"),
    (CLOSE, "Closing the month takes us fourteen working days.", "Yes"),
    (CLOSE, "Month-end close is done in 5 days.", "No"),
    (CLOSE, "They work five days a week.", "Unknown"),
    ("Are they companies with a single warehouse?", "They run nine warehouses.", "No"),
    ("Are they companies with a single warehouse?", "All goods leave from one warehouse.", "Yes"),
    ("Is its revenue $10M to $50M a year?", "Revenue was $32 million last year.", "Yes"),
    ("Is its revenue $10M to $50M a year?", "Turnover of 140 million dollars.", "No"),
    # Facts, titles, opposites
    ("Is it in healthcare?", "They are a hospital group from Graz.", "Yes"),
    ("Is it in healthcare?", "A software company that sells to hospitals.", "No"),
    ("Is it based in Germany?", "Headquartered in Munich, with a plant in Poland.", "Yes"),
    ("Is it based in Germany?", "The company is based in Lyon.", "No"),
    (TITLE, "Jana Novak, Head of Facilities at Norva Markets", "Yes"),
    (TITLE, "She is a sales manager and reports to the Head of Facilities.", "No"),
    (OWN, "They lease the refrigeration equipment from a bank.", "No"),
    (OWN, "All refrigeration equipment is owned by the chain.", "Yes"),
    (OUTSOURCE, "All maintenance is outsourced to one contractor.", "Yes"),
    (OUTSOURCE, "Maintenance is done in-house.", "No"),
    ("Do they have a works council?", "The works council must agree to shift rules.", "Yes"),
    ("Are temperature logs still on paper?", "Temperature logs are no longer on paper.", "No"),
]

# Questions as the engine makes them from sources, and more kinds of notes.
MORE = [
    (
        "Do they struggle with false alarms?",
        "They get 400 alarms a week and most are false.",
        "Yes",
    ),
    (
        "Would they say that planners rebuild the shift plan by hand two or three times a week?",
        "Planners rebuild the shift plan by hand three times a week.",
        "Yes",
    ),
    (
        "Would they say that planners rebuild the shift plan by hand?",
        "The shift plan is rebuilt automatically every night.",
        "No",
    ),
    (
        "Would their teams say that temperature logs are still on paper in 60 stores?",
        "Temperature logs are on paper in 60 stores.",
        "Yes",
    ),
    (
        "Are they companies that outsource all labour to one staffing agency?",
        "All labour comes from their own payroll, no agencies.",
        "No",
    ),
    (
        "Are they companies that outsource all labour to one staffing agency?",
        "They outsource all labour to one staffing agency.",
        "Yes",
    ),
    (
        "Do they have more than 50 stores with technicians of their own?",
        "They run 86 stores with their own technicians.",
        "Yes",
    ),
    (
        "Do they have more than 50 stores with technicians of their own?",
        "They run 86 stores.",
        "Unknown",
    ),
    (
        "Do they have more than 50 stores with technicians of their own?",
        "They have 12 stores.",
        "No",
    ),
    (
        "Is it true that they own the refrigeration equipment and do not lease it?",
        "The refrigeration equipment is leased.",
        "No",
    ),
    (
        "Is it true that the board has signed an energy or climate target?",
        "The board signed a climate target in March.",
        "Yes",
    ),
    (
        "Is it true that the board has signed an energy or climate target?",
        "The board has not signed any climate target.",
        "No",
    ),
    (
        "Does this person sign off every emergency call-out?",
        "She approves every emergency call-out herself.",
        "Yes",
    ),
    ("Does this person report to the COO?", "Reports to the COO.", "Yes"),
    ("Does this person report to the COO?", "He reports to the CFO.", "No"),
    (
        "Does this person plan labour for every shift across all sites?",
        "I plan labour for every shift in our nine sites.",
        "Yes",
    ),
    (
        "Do they want to cut overtime by at least 15 percent within one year?",
        "Goal: cut overtime by 20 percent this year.",
        "Yes",
    ),
    (
        "Do they want to cut overtime by at least 15 percent within one year?",
        "Overtime is not an issue for them.",
        "Unknown",
    ),
    (
        "Does the charity manage more than five restricted funds?",
        "They manage eleven restricted funds.",
        "Yes",
    ),
    (
        "Does the charity manage more than five restricted funds?",
        "Only three restricted funds at the moment.",
        "No",
    ),
    (
        "Is the general ledger kept together with spreadsheets?",
        "The general ledger is held together with Excel.",
        "Yes",
    ),
    (
        "Is the general ledger kept together with spreadsheets?",
        "They moved off spreadsheets for the general ledger.",
        "No",
    ),
    ("Are they commercial companies?", "A registered charity.", "No"),
    (
        "Do they have a charities whose books are kept by an outside accountant?",
        "An outside accountant keeps the books.",
        "Yes",
    ),
    ("Is it based or active in United Kingdom or Ireland?", "Offices in Dublin and Cork.", "Yes"),
    ("Is it based or active in United Kingdom or Ireland?", "They only operate in Canada.", "No"),
    (
        "Do they have fully automated warehouses with fewer than 50 people?",
        "The warehouse is fully automated.",
        "Unknown",
    ),
    ("Is it in staffing and recruitment or retail?", "We're a 3PL with nine sites.", "No"),
    (
        "Do they have more than 300 warehouse workers?",
        "About 420 warehouse workers in total.",
        "Yes",
    ),
    (
        "Do they have more than 300 warehouse workers?",
        "120 office staff and 250 warehouse workers.",
        "No",
    ),
    ("Does it have under 50 employees?", "A team of 18 people.", "Yes"),
    ("Is there a budget for this year?", "Budget was approved in January.", "Yes"),
    ("Is there a budget for this year?", "The budget was cut last month.", "No"),
    (
        "Has the company announced a hiring freeze or layoffs in the past six months?",
        "They laid off 40 people in April.",
        "Yes",
    ),
    (
        "Has the company announced a hiring freeze or layoffs in the past six months?",
        "They are hiring six engineers.",
        "Unknown",
    ),
    (
        "Are they hiring a labour planner or a workforce analyst now?",
        "Open role on the careers page: workforce analyst.",
        "Yes",
    ),
    ("Do they use Salesforce or HubSpot?", "They run HubSpot.", "Yes"),
    ("Do they use Salesforce or HubSpot?", "They run Pipedrive.", "Unknown"),
    ("Do they use Salesforce or HubSpot?", "Neither Salesforce nor HubSpot is in use.", "No"),
    (
        "Is their contract with the current vendor ending within 12 months?",
        "The contract ends in 2029.",
        "Unknown",
    ),
    (
        "Does this person own the maintenance budget?",
        "He owns the maintenance budget of 4 million euros.",
        "Yes",
    ),
    (
        "Does this person own the maintenance budget?",
        "The maintenance budget sits with finance.",
        "Unknown",
    ),
    ("Do they have a data team?", "There are two people in the data team.", "Yes"),
    ("Do they have a data team?", "Nobody does data full time.", "No"),
    ("Do they run their own fleet?", "The fleet is not theirs, a carrier runs it.", "No"),
    ("Is a warehouse management system in use?", "They have a WMS from 2015.", "Yes"),
    ("Is a warehouse management system in use?", "No WMS yet.", "No"),
    ("Is the company listed on a stock exchange?", "Privately held by two brothers.", "No"),
    ("Do they have a works council?", "No works council.", "No"),
    ("Do they sell to consumers?", "They sell to businesses only.", "No"),
]

# Written when the rules above were done: first answered 13 of 22 and 12 of 20, three and two
# of them wrong. What could be mended for good was mended since.
LATER = [
    ("Do they have a data warehouse?", "Their data sits in Snowflake.", "Yes"),
    (
        "Do they have a data warehouse?",
        "No data warehouse so far; reports come straight out of the ERP.",
        "No",
    ),
    (
        "Does it have more than 200 employees?",
        "It has grown from 90 to 260 employees in two years.",
        "Yes",
    ),
    ("Does it have more than 200 employees?", "They just laid off 200 people.", "Unknown"),
    ("Do they run more than 20 trucks?", "Fleet of 14 trucks and three vans.", "No"),
    ("Do they run more than 20 trucks?", "Their carrier runs 80 trucks.", "Unknown"),
    (
        "Do they hire more than ten sellers a year?",
        "They never hire more than four sellers a year.",
        "No",
    ),
    ("Does this person own a budget?", "She has no budget of her own.", "No"),
    ("Does this person own a budget?", "The budget is hers, about 200k.", "Yes"),
    (
        "Has sales leadership changed in the past six months?",
        "New VP of Sales started in March.",
        "Yes",
    ),
    ("Do they use feature flags?", "Engineering relies heavily on feature flags.", "Yes"),
    (
        "Do they use feature flags?",
        "They want to start using feature flags after the rewrite.",
        "No",
    ),
    ("Is it a bank?", "A credit union in Ohio.", "Unknown"),
    ("Is it based in the United States?", "Offices in Boston and Austin.", "Yes"),
    (
        "Is their title VP of Sales, or are they a vice president or above in the same function?",
        "Tom Reed, Chief Revenue Officer",
        "Yes",
    ),
    (
        "Is their title VP of Sales, or are they a vice president or above in the same function?",
        "Account executive at a logistics company",
        "No",
    ),
    ("Do they outsource payroll?", "Payroll is run in-house by two people.", "No"),
    ("Do they sell only through resellers?", "Most revenue comes from their own web shop.", "No"),
    (
        "Do they have an ISO 27001 certificate?",
        "ISO 27001 audit failed last year, they have not tried again.",
        "No",
    ),
    ("Are they growing?", "Revenue is down, and they are shrinking the team.", "No"),
    ("Do they have a CRM?", "The reference customer we named uses a CRM too.", "Unknown"),
    (
        "Is a migration to the cloud under way?",
        "The move to the cloud was stopped by the board.",
        "No",
    ),
    ("Do they have a security team?", "They hired a CISO and a security team of four.", "Yes"),
    (
        "Do they have a security team?",
        "Security is done by whoever has time; there is no dedicated security team.",
        "No",
    ),
    (
        "Do they use Kubernetes?",
        "Everything was moved from Kubernetes to plain virtual machines.",
        "No",
    ),
    (
        "Do they use Kubernetes?",
        "All services run on Kubernetes, although the batch jobs do not.",
        "Yes",
    ),
    (
        "Does it have more than 1,000 employees?",
        "About 950 people, with 200 more planned for next year.",
        "No",
    ),
    (
        "Does it have more than 1,000 employees?",
        "Part of a group with 40,000 employees.",
        "Unknown",
    ),
    (
        "Do they operate at least five plants?",
        "Plants in Linz, Graz, Wels and two more in Poland.",
        "Yes",
    ),
    ("Do they operate at least five plants?", "They operate seven plants in Europe.", "Yes"),
    ("Do they operate at least five plants?", "Only four plants are left after the sale.", "No"),
    (
        "Is it in manufacturing?",
        "They make pumps for ships; a family-owned manufacturer near Bremen.",
        "Yes",
    ),
    ("Is it in manufacturing?", "An insurance broker with three offices.", "No"),
    (
        "Does this person manage the maintenance team?",
        "Manages the maintenance team of eleven.",
        "Yes",
    ),
    (
        "Does this person manage the maintenance team?",
        "He did not say who manages the maintenance team.",
        "Unknown",
    ),
    (
        "Is there a compelling deadline this year?",
        "The new law applies from October, so there is a deadline.",
        "Yes",
    ),
    ("Is there a compelling deadline this year?", "No deadline, they can wait.", "No"),
    (
        "Have they been through a failed system change?",
        "Two failed system changes in the last five years.",
        "Yes",
    ),
    ("Do they pay for overtime?", "Overtime is not paid, it is taken as time off.", "No"),
    (
        "Are drivers employed by the company?",
        "All drivers are freelancers, none is employed by the company.",
        "No",
    ),
    ("Is the procurement team involved?", "We never met procurement.", "Unknown"),
    ("Do they sell in Germany?", "They sell in Austria and Germany.", "Yes"),
]

# Written last, and answered once: 15 of 20 right, one wrong.
LAST = [
    ("Do they have a dedicated procurement team?", "Procurement team of three, led by Ana.", "Yes"),
    ("Do they have a dedicated procurement team?", "Buying is done by each department.", "Unknown"),
    ("Does it have fewer than 50 employees?", "We're a team of 35 people.", "Yes"),
    ("Does it have fewer than 50 employees?", "The group counts 3,400 employees worldwide.", "No"),
    ("Do they run more than ten trucks?", "They sold all trucks last year.", "No"),
    ("Do they use SAP?", "Finance has been on SAP for ten years.", "Yes"),
    ("Do they use SAP?", "SAP was considered and rejected.", "No"),
    ("Do they use SAP?", "Our product integrates with SAP, they liked that.", "Unknown"),
    ("Is the company profitable?", "They are burning cash.", "No"),
    ("Is the company profitable?", "Profitable since 2019.", "Yes"),
    (
        "Does this person lead a team of at least five sellers?",
        "Leads a team of nine sellers across DACH.",
        "Yes",
    ),
    (
        "Does this person lead a team of at least five sellers?",
        "Leads a team of two sellers.",
        "No",
    ),
    (
        "Is their title Plant Manager, or are they a manager or above in the same function?",
        "Plant Manager, Linz works",
        "Yes",
    ),
    (
        "Is their title Plant Manager, or are they a manager or above in the same function?",
        "He met the plant manager last week.",
        "Unknown",
    ),
    ("Do they charge their customers by the hour?", "They bill by the hour.", "Unknown"),
    (
        "Are all books kept by an outside accountant?",
        "An outside accountant keeps all books.",
        "Yes",
    ),
    (
        "Are all books kept by an outside accountant?",
        "Books are kept by their own finance team of four.",
        "No",
    ),
    ("Do they have a lab?", "No lab on site, tests are sent out.", "No"),
    ("Do they have a lab?", "Is there a lab? They did not know.", "Unknown"),
    ("Do they have a lab?", "They hope to open a lab in 2027.", "No"),
]


def table(snippets: list[tuple[str, str, str]]) -> Counter[str]:
    """Count what came out right, wrong, and Unknown though the notes say it."""
    counts: Counter[str] = Counter()
    for question, notes, right in snippets:
        said = answer([question], notes)[0].answer
        counts["right" if said == right else "missed" if said == "Unknown" else "wrong"] += 1
    return counts


@pytest.mark.parametrize(
    ("snippets", "right", "wrong"),
    [
        pytest.param(SNIPPETS, 63, 0, id="snippets"),
        pytest.param(MORE, 45, 0, id="more"),
        pytest.param(LATER, 34, 1, id="later"),
        pytest.param(LAST, 18, 0, id="last"),
        pytest.param(KINDS, 56, 0, id="kinds"),
        pytest.param(TRAPS, 127, 3, id="traps"),
        pytest.param(NUMBERS, 21, 0, id="numbers"),
        pytest.param(MADE, 38, 1, id="made"),
        pytest.param(FRESH, 32, 0, id="fresh"),
        pytest.param(PLAIN, 27, 0, id="plain"),
        pytest.param(UNSEEN, 49, 1, id="unseen"),
    ],
)
def test_notes_are_answered_rightly(
    snippets: list[tuple[str, str, str]], right: int, wrong: int
) -> None:
    """What is missed is Unknown; what is wrong stays below one in twenty."""
    counts = table(snippets)
    assert counts["right"] >= right
    assert counts["wrong"] <= wrong


def test_quote_is_exactly_what_stands_in_the_notes() -> None:
    """Across a broken line, and with the question that a plain reply belongs to."""
    notes = "Intro\n- CRM? No, they keep it\n  in sheets.\n- They run\n  86 stores today.\n"
    crm, stores = answer([CRM, STORES], notes)
    assert (crm.answer, crm.quote) == ("No", "CRM? No, they keep it\n  in sheets.")
    assert (stores.answer, stores.quote) == ("Yes", "They run\n  86 stores today.")
    for one in (crm, stores):
        assert notes[one.start : one.end] == one.quote


@pytest.mark.parametrize(
    ("notes", "confidence"),
    [
        ("We have no CRM.", "HIGH"),
        ("They plan to introduce a CRM next year.", "MEDIUM"),
        ("I think they have a CRM.", "LOW"),
        ("They sell pumps.", None),
    ],
)
def test_confidence_says_how_the_sentence_answers(notes: str, confidence: str | None) -> None:
    """In so many words, one step away, in doubt, or not at all."""
    said = answer([CRM], notes)[0]
    assert said.confidence == confidence
    assert (said.answer == "Unknown") == (confidence is None)


@pytest.mark.parametrize(("confidence", "precise"), [("HIGH", 0.95), ("MEDIUM", 0.9)])
def test_what_is_proposed_with_confidence_is_mostly_right(confidence: str, precise: float) -> None:
    """Of what is HIGH, 19 in 20 are right; of what is MEDIUM, 9 in 10."""
    right: list[bool] = []
    for question, notes, wanted in [*KINDS, *TRAPS, *NUMBERS, *MADE, *FRESH, *PLAIN, *UNSEEN]:
        said = answer([question], notes)[0]
        if said.confidence == confidence:
            right.append(said.answer == wanted)
    assert len(right) > 30
    assert sum(right) / len(right) >= precise


def test_sentences_that_disagree_settle_nothing() -> None:
    """Two plain ones cancel out; a guess gives way to a plain one."""
    assert answer([CRM], "They have a CRM. They have no CRM.")[0].answer == "Unknown"
    assert answer([CRM], "I think they have a CRM. They have no CRM.")[0].answer == "No"


def test_nothing_is_answered_from_nothing() -> None:
    """No notes, no questions, a question without words."""
    assert answer([], "They have a CRM.") == []
    assert [one.answer for one in answer([CRM, "", "?"], "")] == ["Unknown"] * 3
    assert answer(["?"], "They have a CRM.")[0].answer == "Unknown"


PIECES = st.sampled_from(
    "they have no CRM not 86 stores more than 50 . , ? ! yes, but \n - plan to used own lease from "
    "I think whether previous company : none".split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))


@given(st.lists(st.one_of(st.sampled_from([CRM, STORES, TITLE, OWN]), TEXTS), max_size=4), TEXTS)
def test_any_notes_give_exact_quotes(questions: list[str], notes: str) -> None:
    """Never a failure; a quote is always a part of the notes, and Unknown has none."""
    for one in answer(questions, notes):
        assert notes[one.start : one.end] == one.quote
        assert (one.answer == "Unknown") == (one.quote == "")
        assert (one.confidence is None) == (one.answer == "Unknown")


@given(TEXTS)
def test_notes_answer_the_same_each_time(notes: str) -> None:
    """The order of the questions does not matter either."""
    asked = [CRM, STORES, OWN]
    assert answer(asked, notes) == answer(asked[::-1], notes)[::-1]


EVERY = [*KINDS, *TRAPS, *NUMBERS, *MADE, *FRESH, *PLAIN, *UNSEEN]
BESIDE = [
    "The weather in Porto was lovely.",
    "Lunch was on the terrace.",
    "Her daughter plays the violin.",
    "The train back took ages.",
]


@given(
    st.lists(st.sampled_from(EVERY).map(lambda case: case[0]), max_size=5),
    st.text(alphabet=" \n\t.-*", max_size=40),
)
def test_empty_notes_answer_nothing(questions: list[str], blank: str) -> None:
    """White space and bullets without words leave all Unknown."""
    assert {one.answer for one in answer(questions, blank)} <= {"Unknown"}


@given(
    st.sampled_from(EVERY),
    st.sampled_from(["{}", "Me: {}", "- {}", "Asked: {}", "“{}”", "Next call: {} And the price?"]),
)
def test_a_question_that_is_only_repeated_answers_nothing(
    case: tuple[str, str, str], frame: str
) -> None:
    """Notes that quote the question without a reply are no answer to it."""
    assert answer([case[0]], frame.format(case[0]))[0].answer == "Unknown"


@given(st.sampled_from(EVERY), st.sampled_from(BESIDE), st.booleans())
def test_a_sentence_beside_the_matter_changes_no_answer(
    case: tuple[str, str, str], beside: str, first: bool
) -> None:
    """Before or after, it neither turns an answer nor takes it away."""
    question, notes, _ = case
    alone = answer([question], notes)[0]
    longer = f"{beside}\n\n{notes}" if first else f"{notes}\n\n{beside}"
    among = answer([question], longer)[0]
    assert (among.answer, among.confidence) == (alone.answer, alone.confidence)
    assert longer[among.start : among.end] == among.quote == alone.quote
