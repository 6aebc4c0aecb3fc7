"""Qualifying questions: for or against, how much they weigh, and which are chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octave_api.contract import FitType, Weight
from octave_api.engine import questions as ask
from octave_api.engine.draft import Document
from octave_api.engine.fact_questions import from_facts
from octave_api.engine.facts import FoundFact, fact_words, find_facts
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.items import Item, Ledger, Span
from octave_api.engine.material import gather
from octave_api.engine.question_set import (
    ENOUGH,
    MAX_QUESTIONS,
    MIN_QUESTIONS,
    WANTED_BAD,
    choose,
    excludes_somebody,
    surest,
    write,
)
from octave_api.engine.roles import TypicalQuestion, parse_title
from octave_api.engine.title_questions import from_title
from octave_api.engine.topics import topic


def item(text: str, heading: str = "") -> Item:
    return Item(text, "SOURCE", Span(0, 0, len(text), text), None, 1.0, heading)


def asked(text: str, fit: FitType = "GOOD", weight: Weight = "MEDIUM") -> ask.Asked:
    return ask.Asked(item(text), "Look.", fit, weight, "Say it.", "A number", "BANT: need")


def facts(text: str, heading: str = "", points: float | None = None) -> list[FoundFact]:
    return [
        FoundFact(fact, Span(0, fact.start, fact.end, text[fact.start : fact.end]), heading, points)
        for fact in find_firmographics(text, heading)
    ]


@pytest.mark.parametrize(
    ("text", "heading", "fit", "weight"),
    [
        ("Do you run two ovens?", "Discovery questions", "GOOD", "HIGH"),
        ("Bakes at night", "Nice to have", "GOOD", "LOW"),
        ("Bakes at night", "Must have", "GOOD", "HIGH"),
        ("Bakes at home", "Red flags", "BAD", "HIGH"),
        ("Bakes at home", "Disqualifiers", "BAD", "INSTANT_DISQUALIFIER"),
        ("Bakes at home", "Negative qualifiers", "BAD", "HIGH"),
        ("Bakes at home", "Out of scope", "BAD", "INSTANT_DISQUALIFIER"),
        ("No oven of their own", "Criteria", "BAD", "HIGH"),
        ("Never pays on time", "Criteria", "BAD", "INSTANT_DISQUALIFIER"),
        ("We do not sell to supermarkets", "", "BAD", "INSTANT_DISQUALIFIER"),
        ("Not for home bakers", "", "BAD", "INSTANT_DISQUALIFIER"),
    ],
)
def test_the_source_s_words_decide_fit_and_weight(
    text: str, heading: str, fit: FitType, weight: Weight
) -> None:
    """Only what excludes outright disqualifies at once."""
    made = ask.from_source(item(text, heading), 0, "segment")
    assert (made.fit, made.weight) == (fit, weight)


def test_where_words_give_no_weight_the_order_does() -> None:
    """Authors ask first what matters most."""
    weights = [
        ask.from_source(item("Bakes at night"), place, "segment").weight for place in (0, 4, 9)
    ]
    assert weights == ["HIGH", "MEDIUM", "LOW"]


def test_a_question_of_the_source_stays_in_its_own_words_when_spoken() -> None:
    """Written down it is yes/no; aloud it is asked as the source asks it."""
    made = ask.from_source(item("What is your time frame?", "Questions"), 0, "persona")
    assert made.spoken == "What is your time frame?"
    assert made.item.text == "Do they have a time frame?"
    assert made.item.origin == "INFERRED"
    assert "Questions" in made.rationale


def test_the_first_of_each_kind_weighs_most() -> None:
    """Duties, pains and aims lose weight down the list."""
    assert [ask.from_duty(item("Bakes bread"), place).weight for place in range(3)] == [
        "HIGH",
        "HIGH",
        "MEDIUM",
    ]
    assert [ask.from_pain(item("Old ovens"), place, "persona").weight for place in range(2)] == [
        "HIGH",
        "MEDIUM",
    ]
    assert ask.from_aim(item("Fewer returns"), 2, "persona").weight == "LOW"
    assert ask.from_concern(item("The price"), 0).weight == "LOW"
    assert ask.from_count(item("at least 3 ovens")).item.text == "Does it have at least 3 ovens?"


def test_a_rationale_says_what_to_look_for() -> None:
    """The topic of the line stands in the rationale and in the spoken form."""
    made = ask.from_pain(item("Late flour deliveries"), 0, "persona")
    assert "late flour deliveries" in made.rationale
    assert "late flour deliveries" in made.spoken


def test_a_title_is_asked_with_its_level() -> None:
    """A title without a level is asked as it is."""
    vp, baker = parse_title("VP of Sales"), parse_title("Production Planner")
    assert vp is not None
    assert baker is not None
    assert "a vice president or above" in from_title(item("VP of Sales"), vp).item.text
    assert from_title(item("Production Planner"), baker).item.text.endswith("or close to it?")


@pytest.mark.parametrize(
    ("line", "verbal", "expected"),
    [
        ("Late flour deliveries", False, "late flour deliveries"),
        ("Struggle to fill night shifts", False, "night shifts"),
        ("Tired of slow tools that crash", False, "slow tools"),
        ("Manages the on-call rota of three shops", True, "on-call rota"),
        ("Cut packaging costs by 8%", True, "packaging costs"),
        ("CRM data that nobody trusts", False, "CRM data"),
        ("It is", False, None),
        ("", False, None),
    ],
)
def test_the_topic_is_what_one_would_search_for(
    line: str, verbal: bool, expected: str | None
) -> None:
    """Verbs, lead-ins and what follows go."""
    assert topic(line, verbal=verbal) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("500+ employees", "at least 500"),
        ("more than 500 employees", "more than 500"),
        ("50-200 employees", "50 to 200"),
        ("based in the US", "the United States"),
        ("based in France", "France"),
        ("Series A startups", "a Series A company"),
        ("Automotive suppliers", "automotive"),
    ],
)
def test_a_fact_is_worded_for_a_sentence(text: str, words: str) -> None:
    """Thresholds keep their edge, names their article."""
    assert fact_words(facts(text)[0]) == words


def test_values_of_one_line_share_a_question() -> None:
    """A line that lists industries asks once."""
    made = from_facts(facts("Banks, insurers and hospitals", "Industry"), "segment")
    assert len(made) == 1
    assert made[0].item.text.count(",") == 1
    assert " or " in made[0].item.text


@pytest.mark.parametrize(
    ("heading", "weight"),
    [("Tier 1 industries", "HIGH"), ("Tier 2 industries", "MEDIUM"), ("Tier 3 industries", "LOW")],
)
def test_tiers_become_weights(heading: str, weight: str) -> None:
    """The source's own order of preference is kept."""
    assert from_facts(facts("Hospitals", heading), "segment")[0].weight == weight


