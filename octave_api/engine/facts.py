"""
Firmographic facts of a source: read where it speaks of the companies, not of the seller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from octave_api.engine.conditions import is_rule, turns_by_condition
from octave_api.engine.draft import Statement
from octave_api.engine.fact_points import SCORE, is_aside, is_ruled_out, points_of, scores
from octave_api.engine.firmographics import Fact, context_of, find_firmographics
from octave_api.engine.grammar import article
from octave_api.engine.headings import heading_field
from octave_api.engine.items import Span
from octave_api.engine.material import Material
from octave_api.engine.places import place_name
from octave_api.engine.polarity import customers_from
from octave_api.engine.refusals import EXCLUDES, NOT_IF, turned_away
from octave_api.engine.sides import by_column
from octave_api.engine.told_cases import told_cases
from octave_api.engine.whose_facts import bounded, of_others, signed, unread
from octave_api.engine.wording import lower_first

_TIER = re.compile(r"(?i)\btier[\s-]?(?P<tier>[1-4abc]|one|two|three)\b")
_OTHER_PERIOD = re.compile(r"(?i)\bmonth|\bquarter|\bMRR\b|/\s?mo\b|\bweek")
_SMALL = re.compile(r"\b(?:SMB|SME)s?\b")
_READ = frozenset({"", "firmographics", "fitExplanation", "qualifyingQuestions"})
_WHOM = re.compile(
    r"(?i)^(?:(?:who (?:we (?:help|serve|work with|support)|it(?:['’]s| is) for|uses)|industries|"
    r"for whom)\b|(?:built|made|designed) for\W*$)"
)
_COURTS = re.compile(
    r"(?i)^(?:built|made|designed|ideal|perfect|best)? ?for (?!free\b|\w+ reasons)"
)
_TRIGGER = re.compile(r"(?i)\b(?:triggers?|signals?|events?|why now|timing|watch for)\b")
_SIZED = re.compile(
    r"(?i)\d\+? (?:employees|people|staff)\b|\bat (?:[\w-]+ ){0,4}"
    r"(?:companies|firms|businesses|start-?ups|scale-?ups|organi[sz]ations|enterprises)\b"
)
_LOOSE = frozenset({"", "fitExplanation"})
_SERVES_SIZED = re.compile(
    r"(?:[A-Z][\w.-]+|We) (?:helps?|serves?|supports?|works? with) [^.\d]{3,60} with (?:over "
    r"|at least"
    r" |more than )?\d"
)
"""What a page says of whom it helps where it says of which size they are."""
_HEADED = re.compile(r"(?i)\bideal\b|\bICP\b|\btheir\b|\bthey\b|\bcustomers?\b")
_LOWER = ("lower", "less", "down")
_SCORED_LOWER = re.compile(
    r"\b(?:scor|rank|rat|weigh|prioriti[sz])\w{0,4}\b[^.]{0,80}\b(?:lower|less|down)\b"
    r"|\bdown-?weigh"
)
_LEAST_REVENUE = 150_000
"""A year: less is the price of a deal, not what a company turns over."""
_ASSIGNEES = ("team", "rep", "ae", "dr", "desk", "pod", "channel", "partner", "account")
_ASSIGNED = re.compile(
    r"(?i)\b(?:handled|owned|covered|managed|worked|looked after|run|held) by (?:an? |the |our )?"
    r"(?:[\w-]+ ){0,3}(?:team|reps?|aes?|[bs]drs?|desk|pod|channel|partners?"
    r"|account (?:executive|manager)s?)\b"
    r"|\b(?:belongs?|goes|go|routed?|assigned|are|is) to (?:an? |the |our )?(?:[\w-]+ ){0,3}"
    r"(?:team|reps?|aes?|[bs]drs?|desk|pod|channel|partners?)\b"
)
_OPEN_END = re.compile(r"^(?P<amount>[^+]+)\+(?P<rest>.*)$")
_OVER = re.compile(r"(?i)\b(?:more|greater|larger|over|above|exceeding)\b|>")
_COMPANY_NOUNS = frozenset({"company", "business", "startup", "up", "enterprise"})


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A firmographic fact, where it stands, the headings above it, and the points it scores."""

    fact: Fact
    span: Span
    heading: str
    points: float | None = None
    elsewhere: float | None = None
    """The points that all others lose: "Not in Wales: -5"."""
    titled: bool = False


