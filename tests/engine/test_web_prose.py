"""Pages copied from the web: prose about a role or a trade, with what stands around it."""

from __future__ import annotations

import pytest

from octave_api.contract import Kind
from octave_api.engine import Document, Draft, generate
from octave_api.engine.asides import find_asides
from octave_api.engine.furniture import entitles_a_page
from octave_api.engine.joined_verbs import rest_of
from octave_api.engine.own_name import without_subject
from octave_api.engine.trimming import trim
from octave_api.engine.wording import line, shorten

ROLE = """Duties and Skills of a Port Manager

The Port Manager keeps vessels moving safely in and out of port.

Career Path

Entry Point From:

- Deck Officer
- Pilot Boat Skipper

Promotion To:

- Port Director

Main Duties

- Assign berths and moorings to arriving vessels
- Issue notices on depth, weather and closed channels
"""


def read(kind: Kind, text: str) -> Draft:
    """Read one text as one entity."""
    return generate(kind, [Document(text)])


def test_titles_of_a_career_are_not_the_personas() -> None:
    """Where somebody comes from and may go to is not who they are."""
    draft = read("persona", ROLE)
    titles = draft.data.common_job_titles  # type: ignore[union-attr]
    assert "Port Manager" in titles
    assert not {"Deck Officer", "Pilot Boat Skipper", "Port Director"} & set(titles)


def test_a_heading_may_stand_without_blank_lines() -> None:
    """A page copied with a line for each paragraph keeps its headings."""
    long = (
        "Small breweries fill kegs by hand and write the batch numbers on a board in the cellar. "
    )
    text = "\n".join(
        [
            long + "Nobody knows in the evening how much was filled.",
            "What Brewery Planning Software Actually Does",
            long + "It counts the kegs and keeps the batch numbers for the inspector.",
        ]
    )
    assert "Actually Does" not in repr(read("segment", text))


@pytest.mark.parametrize(
    "heading",
    ["What Dairy Software Does", "Harbour Case Study", "Why Bakers Switch", "A guide to kegs"],
)
def test_what_entitles_a_page_names_no_market(heading: str) -> None:
    """A question or the kind of a page is no name of a segment."""
    assert entitles_a_page(heading)


@pytest.mark.parametrize("heading", ["Regional bakeries", "Dental groups in Ohio"])
def test_a_market_may_be_a_heading(heading: str) -> None:
    """A heading that says which companies is kept."""
    assert not entitles_a_page(heading)


@pytest.mark.parametrize(
    "text",
    [
        "Stock data needs to be kept for ten years.",
        "It gives them the rooms they need to work well.",
        "You need to talk to the head baker first.",
        "Verification now needs to happen before the visit.",
    ],
)
def test_things_and_readers_have_no_aims(text: str) -> None:
    """What a thing needs, or the reader, is no aim of the buyer."""
    assert [one for one in find_asides(text) if one.field == "keyObjectives"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Port directors need to cut waiting times.",
        "They want it, because they need to fill berths.",
    ],
)
def test_people_have_aims(text: str) -> None:
    """People who need something say what they are after."""
    assert [one.field for one in find_asides(text)] == ["keyObjectives"]


def test_verbs_that_share_an_object_stay_together() -> None:
    """ "use forecasts to find and sign lots" is not cut after "find"."""
    text = "use old tide tables to find and reserve free berths"
    assert rest_of(text, "use", "use", "base").endswith("find and reserve free berths")


def test_a_list_that_says_what_a_vague_word_means_stays() -> None:
    """ "factors such as …" says nothing without what follows."""
    text = (
        "Choose pilots based on a mix of factors such as rank, vessel size, weather and "
        "night work in the winter months"
    )
    assert "such as rank" in shorten(text)


def test_no_adverb_is_left_without_its_verb() -> None:
    """ "…, frequently resulting in delays" goes as a whole."""
    said = trim("Berth plans are hard to follow, frequently resulting in delays and angry captains")
    assert said == "Berth plans are hard to follow"


@pytest.mark.parametrize(
    ("said", "worded"),
    [
        (
            "They’re also responsible for keeping the channel open",
            "Responsible for keeping the channel open",
        ),
        ("They are tasked with choosing and booking tugs", "Choosing and booking tugs"),
        ("In addition, they assign berths to arriving ships", "Assign berths to arriving ships"),
        (
            "This role includes a wide range of tasks, such as booking tugs and checking buoys",
            "Booking tugs and checking buoys",
        ),
    ],
)
def test_what_only_leads_in_goes(said: str, worded: str) -> None:
    """A line of a list begins with what it says."""
    assert line(said, own_voice=False) == worded


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Port managers are responsible for the channel", "responsible for the channel"),
        ("Overall, port managers are tasked with keeping it open", "keeping it open"),
        ("Port managers also assign berths", "assign berths"),
        (
            "Port managers spend much of their week on the phone",
            "spend much of their week on the phone",
        ),
    ],
)
def test_a_duty_begins_without_who_does_it(said: str, left: str) -> None:
    """The title at the start of a duty goes, and nothing else of the sentence."""
    assert without_subject(said) == left


