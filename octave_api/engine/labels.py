"""
Labels before a value ("Key: value"), and quotation marks around a whole block.
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine.clauses import sentences
from octave_api.engine.headings import heading_field, heading_match, names_field
from octave_api.engine.sides import side_of

FIELD = re.compile(
    r"(?:^|\b)(?:goal|objective|aim|motivat|need|want|pain|challenge|frustration|problem|obstacle|"
    r"concern|worr|fear|risk|objection|barrier|blocker|title|role|persona|responsib|dut(?:y|ies)|"
    r"task|job|"
    r"activit|kpi|metric|measure|success|industr|sector|vertical|compan|employee|headcount|size|"
    r"revenue|turnover|geograph|region|countr|location|market|segment|technolog|tech stack|tool|"
    r"software|budget|priorit|initiative|driver|trigger|signal|criteri|qualif|disqualif|fit|"
    r"deal.?breaker|deal.?maker|value|benefit|message|messaging|why|question|skill|background|"
    r"education|experience|demograph|firmograph|description|summary|about|bio|quote|behavio|"
    r"influenc|decision|buying|purchas|stakeholder|channel|use case|example|outcome|approach|"
    r"consideration|reports to|seniority|department|team|function|business model|funding|stage|"
    r"age\b|name\b|occupation|profile|competitor|alternative|expectation|requirement|type\b|"
    r"founded|provider|ability to|note\b|principle|definition|overview|strateg)",
    re.IGNORECASE,
)
_KEY = re.compile(r"([^\W\d_][^:：.!?;\"“”<>=|\n]{0,59}?)(?:\s*[:：]|\s=)(?=\s)\s*(?=\S)")
_FILTER = re.compile(
    r"((?!Not\b|not\b)[A-Za-z][\w.-]{1,30})\s(?:(?:IN|in|contains|is any of|is one of"
    r"|equals)\s(?=[(\[\"'\w])"
    r"|(?=[<>]=?\s?[\d$€£]))"
)
"""A field of a list's filter: "country IN (…)", "employees >= 50"."""
_DASHED = re.compile(r"([A-Z][a-z]+(?: [a-z]+){0,2}) - (?=\S)")
_DASH_WITHIN = 32
"""A field's name before a dash, as in hasty notes: "Concern - suppliers are small"."""
_STOPPED = re.compile(r"([A-Z][a-z]+(?: [a-z]+)?)\.\s+(?=[A-Z\d])")
"""A field's name as a sentence of its own: "Pain. Reports take two hours."."""
_WHOM = re.compile(
    r"(?i)(?:our |the )?(?:targets?|(?:target )?(?:customers?|companies|accounts?|market|segment"
    r"|group|audience)|brief|context|whom?)"
)
_KINDS: tuple[Kind, ...] = ("persona", "segment")
NOT_KEY = re.compile(
    r"\b(?:they|we|i|you|it|he|she|is|are|was|were|has|have|had|will|can|could|should|would|may|"
    r"wants?|needs?|includes?|including|says?|means?|thing|following|such|that|https?|this)\b",
    re.IGNORECASE,
)

_GO_ON = frozenset(
    "is are was were be has have had do does did can will would may must should and or of in on at "
    "to for with from by that which who as than if when where like such because so but not".split()
)
"""What goes on with a sentence after the marked words that open it."""
_TITLES = re.compile(r"(?i)\btitles?\b")
_SHORT_KEY = 3
HEADING_LENGTH = 120
_OWN_FIELD = re.compile(r"__[a-z]{1,2}$")
_EQUALS = re.compile(r"(?P<key>[A-Z][a-z]+(?: [a-z]+)?) = (?=\S)")
_TOLD = re.compile(
    r"(?P<key>(?:(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Oo]ur)(?:\s[a-z]+){0,2}|(?:The )?(?:[Bb]iggest"
    r"|[Mm]ain|[Tt]op"
    r"|[Cc]hief|[Uu]sual|[Tt]ypical|[Cc]ommon|[Oo]ther))\s[a-z]+"
    r"(?:\s(?:you|we)(?:\s[a-z]+){1,2})?(?:\s(?:with|about|for|when|of|around)\s[^:.,;?!]{2,40})?"
    r"|What(?:\s(?:I(?:['’]m)?|[a-z]+)){2,7}"
    r"|(?:Complains?|Moans?|Grumbles?|Worries|Cares?|Judged|Measured|Hates|Wants|Fears|Loves"
    r"|Dreams)"
    r"(?:\s(?:about|on|by|of))?):\s+(?=\S)"
)
_ANNOUNCED = re.compile(
    r"(?:(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Oo]ur|The)\s(?:(?:biggest|main|top|chief|usual|typical"
    r"|common|daily)\s)?)"
    r"(?P<key>[a-z]+(?:\s[a-z]+)?)\s(?:is|are|include|includes)(?:\s(?:to|that))?\s+(?=\S+ \S)"
)


_OF_THEM = re.compile(
    r"(?i)(?:what|which|how|where|why)\b(?!.*\byou).{1,60}?\b(?:they|their|them|his|her|he|she)\b"
)


