"""What is read of industries, places, sizes, models and tools, and what is known of markets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.firmographics import Fact, find_firmographics, industry, seller_side
from octave_api.engine.markets import industries, market, size_market
from octave_api.engine.roles import Typical


def said(text: str, context: str = "", key: str = "") -> list[str]:
    """Give the values read from a text, "-" before those ruled out; of one key, if given."""
    facts = find_firmographics(text, context)
    assert all(text[fact.start : fact.end].strip() for fact in facts)
    return [("-" if f.negated else "") + f.value for f in facts if key in ("", f.key)]


EMPLOYEES = [
    ("15-500 employees", ["15 to 500"]),
    ("Companies with between 50 and 200 people", ["50 to 200"]),
    ("100 to 1,000 FTEs", ["100 to 1,000"]),
    ("500+ employees", ["500+"]),
    ("At least 50 employees.", ["50+"]),
    ("Greater than 500 employees", ["500+"]),
    ("More than 1.000 employees in Germany", ["1,000+"]),
    ("Headcount over 2 000", ["2,000+"]),
    ("under 50 employees", ["under 50"]),
    ("fewer than 20 staff", ["under 20"]),
    ("Up to 250 employees", ["up to 250"]),
    ("no more than 500 employees", ["up to 500"]),
    ("not less than 40 employees", ["40+"]),
    ("500 or more employees", ["500+"]),
    ("250 employees or fewer", ["up to 250"]),
    ("50-plus employees", ["50+"]),
    ("10k+ employees", ["10,000+"]),
    ("between 1k and 5k employees", ["1,000 to 5,000"]),
    ("a 200-person company", ["200"]),
    ("a 30–60 person firm", ["30 to 60"]),
    ("Employees: 200-500", ["200 to 500"]),
    ("Employee count 50–250", ["50 to 250"]),
    ("Workforce of around 3,000", ["about 3,000"]),
    ("firms that employ between 20 and 80 people", ["20 to 80"]),
    ("employs 400+ across two sites", ["400+"]),
    ("companies with more than one thousand employees", ["1,000+"]),
    ("a hundred employees or more", ["100+"]),
    ("Mid-size firms (50–500 employees)", ["50 to 500"]),
    ("headcount ≥ 100", ["100+"]),
    ("Company size: 11-50", ["11 to 50"]),
    ("A startup with a team of 20 to 50 people", ["20 to 50"]),
    ("200 full-time employees", ["200"]),
    ("1k to 10k engineers", []),
    ("5+ quota-carrying reps", []),
    ("2,000 customers in 40 countries", []),
    ("Companies founded 2015-2022", []),
    ("manages 20 people", []),
    ("200 people in sales", []),
    ("a sales team of 10 people", []),
    ("10 hours per employee", []),
    ("hired 40 people last year", []),
    ("20,000 people attend the event", []),
    ("Step 3: employees log in", []),
    ("401 errors for staff", []),
    ("24/7 staff on call", []),
    ("100 seats at $20 per employee", []),
    ("One in 5 employees leaves", []),
    ("between five hundred and five thousand employees", ["500 to 5,000"]),
    ("5000 employees+", ["5,000+"]),
    ("SMB (1-100 employees), Enterprise (1,000+)", ["1 to 100", "1,000+"]),
    ("200–2,000 employees (sweet spot 500–1,000)", ["200 to 2,000", "500 to 1,000"]),
    ("10 to 100 developers", []),
    ("a 200+ seat contact center", []),
]


@pytest.mark.parametrize(("text", "values"), EMPLOYEES)
def test_heads_are_read_and_other_counts_are_not(text: str, values: list[str]) -> None:
    """Ranges, bounds and words of comparison give heads; engineers, seats and years do not."""
    assert said(text, key="employees") == values


REVENUE = [
    ("Greater than $500 million in annual revenue.", ["$500M+ a year"]),
    ("$10M-$50M ARR", ["$10M to $50M a year"]),
    ("$10-50M in revenue", ["$10M to $50M a year"]),
    ("€20m turnover", ["€20M a year"]),
    ("annual turnover of at least £5 million", ["£5M+ a year"]),
    ("revenue above 100 MUSD", ["$100M+ a year"]),
    ("Revenue: 10M–50M EUR", ["€10M to €50M a year"]),
    ("100 million SEK in turnover", ["SEK 100M a year"]),
    ("$100k+/month in revenue", ["$1.2M+ a year"]),
    ("MRR of $50k+", ["$600k+ a year"]),
    ("monthly revenue over $20k", ["$240k+ a year"]),
    ("brands doing $1M+ per month", ["$12M+ a year"]),
    ("If their revenue is between $1m and $50m they fit", ["$1M to $50M a year"]),
    ("Annual revenue > $10M", ["$10M+ a year"]),
    ("less than $2 million in yearly sales", ["under $2M a year"]),
    ("$2B+ in annual revenue", ["$2B+ a year"]),
    ("up to USD 5 million revenue", ["up to $5M a year"]),
    ("Series B companies past $5M ARR", ["$5M a year"]),
    ("raised $20M", []),
    ("a $50k deal size", []),
    ("budget over $50k", []),
    ("a $500 a month plan", []),
    ("increase revenue by $5M", []),
    ("lost $3M in revenue", []),
    ("saves $200k a year", []),
    ("adds $2M in revenue", []),
    ("$40 per seat", []),
    ("a $1B market", []),
    ("revenue operations team of 12", []),
    ("grow revenue 20% in 2024", []),
    ("a Series A of $12 million", []),
    ("ARR: $1–10M", ["$1M to $10M a year"]),
    ("revenue > 10M€", ["€10M+ a year"]),
    ("at least $1 million in GMV", []),
    ("ACV of $30k+", []),
]


@pytest.mark.parametrize(("text", "values"), REVENUE)
def test_revenue_is_read_and_other_money_is_not(text: str, values: list[str]) -> None:
    """Money counts beside a word for revenue, a month times twelve; funding and prices do not."""
    assert said(text, key="revenue") == values


def test_numbers_come_with_their_bounds_and_unit() -> None:
    """Low and high are numbers a year, None where open, with the currency's sign."""
    (fact,) = find_firmographics("$100k+/month in revenue")
    assert (fact.low, fact.high, fact.unit) == (1_200_000, None, "$")
    (fact,) = find_firmographics("under 50 employees")
    assert (fact.low, fact.high, fact.unit) == (None, 50, "")


