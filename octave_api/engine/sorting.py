"""
Sorting: statement -> field of the contract.

The heading above a statement decides first: authors say what they mean. Where no
heading speaks, near-certain cues (a question mark, a bare title) and then the
trained model decide, and say how sure they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.contract import Kind
from octave_api.engine import model
from octave_api.engine.about_page import (
    advises_sellers,
    heads_record,
    is_part_of_more,
    leans_back,
    of_any_product,
    points_back,
    speaks_of_page,
)
from octave_api.engine.about_role import OWN_TITLE, introduces, names_job, tells_of_role
from octave_api.engine.company_nouns import told_of_firms
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.features import tokens
from octave_api.engine.headings import FIELDS, SKIP, UNSORTED, heading_field, heading_match
from octave_api.engine.language import is_foreign
from octave_api.engine.lone_titles import is_lone_title, names_buying_roles
from octave_api.engine.mishaps import goes_wrong
from octave_api.engine.person_cues import (
    ASKS_OPENLY,
    WALKS,
    is_beside,
    is_of_one,
    person_cue,
)
from octave_api.engine.refusals import EXCLUDES, NOT_IF, refused, turned_away
from octave_api.engine.roles import buying_roles
from octave_api.engine.segment_cues import segment_cue, tells_who_buys
from octave_api.engine.sending_away import sent_away
from octave_api.engine.sides import by_column, wins_or_loses
from octave_api.engine.spoken import says_a_deed, spoken_cue, unquoted, untold
from octave_api.engine.told_of_role import deed_told
from octave_api.engine.under_headings import OF_THE_DAY, by_heading, under_heading

SURE, SURE_OF_FRAGMENT, SURE_OF_QUOTE = 0.6, 0.7, 0.9
"""
Below this a statement (or one of few words) without a heading stays unsorted, not wrong.