def key_of(text: str, i: int, j: int) -> tuple[int, int] | None:
    """Where the key ends and the value begins in "Key: value"; None if text[i:j] is no such."""
    match = _KEY.match(text, i, j) if any(mark in text for mark in ":：=") else None
    if match is None and text.find(" - ", i, i + _DASH_WITHIN) > 0:
        dashed = _DASHED.match(text, i, j)
        return (dashed.end(1), dashed.end()) if dashed and names_field(dashed[1]) else None
    if match is None and (filtered := _FILTER.match(text, i, j)) and _is_field(filtered[1]):
        return filtered.end(1), filtered.end()
    if not match or match.end() >= j:
        stopped = _STOPPED.match(text, i, j)
        named = stopped is not None and names_field(stopped[1]) and stopped.end() < j
        return (stopped.end(1), stopped.end()) if stopped is not None and named else None
    key = match.group(1)
    if text[match.end(1) : match.end()].strip() == "=" and not _is_field(key):
        return None  # "The old till = black box" is said of a thing
    told = names_field(key) or side_of([key]) is not None
    if len(key.split()) > 5 or (NOT_KEY.search(key) and not told):
        return told_key(text, i, j) if key.startswith("What ") else None
    return match.end(1), match.end()


def _is_field(key: str) -> bool:
    """Tell whether a key names a field of either kind ("not_for")."""
    return names_field(key) or any(
        heading_match(key.replace("_", " "), kind) is not None for kind in _KINDS
    )


def is_lead(lead: str, rest: str, *, among: bool) -> bool:
    """
    Whether marked words announce what follows: "**Size** 40 to 400".

    `among` says that the lines beside it open with marked words too.
    """
    starts = rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“'‘"
    if starts and (" " in lead or lead[-1:] in ".!"):
        return True
    if among and len(lead.split()) <= _SHORT_KEY and lead[:1].isupper():
        return True
    goes_on = rest.split(None, 1)[0].lower() in _GO_ON
    return not goes_on and (names_field(lead) or side_of([lead]) is not None)


def told_key(text: str, i: int, j: int) -> tuple[int, int] | None:
    """
    Where the key ends and the value begins in a sentence of prose: "Her big worries: …".

    It must be somebody's, or the main ones, or what they want, and name a field.
    """
    match = _TOLD.match(text, i, j)
    if match is None:
        equal = _EQUALS.match(text, i, j) if text.find(" = ", i, j) >= 0 else None
        named = equal is not None and names_field(equal["key"])
        return (equal.end("key"), equal.end()) if equal is not None and named else None
    key = match["key"]
    if heading_match(key, "persona") is None and heading_match(key, "segment") is None:
        return None
    return match.end("key"), match.end()


def announced_key(text: str, i: int, j: int) -> tuple[int, int] | None:
    """Where the list begins in "Her main pains are a, b and c"; None where no field is named."""
    match = _ANNOUNCED.match(text, i, j)
    if match is None or not names_field(match["key"]):
        return None
    return match.end("key"), match.end()


def labels_a_list(question: str) -> bool:
    """Whether a question about them is answered beside it: "What are their pain points?"."""
    return _OF_THEM.match(question) is not None


def is_quoted(text: str, i: int, j: int) -> bool:
    """Whether quotation marks open and close text[i:j]."""
    return j - i > 20 and text[i] in '"\u201c\u201e\u00ab' and text[j - 1] in '"\u201d\u201c\u00bb'


def spoken_key(text: str) -> str:
    """Give a key of a data file ("not_for"), or of a CRM's own field ("Employees__c"), in words."""
    plain = "_" not in text or " " in text
    return text if plain else _OWN_FIELD.sub("", text).replace("_", " ").strip()


def is_profile(label: str) -> bool:
    """Whether a whole profile may stand behind a label ("ICP: …", "Target: …")."""
    field = heading_field(label, "segment")
    return field in ("firmographics", "fitExplanation") or _WHOM.fullmatch(label) is not None


_TO_BE_ENDED = re.compile(r"(?i)\b(?:if|when|who|that|you|they)\s?(?:…|\.\.\.)$")


def opens_list(text: str, i: int, j: int) -> bool:
    """Whether text[i:j] ends with a colon, or leaves its end to the lines below: "… if …"."""
    if text[j - 1] in ":：":
        return True
    return text[j - 1] in ".…" and _TO_BE_ENDED.search(text, max(i, j - 12), j) is not None


def is_titles(path: tuple[str, ...]) -> bool:
    """Whether the nearest heading announces job titles."""
    return bool(path) and _TITLES.search(path[-1]) is not None


def is_plain_key(text: str, i: int, end: int, begin: int, j: int) -> bool:
    """Whether "Key: value" in running text is a field and not a sentence with a colon."""
    words = text[i:end].split()
    if words[0] == "What" and len(sentences(text[begin:j])) > 1:
        return False  # The label is of the first sentence alone.
    if FIELD.search(text, i, end) or names_field(text[i:end]):
        return len(words) <= 4
    if len(words) <= 3 and side_of([text[i:end]]) is not None:
        return True  # "bad: franchises, one-man bands"
    if len(words) in (4, 5) and text[i].isupper() and side_of([text[i:end]]):
        return len(sentences(text[begin:j])) == 1
    return len(words) <= 3 and text[i].isupper() and len(sentences(text[begin:j])) == 1


def shorten(text: str) -> str:
    """At most 120 characters, cut between words where there are any."""
    if len(text) <= HEADING_LENGTH:
        return text
    cut = text.rfind(" ", 0, HEADING_LENGTH + 1)
    return text[: cut if cut > HEADING_LENGTH // 2 else HEADING_LENGTH].rstrip()