INDUSTRY = [
    ("Automotive, Pharma, Renewable energy", ["Automotive", "Pharmaceuticals", "Renewable energy"]),
    (
        "Electronics, Semiconductor, Chemical, Oil & Gas",
        ["Electronics", "Semiconductors", "Chemicals", "Oil and gas"],
    ),
    (
        "Food & Beverage, Mining, Water & Wastewater",
        ["Food and beverage", "Mining", "Water and wastewater"],
    ),
    ("Manufacturing or industrial company", ["Manufacturing"]),
    ("Health care", ["Healthcare"]),
    ("We help banks and insurers", ["Banking", "Insurance"]),
    ("retail and logistics companies", ["Retail", "Logistics"]),
    ("The retail, energy and logistics sectors", ["Retail", "Energy", "Logistics"]),
    ("law firms and 3PLs", ["Legal services", "Logistics"]),
    ("CPG brands", ["Consumer goods"]),
    ("fintechs and insurtechs", ["Financial technology", "Insurance technology"]),
    ("med device makers", ["Medical devices"]),
    ("A hospital with 200 beds", ["Healthcare"]),
    ("a bank that moves to the cloud", ["Banking"]),
    ("universities and school districts", ["Higher education", "Schools"]),
    ("edtech startups", ["Education technology"]),
    ("software vendors", ["Software"]),
    ("B2B SaaS", ["Software"]),
    ("healthcare software companies", ["Health technology"]),
    ("works in insurance", ["Insurance"]),
    ("Hotels, restaurants and airlines", ["Hospitality", "Restaurants", "Airlines and aviation"]),
    ("industries such as retail, media and energy", ["Retail", "Media", "Energy"]),
    ("logistics providers", ["Logistics"]),
    ("marketing agencies", ["Agencies"]),
    ("federal agencies and municipalities", ["Government"]),
    ("charities and NGOs", ["Nonprofit"]),
    ("construction firms", ["Construction"]),
    ("general contractors and architects", ["Construction"]),
    ("MSPs serving dental practices", ["IT services", "Dental practices"]),
    ("Telcos", ["Telecommunications"]),
    ("online retailers", ["E-commerce"]),
    ("wholesalers", ["Wholesale and distribution"]),
    ("game studios", ["Gaming"]),
    ("He banks on data", []),
    ("to bank on it", []),
    ("the retail price", []),
    ("media queries in the stylesheet", []),
    ("read the insurance policy", []),
    ("a bank account", []),
    ("a memory bank", []),
    ("invest in technology and security", []),
    ("save time and energy", []),
    ("our software is easy", []),
    ("the power of data", []),
    ("a legal review", []),
    ("customer education", []),
    ("the design of the game", []),
    ("supply chain delays", []),
    ("social media posts", []),
    ("mining data for insights", []),
    ("manufacturing defects", []),
    ("sports a new look", []),
    ("a construction of the mind", []),
    ("the agency of users", []),
    ("food for thought", []),
    ("consumer privacy", []),
    ("a school of thought", []),
    ("staffing levels are low", []),
    ("the finance team", []),
    ("Distribution of tasks among teams", []),
    ("farm out the work", []),
    ("E-commerce brands on a budget", ["E-commerce"]),
    ("Oil/Gas", ["Oil and gas"]),
    ("in the construction, media and energy space", ["Construction", "Media", "Energy"]),
    ("without vendor lock-in", []),
    ("the IT department", []),
    ("without breaking the bank", []),
    ("see https://acme.example/industries/retail-banks", []),
    ("slower moving companies", []),
    ("a factory function", []),
    ("data mining", []),
    ("a server farm", []),
]


