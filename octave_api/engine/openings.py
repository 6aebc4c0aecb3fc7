"""
Openings: what a line begins with and can do without.

"She is nervous about letting a machine decide" is told as "letting a machine decide": the heading
of the list says that it is a worry. A subject goes only where no other clause has one of its own.
"""

from __future__ import annotations

import re

from octave_api.engine.grammar import ADVERB
from octave_api.engine.lexicon import look_up
from octave_api.engine.verbs import base_of_third, verb

_WHO = r"(?:i|we|they|he|she)"
_JOB = re.compile(
    rf"(?is)^(?:when|if|while|before|after|once|as|whenever)\b.{{3,260}}?,?\s+(?:{_WHO}|\w+)\s+"
    r"(?P<wish>(?:want|need|would like|wants|needs)s?\s+(?:to\s+)?)(?P<core>.+)$"
)
_IF_OTHERS = re.compile(rf"(?i)if (?!(?:.*\W)?{_WHO}\s*$)[^,]*$")
"""A case in which somebody else wants something: "If my leaders need a password"."""
_PURPOSE = re.compile(
    r"(?i),?\s+so\s+that\s|,\s+so\s|\s+so\s+(?=(?:i|we|they|he|she|nobody|my|our|the)\b)"
)
_POINTS_BACK = re.compile(
    r"(?i)(?:to\s+)?[a-z]+ (?:it|them|this|that|these|those)\b|[\w ]{3,30} beside (?:it|them)\b"
)
"""A wish that begins with what the situation names: "match it to an order"."""
_SHORT_WISH = 14
_LEAD_IN = re.compile(
    rf"(?i)^(?:{_WHO}\s+(?:really\s+|also\s+|just\s+)?(?:want|wants|need|needs|would like|aim|"
    r"aims|hope|hopes|try|tries|strive|strives|have|has)\s+to\s+|"
    rf"(?:i|we)['’]d like to\s+|"
    rf"{_WHO}(?:['’]d|\s+would)\s+(?:want|love|like|need|kill for)\s+(?!it\b)"
    r"(?:to\s+)?|"
    r"(?:my|our|the|their|his|her)\s+(?:\w+\s+){0,2}?(?:job|role|goal|aim|objective|mission|task|"
    r"duty|responsibility|purpose|challenge|pain point|frustration|problem|concern|worry|fear|"
    r"headache|struggle|wish|bottleneck|priority)s?\s+(?:is|are|include|includes)\s+"
    r"(?:(?:to|that)\s+)?|"
    rf"(?:{_WHO}(?:\s+(?:am|is|are)|['’](?:m|s|re))\s+|(?:am|is|are)\s+)?(?:(?:very|really)\s+)?"
    r"passionate about\s+|"
    rf"{_WHO}\s+(?:want|wants|need|needs|dream of|dreams of|care about|cares about)\s+|"
    r"(?:wants?|needs|hopes|aims|tries|strives|looking|seeks|would like|desires)\s+to\s+|"
    r"(?:i|we|they)['’]d\s+(?:love|like)\s+(?:it\s+)?(?:if|when)\s+"
    r"(?:i|we|they)(?:\s+can|\s+could|['’](?:m|re)\s+able\s+to)\s+)"
)
_HARD = re.compile(
    r"(?i)^it(?:['’]s| is| can be)\s+(?:(?:often|very|really|too|so)\s+)?"
    r"(?P<how>hard|difficult|challenging|tough|tricky|impossible|painful|time[- ]consuming)\s+"
    r"(?:for\s+(?:me|us|them|him|her|\w+)\s+)?to\s+"
)
_DEAL_BREAKER = re.compile(
    r"(?i)^it(?:['’]s| is)\s+a\s+deal[- ]?breaker\s+(?:if|when)\s+"
    r"(?:(?:i|we|they)\s+have\s+to\s+(?P<verb>\w+))?"
)
_SETTING = re.compile(
    r"(?i)^(?:to|besides?|depending|in|as|with|by|at|on|for|while|during|because|since|when|if|"
    r"after|before|ultimately|overall|additionally|also|however|therefore)\b[^,;.]{0,160},\s+"
    rf"(?={_WHO}\b)"
)
_LEANS = re.compile(r"(?i).{0,30}\b(?:it|them|this|that)\W*$")
"""A few words that end with what was said before: "… I lose half of them"."""
_SUBJECT = re.compile(rf"(?i)^{_WHO}\s+(?=\w)")
_THEY = re.compile(r"(?i)(?:they|he|she)(?:\s|['’](?:re|s)\s)")
_WISH = re.compile(r"(?i)(?:they|he|she)\s+(?:wants?|hopes?|aims?|would like)\s+to\s+")
_BARE_WISH = re.compile(r"(?i)(?:wants|hopes|aims)\s+to\s+")
_IN_CHARGE = re.compile(r"(?i)(?:responsible|accountable|in charge|on the hook)\b")
_TASKED = re.compile(r"(?i)(?:tasked|charged|entrusted) with (?=\w+ing\b)")
_MEASURED = re.compile(
    r"(?i)(?:(?:measured|judged|rated|evaluated) (?:on|by|against)|focused on)\b"
)
_ALSO = re.compile(r"(?i)^also\s+")
_TOLD = re.compile(r"(?i)you(?:['’]ll|\s+will|\s+are going to|\s+get to)\s+(?!be\b)")
_BE = re.compile(
    r"(?i)^(?:i['’]m|we['’]re|they['’]re|(?:i am|we are|they are|he is|she is|he['’]s|she['’]s))\s+"
    r"(?:also\s+)?"
)
_ANNOUNCES = re.compile(
    r"(?i)(?:(?:their|his|her)\s+(?:whole\s+)?(?:job|goal|aim|target|objective)\s+is\s+|(?:the|their|his"
    r"|her)\s+(?:current|present|biggest|main|greatest|worst|number one|top|first|real|only)"
    r"\s+(?:job|goal|aim|objective|challenge|pain point|pain|frustration|problem|concern|worry|"
    r"fear|headache|struggle|wish|bottleneck|priority)\s+(?:is|are)\s+(?:that\s+)?|"
    r"what\s+(?:matters|counts|(?:they|he|she)\s+(?:is|are)\s+(?:measured|judged|paid|rated)\s+"
    r"(?:on|by|for)|(?:they|he|she)\s+(?:cares?\s+about|wants?|needs?|hates?|fears?"
    r"|(?<=\s)would (?:like|love)"
    r"|(?:dis)?trusts?|dislikes?|loves?|dreads?|worries about|dreams of))"
    r"(?:\s+(?:most|to them|for them|to him|to her|now|right now|this year|this quarter)){0,3}\s+"
    r"(?:is|are)\s+)"
)
_SAID = re.compile(
    r"(?i)(?:several|many|most|some|all|both|they)(?: of them)? (?:said|say|told (?:me|us)|"
    r"complain(?:ed)?|mention(?:ed)?)(?: to (?:me|us))? that (?=\S+ \S+ \S+ \S)"
)
_BOTHERS = re.compile(
    r"(?i)(?:what|the thing that)\s+(?:really\s+|most\s+|still\s+)?(?:drives|annoys|frustrates|"
    r"bugs|costs|slows|hurts|bothers|kills|eats|irritates|infuriates|worries|scares|keeps)\s+"
    r"(?:him|her|them|people)\s+(?:\w+\s+){0,3}?(?:is|are)\s+(?:that\s+)?"
)
_TO_DO = re.compile(r"^to (?=[a-z]+ \S)")
_FEARS = re.compile(
    r"(?i)(?:(?:they|he|she)\s+(?:is|are)\s+|(?:they|he|she)['’](?:s|re)\s+)?(?:also\s+|very\s+|"
    r"really\s+)?(?:nervous|worried|anxious|afraid|scared|wary)\s+(?P<of>about|of)\s+"
)
_OF_MANY = re.compile(
    r"(?i)(?:most|many|some|all|several)(?: of them)? (?:fear|dread|hate|love"
    r"|want)(?: to)? (?=\S+ \S)"
)
_WOULD_DO = re.compile(
    r"(?:I|[Ww]e)(?:['’]d| would) (?!(?:be|never|not|rather|say|love|like|want|need|prefer|kill|"
    r"hate|give|appreciate|only|buy|use|pay)\b)(?P<does>[a-z]+)\b"
)
_HAVE_GOT = re.compile(r"(?:I|[Ww]e|[Tt]hey)(?:['’]ve| have) got (?!to\b)(?=\S+ \S)")
_EACH = re.compile(r", (?P<each>[\w-]+ (?:per|an?|each|in each|on each) \w+)\W*$")
_WORRIES = re.compile(
    r"(?i)(?:they|he|she)\s+(?:also\s+|really\s+)?worr(?:y|ies)\s+(?:that|about)\s+(?=\S+ \S)|"
    r"success (?:for (?:them|him|her) )?(?:is|means|looks like)\s+(?=\S+ \S)"
)
_WISHES = re.compile(
    r"(?i)(?:(?:they|he|she)(?:['’]d|\s+would)\s+"
    r"(?:love|like|kill for|give anything for)\s+(?:to\s+)?|"
    r"(?:(?:they|he|she)\s+)?(?:also\s+|really\s+|just\s+)?(?:wants|needs)\s+(?!to\b|help\b)|"
    r"(?:they|he|she)\s+(?:also\s+|really\s+|just\s+)?want\s+(?!to\b))"
)
_GOES_LIVE = re.compile(r"live (?:by|before|in|on|at|from|within|after|next|this)\b")
"""A state that is wanted: "wants live before the summer"."""
_NAMED_SO = re.compile(
    r"(?i)(?:(?:the|their|his|her) )?(?:(?:single )?(?:biggest|main|top|worst)|number one) "
    r"(?:pain(?: point)?|problem|headache|worry|fear|challenge|goal|wish)\s*[:–—-]\s+"
    r"|(?:they|he|she) gets? (?=(?:measured|judged|rated) )"
    r"|(?:they|he|she) (?:must|ha(?:s|ve) to) (?!not\b|be\b|have\b)"
)
"""What says only that a point is one: "Biggest pain - lost keys", "She must bundle orders"."""
_INCLUDES = re.compile(
    r"(?i)(?:(?:this|the|their|his|her) (?:\w+ )?(?:position|role|job|work|day)|they|he|she"
    r"|[a-z ]{3,40}?) (?:must |will |also )?(?:involves?|encompass(?:es)?|includes?|entails?"
    r"|covers?|requires?|spans?|ha(?:ve|s)|assumes?|handles?)"
    r" (?:(?:an? )?(?:wide |broad )?(?:variety|range|number|set) of |many |various |several )?"
    r"(?:\w+ )?(?:responsibilities|tasks|duties|activities),? (?:including|such as) (?=\w+ing\b)"
)
"""What only says that duties follow: "This role includes many tasks, such as …"."""
_JOINS = re.compile(
    r"(?i)(?:(?:and|but|also|plus|besides|then|so|still),?\s+(?!far\b|that\b|many\b|much\b|"
    r"called\b|long\b|known\b|used\b|-)|(?:additionally|moreover|furthermore|in addition|"
    r"to th(?:is|at) end|in fact|in short|overall|ultimately|on top of that|"
    r"at (?:its|their) core),?\s+|(?:(?:number )?(?:one|two|three|four)|#?[1-5]|first|second|third"
    r"|fourth|fifth|last|finally)(?:ly)?(?: of all)?(?:,|\s?:)\s+)(?=\S+\s+\S)"
)
"""Words that tie a sentence to the one before, which a line of a list does not have."""
_CAN = re.compile(
    rf"(?i){_WHO}\s+(?:can|am\s+able\s+to|are\s+able\s+to)\s+"
    r"(?!only\b|barely\b|hardly\b|never\b|not\b|no\b)"
)
_SECOND_SUBJECT = re.compile(
    r"(?i)\b(?:and|but|or|so)\s+(?!(?:\S+\s+){0,4}?(?:what|which|who|how|that|whether|where)\b)"
    r"(?:(?:i|we|they|he|she|it|nobody)\b(?!['’])|(?:[^\s,;]+\s+){1,6}?(?:is|are|was|were)\b)"
)
"""A second clause with a subject of its own: the first must keep its own too."""
_WHAT_THEY_ARE = re.compile(r"(?i)(?:an?|the|one|part|in|on|at)\b")
_CARES = re.compile(
    r"(?i)(?:(?:they|he|she)\s+(?:is|are)\s+|(?:they|he|she)['’](?:s|re)\s+)?passionate about\s+|"
    r"cares?(?:\s+most|\s+mainly)?\s+about\s+(?!it\b)|"
    r"(?:they|he|she)\s+(?:really\s+|mostly\s+|mainly\s+)?(?:cares?(?:\s+most|\s+mainly)?\s+about|"
    r"values?|likes?|loves?|dreams?\s+of)\s+(?!to\b|it\b)"
)
_WANTED = re.compile(r"(?i)\s(?:(?P<verb>want|need)s?|love|like)\s+$")
_OF_OTHERS = re.compile(r"(?i)(?:[\w'’-]+\s+){1,3}to\s+[a-z]+")
"""What is wanted of somebody: "parents to call less"."""


