"""Find what software companies run, by the word list `knowledge/technologies.toml`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from octave_api.engine.gazetteer import Gazetteer, Hit, Word
from octave_api.engine.knowledge_files import load
from octave_api.engine.traits import Trait, outermost, with_labels

_TECH_HEADING = re.compile(
    r"\b(?:tech(?:nolog(?:y|ies)|nographics?)?(?:[ -]stack)?|stack|(?-i:ERP|CRM|CMS|EHR|EMR|WMS|TMS"
    r"|PIM|LMS|HRIS|MES|POS)|software|tools?|tooling"
    r"|systems?|platforms?|integrations?)\b",
    re.I,
)
_TECH_CUE = re.compile(
    r"\b(?:us(?:es?|ing)|run(?:s|ning)?(?:\s+on)?|built\s+(?:on|with)|hosted\s+on|deployed"
    r"|deploys?|adopted|standardi[sz]ed\s+on|invested\s+in|migrat(?:ed|ing|e|es)\s+(?:from|to"
    r"|off)|mov(?:ed|ing|e|es)\s+(?:from|to|off)"
    r"|(?:tech(?:nology)?\s+)?stack\b|customers\s+of|live\s+on|working\s+(?:on|in)"
    r"|already\s+(?:has|have)|(?:compan(?:y|ies)|customers?|teams?|shops?|stores?|brands?"
    r"|merchants?|accounts?|firms?)\s+(?:on|with))\b",
    re.I,
)
_LIST_LABEL = re.compile(
    r"^\W*(?:\w+[ /-]){0,3}?(?:tech(?:nology)?\s+stack|tech|technolog(?:y|ies)|technographics"
    r"|software|tools|stack)\b[^:]{0,30}:\s*",
    re.I,
)
_ITEM = re.compile(r"[^,;/|•\n]+")
_JOINED = re.compile(r"\s(?:or|and|&)\s")
_BEFORE_NAME = re.compile(
    r"\s*(?:(?:or|and|&|mostly|usually|mainly|either|often|still|on|uses?) )*"
    r"(?:[\w-]+(?: [a-z]+)? (?:by|from|is|like|such as) (?=[A-Z]))?"
)
"""What leads to the name of a product: "EPOS by Zonal", "or Merlin"."""
_DENIED = re.compile(r"(?i)(?:no|not|none|never|without)\b")
_KIND_LABEL = re.compile(r"\W{0,3}(?P<kind>[A-Za-z][\w /&-]{1,40}):\s{1,3}")
_NAME = re.compile(r"(?:\(?(?:[a-z]{1,3}(?=[A-Z]))?[A-Z0-9][\w.+#&'’-]*\)?(?:\s+|$)){1,3}")


@lru_cache(maxsize=1)
def _technologies() -> Gazetteer[tuple[str, bool]]:
    """Each product or kind of software: its name, and whether it is a product."""
    found: Gazetteer[tuple[str, bool]] = Gazetteer()
    data = load("technologies.toml")
    for name in data["products"]:
        found.add([name], (name, True))
    for name in data["kinds"]:
        found.add([name], (name, False))
    return found


_TOOL = r"(?:[a-z]{1,3}(?=[A-Z]))?[A-Z][\w+#-]*(?:\.\w+)?(?:\s[A-Z0-9][\w+#-]*(?:\.\w+)?){0,2}"
# "Using AppFolio, Yardi or Buildium": a list of names after a word for use holds tools.
_USED = re.compile(
    r"\b(?P<cue>(?i:us(?:es?|ing)|run(?:s|ning)?(?:\s+on)?|standardi[sz]ed\s+on"
    r"|migrat(?:ed|ing)\s+from|on|e\.g\.|such\s+as|like))\s+(?:either\s+)?"
    rf"(?P<list>{_TOOL}(?:,\s{_TOOL}){{0,9}},?\s(?:or|and)\s{_TOOL})"
)
_THEY_USE = re.compile(r"(?i)(?:^|[.;] )(?:they|most(?: of them)?|all)(?: still| mostly)? use$")
_SPLIT = re.compile(r",\s(?:(?:or|and)\s)?|\s(?:or|and)\s")
_OF_USE = ("use", "using", "run", "standard", "migrat")


def _named_alone(text: str, context: str) -> list[Trait]:
    """Read a cell of nothing but names under "Software" or "Tech stack"."""
    if len(text) > _LONGEST_CELL or not _is_of_stack(context):
        return []
    items = list(_items(text, 0))
    items = [one for one in items if not _DENIED.match(one[1])]
    if not all(_NAME.fullmatch(name) for _, name in items):
        return []
    return [Trait("technology", name, start, start + len(name)) for start, name in items]


@lru_cache(maxsize=512)
def _is_of_stack(context: str) -> bool:
    return _OWN_HEADING.search(context) is not None


def _items(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Give what a list names, each with its place: "EPOS by Zonal, Merlin or Square"."""
    for one in _ITEM.finditer(text, start):
        ends = [mark.span() for mark in _JOINED.finditer(text, one.start(), one.end())]
        starts = [one.start(), *(end for _, end in ends)]
        for begin, stop in zip(starts, [*(first for first, _ in ends), one.end()], strict=True):
            lead = _BEFORE_NAME.match(text, begin, stop)
            at = lead.end() if lead is not None else begin
            name = text[at:stop].strip(" .*_()`")
            if name:
                yield text.index(name, at), name


