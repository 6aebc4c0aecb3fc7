"""Which field a statement belongs to: by its heading, by plain cues, and when to leave it."""

from __future__ import annotations

import pytest

from octave_api.contract import Kind
from octave_api.engine import model, sort
from octave_api.engine.draft import Shape, Statement
from octave_api.engine.features import features, stem, tokens
from octave_api.engine.headings import CUSTOM, FIELDS, SKIP, UNSORTED, heading_field
from octave_api.engine.refusals import EXCLUDES
from octave_api.engine.sorting import SURE, sort_statement

PERSONA_HEADINGS = """
Pain points | painPoints
Her daily frustrations | painPoints
What keeps them up at night? | painPoints
Goals & ambitions | keyObjectives
What success looks like | keyObjectives
Day-to-day responsibilities | primaryResponsibilities
Jobs to be done | primaryResponsibilities
Objections (in order of weight) | keyConcerns
Job titles | commonJobTitles
Also known as | commonJobTitles
Role in the buying process | whyTheyMatterToUs
Our value proposition | whyWeMatterToThem
Discovery questions | qualifyingQuestions
Red flags | qualifyingQuestions
KPIs | custom
Tools used | custom
About us | skip
Cookies | skip
Hobbies | skip
"""
SEGMENT_HEADINGS = """
Firmographics | firmographics
Number of employees | firmographics
Tech stack | firmographics
Top priorities this year | keyPriorities
Business drivers | keyPriorities
Buying process | keyConsiderations
How we sell to them | uniqueApproach
Why this segment | whyTheyMatterToUs
Disqualifiers | qualifyingQuestions
Why they fit | fitExplanation
Competitors | skip
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ") for line in table.strip().splitlines()]
    return [(left.strip(), right.strip()) for left, right in pairs]


def statement(text: str, *headings: str, shape: Shape = "bullet") -> Statement:
    return Statement(text, 0, 0, len(text), headings, shape)


def field(text: str, *headings: str, kind: Kind = "persona", shape: Shape = "bullet") -> str:
    return sort_statement(statement(text, *headings, shape=shape), kind).field


@pytest.mark.parametrize(("heading", "expected"), rows(PERSONA_HEADINGS))
def test_a_persona_heading_names_its_field(heading: str, expected: str) -> None:
    """What authors call a section decides where its statements go."""
    assert heading_field(heading, "persona") == expected


@pytest.mark.parametrize(("heading", "expected"), rows(SEGMENT_HEADINGS))
def test_a_segment_heading_names_its_field(heading: str, expected: str) -> None:
    """A segment's sections have names of their own."""
    assert heading_field(heading, "segment") == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Bakery owners",
        "",
        "123",
        "…",
        "How a regional bakery in the north keeps its goals and its staff and its flour in line",
        "Why the annual report of our parent company mentions goals",
    ],
)
def test_other_headings_name_no_field(heading: str) -> None:
    """A heading without a known phrase, a sentence, or one that mentions it aside says nothing."""
    assert heading_field(heading, "persona") is None


def test_what_stands_in_brackets_does_not_count() -> None:
    """A remark in brackets is no part of the heading."""
    assert heading_field("Goals (and the risks behind them)", "persona") == "keyObjectives"


def test_the_last_phrase_wins_among_equals() -> None:
    """English puts the head noun last."""
    assert heading_field("Goals and challenges", "persona") == "painPoints"
    assert heading_field("Challenges and goals", "persona") == "keyObjectives"


def test_the_nearest_heading_decides() -> None:
    """A label below another section takes over."""
    assert field("Flour prices swing", "Goals", "Pain points") == "painPoints"


def test_the_outermost_heading_names_the_page_only() -> None:
    """A page called after software is not about the tools that somebody uses."""
    assert field("Plans the bake", "Persona: Sam Software", "Duties") == "primaryResponsibilities"
    assert field("Sells out by noon", "Software", "Bakery") not in (CUSTOM, SKIP)


