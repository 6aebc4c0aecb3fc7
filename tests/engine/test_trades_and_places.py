"""Trades, places and sizes as small firms of every kind write them."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.firmographics import find_firmographics


def said(text: str, key: str, context: str = "") -> list[str]:
    """Give the values of one key, those that are ruled out in brackets."""
    found = [one for one in find_firmographics(text, context) if one.key == key]
    return [f"({one.value})" if one.negated else one.value for one in found]


def asked(text: str) -> list[str]:
    """Give the questions of a segment that is generated from a text."""
    return [one.question for one in generate("segment", [Document(text)]).questions]


@pytest.mark.parametrize(
    ("firms", "industry"),
    [
        ("trout farms", "Aquaculture and fishing"),
        ("tree nurseries", "Horticulture"),
        ("harbour authorities", "Ports and harbours"),
        ("cemeteries", "Funeral services"),
        ("crematoria", "Funeral services"),
        ("safari parks", "Zoos and attractions"),
        ("art museums", "Museums and the arts"),
        ("livery yards", "Equestrian"),
        ("boarding kennels", "Pet services"),
        ("dry cleaners", "Laundry and textile services"),
        ("day nurseries", "Childcare"),
        ("tool hire firms", "Equipment rental"),
        ("tractor dealers", "Agricultural machinery"),
        ("brickyards", "Building materials"),
        ("notary offices", "Notaries"),
        ("bailiff firms", "Legal services"),
        ("homeless shelters", "Nonprofit"),
        ("sugar refineries", "Food and beverage"),
        ("cable makers", "Manufacturing"),
        ("Zahnarztpraxen", "Dental practices"),
    ],
)
def test_small_trades_are_known(firms: str, industry: str) -> None:
    """A trade has the industry that its people would name."""
    assert said(f"We sell to {firms} with 20 to 90 staff.", "industry") == [industry]


@pytest.mark.parametrize(
    "text",
    [
        "EDI with manufacturers",
        "an interface to dental labs",
        "contracts with hospitals",
        "She harbours doubts about it",
        "slower moving companies",
        "We met in the pub.",
        "When the courier is late, nobody tells the shop.",
        "the decision makers",
    ],
)
def test_other_parties_and_verbs_are_no_trade(text: str) -> None:
    """Whom they deal with, and a word that only looks like a firm, is not what they are."""
    assert said(text, "industry") == []


def test_a_firm_that_the_source_names_is_asked_for_by_its_name() -> None:
    """ "Salmon farms" are asked for as such, not as a sector."""
    assert "Is it a salmon farm?" in asked("We sell to salmon farms in Norway.")
    assert "Is it an OEM or a hospital?" in asked("Industries: OEMs, hospitals")


def test_a_key_names_trades_and_places_that_no_table_has() -> None:
    """The value of "Sector" or "Location" stands as it is written."""
    assert said("Piano tuning, truffle hunting", "industry", "Sector") == [
        "Piano tuning",
        "Truffle hunting",
    ]
    assert said("Wexcombe and Little Marl", "geography", "Where") == ["Wexcombe", "Little Marl"]
    assert said("Remote, not fixed", "geography", "Location") == []
    assert said("We are open to any", "industry", "Industry") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bus firms in Hamburg, Bremen and Kiel", ["Hamburg", "Bremen", "Kiel"]),
        ("EMEA ex Russia", ["EMEA", "(Russia)"]),
        ("Europe (ex-UK)", ["Europe", "(United Kingdom)"]),
        ("anywhere in the EU but Germany", ["European Union", "(Germany)"]),
        ("sheds along the M18 corridor", ["M18 corridor"]),
        ("roofers in northern Italy", ["Northern Italy"]),
        ("dental groups in the tri-state area", ["Tri-state area"]),
        ("within 40 miles of Leeds", ["Within 40 miles of Leeds"]),
        ("not in the US", ["(United States)"]),
        ("after the Antwerp fair", []),
    ],
)
def test_places_are_read_as_people_write_them(text: str, places: list[str]) -> None:
    """Cities, parts of countries, corridors, and what is taken out of a wider place."""
    assert said(text, "geography") == places


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("420 ppl about", "about 420"),
        ("approx 60-80 heads", "about 60 to 80"),
        ("c. 300 FTE", "about 300"),
        ("about forty people", "about 40"),
        ("50 or so employees", "about 50"),
        ("250ish people", "about 250"),
        ("a couple of hundred employees", "about 200"),
        ("a hundred and twenty staff", "120"),
        ("thirty-five employees", "35"),
        ("500 odd staff", "about 500"),
        ("an average of 6 people", "about 6"),
        ("50 bis 400 Mitarbeitern", "50 to 400"),
        ("between five hundred and five thousand employees", "500 to 5,000"),
    ],
)
def test_vague_sizes_stay_vague(text: str, size: str) -> None:
    """What is about so many is shown so."""
    assert said(text, "employees") == [size]


def test_a_crew_is_a_headcount_and_a_place_in_the_title_counts() -> None:
    """ "Crew of 80-700", and the countries in the first heading."""
    assert said("Crew of 80-700.", "employees") == ["80 to 700"]
    draft = generate(
        "segment", [Document("# Bakeries (Belgium / Luxembourg)\n\n- 5 to 35 staff\n")]
    )
    assert "Is it based or active in Belgium or Luxembourg?" in [
        one.question for one in draft.questions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "with 5-40 clinics",
        "retailers' own stores",
        "laundries that wash for hotels",
    ],
)
def test_what_firms_run_and_whom_they_serve_is_no_trade_of_theirs(text: str) -> None:
    """A count of clinics, another's stores and the guests of a laundry name nobody's trade."""
    assert not {"Healthcare", "Retail", "Hospitality"} & set(said(text, "industry"))


def test_who_pays_is_not_where_they_are() -> None:
    """ "Support from the EU" puts nobody there; two firms joined are each asked for."""
    found = generate("segment", [Document("# Cold stores\n\n- investment support from the EU\n")])
    assert "EU" not in found.description
    assert "Is it a glazier or a roofer?" in asked("Industry: glaziers & roofers")


def test_a_trade_and_its_model_are_asked_once() -> None:
    """ "SaaS companies" is a trade and a business model; one question asks for both."""
    draft = generate("segment", [Document("VP of Engineering at mid-market SaaS companies.")])
    asked = [one.question for one in draft.questions if "SaaS" in one.question]
    assert asked == ["Is it a SaaS company?"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Theatres in NL, BE and western Germany", ["Netherlands", "Belgium", "Western Germany"]),
        ("DE/AT/CH only", ["Germany", "Austria", "Switzerland"]),
        ("Based in the UK & IE", ["United Kingdom", "Ireland"]),
        ("Our SE and DE teams", []),
        ("Based in CA or NY", []),
    ],
)
def test_several_codes_in_a_list_are_countries(text: str, places: list[str]) -> None:
    """One alone may mean anything."""
    assert said(text, "geography") == places
