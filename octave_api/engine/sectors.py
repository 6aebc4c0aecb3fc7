"""Find the industries that a text names, by the word list `knowledge/industries.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octave_api.engine.gazetteer import Gazetteer, Hit, Word, plural, words
from octave_api.engine.knowledge_files import load
from octave_api.engine.lexicon import look_up
from octave_api.engine.neighbours import (
    after_in,
    closes,
    followed_by_company,
    runs,
    stands_alone,
)
from octave_api.engine.other_parties import (
    SELLS,
    SUPPLIES,
    is_other_party,
    is_told_of,
    of_some_trade,
    sells_on,
)

Tier = Literal["plural", "firm", "sure", "field", "noun"]
_HEADING = re.compile(
    r"\b(?:industr(?:y|ies)|verticals?|sectors?|markets?\s+served|target\s+markets?"
    r"|company\s+types?|tier\s+\d|segments?(?=\W*(?:$| / ))"
    r"|fields?)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:industr(?:y|ies)|verticals?|sectors?)\b", re.IGNORECASE)
# After "bank on", "agency fee", "healthcare benefits": not the industry of a company.
_NOT_BEFORE = frozenset(
    """
    benefits benefit coverage costs account accounts holiday statement statements transfer
    transfers card cards certificate certificates certification gdp gmp licence license grade
    """.split()
)
_NOT_AFTER = frozenset(
    """
    memory food blood piggy river talent regulatory data idea image server break breaking slow
    slower slowest fast faster quick multi inter cross
    """.split()
)
# "We sell accounting software": what is sold, not who buys it.
_SOLD = frozenset("software platform platforms tool tools app apps".split())
_DEGREES = frozenset("degree degrees graduate graduates course courses".split())
_SELLING = frozenset("selling delivering shipping".split())
_DISPUTED = frozenset(
    "dispute disputes arguments argument trouble invoices bills claims orders deliveries calls"
    " emails letters complaints".split()
)
_LINKS = frozenset(
    "edi api apis interface interfaces integration integrations integrated contract contracts"
    " agreement agreements connection connections connected link links portal portals supplier"
    " suppliers deliveries orders relationship relationships partnership partnerships terms".split()
)
"""What leads to another party: "EDI with manufacturers", "a supplier to butchers"."""
_TO = frozenset("to with from between for".split())
_THROUGH = frozenset({"through", "via"})
_HAVING = frozenset("with run runs running own owns operate operates has have having".split())
_WHOSE = frozenset("their his her its".split())
_VERBS = frozenset("harbours harbors".split())
"""Firms in the plural that are a verb as well: they count where nothing follows."""
_NOT_MADE = frozenset(
    "decision policy film rule law money noise trouble match market deal peace opinion taste trend"
    " the our their its these those of and or for to by with from several many some few other all"
    " most various different two three four five big small large local".split()
)
_POSSESSIVES = ("' ", "’ ")
_AND = frozenset({" and ", " & ", " or "})
_DEALS = frozenset({"from", "via"})
# "A school of thought", "the agency of users".
_OF_THINGS = frozenset("school agency bank farm foundation".split())


@dataclass(frozen=True, slots=True)
class Sector:
    """What a phrase means: an industry, and how sure the phrase is of it."""

    name: str
    tier: Tier


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer[Sector]:
    found: Gazetteer[Sector] = Gazetteer()
    for row in load("industries.toml")["industry"]:
        name = row["name"]
        firms = row.get("firms", [])
        found.add(firms, Sector(name, "firm"))
        found.add([plural(firm) for firm in firms], Sector(name, "plural"))
        found.add(row.get("sure", []), Sector(name, "sure"))
        found.add(row.get("fields", []), Sector(name, "field"))
        found.add(row.get("nouns", []), Sector(name, "noun"))
    return found


_FOR_TRADES = frozenset({"Insurance", "Software"})


def find_sectors(text: str, cut: list[Word], context: str = "") -> list[tuple[str, int, int]]:
    """Give (industry, start, end) for each industry that the text names, in order."""
    hits = list(_gazetteer().find(text, cut))
    makers = _makers(cut, hits) if "makers" in text else []
    if not hits:
        return makers
    heading = bool(_HEADING.search(context) or _ANNOUNCED.search(text, 0, hits[-1].start))
    numbers = runs(text, hits)
    whole = [stands_alone(text, hit.start, hit.end) for hit in hits]
    accepted = [_alone(text, cut, hit) for hit in hits]
    by_run: dict[int, list[int]] = {}
    for at, number in enumerate(numbers):
        by_run.setdefault(number, []).append(at)
    entire = _is_list(text, hits)
    for members in by_run.values():
        last = hits[members[-1]]
        headed = len(members) > 1 and (
            last.meaning.tier == "plural" or followed_by_company(cut, text, last.last)
        )
        named = any(accepted[at] and hits[at].meaning.tier != "firm" for at in members)
        fields = [at for at in members if hits[at].meaning.tier != "noun"]
        alike = len(members) > 1 and len({hits[at].meaning.name for at in members}) == 1
        listed = len(members) > 2 or (len(members) > 1 and len(fields) > 1)
        for at in members:
            tier = hits[at].meaning.tier
            begins = headed and at == members[0]
            if accepted[at] or not (whole[at] or entire or begins):
                continue
            if tier == "noun" and _describes(text, hits, at):
                continue
            if not _bounded(text, cut, hits[at]):
                continue
            if heading or named or (listed and fields) or (entire and (tier != "noun" or alike)):
                accepted[at] = True
    found = [
        hit
        for at, hit in enumerate(hits)
        if accepted[at]
        and not (hit.meaning.name == "Agencies" and _of_a_trade(text, hits, at))
        and not of_some_trade(text, hit.start, hit.end)
        and not (_describes(text, hits, at) and hits[at + 1].meaning.name in _FOR_TRADES)
    ]
    return sorted([*_joined(text, found), *makers], key=lambda one: one[1])


def _makers(cut: list[Word], hits: list[Hit[Sector]]) -> list[tuple[str, int, int]]:
    """Read the makers of what no table knows as manufacturers: "cable makers"."""
    covered = {at for hit in hits for at in range(hit.first, hit.last + 1)}
    return [
        ("Manufacturing", cut[at - 1].start, word.end)
        for at, word in enumerate(cut)
        if at
        and word.folded == "makers"
        and at not in covered
        and cut[at - 1].folded not in _NOT_MADE
        and cut[at - 1].written.isalpha()
        and cut[at - 1].end + 1 == word.start
    ]


def _joined(text: str, hits: list[Hit[Sector]]) -> list[tuple[str, int, int]]:
    """Give the industries, two sorts of firms of one industry in one: "hotels and hostels"."""
    named: list[tuple[str, int, int]] = []
    before: Hit[Sector] | None = None
    for hit in hits:
        two = before is not None and before.meaning == hit.meaning and hit.meaning.tier == "plural"
        if two and text[named[-1][2] : hit.start] in _AND:
            named[-1] = (hit.meaning.name, named[-1][1], hit.end)
        else:
            named.append((hit.meaning.name, hit.start, hit.end))
        before = hit
    return named


def are_firms(phrase: str) -> bool:
    """Say whether a phrase is nothing but a name of firms that a table knows ("auction houses")."""
    hits = _gazetteer().find(phrase, words(phrase))
    return any(hit.end == len(phrase) and hit.meaning.tier == "plural" for hit in hits)


def _describes(text: str, hits: list[Hit[Sector]], at: int) -> bool:
    """Say whether a word only describes the firms right behind it: "public hospitals"."""
    follows = hits[at + 1 : at + 2]
    behind = bool(follows) and text[hits[at].end : follows[0].start] == " "
    return behind and follows[0].meaning.tier == "plural"


def _of_a_trade(text: str, hits: list[Hit[Sector]], at: int) -> bool:
    """Say whether "agencies" are those of the trade named before, as in "home-care agencies"."""
    return at > 0 and text[hits[at - 1].end : hits[at].start] in (" ", "-")


def industry(text: str) -> str | None:
    """Give the industry that a short phrase names ("mid-sized 3PLs"), or None."""
    cut = words(text)
    found = find_sectors(text, cut)
    if found:
        return found[0][0]
    if len(cut) <= 4:
        hits = sorted(_gazetteer().find(text, cut), key=lambda hit: hit.start - hit.end)
        return hits[0].meaning.name if hits else None
    return None


def _alone(text: str, cut: list[Word], hit: Hit[Sector]) -> bool:
    """Say whether the phrase names an industry by itself and the words beside it."""
    tier = hit.meaning.tier
    if not _bounded(text, cut, hit):
        return False
    if tier in ("plural", "sure"):
        return cut[hit.first].folded not in _VERBS or closes(cut, text, hit.last)
    if followed_by_company(cut, text, hit.last):
        return not is_other_party(text, hit.start, hit.end, single=False)
    if tier == "firm":
        if cut[hit.last - 1].folded in _OF_THINGS and _next(cut, hit) == "of":
            return False
        return closes(cut, text, hit.last)
    return tier == "field" and after_in(cut, text, hit.first) and closes(cut, text, hit.last)


def _bounded(text: str, cut: list[Word], hit: Hit[Sector]) -> bool:
    """Say whether the phrase is no part of another: "bank on", "memory bank", "Bank of America"."""
    after = _next(cut, hit)
    gap = text[hit.end : cut[hit.last].start] if after else ""
    if gap.strip() == "" and "\n" not in gap:
        if after in _NOT_BEFORE | _DEGREES:
            return False
        if after in _SOLD and not followed_by_company(cut, text, hit.last + 1):
            return False
        if after == "on" and cut[hit.last - 1].folded in ("bank", "banks"):
            return False
    if hit.first > 0 and text[cut[hit.first - 1].end : hit.start] in (" ", "-"):
        if _is_part_of_name(cut, hit):
            return False
        before = cut[hit.first - 1].folded
        if before == "the" and hit.first > 1:
            before = cut[hit.first - 2].folded
        if before in _NOT_AFTER or _is_infinitive(cut, hit) or _is_partner(text, cut, hit):
            return False
    elif text[hit.start - 2 : hit.start] == ", " and is_other_party(
        text, hit.start, hit.end, single=_is_one(text, cut, hit)
    ):
        return False
    if text[hit.end : hit.end + 2] in _POSSESSIVES:
        return False  # "Retailers' own stores" are meant, not retailers.
    if text[hit.end : hit.end + 3].lstrip().startswith("="):
        return False  # "Energy = the second biggest cost": what is bought, not who buys.
    if after == "of" and text[hit.start].isupper() and hit.last + 1 < len(cut):
        return not cut[hit.last + 1].written[:1].isupper()
    return True


def _is_part_of_name(cut: list[Word], hit: Hit[Sector]) -> bool:
    """Read "Marlow Dental Labs": in capitals throughout, after a word that no table knows."""
    own = cut[hit.first : hit.last]
    before = cut[hit.first - 1].written
    name = before[:1].isupper() and before[1:].islower() and hit.meaning.tier in ("firm", "plural")
    if not name or not all(word.written[:1].isupper() for word in own):
        return False
    of_people = before.endswith(("ish", "ese", "ic", "an", "ch", "ern"))
    return not (of_people or look_up(before.lower()).known or before in _places())


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    rows = load("places.toml")
    known = [*rows["plain"], *rows["unsure"], *rows["people"]]
    return frozenset(name for row in known for name in row)


def _next(cut: list[Word], hit: Hit[Sector]) -> str:
    return cut[hit.last].folded if hit.last < len(cut) else ""


def _is_sold_to(text: str, cut: list[Word], hit: Hit[Sector]) -> bool:
    """Read "growers, selling to garden centres and chains": the customers of those named before."""
    for at in range(max(1, hit.first - 6), hit.first - 1):
        if cut[at].folded in _SELLING and cut[at + 1].folded == "to":
            before = text[cut[at - 1].start : cut[at].start]
            return "," in before or cut[at - 1].folded.endswith("s")
    return False


def _is_partner(text: str, cut: list[Word], hit: Hit[Sector]) -> bool:
    """Read "report to the bank", "invoices from law firms": whom somebody deals with."""
    before_all = [word.folded for word in cut[max(0, hit.first - 8) : hit.first]]
    before = before_all[-3:]
    if _is_sold_to(text, cut, hit):
        return True
    if cut[0].folded in SELLS and hit.first > 0 and cut[0].folded not in ("contracts",):
        return True  # "Sells to cafés and shops": a criterion that names their customers.
    if hit.meaning.tier not in ("firm", "plural") or not before:
        return False
    if is_other_party(text, hit.start, hit.end, single=_is_one(text, cut, hit)):
        return True
    if before[-1].isdigit() and _counts_own(before_all):
        return True
    if sells_on(before_all) or (before and before[-1] == "own"):
        return True
    if before[-1] in _TO and not _LINKS.isdisjoint(before[:-1]):
        return True
    if hit.meaning.tier == "firm" and not _THROUGH.isdisjoint(before[-3:]):
        return True
    if hit.meaning.tier == "firm" and (before[-1] in _WHOSE or is_told_of(before)):
        return True
    if not SUPPLIES.isdisjoint(word.folded for word in cut[max(0, hit.first - 5) : hit.first]):
        return True
    if before[-1] in ("with", "from") and before[-2:-1] and before[-2] in _DISPUTED:
        return True
    if before[-1] in ("the", "a", "an") and len(before) > 1:
        deals = _DEALS | ({"to", "with"} if before[-1] == "the" else {"with"})
        return before[-2] in deals
    return before[-1] in _DEALS and before[-2:-1] not in (["customers"], ["leads"], ["buyers"])


def _is_one(text: str, cut: list[Word], hit: Hit[Sector]) -> bool:
    """Say whether one firm is named, and no "hotel industry"."""
    return hit.meaning.tier == "firm" and not followed_by_company(cut, text, hit.last)


def _counts_own(before: list[str]) -> bool:
    """Read "chains with 5-40 clinics": what they run, not what they are."""
    words = [word for word in before if not word.isdigit()]
    return bool(words) and words[-1] in _HAVING


def _is_infinitive(cut: list[Word], hit: Hit[Sector]) -> bool:
    """Read "to bank", "to farm": a verb."""
    return hit.meaning.tier == "firm" and cut[hit.first - 1].folded == "to"


def _is_list(text: str, hits: list[Hit[Sector]]) -> bool:
    """Say whether the text is nothing but industries and what joins them."""
    rest, last = [], 0
    for hit in hits:
        rest.append(text[last : hit.start])
        last = hit.end
    rest.append(text[last:])
    if sum(map(len, rest)) > 60 + 8 * len(hits):
        return False
    return not _JOINING.sub("", " ".join(rest))


_JOINING = re.compile(r"(?i)\b(?:and|or|the|e\.g\.|etc|tier \d+|other)\b|\W")