@pytest.mark.parametrize(("text", "values"), INDUSTRY)
def test_industries_are_read_and_look_alikes_are_not(text: str, values: list[str]) -> None:
    """Companies and lists of sectors count; verbs, objects and compounds do not."""
    assert said(text, key="industry") == values


GEOGRAPHY = [
    ("companies in the US and Canada", ["United States", "Canada"]),
    ("U.S. manufacturers", ["United States"]),
    ("USA, UK", ["United States", "United Kingdom"]),
    ("US-based teams", ["United States"]),
    ("EMEA and APAC", ["EMEA", "Asia-Pacific"]),
    ("the DACH region", ["DACH"]),
    ("Germany, Austria and Switzerland", ["Germany", "Austria", "Switzerland"]),
    ("German manufacturers", ["Germany"]),
    ("European banks", ["Europe"]),
    ("Headquartered in London", ["London"]),
    ("companies in Georgia, Turkey and Jordan", ["Georgia", "Turkey", "Jordan"]),
    ("North America", ["North America"]),
    ("based in New York", ["New York"]),
    ("offices across Texas", ["Texas"]),
    ("Nordic retailers", ["Nordics"]),
    ("South Korea, Japan", ["South Korea", "Japan"]),
    ("tell us more", []),
    ("CONTACT US", []),
    ("TALK TO US TODAY", []),
    ("Georgia from accounting told me", []),
    ("Jordan leads the team", []),
    ("speaks German and French", []),
    ("roast turkey", []),
    ("US dollars", []),
    ("the EU AI Act", []),
    ("Bank of America", []),
    ("French-speaking support", []),
    ("a polish on the product", []),
    ("English and Spanish versions", []),
    ("Charlotte, our founder", []),
    ("the UK Telecommunications Security Act", []),
    ("the New Amsterdam Society", []),
]


@pytest.mark.parametrize(("text", "values"), GEOGRAPHY)
def test_places_are_read_and_people_and_languages_are_not(text: str, values: list[str]) -> None:
    """Countries, regions and demonyms count; pronouns, names, laws and languages do not."""
    assert said(text, key="geography") == values