def test_points_become_weights() -> None:
    """Most points HIGH, half MEDIUM, fewer LOW, minus BAD, none no question."""
    found = (
        facts("50-200 employees", "Size", 10)
        + facts("based in France", "Where", 5)
        + facts("Hospitals", "Industry", 1)
        + facts("Series A", "Stage", -4)
        + facts("uses Salesforce", "Tools", 0)
    )
    made = {one.item.text: (one.fit, one.weight) for one in from_facts(found, "segment")}
    assert made["Does it have 50 to 200 employees?"] == ("GOOD", "HIGH")
    assert made["Is it based or active in France?"] == ("GOOD", "MEDIUM")
    assert made["Is it a hospital?"] == ("GOOD", "LOW")
    assert made["Is it a Series A company?"][0] == "BAD"
    assert len(made) == 4


def test_of_a_person_the_company_is_asked() -> None:
    """A persona has a company; a segment is one."""
    made = from_facts(facts("Hospitals with 50-200 employees in France"), "persona")
    assert all("their company" in one.item.text for one in made)


def test_an_excluded_fact_is_bad() -> None:
    """Negated facts speak against a fit, and are not asked as good ones."""
    text = "Bakeries with 50-200 employees\n\nThey are not franchises and we avoid startups.\n"
    found = find_facts(gather("segment", [Document(text)]))
    fits = {one.fit for one in from_facts(found, "segment")}
    assert fits == {"GOOD", "BAD"}


def test_a_fact_is_not_asked_for_and_against() -> None:
    """What the source wants in one line it does not rule out in the next."""
    text = (
        "Firmographics\n\n- Hospitals with 50-200 employees\n- no hospitals without a night shift\n"
    )
    found = find_facts(gather("segment", [Document(text)]))
    assert [one.fact.negated for one in found if one.fact.key == "industry"] == [False]


def many(count: int, fit: FitType = "GOOD") -> list[ask.Asked]:
    words = "flour butter sugar yeast salt eggs milk cream nuts seeds paper bags boxes tins".split()
    return [asked(f"Do they order {word} from {fit}?", fit) for word in words[:count]]


def test_a_set_has_six_to_twelve_questions() -> None:
    """Fillers come in to reach six, and never push out the source's own."""
    spare = [
        asked(f"Is their {word} warm?", weight="LOW")
        for word in "oven shop van hall yard attic cellar".split()
    ]
    refused = [asked("Is it a hobby?", "BAD"), asked("Is it closed?", "BAD")]
    assert len(choose(many(14), [*spare, *refused])) == ENOUGH + WANTED_BAD
    own = [replace(one, item=replace(one.item, rule=ask.OF_THE_SOURCE)) for one in many(14)]
    assert len(choose(own, spare)) == MAX_QUESTIONS
    few = choose(many(2), spare)
    assert len(few) == MIN_QUESTIONS
    assert {one.item.text for one in many(2)} <= {one.item.text for one in few}
    assert len(choose(many(2), [])) == 2


