"""Personas from wikis, chats, tickets, job stories, interviews, adverts and terse notes."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, Draft, generate
from octave_api.engine.language import is_foreign
from octave_api.engine.refusals import refused


def persona(text: str) -> Draft:
    return generate("persona", [Document(text)])


def data(draft: Draft) -> PersonaData:
    assert isinstance(draft.data, PersonaData)
    return draft.data


def asked(draft: Draft) -> dict[str, str]:
    return {one.question: one.fit_type for one in draft.questions}


CARD = """**Buyer: Night Shift Lead at bakery groups**

He answers for 4 to 12 ovens. His nights go into finding cover for sick bakers.

Goals: fewer burnt trays, one recipe book, loan forms signed before noon.
Worries: another screen the bakers ignore, recipes of the house leaking.

Qualify: more than 3 ovens? central buying? own mill?
Skip: single shops, kiosks with one oven.
"""


def test_a_label_names_the_buyer_and_skip_names_whom_to_leave_out() -> None:
    """Who comes up in passing is not the buyer, and what is skipped is no promise."""
    draft = persona(CARD)
    found, questions = data(draft), asked(draft)
    assert draft.name == "Night Shift Lead"
    assert found.key_concerns[:2] == [
        "Another screen the bakers ignore",
        "Recipes of the house leaking",
    ]
    assert not any("kiosk" in one for one in found.why_we_matter_to_them)
    assert questions["Do they work for single shops or kiosks with one oven?"] == "BAD"
    assert {"Are there more than 3 ovens?", "Do they have central buying?"} <= set(questions)


STORIES = """Greta
When a flour bill arrives without an order, I want to match it to a delivery at once, so I can \
pay on Friday without ringing the mill.
When the auditor asks for a receipt, I want to find it in seconds, so that my evening is mine.
Greta is a pastry accounts supervisor at a chain of 40 shops.
"""


def test_a_job_story_keeps_its_situation_where_the_wish_points_back() -> None:
    """ "Match it" says nothing without what arrives; who asks in a story is not its hero."""
    draft = persona(STORIES)
    assert draft.name == "Pastry Accounts Supervisor"
    assert data(draft).key_objectives[:2] == [
        "Match it to a delivery at once when a flour bill arrives without an order",
        "Find it in seconds when the auditor asks for a receipt",
    ]


NOTES = (
    "talked to Bea, shift mgr @ 30-ppl bakery co. drowning in paper. budget q2. no IT. boss "
    "(owner) signs anything > 4k. hates long demos. wants live stock for shops, fewer calls. "
    "wont look at anything w/o phone app"
)


def test_terse_notes_are_cut_at_their_stops() -> None:
    """Sentences without capitals are sentences; what notes shorten is spelt out."""
    found = data(persona(NOTES))
    assert found.pain_points[:2] == ["Drowning in paper", "Hates long demos"]
    assert found.key_concerns[0] == "Won't look at anything without phone app"
    assert found.why_they_matter_to_us[0] == "Boss (owner) signs anything > 4k"
    assert not any("Bea" in one for one in found.pain_points)


WIKI = """{{Infobox persona
| name = Mill Foreman
| industry = Flour mills
| team = 6 millers
| goals = Fewer stops per week; sacks ready on Monday
| pains = Alarms at 2 am that turn out false; millers who leave in spring
| not_for = feed nurseries
}}

'''Mill Foreman''' is the person who decides about [[sieves]] in a mill.<ref>Visit, 2024</ref>

== Decision making ==
Buys after seeing it work next door.
"""


def test_an_information_box_of_a_wiki_is_a_list_of_fields() -> None:
    """Marks of a wiki are no words, and its footnotes no claims."""
    draft = persona(WIKI)
    found = data(draft)
    assert found.key_objectives[:2] == ["Fewer stops per week", "Sacks ready on Monday"]
    assert found.pain_points[:2] == [
        "Alarms at 2 am that turn out false",
        "Millers who leave in spring",
    ]
    assert "Buys after seeing it work next door" in found.why_they_matter_to_us
    assert not any("ref" in one or "''" in one for one in found.why_they_matter_to_us)


CHAT = """#deals

mira  10:42 AM
anyone sold into mills? met a Flour Buying Manager yesterday

jonas  10:44 AM
they care about the price per ton first. they need to see a delivery within 24h :sweat_smile:

mira  10:45 AM
what do they use now

jonas  10:47 AM
dont bother w/ casinos, totally different animal
(edited)
"""


def test_a_chat_is_read_without_who_wrote_when() -> None:
    """What a colleague asks is no question to a prospect; whom to leave out is one."""
    draft = persona(CHAT)
    assert draft.name == "Flour Buying Manager"
    assert any(fit == "BAD" and "casino" in one for one, fit in asked(draft).items())
    assert not any("use now" in one or "10:4" in one for one in asked(draft))


INTERVIEW = """Interviewer: Thanks for your time. Tell me about your role.
Participant 7: I'm the canteen manager at a hospital. We cook 900 meals a day.
Interviewer: What does a bad day look like?
Participant 7: A diet list that changes at eleven the night before.
Interviewer: What would you want instead?
Participant 7: One sheet that kitchen and wards both see.
Interviewer: Who'd sign off on something like that?
Participant 7: The head of catering, if it is under five thousand.
Interviewer: Anything that would put you off?
Participant 7: Screens that need dry hands.
"""


def test_the_questions_of_an_interview_announce_its_answers() -> None:
    """A speaker may have a number; what the interviewer asks is asked of no prospect."""
    draft = persona(INTERVIEW)
    found = data(draft)
    assert draft.name == "Canteen Manager"
    assert found.pain_points[0] == "A diet list that changes at eleven the night before"
    assert found.key_objectives[0] == "One sheet that kitchen and wards both see"
    assert found.key_concerns[0] == "Screens that need dry hands"
    assert "The head of catering, if it is under five thousand" in found.why_they_matter_to_us
    assert not any(one.startswith("Can they") for one in asked(draft))


ADVERT = """Guild Secretary (part time) – Guild of Country Bakers

