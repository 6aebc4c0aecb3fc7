"""
Phrasing: a line of an answer asked as a yes/no question about a prospect.

The reading of the line chooses the frame; where the reading is not sure, the line is quoted
whole, in a frame that is grammatical around any words. Each question is in the third
person: "this person" or "they" for a persona, "the company" or "they" for a segment.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.contract import Kind
from octave_api.engine.aims_with_figures import with_figure
from octave_api.engine.framing import EVERYBODYS, is_thing
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE, Phrase
from octave_api.engine.phrase_words import PREPOSITIONS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.roles import find_titles
from octave_api.engine.said import QUOTED, Said, ask, hard, quote, to_you, with_article
from octave_api.engine.told_clauses import of_the_world, turned, unframed
from octave_api.engine.troubles import left, named, trouble
from octave_api.engine.wording import capital, lower_first

SUFFERED = frozenset(
    "struggle suffer dislike hate lack lose waste spend worry fear fail feel find miss get keep "
    "need "
    "have see depend rely juggle face experience encounter prefer know want believe think like "
    "love "
    "care expect hope wish agree be seem lag rush wait operate work run use live receive deal "
    "fight "
    "cope wrestle grapple battle drown chase sink bleed argue rebuild retype".split()
)
_MISHAPS = frozenset(
    "drown lose waste suffer chase juggle wait rely depend worry fear lack miss sink bleed argue "
    "fight rebuild retype".split()
)
"""What is done without wanting: nobody struggles to lose a day."""
_UNSEEN = frozenset(
    "understand know believe think feel be want like love care prefer value".split()
)
_NO_MORE = re.compile(r"(?i)^no (?P<more>more )?(?P<what>(?!longer\b|need\b|one\b|later\b|\d).+)$")
_BETTERED = re.compile(
    r"(?i)^(?:fewer|less|more|no more|lower|zero|every|one|[\w-]+ on (?=time$)|better|"
    r"shorter|faster|earlier|higher|smaller|an?"
    r"|\d[\d.,]*\s?%|(?:[\w-]+ ){1,3}(?:\w+ed|gone|done|paid|sent|kept|held|made|known|seen) "
    r"(?:in|on|by|at|before|within|without|after|every|with)\b)\s*\S"
)
"""What is wanted rather than had among one's goals: "fewer agency shifts", "orders sent by six"."""
_LEFT_SO = re.compile(r"(?i)\b\w+ed (?:above|below|under|over|without|before|after|on|in|by)\b")
_TWO = re.compile(r"^(?!.*\b(?:and|or)\b)[^,]+, ")
"""Two thoughts that only a comma parts: "the price first, all else second"."""
_ON_TIME = re.compile(r"(?i)^\w+s (?:on|in|at|by|before|within|without|right|ready|out of)\b")
"""A state of things, not a deed: "trains on time"."""
_FEARLESS = re.compile(r"(?i)\bnot\b.{0,20}\b(?:afraid|scared|worried|concerned|frustrated)\b")
SOMEBODY = re.compile(
    r"(?i)^(?:an?|the) (?:[\w-]+ ){0,4}(?:\w*(?:er|or|ist|ian)|person|lead|head|chief|user"
    r"|boss) who\b"
)
_COMPANIES = re.compile(
    r"(?i)^(?!the\b)(?:[\w&/-]+ ){0,2}?(?:companies|charities|businesses|firms|banks|insurers|"
    r"retailers|hospitals|clinics|chains|agencies|manufacturers|schools|universities|restaurants"
    r"|hotels)\b"
    r"(?= (?:in|with|that|of|from|whose|without|between|across)\b|$)"
)
"""Companies are where somebody works, not what one is responsible for."""
_FOR_THEM = re.compile(
    r"(?i)^(?:hard|difficult|tough|tricky|challenging) "
    r"(?:for (?:them|their (?:team|teams|people|staff|company)) )?to (?P<what>\S.+)$"
)
_MANY = re.compile(
    r"(?i)^(?:many|most|some|several|all|they)(?: of them)? (?P<be>have|are|can) "
    r"(?P<rest>(?!to\b)\S.+)$"
)
"""What a line says of many of them: "many have been through one failed change"."""
_TO_A_NAME = re.compile(
    r"^(?:[Ww]orks?|[Rr]eports?|[Mm]anaged|[Cc]ollaborates?|[Ll]ed|[Pp]artners?) (?:closely )?"
    r"(?:alongside|for|to|with|by|under|at) (?:[A-Z][a-z]+)(?: (?:and|&) [A-Z][a-z]+)?$"
)
"""A colleague in a story about a made-up person: no prospect has the same one."""
_FUNCTIONS = re.compile(
    r"(?i)\b(?:sales|marketing|finance|engineering|product|operations|legal|procurement|support|"
    r"security|design|it|hr|management|leadership|customers?|partners?|teams?)$"
)


