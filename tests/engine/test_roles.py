"""Titles read from lists and prose, and the typical knowledge of roles."""

from __future__ import annotations

import itertools
import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.engine import roles
from octave_api.engine.roles import (
    SENIORITIES,
    alias,
    buying_roles,
    find_titles,
    functions,
    parse_title,
    role,
    titles_in_list,
)

TITLES = """
Retail Store Manager | manager | store
District Manager, Retail | manager | store
Restaurant Owner | executive | restaurant
Food & Beverage Director | director | restaurant
Hotel General Manager | director | hotel
Front Office Manager | manager | hotel
Clinic Owner | executive | practice
Practice Manager | manager | practice
Property Manager | manager | property
Leasing Agent | individual | property
Claims Manager | manager | claims
Loss Adjuster | individual | claims
Senior Underwriter | individual | underwriting
Municipal IT Director | director | public_it
City IT Manager | manager | public_it
Head of E-Commerce | director | ecommerce
Field Service Manager | manager | field_service
Maintenance Manager | manager | maintenance
Plant Maintenance Supervisor | lead | maintenance
EHS Manager | manager | safety
Health and Safety Officer | individual | safety
Director of Fundraising | director | fundraising
School Business Manager | manager | school
Construction Project Manager | individual | construction
CIO | executive | it
CTO | executive | engineering
CRO | executive | sales
CISO | executive | security
CFOs | executive | finance
C.E.O. | executive | general
Deputy CISO | executive | security
Group CFO | executive | finance
Chief Revenue Officer | executive | sales
Chief Information Security Officer | executive | security
Chief Information Officer | executive | it
Chief Nursing Officer | executive | nursing
Chief Sustainability Officer | executive | facilities
Chief of Staff | director | general
Chief Architect | director | engineering
General Counsel | executive | legal
Founder | executive | general
Co-founder & CEO | executive | general
Founder and CTO | executive | engineering
Owner | executive | general
Business owner | executive | general
Managing Director | executive | general
Managing Partner | executive | general
President, Americas | executive | general
Provost | executive | education
VP | vp |
VP of Sales | vp | sales
VP Sales | vp | sales
vp sales | vp | sales
V.P. of Finance | vp | finance
VP, Platform / Infrastructure | vp | platform
SVP, Marketing | vp | marketing
EVP Operations | vp | operations
AVP, Claims Operations | vp | claims
Vice President, Enterprise Sales | vp | sales
Senior Vice President of Engineering | vp | engineering
Vice-President Human Resources | vp | people
VPs of Engineering | vp | engineering
Vice Presidents of Sales | vp | sales
VP of Sales at Acme | vp | sales
VP of Sales (named in the request) | vp | sales
VP Mktg | vp | marketing
VP People & Culture | vp | people
Regional VP, Channel Sales | vp | sales
Director | director |
Director, Revenue Ops (EMEA) | director | revenue_operations
Director - App Dev | director | engineering
App/Dev Director | director | engineering
Dir. of Finance | director | finance
DIRECTOR OF NURSING | director | nursing
Director of Sales and Marketing | director | sales
IT Director | director | it
Director, Network Cloud | director | platform
Director of Site Reliability Engineering | director | platform
Assistant Director, Financial Aid | director | education
Creative Director | director | design
Medical Director | director | healthcare
Senior Director of Demand Generation | director | demand_generation
Head of Data | director | data
Head of Procurement | director | procurement
head of product | director | product
Global Head of Talent Acquisition | director | talent
Head of Legal, DACH | director | legal
Head, Corporate Real Estate | director | facilities
Department Head | director |
General Manager, North America | director | general
School Principal | director | school
Superintendent of Schools | director | school
Dean of Students | director | education
Hospital Administrator | director | healthcare
Sales leaders | director | sales
Manager | manager |
Plant Manager | manager | manufacturing
plant managers | manager | manufacturing
Sales Mgr. | manager | sales
Sr. Mgr, IT Ops | manager | it
Manager, Sales Development | manager | sales_development
Engineering Manager | manager | engineering
Quality and Safety Manager | manager | quality
Fleet Manager | manager | fleet
Facilities Manager | manager | facilities
Group Product Manager | manager | product
Manager of Customer Success | manager | customer_success
Nurse Manager | manager | nursing
Release Manager | manager | platform
Controller | manager | finance
Compliance Officer | manager | compliance
Data Protection Officer | manager | compliance
Warehouse Operations Manager | manager | warehouse
HR Manager, Germany | manager | people
PMO Manager | manager | program
Branch Manager | manager | general
Team Lead | lead |
Tech Lead | lead | engineering
Engineering Lead | lead | engineering
Lead Engineer | lead | engineering
Lead Data Scientist | lead | data
SDR Team Lead | lead | sales_development
Shift Supervisor | lead | manufacturing
Construction Foreman | lead | construction
Charge Nurse | lead | nursing
Head Nurse | lead | nursing
Warehouse Supervisor | lead | warehouse
RevOps lead | lead | revenue_operations
Software Engineer | individual | engineering
Sr. Software Engineer | individual | engineering
Software Engineer II | individual | engineering
Engineer III, Platform | individual | platform
Principal Engineer | individual | engineering
Staff SRE | individual | platform
DevOps Engineer | individual | platform
Site Reliability Engineer | individual | platform
Security Engineer | individual | security
Data Engineer | individual | data
Network Engineer | individual | it
Sales Engineer | individual | sales
Support Engineer | individual | support
Quality Engineer | individual | quality
Process Engineer | individual | manufacturing
Account Executive | individual | sales
account executives | individual | sales
Enterprise Account Executive | individual | sales
Account Manager | individual | sales
Product Manager | individual | product
Senior Product Manager | individual | product
Principal Product Manager, Growth | individual | product
Associate Product Manager | individual | product
Technical Program Manager II | individual | program
Product Owner | individual | product
Product Marketing Manager | individual | marketing
Customer Success Manager | individual | customer_success
Project Manager | individual | program
Scrum Master | individual | program
Product Designer | individual | design
UX Researcher | individual | design
Full-stack Developer | individual | engineering
Data Scientist | individual | data
Systems Administrator | individual | it
System Admin | individual | it
Business Development Rep | individual | sales_development
SDRs | individual | sales_development
Recruiter | individual | talent
HR Business Partner | individual | people
Accounts Payable Specialist | individual | finance
Accountant | individual | finance
Senior Buyer | individual | procurement
Paralegal | individual | legal
Internal Auditor | individual | compliance
Demand Planner | individual | supply_chain
Registered Nurse | individual | nursing
Physicians | individual | healthcare
Teacher | individual | school
Instructional Designer | individual | education
Estimator | individual | construction
Executive Assistant to the CEO | individual | general
Customer Service Representative | individual | support
Growth Marketer | individual | demand_generation
Cloud Security Architect | individual | security
"""
NO_TITLES = """
Engineering
Manufacturing
Sales
Revenue Operations
Password manager
Package manager
Tag Manager
Window managers
Lead generation
Lead scoring
Sales leads
Qualified leads
Head count
Head of household
Chief complaint
Chief pain points
Executive Order
New CIO
Help developers
Director's cut
Board of directors
Office of the CIO
Owner of the problem
Economic buyer
Buyer
Target buyer
End user
Champion
Project management
Product-led growth
Managed services
IT departments
Sales team
Manage enterprise deals
Manage IT directors
Hire and keep good engineers
Drive revenue growth
Coach sales reps
The manager approves spend
Account executives miss quota
Engineers who ship code
Lead engineers through change
Leads a team of engineers
Reports to the CFO every month
Tools for engineers
AI agent
User agents
We sell to plant managers
CIO, CTO and VP are the people who sign
Officers
Assistant
2019
""".strip().splitlines()