The model's chances are honest: when whole genres are left out of its training, it is right in
69 of 100 statements of which it is sixty to seventy percent sure, and in 97 above ninety.
"""
BY_WORDING = "by its wording"
_KIN = (("painPoints", "keyConcerns"), ("keyObjectives", "keyPriorities"))

_TO_YOU = re.compile(
    r"(?i)\b(?:are|do|have|can|could|will|would|did) you\b|"
    r"^(?:tell me|tell us|walk me|walk us|describe|explain|help me understand)\b.*\byour?\b"
)
_INSTRUCTS = re.compile(r"\b(?:you|your|yourself|let['’]s)\b")
_PLACEHOLDER = re.compile(
    r"(?i)^\s*<(?!\s?[=\d$€£])|^\W*(?:\[.*\]|tbd|tba|to be (?:defined|done|added)|lorem ipsum.*|"
    r"n/?a|none|xxx+)\W*$"
)
_ADDRESSED = re.compile(
    r"(?i)\b(?:you|your|yours|they|their|prospect|customer|client|company|organi[sz]ation|team|"
    r"business|he|she|person|lead|account)s?\b"
)
_QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")
_DECIDES = re.compile(
    r"(?i)(?:they|he|she)\s+(?:usually\s+|often\s+|rarely\s+|never\s+|seldom\s+|"
    r"(?:do|does|can)(?: not|n['’]t)\s+|cannot\s+)(?:choose|pick|select|buy|purchase|sign|approve|"
    r"decide|hold the budget)\b"
)
_REFUSES = re.compile(
    r"(?i)(?:we|they|i|he|she)(?:['’]d| would| will|['’]ll)? (?:never|not) "
    r"(?:buy|use|accept|touch|sign|install|upload|share|put|go (?:with|for))\b"
)
_ADVISES = re.compile(
    r"(?i)\b(?:decides|signs|approves|pays)\b.{0,30}\b(?:i|they|he|she) (?:only |just )?"
    r"(?:recommends?|advises?|evaluates?|tests?|proposes?|uses?)\b"
)
_CARES = re.compile(
    r"(?i)(?:they|he|she|i)\s+(?:really |mostly |mainly |only )?"
    r"(?:cares?(?: most| mainly| only)? about|likes?|loves?|values?|prefers?|dreams? of)\s"
)
_ANNOUNCED = re.compile(
    r"(?i)^(?:my|our|their|his|her|the|one of (?:my|our|their|the))\s+"
    r"(?P<what>(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+(?:is|are|includes?|was|were)\s+(?=\S+\s+\S)"
)
_FILLS = re.compile(
    r"(?i)(?:sure|yes|no|ok|okay|great|thanks|thank you|right|exactly|fine|absolutely|well|hm+|"
    r"of course|good question)[.!,]?"
)
_OF_AIMS = ("keyObjectives", "keyPriorities", "primaryResponsibilities")
_PROMPTS = re.compile(
    r"(?i)(?:walk me through|tell (?:me|us) about|describe|talk me through) (?:your(?:self)?|an?)\b"
    r"(?: \w+){0,2}(?<=week|role|self| day| job|team|work)\W*$"
)
_MAY_SAY_YOU = frozenset({"whyWeMatterToThem", "qualifyingQuestions", "uniqueApproach"})
_OPENING_MARKS = ("“", '"')
_REMARKS = re.compile(r"I (?:know|think|guess|believe|wonder|hope|suppose|love|mean|feel)\b")
_SIGNED = re.compile(r"(?:minus|plus) \d+")
_SCORES = ("score", "point", "scoring", "recycle")
_OF_SCORES = re.compile(
    r"\b(?:scores?|points) (?:of|above|below|over|under|between) \d|^(?:an? |the "
    r"|any )?(?:total )?"
    r"(?:scores?|points?|scoring)\b|\brecycled? to (?:marketing|nurture)\b"
)
_I = re.compile(r"\b(?:I|me|my|My)\b")


def _by_text(text: str, kind: Kind) -> Sorted:
    announced = _ANNOUNCED.match(text)
    if announced:
        field = heading_field(announced["what"], kind)
        if field in FIELDS:
            return Sorted(field, 0.85, f"it says so: “{announced['what']}”")
    if _QUESTION.search(text):
        return Sorted("qualifyingQuestions", 0.97, "it is a question")
    if is_lone_title(text):
        return Sorted("commonJobTitles", 0.9, "it is a job title")
    if is_foreign(text):
        return Sorted(UNSORTED, 0.0, "not in English")
    chances = model.load().probabilities(text, kind)
    field = max(chances, key=lambda name: chances[name])
    if field == model.OTHER:
        return Sorted(UNSORTED, chances[field], "it fits no field")
    # A pain that may as well be a concern is surely one of the two: neighbours count together.
    kin = next((group for group in _KIN if field in group), (field,))
    return Sorted(field, sum(chances.get(name, 0.0) for name in kin), BY_WORDING)


def _is_of_a_score(statement: Statement) -> bool:
    """Tell the cells below the points of a scoring table ("0", "1", "2"), and talk of scores."""
    if statement.shape == "cell":
        if statement.text[:1] in "mp" and _SIGNED.fullmatch(statement.text):
            return True
        return any(one.isdigit() and len(one) <= 3 for one in statement.headings[-2:])
    if statement.shape != "sentence":
        return False
    low = statement.text.lower()
    return any(map(low.__contains__, _SCORES)) and bool(_OF_SCORES.search(low))


def _is_loose(statement: Statement, found: Sorted, kind: Kind) -> bool:
    """Tell whether a line under a heading is no point of its own."""
    text = statement.text
    if found.field not in FIELDS or found.field in ("qualifyingQuestions", "commonJobTitles"):
        return False
    label = heading_match(text, kind) if 2 <= len(text.split()) <= 3 else None
    if label is not None and label[1] == 1.0 and label[0] != found.field:
        return True
    if kind == "persona" and text.startswith(("includes ", "including ", "such as ", "e.g. ")):
        return True
    if statement.shape in ("sentence", "cell") and is_part_of_more(text):
        # "And to stop …" goes on with what was asked for.
        return not (text.startswith("And to ") and found.field in _OF_AIMS)
    to_reader = found.field in ("keyPriorities", "keyConsiderations", "fitExplanation")
    nearest = statement.headings[-1] if statement.headings else ""
    return advises_sellers(text, nearest) or (to_reader and _instructs(text))


def _instructs(text: str) -> bool:
    """Tell whether a line speaks to its reader."""
    low = text.lower()
    return ("you" in low or "let" in low) and bool(_INSTRUCTS.search(low))


def sort_statement(statement: Statement, kind: Kind) -> Sorted:
    """Decide where one statement of a document belongs; the heading decides first."""
    text = statement.text
    if kind == "persona" and names_buying_roles(text):
        return Sorted("whyTheyMatterToUs", 0.9, "it names a part in the purchase")
    if _FILLS.fullmatch(text) or (
        len(text) < 8 and kind == "segment" and text.rstrip(".") in ("Not me", "Not us")
    ):
        return Sorted(SKIP, 1.0, "a word that fills a talk")
    if kind == "persona" and is_of_one(text):
        return Sorted(SKIP, 0.8, "what happened to one of them")
    if OWN_TITLE.match(text) and introduces(text):
        return Sorted("commonJobTitles", 0.8, "it opens with a job title")
    if statement.order < 2 and heads_record(statement):
        return Sorted(UNSORTED if kind == "segment" else SKIP, 0.9, "it heads a record")
    if _PLACEHOLDER.match(text):
        return Sorted(SKIP, 1.0, "a placeholder of a template")
    if text.startswith("If ") and WALKS.search(text):
        return Sorted("qualifyingQuestions", 0.95, "it excludes somebody")
    excludes = EXCLUDES.match(text)
    if excludes and kind == "persona" and text[:14].lower() == "not interested":
        excludes = None  # In notes of a call it is the buyer who is not.
    if excludes and text[:6].lower() == "avoid ":
        above = by_heading(statement, kind)
        excludes = None if above is not None and above.field in _OF_AIMS else excludes
    if (
        excludes
        or NOT_IF.match(text)
        or ("ou" in text and sent_away(text))
        or (turned_away(text) if kind == "segment" else refused(text))
    ):
        return Sorted("qualifyingQuestions", 0.95, "it excludes somebody")
    if kind == "persona" and _PROMPTS.match(text):
        return Sorted(SKIP, 0.9, "what an interviewer asks first")
    low = text.lower()
    if (" never " in low or " not " in low) and _REFUSES.match(untold(text)):
        field = "keyConcerns" if kind == "persona" else "keyConsiderations"
        return Sorted(field, 0.9, "it says what they would not buy")
    column = by_column(statement.headings) if statement.shape == "cell" else None
    if kind == "segment" and column is not None and column[0] == "against":
        return Sorted("qualifyingQuestions", 0.95, "its column turns it away", column[1])
    if kind == "segment" and _is_of_a_score(statement):
        return Sorted(UNSORTED, 0.6, "it says how a score is made")
    about = statement.shape in ("sentence", "bullet") and speaks_of_page(text)
    if about and kind == "segment" and " in scope" in text:
        about = False  # "Only chains are in scope. Kiosks are out of scope."
    if about and not text.rstrip().endswith("?"):
        return Sorted(SKIP, 0.9, "it speaks of the page itself")
    found = by_heading(statement, kind)
    asks = "?" in text and bool(_QUESTION.search(text) or "? " in text)
    asks = asks or ("you" in low and bool(_TO_YOU.search(text)))
    if found is not None and _is_loose(statement, found, kind):
        return Sorted(UNSORTED, 0.6, "a label, a remark or advice to those who sell", found.heading)
    if found is not None and found.field == "qualifyingQuestions" and of_any_product(text):
        field = "keyConcerns" if kind == "persona" else "keyConsiderations"
        return Sorted(field, 0.9, "it says what they would not buy", found.heading)
    if found is not None and found.field == "primaryResponsibilities" and names_job(text):
        return Sorted("commonJobTitles", 0.9, "it says who somebody is", found.heading)
    if found is not None and found.field == "keyConsiderations" and is_lone_title(text):
        return Sorted("commonJobTitles", 0.9, "it is a job title", found.heading)
    if found is not None and not _is_quoted_buyer(text, found, kind):
        own = kind == "persona" and found.field == "keyConcerns" and not _instructs(text)
        headed = under_heading(statement, found, asks and not own, kind)
        if headed.rule != OF_THE_DAY or kind != "persona":
            return headed
    if kind == "persona" and (_DECIDES.match(text) or _ADVISES.search(text)):
        return Sorted("whyTheyMatterToUs", 0.8, "it says who decides")
    if asks and not _ADDRESSED.search(text):
        return Sorted(UNSORTED, 0.6, "a question, but not to a prospect")
    if kind == "segment" and statement.shape == "sentence" and text.startswith(_OPENING_MARKS):
        return Sorted(UNSORTED, 0.6, "somebody is quoted")
    if kind == "persona" and len(text) <= 200 and buying_roles(text):
        return Sorted("whyTheyMatterToUs", 0.6, "it names a part in the purchase")
    if statement.shape == "sentence" and points_back(text):
        return Sorted(UNSORTED, 0.6, "it needs the sentence before it")
    cue = _by_cue(text, kind)
    return cue or _when_sure(statement, _by_text(text, kind))


def _is_quoted_buyer(text: str, found: Sorted, kind: Kind) -> bool:
    """Tell whether a buyer is quoted below the seller's own list ("I will quit", says one)."""
    ours = kind == "persona" and found.field == "whyWeMatterToThem"
    return ours and text[:1] in _OPENING_MARKS and bool(_I.search(text))