OTHERS = [
    ("B2B companies", "businessModel", ["B2B"]),
    ("business-to-business", "businessModel", ["B2B"]),
    ("B2B SaaS startups", "businessModel", ["B2B", "SaaS"]),
    ("D2C brands", "businessModel", ["D2C"]),
    ("direct-to-consumer brands", "businessModel", ["D2C"]),
    ("two-sided marketplaces", "businessModel", ["Marketplace"]),
    ("subscription businesses", "businessModel", ["Subscription"]),
    ("wholesale distributors", "businessModel", ["Wholesale"]),
    ("franchisors", "businessModel", ["Franchise"]),
    ("tired of SaaS sprawl", "businessModel", []),
    ("wholesale change", "businessModel", []),
    ("in the AWS Marketplace", "businessModel", []),
    ("the marketplace of ideas", "businessModel", []),
    ("the subscription fee", "businessModel", []),
    ("enterprise customers", "stage", ["Enterprise"]),
    ("large enterprises and SMBs", "stage", ["Enterprise", "Small business"]),
    ("Fortune 500", "stage", ["Enterprise"]),
    ("mid-market manufacturers", "stage", ["Mid-market"]),
    ("mid-sized companies", "stage", ["Mid-market"]),
    ("small and medium-sized businesses", "stage", ["Small business"]),
    ("high-growth startups", "stage", ["Startup"]),
    ("Series B to D startups", "stage", ["Series B to D", "Startup"]),
    ("Series A or later", "stage", ["Series A+"]),
    ("seed-stage founders", "stage", ["Seed"]),
    ("venture-backed", "stage", ["Venture-backed"]),
    ("enterprise architect", "stage", []),
    ("enterprise resource planning", "stage", []),
    ("interview SMEs for the article", "stage", []),
    ("startup time of the app", "stage", []),
    ("start up the server", "stage", []),
    ("a small change", "stage", []),
    ("World Series A game", "stage", []),
    ("uses Salesforce and HubSpot", "technology", ["Salesforce", "HubSpot"]),
    ("Running Kubernetes on AWS in production", "technology", ["Kubernetes", "AWS"]),
    ("Tech stack: Shopify, Klaviyo, Fizzbin", "technology", ["Shopify", "Klaviyo", "Fizzbin"]),
    ("Does it run Node-RED in production?", "technology", ["Node-RED"]),
    ("Companies without a CRM", "technology", []),
    ("an oracle of wisdom", "technology", []),
    ("people on Slack at night", "technology", []),
    ("stripe patterns", "technology", []),
    ("a square deal", "technology", []),
]


@pytest.mark.parametrize(("text", "key", "values"), OTHERS)
def test_models_stages_and_tools_are_read_with_care(text: str, key: str, values: list[str]) -> None:
    """A word counts beside a kind of company or after "uses", not wherever it stands."""
    assert said(text, key=key) == values


POLARITY = [
    ("We sell to banks, not agencies", ["Banking", "-Agencies"]),
    ("Not for agencies", ["-Agencies"]),
    ("We don't sell to agencies or consultancies", ["-Agencies", "-Consulting"]),
    ("We do not work with hospitals; law firms are welcome", ["-Healthcare", "Legal services"]),
    ("Any industry except finance and government", ["-Financial services", "-Government"]),
    ("All regions excluding China", ["-China"]),
    ("We do not sell outside the EU", ["European Union"]),
    ("Companies outside of North America", ["-North America"]),
    ("not only banks but also insurers", ["Banking", "Insurance"]),
    ("Agencies are not a fit", ["-Agencies"]),
    ("Agencies: bad fit", ["-Agencies"]),
    ("Startups need not apply", ["-Startup"]),
    ("Companies with fewer than 10 employees are out of scope", ["-under 10"]),
    ("We never sell to companies under 50 employees", ["-under 50"]),
    ("no more than 500 employees", ["up to 500"]),
    ("Banks that cannot move to the cloud", ["Banking"]),
    ("Retailers who don't know their margin", ["Retail"]),
    ("No agencies, but consultancies are fine", ["-Agencies", "Consulting"]),
    ("Avoid government agencies", ["-Government"]),
    ("We don't target startups, only enterprises", ["-Startup", "Enterprise"]),
    ("Manufacturers rather than retailers", ["Manufacturing", "-Retail"]),
    ("If you're a B2C company, we're probably not for you", ["-B2C"]),
    ("Disqualify if headcount < 50", ["-under 50"]),
    ("Companies under 50 employees usually don't need us", ["-under 50"]),
    ("Not ideal: agencies, companies outside the US", ["-Agencies", "United States"]),
    ("We sell to banks. We do not sell to insurers.", ["Banking", "-Insurance"]),
    ("Manufacturers, not limited to Germany", ["Manufacturing", "Germany"]),
]


