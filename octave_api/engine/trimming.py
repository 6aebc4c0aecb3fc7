"""
Trimming: what a line says beside its point goes, and its first word fits inside a sentence.
"""

from __future__ import annotations

import re
from functools import cache

from octave_api.engine.features import tokens
from octave_api.engine.knowledge_files import load
from octave_api.engine.lexicon import look_up
from octave_api.engine.verbs import base_of_third
from octave_api.engine.wording import squeeze

_LEADS = re.compile(
    r"(?i)^(?:(?:and|also|but|so|then|plus|additionally|furthermore|moreover|finally|first(?=[,:])|"
    r"second(?=[,:])|third(?=[,:])|ultimately|generally|currently|mainly|primarily|mostly|e\.g\.|i\.e\.|"
    r"where needed|when needed|as needed|"
    r"if needed|as required|in addition|at times|day to day|day-to-day)[,:]?\s+"
    r"|as an? [\w\s-]{3,40}, )+"
)
_FREQUENCY = re.compile(
    r"(?i)^(?:(?:also|often|always|usually|regularly|typically|sometimes|frequently|generally|"
    r"normally|commonly|occasionally|constantly|continually|continuously|actively|proactively|"
    r"directly|effectively|efficiently|successfully|simply|really|just|actually|basically"
    r"|probably)\s+)+(?=\w)"
)
_ASIDE = re.compile(
    r"\s+(?:-|–|—|--|->|=>|→)\s+.*$|;\s+.*$|,?\s+(?:when|where|as|if) (?:needed|necessary|required"
    r"|possible|appropriate)\b"
    r"|,\s+(?:not sure|no idea)\b.*$|,?\s+(?:etc\.?$|and so on$|among others$|and more$"
    r"|and the like$).*$"
)
_ASIDE_HAS = tuple(
    "-|–|—|→|=>|;|needed|necessary|required|possible|appropriate|not sure|no idea|etc|and so on"
    "|among others|and more|and the like".split("|")
)
"""One of these is in every match of `_ASIDE`; most lines have none."""
_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]*)\)")
_PURPOSE = re.compile(
    r",?\s+(?:so that|so (?:they|he|she|it|their|the|we|i)\b|in order to|such as|including"
    r"|e\.g\.|i\.e\.|"
    r"resulting in|as well as|in addition to)\s.*$|,\s+(?:which|while|whereas|whose|where|who|but|"
    r"resulting|leading|making|causing|allowing|enabling|ensuring|so|rather than|from|for example|"
    r"especially|particularly|like)\s.*$|\s+(?:to|and) (?:ensure|enable|make sure|help)\s.*$",
    re.IGNORECASE,
)
_SECOND_CLAUSE = re.compile(
    r"(?i)(?:,\s+(?:and|but|so|or)\s+|\s+and\s+|\s+but\s+|\s+so\s+)(?=(?:it|they|there|he|she"
    r"|this|that)(?:['’]s)?\s)"
    r"|,\s+(?:and|but)\s+(?=(?:the|their|its)\s+\w+\s+(?:is|are|has|have|can|will)\b)"
)
_JOINS = (" and ", " but ", " so ", ", or ")
_SLASH = re.compile(r"\s+/\s+|(?<=\w)/\s+|\s+/(?=\w)")
_ANNOUNCED = re.compile(
    r"(?i)^(?:(?:their|the|our|my|his|her) )?(?:(?:single )?biggest|main|top|greatest|number one"
    r"|worst|main|constant) "
    r"(?:worry|fear|pain|pain point|problem|challenge|concern|goal|aim|priority|frustration"
    r"|headache|issue|objective|wish) (?:is|are|remains?)(?: that| to)?(?= \S+ \S)\s"
)
_DIFFICULT = re.compile(
    r"(?i)^(?:it|this)(?: is| can be| gets| becomes| remains|['’]s)"
    r"(?: (?:very|often|so|really|too|always|quite|still|getting))* (?=(?:hard|difficult|tough"
    r"|tricky|impossible|challenging|time-consuming|tedious|expensive|painful|stressful|frustrating)"
    r" (?:to|for)\b)"
)
"""What introduces a difficulty: "It can be hard for their team to …"."""
_IS_HARD = re.compile(
    r"(?i)\s+(?:is|are|remains?|can be|has become|have become)(?: (?:still|often|always|a|an|the"
    r"|our|their|one of their|key|main|big|bigger|biggest|major|real|common|constant|growing"
    r"|serious|huge|recurring|persistent))* (?:issues?|problems?|challenges?|pain|pain points?"
    r"|headaches?|struggles?|bottlenecks?)$"
)
"""What is said of every problem: "Hiring is a constant struggle"."""
_SO_NOBODY = re.compile(r"(?i),? so (?:that )?(?=(?:nobody|no one|nothing) \S+ \S+ \S)")
"""What comes of a fact is the point, not the fact."""
_LIKED = re.compile(r"(?i)^(?:they|she|he)(?:['’]d| would) (?:like|love|want|prefer) to (?=\w)")
_UNABLE = re.compile(r"(?i)^(?:she|he|they) (?=(?:can['’]t|cannot|don['’]t|doesn['’]t) )")
_SINCE = re.compile(r"(?i)\s+since (?:many |some |several )?(?:years|months|weeks|ages)$")
_AND_FEWER = re.compile(r"(?i)\s+and (?:fewer|less|more|better|faster)\s[^\d]{3,60}$")
_AND_THAT = re.compile(r"(?i)(?<=\w),\s+(?:and )?that\s.*$")
_OF_THEM = re.compile(
    r"(?i),\s+(?:half|mostly|often|usually|sometimes|partly|nearly all|most|many|some|none|half of"
    r" them|a third|a quarter)\b(?: of (?:them|it|which))?[^,\d]{3,40}$"
)
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:;,.?!]{1,40}):\s+(?P<rest>\S.+)$")
_LARGE = re.compile(
    r"(?i)\b(?:large|huge|vast|significant)\s+(?=(?:volume|number|amount|quantity)\s+of\b)"
)
_LETTER = re.compile(r"[^\W\d_]{3}")
_LESS = re.compile(r"(?:<|≤)\s*(?=[$€£]?\d)")
_MORE = re.compile(r"(?:>|≥)\s*(?=[$€£]?\d)")
_THEY_HAVE = {"has": "they have", "is": "they are", "was": "they were", "does": "they do"}
_TRAILING = re.compile(
    r"(?i)\s+(?:yet|already|today|currently|either|too|as well|etc\.?|nowadays)$"
)
_THEY = re.compile(r"(?i)^(?:she|he|they)\s+(?:also\s+|often\s+|usually\s+)?(?=(?P<verb>[a-z]+)\b)")
_COMPARISONS = frozenset("<>≤≥")
_ONE_PERSON = frozenset("he she his her him".split())
_SHE_HAS = re.compile(r"(?i)\bs?he (?P<verb>has|is|was|does)\b")
_HER = re.compile(r"(?i)\b(?:his/her|his or her|his|her)\b(?=\s+\w)")
_OF_HER = re.compile(
    r"(?i)\b(?:him|her)\b(?=\s+(?:up|awake|from|to|at|down|back|out|off|with|about|into|on|for|most|and"
    r"|when|if|because|every|feel|look|wait)\b)"
)
_SUBORDINATE = re.compile(
    r"(?i)^(?:as|when|whenever|while|because|since|after|before|once|although)\s[^,.;]{5,110},\s+"
    r"(?=(?:it|there|they|the|their|this)\s)"
)
_SUBJECT_ALONE = re.compile(r"(?i)^(?:(?:the|their|some|many|most|all)\s|\w+\s+\w+s\s)")
"""A line that may be a subject, whose verb stands in what would be cut."""
_FINITE = re.compile(r"(?i)\b(?:is|are|was|were|has|have|can|cannot|will|must|should)\b")
_RELATIVE = re.compile(r"(?i)\s+(?:that|which|who)\s+(?=have|has|are|is|do|can)")
_NUMBER = re.compile(r"\d")
_SAYABLE = 12
"""A line of this many words can be asked whole; what only adds to a longer one goes."""


