"""What a reader makes of the many ways in which people write a persona or a segment down."""

from __future__ import annotations

import itertools
import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.engine.draft import Document, Statement
from octave_api.engine.reading import Reading, clauses, read, sentences, split_list


def reading(text: str) -> Reading:
    return read([Document(text)])


def said(text: str) -> list[tuple[str, str]]:
    """(nearest heading, text) of every statement."""
    return [(s.headings[-1] if s.headings else "", s.text) for s in reading(text).statements]


def only(text: str) -> list[str]:
    return [s.text for s in reading(text).statements]


# Markdown


def test_hash_and_underlined_headings_nest() -> None:
    """Both kinds of Markdown heading stand over what follows, outermost first."""
    result = reading(
        "Bakery owners\n=============\n\nGoals\n-----\n\n### Next year\n\n- Open a second shop\n"
    )
    assert result.statements[0].headings == ("Bakery owners", "Goals", "Next year")
    assert [h.text for h in result.headings] == ["Bakery owners", "Goals", "Next year"]
    assert [h.shape for h in result.headings] == ["title"] * 3


def test_headings_lose_their_marks() -> None:
    """Numbers, marks, anchors, glyphs and colons are no part of a heading."""
    text = (
        "## 2.1 **Pains**: {#pains}\n\n- Flour prices swing\n\n## 🎯 Aims\n\n- Sell out by noon\n"
    )
    assert said(text) == [("Pains", "Flour prices swing"), ("Aims", "Sell out by noon")]


@pytest.mark.parametrize(
    "text",
    [
        "**Goals:**\n\n- Cut waste\n- Train bakers\n",
        "- **Goals**\n  - Cut waste\n  - Train bakers\n",
        "- **Goals:**\n\n  - Cut waste\n  - Train bakers\n",
        "- **Goals:**\n\n1. Cut waste\n1. Train bakers\n",
        "Goals:\n- Cut waste\n- Train bakers\n",
        "Goals\n\n• Cut waste\n• Train bakers\n",
        "GOALS\nCut waste\nTrain bakers\n",
        "goals:\n  - Cut waste\n  - Train bakers\n",
        "== Goals ==\n* Cut waste\n* Train bakers\n",
        "• Goals\n– Cut waste\n– Train bakers\n",
        "> **Goals**\n> - Cut waste\n> - Train bakers\n",
        "Goals:\nCut waste\nTrain bakers\n",
    ],
)
def test_a_label_is_a_heading_in_every_habit(text: str) -> None:
    """Bold lines, keys, capitals and short lines before a list all announce it."""
    assert [(h.lower(), t) for h, t in said(text)] == [
        ("goals", "Cut waste"),
        ("goals", "Train bakers"),
    ]


@pytest.mark.parametrize(
    "glyph", ["-", "*", "+", "•", "‣", "–", "✅", "❌", "1.", "1)", "a.", "→", "- [ ]", "- [x]"]
)
def test_bullets_of_any_glyph(glyph: str) -> None:
    """The glyph is left out, the text stays."""
    assert only(f"{glyph} Cut waste\n{glyph} Train bakers\n") == ["Cut waste", "Train bakers"]


def test_wrapped_and_lazy_lines_belong_to_their_bullet() -> None:
    """A bullet goes on over the lines that were only wrapped."""
    text = (
        "- Keeps the ovens running through the night although half of the\n  staff is new\n"
        "- Orders flour by telephone since the supplier has no other way of\ntaking orders\n"
    )
    assert only(text) == [
        "Keeps the ovens running through the night although half of the staff is new",
        "Orders flour by telephone since the supplier has no other way of taking orders",
    ]


def test_marked_lead_announces_the_rest_of_its_line() -> None:
    """A bold lead with a colon is a heading; one with words of its own is a statement too."""
    text = "- **Night shift:** Bakes alone\n- **Stage 2: Has two shops** Needs a second baker\n"
    assert said(text) == [
        ("Night shift", "Bakes alone"),
        ("", "Stage 2: Has two shops"),
        ("Stage 2: Has two shops", "Needs a second baker"),
    ]
    assert [s.emphasis for s in reading(text).statements] == [False, True, False]


