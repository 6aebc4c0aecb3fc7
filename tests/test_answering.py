"""What notes answer: sixty snippets with the right answer each, and what holds for any notes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.engine.answering import answer

CRM = "Do they have a CRM?"
HEADS = "Does it have more than 500 employees?"
STORES = "Do they have more than 50 stores?"
OWN = "Do they own the refrigeration equipment?"
CLOSE = "Does closing a month take more than ten working days?"
TITLE = "Is their title Head of Facilities, or are they a director or above in the same function?"
OUTSOURCE = "Is all maintenance outsourced?"

SNIPPETS = [
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


def table(snippets: list[tuple[str, str, str]]) -> Counter[str]:
    """Count what came out right, wrong, and Unknown though the notes say it."""
    counts: Counter[str] = Counter()
    for question, notes, right in snippets:
        said = answer([question], notes)[0].answer
        counts["right" if said == right else "missed" if said == "Unknown" else "wrong"] += 1
    return counts


@pytest.mark.parametrize(("question", "notes", "right"), SNIPPETS)
def test_dev(question, notes, right):
    """Dev."""
    said = answer([question], notes)[0]
    assert said.answer == right, said
