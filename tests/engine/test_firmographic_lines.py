"""Whole lines as people write them in profiles of ideal customers, and all that each one says."""

from __future__ import annotations

import pytest

from octave_api.engine.firmographics import find_firmographics


def read(text: str, context: str = "") -> dict[str, list[str]]:
    """Give the values of each key that a line states, "-" before those ruled out."""
    found: dict[str, list[str]] = {}
    for fact in find_firmographics(text, context):
        assert text[fact.start : fact.end].strip()
        found.setdefault(fact.key, []).append(("-" if fact.negated else "") + fact.value)
    return found


# Line, headings above it, and every fact by key; nothing else may be read.
LINES: list[tuple[str, str, dict[str, list[str]]]] = [
    # Sizes in heads
    ("Regional hospital groups with 300 to 2,500 staff", "",
     {"industry": ["Healthcare"], "employees": ["300 to 2,500"]}),
    ("Breweries and dairies, 80–400 FTE, own bottling line", "",
     {"industry": ["Food and beverage"], "employees": ["80 to 400"]}),
    ("Headcount: min. 75, max. 600", "", {"employees": ["75 to 600"]}),
    ("At least 40 but no more than 900 employees", "", {"employees": ["40 to 900"]}),
    ("Employees: >250", "", {"employees": ["250+"]}),
    ("< 1 000 employees", "", {"employees": ["under 1,000"]}),
    ("from 1.500 employees upwards", "", {"employees": ["1,500+"]}),
    ("1.000–5.000 employees", "", {"employees": ["1,000 to 5,000"]}),
    ("1'200+ employees in Switzerland", "",
     {"employees": ["1,200+"], "geography": ["Switzerland"]}),
    ("50-249", "Number of employees", {"employees": ["50 to 249"]}),
    ("5,001 – 10,000 employees", "", {"employees": ["5,001 to 10,000"]}),
    ("a workforce between 700 and 3,000", "", {"employees": ["700 to 3,000"]}),
    ("Firms of 20+ lawyers", "", {}),
    ("1k to 10k engineers", "", {}),
    ("3,000 to 9,000 students", "", {}),
    ("A data team of 5 to 15 people", "", {}),
    ("500 seats or more in the contact centre", "", {}),
    # Money
    ("€50–250 Mio. turnover", "", {"revenue": ["€50M to €250M a year"]}),
    ("Turnover of 40 to 120 million euros", "", {"revenue": ["€40M to €120M a year"]}),
    ("Turnover: 10-50 Mio. EUR", "", {"revenue": ["€10M to €50M a year"]}),
    ("Greater than £25 million in yearly revenue", "", {"revenue": ["£25M+ a year"]}),
    ("Doing $3M-$30M a year", "", {"revenue": ["$3M to $30M a year"]}),
    ("Online shops doing $2M-$20M", "",
     {"industry": ["E-commerce"], "revenue": ["$2M to $20M a year"]}),
    ("$80k+/month in revenue or a waiting list of their own", "",
     {"revenue": ["$960k+ a year"]}),
    ("Brands turning over CHF 5 to 15 million", "", {"revenue": ["CHF 5M to CHF 15M a year"]}),
    ("US$ 10 million – US$ 75 million", "Annual revenue", {"revenue": ["$10M to $75M a year"]}),
    ("revenue: 1,5–4 Mrd. €", "", {"revenue": ["€1.5B to €4B a year"]}),
    ("ARR between $4m and $40m", "", {"revenue": ["$4M to $40M a year"]}),
    ("A$20m+ in sales", "", {"revenue": ["AUD 20M+ a year"]}),
    ("₹100 crore+ turnover", "", {"revenue": ["₹1B+ a year"]}),
    ("sub-$5M revenue", "", {"revenue": ["under $5M a year"]}),
    ("raised at least $8M", "", {}),
    ("IT budget above $2 million", "", {}),
    ("Assets under management of $500M+", "", {}),
    ("average order value over $120", "", {}),
    # Industries, nested and in tiers
    ("Tier 1: Airlines, Airports, Rail", "Target industries",
     {"industry": ["Airlines and aviation", "Transport"]}),
    ("Tier 2 - Plastics, Packaging, Paper", "Manufacturers",
     {"industry": ["Chemicals", "Packaging", "Forestry and paper"]}),
    ("Verticals: insurance (P&C and life), wealth management, credit unions", "",
     {"industry": ["Insurance", "Investment management", "Banking"]}),
    ("Health care", "", {"industry": ["Healthcare"]}),
    ("Third-party logistics providers and freight forwarders", "",
     {"industry": ["Logistics"]}),
    ("Law firms, accounting practices and consultancies", "",
     {"industry": ["Legal services", "Accounting", "Consulting"]}),
    ("Independent schools and universities in Ireland", "",
     {"industry": ["Schools", "Higher education"], "geography": ["Ireland"]}),
    ("Property managers with more than 2,000 units", "", {"industry": ["Real estate"]}),
    ("Municipal utilities (water, gas, power)", "", {"industry": ["Utilities"]}),
    ("Solar and wind park operators", "", {"industry": ["Renewable energy"]}),
    ("Fashion and beauty brands", "",
     {"industry": ["Fashion and apparel", "Beauty and personal care"]}),
    ("HVAC, plumbing and electrical contractors", "", {"industry": ["Home services"]}),
    ("Gyms and fitness studios", "", {"industry": ["Sports and fitness"]}),
    ("Car dealers with three or more sites", "", {"industry": ["Automotive"]}),
    ("Pharmacy chains; no hospitals", "", {"industry": ["Pharmacies", "-Healthcare"]}),
    # Places
    ("Country: Portugal, Spain, Italy, Greece, Croatia", "",
     {"geography": ["Portugal", "Spain", "Italy", "Greece", "Croatia"]}),
    ("HQ in Benelux, France or the Nordics", "",
     {"geography": ["Benelux", "France", "Nordics"]}),
    ("Dutch and Belgian wholesalers", "",
     {"geography": ["Netherlands", "Belgium"], "industry": ["Wholesale and distribution"]}),
    ("Anywhere except Russia", "Geography", {"geography": ["-Russia"]}),
    ("UK only", "", {"geography": ["United Kingdom"]}),
    # Age, model and stage
    ("Founded 2012-2020", "", {"founded": ["2012 to 2020"]}),
    ("founded after 2018", "", {"founded": ["2018 or later"]}),
    ("2009–2016", "Year founded", {"founded": ["2009 to 2016"]}),
    ("Established before 1990", "", {"founded": ["1990 or earlier"]}),
    ("Segment: SMB, Mid-Market, Enterprise", "",
     {"stage": ["Small business", "Mid-market", "Enterprise"]}),
    ("SMB / mid-market SaaS vendors in Canada", "",
     {"stage": ["Small business", "Mid-market"], "businessModel": ["SaaS"],
      "industry": ["Software"], "geography": ["Canada"]}),
    ("Series A to C, US-based, B2B marketplaces", "",
     {"stage": ["Series A to C"], "geography": ["United States"],
      "businessModel": ["B2B", "Marketplace"]}),
    # Tools
    ("Help desk: Zendesk, Gorgias, Dixa", "Tools they use",
     {"technology": ["Zendesk", "Gorgias", "Dixa"]}),
    ("ERP: SAP or Infor", "", {"technology": ["SAP", "Infor"]}),
    ("Runs on Magento or Shopify Plus, with Klaviyo for mail", "",
     {"technology": ["Magento", "Shopify Plus", "Klaviyo"]}),
    ("No ERP in place", "", {}),
    # Exclusions
    ("Not for companies with under 50 employees", "", {"employees": ["-under 50"]}),
    ("We don't sell to government or schools", "",
     {"industry": ["-Government", "-Schools"]}),
    ("Agencies, freelancers, companies below 10 people", "Not a fit",
     {"industry": ["-Agencies"], "employees": ["-under 10"]}),
    ("Excluded industries: gambling, cannabis", "", {"industry": ["-Gambling", "-Cannabis"]}),
    ("Retailers, but not restaurants", "", {"industry": ["Retail", "-Restaurants"]}),
    ("Fewer than 5 trucks: no", "", {}),
    ("Less than €1M revenue is a deal-breaker", "", {"revenue": ["-under €1M a year"]}),
    # Lists that a noun closes, trades with agencies, codes and names of tools
    ("DTC beauty, wellness and apparel brands", "",
     {"businessModel": ["D2C"], "industry":
      ["Beauty and personal care", "Sports and fitness", "Fashion and apparel"]}),
    ("home-care agencies and hospices", "", {"industry": ["Healthcare"]}),
    ("creative agencies", "", {"industry": ["Agencies"]}),
    ("UK, IE, AU, NZ", "Geo",
     {"geography": ["United Kingdom", "Ireland", "Australia", "New Zealand"]}),
    ("AT or BE", "", {}),
    ("Northeast US", "", {"geography": ["US Northeast"]}),
    ("Using AppFolio, Yardi or Buildium", "", {"technology": ["AppFolio", "Yardi", "Buildium"]}),
    ("They run PowerSchool or Infinite Campus", "",
     {"technology": ["PowerSchool", "Infinite Campus"]}),
    ("They run Black Friday and Christmas campaigns", "", {}),
    ("200-2.000 Mitarbeiter, 50-500 Mio. € Umsatz", "",
     {"employees": ["200 to 2,000"], "revenue": ["€50M to €500M a year"]}),
    ("Deal-breakers: fewer than 20 employees; tobacco companies", "",
     {"employees": ["-under 20"], "industry": ["-Tobacco"]}),
    ("family-owned retailers in Spain", "",
     {"stage": ["Family-owned"], "industry": ["Retail"], "geography": ["Spain"]}),
    # Cells of tables
    ("€5M - €20M", "Annual turnover", {"revenue": ["€5M to €20M a year"]}),
    ("Mid-market", "Company size", {"stage": ["Mid-market"]}),
    ("200-1000", "Company size / Mid-market", {"employees": ["200 to 1,000"]}),
    ("North America & UK", "Regions", {"geography": ["North America", "United Kingdom"]}),
    ("Retail, hospitality", "Verticals", {"industry": ["Retail", "Hospitality"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "context", "facts"), LINES)
def test_a_line_of_a_profile_is_read_whole(
    text: str, context: str, facts: dict[str, list[str]]
) -> None:
    """Each line gives exactly its facts, in one style, on the right side."""
    assert read(text, context) == facts