def test_bold_question_is_said_and_announces_its_gloss() -> None:
    """The question is what counts; the remark after it stands under it."""
    text = "1. **How many loaves go unsold?** This shows whether planning hurts.\n"
    assert said(text) == [
        ("", "How many loaves go unsold?"),
        ("How many loaves go unsold?", "This shows whether planning hurts."),
    ]


def test_key_and_value_on_one_line() -> None:
    """The key becomes the heading and the value one statement."""
    result = reading("- Industry: Bakeries, cafés and hotels\n- Reports to: Owner\n")
    assert [(s.headings, s.text, s.shape) for s in result.statements] == [
        (("Industry",), "Bakeries, cafés and hotels", "value"),
        (("Reports to",), "Owner", "value"),
    ]


def test_a_colon_within_a_sentence_is_no_key() -> None:
    """Running text with a colon stays whole."""
    text = "They want one thing: a quiet oven. We sell to three kinds of shop: big, small, new.\n"
    assert only(text) == [
        "They want one thing: a quiet oven.",
        "We sell to three kinds of shop: big, small, new.",
    ]


def test_question_heading_over_a_list() -> None:
    """A question before a list is its heading."""
    assert said("What keeps them up at night?\n\n- Mould in the store\n") == [
        ("What keeps them up at night?", "Mould in the store")
    ]


def test_parent_bullets_are_headings_of_their_children() -> None:
    """A lead-in is a heading only; a question is said as well."""
    text = "- Asks us often:\n  - Does it rise?\n- Which oven do you use?\n  - How old is it?\n"
    assert said(text) == [
        ("Asks us often", "Does it rise?"),
        ("", "Which oven do you use?"),
        ("Which oven do you use?", "How old is it?"),
    ]


def test_a_lead_in_ends_with_its_list() -> None:
    """The paragraph after a list no longer stands under the list's label."""
    text = "## Fit\n\nWe look for the following:\n\n- Two shops\n\nEverybody else waits.\n"
    assert said(text) == [
        ("We look for the following", "Two shops"),
        ("Fit", "Everybody else waits."),
    ]


# Tables


def test_table_with_fields_as_columns() -> None:
    """The column is the nearest heading, the row's name stands before it."""
    text = "| Challenge | What we do |\n| --- | --- |\n| Stale bread | Bake to order |\n"
    result = reading(text).statements
    assert [(s.headings, s.text, s.shape) for s in result] == [
        (("Challenge",), "Stale bread", "cell"),
        (("Stale bread", "What we do"), "Bake to order", "cell"),
    ]


def test_table_with_fields_as_rows() -> None:
    """The row's name is the nearest heading, breaks and dashes part the cell."""
    text = "| &nbsp; | Small chains |\n|---|---|\n| **Criteria** | - 5-20 shops<br />- Own mill |\n"
    assert [(s.headings, s.text) for s in reading(text).statements] == [
        (("Small chains", "Criteria"), "5-20 shops"),
        (("Small chains", "Criteria"), "Own mill"),
    ]


def test_continued_rows_inherit_their_name() -> None:
    """An empty first cell goes on with the row above; a score knows what it scores."""
    text = "| Metric | Value | Score |\n|--|--|--|\n| Shops | 1-4 | 1 |\n| | 5-20 | 6 |\n"
    assert [(s.headings, s.text) for s in reading(text).statements][2:] == [
        (("Value", "Shops"), "5-20"),
        (("Shops", "5-20", "Score"), "6"),
    ]


def test_numbered_items_in_a_cell_are_parted() -> None:
    """ "1. … 2. …" in one cell are two statements, which stand under the topic beside them."""
    text = "| Time | Questions |\n|--|--|\n| now | 1. Who bakes? 2. Who sells? |\n"
    assert only(text) == ["Who bakes?", "Who sells?"]


def test_tabs_part_key_and_value() -> None:
    """Lines of "key <tab> value" are fields."""
    assert said("Age\t36\nLocation\tGhent\n") == [("Age", "36"), ("Location", "Ghent")]


# Around the text