def test_a_section_that_is_skipped_takes_its_labels_with_it() -> None:
    """Below "About us" nothing is a claim, even under a label that mentions a field."""
    assert field("Founded by two bakers", "Bakers", "About us", "Our mission to customers") == SKIP


def test_a_heading_gives_its_words_to_the_decision() -> None:
    """The decision says under which heading, and is nearly sure."""
    decided = sort_statement(statement("Flour prices swing", "Pain points"), "persona")
    assert decided.heading == "Pain points"
    assert decided.sure > 0.9
    assert "Pain points" in decided.rule


@pytest.mark.parametrize(
    ("text", "headings", "kind", "expected"),
    [
        ("Do you bake at night?", ("Pain points",), "persona", "qualifyingQuestions"),
        ("Walk me through your last stock count", ("Goals",), "persona", "qualifyingQuestions"),
        ("Do they run two ovens or more?", (), "segment", "qualifyingQuestions"),
        ("Why is the sky blue?", (), "persona", UNSORTED),
        ("Not for home bakers", (), "persona", "qualifyingQuestions"),
        ("We don't sell to supermarkets", (), "segment", "qualifyingQuestions"),
        ("[name of the segment]", ("Pain points",), "persona", SKIP),
        ("TBD", ("Goals",), "persona", SKIP),
        ("<your answer here>", ("Goals",), "persona", SKIP),
        ("Head of Production", (), "persona", "commonJobTitles"),
        ("Champion, end user", (), "persona", "whyTheyMatterToUs"),
        ("Ask this before you open your laptop", ("Discovery questions",), "persona", UNSORTED),
    ],
)
def test_cues_decide(text: str, headings: tuple[str, ...], kind: Kind, expected: str) -> None:
    """Questions, exclusions, placeholders and titles are told by their form."""
    assert field(text, *headings, kind=kind) == expected


def test_a_sentence_under_firmographics_says_why_they_fit() -> None:
    """A bare fact is a firmographic; a whole sentence explains the fit."""
    where = ("Firmographics",)
    assert field("50 to 200 employees", *where, kind="segment") == "firmographics"
    long = "They are large enough to have a production manager and small enough to decide quickly"
    assert field(long, *where, kind="segment", shape="sentence") == "fitExplanation"


def test_instructions_to_the_reader_are_no_claims() -> None:
    """What tells the reader what to do says nothing of the buyer."""
    assert field("Copy this page and let's fill it in together", shape="sentence") in ("", SKIP)


def test_a_quotation_is_no_claim_about_a_segment() -> None:
    """A customer's praise on a marketing page describes nobody's priorities."""
    text = "“They cut our waste in half within a month”"
    assert field(text, kind="segment", shape="sentence") == UNSORTED


def test_two_words_alone_stay_unsorted() -> None:
    """A sentence of two words tells too little."""
    assert field("It works.", shape="sentence") == UNSORTED


@pytest.mark.parametrize(
    ("chance", "text", "expected"),
    [
        (0.55, "Suppliers who deliver late and never call back", UNSORTED),
        (0.65, "Suppliers who deliver late and never call back", "painPoints"),
        (0.65, "Suppliers deliver late", UNSORTED),
        (0.9, "Suppliers deliver late", "painPoints"),
    ],
)
def test_without_a_heading_only_what_is_sure_is_sorted(
    monkeypatch: pytest.MonkeyPatch, chance: float, text: str, expected: str
) -> None:
    """Below the threshold a statement stays unsorted; few words have to be surer."""

    class Unsure:
        def probabilities(self, _text: str, _kind: str) -> dict[str, float]:
            rest = (1 - chance) / 3
            return {
                "painPoints": chance,
                "whyTheyMatterToUs": rest,
                "keyObjectives": rest,
                "other": rest,
                "commonJobTitles": 0.0,
            }

    monkeypatch.setattr(model, "load", Unsure)
    assert field(text) == expected