@pytest.mark.parametrize("line", TITLES.strip().splitlines())
def test_a_title_is_composed_of_rank_and_function(line: str) -> None:
    """Rank and function are read from the words, whatever their order and spelling."""
    text, seniority, function = (part.strip() for part in line.split("|"))
    title = parse_title(text)
    assert title is not None
    assert (title.seniority, title.function) == (seniority, function)
    assert text[title.start].casefold() == title.text[0].casefold()


@pytest.mark.parametrize("text", [*NO_TITLES, "", " ", "-", "()"])
def test_what_is_no_title_gives_none(text: str) -> None:
    """Fields, duties, things and parts in a purchase are not taken for titles."""
    assert parse_title(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vp of sales", "VP of Sales"),
        ("director, revenue ops (emea)", "Director, Revenue Ops (EMEA)"),
        ("CFOs", "CFO"),
        ("DIRECTOR OF NURSING", "Director of Nursing"),
        ("devops engineers", "DevOps Engineer"),
        ("Head  of   IT", "Head of IT"),
        ("it managers", "IT Manager"),
    ],
)
def test_a_title_is_shown_with_its_case_and_number_set_right(text: str, expected: str) -> None:
    """The display form changes case, spacing and number, and writes "Mgr" in full."""
    title = parse_title(text)
    assert title is not None
    assert title.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CIO / CTO / VP", ["CIO", "CTO", "VP"]),
        ("CIO/ CTO", ["CIO", "CTO"]),
        (
            "Senior or Lead Engineer, Tech or Engineering Lead",
            ["Senior Engineer", "Lead Engineer", "Tech Lead", "Engineering Lead"],
        ),
        ("VP of IT or CTO", ["VP of IT", "CTO"]),
        ("CHRO, VP HR", ["CHRO", "VP HR"]),
        ("VP of Sales or Marketing", ["VP of Sales", "VP of Marketing"]),
        ("Director, Revenue Ops (EMEA)", ["Director, Revenue Ops (EMEA)"]),
        ("Mgr / Director - App Dev", ["Manager, App Dev", "Director, App Dev"]),
        (
            "Manager/Director: Audit, Ethics",
            ["Manager, Audit", "Manager, Ethics", "Director, Audit", "Director, Ethics"],
        ),
        ("IT Managers/Directors", ["IT Manager", "IT Director"]),
        ("Chief or Head of Product", ["Chief Product Officer", "Head of Product"]),
        ("Founders and CEOs", ["Founder", "CEO"]),
        ("Director of Sales and Marketing", ["Director of Sales and Marketing"]),
        ("- VP Engineering\n- Staff engineers; DBAs", ["VP Engineering", "Staff engineer", "DBA"]),
        ("Paul, Plant Manager", ["Plant Manager"]),
        ("CEO, founder, procurement, head of ops", ["CEO", "Founder", "Head of Ops"]),
        ("PMO Lead / Agile Coach or Consultant", ["PMO Lead", "Agile Coach", "Agile Consultant"]),
        ("Director, Marketing, Director, Sales", ["Director, Marketing", "Director, Sales"]),
        ("Buyers: CISO / Deputy CISO", ["CISO", "Deputy CISO"]),
        ("Product Development / Application Developer", ["Application Developer"]),
        ("Ensuring enough developers, testing", []),
        ("nothing, of, the kind", []),
    ],
)
def test_a_list_of_titles_is_split(text: str, expected: list[str]) -> None:
    """Every habit of writing lists is split; parts that are no title are left out."""
    assert [title.text for title in titles_in_list(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VP of Sales professionals who manage enterprise deals", ["VP of Sales"]),
        ("We help the Director of Revenue Operations at mid-market firms.",
         ["Director of Revenue Operations"]),
        ("CIOs and CTOs sign; plant managers and data scientists use it.",
         ["CIO", "CTO", "Plant Manager", "Data Scientist"]),
        ("The CTO or head of DevOps Architecture is the buyer",
         ["CTO", "Head of DevOps Architecture"]),
        ("We sell to heads of product and engineering managers.",
         ["Head of Product", "Engineering Manager"]),
        ("The account executive closes; SDRs book meetings.", ["Account Executive", "SDR"]),
        ("The chief information security officer decides.",
         ["Chief Information Security Officer"]),
        ("The technical lead and team leads are the users.", ["Technical Lead", "Team Lead"]),
        ("Product owners and business owners like it.", ["Product owner", "Business Owner"]),
        ("They use a password manager and the package manager.", []),
        ("She leads the team and leads sales calls; sales leads come in daily.", []),
        ("Engineering leads the way. Engineering is a cost centre.", []),
        ("Use your head. A head of lettuce. Heads up! Headcount grew.", []),
        ("Ask your manager. The manager approves. Managers complain.", []),
        ("An AI agent or user agent answers.", []),
        ("Complexity is a chief complaint of the board of directors.", []),
        ("By the time a director hears of it, it is too late.", []),
        ("Is the owner of the budget known? The owner knows.", []),
        ("Architect a system and engineer a solution.", []),
        ("Tag Manager and Google Ads Manager are tools.", []),
        ("We help developers and every new CIO.", ["Developer", "CIO"]),
        ("An Executive Order binds suppliers and partners.", []),
    ],
)  # fmt: skip
def test_titles_are_found_in_prose(text: str, expected: list[str]) -> None:
    """Prose gives the titles it names, and no verb, thing or body part."""
    assert [title.text for title in find_titles(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("economic buyer: CFO; champion: plant manager", ["Economic buyer", "Champion"]),
        ("Technical evaluators and end users", ["Technical evaluator", "End user"]),
        ("She is our champion, legal a likely blocker", ["Champion", "Blocker"]),
        ("Decision-maker", ["Decision maker"]),
        ("The CFO holds the budget", ["Economic buyer"]),
        ("They champion the change against blockers to adoption", []),
        ("social media influencers", []),
    ],
)
def test_parts_in_a_purchase_are_named(text: str, expected: list[str]) -> None:
    """The part is normalised, its span is where it stands, and the verb is no part."""
    found = buying_roles(text)
    assert [label for label, _, _ in found] == expected
    assert all(text[start:end].strip() for _, start, end in found)


