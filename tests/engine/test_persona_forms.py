"""Personas from hasty notes, mails, chats, adverts and pages for one role."""

from __future__ import annotations

from octave_api.contract import PersonaData
from octave_api.engine import Document, Draft, generate


def persona(text: str) -> Draft:
    return generate("persona", [Document(text)])


def data(draft: Draft) -> PersonaData:
    assert isinstance(draft.data, PersonaData)
    return draft.data


NOTES = """Notes on canteen cooks (from 4 calls)

usually alone in the kitchen from five in the morning, with one helper
also answers for the dishwasher and the cold room
hates: orders by fax!! every Monday one is unreadable
hates: guests who come late
One of them (the school in Ulm) had a fire last year
wants: a list of guests the day before
wants waiting at the till under two minutes
afraid of the inspector, of losing recipes
no budget of his own - the school signs, he recommends
a camera in the kitchen is a no
titles: head cook, canteen manager, kitchen lead
"""


def test_notes_in_lower_case_are_read_line_by_line() -> None:
    """Lines that end by choice are notes of their own, each with its label or verb."""
    found = data(persona(NOTES))
    assert "Answers for the dishwasher and the cold room" in found.primary_responsibilities
    assert found.pain_points[:2] == [
        "Orders by fax: every Monday one is unreadable",
        "Guests who come late",
    ]
    assert found.key_objectives[:2] == [
        "A list of guests the day before",
        "Waiting at the till under two minutes",
    ]
    assert set(found.key_concerns[:2]) == {
        "The inspector, losing recipes",
        "A camera in the kitchen is a no",
    }
    assert "Canteen Manager" in found.common_job_titles
    assert not any("Ulm" in one for one in (*found.pain_points, *found.why_they_matter_to_us))


MAIL = """From: Lena
Subject: who do we talk to?

Hi all,

after six calls I think our person at bakeries is the head of logistics, not the CFO. She runs
forty drivers in three towns, usually from her car, and she is on the hook for every late delivery.
What drives her mad is that vans come back half full. She also struggles with drivers who leave.
She'd love to show the owner that fuel goes down. She is nervous about tracking people, and about
what the works council says. Budget is with her up to 20k. By the way the printer is fixed.

Cheers
Lena
"""


def test_a_mail_about_somebody_gives_each_thought_its_field() -> None:
    """Verbs of wishing, fearing and answering for decide; asides and greetings go."""
    draft = persona(MAIL)
    found = data(draft)
    assert draft.name == "Head of Logistics"
    assert "CFO" not in found.common_job_titles
    assert found.primary_responsibilities == [
        "Runs forty drivers in three towns, usually from her car",
        "On the hook for every late delivery",
    ]
    assert set(found.pain_points) == {
        "Vans come back half full",
        "Struggles with drivers who leave",
    }
    assert found.key_concerns == ["Tracking people, and what the works council says"]
    assert found.key_objectives == ["Show the owner that fuel goes down"]
    assert found.why_they_matter_to_us == ["Budget is with her up to 20k"]


CHAT = """#persona-notes

Ayla 09:12
talked to three canteen managers

Ben 09:20
what hurts most?

Ayla 09:22
guests who do not turn up, 30 meals a day go to waste

Ben 09:25
and what do they want?

Ayla 09:27
the number of guests by ten in the morning
"""


def test_who_wrote_in_a_chat_and_when_is_no_claim() -> None:
    """A question in a chat announces the answer; names and times go."""
    found = data(persona(CHAT))
    assert found.pain_points[0] == "Guests who do not turn up, 30 meals a day go to waste"
    assert found.key_objectives[0] == "The number of guests by ten in the morning"
    assert not any("09:" in one for one in (*found.pain_points, *found.key_objectives))


ADVERT = """Head of Bakery Operations

THE ROLE
As our Head of Bakery Operations you will own the plan for six sites. You report to the COO.

KEY RESPONSIBILITIES
- Keep the ovens running at night
- Negotiate flour contracts with three mills

WHO YOU ARE
- Seven years in a large bakery

BENEFITS
- Company car, 30 days off

We are an equal opportunity employer. Apply at jobs.bakery.example with your CV.
"""


def test_an_advert_gives_duties_and_none_of_its_offer() -> None:
    """What the employer offers, and whom the role reports to, are no facts of the role."""
    found = data(persona(ADVERT))
    assert "Own the plan for six sites" in found.primary_responsibilities
    assert "Keep the ovens running at night" in found.primary_responsibilities
    every = [item for field in found.model_dump().values() if field for item in field]
    assert not any("car" in str(one) or "opportunity" in str(one) for one in every)
    assert not any("report to" in str(one).lower() for one in every)


PAGE = """<html><head><title>Ovenly for Bakery Managers</title></head><body>
<nav><a>Product</a><a>Pricing</a></nav>
<h1>Bake what you sell</h1>
<p>As a bakery manager you plan three shifts, buy flour from two mills and keep waste low.</p>
<a>Book a demo</a>
<h2>Sound familiar?</h2>
<h3>Shelves that are empty at noon</h3>
<p>You write the bake list at home because the day is full.</p>
<h3>Rolls nobody buys</h3><p>On rainy days a third of the bread is left over and goes to waste.</p>
<h2>Why bakery managers choose Ovenly</h2>
<ul><li><strong>Bake list in a minute</strong> Dictate it while you walk.</li>
<li><strong>Every shop in view</strong> Old lists disappear from each tablet at once.</li></ul>
<p>“I sleep until five now.”</p><p>Jo Marsh, Marsh Bakeries</p>
<p>Book a demo today. Start your free trial.</p></body></html>"""


