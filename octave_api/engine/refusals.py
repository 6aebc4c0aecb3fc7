"""
Refusals: sentences that turn somebody away in so many words: "Agencies are out of scope".
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.features import tokens
from octave_api.engine.refused_sizes import may_refuse_a_size, size_refused

_SOME = (
    r"(?:any(?:one|body|thing)|every(?:one|body)|those|all|companies|firms|businesses|teams"
    r"|accounts"
    r"|leads|prospects|customers|clients|people)"
)
_REFUSING = (
    " no ", " no,", " no.", " no!", " no-", " no;", " no:", " nob", " non", " nor ", " noth",
    "not ", "n't ", "n’t ", "never", " out", "exclu", "off limits", "waste", "pass on",
    "dont ", "skip", "turn ", "away", "reject", "declin", "ignor", "avoid", "chas", "forget",
    "drop ", "bad fit", "poor fit", "weak fit", "too ", " a different ", "so we ", "leave ",
    "elsewhere", "overkill", "better ", " something ", "cannot ", "can't ", "can’t ", "won't ",
    "won’t ", "rarely", "hardly",
)  # fmt: skip
"""One of these is in every sentence that turns somebody away; most have none."""
_REFUSING_WORDS = frozenset(
    "no not nope never nor out off excluded fit waste pass skip turn away stay say walk reject "
    "decline ignore avoid stopped forget drop leave don't dont won't can't cannot too other "
    "different something so rarely hardly elsewhere overkill better isn't aren't".split()
)
"""So is one of these, as a word."""
_LONGEST_REFUSAL = 300
EXCLUDES = re.compile(
    r"(?i)^(?:(?:this is |it is |it['’]s |we are |we['’]re )?"
    r"not (?:for|a fit for|(?:suitable|meant|made|built|designed|intended) for|"
    r"(?:suited|recommended) (?:for|to)|"
    r"relevant (?:for|to))|"
    r"(?:(?:i|we)(?:['’]d| would)? |better )?(?:stay|keep|steer) (?:away from|clear of)|"
    r"(?:we|they) (?:do not|don['’]t|never|will not|won['’]t|cannot|can['’]t) "
    r"(?:sell to|work with|serve|target|support|take on)|"
    r"(?:excludes?|excluding|not (?:a|the) (?:good |great |right |best )?(?:fit|match|choice)"
    r"(?: for)?:?|avoid|"
    r"(?:do not|don['’]t|never) (?:target|pitch to|bother with|waste time on|sell to)|no fit for"
    r"|not interested in))\s+"
    r"(?!\w+ing\b|everyone\b|everybody\b|the faint\b)(?P<who>.+)$"
)
"""A sentence that rules somebody out."""
NOT_IF = re.compile(r"(?i)not (?:if|when|where) (?:they|it|the|their|you|your|an?)\b")
"""A condition that rules somebody out: "Not if they run two shifts"."""
_NOT_SOME = re.compile(
    rf"(?i)^not (?P<who>(?:(?!(?:all|every|just|only|our|the|their|yet|for|to"
    rf"|in)\b)[\w&/-]+ ){{0,3}}?"
    rf"(?:{COMPANY_NOUNS}|[a-z]{{3,}}(?:ers|ors))(?: (?:with|without|under|over|that"
    rf"|who) [^,;]{{2,40}})?)"
    r"(?:, (?:and )?not\b.*)?$"
)
_MARKS = (":", "=", " -", "–", "->", "→")
_LABELLED_NO = re.compile(
    r"(?i)^(?P<who>(?!(?:no|but|so|we|they|if|when)\b)[^,;:]{3,60}?s(?: (?:with|under|over"
    r"|below"
    r"|without|in|of|above) [^,;:]{2,40})?):? ?(?:[:=–-]|->|→) ?(?:(?:a |total "
    r"|complete )*waste"
    r" of .+|not (?:for us|worth .+|a fit)|no thanks?|(?:please )?(?:do not"
    r"|don['’]?t) (?:bother"
    r"|call|chase)|forget (?:it|them)|skip(?: them)?|never again|leave(?: them)?"
    r"(?: out| alone)?|no)$"
)
_SO_LEAVE = re.compile(
    r"(?i)^(?P<who>[^,;:]{3,60}?) (?:is|are) [^;:]{3,60}?,? so (?:please |we |just )*(?:leave"
    r"|keep|rule|skip|drop|ignore|avoid) (?:those|them|it|these)\b"
)
_NO_USE = re.compile(
    r"(?i)^(?P<who>(?:[\w&/-]+ ){0,4}[\w-]+s) have no (?:use|need|budget|time|interest|money)"
    r" (?:for|in) (?:it|us|this|that|our \w+)$"
)
_STOP_CALLING = re.compile(
    r"(?i)^(?P<who>(?:[\w&/-]+ ){0,4}?[\w-]+s(?: (?:with|under|over|in|of|below|without) [^,;:]"
    r"{2,30}?)?) (?:never|always|usually|mostly|often|do not|don['’]t|can['’]t|cannot|won['’]t"
    r"|rarely|churn|pay|take|are|have|say|ask|want|leave|haggle|cancel|need) [^;:]{2,90}?"
    r"(?:\s[-–—]|[,;:.])\s(?:so )?(?:please |just |we )*(?:stop|stopped|don['’]t|do not|never"
    r"|no more) (?:bother|call|chas|ring|visit|sell|pitch|quot)\w*(?: (?:with |to )?them)?"
    r"(?: again)?$"
)
"""Who they are, what they do, and the order to leave them: "…s never pay - stop calling them"."""
_ELSEWHERE = re.compile(
    r"(?i)^(?P<who>(?!(?:your?|it|we|they|this|that|he|she|i|our|their)\b)[^;]{3,90}?)"
    r"(?: probably| usually| often)? (?:(?:should|may|might|will|would)(?: probably"
    r"| usually)? (?:look elsewhere|find (?:it|us"
    r"|this|[A-Z]\w+) (?:too|overkill|more than|less than|hard to)|be (?:better (?:off"
    r"|served)|happier (?:with|elsewhere))|get (?:little|less|nothing) (?:out of|from)"
    r"|not need (?:it|us|this|[A-Z]\w+))|won['’]t (?:need (?:it|us|this|[A-Z]\w+)"
    r"|get (?:much|value|anything|enough|their money))"
    r"|(?:are|is)(?: probably| usually| often)? better (?:off|served))\b"
)
"""Who is told to look elsewhere: "Large groups will find it too small"."""
_ELSEWHERE_WORDS = (
    " look elsewhere",
    " better ",
    " happier ",
    " find ",
    " get ",
    " not need ",
    " need ",
)
"""One of these is in all that the pattern finds."""
_TURNED_AWAY = (
    re.compile(
        r"(?i)^(?P<who>[^;:]{3,120}?) (?:are|is|remain) (?:currently |usually |generally )?"
        r"(?:out of scope|not (?:an? (?:good )?|our )?(?:fit|target|market|priority|eligible"
        r"|in scope"
        r"|served|worth|interesting|relevant|(?:what|who|whom) we)|excluded|ruled out|off limits"
        r"|no fit"
        r"|an? (?:bad|poor|weak) fit|an? (?:\w+ )?waste of (?:\w+ )?time)\b"
    ),
    re.compile(
        r"(?i)^(?P<who>[^;]{3,120}?) (?:are|is) (?:a )?(?:hard |clear |definite )?no(?:[- ]go)?"
        r"(?: for (?:now|us)| this year)?(?:\W*$|,? (?:since|because|as|until|while)\b)"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?)(?: (?:churn|leave|cancel)\b[^,;]{0,30})?[,;:]?"
        r" (?:please |we )?(?:leave|keep|rule|filter) (?:them|these|those|it) out\b"
    ),
    re.compile(
        r"(?i)^(?:(?:so|and|but|also|instead),? )?(?:we (?:now |always |usually |also )?"
        r"(?:pass on|skip|turn (?:down|away)|say no to|walk away from|stay away from|reject|decline"
        r"|ignore|avoid|do not chase|don['’]t chase|stopped (?:chasing|selling to|calling))"
        rf"|(?:please )?(?:skip|ignore|forget|pass on|drop|do not chase"
        rf"|don['’]t chase) (?={_SOME}\b))"
        r" ?(?!\w+ing\b|(?:it|them|this|that|these)\b)(?P<who>[^;]{3,120})$"
    ),
    re.compile(r"(?i)^(?:(?:so|and) )?please,? no (?:more )?(?P<who>[^,;]{3,60}?)[.!\s]*$"),
    re.compile(r"(?i)^(?:(?:so|and) )?no more (?P<who>[a-z][^,;]{2,40}?),? please[.!\s]*$"),
    re.compile(
        r"(?i)^(?:\w[\w ]{0,20} )?(?:do not|don['’]?t|may not|must not|should not"
        r"|never) (?:bother (?:with|w/) ?|contact|call"
        r"|approach|chase|prospect|pursue|target|email) (?P<who>[^;]{3,120})$"
    ),
    re.compile(
        r"(?i)^(?P<who>(?:the |our )?[a-z][^,;:]{3,50}s) (?:have )?never (?:buy|bought|pay|paid"
        r"|close|closed"
        r"|convert|converted|sign|signed|renew|renewed)\b\W*$"
    ),
    re.compile(
        r"(?:We|It|This|[A-Z]\w+(?: [A-Z]\w+)?)(?:['’](?:s|re)| is| are| was| may be)?(?:(?: not"
        r"|n['’]t)(?: (?:really|probably|currently|yet))?(?: (?:made|built|meant|designed|suited"
        r"|suitable|ideal|right|intended|recommended)| (?:the|a|an) (?:(?:right|good|great|best"
        r"|ideal|perfect) )?(?:fit|match|choice|tool|option|product|place|partner))? (?:for|to)"
        r"|(?: probably)? (?:an? )?(?:poor|bad|weak|wrong) (?:fit|match|choice) for"
        r"|(?: probably| usually)? overkill for) (?P<who>(?!(?:you|everyone|everybody|the faint"
        r"|all|everything|just|be|do|have|make|us)\b)[^;]{3,110})$"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;:]{3,40}?)(?: (?:asked|wrote|called|come|came)\b[^:;]{0,70}?)?"
        r" ?(?:->|→|=>|=) ?(?:no|nope|out|skip|pass|never|(?:a )?waste of time)$"
    ),
    re.compile(
        r"(?i)^any(?:thing|body|one)(?: in)? (?P<who>[^,;:]{3,40}?)[:,-] (?:forget|skip"
        r"|drop) (?:it|them)\b"
    ),
    re.compile(r"(?i)^(?P<who>[^,;]{3,60}?) (?:should|need|may|must) not apply\b"),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,80}?) (?:(?:do not|don['’]t|never|won['’]t|will not) (?:need|want"
        r"|buy from"
        r"|pay) us|(?:are|is) (?:far |much |simply |usually )?too (?:small|big|large|early|poor)"
        r" (?:to (?:pay|buy|bother|be worth|afford)|for us))\b"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?) (?:are|is) an? (?:whole |very )?(?:different|other) (?:animal"
        r"|story|beast|game)\b"
    ),
    re.compile(
        r"(?i)^(?P<who>(?!(?:they|we|it|you|he|she) )(?:[\w-]+ ){0,3}(?:[\w-]+s|[\w-]+-only))"
        r"(?: \([^()]*\))? no$"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?s(?: (?:under|with|in|of|below|without|which|that|who) (?:[^,;]"
        r"|,(?=\d)){2,40})?)"
        r" (?:(?:are|is) out"
        r"(?=,|$)|(?:cannot|can['’]t) (?:pay|afford|buy|use us)\b)"
    ),
    re.compile(
        r"(?i)^(?P<who>(?:an? |any )?[a-z][\w -]{2,30}? (?:that|which|who|with|in"
        r"|without) [^,;]{3,60}?)"
        r" (?:won['’]t|will not|never|rarely|hardly ever) (?:buy|change|switch|sign|convert"
        r"|close|need)"
        r"s?\b"
    ),
    re.compile(r"(?i)^(?P<who>[^,;]{3,60}?s) needs? something (?:else|different)\b"),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,40}?) (?:are|have|run|do|cannot|can['’]t|don['’]t|rarely|never)"
        r" [^;]{3,100}?,"
        r" so we (?:leave|skip|drop|rule|turn|avoid|pass)\b"
    ),
    re.compile(
        r"(?i)^(?:(?:also|and|please|so|but),? )*(?:skip|forget|ignore|leave out|drop) "
        rf"(?:the |any |all )?(?P<who>(?:[\w&/-]+ ){{0,3}}?(?:{COMPANY_NOUNS}|marinas"
        rf"|(?:[a-z]{{3,}}(?:ers|ors|ists"
        r"|ents|ees)))(?: (?:with|without|that|who|in|under|below|over)\b[^,;:]{2,60})?)$"
    ),
    re.compile(
        r"(?i)^we (?:once |have )?(?:tried|sold to|called|pitched) (?P<who>[a-z][^,;:.]{2,50}?)"
        r"(?: once| twice| before)?\s?[;,:–—-]+ ?(?:and )?never again\b"
    ),
    re.compile(
        r"(?i)^(?:(?:and|also|but|please|ok(?:ay)?)[,.]? ){1,3}(?:also )?not (?:the |any )"
        r"(?P<who>[^,;:]{3,80}?s\b[^,;:]{0,60})(?:,.*)?$"
    ),
)


@lru_cache(maxsize=4096)
def turned_away(text: str) -> str | None:
    """Give whom a sentence turns away in so many words: "Agencies are out of scope"."""
    if len(text) > _LONGEST_REFUSAL:
        return None
    words = tokens(text)
    size = size_refused(text) if may_refuse_a_size(words) else None
    if size is not None or _REFUSING_WORDS.isdisjoint(words):
        return size
    low = text.lower() + " "
    if low.rstrip(" .!").endswith((" are fine", " are ok", " are okay", " are welcome")):
        return None
    if not any(map(low.__contains__, _REFUSING)):
        return None
    text = _BECAUSE.sub("", text.rstrip(".!"))
    tried: tuple[re.Pattern[str], ...] = _TURNED_AWAY
    if low.startswith("not "):
        tried = (*tried, _NOT_SOME)
    if " so " in low:
        tried = (*tried, _SO_LEAVE)
    if low.rstrip(" .!").endswith(("them", "again")):
        tried = (*tried, _STOP_CALLING)
    if any(map(low.__contains__, _ELSEWHERE_WORDS)):
        tried = (_ELSEWHERE, *tried)
    if " have no " in low:
        tried = (*tried, _NO_USE)
    if any(map(text.__contains__, _MARKS)):
        tried = (*tried, _LABELLED_NO)
    for pattern in tried:
        found = pattern.match(text)
        if found is None or _CONDITION.match(found["who"]):
            continue
        # "Civil engineering is fine, house builders are a no" turns away the builders.
        who = _AND_FOR.sub(" or ", _REASON.sub("", _BEFORE.sub("", found["who"])))
        parts = _COMMA.split(who)
        if len(parts) == 1 or all(len(part.split()) <= _PART for part in parts):
            return _PRONOUN.sub("", _WHO_LEAD.sub("", who)).strip() or None
    return None


def refused(text: str) -> str | None:
    """
    Give whom a sentence about a person turns away: "House builders are a no".

    A buyer says no to things ("Subscriptions are a no"), a seller to people and companies.
    """
    who = turned_away(text)
    if who is None or "out of scope" in text or not (_OF_SALE.search(text) or _PEOPLE.match(who)):
        return None
    return who


_OF_SALE = re.compile(
    r"(?i)\b(?:off limits|(?:no|bad|poor|weak|not an?(?: good)?) fit|not our|not worth"
    r"|not (?:a )?(?:target|market)|waste of (?:\w+ )?time"
    r"|(?:do not|don['’]?t) (?:bother|contact|call|approach|chase|prospect|pursue|target))\b"
)
_PEOPLE = re.compile(
    rf"(?i)(?:any(?:one|body)\b|(?:[\w&/-]+ ){{0,3}}?(?:{COMPANY_NOUNS}|\w{{3,}}(?:ers|ors|ists"
    rf"|ians)\b))"
)
_PART = 6
_AND_FOR = re.compile(r"(?i),? (?:and|or|nor) (?:not )?(?:for|to) (?=[a-z])")
"""A preposition that is said again: "a poor fit for brokers, and for banks"."""
_COMMA = re.compile(r",(?!\d)")
_BECAUSE = re.compile(r"(?i),? (?:because|as they|as it|since they|since it)\b[^,;]*$")
_REASON = re.compile(
    r"(?i),\s+(?:(?:totally|completely|entirely|quite|very|too|not|no|that|they|it|different)\b"
    r"|it['’]s"
    r"|that['’]s)[^,]*$"
)
"""Why somebody is turned away: "casinos, totally different animal"."""
_BEFORE = re.compile(r"(?i)^[^,]{3,80} (?:is|are) [^,]{2,40},\s+(?:but\s+)?")
_CONDITION = re.compile(
    r"(?i)(?:if|when|where|forget|although|though|while|as|because|since|it|this|that)\b"
)
_PRONOUN = re.compile(r"(?i)[,:–—-]?\s+(?:it|they|that|this|these|those|we|you)$")
"""What takes up whom a sentence has named: "Owner-drivers, they are a waste of time"."""
_WHO_LEAD = re.compile(r"(?i)^(?:also|and|but|so|the)\s+")
