"""
Asides: what a sentence about somebody says in passing of their pains, worries and aims.

"CFO at a manufacturer, worried about cash flow" names a title, and a concern beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REST = r"(?P<what>[^.;:!?()\n]{3,160}?)"
_END = (
    r"(?=\s*(?:[.;:!?()\n]|$|,?\s+(?:but|because|so that|who|which)\b|,\s+while\b|"
    r",?\s+(?:and\s+)?(?:worried|concerned|anxious|struggl\w+|frustrated|tired|looking|trying|"
    r"hoping|aiming|wants?|focused|measured|obsessed|reports?|"
    r"running|managing|leading|responsible|hates?|dislikes?|fears?|loves?|"
    r"ha(?:s|ve)\s+to)\b))"
)
_BEFORE = r"(?i)(?:^|(?<=[\s,(–—-]))"
_WORRIES = (
    r"(?:(?:worr(?:ied|ies|y)|concerned|anxious|nervous|afraid|scared)\s+(?:about|of|that)|"
    r"(?<!\bthe\s)fears?(?!\s+of\b))\s+"
)
_STRUGGLES = r"(?P<how>struggl(?:ing|es|e)\s+(?:with|to)|suffer(?:ing|s)?\s+from)\s+"
_SUFFERS = (
    r"(?P<how>(?:frustrated|overwhelmed|swamped|plagued|annoyed)\s+(?:by|with)|"
    r"(?:tired|sick)\s+of|fed\s+up\s+with|hates?|dislikes?|drowning\s+in|buried\s+(?:in|under)|"
    r"bogged\s+down\s+(?:by|in|with)|burdened\s+(?:by|with))\s+"
)
_WANTS = r"(?:(?:looking|hoping|trying|aiming|keen|eager)\s+to|(?:want|need)(?:s|ing)?\s+to)\s+"
_MEASURED = r"(?P<how>(?:focused|measured|judged)\s+on|obsessed\s+with)\s+(?!is\b|are\b)"
_ANSWERS = r"(?P<how>(?:responsible|accountable)\s+for|in\s+charge\s+of)\s+(?!the\s+purchase)"
_PATTERNS = tuple(
    (field, tuple(words.split()), re.compile(f"{_BEFORE}{start}{_REST}{_END}"))
    for field, words, start in (
        ("keyConcerns", "worr concerned anxious nervous afraid scared fear", _WORRIES),
        ("painPoints", "struggl suffer", _STRUGGLES),
        (
            "painPoints",
            "frustr overwhe swamp plague annoy tired sick fed hate dislike drown buried bogged "
            "burden",
            _SUFFERS,
        ),
        ("keyObjectives", "looking hoping trying aiming keen eager want need", _WANTS),
        ("keyObjectives", "focused measured judged obsessed", _MEASURED),
        ("primaryResponsibilities", "responsible accountable charge", _ANSWERS),
    )
)
"""A field, words of which one is in all that its pattern finds, and the pattern."""
_CALLED = tuple(
    "problem challenge pain frustration complaint headache obstacle hurdle struggle issue "
    "bottleneck".split()
)
_ARE_TROUBLES = re.compile(
    r"(?i)^(?P<what>[^.;:!?()\n]{20,240}?),? (?:are|remain) "
    r"(?:all |both |among |(?:just )?some of )?(?:the |their |its |our |your )?"
    r"(?:(?!not\b|no\b|never\b|rarely\b)[\w-]+ ){0,3}?"
    r"(?:problems|challenges|pain points|pains|frustrations|complaints|headaches|obstacles|hurdles"
    r"|struggles|issues|bottlenecks)\b"
)
"""What is named first and then called a trouble: "Long queues, lost forms and … are problems"."""
_LISTED = re.compile(r",\s+(?:and |or )?|\s+and\s+(?=[^,]*$)")
_RUNS = re.compile(
    r"(?i)(?:managing|running|leading|overseeing|handling|coordinating|operating|administering"
    r"|maintaining|supervising)\b"
)
"""What somebody does day by day: one who is "focused on managing parts" aims at no more of it."""
_HOW = re.compile(r"(?i)^(?P<verb>struggl|suffer|hate|dislike)\w*")


@dataclass(frozen=True, slots=True)
class Aside:
    """What a part of a text says, and of which field; `text[start:end]` says it."""

    field: str
    text: str
    start: int
    end: int


def find_asides(text: str) -> Iterator[Aside]:
    """Find asides, field by field; a pain keeps its verb ("struggle to hire"), a wish does not."""
    low = text.lower()
    for field, words, pattern in _PATTERNS:
        for match in pattern.finditer(text) if any(map(low.__contains__, words)) else ():
            if field == "keyObjectives" and not _is_wish(text[: match.start()]):
                continue
            what = match["what"].removeprefix("is ").removeprefix("are ")
            if field == "keyObjectives" and _RUNS.match(what):
                yield Aside("primaryResponsibilities", what, match.start(), match.end())
                continue
            if "how" in pattern.groupindex:
                how = _HOW.sub(_base, " ".join(match["how"].split()))
                what = f"{how} {what}"
            yield Aside(field, what, match.start(), match.end())
    called = _ARE_TROUBLES.match(text) if any(map(low.__contains__, _CALLED)) else None
    if called is not None and "," in called["what"]:
        begin = 0
        for joint in [*_LISTED.finditer(called["what"]), None]:
            end = joint.start() if joint else len(called["what"])
            if " " in called["what"][begin:end]:
                yield Aside("painPoints", called["what"][begin:end], begin, end)
            begin = joint.end() if joint else end


_OF_A_THING = re.compile(
    r"(?i)(?:^|[\s(])(?:it|this|that|you|[a-z]{2,}(?:tion|ment|ity|ness|ance|ence|ware|ing)|data"
    r"|systems?|process(?:es)?|tools?|platforms?|solutions?|reports?|invoices?|orders?|records?"
    r"|schedules?|products?|services?|prices?|projects?)"
    r"(?: (?:now|also|often|still|always|really|just|only))*\s*$"
)
_NEAR = 80
_OF_NOBODY = re.compile(r"(?i)\b(?:no ?one|nobody|none(?: of \w+)?|\w+n['’]t|not|never)\s*$")
_OF_OTHERS = re.compile(
    r"(?i)(?:^|[,;.] |and )(?:(?-i:IT|HR)|legal|finance|procurement|(?:cyber ?)?security|unions?"
    r"|(?:the|our|my|their|his|her) (?:[\w-]+ ){0,2}(?:board|boss|directors?|managers?|owners?|team"
    r"|auditors?|lawyers?|unions?|council|department))(?: too,? they)?"
    r"(?: (?:will|would|might|may)|['’](?:ll|d))(?: (?:also|often|usually|probably))?\s*$"
)
"""What others of the committee would want: "IT will want to know where the data sits"."""
_THAT_THEY = re.compile(
    r"(?i)(?P<before>[a-z]+) (?:they|he|she|we|i)(?: (?:really|also|just))?\s*$"
)
_JOINING = frozenset(
    "and but or so because that if when while as since once until what how before after whenever "
    "where though although says say said".split()
)


def _is_wish(before: str) -> bool:
    """
    Tell whether "need to" and the like say what somebody wants, by the words before it.

    A thing has no wish ("records need to be kept"), and "the resources they need to work" tells
    of the resources; what the reader needs is not of the buyer.
    """
    near = before[-_NEAR:]
    if any(one.search(near) for one in (_OF_A_THING, _OF_OTHERS, _OF_NOBODY)):
        return False
    relative = _THAT_THEY.search(near)
    return relative is None or relative["before"].lower() in _JOINING


def _base(match: re.Match[str]) -> str:
    return {"struggl": "struggle"}.get(match["verb"].lower(), match["verb"].lower())


_GERUND_OF = r"(?P<what>(?:[a-z]+ly\s+)?[a-z]+ing\b[^.;:!?()\n]{3,80}?)"
_THING = r"(?P<what>(?!than\b|than\s)[a-z][^.;:!?,()\n]{5,60}?)"
_STOPS = r"(?=\s*(?:[.;:!?()\n]|$|,|\s(?:so|before|when|because|while)\b|\s[–—-]\s))"
_ENDED = tuple(
    re.compile(rf"(?i)(?:^|(?<=[\s,(–—])){start}{what}{_STOPS}")
    for start, what in (
        (r"(?:stops?|quit|instead of|rather than|tired of)\s+", _GERUND_OF),
        (r"(?:no more|say goodbye to|goodbye,?|an? end to|goodbye to|outgrown?)\s+", _THING),
    )
)


_TOLD_TO = re.compile(
    r"(?i)(?:^|[,.;:(–—-]|\b(?:and|to|or|you|we|then|finally|can|will|help|just))\s*$"
)


def find_ended(text: str) -> Iterator[Aside]:
    """
    Find what a seller's page promises to end ("No more paper timesheets"): pains of its buyers.

    `text[start:end]` is the promise, "no more" included; `text` of the aside is the pain alone.
    """
    for pattern in _ENDED:
        for match in pattern.finditer(text):
            if match[0][:5].lower() == "stop " and not _TOLD_TO.search(
                text[max(0, match.start() - _NEAR) : match.start()]
            ):
                continue  # "Suppliers stop answering the phone" ends nothing.
            yield Aside("painPoints", match["what"], match.start(), match.end())