def test_front_matter_gives_title_and_description() -> None:
    """The rest of it is for the site's machinery."""
    text = "---\ntitle: Mill owners\ndescription: Who they are.\ntags:\n- a\n---\n\nThey mill.\n"
    assert said(text) == [("Mill owners", "Who they are."), ("Mill owners", "They mill.")]


def test_code_comments_and_template_tags_are_left_out() -> None:
    """Nothing of a code block, a comment or a template reaches a statement."""
    text = (
        "They bake.\n\n```\nrun()\n```\n\n<!-- they steal -->\n{{< x >}}They sell {% y %}bread.\n"
    )
    assert only(text) == ["They bake.", "They sell bread."]


def test_a_fence_around_everything_is_only_a_wrapper() -> None:
    """Text pasted whole inside a fence is read."""
    assert said("```markdown\n# Goals\n\n- Cut waste\n- Train bakers\n```\n")[0] == (
        "Goals",
        "Cut waste",
    )


def test_inline_marks_go_and_the_quote_keeps_them() -> None:
    """`text` is clean; the span covers the source's own words with their marks."""
    source = (
        'They **love** [rye](https://x.test/r "t") &amp; `spelt`[^1] [2] ~~oats~~ at 5&nbsp;am.'
    )
    statement = reading(source).statements[0]
    assert statement.text == "They love rye & spelt at 5 am."
    assert source[statement.start : statement.end] == source


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Home > Blog > Ovens",
        "Home | About | Pricing | Contact",
        "We use cookies to improve your visit. Accept all",
        "© 2026 Oven Ltd. All rights reserved.",
        "Last updated: 3 May 2026",
        "[Edit this page](https://x.test)",
        "Share this on LinkedIn",
        "Subscribe to our newsletter",
        "Request a demo",
        "Learn more about ovens",
        "[Ovens we like](https://x.test)",
        "![An oven](oven.png)",
        "https://x.test/oven",
        "Table of contents",
        "Goals ........ 3",
        "5 min read",
        "< describe the day here >",
        "TBD",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    """Menus, notices, calls to act, bare links and placeholders say nothing of a buyer."""
    assert only(f"{line}\n\nBakers rise early.\n") == ["Bakers rise early."]


def test_menu_at_the_top_is_skipped() -> None:
    """A run of page names before the text goes."""
    assert only("Home\nProducts\nPricing\nBlog\nContact\n\nBakers rise early in every town.\n") == [
        "Bakers rise early in every town."
    ]


def test_names_under_a_quotation_are_left_out() -> None:
    """What a customer says stays, the signature goes."""
    text = '> "We threw away much of our bread."\n>\n> — Ann Miller, Owner\n\nBakers rise early.\n'
    assert only(text) == ['"We threw away much of our bread."', "Bakers rise early."]


