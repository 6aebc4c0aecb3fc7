"""
A pain named by a noun phrase, asked about: a lack, a law, a trend, things left undone.
"""

from __future__ import annotations

import re

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE, Phrase
from octave_api.engine.said import LACK, NO, Said, ask, to_you, with_article
from octave_api.engine.wording import lower_first

_TOO = re.compile(
    r"(?i)^(?:too (?:many|much|few|little)|lots of|a lot of|fewer|limited|many|several"
    r"|multiple)\s\S"
)
_TROUBLE = re.compile(
    r"(?i)^(?:difficult(?:y|ies)|trouble|problems?|issues|challenges|concerns) (?=\w+ing\b"
    r"|with\b|in\b)"
)
_CLUE = re.compile(r"(?i)^no (?:\w+ )?(?:idea|clue|say|choice|way|chance)\b")
_NEED = re.compile(r"(?i)^(?:the |a )?(?:need|pressure|desire|obligation) (?P<to>to \S.+)$")
_UNABLE = re.compile(r"(?i)^(?:the |an )?inability (?P<to>to \S.+)$")
_FEAR = re.compile(r"(?i)^(?:the )?(?:fears?|risk|worry|concern) (?:of|about|that) (?P<what>\S.+)$")
_WISHED = re.compile(
    r"(?i)^(?:an? )?(?:easy|easier|better|faster|simpler|simple|quick|quicker) (?!said)\S"
)
_HAVE_TO = re.compile(r"(?i)\bto have to\b")
_PEOPLE_WHO = re.compile(r"(?i)^(?:[\w-]+ ){1,6}?who\b")
_LAW = re.compile(
    r"(?:(?:the )?(?:GDPR|HIPAA|CCPA|CPRA|FERPA|COPPA|GLBA|SOX|Sarbanes[- ]Oxley|FedRAMP|CMMC|NIST"
    r"(?: [\d-]+)?|PCI(?:[ -]DSS)?|SOC ?[12]|ISO ?\d{4,5}|HITRUST|PSD2|NIS ?2|DORA|MiFID(?: II)?"
    r"|Basel (?:II|III|IV)|Solvency II|IFRS(?: \d+)?|GAAP|CSRD|ESG|REACH|RoHS|HACCP|FSMA|BRCGS|BRC"
    r"|GxP|GMP|GDP|OSHA|FINRA|AML|KYC|MDR|ADA|FLSA|FMLA|COSHH|CDM|RIDDOR|CQC|Ofsted|MTD|IR35"
    r"|AS ?9100|IATF ?16949|DSGVO))"
    r"(?:(?:/|,| and | & | or )(?:GDPR|HIPAA|CCPA|SOX|PCI(?:[ -]DSS)?|SOC ?2|ISO ?\d{4,5}|AML|KYC"
    r"|PSD2|NIS ?2|DORA|ADA))*"
    r"(?P<rest>(?: (?:compliance|rules?|regulations?|requirements?|standards?|law|laws))?)$"
)
"""Rules that bind a trade, by name: they are kept, not struggled with."""
_TREND = re.compile(
    r"(?i)^(?:[\w/&-]+ ){0,3}?(?:as a service|transformation|migration|moderni[sz]ation"
    r"|consolidation|adoption|digitali[sz]ation|digiti[sz]ation|electrification|automation)$"
    r"|^(?:AI|IoT|IIoT|5G|big data|(?:generative|agentic) AI|machine learning|industry 4\.0"
    r"|the cloud|cloud|electric vehicles|autonomous (?:driving|vehicles)|connected cars"
    r"|net zero|sustainability|open banking)$"
)
"""What a trade works on; as a problem it would be odd."""
_LABEL = re.compile(
    r"(?i)^(?:(?:data|facts?|figures?|overview|details?|background|notes?|misc(?:ellaneous)?|other"
    r"|general|info(?:rmation)?|pains?|problems?|challenges?|issues?|context|summary|examples?"
    r"|numbers)(?: (?:and|&) |$))+(?:\w+)?$"
)
"""A heading that strayed into a list."""


def named(line: str) -> Said | None:
    """Ask about a law or a trend that a line only names; None where it says more."""
    text = line.strip(" .")
    if len(text.split()) > _SHORT:
        return None
    if _LABEL.match(text):
        return Said(ask(f"Do they struggle with {text}"), 0.0)
    law = _LAW.match(text)
    if law is not None:
        rule = text[: law.start("rest")] if law["rest"] == " compliance" else text
        return Said(
            ask(f"Do they have to comply with {rule}"),
            SURE,
            f"How do you comply with {rule} today?",
        )
    if _TREND.match(text):
        what = text if text.isupper() else lower_first(text)
        what = what.replace("as a Service", "as a service")
        return Said(ask(f"Are they working on {what}"), SURE, f"Where do you stand with {what}?")
    return None


_SHORT = 6


