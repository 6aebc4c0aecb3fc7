"""
Lines that are no claim about buyers: about the page, to the seller's people, or half a thought.
"""

from __future__ import annotations

import re

from octave_api.engine.draft import Statement
from octave_api.engine.features import tokens
from octave_api.engine.furniture import counts_off

_OF_DOCUMENT = re.compile(
    r"(?i)\b(?:this|the (?:following|next|previous|above|present)|these|our) (?:\w+ )?"
    r"(?:documents?|pages?|sections?|articles?|posts?|guides?|chapters?|templates?|playbooks?|"
    r"handbooks?|decks?|slides?|white ?papers?|e-?books?|surveys?|interviews?|"
    r"profiles? (?:describes?|is|are|was|were)|lists? (?:is|are)|tables? (?:below|above|shows?)|"
    r"personas? (?:is|are|was|were|do|does) (?:not |based|meant|an?\b|example|fictional|derived|"
    r"intended)|reports? (?:describes?|explores?|shows?))\b|"
    r"\b(?:see|described|listed|shown|defined|mentioned|outlined|explained|suggested) "
    r"(?:above|below|here|further (?:up|down)|earlier|later)\b|\bout of scope\b|"
    r"\bsee (?:also|the|our) \w+ (?:page|section|document|table|handbook|template|issue)\b|"
    r"^(?:for example|e\.g\.|for instance|note that|please note|nb)\b|"
    r"\bwe (?:interviewed|surveyed|conducted|spoke (?:to|with)|talked (?:to|with)|use the term|"
    r"define|call (?:this|these|them)|describe|refer to)\b|\bthe purpose of this\b|"
    r"\b(?:last|first) (?:updated|published|edited)\b|\bas opposed to personas?\b"
)
_DEFINES = re.compile(
    r"(?i)(?:an?|the|our|your) (?:good |strong |clear )?(?:ideal customer profiles?|ICPs?"
    r"|(?:buyer |user |customer |marketing )?personas?|target (?:markets?|audiences?)"
    r"|customer segments?)(?: \([^)]{2,12}\))? (?:(?:outlines?|describes?|defines?|refers?"
    r"|represents?|helps?|captures?|means|tells)\b"
    r"|(?:is|are) (?:how\b|(?:an? |the )(?:[\w-]+,? ){0,4}"
    r"(?:description|profile|outline|definition|summary|representation|tool|framework|document"
    r"|picture|portrait|view|blueprint|shared)\b))"
)
"""What the word means is nothing of these buyers: "An ICP is a detailed description of …"."""
_PARTS = frozenset(
    "document documents page pages section sections article articles post posts guide guides "
    "chapter chapters template templates playbook playbooks handbook handbooks deck decks slide "
    "slides whitepaper whitepapers paper papers ebook ebooks book books survey surveys interview "
    "interviews profile profiles list lists table tables persona personas report reports "
    "issue".split()
)
_THESE = frozenset("this the these our see".split())
_PLACES = frozenset("above below here further earlier later".split())
_TOLD = frozenset(
    "see described listed shown defined mentioned outlined explained suggested".split()
)
_OF_READING = frozenset("scope purpose updated published edited opposed".split())
_WE_DID = frozenset(
    "interviewed surveyed conducted spoke talked term define call describe refer".split()
)
_OF_PAGES = _PARTS | _PLACES | _OF_READING | _WE_DID
_AT_START = frozenset("for e note please nb".split())
_SHORT = 1000
"""Of longer lines not all words are cut."""
_POINTS_BACK = re.compile(
    r"(?i)^(?:(?:maybe|perhaps) (?:it|they|that)|each (?:one|of (?:them|these|those))"
    r"|(?:all|both|most|some|none|any) of (?:them|these|those))\b"
    r"|^.{0,60}\b(?:all|each|both|most|none|any) of (?:these|those)\b"
)
_LEANS_BACK = re.compile(
    r"(?i)^(?:this|these|that|those|such|it|there|here|however|instead|therefore|thus|hence|so|"
    r"then|also|but|and|or|otherwise|similarly|likewise|in (?:this|that|such|these) |"
    r"as (?:such|a result)|\w+(?: \w+)? (?:that|who|which) \w+ (?:them|these|those)|"
    r"(?:beyond|above|after|apart from|on top of|"
    r"besides|because of) (?:that|this)|generally speaking|the (?:former|latter|same))\b"
    r"(?!['’]s (?:hard|difficult|too|so)|"
    r" (?:is|can be) (?:hard|difficult|too|so|challenging|frustrating)|"
    r" (?:person|role|persona|position|buyer|team|group|leader|manager|user|title|takes|means)\b)"
)
_TO_SELLERS = re.compile(
    r"\b(?:SDR|BDR|SAE|CSM|ISR|AE)s?\b|"
    r"\b(?i:sales (?:plays?|reps?|will|should|to)|this play|(?:the|a) recipe|"
    r"e-?mail (?:templates?|sequences?|campaigns?)|upvote|familiari[sz]e yourself|"
    r"(?:target|contact) lists?|cadence|landed accounts|inbound (?:responses|contacts)|"
    r"active outreach|email inbox|next e-?mail|sales stage|sfdc|the crm|this flow|the flow is|"
    r"you(?:['’]re| are) (?:probably )?speaking (?:with|to))\b|^(?i:please)\b"
)
_TO_SELLERS_HAS = frozenset(
    "sdr sdrs bdr bdrs sae saes csm csms isr isrs ae aes sales play recipe mail email templates "
    "template sequence sequences campaign campaigns upvote familiarise familiarize list lists "
    "cadence landed inbound outreach inbox sfdc crm flow speaking please".split()
)
_MAIL = re.compile(r"(?i)(?:subject|offer)(?: line)?(?: \d+)?")
_PART_OF_MORE = re.compile(
    r"^\(.*\)$|^(?:And|But|So|Or) (?i:it|this|that|then|they|he|she|we|i|you|these|those|there|if|"
    r"when|not|so|also|is|are|for|to|in|of)\b|^[Tt]hen (?!they|the|it)|"
    r"(?i:\bthe following\b[^:]*$)|"
    r"^(?:This|That|These|Those) (?:will|would|is|are|allows?|means|requires?|opens?|leads?) "
    r"(?!an? (?:problem|challenge|pain|obstacle))"
)


