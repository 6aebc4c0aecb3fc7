"""
Who a persona is: the titles that the source gives, the one it turns on, and an own name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from octave_api.engine import others
from octave_api.engine.draft import Statement
from octave_api.engine.facts import FoundFact, facts_in
from octave_api.engine.introduced import (
    LABEL,
    is_nickname,
    without_remark,
)
from octave_api.engine.items import Item, Span
from octave_api.engine.lexicon import look_up
from octave_api.engine.material import Material
from octave_api.engine.named_person import named_before, nickname
from octave_api.engine.own_name import is_name, own_name
from octave_api.engine.plain_titles import plainly
from octave_api.engine.roles import (
    Role,
    Title,
    find_titles,
    parse_title,
    role,
    titles_in_list,
)
from octave_api.engine.several import rows_named
from octave_api.engine.thoughts import phrases
from octave_api.engine.titles_by_place import (
    OPENING,
    in_brackets,
    introduced,
    labelled,
    named_in_other_words,
    named_last,
    nicknamed,
)
from octave_api.engine.titles_in_headings import (
    MEETS,
    OF_HEADING,
    OF_PERSONA,
    PERSONA,
    in_heading,
    named_in,
    of_users,
    without_name,
)
from octave_api.engine.wording import squeeze

_NO_NAME = re.compile(
    r"(?i)(?:about|meet|know|what|why|how|who|where|when|for|in|on|at|to|all|with|inside|behind|from|"
    r"and|of|under|understanding|introducing|the|this|your|our|their)\b"
)
_AT = re.compile(
    r"(?i)\s+(?P<at>(?:at|in|of|for|from)\s+[^,.;:()|\n]{3,80}?)\s*(?=[,.;:()|\n]|$|\s(?:who|that|which|"
    r"and|or the|is|are|was|were|"
    r"worried|concerned|struggling|responsible|looking|focused|managing|leading)\b)"
)
_GOVERNED = re.compile(
    r" (?:the|an?|its|their|his|her|all|every|two|three|four|five|six|ten|\d+|several|many)\b"
)
_A_WORD = re.compile(r"[^\W\d_]+")
_TOLD = re.compile(
    r"\b(?:[Ww]e|[Yy]ou|[Tt]hey|I) (?:\w+ )?[a-z]+\b.*\b(?:to|with|the|an?)\b"
    r"|\b(?:is|are) (?:usually |often )?(?:the|our|your)\b|[a-z)]{3}\. [A-Z][a-z]+ [a-z]"
)
"""A sentence about titles is no list of them: "We talk to the COO, sometimes the bursar"."""
TITLE_LINES = 60
"""Lines of titles that are taken apart; who a page is about stands in the first ones."""
_HEADINGS, _MOST_WORDS, _MANY = 3, 3, 4
"""Headings that may say who it is; titles in a list before the text beside it says which one."""
_IN_PROSE, _LONG = 0.8, 40


@dataclass(frozen=True, slots=True)
class Who:
    """
    Who the persona is: the title it turns on, and an own name if the source gives one.

    `at` says where the title works, in the source's words ("at banks in the UK"), and
    `facts` what the same sentence says of these companies.
    """

    title: Title | None
    shown: Item | None
    own: Item | None
    role: Role | None
    at: str = ""
    facts: tuple[FoundFact, ...] = ()


def titles(material: Material) -> list[tuple[Item, Title]]:
    """Collect the titles that the source gives: in lists, else in headings, else in prose."""
    if material.language and (known := named_in_other_words(material, OF_PERSONA)):
        return known
    found: list[tuple[Item, Title]] = []
    for item in material.of("commonJobTitles")[:TITLE_LINES]:
        split = split_titles(item)
        if not split and item.span and item.heading and len(item.text.split()) <= 8:
            split = [(item, Title(item.text, "", "", 0, len(item.span.quote)))]
        found += [
            pair
            for pair in split
            if item.heading
            or not (_stands_under_others(material, pair) or _is_denied(material, pair))
        ]
    for named in rows_named(material.reading.statements, "persona").values():
        alone = parse_title(named.text)
        if alone is not None and alone.function:
            alone = without_remark(alone, named.text)
            found.append(
                (Item(alone.text, "SOURCE", material.span(named), None, OF_PERSONA), alone)
            )
    found += labelled(material, OF_PERSONA)
    for place, heading in enumerate(material.reading.headings[:_HEADINGS]):
        found += in_heading(material, heading, first=place < 2)
    found = found or [*nicknamed(material, OF_PERSONA), *of_users(material)]
    found = [pair for pair in found if not is_nickname(pair[1])] or [
        (replace(item, text=title.text), title) for item, title in map(_rank_alone, found)
    ]
    if found:
        return _most_meant(material, [one for pair in found for one in plainly(pair)])
    told = [one for one in introduced(material, OF_HEADING) if not _is_aside(material, one)]
    if any(not others.is_sellers(title.text) for _, title in told):
        return [one for pair in told for one in plainly(pair)]
    for statement in material.reading.statements[:OPENING]:
        told += named_in(material, statement, _IN_PROSE)
    told = [one for one in told if not _is_aside(material, one)]
    own = [pair for pair in told if not _is_another(material, pair)]
    own = [pair for pair in own if not _is_beside(material, pair)] or own
    own = [pair for pair in own if not others.is_sellers(pair[1].text)] or own
    apart = [pair for pair in own if not _has_a_part(material, pair)]
    # Who speaks says "I": the titles that come up with a purchase are the others of the committee.
    own = apart if material.own_voice else apart or own
    denied = {pair[1].text.casefold() for pair in told if _is_denied(material, pair)}
    own = [pair for pair in own if pair[1].text.casefold() not in denied] or own
    return _most_named(own) or list(named_last(material, _IN_PROSE))


def _rank_alone(pair: tuple[Item, Title]) -> tuple[Item, Title]:
    """Give the title in a team's name for somebody: "Bursar" of "Bursar Beatrice"."""
    item, title = pair
    rank = parse_title(title.text.rpartition(" ")[0]) if is_nickname(title) else None
    if rank is None or item.span is None or not item.span.quote.startswith(rank.text):
        return pair
    return replace(item, span=item.span.part(0, len(rank.text))), rank


