"""
Counts that size a company in its own trade: locations, beds, vehicles, chairs.

Heads and money are `firmographics`; these are what a restaurant chain or a hospital counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[,.]\d{3})+|\d{1,7}k?"
_THING = (
    r"locations|sites|stores|shops|outlets|branches|offices|restaurants|hotels|clinics|practices|"
    r"beds|rooms|tables|chairs|vehicles|trucks|vans|lorries|drivers|machines|plants|factories|"
    r"warehouses|lawyers|attorneys|physicians|doctors|nurses|dentists|consultants|developers|"
    r"engineers|students|pupils|patients|members|residents|units|apartments|properties|doors|"
    r"SKUs|agents|sales reps|reps|campuses|schools|facilities|providers|subscribers"
)
_COUNT = re.compile(
    rf"(?i)(?<![\w$€£.,-])(?:(?:between\s+)?(?P<low>{_NUMBER})\s*(?:-|–|to|and)\s*(?P<high>{_NUMBER})|"
    rf"(?P<over>more than|over|above)\s+(?P<more>{_NUMBER})|"
    rf"(?P<under>fewer than|less than|under|up to|at most)\s+(?P<fewer>{_NUMBER})|"
    rf"(?:at least|a minimum of)\s+(?P<least>{_NUMBER})|"
    rf"(?P<open>{_NUMBER})\s*(?:\+|or more))\s+(?P<thing>(?:[a-z]+\s+)?(?:{_THING}))\b"
)


@dataclass(frozen=True, slots=True)
class Count:
    """One count, worded for a sentence ("10 to 50 locations"); `text[start:end]` says it."""

    text: str
    start: int
    end: int


def find_counts(text: str) -> Iterator[Count]:
    """Find counts with a bound: "10-50 locations", "more than 500 beds", "20+ lawyers"."""
    for match in _COUNT.finditer(text):
        thing = " ".join(match["thing"].split())
        if match["low"]:
            amount = f"{match['low']} to {match['high']}"
        elif match["more"]:
            amount = f"more than {match['more']}"
        elif match["fewer"]:
            few = "at most" if match["under"].lower() in ("up to", "at most") else "fewer than"
            amount = f"{few} {match['fewer']}"
        else:
            amount = f"at least {match['least'] or match['open']}"
        yield Count(f"{amount} {thing}", match.start(), match.end())