@pytest.mark.parametrize(("text", "values"), POLARITY)
def test_what_is_ruled_out_is_told_from_what_is_wanted(text: str, values: list[str]) -> None:
    """Negation has a scope; an exception inside it turns it round."""
    assert said(text) == values


CONTEXT = [
    ("15-500", "Metric Employee Count", ["15 to 500"]),
    ("1000+", "Employee count", ["1,000+"]),
    ("0-14", "Employees", ["up to 14"]),
    ("15-500 (6 points)", "Employees", ["15 to 500"]),
    ("<50, 50-200", "Company size", ["under 50", "50 to 200"]),
    ("$1m-$50m", "Revenue", ["$1M to $50M a year"]),
    ("$5M–$20M", "Company size and revenue", ["$5M to $20M a year"]),
    ("2015-2022", "Founded year", ["2015 to 2022"]),
    ("6", "Score", []),
    ("Finance", "Industry", ["Financial services"]),
    ("Technology", "Industries", ["Technology"]),
    ("Georgia", "Countries", ["Georgia"]),
    ("Global", "Geography", ["Worldwide"]),
    ("Enterprise", "Segment", ["Enterprise"]),
    ("SaaS, Marketplace", "Business model", ["SaaS", "Marketplace"]),
    ("Snowflake and dbt", "Tech stack", ["Snowflake", "dbt"]),
    ("Agencies and freelancers", "Who we don't sell to", ["-Agencies"]),
    ("Under 10 employees", "Not a fit", ["-under 10"]),
    ("Not based in Europe", "Red flags", ["Europe"]),
    (
        "Not in Australia, Brazil, United States",
        "Country",
        ["-Australia", "-Brazil", "-United States"],
    ),
]


@pytest.mark.parametrize(("text", "context", "values"), CONTEXT)
def test_headings_tell_what_a_bare_cell_is_about(
    text: str, context: str, values: list[str]
) -> None:
    """A bare range or word is read under its heading; a bad heading rules out."""
    assert said(text, context) == values


SELLER = [
    ("Acme is a B2B company that helps retailers.", True),
    ("Acme Robotics Inc. is the leading provider of welding arms in Europe.", True),
    ("We are a team of 40 people in Berlin.", True),
    ("Founded in 2012 in Paris.", True),
    ("Headquartered in Boston, with offices in London.", True),
    ("Our mission is to help schools.", True),
    ("We have 300 employees in 12 countries.", True),
    ("Trusted by 2,000 banks.", True),
    ("We raised $20M last year.", True),
    ("We sell to banks in Germany.", False),
    ("Our ideal customer is a B2B company with 50 employees.", False),
    ("We target mid-market retailers.", False),
    ("Companies headquartered in Germany", False),
    ("Startups founded in the last five years", False),
    ("A good fit is a company that ships weekly.", False),
    ("Our customers are usually manufacturers.", False),
    ("Dana is a product manager at a software company.", False),
    ("500+ employees", False),
    ("We are looking for banks with 500 employees.", False),
    ("It is a manufacturing company with 500 employees.", False),
]


@pytest.mark.parametrize(("text", "expected"), SELLER)
def test_the_seller_is_told_from_the_target(text: str, expected: bool) -> None:
    """A sentence about the seller itself must not lend its facts to the segment."""
    assert seller_side(text) is expected


def test_facts_of_one_sentence_come_in_order_with_their_words() -> None:
    """Several facts keep the order of the sentence, and each cites the words that say it."""
    text = "Mid-market manufacturers in Germany with 200 to 2,000 employees"
    facts = find_firmographics(text)
    assert [(f.key, f.value, text[f.start : f.end]) for f in facts] == [
        ("stage", "Mid-market", "Mid-market"),
        ("industry", "Manufacturing", "manufacturers"),
        ("geography", "Germany", "Germany"),
        ("employees", "200 to 2,000", "200 to 2,000 employees"),
    ]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("mid-sized 3PLs", "Logistics"),
        ("Retail", "Retail"),
        ("Financial Services", "Financial services"),
        ("tech", "Technology"),
        ("hello there", None),
        ("", None),
    ],
)
def test_a_short_phrase_gives_its_industry(phrase: str, name: str | None) -> None:
    """One phrase, one industry or none."""
    assert industry(phrase) == name


