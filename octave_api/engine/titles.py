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

from octave_api.engine.title_words import (
    LINKS,
    SENIORITIES,
    Seniority,
    Title,
    Token,
    classify,
    has_function,
    is_head,
    is_known,
    is_rank,
    is_verb,
    tokens,
    vocabulary,
)

__all__ = ["SENIORITIES", "Seniority", "Title", "make", "parse_title", "same_place"]

# One of these alone names no job: it needs a word before it.
_VAGUE = frozenset(
    "agent partner associate officer representative operator advocate assistant buyer planner "
    "specialist coordinator lead head chief driver coach trainer advisor adviser editor inspector "
    "leader contractor seller intern investigator responder steward executive principal strategist "
    "administrator broker trader technologist".split()
)


def shown(text: str, part: Sequence[Token]) -> str:
    """Give the display form of a title: case, spacing and number set right, no word changed."""
    raw = text[part[0].start : part[-1].end]
    letters = [c for c in raw if c.isalpha()]
    flat = all(c.islower() for c in letters) or (
        all(c.isupper() for c in letters) and sum(map(str.isalpha, raw)) > 7
    )
    pieces: list[str] = []
    end = part[0].start
    for index, token in enumerate(part):
        gap = " " if text[end : token.start].strip(" \t") == "" and token.start > end else ""
        if token.start > end and not gap:
            gap = re.sub(r"\s+", " ", text[end : token.start])
        word = _cased(re.sub(r"\s+", " ", token.text), token, flat, first=index == 0)
        pieces.append((gap if index else "") + word)
        end = token.end
    whole = "".join(pieces)
    whole = re.sub(r"(?<=[^\W_])\.(?=\s|$)|\s+(?=[,:)])|(?<=\()\s+", "", whole)
    return re.sub(r"^[a-z](?=[a-z]+\b)", lambda m: m.group().upper(), whole)


def _cased(word: str, token: Token, flat: bool, *, first: bool) -> str:
    vocab = vocabulary()
    single = word
    low = word.lower()
    if is_head(token) and low.endswith("s") and low not in vocab.heads and len(low) > 2:
        single = word[:-3] + "y" if low.endswith("ies") else word[:-1]
        single = single.removesuffix("'").removesuffix("’")
    if token.norm == "vp" or token.norm in vocab.chiefs:
        single = single.replace(".", "")
    short = single.lower()
    if short in vocab.capitals and (single.islower() or flat or short in vocab.heads):
        return single.upper()
    if not flat:
        return single
    if single.lower() in LINKS and not first:
        return single.lower()
    if single.lower() == "devops":
        return "DevOps"
    return " ".join(w[:1].upper() + w[1:].lower() for w in single.split(" "))


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
    return _parsed(text) if len(text) <= 400 else None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Title | None:
    part = _trimmed(tokens(text))
    if not part or sum(bool(t.norm) for t in part) > 12:
        return None
    for index in range(1, len(part)):
        if _says_where(part, index) and any(map(is_head, part[:index])):
            part = _trimmed(part[:index])
            break
    if not part or not _well_formed(part):
        part = _without_remark(part)
        if not part or not _well_formed(part):
            return None
    return make(text, part)


def _says_where(part: Sequence[Token], index: int) -> bool:
    """Whether a word begins where somebody works: "at a bank", "of garden centres"."""
    token, after = part[index], part[index + 1 : index + 2]
    if token.norm in _CLOSES:
        return True
    if not after or after[0].capital or not after[0].norm:
        return False
    return token.norm == "in" or (token.norm == "of" and has_function(part[:index]))


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
    if is_verb(first, words[1]) or (first.norm in vocab.verbs and plural and len(words) > 2):
        return False
    return _order(part, words, heads)


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
    if not is_known(words[0]) and words[0].norm.endswith("ing"):
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
