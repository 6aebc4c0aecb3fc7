"""
Criterion labels: what a label says of its value, as a question ("Role: engineering").
"""

from __future__ import annotations

import re

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.one_firm import question_of
from octave_api.engine.roles import find_titles
from octave_api.engine.said import with_article
from octave_api.engine.trimming import keep_case

_TEAM = re.compile(r"(?i)\b(?:team|department|crew|unit|board)$")
_PEOPLE = re.compile(
    r"(?i)^(?P<much>.*\d\S*) (?:people|persons|staff|employees|heads|FTEs?|members)$"
)
_NAME = r"[A-Z0-9][\w.+&-]*(?: [A-Z0-9][\w.+&-]*){0,3}"
_NAMES = re.compile(rf"^{_NAME}(?:(?:, or |, | or | / ){_NAME}){{0,6}}$")
_A_UNIT = re.compile(r"(?i)\d\W*(?!(?:to|and|or|more|plus)\b)[^\W\d_]{2,}")
_SETTLED = re.compile(
    r"(?i)^(?:(?:holder|owner|signatory|line|size) )?(?:known|named|identified|confirmed|agreed"
    r"|approved|allocated|signed off|in place|set aside)$"
)
"""How far a thing of the label is: "Budget: holder known"."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_COUNTED = re.compile(
    r"(?i)(?:(?:under|over|more than|fewer than|less than|at least|up to|below|above) )?\d"
)
_PARTS = re.compile(r",? or |, | / |/")
_OF_PERSON = re.compile(
    r"(?i)(?:job |buyer |buying |contact |target |lead |user )?(?:roles?|functions?|departments?"
    r"|(?:job )?titles?|personas?|contacts?|person|seniority|level)"
)
_OF_COMPANY = re.compile(
    r"(?i)(?:company|organi[sz]ation|business|firm|account|customer|entity|practice|site)"
    r"(?:al)? types?|types? of (?:company|organi[sz]ation|business|firm|customer)|legal form"
)
_OF_ROLE = re.compile(
    r"(?i)authority|economic buyer|decision[- ]makers?|champions?|sponsors?|signatory"
)
_OF_PROCESS = re.compile(r"(?i)decision (?:criteria|process)|paper process")
_OF_TIME = re.compile(r"(?i)time(?:line|frame|ing| frame)|decision|urgency")
_BY = re.compile(r"(?i)(?:before|within|in|by|this|next|until|no later than|after)\s")
_OF_OWNER = re.compile(
    r"(?i)owner(?:ship|s)?(?: type| structure)?|owned by|structure|shareholders?"
)
_OF_MAIL = re.compile(r"(?i)e-?mail(?: (?:provider|domain|address|type))?|(?:type of )?e-?mail")
_A_MAIL = re.compile(r"(?i)^(?P<kind>.+?) (?:(?:e-?|web)?mail(?: address)?|address)(?:es|s)?$")
_RANK = re.compile(
    r"(?i)^(?P<rank>c-level|c-suite|vp|director|manager|head)s?(?P<plus>\s?\+| (?:or"
    r"|and) (?:above|up|higher))?$"
)
_PERSON = re.compile(r"(?i)^(?:[\w-]+ )?\w{2,}(?:(?<!ment)er|or|ist|ian|ant|(?<!m)ent|ern|ee)s?$")
_ONLY_ONE = re.compile(r"(?i)owner|founder|c[a-z]o$|chief |head of |managing ")
_AREAS = frozenset("leadership management".split())
_OWNERS = re.compile(
    r"(?i)(?:the |an? )?(?P<who>family|founder|owner|employee|council|state|management|partner)s?"
)
_FUNDS = re.compile(
    r"(?i)(?:private equity|pe|venture capital|vc|a fund|funds?)(?:[- ]owned|-backed)?"
)
_FUND = {"pe": "private equity", "vc": "venture capital"}
_OF_LAW = frozenset("private public listed".split())
_NOT_ASKED = re.compile(
    r"(?i)(?:all |any |the |everything |everyone )?(?:others?|rest|else|unknown|any|various|all"
    r"|n/?a|not applicable|tbd|tbc|blank|empty|misc\w*|-|–|—)(?: \w+)?"
)


def is_rest(value: str) -> bool:
    """Tell whether a value is what is left ("Other", "n/a"): nothing to ask."""
    return _NOT_ASKED.fullmatch(value.strip()) is not None


def of_label(label: str, value: str) -> str | None:
    """Ask what a label says of its value, without the mark; None where the label says nothing."""
    text = _IN_BRACKETS.sub("", value).strip() or value
    if text.lower() in ("none", "no", "nothing") and not look_up(label.split()[-1].lower()).plural:
        return f"Do they lack {with_article(label)}"
    people = _PEOPLE.match(text) if _TEAM.search(label) else None
    if people:
        return f"Do they have {article(label)} of {people['much']} people"
    if _OF_MAIL.fullmatch(label):
        return _of_mail(text)
    if _OF_OWNER.fullmatch(label) or _OF_COMPANY.fullmatch(label):
        return _of_company(label, text)
    if _OF_PERSON.fullmatch(label):
        return _of_person(text)
    if _OF_PROCESS.fullmatch(label):
        frame = (
            "Is the decision based on"
            if "criteria" in label.lower()
            else f"Does their {label} include"
        )
        return f"{frame} {keep_case(text if 'criteria' in label.lower() else text.split(', ')[0])}"
    settled = _SETTLED.match(text)
    if settled is not None and not look_up(label.split()[-1].lower()).plural:
        return f"Is the {label} {keep_case(text)}"
    if _OF_ROLE.fullmatch(label):
        return _of_role(label, text)
    if label.lower().startswith("decision") and not _BY.match(text):
        return f"Is the decision with {keep_case(text)}"
    if _OF_TIME.fullmatch(label):
        return f"Is a decision due {keep_case(text)}" if _BY.match(text) else None
    return _of_thing(label, text)


def _of_mail(text: str) -> str:
    """Ask from which address somebody writes: "Non-work email"."""
    found = _A_MAIL.match(text)
    alone = " " not in text and look_up(text.lower()).adjective
    if found or alone:
        kind = found["kind"] if found else text
        return f"Do they use {article(keep_case(kind))} email address"
    several = look_up(text.split()[-1].lower()).plural
    named = text[:1].isupper() and not look_up(text.split()[0].lower()).known
    with_whom = text if several or named else article(keep_case(text))
    return f"Is their email address with {with_whom}"


def _of_company(label: str, text: str) -> str | None:
    """Ask what sort of company it is, or who owns it."""
    parts = [one for one in _PARTS.split(text) if one]
    if len(parts) == 2 and len(text.split()) <= 5:
        each = [_of_company(label, one) for one in parts]
        starts = [one.partition(" ")[0:1][0] for one in each if one]
        if len(starts) == 2 and all(one and one.startswith("Are they ") for one in each):
            return " or ".join([each[0] or "", (each[1] or "").removeprefix("Are they ")])
    plain = keep_case(text)
    if _OF_OWNER.fullmatch(label) and (kin := _OWNERS.fullmatch(plain)):
        return f"Are they {kin['who'].lower()}-owned"
    named = text[:1].isupper() and not look_up(text.split()[0].lower().strip(",")).known
    of_owner = _OF_OWNER.fullmatch(label) is not None
    if _FUNDS.fullmatch(text):
        fund = re.sub(r"(?i)[- ](?:owned|backed)$", "", plain)
        return f"Are they owned by {_FUND.get(fund.lower(), fund)}"
    if of_owner and (named or label == "owned by"):
        return f"Are they owned by {text}"
    if plain.lower() in _OF_LAW:
        return f"Is it {article(plain)} company"
    if plain.lower().endswith(" sector"):
        return f"Are they in the {plain}"
    firms = question_of(plain)
    if firms is not None:
        return firms[0]
    last = look_up(plain.split()[-1].lower())
    if last.plural and not last.adjective:
        return f"Are they {plain}"
    if last.adjective or last.past or "-" in plain:
        return f"Are they {plain}"
    if not last.noun:
        return f"Is it {article(plain)} company"
    return f"{'Are they' if of_owner else 'Is it'} {article(plain)}"


def _of_person(text: str) -> str | None:
    """Ask who the contact is: by rank, by title, or by where they work."""
    whole = _RANK.match(text)
    parts = [text] if whole else [one for one in _PARTS.split(text) if one]
    if not parts or any(len(one.split()) > 4 or any(map(str.isdigit, one)) for one in parts):
        return None
    if whole is not None:
        rank = whole["rank"]
        name = rank if rank.isupper() else {"vp": "VP"}.get(rank.lower(), rank.lower())
        name = f"C{name[1:]}" if name.startswith("c-") else article(name)
        return f"Is the contact {name}{' or above' if whole['plus'] else ''}"
    plain = [_area(one) for one in parts]
    either = plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} or {plain[-1]}"
    if all(_PERSON.match(one) or find_titles(one) for one in parts):
        names = [f"the {one}" if _ONLY_ONE.match(one) else article(one) for one in plain]
        either = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
        return f"Is the contact {either}"
    if any(look_up(one.split()[0].lower()).third for one in parts):
        return None
    if set(plain) & _AREAS:
        return f"Is the contact in {either}"
    return f"Does the contact work in {either}"


def _of_role(label: str, text: str) -> str | None:
    """Ask who plays a part in the purchase: "Economic buyer: plant director"."""
    plain = keep_case(re.sub(r"(?i)^the ", "", text.split(", ")[0]))
    head = plain.split()[0].lower()
    named = (
        _PERSON.match(" ".join(plain.split()[:2])) or _PERSON.match(head) or _ONLY_ONE.match(plain)
    )
    if not named or _TALKS.search(plain):
        return None
    part = "contact" if label == "authority" else label
    one = f"the {plain}" if _ONLY_ONE.match(plain) else article(plain)
    return f"Is the contact {one}" if part == "contact" else f"Is their {label} {one}"


_TALKS = re.compile(
    r"(?i)\b(?:met|identified|spoken|known|confirmed|named|is|are|signs?|decides?)\b"
)


def _area(text: str) -> str:
    """Write a function or a title in lower case, but for its letters: "IT", "HR director"."""
    return " ".join(one if one.isupper() and len(one) <= 4 else one.lower() for one in text.split())


def _of_thing(label: str, text: str) -> str | None:
    """Ask how a thing of theirs is: "Contract: annual", "Fleet: 20 to 80"."""
    last = look_up(label.split()[-1].lower())
    if text.lower().split()[-1] == label.lower().split()[-1] and not last.plural:
        return f"Do they have {article(keep_case(text))}"
    signed = _SIGNED_AMOUNT.match(text)
    if signed is not None and not last.plural and label.lower() not in _OF_ALL:
        return f"Is their {label} {_BOUND[signed['sign']]} {signed['much']}"
    single = label in ("plan", "stage") and text.isalpha()
    if single:
        return f"Is their {label} {text}"
    counted = _COUNTED.match(text)
    several = last.plural or label.lower().endswith("staff")
    if counted and several and not _A_UNIT.search(text):
        return f"Do they have {text} {label}"
    of_all = label in _OF_ALL
    if counted and not of_all and len(label.split()) <= 2 and not last.plural:
        return (
            f"Is their {label} {text}"
            if label not in _NO_THINGS
            else f"Do they have {keep_case(text)}"
        )
    if (
        label not in _NO_THINGS
        and _NAMES.match(text)
        and len(label.split()) <= 3
        and not last.plural
    ):
        values = [_plain(one) for one in re.split(r", or | or | / |, ", text)]
        either = values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"
        return f"Is their {label} {either}"
    first = look_up(text.split()[0].lower())
    told = _WHEN.search(text)
    if not last.plural and first.adjective and _MADE.fullmatch(text):
        return f"Is their {label} {keep_case(text)}"
    if not last.plural and first.past and not first.noun and (told or not first.base):
        return f"{'Was' if told else 'Is'} their {label} {keep_case(text)}"
    if " " not in text and not last.plural and look_up(text.lower()).adjective:
        return f"Is their {label} {text.lower()}"
    if _EITHER.match(text) and not last.plural and label not in _NO_THINGS:
        return f"Is their {label} {text}"
    return None


_MADE = re.compile(r"(?i)[\w-]+ (?:built|made|run|hosted|owned|managed|developed|written|held)")
_WHEN = re.compile(r"(?i)\b(?:in the last|last (?:year|month)|ago$|in (?:19|20)\d\d)")
_OF_ALL = ("size", "headcount", "employees", "scale", "number", "volume")
_SIGNED_AMOUNT = re.compile(r"^(?P<sign>[<>≤≥]) ?(?P<much>[€$£]?\d[^;:<>]{0,24})$")
_BOUND = {"<": "below", ">": "above", "≤": "at most", "≥": "at least"}
_EITHER = re.compile(r"(?i)^[\w-]+ or [\w-]+$")
_NO_THINGS = frozenset(
    "fit icp target who what yes no need needs pain trigger problem requirement".split()
)


def _plain(value: str) -> str:
    """Write a value in lower case where its first word is no name: "Annual", "On-premise"."""
    first = value.split()[0].lower()
    known = look_up(first.partition("-")[0])
    return keep_case(value) if known.adjective or "-" in first else value