_SHARE = re.compile(r"\s\(\d+\s?%\)$")


def without_share(line: str) -> str:
    """Leave out how many of those asked said so: "(74%)"."""
    return _SHARE.sub("", line) if "%)" in line else line


def trim(line: str) -> str:
    """
    Give the point of a line: no label, lead-in, aside or mere purpose.

    A part that holds a number stays, since a threshold is the point. Nothing is cut that
    would leave fewer than three words.
    """
    text = squeeze(line)
    labelled = _LABEL.match(text)
    if labelled and len(labelled["label"].split()) <= 5 and len(labelled["rest"].split()) > 1:
        text = labelled["rest"]
    announced = _ANNOUNCED.match(text)
    if announced:
        text = text[announced.end() :]
    low = text.lower()
    text = _SINCE.sub("", text) if " since " in low else text
    text = _OF_THEM.sub("", text) if "," in low else text
    text = _UNABLE.sub("", text)
    fewer = _AND_FEWER.sub("", text) if " and " in low else text
    text = fewer if len(fewer.split()) > 2 else text
    if text.lower().startswith("that "):
        text = _AND_THAT.sub("", text)
    difficult = _DIFFICULT.match(text)
    if difficult:
        text = text[difficult.end() :]
    liked = _LIKED.match(text)
    if liked:
        text = text[liked.end() :]
    text = (_SLASH.sub(" or ", text) if "/" in low else text).replace(" & ", " and ")
    text = _LARGE.sub("", text) if " of " in low else text
    if not _COMPARISONS.isdisjoint(low):
        text = _LESS.sub("less than ", _MORE.sub("more than ", text))
    if not _ONE_PERSON.isdisjoint(tokens(low)):
        text = _SHE_HAS.sub(lambda found: _THEY_HAVE[found["verb"].lower()], text)
        text = _HER.sub("their", _OF_HER.sub("them", text))
    told = _THEY.match(text)
    if told and base_of_third(told["verb"].lower()) and told["verb"].lower() not in ("is", "has"):
        text = text[told.end() :]
    lead = _SUBORDINATE.match(text)
    if lead and len(text[lead.end() :].split()) >= 4:
        text = text[lead.end() :]
    if "(" in low:
        text = _BRACKETS.sub(
            lambda found: found.group() if _NUMBER.search(found["inner"]) else "", text
        )
    if any(map(text.__contains__, _ASIDE_HAS)):
        text = _cut(_ASIDE, text, 0)
    hard = _IS_HARD.search(text)
    if hard and " " in text[: hard.start()] and not _FINITE.search(text[: hard.start()]):
        text = text[: hard.start()]
    for pattern in (_LEADS, _FREQUENCY):
        rest = pattern.sub("", text, count=1)
        if len(rest.split()) >= (1 if pattern is _FREQUENCY and _LETTER.search(rest) else 2):
            text = rest
    so = _SO_NOBODY.search(text) if " so " in low else None
    if so:
        text = text[so.end() :]
    if any(map(text.lower().__contains__, _JOINS)):
        text = _cut(_SECOND_CLAUSE, text, 3, whole=True)
    text = _cut(_PURPOSE, text, _SAYABLE)
    if len(text.split()) > _SAYABLE:
        one = _RELATIVE.search(text)
        two = _RELATIVE.search(text, one.end()) if one else None
        if two and not _NUMBER.search(text[two.start() :]):
            text = text[: two.start()]
    text = _TRAILING.sub("", text)
    return squeeze(text)


