"""
What a qualifying question asks: its words that matter, its threshold, its facts, its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.meanings import LIGHT, Meaning, meanings
from octave_api.engine.roles import SENIORITIES, Title, find_titles
from octave_api.engine.thresholds import Amount, amounts
from octave_api.engine.verbs import verb


@dataclass(frozen=True, slots=True)
class Asking:
    """
    One reading of a question.

    `words` matter; without one of `required` no sentence answers. `before` and `after` are
    the words around the threshold. `possession`: it asks whether something is there at all.
    `planning`: it asks for a wish or a plan. `negative`: it asks whether something is not.
    `only_facts`: nothing but firmographic facts of this kind can answer it. `head`: the light
    noun that is asked for ("team" of "a data team"). `only` and `every`: it asks whether
    something is so of nothing else, or of all. `problem`: it asks for a trouble. `person`: it
    asks about one person. `wish`: it asks what somebody wants. `identity`: it asks what a
    company is. `acronyms`: what runs of its words are called for short. `topic`: the words
    without a light verb in front ("have", "use", "struggle with").
    """

    text: str
    words: tuple[Meaning, ...]
    required: tuple[Meaning, ...]
    threshold: Amount | None
    before: tuple[Meaning, ...]
    after: tuple[Meaning, ...]
    facts: tuple[Fact, ...]
    title: Title | None
    possession: bool
    planning: bool
    negative: bool
    only_facts: bool
    head: Meaning | None
    only: bool
    every: bool
    problem: bool
    person: bool
    wish: bool
    identity: bool
    acronyms: tuple[str, ...]
    topic: tuple[Meaning, ...]


_SUBJECT = (
    r"(?:they|it|he|she|you|there|this person|this company|the (?:company|prospect|team|charity"
    r"|chain|bank|firm|business|organi[sz]ation|group)|their teams?)"
)
_FRAME = re.compile(
    rf"(?i)^\W*(?:would {_SUBJECT} (?:say|agree)(?: that)?|is it true(?: of them)?(?: that)?"
    rf"|do {_SUBJECT} (?:find|feel|think|believe|recogni[sz]e|see)(?: that)?"
    rf"|do they have an answer to|(?:do|does|did|can|could|will|would) {_SUBJECT}|(?:is|are|was"
    rf"|were|has|have|had) {_SUBJECT}"
    r"|(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would))(?!\w)"
)
_PLANNING = re.compile(
    r"(?i)\b(?:want to|working to|plan(?:s|ning)? to|planned|looking (?:to|for|at)|intend\w*"
    r"|consider\w*|evaluat\w*"
    r"|among their|goals?|priorit\w+|aim(?:s|ing)? to|about to|hiring|will|next (?:year|quarter)"
    r"|expect\w*"
    r"|open to|interested|struggle\w*|problem|in the market)\b"
)
_UNABLE = re.compile(rf"(?i)^(?:are|is) (?P<who>{_SUBJECT}) (?:unable|unwilling) to\b")
_NEGATIVE = re.compile(
    r"(?i)^(?:\W*\w+){1,4}?(?:\W+(?:no|not|never|lacks?|lacking|without|too \w+ (?:to|for))\b"
    r"|n['’]t\b)"
)
_TOO = re.compile(r"(?i)\btoo \w+ (?:to|for)\b")
_STATED = re.compile(
    r"(?i)^(?:would|do|does|did|is|are|has|have|can)\b(?P<frame>[^:\"“”?]{0,80}?)"
    r"(?::\s*[\"“]?|[\"“])(?P<said>[^\"“”]+)[\"”]?\s*\?*$"
)
"""A statement held up to the prospect: "Would they recognise this problem: “…”?\""""
_HELD_FOR = re.compile(r"(?i)\b(?:their|its) (?P<label>(?:(?!work\b)[\w/-]+ ?){1,4})$")
_ONLY = re.compile(r"(?i)\b(?:only|solely|exclusively|purely|nothing but)\b")
_EVERY = re.compile(r"(?i)\b(?:all|every|everything|entirely|completely|fully|wholly)\b")
_PROBLEM = re.compile(
    r"(?i)\b(?:struggl\w+|problems?|pains?|challeng\w+|recogni[sz]e|suffer\w*|worr\w+|frustrat\w+"
    r"|would \w+(?: \w+)? (?:say|agree)|trouble|hard|difficult|slow|lose|losing|wast\w+)\b"
)
_WISH = re.compile(
    r"(?i)\b(?:want(?: to)?|goals?|priorities|aim(?:ing)? to|working to|plan(?:ning)? to)\b"
)
_IDENTITY = re.compile(r"(?i)^\W*(?:is (?:it|this person|their company)|are they) (?:one of|an?\b)")
_ONE_OF = re.compile(
    r"(?i)^(?P<who>is (?:it|this person|their company)) one of these:\s*(?P<items>.+)$"
)
_WITH = re.compile(r"(?i)\b(?:with|without|that|who|which|in|for|by|from)\b")
_PERSON = re.compile(r"(?i)\b(?:this person|he|she|the contact)\b")
_ASIDE = re.compile(
    r"(?i)\s+and (?:(?:do|does|are|is|have|has) )?not\b[^?]*"
    r"|\s+(?:in|within|over|during|by) (?:the )?(?:past|last|next|coming|end of|one|two"
    r"|\d+) (?:\w+ )?(?:months?|years?|quarters?|weeks?)"
    r"|,\s*not\b[^?]*|[“”\"]|\([^()]*\)(?=\?)"
)
_OR = re.compile(
    r"(?i)^(?P<head>[^,]+?)(?P<items>(?:,\s+[^,]+?)*),?\s+or\s+(?P<last>[^,?]+)(?P<tail>[^?]*)\?*$"
)
_FIRMOGRAPHIC = re.compile(
    r"(?i)^\W*(?:is (?:it|(?:their|this|the) company|(?:the )?prospect|the business|its business"
    r"|its (?:annual |yearly |total |global )?(?:revenue|turnover|ARR))\b|are they (?:an?|in"
    r"|based|located|headquartered|active)\b"
    r"|does (?:it|the company) (?:have|employ)\b[^?]*\bemployees\b|do they (?:have"
    r"|employ)\b[^?]*\b(?:employees|people|staff)\s*\?"
    r"|(?:is|are) (?:it|they) one of\b"
    r"|(?:was|were|is) (?:it|they|the company|their company) founded\b"
    r"|does (?:it|the company|their company) (?:have|make|generate|employ|turn over)\b[^?]*"
    r"\b(?:employees|people|revenue|turnover)\s*\?)"
)


