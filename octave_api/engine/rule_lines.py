"""
Rule lines: criteria in the short hand of a sheet, "if sites < 5: reject", "Chairs? (want 12+)".

A rule has a condition and a verdict; a wish has what is asked and the answer that is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from octave_api.contract import Weight
from octave_api.engine.conditions import RULE, is_rule
from octave_api.engine.criterion import Criterion, item_at
from octave_api.engine.draft import Statement
from octave_api.engine.gazetteer import words
from octave_api.engine.lexicon import look_up
from octave_api.engine.material import Material
from octave_api.engine.places import find_places, place_name
from octave_api.engine.sides import Side
from octave_api.engine.trimming import keep_case
from octave_api.engine.wording import capital

_AND = re.compile(r"(?i)\s+(?:and|&&|&)\s+")
_OR = re.compile(r"(?i)\s+(?:or|\|\|)\s+")
_HELD = re.compile(
    r"(?i)^(?P<field>[a-z][\w ./-]{1,40}?)\s?(?P<op>not in|is not|in|is|<=|>=|==|!=|≤|≥|<|>|="
    r"|under|below|over|above|less than|fewer than|more than|at least|at most)\s?"
    r"(?P<value>[(\[]?[\w€$£].*)$"
)
_COMPARED = {
    "<": "fewer than", "under": "fewer than", "below": "fewer than", "less than": "fewer than",
    "fewer than": "fewer than", "<=": "at most", "≤": "at most", "at most": "at most",
    ">": "more than", "over": "more than", "above": "more than", "more than": "more than",
    ">=": "at least", "≥": "at least", "at least": "at least",
}  # fmt: skip
_WHERE = re.compile(
    r"(?i)(?:hq |billing |company )?(?:country|countries|geo|geography|region"
    r"|location|state|territory|market|hq)"
)
_HEADS = re.compile(
    r"(?i)(?:no\.? of |number of |# ?)?(?:employees?|headcount|staff|ftes?|heads)"
    r"(?:[ _]count)?"
)
_MONEY = re.compile(r"(?i)(?:annual |yearly )?(?:revenues?|turnover|arr|sales|budget|spend)")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[€$£]?\d[\d.,]*\s?(?:k|m|mn|bn|million)?\b")

_WANT = re.compile(
    r"(?i)^(?P<what>[^?():;]{3,80}?)(?P<asks>\?)?\s*[,(\[–—:-]*\s*(?:we |you )?(?:want|wanted|need"
    r"|looking for|look for|target|ideally|should be|must be|hoping for|aim for|good if|good is"
    r"|good)(?: is| to see| to hear)?:? (?P<value>[^()?]{1,45}?)[)\].]*$"
)
_BRACKETED = re.compile(
    r"(?i)^(?P<what>[^?():;]{3,60}?)(?P<asks>\?) ?[(\[](?P<value>(?:min|max|at least|at most|over"
    r"|under"
    r"|above|below|more than|less than|[<>≥≤])\.? ?=? ?[€$£]?\d[^()]{0,20}"
    r"|\d[\d.,km]* ?[-–] ?\d[\d.,km]*"
    r"|\d[\d.,km]*\+|[A-Z][^()]{1,40} only)[)\]]$"
)
"""A line of a form with the answer that lets in: "Seats? (min 300)"."""
_WISHES = (
    "want", "need ", "looking for", "look for", "ideally", "should be", "must be", "hoping for",
    "aim for", "good if", "good is",
)  # fmt: skip
"""One of these is in every wish that stands in no brackets."""
_SIZE = re.compile(
    r"(?i)^(?:(?P<bound>at least|more than|over|above|min(?:imum)?(?: of)?|>=?|≥|under|below"
    r"|less than|fewer than|<|at most|max(?:imum)?(?: of)?|up to) ?)?(?P<number>[\d.,]*\d[km]?)"
    r"(?:(?P<to> ?[-–] ?| to )(?P<last>[\d.,]*\d[km]?))?(?P<open> ?\+| or more| plus)?$"
)
_MANY = re.compile(
    r"(?i)^(?:how many|number of|no\.? of|# of) (?P<what>.+?)(?: (?:do|does|are|have)\b.*)?$"
)
_OFTEN = re.compile(r"(?i)\s(?:(?:a|per|each|every) \w+|/\s?\w+)$")
_ASKS = re.compile(r"(?i)(?:do|does|is|are|has|have|did|can|will|would) ")
_WHICH = re.compile(
    r"(?i)^(?:which|what) (?P<what>[\w -]{2,40}?)(?: (?:do|does|is|are|have)\b.*)?$"
)


def by_rules(statement: Statement, material: Material) -> list[Criterion]:
    """Read a rule ("if country not in (UK): reject") or a wish ("Vans? want 20+")."""
    if material.kind != "segment":
        return []
    text = statement.text
    if is_rule(text):
        return _by_rule(statement, material)
    if "?" not in text and _DIGIT.search(text) is None:
        return []
    may = text.endswith((")", "]")) or any(map(text.__contains__, _WISHES))
    wished = _wished(text) if may else ""
    if not wished:
        return []
    return [_criterion(statement, 0, len(text), wished, "for", "HIGH", material)]


def _by_rule(statement: Statement, material: Material) -> list[Criterion]:
    rule = RULE.match(statement.text)
    if rule is None:
        return []
    start, end = rule.span("what")
    joint = _OR if rule["bad"] else _AND
    side: Side = "against" if rule["bad"] else "for"
    other = _AND if rule["bad"] else _OR
    if other.search(rule["what"]) and not re.search(r"[(\[]", rule["what"]):
        return []  # Both must hold at once: no question asks for two things.
    found = []
    at = start
    marks = [] if "(" in rule["what"] else list(joint.finditer(statement.text, start, end))
    for stop, following in [*((one.start(), one.end()) for one in marks), (end, end)]:
        worded = _worded(statement.text[at:stop].strip())
        if worded:
            weight: Weight = "INSTANT_DISQUALIFIER" if rule["bad"] else "HIGH"
            found.append(_criterion(statement, at, stop, worded, side, weight, material))
        at = following
    return found


def _criterion(
    statement: Statement,
    start: int,
    end: int,
    worded: str,
    side: Side,
    weight: Weight,
    material: Material,
) -> Criterion:
    item = replace(item_at(statement, start, end, material), text=capital(worded))
    return Criterion(item, side, weight)


def _worded(condition: str) -> str:
    """Say in words what a condition asks: "sites < 5" is "they have fewer than 5 sites"."""
    held = _HELD.match(condition)
    if held is None:
        return condition if re.fullmatch(r"[a-zA-Z][\w '’/-]{3,60}", condition) else ""
    field = held["field"].strip().replace("_", " ")
    op, value = held["op"].lower(), held["value"].strip(" ()[]").replace('"', "").replace("'", "")
    if op in _COMPARED and _NUMBER.match(value):
        return _compared(field, _COMPARED[op], value)
    if _WHERE.fullmatch(field):
        where = _places(value)
        out = op in ("not in", "is not", "!=")
        return f"they are based {'outside' if out else 'in'} {where}" if where else ""
    if op in ("=", "==", "is") and value.lower() in ("yes", "true", "y", "1"):
        return keep_case(field)
    return ""


def _compared(field: str, bound: str, value: str) -> str:
    if _HEADS.fullmatch(field):
        return f"they have {bound} {value} employees"
    if _MONEY.fullmatch(field):
        few = {"fewer than": "under", "more than": "over"}.get(bound, bound)
        return f"their {keep_case(field)} is {few} {value}"
    thing = re.sub(r"(?i)^(?:number of|no\.? of|num|#) ?", "", field)
    last = look_up(thing.split()[-1].lower()) if thing else None
    if last is None or not (last.plural or thing.endswith("s")):
        return ""
    return f"they have {bound} {value} {keep_case(thing)}"


def _wished(text: str) -> str:
    """Say which answer is wanted: "Chairs? (want 12+)" is "they have at least 12 chairs"."""
    wish = _WANT.match(text) or _BRACKETED.match(text)
    if wish is None or len(text) > _LONGEST_WISH:
        return ""
    what, value = wish["what"].strip(" ,-–—"), wish["value"].strip().removesuffix(" only")
    size = _SIZE.match(value)
    if wish["asks"] and (_HEADS.fullmatch(what) or _WHERE.fullmatch(what)):
        return _of_company(what, value, size)
    many = _MANY.match(what)
    if size and not _ASKS.match(what):
        return _sized(many["what"] if many else what, size)
    if value.lower() in ("yes", "a yes", "y") and wish["asks"]:
        return what if not _ASKS.match(what) else ""
    which = _WHICH.match(what)
    if wish["asks"] and not _ASKS.match(what) and value[:1].isupper():
        name = which["what"] if which else what
        return f"their {keep_case(name)} is {value}" if len(name.split()) <= 4 else ""
    return ""


def _of_company(what: str, value: str, size: re.Match[str] | None) -> str:
    """Say how many people work there, or where it is."""
    if size and _HEADS.fullmatch(what):
        return _sized("employees", size)
    where = _places(value) if _WHERE.fullmatch(what) else ""
    return f"they are based in {where}" if where else ""


def _places(value: str) -> str:
    named = [name for name, _, _ in find_places(value, words(value), "country")]
    distinct = list(dict.fromkeys(map(place_name, named)))
    return " or ".join([", ".join(distinct[:-1]), distinct[-1]] if distinct[1:] else distinct)


def _sized(what: str, size: re.Match[str]) -> str:
    """Put a number before what it counts, and how often behind it."""
    often = _OFTEN.search(what)
    thing = keep_case(what[: often.start()] if often else what)
    last = thing.split()[-1].lower()
    if not (look_up(last).plural or last.endswith("s")) or len(thing.split()) > 4:
        return ""
    bound = (size["bound"] or "").lower()
    if size["to"]:
        much = f"{size['number']} to {size['last']}"
    elif size["open"] or bound.startswith(("at least", "min", ">=", "≥")):
        much = f"at least {size['number']}"
    elif bound in ("more than", "over", "above", ">"):
        much = f"more than {size['number']}"
    elif bound in ("under", "below", "less than", "fewer than", "<"):
        much = f"fewer than {size['number']}"
    elif bound:
        much = f"at most {size['number']}"
    else:
        much = size["number"]
    rate = often.group().replace("/", " a ").strip() if often else ""
    return f"they have {much} {thing} {' '.join(rate.split())}".strip()


_LEVEL = re.compile(r"(?i)(?:score |level |points? )?(?P<level>[0-5]|10)(?: ?(?:points?|pts?))?")
_LONGEST_LEVEL, _LABEL, _LONGEST_WISH = 9, 4, 140
_FLAT = re.compile(r"(?i)(?:yes|no|y|n|none|partly|planned|unknown|n/?a|maybe|[-–—x✓✔])\W*")


def levels_in(statements: Sequence[Statement]) -> dict[tuple[int, str], str]:
    """Give the heading of the best column of each row of a table with columns "0", "1", "2"."""
    best: dict[tuple[int, str], tuple[int, str]] = {}
    columns: set[str] = set()
    for one in statements:
        if one.shape != "cell" or len(one.headings) < 2 or len(one.headings[-1]) > _LONGEST_LEVEL:
            continue
        found = _LEVEL.fullmatch(one.headings[-1])
        if found is not None:
            columns.add(one.headings[-1])
            row = (one.source, one.headings[-2])
            best[row] = max(best.get(row, (-1, "")), (int(found["level"]), one.headings[-1]))
    return {row: column for row, (_, column) in best.items()} if len(columns) > 1 else {}


def by_level(
    statement: Statement, levels: Mapping[tuple[int, str], str], material: Material
) -> Criterion | None:
    """Read the answer that scores most: "Vans a site? | under 5 | over 20"."""
    text = statement.text
    if statement.shape != "cell" or len(statement.headings) < 2 or _FLAT.fullmatch(text):
        return None
    row = statement.headings[-2]
    if levels.get((statement.source, row)) != statement.headings[-1]:
        return None
    what, asks = row.rstrip("? "), row.rstrip().endswith("?")
    size = _SIZE.match(text)
    many = _MANY.match(what)
    worded = _sized(many["what"] if many else what, size) if size else ""
    if worded:
        return _criterion(statement, 0, len(text), worded, "for", "HIGH", material)
    counted = any(map(str.isdigit, text))
    if asks or not counted or len(what.split()) > _LABEL or len(text.split()) < 2:
        return None
    item = item_at(statement, 0, len(text), material)
    return Criterion(item, "for", "HIGH", label=what)