_LEFT_ADVERB = re.compile(r",?\s+(?:and\s+)?(?:\w{3,}ly|often|sometimes|always)$")
"""An adverb whose verb was cut off: "hard to see, frequently"."""


def _cut(pattern: re.Pattern[str], text: str, longer_than: int, *, whole: bool = False) -> str:
    """Cut a text at a pattern, unless too little stays or a number goes."""
    if len(text.split()) <= longer_than:
        return text
    for found in pattern.finditer(text):
        tail = text[found.start() :] if whole else found.group()
        head = text[: found.start()]
        after = "" if whole else text[found.end() :]
        if (
            _NUMBER.search(tail)
            or len(head.split()) < (2 if pattern is _ASIDE else 3)
            or head.count('"') % 2
        ):
            continue
        finite_after = _FINITE.search(tail) and not _FINITE.search(head)
        if pattern is _PURPOSE and finite_after and _SUBJECT_ALONE.match(head):
            continue
        return f"{head if after else _LEFT_ADVERB.sub('', head)}{after}".strip()
    return text


def keep_case(text: str) -> str:
    """
    Begin in lower case to stand inside a sentence, where the first word is no name.

    A word that no table knows, or that another capital follows, may be one.
    """
    first, _, rest = text.partition(" ")
    if not first[:1].isupper() or any(char.isupper() for char in first[1:]):
        return text
    if first in PROGRAMS or first in _products():
        return text
    if first in ("A", "I"):
        return "a" + text[1:] if first == "A" else text
    low = first.lower().replace("’", "'")
    found = look_up(low.split("'")[0].split("/")[0].strip(",;:"))
    parts = any(look_up(part).known for part in low.split("-")) if "-" in low else _compound(low)
    # A name seldom ends in "-s" before a verb that is no third person: "Rotas change".
    several = low.endswith("s") and look_up(rest.partition(" ")[0]).base
    small = low.split("'")[0] in _SMALL or low in _SMALL
    if not (found.known or parts or several or small or _ENDINGS.search(low)):
        return text
    if low in _OF_PLACES and rest[:1].isupper():
        return text
    words = [word for word in _WORD.findall(rest) if look_up(word.lower()).known]
    titled = [word[0].isupper() and not word[1:].isupper() for word in words if len(word) > 3]
    if titled and all(titled):
        return _title_case(text)
    following = rest.split(" ", 1)[0]
    name = following[:1].isupper() and following[1:].islower()
    if name and not (found.gerund or found.base or found.third or found.past):
        return text
    return low + text[len(first) :]