def duty(line: str) -> Said:
    """Ask whether somebody does what the line says."""
    found = read_phrase(line, verbal=True, short=True)
    if _TO_A_NAME.match(found.text) and not _FUNCTIONS.search(found.text):
        return Said(ask(f"Does this describe their work: “{line.strip()}”"), 0.0)
    if found.sure >= SURE:
        match found.kind:
            case "verb" | "gerund":
                base = re.sub(r"^be able to ", "", found.base)
                if base.startswith("be "):
                    return Said(ask(f"Is this person {base[3:]}"), min(found.sure, 0.7))
                sure = found.sure if base.split()[0] not in _UNSEEN else min(found.sure, 0.65)
                return Said(
                    ask(f"Does this person {base}"), sure, to_you(f"How do you {base} today?")
                )
            case "state":
                return Said(
                    ask(f"Is this person {found.text}"),
                    found.sure,
                    to_you(f"Are you {found.text}?"),
                )
            case "clause" if not found.text.startswith(("they ", "their ")):
                return replace(quote("Does this describe their work", line), sure=0.0)
            case "noun" if "responsibilit" in found.text:
                return Said(
                    ask(f"Does this person have {found.named}"),
                    found.sure,
                    f"Do you have {found.named}?",
                )
            case "noun" if any(title.start == 0 for title in find_titles(line[:80])):
                return Said(ask(f"Is this person responsible for {found.named}"), 0.0)
            case "noun" if " they" in found.text:  # "the rest of the week they are covering"
                return replace(quote("Does this describe their work", line), sure=0.0)
            case "noun" if _COMPANIES.match(found.text):
                return Said(ask(f"Do they work for {found.text}"), min(found.sure, 0.7))
            case "noun" if not SOMEBODY.match(found.text) and is_thing(
                found.named.lower().split(), found.named[:1].isupper()
            ):
                aloud = to_you(f"Who is responsible for {found.text} in your team?")
                return Said(ask(f"Is this person responsible for {found.named}"), found.sure, aloud)
    return quote("Does this describe their work", line)


_GIVEN = re.compile(
    r"(?i)^(?:(?P<given>(?:if|when|whenever|once) [^,;:]{5,60})|(?P<why>because|as|since|although"
    r"|while) (?P<reason>[^,;:]{5,60})), (?P<then>\S.+)$"
)
"""What happens in a case, and what comes of a reason."""


_MATTERS = re.compile(
    r"(?i)\b(?:is|are) (?:also |so |very |more |\w+ly )?(?:critical|crucial|essential|important"
    r"|vital|paramount|key|imperative)\b"
)