@given(st.text(), st.text(max_size=40))
def test_any_text_is_read_without_error_and_with_valid_spans(text: str, context: str) -> None:
    """Spans lie in the text and hold something, whatever the text."""
    _check(text, find_firmographics(text, context))
    seller_side(text)
    industry(text)


@given(
    st.lists(
        st.sampled_from(
            "not 500 - – to $ M k + employees revenue in US Georgia bank banks , . ; retail and or "
            "except companies / month SaaS Series A İ ß \n ( )".split(" ")
        ),
        max_size=25,
    ),
    st.sampled_from(["", "Employees", "Revenue", "Industry", "Not a fit", "Country"]),
)
def test_texts_of_telling_words_are_read_without_error(parts: list[str], context: str) -> None:
    """The words that the rules look for, in any order, break nothing."""
    text = " ".join(parts)
    _check(text, find_firmographics(text, context))


def _check(text: str, facts: list[Fact]) -> None:
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end].strip()
        assert fact.value
        if fact.low is not None and fact.high is not None:
            assert fact.low <= fact.high


def test_the_same_text_gives_the_same_facts() -> None:
    """Reading is a pure function."""
    text = "B2B SaaS companies in the US, not agencies, with 50-200 employees"
    assert find_firmographics(text) == find_firmographics(text)


# What is known of markets

_KNOWN = [name for name in industries() if market(name) is not None]
_SIZES = ["Enterprise", "Mid-market", "Small business", "Startup"]


def test_enough_industries_are_told_apart_and_known() -> None:
    """At least 45 industries have a name, at least 28 have knowledge."""
    assert len(industries()) >= 45
    assert len(_KNOWN) >= 28


def test_each_industry_that_is_read_has_a_plural_label() -> None:
    """A segment is named by a plural noun, in lower case but for proper letters."""
    for name in _KNOWN:
        found = market(name)
        assert found is not None
        assert found.industry == name
        assert found.label
        assert not found.label.endswith(".")


@pytest.mark.parametrize("name", _KNOWN + _SIZES)
def test_knowledge_keeps_the_rules_of_the_house(name: str) -> None:
    """Short items with reasons, both kinds of fit, spread weights, no disqualifier."""
    found = size_market(name) if name in _SIZES else market(name)
    assert found is not None
    items: list[Typical] = [*found.priorities, *found.considerations, *found.approach]
    assert len(found.priorities) >= (3 if name in _SIZES else 4)
    assert len(found.considerations) >= 4
    assert len(found.approach) >= 3
    for item in items:
        assert item.reason
        assert len(item.text.split()) <= 20
        assert not item.text.endswith(".")
        assert not item.reason.endswith(".")
    assert len({item.text for item in items}) == len(items)
    questions = found.questions
    assert len(questions) >= 4
    assert {q.fit_type for q in questions} == {"GOOD", "BAD"}
    assert {q.weight for q in questions} == {"HIGH", "MEDIUM", "LOW"}
    for q in questions:
        assert q.question.endswith("?")
        assert q.spoken.endswith("?")
        assert q.rationale.endswith(".")
        assert q.question.split()[0] in (
            "Does",
            "Do",
            "Is",
            "Has",
            "Did",
            "Was",
            "Can",
            "Must",
            "Are",
        )
        assert q.framework.split(":")[0] in ("BANT", "MEDDPICC", "SPICED")
        assert q.listen_for
        assert q.reason


def test_no_question_is_asked_in_two_markets_of_industries() -> None:
    """Twins across markets would break the routing of a prospect."""
    own = {id(found.questions): found for name in _KNOWN if (found := market(name))}
    seen: dict[str, tuple[object, ...]] = {}
    for found in own.values():
        for q in found.questions:
            assert seen.setdefault(q.question, found.questions) == found.questions


def test_a_size_without_knowledge_and_an_unknown_industry_give_none() -> None:
    """Nothing is made up for a market that we do not know."""
    assert market("Basket weaving") is None
    assert size_market("Bootstrapped") is None
    startup = size_market("Series A")
    assert startup is not None
    assert startup.label == "startups"


def test_it_has_employees_is_no_it_department() -> None:
    """A pronoun is not a department, and a department is not the company."""
    assert [fact.value for fact in find_firmographics("It has 340 employees")] == ["340"]
    assert find_firmographics("IT has 340 employees") == []
