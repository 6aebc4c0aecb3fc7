"""
Composing a buyer persona: the fields, the name, the description, the questions.

What the source says comes first, quoted; what follows from it is marked INFERRED; what is
typical of the role fills in only where the source is thin, and never in strict mode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from octave_api.contract import CustomField, Gap, PersonaData
from octave_api.engine import criteria, foreign, own_questions
from octave_api.engine import questions as ask
from octave_api.engine.criterion import Criterion
from octave_api.engine.criterion_questions import from_criterion
from octave_api.engine.describing import (
    foreign_description,
    given_name,
    persona_alias,
    persona_description,
    persona_name,
)
from octave_api.engine.draft import Draft
from octave_api.engine.employers import Employers, employers_told, of_employers
from octave_api.engine.features import tokens
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import SKIP
from octave_api.engine.in_parts import in_parts, wished
from octave_api.engine.inferred_aims import aims_of
from octave_api.engine.items import Item, Ledger, merge, typical
from octave_api.engine.lexicon import look_up
from octave_api.engine.material import Material
from octave_api.engine.phrase_words import DETERMINERS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.prose_duties import duties_in_prose, parted
from octave_api.engine.question_set import (
    MAX_QUESTIONS,
    NOBODY_EXCLUDED,
    choose,
    excludes_somebody,
    is_full_of_own,
    surest,
    write,
)
from octave_api.engine.roles import Role, Title, Typical, buying_roles, find_titles
from octave_api.engine.several import group_name
from octave_api.engine.title_questions import from_title, has_level
from octave_api.engine.title_words import vocabulary
from octave_api.engine.who import Who, titles, who_is_it
from octave_api.engine.wording import capital, lower_first, squeeze

_RICH = 8
"""With this many quoted items, typical ones only fill fields that are empty."""
_FILL = {
    "primaryResponsibilities": 4,
    "painPoints": 3,
    "keyConcerns": 2,
    "keyObjectives": 3,
    "commonJobTitles": 4,
    "whyTheyMatterToUs": 1,
}
_GAPS = {
    "primaryResponsibilities": "What does this person do in an ordinary week?",
    "painPoints": "What makes that work hard today?",
    "keyConcerns": "What would make this person say no to a new supplier?",
    "keyObjectives": "Which result is this person measured on this year?",
    "commonJobTitles": "Which titles do people in this role carry?",
    "whyTheyMatterToUs": "What part does this person play when a purchase is decided?",
    "whyWeMatterToThem": "Which of these pains do we remove, and by how much?",
}
_WANT = re.compile(r"(?i)(?:wants?|wish(?:es)?|hopes?|dreams? of|long for)\s+(?:to\s+)?")
_SUFFER = re.compile(r"(?i)(?:fight|struggle|suffer|wrestle|battle|lose|waste|hate|dislike)s?\s")
_NO_ROLE = (
    "The source names no role: give the persona a name, or add a sentence that says who this is."
)
_SEGMENT = "It reads like a description of companies: made into a segment, it says more."
_MAX_CUSTOM, _MAX_INFERRED, _FEW_DUTIES, _LONG_SENTENCE = 8, 3, 3, 30
_MAX_TITLES = 20
_OPENS, _FIRST = 80, 7
_HOLDS = re.compile(r"(?i)\W*(?:responsible for|in charge of|accountable for|owns)\W*")
"""Labels of things that somebody has in hand."""
_CALLED = re.compile(
    r"(?i)(?:\w+ )?(?:call|chat|meeting|demo|interview|visit)(?: notes)? with (?:the|an?) "
)
_LINKS = frozenset("of the and for & / - ,".split())


def compose(material: Material, *, name: str | None, strict: bool) -> Draft:
    """Compose the persona; see `compose.generate`."""
    ledger = Ledger()
    found = titles(material)
    who = who_is_it(material, found, name)
    employers = employers_told(material, who.facts)
    known = None if strict else who.role
    listed = criteria.find_criteria(material)
    fields = _fields(material, found, listed)
    if known is not None:
        _fill(fields, known)
    meant = _meant(material, who)
    shown = given_name(name, ledger) if name else persona_name(who, meant, material, ledger)
    alias = persona_alias(who, shown, strict, ledger)
    if material.language:
        description = foreign_description(shown, material.language, ledger)
    else:
        description = persona_description(who, shown, fields, strict=strict, ledger=ledger)
    data = PersonaData(
        internal_name=alias,
        primary_responsibilities=_listed("primaryResponsibilities", fields, ledger),
        pain_points=_listed("painPoints", fields, ledger),
        key_concerns=_listed("keyConcerns", fields, ledger),
        key_objectives=_listed("keyObjectives", fields, ledger),
        common_job_titles=_listed("commonJobTitles", fields, ledger),
        why_they_matter_to_us=_listed("whyTheyMatterToUs", fields, ledger),
        why_we_matter_to_them=_listed("whyWeMatterToThem", fields, ledger),
        custom_fields=_custom(material, employers, ledger),
    )
    quoted = _quoted(fields)
    fillers = [ask.from_typical(one) for one in known.questions] if known else []
    if material.language:
        wanted = [*foreign.questions({**material.by_field, **quoted}), *_of_who(who, employers)]
        chosen = choose(wanted, fillers)
    else:
        own, of_who = _own(material, listed), _of_role(who, employers)
        chosen = choose([*own, *of_who], fillers)
        if not is_full_of_own(chosen):
            chosen = choose([*own, *of_who, *_made(quoted), *_of_titles(who)], fillers)
    asked, notes = write(chosen, ledger)
    gaps = [Gap(pointer=f"/data/{one}", question=_GAPS[one]) for one in fields if not quoted[one]]
    remarks = [] if who.title is not None else [_NO_ROLE, *_reads_like_a_segment(material)]
    remarks += [] if excludes_somebody(chosen) else [NOBODY_EXCLUDED]
    return Draft(shown, alias, description, data, asked, ledger.claims, notes, gaps, remarks)


def _meant(material: Material, who: Who) -> Item | None:
    """Give the name of the persona that is kept of several, where no title of its own says more."""
    if material.meant is None:
        return None
    span = material.span(material.meant)
    titled = who.shown.span if who.shown is not None else None
    if titled is not None and span.start <= titled.start < span.end:
        return None
    return Item(group_name(material.meant.text), "SOURCE", span)


def _listed(field: str, fields: Mapping[str, Sequence[Item]], ledger: Ledger) -> list[str]:
    return ledger.add_list(f"/data/{field}", fields[field])


def _quoted(fields: Mapping[str, Sequence[Item]]) -> dict[str, list[Item]]:
    return {
        field: [item for item in items if item.origin != "TYPICAL"]
        for field, items in fields.items()
    }


def _reads_like_a_segment(material: Material) -> list[str]:
    """Say so where a source without a role describes companies."""
    first = " ".join(statement.text for statement in material.reading.statements[:5])
    told = {fact.key for fact in find_firmographics(first)}
    return [_SEGMENT] if len(told) >= 2 else []


# Fields


def _fields(
    material: Material, found: Sequence[tuple[Item, Title]], listed: Sequence[Criterion]
) -> dict[str, list[Item]]:
    """Merge and rank the quoted items of each list, and infer what follows from them."""
    duties = list(in_parts(material.of("primaryResponsibilities"), deeds=True))
    # Whom the seller turns away is asked about; it is no concern of the buyer.
    against = [one for one in listed if one.side == "against"]
    pains = list(in_parts(material.of("painPoints"), deeds=False))
    aims = [wished(one) for one in in_parts(material.of("keyObjectives"), deeds=True)]
    if len(material.of("primaryResponsibilities")) < _FEW_DUTIES:
        told = list(duties_in_prose(material))
        wanted = [one for one in told if _WANT.match(one.text)]
        suffered = [one for one in told if _SUFFER.match(one.text)]
        duties = parted(duties, [one for one in told if one not in [*wanted, *suffered]])
        pains += suffered
        aims += [replace(one, text=capital(_WANT.sub("", one.text))) for one in wanted]
    duties = [_of_things(one) for one in duties if not _names_title(one)]
    fields = {
        "primaryResponsibilities": merge(duties),
        "painPoints": merge(pains),
        "keyConcerns": merge(criteria.others(material.of("keyConcerns"), against)),
        "keyObjectives": merge(aims),
        "commonJobTitles": _titles(item for item, _ in found),
        "whyTheyMatterToUs": merge(_buying(material)),
        "whyWeMatterToThem": merge(in_parts(material.of("whyWeMatterToThem"), deeds=False)),
    }
    if not fields["keyObjectives"]:
        fields["keyObjectives"] = merge(aims_of(fields["primaryResponsibilities"]))[:_MAX_INFERRED]
    return fields


def _names_title(item: Item) -> bool:
    """Tell whether a line says who somebody is, or whom a call was with, not what they do."""
    known = vocabulary()
    heads = (word.removesuffix("s") for word in tokens(item.text)[:_FIRST])
    if not any(word in known.heads or word in known.chiefs for word in heads):
        return False
    if _CALLED.match(item.text) and find_titles(item.text):
        return True
    named = any(title.start == 0 for title in find_titles(item.text[:_OPENS]))
    return named and read_phrase(item.text).kind == "noun"


def _of_things(item: Item) -> Item:
    """Say that things are somebody's: under "Responsible for" no "edit suites" is a deed."""
    first = look_up(item.text.partition(" ")[0].lower())
    doubtful = (first.base or first.gerund) and not first.third
    if not doubtful or not _HOLDS.fullmatch(item.heading):
        return item
    second = item.text.split()[1:2]
    if second and second[0].lower() in DETERMINERS | {"and", "or", "of"}:
        return item
    return replace(item, text=f"Responsible for {lower_first(item.text)}")