_LONGEST_ITEM = 4
_USING = re.compile(
    r"(?i)\W*(?:is|are) (?:\w+ ){1,2}?(?:already |currently |still )?(?:using|running|having)\b"
)
_SEVERAL = re.compile(
    r"(?i)\b((?:have|run|operate|manage|use|own|with)) (?:multiple|several|various) "
)


@lru_cache(maxsize=4096)
def read_question(question: str) -> tuple[Asking, ...]:
    """Read a question: one reading for each of its alternatives ("A or B"), else one."""
    text = _SEVERAL.sub(r"\1 at least two ", " ".join(question.split()))
    level = _level(text)
    if level is not None:
        return (_read(text, level),)
    titles = find_titles(text) if re.search(r"(?i)\b(?:title|job|role|position)\b", text) else []
    if titles:
        return (_read(text, titles[0]),)
    facts = _facts(text)
    listed = _ONE_OF.match(text)
    if not listed and len({fact.key for fact in facts}) == 1 and _FIRMOGRAPHIC.search(text):
        return (_read(text, None),)
    return tuple(_read(variant, None) for variant in _variants(text))


_LEVEL = re.compile(
    r"(?i)\b(?:titles?|person|they|he|she|contact|role|position"
    r"|level)\b.{0,30}?\b(?:an? )?(?P<rank>vp"
    r"|svp|vice[ -]president|director|manager|head|c-level|c-suite|executive|chief officer)"
    r"(?:[ -]level)? or (?:above|higher|more senior|up)(?: (?:in"
    r"|of) (?P<what>(?!the same)[\w ]+))?\W*$"
)
_RANKS = {"head": "director", "c-level": "executive", "c-suite": "executive"}
_RANKS |= {"chief officer": "executive", "vice president": "vp", "svp": "vp"}


def _level(text: str) -> Title | None:
    """Read a question for a rank rather than for a title: "a director or above in sales"."""
    found = _LEVEL.search(text)
    if found is None or find_titles(text[: found.start("rank")]):
        return None
    rank = found["rank"].lower().replace("-president", " president")
    seniority = next(one for one in SENIORITIES if one == _RANKS.get(rank, rank))
    field = find_titles(f"Director of {found['what'].title()}") if found["what"] else []
    if found["what"] and not (field and field[0].function):
        return None
    function = field[0].function if field else ""
    return Title(found["rank"], seniority, function, found.start("rank"), found.end("rank"))


def _variants(text: str) -> list[str]:
    """Write out the alternatives: "Do they use A, B or C?" as three questions."""
    plain = _ASIDE.sub("", text).rstrip("? ")
    listed = _ONE_OF.match(plain)
    if listed is not None:
        items = re.split(r",?\s+(?:and|or)\s+|,\s+", listed["items"])
        return [f"{listed['who']} one of these: {item}?" for item in items]
    found = _OR.match(plain)
    if found is None or re.search(
        r"(?i)\bor (?:more|less|fewer|above|below|over|under|close|later)\b", plain
    ):
        return [text]
    items = [item.strip(" ,") for item in found["items"].split(",") if item.strip(" ,")]
    items.append(found["last"].strip())
    size = min(len(items[0].split()), 3)
    head = found["head"].split()
    articles = [n for n, word in enumerate(head) if word in ("a", "an", "the")]
    if articles and len(head) - articles[-1] <= _LONGEST_ITEM:
        size = len(head) - articles[-1]
    own = _WITH.match(items[0])
    if own is not None:
        places = [one.start() for one in _WITH.finditer(found["head"])]
        whole = found["head"][: places[0]].strip() if places else found["head"]
        return [f"{found['head']}?", *(f"{whole} {item}?" for item in items)]
    stem = " ".join(head[:-size]) if len(head) > size + 1 else " ".join(head[:-1])
    return [f"{found['head']}?", *(f"{stem} {item}?" for item in items)]


