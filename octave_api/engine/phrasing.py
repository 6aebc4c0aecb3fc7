"""
Phrasing: a line of an answer, or a question of the source, asked as a yes/no question.

Every function gives one sentence ending in "?" about a prospect, in the third person:
"this person" or "they" for a persona, "the company" or "they" for a segment.
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine.clauses import sentences
from octave_api.engine.grammar import article, base_phrase, form, is_plural
from octave_api.engine.verbs import base_of_third, verb
from octave_api.engine.wording import capital, essence, lower_first, shorten, squeeze

_YOU = {
    "you": "they", "your": "their", "yours": "theirs",
    "yourself": "themselves", "yourselves": "themselves",
    "you're": "they're", "you've": "they've", "you'd": "they'd", "you'll": "they'll",
}  # fmt: skip
_YOU_WORD = re.compile(r"(?i)\b(?:you['’](?:re|ve|d|ll)|yourself|yourselves|yours|your|you)\b")
_YOU_AS_OBJECT = re.compile(
    r"(?i)\b(helps?|lets?|for|to|with|of|by|from|about|gives?|allows?|enables?|tells?|shows?|costs?|"
    r"brings?|saves?|affects?|makes?)\s+you\b(?!['’])"
)
_YES_NO = re.compile(
    r"(?i)^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|might)"
    r"(?:n['’]t)?\s"
)
_AUX = r"(?:do|does|did|is|are|was|were|have|has|can|could|will|would|should)"
_WH = re.compile(
    r"(?i)^(?P<wh>(?:(?:to|for|at|in|with|by)\s+)?(?:who|whom|whose\s+\w+|when|where|why|"
    r"how(?:\s+(?:many|much|often|long|important|happy|soon|quickly|well|big|large|far|easy|"
    rf"difficult|\w+ly))?(?:\s+(?!{_AUX}\b)[\w-]+){{0,4}}|"
    rf"(?:what|which)(?:\s+(?!{_AUX}\b)[\w'’/-]+){{0,5}}))\s+"
    rf"(?P<aux>{_AUX})\s+(?P<rest>.+)$"
)
_TELL = re.compile(
    r"(?i)^(?:please\s+)?(?:tell me|tell us|walk me through|walk us through|describe|explain|"
    r"share)\s+(?:about\s+|more about\s+)?(?P<rest>.+)$"
)
_LEANS = re.compile(
    r"(?i)^(?:is|are|was|does|do|has|how is|how does) (?:this|that|it|these|those)\b|"
    r"\bthat going\b"
)
"""A question that leans on the sentence before it."""
_PRONOUN_SUBJECT = re.compile(r"(?i)^(?P<subject>they|it|we|there|he|she)\s+(?P<rest>.+)$")
_NOUN_SUBJECT = re.compile(
    r"(?i)^(?P<subject>(?:their|the|a|an|any|all|most|some|its|our|this|that|these|those)\s+"
    r"(?:[\w'’/-]+\s+){0,3}?(?:team|teams|organi[sz]ation|company|business|developers|engineers|"
    r"customers|users|people|managers|department|group|staff|process|processes|data|problem|issue|"
    r"project|initiative|budget|solution|tool|tools|day))\s+(?P<rest>.+)$"
)
_SHORT_NOUN = re.compile(r"(?i)(?:the|their|a|an|this)\s+(?:\S+\s+){0,7}\S+$")
_COMPANY_NOUN = re.compile(
    r"(?i)^(?:[\w&/-]+\s+){0,3}?(?:companies|organi[sz]ations|businesses|customers|teams|firms|"
    r"startups|start-ups|agencies|brands|manufacturers|retailers|providers|enterprises|vendors|"
    r"operators|banks|insurers|shops|stores|merchants|users|builders|buyers)\b"
)
_EMPLOYERS = re.compile(
    r"^Are they (?=(?:[\w&/-]+\s+){0,3}?(?:companies|organi[sz]ations|businesses|firms|startups|"
    r"start-ups|agencies|brands|manufacturers|retailers|providers|enterprises|vendors|operators|"
    r"banks|insurers|shops|stores|merchants)\b)"
)
_PROSPECT = re.compile(
    r"(?i)^(?:they|the company|the prospect|prospect|the customer|customer|company)\s+"
)
_MOVES = re.compile(r"(?i)(?P<be>are|is|have|has|can|will)\s+(?P<rest>.+)")
_PART_IN = re.compile(r"(?i)(?:responsible|accountable|in charge|part of|involved|tasked)\b")
_HARD = re.compile(r"(?i)(?:hard|difficult|challenging|tough|tricky|impossible|painful)\s+to\b")
_SUFFER = re.compile(
    r"(?i)^(?P<verb>struggles?|suffers?|dislikes?|hates?|lacks?|loses?|wastes?|spends?|"
    r"worr(?:y|ies)|fears?|fails?|feels?|finds?|misses|miss|cannot|can['’]t|don['’]t|doesn['’]t|"
    r"gets?|keeps?|needs?|has|have|sees?|depends?|relies|rely|juggles?)\s+"
    r"(?!of\b|and\b|for\b)(?P<rest>.+)$"
)
_LACKING = re.compile(r"(?i)^(?:no|not|lack of|only|little)\b")
_LACKS = re.compile(r"(?i)^(?:no|lack of|without)\s+(?P<what>(?!longer\b|more\b|one\b).+)$")
_LABELLED = re.compile(r"^(?P<label>(?:[\w/-]+\s){0,2}[\w/-]+):\s+(?P<rest>\S.+)$")
_CANNOT = re.compile(
    r"(?i)^(?:can['’]t|cannot|won['’]t|will not|don['’]t|do not|doesn['’]t|does not)\b"
)
_MASS = re.compile(
    r"(?i)(?:ware|ness|ity|ing|tion|sion|ance|ence|ment|structure|data|staff|work|knowledge|"
    r"traffic|revenue|support|access|budget|growth)$"
)
_COUNTED = re.compile(
    r"(?i)(?:a|an|the|their|its|some|any|many|several|\d\S*|at least|more than)\b"
)
_AFTER_HEAD = re.compile(
    r"\s+(?:of|for|with|in|on|to|from|that|which|who|between|across|by|at|as)\s+"
)
_ANYONE = re.compile(
    r"(?i)(?:anyone|anybody|people|those|companies|teams|organi[sz]ations|businesses|customers)\s+"
    r"(?:who|that|with|without|in|using|under|below|over)\b"
)
_SHORT = 14
"""Words of a line that a question keeps; what follows a comma can go."""


def to_they(text: str) -> str:
    """Speak of a prospect instead of to one: "your team" -> "their team"."""
    done = _YOU_AS_OBJECT.sub(r"\1 them", text)
    return _YOU_WORD.sub(lambda match: _YOU[match.group().lower().replace("’", "'")], done)


def to_you(text: str) -> str:
    """Speak to a prospect: "their team" -> "your team"."""
    swaps = {"their": "your", "they": "you", "them": "you", "themselves": "yourself"}
    return re.sub(r"\b(?:they|their|them|themselves)\b", lambda m: swaps[m.group()], text)


def _ask(text: str) -> str:
    return capital(squeeze(text).rstrip("?")) + "?"


def _said(line: str) -> str:
    """Shorten a line to what can be asked aloud; a clause keeps its end, which is its point."""
    short = shorten(line, _SHORT)
    return short if form(short) == "clause" else essence(short)


def duty(line: str) -> str:
    """Ask whether somebody does what the line says."""
    line = _said(line)
    base = base_phrase(line, verbal=True)
    if base:
        return _ask(f"Does this person {lower_first(base)}")
    low = lower_first(line)
    if _PART_IN.match(line):
        return _ask(f"Is this person {low}")
    if form(line) == "clause":
        return _ask(f"Is this part of their work: {low}")
    return _ask(f"Is this person responsible for {low}")


def pain(line: str, kind: Kind) -> str:
    """Ask whether somebody has the problem that the line names."""
    line = _said(line)
    low = lower_first(line)
    who = "they" if kind == "persona" else "their teams"
    match form(line):
        case "how":
            return _ask(f"Do they struggle with {low}")
        case "participle":
            return _ask(f"Are they {low}")
        case "third" | "base" | "noun" if base := _suffered(line):
            return _ask(f"Do they {base}")
        case "gerund":
            return _ask(f"Is {low} a struggle for them")
        case "clause":
            return _ask(f"Would {who} say that {low}")
        case _:
            if _HARD.match(line):
                return _ask(f"Is it {low}")
            return _ask(f"{'Are' if is_plural(line) else 'Is'} {low} a problem for them")


def concern(line: str) -> str:
    """Ask whether a concern of a buyer is one of this buyer."""
    if re.match(r"(?i)having to\b", line):
        return f"Would they walk away over {lower_first(line)}?"
    if re.match(r"(?i)a deal-breaker if\b", line):
        return f"Is it {lower_first(line)}?"
    return aim(line, "persona") if line.lower().startswith("avoid") else pain(line, "persona")


def _suffered(line: str) -> str | None:
    """Give the base form of what a line says somebody suffers ("Struggles with delays")."""
    found = _SUFFER.match(line)
    if found:
        word = found["verb"].lower()
        if word.startswith(("cannot", "can", "don", "doesn")):
            return None
        return f"{base_of_third(word) or word} {found['rest']}"
    known = verb(line.split(" ", 1)[0].lower())
    if known is not None and (known.adjective or known.noun):
        return None
    base = base_phrase(line)
    return f"struggle to {lower_first(base)}" if base else None


def aim(line: str, kind: Kind) -> str:
    """Ask whether somebody has the goal or priority that the line names."""
    line = _said(line)
    low = lower_first(line)
    base = base_phrase(line, verbal=True) if form(line, verbal=True) in ("base", "third") else None
    if base and base.lower().startswith(("want ", "need ")):
        return _ask(f"Do they {lower_first(base)}")
    if base and kind == "persona":
        return _ask(f"Do they want to {lower_first(base)}")
    if base:
        return _ask(f"Are they working to {lower_first(base)}")
    if form(line) == "participle":
        return _ask(f"Are they {low}")
    if form(line) == "clause":
        return _ask(f"Would they say that {low}")
    word = "goals" if kind == "persona" else "priorities"
    return _ask(
        f"{'Are' if is_plural(line) and form(line) == 'noun' else 'Is'} {low} among their {word}"
    )


def trait(line: str) -> str:
    """Ask whether a prospect is or does what a qualifier says ("Uses feature flags")."""
    line = shorten(line, _SHORT)
    labelled = _LABELLED.match(line)
    if labelled:
        return _ask(
            f"Does this hold for their {lower_first(labelled['label'])}: {labelled['rest']}"
        )
    low = lower_first(line)
    kind = form(line)
    base = base_phrase(line) if kind in ("base", "third") and not _adjectival_noun(line) else None
    if base:
        return _ask(f"Do they {lower_first(base)}")
    named = _of_prospect(line)
    if named:
        return _ask(named)
    if kind in ("gerund", "participle") or _COMPANY_NOUN.match(line):
        return _ask(f"Are they {low}")
    lacking = _LACKS.match(line)
    if lacking:
        return _ask(f"Do they lack {_with_article(lower_first(lacking['what']))}")
    if _CANNOT.match(line):
        return _ask(f"Is it true that they {low}")
    if kind == "noun" and _LACKING.match(line):
        return _ask(f"Are they {low}" if low.startswith("not ") else f"Is it true of them: {low}")
    if kind == "noun":
        return _ask(f"Do they have {_with_article(low)}")
    return _ask(f"Does this apply to them: {low}")


def _of_prospect(line: str) -> str | None:
    """Ask what a line says of "they" or "the company"; None where it speaks of neither."""
    subject = _PROSPECT.match(line)
    if subject is None:
        return None
    rest = line[subject.end() :]
    inner = base_phrase(rest)
    if inner:
        return f"Do they {lower_first(inner)}"
    moved = _MOVES.match(rest)
    if moved is None:
        return None
    be = {"is": "are", "has": "have"}.get(moved["be"].lower(), moved["be"].lower())
    return f"{be} they {moved['rest']}"


def _with_article(phrase: str) -> str:
    """Put an article before a countable singular noun phrase."""
    head = _AFTER_HEAD.split(phrase, maxsplit=1)[0]
    if is_plural(phrase) or _MASS.search(head) or _COUNTED.match(phrase):
        return phrase
    return article(phrase)


def of_employer(question: str) -> str:
    """Ask a person about the companies that a question means ("Are they companies with …")."""
    return _EMPLOYERS.sub("Do they work for ", question)


def excluded(who: str, kind: Kind) -> str:
    """Ask whether a prospect is one of those that the source rules out ("agencies")."""
    low = lower_first(squeeze(shorten(who, _SHORT)))
    if _ANYONE.match(low):
        return _ask(f"Are they among {low}")
    return _ask(f"{'Is this person one of' if kind == 'persona' else 'Is it one of'} these: {low}")


def _adjectival_noun(line: str) -> bool:
    first = line.split(" ", 1)[0].lower()
    known = verb(first)
    return (
        known is not None and known.noun and base_of_third(first) is None and len(line.split()) < 3
    )


def asked(question: str) -> str:
    """
    Turn a source's own question into a yes/no question about the prospect.

    "Do you have a data team?" -> "Do they have a data team?"
    "What is your time frame?" -> "Can they say what their time frame is?"
    Of several sentences the first yes/no question that stands alone counts, else the first one.
    """
    said = squeeze(question)
    parts = [squeeze(said[start:end]) for start, end in sentences(said)]
    asking = [part for part in parts if part.endswith("?")] or parts[:1] or [said]
    alone = [part for part in asking if _YES_NO.match(part) and not _LEANS.search(part)]
    chosen = (alone or [part for part in asking if not _LEANS.search(part)] or asking)[0]
    text = to_they(chosen.rstrip("?.! "))
    if _YES_NO.match(text):
        return _ask(text)
    tell = _TELL.match(text)
    if tell:
        return _ask(f"Can they describe {tell['rest']}")
    found = _WH.match(text)
    if found:
        clause = _indirect(found["wh"].lower(), found["aux"].lower(), found["rest"])
        if clause:
            knows = re.match(r"how (?:much|many|often|long|happy|important)\b", clause)
            return _ask(f"{'Do they know' if knows else 'Can they say'} {clause}")
    return f"Do they have an answer to “{chosen.rstrip('?')}”?"


def _indirect(wh: str, aux: str, rest: str) -> str | None:
    """Put subject before verb: ("what", "is", "their plan") -> "what their plan is"."""
    subject = _PRONOUN_SUBJECT.match(rest) or _NOUN_SUBJECT.match(rest)
    if subject is None:
        words = wh.split()
        if aux in ("is", "are", "was", "were") and _SHORT_NOUN.match(rest):
            return f"{wh} {rest} {aux}"
        if words[0] in ("who", "which") or (words[0] == "what" and len(words) > 1):
            return None if aux in ("do", "does", "did") else f"{wh} {aux} {rest}"
        return None
    who, tail = subject["subject"], subject["rest"]
    if aux == "do":
        return f"{wh} {who} {tail}"
    if aux == "does":
        head, _, end = tail.partition(" ")
        known = verb(head.lower())
        return f"{wh} {who} {known.third if known else head} {end}".rstrip()
    return f"{wh} {who} {aux} {tail}"
