"""Forms of verbs, regular and not."""

from __future__ import annotations

import pytest

from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third, verb

FORMS = """
drive drives driving driven
run runs running ran
carry carries carrying carried
watch watches watching watched
tie ties tying tied
plan plans planning planned
manage manages managing managed
write writes writing written
go goes going went
"""


@pytest.mark.parametrize("row", FORMS.strip().splitlines())
def test_each_form_leads_to_the_base(row: str) -> None:
    """Third person, gerund and past meet in the base form."""
    base, third, gerund, past = row.split()
    assert base_of_third(third) == base
    assert base_of_gerund(gerund) == base
    assert base_of_past(past) == base


@pytest.mark.parametrize("row", FORMS.strip().splitlines())
def test_the_base_leads_to_its_forms(row: str) -> None:
    """The third person and the gerund are spelt right."""
    base, third, gerund, _ = row.split()
    known = verb(base)
    assert known is not None
    assert (known.third, known.gerund) == (third, gerund)


def test_a_verb_that_is_a_noun_too_says_so() -> None:
    """ "Plan" names a thing as well, "decide" does not."""
    plan, decide = verb("plan"), verb("decide")
    assert plan is not None
    assert plan.noun
    assert decide is not None
    assert not decide.noun


@pytest.mark.parametrize("word", ["", "bakery", "Drives", "sales2", "\ud800"])
def test_other_words_have_no_base(word: str) -> None:
    """What is no verb in lower case is unknown."""
    assert base_of_third(word) is None
    assert base_of_gerund(word) is None
    assert base_of_past(word) is None