def _by_cue(text: str, kind: Kind) -> Sorted | None:
    """Read what somebody cares for, and how a market decides, by words that mean little else."""
    if kind == "persona" and _CARES.match(text):
        return Sorted("keyObjectives", 0.8, "it says what they care for")
    if kind == "persona" and is_beside(text):
        return Sorted(SKIP, 0.8, "a remark, a life, or what happened to one of them")
    if kind == "persona" and wins_or_loses(text):
        return Sorted(UNSORTED, 0.6, "it says when the seller wins or loses")
    if kind == "persona" and deed_told(text):
        return Sorted("primaryResponsibilities", 0.8, "it says what the role does")
    if kind == "persona" and (cue := spoken_cue(text)):
        return Sorted(cue[0], 0.85, cue[1])
    if kind == "persona" and not _instructs(text) and (cue := person_cue(unquoted(text))):
        return Sorted(cue[0], 0.8, cue[1])
    if kind == "segment" and tells_who_buys(text):
        return Sorted("keyConsiderations", 0.8, "it says how they decide or buy")
    if kind == "segment" and _REMARKS.match(text):
        return Sorted(UNSORTED, 0.6, "a remark of the author")
    if kind == "segment" and (cue := segment_cue(text)):
        return Sorted(cue[0], 0.8, cue[1])
    return Sorted("painPoints", 0.8, "it says what goes wrong") if goes_wrong(text) else None


