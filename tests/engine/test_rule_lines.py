"""Rules with a verdict and wishes with an answer, in the short hand of a sheet."""

from __future__ import annotations

from octave_api.engine import Document, generate

RULES = """Kennel chains - qualification rules (v2)

IF sites < 4: reject
IF staff >= 30 AND sites <= 50: accept
if country not in (Spain, Portugal): reject
+ Runs per site? (want 40+)
+ Booking system? (want Woofly or Kenneldesk)
Dogs a week, want 200+
"""


def test_rules_and_wishes_become_questions() -> None:
    """Each is asked with its bound, what is rejected ends the conversation."""
    draft = generate("segment", [Document(RULES)], strict=True)
    asked = {one.question: (one.fit_type, one.weight) for one in draft.questions}
    assert asked["Does it have fewer than 4 sites?"] == ("BAD", "INSTANT_DISQUALIFIER")
    assert asked["Are they based outside Spain or Portugal?"][0] == "BAD"
    assert asked["Do they have at least 40 runs per site?"][0] == "GOOD"
    assert asked["Do they have at least 200 dogs a week?"][0] == "GOOD"
    assert asked["Is their booking system Woofly or Kenneldesk?"][0] == "GOOD"
    assert draft.name == "Kennel chains"
    assert draft.data.firmographics["geography"] == []


FORM = """Qualification form (v7)
Lead: municipal theatres
Seats? (min 300)
Shows per year? (min 80)
Country? (NL, BE only)
Staff? (25-200)
"""
LEVELS = """# Scorecard: millers

| Question | 0 | 1 | 2 |
|---|---|---|---|
| How many silos? | 1 | 2-3 | 4+ |
| Tonnes a week? | < 50 | 50-150 | > 150 |
| Do they bag flour? | no | planned | yes |
"""
RANKED = """# Ideal bakeries

In order of importance:

1. More than 12 ovens
2. Its own delivery vans
3. Wales or Ireland
4. 30 to 300 staff

"""


def asked(text: str) -> dict[str, tuple[str, str]]:
    """Give the questions of a text with their sides and weights."""
    draft = generate("segment", [Document(text)], strict=True)
    return {one.question: (one.fit_type, one.weight) for one in draft.questions}


def test_a_form_asks_for_its_bounds() -> None:
    """The answer in brackets is the one that lets in."""
    questions = asked(FORM)
    assert "Do they have at least 300 seats?" in questions
    assert "Do they have 25 to 200 employees?" in questions
    assert "Are they based in the Netherlands or Belgium?" in questions


def test_the_best_column_of_a_score_is_asked() -> None:
    """What scores nothing is asked of nobody."""
    questions = asked(LEVELS)
    assert "Do they have at least 4 silos?" in questions
    assert "Do they have more than 150 tonnes a week?" in questions
    assert "Do they bag flour?" in questions


def test_the_order_of_a_ranked_list_is_the_weight() -> None:
    """The first weighs most, the last least."""
    questions = asked(RANKED)
    assert questions["Does it have more than 12 ovens?"] == ("GOOD", "HIGH")
    assert questions["Does it have 30 to 300 employees?"] == ("GOOD", "LOW")