def test_praise_of_a_role_is_no_gain_from_the_seller() -> None:
    """ "The port manager is essential" says nothing of what is sold."""
    draft = read(
        "persona",
        "A port manager plays a large part in every harbour. The port manager keeps the channel "
        "open. In summary, the port manager is essential for safe trade. By hiring well, the port "
        "manager helps improve both safety and trade in the harbour.",
    )
    assert draft.data.why_we_matter_to_them == []  # type: ignore[union-attr]


def test_what_a_product_does_is_nobodys_duty() -> None:
    """Under "What it does" stands the product's work."""
    text = (
        "# Berth planning\n\nBook a demo.\n\n## What it does\n\nHandles requests for berths and "
        "sends tide warnings.\n\nHarbour masters and port managers lose hours on the phone.\n"
    )
    draft = read("persona", text)
    assert "tide warnings" not in repr(draft.data)


def test_a_reason_of_three_words_is_no_explanation() -> None:
    """ "because nobody came" needs its sentence."""
    text = "Regional ports call the pilot three times because nobody came. They wait for hours."
    assert "Nobody came" not in repr(read("segment", text).data)


def test_sources_in_brackets_are_no_text() -> None:
    """A reference with its address, or "(Source: …)", stands in no answer."""
    text = (
        "# Regional ports\n\nPains:\n- Six in ten ships wait a day [Tide Consulting Group, 2021 "
        "report – https://tide.example/report]\n"
        "- Pilots are booked by phone (Source: own survey, 2022)\n"
    )
    shown = repr(read("segment", text).data)
    assert "Tide Consulting" not in shown
    assert "Source:" not in shown
    assert "Consulting" not in repr(read("segment", text).data.firmographics)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The pilots handle all of these tasks at night.",
        "Each one has a board of its own in the cellar.",
        "Maybe it is a board that nobody reads.",
    ],
)
def test_what_points_back_is_not_told_alone(text: str) -> None:
    """A sentence that leans on a list before it is no point of its own."""
    draft = read("persona", f"The port pilot works shifts in a small harbour. {text}")
    assert text[:20] not in repr(draft.data)


def test_many_places_are_counted() -> None:
    """A description names three of many countries and says how many more there are."""
    text = "Regional ports with 40 staff in Norway, Sweden, Denmark, Finland, Iceland and Estonia."
    assert "Norway, Sweden, Denmark and 3 other places" in read("segment", text).description


def test_customers_of_a_product_name_the_segment() -> None:
    """Where no size or trade is said, those who are customers already give the name."""
    text = "Ideal customer:\n\n- Tidelog customers looking to add a second site\n"
    assert read("segment", text).name == "Tidelog customers"


def test_an_explanation_holds_no_markup() -> None:
    """What is quoted in a sentence comes without its asterisks."""
    text = "We build Tidelog for the people who run **small harbours** in *cold* places.\n"
    assert "*" not in read("segment", text).data.fit_explanation  # type: ignore[union-attr]


def test_a_law_is_not_had() -> None:
    """A trigger in the law is asked by whom it affects."""
    text = "Segment: family bakeries\nTriggers: new food law\nSize: 20-80 staff\n"
    asked = [one.question for one in read("segment", text).questions]
    assert "Are they affected by new food law?" in asked


def test_who_buys_is_no_trait() -> None:
    """ "Who buys: owner; head baker recommends" names people and how they decide."""
    text = "Segment: family bakeries\nWho buys: owner; head baker recommends\nSize: 20-80 staff\n"
    draft = read("segment", text)
    assert "recommends" not in repr(draft.data.firmographics)  # type: ignore[union-attr]
    assert "Owner" not in repr(draft.data.firmographics)  # type: ignore[union-attr]


def test_what_belongs_to_firms_is_no_firm() -> None:
    """ "retailers' own stores" keeps its apostrophe and its number."""
    text = "Segment: family bakeries\nSize: 20-80 staff\nNot for: retailers' own stores\n"
    asked = [one.question for one in read("segment", text).questions]
    assert "Are they retailers' own stores?" in asked


def test_the_trade_of_the_title_is_asked() -> None:
    """What a page is about is asked, though its list names more facts than there is room for."""
    text = (
        "# Bakeries that outgrew paper\n\n## Who we look for\n\n- Sector: bakeries in retail, "
        "catering and wholesale\n- Region: Norway and Sweden\n- Employees: 50 to 500\n"
        "- Revenue: $5M to $60M\n\n## Qualifying questions\n\n- Does closing a month take more "
        "than ten working days?\n- Is the order book kept on paper?\n"
    )
    asked = [one.question for one in read("segment", text).questions]
    assert "Is it a bakery?" in asked


def test_what_is_meant_instead_stays_beside_it() -> None:
    """ "…, not warehouse staff" says which, and is no second sort."""
    text = "Segment: bakeries\n\n## Not for\n\n- Chains that plan shop staff, not bakery staff\n"
    asked = " ".join(one.question for one in read("segment", text).questions)
    assert " or not " not in asked


def test_a_list_is_not_cut_at_a_trade_that_ends_in_ing() -> None:
    """ "banking, trading, and …" is one list; a line never ends within it."""
    text = (
        "Tidelog makes open planning software for ports, helping shipping, trading, and other "
        "companies by the sea get their vessels in and out of the harbour without any waiting"
    )
    assert not shorten(text).endswith("shipping")
