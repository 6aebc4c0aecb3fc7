"""
Source questions: what a source itself asks ("What is your plan?") as a yes/no question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from octave_api.engine.clauses import sentences
from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import ARTICLES, DETERMINERS, PREPOSITIONS, PRONOUNS
from octave_api.engine.presumed import presumed, without_asker
from octave_api.engine.said import Said, to_they, to_you
from octave_api.engine.verbs import verb
from octave_api.engine.wording import capital, lower_first, squeeze

_YES_NO = re.compile(
    r"(?i)^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|might)"
    r"(?:n['’]t)?\s"
)
_AUX = r"(?:do|does|did|is|are|was|were|have|has|can|could|will|would|should)"
_WH = re.compile(
    r"(?i)^(?P<wh>(?:(?:to|for|at|in|with|by)\s+)?(?:who|whom|whose\s+\w+|when|where|why|"
    r"how(?:\s+(?:many|much|often|long|important|happy|soon|quickly|well|big|large|far|easy|"
    rf"difficult|\w+ly))?(?:\s+(?!{_AUX}\b)[\w'’-]+){{0,6}}|"
    rf"(?:what|which)(?:\s+(?!{_AUX}\b)[\w'’/-]+){{0,5}}))\s+"
    rf"(?P<aux>{_AUX})\s+(?P<rest>.+)$"
)
_TELL = re.compile(
    r"(?i)^(?:please\s+)?(?:tell me|tell us|walk me through|walk us through|describe|explain|"
    r"share)\s+(?:about\s+|more about\s+)?(?P<rest>.+)$"
)
_LEANS = re.compile(
    r"(?i)^(?:is|are|was|does|do|has|how is|how does) (?:this|that|it|these|those)\b|"
    r"\bthat going\b|\bwould (?:that|it|this) be\b|^do (?:you|they)$|^what if\b|^how so\b|"
    r"\bget there$|\bas a result$"
)
"""A question that leans on the sentence before it, or that wants no answer."""
_HOLE = re.compile(r"<[^<>]{0,40}>|\{[^{}]{0,40}\}|\[[^\[\]]{0,40}\]|https?:|(?<!\w)_{2,}")
_OURS = re.compile(r"(?i)\b(?:our|ours|we|us|my|me|i)\b(?!\s*-)")
_LEAD = re.compile(
    r"(?i)^(?:(?:and|so|but|ok|okay|great|now|also|then|well)\b,?\s+)?(?:[^,?]{3,120},\s+)"
    rf"(?=(?:what|which|who|when|where|why|how|{_AUX})\s)"
)
_NUMBERED = re.compile(r"^(?:Q\s?\d{1,2}[.:)]?|\d{1,2}[.)]|\(?[a-z]\))\s+")
_LABEL = re.compile(rf"(?i)^[^?:]{{2,40}}:\s+(?=(?:what|which|who|when|where|why|how|{_AUX})\s)")
_SECOND = re.compile(
    r"(?i),?\s+(?:and|or)\s+(?=(?:why|how|what|when|where|who|can|do|does|did|is|are|will|would|"
    r"have|has)\s+(?:you|they|your|their|it|these|those|this|that|the|there|is|are|do|does)\b)|"
    r",?\s+and\s+(?:why|how|when|who|so on)$|,?\s+or not$|"
    r",?\s+and\s+(?:from |to |for |with |in |by |at )?(?:how (?:much|many|often|long)|which)\b|"
    r",?\s+(?:and\s+)?if (?:so|yes|not|no)\b"
)
_FILLER = re.compile(r"(?i)\s+(?:say,|e\.g\.,?|for example,?|in general,?|exactly|currently)(?=\s)")
_HABIT = re.compile(r"(?i)\s+(?:typically|usually|normally|generally)(?=\s)")
_NOW = re.compile(r"(?i)\b(?:do|does|are|is) (?:you|they|your \w+|the \w+) currently\b")
_PRONOUN_SUBJECT = re.compile(
    r"(?i)^(?P<subject>they(?: and(?:/or)? their [\w-]+)?|it|we|there|he|she)\s+(?P<rest>.+)$"
)
_DESCRIBE = re.compile(r"(?i)^they (?:describe|characteri[sz]e|explain) (?P<what>\S.+)$")
_BOTH = re.compile(r"^(?P<one>[a-z]+) (?P<join>and|or) (?P<two>[a-z]+)(?= (?!of\b)\S)")
_HAVE = re.compile(
    r"(?i)^(?P<hole>(?:[\w'’-]+\s+){0,3}?(?:plans?|strategy|strategies|budget|timelines?"
    r"|time frame|timeframe|"
    r"deadline|goals?|targets?|polic(?:y|ies)|roadmap|criteria|requirements|objectives|metrics"
    r"|kpis|"
    r"process for|approach to|solution for))\b(?P<tail>.*)$"
)
_SHARE = re.compile(
    r"(?i)^(?:what|which) (?:percentage|share|proportion|portion|part|number) of \S"
)
_TOP = re.compile(r"(?i)\b(?:\w+est|most|top|main|current|key|number one|primary)\b")
_TROUBLES = re.compile(
    r"(?i)^(?:what|which)(?P<kind>(?:\s+[\w-]+){0,2}?\s+(?:challenges|problems|issues|difficulties|"
    r"obstacles|blockers|pains|concerns|bottlenecks|risks|delays|gaps|limitations))$"
)
_MEET = re.compile(
    r"(?i)^(?:they|their teams?)\s+(?:currently\s+)?(?P<verb>have|face|see|experience|encounter"
    r"|hit|run into|"
    r"facing|having|experiencing|seeing|encountering|running into)\b(?P<rest>.*)$"
)
_YOU = re.compile(r"(?i)\byour?\b")
_WOULD_LIKE = re.compile(r"(?i)^would they like (?P<verb>[a-z]+)\b")
_ENDS_BACK = re.compile(
    r"(?i)\b(?:of|for|about|in|with|fix|do|on) (?:this|that|it|these|those)\b|\b(?:him|her)\W*$|"
    r"\bhave one\b\W*$|^can they name the \w+\?$|\b(?:you|icp)\b"
)
_COUNTS = re.compile(r"(?i)^how (?:much|many|often|long|happy|important|soon|quickly|big|large)\b")
_SHORT_NOUN = re.compile(r"(?i)(?:the|their|a|an|this)\s+(?:\S+\s+){0,4}\S+$")
_IS = re.compile(r"(?i)^(what|who|where|when|how)['’]s\b")
_MOST_WORDS, _LONGEST = 26, 2000
UNASKED = 0.0
_MODALS = ("would", "could", "will", "can", "should", "might")


@lru_cache(maxsize=1024)
def asked(question: str) -> Said:
    """
    Turn a source's own question into a yes/no question about the prospect.

    "Do you have a data team?" -> "Do they have a data team?"
    "What is your time frame?" -> "Do they have a time frame?"
    Of several sentences the first yes/no question that stands alone counts, else the first
    that makes one. A question with a template's hole, or that leans on what was said before
    it, is not sure at all.
    """
    said = squeeze(question[:_LONGEST])
    parts = [squeeze(said[start:end]) for start, end in sentences(said)]
    asking = [part for part in parts if part.endswith("?")] or parts[:1] or [said]
    plain = [_plain(part) for part in asking]
    alone = [part for part in plain if not _LEANS.search(part)]
    tried = [part for part in alone if _YES_NO.match(part)] + alone
    turned = ((part, _turned(part, current=bool(_NOW.search(question)))) for part in tried)
    part, made = next(((part, one) for part, one in turned if one is not None), ("", None))
    if made is None:
        kept = asking[0].rstrip("?").replace("“", "‘").replace("”", "’")
        return Said(f"Do they have an answer to “{kept}”?", UNASKED)
    sure = 1.0 if len(made.split()) <= _MOST_WORDS else 0.5
    if _HOLE.search(part) or made.count("(") != made.count(")"):
        sure = UNASKED
    elif _ENDS_BACK.search(made):
        sure = min(sure, 0.4)
    elif _OURS.search(made.replace("US", "")):
        sure = min(sure, 0.3)
    aloud = part if _YOU.search(part) else to_you(part)
    return Said(made, sure, _ask(aloud))


def _plain(question: str) -> str:
    """Drop a label, a lead-in clause, a filler and a second question."""
    text = _IS.sub(r"\1 is", _NUMBERED.sub("", question.rstrip("?.! ").lstrip("\"“'‘ ")))
    for pattern in (_LABEL, _LEAD):
        rest = pattern.sub("", text, count=1)
        if len(rest.split()) >= 3:
            text = rest
    text = _HABIT.sub("", _FILLER.sub("", text))
    if len(text.split()) > 3:
        cut = _SECOND.search(text)
        if cut and len(text[: cut.start()].split()) >= 4:
            text = text[: cut.start()]
    return text


def _turned(plain: str, *, current: bool = False) -> str | None:
    """Ask with yes or no; None where no frame fits."""
    text = to_they(plain)
    if _YES_NO.match(text):
        would = _WOULD_LIKE.match(text)
        if would and look_up(would["verb"].lower()).only_verb:
            text = f"{text[: would.start('verb')]}to {text[would.start('verb') :]}"
        return _ask(text)
    tell = _TELL.match(text)
    if tell:
        return _ask(f"Can they describe {tell['rest']}")
    found = _WH.match(text)
    if found is None:
        taken = without_asker(text)
        if taken:
            return _ask(taken)
        if _SHARE.match(text):
            return _ask(f"Do they know {lower_first(text)}")
        who = re.match(r"(?i)^(?:who|what|which (?P<kind>\w+))\s+(?P<verb>\w+)\s+\S", text)
        many = bool(who and who["kind"] and look_up(who["kind"].lower()).plural)
        form = look_up(who["verb"].lower()) if who else None
        if form and (form.base if many else form.third):
            return _ask(f"Do they know {text[:1].lower()}{text[1:]}")
        return None
    wh, aux, rest = found["wh"], found["aux"].lower(), found["rest"]
    wh = wh[0].lower() + wh[1:]
    now = " currently" if current else ""
    made = (
        _trouble(wh, aux, rest) or without_asker(text) or presumed(wh, aux, rest, _split(rest, aux))
    )
    for frame in (_named, _counted):
        made = made or frame(wh, aux, rest)
    if made:
        return _ask(made)
    made = _indirect(wh, aux, rest, now)
    return _ask(made) if made else None


def _trouble(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether there is any: "What challenges do they have?"."""
    kind, meet = _TROUBLES.match(wh), _MEET.match(rest)
    if kind is None or meet is None or aux not in ("do", "are"):
        return None
    return f"{aux} they {meet['verb']}{kind['kind']}{meet['rest']}"


