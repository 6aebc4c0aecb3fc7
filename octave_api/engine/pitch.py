"""
A seller's page read for what it says of its buyers: what hurts them, whom it is for, and what
it promises them. What the product does is a promise, never a duty or an aim of the buyer.
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine import model
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.furniture import entitles_a_page
from octave_api.engine.headings import SKIP, UNSORTED, heading_field
from octave_api.engine.imperatives import commands
from octave_api.engine.mishaps import goes_wrong
from octave_api.engine.own_name import AS_A
from octave_api.engine.page_talk import is_page_talk
from octave_api.engine.person_cues import ANSWERS_FOR, person_cue
from octave_api.engine.pitch_headings import (
    AIMS,
    ANSWERS,
    ARTICLE,
    BEFORE,
    FOR_ALL,
    GOALS,
    RESULTS,
    WANTED,
    WHOM,
    is_offering,
    is_trouble,
    offering,
)
from octave_api.engine.roles import find_titles
from octave_api.engine.sides import ELIDED_IF, side_of, turns_away
from octave_api.engine.told_profiles import profile_told
from octave_api.engine.verbs import base_of_third
from octave_api.engine.wording import of_readers

_LEAST_WORDS, _OPENING = 4, 60
_PROMISE = "it says what the page promises"
_SELLER = re.compile(r"(?:[Ww]e|[Oo]ur|[Ee]ach of our|[Oo]ne of our|[Uu]s)\b")
_WITH = re.compile(r"(?:With|Using|Thanks to|Through) (?:[A-Z]\w+|our|us|it)\b")
_NO_MORE = re.compile(r"No (?!one\b|single\b|tool\b|matter\b)[a-z]+")
_OWNS = re.compile(r"['’]s$")
_MORE_VERBS = frozenset("can will does is has also".split())
_BENEFIT = re.compile(
    r"(?i)\b(?:automatic(?:ally)?|by itself|by themselves|on its own|in (?:minutes|seconds|one "
    r"(?:click|place|screen|system)|real[- ]time|hours|days)|at once|from (?:your|any) "
    r"(?:phone|device|browser)|instantly|hourly|end[- ]to[- ]end|without (?:the|any|adding|extra)|"
    r"faster|easier|fewer|less|cut (?:by|from)|down by|up by|ready\b|full visibility)\b"
)
_HARM = re.compile(
    r"(?i)\b(?:los(?:e|es|ing|t)|wast(?:e|es|ed|ing)|drown\w*|struggl\w+|late|too (?:late|long|"
    r"slow|"
    r"many|much|often)|delay\w*|denied|rejected|manual(?:ly)?|by hand|re-?typ\w+|re-?key\w*|"
    r"chas(?:e|es|ing)|(?:on|in|of|fill in) (?:paper|binders|spreadsheets)|unreadable|unnoticed|"
    r"overruns?|nobody|no one|cannot|can['’]t|never|weeks? (?:later|of|for|to)|"
    r"(?:wait|waits|waiting)|worthless|surprises|fees|penalt\w+|error[- ]prone|errors|mistakes|"
    r"hard to|difficult|painful|tedious|expensive|costly|scattered|silo\w*|hijack\w*|breaks?|"
    r"miss(?:es|ed|ing)?|gaps?|blind|guess\w*|fail\w*|slow\w*|outdated|legacy|get lost|twice|"
    r"spoil\w*|out of (?:date|sync|stock)|back[- ]and[- ]forth|overwhelm\w*|risk(?:y|s)?|phoning|"
    r"calling|takes? (?:an? |up |the )?(?:\w+ ){0,4}(?:minutes|hours|days|weeks|months)|"
    r"hours|all day|at six in the morning|under pressure|eat(?:s|ing)?|creep\w*)\b"
)
_IS_FOR = re.compile(
    r"(?:[A-Z][\w.-]+(?: [A-Z][\w.-]+)?|It|We) (?:is|are|was|were) (?:made |built |designed |meant"
    r" |best )?for (?!free\b|you\b|every|any|all\b|the (?:first|next|last))[a-z]"
)
_COUNTS = re.compile(r"\b(?:ha(?:s|ve)|runs?|operates?|owns?|uses?) (?:\w+ )?\d")
"""What somebody has so many of is no trouble by itself."""
_FOR_WHOM = re.compile(
    r"(?i)^(?:(?:it is |it['’]s )?(?:built|made|designed|ideal|perfect|best|suited|created) for\b|"
    r"for (?=[\w, -]{3,60}?(?:s\b|teams?\b))(?!free|more|less|example|instance|years|months|"
    r"questions|details)|we (?:work with|serve|support|help|partner with|sell to) )|"
    r"\b(?:is|are) (?:made|built|designed|meant|ideal|perfect) for\b"
)
_SERVED = re.compile(r"\bfor (?P<whom>[^.;:]{8,120})[.]?$")
_SOMEBODY = re.compile(
    r"(?i)\b(?:teams|companies|firms|businesses|groups|chains|shops|stores|start-?ups|agencies|"
    r"organi[sz]ations|makers|builders|owners|leaders|operators|providers|people|professionals|"
    r"departments|institutions|brands|enterprises)\b"
)
_NEEDS = re.compile(
    r"^(?!We\b|Our\b|You (?:do not|don['’]t) need)(?:[\w'’/,-]+\s+){1,9}?"
    r"(?<!who )(?<!that )(?P<verb>need|must|want|have to|are under pressure to)\s+(?:to\s+)?\w+"
)
_FROM_HEADING = frozenset(
    {
        "painPoints", "keyConcerns", "commonJobTitles", "firmographics", "qualifyingQuestions",
        "whyWeMatterToThem", "fitExplanation", SKIP,
    }
)  # fmt: skip
_OF_PERSON = frozenset({"primaryResponsibilities", "painPoints", "keyConcerns", "keyObjectives"})
_OUR_CUSTOMERS = re.compile(
    r"Our (?:[a-z]+ )?(?:customers|clients|buyers|members|users) (?:are|include|range|come from)\b"
)
_OWN_DAY = re.compile(
    r"\b[Yy]ou (?:still |always |often )?(?:spend (?!less)|chase|wait|ring round|phone|lose |fight"
    r"|re-?type|re-?key|copy|juggle|patch|firefight|guess|dig|hunt)"
    r"(?!.*\b(?:less|no more)\b)"
)
"""What a page tells its reader of their day."""
_TO_READER = re.compile(r"(?i)\byour?\b")
_PRONOUN = re.compile(
    r"(?i)(?:they|he|she|it|this|that|these|those|there|here|such|and|but|so|yes|"
    r"now|then)\b"
)
_AND = re.compile(r"^(?:But|And|Yet|Meanwhile,?) ")
_SHORT_HEADING, _LONG_HEADING = 3, 14
_HURTS = 0.5
_MAY_HURT = 0.12
_AMONG_TROUBLES = 0.15
"""How likely the model must find a pain: with words of harm, under a heading of troubles."""
_WORD = re.compile(r"[^\W\d_][\w&'’-]*")


def sort_pitched(
    statement: Statement, decided: Sorted, kind: Kind, names: frozenset[str]
) -> Sorted:
    """
    Decide again where a statement of a seller's page belongs.

    `decided` is the plain reading, `names` what `names_on` gave.
    """
    text = statement.text
    if ELIDED_IF.search("".join(statement.headings[-1:])):
        asks = decided.field == "qualifyingQuestions"
        return decided if asks else Sorted(UNSORTED, 0.6, "it says who fits, or who does not")
    listed_for_all = decided.field == "firmographics" and FOR_ALL.search(decided.heading)
    if listed_for_all or (decided.field == "firmographics" and offering(statement.headings, names)):
        decided = Sorted(UNSORTED, 0.6, "it stands under what is offered")
    if side_of(statement.headings[-1:]) is not None and turns_away(statement.headings[-1]):
        excludes = decided.field == "qualifyingQuestions" and not text.endswith("?")
        out = Sorted(UNSORTED, 0.6, "it stands where the page turns somebody away")
        return decided if excludes else out
    heading = decided.heading if decided.field in _FROM_HEADING else ""
    alone = len(statement.headings) == 1 and statement.shape != "sentence"
    if heading and heading == statement.headings[0] and not alone:
        heading = ""  # The page's own title names its product, whatever words it has.
    listed = statement.shape in ("bullet", "cell") and statement.headings[-1:] == (heading,)
    hurts = decided.field == "painPoints"
    aims = decided.field in AIMS and statement.headings[-1:] == (decided.heading,)
    if listed and hurts and not _SELLER.match(text):
        return decided
    if aims and statement.shape == "bullet" and GOALS.search(decided.heading):
        return decided
    if statement.shape == "bullet" and WANTED.search("".join(statement.headings[-1:])):
        field = "keyObjectives" if kind == "persona" else "keyPriorities"
        return Sorted(field, 0.85, "the page says that they want it", statement.headings[-1])
    answers = any(ANSWERS.search(one) for one in statement.headings)
    nearest = statement.headings[-1] if statement.headings else ""
    if statement.shape == "cell" and BEFORE.match(nearest):
        field = "painPoints" if _goes_wrong(statement, kind) else UNSORTED
        return Sorted(field, 0.8, "its column says how it was before")
    if statement.shape == "bullet" and RESULTS.match(ARTICLE.sub("", nearest)):
        return Sorted("whyWeMatterToThem", 0.8, "a result that the page reports", nearest)
    if decided.field == SKIP or answers or is_page_talk(text):
        return Sorted(SKIP, 0.95, "it speaks of the page or its offer", decided.heading)
    if decided.field == "qualifyingQuestions":
        excludes = decided.rule.startswith("it excludes")
        return decided if excludes else Sorted(UNSORTED, 0.6, "a question to the visitor")
    if text.endswith("?"):
        return Sorted(UNSORTED, 0.6, "a question to the visitor")
    promised = promises(text, names)
    whom = bool(WHOM.search(nearest)) and not promised and not _PRONOUN.match(text)
    to_reader = _TO_READER.search(text) is not None
    if whom and (statement.shape == "bullet" or to_reader) and _goes_wrong(statement, kind):
        return Sorted("painPoints", 0.85, "it says what goes wrong for them")
    if whom and to_reader and statement.shape == "sentence" and find_titles(nearest):
        return Sorted(UNSORTED, 0.6, "it tells the reader of their day")
    told = profile_told(text) is not None or _OUR_CUSTOMERS.match(text)
    if told and find_firmographics(text):
        whose = "fitExplanation" if kind == "segment" else UNSORTED
        return Sorted(whose, 0.8, "it says with whom the seller does well")
    if (of_person := _of_person(text, nearest, decided, kind)) is not None:
        return of_person
    if kind == "persona" and (whom or text.startswith("For ")) and _opens_with_title(text):
        return Sorted("commonJobTitles", 0.8, "it says whom it is for")
    if whom or _is_for(text) or _serves(text, names):
        return Sorted("fitExplanation", 0.8, "it says whom it is for")
    if decided.field in ("commonJobTitles", "firmographics") and statement.shape != "sentence":
        # "Dedicated success manager" in a list of features is somebody of the seller's.
        return decided if decided.heading else Sorted(SKIP, 0.6, "a feature, by its place")
    above = statement.headings[-2] if len(statement.headings) > 2 else ""
    heading = heading or offering(statement.headings, names)
    if kind == "persona" and _answers_for(text):
        return Sorted("primaryResponsibilities", 0.8, "it says what they answer for")
    troubles = is_trouble(nearest) or (is_trouble(above) and not RESULTS.search(nearest))
    if promised:
        named = text.split(" ", 1)[0] in names
        # Among troubles a name is a customer's as often as the seller's.
        return (
            Sorted(UNSORTED, 0.6, "a name")
            if troubles and named and not _BENEFIT.search(text)
            else _promise(text, heading)
        )
    if _NEEDS.match(text) and not troubles and not _PRONOUN.match(text):
        aim = "keyObjectives" if kind == "persona" else "keyPriorities"
        return Sorted(aim, 0.85, "it says what they need")
    offered = statement.shape == "bullet" and is_offering(heading, names)
    if text.startswith("You ") and _OWN_DAY.match(text):
        return Sorted("painPoints", 0.85, "it says what their day is like")
    leans = _PRONOUN.match(_AND.sub("", text, count=1))
    if not leans and (goes_wrong(text) if offered else _hurts(statement, kind)):
        return Sorted("painPoints", 0.85, "it says what goes wrong for them")
    if heading and decided.field == "firmographics" and not names & set(_WORD.findall(text)):
        return decided
    if heading and decided.field == "whyWeMatterToThem" and not _PRONOUN.match(text):
        return decided
    if is_offering(heading, names) and len(text.split()) > 2 and not _PRONOUN.match(text):
        return _promise(text, heading)
    if _BENEFIT.search(text) and not _PRONOUN.match(text):
        return _promise(text, heading)
    if (
        kind == "segment"
        and " for " in text[:60]
        and _IS_FOR.match(text)
        and find_firmographics(text)
    ):
        return Sorted("fitExplanation", 0.8, "it says whom it is for")
    whole = len(text.split()) > _LEAST_WORDS or statement.shape != "sentence"
    counts = _COUNTS.search(text) and not _HARM.search(text)
    if heading and whole and decided.field == "painPoints" and not (_PRONOUN.match(text) or counts):
        return Sorted("painPoints", 0.8, "it stands where the page says what goes wrong")
    return Sorted(UNSORTED, 0.6, "it says nothing of the buyer")


def _of_person(text: str, heading: str, decided: Sorted, kind: Kind) -> Sorted | None:
    """Read what a page says of somebody under their title ("Wants invoices out the same day")."""
    titles = list(find_titles(heading))
    first = text.split(" ", 1)[0].lower()
    told = first in ("they", "he", "she") or base_of_third(first) is not None
    if not told or not titles or titles[0].end - titles[0].start < len(heading.strip()) - 1:
        return None
    if kind == "segment":
        return Sorted(UNSORTED, 0.6, "it says what one person does")
    cue = person_cue(text)
    if cue is not None:
        return Sorted(cue[0], 0.8, cue[1])
    return decided if decided.field in _OF_PERSON else None


def promised_by(heading: Statement, names: frozenset[str]) -> str:
    """Name the field of a heading that says something by itself, or by the one above it."""
    text, above = heading.text, heading.headings[-1] if heading.headings else ""
    size = len(text.split())
    talks = is_page_talk(text) or text.endswith("?") or entitles_a_page(text)
    if talks or not _SHORT_HEADING <= size <= _LONG_HEADING:
        return ""
    if is_trouble(text) and not is_trouble(above):
        return ""
    if is_trouble(above) and heading_field(text, "persona") is None and len(heading.headings) > 1:
        return "" if promises(text, names) else "painPoints"
    offered = is_offering(above, names) or (size > _SHORT_HEADING and promises(text, names))
    return "whyWeMatterToThem" if offered else ""


def _goes_wrong(statement: Statement, kind: Kind) -> bool:
    """Tell whether a line says what goes wrong, by words that say so or by the model."""
    text = statement.text
    return goes_wrong(text) or _hurts(statement, kind) or _OWN_DAY.search(text) is not None


def _answers_for(text: str) -> bool:
    """Tell whether a line says what its reader, or somebody in the role, is responsible for."""
    if AS_A.match(text):
        return True
    cue = person_cue(of_readers(text))
    return cue is not None and cue[1] == ANSWERS_FOR


def promises(text: str, names: frozenset[str]) -> bool:
    """Tell whether a line says what the seller or the product does, or what one can do with it."""
    if text.rstrip().endswith("?"):
        return False
    words = text.split()
    # "Damage that nobody can prove" is a thing, not an order.
    ordered = words[1:2] not in (["that"], ["which"], ["who"]) and commands(text)
    if _SELLER.match(text) or _WITH.match(text) or _NO_MORE.match(text) or ordered:
        return True
    if goes_wrong(text):
        return False
    if _OWNS.sub("", words[0]) in names and _OWNS.search(words[0]):
        return True
    named = [word for word in words[:3] if _WORD.fullmatch(word) and word in names]
    if not named or words[0] != named[0]:
        return False
    after = words[len(named)].rstrip(",") if len(words) > len(named) else ""
    if after == "is" and words[len(named) + 1 : len(named) + 2] == ["not"]:
        return False  # What the product is not helps nobody.
    return base_of_third(after) is not None or after in _MORE_VERBS or after.endswith("ly")


def _is_for(text: str) -> bool:
    """Tell whether a line says for which companies or people the offer is made."""
    if not _FOR_WHOM.search(text):
        return False
    return bool(_SOMEBODY.search(text) or find_firmographics(text) or list(find_titles(text)))


def _opens_with_title(text: str) -> bool:
    """Tell whether a line begins with those whom it is for: "For CFOs and controllers at …"."""
    plain = text.removeprefix("For ")
    return any(one.start == 0 for one in find_titles(plain[:_OPENING]))


def _serves(text: str, names: frozenset[str]) -> bool:
    """Tell whether a sentence about the product ends with the companies that it is for."""
    whom = _SERVED.search(text)
    return bool(whom and promises(text, names) and find_firmographics(whom["whom"]))


def _promise(text: str, heading: str) -> Sorted:
    if len(text.split()) < _LEAST_WORDS and not heading:
        return Sorted(UNSORTED, 0.6, "too short to tell")
    return Sorted("whyWeMatterToThem", 0.8, _PROMISE, heading)


def _hurts(statement: Statement, kind: Kind) -> bool:
    """Tell whether a line says what goes wrong: by the model, or by its words where troubles "
    "are."""
    text = statement.text
    nearest = statement.headings[-1] if statement.headings else ""
    if len(text.split()) < _LEAST_WORDS + (statement.shape == "sentence") or RESULTS.search(
        nearest
    ):
        return False
    chances = model.load().probabilities(text, kind)
    pain = chances["painPoints"] + chances["keyConcerns"]
    harmed = bool(_HARM.search(text)) and not (_BENEFIT.search(text) and pain < _HURTS)
    if is_trouble(nearest):
        return harmed or pain >= _AMONG_TROUBLES
    return harmed and pain >= _MAY_HURT