_ANSWERS = re.compile(r"(?:Yes|No|Only|Sure|Absolutely|Of course|Not (?:yet|at all|necessarily))\b")


def _when_sure(statement: Statement, decided: Sorted) -> Sorted:
    """Keep a decision by the words alone where it is sure enough; else it stays unsorted."""
    count = len(tokens(statement.text))
    if decided.field not in _MAY_SAY_YOU and _instructs(statement.text):
        return Sorted(UNSORTED, 0.6, "it speaks to the reader, not of the buyer")
    quoted = statement.text[:1] in _OPENING_MARKS and decided.sure < SURE_OF_QUOTE
    if _ANSWERS.match(statement.text) and "".join(statement.headings[-1:]).endswith("?"):
        return Sorted(UNSORTED, 0.6, "an answer to the reader's question")
    if decided.rule == BY_WORDING and (quoted or leans_back(statement.text)):
        return Sorted(UNSORTED, decided.sure, "it needs the sentence before it")
    if decided.field == "qualifyingQuestions" and ASKS_OPENLY.match(statement.text):
        return Sorted(UNSORTED, decided.sure, "somebody asks, but not a prospect")
    if decided.rule == BY_WORDING and statement.shape == "sentence" and count < 3:
        return Sorted(UNSORTED, decided.sure, "too short to tell")
    if decided.field == "primaryResponsibilities" and told_of_firms(statement.text):
        return Sorted(UNSORTED, decided.sure, "companies do it, no person")
    if decided.field == "whyWeMatterToThem" and tells_of_role(statement.text):
        return Sorted(UNSORTED, decided.sure, "it speaks of the role, not of the seller")
    if decided.field == "primaryResponsibilities" and introduces(statement.text):
        return Sorted("commonJobTitles", 0.8, "it opens with a job title")
    if decided.sure >= (SURE_OF_FRAGMENT if count < 6 else SURE):
        return decided
    if decided.field == "primaryResponsibilities" and says_a_deed(statement.text):
        return Sorted(decided.field, SURE, "it says what they do")
    return Sorted(UNSORTED, decided.sure, decided.rule)


def sort(statements: Sequence[str], kind: Kind) -> list[str]:
    """
    Name the likeliest field of each statement, alone and without heading.

    Gives one contract field name a statement ("painPoints"), never an empty one:
    who asks about a lone statement wants the best guess.
    """
    return [_by_text(text, kind).field or _likeliest(text, kind) for text in statements]


def _likeliest(text: str, kind: Kind) -> str:
    chances = model.load().probabilities(text, kind)
    return max((name for name in chances if name != model.OTHER), key=lambda name: chances[name])
