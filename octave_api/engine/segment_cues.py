"""
Sentences on a market that say what they are by words that mean little else.

For notes, mails and rambling pages, where no heading speaks and the model alone is unsure.
"""

from __future__ import annotations

import re

from octave_api.engine.features import tokens
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.told_profiles import profile_told

_LEANS = re.compile(r"(?i)(?:that|this|it|which)\b")
_WANT = re.compile(
    r"(?i)^(?:(?:this|next) year,? |right now,? |all of them |most of them |most )?"
    r"(?:they(?: all)?|these (?:companies|firms|teams|people)|(?:the )?(?:owners|boards|managers"
    r"|customers"
    r"|buyers|prospects|companies))(?:['’]re| are)? "
    r"(?:(?:all|mostly|mainly|really|usually|now|also|currently) )?"
    r"(?:want(?:s|ed)? to|plan(?:s|ning)? to|try(?:ing)? to|aim(?:s|ing)? to|hope to|looking to"
    r"|working on"
    r"|care (?:most |mainly |mostly |only )?about|focus(?:ed)? on|under pressure to"
    r"|prioriti[sz]e)\s"
    r"|^(?:their|the|our) (?:\w+ )?(?:priority|priorities|goals?|focus|agenda|aims?) (?:is|are"
    r"|this year)\b"
    r"|\b(?:is|are|sits?|ranks?) (?:very )?(?:high|top|first|on top) (?:on|of) (?:their|the|every) "
    r"(?:list|agenda)\b"
)
_HOW_THEY_BUY = re.compile(
    r"(?i)^(?:they|these companies|most|customers) (?:will not|won['’]t|do not|don['’]t|never"
    r"|only|rarely|hardly"
    r"|usually|always)? ?(?:come|buy|sign|switch|move|pay|decide|order|budget|renew) "
    r"(?:if|unless|until|when|once|only|before|after|in|through|via|without|from|by|fast|slowly|late)\b"
    r"|\b(?:has|have) the (?:final|last) (?:say|word)\b|\b(?:has|have|needs?) to (?:agree"
    r"|approve|sign off)\b"
    r"|\b(?:holds|owns|controls) the (?:budget|purse)\b|\bsign(?:s|ed)? off on\b"
    r"|\b(?:sales|buying|purchase|procurement) (?:cycles?|process(?:es)?) (?:is|are|takes?"
    r"|lasts?|runs?)\b"
    r"|\b(?:budgets?|contracts?|tenders?) (?:is|are|gets?) (?:set|decided|fixed|planned|signed"
    r"|renewed|frozen"
    r"|approved|closed|due)\b"
    r"|^(?!(?:if|when|once|while|as|because|someone|somebody|nobody)\b)(?:[\w -]{3,40}, )?"
    r"(?:the |a |an )?(?:[\w-]+ ){1,4}"
    r"(?:decides|signs(?! up\b)|pays|approves|pushes it|pushes for it|runs the trial"
    r"|blocks it|can (?:kill|block|veto) it)\b"
    r"|^(?:they|buyers|customers|everybody) (?:will |always |usually |all )?(?:asks?"
    r"|insists?) (?:for|about|on)\b"
    r"|^(?:they|owners|buyers) (?:only )?(?:trust|listen to|follow) \w"
    r"|\b(?:is|are) the one(?:s)? who (?:push|pay|decide|sign|approve|block)\w*\b"
)
_HOW_TO_WIN = re.compile(
    r"(?i)^(?:we|i) (?:usually |always |mostly |only )?(?:win|won|close|get in|open|succeed) "
    r"(?:when|by|if|with|because|where|through)\b"
    r"|^(?:the |our |my )?(?:best |easiest |usual |only )?(?:way in|door opener|opener"
    r"|opening line|hook|angle|pitch)"
    r"(?: (?:that|which) (?:works|worked|opens doors))? ?(?:is|was|:)"
    r"|^what (?:works|worked)(?: best| well| here)?(?: is| was|:)"
    r"|^(?:always |just |so |better |best to )?(?:lead|open|start|begin) (?:with|by|from)\s"
    r"|\bopens? (?:the|every) doors?\b"
)


