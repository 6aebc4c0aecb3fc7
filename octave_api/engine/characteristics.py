"""What defines the companies of a segment beyond numbers, industries, places and tools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from octave_api.engine.counts import find_counts
from octave_api.engine.facts import before_assigned
from octave_api.engine.firmographics import context_of, find_firmographics, seller_side
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, key_words
from octave_api.engine.lexicon import look_up
from octave_api.engine.material import Material
from octave_api.engine.neighbours import COMPANIES
from octave_api.engine.phrases import read_phrase
from octave_api.engine.technologies import RUNS_ON
from octave_api.engine.told_profiles import profile_told
from octave_api.engine.trait_phrasing import names_firms, names_somebody
from octave_api.engine.wording import capital

_SURE_ALONE = 0.6
"""A line without a heading must be this surely about the companies, not about a product."""
_LONGEST_FRAGMENT = 12
_LEAST_REST = 3
"""Words that facts leave of a line before the line is kept for what else it says."""
_A_WORD = re.compile(r"[^\W\d_]{3,}")
_ANAPHORA = re.compile(
    r"(?i)^(?:because|since|that|this|these|those|it|its|see|aka|also|but|however|so|and|or|here|there|such|he|"
    r"she|then|as (?:an|a) example|for example|note|when|we (?:use|sell|make|build|offer|provide)|"
    r"from experience)\b"
)
# A person to ask, an identifier or a path: nothing that companies have in common.
SPEAKS = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|need|needs|want|wants|can|cannot|will|must|should|do|does|"
    r"[a-z]+n['’]t)\b"
)
_SIGNS = "+−-"
_SCORED = re.compile(r"[+−-]?\d{1,3}:? (?=[a-z])")
_REASON = re.compile(r"(?i)(?:because|since|as (?:our|we|the))\b")
_QUANTIFIED = re.compile(r"(?i)^(?:most|some|many|few|all|both|half|others|they|which)\b")
_NO_TRAIT = re.compile(
    r"(?i)(?:~|≈|about |around |approx\.? |roughly )\s?\d[\d,.]*[kmb]? \w|"
    r"[A-Z]\w{0,11} = |(?:tier|level|band|group|segment) ?[\dA-D]\b[^:]{0,25}$|toc$|\{"
    r"|not for\b|(?:they )?(?:buy|sign|call|switch) (?:because|when|once|after)\b"
    r"|(?:we|i)['’](?:re|ve|d|ll)\b|(?:talked|spoke"
    r"|met|interviewed|visited|called) |"
    r"the (?:average |typical )?(?:roi|costs?|prices?|payback|return|benefits?|goal|key"
    r"|results?)\b|[^.]{3,60} (?:is|are) (?:someone|somebody|an individual|a person)\b|"
    r"(?:decided|approved|signed|fixed|planned|released) (?:in|by|at|on|once|every)\b|"
    r"(?:the )?(?:tenderers?|bidders?|suppliers?|contractors?|applicants?) (?:shall|must|will)\b|"
    r"(?:[A-Z]{3}|[$€£¥]) ?\d[\d.,]*[kmb]?$|[$€£]\s?\d[^a-z]{0,12} (?:build|setup)\b|"
    r"\S*[_/.]\S*\w$|[\W\d]*\w{0,2}$"
)
_NO_TRAIT_WITHIN = re.compile(
    r"(?i)\bin scope$|\bcompared (?:to|with) (?:those|others|the)\b|(?:^|[\s(])@\w"
    r"|[$€£]\d[\d.,]*$"
)
_WITHIN_HAS = ("in scope", "compared", "@", "$", "€", "£")
"""One of these is in every match of `_NO_TRAIT_WITHIN`; most lines have none."""
MOVED = re.compile(
    r"(?i)(?<=[\w%)] )(?:fell|rose|grew|dropped|doubled|increased|decreased|declined|shrank)\b"
)
"""What says how a market moves is no trait of a company."""
OF_FIT = re.compile(r"(?i)\bfit\b|\bdefin|\bideal\b|\bwho\b")
_LABEL = re.compile(r"[^:\n]{1,40}:\W{1,5}(?=\w)")
_COLUMN = re.compile(
    r"(?i)(?:large )?enterprises?|mid[- ]?market|smbs?|smes?|small business(?:es)?|start-?ups?|"
    r"scale-?ups?|commercial|strategic(?: accounts)?|corporate"
)
_IN_COLUMNS = re.compile(r" \((?:(?:" + _COLUMN.pattern[4:] + r")(?:, )?)+\)$", re.IGNORECASE)
_CUSTOMERS = re.compile(
    r"(?P<who>(?P<lead>(?:[\w.&+-]+\s+){1,4}?)(?:customers|users|subscribers))\s+"
    r"(?:already|looking|who|that|using|wanting|ready|moving|considering|evaluating)\b"
)
_KNOWN_ALREADY = re.compile(r"(?i)^(?:existing|current|our)\b")
_UP_TO = re.compile(r"(?i)(?:not to exceed|not more than|up to|max\.?|min\.?) \W?\d")
_COMMA = re.compile(r", ")
_WITH = re.compile(r"(?i)^(?:with|and|who have|that have) ")
_MARKS = re.compile(r"[,:;]\s|\s[–—-]\s")
_AT = re.compile(r"\s(?:in|on|across|along|around|near|from|throughout) [\w’'& -]{2,50}\.?")
_WHICH = re.compile(r"\s(?:that|who|which)(?: are| have)? ")
_DETAIL = re.compile(r"\s(?:that|who|which)(?: are| have)? |\swith (?:their |an? |its )?")
_MOST_OF_A_NAME = 6
_OF_COMPANIES = key_words(" ".join(sorted(COMPANIES))) | key_words("annual year at least based")


def characteristics(material: Material) -> list[Item]:
    """
    Give the lines that say more of the companies than the facts read from them.

    In a table with a column for each size of company, a line that does not hold for all
    of them ends with the columns it stands in: "Buys through a partner (SMB)".
    """
    labels = dict(_labels(material))
    # As when facts were looked for in it, so that each line is read once.
    above = {(one.source, one.end): context_of(one.headings) for one, _ in material.sorted}
    told = [one for one in material.of("fitExplanation") if OF_FIT.search(one.heading)]
    told = [one for one in told if is_fragment(one) and not commands(one.text)]
    told += [one for one in material.of("fitExplanation") if _tells_profile(one)]
    lines = [
        item
        for item in [*material.of("firmographics"), *told]
        if (item.heading or item.rank >= _SURE_ALONE)
        and of_the_companies(item)
        and not _is_no_trait(item.text)
        and not are_customers(item)
        and before_assigned(item.text) == len(item.text)
        and not MOVED.search(item.text)
        and not _is_scored(item, material)
        and not (material.seller is not None and _of_seller(item, material.seller))
        and says_more(
            item.span.quote if item.span else item.text,
            above.get(_place(item)) or item.heading or _label(item, labels),
        )
    ]
    lines = [part for item in lines for part in _parts(_labelled(item, labels))]
    columns = dict(_columns(material))
    every = {column for column, _ in columns.values()}
    by_text: dict[str, list[str]] = {}
    for column, text in columns.values():
        by_text.setdefault(text, []).append(column)
    shown = []
    for item in lines:
        place = (item.span.source, item.span.end) if item.span else (0, 0)
        stands = by_text[columns[place][1]] if place in columns else []
        part = bool(stands) and set(stands) != every
        named = f"{item.text} ({', '.join(dict.fromkeys(stands))})" if part else item.text
        shown.append(replace(item, text=named))
    return shown


def _parts(item: Item) -> Iterator[Item]:
    """
    Cut what a line says of some firms: "hotels with 20 rooms, in Wales, on paper".

    Each part that says more than facts stands alone; what names the firms is a fact of theirs.
    """
    span = item.span
    whole = span is not None and span.quote.rstrip(".").lower() == item.text.rstrip(".").lower()
    told = profile_told(span.quote) if span is not None else None
    if span is None or not (whole or told is not None or span.quote.startswith("They ")):
        yield item
        return
    with_tools = _TOOLS_AND.match(span.quote) if told is None else None
    if with_tools is not None:
        start, end = with_tools.span("rest")
        text = span.quote[start:end].rstrip(".")
        yield replace(item, text=capital(text), span=span.part(start, start + len(text)))
        return
    begin = told if told is not None else 0
    end = len(span.quote.rstrip("."))
    edges = [(begin, end)]
    for found in (_MARKS if told is not None else _COMMA).finditer(span.quote, begin, end):
        edges[-1:] = [(edges[-1][0], found.start()), (found.end(), end)]
    first = span.quote[slice(*edges[0])]
    placed = told is None and _names_at_a_place(first)
    if told is None and not placed and (len(edges) < 2 or not _opens_profile(first)):
        yield item
        return
    for place, (start, stop) in enumerate(edges):
        if place == 0 and (detail := _DETAIL.search(span.quote, start, stop)):
            # "Wholesalers that deliver daily": the firms are a fact, what they do is a trait.
            start = detail.end()
        elif place and (detail := _WHICH.search(span.quote, start, stop)):
            # "…, Bohemia and Styria that deliver daily": the places are facts.
            fact = not says_more(span.quote[start : detail.start()], "")
            start = detail.end() if fact else start
        elif place == 0 and (placed or _bare(span.quote[start:stop])):
            continue
        text = _WITH.sub("", span.quote[start:stop])
        if (_QUANTIFIED.match(text) and SPEAKS.search(text)) or _REASON.match(text):
            continue
        if len(text.split()) > 1 and says_more(text, ""):
            yield replace(item, text=capital(text), span=span.part(start, stop))


_TOOLS_AND = re.compile(
    r"(?:[Tt]hey |[Mm]ost |[Aa]ll )?(?:[Uu]se|[Rr]un(?: on)?|[Ww]ork (?:in|with)) "
    r"(?:[A-Z]\w*(?: [A-Z0-9]\w*)?(?:, or |, | or | and )?){1,6} and (?P<rest>(?:have|are|employ"
    r"|own|sell|keep|pay|ship|run|buy|make|operate)\b.+)$"
)
"""What else a line says that names what they use first: a fact, and a trait."""


def _opens_profile(text: str) -> bool:
    """Tell whether a line opens with firms, or with a number and no more."""
    return names_firms(text) or not says_more(text, "")


def _names_at_a_place(text: str) -> bool:
    """Tell whether a part only names firms and where they are: "growers on the west coast"."""
    if _AT.search(text) is None:
        return False
    trade = next((one for one in find_firmographics(text) if one.key == "industry"), None)
    if trade is None or len(text[: trade.end].split()) > _MOST_OF_A_NAME:
        return False
    return _AT.fullmatch(text, trade.end) is not None


def _bare(text: str) -> bool:
    """Tell whether a line only names firms: "salmon farms"."""
    return len(text.split()) <= _MOST_OF_A_NAME


def _labels(material: Material) -> Iterator[tuple[tuple[int, int], str]]:
    """Give what announces each cell and each value of a key, by its source and end."""
    for statement, _ in material.sorted:
        nearest = statement.headings[-1] if statement.headings else ""
        if nearest and (statement.shape in ("cell", "value") or RUNS_ON.fullmatch(nearest)):
            yield (statement.source, statement.end), statement.headings[-1]


def _label(item: Item, labels: Mapping[tuple[int, int], str]) -> str:
    return labels.get((item.span.source, item.span.end), "") if item.span else ""


def _place(item: Item) -> tuple[int, int]:
    return (item.span.source, item.span.end) if item.span else (-1, 0)


def _labelled(item: Item, labels: Mapping[tuple[int, int], str]) -> Item:
    """Say what a bare number counts: "500 to 8,000" under "Units" is "Units: 500 to 8,000"."""
    label = _label(item, labels)
    if OF_FIT.search(label):
        return item
    bare = len(_A_WORD.findall(item.text)) <= 1 or _UP_TO.match(item.text)
    first = item.text.split()[0].strip(",").lower()
    runs_on = RUNS_ON.fullmatch(label) and not look_up(first).known and "," in item.text
    if not label or not (bare or runs_on) or item.text.startswith(label):
        return item
    return replace(item, text=f"{capital(label)}: {item.text}")


def without_columns(item: Item) -> Item:
    """Give a characteristic without the columns that it stands in, as it is asked about."""
    return replace(item, text=_IN_COLUMNS.sub("", item.text))


def _of_seller(item: Item, seller: re.Pattern[str]) -> bool:
    return not item.heading and seller.search(item.text) is not None


def _is_scored(item: Item, material: Material) -> bool:
    """Tell a line of a score ("+3 own silo"), whatever its sign, from a trait."""
    if item.span is None or not _SCORED.match(item.span.quote):
        return False
    before = material.documents[item.span.source].text[: item.span.start][-2:].strip()
    return item.span.quote[0] in _SIGNS or before[-1:] in tuple(_SIGNS)


def _tells_profile(item: Item) -> bool:
    quote = item.span.quote if item.span else ""
    return quote == item.text and profile_told(quote) is not None


def is_fragment(item: Item) -> bool:
    """Tell whether a line of a list says what they have or are, in less than a sentence."""
    quote = item.span.quote if item.span else item.text
    if quote.endswith((".", "!")) or len(item.text.split()) > _LONGEST_FRAGMENT:
        return False
    if SPEAKS.search(item.text) or are_customers(item):
        return False
    return read_phrase(item.text).kind != "clause"


def of_the_companies(item: Item) -> bool:
    """Tell whether a line stands alone and speaks of the companies, not of the seller."""
    return not (_ANAPHORA.match(item.text) or seller_side(item.text) or names_somebody(item.text))


def are_customers(item: Item) -> bool:
    """
    Tell whether a line names customers of a product: "Lumero customers looking to add a site".

    That they are is no trait of a company that a register knows, but why they fit.
    """
    return bool(customers_in(item.text))


def customers_in(text: str) -> str:
    """Give who is named as a customer of a product at the start of a line, or ""."""
    found = _CUSTOMERS.match(text)
    if found is None:
        return ""
    name = found["lead"].split()[0]
    product = name[:1].isupper() and not look_up(name.lower()).known
    return found["who"] if product or _KNOWN_ALREADY.match(name) else ""


def says_more(line: str, heading: str) -> bool:
    """
    Say whether a line tells more of the companies than the facts that are read from it.

    "500+ employees" does not; "$80k a month or a very long waiting list" does.
    """
    if _is_no_trait(line.strip()):
        return False
    label = _LABEL.match(line)
    line = line[label.end() :] if label else line
    context = f"{heading} / {label[0]}" if label else heading
    facts = find_firmographics(line, context)
    said = [(fact.start, fact.end) for fact in facts]
    said += [(count.start, count.end) for count in find_counts(line, context)]
    if not said:
        return True
    rest, last = [], 0
    for start, end in sorted(said):
        rest.append(line[last : max(last, start)])
        last = max(last, end)
    left = key_words(" ".join([*rest, line[last:]]))
    return len(left - _OF_COMPANIES) >= _LEAST_REST


def _is_no_trait(line: str) -> bool:
    if any(map(line.lower().__contains__, _WITHIN_HAS)) and _NO_TRAIT_WITHIN.search(line):
        return True
    return _NO_TRAIT.match(line) is not None


def _columns(material: Material) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Give the size of company in whose column a statement stands, by its source and end."""
    for statement, what in material.sorted:
        if what.field == "firmographics":
            column = next((one for one in statement.headings if _COLUMN.fullmatch(one)), "")
            if column:
                yield (statement.source, statement.end), (column, statement.text.lower())