def joins(text: str) -> int:
    """Give where a line begins after the words that tie it to the one before ("And", "Also")."""
    match = _JOINS.match(text)
    start = match.end() if match else 0
    listed = _INCLUDES.match(text, start) if "ing" in text else None
    return listed.end() if listed else start


def _in_brackets(each: re.Match[str]) -> str:
    """Set apart how many there are of each: "six techs, two per shift"."""
    return f" ({each['each']})"


def _situation(job: re.Match[str]) -> str:
    """Give the situation of a job story to stand after its wish: "when an invoice arrives"."""
    setting = job.string[: job.start("wish")].rstrip()
    setting = re.sub(rf"(?i),?\s+{_WHO}$", "", setting)
    return setting[:1].lower() + setting[1:]


def core(text: str) -> str:
    """
    Cut a statement down to its one thought: lead-ins and job-story frames go.

    "When a call comes in, I want to see the account, so I can …" -> "see the account, so I can …"
    """
    job = _JOB.match(text)
    if job and len(job["core"].split()) >= 3 and not _IF_OTHERS.match(text[: job.start("wish")]):
        text = job["core"]
        before, points = _PURPOSE.split(text, maxsplit=1)[0], _POINTS_BACK.match(text)
        if points and len(before.split()) <= _SHORT_WISH:
            text = f"{before.rstrip(' ,')} {_situation(job)}"
        asks = _WANTED.search(f" {job['wish']}")
        if asks and _OF_OTHERS.match(text):
            return f"{(asks['verb'] or 'want').capitalize()} {text}"
    got = _HAVE_GOT.match(text)
    text = f"Have {_EACH.sub(_in_brackets, text[got.end() :])}" if got else text
    would = _WOULD_DO.match(text)
    if would and verb(would["does"]):
        text = text[would.start("does") :]
    setting = _SETTING.match(text)
    if setting and not _LEANS.match(text, setting.end()):
        text = text[setting.end() :]
    hard = _HARD.match(text)
    if hard:
        return f"{hard['how'].capitalize()} to {text[hard.end() :]}"
    breaker = _DEAL_BREAKER.match(text)
    if breaker:
        rest = text[breaker.end() :].lstrip()
        known = verb((breaker["verb"] or "").lower())
        return f"Having to {known.base} {rest}" if known else f"A deal-breaker if {rest}"
    for frame in (_LEAD_IN, _CAN, _BE):
        lead = frame.match(text)
        rest = text[lead.end() :] if lead else ""
        if frame is _BE and _WHAT_THEY_ARE.match(rest) and _SECOND_SUBJECT.search(rest):
            continue
        asks = _WANTED.search(lead.group()) if lead else None
        if asks and _OF_OTHERS.match(rest):
            return f"{(asks['verb'] or 'want').capitalize()} {rest}"
        if len(rest.split()) >= 2:
            return rest
    return _without_subject(text)


