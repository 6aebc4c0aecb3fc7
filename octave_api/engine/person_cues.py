"""
What a sentence without a heading says of a person by its verb: what they answer for, want,
fear, suffer from, and which part they play in a purchase.

"She is on the hook for the complaint rate" is a duty and "A tablet is a no" a concern, whatever
the other words are; the model, which weighs all words alike, is seldom sure of such lines.
"""

from __future__ import annotations

import re

from octave_api.engine.features import tokens

_FIRST = r"(?i)(?:(?:and|but|so|also|plus|then|usually|often|mostly|mainly|besides),?\s+){0,2}"
_AGAIN = (
    r"(?:(?:also|usually|often|always|really|mostly|mainly|just|now|still|then|only|"
    r"(?:is|are)\s+the\s+(?:one|ones)\s+who)\s+){0,2}"
)
_PERSON = rf"{_FIRST}(?:(?:they|he|she|i)(?:['’](?:s|re|d|ll|m))?\s+)?{_AGAIN}"
_ANYBODY = (
    rf"{_FIRST}(?:(?:they|he|she|(?:the|our|these|an?)\s+(?:[\w&/-]+\s+){{0,3}}?[\w&/-]+|"
    rf"(?:[\w&/-]+\s+){{0,3}}?[\w&/-]+s)(?:['’](?:s|re|d|ll))?\s+)?{_AGAIN}"
)
ANSWERS_FOR = "it says what they answer for"
_BE = r"(?:(?:is|are|am|gets?|feels?|remains?)\s+)?(?:very |quite |really |also |always |so )?"
_AIM = (
    r"(?:wants?|wishes|hopes?|longs? for|dreams? (?:of|about)|aims?|would (?:love|like)|"
    r"looks? for (?:an? )?(?:new )?(?:software|tools?|systems?|solutions?|platforms?|suppliers?"
    r"|vendors?|partners?|products?|apps?)(?= (?:that|which|with|who)\b)|"
    r"(?<=['’]d\s)(?:love|like|kill for|give anything for)|would (?:kill|give anything) for|"
    r"is after|are after|is keen on|are keen on|cares? (?:most |mainly |only |above all )?about|"
    rf"{_BE}passionate about)\s|{_BE}(?:measured|judged|rated|evaluated|graded|bonused)\s+"
    r"(?:on|by|against)\s|"
    r"success (?:for (?:him|her|them) )?(?:is|means|looks like)\s|"
    r"what (?:they|he|she) (?:is |are )?"
    r"(?:(?:measured|judged|paid|rated) (?:on|by|for)|wants?|needs?)(?: most| really)? (?:is|are)\s"
)
_NEEDS = r"needs?\s+(?!to\b|help\b|only\b)\S+\s\S"
_FEAR = (
    rf"{_BE}(?:nervous|worried|anxious|afraid|scared|wary|sceptical|skeptical|suspicious)\s+"
    r"(?:about|of|that|to)\s|(?:(?:is|are) )?not (?:keen|sold|big) on\s|"
    r"(?:fears?|worr(?:y|ies) (?:about|that)|distrusts?|refuses?)\s|"
    r"(?:does not|doesn['’]t|do not|don['’]t|will not|won['’]?t|would never|will never|would not|"
    r"wouldn['’]t|never) (?:(?:even )?look at|trust|touch|accept|tolerate|buy|move|share|upload|"
    r"switch|pay|use|give up|sign (?:anything|a)|consider)\b"
)
_SUFFER = (
    r"(?:struggles?|fights?|wrestles?|suffers?|battles?|complains?|hates?|dislikes?|dreads?|"
    r"drowns?|wastes?|loses?)\s+(?!weight\b)|"
    r"[A-Z]\w+ (?:kills?|swamps?|drowns?|overwhelms?|exhausts?|drives?) (?:them|him|her|me|us)\b|"
    rf"{_BE}(?:tired|sick|fed up|frustrated|annoyed|overwhelmed|swamped|buried|drowning|"
    r"stuck)\s+(?:of|with|by|in|under)\s|"
    r"(?:what|the thing that) (?:really |most |still )?(?:drives|annoys|frustrates|bugs|costs|"
    r"slows|hurts|bothers|kills|eats|irritates|infuriates|exhausts)\s"
)
_DUTY = (
    rf"{_BE}(?:on the hook|responsible|in charge|accountable|answerable)\s+(?:for|of)\s|"
    r"(?:carr(?:y|ies)|holds?|bears?|ha(?:s|ve)) (?:the )?(?:full |main |whole |overall |final )?"
    r"responsibility (?:for|of)\s|answers? for\s|looks? after\s|takes? care of\s|"
    r"(?:his|her|their) (?:days?|weeks?|mornings?|job|main job|time) (?:is|are|goes?|consists?)\s"
)
_DOES = (
    r"(?<=\s)(?<!to )(?:runs?|covers?|manages?|leads?|oversees?|heads?|owns?|supervises?|handles?|"
    r"coordinates?|plans?|schedules?|organi[sz]es?|prepares?|maintains?|reviews?|negotiates?|"
    r"monitors?|trains?|hires?|assigns?|drafts?|writes?|builds?|checks?|keeps? track|sets?)\s+"
    r"(?!out\b|up to\b)\S+\s+\S"
)
_BUYS = re.compile(
    r"(?i)\b(?:owns? the (?:decision|purchase)|(?:wants?|gets?|has|have) (?:a|some) say|"
    r"(?:owns?|controls?|holds?) (?:the |a |an own )?"
    r"budget|budget (?:is|sits|lies|rests) (?:with|in|at)|final say|last word|vetoe?s?|"
    r"(?:sales|buying|deal) cycles? (?:is|are|takes?|of)\b|^cycles? (?:is |of |takes |about |~)?\d|"
    r"^(?:it |that )?sits with\b|(?:signs?|decides?|approves?) (?:himself|herself|themselves|alone|"
    r"up to|below|above|under|over|anything|everything|[<>≤≥€$£]? ?\d)|"
    r"(?:our|the|a) (?:champion|economic buyer|gatekeeper)|can (?:buy|spend|sign|order|approve"
    r"|purchase)"
    r"(?: for| off)? (?:up to|anything|everything|without|below|under|over)|(?:has"
    r"|have) to (?:approve|sign off)|"
    r"reports? to .{2,40}?,? (?:who|[a-z]{2,10}) (?:signs|decides|approves|pays)|"
    r"\bwill (?:approve|sign|award) (?:the |any |each )?(?:contract|order|purchase|deal)|"
    r"\b(?:director|owner|boss|md|ceo|cfo|coo|gm|partner|manager) "
    r"(?:usually |normally |often |mostly |always )?(?:buys|signs|pays|decides)\b|"
    r"\b(?:do(?:es)? not|do(?:es)?n['’]t) (?:hold|own|have|control) (?:the |an? |any )?(?:[a-z]+ )?"
    r"budget\b|"
    r"\b(?:is|are) (?:rarely|seldom|not|never|usually|often) the budget holders?\b|"
    r"^(?:the )?(?:\w+ ){0,3}\w+s? pays?(?=\W*$| for it))\b"
)
_PLAYS = re.compile(
    r"(?i)\b(?:(?:he|she|they|who)\s+(?:alone\s+|usually\s+|only\s+|can\s+|cannot\s+|can['’]t\s+)?"
    r"(?:(?:signs?|decides?|approves?)(?=\W*$| (?:with|together|about|on|for|it|the (?:contract|"
    r"order|deal|purchase|budget))\b)|recommends?\b|shortlists?\b)|"
    r"(?:has|have|holds?|with|without|no|owns?|controls?) (?:a |the |an? own |his own |her own |"
    r"their own )?(?:veto|budget|last word|final say|purse)\b|"
    r"\bbudget (?:is|sits|lies|rests) (?:with|in|at)\b|"
    r"\b(?:he|she|they) matters?\b|\b(?:finds?|picks?|shortlists?) the vendors?\b|"
    r"\b(?:can|could|may) (?:veto|block)\b|\bhas a veto\b)"
)
_IS_OUT = re.compile(
    r"(?i)\b(?:is|are|would be|['’]s)\s+(?:simply\s+|just\s+|always\s+)?(?:an?\s+(?:clear |hard |"
    r"big |flat |absolute )?(?:no(?:[- ]go)?|deal[- ]?breaker|red line|non-?starter|"
    r"show[- ]?stopper|taboo)|out of the question|off the table|not an option|unthinkable)\b"
)
_MUST_NOT = re.compile(r"(?i)\b(?:must|may) (?:not|never)\b")
_LOST = re.compile(
    r"(?i)\b(?:gets?|goes?|go|fall|falls|slips?) (?:lost|missing|unnoticed|unanswered|wrong|stale|"
    r"stuck|through the (?:cracks|net))\b"
)
_NIGHTMARE = re.compile(
    r"(?i)\b(?:is|are) (?:(?:an?|such an?|always an?|one big) )?(?:(?:real|complete|total|constant"
    r"|huge) )?(?:nightmare|mess|headache|pain|disaster|shambles|guessing game|bottleneck)s?\b"
)
_STORY = (
    r"(?i)(?:when(?:ever)?|if|as an?|after|before|once|while)\s[^.;]{3,160}?,\s*"
    r"(?:i|we|they|he|she) (?:want|need|would like|wish)s?\s"
)
_FRAMES = tuple(
    (field, re.compile(f"{who}(?:{what})" if who else what), rule)
    for field, who, what, rule in (
        ("painPoints", _ANYBODY, _SUFFER, "it says what they suffer from"),
        ("keyConcerns", _PERSON, _FEAR, "it says what they fear"),
        ("primaryResponsibilities", _ANYBODY, _DUTY, ANSWERS_FOR),
        ("keyObjectives", _PERSON, _AIM, "it says what they want"),
        ("keyObjectives", r"(?i)(?:(?:they|he|she)\s+)?", _NEEDS, "it says what they need"),
        ("keyObjectives", "", _STORY, "it tells what they want and when"),
        (
            "primaryResponsibilities",
            f"{_FIRST}(?:they|he|she) {_AGAIN}",
            _DOES,
            "it says what they do",
        ),
    )
)
_ANYWHERE = (
    ("keyConcerns", _IS_OUT, "it says what is out of the question"),
    ("whyTheyMatterToUs", _PLAYS, "it says which part they play in a purchase"),
    ("keyConcerns", _MUST_NOT, "it says what must not happen"),
    ("painPoints", _LOST, "it says what goes wrong"),
    ("painPoints", _NIGHTMARE, "it says what goes wrong"),
)
_WORDS = frozenset(
    "award contract can spend approve reports pay pays decide decides sign signs approve approves "
    "himself "
    "herself themselves recommends champion "
    "want wants need needs wish wishes hope hopes long longs dream dreams aim aims love like "
    "after keen care cares measured judged rated evaluated graded bonused success nervous worried "
    "anxious afraid scared wary sceptical skeptical suspicious fear fears worry worries distrust "
    "distrusts refuse refuses not never doesn't don't won't wouldn't struggle struggles fight "
    "fights wrestle wrestles suffer suffers battle battles complain complains hate hates dislike "
    "dislikes dread dreads drown drowns waste wastes lose loses tired sick fed frustrated annoyed "
    "overwhelmed swamped buried drowning stuck drives annoys frustrates bugs costs slows hurts "
    "bothers kills eats irritates infuriates exhausts hook responsible charge accountable "
    "answerable responsibility answer answers looks look takes take job day days week weeks "
    "morning mornings time he she they who veto budget word say purse matter matters vendor "
    "cycle cycles sits passionate kill give won wont vendors block no deal red non show taboo "
    "question table option unthinkable lost missing unnoticed unanswered wrong stale cracks net "
    "dealbreaker holder holders nightmare nightmares mess headache headaches pain pains disaster "
    "shambles guessing bottleneck bottlenecks".split()
)
"""One of these stands in all that the patterns find; most lines have none."""
_ONE_OF_THEM = re.compile(
    r"(?i)(?:call|chat|meeting|demo|lunch|coffee|intro|notes?) (?:w/|with|from|on) "
    r"(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*(?:[(,@]|at\b|\d|$)|"
    r"(?:one|another|two|three) (?:of (?:them|these|those|the (?:five|six|ten|\d+))|customer|"
    r"client|prospect|buyer|account)\b|(?:one|another) \(|"
    r"i (?:talked|spoke|interviewed|met with|visited)\b|"
    r"(?:had a (?:call|chat|coffee) with|(?:talked|spoke|chatted|met) (?:to|with)) (?-i:[A-Z])|"
    r"(?:one|another|a few) (?:wants|needs|fixes|has|told|said|complained|mentioned|showed|even)\b"
)
_BY_THE_WAY = re.compile(
    r"(?i)(?:by the way|btw|p\.?s\.?|off[- ]topic|unrelated|on another note|ps:)\b"
)
_LIFE = re.compile(
    r"(?i)(?:(?:they|he|she) (?:is |are )?|(?:is |in (?:his|her|their) )?)"
    r"(?:(?:late |early |mid[- ]?)?"
    r"(?:(?:[2-6]0s|twenties|thirties|forties|fifties|sixties)\b|[2-6]\d(?: years old|,))|"
    r"(?:has )?(?:worked (?:his|her|their) way up|came (?:up |over )?(?:from|through)|studied|"
    r"grew up|graduated|moved (?:here |over )?from|started (?:as|out)|used to (?:be|work))\b|"
    r"(?:most|many|some|all)(?: of them)? (?:started|began|came|used to)\b|"
    r"team (?:of |size:? )?[~\d]|"
    r"(?:lives?|married|holds? an? (?:degree|mba|phd|master))\b)"
)
_SITS = re.compile(r"(?i)(?:[\w&/-]+ ){1,5}?(?:sits?|stands?) (?:between|at the|in the|right)\b")
"""Where a role stands among others, which is neither done nor wanted."""
_REPORTS = re.compile(r"(?i)(?:(?:they|he|she) )?(?:reports? (?:directly )?|answers? )to\b")
ASKS_OPENLY = re.compile(r"(?i)(?:what|when|where|who|how|why)\b[^?]*$")
"""What a colleague asks in a chat, without a mark: "what do they use now"."""
NOT_DONE = re.compile(
    r"(?i)(?:and |but )?(?:he|she|they) (?:does not|doesn['’]t|do not|don['’]t|will not|won['’]t"
    r"|would not|never)\b"
)
"""What somebody would not do is no duty of theirs."""
WALKS = re.compile(r"(?i),? (?:walk away|skip (?:it|them)?|forget (?:it|them)|pass|stop there)\W*$")
"""A condition under which the seller leaves."""
_LONGEST, _FEW = 400, 7


def is_of_one(text: str) -> bool:
    """Tell whether a note is of one customer only: "One of them moved to another town"."""
    return bool(_ONE_OF_THEM.match(text))


def is_beside(text: str) -> bool:
    """Tell whether a note is of one customer ("One of them …"), of a life, or off the subject."""
    if _ONE_OF_THEM.match(text) or _BY_THE_WAY.match(text) or _LIFE.match(text):
        return True
    if (" sit" in text or " stand" in text) and _SITS.match(text):
        return True
    reports = bool(_REPORTS.match(text)) and len(text.split()) <= _FEW
    return reports and not _BUYS.search(text)


def person_cue(text: str) -> tuple[str, str] | None:
    """Name the field that a sentence about a person belongs to, and why; None if none is clear."""
    if len(text) > _LONGEST or "?" in text or _WORDS.isdisjoint(tokens(text)):
        return None
    if _BUYS.search(text):
        return "whyTheyMatterToUs", "it says which part they play in a purchase"
    for field, pattern, rule in _FRAMES:
        if pattern.match(text):
            return field, rule
    for field, pattern, rule in _ANYWHERE:
        if pattern.search(text):
            return field, rule
    return None