def find_facts(material: Material) -> list[FoundFact]:
    """Read each firmographic fact once, in order; the titles of the page first."""
    facts = _Collected()
    for place, heading in enumerate(material.reading.headings):
        about = any(
            heading_field(one, "segment") == "firmographics" or _WHOM.search(one)
            for one in heading.headings
        )
        if _equals(heading, material):
            continue
        if place < 2 or about:
            titled = ("geography",) if place == 0 and heading.source not in material.pitches else ()
            facts.read(material.span(heading), "", only=("industry", "stage", *titled))
        elif _is_courting(heading, material):
            facts.read(material.span(heading), "")
    facts.found = [replace(one, titled=True) for one in facts.found]
    cases = told_cases(material.reading.headings)
    pairs = scores(material)
    held, in_prose, loose = frozenset(pairs.values()), list[FoundFact](), len(facts.found)
    for index, statement in where_facts_stand(material):
        if index in held:
            continue
        points = points_of(index, material, pairs)
        what = material.sorted[index][1]
        hurts = what.field == "painPoints"
        span = material.span(statement)
        span = span.part(0, before_assigned(span.quote))
        named = material.seller is not None and material.seller.search(span.quote)
        sells = named and not _announced(statement.headings, material.seller)
        facts.read(
            span.part(customers_from(span.quote) or 0, len(span.quote)),
            context_of(statement.headings),
            without=unread(
                statement,
                sold=bool(sells) or _courts(material, statement),
                case=statement.source in (material.pitches if hurts else cases),
            ),
            points=points,
        )
        if hurts:
            # "No view of which mine has stock" rules out no mines.
            facts.found[loose:] = [one for one in facts.found[loose:] if not one.fact.negated]
        if what.field in _LOOSE and not what.heading:
            in_prose += facts.found[loose:]
        loose = len(facts.found)
    facts.found = _most_meant(facts.found, in_prose)
    wanted = [one for one in facts.found if not one.fact.negated]
    return [
        one
        for one in facts.found
        if not (one.fact.negated and any(_says_same(one, other) for other in wanted))
        and not _of_seller(one, material)
    ]


def _says_same(out: FoundFact, wanted: FoundFact) -> bool:
    """Tell what is wanted as well; "buses, not for taxi firms" names other firms of one trade."""
    same = (out.fact.key, out.fact.value) == (wanted.fact.key, wanted.fact.value)
    left, right = out.span.quote.lower(), wanted.span.quote.lower()
    return same and (out.fact.key != "industry" or left in right or right in left)


def _courts(material: Material, statement: Statement) -> bool:
    """Tell whether a line of a seller's page names what is sold rather than what buyers run."""
    return statement.source in material.pitches and not _announced(statement.headings, None)


def _equals(heading: Statement, material: Material) -> bool:
    """Tell a label that is said to be something: "Energy = the second biggest cost"."""
    return material.documents[heading.source].text[heading.end :][:3].lstrip().startswith("=")


def courting(material: Material) -> Iterator[Span]:
    """Give the headings of a seller's page that say for whom it is: "Built for groups of 3"."""
    for heading in material.reading.headings:
        if _is_courting(heading, material):
            yield material.span(heading)


def _is_courting(heading: Statement, material: Material) -> bool:
    return heading.source in material.pitches and _COURTS.match(heading.text) is not None


def _most_meant(found: list[FoundFact], in_prose: list[FoundFact]) -> list[FoundFact]:
    """Leave out the trades that only loose prose mentions where others are told as the market."""
    loose = {id(one) for one in in_prose if one.fact.key == "industry"}
    told = [
        one
        for one in found
        if one.fact.key == "industry"
        and id(one) not in loose
        and not one.fact.negated
        and (one.points is None or one.points > 0)
    ]
    return [one for one in found if id(one) not in loose] if told else found


def _of_seller(found: FoundFact, material: Material) -> bool:
    """Tell the seller's product, and what its page says that it works with, from customers'."""
    seller = material.seller
    if seller is None or found.fact.key != "technology":
        return False
    if seller.match(found.fact.value):
        return True
    headings = found.heading.split(" / ")
    return bool(seller.search(found.heading)) and not _announced(headings, seller)


def _announced(headings: Sequence[str], seller: re.Pattern[str] | None) -> bool:
    """Say whether a heading of the customers' announces what they are or run on."""
    return any(
        _HEADED.search(one) or heading_field(one, "segment") == "firmographics"
        for one in headings
        if seller is None or not seller.search(one)
    )


def facts_in(span: Span) -> list[FoundFact]:
    """Read the facts of one place."""
    facts = _Collected()
    facts.read(span, "")
    return facts.found


def where_facts_stand(material: Material) -> list[tuple[int, Statement]]:
    """Give the statements that speak of the companies meant, and exclude nobody, by place."""
    if material.told is None:
        material.told = list(_read(material))
    return material.told


