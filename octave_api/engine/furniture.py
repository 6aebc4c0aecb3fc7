"""
Lines that belong to the page and not to its subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.features import tokens

_FURNITURE_LENGTH = 400

_FURNITURE = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\b).*"
    r"|(?:last |date )?(?:updated|modified|published|edited|reviewed|posted)(?: on| at| "
    r"by)?\s*:?\s*"
    r"(?:\w+ ){0,3}\d{1,4}\b.*"
    r"|(?:skip|jump) to\b.{0,60}|back to (?:top|home|blog|all)\b.{0,30}"
    r"|(?:edit|improve|view|suggest edits? (?:to|on)|report an issue (?:with|on))\b"
    r".{0,20}\b(?:this page|this doc\w*|on git(?:hub|lab))\b.{0,30}|view (?:the |page )?source"
    r"|(?:table of )?contents|on this page|in this (?:article|section|page|guide)|(?:related|"
    r"recent|"
    r"popular) (?:posts|articles|pages|reading|resources|content)|further reading|see also"
    r"|(?:share|tweet|follow|like|pin|e-?mail) (?:this|us|on|via|it)\b.{0,40}"
    r"|subscribe\b.{0,80}|(?:sign|log) ?(?:up|in|out)\b.{0,50}|register now.{0,30}"
    r"|(?:join|get) (?:our|the) (?:newsletter|mailing list)\b.{0,60}"
    r"|(?:get started|start (?:your |a )?free|try (?:it|.{0,30} for) (?:free|now)|free trial|"
    r"(?:request|book|get|schedule|watch|see) (?:a |your |the )?(?:free |live |quick )?"
    r"(?:demo|trial|quote|call|meeting)|contact (?:us|sales|support)|talk to (?:us|sales|an "
    r"expert)|"
    r"get in touch|buy now|download now|learn more|read more|find out more|see more|show (?:more|"
    r"less)|"
    r"load more|view all|see all|explore more|click here)\b.{0,40}"
    r"|(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies?| preferences| settings)?"
    r"|(?:privacy|cookie) (?:policy|notice|settings|preferences)\b.{0,40}"
    r"|terms (?:of (?:use|service)|and conditions|& conditions)\b.{0,40}"
    r"|(?:[^.!?\n]{0,40}[·|•,–-]\s*)?\d+[ -]min(?:ute)?s?\.? read"
    r"|(?:previous|next|prev)(?: (?:page|post|article|chapter))?"
    r"|page \d+(?: of \d+)?|(?:home|start)(?: ?(?:[>»›/|\u2192]) "
    r"?[^>»›/|\u2192]{1,60})+"
    r"|(?:menu|search|close|toggle (?:navigation|menu)|home|open menu|loading|advertisement)\W*"
    r"|by [a-z][\w.'’-]+(?: [a-z][\w.'’-]+){0,2}(?:\W.{0,40}\d{4}.{0,20})?"
    r"|(?:image|photo|figure|fig\.?)\s?(?:credit|source|\d+)\b.{0,80}"
    r"|<\s*[^<>]*>|n/?a|tb[dac]|todo\b.*|coming soon\W*|lorem ipsum\b.*|(?:your|insert) [\w ]+ "
    r"here\W*"
    r"|(?:strictly )?(?:confidential|(?:for )?internal use(?: only)?)(?:\s?[-–—|.,:;/(].{0,60})?"
    r"|do not (?:distribute|forward|circulate)\b.{0,40}"
    r"|(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? "
    r"\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? "
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)"
    r",? (?:19|20)\d\d"
    r"|slide \d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
    r"|[^.!?]{3,60}[·|,–-]\s?(?:19|20)\d\d\s?[–-]\s?(?:present|now|today|(?:19|20)\d\d)"
    r"|(?:hi|hello|hey|dear)(?: \w+){0,3}[,!]\s?(?:thanks|thank you|third|just)\b.{0,80}"
    r"|[\w.+-]+@[\w-]+\.[\w.]+|(?:www\.)\S+",
    re.DOTALL,
)
"""In lower case."""
# Apart, because they may begin anywhere: most lines have neither word nor dots.
_OPENINGS = frozenset(
    "c copyright last date updated modified published edited reviewed posted skip jump back edit "
    "improve view suggest report table contents on in related recent popular further see share "
    "tweet follow like pin e email subscribe sign signup signin signout log logup login logout "
    "register join get start try free request book schedule watch contact talk buy download learn "
    "read find show load explore click accept reject manage allow decline privacy cookie terms "
    "previous next prev page home menu search close toggle open loading advertisement by image "
    "photo figure fig n na tbd tba tbc todo coming lorem your insert strictly confidential for "
    "internal do slide hi hello hey dear < www".split()
)
_NUMBER_OR_SIGN = re.compile(r"[\d@©<]")
"""Furniture that opens with none of the words has one of these."""
_COOKIES = re.compile(
    r".*\b(?:this (?:web)?site|we|our (?:web)?site|by continuing)\b.{0,80}\bcookies?\b.*"
    r"|(?:please )?(?:accept|allow|reject|manage)\b.{0,20}\bcookies?\b.{0,40}",
    re.IGNORECASE | re.DOTALL,
)
_RESERVED = re.compile(r"\ball rights reserved\b")
_LEADERS = re.compile(r".*\.{4,}\s*\d+", re.DOTALL)
_STAT = re.compile(
    r"[<>~+\u2212-]?\s?(?:[$\u20ac\u00a3]\s?\d[\d.,]*\s?(?:[kmb]|bn|mn|million|billion)?\+?|"
    r"\d[\d.,]*\s?(?:%|percent|x|\u00d7|[kmb]|bn|mn|h|hrs?|hours?|min(?:utes)?|days?|weeks?|"
    r"months?|years?|million|billion|/\s?\d+|\+)\+?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_LONGEST_CAPTION = 8
NAV = frozenset(
    "home about products product pricing blog contact careers login docs documentation support "
    "resources solutions company customers partners services news events faq help search menu "
    "platform features integrations community developers industries press shop store "
    "account".split()
)


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to its subject: menus, notices, calls to act."""
    return len(text) <= _FURNITURE_LENGTH and _is_furniture(text)


