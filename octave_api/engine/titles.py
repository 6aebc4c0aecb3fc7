"""
Job titles, composed from rank, function and scope instead of looked up in a list.

All spans count code points of the text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from octave_api.engine.lexicon import look_up
from octave_api.engine.title_rank import classify
from octave_api.engine.title_shown import shown
from octave_api.engine.title_words import (
    LINKS,
    SENIORITIES,
    VALUED,
    Seniority,
    Title,
    Token,
    has_function,
    is_head,
    is_known,
    is_rank,
    is_verb,
    is_whole,
    tokens,
    vocabulary,
)

__all__ = ["SENIORITIES", "Seniority", "Title", "make", "parse_title", "parse_word", "same_place"]

# One of these alone names no job: it needs a word before it.
_VAGUE = frozenset(
    "agent partner associate officer representative operator advocate assistant buyer planner "
    "specialist coordinator lead head chief driver coach trainer advisor adviser editor inspector "
    "leader contractor seller intern investigator responder steward executive principal strategist "
    "administrator broker trader technologist pilot guard master keeper printer marshal examiner "
    "verifier collector dealer promoter organiser organizer cook commander producer usher "
    "negotiator "
    "installer attendant mediator porter ranger handler".split()
)
_NO_JOB = frozenset(
    "agent partner associate officer representative operator advocate buyer specialist lead head "
    "chief leader seller executive principal handler".split()
)
"""They name no job even where a label says that one follows: it may be a part in a sale."""

_OPEN_MARKS = frozenset(",-–—:(/&|)+.")
_CLOSES = frozenset({"at", "within", "from"})
_RANKS_BESIDE = frozenset(
    "lead principal associate assistant executive partner agent owner".split()
)
"""Words that end a title in one place and stand inside of one in another."""


def parse_title(text: str) -> Title | None:
    """
    Read a text that is a job title and nothing else.

    None when it is not one: a field of work ("Engineering"), a duty ("Manage directors"), a thing
    ("Password manager") or a list. What follows "at" and a remark in brackets stay out of the span.
    """
    return _parsed(text) if len(text) <= 400 and not VALUED.match(text) else None


def parse_word(text: str) -> Title | None:
    """Read one word as a title where a label says that it is one: "Role: planner"."""
    part = [token for token in tokens(text) if token.norm]
    if len(part) != 1 or not is_head(part[0]) or part[0].norm in _NO_JOB:
        return None
    return make(text, part)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Title | None:
    part = _trimmed(tokens(text))
    if not part or sum(bool(t.norm) for t in part) > 12:
        return None
    part = _without_company(part)
    for index in range(1, len(part)):
        if _says_where(part, index) and any(map(is_head, part[:index])):
            part = _trimmed(part[:index])
            break
    if not part or not _well_formed(part):
        part = _without_remark(part)
        if not part or not _well_formed(part):
            return None
    return make(text, part)


def _without_company(part: list[Token]) -> list[Token]:
    """Leave out where somebody works after a whole title: "Theatre scheduler, NHS trust"."""
    comma = next((i for i, token in enumerate(part) if _parts(part, i)), 0)
    left, right = part[:comma], [token for token in part[comma + 1 :] if token.norm]
    titled = len(left) > 1 and is_head(left[-1]) and not all(map(_is_rank_word, left))
    named = len(right) > 1 and all(t.capital or t.norm in LINKS or t.text == "&" for t in right[:1])
    dash = bool(comma) and part[comma].text != ","
    plain = not any(is_head(t) for t in right) and (dash or not has_function(right))
    return _trimmed(left) if comma and titled and named and plain else part


def _parts(part: Sequence[Token], index: int) -> bool:
    """Whether a comma, or a dash between blanks, stands here."""
    token = part[index]
    dash = token.text in "–—-" and 0 < index < len(part) - 1
    return token.text == "," or (dash and part[index - 1].end < token.start)


def _is_rank_word(token: Token) -> bool:
    """Whether a word says only how high somebody stands, as "Senior Director" does."""
    return is_rank(token) or token.norm in vocabulary().scope


def _says_where(part: Sequence[Token], index: int) -> bool:
    """Whether a word begins where somebody works: "at a bank", "of garden centres"."""
    token, after = part[index], part[index + 1 : index + 2]
    if token.norm in _CLOSES:
        return True
    if not after or after[0].capital or not after[0].norm:
        return False
    if token.norm != "of":
        return token.norm == "in"
    of_firms = is_whole(part[index - 1]) and after[0].norm not in LINKS
    return of_firms or has_function(part[:index])


def make(text: str, part: Sequence[Token]) -> Title:
    """Make the title of words that were found to be one."""
    opened = next((i for i, token in enumerate(part) if token.text == "(" and i), len(part))
    seniority, function = classify(part[:opened])
    return Title(shown(text, part), seniority, function, part[0].start, part[-1].end)


def _trimmed(part: list[Token]) -> list[Token]:
    """Drop marks, numbers and articles at both ends, but no bracket that closes one inside."""
    first, last = 0, len(part)
    while first < last and (
        not part[first].norm or part[first].norm.isdigit() or part[first].norm in ("the", "a", "an")
    ):
        first += 1
    opened = sum((t.text == "(") - (t.text == ")") for t in part[first:last])
    while last > first and not part[last - 1].norm:
        if part[last - 1].text == ")" and opened == 0:
            break
        opened += part[last - 1].text == ")"
        last -= 1
    return part[first:last]


def _without_remark(part: list[Token]) -> list[Token]:
    cut = next((i for i, t in enumerate(part) if t.text == "(" and i), 0)
    return _trimmed(part[:cut])


def _well_formed(part: Sequence[Token]) -> bool:
    vocab = vocabulary()
    words = [t for t in part if t.norm]
    marks = [t.text for t in part if not t.norm]
    if any(mark not in _OPEN_MARKS for mark in marks) or marks.count(",") > 2:
        return False
    if marks.count("(") != marks.count(")"):
        return False
    if "," in marks and _several(part):
        return False
    if any(b.text == "." and not _short(a) for a, b in pairwise(part)):
        return False
    heads = [i for i, t in enumerate(words) if is_head(t) or t.norm == "chief"]
    if not heads or any(_thing(a, b) for a, b in pairwise(words)):
        return False
    if len(words) == 1:
        return words[0].norm not in _VAGUE
    first = words[0]
    plural = heads[-1] > 0 and words[heads[-1]].text.lower().endswith("s")
    opens = first.norm in vocab.verbs and (first.norm, words[1].norm) not in vocab.strong
    deed = opens and (is_verb(first, words[1]) or (plural and len(words) > 2))
    managed = look_up(first.norm)
    told = managed.past and len(words) > 2 and not (is_known(first) or managed.adjective)
    counted = any(token.norm.isdigit() for token in words[:-1])
    if told or counted or (deed and (plural or not _is_desk(words))):
        return False  # "Managed 30 caretakers" tells of a past post.
    return _order(part, words, heads)


def _is_desk(words: Sequence[Token]) -> bool:
    """Whether a verb before a noun and one rank names a place: "hire desk manager"."""
    nouns = [look_up(token.norm) for token in words[:-1]]
    return len(words) > 2 and all(one.noun and not one.adjective for one in nouns[:2])


def _is_trade(words: Sequence[Token], heads: Sequence[int]) -> bool:
    """
    Whether a word in "-ing" is a field of work: "glazing estimator", "driving school owner".

    A deed would need an article before one person, and a noun of its own before several.
    """
    opening = look_up(words[0].norm)
    if heads[-1] != len(words) - 1 or words[0].norm in _STATES or heads[-1] > _FEW:
        return False
    if any(token.norm in LINKS for token in words):
        return False
    if words[-1].text.lower().endswith("s"):
        return opening.noun and words[-1].norm not in vocabulary().placed
    return not opening.adjective or len(words) > 2


_STATES = frozenset(
    "growing existing upcoming acting coming missing outgoing incoming demanding remaining "
    "following surviving competing struggling aspiring supporting reporting assisting replacing "
    "becoming being dealing interviewing reaching emailing calling".split()
)
_FEW = 3


def _several(part: Sequence[Token]) -> bool:
    """Whether commas part whole titles ("Headmaster, Head of School")."""
    pieces: list[list[Token]] = [[]]
    for token in part:
        if token.text == ",":
            pieces.append([])
        else:
            pieces[-1].append(token)
    named = [any(is_head(t) and t.norm not in _RANKS_BESIDE for t in piece) for piece in pieces]
    return len(pieces) > 1 and all(named)


def _short(token: Token) -> bool:
    """Whether a full stop after a word marks an abbreviation, as in "Sr." or "V.P."."""
    word = token.text.lower().replace(".", "")
    vocab = vocabulary()
    return len(word) == 1 or word in vocab.abbreviations or word in vocab.heads


def _thing(left: Token, right: Token) -> bool:
    """Tell whether two words name a program, a group or a part in a sale, not a job."""
    vocab = vocabulary()
    if right.norm == "buyer":
        return left.norm in _SALE_PARTS
    if left.norm == "owner":
        return right.norm == "of"
    return is_head(right) and left.norm in vocab.things


_SALE_PARTS = frozenset(
    "economic technical executive user potential target ideal b2b enterprise prospective primary "
    "typical internal business modern main new".split()
)


def _order(part: Sequence[Token], words: Sequence[Token], heads: Sequence[int]) -> bool:
    """Tell whether the words stand where a title has them."""
    vocab = vocabulary()
    if not is_known(words[0]) and words[0].norm.endswith("ing") and not _is_trade(words, heads):
        return False
    colon = next((t.start for t in part if t.text == ":"), None)
    if colon is not None and not any(is_rank(t) for t in words if t.start < colon):
        return False
    if words[-1].norm in LINKS or words[0].norm in LINKS:
        return False
    if any(t.norm in ("of", "for", "to", "in") for t in words[: heads[0]]):
        return False
    head, lead_only = heads[0], all(words[i].norm in ("lead", "head", "chief") for i in heads)
    if lead_only:
        return _lead_form(words, heads)
    strange = [t for t in words if not is_known(t) and t.norm not in LINKS]
    cased = all(t.capital for t in strange)
    if len(strange) > 3 or any(t.norm in vocab.verbs for t in strange[:1] if t is words[0]):
        return False
    if any(t.norm in _FUNCTION_WORDS for t in strange):
        return False
    for left, right in pairwise(part):
        adjacent = bool(left.norm and right.norm)
        if not adjacent or not is_head(left) or right.norm in LINKS:
            continue
        later = any(is_head(t) for t in words if t.start > left.end)
        if left.norm in ("principal", "associate", "assistant") and later:
            continue
        many = left.text.endswith("s") and right is words[-1] and right.text.islower()
        if many and look_up(right.norm).base and not is_head(right):
            return False  # "Operations directors pay" is a sentence.
        if later and _is_craft(left) and _is_place(right) and is_head(words[-1]):
            continue
        if is_rank(left) or left.norm in vocab.chiefs or left.norm == "executive":
            if left.norm == "executive" and not later:
                return False
            if not (is_known(right) or (right.capital and cased)):
                return False
        elif not (right.norm in vocab.scope or is_head(right) or right.norm.isdigit()
                  or re.fullmatch(r"l?\d+", right.norm)):  # fmt: skip
            return False
    tail = [t for t in strange if t.start > words[head].start]
    return cased or len(tail) <= 2


def _is_craft(token: Token) -> bool:
    """Whether one who does the work is named, whose shop or training a title may be of."""
    level = vocabulary().heads.get(token.norm)
    several = token.text.lower().endswith("s")
    return level == "individual" and not several and token.norm not in _VAGUE


def _is_place(token: Token) -> bool:
    found = look_up(token.norm)
    return found.noun and not found.plural and not found.third


_FUNCTION_WORDS = frozenset(
    "is are was were be been has have had do does did can could will would should must may might "
    "not no never that which who whom whose what when where why how we our us they their them he "
    "his she her it's i me my you your this these those a an by as than then there here too so if "
    "but i'm we're he's she's they're i've because while with without about into over under after "
    "before during through between "
    "such like etc per via if only also often always".split()
)


def _lead_form(words: Sequence[Token], heads: Sequence[int]) -> bool:
    """Judge the words that are rarely a rank alone: "lead", "head" and "chief"."""
    last = words[-1]
    if any(t.norm in _FUNCTION_WORDS for t in words) or len(words) > 6:
        return False
    if words[heads[0]].norm == "chief":
        field = words[heads[0] + 1 :]
        named = bool(field) and (field[0].norm in vocabulary().chief_words or has_function(field))
        return named and all(is_known(t) or t.norm in vocabulary().chief_words for t in field)
    if last.norm == "lead":
        vague = {"sales", "marketing", "qualified", "inbound", "outbound", "new", "warm", "cold"}
        plural = last.text.lower().endswith("s")
        before = words[-2]
        return not (plural and before.norm in vague) and (
            is_known(before) or (before.capital and last.capital)
        )
    if last.norm == "head":
        return (words[-2].norm != "chief" and has_function(words[:-1])) or last.capital
    index = heads[0]
    if words[index].norm == "head" and index + 2 < len(words) and words[index + 1].norm == "of":
        return has_function(words[index + 2 :]) or words[index + 2].capital
    after = words[index + 1 :]
    if after and after[0].norm == "office":
        return False  # where the bosses sit
    return words[index].norm == "head" and bool(after) and has_function(after)


def same_place(title: Title, offset: int) -> Title:
    """Move the span of a title that was read out of a longer text."""
    return replace(title, start=title.start + offset, end=title.end + offset)
