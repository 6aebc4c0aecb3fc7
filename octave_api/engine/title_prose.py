"""
Titles named in prose, and the parts that people play in a purchase.

All spans count code points of the text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.title_words import (
    LINKS,
    Token,
    function_of,
    has_function,
    is_head,
    is_known,
    is_rank,
    is_verb,
    is_whole,
    tokens,
    vocabulary,
)
from octave_api.engine.titles import Title, make, parse_title

_BARE = frozenset(
    "developer programmer recruiter accountant designer nurse physician clinician pharmacist "
    "marketer teacher professor sre sdr bdr csm dba sysadmin engineer founder architect auditor "
    "bookkeeper paralegal sdet tester seller copywriter librarian".split()
)
_WHOLE_JOBS = frozenset(
    "generalcounsel managingdirector managingpartner generalmanager executivedirector chargenurse "
    "scrummaster chiefofstaff".split()
)
_GENERIC = frozenset(
    "team teams professional professionals department departments organization organizations "
    "organisation organisations office offices role roles group groups title titles persona "
    "personas level buyer buyers people company companies function functions world".split()
)
_ARTICLES = frozenset(
    "the a an our your their his her its my this that these those each every any most many".split()
)
_STOPS = _ARTICLES | frozenset(
    "the a an our your their his her its my this that these those each every all any some most "
    "many when if as for with by from to in on at of and or but while since because".split()
)


def find_titles(text: str) -> list[Title]:
    """
    Find the titles named in prose, precise rather than greedy.

    "VP of Sales professionals who manage…" has "VP of Sales"; "password manager", "heads" and
    "leads the team" are no titles, and neither is a field of work alone.
    """
    words = tokens(text)
    found: list[Title] = []
    done = 0
    for index, token in enumerate(words):
        if index < done or not (is_head(token) or token.norm == "chief"):
            continue
        if token.norm in _FOUNDING and _is_chief_too(words, index):
            continue
        first, last = _left(words, index, done), _right(text, words, index)
        if last > index + 2 and words[index + 1].norm == "of" and not words[index + 2].capital:
            # "Store managers of garden centres": where somebody works is no part of the title.
            last = index + 1 if has_function(words[first:index]) else last
        part = words[first:last]
        if _named(words, part, index) and parse_title(text[part[0].start : part[-1].end]):
            found.append(make(text, part))
            done = last
    return found


def _is_chief_too(words: Sequence[Token], index: int) -> bool:
    """Tell whether "/" and a chief follow: the title is both, "Founder/CEO"."""
    mark, chief = words[index + 1 : index + 2], words[index + 2 : index + 3]
    joined = bool(mark) and mark[0].text in ("/", "&") and bool(chief)
    return joined and chief[0].norm in vocabulary().chiefs and _touching(words[index], mark[0])


def _touching(left: Token, right: Token) -> bool:
    return 0 <= right.start - left.end <= 1


def _left(words: Sequence[Token], head: int, done: int) -> int:
    """Give where the words before a head begin."""
    first = head
    for index in range(head - 1, max(done, head - 5) - 1, -1):
        token, after = words[index], words[index + 1]
        if not _touching(token, after) or token.norm in _GENERIC:
            break
        strange = token.norm and not is_known(token)
        if token.text in ("&", "/") or (token.norm == "and" and after.capital):
            before = words[index - 1] if index > done else None
            if not (before and is_known(before) and _touching(before, token)):
                break
            if before.norm in _FOUNDING and words[head].norm in vocabulary().chiefs:
                continue
            if is_head(before) or (token.norm == "and" and before.norm not in vocabulary().fields):
                break
            continue
        if not token.norm or token.norm in _STOPS or token.norm in LINKS:
            break
        both = token.norm in _FOUNDING and words[head].norm in vocabulary().chiefs
        if is_head(token) and token.norm not in _PREFIXES and not (_rules(token, after) or both):
            break
        opening = index == 0 or words[index - 1].text in ".!?:;"
        if strange and not (token.capital and words[head].capital and not opening):
            break
        if token.norm == "inside" and after.norm != "sales":
            break
        if is_verb(token, after) or (_is_order(token, after) and opening):
            break
        first = index
    return first


def _is_order(token: Token, after: Token) -> bool:
    """Whether a verb may open a duty, and no field of work: "contact centre" is one."""
    vocab = vocabulary()
    return token.norm in vocab.verbs and (token.norm, after.norm) not in vocab.strong


def _rules(token: Token, after: Token) -> bool:
    """Whether a rank over a trade is named: "nurse managers", "claims adjuster supervisor"."""
    trade = vocabulary().heads.get(token.norm) == "individual"
    return trade and not token.text.endswith("s") and (is_rank(after) or after.norm in _OVER_TRADES)


_OVER_TRADES = frozenset(
    "supervisor foreman forewoman superintendent scheduler planner dispatcher coordinator".split()
)
_FOUNDING = frozenset("founder cofounder co-founder owner president chairman chair".split())
"""With "/" or "&" before a chief these make one title: "Founder/CEO"."""
_PREFIXES = frozenset({"lead", "principal", "associate", "assistant", "executive", "head", "chief"})


def _right(text: str, words: Sequence[Token], head: int) -> int:
    """Give where the words after a head end: "of Sales and Marketing", ", Revenue Ops (EMEA)"."""
    token = words[head]
    if token.norm == "chief":
        return _chief_end(words, head)
    if not is_rank(token) or is_whole(token) or token.norm == "executive":
        return head + 1
    end = head + 1
    index = head + 1
    if index < len(words) and words[index].norm in ("of", "for"):
        index += 1
    elif index < len(words) and words[index].text == "," and token.capital:
        index += 1
        if index < len(words) and not words[index].capital:
            return end
    elif token.norm == "head" or not token.capital:
        return end
    start = index
    while index < len(words) and index < head + 8:
        word = words[index]
        if index > start and not _touching(words[index - 1], word):
            break
        link = word.norm == "and" or word.text in ("&", "/")
        if link:
            after = words[index + 1] if index + 1 < len(words) else None
            if (
                index == start
                or after is None
                or after.norm not in vocabulary().fields
                or is_head(after)
            ):
                break
            if word.norm == "and" and not after.capital and not _closes(words, index + 2):
                break
        elif is_head(word) or not _continues(word, token):
            break
        index += 1
    part = words[start:index]
    if not part or (not has_function(part) and not (part[0].capital and words[start - 1].norm)):
        return end
    while words[index - 1].norm == "and" or not words[index - 1].norm:
        index -= 1
    if index + 2 < len(words) and words[index].text == "(" and words[index + 2].text == ")":
        index += 3 if words[index + 1].norm in vocabulary().scope else 0
    return index


def _continues(word: Token, rank: Token) -> bool:
    """Whether a word can go on after "VP of": a field, or a name where the rank is capitalised."""
    people = word.norm == "people" and word.capital and rank.capital
    if not word.norm or (word.norm in _GENERIC and not people) or word.norm in _STOPS:
        return False
    return is_known(word) or (word.capital and rank.capital)


def _closes(words: Sequence[Token], index: int) -> bool:
    """Whether a phrase is over at a word, so that "and" joined two fields, not two sentences."""
    return index >= len(words) or not words[index].norm or not is_known(words[index])


def _chief_end(words: Sequence[Token], head: int) -> int:
    for index in range(head + 1, min(head + 6, len(words))):
        if words[index].norm == "officer":
            return index + 1
        if not words[index].norm and words[index].text != "&":
            break
    following = words[head + 1 : head + 2]
    if following and following[0].norm in ("architect", "engineer", "accountant"):
        return head + 2
    return head + 1


_VALUED = frozenset(
    "key strategic trusted valued close true important reliable preferred main essential critical"
    " good great real".split()
)
"""A partner of this sort is no title: "a key business partner to finance"."""
_OTHER_SENSES = frozenset(
    "agent executive leader owner associate seller buyer operator principal advocate "
    "contractor".split()
)


def _named(words: Sequence[Token], part: Sequence[Token], head: int) -> bool:
    """Tell whether words around a head name a job in running text."""
    token, length = words[head], len([t for t in part if t.norm])
    vocab = vocabulary()
    before = words[head - 1] if head else None
    after = next((t for t in words[head + 1 : head + 2]), None)
    if part[0].norm in LINKS or token.norm in vocab.placed:
        return False
    if token.norm in vocab.chiefs:
        return token.text[:2].isupper() or token.norm in ("csuite", "ctio")
    if token.norm == "chief":
        return length > 1 and (token.capital or "officer" in [t.norm for t in part])
    if token.norm in ("lead", "teamlead"):
        return _lead_named(words, part, head)
    if length == 1:
        if token.norm not in _BARE or token.norm in vocab.things:
            return token.norm in _WHOLE_JOBS
        plural = token.text.lower().endswith("s")
        told = before is not None and before.norm in _ARTICLES
        return plural or (told and token.norm != "architect") or (after is None and before is None)
    if token.norm == "head" and words[head + 1 : head + 2]:
        return words[head + 1].norm == "of"
    if token.norm == "partner":
        return token.capital and part[-1] is token and part[0].norm not in _VALUED
    if token.norm == "operator" and token.text == "operators":
        return function_of([part]) in ("manufacturing", "engineering")
    if token.norm in _OTHER_SENSES:
        return has_function(part) or token.capital
    known = has_function(part) or any(not is_known(t) for t in part)
    return known or all(t.norm in vocab.scope or is_head(t) for t in part)


def _lead_named(words: Sequence[Token], part: Sequence[Token], head: int) -> bool:
    token = words[head]
    after = words[head + 1] if head + 1 < len(words) else None
    if token.norm == "lead" and (len(part) < 2 or not is_known(part[-2])):
        return False
    if part[-1] is not token:
        return False
    if after is None or not after.norm:
        ends = True
    else:
        ends = after.norm in (
            "who",
            "that",
            "and",
            "or",
            "are",
            "need",
            "want",
            "is",
            "has",
            "have",
        )
    fields = {"sales", "marketing", "inbound", "outbound", "revenue", "customer", "digital"}
    return ends and not (token.norm == "lead" and part[-2].norm in fields and not token.capital)


# Parts in a purchase

_PARTS: tuple[tuple[str, str], ...] = (
    ("Economic buyer", r"economic buyers?|budget (?:holder|owner)s?|executive buyers?|"
     r"(?:holds?|owns?|controls?) the (?:budget|purse)|signs? the (?:contract|cheque|check)"),
    ("Champion", r"(?:(?<=the )|(?<=an )|(?<=our )|(?<=your )|(?<=internal )|(?<=likely ))"
     r"champions?\b(?! (?:the|a|an|this|our)\b)|^\W*champions?(?=\W*$)|champions?(?=\s*[:/|])|"
     r"champion(?= (?:or|and) )|(?<= a )champion(?! (?:the|a|an|this|our)\b)"),
    ("Technical evaluator", r"technical (?:evaluator|buyer|decision[- ]maker|gatekeeper)s?|"
     r"(?<!self-)evaluators?"),
    ("End user", r"end[- ]users?|power users?|user buyers?|daily users?|day-to-day users?"),
    ("Influencer", r"(?<!media )(?<!social )influencers?"),
    ("Blocker", r"gatekeepers?|detractors?|^\W*blockers?(?=\W*$)|"
     r"(?:(?<=likely )|(?<=potential )|(?<=possible )|(?<= a )|(?<=internal ))"
     r"blockers?(?! (?:to|for|in|of)\b)|"
     r"blockers?(?=\s*:)"),
    ("Decision maker", r"(?<!technical )decision[- ]makers?|final (?:approver|say)|approvers?|"
     r"(?:executive )?sponsors?(?=\s*:)|executive sponsors?"),
)  # fmt: skip
_PART = re.compile(
    "|".join(rf"(?P<p{i}>\b(?:{pattern})\b)" for i, (_, pattern) in enumerate(_PARTS)),
    re.IGNORECASE,
)


_PART_WORDS = (
    "buyer budget purse contract cheque check champion evaluator decision gatekeeper user "
    "influencer detractor blocker approver final sponsor".split()
)
"""One of these is in every name of a part; most texts have none."""


def buying_roles(text: str) -> list[tuple[str, int, int]]:
    """Find the parts in a purchase that a text names: (label, start, end), in the text's order."""
    if not any(map(text.lower().__contains__, _PART_WORDS)):
        return []
    return [
        (_PARTS[int((match.lastgroup or "p0")[1:])][0], match.start(), match.end())
        for match in _PART.finditer(text)
    ]
