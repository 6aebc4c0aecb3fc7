"""Texts as colleagues pass them on: plain lists, mails, transcripts, tables, adverts, pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.contract import PersonaData, SegmentData
from octave_api.engine import Document, Draft, generate
from octave_api.engine.comma_tables import comma_table
from octave_api.engine.dialogue import turns
from octave_api.engine.headings import names_field
from octave_api.engine.items import Item, merge
from octave_api.engine.lines import split_lines
from octave_api.engine.mail import without_envelope
from octave_api.engine.points import points_of
from octave_api.engine.reading import read


def persona(text: str) -> tuple[Draft, PersonaData]:
    draft = generate("persona", [Document(text)], strict=True)
    assert isinstance(draft.data, PersonaData)
    return draft, draft.data


def segment(text: str) -> tuple[Draft, SegmentData]:
    draft = generate("segment", [Document(text)], strict=True)
    assert isinstance(draft.data, SegmentData)
    return draft, draft.data


def said(text: str) -> list[tuple[str, str]]:
    """(nearest heading, text) of every statement."""
    statements = read([Document(text)]).statements
    return [(s.headings[-1] if s.headings else "", s.text) for s in statements]


# Lists without marks

PLAIN = """Bakery shift leads

What keeps them up at night
An oven that stops before four
Flour that arrives a day late because the mill changed its route
Two people calling in sick

Their week
Plans the night shift
Orders flour and yeast
What they want
A quiet Sunday
"""


def test_an_unmarked_line_is_the_heading_of_the_lines_below_it() -> None:
    """A question, a possessive or a field's name opens a list, also in the middle of one."""
    assert said(PLAIN)[-6:] == [
        ("What keeps them up at night", "An oven that stops before four"),
        (
            "What keeps them up at night",
            "Flour that arrives a day late because the mill changed its route",
        ),
        ("What keeps them up at night", "Two people calling in sick"),
        ("Their week", "Plans the night shift"),
        ("Their week", "Orders flour and yeast"),
        ("What they want", "A quiet Sunday"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Their main worries", True),
        ("Goals & needs", True),
        ("Schmerzpunkte", True),
        ("Fear of change", False),
        ("50 employees", False),
        ("Two people calling in sick", False),
    ],
)
def test_a_field_is_named_by_a_whole_line(line: str, names: bool) -> None:
    """A line with more to say than a field's name is no heading."""
    assert names_field(line) is names


def test_lines_that_are_only_wrapped_stay_one_sentence() -> None:
    """Prose broken at its margin is no list."""
    text = "Shift leads in large bakeries plan the night,\nOrder flour and\nkeep the ovens clean."
    assert len(said(text)) == 1


# Points in one line


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("no-shows; staff turnover; waste", ["no-shows", "staff turnover", "waste"]),
        ("fill the room / pay staff fairly", ["fill the room", "pay staff fairly"]),
        (
            "ovens in two halls, orders typed by hand, drivers without a phone",
            ["ovens in two halls", "orders typed by hand", "drivers without a phone"],
        ),
        ("CI / CD", []),
        ("reps spend hours on notes, proposals and updates", []),
        ("bread (rye; wheat)", []),
        ("flour is late, ovens are old, staff is tired", []),
    ],
)
def test_the_points_of_one_line_are_told_apart(line: str, points: list[str]) -> None:
    """Semicolons and slashes part them; commas only where each could stand alone."""
    assert [line[a:b] for a, b in points_of(line, labelled=True)] == points


def test_a_cell_with_several_points_gives_each() -> None:
    """A table's cell that lists three pains is three pains."""
    table = (
        "| Field | Detail |\n|---|---|\n| Persona | Head Baker |\n"
        "| Pains | Ovens differ; nobody cleans; flour is late |\n"
    )
    assert persona(table)[1].pain_points == ["Ovens differ", "Nobody cleans", "Flour is late"]


def test_a_duty_that_sums_up_two_others_is_left_out() -> None:
    """ "Own ovens and coach bakers" says nothing beside its two parts."""
    texts = ["Own the oven plan and coach night bakers", "Own the oven plan", "Coach night bakers"]
    kept = merge([Item(text, "SOURCE", rank=1.0) for text in texts])
    assert [item.text for item in kept] == texts[1:]


# Mails and conversations

MAIL = """From: Ida
To: sales
Subject: who buys ovens?

Hi Jon,

The best buyer is the production manager in a biscuit plant.

Best,
Ida

--
Ida Berg | Account Executive | Ovenly GmbH
"""


