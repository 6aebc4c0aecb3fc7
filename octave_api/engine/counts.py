"""
Counts that size a company in its own trade: locations, beds, vehicles, chairs.

Heads and money are `firmographics`; these are what a restaurant chain or a hospital counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from octave_api.engine.polarity import Polarity

_NUMBER = r"\d{1,3}(?:[,.]\d{3})+|\d{1,7}k?"
_THING = (
    r"locations|sites|caregivers|carers|stores|shops|outlets|branches|offices|pharmacies"
    r"|restaurants|hotels|clinics|practices|"
    r"beds|rooms|tables|chairs|vehicles|trucks|vans|lorries|drivers|machines|plants|factories|"
    r"warehouses|lawyers|attorneys|physicians|doctors|nurses|dentists|consultants|developers|"
    r"engineers|students|pupils|patients|members|residents|units|apartments|properties|doors|"
    r"hospitals|wards|depots|yards|terminals|kitchens|salons|gyms|cafes|cafés|centers|centres|"
    r"vets|veterinarians|cleaners|technicians|pharmacists|vessels|ships|aircraft|turbines|wells"
    r"|hectares|acres|cows|jobs|"
    r"homes|venues|seats|instructors|instruments|adjusters|lanes|screens|pools|courts|berths"
    r"|pitches|moorings|wharves|boats|cars|bikes|scooters|buses|coaches|trains|"
    r"wagons|trailers|forklifts|cranes|mines|quarries|mills|kilns|presses|ovens|silos|greenhouses"
    r"|farms|vineyards|orchards|hives|sheep|pigs|"
    r"parcels|pallets|pallet positions|bays|lockers|libraries|museums|churches|parishes|households"
    r"|tenants|schemes|"
    r"SKUs|agents|sales reps|reps|campuses|schools|facilities|providers|subscribers"
)
_NO_SIZE = (
    r"(?:years|months|weeks|days|hours|minutes|seconds|points|persons|employees|users|euros|dollars"
    r"|pounds|millions|steps|questions|items|things|times|others|options|tools|features|ways"
    r"|reasons"
    r"|emails|heads|souls|workers|colleagues|ftes|calls|meetings|clicks|deals|slides|pages|words"
    r"|lines|stars|inhabitants|degrees)\b"
)
_ADDED = r"(?:more|extra|additional|another|other|new|further)\b"
_COUNT = re.compile(
    rf"(?i)(?<![\w$€£.,-])(?:(?:between\s+)?(?P<low>{_NUMBER})\s*(?:-|–|to"
    rf"|and)\s*(?P<high>{_NUMBER})|"
    rf"(?P<over>more than|over|above)\s+(?P<more>{_NUMBER})|"
    rf"(?P<under>fewer than|less than|under|up to|at most)\s+(?P<fewer>{_NUMBER})|"
    rf"(?:at least\s|a minimum of\s|>=|≥)\s*(?P<least>{_NUMBER})|"
    rf"(?P<open>{_NUMBER})\s*(?:\+|or more))\s+(?P<thing>(?:(?!{_ADDED})[a-z]+\s+)?(?:{_THING}))\b"
)

_COUNTED = re.compile(
    rf"(?i)\b(?:with|of|run|runs|operate|operates|own|owns"
    rf"|between) (?:between\s+)?(?P<low>{_NUMBER})"
    rf"\s*(?:-|–|to|and)\s*(?P<high>{_NUMBER}) (?P<thing>(?!{_NO_SIZE})[a-z]{{3,}}s)\b"
)
"""What a trade that no table knows counts: "plants with 8 to 120 mixers"."""
_OPENING = re.compile(
    rf"(?:^|[,;:] )(?:approx\.? |about |around |~ ?)?(?P<low>{_NUMBER})\s*(?:-|–|to)\s*"
    rf"(?P<high>{_NUMBER}) (?P<thing>(?!{_NO_SIZE})[a-z]{{3,}}s)(?=\s*(?:$|[,;.]))"
)
"""What stands as a point of its own: "1-6 halls, 15-120 employees"."""
_OPEN_ENDS = (" or more", " and up", " and above", " or larger")
_OPEN = re.compile(
    rf"(?i)(?<![\w$€£.,-])(?P<low>)(?P<more>)(?P<fewer>)(?P<least>)(?P<open>{_NUMBER})"
    rf" (?P<thing>(?:(?!{_ADDED})[a-z]+\s+)?(?:{_THING})) (?:or more|and (?:up|above)|or larger)\b"
)
"""A bound behind what is counted: "6 sites or more"."""
_THINGS = re.compile(rf"(?i)(?:number of |no\. of )?(?:[a-z]+ )?(?:{_THING})")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Count:
    """One count, worded for a sentence ("10 to 50 locations"); `text[start:end]` says it."""

    text: str
    start: int
    end: int


def find_counts(text: str, context: str = "") -> tuple[Count, ...]:
    """
    Find counts with a bound: "10-50 locations", "more than 500 beds", "20+ lawyers".

    `context` is the headings above; what is ruled out is left out.
    """
    return _counted(text, context) if _DIGIT.search(text) else ()


def _find(text: str, context: str) -> Iterator[Count]:
    polarity: Polarity | None = None
    found = list(_COUNT.finditer(text))
    if not found and any(map(text.__contains__, _OPEN_ENDS)):
        found = list(_OPEN.finditer(text))
    found = found or [one for one in _COUNTED.finditer(text) if one.start()]
    found = found or list(_OPENING.finditer(text))
    for match in found:
        polarity = polarity or Polarity(text, context)
        digit = _DIGIT.search(text, match.start())
        if polarity.negated(digit.start() if digit else match.start(), match.end()):
            continue
        thing = " ".join(match["thing"].split())
        if match["low"]:
            amount = f"{match['low']} to {match['high']}"
            if match.re is not _COUNT:
                yield Count(f"{amount} {thing}", match.start("low"), match.end())
                continue
        elif match["more"]:
            amount = f"more than {match['more']}"
        elif match["fewer"]:
            few = "at most" if match["under"].lower() in ("up to", "at most") else "fewer than"
            amount = f"{few} {match['fewer']}"
        else:
            amount = f"at least {match['least'] or match['open']}"
        yield Count(f"{amount} {thing}", match.start(), match.end())


# What a line says beside its facts and counts is read off both again.
_counted = lru_cache(maxsize=512)(lambda text, context: tuple(_find(text, context)))


def counted_by(text: str, label: str) -> str:
    """Give the count of a bare number under what it counts: "40 - 900" under "Hectares"."""
    if not _DIGIT.match(text) or not _THINGS.fullmatch(label.strip()):
        return ""
    thing = label.strip().lower().removeprefix("number of ").removeprefix("no. of ")
    whole = f"{text.strip()} {thing}"
    found = find_counts(whole)
    return found[0].text if found and found[0].end == len(whole) else ""
