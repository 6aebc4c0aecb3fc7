"""
Page talk: lines of a seller's page that boast, give news, set terms or call the visitor to act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.voice import CALL_TO_ACT

_OWN = re.compile(
    r"(?i)(?:(?:our|the|meet (?:the|our)) )?(?:(?:leadership|management|executive"
    r"|founding)(?: team)?|team|people|founders?|board(?: of directors)?|advis[eo]rs|investors"
    r"|backed by|offices|values|mission|vision|story|purpose|beliefs|what we (?:believe|stand for)"
    r"|join us|careers|in the (?:news|press)|press|awards"
    r"|(?:(?:our|the|some|a few) )?(?:numbers|figures|facts)(?: (?:we are proud of|and figures"
    r"|at a glance|so far))?|[\w-]+ (?:by the|in) numbers|by the numbers|about us"
    r"|who we are|work with us|[A-Z]\w+ (?:today|at a glance))"
)
"""A heading over the seller's own people, history or beliefs."""

_BOAST = re.compile(
    r"(?i)^(?:trusted|loved|used|chosen|backed|rated|ranked|recogni[sz]ed|as seen|featured|"
    r"join|proudly|named|award|since \d{4}|over \d|more than \d|\d[\d,.]*(?:\+|%)? (?:of|"
    r"customers|teams|"
    r"companies|users))\b"
)
_NEWS = re.compile(
    r"(?i)\b(?:is proud to|(?:pleased|excited|thrilled|delighted) to|joining forces|"
    r"partner(?:ed|s|ing) "
    r"with|partnership with|(?:achieved|received|awarded|earned) .{0,40}(?:certif|award)\w*|"
    r"is active in|announce[sd]?|is a trading name of|registered (?:in|office|company)|"
    r"(?:company|VAT) (?:no|number|registration)|(?:was )?founded (?:in|by)|"
    r"open (?:roles|positions)|vacancies)\b"
    r"|^(?i:we) (?:started|founded|launched|began|set up) .{2,40} (?:in \d{4}|after|because)\b"
    r"|^(?i:meet (?:the|our) (?:people|team|customers))\b"
    r"|(?i:\b(?:on|at|call|ring|phone|tel))\W+\+?\d[\d ()-]{7,}"
)
_TERMS = re.compile(
    r"(?i)^(?:hear (?:it |more )?from|"
    r"no (?:credit card|commitment|contract|obligation|setup|change to)|cancel any ?time|"
    r"prices? |free for|live in|from [€$£]|[€$£]\s?\d|all plans|billed|everything in|custom$|"
    r"no .{0,20}required|by (?:submitting|signing|clicking|continuing)|follow us|call us|"
    r"visit us|join us|email us|write to us|see .{2,40} (?:with|in) your own|start today|"
    r"check out|meet us|register|download|watch|read (?:the|our|how|more)|explore (?:our|the|all)|"
    r"discover (?:our|the|how)|see (?:how|all|our|it|why)|find out|get the (?:guide|report|"
    r"e-?book)|"
    r"talk to|speak to|let['’]s talk|start free|upgrade|this (?:white ?paper|guide|webinar|"
    r"e-?book))"
)


def is_page_talk(text: str) -> bool:
    """Tell whether a line boasts, sets terms or calls the visitor to act."""
    return bool(
        _BOAST.match(text)
        or _TERMS.match(text)
        or _NEWS.search(text)
        or CALL_TO_ACT.search(text.lower())
    )


def is_of_seller(headings: Sequence[str]) -> bool:
    """Tell whether a line stands where a page tells of its own people, history or beliefs."""
    if not headings or _OWN.fullmatch(headings[-1]):
        return bool(headings)
    # Below "Leadership" each name may be a heading of its own.
    named = all(word[:1].isupper() for word in headings[-1].split())
    return named and any(map(_OWN.fullmatch, headings[-2:-1]))