def test_neighbouring_fields_are_sure_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot tell a pain from a concern knows that it is one of the two."""

    class Torn:
        def probabilities(self, _text: str, _kind: str) -> dict[str, float]:
            return {"painPoints": 0.35, "keyConcerns": 0.3, "other": 0.2, "commonJobTitles": 0.0}

    monkeypatch.setattr(model, "load", Torn)
    assert field("Suppliers who deliver late and never call back") == "painPoints"


def test_an_announced_field_counts() -> None:
    """ "My biggest challenge is …" says itself what it is."""
    text = "My biggest challenge is finding bakers who stay"
    assert field(text, shape="sentence") == "painPoints"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Not for home bakers", "home bakers"),
        ("We don’t sell to chains", "chains"),
        ("Excludes public bodies", "public bodies"),
        ("They will not work with us", None),
        ("Nothing to add", None),
    ],
)
def test_an_exclusion_says_whom(text: str, who: str | None) -> None:
    """Only a sentence that rules somebody out matches, and it names them."""
    found = EXCLUDES.match(text)
    assert (found["who"] if found else None) in (who, "us")


def test_sort_always_names_a_field() -> None:
    """Who asks about a lone statement gets the best guess, one for each."""
    texts = ["", "?", "Flour prices swing", "Do they bake?", "\ud800", "word " * 5000]
    for kind in ("persona", "segment"):
        answers = sort(texts, kind)
        assert len(answers) == len(texts)
        assert set(answers) <= set(FIELDS)


def test_probabilities_are_a_distribution() -> None:
    """The chances of all classes sum to one, for any text."""
    for text in ("", "Plans the bake", "🥐" * 50):
        chances = model.load().probabilities(text, "persona")
        assert sum(chances.values()) == pytest.approx(1)
        assert 0 < SURE < 1
        assert set(chances) <= {*FIELDS, model.OTHER}


@pytest.mark.parametrize(
    "family",
    [
        "manage manages managing managed",
        "plan plans planning planned",
        "challenge challenges challenging",
        "duty duties",
        "priority priorities",
        "automate automation automates",
    ],
)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    """A heading in the plural finds its phrase in the singular."""
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("word", ["bus", "less", "is", "a", "ai", "crisis"])
def test_short_words_keep_their_s(word: str) -> None:
    """Not every s at the end is a plural."""
    assert stem(word) == word


def test_tokens_are_lower_case_words_and_telling_signs() -> None:
    """Apostrophes are folded, possessives dropped, signs kept."""
    assert list(tokens("The CFO’s goal: 20% growth?")) == [
        "the",
        "cfo",
        "goal",
        ":",
        "20",
        "%",
        "growth",
        "?",
    ]


def test_features_tell_the_kinds_apart() -> None:
    """The same words may mean another field in a segment."""
    assert features("Plans the bake", "persona") != features("Plans the bake", "segment")
    assert features("Plans the bake", "persona") == features("Plans the bake", "persona")


@pytest.mark.parametrize(
    "text",
    [
        "The profiles below are not meant to be complete",
        "This page helps designers to choose",
        "Bakers are out of scope",
        "For example, a baker who owns two shops",
        "We interviewed forty bakers for it",
    ],
)
def test_what_speaks_of_the_page_is_no_claim(text: str) -> None:
    """How a page was made and how to read it says nothing of the buyer."""
    assert field(text, shape="sentence") in (UNSORTED, SKIP)


@pytest.mark.parametrize(
    "text",
    ["This will ask for faster ovens.", "(Ovenly Cloud)", "Please use the e-mail templates"],
)
def test_half_thoughts_and_advice_to_sellers_are_no_claim_under_any_heading(text: str) -> None:
    """A heading does not make a claim of what needs another sentence or speaks to sellers."""
    assert field(text, "Goals", shape="sentence") == UNSORTED