def test_a_page_for_a_role_gives_duties_pains_and_promises() -> None:
    """The cards of a page say as much as their texts; what its reader does is a duty."""
    found = data(persona(PAGE))
    assert found.primary_responsibilities[0] == (
        "Plan three shifts, buy flour from two mills and keep waste low"
    )
    assert "Shelves that are empty at noon" in found.pain_points
    assert "They write the bake list at home because the day is full" in found.pain_points
    assert "Bake list in a minute: dictate it while you walk" in found.why_we_matter_to_them
    assert not any("sleep" in one for one in found.why_we_matter_to_them)


def test_wishes_and_troubles_of_one_line_are_no_duties() -> None:
    """ "Who fight waste and want fuller shops" is a pain and an aim."""
    found = data(
        persona("Shop managers at bakery chains who fight stale bread and want longer queues.")
    )
    assert found.pain_points[0] == "Fight stale bread"
    assert found.key_objectives[0] == "Longer queues"
    assert not any("want" in one.lower() for one in found.primary_responsibilities)


def test_a_field_may_name_the_persona() -> None:
    """The value of "name" is what the team calls the persona, not a title."""
    draft = persona(
        "persona:\n  name: Planning Paula\n  titles:\n    - Production Planner\n    - Shift Lead\n"
        "  goals:\n    - no oven stands still\n    - plans that hold for a week\n"
    )
    assert draft.internal_name == "Planning Paula"
    assert data(draft).common_job_titles[:2] == ["Production Planner", "Shift Lead"]


def test_titles_that_differ_by_a_short_word_are_all_kept() -> None:
    """An IT coordinator is no digital coordinator, a senior planner no planner."""
    found = data(
        persona(
            "# Coordinator\n\n## Titles\n\n- IT coordinator\n- Digital coordinator\n"
            "- Production planner\n- Senior production planner\n"
        )
    )
    assert len(found.common_job_titles) >= 4


def test_a_long_sentence_of_the_buyers_own_is_cut_where_they_go_on() -> None:
    """ "I plan …, I buy …, and I sign …" holds three duties."""
    found = data(
        persona(
            "Interview with a bakery manager\n\nQ: What does a normal week look like for you?\n"
            "A: I plan the night shift for two sites, I buy flour from three mills, and I sign off "
            "repairs above 500 euros. I walk through the shops on Monday.\n\n"
            "Q: What is the worst part?\nA: We get the same complaint by phone and by mail. And "
            "mechanics close jobs that are not done.\n\nQ: What would you change?\n"
            "A: I'd want every shop to see what is in the oven without calling.\n"
        )
    )
    assert found.primary_responsibilities[:3] == [
        "Plan the night shift for two sites",
        "Buy flour from three mills",
        "Sign off repairs above 500 euros",
    ]
    assert "Mechanics close jobs that are not done" in found.pain_points
    assert "Want every shop to see what is in the oven without calling" in found.key_objectives


def test_who_writes_of_buyers_does_not_speak_for_them() -> None:
    """ "I talked to a dozen, and they …": the I is the writer's."""
    found = data(
        persona(
            "I talked to a dozen bakery managers. They hate paper lists. They usually own the "
            "decision up to 20k. What they are measured on is waste per shop. I'd say they are our "
            "champion, not our buyer. They want a list by noon."
        )
    )
    assert "They are our champion, not our buyer" in found.why_they_matter_to_us
    assert "Waste per shop" in found.key_objectives
    assert not any("talked" in one for one in (*found.pain_points, *found.key_concerns))


def test_one_line_may_say_what_they_answer_for() -> None:
    """A list of duties, measures, troubles and worries after a title is taken apart."""
    found = data(
        persona(
            "Canteen managers at hospitals: responsible for 4 kitchens, measured on food cost per "
            "meal, frustrated by ovens that run while empty, worried about losing cooks, report to "
            "the COO."
        )
    )
    assert found.primary_responsibilities[0] == "Responsible for 4 kitchens"
    assert found.key_objectives[0] == "Measured on food cost per meal"
    assert found.pain_points[0] == "Frustrated by ovens that run while empty"
    assert found.key_concerns[0] == "Losing cooks"


def test_goals_that_a_page_lists_are_the_buyers() -> None:
    """Under the heading of goals an imperative is an aim, no promise of the seller's."""
    found = data(
        persona(
            "<html><body><h1>For bakery managers</h1><p>Book a demo</p>"
            "<h2>Goals we hear most</h2><ul><li>Cut waste below three per cent</li>"
            "<li>Keep every shop stocked until six</li></ul>"
            "<h2>Where Ovenly helps</h2><h3>One list, agreed with every shop</h3>"
            "<p>Ovenly shows which shops run out first.</p><p>Ovenly plans the night shift.</p>"
            "<p>Talk to sales</p></body></html>"
        )
    )
    assert found.key_objectives[:2] == [
        "Cut waste below three per cent",
        "Keep every shop stocked until six",
    ]
    assert "One list, agreed with every shop" in found.why_we_matter_to_them