def trouble(found: Phrase) -> Said:
    """Ask about a problem named by a noun phrase."""
    text, sure = found.text, found.sure
    aloud = to_you(f"What do you do today about {found.named}?")
    if _HAVE_TO.search(text) or (_PEOPLE_WHO.match(text) and not NO.match(text)):
        sure = min(sure, 0.5)
    if _CLUE.match(text):
        return Said(ask(f"Do they have {text}"), sure, "")
    lack = LACK.match(text) or NO.match(text)
    if lack:
        what = with_article(lack["what"])
        return Said(ask(f"Do they lack {what}"), sure, to_you(f"How do you manage without {what}?"))
    for pattern, frame in ((_NEED, "Do they need"), (_UNABLE, "Are they unable")):
        if matched := pattern.match(text):
            return Said(
                ask(f"{frame} {matched['to']}"),
                sure,
                to_you(ask(f"{frame} {matched['to']}").replace("they", "you")),
            )
    if matched := _FEAR.match(text):
        return Said(ask(f"Do they worry about {matched['what']}"), min(sure, 0.7), aloud)
    if _TROUBLE.match(text) or (_TOO.match(text) and found.plural):
        return Said(ask(f"Do they have {text}"), sure, to_you(f"Do you have {text}?"))
    if _WISHED.match(text):
        return Said(ask(f"Are they looking for {found.named}"), min(sure, 0.7))
    if found.plural is None:
        return Said(ask(f"Do they struggle with {text}"), sure, aloud)
    be = "Are" if found.plural else "Is"
    return Said(ask(f"{be} {found.named} a problem for them"), sure, aloud)


_BADLY = (
    r"(?:by (?:hand|eye"
    r"|phone|fax|post|e-?mail|whatsapp|word of mouth)|manually|from memory|unnoticed"
    r"|on (?:paper|cards|post-its|gut feel(?:ing)?|(?:a |the )?whiteboards?)"
    r"|in (?:\w+ )?(?:spreadsheets?|excel|word|silos|inboxes|binders|folders|notebooks|e-?mails?)"
    r"|(?:too )?late|(?:an?|\w+) (?:\w+ )?later"
    r"|twice|after the fact|across|over (?:\w+ )?(?:systems|tools|sheets|sites)"
    r"|from \S+(?: \S+)? (?:in)?to|into|without|at month[- ]end|only (?:at|when|after|once|by))"
)
_LEFT = re.compile(
    r"(?i)^(?P<what>(?:[\w'’/-]+ ){1,4}?)(?P<how>(?:still|never|always|often|usually) "
    r"(?:on|in|by|at|[a-z-]+ed|done|kept|run|sent|held|taken|made|too late|late|wrong|missing|"
    r"incomplete|empty|full|down|out of)\b[^,;]*|"
    r"[\w-]+ed (?=[^,;]*\b(?:twice|every|daily|weekly|again|times|but never|but not)\b)[^,;]*|"
    r"(?!based|caused|needed|related|used|required|imposed)(?:[\w-]{3,}ed|done|kept|run|sent|held"
    r"|taken|made|written|read|lost|found|sold|paid|built|spread|stuck|typed|drawn|split)"
    rf"(?: (?:on|up|in|out|back|over|around|down|off))? {_BADLY}(?!\w)[^,;]*)"
    r"(?:, [a-z][^,;]{0,40}){0,2}$"
)
"""How things are left, in the words of a note: "logs still on paper", "meters read by hand"."""
_NO_RECORD = re.compile(
    r"(?i)^no (?P<what>(?!idea\b|clue\b|way\b)[\w-]+) (?P<of>(?:of|on|about|for) "
    r"(?:what|who|which|how|where|when)\b[^,;]+)$"
)
"""What is not kept: "No history of what was repaired"."""
_COSTS = re.compile(
    r"(?i)^(?P<what>(?!it\b|they\b|that\b)(?:[\w'’/-]+ ){1,5}?)"
    r"(?P<does>costs?|takes?|eats?|lasts?) "
    r"(?P<rest>(?:us |them |up |over |about |around |at least |more than |up to )*"
    r"(?:[$€£]?\d|(?:half|double|two|three|four|hours|days|weeks|a (?:day|week|fortune))\b).*)$"
)
"""What something costs: "No-shows cost $300 a slot"."""
_COSTING = (" cost", " take", " eat", " last")
_FINITE = re.compile(r"(?i)\b(?:is|are|was|were|has|have|do|does|can|will|gets?|being)\b")


def left(line: str) -> Said | None:
    """Ask whether things are left as a note says: "Are logs still on paper?"."""
    if _CLUE.match(line):
        return Said(ask(f"Do they have {lower_first(line)}"), SURE, "")
    low = line.lower()
    if low.startswith("no ") and (unknown := _NO_RECORD.match(line)):
        what = with_article(unknown["what"])
        return Said(ask(f"Do they lack {what} {unknown['of']}"), SURE)
    if any(map(low.__contains__, _COSTING)) and (costs := _COSTS.match(line)):
        does = costs["does"].lower()
        base = does.removesuffix("s")
        what = lower_first(costs["what"].strip())
        start = "Does" if does != base else "Do"
        said = f"{start} {what} {base} {costs['rest']}"
        return None if _FINITE.search(costs["what"]) else Said(ask(said), SURE, to_you(f"{said}?"))
    found = _LEFT.match(line)
    if found is None or _FINITE.search(found["what"]):
        return None
    what, last = lower_first(found["what"].strip()), look_up(found["what"].split()[-1].lower())
    end = found["what"].split()[-1]
    many = last.plural or last.third or (not last.known and end.endswith("s"))
    if not (last.noun or many) or what.split()[0] in ("no", "not", "too"):
        return None
    state = f"{'Are' if many else 'Is'} {what} {found['how']}"
    return Said(ask(state), SURE, to_you(f"{state}?"))
