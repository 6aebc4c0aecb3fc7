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