def pain(line: str, kind: Kind) -> Said:
    """Ask whether somebody has the problem that the line names."""
    line = unframed(line)
    settled = left(line) or named(line) or _given(line, kind)
    if settled is not None:
        return settled
    found = read_phrase(line, short=True)
    size = len(line.split()) if found.kind in ("clause", "verb") else 0
    if len(found.text.split()) < size <= _WHOLE:
        found = read_phrase(line)
    elif found.kind == "clause" and (head := _FIRST.match(line)):
        first, then = read_phrase(head[1]), read_phrase(line[head.end() :])
        both = first.kind == then.kind == "clause" and first.sure >= SURE
        found = first if both else found
    elif _is_cut(found, line) and read_phrase(line).kind == "clause":
        found = replace(found, sure=min(found.sure, 0.5))
    if any(title.start == 0 for title in find_titles(line[:80])):
        return Said(ask(f"Would they recognise this problem: “{line.strip()}”"), 0.0)
    if found.sure < SURE or _FEARLESS.search(found.text) or SOMEBODY.match(found.text):
        quoted = quote("Would they recognise this problem", line)
        return replace(quoted, sure=0.0) if _MATTERS.search(line) else quoted
    text, sure = found.text, found.sure
    match found.kind:
        case "how":
            return Said(ask(f"Do they struggle with {text}"), sure)
        case "hard" if done := _FOR_THEM.match(text):
            aloud = to_you(f"What makes it {text}?")
            deed = read_phrase(done["what"], verbal=True, short=True)
            what = deed.base if deed.kind == "verb" and deed.sure >= SURE else done["what"]
            return Said(ask(f"Do they struggle to {what}"), sure, aloud)
        case "hard":
            return Said(ask(f"Is it {hard(text)}"), sure, to_you(f"Is it {hard(text)}?"))
        case "state":
            return Said(ask(f"Are they {text}"), sure, to_you(f"When were you last {text}?"))
        case "verb":
            base = found.base
            suffered = base.split()[0] in SUFFERED and not base.startswith("keep up ")
            if not found.third and not suffered:
                base = f"struggle to {base}"
            often = "Do you" if base.split()[0] in _UNSEEN else "How often do you"
            return Said(ask(f"Do they {base}"), sure, to_you(f"{often} {base}?"))
        case "gerund" if text.lower().startswith("ranging "):
            return Said(ask(f"Would they recognise this problem: “{line.strip()}”"), 0.0)
        case "gerund" if found.base.split()[0] in _MISHAPS:
            return Said(
                ask(f"Do they {found.base}"), sure, to_you(f"How often do you {found.base}?")
            )
        case "gerund" if not text.lower().startswith(("not ", "having ", "being ")):
            aloud = to_you(f"What makes {text} hard today?")
            return Said(ask(f"Do they struggle to {found.base}"), sure, aloud)
        case "gerund":
            return Said(ask(f"Is {text} a problem for them"), sure)
        case "clause":
            return _told(text, sure, kind)
        case "noun" | "wish":
            return trouble(found)
    return quote("Would they recognise this problem", line)


def _is_cut(found: Phrase, line: str) -> bool:
    """Tell whether a thing was cut out of a longer line."""
    return found.kind == "noun" and len(found.text) < len(line) - 2


def _told(text: str, sure: float, kind: Kind) -> Said:
    """Ask about what a clause says; how the world goes, and what once was, is asked of nobody."""
    if many := _MANY.match(text):
        be, rest = many["be"].lower(), many["rest"]
        if be == "have" and not look_up(rest.split()[0].lower()).past:
            be, rest = "do", f"have {rest}"
        return Said(ask(f"{be} they {rest}"), sure, to_you(f"{capital(be)} they {rest}?"))
    if text.startswith(("they were ", "they had ", "they did ")) or (
        of_the_world(text) or _MATTERS.search(text)
    ):
        return Said(ask(f"Is it true that {text}"), 0.0)
    if len(text.split()) == 2:
        sure = min(sure, QUOTED)  # "Paper logs": more often things than a deed
    if text.split()[0].lower() in PREPOSITIONS:
        sure = min(sure, QUOTED)
    direct = turned(text)
    if direct is not None:
        return Said(ask(direct), sure, to_you(capital(f"{direct}?")))
    who = "they" if kind == "persona" else "their teams"
    yours = to_you(text) if text.startswith(("their ", "they ", "it ")) else text
    return Said(ask(f"Would {who} say that {text}"), sure, f"Would you say that {yours}?")