def _most_meant(material: Material, found: list[tuple[Item, Title]]) -> list[tuple[Item, Title]]:
    """Raise the one of many listed titles of which the source goes on to speak."""
    if len(found) < _MANY:
        return found
    lists = [item.span for item, _ in found if item.heading]
    told = [
        " ".join(title.text.casefold().split())
        for statement in (*material.reading.headings, *material.reading.statements[:OPENING])
        if not any(_holds(statement, span) for span in lists if span)
        for title in find_titles(statement.text)
    ]
    named = [item for item, _ in found if item.text.casefold() in told]
    if not named:
        return found
    return [
        (replace(item, rank=max(item.rank, OF_PERSONA)) if item is named[0] else item, title)
        for item, title in found
    ]


def _is_another(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a title in prose is a boss's, a colleague's or of one of the team."""
    whole, before, after = _around(material, pair)
    if whole is None:
        return False
    return others.is_another(before, after)


def _is_beside(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a title is of somebody who only comes up: "when the auditor asks"."""
    return others.comes_up(_around(material, pair)[1])


def _is_aside(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a title stands under a heading for others, or answers what asks for none."""
    whole = _around(material, pair)[0] if material.own_voice else None
    asked = whole.headings[-1] if whole is not None and whole.headings else ""
    oneself = whole is not None and others.of_oneself(whole.text)
    return (others.answers(asked) and not oneself) or _stands_under_others(material, pair)


def _has_a_part(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a title stands where it is told who decides: "the budget is the COO's"."""
    span = pair[0].span
    held = (what for one, what in material.sorted if span is not None and _holds(one, span))
    return next((what.field for what in held), "") == "whyTheyMatterToUs"


def _stands_under_others(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a title stands under a heading for others: "Reports to", "Works with"."""
    whole = _around(material, pair)[0]
    headings = whole.headings if whole is not None else ()
    return bool(headings) and others.heads_others(headings[-1])


def _is_denied(material: Material, pair: tuple[Item, Title]) -> bool:
    """Tell whether a sentence says that it is not this one: "the head of claims, not the CIO"."""
    return others.is_denied(*_around(material, pair)[1:])


_NEAR = 200
"""Characters beside a title that are looked at: in a list of thousands all would take long."""


def _around(material: Material, pair: tuple[Item, Title]) -> tuple[Statement | None, str, str]:
    """Give the statement that a title in prose stands in, and some words before and after it."""
    span = pair[0].span
    if span is None or (whole := _around_span(material, span)) is None:
        return None, "", ""
    text = material.documents[span.source].text
    before = text[max(whole.start, span.start - _NEAR) : span.start]
    return whole, before, text[span.end : min(whole.end, span.end + _NEAR)]


def _most_named(told: list[tuple[Item, Title]]) -> list[tuple[Item, Title]]:
    """Put the title first that the prose names most often; of equals the first stays first."""
    times = Counter(title.text.casefold() for _, title in told)
    return sorted(told, key=lambda pair: -times[pair[1].text.casefold()])


def split_titles(item: Item) -> list[tuple[Item, Title]]:
    """Give each title of a line that lists titles, with the words that name it as its quote."""
    span = item.span
    if span is None:
        return []
    told = _TOLD.search(span.quote) is not None
    listed = find_titles(span.quote) if told else titles_in_list(span.quote)
    if "(" in span.quote:
        listed = [one for title in listed for one in (title, *in_brackets(span.quote, title))]
        listed = list({one.start: one for one in listed}.values())
    split = [without_name(title, span.quote) for title in listed]
    return [
        (replace(item, text=title.text, span=span.part(title.start, title.end)), title)
        for title in split
    ]


def who_is_it(material: Material, found: Sequence[tuple[Item, Title]], name: str | None) -> Who:
    """Decide which title the persona turns on: the heading's, the first listed, or `name`'s."""
    ranked = sorted(found, key=_turns_on)
    shown, title = _in_full(ranked) if ranked else (None, None)
    if title is None and name:
        title = next(iter(find_titles(name)), None) or parse_title(name)
    function = _function(title, found) if title else ""
    known = role(function, title.seniority) if title and function else None
    at, facts = _company(material, shown.span) if shown and shown.span else ("", ())
    return Who(title, shown, _own_name(material), known, at, facts)


def _in_full(ranked: Sequence[tuple[Item, Title]]) -> tuple[Item, Title]:
    """Give the first title, or the longer one that a label gives alone: "Software Developer"."""
    first = ranked[0]
    end = f" {first[0].text.casefold()}"
    labels = Counter(item.heading for item, _ in ranked)
    alone = (one for one in ranked if one[0].heading and labels[one[0].heading] == 1)
    longer = (one for one in alone if one[0].text.casefold().endswith(end))
    return first if " " in first[0].text else next(longer, first)


def _function(title: Title, found: Sequence[tuple[Item, Title]]) -> str:
    """Give the function of a title, or the one that the other titles beside it share."""
    others = Counter(one.function for _, one in found if one.function)
    most, times = others.most_common(1)[0] if others else ("", 0)
    return most if times * 2 > len(found) and others[title.function] == 1 else title.function


def _company(material: Material, title: Span) -> tuple[str, tuple[FoundFact, ...]]:
    """Read at which companies a title works, from the rest of its sentence."""
    whole = _around_span(material, title)
    if whole is None or len(whole.text.split()) > _LONG:
        return "", ()
    rest = material.span(replace(whole, start=title.end))
    if (tail := _AT.match(rest.quote)) is None:
        return "", ()
    place = _without_deed(rest.part(tail.start("at"), tail.end("at")))
    facts = [one for one in facts_in(place) if not one.fact.negated]
    begin = next((start for start, _ in phrases(whole.text)), 0) - (place.start - whole.start)
    if 0 < begin < len(place.quote) and material.span(whole).quote == whole.text:
        place = place.part(0, begin)  # "… at agencies plan events": the sentence goes on.
    at = " ".join(place.quote.split())
    return (at, tuple(facts)) if facts else ("", ())


def _without_deed(at: Span) -> Span:
    """Leave out what the holder does: "of a mid-sized town runs three grounds"."""
    for word in list(_A_WORD.finditer(at.quote))[2:]:
        found = look_up(word.group().lower())
        sure = not (found.plural or found.noun) or _GOVERNED.match(at.quote, word.end())
        if word.group().islower() and found.third and sure:
            return at.part(0, word.start() - 1)
    return at


def _around_span(material: Material, span: Span) -> Statement | None:
    """Give the statement that a place lies in."""
    return next((one for one, _ in material.sorted if _holds(one, span)), None)


def _holds(statement: Statement, span: Span) -> bool:
    return statement.source == span.source and statement.start <= span.start < statement.end


def _turns_on(pair: tuple[Item, Title]) -> tuple[bool, float]:
    item, title = pair
    return not title.function, -item.rank if item.rank >= OF_HEADING else 0.0


def _own_name(material: Material) -> Item | None:
    """Find the persona's own label: as a field, or in a heading ("Priyanka (Engineer)")."""
    for statement in material.reading.statements[:_HEADINGS]:
        if is_name(statement) and len(statement.text.split()) <= _MOST_WORDS:
            return Item(statement.text, "SOURCE", material.span(statement), None, 1.0)
    found = None
    given = own_name(material.reading.headings)
    for place, heading in enumerate(material.reading.headings[:_HEADINGS]):
        text = MEETS.sub("", squeeze(heading.text))
        own = LABEL.sub("", text)
        title_of_page = heading.source in material.pitches and heading is not material.meant
        if given and own.endswith(f" ({given})"):
            text = f"{given} ({own.removesuffix(f' ({given})')})"
            return Item(text, "SOURCE", material.span(heading), None, 1.0)
        if given and own.endswith(f" {given}"):
            text = f"{given} ({own.removesuffix(f' {given}')})"
            return Item(text, "SOURCE", material.span(heading), None, 1.0)
        if _NO_NAME.match(own) or title_of_page or not own[:1].isupper():
            continue
        if (place > 1 or PERSONA.match(own)) and not (given and own.startswith(given)):
            continue
        named = named_before(own) or nickname(own)
        if named or (LABEL.match(text) and len(own.split()) <= 4):
            item = Item(own, "SOURCE", material.span(heading), None, 1.0)
            if named:
                return item
            found = found or (item if parse_title(own) is None else None)
    return found