def _titles(found: Iterable[Item]) -> list[Item]:
    """Rank the titles, each once: "VP Sales" is "VP of Sales", a senior one is another."""
    kept: dict[frozenset[str], Item] = {}
    for item in sorted(found, key=lambda one: -one.rank):
        kept.setdefault(frozenset(tokens(item.text)) - _LINKS, item)
    return list(kept.values())[:_MAX_TITLES]


def _buying(material: Material) -> Iterator[Item]:
    """Give why they matter: what the source says, and the part they play in a purchase."""
    yield from material.of("whyTheyMatterToUs")
    for statement, what in material.sorted:
        if what.field in ("whyTheyMatterToUs", SKIP) or what.heading:
            continue
        roles = buying_roles(statement.text)
        if roles and len(statement.text.split()) <= _LONG_SENTENCE:
            label = " and ".join(dict.fromkeys(label for label, _, _ in roles))
            text, rule = f"{capital(label)} in the purchase", "the sentence names a buying role"
            yield Item(text, "INFERRED", material.span(statement), rule, 0.6)


def _fill(fields: dict[str, list[Item]], known: Role) -> None:
    """Add what is typical of the role to thin fields, or only to empty ones of a rich source."""
    rich = sum(len(items) for items in fields.values()) >= _RICH
    carried = "a title that people in this role carry too"
    entries: dict[str, Sequence[Typical]] = {
        "primaryResponsibilities": known.responsibilities,
        "painPoints": known.pains,
        "keyConcerns": known.concerns,
        "keyObjectives": known.objectives,
        "commonJobTitles": [Typical(text, carried) for text in known.titles],
        "whyTheyMatterToUs": known.why_they_matter,
    }
    for field, size in _FILL.items():
        have = fields[field]
        if have and rich:
            continue
        room = min(size, 2) if rich else size
        added = [typical(entry.text, entry.reason) for entry in entries[field]]
        said = {item.text for item in have}
        new = [item for item in merge([*have, *added], limit=20) if item.text not in said]
        fields[field] = [*have, *new][: max(room, len(have))]