About us: We are the guild for 210 bakers.

What you'll be doing
• Process applications and renewals for members each spring
• Answer queries from bakers by phone
• Report numbers to the board every quarter

About you
• Calm when 200 renewals land in one week

What we offer
25 days of holiday. Salary: £20,000. Apply by 3 March with your CV.
"""


def test_an_advert_is_about_the_job_in_its_first_line() -> None:
    """What the employer wishes of a person is no duty."""
    draft = persona(ADVERT)
    assert draft.name == "Guild Secretary"
    duties = data(draft).primary_responsibilities
    assert "Process applications and renewals for members each spring" in duties
    assert not any("Calm" in one or "holiday" in one for one in duties)
    assert any(one.startswith("Does this person process") for one in asked(draft))


MAIL = """From: Tom
Subject: who we should call

Quick note on the site bakers we met. They run two ovens at a time. They fear a burnt batch.

House builders are a no. Subscriptions are a no.
"""


def test_whom_a_seller_refuses_is_no_concern_of_the_buyer() -> None:
    """A buyer says no to things, a seller to people and companies."""
    draft = persona(MAIL)
    assert not any("builders" in one for one in data(draft).key_concerns)
    assert any("builder" in one and fit == "BAD" for one, fit in asked(draft).items())
    assert refused("Subscriptions are a no") is None


PAGE = """Millers like Ovenly.

"I have my evenings back." Pat Lowe, Mill Manager, Hollin Flour

Mill managers juggle sieves, sacks and vans. Delivery notes get typed in twice.
"""


def test_who_signs_a_quotation_does_nothing() -> None:
    """A name, a title and a firm after a quotation are no sentence."""
    found = data(persona(PAGE))
    assert not any("Lowe" in one for one in found.primary_responsibilities)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Persona for flour buyers with 3+ mills: calm and exact.", "Flour Buyer"),
        ("Spoke to the parking operations manager again. He runs 300 spaces.",
         "Parking Operations Manager"),
        ("Mostly it is a head of passenger services at a ferry line.",
         "Head of Passenger Services"),
        ("Leakage managers plan the surveys and send out crews.", "Leakage manager"),
        ('"We cut waste," said Ana Pires, chief executive of Ovenly. Mill managers plan sieves.',
         "Mill manager"),
        ("# Stories - Samir, estates surveyor at a diocese\n\nHe surveys roofs.",
         "Estates Surveyor"),
        ("# Studio manager, dance schools (north)\n\nOwns the timetable.", "Studio manager"),
    ],
)  # fmt: skip
def test_a_title_is_found_by_its_place(text: str, name: str) -> None:
    """After a label, in a first line, as a subject or with the nouns before it."""
    assert persona(text).name == name


def test_a_head_of_quality_at_a_food_maker_is_no_tester_of_software() -> None:
    """What is typical of goods is not what is typical of software."""
    goods = data(persona("Head of Quality at a maker of biscuits. She owns recalls."))
    software = data(persona("QA Engineer at a maker of apps. She writes tests."))
    assert not any("utomated tests" in one for one in goods.pain_points)
    assert any("utomated tests" in one for one in software.pain_points)


def test_nothing_is_typical_of_a_field_that_is_not_known() -> None:
    """Trials of medicines are no ward: an empty field is more honest than a nurse's."""
    found = data(persona("# Head of Clinical Trials Supply\n\nShe counts 300 depots."))
    assert found.pain_points == []


TRADES = """# Who decides on a flour tool

| | Mill school owner | Head baker |
|---|---|---|
| Cares about | Full classes | Calm mornings |
| Day | Payroll and complaints | Teaching five groups |
| Hates | Waiting lists on paper | Late swaps |
| Buys | Signs | Recommends, owner signs |
"""


def test_the_rows_of_a_table_say_what_its_columns_are_like() -> None:
    """A role may stand over a column, whatever its field; "buys" is a part in the purchase."""
    draft = persona(TRADES)
    found = data(draft)
    assert draft.name == "Mill school owner"
    assert found.key_objectives[0] == "Full classes"
    assert found.primary_responsibilities[0] == "Payroll and complaints"
    assert found.pain_points[0] == "Waiting lists on paper"
    assert "Signs" in found.why_they_matter_to_us


WISHES = """# Persona: Flour buyer

Needs calm mills and no lost sacks.
She'd kill for a way to re-book forty vans at once.

Anti-jobs: he does not want to design anything.

Not worth calling: village mills.
"""


def test_needs_and_refusals_of_a_person_are_read_as_such() -> None:
    """What somebody needs is an aim, what they would not do a concern, and who is not worth it."""
    draft = persona(WISHES)
    found = data(draft)
    assert "Calm mills and no lost sacks" in found.key_objectives
    assert "A way to re-book forty vans at once" in found.key_objectives
    assert not any("design" in one for one in found.primary_responsibilities)
    assert any("mill" in one and fit == "BAD" for one, fit in asked(draft).items())


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("Wartung nach Plan statt auf Zuruf", True),
        ("Les commandes se perdent entre la cuisine et la salle", True),
        ("Run the de facto standard in two towns", False),
        ("Die casting is late and man hours run out", False),
    ],
)
def test_one_line_may_be_in_another_language(line: str, foreign: bool) -> None:
    """Small words of another language, among words that no English table knows."""
    assert is_foreign(line) is foreign
