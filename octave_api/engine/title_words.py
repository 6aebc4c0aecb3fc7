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
    by_trade: frozenset[str]
    yields: frozenset[str]
    placed: frozenset[str]
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


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the word lists once."""
    raw = tomllib.loads((files(__package__) / "knowledge" / "titles.toml").read_text("utf-8"))
    words = raw["words"]
    abbreviations: dict[str, str] = words["abbreviations"]
    heads: dict[str, Seniority] = {
        word: level for level in SENIORITIES for word in raw["heads"][level]
    }
    heads.update(dict.fromkeys(raw["by_trade"]["placed"], "individual"))
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
        by_trade=frozenset([*raw["by_trade"]["yields"], *raw["by_trade"]["stands"]]),
        yields=frozenset(raw["by_trade"]["yields"]),
        placed=frozenset(raw["by_trade"]["placed"]),
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
    return bool(function_of([part]))


@lru_cache(maxsize=2)
def _last_words(strong: bool) -> frozenset[str]:
    """Give the words that the phrases of a table end with."""
    vocab = vocabulary()
    return frozenset(phrase[-1] for phrase in (vocab.strong if strong else vocab.weak))


def _phrase(part: Sequence[Token], strong: bool) -> str:
    """Give the function of the last phrase of a table, the longest first where two end alike."""
    norms = [t.norm for t in part]
    last = _last_words(strong)
    if last.isdisjoint(norms):
        return ""
    vocab = vocabulary()
    table = vocab.strong if strong else vocab.weak
    for end in range(len(norms), 0, -1):
        for size in (3, 2, 1) if norms[end - 1] in last else ():
            if size <= end and (found := table.get(tuple(norms[end - size : end]))):
                return found
    return ""


def function_of(segments: Sequence[Sequence[Token]]) -> str:
    """Give the function that words cut at their marks name, a strong one first, or ""."""
    for strong in (True, False):
        for segment in segments:
            if found := _phrase(segment, strong):
                return found
    return ""


VALUED = re.compile(
    r"(?i)\W*(?:an? |the )?(?:key|strategic|trusted|valued|close) (?:[\w-]+ )?partners?\b"
)
"""A partner of this sort is no job."""