def test_only_the_message_of_a_mail_is_read() -> None:
    """Its head, the greeting and the signature are no claims."""
    lines = without_envelope(split_lines(MAIL, 0, len(MAIL)))
    assert [line.text for line in lines if not line.blank] == [
        "The best buyer is the production manager in a biscuit plant."
    ]


def test_a_text_that_is_no_mail_keeps_its_last_lines() -> None:
    """ "Best" above a short line ends a mail only."""
    text = "Goals\n\nSell bread\n\nBest\n\nBakers\n"
    lines = without_envelope(split_lines(text, 0, len(text)))
    assert sum(not line.blank for line in lines) == 4


CALL = """Call with a bakery

[00:01] Rep: Thanks for your time. What is hard about that today?
[00:09] Tom: I'm the production manager here. We throw away one tray in ten.
[00:20] Rep: We have a tool for it!
[00:31] Tom: Fine.
[00:40] Rep: What would a good year be?
[00:44] Tom: No waste on Mondays.
"""


def test_a_question_announces_the_answer_below_it() -> None:
    """Times, speakers and the seller's own words are no claims."""
    assert said(CALL) == [
        ("What is hard about that today?", "I'm the production manager here."),
        ("What is hard about that today?", "We throw away one tray in ten."),
        ("Call with a bakery", "Fine."),
        ("What would a good year be?", "No waste on Mondays."),
    ]
    assert persona(CALL)[0].name == "Production Manager"


def test_fields_with_colons_are_no_conversation() -> None:
    """Labels that name fields are no speakers."""
    text = "Goals: a\nPains: b\nTools: c\nGoals: d\nPains: e\n"
    assert turns(split_lines(text, 0, len(text))) == []


# Tables

ROWS = """Segment,Industry,Employees,Country,Main pain
Mid-size mills,Food manufacturing,50-400,"Spain, Portugal",Flour dust
Biscuit shops,Retail,5-20,France,Returns
"""


def test_a_table_with_commas_is_read_as_one() -> None:
    """Quoted cells stay whole, and a row is one of several segments."""
    lines = [line for line in split_lines(ROWS, 0, len(ROWS)) if not line.blank]
    cells = [[flow.text for flow in cell] for cell in comma_table(ROWS, lines)[1]]
    assert cells[3] == ["Spain, Portugal"]
    draft, data = segment(ROWS)
    assert draft.name == "Mid-size mills"
    assert data.firmographics["employees"] == ["50–400"]
    assert data.firmographics["geography"] == ["Spain", "Portugal"]


def test_a_table_without_a_head_has_its_fields_in_the_first_column() -> None:
    """An empty first row names nothing."""
    table = "| | |\n|---|---|\n| Title | Head Baker, Bakery Manager |\n| Fears | A cold oven |\n"
    _, data = persona(table)
    assert data.common_job_titles == ["Head Baker", "Bakery Manager"]
    assert data.key_concerns == ["A cold oven"]


# Pages

PAGE = """<html><body><h1>Ovens that report themselves</h1>
<p>Ovenly watches ovens for bakeries with 5 to 200 branches<sup>1</sup>.</p>
<div><span>4.2 h</span><p>Saved per baker each week</p></div>
<h3>98 %</h3><p>ovens online</p>
<p><b>1,400</b> shops <b>24/7</b> help</p>
<h2>How we help</h2><ul><li>One list of all ovens[2]</li><li>60 m<sup>2</sup> plans</li></ul>
<p>“So calm.” – Ada Moss, owner, Moss Bread</p>
<p>[2] Survey of 2025.</p></body></html>"""


def test_figures_notes_and_praise_of_a_page_are_no_claims() -> None:
    """Stat cards, footnotes and who signs a testimonial go; a square metre stays."""
    texts = [text for _, text in said(PAGE)]
    assert texts == [
        "Ovenly watches ovens for bakeries with 5 to 200 branches.",
        "One list of all ovens",
        "60 m2 plans",
        "“So calm.”",
    ]


ADVERT = """We are hiring: Bakery Manager (m/f/d)

You will be responsible for four ovens. You plan the night shift and keep us compliant.

Your profile
- Five years of baking

What we offer
- Free bread
- Thirty days of holiday

Apply now with your CV.
"""


def test_an_advertisement_tells_of_the_role_not_of_the_employer() -> None:
    """What is offered and asked for is no claim; "you" becomes the role."""
    _, data = persona(ADVERT)
    assert "Responsible for four ovens" in data.primary_responsibilities
    assert "Keep the company compliant" in data.primary_responsibilities
    assert data.why_we_matter_to_them == []


