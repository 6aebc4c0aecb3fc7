"""Organisations that are only mentioned put the companies in no industry."""

from __future__ import annotations

import pytest

from octave_api.engine.firmographics import find_firmographics


def industries(text: str) -> list[str]:
    """Give the industries of a line."""
    return [one.value for one in find_firmographics(text) if one.key == "industry"]


@pytest.mark.parametrize(
    "text",
    [
        "The owner needs the bank to agree first",
        "They are audited by an accounting firm every spring",
        "Their customers are paint plants, water utilities and oil refiners",
        "They bill pubs and care homes",
        "Their insurers and banks ask for proof",
        "Guests book through travel agencies and tour operators",
        "Owned by a pension fund",
        "Competes with supermarkets",
        "Deliveries go to hospitals",
    ],
)
def test_whom_they_deal_with_is_no_industry(text: str) -> None:
    """A bank that has to agree makes nobody a bank."""
    assert industries(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our customers are hospitals and schools", ["Healthcare", "Schools"]),
        ("We work with insurers and banks", ["Insurance", "Banking"]),
        ("They are mostly hotels and restaurants", ["Hospitality", "Restaurants"]),
        ("Used by banks and insurers", ["Banking", "Insurance"]),
        ("Built for the hotel industry", ["Hospitality"]),
        ("A construction services company in Leeds", ["Construction"]),
    ],
)
def test_whom_the_seller_serves_is_the_industry(text: str, found: list[str]) -> None:
    """What they are is still read, and "services" of a trade are no second one."""
    assert industries(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Water utilities serving 50k to 2M people",
        "Cities of 20,000+ people",
        "Canteens that feed 500 people",
        "Venues that host 200 to 2,000 people",
    ],
)
def test_whom_they_serve_is_no_staff(text: str) -> None:
    """Inhabitants, guests and eaters are not employed there."""
    assert "employees" not in {one.key for one in find_firmographics(text)}