_DECIDES = re.compile(r"\b(?:decides|approves|confirms|signs|agrees)\b")
_HURTS = re.compile(
    r"(?i)\b(?:by hand|(?:on|from|in) paper|in (?:a |the )?(?:notebooks?|binders?|filing cabinets?)"
    r"|typed (?:in )?(?:twice|again)|by fax|on a whiteboard|gets? lost|goes? missing"
    r"|nobody (?:knows|sees|notices)|written off|(?:is|are) short of"
    r"|waits? (?:an?|two|three|four|five|\d+) (?:days?|weeks?|hours?|months?)"
    r"|^they (?:all )?(?:complain|moan|struggle|suffer)"
    r"|^they (?:still )?(?:lose|waste|throw away|miss|run out of)|comes? (?:back )?too late)\b"
)
"""What goes wrong in the day of a trade, by words that hardly mean anything else."""
_MENDED = re.compile(
    r"(?i)\b(?:so that|so they|don['’]t|doesn['’]t|do not|never|no longer|without|avoid|prevent"
    r"|instead of|no more|stop|end|save)\b"
)
_HURTING = (
    "hand", "paper", "notebook", "binder", "cabinet", "typed", "fax", "board", "lost", "missing",
    "omplain", "moan", "truggle", "suffer", "obody", "off", "short", "wait", "lose", "waste",
    "throw", "miss", "run out", "late",
)  # fmt: skip
_WORDS = frozenset(
    "want wants wanted plan plans planning try trying aim aims aiming hope looking working care "
    "focus focused pressure prioritise prioritize priority priorities goal goals agenda list buy "
    "come "
    "sign switch move pay decide order budget renew say word agree approve holds owns controls "
    "signs signed cycle cycles process processes budgets contract contracts tender tenders decides "
    "pays approves pushes runs blocks ask asks insist insists push block win won close get open "
    "succeed way opener opening hook angle pitch works worked lead start begin opens door "
    "doors trust listen follow kill veto decided approved blocked pushed paid".split()
)
"""One of these is in every sentence that one of the patterns finds; most have none."""


_LONGEST_OF_PLACES, _MOST_WORDS = 80, 14
_BESIDE_PLACES = frozenset(
    "first later then next only mainly mostly and the in of plus also maybe now today for start "
    "with cover not but or focus on everywhere else no nothing outside region regions".split()
)


_FEW = 6


def _names_places(text: str) -> bool:
    """Tell whether a line is nothing but places and their order: "Norway first, Sweden later"."""
    told = tokens(text)
    if len(told) > _MOST_WORDS or _BESIDE_PLACES.isdisjoint(told):
        return False
    low = (word.strip(",.;:()") for word in text.split())
    if len(told) > _FEW and any(word.islower() and word not in _BESIDE_PLACES for word in low):
        return False
    places = [one for one in find_firmographics(text) if one.key == "geography"]
    if not places:
        return False
    rest = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(one.end for one in places)],
            [*(one.start for one in places), len(text)],
            strict=True,
        )
    )
    return all(word in _BESIDE_PLACES for word in tokens(rest) if word.isalpha())


_BUYS = re.compile(
    r"\bdecisions? (?:sits?|lies?|rests?|is made|are made|is taken|stays?) (?:with|by|in)\b|"
    r"\b(?:deals?|sales cycles?|decisions?|purchases) (?:usually |typically |often )?"
    r"(?:takes?|lasts?|needs?|closes?)\b|\b(?:owners?|boards?|councils?|c[efot]o|cio|committee|"
    r"procurement|head office|buying group|partners) (?:alone |usually |always )?"
    r"(?:decides?|signs?|approves?|chooses?)\b|"
    r"\bthey buy (?:fast|slowly|quickly|in|through|once|only)\b"
)


def tells_who_buys(text: str) -> bool:
    """Tell whether a sentence says how a market decides, or who signs there."""
    return "?" not in text and _BUYS.search(text.lower()) is not None


def segment_cue(text: str) -> tuple[str, str] | None:
    """Give the field that a sentence without a heading is surely of, and by what rule."""
    if "?" in text:
        return None
    if len(text) <= _LONGEST_OF_PLACES and _names_places(text):
        return "firmographics", "it says where they are"
    if profile_told(text) is not None:
        return "firmographics", "it says with whom the seller does well"
    hurts = ". " not in text and any(word in text for word in _HURTING)
    if hurts and _HURTS.search(text) and not (_WANT.search(text) or _MENDED.search(text)):
        return "painPoints", "it says what goes wrong in their day"
    if _WORDS.isdisjoint(tokens(text)) or _LEANS.match(text):
        return None
    if _HOW_TO_WIN.search(text) and not _DECIDES.search(text):
        return "uniqueApproach", "it says how they are won"
    if _HOW_THEY_BUY.search(text):
        return "keyConsiderations", "it says how they decide or buy"
    if _WANT.search(text):
        return "keyPriorities", "it says what they want"
    return None
