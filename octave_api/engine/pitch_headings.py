"""
Headings of a seller's page: which announce what is offered, what goes wrong, whom it is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TROUBLES = re.compile(
    r"(?i)\b(?:problem|challenge|pain|sound familiar|struggl\w+|awake|up at night|the old way|"
    r"why .{0,30} (?:takes?|costs?|hurts?|breaks?)\b|without us|before|reality|status quo|"
    r"tired of|why .{0,40}(?:fail|hard|switch(?! to\b))|was built for|is broken|\bold\b|"
    r"the (?:real |hidden |true )?cost of|costing you|getting harder"
    r"|your (?:day|week|month),? (?:today"
    r"|now)\b)|^still\b.*\?$"
)
RESULTS = re.compile(r"(?i)\b(?:results?|outcomes?|benefits?|impact|after|solution)\b")
ARTICLE = re.compile(r"(?i)^(?:the|our|their|key)\s+")
WHOM = re.compile(
    r"(?i)^(?:who (?:buys|we (?:help|serve|support|work with|sell to)|uses|it is for|it['’]s for"
    r"|this is for|is (?:this|it) for)\b|"
    r"(?:built|made|ideal|perfect) for\b|(?:industries|companies|businesses) we (?:help|serve"
    r"|support)\b|"
    r"is this for you|(?:best|ideally|well) suited (?:to|for)\b"
    r"|who (?:gets|benefits) (?:the )?most\b|(?:a )?(?:good|great|best|ideal) fit for\b"
    r"|our (?:ideal )?(?:customers|clients)\W*$)"
)
"""A heading of a seller's page that says whom the page is for."""
AIMS = frozenset({"keyObjectives", "keyPriorities"})
WANTED = re.compile(
    r"(?i)^what (?!we\b|our\b|makes\b)(?:[\w&'’-]+ ){1,5}?(?:really |actually )?(?:want"
    r"|care about|ask for)\W*$|^what good looks like\W*$"
)
"""A heading over what buyers are after: "What general counsel want"."""
GOALS = re.compile(r"(?i)\b(?:goals?|objectives?|priorities|aims?)\b")
ANSWERS = re.compile(
    r"(?i)\b(?:faqs?|frequently asked|(?:common|popular|your|more|any|got) questions|"
    r"questions (?:and|&) answers)\b|^questions\W*$"
)
_CHOSEN = re.compile(
    r"(?i)^why (?:[\w&'’-]+ ){1,6}?(?:choose|love|pick|use|trust|prefer|switch to|rely)\b|"
    r"^what (?:[\w&'’-]+ ){1,6}?(?:gets?|gains?|wins?|earns?)\b|"
    r"^(?:what you get|how (?:it|we) (?:helps?|works?))\b"
)
_DOES = re.compile(
    r"^[Ww]ith (?P<with>[A-Z][\w&'’-]+)$|"
    r"^(?:[Ww]hat|[Hh]ow|[Ww]here) (?P<name>[A-Z][\w&'’-]+) (?:does|do|helps?|works|gives"
    r"|changes|takes|handles|adds|brings)\b"
)
FOR_ALL = re.compile(r"(?i)\bfor (?:every|each|any|all)\b|\bevery (?:role|team|size|department)\b")
BEFORE = re.compile(r"(?i)(?:before|today|without|the old way|old way|now)\b(?! and after)")
"""A column of what a product puts an end to."""


def offering(headings: Sequence[str], names: frozenset[str]) -> str:
    """Give the nearest of the last two headings if it announces what the seller offers."""
    return next((one for one in reversed(headings[-2:]) if is_offering(one, names)), "")


def is_offering(heading: str, names: frozenset[str]) -> bool:
    """Tell whether a heading announces what is offered ("Why bakers choose Ovenly")."""
    does = _DOES.match(heading)
    return bool(_CHOSEN.match(heading)) or (
        does is not None and (does["name"] or does["with"]) in names
    )


def is_trouble(heading: str) -> bool:
    """Tell whether a heading announces what goes wrong ("Sound familiar?", "The problem")."""
    return bool(_TROUBLES.search(heading))
