"""What stands beside a phrase: the nouns for companies, the words that join a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from octave_api.engine.gazetteer import Hit, Word

T = TypeVar("T")

COMPANIES = frozenset(
    """
    company companies firm firms business businesses industry industries sector sectors vertical
    verticals vendor vendors provider providers supplier suppliers operator operators
    organisation organisations organization organizations enterprise enterprises brand brands
    startup startups scaleup scaleups customer customers client clients account accounts buyer
    buyers prospect prospects player players corporation corporations corporate corporates group
    groups institution institutions manufacturer manufacturers maker makers producer producers
    distributor distributors retailer retailers chain chains market markets segment segments
    space conglomerate conglomerates smes smbs sme smb entity entities agencies agency shops
    merchants sellers publishers houses contractors plants facilities lenders insurers banks
    processors wholesalers exporters importers franchises cooperatives
    """.split()
)
# What may follow "a bank" when a bank is meant, not its account.
_CLOSING = COMPANIES | frozenset(
    """
    and or with that who which in on at of for to from is are was has have had can cannot may
    might must will would should do does did using running looking needing wanting facing where
    whose when as but by than then based located headquartered across within outside under over
    between owned led backed i you they we it the ceo cfo cio cto coo cmo ciso vp cxo owner
    owners founder founders executive executives leader leaders manager managers director
    directors side serving selling operating processing handling moving seeking trying working
    without needs wants uses runs sells serves not also each every typically usually often
    """.split()
)
# "Vendor lock-in", "customer support", "group chat": not the company.
_AFTER_COMPANY = frozenset("lock support service services chat owner manager data".split())
_IN = frozenset("in across within like including include namely especially particularly".split())
_BETWEEN = re.compile(
    r"\s{0,2}(?:(?:[,;/|•·&+\n]|-|–)\s{0,2})?(?:(?:and|or|as\s+well\s+as|nor|not|e\.g\.|etc\.?"
    r"|even|also|the|other|for|in)\s{1,2}){0,2}",
    re.IGNORECASE,
)


def followed_by_company(cut: list[Word], text: str, last: int) -> bool:
    """Say whether a noun for a company comes next, as in "retail companies"."""
    if last >= len(cut) or not _touching(text, cut, last) or cut[last].folded not in COMPANIES:
        return False
    return last + 1 >= len(cut) or cut[last + 1].folded not in _AFTER_COMPANY


def closes(cut: list[Word], text: str, last: int) -> bool:
    """Say whether the phrase before word `last` ends there: nothing follows that it modifies."""
    if last >= len(cut) or not _touching(text, cut, last):
        return True
    return cut[last].folded in _CLOSING


def after_in(cut: list[Word], text: str, first: int) -> bool:
    """Say whether the phrase comes after "in", "across", "like" or another word of a list."""
    if first == 0 or not _touching(text, cut, first):
        return False
    if cut[first - 1].folded == "the" and first > 1 and "," in text[cut[first].end :][:14]:
        first -= 1
    return cut[first - 1].folded in _IN


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` is a whole item: marks, "and" or nothing on both sides."""
    before = text[max(0, start - 12) : start].rstrip()
    if before and not _ITEM_BEFORE.search(before):
        return False
    after = text[end : end + 12].lstrip()
    return not after or _ITEM_AFTER.match(after) is not None


_ITEM_BEFORE = re.compile(
    r"(?i)(?:[,;:/|•·&+*_(\[>–—-]|\d[.)]|\b(?:and|or|nor|e\.g\.|the|in|for|except|excluding"
    r"|across|like|including|as|serve|to|with|from|at|of|into|between))$"
)
_ITEM_AFTER = re.compile(r"(?i)[,;:/|•·&+*_)\].!?\n(<–—-]|(?:and|or|nor|etc|as well)\b")


def neighbours(text: str, left_end: int, right_start: int) -> bool:
    """Say whether nothing but list marks or "and" stands between two phrases."""
    gap = right_start - left_end
    if not 0 < gap <= 20 or _BETWEEN.fullmatch(text, left_end, right_start) is None:
        return False
    # "Automation for brokers" is no list of two trades.
    return text[left_end:right_start].strip() not in ("for", "in", "for the", "in the")


def runs(text: str, hits: Sequence[Hit[T]]) -> list[int]:
    """Number the hits by the list that they stand in: neighbours have the same number."""
    numbers: list[int] = []
    for at, hit in enumerate(hits):
        joined = at > 0 and neighbours(text, hits[at - 1].end, hit.start)
        numbers.append(numbers[-1] if joined else at)
    return numbers


def _touching(text: str, cut: list[Word], at: int) -> bool:
    """Say whether only a blank or a hyphen stands before word `at`."""
    if at == 0:
        return False
    between = text[cut[at - 1].end : cut[at].start]
    return len(between) <= 2 and between.strip() in ("", "-", "’", "'")