# Plain text


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines of a PDF become sentences again; short lines stay apart."""
    text = (
        "A bakery with two shops or more usually has one person who\n"
        "plans the night shift. That person rarely has time for tools\n"
        "and buys on advice.\n\nOwner\nBaker\n"
    )
    assert only(text) == [
        "A bakery with two shops or more usually has one person who plans the night shift.",
        "That person rarely has time for tools and buys on advice.",
        "Owner",
        "Baker",
    ]


def test_nested_bullets_of_word_and_definitions() -> None:
    """An indented "o" is a bullet; a line after a colon of its own is a definition."""
    assert said("• Audits fail\n    o No names\n\nTriggers\n: New oven\n") == [
        ("", "Audits fail"),
        ("Audits fail", "No names"),
        ("Triggers", "New oven"),
    ]


def test_fields_in_one_line_and_in_records() -> None:
    """Bars part fields; keys of a record each announce their own value."""
    assert said("**Role**: Owner | **Reports to**: nobody\n") == [
        ("Role", "Owner"),
        ("Reports to", "nobody"),
    ]
    assert said("name: Ann\ntitles: [Owner, Baker]\npains:\n  - Mould\nsize: 5-20\n") == [
        ("name", "Ann"),
        ("titles", "Owner, Baker"),
        ("pains", "Mould"),
        ("size", "5-20"),
    ]


# HTML


def test_page_cards_pair_labels_with_values() -> None:
    """Labels announce what stands beside them; a label alone is what the page says."""
    page = (
        "<h3>Ann</h3><div><label>Owner</label></div><div><div><label>Age:</label><span>41</span></div>"
        "<div><label>Needs &amp; wants:</label><ul><li>Sleep</li><li>A <a href='x'>quiet</a> "
        "oven</li></ul></div></div>"
    )
    result = reading(page).statements
    assert [(s.headings, s.text) for s in result] == [
        (("Ann",), "Owner"),
        (("Ann", "Age"), "41"),
        (("Ann", "Needs & wants"), "Sleep"),
        (("Ann", "Needs & wants"), "A quiet oven"),
    ]


def test_page_furniture_is_left_out() -> None:
    """Scripts, menus, forms, hidden parts, cookie notes and template tags go; sections stay."""
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><nav><a href='/'>Home</a></nav>"
        "<div class='cookie-banner'><p>Cookies help us serve you.</p></div><p hidden>Secret.</p>"
        "{% include 'a.html' %}<section><h2>Why bakers<br>buy</h2><p>Ovens {{ brand }} fail. "
        "Bread burns.</p>"
        "<a href='/demo'>See every oven</a></section><form><p>Your name</p></form>"
        "<script>if (a < b) { c() }</script><footer><p>Rye &amp; Co</p></footer></body></html>"
    )
    assert said(page)[-2:] == [
        ("Why bakers buy", "Ovens fail."),
        ("Why bakers buy", "Bread burns."),
    ]
    assert len(only(page)) == 2


def test_page_tables_and_definitions() -> None:
    """Cells and definitions stand under their headers and terms."""
    page = (
        "<table><tr><th>Pain</th><th>Effect</th></tr><tr><td>Old oven</td><td>Burnt "
        "<b>rolls</b></td></tr></table>"
        "<dl><dt>Budget</dt><dd>Small</dd></dl>"
    )
    assert said(page) == [("Pain", "Old oven"), ("Effect", "Burnt rolls"), ("Budget", "Small")]


def test_broken_tags_swallow_nothing() -> None:
    """Open quotes, stray ends and unclosed elements leave the text readable."""
    page = '<div><p>Bakers rise early.<p class="x>They sell.</p></b></div><div>Mills grind.</div>'
    assert "Bakers rise early." in only(page)
    assert "Mills grind." in only(page)


# Sentences, lists, clauses


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["They use tools, e.g. Excel and Word.", "It costs 3.5 times more!"],
        ["Sells to U.S. bakeries via Rye Inc. and others.", "Who signs?", "The owner does."],
        ["See Dr. Flour (he knows. Really.) about it.", "Node.js v1.2 works."],
        ["We wait... and wait.", '"Buy it now."', "Then they left."],
        ["J. Baker runs it.", "VPs of Sales agree."],
    ],
)
def test_sentences_end_where_people_end_them(parts: list[str]) -> None:
    """Abbreviations, initials, numbers, brackets and ellipses do not end a sentence."""
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Bakeries, cafés and hotels", ["Bakeries", "cafés", "hotels"]),
        ("CIO / CTO/ VP, IT", ["CIO", "CTO", "VP, IT"]),
        (
            "Oil & Gas, Food and Beverage, R&D, and CI/CD",
            ["Oil & Gas", "Food and Beverage", "R&D", "CI/CD"],
        ),
        ("CEO/COO", ["CEO", "COO"]),
        ("one, two; three | four", ["one, two", "three", "four"]),
        ("Head of IT (EU, US), Director, Retail", ["Head of IT (EU, US)", "Director, Retail"]),
        ("More than 1,000 staff", ["More than 1,000 staff"]),
        ("Sales and marketing", ["Sales and marketing"]),
        ("", []),
    ],
)
def test_lists_fall_into_their_items(text: str, items: list[str]) -> None:
    """The strongest separator decides, and set phrases stay whole."""
    assert [text[a:b] for a, b in split_list(text)] == items


def thoughts(text: str) -> list[str]:
    document = Document(text)
    return [c.text for s in read([document]).statements for c in clauses(s, document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Owners who run two shops and hire bakers", ["run two shops", "hire bakers"]),
        (
            "I mill rye, bake loaves, and teach apprentices.",
            ["mill rye", "bake loaves", "teach apprentices"],
        ),
        ("Responsible for buying flour and training staff", ["buying flour", "training staff"]),
        (
            "Signs contracts, reviews spend and reports to the owner",
            ["Signs contracts", "reviews spend", "reports to the owner"],
        ),
        ("I'm worried by mould, mice and heat", ["I'm worried by mould, mice and heat"]),
        ("Plan, build and run the mill", ["Plan, build and run the mill"]),
        ("Do you bake and sell bread?", ["Do you bake and sell bread?"]),
    ],
)
def test_clauses_stand_alone(text: str, expected: list[str]) -> None:
    """Verb phrases are parted, lists of nouns and shared objects are not."""
    assert thoughts(text) == expected


def test_clauses_keep_their_spans_through_markup() -> None:
    """A clause of marked text quotes the source as it stands."""
    document = Document("- Buyers who **run** [plants](u) &amp; report to the COO\n")
    first, second = clauses(read([document]).statements[0], document)
    assert (first.text, second.text) == ("run plants", "report to the COO")
    assert document.text[second.start : second.end] == "report to the COO"
    assert "plants" in document.text[first.start : first.end]


# What holds for every text

SCRAPS = [
    *(
        "# |- |* |1. |> |**|_|`|\n```\n|\n|\n\n|\r\n|\u2028|\t|: |---|===|&amp;|&#39;|<p>|</p>|<b>|"
        "<br>|</ul>|<ul>|<li>|<table>|<td>|<tr>|</table>|<h2>|</h2>|<label>|</label>|<script>|<!--|"
        "-->|{{|}}|{% block title %}|[a](b)|[|](|![x](y)|[[w]]|~~|Goals|word |\ud800|\x00|•|✅|é|"
        "Sells to U.S. firms. |What? |who run mills and hire bakers"
    ).split("|"),
    "|",
    "| a | b |\n|---|---|\n",
]
TEXTS = st.one_of(
    st.text(st.characters(categories=None), max_size=200),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join),
)


def assert_quoted(statement: Statement, text: str) -> None:
    """The span is sound, and the statement's characters occur in its quote in their order."""
    assert 0 <= statement.start < statement.end <= len(text)
    quote = text[statement.start : statement.end]
    rest = iter(re.sub(r"&[#\w]+;?", lambda m: m.group() + unescape(m.group()), quote))
    assert all(character in rest for character in "".join(statement.text.split()))
    assert statement.text == " ".join(statement.text.split()) != ""
    assert all(0 < len(heading) <= 120 for heading in statement.headings)


