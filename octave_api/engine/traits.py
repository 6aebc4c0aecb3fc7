"""Find how a company sells and how big or young it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Key = Literal["businessModel", "stage", "technology"]


@dataclass(frozen=True, slots=True)
class Trait:
    """A trait that was read, with its span."""

    key: Key
    value: str
    start: int
    end: int


_COMPANIES = (
    r"(?:compan(?:y|ies)|business(?:es)?|firms?|brands?|start-?ups?|scale-?ups?|vendors?"
    r"|customers?|clients?|accounts?|organi[sz]ations?|orgs?"
    r"|buyers?|prospects?|segments?|markets?|models?|sellers?|merchants?|retailers?"
    r"|manufacturers?|retail|manufacturing|operators?|founders?|corporations?"
    r"|providers?|groups|insurers?|banks?|technology\s+companies|software\s+(?:companies|vendors)"
    r"|tech\s+(?:companies|firms)|SaaS|B2B|e-?commerce\s+(?:brands|companies)|agencies"
    r"|IT\s+(?:organi[sz]ations|departments)|distributors?|enterprises?|platforms)"
)
_NEXT = rf"(?=[\s-]+(?:(?:and|or|/|to)\s+[\w-]+\s+)?(?:\w+\s)?{_COMPANIES}\b)"
_END = r"(?=\s*(?:$|[,;:.)|/!?\n]|and\b|or\b|with\b|that\b|who\b|in\b|\())"
_SELL_TO = (
    r"(?<=\bto )|(?<=\bfor )|(?<=\bwith )|(?<=\bserve )|(?<=\btarget )|(?<=\bserving )"
    r"|(?<=\bsmall )|(?<=\btargeting )|(?<=\band )|(?<=\bEuropean )|(?<=\blocal )"
)

# Each value with a few letters that any saying of it contains (so that most sentences are passed
# over quickly), the pattern that says it anywhere, and the one that needs a heading or to be the
# whole of an item.
_MODELS: tuple[tuple[str, str, str, str], ...] = (
    ("B2B2C", "b2b2c", r"\bB2B2C\b", ""),
    ("B2B", "b2b business", r"\bB2B\b|\bbusiness[- ]to[- ]business\b", ""),
    (
        "B2C",
        "b2c consumer",
        r"\bB2C\b|\bbusiness[- ]to[- ]consumers?\b|\bconsumer[- ]facing\b"
        r"|\bdirectly\s+to\s+consumers\b(?<!sell directly to consumers)",
        "",
    ),
    ("B2G", "b2g", r"\bB2G\b", ""),
    (
        "D2C",
        "d2c dtc direct",
        r"\b(?:D2C|DTC)\b|\bdirect[- ]to[- ]consumers?\b|\bsell(?:s"
        r"|ing)?\s+direct(?:ly)?\s+to\s+consumers\b",
        "",
    ),
    (
        "SaaS",
        "saas software",
        rf"\bSaaS\b{_NEXT}|(?<=\bB2B )SaaS\b(?!\s+(?:tool|app|subscription|product|spend|stack))"
        r"|\bSaaS(?=\s+(?:scale-?up|unicorn))|\bsoftware[- ]as[- ]a[- ]service\b(?=\s+(?:compan"
        r"|business|firm|vendor|provider|start))",
        r"\bSaaS\b|\bsoftware[- ]as[- ]a[- ]service\b",
    ),
    (
        "Marketplace",
        "marketplace",
        r"(?<=B2[BC] )marketplaces?\b|\b(?:two-sided|multi-?sided|online|multi-?vendor"
        r"|peer-to-peer|digital|labou?r|services?|product)\s+marketplaces?\b|\bmarketplace\s+(?:business(?:es)?|platforms?"
        r"|compan(?:y|ies)|operators?|start-?ups?|models?)\b"
        r"|(?<!app )(?<!cloud )(?<!AWS )(?<!Azure )(?<!on )(?<!via )(?<!through )(?<!like )"
        r"\bmarketplaces\b(?!\s+(?:such|like))",
        r"\bmarketplaces?\b",
    ),
    (
        "Wholesale",
        "wholesale",
        r"\bwholesale\b(?=\s+(?:business|compan|channel|brand|model|distribut|sellers?"
        r"|operations))|\bsell(?:s|ing)?\s+(?:\w+\s+)?wholesale\b",
        r"\bwholesale\b",
    ),
    (
        "Subscription",
        "subscri",
        r"\bsubscription(?:[- ]based)?\b(?=[\s-]+(?:business|compan|brand|box|model|e-?commerce"
        r"|service|commerce|start))",
        r"\bsubscriptions?\b",
    ),
    (
        "Franchise",
        "franchis",
        r"\bfranchis(?:ors?|ees?)\b|\bfranchises\b|\bfranchise\b(?=\s+(?:business|compan|brand"
        r"|model|network|owners?|operators?|systems?|groups?))|\bfranchised\s+(?:business|brand)",
        r"\bfranchise\b",
    ),
    (
        "Product-led",
        "product plg",
        r"\bproduct[- ]led(?:\s+growth)?\b(?=\s+(?:compan|business|start|SaaS|firm|model|B2B|team"
        r"|brand))|\bPLG\b(?=\s+(?:compan|business|start|SaaS|model))",
        r"\bproduct[- ]led(?:\s+growth)?\b|\bPLG\b",
    ),
)
_STAGES: tuple[tuple[str, str, str, str], ...] = (
    (
        "Enterprise",
        "enterprise large global major big multinational fortune ftse s&p blue",
        r"\b(?:large|global|major|big|multinational)\s+(?:enterprises?|compan(?:y|ies)"
        r"|organi[sz]ations?|corporations?|corporates?|businesses)\b|(?<!social )\benterprises\b"
        r"|(?<!social )(?<!resource )\benterprise(?! (?:suite|plan|edition|licen[cs]e|software"
        r"|system|platform|version|pricing|tier)s?\b)(?:[- ](?:level|size|sized|scale"
        rf"|grade))?\b{_NEXT}|\benterprise\b(?=\s*\((?:\d|[<>$€£]|over|more|above))"
        r"|\bFortune\s+(?:50|100|500|1000|2000)\b|\bGlobal\s+(?:2000|500)\b|\bFTSE\s+(?:100|250"
        r"|350)\b|\bS&P\s+500\b|\bmultinationals\b|\bblue[- ]chip\s+compan(?:y|ies)\b",
        r"(?<!social )\benterprise\b",
    ),
    (
        "Mid-market",
        "mid medium mm",
        rf"\bmid[- ]?market\b(?!\s+(?:price|team|rep|AE|pod|quota|sales))|\bmiddle[- ]market\b"
        rf"|\bmid(?:dle)?[- ]?sized?\b{_NEXT}"
        rf"|\bmedium[- ]sized?\b{_NEXT}|\bMittelstand\b|\b(?:MM"
        r"|mid[- ]?size[sd]?)\b(?=\s+(?:firms?|companies|accounts))|\bmid[- ]?caps?\b",
        r"\bmid[- ]?size[sd]?\b|\bmedium\b|\bMM\b",
    ),
    (
        "Small business",
        "sm micro local owner mom main solo",
        rf"\bSMBs?\b|(?:{_SELL_TO})SMEs\b|\bSMEs?\b{_NEXT}|\bsmall(?:er)?[- ](?:and|to|&"
        r"|/)[- ]?(?:medium|mid)(?:[- ]?sized?)?\s+(?:business(?:es)?|enterprises?|compan(?:y"
        r"|ies)|firms?)|\b(?:small|micro|local|owner-(?:managed|run"
        r"|operated)|mom[- ]and[- ]pop|main\s+street)[- ](?:business(?:es)?|compan(?:y|ies)"
        r"|firms?|shops?|brands?|retailers?)\b|\bsolopreneurs?\b|\bsmall\s+(?:and|or"
        r"|to)\s+mid(?:dle)?[- ]?(?:market|sized?)\b",
        r"\bSMEs?\b|\bsmall\b",
    ),
    (
        "Startup",
        "start early",
        rf"\bstart-?ups\b|\bstart-?up\b{_NEXT}|(?<=\ba )start-?up\b{_END}|(?<=growth )start-?up\b"
        r"|(?<=stage )start-?up\b|(?<=backed )start-?up\b|(?<=person )start-?up\b"
        rf"|\bearly[- ]stage\b{_NEXT}",
        r"\bstart-?ups?\b",
    ),
    (
        "Scale-up",
        "scale stage grow",
        rf"\bscale-?ups\b|\bscale-?up\b{_NEXT}|(?<=\ba )scale-?up\b{_END}|\b(?:growth"
        rf"|late)[- ]stage\b{_NEXT}|\b(?:high|fast|hyper|hyper-|rapid)[- ]?grow(?:th"
        r"|ing)\b(?=\s+(?:\w+\s)?(?:compan|business|firm|brand|scale))",
        r"\bscale-?ups?\b|\bgrowth[- ]stage\b",
    ),
    ("Pre-seed", "seed", r"\bpre-?seed\b", ""),
    (
        "Seed",
        "seed",
        r"(?<!pre-)(?<!pre )\bseed(?:[- ](?:stage|funded|funding|round))(?!\w)",
        r"(?<!pre-)\bseed\b",
    ),
    ("Venture-backed", "venture vc", r"\b(?:venture|VC)[- ](?:backed|funded)\b", ""),
    ("Private equity-backed", "equity pe", r"\b(?:private[- ]equity|PE)[- ](?:backed|owned)\b", ""),
    ("Family-owned", "famil", r"\bfamily[- ](?:owned|run|held)\b", ""),
    ("Bootstrapped", "bootstrap", r"\bbootstrapped\b", ""),
    (
        "Public company",
        "public listed",
        r"\bpublicly[- ](?:traded|listed|held)\b|\b(?:stock[- ]market[- ])?listed\s+compan(?:y"
        r"|ies)\b|(?<!non-)\bpublic\s+compan(?:y|ies)\b",
        r"\bpublic\b",
    ),
    (
        "Private company",
        "private",
        r"\bprivately[- ](?:held|owned)\b|\bprivate\s+compan(?:y|ies)\b",
        r"\bprivate\b",
    ),
)
_SERIES = re.compile(
    r"(?<!World )\bSeries\s+(?P<one>[A-H])\b(?P<plus>\s?\+)?(?:\s?(?:-|–|to|through|and|or"
    r"|/)\s?(?:Series\s+)?(?P<two>[A-H])\b(?P<plus2>\s?\+)?)?(?P<later>\s+(?:or|and)\s+(?:later"
    r"|beyond|above|up|onwards?)|\s+onwards?)?"
)
_MODEL_HEADING = re.compile(
    r"\b(?:business\s+models?|go-to-market|company\s+type|type\s+of\s+(?:company|business)"
    r"|sales\s+model|model|primary|secondary|tier|(?:best|good|ideal|bad|poor)\s+fit|targets?"
    r"|avoid|ICP)\b",
    re.I,
)
_STAGE_HEADING = re.compile(
    r"\b(?:stage|company\s+(?:size|type)|segments?|size|funding|maturity|ownership"
    r"|market\s+segment|tier|primary|secondary|(?:best|good|ideal|bad|poor)\s+fit|targets?|avoid"
    r"|ICP)\b",
    re.I,
)
_Rule = tuple[Key, str, tuple[str, ...], re.Pattern[str], re.Pattern[str] | None]


def _compile(key: Key, rows: tuple[tuple[str, str, str, str], ...]) -> list[_Rule]:
    return [
        (key, value, tuple(few.split()), re.compile(p, re.I), re.compile(w, re.I) if w else None)
        for value, few, p, w in rows
    ]


_COMPILED = _compile("businessModel", _MODELS) + _compile("stage", _STAGES)
_HINTS = sorted({one for _, _, few, _, _ in _COMPILED for one in few} | {"series"})
"""Parts of words, of which one is in each text that has a trait."""
_LABEL = re.compile(r"(?:^|[.;\n|]\s{0,3})\W{0,3}([A-Za-z][\w /-]{2,30})\W{0,2}:")
_WHOLE_REST = re.compile(r"\b(?:and|or|the|to|only)\b|[\W_]", re.I)


def find_traits(text: str, context: str = "") -> list[Trait]:
    """Find business models and stages; `context` is the headings above."""
    lowered = text.lower()
    hints = {one for one in _HINTS if one in lowered}
    if not hints:
        return []
    found: list[Trait] = []
    context = with_labels(text, context)
    for key, value, few, pattern, whole in _COMPILED:
        if hints.isdisjoint(few):
            continue
        heading = (_MODEL_HEADING if key == "businessModel" else _STAGE_HEADING).search(context)
        chosen = whole if whole is not None and (heading or len(text) <= 60) else None
        matches = list(pattern.finditer(text))
        if chosen is not None and not matches:
            matches = [m for m in chosen.finditer(text) if _alone(text, m, bool(heading))]
        for match in matches:
            if match.start() < match.end():
                found.append(Trait(key, value, match.start(), match.end()))
    if "series" in lowered:
        found += [_series(match) for match in _SERIES.finditer(text)]
    return outermost(found)


def with_labels(text: str, context: str) -> str:
    """Add the labels inside a text ("Stage: Series B") to the headings above it."""
    if ":" not in text:
        return context
    return " ".join([context, *(match[1] for match in _LABEL.finditer(text))])


def outermost(found: list[Trait]) -> list[Trait]:
    """Drop the readings that a longer one of the same key covers, and put the rest in order."""
    kept: list[Trait] = []
    reach: dict[Key, tuple[int, int]] = {}
    for trait in sorted(found, key=lambda trait: (trait.start, -trait.end)):
        start, end = reach.get(trait.key, (-1, -1))
        if trait.end < end or (trait.end == end and trait.start > start):
            continue
        if trait.end > end:
            reach[trait.key] = (trait.start, trait.end)
        kept.append(trait)
    return kept


def _alone(text: str, match: re.Match[str], heading: bool) -> bool:
    """Say whether the match is an item of its own; without a heading, the whole text."""
    if not heading:
        return not _WHOLE_REST.sub("", text[: match.start()] + text[match.end() :])
    before = text[: match.start()].rstrip()[-4:]
    after = text[match.end() : match.end() + 8].lstrip()
    left = not before or before[-1] in ",;:/|(*•-–" or before.endswith((" or", "and"))
    return left and (not after or bool(re.match(r"[,;/|).*(–-]|(?:and|or)\b", after)))


def _series(match: re.Match[str]) -> Trait:
    value = f"Series {match['one'].upper()}"
    if match["two"]:
        value += f" to {match['two'].upper()}"
    if match["plus"] or match["plus2"] or match["later"]:
        value += "+"
    return Trait("stage", value, match.start(), match.end())