_LONGEST_CELL = 120
_OWN_HEADING = re.compile(
    r"(?i)(?:^|/ )(?:current |core |main )?(?:tech(?:nology)?(?: stack)?|technologies"
    r"|software(?: used)?"
    r"|tools?|systems?|stack|ERP|CRM|PMS|EHR|WMS|E?POS|EMR|LIMS|MIS|DMS|TMS|MES|CAD"
    r"|(?:[\w-]+ ){1,2}(?:software|systems?|tools?|platforms?))$"
)


RUNS_ON = re.compile(
    r"(?i)(?:current |typical |their )?(?:tech(?:nology)?(?: stack)?|(?:software|tech) stack|stack"
    r"|software|systems?|erp|crm|tools?|platforms?|uses|runs on)"
)
"""What announces the products that companies run on."""


def find_technologies(text: str, cut: list[Word], context: str = "") -> list[Trait]:
    """Find products and kinds of software; `context` is the headings above."""
    context = with_labels(text, context)
    hits = list(_technologies().find(text, cut))
    label = _LIST_LABEL.match(text[:200]) or _kind_label(text, hits)
    listed = not label and (" or " in text or " and " in text)
    used = _USED.search(text) if listed else None
    if not hits and not label and not used:
        return _named_alone(text, context)
    if label:
        hits = [hit for hit in hits if hit.start >= label.end()]
    heading = bool(_TECH_HEADING.search(context)) or bool(label)
    cues = [match.end() for match in _TECH_CUE.finditer(text)]
    found: list[Trait] = []
    cue = 0
    for hit in hits:
        name, product = hit.meaning
        written = text[hit.start : hit.end]
        if product and not (written[0].isupper() or not name[0].isupper()):
            continue
        while cue < len(cues) and cues[cue] <= hit.start:
            cue += 1
        last = cues[cue - 1] if cue else None
        if heading or (
            last is not None and hit.start - last <= 90 and not _cut_off(text, last, hit.start)
        ):
            found.append(Trait("technology", name, hit.start, hit.end))
    if used and _is_of_use(used, hits):
        found += _named(used, found)
    if label:
        found += _unknown_items(text, label.end(), found)
    elif heading and _is_list_of_names(text, found):
        found += _unknown_items(text, 0, found)
    return outermost(found)


def _is_of_use(used: re.Match[str], hits: list[Hit[tuple[str, bool]]]) -> bool:
    """Say whether a list of names is of tools: after "uses", or beside a kind or a known tool."""
    if any(hit.start < used.end() and hit.end > used.start() - 40 for hit in hits):
        return True
    inner = re.search(r"[a-z][A-Z]", used["list"]) or _THEY_USE.search(
        used.string[: used.end("cue")]
    )
    return bool(inner) and used["cue"].lower().startswith(_OF_USE)


def _named(used: re.Match[str], known: list[Trait]) -> list[Trait]:
    """Take the names of a list that are not known yet."""
    found = []
    at = used.start("list")
    for match in [*_SPLIT.finditer(used.string, at, used.end("list")), None]:
        end = match.start() if match else used.end("list")
        if not any(trait.start < end and at < trait.end for trait in known):
            found.append(Trait("technology", used.string[at:end], at, end))
        at = match.end() if match else end
    return found


def _kind_label(text: str, hits: list[Hit[tuple[str, bool]]]) -> re.Match[str] | None:
    """Match "ERP: " before names: the kind of software that a line is about is no tool itself."""
    label = _KIND_LABEL.match(text[:60])
    if label is None or not hits:
        return None
    first = hits[0]
    whole = (first.start, first.end) == label.span("kind") and not first.meaning[1]
    return label if whole and len(hits) > 1 else None


def _is_list_of_names(text: str, known: list[Trait]) -> bool:
    """Say whether a line lists names with commas, one of them a tool that is known."""
    items = [name for _, name in _items(text, 0)]
    named = [name for name in items if not _DENIED.match(name)]
    several = len(known) > 0 and len(items) > 1 and len(named) > 0
    return several and all(map(_NAME.fullmatch, named))


def _cut_off(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"[.;!?](?:\s|$)|\b(?:but|we|to|for|because)\b", text[start:end], re.I))


def _unknown_items(text: str, start: int, known: list[Trait]) -> list[Trait]:
    """Take the items of a labelled list that no table knows, if they look like names."""
    spans = sorted((trait.start, trait.end) for trait in known)
    found = []
    for at, name in _items(text, start):
        if len(name) > 30 or not _NAME.fullmatch(name):
            continue
        before = bisect_left(spans, (at + len(name), 0))
        if before == 0 or spans[before - 1][1] <= at:
            found.append(Trait("technology", name, at, at + len(name)))
    return found