def _custom(material: Material, employers: Employers, ledger: Ledger) -> list[CustomField]:
    """Keep what the contract has no field for, under the heading's own name."""
    found = [(capital(squeeze(title)), merge(items)) for title, items in material.custom.items()]
    if employers.lines:
        found.insert(0, ("Their companies", list(employers.lines)))
    return [
        CustomField(title=title, value=ledger.add_list(f"/data/customFields/{index}/value", items))
        for index, (title, items) in enumerate(found[:_MAX_CUSTOM])
    ]


# Questions


def _titled(who: Who) -> list[tuple[Item, Title]]:
    return [(who.shown, who.title)] if who.shown is not None and who.title is not None else []


def _of_who(who: Who, employers: Employers) -> list[ask.Asked]:
    """Ask about the title, and the facts of the companies that stand beside it."""
    return [
        *(from_title(item, title) for item, title in _titled(who)),
        *of_employers(employers),
    ]


def _own(material: Material, listed: Sequence[Criterion]) -> list[ask.Asked]:
    """Ask what the source sets as criteria and asks itself."""
    own = own_questions.without_advice(merge(material.of("qualifyingQuestions"), limit=100))
    own = list(criteria.others(own, listed))
    own = own_questions.best_first(own, MAX_QUESTIONS)[: own_questions.MOST_OWN]
    return [
        *(from_criterion(one, place, "persona") for place, one in enumerate(listed)),
        *surest(own, lambda item, place: ask.from_source(item, place, "persona"), len(own)),
    ]


def _of_role(who: Who, employers: Employers) -> list[ask.Asked]:
    """Ask for the level, which tells a role better than one of its titles, and the companies."""
    levels = [from_title(item, title) for item, title in _titled(who) if has_level(title)]
    return [*levels, *of_employers(employers)]


def _of_titles(who: Who) -> list[ask.Asked]:
    return [from_title(item, title) for item, title in _titled(who) if not has_level(title)]


def _made(quoted: Mapping[str, Sequence[Item]]) -> list[ask.Asked]:
    """Ask from duties, pains, aims and concerns, one of each in turn."""
    of_claims = [
        surest(quoted["primaryResponsibilities"], ask.from_duty, 3),
        surest(quoted["painPoints"], lambda item, place: ask.from_pain(item, place, "persona"), 3),
        surest(
            quoted["keyObjectives"], lambda item, place: ask.from_aim(item, place, "persona"), 2
        ),
        surest(quoted["keyConcerns"], ask.from_concern, 2),
    ]
    return [one for row in zip_longest(*of_claims) for one in row if one is not None]
