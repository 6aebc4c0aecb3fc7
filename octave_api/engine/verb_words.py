"""
The small words around verbs, and the nouns and verbs that look alike: where a verb phrase begins.
"""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those my our your his her its their every each all both any some no "
    "new more less fewer multiple several many most other one two three four five what how who "
    "whom "
    "them it us you me him everyone everything anyone people".split()
)
PREPOSITIONS = frozenset(
    "of in on at by with from into onto for to over under between among across through against "
    "about within without per via as toward towards upon during".split()
)
PHRASAL = {
    "report": {"to", "on", "into"}, "work": {"with", "on", "across", "alongside", "closely", "to"},
    "partner": {"with"}, "focus": {"on"}, "plan": {"for"}, "look": {"for", "after", "at"},
    "care": {"about"}, "sign": {"off"}, "set": {"up", "out"}, "deal": {"with"}, "act": {"as"},
    "answer": {"to", "for"}, "budget": {"for"}, "scale": {"up", "out"}, "roll": {"out"},
    "keep": {"up"}, "push": {"for", "back"}, "lead": {"to"}, "contract": {"with"}, "lobby": {"for"},
}  # fmt: skip
# Nouns too by the dictionary, but verbs when an "and" and a phrase of the same form go before.
MOSTLY_VERBS = frozenset(
    "lead drive build run own hire coach train ship set track measure help close write buy make "
    "keep "
    "cut grow support monitor review plan design test win share answer meet handle launch shape "
    "sell "
    "find turn spend save watch guide mentor audit check command control decide define draft fix "
    "file "
    "fund guard host hold increase influence input interview improve judge leverage mandate map "
    "match "
    "maintain mine negotiate offer order oversee pay pick pilot prepare present protect prove "
    "publish "
    "pull push question raise rank recommend recruit reduce release repair report request research "
    "resolve roll rate route scale schedule scope score screen search select settle sign solve "
    "source "
    "staff start stop store structure supply survey teach trace train transform translate travel "
    "treat "
    "troubleshoot tune update upgrade use validate value vet visit walk want work break bring "
    "call catch "
    "champion change clean collect combine compare cover create deploy develop document embed "
    "ensure "
    "escalate evaluate explore expand track onboard reconcile balance advise need".split()
)
ADVERBS = frozenset(
    "also often always usually typically then still never sometimes mostly mainly even just "
    "personally "
    "together now both either regularly daily primarily generally not".split()
)
MODALS = frozenset(
    "can could will would may might must should do does did don't doesn't cannot won't".split()
)
COORDINATORS = frozenset((",", ";", "and", "or", "&", "but", "then"))
SUBORDINATORS = frozenset(
    "that which so because if when while where whether how although unless until since "
    "whose".split()
)
# Plurals that do stand before nouns.
PLURALS = frozenset(
    "services markets products accounts claims works goods sports records systems operations sales "
    "contracts rights arms savings needs".split()
)
STATES = frozenset(
    "am is are was were be been being have has had want wants need needs like likes love hope "
    "feel feels "
    "believe think know wish would".split()
)
PRONOUNS = frozenset("i we they he she you".split())
