"""
Read whether a sentence wants a thing or rules it out, and whose side it describes.

Negation has a scope: "we sell to banks, not to agencies" wants banks. An
exception inside a negation turns it round: "not outside the EU" wants the EU.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from octave_api.engine.features import tokens
from octave_api.engine.sides import turns_away

_SELLING = (
    r"sell|target|serve|work|support|cover|focus|pursue|market|take|accept|operate|ship|deal|want"
    r"|cater|go\s+after|suit|do\s+business"
    r"|engage|onboard|be|include|apply|prospect|qualify|chase|consider|prioriti[sz]e|reach"
    r"|recommend|fit|contact|approach|have|employ|use|run"
)
_AFTER_NOT = (
    r"(?!\s+(?:only|just|merely|simply|necessarily|limited|all|every|every|always|sure"
    r"|to\s+mention|alone|too\s+(?:late|soon)"
    r"|(?:more|less|fewer|greater|later)\s+than|enough|have|want|need|know|able|scale"
    r"|yet\s+decided|because)\b)"
)
_NEGATION = re.compile(
    r"\b(?:do|does|did|will|wo|ca|should|would|is|are|was|were)n['’]?t\s+(?:(?:currently"
    rf"|actively|usually|yet|normally|generally|really|typically|ever|a|an|at)\s+)?(?={_SELLING}"
    r"|fit|for|in|based|from|good|great|ideal|located|headquartered)"
    rf"|\bcannot\s+(?={_SELLING})|\bcan\s?not\s+(?={_SELLING})|\b(?:do|does|will|should|would"
    rf"|can)\s+not\s+(?:(?:currently|actively|usually|yet|normally)\s+)?(?={_SELLING})"
    rf"|(?<!whether or )(?<!if )(?<!why )(?<!or )\bnot\b{_AFTER_NOT}"
    r"|(?:^|(?<=[.;!?]\s))not\s+(?:if|when|where)\b"
    r"|\bnever\b(?!\s+(?:before|mind|been\s+(?:easier|better)))"
    r"|\bneither\b|\bnor\b|\bnone\s+of\b|\bno(?!\s+(?:matter|more\s+than|fewer\s+than|less\s+than"
    r"|later\s+than|doubt|longer|one|need|\d))\b(?!\.)"
    r"|\bno\s+longer\b|\bavoid(?:s|ing)?\b|\bsteer(?:ing)?\s+clear\s+of\b"
    r"|\bstay(?:ing)?\s+away\s+from\b|\bturn\s+(?:down|away)\b"
    r"|\b(?:excluded?|exclusions?)(?=(?:\s\w{1,20})?\s?:)"
    r"|\b(?:disqualif(?:y|ies|ied)|deprioriti[sz]e|rule\s+out|ruled\s+out|skip|reject|exclude"
    r"|excludes|ignore)\b(?:\s+(?:them|it|companies|leads|accounts)){0,1}(?:\s+(?:if|when|where"
    r"|because)\b)?"
    r"|\b(?:bad|poor|wrong)\s+fit\b\s?(?:for|:|–|—|-|=|\?)|\bnon-(?=\w)",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:except(?:ing)?(?:\s+for)?|excluding|excl\.|other\s+than|apart\s+from|aside\s+from"
    r"|outside(?:\s+of)?(?!\s+(?:sales|in\b|the\s+box|counsel|help|hours))"
    r"|rather\s+than|instead\s+of|unlike|as\s+opposed\s+to|save\s+for|with\s+the\s+exception\s+of"
    r"|minus)\b",
    re.IGNORECASE,
)
_EXCEPTION_WORDS = (
    "except", "exclu", "excl.", "other", "from", "outside", "rather", "instead", "unlike",
    "opposed", "save", "minus",
)  # fmt: skip
"""One of these is in every match of `_EXCEPTION`; most texts have none."""
_STOP = re.compile(
    r"[.;!?](?=\s|$)|[\n|]|\b(?:but|however|only|unless|although|though|whereas|because|since"
    r"|where|if|so)\b|\s[—–-]\s"
    r"|\binstead\b(?!\s+of)|,\s+(?:we|they|with|which|who|that|it|and\s+(?:we|they|it)|just"
    r"|our)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\b(?:(?:is|are|was|were|would\s+be|will\s+be|’re|'re)\s+)?(?:not|never|isn['’]t|aren['’]t"
    r"|won['’]t\s+be|wouldn['’]t\s+be)\s+(?:usually\s+|typically\s+|normally\s+|really\s+"
    r"|currently\s+)?"
    r"(?:an?\s+)?(?:(?:good|great|ideal|right|strong|natural)\s+)?(?:fit|match|for\s+(?:us|you"
    r"|them|this)|our|in\s+scope|eligible|supported|served|targeted|welcome|considered|ideal"
    r"|suitable|worth|part\s+of|qualified|what\s+we|who\s+we|someone\s+we|a\s+target|a\s+priority"
    r"|interesting\s+to\s+us)\b"
    r"|\b(?:is|are|fall|falls)\s+(?:out\s+of\s+scope|off[- ]limits|excluded|disqualified"
    r"|ruled\s+out|a\s+no-go|outside\s+(?:of\s+)?(?:our|the)\b|out\b(?!\s+(?:of|there)))"
    r"|\b(?:an?\s+)?(?:bad|poor|wrong|weak)\s+(?:fit|match)\b|\bneed\s+not\s+apply\b"
    r"|\b(?:red\s+flag|deal[- ]?breaker|no-go)\b"
    r"|\b(?:do|does)(?:n['’]t|\s+not)\s+(?:usually\s+|really\s+|typically\s+)?(?:fit|qualify"
    r"|convert|need\s+(?:us|this|it)\b|work\s+(?:for|with)\s+us|match)\b"
    r"|\bwe\s+(?:do\s+not|don['’]t|never|can['’]t|cannot|won['’]t)\s+(?:sell|serve|work|target"
    r"|support|pursue|take|want|help|deal)\b"
    r"|[:=→-]\s*(?:disqualif|exclude|reject|skip|avoid|not?\s+(?:a\s+)?fit|no\s*$|out\s*$)",
    re.IGNORECASE,
)


# One of these words, or of these beginnings, is in every negation; most texts have none.
_REFUSING = frozenset(
    "don't doesn't didn't willn't won't can't shouldn't wouldn't isn't aren't wasn't weren't dont "
    "doesnt didnt willnt wont cant shouldnt wouldnt isnt arent wasnt werent cannot not never "
    "neither nor none no non steer steering stay staying turn rule ruled ignore bad poor wrong "
    "weak red deal dealbreaker dealbreakers out off outside".split()
)
_REFUSING_STEMS = ("disqualif", "depriori", "exclu", "reject", "skip", "avoid")
_PLAIN_WORD = re.compile(r"[a-z]+(?:'t)?")


def _may_refuse(text: str) -> bool:
    lowered = text.lower().replace("’", "'")
    return not _REFUSING.isdisjoint(_PLAIN_WORD.findall(lowered)) or any(
        map(lowered.__contains__, _REFUSING_STEMS)
    )


# "Deal-breakers: fewer than 3 reps; no warehouse" rules out all that the label announces.
_LABELLED = re.compile(
    r"\b(?:deal[- ]?breakers?|disqualifiers?|disqualifying|no-gos?|no-goes|red\s+flags?|exclusions?"
    r"|excluded?|excludes|not\s+a\s+fit|poor\s+fit|bad\s+fit|we\s+avoid)\s?:[^.!?\n]{1,300}",
    re.IGNORECASE,
)


class Polarity:
    """The spans of one text in which things are ruled out."""

    def __init__(self, text: str, context: str = "") -> None:
        """Read `text`; under a heading like "Not a fit" everything starts ruled out."""
        self._stops: list[int] | None = None
        self._size = len(text)
        self._bad_heading = turns_away(context)
        self._cues: list[tuple[int, int, bool]] = []
        if any(map(text.lower().__contains__, _EXCEPTION_WORDS)):
            self._cues = [(m.end(), m.start(), True) for m in _EXCEPTION.finditer(text)]
        self._trailing: list[int] = []
        if _may_refuse(text):
            self._cues += [(m.end(), m.start(), False) for m in _NEGATION.finditer(text)]
            self._trailing = [match.start() for match in _TRAILING.finditer(text)]
        self._cues.sort()
        self._ends = [cue[0] for cue in self._cues]
        self._labelled: list[tuple[int, int]] = []
        if ":" in text:
            self._labelled = [match.span() for match in _LABELLED.finditer(text)]
        self._text = text

    def negated(self, start: int, end: int) -> bool:
        """Say whether the words of `text[start:end]` are ruled out."""
        if not (self._cues or self._trailing or self._labelled or self._bad_heading):
            return False
        clause_start, clause_end = self._clause(start)
        label = bisect_right(self._labelled, (start, self._size)) - 1
        if label >= 0 and start < self._labelled[label][1]:
            return True
        last = bisect_right(self._ends, start)
        said, exception = False, False
        for at in range(last - 1, max(-1, last - 9), -1):
            cue_end, cue_start, is_exception = self._cues[at]
            if cue_end <= clause_start:
                break
            if self._text[cue_start:cue_end].lower() == "non-":
                if cue_end == start:
                    said = not said
                continue
            if is_exception:
                exception = True
            else:
                said = True
                break
        if not said:
            at = bisect_right(self._trailing, end - 1)
            said = at < len(self._trailing) and self._trailing[at] < clause_end
        # Negation and negative heading say the same twice; an exception turns either round.
        return (said or self._bad_heading) != (exception or self._not_in(start, clause_start))

    def _not_in(self, start: int, clause_start: int) -> bool:
        """Read "not in X" under a heading that rules out: being outside X is what is bad."""
        before = self._text[max(clause_start, start - 400) : start]
        return self._bad_heading and bool(
            re.search(r"\bnot\s+(?:based\s+|located\s+)?in\b", before, re.IGNORECASE)
        )

    def _clause(self, start: int) -> tuple[int, int]:
        if self._stops is None:
            self._stops = [match.start() for match in _STOP.finditer(self._text)]
        at = bisect_right(self._stops, start)
        left = self._stops[at - 1] if at else 0
        # "If they are an agency, we are not for them": the verdict is in the next clause.
        if self._text[left : left + 3].lower() == "if ":
            at += 1
        right = self._stops[at] if at < len(self._stops) else self._size
        return left, right


_COMPANY = (
    r"(?:company|business|platform|provider|vendor|start-?up|scale-?up|software|tool|service"
    r"|solution|firm|suite|leader|product|network|agency|API|system|consultancy|studio"
    r"|manufacturer|marketplace|app|bank|retailer|supplier|team|organi[sz]ation|nonprofit"
    r"|publisher|distributor|pioneer|corporation|group)"
)
_TARGET = re.compile(
    r"\b(?:ideal|target|best|typical|perfect|good[- ]fit|right|core|usual"
    r"|average)\s+(?:\w+\s)?(?:customer|client|company|companies|account|buyer|prospect|segment"
    r"|market|persona|fit)s?\b"
    r"|\bICPs?\b|\b(?:sells?|selling)\s+(?:best\s+|mostly\s+|mainly\s+|primarily\s+"
    r"|only\s+)?(?:in)?to\b|\b(?:we|they)(?:['’]re|\s+are|\s+\w+)?\s+(?:looking\s+for"
    r"|target(?:ing)?|going\s+after|go\s+after|focus(?:ed|ing)?\s+on|prospecting)\b"
    r"|\b(?:our|most|many|typical)\s+(?:\w+\s)?(?:customers|clients|buyers|users|prospects"
    r"|accounts)\s+(?:are|include|range|tend|have|typically|usually|come|employ)\b"
    r"|\b(?:we|they)\s+(?:\w+\s)?(?:sell|serve|work\s+with|target|help|qualify|score|prefer"
    r"|want)\b"
    r"|\bwe\s+(?:do\s+not|don['’]t)\s+(?:sell|serve|target|work)\b",
    re.IGNORECASE,
)
_STRONG_SELLER = re.compile(
    r"^\W*(?:about\s+us\b|(?:we|we['’]re|we['’]ve)\s+(?:are\s+)?(?:proud(?:ly)?\s+)?(?:an?|the"
    r"|based|headquartered|located|founded|backed|a\s+team|committed\s+to|on\s+a\s+mission"
    r"|dedicated|hiring|raised)\b"
    r"|(?:we|we['’]ve)\s+(?:(?:now|already|currently|proudly)\s+)?(?:have\s+(?:offices|raised"
    r"|grown|been\s+building|(?:over|more\s+than|about|around"
    r"|some)?\s?[\d,.]+k?\+?\s+(?:employees|people|staff|customers|colleagues|team\s+members"
    r"|offices))|employ|were\s+founded|started|began|raised)\b)"
    r"|\b(?:our|the\s+company['’]s)\s+(?:mission|vision|story|history|team|offices?|headquarters"
    r"|founders?|investors|values|culture|employees|workforce|journey|employee\s+count"
    r"|annual\s+revenue|HQ)\b"
    r"|\b(?:trusted|loved|used)\s+by\s+(?:over|more\s+than|[\d,.]+[kM]?\+?)\b|\bjoin\s+our\b"
    r"|\ball\s+rights\s+reserved\b|©",
    re.IGNORECASE,
)
_NAMED_SELLER = re.compile(
    r"^\W*(?:At\s+)?(?P<who>[A-Z][\w.&’'-]{0,30}(?:\s[A-Z][\w.&-]{0,30}){0,3}),?(?:\s\([^()]{1,40}\),?)?\s(?:is"
    r"|was)\s(?:an?|the|one\s+of\s+the)\s"
    r"(?:(?!of\b|at\b|in\b|for\b|who\b|that\b|which\b"
    rf"|with\b)[^\s,.;]{{1,40}},?\s){{0,9}}?{_COMPANY}s?\b(?!\s+(?:leader|manager|owner|founder"
    r"|engineer|director|executive|admin|administrator|architect|developer|lead|user|analyst"
    r"|operator|head|member|buyer))"
)
_FOUNDING = ("founded", "established", "headquartered", "incorporated", "launched")
_FOUNDED = re.compile(
    r"\b(?:founded|established|headquartered|incorporated|launched)\s+(?:in|by|with|near"
    r"|out\s+of)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:compan(?:y|ies)|business(?:es)?|firms?|start-?ups?|scale-?ups?|organi[sz]ations?"
    r"|customers?|accounts?|clients?|those|prospects?|manufacturers?|retailers?|brands?|banks?"
    r"|agencies|vendors?|they|points?|teams?|leads?|it)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"^(?:it|this|that|he|she|they|there|the|our|an?|your|my|his|her|their|each|any|every|who"
    r"|what|which|if|when|target|ideal|one|prospect|customer|buyer|company|typical|good|best"
    r"|industry|persona|segment|user|audience|another|most|some)\b",
    re.IGNORECASE,
)


def seller_side(text: str) -> bool:
    """
    Say whether a sentence describes the seller itself, not whom it sells to.

    "Acme is a B2B company that…", "we are a team of 40", "founded in Berlin":
    facts of such a sentence do not belong to a segment.
    """
    return _of_seller(text[:600])


_SERVES = re.compile(
    r"\b(?:helps?|helping|serv(?:es?|ing)|enabl(?:es?|ing)|sell(?:s|ing)?\s+(?:mostly\s+|mainly\s+"
    r"|only\s+)?(?:in)?to|works?\s+with|working\s+with|for|supports?|supporting)\b",
    re.IGNORECASE,
)


def customers_from(text: str) -> int | None:
    """
    Give where a sentence begins to speak of the customers; None where it never does.

    Zero for a sentence that is not about the seller. In "Acme is a B2B company that helps
    bakeries" what comes after "helps" is of the customers.
    """
    if not seller_side(text):
        return 0
    head = text[:600]
    named = _NAMED_SELLER.match(head) or re.match(r"\W*we(?:\s+are|['’]re)\s+an?\s", head, re.I)
    served = _SERVES.search(head, named.end()) if named else None
    return served.end() if served else None


_RANGED = re.compile(r"\d(?: to |\s?[-–]\s?)\d[\d,.]*k? (?:people|staff|employees|FTEs?)\b")
"""Nobody says of himself that he has "50 to 400 people"."""
_STRONG_WORDS = frozenset("we we're we've our us company trusted loved used rights".split())
"""One of these is in every match of `_STRONG_SELLER`; most texts have none."""


def _may_be_seller(head: str) -> bool:
    return "©" in head or not _STRONG_WORDS.isdisjoint(tokens(head))


@lru_cache(maxsize=2048)
def _of_seller(head: str) -> bool:
    if _may_be_seller(head) and _STRONG_SELLER.search(head):
        return not re.search(r"\b(?:ideal|target)\s+customer|\bICP\b", head, re.IGNORECASE)
    named = _NAMED_SELLER.match(head)
    if named and not _COMMON.match(named["who"]):
        return True
    founded = _FOUNDED.search(head) if any(map(head.lower().__contains__, _FOUNDING)) else None
    if founded is None or _THEIRS.search(head[: founded.start()]) or _RANGED.search(head):
        return False
    return not _TARGET.search(head)
