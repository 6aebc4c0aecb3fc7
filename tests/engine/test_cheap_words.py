"""
Dear patterns are asked only of lines that have one of their words: none that they find is missed.

The lines are all that the project ships: the training statements and the examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from octave_api.engine import (
    about_page,
    amounts,
    asides,
    characteristics,
    facts,
    firmographics,
    furniture,
    mail,
    phrases,
    points,
    polarity,
    quantities,
    sorting,
    trimming,
    voice,
    wording,
)
from octave_api.engine.features import tokens
from octave_api.engine.training.__main__ import rows

EXAMPLES = sorted((Path(__file__).parents[2] / "pages/parts/examples").glob("*.md"))
SAID = [
    *(text for _, _, text in rows()),
    *(line for path in EXAMPLES for line in path.read_text("utf8").split("\n")),
]
LOW = [one.lower() for one in SAID]
SQUEEZED = [wording.squeeze(one) for one in SAID]
BEFORE_NUMBERS = [one[: found.start()] for one in SAID for found in re.finditer(r"\d+", one)]
Cheap = Callable[[str], bool]


def has(words: Iterable[str]) -> Cheap:
    """Give the test for a part of a lower-case line."""
    return lambda text: any(map(text.lower().__contains__, words))


def says(words: frozenset[str]) -> Cheap:
    """Give the test for a word of a line."""
    return lambda text: not words.isdisjoint(tokens(text))


CASES: list[tuple[re.Pattern[str], Cheap, list[str]]] = [
    (about_page._OF_DOCUMENT, about_page._may_speak, SAID),
    (about_page._PART_OF_MORE, about_page._may_be_part, SAID),
    (about_page._TO_SELLERS, says(about_page._TO_SELLERS_HAS), SAID),
    (amounts.SPELT_OUT, has(amounts.SPELT_WORDS), SAID),
    (characteristics._NO_TRAIT_WITHIN, has(characteristics._WITHIN_HAS), SAID),
    (facts._SCORED_LOWER, has(facts._LOWER), LOW),
    (facts._ASSIGNED, has(facts._ASSIGNEES), SAID),
    (firmographics._LINK, lambda text: any(map(text.__contains__, firmographics._LINKED)), SAID),
    (furniture._RESERVED, has(["all rights"]), LOW),
    (mail._NOTICE, lambda text: text[:1] in "SsTtDdOoAa-", SAID),
    (points._MARK, lambda text: points._MARKS.search(text) is not None, SAID),
    (phrases._THESE, has(phrases._POINTING), SAID),
    (polarity._EXCEPTION, has(polarity._EXCEPTION_WORDS), SAID),
    (polarity._STRONG_SELLER, polarity._may_be_seller, SAID),
    (polarity._FOUNDED, has(polarity._FOUNDING), SAID),
    (quantities._PART, has(quantities._PART_WORDS), BEFORE_NUMBERS),
    (sorting._INSTRUCTS, has(["you", "let"]), LOW),
    (sorting._OF_SCORES, has(sorting._SCORES), LOW),
    (trimming._ASIDE, has(trimming._ASIDE_HAS), SQUEEZED),
    (trimming._SECOND_CLAUSE, has(trimming._JOINS), SQUEEZED),
    (voice._BUYER_VOICE, lambda text: "I" in text or "my" in text or "My" in text, SAID),
    (voice._JOB_AD, has(voice._HIRING), LOW),
    (voice._OF_SELLING, says(voice._SELLING), LOW),
    (voice._YOU, has(["you"]), LOW),
    (wording._NOTE_ENDS, has([". ", "! "]), SAID),
    *((pattern, has(words), SAID) for _, words, pattern in asides._PATTERNS),
]


@pytest.mark.parametrize(
    ("pattern", "cheap", "lines"), CASES, ids=[pattern.pattern[:40] for pattern, _, _ in CASES]
)
def test_cheap_words_miss_nothing(pattern: re.Pattern[str], cheap: Cheap, lines: list[str]) -> None:
    """What the pattern would find has one of the words."""
    find = pattern.match if pattern is mail._NOTICE else pattern.search
    assert [one for one in lines if not cheap(one) and find(one)] == []


def test_no_amount_begins_far_before_its_first_digit() -> None:
    """Amounts are looked for from a little before the first digit on."""
    for one in [*SAID, "Min. US$ 5 mn", "EUR 20k or more", "about c. 40 heads", "SEK\u00a05 mn"]:
        digit = re.search(r"\d", one)
        start = max(0, digit.start() - amounts.BEFORE_DIGIT) if digit else 0
        near = [found.span() for found in amounts.QUANTITY.finditer(one, start)]
        assert near == [found.span() for found in amounts.QUANTITY.finditer(one)]