def assert_apart(statements: list[Statement]) -> None:
    for shape in {s.shape for s in statements}:
        spans = sorted((s.start, s.end) for s in statements if s.shape == shape)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@settings(max_examples=300)
@given(TEXTS)
def test_every_statement_is_quoted_from_any_text(text: str) -> None:
    """Whatever was pasted: sound spans, nothing overlaps within a shape, the same again."""
    document = Document(text)
    result = read([document])
    assert read([document]) == result
    for statement in [*result.statements, *result.headings]:
        assert_quoted(statement, text)
    assert_apart(result.statements)
    for statement in result.statements:
        parts = clauses(statement, document)
        assert parts
        for part in parts:
            assert_quoted(part, text)
            assert statement.start <= part.start
            assert part.end <= statement.end
        assert_apart(parts)


@settings(max_examples=200)
@given(TEXTS)
def test_spans_of_sentences_and_items_are_in_order(text: str) -> None:
    """Sentences and items lie within the text, one after the other."""
    for spans in (sentences(text), split_list(text)):
        at = 0
        for start, end in spans:
            assert at <= start < end <= len(text)
            at = end


def test_order_counts_up_over_sources() -> None:
    """Statements and headings of all sources share one count, and name their source."""
    result = read([Document("# A\n\nOne.\n"), Document("Two. Three.")])
    assert [(s.source, s.order) for s in result.statements] == [(0, 1), (1, 2), (1, 3)]
    assert [(h.source, h.order) for h in result.headings] == [(0, 0)]