def _named(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether there is one: "What is their plan?"."""
    if wh not in ("what", "which") or aux not in ("is", "are"):
        return None
    words = rest.split()
    if words[0].lower() not in DETERMINERS or len(words) < 2:
        return None
    if words[0].lower() == "most" and "to" in words[1:4]:
        return None  # "What is most important to you …": there is no noun.
    held = _HAVE.match(rest.partition(" ")[2])
    if words[0].lower() == "their" and held and not _TOP.search(held["hole"]):
        noun = held["hole"] if aux == "are" else article(held["hole"])
        return f"do they have {noun}{held['tail']}"
    if words[1].lower() in PREPOSITIONS or (look_up(words[1].lower()).adverb and len(words) < 3):
        return None
    if words[-1].lower() in PREPOSITIONS | ARTICLES | {"doing", "going", "like"}:
        return None
    if any(word.lower() in ("doing", "trying", "using", "looking") for word in words[1:3]):
        return None
    return f"can they name {rest}"


def _counted(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether they know a number whose noun is the subject: "how much is lost"."""
    if not re.match(r"(?i)how (?:much|many)\s", wh) or aux in ("do", "does", "did"):
        return None
    if rest.split()[0].lower() in DETERMINERS | {"they", "we", "it", "there", "he", "she"}:
        return None
    return f"do they know {wh} {aux} {rest}"


def _indirect(wh: str, aux: str, rest: str, now: str = "") -> str | None:
    """Put subject before verb: ("where", "do", "they bake") -> "where they bake"."""
    knows = "do they know" if _COUNTS.match(wh) else "can they say"
    described = _DESCRIBE.match(rest) if wh == "how" and aux in ("do", "would") else None
    if described is not None:
        return f"can they describe {described['what']}"
    opens = rest.split()[0].lower()
    if wh.startswith(("what", "who", "which")) and aux in ("is", "are", "was", "were"):
        # "What is working well?": what is asked for is the subject itself.
        found = look_up(opens)
        if opens == "being" or (found.gerund and _ends_phrase(rest.split()[1:])):
            return f"{knows} {wh} {aux} {rest}"
    moved = len(rest.split()) > 1 and rest.split()[1].lower() in DETERMINERS | PRONOUNS
    if wh in ("what", "who") and aux in _MODALS and moved and look_up(opens).base:
        return f"{knows} {wh} {aux} {rest}"
    if wh.startswith("how important") and look_up(opens).gerund:
        return None
    pronoun = _PRONOUN_SUBJECT.match(rest)
    if pronoun is not None:
        subject, tail = pronoun["subject"], pronoun["rest"]
    else:
        place, words = _verb_at(rest, aux), rest.split()
        if place is None and wh.startswith("how ") and aux in ("is", "are", "was", "were"):
            place = next(
                (n for n, word in enumerate(words) if n and word in PREPOSITIONS | {"to"}), None
            )
        if place is None:
            first = look_up(words[0].lower())
            if aux in ("is", "are", "was", "were") and _SHORT_NOUN.match(rest):
                return f"{knows} {wh} {rest} {aux}"
            if " " in wh and wh.startswith(("what", "which")) and not aux.startswith("d"):
                return f"{knows} {wh} {aux} {rest}"
            if (
                wh in ("who", "what")
                and aux not in ("do", "does", "did")
                and (first.past or first.base or first.gerund)
            ):
                return f"{knows} {wh} {aux} {rest}"
            return None
        subject, tail = " ".join(words[:place]), " ".join(words[place:])
    if aux == "did":
        return f"{knows} {wh} {subject} {_past(tail)}"
    if aux == "do":
        return f"{knows} {wh} {subject}{now} {tail}"
    if aux == "does":
        both = _BOTH.match(tail)
        if both and (two := verb(both["two"])) and verb(both["one"]):
            tail = f"{both['one']} {both['join']} {two.third}{tail[both.end() :]}"
        head, _, end = tail.partition(" ")
        known = verb(head.lower())
        return f"{knows} {wh} {subject}{now} {known.third if known else head} {end}".rstrip()
    return f"{knows} {wh} {subject} {aux}{now} {tail}"


def _split(rest: str, aux: str) -> int | None:
    """Find the place of the word after the subject."""
    pronoun = _PRONOUN_SUBJECT.match(rest)
    return len(pronoun["subject"].split()) if pronoun else _verb_at(rest, aux)


def _past(tail: str) -> str:
    """Put the first verb of a question with "did" into the past: "last fail" -> "last failed"."""
    words = tail.split()
    for place, word in enumerate(words[:3]):
        known = verb(word.lower())
        if known is not None and not (look_up(word.lower()).adverb and place + 1 < len(words)):
            return " ".join([*words[:place], known.past, *words[place + 1 :]])
    return f"did {tail}"


def _verb_at(rest: str, aux: str) -> int | None:
    """Find where the subject ends: ("the rest of their stack look like", "does") -> 5."""
    words = [word.lower().strip(",;") for word in rest.split()]
    best: int | None = None
    for place in range(1, len(words)):
        previous, found = words[place - 1], look_up(words[place])
        if previous in DETERMINERS | PREPOSITIONS | {"to", "and", "or"}:
            continue
        if words[place] in PREPOSITIONS:
            continue
        if aux in ("do", "does", "did", "can", "could", "will", "would", "should"):
            fits = found.base
        elif aux in ("have", "has"):
            fits = found.past
        else:
            fits = found.past or found.gerund or found.adjective
        before = look_up(previous)
        if not fits or not (before.noun or not before.known):
            continue
        if not found.noun or (
            found.gerund and aux in ("is", "are") and _ends_phrase(words[place + 1 :])
        ):
            return place
        agrees = before.plural == (aux in ("do", "are", "have", "were")) or not before.noun
        if best is None and (agrees or aux not in ("do", "does", "is", "are", "has", "have")):
            best = place
    return best


def _ends_phrase(following: Sequence[str]) -> bool:
    """Tell whether a gerund is a verb by what follows it: an object, an adverb or nothing."""
    if not following:
        return True
    word = following[0].lower().strip(",;")
    return word in DETERMINERS | PREPOSITIONS or look_up(word).adverb


def _ask(text: str) -> str:
    return capital(squeeze(text).rstrip("?")) + "?"