def plain(text: str) -> str:
    """Drop what only leads in: "They struggle to …", "You will lead …", "Her headache is …"."""
    first = _LETTERS.match(text)
    if first is None or first[0].lower() not in _LEAD_WORDS:
        return text
    if text[:9].replace("’", "'") in ("He's got ", "She's got"):
        return f"Has {text.split(' got ', 1)[1]}" if " got " in text else text
    for pattern in (_SAID, _ANNOUNCES, _BOTHERS, _CARES):
        lead = pattern.match(text)
        if lead and len(text[lead.end() :].split()) >= 2:
            text = text[lead.end() :]
            text = _TO_DO.sub("", text) if pattern is _ANNOUNCES else text
            text = text.replace(" and about ", " and ", 1) if pattern is _CARES else text
    named = _NAMED_SO.match(text)
    if named and len(text[named.end() :].split()) >= 2:
        return text[named.end() :]
    fears = _FEARS.match(text)
    if fears and len(text[fears.end() :].split()) >= 2:
        again = re.compile(rf"(?i)(,| and| or) {fears['of']} ")
        return again.sub(r"\1 ", text[fears.end() :])
    many = _OF_MANY.match(text)
    if many and look_up(text[many.end() :].split(" ", 1)[0].lower()).gerund:
        return text[many.end() :]
    worries = _WORRIES.match(text)
    if worries:
        return text[worries.end() :]
    wishes = _WISHES.match(text)
    if wishes and len(text[wishes.end() :].split()) >= 2:
        rest = text[wishes.end() :]
        if _GOES_LIVE.match(rest):
            return f"Be {rest}"
        verb_said = wishes.group().rstrip().rsplit(" ", 1)[-1].capitalize()
        others = verb_said in ("Want", "Wants") and _OF_OTHERS.match(rest)
        # "Wants invoices out by noon" is no longer a wish where it begins with "invoices".
        acts = verb_said in ("Want", "Wants") and look_up(rest.split(" ", 1)[0].lower()).third
        return f"{verb_said} {rest}" if others or acts else rest
    bare = _BARE_WISH.match(text)
    if bare and len(text[bare.end() :].split()) >= 2:
        return text[bare.end() :]
    told = _TOLD.match(text)
    if told and len(text[told.end() :].split()) >= 2:
        return text[told.end() :]
    if not _THEY.match(text):
        return text
    wish = _WISH.match(text)
    if wish and len(text[wish.end() :].split()) >= 2:
        return text[wish.end() :]
    be = _BE.match(text)
    if be and _MEASURED.match(text, be.end()):
        return text[be.end() :]
    if be and _IN_CHARGE.match(text, be.end()):
        return text[be.end() :]
    if be and (tasked := _TASKED.match(text, be.end())):
        return text[tasked.end() :]
    return _without_subject(text)


_LETTERS = re.compile(r"[A-Za-z]+")
_LEAD_WORDS = frozenset(
    "they he she you the their his her what several many most some all both single biggest main "
    "top worst number also very really just nervous worried anxious afraid scared wary passionate "
    "wants needs hopes aims cares care success".split()
)
"""What only leads in begins with one of these."""


def _without_subject(text: str) -> str:
    """Drop the pronoun before a verb: "I often miss calls" -> "often miss calls"."""
    subject = _SUBJECT.match(text)
    if subject is None:
        return text
    rest = _ALSO.sub("", text[subject.end() :])
    joined = any(word in rest for word in (" and ", " but ", " or ", " so "))
    if joined and _SECOND_SUBJECT.search(rest):
        return text
    first = ADVERB.sub("", rest).split(" ", 1)[0].lower()
    return rest if verb(first) or base_of_third(first) else text
