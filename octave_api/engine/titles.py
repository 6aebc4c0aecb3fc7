"""
Job titles, composed from rank, function and scope instead of looked up in a list.

"Director, Revenue Ops (EMEA)" is understood because "director" is a rank, "revenue ops" names a
function and "EMEA" a reach; no table holds the whole. The words are in `knowledge/titles.toml`.

All spans count code points of the text that was given.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

Seniority = Literal["executive", "vp", "director", "manager", "lead", "individual", ""]
SENIORITIES: tuple[Seniority, ...] = (
    "executive",
    "vp",
    "director",
    "manager",
    "lead",
    "individual",
)
"""Highest first."""


@dataclass(frozen=True, slots=True)
class Title:
    """
    A job title.

    `text` is for display: case, spacing and number are set right ("vps of sales" is shown as
    "VP of Sales"). `function` is a key of `roles.role`, or "" where the words name none.
    `start` and `end` are the span in the text that was given.
    """

    text: str
    seniority: Seniority
    function: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `norm` is its key in the vocabulary, "" for a mark."""

    text: str
    norm: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `titles.toml` says, turned into look-up tables."""

    strong: Mapping[tuple[str, ...], str]
    weak: Mapping[tuple[str, ...], str]
    chiefs: Mapping[str, str]
    chief_words: Mapping[str, str]
    heads: Mapping[str, Seniority]
    scope: frozenset[str]
    abbreviations: Mapping[str, str]
    capitals: frozenset[str]
    things: frozenset[str]
    verbs: frozenset[str]
    known: frozenset[str]


_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*|[^\w\s]")
_JOINED = {
    ("vice", "president"): "vp",
    ("managing", "director"): "managingdirector",
    ("executive", "director"): "executivedirector",
    ("managing", "partner"): "managingpartner",
    ("general", "manager"): "generalmanager",
    ("scrum", "master"): "scrummaster",
    ("charge", "nurse"): "chargenurse",
    ("business", "partner"): "businesspartner",
    ("team", "lead"): "teamlead",
    ("team", "leader"): "teamlead",
    ("c", "level"): "csuite",
    ("c", "suite"): "csuite",
    ("chief", "of", "staff"): "chiefofstaff",
    ("general", "counsel"): "generalcounsel",
}
_STARTS = frozenset(pair[0] for pair in _JOINED)
LINKS = frozenset({"of", "for", "and", "or", "the", "in", "to"})
RANKS = frozenset({"executive", "vp", "director", "manager"})
# A role that is run by its holder alone, though the word says manager.
_ALONE = re.compile(
    r"(?:product|account|customer success|success|project|program|programme|community|case|"
    r"product marketing|partner|territory|relationship|category|engagement|portfolio|"
    r"campaign|content|grants?|proposal|bid|renewals?) manager$"
)
# One of these alone names no job: it needs a word before it.
VAGUE = frozenset(
    "agent partner associate officer representative operator advocate assistant buyer planner "
    "specialist coordinator lead head chief driver coach trainer advisor adviser editor inspector "
    "leader contractor seller intern investigator responder steward executive principal strategist "
    "administrator broker trader technologist".split()
)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the word lists once."""
    raw = tomllib.loads((files(__package__) / "knowledge" / "titles.toml").read_text("utf-8"))
    words = raw["words"]
    abbreviations: dict[str, str] = words["abbreviations"]
    heads: dict[str, Seniority] = {
        word: level for level in SENIORITIES for word in raw["heads"][level]
    }
    heads.update(dict.fromkeys(raw["chiefs"], "executive"))

    def phrases(table: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
        return {
            tuple(abbreviations.get(w, w) for w in phrase.split() if w not in ("and", "&")): function
            for function, list_ in table.items()
            for phrase in list_
        }

    strong, weak = phrases(raw["strong"]), phrases(raw["weak"])
    known = {word for phrase in (*strong, *weak) for word in phrase} | set(words["scope"])
    return Vocabulary(
        strong=strong,
        weak=weak,
        chiefs=raw["chiefs"],
        chief_words={word: f for f, list_ in raw["chief_words"].items() for word in list_},
        heads=heads,
        scope=frozenset(words["scope"]),
        abbreviations=abbreviations,
        capitals=frozenset([*words["capitals"], *raw["chiefs"]]),
        things=frozenset(words["things"]),
        verbs=frozenset(words["verbs"]),
        known=frozenset(known),
    )


def _norm(word: str) -> str:
    """Give the key of a word: lower case, no dots, long form, heads in the singular."""
    vocab = vocabulary()
    low = word.lower().replace("’", "'").replace(".", "").removesuffix("'s").removesuffix("'")
    low = vocab.abbreviations.get(low, low)
    if low in vocab.known or low in vocab.heads:
        return low
    for ending, single in (("ies", "y"), ("ses", "s"), ("s", ""), ("men", "man")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            stem = low.removesuffix(ending) + single
            if stem in vocab.heads or stem in vocab.known or stem in ("chief", "president"):
                return stem
    return low


def tokens(text: str) -> list[Token]:
    """Cut a text into words and marks; two words that are one rank become one ("vice president")."""
    vocab = vocabulary()
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        norm = _norm(word) if word[0].isalnum() else ""
        if "-" in word and norm not in vocab.known and norm not in vocab.heads:
            for part in re.finditer(r"[^-]+", word):
                at = start + part.start()
                found.append(Token(part.group(), _norm(part.group()), at, at + len(part.group())))
        else:
            found.append(Token(word, norm, start, match.end()))
    joined: list[Token] = []
    skip = 0
    for index, token in enumerate(found):
        if skip:
            skip -= 1
            continue
        size = 0
        if token.norm in _STARTS:
            for length in (3, 2):
                key = tuple(t.norm for t in found[index : index + length])
                if key in _JOINED and len(key) == length:
                    size = length
                    break
        if size:
            last = found[index + size - 1]
            key = tuple(t.norm for t in found[index : index + size])
            joined.append(
                Token(text[token.start : last.end], _JOINED[key], token.start, last.end)
            )
            skip = size - 1
        else:
            joined.append(token)
    return joined


def is_head(token: Token) -> bool:
    """Whether the word can end a title, or begin one with "of" or a comma after it."""
    return token.norm in vocabulary().heads


def is_rank(token: Token) -> bool:
    """Whether the word is a rank over others, not the work itself."""
    return vocabulary().heads.get(token.norm, "") in RANKS or token.norm in ("lead", "teamlead")


def is_known(token: Token) -> bool:
    """Whether the word may stand in a title: function, scope or head."""
    vocab = vocabulary()
    return token.norm in vocab.known or token.norm in vocab.heads


def has_function(part: Sequence[Token]) -> bool:
    """Whether the words name a function."""
    return bool(_function([part]))


def _phrase(part: Sequence[Token], table: Mapping[tuple[str, ...], str]) -> str:
    """Give the function of the last phrase of a table, the longest first where two end alike."""
    norms = [t.norm for t in part]
    for end in range(len(norms), 0, -1):
        for size in (3, 2, 1):
            if size <= end and (found := table.get(tuple(norms[end - size : end]))):
                return found
    return ""


def _function(segments: Sequence[Sequence[Token]]) -> str:
    vocab = vocabulary()
    for table in (vocab.strong, vocab.weak):
        for segment in segments:
            if found := _phrase(segment, table):
                return found
    return ""


# Two words that "and" makes one field.
_PAIRS = frozenset(
    {
        ("learning", "development"),
        ("health", "safety"),
        ("data", "analytics"),
        ("people", "culture"),
        ("trust", "safety"),
        ("infrastructure", "operations"),
        ("strategy", "operations"),
        ("quality", "patient"),
        ("release", "change"),
        ("maintenance", "facilities"),
    }
)


def _segments(part: Sequence[Token]) -> list[list[Token]]:
    """Cut where a mark or "and" stands, so that the first field named is the one that counts."""
    segments: list[list[Token]] = [[]]
    for index, token in enumerate(part):
        if token.norm == "and" or token.text == "&":
            beside = (part[index - 1].norm if index else "", part[index + 1 : index + 2])
            if beside[1] and (beside[0], beside[1][0].norm) in _PAIRS:
                continue
        if not token.norm or token.norm in ("and", "or"):
            segments.append([])
        elif token.norm:
            segments[-1].append(token)
    return [segment for segment in segments if segment]


def classify(part: Sequence[Token]) -> tuple[Seniority, str]:
    """Give seniority and function of the words of one title."""
    vocab = vocabulary()
    words = [t for t in part if t.norm]
    norms = [t.norm for t in words]
    heads = [n for n in norms if n in vocab.heads]
    line = " ".join(norms)
    if "chiefofstaff" in norms:
        return "director", _function(_segments(part)) or "general"
    if "assistant" in norms and (norms[-1] == "assistant" or "assistant to" in line):
        return "individual", _function(_segments(words)) or "operations"
    for norm in norms:
        if norm in vocab.chiefs:
            return "executive", vocab.chiefs[norm]
    if norms and "chief" in norms:
        rest = norms[norms.index("chief") + 1 :]
        if rest and rest[-1] in ("architect", "engineer", "accountant", "nurse"):
            return "director", _function(_segments(words)) or "engineering"
        field = " ".join(n for n in rest if n != "officer")
        known = [vocab.chief_words[w] for w in (field, field.split(" ")[0]) if w in vocab.chief_words]
        return "executive", (known or [_function(_segments(words))])[0]
    function = _function(_segments(part))
    return _seniority(line, norms, heads, function), function or _owner(norms)


def _owner(norms: Sequence[str]) -> str:
    """Give the function of those who run the whole: their title names no field."""
    whole = {"founder", "owner", "president", "managingdirector", "managingpartner",
             "generalmanager", "chairman", "chairwoman", "chairperson", "proprietor",
             "entrepreneur", "executivedirector", "owner-operator", "csuite"}  # fmt: skip
    return "general" if whole.intersection(norms) else ""


def _seniority(line: str, norms: Sequence[str], heads: Sequence[str], function: str) -> Seniority:
    vocab = vocabulary()
    if line.endswith(("product owner", "process owner", "system owner", "platform owner")):
        return "individual"
    if line.endswith(("account executive", "sales executive", "marketing executive")):
        return "individual"
    if line.endswith(("hospital administrator", "school administrator", "practice administrator")):
        return "director"
    if norms[-1:] == ["principal"] and function == "education":
        return "director"
    if norms[-1:] == ["officer"] and function in ("compliance", "security", "legal"):
        return "manager"
    if _ALONE.search(line) and not {"group", "head", "director", "vp"}.intersection(norms):
        return "individual"
    last = [n for n in heads if n not in ("lead", "principal", "associate", "assistant", "executive")]
    levels = {vocab.heads[n] for n in (last or heads)}
    best = next((level for level in SENIORITIES if level in levels), "")
    if norms[0] == "head" and len(norms) > 1 and vocab.heads.get(norms[-1]) == "individual":
        return "lead"
    if best == "individual" and "lead" in norms:
        return "individual" if norms[-1] == "manager" else "lead"
    return best or ""


def shown(text: str, part: Sequence[Token]) -> str:
    """Give the display form of a title: case, spacing and number set right, no word changed."""
    vocab = vocabulary()
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


def parse_title(text: str) -> Title | None:
    """
    Read a text that is a job title and nothing else.

    None when it is not one: a field of work ("Engineering"), a duty ("Manage directors"), a thing
    ("Password manager") or a list. What follows "at" and a remark in brackets stay out of the span.
    """
    if len(text) > 400:
        return None
    part = _trimmed(tokens(text))
    if not part or sum(bool(t.norm) for t in part) > 12:
        return None
    for index, token in enumerate(part):
        if index and token.norm in _CLOSES and any(map(is_head, part[:index])):
            part = _trimmed(part[:index])
            break
    if not part or not _well_formed(part):
        part = _without_remark(part)
        if not part or not _well_formed(part):
            return None
    return make(text, part)


def make(text: str, part: Sequence[Token]) -> Title:
    """Make the title of words that were found to be one."""
    seniority, function = classify(part)
    return Title(shown(text, part), seniority, function, part[0].start, part[-1].end)


def _trimmed(part: list[Token]) -> list[Token]:
    """Drop marks, numbers and articles at both ends; a closing bracket stays with its opening one."""
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
    if marks.count("(") != marks.count(")") or ".," in "".join(marks):
        return False
    heads = [i for i, t in enumerate(words) if is_head(t) or t.norm == "chief"]
    if not heads or any(_thing(a, b) for a, b in pairwise(words)):
        return False
    if len(words) == 1:
        return words[0].norm not in VAGUE
    first = words[0]
    plural = heads[-1] > 0 and words[heads[-1]].text.lower().endswith("s")
    if first.norm in vocab.verbs and (
        not (is_known(first) or is_head(first)) or (plural and len(words) > 2)
    ):
        return False
    return _order(part, words, heads)


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
    following = list(pairwise(part))
    for left, right in following:
        adjacent = bool(left.norm and right.norm)
        if not adjacent or not is_head(left) or right.norm in LINKS:
            continue
        if is_rank(left) or left.norm in vocab.chiefs or left.norm == "executive":
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
    "but because while with without about into over under after before during through between "
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
        return words[-2].norm != "chief" and has_function(words[:-1]) or last.capital
    index = heads[0]
    if words[index].norm == "head" and index + 2 < len(words) and words[index + 1].norm == "of":
        return has_function(words[index + 2 :]) or words[index + 2].capital
    after = words[index + 1 :]
    return words[index].norm == "head" and bool(after) and has_function(after)


def same_place(title: Title, offset: int) -> Title:
    """Move the span of a title that was read out of a longer text."""
    return replace(title, start=title.start + offset, end=title.end + offset)
