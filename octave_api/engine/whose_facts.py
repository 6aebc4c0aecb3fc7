"""
Whose facts: what a line tells of those whom the companies deal with, not of the companies.

"Exports to Japan" puts nobody in Japan, and under "Contract with" stands another party.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import Fact
from octave_api.engine.sides import by_column

_CUSTOMERS = re.compile(r"(?i)(?:(?:end|main|own|key) )?(?:customers|clients|buyers)$")
_DEALS_WITH = re.compile(
    r"(?i)^(?:contracts?|agreements?|deals?|works?|partners?|sells?|sold|suppl(?:y|ies|ied)"
    r"|pays?|paid"
    r"|funded|owned|licen[sc]ed|regulated|supervised|reports?|bills?|invoices?|delivers?|buys?)"
    r" (?:with|to|by|from)$|^(?:their |its )(?:own )?(?:customers?|clients?|buyers?)$"
    r"|^(?:suppliers?|partners?|regulators?|funders?|sponsors?|paymasters?|landlords?|owners?"
    r"|owned by|who owns .{2,30}|ownership|budgets?|authority|timelines?|(?:economic )?buyers?"
    r"|decision process"
    r"|decision criteria|champions?|competition|competitors?|(?:sales )?channels?|outlets?"
    r"|routes? to market|distribution|(?:sells?|sold) (?:in|at|through|via))$"
)
"""What names somebody whom the companies deal with."""


def unread(statement: Statement, *, sold: bool, case: bool) -> tuple[str, ...]:
    """Give the keys of facts that a line cannot tell of the companies."""
    nearest = statement.headings[-1] if statement.headings else ""
    deals = statement.shape in ("cell", "value") and _DEALS_WITH.match(nearest) is not None
    graded = statement.shape == "cell" and by_column(statement.headings) is not None
    deals = deals or (graded and any(map(_CUSTOMERS.match, statement.headings[-2:])))
    return (
        *(("technology",) if sold else ()),
        *(("industry",) if deals else ()),
        *(("employees", "revenue") if case else ()),
    )


_TRADES_WITH = re.compile(
    r"(?i)\b(?:export|ship|sell|deliver|import|source|buy)(?:s|ing|ed)? (?:[\w-]+ ){0,3}?(?:to"
    r"|from|into)"
    r" (?:[A-Z][\w. -]*(?:,| or| and|/| &) ?)*$"
)
"""Before a place where only their customers or suppliers are."""
_PAID_BY = re.compile(
    r"(?i)\b(?:support|funding|grants?|money|subsid(?:y|ies)|aid|loans?) (?:from|by) (?:the )?$"
)
"""Before a place that pays: "support from the EU"."""
_LEAST = re.compile(r"(?i)\b(?:min(?:imum)?|lower (?:bound|limit)|at least|from)$")
_MOST = re.compile(r"(?i)\b(?:max(?:imum)?|upper (?:bound|limit)|at most|up to)$")


def bounded(fact: Fact, context: str) -> Fact:
    """Read a lone number as the bound that its key names: "Employees max: 250"."""
    if fact.key not in ("employees", "revenue") or fact.low is None or fact.low != fact.high:
        return fact
    amount = fact.value.removesuffix(" a year")
    if _LEAST.search(context):
        return replace(fact, value=f"{amount}+{fact.value[len(amount) :]}", high=None)
    return replace(fact, value=f"up to {fact.value}", low=None) if _MOST.search(context) else fact


def signed(text: str) -> bool:
    """Tell whether a line quotes somebody and says who and where: "We wait" (Leeds, 9 sites)."""
    return text[:1] in ('"', "“") and text[-1:] not in ('"', "”")


_TOOL = re.compile(
    r"(?i)\b(?:systems?|software|tool|platform|ERP|CRM|app|suite|database|package) \($"
)
_WITH_A = re.compile(
    r"(?i)(?!works|deals|helps|partners|speaks|sells)\b[a-z]{3,}s (?:\([^()]*\) )?with"
    r" (?:an?|their own|its own|own|on-site) (?:[\w-]+ ){0,2}(?:(?:and|or) (?:an? |their own )?)?$"
)
"""Before what they have beside their trade: "museums with a shop and a cafe"."""


def of_others(fact: Fact, text: str) -> bool:
    """Tell whether a fact is of others, of a part of theirs, or a word in a tool's name."""
    before, after = text[: fact.start], text[fact.end : fact.end + 1]
    if fact.key == "industry":
        named = before[-1:] == "(" and after == ")" and _TOOL.search(before) is not None
        return named or (" with " in text and _WITH_A.search(before) is not None)
    return fact.key == "geography" and trades_with(before)


def trades_with(before: str) -> bool:
    """Tell whether the words before a place say that only customers or suppliers are there."""
    return _TRADES_WITH.search(before) is not None or _PAID_BY.search(before) is not None
