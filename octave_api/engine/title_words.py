"""
The words of job titles: cut, keyed and judged for rank and function.

"Director, Revenue Ops (EMEA)" is understood because "director" is a rank, "revenue ops" names a
function and "EMEA" a reach; no table holds the whole. The words are in `knowledge/titles.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

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


class Token(NamedTuple):
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
    fields: frozenset[str]


_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*|[^\w\s]")
_JOINED: dict[tuple[str, ...], str] = {
    ("vice", "president"): "vp",
    ("managing", "director"): "managingdirector",
    ("executive", "director"): "executivedirector",
    ("managing", "partner"): "managingpartner",
    ("general", "manager"): "generalmanager",
    ("scrum", "master"): "scrummaster",
    ("charge", "nurse"): "chargenurse",
    ("business", "partner"): "businesspartner",
    **dict.fromkeys([("team", "lead"), ("team", "leader")], "teamlead"),
    **dict.fromkeys([("c", "level"), ("c", "suite")], "csuite"),
    ("chief", "of", "staff"): "chiefofstaff",
    ("general", "counsel"): "generalcounsel",
}
_STARTS = frozenset(pair[0] for pair in _JOINED)
LINKS = frozenset({"of", "for", "and", "or", "the", "in", "to"})
_RANKS = frozenset({"executive", "vp", "director", "manager"})
# A role that is run by its holder alone, though the word says manager.
_ALONE = re.compile(
    r"(?:product|account|customer success|success|project|program|programme|community|case|"
    r"product marketing|partner|territory|relationship|category|engagement|portfolio|"
    r"campaign|content|grants?|proposal|bid|renewals?) manager$"
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
            tuple(
                abbreviations.get(w, w) for w in phrase.split() if w not in ("and", "&")
            ): function
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
        fields=frozenset(known) - frozenset(words["scope"]),
    )


_ENDINGS = (("ies", "y"), ("ses", "s"), ("s", ""), ("men", "man"), ("leiterinnen", "leiter"),
            ("leiterin", "leiter"), ("leitern", "leiter"))  # fmt: skip


@lru_cache(maxsize=65536)
def _norm(word: str) -> str:
    """Give the key of a word: lower case, no dots, long form, heads in the singular."""
    vocab = vocabulary()
    low = word.lower().replace("’", "'").replace(".", "").removesuffix("'s").removesuffix("'")
    low = vocab.abbreviations.get(low, low)
    if low in vocab.known or low in vocab.heads:
        return low
    for ending, single in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            stem = low.removesuffix(ending) + single
            if stem in vocab.heads or stem in vocab.known or stem in ("chief", "president"):
                return stem
    return low


def tokens(text: str) -> list[Token]:
    """Cut a text into words and marks; words that are one rank together become one."""
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
            joined.append(Token(text[token.start : last.end], _JOINED[key], token.start, last.end))
            skip = size - 1
        else:
            joined.append(token)
    return joined


def is_head(token: Token) -> bool:
    """Whether the word can end a title, or begin one with "of" or a comma after it."""
    return token.norm in vocabulary().heads


def is_rank(token: Token) -> bool:
    """Whether the word is a rank over others, not the work itself."""
    return vocabulary().heads.get(token.norm, "") in _RANKS or token.norm in ("lead", "teamlead")


def is_verb(word: Token, after: Token) -> bool:
    """Whether a word before a title is a verb or remark ("help developers", "new CIO")."""
    vocab = vocabulary()
    return (
        word.norm in vocab.verbs
        and word.norm not in vocab.scope
        and word.norm not in vocab.heads
        and not has_function([word])
        and (word.norm, after.norm) not in vocab.strong
    )


def is_whole(token: Token) -> bool:
    """Whether a rank needs no field beside it, as "CEO" and "Founder" do."""
    return vocabulary().heads.get(token.norm) == "executive" and token.norm != "executive"


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
_PAIRS = frozenset({
    ("learning", "development"), ("food", "beverage"), ("health", "safety"),
    ("data", "analytics"), ("people", "culture"), ("trust", "safety"),
    ("infrastructure", "operations"), ("strategy", "operations"), ("quality", "patient"),
    ("release", "change"), ("maintenance", "facilities"),
})  # fmt: skip


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


_UNKNOWN_FIELD = "unknown"
"""What `titles.toml` calls a field of work of which nothing typical is known."""


def classify(part: Sequence[Token]) -> tuple[Seniority, str]:
    """Give seniority and function of the words of one title."""
    vocab = vocabulary()
    words = [t for t in part if t.norm]
    norms = [t.norm for t in words]
    heads = [n for n in norms if n in vocab.heads]
    core = next((s for s in _segments(part) if any(is_head(t) for t in s)), words)
    line = re.sub(r" (?:i{1,3}|iv|v|\d)$", "", " ".join(t.norm for t in core))
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
        known = [
            vocab.chief_words[w] for w in (field, field.split(" ")[0]) if w in vocab.chief_words
        ]
        return "executive", (known or [_function(_segments(words))])[0]
    function = _function(_segments(part))
    if function == _UNKNOWN_FIELD:
        return _seniority(line, norms, heads, function), ""
    return _seniority(line, norms, heads, function), function or _owner(norms)


def _owner(norms: Sequence[str]) -> str:
    """Give the function of those who run the whole: their title names no field."""
    whole = {"founder", "owner", "president", "managingdirector", "managingpartner",
             "generalmanager", "chairman", "chairwoman", "chairperson", "proprietor",
             "entrepreneur", "executivedirector", "owner-operator", "csuite",
             "geschäftsführer"}  # fmt: skip
    return "general" if whole.intersection(norms) else ""


def _seniority(line: str, norms: Sequence[str], heads: Sequence[str], function: str) -> Seniority:
    vocab = vocabulary()
    if norms[0] == "lead" and len(norms) > 2 and norms[-1] in ("executive", "owner"):
        return "lead"
    if line.endswith(("product owner", "process owner", "system owner", "platform owner")):
        return "individual"
    if line.endswith(("account executive", "sales executive", "marketing executive")):
        return "individual"
    if line.endswith(("hospital administrator", "school administrator", "practice administrator")):
        return "director"
    if norms[-1:] == ["principal"] and function in ("education", "school"):
        return "director"
    if line.endswith("head teacher"):
        return "director"
    if norms[-1:] == ["officer"] and function in ("compliance", "security", "legal"):
        return "manager"
    if _ALONE.search(line) and not {"group", "head", "director", "vp"}.intersection(norms):
        return "individual"
    last = [
        n for n in heads if n not in ("lead", "principal", "associate", "assistant", "executive")
    ]
    levels = {vocab.heads[n] for n in (last or heads)}
    best: Seniority = next((level for level in SENIORITIES if level in levels), "")
    if norms[0] == "head" and len(norms) > 1 and vocab.heads.get(norms[-1]) == "individual":
        return "lead"
    if best == "individual" and "lead" in norms:
        return "individual" if norms[-1] == "manager" else "lead"
    return best