WORDS = st.sampled_from(
    "VP of Sales Director , / or and ( ) : - lead Head chief manager İstanbul CIO ﬁ \n IT & 's "
    "vice president Senior Engineer SDRs EMEA . ; the champion".split(" ")
)
TEXTS = st.text(max_size=300) | st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=300)
@given(TEXTS)
def test_spans_hold_for_any_text(text: str) -> None:
    """Nothing raises, and every span lies inside the text, in order where it is prose."""
    single = parse_title(text)
    found = find_titles(text)
    for title in [*found, *titles_in_list(text), *([single] if single else [])]:
        assert 0 <= title.start < title.end <= len(text)
        assert title.text.strip() == title.text != ""
        assert title.function in ("", *functions())
        assert alias(title).endswith(title.text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= start < end <= len(text) for _, start, end in buying_roles(text))


@pytest.mark.parametrize("read", [find_titles, titles_in_list, buying_roles, parse_title])
@pytest.mark.parametrize("unit", [" ", ",", "a", "(", "a-", "VP ", "VP or ", "Director/", "lead, "])
def test_time_grows_with_the_text_and_not_faster(read, unit: str) -> None:
    """Eight times the text takes far less than sixty-four times as long."""

    def spent(size: int) -> float:
        text, times = unit * (size // len(unit)), []
        for _ in range(3):
            start = process_time()
            read(text)
            times.append(process_time() - start)
        return min(times)

    assert spent(12_000) < 40 * max(spent(1_500), 0.005)


def test_an_alias_alliterates_and_stays() -> None:
    """The name begins with the title's letter and is the same each time."""
    title = parse_title("VP of Sales")
    assert title is not None
    assert alias(title) == "Victoria the VP of Sales"
    for text in ("CIO", "Plant Manager", "Head of Data", "X-ray Technician", "Zoo Director"):
        named = parse_title(text)
        assert named is not None
        assert alias(named)[0] == named.text[0]


# Knowledge

LISTS = {
    "responsibilities": (7, 9),
    "objectives": (4, 6),
    "pains": (5, 7),
    "concerns": (4, 5),
    "why_they_matter": (2, 3),
}
AUXILIARIES = frozenset("Is Are Does Do Did Has Have Had Can Will Must Was Were".split())
NAMED = (*LISTS, "questions")


def entries(function: str, key: str) -> list[list[str]]:
    return roles._file(function)[key]


def texts(function: str) -> list[str]:
    return [e[2] if key == "questions" else e[0] for key in NAMED for e in entries(function, key)]


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def alike(left: str, right: str) -> float:
    a, b = words(left), words(right)
    return len(a & b) / max(1, len(a | b))


def test_enough_functions_are_known() -> None:
    """At least forty-five functions, and each that a title can have."""
    assert len(functions()) >= 45
    assert role("astrology") is None
    assert role("sales", "vp") is not None


@pytest.mark.parametrize("function", functions())
def test_knowledge_is_well_formed(function: str) -> None:
    """Counts, lengths, endings and levels of every entry."""
    for key, (least, most) in LISTS.items():
        assert least <= len(entries(function, key)) <= most, key
        for entry in entries(function, key):
            assert len(entry) in (2, 3), entry
            assert 2 <= len(entry[0].split()) <= 20, entry
            assert entry[0][0].isupper(), entry
            assert not entry[0].endswith((".", "!", "?")), entry
            assert 1 <= len(entry[1].split()) <= 16, entry
            assert roles.levels(entry, 2) <= set(SENIORITIES), entry
    assert 6 <= len(entries(function, "questions")) <= 8
    for entry in entries(function, "questions"):
        assert len(entry) in (8, 9), entry
        fit, weight, question, rationale, spoken, listen, framework, reason = entry[:8]
        assert fit in ("GOOD", "BAD")
        assert weight in ("HIGH", "MEDIUM", "LOW"), "a typical question disqualifies nobody"
        assert question.endswith("?")
        assert question.split()[0] in AUXILIARIES, question
        assert len(question.split()) <= 20, question
        assert rationale.endswith(".")
        assert spoken.endswith((".", "?"))
        assert listen
        assert reason
        assert re.fullmatch(r"(MEDDPICC|BANT|SPICED): [a-z ]+", framework), framework
        assert roles.levels(entry, 8) <= set(SENIORITIES), entry


@pytest.mark.parametrize("function", functions())
def test_no_two_entries_of_a_function_say_the_same(function: str) -> None:
    """No duplicates and no near-duplicates."""
    for left, right in itertools.combinations(texts(function), 2):
        assert alike(left, right) < 0.6, (left, right)


def test_no_two_functions_ask_the_same_question() -> None:
    """Each function has questions of its own."""
    asked = [(f, e[2]) for f in functions() for e in entries(f, "questions")]
    for (f, left), (g, right) in itertools.combinations(asked, 2):
        assert f == g or alike(left, right) < 0.6, (left, right)


@pytest.mark.parametrize("seniority", SENIORITIES)
@pytest.mark.parametrize("function", functions())
def test_every_seniority_gets_a_full_role(function: str, seniority) -> None:
    """Whatever the level, there is enough to fill a persona, with GOOD and BAD questions."""
    known = role(function, seniority)
    assert known is not None
    assert len(known.responsibilities) >= 4
    assert len(known.objectives) >= 3
    assert len(known.pains) >= 4
    assert len(known.concerns) >= 3
    assert known.why_they_matter
    assert known.summary.endswith(".")
    assert len(known.good_observables) >= 3
    assert len(known.questions) >= 5
    assert {q.fit_type for q in known.questions} == {"GOOD", "BAD"}
    assert len({q.weight for q in known.questions}) >= 2
    assert len(known.titles) >= 3
    for text in known.titles:
        title = parse_title(text)
        assert title is not None, text
        assert title.text == text


def test_an_unknown_seniority_reads_as_a_manager() -> None:
    """A function without a rank still gets a role."""
    assert role("engineering") == role("engineering", "") is not None
    manager = role("engineering", "manager")
    assert manager is not None
    assert role("engineering").responsibilities == manager.responsibilities