_RECORD = re.compile(
    r"(?i)(?:[\w/&'’-]+ ){0,3}?(?:interviews?|calls?|survey|transcript|notes?|recap|summary|voice"
    r" of (?:the )?customer|win/loss|debrief|panel|highlights|feedback"
    r"|testimonials|verbatims?|quotes)\b"
    r"(?!.*\b(?:is|are|was|were|has|have|had|said|told|wants?|needs?|says|do|does|can)\b)"
)
"""The first line of a record, which says what it is: "Interview highlights - branch managers"."""
_RECORDS = frozenset(
    "interview interviews call calls survey transcript note notes recap summary voice win debrief "
    "panel testimonials highlights feedback verbatim verbatims quotes".split()
)


_ANY_PRODUCT = re.compile(
    r"(?i)any ?(?:thing|tool|system|software|product|app) (?:(?:that|which) (?:needs|takes|requires"
    r"|means|has to|runs|asks|forces|costs|sends|stores|isn['’]t|doesn['’]t)|hosted|cloud-based"
    r"|needing|requiring|without an?|they (?:have|need) to|(?:the|their|our) [\w ]{2,20} (?:have"
    r"|need) to)\b"
)


def of_any_product(text: str) -> bool:
    """Tell whether a line says what its buyer takes from nobody: "anything that needs a PC"."""
    return text[:3].lower() == "any" and _ANY_PRODUCT.match(text) is not None


def heads_record(statement: Statement) -> bool:
    """Tell whether a line only says of what kind of record it is the first."""
    text = statement.text
    if len(text) > _LONGEST_HEAD or text[-1:] in ".?!":
        return False
    return not _RECORDS.isdisjoint(tokens(text)[:6]) and bool(_RECORD.match(text))


_LONGEST_HEAD = 160


def speaks_of_page(text: str) -> bool:
    """Tell whether a line is about the page itself, how it was made or how to read it."""
    if _DEFINES.match(text) or counts_off(text):
        return True
    return _may_speak(text) and bool(_OF_DOCUMENT.search(text))


def _may_speak(text: str) -> bool:
    """Tell whether a line has the words that all finds of `_OF_DOCUMENT` have."""
    words = tokens(text)
    if len(text) > _SHORT or not _AT_START.isdisjoint(words[:1]):
        return True
    return not _OF_PAGES.isdisjoint(words) and (
        not _OF_READING.isdisjoint(words)
        or ("we" in words and not _WE_DID.isdisjoint(words))
        or not (_PARTS.isdisjoint(words) or _THESE.isdisjoint(words))
        or not (_PLACES.isdisjoint(words) or _TOLD.isdisjoint(words))
    )


def leans_back(text: str) -> bool:
    """Tell whether a sentence needs the one before it to be understood."""
    return bool(_LEANS_BACK.match(text))


_ENDS_WITH_IT = re.compile(r" (?:it|them)[ .!]*$")
_SHORT_ONE, _FEW_WORDS = 40, 3
"""A sentence of so many more words that ends with "it" says nothing alone: "Nobody used it"."""


def points_back(text: str) -> bool:
    """Tell whether a sentence speaks of what an earlier one lists: "all of these tasks"."""
    if len(text) < _SHORT_ONE and text.count(" ") <= _FEW_WORDS and _ENDS_WITH_IT.search(text):
        return True
    may = " of th" in text or text.startswith(("Each one", "Maybe", "Perhaps"))
    return may and _POINTS_BACK.search(text) is not None


def is_part_of_more(text: str) -> bool:
    """Tell whether a sentence is a remark in brackets, leads in, or points at the one before."""
    return _may_be_part(text) and _PART_OF_MORE.search(text) is not None


def _may_be_part(text: str) -> bool:
    """Tell whether a line begins as most finds of the pattern do, or has the others' word."""
    return text[:1] in "(ABSOTt" or "following" in text.lower()


def advises_sellers(text: str, heading: str) -> bool:
    """Tell whether a line tells the seller's own people what to do or to write."""
    told = _may(text, _TO_SELLERS_HAS) and _TO_SELLERS.search(text)
    return bool(told or _MAIL.fullmatch(heading.strip()))


def _may(text: str, words: frozenset[str]) -> bool:
    """Tell whether a line has one of the words that all finds of a pattern have."""
    return len(text) > _SHORT or not words.isdisjoint(tokens(text))