def _given(line: str, kind: Kind) -> Said | None:
    """Ask what happens in a case: "If a baker is ill, does the owner bake?"."""
    found = _GIVEN.match(line)
    if found is None:
        return None
    if found["why"]:
        said = pain(found["then"], kind)
        # Where what comes of it is too long to ask, its reason is what can be seen.
        said = said if said.sure >= SURE else pain(found["reason"], kind)
        return said if said.sure >= SURE else None
    then = read_phrase(found["then"])
    if then.kind != "clause" or then.sure < SURE:
        return None
    if found["given"].split()[1].lower()[:3] in ("he", "she", "he'", "he’"):
        return Said(ask(f"Would they say that {then.text}"), 0.0)
    given, direct = lower_first(found["given"]), turned(then.text)
    text = f"{given}, {direct}" if direct else f"Would they say that {given}, {then.text}"
    return Said(ask(text), min(then.sure, 0.7), to_you(capital(f"{text}?")))


_FIRST = re.compile(
    r"((?:[^\s,;:()]+ ){3,10}[^\s,;:()]+), (?!(?:[\w'’-]+ ){0,3}[\w'’-]+,? (?:and|or) )"
)
"""A first clause: what follows its comma goes on with no list."""
_WHOLE = 11
"""A clause of so many words is asked whole: its end is often the point."""


_NOT_SO = re.compile(r"(?i), not (?:an? |the |in |by |after )?[\w-]+(?: [\w-]+)?$")
"""What an aim is set against: "a price in an hour, not a week"."""


def aim(line: str, kind: Kind) -> Said:
    """Ask whether somebody has the goal or priority that the line names."""
    line = _NOT_SO.sub("", line, count=1)
    found = read_phrase(line, verbal=True, short=True)
    word = "goals" if kind == "persona" else "priorities"
    if figure := with_figure(line, kind):
        return figure
    if EVERYBODYS.match(found.base or found.text):
        return Said(ask(f"Is this one of their {word}: “{line.strip()}”"), 0.0)
    if found.sure < SURE or SOMEBODY.match(found.text):
        return quote(f"Is this one of their {word}", line)
    text, sure = found.text, found.sure
    spared = _NO_MORE.match(text) if kind == "persona" or found.kind == "noun" else None
    if spared and not _LEFT_SO.search(spared["what"]):
        what = with_article(spared["what"])
        wish = f"to put an end to {what}" if spared["more"] else f"to avoid {what}"
        return Said(ask(f"Do they want {wish}"), 0.8, to_you(f"How important is it to you {wish}?"))
    match found.kind:
        case "verb" if found.third and _ON_TIME.match(line):
            return quote(f"Is this one of their {word}", line)
        case "verb" | "gerund" if not text.startswith("not "):
            base = found.base
            aloud = to_you(f"How important is it to you this year to {base}?")
            if base.startswith(("want ", "need ")):
                return Said(ask(f"Do they {base}"), sure)
            start = "Do they want to" if kind == "persona" else "Are they working to"
            return Said(ask(f"{start} {base}"), sure, aloud)
        case "wish":
            return Said(ask(f"Do they want {text}"), sure)
        case "state" if text.startswith(("measured ", "judged ", "assessed ", "paid ")):
            return Said(ask(f"Are they {text}"), sure, to_you(f"Are you {text}?"))
        case "state":
            return Said(ask(f"Do they want to be {text}"), sure)
        case "clause" if text.split()[0] in ("a", "an"):
            return Said(ask(f"Do they want {text}"), min(sure, 0.7))
        case "clause":
            return Said(ask(f"Would they say that {text}"), sure)
        case "noun" | "gerund":
            aloud = to_you(f"How high on your list this year do you put {found.named}?")
            if found.kind == "noun" and found.plural is None and _TWO.search(text):
                return quote(f"Is this one of their {word}", line)
            if found.kind == "noun" and kind == "persona" and _BETTERED.match(text):
                thing = text if text.startswith(("zero", "one")) else found.counted
                return Said(ask(f"Do they want {thing}"), sure, aloud)
            if found.kind == "noun" and found.plural is None:
                named = f"Do they want {text}" if kind == "persona" else ""
                return Said(ask(named or f"Is one of their {word} {text}"), sure, aloud)
            be = "Are" if found.plural else "Is"
            return Said(ask(f"{be} {found.named} among their {word}"), sure, aloud)
    return quote(f"Is this one of their {word}", line)