PROGRAMS = frozenset("Excel Outlook Slack Zoom".split())
"""With a capital these are software, though common words too."""


@cache
def _products() -> frozenset[str]:
    """Give the names of software of one word that no common word is: "Salesforce"."""
    names = load("technologies.toml")["products"]
    return frozenset(name for name in names if " " not in name and not look_up(name.lower()).known)


def _compound(word: str) -> bool:
    """Tell whether two known words make a noun that no table holds: "timesheets"."""
    return any(
        look_up(word[:cut]).noun and look_up(word[cut:]).noun for cut in range(3, len(word) - 3)
    )


_WORD = re.compile(r"[A-Za-z]+")
_ENDINGS = re.compile(r"(?:tion|tions|ment|ments|ness|ity|ance|ence|ship|ed|ing|ized|ised)$")
_OF_PLACES = frozenset(
    "united new north south east west great central middle european saudi".split()
)
_SMALL = frozenset(
    "the an any all each every no not some more most both their its his her this that these those "
    "of in on for with without from by at as into if when while where how why what which who or "
    "and "
    "too much many few several less fewer having being being anything everything something nothing "
    "one two three four five six seven eight nine ten twelve fifteen twenty another other someone "
    "somebody "
    "reps rep labs lab techs tech admins devs temps ops despite since because after before during "
    "until unless although though "
    "it they there he she can cannot can't don't doesn't isn't only never".split()
)


def _title_case(text: str) -> str:
    """Write a heading as running text: common words lose their capital."""
    return " ".join(
        word.lower() if look_up(word.lower().strip(",.")).known and not word[1:].isupper() else word
        for word in text.split(" ")
    )
