"""
Refused sizes: sentences that turn somebody away by a size, and the question that asks for it.

"Under 100 berths it is not worth a call", "We walk away below £2m turnover" and "Over 500
trucks they build their own" are of those who are too small or too big.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from octave_api.engine.features import tokens
from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.one_firm import singular
from octave_api.engine.said import Said, ask
from octave_api.engine.wording import lower_first

_BOUNDS = frozenset(
    "under below over above less fewer more smaller bigger larger sub < > ≤ ≥".split()
)
"""One of these is in every size that is refused."""
_LESS = r"under|below|less than|fewer than|smaller than|sub[- ](?=\d)|<"
_MORE = r"over|above|more than|bigger than|larger than|>"
_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    "|sixty|eighty|a hundred|a thousand|a dozen|half a dozen"
)
_SUBJECT = (
    r"(?:(?:if )?(?:they|it)(?:['’]re|['’]s| are| is| have| has| do| does| turn over) "
    r"|(?P<contrast>(?:the |any )?(?:smaller|larger|bigger|tiny|small|big|very large|very small"
    r"|integrated) "
    r"(?:[a-z-]+ ){1,2}(?:(?:with|of|at) )?)"
    r"|(?P<firms>(?!(?:and|but|so|or|also|the|no|we|they|if|this|that|these|those|is|are|it"
    r"|with)\b)(?:[\w-]+ ){0,2}?"
    r"[a-z-]{3,}s),? (?:(?:that (?:are|have)|who (?:are|have)|with|of|at|doing|having|on|running"
    r"|turning over|employing) )?"
    r"|(?:any(?:thing|one|body|where)?|every(?:thing|one|body)|those|nothing|nobody|no one|none"
    r"|(?:the )?(?:really |very )?(?:big|large|small|tiny|smaller|bigger|larger) ones"
    r"|(?:a |an |any |the )?(?:compan(?:y|ies)|firms?|business(?:es)?|organi[sz]ations?|accounts?"
    r"|prospects?|customers?|leads?|outfits?))"
    r",? (?:(?:that (?:are|is|have|has)|who (?:are|have)|with|of|at|doing|having|on|running"
    r"|turning over|employing) )?)?"
)
_SIZE = (
    rf"(?P<subject>{_SUBJECT})(?P<bound>{_LESS}|{_MORE})\s?(?P<sign>[€$£]|USD |EUR |GBP )?"
    rf"(?P<number>\d[\d.,]*(?<=\d)|{_NUMBERS})(?P<power>\s?(?:k|m|mn|bn)\b|\s(?:thousand|million"
    r"|billion)\b)?(?P<code> (?:euros?|dollars?|pounds?)\b)?"
)
_UNIT = (
    r"(?P<unit>(?: (?!it\b|they\b|we\b|that\b|this\b|is\b|are\b|or\b|and\b|our\b|so\b|do\b|not\b"
    r"|the\b|a\b|an\b|to\b|please\b|no\b|never\b|in\b|on\b|per\b)[a-z²][\w'’&/²-]*){0,3}?"
    r"(?:(?: (?:a|per|each|every) (?:day|week|month|year|night|shift|site|location|branch))"
    r"|(?: (?:in|of|on) (?!our\b|us\b|scope\b)(?:the |their |its )?[a-z]\w+))?)"
)
_NEVER = r"(?:do(?:es)? not|don['’]?t|doesn['’]?t|never|won['’]?t|will not|can['’]?t|cannot|rarely)"
_US = r"(?:(?:for|to) us|our \w+|worth|a fit|interesting|economic\w*|viable|profitable|possible)"
_THEN = (
    r"(?:\s?(?:[,;:=–—-]|->|→|=>)\s?|\s)(?:then )?(?:"
    rf"(?:(?:it|this|that|they|there|which) )?(?:is|are|['’]s|['’]re|isn['’]t|aren['’]t) ?"
    rf"(?:usually |just |simply |always |generally |never |rarely |hardly |not |really "
    rf"|an? ){{0,3}}"
    rf"(?:{_US}|(?:far |much )?too \w+|out\b|no\b|no-go|waste|pointless|uneconomic|not\b|excluded"
    r"|disqualified|out of scope|off limits)"
    rf"|(?:(?:it|this|that|they) )?{_NEVER} (?:really |ever )?(?:pay|work|make sense|stack up"
    rf"|add up"
    r"|fly|close|buy|sign|renew|afford|need (?:us|it|this)|convert|bother|call|chase|waste|quote"
    r"|ring|go there)\w*"
    rf"|(?:is|are) [^;:,]{{3,40}} and {_NEVER} (?:change|buy|move|pay|switch|sign)\b"
    r"|(?:wrote|built|developed|made) (?:their|its) own\b"
    rf"|{_NEVER} (?:get|make it) (?:past|beyond|through)\b|(?:have|has) (?:already )?(?:written"
    r"|built|developed) (?:\w+ )?(?:own|system|software|tool|platform)\b"
    rf"|(?(contrast)(?:{_NEVER}|(?:have|has) no|lacks?|already|have their own|still|just)\b|(?!))"
    rf"|the \w+ [^;:]{{3,70}}?(?:and |who |they ){_NEVER} (?:change|buy|move|pay|switch|sign"
    r"|need|use|answer)\b"
    r"|(?<=, )[^;:]{3,120}?, so (?:please |we |just )*(?:skip|leave|drop|pass|avoid|ignore|walk"
    r"|don['’]t)\b"
    r"|(?:(?:it|this|that) )?makes? no sense"
    rf"|(?:the|our) (?:maths?|numbers?|economics|sums|figures|case|margin|price) {_NEVER}\b"
    rf"|we (?:usually |always |just |simply |generally )?(?:pass|skip|walk|say no|decline|leave"
    rf"|stop|lose|{_NEVER}|drop|turn|reject|step back|bow out|refer)\b"
    r"|(?:please )?(?:forget|skip|drop|leave|ignore|avoid)(?: it| them)?(?: out| alone)?$"
    r"|(?:please )?(?:pass|no thanks?|no|nope|reject|rejected|disqualify|disqualified|out|exclude"
    r"|excluded|not for us|not a fit|not worth .*|no go|no-go|no deal|no bid|no fit|too (?:small"
    r"|big|large)|do not pursue|nothing to sell|(?:a )?waste of .*)$"
    r"|(?:they|who|most) (?:usually |tend to |just |mostly |all |will )?(?:have |build |run |use "
    r"|make |write |do |develop |get |buy )(?:it |everything )?(?:with )?(?:their own\b|in[- ]house"
    r"|themselves|it all)"
    r")"
)
_BEFORE = (
    r"(?:(?:but|and|so|also|honestly|please),? )*(?:"
    rf"(?:we|i) (?:would |['’]d |usually |always |normally |generally |tend to |simply )*"
    rf"(?:walk away|pass|skip|stop|draw the line|say no|turn down|turn away|drop out|bow out"
    rf"|decline|reject|exclude|avoid|step back|{_NEVER} (?:sell|go|call|quote|bid|touch|bother"
    r"|take|serve|chase|visit|work|look|deal|onboard|accept|help|pursue|target|want))"
    r"(?: (?:on|at|to|with|for|from|if (?:it is|they are|they have|it has)))?"
    rf"|(?:please )?(?:do not|don['’]?t|never) (?:bother|call|chase|waste (?:\w+ )?time|quote|ring"
    r"|visit|approach|pursue|sell|target)(?: (?:with|on|to|for))?"
    rf"|(?:it (?:is|['’]s) |it['’]s )?not (?:really )?(?:worth (?:it|a call|our time|the \w+)"
    r"|interesting|viable|a fit|for us|economic)(?: (?:for|with|if they have))?"
    rf"|it {_NEVER} (?:pay|work|make sense|stack up|add up)(?: (?:for|with|at))?"
    r"|too (?:small|big|large)(?::| =| -| –| if| when)?"
    r"|(?:skip|avoid|exclude|reject|ignore|pass on|forget|leave out|drop)"
    r"|no(?= )"
    r")"
)
_AFTER = re.compile(rf"(?i)^(?:.{{0,40}}, )?(?:and |but |so |also )?(?:if )?{_SIZE}{_UNIT}{_THEN}")
_FIRST = re.compile(
    rf"(?i)^{_BEFORE}\s+{_SIZE}{_UNIT}(?:\s?[,;:.–—(-].*|\s(?:because|since|as)\b.*)?$"
)
_NONE = re.compile(
    rf"(?i)^(?:and |but |so |please,? )*(?=(?:nothing|nobody|no one|none) ){_SIZE}{_UNIT}"
    r"(?:,? please)?$"
)
_WHO = re.compile(rf"(?i)^{_SIZE}{_UNIT}$")
_REASON = re.compile(r"(?i)(?:they|there|it|that|nobody|no one|we|because|since|as)\b")
"""What tells why a size is turned away: "anything under 5 staff, there is nobody to ask"."""
_MONEY = re.compile(
    r"(?i)(?:(?:in|of) )?(?P<year>annual |yearly )?(?P<what>turnover|revenues?|sales|ARR|budgets?"
    r"|spend|income|funding|capital|fees|fee income|assets|premium|[a-z]+ (?:spend|budget))?"
    r"(?P<often> ?(?:a|per|each|every) (?:year|month))?"
)
_PEOPLE = frozenset("staff people headcount heads fte ppl".split())
_NO_SIZE = frozenset(
    "days weeks months years hours minutes percent % euros dollars pounds miles km times calls"
    " steps points degrees".split()
)
_OFTEN = re.compile(r"(?i) (?:a|per|each|every) (?:day|week|month|year|night|shift)$")
_TOWNS = re.compile(
    rf"(?i)^(?:any |all |the )?(?P<where>towns|cities|villages|municipalities|boroughs|districts"
    rf"|counties|communes|regions|islands) (?:of |with )?(?P<bound>{_LESS}|{_MORE}) "
    r"(?P<much>\d[\d.,]*k?(?: [a-z]+)?)$"
)


_BOUNDED = re.compile(
    rf"(?:[Uu]nder|[Bb]elow|[Oo]ver|[Aa]bove|than|[Ss]ub|[<>])[\s-]?(?:[€$£\d]|USD|EUR|GBP"
    rf"|{_NUMBERS})"
)
"""A bound with its number."""


def may_refuse_a_size(said: Collection[str]) -> bool:
    """Tell cheaply, by its words, whether a sentence may refuse a size."""
    return not _BOUNDS.isdisjoint(said)


def size_refused(text: str) -> str | None:
    """Give the size that a sentence turns away ("under 100 berths"), or None."""
    if _BOUNDED.search(text) is None:
        return None
    plain = text.rstrip(".!")
    found = _AFTER.match(plain) or _FIRST.match(plain) or _NONE.match(plain)
    if found is None:
        return None
    start = "firms" if found["firms"] else "bound"
    size = plain[found.start(start) : found.end("unit")].strip()
    return size if size_asked(size) is not None else None


def size_asked(who: str) -> Said | None:
    """Ask whether a prospect has the size that is turned away: "anything below 20 trucks"."""
    head, _, why = who.strip().rstrip(".,").partition(", ")
    if any(map(str.isdigit, why)) or not _REASON.match(why):
        head = who.strip().rstrip(".,")
    found = _WHO.match(head)
    if found is None:
        return _in_towns(who)
    if found["firms"] and (towns := _in_towns(who)) is not None:
        return towns
    less = re.fullmatch(_MORE, found["bound"].lower()) is None
    much = f"{found['sign'] or ''}{found['number']}{found['power'] or ''}{found['code'] or ''}"
    unit = found["unit"].strip()
    if found["sign"] or found["code"]:
        return _of_money(found["firms"] or "", "under" if less else "over", much, unit)
    if _LASTS.fullmatch(unit):
        much = f"{'less' if less else 'more'} than {much} {unit}"
        return Said(ask(f"Does it have {much}"), 1.0, f"Do you have {much}?")
    thing = _OFTEN.sub("", f" {unit}").strip()
    words = re.split(r" (?:in|of|on|a|per|each|every) ", thing)[0].lower().split()
    if not words or words[-1] in _NO_SIZE or not (words[-1] in _PEOPLE or _many(words[-1])):
        return None
    if (
        found["power"]
        and found["power"].strip().lower() in ("m", "mn", "bn")
        and words[-1] in _SALES
    ):
        return _of_money("", "under" if less else "over", much, unit)
    few = "less" if words[-1] in _MEASURES else "fewer"
    bound = f"{few} than" if less else "more than"
    firm = found["firms"]
    if firm and firm.lower() not in _SAY_NOTHING:
        one = article(f"{lower_first(singular(firm))} with {bound} {much} {unit}")
        return Said(ask(f"Is it {one}"), 1.0, f"Are you {one}?")
    does = "do" if _OFTEN.search(f" {unit}") else "have"
    return Said(
        ask(f"Does it {does} {bound} {much} {unit}"), 1.0, f"Do you {does} {bound} {much} {unit}?"
    )


_MEASURES = frozenset(
    "m2 m² sqm metres meters feet hectares acres tonnes tons litres liters hectolitres".split()
)
_LASTS = re.compile(r"(?i)(?:weeks|months|years) of [a-z]+")
_SAY_NOTHING = frozenset(
    "companies firms businesses organisations organizations accounts prospects customers leads"
    " clients outfits ones teams".split()
)
_OF_MONEY = frozenset(
    "assets deals contracts budgets orders loans deposits sales revenues premiums fees funds rents"
    " projects invoices margins".split()
)
"""What is counted in money itself: no firms of some revenue."""
_SALES = frozenset({"sales", "revenues", "revenue", "turnover"})


_ONE = re.compile(
    r"(?i)(?:only |just )?(?:one|a single|single|1)[ -](?P<what>(?:[a-z]+ )?(?:site|location|branch"
    r"|shop|store|depot|clinic|practice|office|plant|truck|van|vehicle|boat|hall|restaurant|owner"
    r"|yard|unit|kitchen|customer|supplier|product|market|country))(?: only)?"
)


def against_by_size(text: str) -> Said | None:
    """Ask a line that turns away by a size: "< 10 sites", "one yard"."""
    one = _ONE.fullmatch(text.rstrip("."))
    if one is not None:
        what = one["what"].lower()
        return Said(ask(f"Does it have only one {what}"), 1.0, f"Do you have only one {what}?")
    if not may_refuse_a_size(tokens(text)):
        return None
    size = size_refused(text)
    return size_asked(size if size is not None else text)


def _many(word: str) -> bool:
    return word in _MEASURES or look_up(word).plural or (word[-1:] == "s" and word[-2:] != "ss")


def _of_money(firms: str, bound: str, much: str, unit: str) -> Said | None:
    """Ask for what is counted in money: turnover, where the source names nothing else."""
    money = _MONEY.fullmatch(unit)
    if money is None:
        return None
    what = (money["what"] or "revenue").removesuffix("s" if money["what"] == "revenues" else "")
    what = f"{money['year'] or ''}{what}"
    often = f" {money['often'].strip()}" if money["often"] else ""
    if firms and firms.lower().split()[-1] in _OF_MONEY:
        return Said(ask(f"Are its {lower_first(firms)} {bound} {much}{often}"), 1.0)
    if firms and firms.lower() not in _SAY_NOTHING:
        one = article(f"{lower_first(singular(firms))} with {what} {bound} {much}{often}")
        return Said(ask(f"Is it {one}"), 1.0, f"Are you {one}?")
    be = "Are" if what.endswith(("sales", "assets", "fees", "budgets")) else "Is"
    return Said(
        ask(f"{be} its {what} {bound} {much}{often}"),
        1.0,
        f"{be} your {what} {bound} {much}{often}?",
    )


def _in_towns(who: str) -> Said | None:
    """Ask for a place by its size: "towns below 30,000 people"."""
    found = _TOWNS.match(who.strip().rstrip(".,"))
    if found is None:
        return None
    where = found["where"].lower()
    one = article(singular(where))
    bound = "fewer than" if re.fullmatch(_LESS, found["bound"].lower()) else "more than"
    much = (
        found["much"]
        if found["much"][-1].isalpha() and " " in found["much"]
        else (f"{found['much']} people")
    )
    return Said(
        ask(f"Is it in {one} of {bound} {much}"), 1.0, f"Are you in {one} of {bound} {much}?"
    )
