"""
Other parties: organisations that a sentence only mentions beside the companies that it is about.

"Needs the bank to agree", "audited by an accounting firm" and "their customers are refiners"
put nobody in banking, accounting or oil.
"""

from __future__ import annotations

import re

SUPPLIES = frozenset("supply supplies supplying contracts".split())
SELLS = SUPPLIES | frozenset(
    "sell sells selling serve serves deliver delivers ship ships cater caters".split()
)
_RELATIVES = frozenset("which that who".split())
_FOR_OTHERS = frozenset({"for", "to", "from"})
_TELLS = frozenset("in when if while because until whenever once since that".split())
_SO_FAR = 90
_LIST = r"(?:[\w'’&-]+(?: [\w'’&-]+){0,3}?(?:, and |, | and | or | & )){0,4}(?:[\w'’-]+ ){0,2}?$"
"""What may stand between a party that opens a list and the one that is looked at."""
_BY = re.compile(
    r"(?i)\b(?:audited|paid|funded|owned|regulated|supervised|insured|financed|inspected|certified"
    r"|collected|picked up|sold|demanded|required|asked for|billed|delivered|supplied|checked"
    r"|approved|signed off|handled|tested|booked|ordered|bought|lent|licensed|imposed|requested)"
    rf"(?: \w+ly| up| out)? (?:by|through|via|from) (?:an? |the |their |its )?{_LIST}"
)
_ARE = re.compile(
    r"(?i)(?:\b(?:their|its|whose) (?:[\w-]+ ){0,2}|^)(?:customers|clients|buyers|suppliers"
    r"|partners"
    r"|competitors|contractors?|landlords?|payers?|tenants|guests|members|lenders?|sponsors)"
    rf" (?:are|is|include|tend to be|range from|come from) (?:\w+ly )?(?:an? |the )?{_LIST}"
)
_CUSTOMERS = re.compile(r"(?i)^(?:customers|clients|buyers|partners|members) ")
"""Without "their" these are the customers of who writes."""
_DO = re.compile(
    r"(?i)(?:(?:\b(?:they|it|most|he|she|and|but|also)\b(?: (?:\w+ly|also|often|still|then|all))?)"
    r"|^)\s?(?:(?:sells?|suppl(?:y|ies)|delivers?|ships?|subcontracts?|reports?|rents?|leases?"
    r"|sends?|loses?|lost) (?:[\w-]+ ){0,3}?(?:to|from|for)"
    r"|(?:buys?|borrows?|rents?|orders?|lives?|works?) (?:[\w-]+ ){0,2}?(?:from|off|for)"
    r"|(?:competes?|competing|works?|deals?|contracts?|negotiates?) (?:\w+ly )?(?:with|against)"
    r"|(?:bills?|invoices?|suppl(?:y|ies)|caters? for|serves?|uses?|hires?|asks?|pays?|calls?)"
    r"|books? (?:\w+ )?(?:through|via))"
    rf" (?:an? |the |their |its |some |local )?{_LIST}"
)
_NOT_THEY = re.compile(r"(?i)^(?:works?|deals?|serves?|sells?|suppl|uses?|deliver)\w* ")
"""Without a subject, what a seller says of itself as well."""
_BOOK = re.compile(
    r"(?i)\b(?:guests?|customers|patients|tickets|rooms|orders|leads|parents|visitors|tenants) "
    rf"(?:[\w-]+ ){{0,3}}(?:through|via|from) (?:an? |the )?{_LIST}"
)
_GO = re.compile(
    rf"(?i)\b(?:deliveries|samples|invoices|reports|exports|orders|payments?|waste|goods) (?:go"
    rf"|goes"
    rf"|are sent|is sent|ship) to (?:an? |the |their )?{_LIST}"
)
_OF_ALL = re.compile(
    r"(?i)(?:banks?|insurers?|landlords?|law firms?|lawyers?|insurance compan(?:y|ies)"
    r"|tax advis[eo]rs?"
    r"|accountants?|accounting firms?|bookkeepers?|auditors?|brokers?|councils?)"
)
"""Parties that every company has to do with."""
_THEIR = re.compile(rf"(?i)\b(?:their|its|his|her|your) (?:[a-z-]+ )?{_LIST}")
_THE = re.compile(r"(?i)\bthe (?:[a-z-]+ )?$")
_AFTER_VERB = re.compile(
    r"(?i)\b(?:needs?|gets?|lets?|asks?|calls?|tells?|pays?|until|before|after|unless|from|by|with"
    r"|for|next to|near|at|of) the $"
)
_ON_CLAUSE = re.compile(r"[.;:!?](?:\s|$)|\b(?:we|our|who we|which we) ")


def is_other_party(text: str, start: int, end: int, *, single: bool) -> bool:
    """
    Tell whether the firm that `text[start:end]` names only deals with the companies meant.

    `single`: it is named in the singular.
    """
    before = text[max(0, start - _SO_FAR) : start]
    said = set(before.lower().split())
    if _PARTIES.isdisjoint(said):
        return False
    cut = [one.end() for one in _ON_CLAUSE.finditer(before)]
    ours = bool(cut) and before[: cut[-1]].rstrip().lower().endswith(("we", "our"))
    before = before[cut[-1] :] if cut else before
    if not before or ours:
        return False
    of_all = not _OWNERS.isdisjoint(said) and _OF_ALL.fullmatch(text, start, end)
    if of_all and (_THEIR.search(before) or (single and _THE.search(before))):
        return True
    if single and "the" in said and _AFTER_VERB.search(before):
        return True
    if not _WAYS.isdisjoint(said) and (_BY.search(before) or _BOOK.search(before)):
        return True
    if "to" in said and _GO.search(before):
        return True
    if not _BEING.isdisjoint(said) and _ARE.search(before) and not _CUSTOMERS.match(before):
        return True
    told = None if _DEEDS.isdisjoint(said) else _DO.search(before)
    return told is not None and not (told.start() == 0 and _NOT_THEY.match(before))


_OWNERS = frozenset("the their its his her your".split())
_WAYS = frozenset("by through via from".split())
_BEING = frozenset("are is include tend range come".split())
_DEEDS = frozenset(
    "sell sells supply supplies deliver delivers ship ships subcontract subcontracts report reports"
    " rent rents lease leases send sends lose loses lost buy buys borrow borrows order orders live"
    " lives work works compete competes competing deal deals contract contracts negotiate"
    " negotiates bill bills invoice invoices cater caters serve serves use uses hire hires ask asks"
    " pay pays call calls book books".split()
)
_PARTIES = _OWNERS | _WAYS | _BEING | _DEEDS | {"to"}
"""One of these is before every party that is only mentioned."""


def is_told_of(before: list[str]) -> bool:
    """Read "in the pub", "when the courier is late": somebody in a story."""
    return before[-1] == "the" and before[-2:-1] != [] and before[-2] in _TELLS


def sells_on(before: list[str]) -> bool:
    """Read "roasters which sell to cafés", "dairies that deliver to schools": their customers."""
    who = max((at for at, word in enumerate(before) if word in _RELATIVES), default=-1)
    sells = who >= 0 and not SELLS.isdisjoint(before[who + 1 : who + 3])
    return sells or (who >= 0 and not _FOR_OTHERS.isdisjoint(before[who + 2 :]))


def of_some_trade(text: str, start: int, end: int) -> bool:
    """Say whether "services" are those that the word before names: "construction services"."""
    if text[start:end].lower() != "services" or text[start - 1 : start] != " ":
        return False
    before = text[:start].split()[-1:]
    return bool(before) and before[0].isalpha() and before[0].lower() not in ("and", "or", "in")