_COUNTS_OFF = re.compile(
    r"(?i)(?:top )?\d+ (?:\w+ ){0,2}?(?:steps?|ways|tips|reasons|signs|mistakes|trends|ideas"
    r"|strategies|best practices) (?:to|for|that|why|you|in|of)\b"
)
_ENTITLES = re.compile(
    rf"(?i)(?:what|why|how|when)\b|{_COUNTS_OFF.pattern[4:]}|.*(?:\?\s*$|\b(?:case stud(?:y|ies)"
    r"|(?:customer|success) stor(?:y|ies)|webinar|white ?paper|e-?book|blog|newsletter|guide)\b)"
)


def counts_off(text: str) -> bool:
    """Whether a line is the headline of a list: "5 steps to fuller chairs"."""
    return text[:1] in "123456789Tt" and _COUNTS_OFF.match(text) is not None


def entitles_a_page(text: str) -> bool:
    """Whether a heading asks, or names a page that explains or tells: "Retail case study"."""
    return _ENTITLES.match(text) is not None


def is_stat(text: str) -> bool:
    """Whether a block is one figure in large type ("4.2 h", "98 %"), as pages boast with it."""
    return len(text) <= 20 and bool(_STAT.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a block is short enough to be the words under such a figure."""
    return len(text.split()) <= _LONGEST_CAPTION and text[-1:] not in ".?!:"


@lru_cache(maxsize=4096)
def _is_furniture(text: str) -> bool:
    lowered, told = text.lower(), tokens(text)
    opens = not _OPENINGS.isdisjoint(told[:1]) or _NUMBER_OR_SIGN.search(lowered)
    if (
        (opens and _FURNITURE.fullmatch(lowered))
        or ("all rights" in lowered and _RESERVED.search(lowered))
        or ("cookie" in lowered and _COOKIES.fullmatch(text))
        or ("...." in text and _LEADERS.fullmatch(text))
    ):
        return True
    if NAV.isdisjoint(told):
        return False
    words = _WORD.findall(lowered)
    return len(words) >= 4 and sum(map(NAV.__contains__, words)) * 10 >= len(words) * 6