def _read(material: Material) -> Iterator[tuple[int, Statement]]:
    scored = scores(material)
    for index, (statement, what) in enumerate(material.sorted):
        loose = what.field == "keyPriorities" and not what.heading
        if statement.source in material.pitches:
            # The names of customers are no industry; whom a page pities says who its buyers are.
            if not (what.field or _SERVES_SIZED.match(statement.text)):
                continue
            loose = loose or what.field == "painPoints"
        nearest = statement.headings[-1] if statement.headings else ""
        sized = what.field == "commonJobTitles" and _SIZED.search(statement.text) is not None
        if not (what.field in _READ or loose or sized) or SCORE.search(nearest):
            continue
        asks = what.field == "qualifyingQuestions" and index not in scored
        if (asks and _TRIGGER.search(nearest)) or is_ruled_out(index, material):
            continue  # "They opened a branch in the UK" happens; it says not where they are.
        said = statement.text
        low = said.lower()
        if any(map(low.__contains__, _LOWER)) and _SCORED_LOWER.search(low):
            continue
        column = by_column(statement.headings) if statement.shape == "cell" else None
        if column is not None and column[0] == "against":
            continue
        if signed(said) or said.endswith("?") or customers_from(said) is None:
            continue
        # What excludes somebody gets one question, which asks for all that it names.
        rule = said[0] in "iIeE" and is_rule(said)
        out = EXCLUDES.match(said) or NOT_IF.match(said) or rule
        if not (out or turns_by_condition(said)) and turned_away(statement.text) is None:
            yield index, statement


def before_assigned(text: str) -> int:
    """Give where a sentence begins to say who of the seller's people looks after an account."""
    may = (" by " in text or " to " in text) and any(map(text.lower().__contains__, _ASSIGNEES))
    found = _ASSIGNED.search(text) if may else None
    if found is None:
        return len(text)
    return max(text.rfind(mark, 0, found.start()) for mark in (". ", ", ", "; ", ": ")) + 1


class _Collected:
    """The facts found so far, no two alike."""

    def __init__(self) -> None:
        self.found: list[FoundFact] = []
        self._seen: dict[tuple[str, str, bool], int] = {}

    def read(
        self,
        span: Span,
        context: str,
        *,
        only: Sequence[str] = (),
        without: Sequence[str] = (),
        points: float | None = None,
    ) -> None:
        """Add the new facts of one place; `only` and `without` name the keys that count there."""
        for fact in find_firmographics(span.quote, context):
            key = (fact.key, fact.value.lower(), fact.negated)
            if fact.key == "revenue" and fact.low and fact.high and fact.high < _LEAST_REVENUE:
                continue
            if key in self._seen:
                self._score(key, points)
                continue
            if (only and fact.key not in only) or fact.key in without:
                continue
            aside = points is not None and is_aside(fact, span.quote)
            if aside or of_others(fact, span.quote):
                continue
            self._seen[key] = len(self.found)
            place = span.part(fact.start, fact.end)
            fact = bounded(fact, context)
            if fact.negated and points is not None and points < 0:
                # "Not in A, B, C: -5" takes points off all others: being in A speaks for a fit.
                within = replace(fact, negated=False)
                self.found.append(FoundFact(within, place, context, elsewhere=points))
            else:
                self.found.append(FoundFact(fact, place, context, points))

    def _score(self, key: tuple[str, str, bool], points: float | None) -> None:
        """Give a fact that is known already the points that a table gives it."""
        place = self._seen[key]
        known = self.found[place] if points is not None and place < len(self.found) else None
        if known is None or known.points is not None or known.elsewhere is not None:
            return
        if (known.fact.key, known.fact.value.lower(), known.fact.negated) == key:
            self.found[place] = replace(known, points=points)


def displayed(found: FoundFact) -> str:
    """Show a fact in a list: an industry with its tier, a small business as it is abbreviated."""
    fact = found.fact
    if fact.value == "Small business" and _SMALL.search(found.span.quote):
        return "SMB"
    if fact.key == "revenue" and not _OTHER_PERIOD.search(found.span.quote + found.heading):
        # Under "revenue" a year is understood, unless the source counts otherwise.
        return fact.value.removesuffix(" a year")
    tiers = list(_TIER.finditer(found.heading)) if fact.key == "industry" else []
    if not tiers:
        return fact.value
    tier = tiers[-1]["tier"]
    return f"{fact.value} (tier {tier.upper() if len(tier) == 1 else tier.lower()})"


def lower_name(value: str) -> str:
    """Write an industry or a model as in running text; what has a capital inside stays."""
    return value if any(char.isupper() for char in value[1:]) else value.lower()


def fact_words(found: FoundFact) -> str:
    """
    Word a fact inside a sentence.

    "500+" becomes "more than 500" or "at least 500", as the quote has it.
    """
    fact = found.fact
    if fact.key in ("employees", "revenue"):
        amount = fact.value.removesuffix(" employees")
        open_end = _OPEN_END.match(amount)
        if open_end is None:
            return amount
        least = "more than" if _OVER.search(found.span.quote) else "at least"
        return f"{least} {open_end['amount']}{open_end['rest']}"
    if fact.key == "stage":
        low = fact.value if fact.value.startswith("Series ") else lower_first(fact.value)
        noun = low.split()[-1].split("-")[-1]
        whole = noun in _COMPANY_NOUNS and low != "enterprise"
        return article(low if whole else f"{low} company")
    if fact.key in ("industry", "businessModel"):
        return lower_name(fact.value)
    if fact.key == "founded":
        years = fact.value
        return f"between {years.replace(' to ', ' and ')}" if " to " in years else f"in {years}"
    return place_name(fact.value) if fact.key == "geography" else fact.value