def test_a_named_persona_stands_for_many() -> None:
    """ "Runa runs" is told of the role, and the name goes to the alias."""
    draft, data = persona(
        "# Meet Runa, Dispatcher\n\nRuna runs the night desk of a bread carrier.\n"
    )
    assert draft.name == "Dispatcher"
    assert draft.internal_name == "Runa the Dispatcher"
    assert data.primary_responsibilities == ["Run the night desk of a bread carrier"]


# Names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Job titles: Architect, Studio Lead, BIM Manager, Site Manager\n\n"
         "BIM managers in large practices\n\nThey keep models.", "BIM Manager"),
        ("The store manager reports waste to the area manager every week.", "Store Manager"),
        ("Loan officers chase papers. Their branch manager signs. Loan officers type.",
         "Loan officer"),
        ("Persona: Head teacher\n\nTitles: Principal, Headmaster, Head of School", "Head teacher"),
    ],
)  # fmt: skip
def test_a_persona_has_the_title_that_the_source_turns_on(text: str, name: str) -> None:
    """A heading or the prose decides, not the first of many titles or a boss."""
    assert persona(text)[0].name == name


# Other languages

GERMAN = """Zielgruppe: Großbäckereien

Branche: Lebensmittelindustrie
Mitarbeiter: 100 bis 1.500
Umsatz: ab 20 Mio. Euro
Region: Deutschland, Österreich

Herausforderungen
- Mehl kommt zu spät
- Die Öfen sind alt

Ausschlusskriterien
- Reine Händler
"""


def test_what_stands_under_german_headings_is_quoted_as_it_is() -> None:
    """Numbers and places are read, nothing is reworded, and the answer says so."""
    draft, data = segment(GERMAN)
    assert draft.name == "Großbäckereien"
    assert data.firmographics["employees"] == ["100–1,500"]
    assert data.firmographics["revenue"] == ["€20M+"]
    assert data.firmographics["geography"] == ["Germany", "Austria"]
    assert "German" in draft.notes[0]
    asked = {q.question: q.fit_type for q in draft.questions}
    assert asked["Would they recognise this problem: “Mehl kommt zu spät”?"] == "GOOD"
    assert asked["Does this hold for them: “Reine Händler”?"] == "BAD"


def test_a_french_duty_is_quoted() -> None:
    """The title, its duties and its pains are found by their headings."""
    draft, data = persona(
        "La directrice financière d'une PME suit les comptes.\n\nResponsabilités\n"
        "- Établir le budget des boulangeries\n\nDéfis\n- Les factures arrivent en retard\n"
    )
    assert draft.name == "Directrice Financière"
    assert data.primary_responsibilities == ["Établir le budget des boulangeries"]
    assert data.pain_points == ["Les factures arrivent en retard"]


# Segments

OFFER = """<html><body><h1>Shifts without phone calls</h1><a>Book a demo</a>
<p>Rosta plans shifts for bakeries. Rosta helps your planners.</p>
<h2>The problem</h2><p>Planners lose a day a week to copying lists between tools.</p>
<h2>Built for</h2><ul><li>Industrial bakeries in Spain</li><li>Catering groups</li></ul>
<p>Start your free trial</p></body></html>"""


def test_why_a_segment_fits_is_said_in_sentences() -> None:
    """The list of customers becomes one sentence, and the pain the reason; both are cited."""
    draft, data = segment(OFFER)
    assert data.fit_explanation.startswith(
        "Made for industrial bakeries in Spain and catering groups. "
    )
    assert "There, planners lose a day a week" in data.fit_explanation
    claims = [c for c in draft.claims if c.pointer == "/data/fitExplanation"]
    assert claims
    assert all(c.quote and OFFER[c.start : c.end] == c.quote for c in claims)


@pytest.mark.parametrize(
    "line",
    [
        "Bank account statements take two days to reconcile",
        "They report to the bank every month",
        "Invoices from law firms are paid late",
    ],
)
def test_whom_somebody_deals_with_is_not_the_market(line: str) -> None:
    """A bank account, a bank that gets reports and a supplier are no industry."""
    assert segment(line)[1].firmographics["industry"] == []


@given(st.text(alphabet='ab,;"\t\n:?[]0123 QAR', max_size=200))
@settings(max_examples=60)
def test_any_text_is_read_with_its_exact_places(text: str) -> None:
    """Tables, conversations and mails never lose the way back to the source."""
    for one in read([Document(text)]).statements:
        assert 0 <= one.start < one.end <= len(text)
