"""
What a heading makes of the statement below it: the nearest one that names a field, and where the
statement is plainly something else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.contract import Kind
from octave_api.engine import model
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.features import tokens
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.grammar import form
from octave_api.engine.headings import CUSTOM, FIELDS, SKIP, UNSORTED, heading_match
from octave_api.engine.mishaps import goes_wrong
from octave_api.engine.own_name import own_deed
from octave_api.engine.person_cues import NOT_DONE, person_cue
from octave_api.engine.phrases import read_phrase
from octave_api.engine.roles import find_titles, parse_title
from octave_api.engine.segment_cues import segment_cue, tells_who_buys
from octave_api.engine.spoken import spoken_cue

_PREDICATE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|need|needs|sells?|builds?|wants?|use|uses|helps?|appeals?|"
    r"indicates?|focus(?:es|ses)?|means?|will|should|can|must)\b"
)
_WHY_BUY = re.compile(
    r"(?i)why (?:they|customers|people|(?:[\w-]+ )?\w+s) (?:buy|switch|call(?: us)?|come|look"
    r"|ch(?:o|oo)se|picked|bought|stay)\b"
)
_FROM_US = re.compile(r"(?i)\b(?:bu(?:y|ys|ought)|ch(?:o|oo)se|picked|stay) (?:from |with )?us\b")
_SETTLED = re.compile(
    r"(?i)(?:decided|set|fixed|approved|signed|planned|frozen|released) "
    r"(?:in|by|at|on|once|every)\b"
)
_OWN_NAME = re.compile(r"(?i)(?:market |target )?segment(?: name| title)?|segment brief|icp name")
_NO_WAY_OF_BUYING = frozenset({"keyPriorities", "painPoints"})
_AIMS = frozenset({"keyPriorities", "keyObjectives"})
_OF_FIRMS = frozenset({"industry", "employees", "revenue", "geography"})
_IN_SEASON = re.compile(
    r"(?i)(?:(?:only|never|mostly|not) )?(?:in|before|after|by|during|between|from|until) (?:the )?"
    r"(?:jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sept?|oct|nov|dec|q[1-4]\b|spring|summer|autumn"
    r"|winter|season|new year|year[- ]end)"
)
"""When they buy or decide."""
_AIMED = re.compile(r"(?i)(?:our |the )?(?:aim|target|focus|scope)")
_WHO = re.compile(r"(?i)who(?: (?:buys|uses it|we meet|is involved))?")


OF_THE_DAY = "it tells of the day, not of the role"
_VALUES = re.compile(r"(?i)(?:values?|details?|descriptions?|answers?|contents?|notes?|info)")


def by_heading(statement: Statement, kind: Kind) -> Sorted | None:
    """Take the nearest heading that names a field, unless one above it is clearer."""
    nearest = statement.headings[-1] if statement.headings else ""
    if kind == "segment" and statement.shape == "value" and _OWN_NAME.fullmatch(nearest):
        return Sorted(UNSORTED, 0.9, "the segment's own name")
    return _by_path(statement.headings, kind, statement.shape == "cell")


@lru_cache(maxsize=1024)
def _by_path(headings: tuple[str, ...], kind: Kind, cell: bool) -> Sorted | None:
    chosen: tuple[str, float, str] | None = None
    last = len(headings) - 1
    for distance, heading in enumerate(reversed(headings)):
        found = heading_match(heading, kind)
        # The outermost heading names the page: "Persona: Sam Software" is not about software.
        if found is None or (distance == last > 0 and found[0] in (CUSTOM, SKIP)):
            continue
        field, share = found
        if field == "whyWeMatterToThem" and distance == last > 0 and share < 1.0:
            continue  # "Messaging guide: Dispatch" is the name of the page too.
        if distance and cell and _VALUES.fullmatch(heading):
            continue  # The column of a table of labels and values says nothing of them.
        if kind == "segment" and distance == last > 0 and share < 1.0:
            continue  # A page's title says what the page is about: "Industries: Construction".
        if (
            chosen is None
            or (chosen[0] == CUSTOM and field in FIELDS and distance < last)
            or (chosen[1] < 0.75 and share == 1.0 and field in (CUSTOM, SKIP))
        ):
            chosen = (field, share, heading)
    if chosen is None:
        return None
    return Sorted(chosen[0], 0.95, f"under the heading “{chosen[2]}”", chosen[2])


_SIGNS = re.compile(r"\b(?:proposes|signs|decides|approves|recommends|pays)\b")


def under_heading(statement: Statement, found: Sorted, asks: bool, kind: Kind) -> Sorted:
    """Correct what a heading says where the statement itself is plainly something else."""
    if asks and found.field != SKIP:
        return Sorted("qualifyingQuestions", 0.97, "it is a question", found.heading)
    if found.field == "primaryResponsibilities" and NOT_DONE.match(statement.text):
        return Sorted("keyConcerns", 0.8, "it says what they would not do", found.heading)
    asked = found.heading.endswith("?") or " day" in found.heading.lower()
    if asked and found.field == "primaryResponsibilities" and not _is_deed(statement):
        return Sorted(UNSORTED, 0.6, OF_THE_DAY, found.heading)
    if asked and found.field == "primaryResponsibilities" and kind == "persona":
        cue = person_cue(statement.text)
        if cue and cue[0] in ("whyTheyMatterToUs", "keyObjectives"):
            return Sorted(cue[0], 0.85, cue[1], found.heading)
    custom = found.field == CUSTOM and statement.shape == "sentence"
    if custom and kind == "persona" and own_deed(statement.text):
        return Sorted("primaryResponsibilities", 0.7, "it says what the role does")
    if found.heading and statement.shape != "sentence" and _WHY_BUY.match(found.heading):
        return _reason(statement.text, found, kind)
    if found.field == "firmographics" and _WHO.fullmatch(found.heading.strip(" :")):
        first = next(iter(find_titles(statement.text)), None)
        # "Who: dentists" may be firms; "Who buys: owner" is a person.
        alone = " " in found.heading.strip(" :") and parse_title(statement.text) is not None
        if alone or (first is not None and first.start == 0):
            return Sorted("commonJobTitles", 0.9, "it says who they are", found.heading)
    if kind == "segment" and statement.shape == "sentence" and found.field in _NO_WAY_OF_BUYING:
        cue = segment_cue(statement.text)
        if cue and cue[0] == "keyConsiderations":
            return Sorted("keyConsiderations", 0.9, cue[1], found.heading)
    aimed = found.field in _AIMS and _AIMED.fullmatch(found.heading.strip(" :"))
    if kind == "segment" and aimed and _names_firms(statement.text):
        return Sorted("firmographics", 0.9, "it says whom the seller aims at", found.heading)
    of_fit = found.field == "fitExplanation" and statement.shape == "sentence"
    if of_fit and kind == "segment" and tells_who_buys(statement.text):
        return Sorted("keyConsiderations", 0.9, "it says how they decide or buy", found.heading)
    if found.field == "firmographics" and kind == "segment" and statement.shape != "cell":
        cue = segment_cue(statement.text)
        if (
            _IN_SEASON.match(statement.text)
            or _SETTLED.match(statement.text)
            or (cue and cue[0] == "keyConsiderations")
            or ("buy" in found.heading.lower() and _SIGNS.search(statement.text.lower()))
        ):
            rule = "it says how they decide or buy"
            return Sorted("keyConsiderations", 0.9, rule, found.heading)
    if found.field == "firmographics" and kind == "segment" and goes_wrong(statement.text):
        return Sorted("painPoints", 0.8, "it says what goes wrong", found.heading)
    if found.field == "firmographics" and (
        _is_prose(statement) or statement.text.startswith(("Because ", "And because "))
    ):
        return Sorted("fitExplanation", 0.8, "a sentence about who fits", found.heading)
    if found.field == "qualifyingQuestions":
        only_questions = "question" in found.heading.lower()
        if only_questions or (statement.shape == "sentence" and _is_prose(statement)):
            return Sorted(UNSORTED, 0.6, "a sentence about the questions, not one of them")
    return found


_OF_ROLE = re.compile(
    r"(?i)(?:\w+ly,? |and |also |then |in \w+,? )?(?:i|we|you|they|he|she|my|our|their|her|his"
    r"|(?:the|an?|this|each) (?:[\w-]+ ){0,3}?(?:role|job|person|team|[a-z]{2,}(?:er|or|ist|ent|ant"
    r"|head|lead|chief))s?)\b"
)
"""A subject that is the role, or who holds it."""
_DAY = re.compile(
    r"(?i)(?:an?|the|my|her|his|their|each|every) (?:typical |usual |normal |average |working )?"
    r"(?:day|morning|afternoon|evening|week)\b"
)


_ASIDE = re.compile(r"(?i)(?:the|that|this|mostly|mainly|usually|sometimes) [^.]{0,40}\.?$")
"""Half a sentence that goes on with the one before: "The line 3 filler mostly."."""


def _is_deed(statement: Statement) -> bool:
    """Tell whether a sentence of prose says what somebody does, not how a day goes."""
    text = statement.text
    if statement.shape == "sentence" and (_DAY.match(text) or _ASIDE.match(text)):
        return False
    if spoken_cue(text):
        return True
    if statement.shape != "sentence" or _OF_ROLE.match(text) or own_deed(text):
        return True
    return form(text, verbal=True) != "clause" and read_phrase(text).kind != "clause"


def _names_firms(text: str) -> bool:
    return any(one.key in _OF_FIRMS for one in find_firmographics(text))


def _reason(text: str, found: Sorted, kind: Kind) -> Sorted:
    """Tell the trouble that makes somebody buy from the gain that does."""
    chances = model.load().probabilities(text, kind)
    gain = "keyObjectives" if kind == "persona" else "keyPriorities"
    hurts = chances["painPoints"] + chances["keyConcerns"]
    gains = chances["keyObjectives"] + chances["keyPriorities"] + chances["whyWeMatterToThem"]
    wanted = gains > max(hurts, 0.5) or _FROM_US.search(found.heading) is not None
    field = gain if wanted and not goes_wrong(text) else "painPoints"
    return Sorted(field, 0.9, "it says why they buy", found.heading)


def _is_prose(statement: Statement) -> bool:
    """Tell a whole sentence from the bare fact that usually stands under a firmographic heading."""
    return len(tokens(statement.text)) >= 9 and bool(_PREDICATE.search(statement.text))
