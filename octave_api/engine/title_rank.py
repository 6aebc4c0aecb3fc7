"""
The rank of a title among others, and the field of work that it belongs to.

A word such as "superintendent" or "technician" names its field only where it stands alone: of
a cemetery or a turbine it says nothing about schools or computers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.lexicon import look_up
from octave_api.engine.title_words import (
    SENIORITIES,
    Seniority,
    Token,
    function_of,
    is_head,
    is_known,
    vocabulary,
)

# A role that is run by its holder alone, though the word says manager.
_ALONE = re.compile(
    r"(?:product|account|customer success|success|project|program|programme|community|case|"
    r"product marketing|partner|territory|relationship|category|engagement|portfolio|"
    r"campaign|content|grants?|proposal|bid|renewals?) manager$"
)
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
        return "director", function_of(_segments(part)) or "general"
    if "assistant" in norms and (norms[-1] == "assistant" or "assistant to" in line):
        return "individual", function_of(_segments(words)) or "operations"
    for norm in norms:
        if norm in vocab.chiefs:
            return "executive", vocab.chiefs[norm]
    if norms and "chief" in norms:
        rest = norms[norms.index("chief") + 1 :]
        if rest and rest[-1] in ("architect", "engineer", "accountant", "nurse"):
            return "director", function_of(_segments(words)) or "engineering"
        field = " ".join(n for n in rest if n != "officer")
        known = [
            vocab.chief_words[w] for w in (field, field.split(" ")[0]) if w in vocab.chief_words
        ]
        return "executive", (known or [function_of(_segments(words))])[0]
    trade = _by_trade(core)
    function = function_of(_segments(part)) if trade is None else trade
    if function == _UNKNOWN_FIELD:
        return _seniority(line, norms, heads, ""), ""
    return _seniority(line, norms, heads, function), function or _owner(norms)


def _by_trade(core: Sequence[Token]) -> str | None:
    """Give the field that the words before a head name, where the head leaves it to them."""
    vocab = vocabulary()
    head = core[-1]
    words = tuple(token.norm for token in core)
    if head.norm not in vocab.by_trade or any(words[-size:] in vocab.strong for size in (2, 3)):
        return None
    trades = core[:-1]
    if found := function_of([trades]):
        return found if head.norm in vocab.yields else None
    return _UNKNOWN_FIELD if any(map(_is_trade, trades)) else None


def _is_trade(token: Token) -> bool:
    """Tell whether a word is a common noun of a field that no table holds: "parish", "turbine"."""
    found = look_up(token.norm)
    return (
        not is_known(token)
        and token.norm not in vocabulary().verbs
        and (found.noun or found.gerund)
    )


def _owner(norms: Sequence[str]) -> str:
    """Give the function of those who run the whole: their title names no field."""
    whole = {"founder", "owner", "president", "managingdirector", "managingpartner",
             "generalmanager", "chairman", "chairwoman", "chairperson", "proprietor",
             "entrepreneur", "executivedirector", "owner-operator", "owner-manager", "csuite",
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
