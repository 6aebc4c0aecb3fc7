"""
Titles of others: a boss, a colleague, who comes up in passing, or who it is said not to be.

Each is told by the words around the title in its sentence, or by the heading above it.
"""

from __future__ import annotations

import re

_OTHERS = re.compile(
    r"(?i)\b(?:(?:report|answer|escalate|speak|present|hand|goe)(?:s|ing|ed)?(?: \w+){0,4}?"
    r" (?:in)?to"
    r"(?: the| an?)?|their|his|her|my|our|your|its|works? (?:with|for|alongside)(?: the)?"
    r"|partners? (?:to|of|for|with)(?: the)?|together "
    r"with(?: the)?|along with(?: the)?|supported by|(?:signed|approved|decided) by(?: the)?|"
    r"teams? of(?: \w+)?|convinces?|persuades?|hir(?:es?|ing)|find(?:s|ing)?|"
    r"seek(?:s|ing)?|sits? with(?: the| an?)?|"
    r"(?:runs|manages|supervises|oversees|leads)(?: \d[\d,.]*(?: (?:to|or) \d+)?)?|"
    r"recruit(?:s|ing)?|lack(?:s|ing)?|"
    r"coach(?:es)?|los(?:e|es|ing)|from the|"
    r"by the|with the|(?:above|beyond|over) that,?(?: the)?|(?:their|his|her|my|our) (?:line )?"
    r"(?:boss|manager|superior)(?:,| is)(?: the| an?| our)?)\s+(?:\w+\s+){0,2}$"
)
"""Before the title of somebody else: a boss, a colleague, one of the team."""
_NOT = re.compile(
    r"(?i)\b(?:not|never|isn['’]t|(?:instead|ahead) of|rather than|no longer)\s+(?:the\s+|an?\s+|"
    r"their\s+|with\s+the\s+)?$"
)
_NOT_FOR_US = re.compile(
    r"(?i)[^.;!?,]{0,40}?(?:\s[-–—]+ (?:they(?:['’]re| are) )?|\b(?:is|are) |(?:is|are)(?=n['’]t ))"
    r"(?:not|n['’]t|never|out)\s(?:for us|our (?:buyers?|persona|icp|target|focus)|a fit|of scope"
    r"|(?:the |our )?(?:target|right (?:person|people))|buyers?)\b"
)
_COMES_UP = re.compile(
    r"(?i)\b(?:when(?:ever)?|if|until|before|after|once)\s+(?:the|an?|my|our|their|his|her)\s+"
    r"(?:\w+\s+)?$|\b(?:said|says|adds?|added|explain(?:s|ed)|according to)\s+"
    r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),\s+(?:the\s+|its\s+)?$"
)
_SIGNS = re.compile(
    r"(?i)^\s+(?:is (?:his|her|their) (?:\w+ )?(?:boss|sponsor|manager|champion|ally)\b|asks"
    r" (?:why|for|her|him|them)\b|signs?|approves?|pays|decides?|has the (?:final|last))\b"
)
_OTHERS_HEADED = re.compile(
    r"(?i)\b(?:else|involved|stakeholders?|reports? to|reporting|works? with|influencers?|team|"
    r"signs|committee|colleagues|collaborat\w+|interactions?|career|entry points?"
    r"|advance(?:ment|s)?|promot(?:ed|ions?)|lateral"
    r"|next (?:roles?|steps?|positions?)|previous(?:ly)?|former)\b"
)


def is_another(before: str, after: str) -> bool:
    """Tell whether the words around a title make it a boss's, a colleague's or one's of a team."""
    return bool(_OTHERS.search(before) or _SIGNS.match(after))


_SELLERS = frozenset("ae aes sdr sdrs bdr bdrs csm csms".split())
_ASKS_ROLE = re.compile(
    r"(?i)\b(?:roles?|titles?|jobs?|positions?|who are you|you do|yourself|responsib\w+"
    r"|call|meeting|chat)\b"
)


def is_sellers(title: str) -> bool:
    """Tell whether a title is of one who sells, as it stands beside a name in notes of a call."""
    return title.lower() in _SELLERS


def answers(heading: str) -> bool:
    """Tell whether a heading asks for something else than who somebody is."""
    return heading.endswith("?") and _ASKS_ROLE.search(heading) is None


def of_oneself(text: str) -> bool:
    """Tell whether somebody says who they are: "I'm the production manager here"."""
    return text.lstrip('"“‘').startswith(("I'm ", "I’m ", "I am ", "I work as ", "As "))


def comes_up(before: str) -> bool:
    """Tell whether a title only comes up: "when the auditor asks", "said Ana Pires, chief …"."""
    return bool(_COMES_UP.search(before))


def is_denied(before: str, after: str = "") -> bool:
    """Tell whether it is said not to be this one: "not the CIO", "directors — not for us"."""
    return bool(_NOT.search(before) or _NOT_FOR_US.match(after))


def heads_others(heading: str) -> bool:
    """Tell whether a heading is for others: "Reports to", "Works with"."""
    return bool(_OTHERS_HEADED.search(heading))