def _facts(text: str) -> list[Fact]:
    # "it have" would be read as the IT department's.
    return find_firmographics(re.sub(r"(?i)\bdoes it (?=have|employ)", "do they ", text))


def _read(text: str, title: Title | None) -> Asking:
    plain = _UNABLE.sub(r"can \g<who> not", _ASIDE.sub("", text).rstrip("? "))
    stated = _STATED.match(text)
    if stated is not None:
        label = _HELD_FOR.search(stated["frame"])
        plain = " ".join([label["label"] if label else "", stated["said"].rstrip("?. ")]).strip()
    frame = _FRAME.match(plain)
    rest = plain[frame.end() :] if frame else plain
    too = _TOO.search(plain)
    if too is not None:
        rest = plain[too.end() :]
    words = meanings(rest)
    first = words[0] if words else None
    known = verb(rest[first.start : first.end].lower()) if first is not None else None
    asks_do = stated is None and bool(re.match(r"(?i)\W*(?:do|does|did|can|will)\b", plain))
    numbers = [one for one in amounts(rest) if one.compared]
    threshold = numbers[0] if numbers else None
    before: list[Meaning] = []
    after: list[Meaning] = []
    if threshold is not None:
        before = [word for word in words if word.end <= threshold.start and word.strong]
        if asks_do and before and before[0] is first and known is not None:
            before = before[1:]
        if re.search(
            r"(?i)\b(?:with|having|that (?:have|has|run|own|employ))\s*$", rest[: threshold.start]
        ):
            before = []  # "Chains with fewer than 20 stores": the prospect itself.
        after = [word for word in words if word.start >= threshold.unit_end and word.strong]
    firmographic = _FIRMOGRAPHIC.search(text) and not _ONE_OF.match(text)
    facts = tuple(_facts(text)) if title is None and firmographic else ()
    light_verb = first is None or not first.strong
    lacks = bool(re.search(r"(?i)\b(?:lacks?|lacking|without)\b", plain))
    possession = bool((asks_do or too is not None) and (light_verb or lacks)) or bool(
        re.match(r"(?i)\W*(?:is|are) there\b", plain)
    )
    possession |= bool(_USING.match(plain))
    last = words[-1] if possession and len(words) > 1 else None
    head = last if last is not None and last.forms & LIGHT else None
    required: list[Meaning] = []
    if asks_do and not lacks and first is not None and first.strong and known is not None:
        required = [first]
    elif stated is None and re.match(r"(?i)\W*(?:is|are)\b(?! it true)", plain) and len(words) <= 6:
        strong = [word for word in words if word.strong]
        required = _thing(rest, strong) if possession else strong[-1:]
    required += [word for word in words if rest[word.start].isdigit()]
    return Asking(
        text=text,
        words=words,
        required=tuple(required),
        threshold=threshold,
        before=tuple(before),
        after=tuple(after),
        facts=facts,
        title=title,
        possession=possession,
        planning=bool(_PLANNING.search(plain)),
        # "Too small (fewer than 20 employees)": the number itself is what is asked.
        negative=bool(_NEGATIVE.match(plain)) and title is None and not (too and facts),
        only_facts=title is not None or bool(facts and not _more_than_facts(words, facts, text)),
        head=head,
        only=bool(_ONLY.search(plain)),
        every=bool(_EVERY.search(plain)),
        problem=bool(_PROBLEM.search(text)),
        person=bool(_PERSON.search(text)),
        wish=bool(_WISH.search(plain)),
        identity=bool(_IDENTITY.search(text)),
        acronyms=tuple(_acronyms(rest)),
        topic=words[1:] if possession and light_verb and len(words) > 1 else words,
    )


_AFTER_THING = re.compile(r"(?i)\b(?:for|of|in|to|at|with|by|on|this|next|that|before|from)\b")


def _thing(text: str, strong: Sequence[Meaning]) -> list[Meaning]:
    """Give the noun that "Is there a compelling deadline for it?" asks for."""
    stop = _AFTER_THING.search(text, strong[0].end) if strong else None
    return [word for word in strong if stop is None or word.end <= stop.start()][-1:]


def _acronyms(text: str) -> list[str]:
    """Give what runs of three and four words are called for short: "MES"."""
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_][\w'’-]*", text)]
    return [
        "".join(initials[at : at + size])
        for size in (3, 4)
        for at in range(len(initials) - size + 1)
    ]


def _more_than_facts(words: Sequence[Meaning], facts: tuple[Fact, ...], text: str) -> bool:
    """Say whether a question asks for more than its facts: "a bank that leases its branches"."""
    covered = sum(len(text[fact.start : fact.end].split()) for fact in facts)
    return len([word for word in words if word.strong]) > covered + 1
