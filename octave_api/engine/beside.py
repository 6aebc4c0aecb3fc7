"""
What the source of a segment says beside the companies meant: none of it is a fact of theirs.

One customer's own numbers, what a tender asks of its bidders, what the seller earns and plans, how
points add up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.draft import Document, Statement
from octave_api.engine.features import tokens
from octave_api.engine.refusals import turned_away
from octave_api.engine.sides import by_column
from octave_api.engine.verbs import base_of_past

_ONE_OF_THEM = re.compile(
    r"^(?:One|Another) (?!of the\b|in\b|thing\b|reason\b)[\w -]{3,30}?(?: \([^()]{3,60}\)"
    r"|,[^,]{3,40},)?"
    r" (?:signed|bought|told|said|lost|left|churned|switched|called|asked|cancelled|renewed|went"
    r"|moved"
    r"|saved|cut|had|was)\b"
)
_NOT_OFFERED = re.compile(
    r"(?i)^what (?:we|it|\w+) (?:do|does|will|is|are)(?:n['’]t| not)\b(?!.*\b(?:work|sell|serve)\b)"
    r"|^(?:not included|limitations?|what(?:['’]s| is) not (?:in|included))\b"
)
_ANOTHER = re.compile(
    r"^(?:[A-Z][\w&'’.-]+ ){2,4}\([^()]{0,60}\d[^()]{0,40}\) (?:has |was |just |then"
    r" )?(?P<done>[a-z]+)"
)
_BOASTS = re.compile(
    r"(?i)^(?:trusted|loved|used|chosen|recommended|backed|featured|rated) (?:by|in|on|for)\b"
    r"|^\W*\d(?:[.,]\d)?\s?(?:stars?|/ ?5|out of 5)\b|\bon (?:Capterra|G2|Trustpilot|GetApp)\b"
)
_ONE_CUSTOMER = re.compile(
    r"^(?:(?:[Aa]bout|[Vv]isit(?:ed)?|[Ss]poke to|[Tt]alked to|[Mm]et|[Ee]xample:?|e\.g\.) )?"
    r"(?P<name>[A-Z][\w&'’.-]+(?: (?:(?:of|and|the|&) )?[A-Z&][\w&'’.-]*){0,3}) "
    r"\((?:an? |our |their |the )?(?:\w+ )?(?:customer|client|pilot|trial|reference|user)\b"
)
_TENDER = re.compile(
    r"\b(?:RFP|RFQ|RFT|ITT)\b|(?i:\brequest for (?:proposals?|quotations?|tenders?)\b"
    r"|\binvitation to (?:bid|tender)\b|\bcall for (?:tenders|bids)\b|\btender notice\b)"
)
_TENDERS = ("RFP", "RFQ", "RFT", "ITT")
_CALLS = ("request for", "invitation to", "call for", "tender notice")
_OF_BIDDERS = re.compile(
    r"(?i)^(?:the |each |all |any |an? )?(?:(?:successful|selected|winning|prospective) )?(?:vendor"
    r"|supplier|bidder|respondent|offeror|proposer|tenderer|contractor|provider|system|solution"
    r"|software|platform|product|proposal|bid|offer|tender)s? (?:shall|must|will|should|may"
    r"|needs? to"
    r"|(?:is|are) (?:to|required)|ha(?:s|ve) to)\b"
    r"|^(?:evaluation|scoring|price|cost)\b.{0,60}\d+\s?%?(?:,|;|$)"
    r"|\b(?:proposals?|bids|questions|tenders|responses)(?: are)? due\b"
)
_OF_SELLER = re.compile(
    r"\b(?:ACV|TAM|SAM|SOM)\b|(?i:\bnew (?:ARR|MRR|logos?)\b|\bmonths?[ -]payback\b"
    r"|\bwins? back\b|\bwin[- ]backs?\b)"
)
_EARNS = frozenset("acv tam sam som arr mrr logo logos payback back backs".split())
_BOASTING = frozenset(
    "trusted loved used chosen recommended backed featured rated star stars 5 capterra g "
    "trustpilot getapp".split()
)
_OF_SELLERS = _EARNS | _BOASTING
_MOST_OF_SELLER = 16
"""Words; in a longer sentence the companies may be told as well."""
_SCORE = re.compile(r"(?i)^(?:scores?|points?|weights?|weighting|rating|pts)$")
_POINTS = re.compile(r"[+−-]?\d{1,3}(?: ?%)?")
_COMMENT = re.compile(
    r"(?i)^(?:comments?|notes?|remarks?|why|why it matters|reason(?:ing)?|rationale|explanation"
    r"|source|how to check|owner)$"
)
_TOTAL = re.compile(r"(?i)^(?:max(?:imum)?|total|sum|threshold|cut-?off|min(?:imum)?)\b.{0,24}$")


def beside_them(statements: Sequence[Statement], documents: Sequence[Document]) -> dict[int, str]:
    """Give the places, in `statements`, of what says nothing of the companies, and by what rule."""
    scored = {
        (one.source, one.headings[-2])
        for one in statements
        if one.shape == "cell" and _is_points(one) and len(one.headings) > 1
    }
    # Most sources call for nothing, and a look at the whole is cheap.
    called = {n for n, document in enumerate(documents) if _may_tender(document.text)}
    tenders = {
        one.source
        for one in statements
        if one.source in called
        and (_TENDER.search(one.text) or any(map(_TENDER.search, one.headings[:2])))
    }
    found: dict[int, str] = {}
    customer = False
    for place, one in enumerate(statements):
        if one.shape == "sentence" and (
            _ONE_CUSTOMER.match(one.text) or _ONE_OF_THEM.match(one.text) or _is_done(one.text)
        ):
            customer = True
        elif customer and not _goes_on(one, statements[place - 1], documents):
            customer = False
        of_seller = not _OF_SELLERS.isdisjoint(tokens(one.text))
        if customer:
            found[place] = "it tells of one customer"
        elif one.source in tenders and any(map(_OF_BIDDERS.search, (one.text, *one.headings[-1:]))):
            found[place] = "it says what bidders must do"
        elif of_seller and _tells(one.text, _EARNS) and _OF_SELLER.search(one.text):
            found[place] = "it counts what the seller earns"
        elif any(map(_NOT_OFFERED.search, one.headings[-1:])) and turned_away(one.text) is None:
            found[place] = "it says what the seller does not do"
        elif of_seller and _tells(one.text, _BOASTING) and _BOASTS.search(one.text):
            found[place] = "the seller boasts"
        elif _is_of_scoring(one, scored):
            found[place] = "it says how points are given"
    return found


def _may_tender(text: str) -> bool:
    """Tell whether a source has one of the words that all finds of the pattern have."""
    low = text.lower()
    return any(map(text.__contains__, _TENDERS)) or any(map(low.__contains__, _CALLS))


def _tells(text: str, words: frozenset[str]) -> bool:
    """Tell whether a line is short and has one of the words that all finds of a pattern have."""
    return not words.isdisjoint(tokens(text)) and len(text.split()) <= _MOST_OF_SELLER


def _goes_on(one: Statement, before: Statement, documents: Sequence[Document]) -> bool:
    """Tell whether a sentence stands in the line that tells of the customer."""
    between = documents[one.source].text[before.end : one.start]
    return one.source == before.source and one.shape == "sentence" and "\n" not in between


def _is_done(text: str) -> bool:
    """Tell a sentence on one firm with its size: "Old Weir Mills (7 mills) raised …"."""
    told = _ANOTHER.match(text)
    return told is not None and base_of_past(told["done"]) is not None


def _is_points(one: Statement) -> bool:
    last = one.headings[-1] if one.headings else ""
    return bool(_SCORE.match(last) and _POINTS.fullmatch(one.text))


def _is_of_scoring(one: Statement, scored: set[tuple[int, str]]) -> bool:
    """Tell remarks beside scored criteria, and the rows that only add up points."""
    if one.shape == "value":
        above = one.headings[-3:-1]
        return bool(_POINTS.fullmatch(one.text)) and any(map(_SCORE.match, above))
    if one.shape != "cell" or not one.headings:
        return False
    if (one.source, one.text) in scored:
        return bool(_TOTAL.match(one.text))
    row = one.headings[-2] if len(one.headings) > 1 else ""
    if (one.source, row) not in scored:
        return False
    return bool(_COMMENT.match(one.headings[-1]) or _TOTAL.match(row)) and not by_column(
        one.headings
    )