def test_long_questions_come_where_short_ones_lack() -> None:
    """What nobody would say on a call is asked only to reach six."""
    long = asked("Do they bake " + "white and brown and seeded " * 3 + "bread in the night?")
    assert long.item.text not in {one.item.text for one in choose([long, *many(7)], [])}
    assert long.item.text in {one.item.text for one in choose([long, *many(2)], [])}


def test_twins_are_asked_once() -> None:
    """Two questions with the same content are one."""
    chosen = choose(
        [asked("Do they bake bread at night?"), asked("Do they bake breads at night?")], []
    )
    assert len(chosen) == 1


def test_both_fit_types_are_kept() -> None:
    """BAD questions are chosen before the many GOOD ones, four at most."""
    chosen = choose(many(14) + many(6, "BAD"), [])
    assert sum(one.fit == "BAD" for one in chosen) == 4
    filled = choose(many(14), [asked("Is it a hobby?", "BAD"), asked("Is it closed?", "BAD")])
    assert sum(one.fit == "BAD" for one in filled) == 2


def test_the_heaviest_come_first() -> None:
    """Disqualifiers, then GOOD by weight, then BAD by weight."""
    chosen = choose(
        [
            asked("Do they bake rolls?", "GOOD", "LOW"),
            asked("Do they lease ovens?", "BAD", "HIGH"),
            asked("Do they sell cakes?", "GOOD", "HIGH"),
            asked("Is it one of these: chains?", "BAD", "INSTANT_DISQUALIFIER"),
        ],
        [],
    )
    assert [one.weight for one in chosen] == ["INSTANT_DISQUALIFIER", "HIGH", "LOW", "HIGH"]


def test_weights_are_never_flat() -> None:
    """Where everything weighs the same, the second half weighs less."""
    assert len({one.weight for one in choose(many(6), [])}) == 2


def test_sure_wording_comes_first_and_nonsense_is_not_asked() -> None:
    """Of the lines the sure ones are chosen; the others only fill up."""
    lines = [
        item(text) for text in ("Oven Description", "Late orders", "Orders, caused", "Old ovens")
    ]
    made = surest(lines, lambda one, place: ask.from_pain(one, place, "persona"), 3)
    assert [one.item.text.split()[0] for one in made] == ["Are", "Are", "Would"]
    assert made[0].weight == "HIGH"
    chosen = choose([*many(6), replace(asked("Do they?"), sure=0.4)], [])
    assert len(chosen) == 6
    chosen = choose([*many(2), replace(asked("Do they bake?"), sure=0.4)], [])
    assert len(chosen) == 3
    assert len(choose([*many(2), replace(asked("Do they bake?"), sure=0.0)], [])) == 2


def test_a_fact_is_not_asked_twice_in_other_words() -> None:
    """A line that holds nothing but a fact that is asked for already is its twin."""
    made = from_facts(facts("revenue of $1M to $50M"), "segment")
    line = asked("Do they have an estimated revenue of $1M to $50M?")
    assert len(choose([*made, line], [])) == 1


def test_a_part_of_an_exclusion_excludes_nobody() -> None:
    """ "Hospitals without a pharmacy" does not rule out hospitals."""
    text = "Hospitals without a pharmacy"
    whole = ask.from_source(item(text, "Not a fit"), 0, "segment")
    part = replace(
        asked("Is it in healthcare?", "BAD"), item=replace(item(text), rule=ask.OF_A_FACT)
    )
    part = replace(part, item=replace(part.item, span=Span(0, 0, 9, text[:9])))
    assert choose([part, whole], []) == [whole]


def test_all_sizes_are_no_question_and_two_are_one() -> None:
    """Small, middle and large together leave nobody out."""
    some = from_facts(facts("Enterprise companies") + facts("mid-market companies"), "segment")
    assert len(some) == 1
    three = (
        facts("Enterprise companies") + facts("mid-market companies") + facts("small businesses")
    )
    assert from_facts(three, "segment") == []


def test_only_the_source_excludes() -> None:
    """A typical BAD question is our knowledge, not the source's word."""
    known = TypicalQuestion(
        "Is it closed?", "Look.", "BAD", "HIGH", "Open?", "No", "BANT: need", "why"
    )
    assert not excludes_somebody([ask.from_typical(known)])
    assert excludes_somebody([asked("Is it closed?", "BAD")])


def test_questions_are_written_with_their_notes() -> None:
    """Each question has a note and a claim under the same pointer."""
    ledger = Ledger()
    written, notes = write(choose(many(3), []), ledger)
    assert [note.pointer for note in notes] == [claim.pointer for claim in ledger.claims]
    assert all(one.rationale and one.archived_at is None for one in written)
